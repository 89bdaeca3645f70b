//! Errors of reading, with their location.

use super::hint;
use super::locate::{self, Location, Start};
use super::part::Part;
use crate::value::OPENED_LIST;
use crate::value::pointer::JsonPointer;
use crate::value::timestamp;
use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::{self, Write as _};
use core::str::Utf8Error;
use serde_json::error::Category;

/// An error of reading a document, with its location.
///
/// [`Display`](fmt::Display) shows message, line, column and path in one line. A long value, such as a string where a
/// number was expected, is shortened in its middle there and in the [`message`](Self::message); the
/// [`path`](Self::path) is always complete.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::json::{self, ErrorKind};
/// use dynamodb_backup_model::DescribeBackupOutput;
///
/// let body = r#"{"BackupDescription":{"BackupDetails":{"BackupSizeBytes":"4096"}}}"#;
/// let error = json::from_str::<DescribeBackupOutput>(body).unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Data);
/// assert_eq!(error.path(), "/BackupDescription/BackupDetails/BackupSizeBytes");
/// assert_eq!(error.location().line, 1);
/// println!("{error}");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Error(Box<Inner>);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Inner {
    kind: ErrorKind,
    path: JsonPointer,
    location: Location,
    message: String,
}

/// The kinds of errors in reading a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The bytes are not UTF-8.
    Encoding,
    /// The text is not JSON, or is nested too deeply.
    Syntax,
    /// The text ends in the middle of a document.
    Eof,
    /// The JSON does not fit the type.
    Data,
}

impl Error {
    pub(super) fn new(text: &str, error: &serde_json::Error) -> Self {
        let whole = error.to_string();
        let said = without_position(&whole, error);
        let end = locate::bytes_read(text, error.line(), error.column());
        let (said, category, end) = match Part::split(said) {
            Some((said, part)) => {
                let came_out = (error.line() > 0).then_some(end);
                (said, part.category, part.end_in(text, came_out).unwrap_or(end))
            }
            None => (said, error.classify(), end),
        };
        // A timestamp is refused when `serde_json` has gone on to the end of the object around it.
        let (member, said) = timestamp::member_of(said).map_or((None, said), |(member, said)| (Some(member), said));
        let is_cut = end == text.len() && text.ends_with(|last: char| last.is_ascii_digit() || ".+-eE".contains(last));
        let kind = match category {
            Category::Eof => ErrorKind::Eof,
            // What is wrong with a number that the text ends in is that its rest is missing.
            Category::Data if is_cut && !locate::stop(text, end).path.is_root() => ErrorKind::Eof,
            Category::Syntax if is_cut && said == "invalid number" => ErrorKind::Eof,
            Category::Data => ErrorKind::Data,
            // It is JSON, but no double holds it.
            Category::Syntax if said == "number out of range" => ErrorKind::Data,
            Category::Syntax | Category::Io => ErrorKind::Syntax,
        };
        let (path, at) = match kind {
            ErrorKind::Data => {
                let stop = locate::stop(text, end_of_value(text, end, said));
                let stop = match member {
                    Some(member) => stop.in_last_member(member),
                    None => stop,
                };
                (stop.path, stop.value)
            }
            ErrorKind::Eof => (locate::stop(text, text.len()).path, text.len()),
            ErrorKind::Syntax | ErrorKind::Encoding => {
                let byte = locate::last_char(text, end);
                (locate::stop(text, byte).path, byte)
            }
        };
        let message = match kind {
            ErrorKind::Data => data_message(said, locate::token(text, at)),
            ErrorKind::Syntax | ErrorKind::Encoding if text.starts_with('\u{FEFF}') => {
                "expected JSON, found a byte order mark: save the text without it".to_owned()
            }
            ErrorKind::Syntax | ErrorKind::Encoding => match hint::no_json(text.as_bytes(), at) {
                Some(found) => format!("expected JSON, found {found}"),
                None => syntax_message(said).to_owned(),
            },
            ErrorKind::Eof => eof_message(said).to_owned(),
        };
        Self::at(kind, path, text, at, &message)
    }

    /// The error of a value whose JSON was read by itself, as one of serde's: a document's error has its location.
    #[cold]
    pub(crate) fn of_part<E: serde::de::Error>(text: &str, error: &serde_json::Error) -> E {
        let whole = error.to_string();
        E::custom(format_args!("{}{}", without_position(&whole, error), Part::of(text, error)))
    }

