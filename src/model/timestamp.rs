//! An instant and how it was written.

use crate::json::{Member, Place, push_number, push_string};
use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use core::cmp::Ordering;
use core::fmt::{self, Write as _};
use core::hash::{Hash, Hasher};
use core::ops::RangeInclusive;
use core::str::FromStr;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, Unexpected, Visitor};
use serde::ser::{Error as _, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use time::{Date, Duration, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};

/// An instant, exact to the nanosecond, and the form in which it was written.
///
/// The service sends numbers of seconds since the epoch (`1.576616366715E9`); the AWS CLI and boto3 turn them into
/// texts with an offset (`2019-12-17T20:59:26.715000+00:00`, or with a space for the `T`). Each is read by its decimal
/// digits, never through floating-point arithmetic, and written back in the form in which it came: a text to the
/// letter, a number as a number.
///
/// Equality, order and hash are the instant's; the form takes no part in them.
///
/// What names no instant is refused: a text without an offset, a fraction finer than a nanosecond, a year beyond 9999.
/// [`Timestamp::from`] an [`OffsetDateTime`] writes an epoch number.
#[derive(Clone, Copy)]
pub struct Timestamp {
    /// Whole seconds since the epoch, counted down to the last one before the instant.
    seconds: i64,
    /// From there to the instant, less than a second.
    nanos: u32,
    /// What a text, or whoever gave a date and time, has for local time.
    offset: UtcOffset,
    form: Form,
}

#[derive(Clone, Copy)]
enum Form {
    /// Seconds since the epoch; `whole` where they were written without fraction and exponent.
    Number {
        whole: bool,
    },
    Text {
        separator: u8,
        fraction_digits: u8,
        offset: OffsetForm,
    },
}

#[derive(Clone, Copy)]
enum OffsetForm {
    /// The letter `Z` or `z`.
    Letter(u8),
    Digits {
        negative: bool,
        colon: bool,
        minutes: bool,
        seconds: bool,
    },
}

/// Why a timestamp was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimestampError {
    /// The text has not the form of a date and time, or a part of it is out of range.
    NotATimestamp,
    /// The text has no offset from UTC, so that it names no instant.
    NoOffset,
    /// The number is no decimal number.
    NotANumber,
    /// The fraction of a second is finer than a nanosecond.
    TooFine,
    /// The instant is outside the years -9999 to 9999.
    OutOfRange,
}

impl fmt::Display for TimestampError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotATimestamp => {
                "not a date and time: expected a text such as `2019-12-17T20:59:26.715+00:00` or a number of seconds since the epoch"
            }
            Self::NoOffset => {
                "a time without an offset from UTC names no instant: expected `Z` or an offset such as `+00:00` behind it"
            }
            Self::NotANumber => "not a decimal number of seconds since the epoch",
            Self::TooFine => "finer than a nanosecond: expected at most 9 digits of a second's fraction",
            Self::OutOfRange => "outside the range of time: expected an instant of the years -9999 to 9999",
        })
    }
}

impl core::error::Error for TimestampError {}

const NANOS_PER_SECOND: u32 = 1_000_000_000;

impl Timestamp {
    /// The first and the last second of the years -9999 to 9999, since the epoch.
    pub(crate) const SECONDS: RangeInclusive<i64> = -377_705_116_800..=253_402_300_799;

    /// The form of a text, as a regular expression.
    #[cfg(feature = "schemars")]
    pub(crate) const TEXT_PATTERN: &str = concat!(
        r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?",
        "([Zz]|[+-][0-9]{2}((:[0-9]{2}){0,2}|([0-9]{2}){0,2}))$"
    );

    fn of_number(seconds: i64, nanos: u32, whole: bool) -> Result<Self, TimestampError> {
        if Self::SECONDS.contains(&seconds) {
            Ok(Self { seconds, nanos, offset: UtcOffset::UTC, form: Form::Number { whole } })
        } else {
            Err(TimestampError::OutOfRange)
        }
    }

    /// The instant, in the offset that a text gave, in UTC for a number.
    #[must_use]
    pub fn to_offset_date_time(self) -> OffsetDateTime {
        let since_local_epoch = self.seconds + i64::from(self.offset.whole_seconds());
        OffsetDateTime::UNIX_EPOCH
            .replace_offset(self.offset)
            .saturating_add(Duration::new(since_local_epoch, self.nanos.cast_signed()))
    }

