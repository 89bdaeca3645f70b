//! Lossless reading and writing of JSON.
//!
//! [`from_slice`] and [`from_str`] read like `serde_json`, with errors that have a location; [`to_wire_string`] writes
//! the service's wire format. Plain serde works too, with any format that can carry maps.

mod decode;
mod documents;
mod error;
mod hint;
mod index;
mod locate;
mod part;
mod split;
mod value;

use alloc::string::String;
use serde::Deserialize;

pub use crate::shape::{MAX_EMPTY_ELEMENTS, WireValue};
pub use documents::{Document, Documents};
pub use error::{Error, ErrorKind};
pub use locate::{Location, Locator};

/// Reads one JSON document.
///
/// # Errors
///
/// Returns an error if the bytes are not UTF-8 or not JSON, a value has the wrong type, a member of an object is
/// duplicated, or a timestamp can't be kept exactly: with JSON Pointer, line and column.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{DescribeBackupOutput, json};
///
/// let output: DescribeBackupOutput = json::from_slice(br#"{"BackupDescription": {}}"#)?;
/// assert!(output.backup_description.is_some());
///
/// let error = json::from_slice::<DescribeBackupOutput>(br#"{"BackupDescription": 7}"#).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "expected an object (BackupDescription), found the number 7 at line 1, column 23, in /BackupDescription"
/// );
/// # Ok::<(), json::Error>(())
/// ```
pub fn from_slice<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, Error> {
    match core::str::from_utf8(bytes) {
        Ok(text) => from_str(text),
        Err(error) => Err(Error::not_utf8(bytes, &error)),
    }
}

/// Reads one JSON document.
///
/// # Errors
///
/// Returns the same errors as [`from_slice`].
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{BackupStatus, DescribeBackupOutput, json};
///
/// let text = r#"{"BackupDescription": {"BackupDetails": {"BackupStatus": "AVAILABLE"}}}"#;
/// let output: DescribeBackupOutput = json::from_str(text)?;
/// assert_eq!(output.details().unwrap().backup_status, Some(BackupStatus::Available));
/// # Ok::<(), json::Error>(())
/// ```
pub fn from_str<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| Error::new(text, &error))
}

/// Returns an iterator over the documents of an input.
///
/// The input is UTF-8 with or without a byte order mark, or UTF-16 with one, as PowerShell's `>` writes it. It holds
/// documents one after another, pretty-printed or not; one per line (JSON Lines); or as the elements of a top-level
/// array, which is split wherever one begins, since no document of the service is an array. Separators are not checked:
/// a missing or duplicate comma between documents is not an error.
///
/// Iterating takes time linear in the input, and memory only for the current document; UTF-8 is not copied.
///
/// # Malformed documents
///
/// Input that is not a document is not lost: it is a [`Document`] whose [`text`](Document::text) and
/// [`read`](Document::read) return the error. All documents' ranges together cover the input, except whitespace and
/// the brackets and commas of arrays.
///
/// - A document that is JSON apart from a byte that is not UTF-8, or half of a surrogate pair in UTF-16, ends where it
///   would without that; reading continues right after it.
/// - A document that is not JSON, ends too soon or is nested more than 127 levels deep extends to the next line that
///   begins with `{` or `[` and is indented no deeper than the line on which the document begins, where an array's own
///   bracket counts as indentation. Reading continues there. So a malformed line of JSON Lines affects only that line,
///   and nothing inside a malformed pretty-printed document is taken for a document.
/// - Input that does not begin with `{` or `[`, such as the lines of a log, extends in the same way, to such a line
///   of any indentation: consecutive lines of it are one document. A number, string, `true`, `false` or `null` by itself is JSON,
///   and so a document.
/// - After a malformed element, reading stays in the array, whose [paths](Document::path) continue to count, and skips
///   commas and closing brackets. It leaves the array if that is closed on the line of the malformed element, or if a
///   line begins another array that is indented no deeper. So a malformed one-line array loses its rest.
/// - An array that ends too soon after a whole element gives one more document, which is empty and has the error.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{DescribeBackupOutput, json};
///
/// let input = b"{\"BackupDescription\": {}}\n{\"BackupDescription\": {\n{\"BackupDescription\": null}\n";
/// let mut unreadable = Vec::new();
/// for document in json::documents(input) {
///     match document.read::<DescribeBackupOutput>() {
///         Ok(output) => assert_eq!(output.backup_description.is_some(), document.line() == 1),
///         Err(error) => unreadable.push(error.to_string()),
///     }
/// }
/// assert_eq!(
///     unreadable,
///     ["expected the rest of an object, found the end of the text at line 2, column 24, in /BackupDescription"]
/// );
/// ```
#[must_use]
pub fn documents(bytes: &[u8]) -> Documents<'_> {
    Documents::new(bytes)
}

/// Writes a value in the wire format: members in alphabetical order, unknown ones among them, no
/// whitespace, epoch seconds in the manner of Java's `Double.toString` (`1.516149542009E9`).
///
/// A body that the service sent is written back byte for byte. Like all writing in this crate it keeps the form of each
/// timestamp, so one that was read as a string is written as a string, which the service itself never does: call
/// [`Timestamp::to_epoch`](crate::Timestamp::to_epoch) or
/// [`DescribeBackupOutput::with_epoch_timestamps`](crate::DescribeBackupOutput::with_epoch_timestamps) first to serve
/// a document from the AWS CLI to a client that expects the wire format. The service sends milliseconds:
/// [`Timestamp::truncate_to_millis`](crate::Timestamp::truncate_to_millis) removes finer digits.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{BackupDetails, Timestamp, json};
///
/// let mut details = BackupDetails::default();
/// details.backup_name = Some("nightly".try_into()?);
/// details.backup_creation_date_time = Some(Timestamp::from_unix_millis(1_576_616_366_715)?);
/// assert_eq!(
///     json::to_wire_string(&details),
///     r#"{"BackupCreationDateTime":1.576616366715E9,"BackupName":"nightly"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn to_wire_string<T: WireValue + ?Sized>(value: &T) -> String {
    // Most documents are no longer: they need no other allocation.
    let mut out = String::with_capacity(2_048);
    value.push_wire(&mut out);
    out
}
