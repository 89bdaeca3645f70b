//! An instant and how it was written.

#[cfg(feature = "std")]
mod clock;
mod error;
mod serde;
mod text;

use core::cmp::Ordering;
use core::hash::{Hash, Hasher};
use core::ops::RangeInclusive;
use text::Decimal;
use time::{Duration, OffsetDateTime, UtcOffset};

pub use error::TimestampError;
pub(crate) use serde::{in_member, member_of};

/// An instant, exact to the nanosecond, and the form in which it was written.
///
/// # Parsing and printing
///
/// The service sends epoch seconds (`1.576616366715E9`); clients turn them into strings. Both are read by their decimal
/// digits, never through floating-point arithmetic, and written back in the form in which they were read: a string
/// verbatim, a number as an equal number.
///
/// | form | written by |
/// | --- | --- |
/// | `1.576616366715E9`, `1576616366.715` | the service; the AWS CLI 1 |
/// | `2019-12-17T20:59:26.715000+00:00` | the AWS CLI 2, boto3's `isoformat()` |
/// | `2019-12-17T20:59:26.715Z` | the SDK for JavaScript, RFC 3339 |
/// | `2019-12-17 20:59:26.715000+00:00` | Python's `str()` |
/// | `2019-12-17 12:59:26.715 -0800` | Ruby's `Time#inspect` |
/// | `2019-12-17 20:59:26 UTC` | Ruby's `Time#to_s` in UTC |
///
/// The date and time are separated by `T`, `t` or a space, and the fraction has up to nine digits. The offset is `Z`,
/// `z`, or a sign and hours, which minutes and seconds may follow, with colons or without, up to 23 hours and 59
/// minutes. A space before the offset, and `UTC` after a space, are read where a space separates the date and time too.
///
/// A value that is not an exact instant is refused with an error that says what to do: a string without an offset, a fraction
/// finer than a nanosecond, a year beyond 9999, milliseconds since the epoch, a number in a string, and the forms of
/// .NET (`/Date(1576616366715)/`) and CloudTrail (`Dec 17, 2019 8:59:26 PM`).
///
/// [`Display`](core::fmt::Display) prints the form in which it was read, and [`FromStr`](core::str::FromStr) parses what
/// `Display` prints, epoch seconds included. JSON is read more strictly: there, epoch seconds are a number.
///
/// ```
/// use dynamodb_backup_model::Timestamp;
///
/// let string: Timestamp = "2019-12-17 12:59:26.715 -0800".parse()?;
/// let number: Timestamp = "1576616366.715".parse()?;
/// assert_eq!(string, number);
/// assert_eq!(string.to_string(), "2019-12-17 12:59:26.715 -0800");
/// assert_eq!(string.to_epoch().to_string(), "1576616366.715");
/// assert!(serde_json::from_str::<Timestamp>("\"1576616366.715\"").is_err());
/// # Ok::<(), dynamodb_backup_model::TimestampError>(())
/// ```
///
/// A timestamp that was not read is written as epoch seconds: one made from an [`OffsetDateTime`][time] or a
/// [`SystemTime`](std::time::SystemTime), [`from_unix_millis`](Self::from_unix_millis),
/// [`from_unix_nanos`](Self::from_unix_nanos).
///
/// # Comparison
///
/// Equality, order and hash compare the instant and ignore the form.
///
/// ```
/// use dynamodb_backup_model::Timestamp;
///
/// let utc: Timestamp = "2019-12-17T20:59:26Z".parse()?;
/// let local: Timestamp = "2019-12-18T00:59:26.000+04:00".parse()?;
/// assert_eq!(utc, local);
/// assert!(utc < Timestamp::from_unix_millis(1_576_616_366_001)?);
/// # Ok::<(), dynamodb_backup_model::TimestampError>(())
/// ```
///
/// # Precision
///
/// The service counts milliseconds; [`truncate_to_millis`](Self::truncate_to_millis) does so too, and
/// [`precision`](Self::precision) returns the unit of the last written digit.
///
/// With `serde_json`, every digit is kept. Another format gets a 64-bit float if its one shortest decimal is exactly
/// this instant, as it is for every millisecond of the years 0 to 9999, or else an RFC 3339 string with nine digits.
///
/// serde itself loses digits where it buffers a value before it knows the type: in the fields of a structure under
/// `#[serde(flatten)]`, in `#[serde(untagged)]` and internally tagged enums, and in a [`serde_json::Value`]. Such a
/// buffer keeps a number as a 64-bit float, and the timestamp is the shortest decimal of that: exact to the microsecond up
/// to the year 2242. If your numbers are finer than that, turn on `serde_json`'s feature `arbitrary_precision`, which
/// makes the buffer keep every digit, or write strings, or read the value on its own from a
/// [`serde_json::value::RawValue`].
///
/// ```
/// use dynamodb_backup_model::{BackupDetails, json};
///
/// let body = r#"{"BackupCreationDateTime":1576616366.123456789}"#;
/// let exact: BackupDetails = json::from_str(body)?;
/// assert_eq!(serde_json::to_string(&exact)?, body);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [time]: https://docs.rs/time/0.3/time/struct.OffsetDateTime.html
#[derive(Clone, Copy)]
pub struct Timestamp {
    /// Whole seconds since the epoch, counted down to the last one before the instant.
    seconds: i64,
    /// From there to the instant, less than a second.
    nanos: u32,
    /// The offset of local time, as a string or a date and time gave it.
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
    /// `UTC` after a space.
    Utc,
    Digits {
        /// Whether a space precedes it.
        space: bool,
        negative: bool,
        colon: bool,
        minutes: bool,
        seconds: bool,
    },
}

