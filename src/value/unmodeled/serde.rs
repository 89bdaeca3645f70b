//! Any JSON value in serde's formats.

use super::number::{First, read_number, serialize_number};
use super::{Json, JsonObject, MOST_LEVELS};
use crate::value::serde_json_only::require_self_describing;
use crate::value::text::Text;
use crate::value::{StringSeed, grow_by_half};
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Number;

/// Reads the value of a member, inside so many levels, and keeps it beside the others.
#[inline]
pub(crate) fn read_member<'de, A: MapAccess<'de>>(
    members: &mut BTreeMap<Text, Json>,
    name: Text,
    map: &mut A,
    level: u8,
) -> Result<(), A::Error> {
    if members.contains_key(&name) {
        return Err(duplicate_member(&name));
    }
    members.insert(name, map.next_value_seed(JsonVisitor { level })?);
    Ok(())
}

#[cold]
pub(crate) fn duplicate_member<E: Error>(name: &str) -> E {
    E::custom(format_args!("duplicate member `{}`", name.escape_debug()))
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        JsonVisitor { level: 0 }.deserialize(deserializer)
    }
}

/// Reads a value that so many lists and objects are around.
#[derive(Clone, Copy)]
pub(super) struct JsonVisitor {
    pub(super) level: u8,
}

impl JsonVisitor {
    /// What reads the values inside this one.
    fn inner<E: Error>(self) -> Result<Self, E> {
        if self.level < MOST_LEVELS { Ok(Self { level: self.level + 1 }) } else { Err(too_many_levels()) }
    }
}

#[cold]
fn too_many_levels<E: Error>() -> E {
    E::custom(format_args!("expected at most {MOST_LEVELS} levels of lists and objects"))
}

impl<'de> DeserializeSeed<'de> for JsonVisitor {
    type Value = Json;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

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
        self.inner()?.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        self.inner()?.deserialize(deserializer)
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

    #[allow(clippy::cast_precision_loss)]
    fn visit_i128<E: Error>(self, value: i128) -> Result<Json, E> {
        Number::from_i128(value).map_or_else(|| self.visit_f64(value as f64), |number| Ok(Json::Number(number)))
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_u128<E: Error>(self, value: u128) -> Result<Json, E> {
        Number::from_u128(value).map_or_else(|| self.visit_f64(value as f64), |number| Ok(Json::Number(number)))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Json, E> {
        Number::from_f64(value)
            .map(Json::Number)
            .ok_or_else(|| E::invalid_value(Unexpected::Float(value), &"a finite number"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::String(value.into()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::String(value))
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json, A::Error> {
        let inner = self.inner()?;
        let mut values = Vec::new();
        while let Some(value) = seq.next_element_seed(inner)? {
            grow_by_half(&mut values);
            values.push(value);
        }
        Ok(Json::Array(values.into()))
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut members = BTreeMap::new();
        let (first, value) = match read_number(&mut map, self.level, |name| Text::new(name))? {
            First::Number(number) => return Ok(Json::Number(number)),
            First::Member(name, value) => (Some(name), value),
            First::Nothing => (None, None),
        };
        let Self { level } = self.inner()?;
        if let Some(first) = first {
            match value {
                Some(value) => drop(members.insert(first, value)),
                None => read_member(&mut members, first, &mut map, level)?,
            }
            while let Some(name) = map.next_key_seed(StringSeed::name(|name, _| Text::new(name)))? {
                read_member(&mut members, name, &mut map, level)?;
            }
        }
        Ok(Json::Object(JsonObject::read(members, Vec::new())))
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            require_self_describing::<S>()?;
        }
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => serialize_number(number, serializer),
            Self::String(value) => serializer.serialize_str(value),
            Self::Array(values) => values.serialize(serializer),
            Self::Object(members) => members.serialize(serializer),
        }
    }
}

impl Serialize for JsonObject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.len()))?;
        for (name, value) in self {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}
