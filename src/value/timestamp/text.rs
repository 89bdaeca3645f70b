//! The written forms of a timestamp: decimal numbers of seconds, dates and times.

use super::{Form, NANOS_PER_SECOND, OffsetForm, Timestamp, TimestampError};
use crate::value::wire::push_seconds;
use alloc::format;
use alloc::string::String;
use core::fmt::{self, Write as _};
use core::str::FromStr;
use time::{Date, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};

impl Timestamp {
    /// The digits of the epoch seconds, without trailing zeros in the fraction.
    pub(super) fn push_decimal(self, out: &mut impl fmt::Write) -> fmt::Result {
        let (negative, seconds, nanos) = self.signed_seconds();
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

    fn push_text(self, f: &mut impl fmt::Write, separator: u8, digits: u8, offset: OffsetForm) -> fmt::Result {
        push_date_and_time(f, self.to_offset_date_time(), separator, digits)?;
        match offset {
            OffsetForm::Letter(letter) => f.write_char(letter.into()),
            OffsetForm::Utc => f.write_str(" UTC"),
            OffsetForm::Digits { space, negative, colon, minutes, seconds } => {
                let (hour, minute, second) = self.offset.as_hms();
                let space = if space { " " } else { "" };
                let colon = if colon { ":" } else { "" };
                write!(f, "{space}{}{:02}", if negative { '-' } else { '+' }, hour.unsigned_abs())?;
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

    /// Shows the instant in RFC 3339's form, in UTC, with as many digits as it needs: for messages.
    pub(crate) fn rfc3339(self) -> Rfc3339 {
        let digits = match self.nanos {
            0 => 0,
            nanos if nanos % 1_000_000 == 0 => 3,
            nanos if nanos % 1_000 == 0 => 6,
            _ => 9,
        };
        Rfc3339 { at: self.to_utc(), digits }
    }

    /// The instant in RFC 3339's form, in UTC, to the nanosecond.
    pub(super) fn rfc3339_nanos(self) -> Rfc3339 {
        Rfc3339 { at: self.to_utc(), digits: 9 }
    }

    pub(crate) fn push_wire(self, out: &mut String) {
        if self.is_epoch() {
            let (is_negative, seconds, nanos) = self.signed_seconds();
            push_seconds(out, is_negative, seconds, nanos);
        } else {
            // It has nothing that JSON escapes, and writing to a string can't fail.
            let _ = write!(out, "\"{self}\"");
        }
    }
}

/// An instant in UTC with a number of digits of a second's fraction.
pub(crate) struct Rfc3339 {
    at: OffsetDateTime,
    digits: u8,
}

impl fmt::Display for Rfc3339 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        push_date_and_time(f, self.at, b'T', self.digits)?;
        f.write_char('Z')
    }
}

fn push_date_and_time(f: &mut impl fmt::Write, local: OffsetDateTime, separator: u8, digits: u8) -> fmt::Result {
    let (date, time) = (local.date(), local.time());
    // No string that is read has such a year.
    if date.year() < 0 {
        f.write_char('-')?;
    }
    let (year, month, day) = (date.year().unsigned_abs(), u8::from(date.month()), date.day());
    write!(f, "{year:04}-{month:02}-{day:02}{}", char::from(separator))?;
    write!(f, "{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())?;
    if digits > 0 {
        let nine = format!("{:09}", time.nanosecond());
        write!(f, ".{}", &nine[..digits.into()])?;
    }
    Ok(())
}

/// Prints the form in which it was read: the string, or the decimal number of seconds.
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

/// A decimal number of seconds.
pub(super) struct Decimal {
    pub(super) negative: bool,
    pub(super) seconds: u64,
    pub(super) nanos: u32,
    /// Whether it is written without fraction and exponent.
    pub(super) whole: bool,
}

impl Decimal {
    pub(super) fn parse(text: &str) -> Result<Self, TimestampError> {
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

        // Where the exponent moves the point to, counted in digits; before the first and after the last there are zeros.
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
        let mut unit = u32::try_from(point.min(0).unsigned_abs())
            .map_or(0, |zeros| NANOS_PER_SECOND / 10_u32.saturating_pow(zeros));
        for byte in units_behind.iter().chain(fraction_behind) {
            unit /= 10;
            if unit == 0 && *byte != b'0' {
                return Err(TooFine);
            }
            nanos += unit * u32::from(byte - b'0');
        }
        Ok(Self { negative, seconds, nanos, whole: rest.is_empty() && fraction.is_empty() })
    }
}

/// The digits that a string begins with, at least one, and what follows them.
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

    /// Parses a date and time with an offset, or epoch seconds: whatever [`Display`](fmt::Display) prints.
    ///
    /// It is meant for input by people. In JSON, epoch seconds are a number, and a string of digits is refused.
    ///
    /// # Errors
    ///
    /// Returns an error if the string names no exact instant of the years -9999 to 9999.
    fn from_str(string: &str) -> Result<Self, TimestampError> {
        Self::from_date_and_time(string).or_else(|error| match error {
            TimestampError::QuotedNumber => Self::from_epoch_text(string),
            error => Err(error),
        })
    }
}

impl Timestamp {
    /// Parses a date and time with an offset: ISO 8601 with `T`, or Python's, Ruby's and others' with a space.
    pub(super) fn from_date_and_time(text: &str) -> Result<Self, TimestampError> {
        use TimestampError::{NoTime, NotATimestamp, OutOfRange, TooFine};

        let mut rest = Cursor(text.as_bytes());
        let Some((year, month, day)) = rest.date() else { return Err(refusal(text)) };
        let Some(separator) = rest.one_of(b"Tt ") else {
            return Err(if rest.0.is_empty() { NoTime } else { NotATimestamp });
        };
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
        let (offset, offset_form) = rest.offset(separator == b' ')?;
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

/// Why a string that doesn't begin with a date is refused.
#[cold]
fn refusal(text: &str) -> TimestampError {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    if text.starts_with("/Date(") {
        return TimestampError::DotNetDate;
    }
    match Timestamp::from_epoch_text(text) {
        Err(TimestampError::NotANumber) => {}
        Err(TimestampError::Milliseconds) => return TimestampError::Milliseconds,
        Ok(_) | Err(_) => return TimestampError::QuotedNumber,
    }
    let is_month =
        |word: &str| word.get(..3).is_some_and(|start| MONTHS.iter().any(|month| month.eq_ignore_ascii_case(start)));
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    if has_digit && text.split(|char: char| !char.is_ascii_alphabetic()).any(is_month) {
        TimestampError::MonthName
    } else {
        TimestampError::NotATimestamp
    }
}

struct Cursor<'t>(&'t [u8]);

impl Cursor<'_> {
    fn date(&mut self) -> Option<(u32, u32, u32)> {
        Some((self.number(4)?, self.after(b'-', 2)?, self.after(b'-', 2)?))
    }

    /// The offset, with which the string ends. After a date and time with a space between them, a space may precede it.
    fn offset(&mut self, may_follow_space: bool) -> Result<(UtcOffset, OffsetForm), TimestampError> {
        use TimestampError::{NoOffset, NotATimestamp, OffsetOutOfRange, ZoneName};

        if self.0.is_empty() {
            return Err(NoOffset);
        }
        if may_follow_space && self.0 == b" UTC" {
            return Ok((UtcOffset::UTC, OffsetForm::Utc));
        }
        let space = may_follow_space && self.0.starts_with(b" ");
        let before = self.0;
        if space {
            self.0 = &self.0[1..];
        }
        let (offset, form) = if let (false, Some(letter)) = (space, self.one_of(b"Zz")) {
            (UtcOffset::UTC, OffsetForm::Letter(letter))
        } else if let Some(sign) = self.one_of(b"+-") {
            let negative = sign == b'-';
            let hours = self.number(2).ok_or(NotATimestamp)?;
            let colon = self.0.first() == Some(&b':');
            let mut part = || if colon { self.after(b':', 2) } else { self.number(2) };
            let minutes = part();
            let seconds = part();
            let size = [Some(hours), minutes, seconds].map(Option::unwrap_or_default);
            if size[1] > 59 || size[2] > 59 {
                return Err(NotATimestamp);
            }
            if size > [23, 59, 0] {
                return Err(OffsetOutOfRange);
            }
            // Two digits fit in an `i8`.
            let [hour, minute, second] = size.map(|part| {
                let part = i8::try_from(part).unwrap_or(i8::MAX);
                if negative { -part } else { part }
            });
            let offset = UtcOffset::from_hms(hour, minute, second).map_err(|_| OffsetOutOfRange)?;
            let (minutes, seconds) = (minutes.is_some(), seconds.is_some());
            (offset, OffsetForm::Digits { space, negative, colon, minutes, seconds })
        } else {
            return Err(if begins_a_name(before) { ZoneName } else { NotATimestamp });
        };
        match self.0 {
            [] => Ok((offset, form)),
            rest if begins_a_name(rest) => Err(ZoneName),
            _ => Err(NotATimestamp),
        }
    }

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

/// Whether the name of a time zone comes next, as in ` PST` and `[Europe/Berlin]`.
fn begins_a_name(text: &[u8]) -> bool {
    matches!(text, [b' ', first, ..] | [first, ..] if first.is_ascii_alphabetic() || matches!(first, b'[' | b'('))
}
