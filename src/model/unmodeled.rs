//! Members that this version of the crate doesn't know, kept with their values.

use super::text::Text;
use crate::json::{Member, push_list, push_number, push_string, twice};
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Number;

/// Any JSON value: what stands in a member that this version of the crate doesn't know.
///
/// It differs from [`serde_json::Value`] in that a member that stands twice in one object is refused instead of lost,
/// in that its size is a small multiple of its text's, and in that no feature of `serde_json` changes how it reads.
/// The two convert into each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Json {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as `serde_json` holds it.
    Number(Number),
    /// A string.
    String(String),
    /// A list.
    // A slice and not a `Vec`: with two members of three words, every `Json` would be four words wide instead of three.
    Array(Box<[Json]>),
    /// An object.
    Object(JsonObject),
}

/// Members by name, sorted.
///
/// Every structure of the model has one for the members that it doesn't know. It takes no memory where it is empty.
// Every structure has one and few ever use it: behind a box it is one pointer wide.
#[allow(clippy::box_collection)]
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct JsonObject(Option<Box<Vec<(Text, Json)>>>);

impl JsonObject {
    /// Without members.
    #[must_use]
    pub const fn new() -> Self {
        Self(None)
    }

    #[inline]
    pub(crate) fn as_slice(&self) -> &[(Text, Json)] {
        self.0.as_deref().map_or(&[], Vec::as_slice)
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.as_slice().binary_search_by(|(other, _)| other.as_str().cmp(name))
    }

    /// The number of members.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        self.as_slice().len()
    }

    /// Whether there is no member.
    #[must_use]
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.as_slice().is_empty()
    }

    /// The value of the member of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.place(name).ok().map(|place| &self.as_slice()[place].1)
    }

    /// Sets a member and hands back the value that it had before.
    ///
    /// A structure writes its own members from its fields: where a field of that name is set, the member here is
    /// left out.
    pub fn insert(&mut self, name: impl AsRef<str>, value: impl Into<Json>) -> Option<Json> {
        let (name, value) = (name.as_ref(), value.into());
        let place = self.place(name);
        let members = self.0.get_or_insert_default();
        match place {
            Ok(place) => Some(core::mem::replace(&mut members[place].1, value)),
            Err(place) => {
                members.insert(place, (Text::new(name), value));
                None
            }
        }
    }

    /// Takes a member out.
    pub fn remove(&mut self, name: &str) -> Option<Json> {
        let place = self.place(name).ok()?;
        let members = self.0.as_mut()?;
        let (_, value) = members.remove(place);
        if members.is_empty() {
            self.0 = None;
        }
        Some(value)
    }

    /// The members, sorted by name.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Json)> {
        self.as_slice().iter().map(|(name, value)| (name.as_str(), value))
    }
}

impl fmt::Debug for JsonObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<N: AsRef<str>, V: Into<Json>> FromIterator<(N, V)> for JsonObject {
    /// Of two members of one name the later one stays.
    fn from_iter<I: IntoIterator<Item = (N, V)>>(members: I) -> Self {
        let members: BTreeMap<Text, Json> =
            members.into_iter().map(|(name, value)| (Text::new(name), value.into())).collect();
        if members.is_empty() { Self(None) } else { Self(Some(Box::new(members.into_iter().collect()))) }
    }
}

/// Members as they are read, in any order.
#[derive(Default)]
pub(crate) struct Members {
    sorted: Vec<(Text, Json)>,
    /// Those that came out of order, once there are too many for moving them into their places.
    others: Option<BTreeMap<Text, Json>>,
}

impl Members {
    /// Reads the value of a member and keeps it.
    #[inline]
    pub(crate) fn read<'de, A: MapAccess<'de>>(&mut self, name: Text, map: &mut A) -> Result<(), A::Error> {
        let Some(place) = self.vacant(&name) else { return Err(twice(&name)) };
        let value = map.next_value()?;
        self.insert(place, name, value);
        Ok(())
    }

    fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }

    /// Where a member of that name belongs, unless there is one.
    fn vacant(&self, name: &str) -> Option<usize> {
        let place = match self.sorted.last() {
            Some((last, _)) if last.as_str() < name => self.sorted.len(),
            _ => self.sorted.binary_search_by(|(other, _)| other.as_str().cmp(name)).err()?,
        };
        let stands_apart = self.others.as_ref().is_some_and(|others| others.contains_key(name));
        (!stands_apart).then_some(place)
    }

    fn insert(&mut self, place: usize, name: Text, value: Json) {
        /// Up to this many, moving them is the faster way and takes no more memory.
        const FEW: usize = 32;

        if place == self.sorted.len() {
            self.sorted.push((name, value));
        } else if self.sorted.len() < FEW {
            self.sorted.insert(place, (name, value));
        } else {
            self.others.get_or_insert_default().insert(name, value);
        }
    }
}

impl From<Members> for JsonObject {
    fn from(Members { mut sorted, others }: Members) -> Self {
        if let Some(others) = others {
            sorted.reserve_exact(others.len());
            sorted.extend(others);
            sorted.sort_by(|(a, _), (b, _)| a.cmp(b));
        }
        if sorted.is_empty() {
            return Self(None);
        }
        sorted.shrink_to_fit();
        Self(Some(Box::new(sorted)))
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Json {
    fn from(value: i64) -> Self {
        Self::Number(value.into())
    }
}

impl From<&str> for Json {
    fn from(value: &str) -> Self {
        Self::String(value.into())
    }
}

impl From<String> for Json {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(value),
            Value::Number(value) => Self::Number(value),
            Value::String(value) => Self::String(value),
            Value::Array(values) => Self::Array(values.into_iter().map(Self::from).collect()),
            Value::Object(members) => Self::Object(members.into_iter().collect()),
        }
    }
}

impl From<Json> for serde_json::Value {
    fn from(value: Json) -> Self {
        match value {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Bool(value),
            Json::Number(value) => Self::Number(value),
            Json::String(value) => Self::String(value),
            Json::Array(values) => Self::Array(values.into_iter().map(Self::from).collect()),
            Json::Object(members) => {
                let members = members.0.map(|members| *members).unwrap_or_default();
                Self::Object(members.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
            }
        }
    }
}

/// The name under which `serde_json` hands over a number when its feature `arbitrary_precision` is on.
const NUMBER: &str = "$serde_json::private::Number";

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
        let mut members = Members::default();
        while let Some((name, is_borrowed)) = map.next_key_seed(NameSeed)? {
            if name == NUMBER && is_borrowed && members.is_empty() {
                match map.next_value_seed(MaybeNumber)? {
                    Ok(number) => return Ok(Json::Number(number)),
                    Err(value) => members.insert(0, name, value),
                }
            } else {
                members.read(name, &mut map)?;
            }
        }
        Ok(Json::Object(members.into()))
    }
}

/// Reads a name, and whether it outlives the deserializer.
struct NameSeed;

impl<'de> DeserializeSeed<'de> for NameSeed {
    type Value = (Text, bool);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for NameSeed {
    type Value = (Text, bool);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok((Text::new(name), false))
    }

    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok((Text::new(name), true))
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

impl Json {
    pub(crate) fn push_wire(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(value) => Member::push_wire(value, out),
            Self::Number(number) => {
                let text = number.to_string();
                if text.contains(['.', 'e', 'E']) { push_number(out, &text) } else { out.push_str(&text) }
            }
            Self::String(value) => push_string(out, value),
            Self::Array(values) => push_list(values, Self::push_wire, out),
            Self::Object(members) => {
                out.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    push_string(out, name);
                    out.push(':');
                    value.push_wire(out);
                }
                out.push('}');
            }
        }
    }
}