pub(crate) const NANOS_PER_SECOND: u32 = 1_000_000_000;
const NANOS_PER_MILLI: u32 = NANOS_PER_SECOND / 1_000;

impl Timestamp {
    /// The first and the last second of the years -9999 to 9999, since the epoch.
    pub(crate) const SECONDS: RangeInclusive<i64> = -377_705_116_800..=253_402_300_799;

    /// The forms of a string, as a regular expression.
    #[cfg(feature = "schemars")]
    pub(crate) const TEXT_PATTERN: &str = concat!(
        r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?",
        "([Zz]|[+-][0-9]{2}((:[0-9]{2}){0,2}|([0-9]{2}){0,2}))",
        r"| [0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?",
        " (UTC|[+-][0-9]{2}((:[0-9]{2}){0,2}|([0-9]{2}){0,2})))$"
    );

    pub(super) fn of_number(seconds: i64, nanos: u32, whole: bool) -> Result<Self, TimestampError> {
        if Self::SECONDS.contains(&seconds) {
            Ok(Self { seconds, nanos, offset: UtcOffset::UTC, form: Form::Number { whole } })
        } else {
            Err(TimestampError::OutOfRange)
        }
    }

    /// A number of seconds that was read.
    pub(super) fn of_epoch_seconds(seconds: i64, nanos: u32, whole: bool) -> Result<Self, TimestampError> {
        // As milliseconds, what is after September 2001 and no later than the year 9999.
        const MILLIS: RangeInclusive<u64> = 1_000_000_000_000..=253_402_300_799_999;

        Self::of_number(seconds, nanos, whole).map_err(|error| {
            if MILLIS.contains(&seconds.unsigned_abs()) { TimestampError::Milliseconds } else { error }
        })
    }

    /// Returns the instant as a date and time, at the offset that a string gave, in UTC for a number.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::Timestamp;
    ///
    /// let at = "2019-12-18T00:59:26.715+04:00".parse::<Timestamp>()?.to_offset_date_time();
    /// assert_eq!((at.day(), at.hour(), at.offset().whole_hours()), (18, 0, 4));
    /// # Ok::<(), dynamodb_backup_model::TimestampError>(())
    /// ```
    #[must_use]
    pub fn to_offset_date_time(self) -> OffsetDateTime {
        let since_local_epoch = self.seconds + i64::from(self.offset.whole_seconds());
        OffsetDateTime::UNIX_EPOCH
            .replace_offset(self.offset)
            .saturating_add(Duration::new(since_local_epoch, self.nanos.cast_signed()))
    }

    pub(super) fn to_utc(self) -> OffsetDateTime {
        Self { offset: UtcOffset::UTC, ..self }.to_offset_date_time()
    }

    /// Returns the number of nanoseconds since the epoch.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::Timestamp;
    ///
    /// let at: Timestamp = "1969-12-31T23:59:59.999999999Z".parse()?;
    /// assert_eq!(at.unix_nanos(), -1);
    /// # Ok::<(), dynamodb_backup_model::TimestampError>(())
    /// ```
    #[must_use]
    pub fn unix_nanos(self) -> i128 {
        i128::from(self.seconds) * i128::from(NANOS_PER_SECOND) + i128::from(self.nanos)
    }

    /// Returns the number of whole milliseconds since the epoch, rounded toward the past.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::Timestamp;
    ///
    /// let at: Timestamp = "2019-12-17T20:59:26.715999Z".parse()?;
    /// assert_eq!(at.unix_millis(), 1_576_616_366_715);
    /// # Ok::<(), dynamodb_backup_model::TimestampError>(())
    /// ```
    #[must_use]
    pub fn unix_millis(self) -> i64 {
        self.seconds * 1_000 + i64::from(self.nanos / NANOS_PER_MILLI)
    }

