//! An instant and how it was written.

mod serde;
mod text;

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::RangeInclusive;
use text::Decimal;
use time::{Duration, OffsetDateTime, UtcOffset};

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

pub(crate) const NANOS_PER_SECOND: u32 = 1_000_000_000;

impl Timestamp {
    /// The first and the last second of the years -9999 to 9999, since the epoch.
    pub(crate) const SECONDS: RangeInclusive<i64> = -377_705_116_800..=253_402_300_799;

    /// The form of a text, as a regular expression.
    #[cfg(feature = "schemars")]
    pub(crate) const TEXT_PATTERN: &str = concat!(
        r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?",
        "([Zz]|[+-][0-9]{2}((:[0-9]{2}){0,2}|([0-9]{2}){0,2}))$"
    );

    pub(super) fn of_number(seconds: i64, nanos: u32, whole: bool) -> Result<Self, TimestampError> {
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
        let Decimal { negative, seconds, nanos, whole } = Decimal::parse(text)?;
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
    fn signed_seconds(self) -> (bool, u64, u32) {
        if self.seconds < 0 && self.nanos > 0 {
            (true, (self.seconds + 1).unsigned_abs(), NANOS_PER_SECOND - self.nanos)
        } else {
            (self.seconds < 0, self.seconds.unsigned_abs(), self.nanos)
        }
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