    pub(super) fn not_utf8(bytes: &[u8], error: &Utf8Error) -> Self {
        let (valid, rest) = bytes.split_at(error.valid_up_to());
        let text = core::str::from_utf8(valid).unwrap_or_default();
        let message = match (valid, rest) {
            ([], [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) => {
                "expected UTF-8, found UTF-16: save the text as UTF-8".to_owned()
            }
            (_, [byte, ..]) if error.error_len().is_some() => match hint::no_json(bytes, valid.len()) {
                Some(found) => format!("expected JSON, found {found}"),
                None => format!("expected UTF-8, found the byte 0x{byte:02X}"),
            },
            _ => "expected UTF-8, found the end in the middle of a character".to_owned(),
        };
        Self::at(ErrorKind::Encoding, locate::stop(text, text.len()).path, text, text.len(), &message)
    }

    /// The UTF-16 that the text was decoded from has half a character there.
    pub(super) fn half_character(text: &str, at: usize, found: &str) -> Self {
        let message = format!("expected UTF-16, found {found}");
        Self::at(ErrorKind::Encoding, locate::stop(&text[..at], at).path, text, at, &message)
    }

    /// The text has a list or object there that is one level too deep.
    pub(super) fn too_deep(text: &str, at: usize) -> Self {
        let message = syntax_message("recursion limit exceeded");
        Self::at(ErrorKind::Syntax, locate::stop(text, at).path, text, at, message)
    }

    /// A list of documents has no end.
    pub(super) fn cut_array() -> Self {
        Self::at(ErrorKind::Eof, JsonPointer::root(), "", 0, eof_message("EOF while parsing a list"))
    }

    /// The error of a document that begins there in its input.
    pub(super) fn within(mut self, start: Start) -> Self {
        self.0.location = start.shift(&self.0.location);
        self
    }

    fn at(kind: ErrorKind, path: JsonPointer, text: &str, at: usize, message: &str) -> Self {
        let message = OneLine(message).to_string();
        Self(Box::new(Inner { kind, path, location: locate::location(text, at), message }))
    }

    /// Returns what kind of error it is.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::json::{self, ErrorKind};
    /// use dynamodb_backup_model::BackupDetails;
    ///
    /// assert_eq!(json::from_str::<BackupDetails>("{").unwrap_err().kind(), ErrorKind::Eof);
    /// assert_eq!(json::from_str::<BackupDetails>("nothing").unwrap_err().kind(), ErrorKind::Syntax);
    /// ```
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the value or member that has the error; if the input is not JSON or ends too soon, the location that reading had
    /// come to.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{BackupDetails, json};
    ///
    /// let error = json::from_str::<BackupDetails>(r#"{"BackupSizeBytes": "7"}"#).unwrap_err();
    /// assert_eq!(error.path(), "/BackupSizeBytes");
    /// ```
    #[must_use]
    pub fn path(&self) -> &JsonPointer {
        &self.0.path
    }

    /// Returns the location: line, column and offset in one.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{DescribeBackupOutput, json};
    ///
    /// let error = json::from_str::<DescribeBackupOutput>("{\n  \"BackupDescription\": 5\n}").unwrap_err();
    /// assert_eq!(error.location().to_string(), "2:24");
    /// assert_eq!(error.location().offset, 25);
    /// ```
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.0.location
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

    /// Returns what was expected and what was found, without the location.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{BackupDetails, json};
    ///
    /// let error = json::from_str::<BackupDetails>(r#"{"BackupSizeBytes": "7"}"#).unwrap_err();
    /// assert_eq!(error.message(), r#"expected a 64-bit integer, found the string "7""#);
    /// ```
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { path, location: Location { line, column, .. }, message, .. } = &*self.0;
        write!(f, "{message} at line {line}, column {column}")?;
        if path.is_root() { f.write_str(", at the top level") } else { write!(f, ", in {}", OneLine(path.as_str())) }
    }
}

impl core::error::Error for Error {}

/// What an error of `serde_json` says, without the position at its end.
fn without_position<'m>(message: &'m str, error: &serde_json::Error) -> &'m str {
    let position = format!(" at line {} column {}", error.line(), error.column());
    message.strip_suffix(&position).unwrap_or(message)
}

