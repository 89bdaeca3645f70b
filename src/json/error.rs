//! What was wrong with a document, and where.

use super::locate::{self, Location};
use crate::JsonPointer;
use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;
use core::str::Utf8Error;

/// Why a document could not be read, and where.
///
/// [`Display`](fmt::Display) gives all of it in one line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Error(Box<Inner>);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Inner {
    kind: ErrorKind,
    path: JsonPointer,
    location: Location,
    message: String,
}

/// The kinds of faults that a document can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The bytes are not UTF-8.
    Encoding,
    /// The text is not JSON, or is nested too deeply.
    Syntax,
    /// The text ends in the middle of a document.
    Eof,
    /// The JSON is not what the type can hold.
    Data,
}

impl Error {
    pub(super) fn new(text: &str, fault: &serde_json::Error) -> Self {
        let kind = match fault.classify() {
            serde_json::error::Category::Eof => ErrorKind::Eof,
            serde_json::error::Category::Data => ErrorKind::Data,
            serde_json::error::Category::Syntax | serde_json::error::Category::Io => ErrorKind::Syntax,
        };
        let whole = fault.to_string();
        let position = format!(" at line {} column {}", fault.line(), fault.column());
        let message = match (text, whole.strip_suffix(&position).unwrap_or(&whole)) {
            (text, _) if text.starts_with('\u{FEFF}') => {
                "expected JSON, found a byte order mark: save the text without it"
            }
            (_, "recursion limit exceeded") => "nested too deeply: expected at most 127 levels of lists and objects",
            (_, message) => message,
        };
        let fault = locate::fault(text, fault.line(), fault.column());
        let at = match kind {
            ErrorKind::Data => fault.value,
            ErrorKind::Eof => text.len(),
            ErrorKind::Syntax | ErrorKind::Encoding => fault.byte,
        };
        Self(Box::new(Inner {
            kind,
            path: fault.path,
            location: locate::location(text, at),
            message: message.to_owned(),
        }))
    }

    pub(super) fn not_utf8(bytes: &[u8], fault: &Utf8Error) -> Self {
        let (valid, rest) = bytes.split_at(fault.valid_up_to());
        let text = core::str::from_utf8(valid).unwrap_or_default();
        let message = match (valid, rest) {
            ([], [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) => {
                "expected UTF-8, found UTF-16: save the text as UTF-8".to_owned()
            }
            (_, [byte, ..]) if fault.error_len().is_some() => format!("expected UTF-8, found the byte 0x{byte:02X}"),
            _ => "expected UTF-8, found the end in the middle of a character".to_owned(),
        };
        let path = locate::fault_at(text, text.len()).path;
        let location = locate::location(text, text.len());
        Self(Box::new(Inner { kind: ErrorKind::Encoding, path, location, message }))
    }

    /// What kind of fault it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The value or member that has the fault; where the text is no JSON or ends too soon, the place that reading had
    /// come to.
    #[must_use]
    pub fn path(&self) -> &JsonPointer {
        &self.0.path
    }

    /// The line, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.0.location.line
    }

    /// The column in characters, counted from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.0.location.column
    }

    /// The byte of the text, counted from 0.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.0.location.offset
    }

    /// What was expected and what was found, without the place.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { path, location: Location { line, column, .. }, message, .. } = &*self.0;
        write!(f, "{message} at line {line}, column {column}")?;
        if path.is_root() { f.write_str(", at the top level") } else { write!(f, ", in {path}") }
    }
}

impl core::error::Error for Error {}
