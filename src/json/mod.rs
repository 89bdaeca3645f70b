//! Reading and writing JSON without a loss.
//!
//! [`from_slice`] and [`from_str`] read like `serde_json`, with errors that say where; [`to_wire_string`] writes as
//! the service does. Plain serde works too, with any format that can carry maps.

mod error;
mod locate;

use alloc::string::String;
use serde::Deserialize;

pub use crate::shape::{MAX_BLANK_ELEMENTS, WireValue};
pub use error::{Error, ErrorKind};
pub use locate::{Location, Locator};

/// Reads one JSON document.
///
/// # Errors
///
/// Where the bytes are not UTF-8 or not JSON, a value has the wrong type, a member stands twice in one object, or a
/// timestamp cannot be kept exactly: with JSON Pointer, line and column.
pub fn from_slice<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, Error> {
    match core::str::from_utf8(bytes) {
        Ok(text) => from_str(text),
        Err(fault) => Err(Error::not_utf8(bytes, &fault)),
    }
}

/// Reads one JSON document.
///
/// # Errors
///
/// Those of [`from_slice`].
pub fn from_str<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|fault| Error::new(text, &fault))
}

/// Writes a value as the service spells it: members in alphabetical order, unknown ones in their place, no white
/// space, epoch numbers in the manner of Java's `Double.toString` (`1.516149542009E9`).
///
/// A body that the service sent comes back byte for byte. Like all writing in this crate it keeps the form of each
/// timestamp, so one that was read as text is written as text, which the service itself never does: call
/// [`Timestamp::to_epoch`](crate::Timestamp::to_epoch) or
/// [`DescribeBackupOutput::with_epoch_timestamps`](crate::DescribeBackupOutput::with_epoch_timestamps) first to serve
/// a document from the AWS CLI to a client that expects the wire's form.
#[must_use]
pub fn to_wire_string<T: WireValue + ?Sized>(value: &T) -> String {
    // As much as `serde_json` begins with.
    let mut out = String::with_capacity(128);
    value.push_wire(&mut out);
    out
}