    /// Nanoseconds since the epoch.
    #[must_use]
    pub fn unix_nanos(self) -> i128 {
        i128::from(self.seconds) * i128::from(NANOS_PER_SECOND) + i128::from(self.nanos)
    }

    /// The instant so many nanoseconds after the epoch, written as an epoch number.
    ///
    /// # Errors
    ///
    /// [`TimestampError::OutOfRange`] outside the years -9999 to 9999.
    pub fn from_unix_nanos(nanos: i128) -> Result<Self, TimestampError> {
        let out_of_range = |_| TimestampError::OutOfRange;
        let seconds = i64::try_from(nanos.div_euclid(NANOS_PER_SECOND.into())).map_err(out_of_range)?;
        let nanos = u32::try_from(nanos.rem_euclid(NANOS_PER_SECOND.into())).map_err(out_of_range)?;
        Self::of_number(seconds, nanos, false)
    }

    /// The instant so many milliseconds after the epoch, the service's own precision, written as an epoch number.
    ///
    /// # Errors
    ///
    /// [`TimestampError::OutOfRange`] outside the years -9999 to 9999.
    pub fn from_unix_millis(millis: i64) -> Result<Self, TimestampError> {
        Self::from_unix_nanos(i128::from(millis) * 1_000_000)
    }

    /// Reads a decimal number of seconds since the epoch, such as `1576616366.715` or `1.576616366715E9`.
    ///
    /// # Errors
    ///
    /// Where the text is no such number, is finer than a nanosecond or is out of range.
    pub fn from_epoch_text(text: &str) -> Result<Self, TimestampError> {
        let Decimal { negative, seconds, nanos, whole } = decimal(text)?;
        let seconds = i64::try_from(seconds).map_err(|_| TimestampError::OutOfRange)?;
        let (seconds, nanos) = match (negative, nanos) {
            (false, _) => (seconds, nanos),
            (true, 0) => (-seconds, 0),
            // The fraction of an instant counts upwards from the second before it.
            (true, _) => (-seconds - 1, NANOS_PER_SECOND - nanos),
        };
        // `-0` is a float to every JSON reader.
        Self::of_number(seconds, nanos, whole && !(negative && seconds == 0))
    }

    /// Whether it is written as a number of seconds since the epoch.
    #[must_use]
    pub fn is_epoch(self) -> bool {
        matches!(self.form, Form::Number { .. })
    }

    /// The same instant, written as an epoch number as the service does.
    #[must_use]
    pub fn to_epoch(self) -> Self {
        Self { form: Form::Number { whole: false }, ..self }
    }

    /// Seconds since the epoch as sign, whole seconds and nanoseconds.
    #[inline]
    fn seconds(self) -> (bool, u64, u32) {
        if self.seconds < 0 && self.nanos > 0 {
            (true, (self.seconds + 1).unsigned_abs(), NANOS_PER_SECOND - self.nanos)
        } else {
            (self.seconds < 0, self.seconds.unsigned_abs(), self.nanos)
        }
    }

    /// The digits of the epoch number, without trailing zeros in the fraction.
    fn push_decimal(self, out: &mut impl fmt::Write) -> fmt::Result {
        let (negative, seconds, nanos) = self.seconds();
        if negative {
            out.write_char('-')?;
        }
        write!(out, "{seconds}")?;
        if nanos > 0 {
            let mut digits = 9;
            let mut fraction = nanos;
            while fraction % 10 == 0 {
                fraction /= 10;
                digits -= 1;
            }
            write!(out, ".{fraction:0digits$}")?;
        }
        Ok(())
    }

    /// The epoch number as an `f64` whose shortest decimal form has just its digits, if there is one.
    ///
    /// A whole number below 2^53 divided by a power of ten that is itself exact gives the `f64` nearest to the
    /// decimal; below 2^33 seconds neighbouring `f64`s are less than a microsecond apart, so that no other decimal of
    /// six digits or fewer leads to the same one.
    #[inline]
    fn as_exact_f64(self) -> Option<f64> {
        let (negative, seconds, nanos) = self.seconds();
        if nanos % 1_000 != 0 || seconds >= 1 << 33 {
            return None;
        }
        let micros = seconds * 1_000_000 + u64::from(nanos / 1_000);
        #[allow(clippy::cast_precision_loss)]
        let size = micros as f64 / 1e6;
        Some(if negative { -size } else { size })
    }

