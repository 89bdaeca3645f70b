//! Any JSON value in serde's formats.

use super::{Json, JsonObject};
use crate::value::text::Text;
use crate::value::{NUMBER, StringSeed};
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Number;

/// Reads the value of a member and keeps it beside the others.
#[inline]
pub(crate) fn read_member<'de, A: MapAccess<'de>>(
    members: &mut BTreeMap<Text, Json>,
    name: Text,
    map: &mut A,
) -> Result<(), A::Error> {
    if members.contains_key(&name) {
        return Err(duplicate_member(&name));
    }
    members.insert(name, map.next_value()?);
    Ok(())
}

#[cold]
pub(crate) fn duplicate_member<E: serde::de::Error>(name: &str) -> E {
    E::custom(format_args!("member `{}` stands twice in one object", name.escape_debug()))
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_none<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Json, E> {
        Number::from_f64(value)
            .map(Json::Number)
            .ok_or_else(|| E::invalid_value(serde::de::Unexpected::Float(value), &"a finite number"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::String(value.into()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::String(value))
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = seq.next_element()? {
            values.push(value);
        }
        Ok(Json::Array(values.into_boxed_slice()))
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut members = BTreeMap::new();
        let name = |name: &str, is_borrowed| (Text::new(name), is_borrowed);
        while let Some((name, is_borrowed)) = map.next_key_seed(StringSeed::name(name))? {
            if name == NUMBER && is_borrowed && members.is_empty() {
                match map.next_value_seed(MaybeNumber)? {
                    Ok(number) => return Ok(Json::Number(number)),
                    Err(value) => drop(members.insert(name, value)),
                }
            } else {
                read_member(&mut members, name, &mut map)?;
            }
        }
        Ok(Json::Object(members.into()))
    }
}

/// Tells a number that `serde_json` hands over as a map from an object of the document that looks the same.
///
/// The number comes under a borrowed name as an owned string. A string of a text that is read never comes owned; an
/// object that is taken out of a [`serde_json::Value`] has owned names too.
struct MaybeNumber;

impl<'de> DeserializeSeed<'de> for MaybeNumber {
    type Value = Result<Number, Json>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for MaybeNumber {
    type Value = Result<Number, Json>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_string<E: serde::de::Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(text.parse().map_err(|_| Json::String(text)))
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Self::Value, E> {
        JsonVisitor.visit_unit().map(Err)
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Self::Value, E> {
        JsonVisitor.visit_bool(value).map(Err)
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Self::Value, E> {
        JsonVisitor.visit_i64(value).map(Err)
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Self::Value, E> {
        JsonVisitor.visit_u64(value).map(Err)
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Self::Value, E> {
        JsonVisitor.visit_f64(value).map(Err)
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<Self::Value, E> {
        JsonVisitor.visit_str(value).map(Err)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
        JsonVisitor.visit_seq(seq).map(Err)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        JsonVisitor.visit_map(map).map(Err)
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => serialize_number(number, serializer),
            Self::String(value) => serializer.serialize_str(value),
            Self::Array(values) => serializer.collect_seq(values.iter()),
            Self::Object(members) => members.serialize(serializer),
        }
    }
}

/// Under `arbitrary_precision` a number serializes itself as a private structure that only `serde_json` understands:
/// what fits a plain number is handed over as one, so that other formats can keep it too. Binary formats get the nearest
/// float for any other, as without that feature; they would not know the structure for a number.
fn serialize_number<S: Serializer>(number: &Number, serializer: S) -> Result<S::Ok, S::Error> {
    if let Some(value) = number.as_u64() {
        return serializer.serialize_u64(value);
    }
    match (number.as_i64(), number.as_f64()) {
        // A zero that is no `u64` is written `-0`.
        (Some(value), _) if value != 0 => serializer.serialize_i64(value),
        (_, Some(value)) if Number::from_f64(value).as_ref() == Some(number) => serializer.serialize_f64(value),
        (_, Some(value)) if !serializer.is_human_readable() => serializer.serialize_f64(value),
        _ => number.serialize(serializer),
    }
}

impl Serialize for JsonObject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.len()))?;
        for (name, value) in self.iter() {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}
