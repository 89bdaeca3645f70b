//! Timestamps in serde's formats.

use super::{Form, Timestamp, TimestampError};
use crate::value::{NUMBER, RAW_VALUE, StringSeed};
use alloc::borrow::Cow;
use alloc::format;
use core::fmt;
use serde::de::{Deserialize, Deserializer, MapAccess, Unexpected, Visitor};
use serde::ser::{Error as _, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;

const EXPECTED: &str = "a timestamp: a number of seconds since the epoch, or a date and time with an offset";

impl Timestamp {
    /// The epoch number as an `f64` whose shortest decimal form has just its digits, if there is one.
    ///
    /// A whole number below 2^53 divided by a power of ten that is itself exact gives the `f64` nearest to the
    /// decimal; below 2^33 seconds neighbouring `f64`s are less than a microsecond apart, so that no other decimal of
    /// six digits or fewer leads to the same one.
    #[inline]
    fn as_exact_f64(self) -> Option<f64> {
        let (negative, seconds, nanos) = self.signed_seconds();
        if nanos % 1_000 != 0 || seconds >= 1 << 33 {
            return None;
        }
        let micros = seconds * 1_000_000 + u64::from(nanos / 1_000);
        #[allow(clippy::cast_precision_loss)]
        let size = micros as f64 / 1e6;
        Some(if negative { -size } else { size })
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.form {
            Form::Text { .. } => serializer.collect_str(self),
            Form::Number { whole: true } => serializer.serialize_i64(self.seconds),
            Form::Number { .. } => match self.as_exact_f64() {
                Some(seconds) => serializer.serialize_f64(seconds),
                // Binary formats may write a structure without its names, and then nobody knows what it was.
                None if !serializer.is_human_readable() => {
                    let mut map = serializer.serialize_map(Some(1))?;
                    map.serialize_entry(RAW_VALUE, &format!("{self}"))?;
                    map.end()
                }
                None => RawValue::from_string(format!("{self}")).map_err(S::Error::custom)?.serialize(serializer),
            },
        }
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    /// Asks `serde_json` for the text of the value, since a number that went through `f64` has lost digits. Any other
    /// format hands over what it has; a float there is read by its shortest decimal form.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(RAW_VALUE, TimestampVisitor)
    }
}

struct TimestampVisitor;

impl<'de> Visitor<'de> for TimestampVisitor {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(EXPECTED)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Timestamp, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_i64<E: serde::de::Error>(self, seconds: i64) -> Result<Timestamp, E> {
        Timestamp::of_number(seconds, 0, true).map_err(|fault| refused(&seconds, fault))
    }

    fn visit_u64<E: serde::de::Error>(self, seconds: u64) -> Result<Timestamp, E> {
        match i64::try_from(seconds) {
            Ok(seconds) => self.visit_i64(seconds),
            Err(_) => Err(refused(&seconds, TimestampError::OutOfRange)),
        }
    }

    fn visit_f64<E: serde::de::Error>(self, seconds: f64) -> Result<Timestamp, E> {
        // The shortest decimal that stands for this float, with a mark of being one.
        number(&format!("{seconds:e}"))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Timestamp, E> {
        text.parse().map_err(|fault| refused(&format_args!("{text:?}"), fault))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Timestamp, A::Error> {
        use serde::de::Error as _;
        // What `serde_json` hands over in place of a map shows by its name.
        let read: fn(&str) -> Result<Timestamp, A::Error> = match map.next_key_seed(StringSeed::name(HandedOver::of))? {
            Some(HandedOver::Raw) => raw,
            Some(HandedOver::Number) => number,
            Some(HandedOver::Nothing) | None => return Err(A::Error::invalid_type(Unexpected::Map, &self)),
        };
        map.next_value_seed(StringSeed::new(EXPECTED, |text, _| read(text)))?
    }
}

enum HandedOver {
    Raw,
    Number,
    Nothing,
}

impl HandedOver {
    fn of(name: &str, _: bool) -> Self {
        match name {
            RAW_VALUE => Self::Raw,
            NUMBER => Self::Number,
            _ => Self::Nothing,
        }
    }
}

fn refused<E: serde::de::Error>(found: &dyn fmt::Display, fault: TimestampError) -> E {
    E::custom(format_args!("invalid timestamp {found}: {fault}"))
}

fn number<E: serde::de::Error>(text: &str) -> Result<Timestamp, E> {
    Timestamp::from_epoch_text(text).map_err(|fault| refused(&text, fault))
}

/// Reads the JSON text of one value.
fn raw<E: serde::de::Error>(json: &str) -> Result<Timestamp, E> {
    let unexpected = match json.as_bytes().first() {
        Some(b'"') => {
            let text: Cow<'_, str> = match json.get(1..json.len() - 1) {
                Some(plain) if !plain.contains('\\') => Cow::Borrowed(plain),
                _ => match serde_json::from_str(json) {
                    Ok(text) => Cow::Owned(text),
                    Err(_) => return Err(refused(&json, TimestampError::NotATimestamp)),
                },
            };
            return TimestampVisitor.visit_str(&text);
        }
        Some(b'[') => Unexpected::Seq,
        Some(b'{') => Unexpected::Map,
        Some(b't') => Unexpected::Bool(true),
        Some(b'f') => Unexpected::Bool(false),
        Some(b'n') => Unexpected::Unit,
        _ => return number(json),
    };
    Err(E::invalid_type(unexpected, &TimestampVisitor))
}
