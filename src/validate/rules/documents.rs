//! What a captured document is, and the wire format of timestamps.

use crate::captured::{Captured, deciding_members};
use crate::model::{Json, Timestamp};
use crate::validate::{Check, Path, Rule};
use core::fmt;

#[cold]
pub(crate) fn document_unrecognized(check: &mut Check<'_>, at: &Path<'_>, captured: &Captured, json: &Json) {
    check.report(Rule::DocumentUnrecognized, at, format_args!("{}", Unrecognized { captured, json }));
}

/// The message is made only if it is reported: the hint looks at the whole document.
struct Unrecognized<'v> {
    captured: &'v Captured,
    json: &'v Json,
}

impl fmt::Display for Unrecognized<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(hint) = self.captured.hint() {
            return write!(f, "expected the output of an operation on backups, found {hint}");
        }
        f.write_str("expected an object with ")?;
        for member in deciding_members() {
            write!(f, "{member}, ")?;
        }
        f.write_str("BackupArn and BackupStatus, or the code of an error, found ")?;
        f.write_str(match self.json {
            Json::Null => "null",
            Json::Bool(_) => "a boolean",
            Json::Number(_) => "a number",
            Json::String(_) => "a string",
            Json::Array(_) => "a list",
            Json::Object(members) if members.is_empty() => "an object without members",
            Json::Object(_) => "none of them",
        })
    }
}

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