    fn push_text(self, f: &mut impl fmt::Write, separator: u8, digits: u8, offset: OffsetForm) -> fmt::Result {
        let local = self.to_offset_date_time();
        let (date, time) = (local.date(), local.time());
        write!(f, "{:04}-{:02}-{:02}{}", date.year(), u8::from(date.month()), date.day(), char::from(separator))?;
        write!(f, "{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())?;
        if digits > 0 {
            let nine = format!("{:09}", time.nanosecond());
            write!(f, ".{}", &nine[..digits.into()])?;
        }
        match offset {
            OffsetForm::Letter(letter) => f.write_char(letter.into()),
            OffsetForm::Digits { negative, colon, minutes, seconds } => {
                let (hour, minute, second) = self.offset.as_hms();
                let colon = if colon { ":" } else { "" };
                write!(f, "{}{:02}", if negative { '-' } else { '+' }, hour.unsigned_abs())?;
                if minutes {
                    write!(f, "{colon}{:02}", minute.unsigned_abs())?;
                }
                if seconds {
                    write!(f, "{colon}{:02}", second.unsigned_abs())?;
                }
                Ok(())
            }
        }
    }
}

/// A decimal number of seconds.
struct Decimal {
    negative: bool,
    seconds: u64,
    nanos: u32,
    /// Whether it is written without fraction and exponent.
    whole: bool,
}

fn decimal(text: &str) -> Result<Decimal, TimestampError> {
    use TimestampError::{NotANumber, OutOfRange, TooFine};

    let (negative, unsigned) = match text.as_bytes() {
        [b'-', unsigned @ ..] => (true, unsigned),
        unsigned => (false, unsigned),
    };
    let (units, rest) = digits(unsigned).ok_or(NotANumber)?;
    let (fraction, rest) = match rest {
        [b'.', rest @ ..] => digits(rest).ok_or(NotANumber)?,
        rest => (&[][..], rest),
    };
    let exponent = match rest {
        [] => 0,
        [b'e' | b'E', b'-', rest @ ..] => -exponent(rest).ok_or(NotANumber)?,
        [b'e' | b'E', b'+', rest @ ..] | [b'e' | b'E', rest @ ..] => exponent(rest).ok_or(NotANumber)?,
        _ => return Err(NotANumber),
    };

    // Where the exponent moves the point to, counted in digits; before the first and behind the last there are zeros.
    let point = exponent.saturating_add_unsigned(units.len() as u64);
    let digits_before = usize::try_from(point.max(0)).unwrap_or(usize::MAX).min(units.len() + fraction.len());
    let (units_before, units_behind) = units.split_at(digits_before.min(units.len()));
    let (fraction_before, fraction_behind) = fraction.split_at(digits_before - units_before.len());

    let append = |number: u64, byte: &u8| number.saturating_mul(10).saturating_add(u64::from(byte - b'0'));
    let mut seconds = fraction_before.iter().fold(units_before.iter().fold(0, append), append);
    if seconds > 0 {
        let zeros = point.saturating_sub_unsigned(digits_before as u64);
        let power = u32::try_from(zeros).ok().and_then(|zeros| 10_u64.checked_pow(zeros));
        seconds = power.and_then(|power| seconds.checked_mul(power)).ok_or(OutOfRange)?;
    }

    let mut nanos = 0;
    // What the next digit counts, 0 beyond nanoseconds.
    let mut unit =
        u32::try_from(point.min(0).unsigned_abs()).map_or(0, |zeros| NANOS_PER_SECOND / 10_u32.saturating_pow(zeros));
    for byte in units_behind.iter().chain(fraction_behind) {
        unit /= 10;
        if unit == 0 && *byte != b'0' {
            return Err(TooFine);
        }
        nanos += unit * u32::from(byte - b'0');
    }
    Ok(Decimal { negative, seconds, nanos, whole: rest.is_empty() && fraction.is_empty() })
}

/// The digits that a text begins with, at least one, and what follows them.
fn digits(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let count = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    if count == 0 { None } else { Some(text.split_at(count)) }
}

/// An exponent's digits; one of too many is beyond every range, whatever the mantissa's length.
fn exponent(text: &[u8]) -> Option<i64> {
    const BEYOND: i64 = i64::MAX / 4;

    match digits(text)? {
        (digits, []) => Some(digits.iter().fold(0, |exponent: i64, byte| {
            exponent.saturating_mul(10).saturating_add((byte - b'0').into()).min(BEYOND)
        })),
        _ => None,
    }
}

impl FromStr for Timestamp {
    type Err = TimestampError;

