//! Errors of timestamps.

use core::fmt;

/// The reason why a value is not a [`Timestamp`](super::Timestamp).
///
/// Its message says what was expected, and what to do about it.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{Timestamp, TimestampError};
///
/// let error = "2019-12-17T20:59:26.715".parse::<Timestamp>().unwrap_err();
/// assert_eq!(error, TimestampError::NoOffset);
///
/// let error = Timestamp::from_epoch_text("1576616366715").unwrap_err();
/// assert_eq!(error, TimestampError::Milliseconds);
/// assert!(error.to_string().contains("divide by 1000"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimestampError {
    /// The string is not a date and time in an accepted form, or a part of it is out of range.
    NotATimestamp,
    /// The string is a date alone, which lasts a day.
    NoTime,
    /// The string has no offset from UTC, so that it is not an instant.
    NoOffset,
    /// The string has the name of a time zone (`PST`, `[Europe/Berlin]`), which may have several offsets.
    ZoneName,
    /// The offset from UTC is more than 23 hours and 59 minutes.
    OffsetOutOfRange,
    /// The date has the name of a month, as in CloudTrail's events (`Dec 17, 2019 8:59:26 PM`) and in HTTP headers.
    MonthName,
    /// The string is what .NET's older serializers write: `/Date(1576616366715)/`.
    DotNetDate,
    /// The string holds a number, which JSON writes without quotation marks.
    QuotedNumber,
    /// The number isn't a decimal number.
    NotANumber,
    /// The number is beyond the year 9999 in seconds since the epoch, and within this era in milliseconds.
    Milliseconds,
    /// The fraction of a second is finer than a nanosecond.
    TooFine,
    /// The instant is outside the years -9999 to 9999.
    OutOfRange,
}

impl fmt::Display for TimestampError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotATimestamp => {
                "not a date and time: expected a string such as `2019-12-17T20:59:26.715+00:00` or a number of seconds since the epoch"
            }
            Self::NoTime => {
                "a date without a time of day names no instant: expected a time and an offset after it, as in `2019-12-17T20:59:26Z`"
            }
            Self::NoOffset => {
                "a time without an offset from UTC names no instant: expected `Z` or an offset such as `+00:00` after it"
            }
            Self::ZoneName => {
                "the name of a time zone, which may have several offsets: expected `Z` or an offset such as `-08:00` in its place"
            }
            Self::OffsetOutOfRange => "an offset of more than a day's hours: expected at most 23 hours and 59 minutes",
            Self::MonthName => {
                "a date with the name of a month: expected digits alone, as in `2019-12-17T20:59:26Z` (CloudTrail's times are in UTC)"
            }
            Self::DotNetDate => {
                ".NET's form of milliseconds since the epoch: expected a number of seconds, so take the number and divide by 1000"
            }
            Self::QuotedNumber => {
                "a number in a string: expected a number of seconds since the epoch, so remove the quotation marks"
            }
            Self::NotANumber => "not a decimal number of seconds since the epoch",
            Self::Milliseconds => "milliseconds since the epoch: expected seconds, so divide by 1000",
            Self::TooFine => "finer than a nanosecond: expected at most 9 digits of a second's fraction",
            Self::OutOfRange => "outside the range of time: expected an instant of the years -9999 to 9999",
        })
    }
}

impl core::error::Error for TimestampError {}
