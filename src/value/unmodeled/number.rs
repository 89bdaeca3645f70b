//! Numbers, which `serde_json` hands over and takes in a way of its own when its feature `arbitrary_precision` is on.

use super::Json;
use super::serde::JsonVisitor;
use crate::value::serde_json_only::is_serde_json;
use crate::value::{NUMBER, StringSeed};
use alloc::string::String;
use core::fmt;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::Number;

/// Whether `serde_json` has its feature `arbitrary_precision`: only then does a number hold its digits, in a string.
pub(crate) const ARBITRARY_PRECISION: bool = core::mem::needs_drop::<Number>();

/// Whether the deserializer is one of serde's own, which hands over a value that has been buffered. It has no other way to
/// tell; were the types' names to change, the tests would fail.
pub(crate) fn is_buffer<D>() -> bool {
    let name = core::any::type_name::<D>();
    name.starts_with("serde::") || name.starts_with("serde_core::")
}

/// What begins a map.
pub(crate) enum First<N> {
    Number(Number),
    /// The first member's name, and its value if that has been read.
    Member(N, Option<Json>),
    Nothing,
}

/// Reads a number that `serde_json` hands over as a map, or the name of an object's first member. So many lists and
/// objects are around the map.
///
/// The map of a number has one member, whose name is borrowed and whose value is an owned string. In a document that is
/// read, a string never comes owned; an object that is taken out of a [`serde_json::Value`] has owned names. Where serde
/// has buffered the number for `flatten` or an untagged enum, its digits may come by reference, but never as a string
/// borrowed from the document. (A document's own object of that name is taken for a number only in such a buffer, and
/// only if its string has an escape.)
#[inline]
pub(crate) fn read_number<'de, A: MapAccess<'de>, N>(
    map: &mut A,
    level: u8,
    name: impl FnOnce(&str) -> N,
) -> Result<First<N>, A::Error> {
    let seed = StringSeed::name(|text, is_borrowed| (name(text), ARBITRARY_PRECISION && is_borrowed && text == NUMBER));
    Ok(match map.next_key_seed(seed)? {
        None => First::Nothing,
        Some((name, false)) => First::Member(name, None),
        Some((name, true)) => match read_digits(map, level + 1)? {
            Ok(number) => First::Number(number),
            Err(value) => First::Member(name, Some(value)),
        },
    })
}

/// Reads the value of a member, inside so many levels, whose name is borrowed and that of a number.
pub(crate) fn read_digits<'de, A: MapAccess<'de>>(map: &mut A, level: u8) -> Result<Result<Number, Json>, A::Error> {
    // A document's reader doesn't know how many members follow, a buffer does.
    let is_buffered = map.size_hint().is_some();
    map.next_value_seed(MaybeNumber { is_buffered, level })
}

/// Tells the digits of a number from another value.
struct MaybeNumber {
    is_buffered: bool,
    level: u8,
}

impl MaybeNumber {
    fn json(&self) -> JsonVisitor {
        JsonVisitor { level: self.level }
    }
}

impl<'de> DeserializeSeed<'de> for MaybeNumber {
    type Value = Result<Number, Json>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Each row: a method and what it visits.
macro_rules! visit_as_json {
    ($($visit:ident $visited:ty),+) => {$(
        fn $visit<E: serde::de::Error>(self, value: $visited) -> Result<Self::Value, E> {
            self.json().$visit(value).map(Err)
        }
    )+};
}

impl<'de> Visitor<'de> for MaybeNumber {
    type Value = Result<Number, Json>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.json().expecting(f)
    }

    fn visit_string<E: serde::de::Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(text.parse().map_err(|_| Json::String(text)))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(match text.parse() {
            Ok(number) if self.is_buffered => Ok(number),
            _ => Err(Json::from(text)),
        })
    }

    fn visit_borrowed_str<E: serde::de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Err(Json::from(text)))
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Self::Value, E> {
        self.json().visit_unit().map(Err)
    }

    visit_as_json! { visit_bool bool, visit_i64 i64, visit_u64 u64, visit_i128 i128, visit_u128 u128, visit_f64 f64 }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
        self.json().visit_seq(seq).map(Err)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        self.json().visit_map(map).map(Err)
    }
}

/// Under `arbitrary_precision` a number serializes itself as a private structure that only `serde_json` understands:
/// what fits a plain number is handed over as one, so that other formats can keep it too. They get the nearest double of
/// any other number, as without that feature.
pub(super) fn serialize_number<S: Serializer>(number: &Number, serializer: S) -> Result<S::Ok, S::Error> {
    if let Some(value) = number.as_u64() {
        return serializer.serialize_u64(value);
    }
    match (number.as_i64(), number.as_f64()) {
        // A zero that is no `u64` is written `-0`.
        (Some(value), _) if value != 0 => serializer.serialize_i64(value),
        (_, Some(value)) if Number::from_f64(value).as_ref() == Some(number) => serializer.serialize_f64(value),
        _ if is_serde_json::<S>() => number.serialize(serializer),
        (_, Some(value)) => serializer.serialize_f64(value),
        (_, None) => {
            Err(S::Error::custom(format_args!("expected a number within the range of doubles, found {number}")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ARBITRARY_PRECISION;

    #[test]
    fn the_size_of_a_number_shows_whether_serde_json_has_arbitrary_precision() {
        let number: serde_json::Number = "1.0E1".parse().unwrap();
        assert_eq!(alloc::string::ToString::to_string(&number) != "10.0", ARBITRARY_PRECISION);
    }
}