    /// Returns the instant that many nanoseconds after the epoch, written as epoch seconds.
    ///
    /// # Errors
    ///
    /// Returns an error if the instant is outside the years -9999 to 9999.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::Timestamp;
    ///
    /// let at = Timestamp::from_unix_nanos(1_576_616_366_123_456_789)?;
    /// assert_eq!(at.to_string(), "1576616366.123456789");
    /// # Ok::<(), dynamodb_backup_model::TimestampError>(())
    /// ```
    pub fn from_unix_nanos(nanos: i128) -> Result<Self, TimestampError> {
        let out_of_range = |_| TimestampError::OutOfRange;
        let seconds = i64::try_from(nanos.div_euclid(NANOS_PER_SECOND.into())).map_err(out_of_range)?;
        let nanos = u32::try_from(nanos.rem_euclid(NANOS_PER_SECOND.into())).map_err(out_of_range)?;
        Self::of_number(seconds, nanos, false)
    }

    /// Returns the instant that many milliseconds after the epoch, the precision of the service, written as epoch seconds.
    ///
    /// # Errors
    ///
    /// Returns an error if the instant is outside the years -9999 to 9999.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::Timestamp;
    ///
    /// let at = Timestamp::from_unix_millis(1_576_616_366_715)?;
    /// assert_eq!(at, "2019-12-17T20:59:26.715Z".parse()?);
    /// # Ok::<(), dynamodb_backup_model::TimestampError>(())
    /// ```
    pub fn from_unix_millis(millis: i64) -> Result<Self, TimestampError> {
        // Below a thousand.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let fraction = millis.rem_euclid(1_000) as u32;
        Self::of_number(millis.div_euclid(1_000), fraction * NANOS_PER_MILLI, false)
    }

    /// Parses a decimal number of seconds since the epoch, such as `1576616366.715` or `1.576616366715E9`.
    ///
    /// # Errors
    ///
    /// Returns an error if the string is not such a number, is finer than a nanosecond, or is out of range.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{Timestamp, TimestampError};
    ///
    /// assert_eq!(Timestamp::from_epoch_text("1.576616366715E9")?.unix_millis(), 1_576_616_366_715);
    /// assert_eq!(Timestamp::from_epoch_text("2019-12-17"), Err(TimestampError::NotANumber));
    /// # Ok::<(), TimestampError>(())
    /// ```
    pub fn from_epoch_text(text: &str) -> Result<Self, TimestampError> {
        let Decimal { negative, seconds, nanos, whole } = Decimal::parse(text)?;
        let seconds = i64::try_from(seconds).map_err(|_| TimestampError::OutOfRange)?;
        let (seconds, nanos) = match (negative, nanos) {
            (false, _) => (seconds, nanos),
            (true, 0) => (-seconds, 0),
            // The fraction of an instant counts upward from the second before it.
            (true, _) => (-seconds - 1, NANOS_PER_SECOND - nanos),
        };
        // `-0` is a float to every JSON reader.
        Self::of_epoch_seconds(seconds, nanos, whole && !(negative && seconds == 0))
    }

    /// Returns `true` if it is written as epoch seconds, and `false` if as a string.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::Timestamp;
    ///
    /// assert!("1576616366.715".parse::<Timestamp>()?.is_epoch());
    /// assert!(!"2019-12-17T20:59:26.715Z".parse::<Timestamp>()?.is_epoch());
    /// # Ok::<(), dynamodb_backup_model::TimestampError>(())
    /// ```
    #[must_use]
    pub fn is_epoch(self) -> bool {
        matches!(self.form, Form::Number { .. })
    }

    /// Returns the same instant, written as epoch seconds like the service does.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::Timestamp;
    ///
    /// let at: Timestamp = "2019-12-17T20:59:26.715Z".parse()?;
    /// assert_eq!(serde_json::to_string(&at.to_epoch())?, "1576616366.715");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

/// Written as epoch seconds.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{Timestamp, time::OffsetDateTime};
///
/// let at = Timestamp::from(OffsetDateTime::UNIX_EPOCH);
/// assert_eq!(at, "1970-01-01T00:00:00Z".parse()?);
/// assert!(at.is_epoch());
/// # Ok::<(), dynamodb_backup_model::TimestampError>(())
/// ```
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

// Here, so that the constructors come first on the page of `Timestamp`.
mod arithmetic;
