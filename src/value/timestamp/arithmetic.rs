//! Later and earlier instants, and how finely an instant is written.

use super::{Form, NANOS_PER_MILLI, NANOS_PER_SECOND, Timestamp};
use core::time::Duration;

impl Timestamp {
    /// Returns the instant that is later by `duration`, written as epoch seconds, or `None` after the year 9999.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::Timestamp;
    /// use std::time::Duration;
    ///
    /// let created: Timestamp = "2022-08-10T11:39:58.225Z".parse()?;
    /// let expires = created.checked_add(Duration::from_secs(35 * 86_400)).unwrap();
    /// assert_eq!(expires, "2022-09-14T11:39:58.225Z".parse()?);
    /// # Ok::<(), dynamodb_backup_model::TimestampError>(())
    /// ```
    #[must_use]
    pub fn checked_add(self, duration: Duration) -> Option<Self> {
        self.moved_to(self.unix_nanos().checked_add_unsigned(duration.as_nanos())?)
    }

    /// Returns the instant that is earlier by `duration`, written as epoch seconds, or `None` before the year -9999.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::Timestamp;
    /// use std::time::Duration;
    ///
    /// let at = Timestamp::from_unix_millis(1_500)?;
    /// assert_eq!(at.checked_sub(Duration::from_secs(2)), Some(Timestamp::from_unix_millis(-500)?));
    /// assert_eq!(at.checked_sub(Duration::MAX), None);
    /// # Ok::<(), dynamodb_backup_model::TimestampError>(())
    /// ```
    #[must_use]
    pub fn checked_sub(self, duration: Duration) -> Option<Self> {
        self.moved_to(self.unix_nanos().checked_sub_unsigned(duration.as_nanos())?)
    }

    /// The offset stays, for [`to_offset_date_time`](Self::to_offset_date_time).
    fn moved_to(self, nanos: i128) -> Option<Self> {
        Some(Self { offset: self.offset, ..Self::from_unix_nanos(nanos).ok()? })
    }

    /// Returns the time from `earlier` to this instant, or `None` if `earlier` is later.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::Timestamp;
    /// use std::time::Duration;
    ///
    /// let created: Timestamp = "2019-12-17T20:59:26.715Z".parse()?;
    /// let read: Timestamp = "2019-12-17T21:59:27Z".parse()?;
    /// assert_eq!(read.duration_since(created), Some(Duration::from_millis(3_600_285)));
    /// assert_eq!(created.duration_since(read), None);
    /// # Ok::<(), dynamodb_backup_model::TimestampError>(())
    /// ```
    #[must_use]
    pub fn duration_since(self, earlier: Self) -> Option<Duration> {
        let seconds = u64::try_from(self.seconds - earlier.seconds).ok()?;
        Duration::new(seconds, self.nanos).checked_sub(Duration::new(0, earlier.nanos))
    }

    /// Returns the last millisecond that is not after this instant: the precision of the service.
    ///
    /// The form stays; a string with a finer fraction keeps three digits of it.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::Timestamp;
    ///
    /// let at: Timestamp = "2019-12-17T20:59:26.715999+00:00".parse()?;
    /// assert_eq!(at.truncate_to_millis().to_string(), "2019-12-17T20:59:26.715+00:00");
    /// // Before the epoch too, it goes toward the past.
    /// assert_eq!(Timestamp::from_unix_nanos(-1)?.truncate_to_millis().unix_millis(), -1);
    /// # Ok::<(), dynamodb_backup_model::TimestampError>(())
    /// ```
    #[must_use]
    pub fn truncate_to_millis(self) -> Self {
        let form = match self.form {
            Form::Text { separator, fraction_digits, offset } => {
                Form::Text { separator, fraction_digits: fraction_digits.min(3), offset }
            }
            number @ Form::Number { .. } => number,
        };
        Self { nanos: self.nanos - self.nanos % NANOS_PER_MILLI, form, ..self }
    }

    /// Returns the unit of the last digit in which the instant is written.
    ///
    /// For a string that is the last digit shown: a second for `…:26Z`, a millisecond for `…:26.000Z`. A number is
    /// exact as it is, to the nanosecond. The rules compare times at the coarser of two precisions, since a string may
    /// have been truncated.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::Timestamp;
    /// use std::time::Duration;
    ///
    /// let precision = |string: &str| string.parse().map(Timestamp::precision);
    /// assert_eq!(precision("2019-12-17T20:59:26Z")?, Duration::from_secs(1));
    /// assert_eq!(precision("2019-12-17T20:59:26.000Z")?, Duration::from_millis(1));
    /// assert_eq!(precision("1576616366")?, Duration::from_nanos(1));
    /// # Ok::<(), dynamodb_backup_model::TimestampError>(())
    /// ```
    #[must_use]
    pub fn precision(self) -> Duration {
        match self.form {
            Form::Number { .. } => Duration::from_nanos(1),
            Form::Text { fraction_digits: 0, .. } => Duration::from_secs(1),
            Form::Text { fraction_digits, .. } => {
                Duration::from_nanos((NANOS_PER_SECOND / 10_u32.pow(fraction_digits.into())).into())
            }
        }
    }

    /// Whether it is later than another instant by at least a unit of the coarser precision of the two.
    #[inline]
    pub(crate) fn is_surely_after(self, other: Self) -> bool {
        self.duration_since(other).is_some_and(|by| by >= self.coarser_precision(other))
    }

    /// Whether the distance of the two instants differs from `expected` by no more than `tolerance` and less than a unit
    /// of the coarser precision of the two. Where both are numbers, that is no more than `tolerance`.
    pub(crate) fn is_later_by(self, other: Self, expected: Duration, tolerance: Duration) -> bool {
        let distance = self.unix_nanos() - other.unix_nanos();
        let off = distance.saturating_sub_unsigned(expected.as_nanos()).unsigned_abs();
        off < tolerance.as_nanos() + self.coarser_precision(other).as_nanos()
    }

    pub(crate) fn coarser_precision(self, other: Self) -> Duration {
        self.precision().max(other.precision())
    }
}
