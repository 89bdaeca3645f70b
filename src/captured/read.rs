//! Reading: what a document is first, then the document as that.
//!
//! `serde_json` hands over the JSON of the whole document, of which the members' names are looked at before it is
//! read. Other formats have no such thing: there the document is read as [`Json`] and then taken apart. Nothing of a
//! number is lost by that, since they hand over an integer or a double in any case.

use super::Captured;
use super::form::{Case, Form, Names};
use crate::json;
use crate::model::{ErrorResponse, Json};
use crate::value::{RAW_VALUE, StringSeed};
use alloc::string::String;
use core::fmt;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, Error, IgnoredAny, IntoDeserializer, MapAccess,
    SeqAccess, Visitor,
};

impl<'de> Deserialize<'de> for Captured {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(RAW_VALUE, CapturedVisitor)
    }
}

/// Reads the JSON of a document.
fn read_text<E: Error>(text: &str) -> Result<Captured, E> {
    fn read<T: DeserializeOwned, E: Error>(text: &str) -> Result<T, E> {
        serde_json::from_str(text).map_err(|error| json::Error::of_part(text, &error))
    }

    let mut names = Names::new(Case::Pascal);
    // An error is found again when the document is read.
    let _ = serde_json::Deserializer::from_str(text).deserialize_any(AddNames(&mut names));
    Ok(match names.form() {
        Some(Form::DescribeBackup) => Captured::DescribeBackup(read(text)?),
        Some(Form::ListBackups) => Captured::ListBackups(read(text)?),
        Some(Form::ContinuousBackups) => Captured::ContinuousBackups(read(text)?),
        Some(Form::BackupDescription) => Captured::BackupDescription(read(text)?),
        Some(Form::CreateBackup) => Captured::CreateBackup(read(text)?),
        Some(Form::BackupDetails) => Captured::BackupDetails(read(text)?),
        None => undecided(read(text)?),
    })
}

/// Reads a document of another format.
fn read_value<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Captured, D::Error> {
    read_json(Json::deserialize(deserializer)?)
}

/// Takes apart what another format has handed over.
fn read_json<E: Error>(json: Json) -> Result<Captured, E> {
    fn read<T: DeserializeOwned, E: Error>(json: Json) -> Result<T, E> {
        serde_json::from_value(json.into()).map_err(E::custom)
    }

    let form = match &json {
        Json::Object(members) => Names::form_of(Case::Pascal, members.iter().map(|(name, _)| name)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Array(_) => None,
    };
    Ok(match form {
        Some(Form::DescribeBackup) => Captured::DescribeBackup(read(json)?),
        Some(Form::ListBackups) => Captured::ListBackups(read(json)?),
        Some(Form::ContinuousBackups) => Captured::ContinuousBackups(read(json)?),
        Some(Form::BackupDescription) => Captured::BackupDescription(read(json)?),
        Some(Form::CreateBackup) => Captured::CreateBackup(read(json)?),
        Some(Form::BackupDetails) => Captured::BackupDetails(read(json)?),
        None => undecided(json),
    })
}

/// What a document is of which no member has decided.
fn undecided(json: Json) -> Captured {
    match json {
        Json::Object(members) if ErrorResponse::is_shown_by(&members) => {
            Captured::Error(ErrorResponse::from_members(members))
        }
        other => Captured::Unrecognized(other),
    }
}

/// Looks at the names of an object's members.
struct AddNames<'n>(&'n mut Names);

impl<'de> Visitor<'de> for AddNames<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while !self.0.is_decided() && map.next_key_seed(StringSeed::name(|name, _| self.0.add(name)))?.is_some() {
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

struct CapturedVisitor;

impl<'de> Visitor<'de> for CapturedVisitor {
    type Value = Captured;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Captured, D::Error> {
        read_value(deserializer)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Captured, D::Error> {
        read_value(deserializer)
    }

    fn visit_none<E: Error>(self) -> Result<Captured, E> {
        self.visit_unit()
    }

    fn visit_unit<E: Error>(self) -> Result<Captured, E> {
        Ok(Captured::Unrecognized(Json::Null))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Captured, E> {
        read_value(value.into_deserializer())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Captured, E> {
        read_value(value.into_deserializer())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Captured, E> {
        read_value(value.into_deserializer())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Captured, E> {
        read_value(value.into_deserializer())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Captured, E> {
        read_value(value.into_deserializer())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Captured, A::Error> {
        read_value(SeqAccessDeserializer::new(seq))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Captured, A::Error> {
        let name = map.next_key_seed(StringSeed::name(|name, _| (name != RAW_VALUE).then(|| String::from(name))))?;
        match name {
            // What `serde_json` hands over instead of a map.
            Some(None) => map.next_value_seed(StringSeed::new("the JSON of a value", |text, _| read_text(text)))?,
            Some(Some(first)) => read_value(MapAccessDeserializer::new(Replayed { first: Some(first), map })),
            None => read_value(MapAccessDeserializer::new(map)),
        }
    }
}

/// A map whose first name has been looked at.
struct Replayed<A> {
    first: Option<String>,
    map: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Replayed<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.first.take() {
            Some(first) => seed.deserialize(first.into_deserializer()).map(Some),
            None => self.map.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}
