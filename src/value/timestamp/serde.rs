//! Timestamps in serde's formats.

use super::{Form, Timestamp, TimestampError};
use crate::value::serde_json_only::{is_serde_json, require_self_describing, serialize_digits};
use crate::value::{NUMBER, RAW_VALUE, StringSeed};
use alloc::borrow::Cow;
use alloc::format;
use core::fmt;
use serde::de::{Deserialize, Deserializer, MapAccess, Unexpected, Visitor};
use serde::ser::{Error as _, Serialize, Serializer};

/// What every refusal begins with, or ends with where the value is of another type. serde's errors carry text alone:
/// [`in_member`] and [`member_of`] recognize a timestamp's by these.
const REFUSED: &str = "invalid timestamp ";
const EXPECTED: &str = "a timestamp: a number of seconds since the epoch, or a date and time with an offset";

impl Timestamp {
    /// The epoch seconds as an `f64` whose only shortest decimal form is exactly this instant, if there is one.
    #[inline]
    fn as_exact_f64(self) -> Option<f64> {
        let (negative, seconds, nanos) = self.signed_seconds();
        // An integer below 2^53 divided by a power of ten that is itself exact gives the `f64` nearest to the decimal.
        // Below 2^33 seconds, neighboring `f64`s are less than a microsecond apart, so that no other decimal of six
        // fraction digits or fewer leads to the same one.
        if nanos % 1_000 != 0 || seconds >= 1 << 33 {
            return self.as_shortest_f64();
        }
        let micros = seconds * 1_000_000 + u64::from(nanos / 1_000);
        #[allow(clippy::cast_precision_loss)]
        let size = micros as f64 / 1e6;
        Some(if negative { -size } else { size })
    }

    #[cold]
    fn as_shortest_f64(self) -> Option<f64> {
        let nearest = format!("{self}").parse().ok()?;
        (from_f64(nearest) == Ok(self) && !self.is_halfway_beside(nearest)).then_some(nearest)
    }

    /// Whether an `f64` is halfway between this decimal and another one of as many fraction digits. Such an `f64` has
    /// two shortest decimals, and formats differ in which of them they write.
    // Products with powers of two are exact.
    #[allow(clippy::float_cmp)]
    fn is_halfway_beside(self, seconds: f64) -> bool {
        let fraction = format!("{:09}", self.nanos);
        // Halfway between decimals of so many digits, a binary fraction has one binary digit more.
        let digits = fraction.trim_end_matches('0').len();
        (seconds * f64::from(1 << digits) % 1.0).abs() == 0.5
    }

    /// Writes an instant that no `f64` holds.
    #[cold]
    fn serialize_exactly<S: Serializer>(self, serializer: S) -> Result<S::Ok, S::Error> {
        if is_serde_json::<S>() {
            serialize_digits(format!("{self}"), serializer)
        } else if (0..=9999).contains(&self.to_utc().year()) {
            serializer.collect_str(&self.rfc3339_nanos())
        } else {
            Err(S::Error::custom(format_args!(
                "expected a timestamp of the years 0 to 9999 or one that a 64-bit float holds exactly, found {self}"
            )))
        }
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            require_self_describing::<S>()?;
        }
        match self.form {
            Form::Text { .. } => serializer.collect_str(self),
            Form::Number { whole: true } => serializer.serialize_i64(self.seconds),
            Form::Number { .. } => match self.as_exact_f64() {
                Some(seconds) => serializer.serialize_f64(seconds),
                None => self.serialize_exactly(serializer),
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
        Timestamp::of_epoch_seconds(seconds, 0, true).map_err(|error| refused(&seconds, error))
    }

    fn visit_u64<E: serde::de::Error>(self, seconds: u64) -> Result<Timestamp, E> {
        match i64::try_from(seconds) {
            Ok(seconds) => self.visit_i64(seconds),
            Err(_) => Err(refused(&seconds, TimestampError::OutOfRange)),
        }
    }

    fn visit_f64<E: serde::de::Error>(self, seconds: f64) -> Result<Timestamp, E> {
        from_f64(seconds).map_err(|error| refused(&format_args!("{seconds:e}"), error))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Timestamp, E> {
        Timestamp::from_date_and_time(text).map_err(|error| refused(&format_args!("{text:?}"), error))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Timestamp, A::Error> {
        use serde::de::Error as _;
        // What `serde_json` hands over instead of a map shows by its name.
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

#[cold]
fn refused<E: serde::de::Error>(found: &dyn fmt::Display, error: TimestampError) -> E {
    E::custom(format_args!("{REFUSED}{found}: {error}"))
}

fn is_refusal(message: &str) -> bool {
    message.starts_with(REFUSED) || message.ends_with(EXPECTED)
}

/// Names the member in the error about its value, if it is a timestamp's: where that is found out, a parser may have gone
/// on to the end of the structure.
#[cold]
pub(crate) fn in_member<E: serde::de::Error>(error: E, member: &str) -> E {
    let message = format!("{error}");
    if is_refusal(&message) { E::custom(format_args!("{member}: {message}")) } else { error }
}

/// The member that [`in_member`] named, and the message before.
pub(crate) fn member_of(message: &str) -> Option<(&str, &str)> {
    let (member, message) = message.split_once(": ")?;
    let is_name = member.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (is_name && is_refusal(message)).then_some((member, message))
}

/// The instant of the shortest decimal that a float is read from.
fn from_f64(seconds: f64) -> Result<Timestamp, TimestampError> {
    // The exponent marks it as a float.
    Timestamp::from_epoch_text(&format!("{seconds:e}"))
}

fn number<E: serde::de::Error>(text: &str) -> Result<Timestamp, E> {
    Timestamp::from_epoch_text(text).map_err(|error| refused(&text, error))
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