    /// Reads a date and time with an offset: ISO 8601 with `T`, or Python's `str(datetime)` with a space.
    fn from_str(text: &str) -> Result<Self, TimestampError> {
        use TimestampError::{NoOffset, NotATimestamp, OutOfRange, TooFine};

        let mut rest = Cursor(text.as_bytes());
        let year = rest.number(4).ok_or(NotATimestamp)?;
        let month = rest.after(b'-', 2).ok_or(NotATimestamp)?;
        let day = rest.after(b'-', 2).ok_or(NotATimestamp)?;
        let separator = rest.one_of(b"Tt ").ok_or(NotATimestamp)?;
        let hour = rest.number(2).ok_or(NotATimestamp)?;
        let minute = rest.after(b':', 2).ok_or(NotATimestamp)?;
        let second = rest.after(b':', 2).ok_or(NotATimestamp)?;
        let mut nanos = 0;
        let mut fraction_digits = 0;
        if rest.one_of(b".").is_some() {
            while let Some(digit) = rest.number(1) {
                fraction_digits += 1;
                if fraction_digits > 9 {
                    return Err(TooFine);
                }
                nanos = nanos * 10 + digit;
            }
            if fraction_digits == 0 {
                return Err(NotATimestamp);
            }
            for _ in fraction_digits..9 {
                nanos *= 10;
            }
        }
        let (offset, offset_form) = if let Some(letter) = rest.one_of(b"Zz") {
            (UtcOffset::UTC, OffsetForm::Letter(letter))
        } else if let Some(sign) = rest.one_of(b"+-") {
            let hours = rest.number(2).ok_or(NotATimestamp)?;
            let colon = rest.0.first() == Some(&b':');
            let mut part = || if colon { rest.after(b':', 2) } else { rest.number(2) };
            let minutes = part();
            let seconds = part();
            let hms = [hours, minutes.unwrap_or(0), seconds.unwrap_or(0)].map(|part| {
                // Two digits fit in an `i8`.
                let part = i8::try_from(part).unwrap_or(i8::MAX);
                if sign == b'-' { -part } else { part }
            });
            let offset = UtcOffset::from_hms(hms[0], hms[1], hms[2]).map_err(|_| NotATimestamp)?;
            let form = OffsetForm::Digits {
                negative: sign == b'-',
                colon,
                minutes: minutes.is_some(),
                seconds: seconds.is_some(),
            };
            (offset, form)
        } else if rest.0.is_empty() {
            return Err(NoOffset);
        } else {
            return Err(NotATimestamp);
        };
        if !rest.0.is_empty() {
            return Err(NotATimestamp);
        }
        let byte = |part: u32| u8::try_from(part).map_err(|_| NotATimestamp);
        let month = Month::try_from(byte(month)?).map_err(|_| NotATimestamp)?;
        let year = i32::try_from(year).map_err(|_| NotATimestamp)?;
        let date = Date::from_calendar_date(year, month, byte(day)?).map_err(|_| NotATimestamp)?;
        let time = Time::from_hms_nano(byte(hour)?, byte(minute)?, byte(second)?, nanos).map_err(|_| NotATimestamp)?;
        let at = PrimitiveDateTime::new(date, time).assume_offset(offset);
        let seconds = at.unix_timestamp();
        if !Self::SECONDS.contains(&seconds) {
            return Err(OutOfRange);
        }
        Ok(Self { seconds, nanos, offset, form: Form::Text { separator, fraction_digits, offset: offset_form } })
    }
}

struct Cursor<'t>(&'t [u8]);