/// Up to where the value was read that was refused. A list instead of a structure is refused when its opening
/// bracket has been read, which would otherwise show its first element.
fn end_of_value(text: &str, end: usize, said: &str) -> usize {
    let before_bracket = || text[..end].trim_end().strip_suffix('[').map(str::len);
    let is_opened_list = said.starts_with(&format!("invalid type: {OPENED_LIST}, expected "));
    is_opened_list.then(before_bracket).flatten().unwrap_or(end)
}

/// Says what was found as it appears in the document: `serde_json` tells it in words of its own, by its features.
///
/// What appears there is not what was refused if serde has buffered the value: then it is what serde says.
fn data_message(said: &str, token: &str) -> String {
    if said == "number out of range" {
        return format!("expected a number within the range of doubles, found the number {token}");
    }
    let Some((refused, expected)) = said.rsplit_once(", expected ") else { return said.to_owned() };
    let Some(refused) = ["invalid type: ", "invalid value: "].iter().find_map(|start| refused.strip_prefix(start))
    else {
        return said.to_owned();
    };
    format!("expected {expected}, found {}", found(refused, token))
}

/// What was refused: a string or a number as the text has it, if the text has it at this offset.
fn found(refused: &str, token: &str) -> String {
    // In `` integer `5` `` and `string "a"` the value itself, which may hold anything, begins after the blank.
    let (kind, value) = refused.split_once(' ').unwrap_or((refused, ""));
    let value = value.trim_start_matches("point ").trim_matches('`');
    let is_in_text = match kind {
        "string" => serde_json::from_str::<String>(token).is_ok_and(|string| format!("{string:?}") == value),
        // They may be written in other digits: `7e0` is `7.0`.
        "integer" | "floating" => value.parse::<f64>().is_ok_and(|value| token.parse() == Ok(value)),
        "number" => token.parse::<f64>().is_ok(),
        _ => false,
    };
    let value = if is_in_text { token } else { value };
    match kind {
        "map" => "an object".to_owned(),
        "sequence" | OPENED_LIST => "a list".to_owned(),
        "string" => format!("the string {value}"),
        "number" if value.is_empty() => "a number".to_owned(),
        "integer" | "floating" | "number" => format!("the number {value}"),
        "boolean" => value.to_owned(),
        "unit" | "Option" => "null".to_owned(),
        _ => refused.to_owned(),
    }
}

fn syntax_message(said: &str) -> &str {
    match said {
        "expected value" => "expected a value",
        "expected ident" => "expected `null`, `true` or `false`",
        "key must be a string" => "expected a member's name in quotation marks",
        "trailing comma" => "expected no comma before the end of a list or an object",
        "trailing characters" => "expected nothing after the document",
        "recursion limit exceeded" => "expected at most 127 levels of lists and objects",
        "invalid escape" => "expected an escape that JSON knows",
        "lone leading surrogate in hex escape" | "unexpected end of hex escape" => {
            "expected both halves of a surrogate pair"
        }
        "control character (\\u0000-\\u001F) found while parsing a string" => {
            "expected an escape for a control character in a string"
        }
        "invalid number" => "expected a number in JSON's notation",
        _ => said,
    }
}

fn eof_message(said: &str) -> &str {
    match said {
        "EOF while parsing a list" => "expected the rest of a list, found the end of the text",
        "EOF while parsing an object" => "expected the rest of an object, found the end of the text",
        "EOF while parsing a string" => "expected the rest of a string, found the end of the text",
        "EOF while parsing a value" => "expected a value, found the end of the text",
        _ => "expected the rest of the document, found the end of the text",
    }
}

/// Writes a string without its control characters, and of a long one only both ends.
struct OneLine<'t>(&'t str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 320;
        const EACH: usize = 150;

        let write = |f: &mut fmt::Formatter<'_>, text: &str| {
            text.chars().try_for_each(|char| match char {
                char if char.is_control() => write!(f, "{}", char.escape_default()),
                char => f.write_char(char),
            })
        };
        if self.0.len() <= MOST {
            return write(f, self.0);
        }
        let boundary = |mut byte: usize| {
            while !self.0.is_char_boundary(byte) {
                byte -= 1;
            }
            byte
        };
        write(f, &self.0[..boundary(EACH)])?;
        f.write_str(" … ")?;
        write(f, &self.0[boundary(self.0.len() - EACH)..])
    }
}
