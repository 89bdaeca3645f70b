//! The wire format of timestamps.

use crate::model::Timestamp;
use crate::validate::{Check, Path, Rule};

/// `timestamp-not-epoch` and `timestamp-finer-than-milliseconds`, where the limits ask for the wire format.
#[inline]
pub(crate) fn wire_timestamp(check: &mut Check<'_>, at: &Path<'_>, timestamp: Timestamp) {
    if !check.limits.wire_timestamps {
        return;
    }
    if !timestamp.is_epoch() {
        check.report(
            Rule::TimestampNotEpoch,
            at,
            format_args!("expected epoch seconds, found the string \"{timestamp}\""),
        );
    } else if timestamp.unix_nanos() % 1_000_000 != 0 {
        check.report(
            Rule::TimestampFinerThanMilliseconds,
            at,
            format_args!("expected at most 3 digits of a second's fraction, found {timestamp}"),
        );
    }
}