impl Cursor<'_> {
    /// A number of just so many digits.
    fn number(&mut self, digits: usize) -> Option<u32> {
        let (number, rest) = self.0.split_at_checked(digits)?;
        let mut value = 0;
        for byte in number {
            if !byte.is_ascii_digit() {
                return None;
            }
            value = value * 10 + u32::from(byte - b'0');
        }
        self.0 = rest;
        Some(value)
    }

    fn after(&mut self, mark: u8, digits: usize) -> Option<u32> {
        let rest = self.0;
        self.one_of(&[mark])?;
        let number = self.number(digits);
        if number.is_none() {
            self.0 = rest;
        }
        number
    }

    fn one_of(&mut self, marks: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        if !marks.contains(first) {
            return None;
        }
        self.0 = rest;
        Some(*first)
    }
}

impl From<OffsetDateTime> for Timestamp {
    fn from(at: OffsetDateTime) -> Self {
        Self {
            seconds: at.unix_timestamp(),
            nanos: at.nanosecond(),
            offset: at.offset(),
            form: Form::Number { whole: false },
        }
    }
}

impl From<Timestamp> for OffsetDateTime {
    fn from(timestamp: Timestamp) -> Self {
        timestamp.to_offset_date_time()
    }
}

impl PartialEq for Timestamp {
    fn eq(&self, other: &Self) -> bool {
        (self.seconds, self.nanos) == (other.seconds, other.nanos)
    }
}

impl Eq for Timestamp {}

impl PartialOrd for Timestamp {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Timestamp {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.seconds, self.nanos).cmp(&(other.seconds, other.nanos))
    }
}

impl Hash for Timestamp {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.seconds, self.nanos).hash(state);
    }
}

/// Writes the form in which it was read: the text, or the decimal number of seconds.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.form {
            Form::Number { .. } => self.push_decimal(f),
            Form::Text { separator, fraction_digits, offset } => self.push_text(f, separator, fraction_digits, offset),
        }
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.form {
            Form::Number { .. } => write!(f, "Timestamp({self} = {})", self.to_offset_date_time()),
            Form::Text { .. } => write!(f, "Timestamp({self})"),
        }
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
                    map.serialize_entry(RAW, &format!("{self}"))?;
                    map.end()
                }
                None => RawValue::from_string(format!("{self}")).map_err(S::Error::custom)?.serialize(serializer),
            },
        }
    }
}

/// The name under which `serde_json` hands over the text of a value.
const RAW: &str = "$serde_json::private::RawValue";
/// The name under which it hands over a number, with its feature `arbitrary_precision`.
const NUMBER: &str = "$serde_json::private::Number";

impl<'de> Deserialize<'de> for Timestamp {
    /// Asks `serde_json` for the text of the value, since a number that went through `f64` has lost digits. Any other
    /// format hands over what it has; a float there is read by its shortest decimal form.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(RAW, TimestampVisitor)
    }
}

struct TimestampVisitor;

impl<'de> Visitor<'de> for TimestampVisitor {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a timestamp: a number of seconds since the epoch, or a date and time with an offset")
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
        match map.next_key_seed(Handover)? {
            Some(Some(read)) => map.next_value_seed(read),
            _ => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
}

/// Tells by its name what `serde_json` hands over in place of a map.
struct Handover;

impl<'de> DeserializeSeed<'de> for Handover {
    type Value = Option<HandedOver>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Handover {
    type Value = Option<HandedOver>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(match name {
            RAW => Some(HandedOver::Raw),
            NUMBER => Some(HandedOver::Number),
            _ => None,
        })
    }
}

enum HandedOver {
    Raw,
    Number,
}

impl<'de> DeserializeSeed<'de> for HandedOver {
    type Value = Timestamp;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Timestamp, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for HandedOver {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        TimestampVisitor.expecting(f)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Timestamp, E> {
        match self {
            Self::Raw => raw(text),
            Self::Number => number(text),
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

impl Member for Timestamp {
    fn place(member: &mut Option<Self>) -> Place<'_> {
        Place::Timestamp(member)
    }

    fn push_wire(&self, out: &mut String) {
        let mut text = crate::model::Text::default();
        let _ = write!(text, "{self}");
        if self.is_epoch() { push_number(out, &text) } else { push_string(out, &text) }
    }
}
