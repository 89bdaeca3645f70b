//! The system's clock.

use super::{Form, Timestamp, TimestampError};
use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};
use time::UtcOffset;

impl TryFrom<SystemTime> for Timestamp {
    type Error = TimestampError;

    /// Returns the clock's instant, written as epoch seconds.
    ///
    /// # Errors
    ///
    /// Returns an error if it is outside the years -9999 to 9999.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::Timestamp;
    /// use std::time::SystemTime;
    ///
    /// let now = Timestamp::try_from(SystemTime::now())?.truncate_to_millis();
    /// assert!(now.is_epoch());
    /// # Ok::<(), dynamodb_backup_model::TimestampError>(())
    /// ```
    fn try_from(at: SystemTime) -> Result<Self, TimestampError> {
        const EPOCH: Timestamp =
            Timestamp { seconds: 0, nanos: 0, offset: UtcOffset::UTC, form: Form::Number { whole: false } };
        match at.duration_since(UNIX_EPOCH) {
            Ok(after) => EPOCH.checked_add(after),
            Err(before) => EPOCH.checked_sub(before.duration()),
        }
        .ok_or(TimestampError::OutOfRange)
    }
}

impl TryFrom<Timestamp> for SystemTime {
    type Error = TimestampError;

    /// Returns the instant as the system's clock has it.
    ///
    /// # Errors
    ///
    /// Returns an error if the system's clock can't hold the instant exactly: Windows' begins in 1601 and counts 100
    /// nanoseconds.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::Timestamp;
    /// use std::time::{Duration, SystemTime};
    ///
    /// let at: SystemTime = Timestamp::from_unix_millis(1_500)?.try_into()?;
    /// assert_eq!(at, SystemTime::UNIX_EPOCH + Duration::from_millis(1_500));
    /// # Ok::<(), dynamodb_backup_model::TimestampError>(())
    /// ```
    fn try_from(timestamp: Timestamp) -> Result<Self, TimestampError> {
        let (negative, seconds, nanos) = timestamp.signed_seconds();
        let distance = Duration::new(seconds, nanos);
        let at = if negative { UNIX_EPOCH.checked_sub(distance) } else { UNIX_EPOCH.checked_add(distance) };
        let at = at.ok_or(TimestampError::OutOfRange)?;
        // A coarser clock cuts silently.
        if Timestamp::try_from(at)? == timestamp { Ok(at) } else { Err(TimestampError::TooFine) }
    }
}
