//! From a value in a document to its location in the JSON text, and back.

use super::index::{Index, Value};
use super::split::MOST_LEVELS;
use crate::value::pointer::JsonPointer;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;

/// The location of a value, or of an error, in its input.
///
/// [`Display`](fmt::Display) writes line and column as compilers and editors do.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::json::Locator;
///
/// let text = "{\n  \"BackupDescription\": {}\n}";
/// let location = Locator::new(text).locate(&"/BackupDescription".parse()?);
/// assert_eq!((location.line, location.column, location.offset), (2, 24, 25));
/// assert_eq!(&text[location.range.clone()], "{}");
/// assert_eq!(location.to_string(), "2:24");
/// # Ok::<(), dynamodb_backup_model::validate::JsonPointerError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Location {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The first byte, counted from 0.
    pub offset: usize,
    /// The bytes of the value, from its first to after its last; empty if there is no value.
    pub range: Range<usize>,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Where a document begins in its input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Start {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) offset: usize,
}

impl Start {
    /// The start of a document that is the whole input.
    pub(super) const INPUT: Self = Self { line: 1, column: 1, offset: 0 };

    /// The location in the input of a location in the document.
    pub(super) fn shift(&self, at: &Location) -> Location {
        Location {
            line: self.line - 1 + at.line,
            column: if at.line == 1 { self.column - 1 + at.column } else { at.column },
            offset: self.offset + at.offset,
            range: self.offset + at.range.start..self.offset + at.range.end,
        }
    }
}

/// The location of one byte, which may be the end of the text.
pub(super) fn location(text: &str, offset: usize) -> Location {
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    Location {
        line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
        offset,
        range: offset..offset,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Open {
        list: bool,
    },
    Close,
    Colon,
    Comma,
    String,
    /// A number, `true`, `false`, `null`, or what is no JSON at all.
    Word,
}

/// Splits bytes into the tokens of JSON. It checks nothing: that is left to the parser.
pub(super) struct Tokens<'t> {
    pub(super) bytes: &'t [u8],
    pub(super) offset: usize,
}

impl Iterator for Tokens<'_> {
    type Item = (Kind, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.bytes;
        let start = self.offset + bytes[self.offset..].iter().position(|byte| !is_blank(*byte))?;
        let rest = &bytes[start + 1..];
        let (kind, more) = match bytes[start] {
            b'{' => (Kind::Open { list: false }, 0),
            b'[' => (Kind::Open { list: true }, 0),
            b'}' | b']' => (Kind::Close, 0),
            b':' => (Kind::Colon, 0),
            b',' => (Kind::Comma, 0),
            b'"' => (Kind::String, string_end(rest)),
            _ => {
                let ends =
                    |byte: &u8| is_blank(*byte) || matches!(byte, b'{' | b'}' | b'[' | b']' | b':' | b',' | b'"');
                (Kind::Word, rest.iter().position(ends).unwrap_or(rest.len()))
            }
        };
        self.offset = start + 1 + more;
        Some((kind, start..self.offset))
    }
}

/// Whether a byte is white space in JSON.
pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// The length of a string's rest, its closing quotation mark included. No string goes beyond its line.
fn string_end(rest: &[u8]) -> usize {
    let mut escaped = false;
    for (index, byte) in rest.iter().enumerate() {
        match byte {
            _ if escaped && *byte != b'\n' => escaped = false,
            b'\\' => escaped = true,
            b'"' => return index + 1,
            b'\n' => return index,
            _ => {}
        }
    }
    rest.len()
}

/// The text of a string; `None` where it is cut off or has an escape that means nothing.
fn unquoted<'t>(text: &'t str, string: &Range<usize>) -> Option<Cow<'t, str>> {
    let quoted = &text[string.clone()];
    match quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(plain) if !plain.contains('\\') => Some(Cow::Borrowed(plain)),
        _ => serde_json::from_str::<String>(quoted).ok().map(Cow::Owned),
    }
}

/// A list or object whose end was not read yet.
struct Open {
    list: bool,
    /// The number of commas that were read.
    index: usize,
    /// Whether anything was read in it.
    begun: bool,
    /// The name that was read last, unless a comma followed.
    name: Option<Range<usize>>,
    /// The first byte of the value that was read last.
    value: usize,
}

/// Where reading stopped.
pub(super) struct Stop {
    pub(super) path: JsonPointer,
    /// The first byte of the value or name that was read last, or of the value that was to be read next.
    pub(super) value: usize,
    /// The name and the first byte of the last member, where an object's end was read last.
    closed: Option<(String, usize)>,
}

impl Stop {
    /// The error is in the value of that member, which was read last. Its object's end may have been read too.
    pub(super) fn in_last_member(mut self, member: &str) -> Self {
        // An object inside the member's value may end in a member of that name.
        let is_open = self.path.tokens().last().is_some_and(|token| token == member);
        if !is_open && let Some((name, value)) = self.closed.take_if(|(name, _)| name == member) {
            self.path.push_member(&name);
            self.value = value;
        }
        self
    }
}

/// The number of bytes up to and with the last one that was read, as `serde_json` names it by line and column. Both
/// are counted from 1, columns in bytes; the column is 0 right after a line's end.
pub(super) fn bytes_read(text: &str, line: usize, column: usize) -> usize {
    let mut newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
    let line_start = match line.checked_sub(2) {
        None => 0,
        Some(index) => newlines.nth(index).map_or(0, |(at, _)| at + 1),
    };
    (line_start + column).min(text.len())
}

/// The first byte of the last character that ends within so many bytes or has its first byte there.
pub(super) fn last_char(text: &str, end: usize) -> usize {
    let mut byte = end.saturating_sub(1);
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

/// Where reading is after so many bytes.
pub(super) fn stop(text: &str, end: usize) -> Stop {
    // No document that can be read has deeper ones, which are only counted.
    let mut open: Vec<Open> = Vec::new();
    let mut deeper = 0_usize;
    let mut closed = None;
    let mut value = 0;
    let mut value_is_ahead = true;
    for (kind, token) in (Tokens { bytes: text.as_bytes(), offset: 0 }) {
        if token.start >= end {
            // A list or object that does not belong there is refused before its first byte is read.
            if value_is_ahead {
                value = token.start;
                if let Some(inner) = open.last_mut() {
                    inner.begun = true;
                }
            }
            break;
        }
        value = token.start;
        value_is_ahead = matches!(kind, Kind::Colon | Kind::Comma | Kind::Open { list: true });
        closed = None;
        if deeper > 0 {
            match kind {
                Kind::Open { .. } => deeper += 1,
                Kind::Close => deeper -= 1,
                Kind::Colon | Kind::Comma | Kind::String | Kind::Word => {}
            }
            continue;
        }
        match (kind, open.last_mut()) {
            (Kind::Close, _) => {
                closed = open.pop();
                if let Some(outer) = open.last() {
                    value = outer.value;
                }
            }
            (Kind::Comma, Some(inner)) => {
                inner.name = None;
                inner.index += 1;
            }
            (Kind::String, Some(inner)) if !inner.list && inner.name.is_none() => inner.name = Some(token.clone()),
            (Kind::Open { .. } | Kind::String | Kind::Word, Some(inner)) => {
                inner.begun = true;
                inner.value = token.start;
            }
            (Kind::Colon | Kind::Comma | Kind::Open { .. } | Kind::String | Kind::Word, _) => {}
        }
        if let Kind::Open { list } = kind {
            if open.len() < MOST_LEVELS {
                open.push(Open { list, index: 0, begun: false, name: None, value: token.start });
            } else {
                deeper = 1;
            }
        }
    }

    let mut path = JsonPointer::root();
    for inner in &open {
        if inner.list && inner.begun {
            path.push_index(inner.index);
        } else if let Some(name) = inner.name.as_ref().and_then(|name| unquoted(text, name)) {
            path.push_member(&name);
        }
    }
    let closed = closed.and_then(|closed| Some((unquoted(text, &closed.name?)?.into_owned(), closed.value)));
    Stop { path, value, closed }
}

/// The values in a document, each after those inside it, and the names of members.
pub(super) fn values(text: &str) -> impl Iterator<Item = Range<usize>> {
    let tokens = Tokens { bytes: text.as_bytes(), offset: 0 }.scan(Vec::new(), |open, (kind, token)| {
        Some(match kind {
            Kind::Open { .. } => {
                open.push(token.start);
                None
            }
            Kind::Close => open.pop().map(|start| start..token.end),
            Kind::String | Kind::Word => Some(token),
            Kind::Colon | Kind::Comma => None,
        })
    });
    tokens.flatten()
}

/// The text of the string, number or word that begins there, or the first mark of a list or object.
pub(super) fn token(text: &str, offset: usize) -> &str {
    Tokens { bytes: text.as_bytes(), offset }.next().map_or("", |(_, token)| &text[token])
}

/// Finds the location of each value of a document in its text.
///
/// Created from the text that was read, it finds the values that a report names. Creating it takes time linear in the
/// text. It keeps at most three times the memory of the text, most often a fifth; in a long text, each lookup takes
/// little more time for each token of the pointer.
///
/// A locator made by [`Locator::new`] counts from the start of its text, one from
/// [`Document::locator`](super::Document::locator) from the start of the input that the document is part of.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{DescribeBackupOutput, Validate, json};
///
/// let text = r#"{"BackupDescription": {
///   "BackupDetails": {"BackupName": "a name with spaces"}
/// }}"#;
/// let output: DescribeBackupOutput = json::from_str(text)?;
/// let locator = json::Locator::new(text);
/// let report = output.validate();
/// let violation = report.iter().find(|violation| violation.path().as_str().ends_with("/BackupName")).unwrap();
/// let location = locator.locate(violation.path());
/// assert_eq!(location.to_string(), "2:35");
/// assert_eq!(&text[location.range], "\"a name with spaces\"");
/// # Ok::<(), json::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Locator<'t> {
    start: Start,
    index: Index<'t>,
}

impl<'t> Locator<'t> {
    /// Creates a locator for a document that is the whole input.
    ///
    /// The text should be one that was read without an error; in any other it finds the values before the error.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::json::Locator;
    ///
    /// let location = Locator::new("{\n  \"a\": 1\n}").find(&"/a".parse()?).unwrap();
    /// assert_eq!(location.to_string(), "2:8");
    /// # Ok::<(), dynamodb_backup_model::validate::JsonPointerError>(())
    /// ```
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self::within(text, Start::INPUT)
    }

    /// Creates a locator for a document that begins there in its input.
    pub(super) fn within(text: &'t str, start: Start) -> Self {
        Self { start, index: Index::new(text) }
    }

    /// Returns the location of the value that the pointer names, or of its nearest ancestor that is present.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::json::Locator;
    ///
    /// let text = r#"{"a": {"b": 1}}"#;
    /// let locator = Locator::new(text);
    /// assert_eq!(&text[locator.locate(&"/a/b".parse()?).range], "1");
    /// assert_eq!(&text[locator.locate(&"/a/c".parse()?).range], r#"{"b": 1}"#);
    /// # Ok::<(), dynamodb_backup_model::validate::JsonPointerError>(())
    /// ```
    #[must_use]
    pub fn locate(&self, pointer: &JsonPointer) -> Location {
        let (nearest, _) = self.nearest(pointer);
        self.location(nearest)
    }

    /// Returns the location of the value that the pointer names, or `None` if there is no such value.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::json::Locator;
    ///
    /// let locator = Locator::new(r#"{"a": {"b": 1}}"#);
    /// assert_eq!(locator.find(&"/a/b".parse()?).unwrap().to_string(), "1:13");
    /// assert_eq!(locator.find(&"/a/c".parse()?), None);
    /// # Ok::<(), dynamodb_backup_model::validate::JsonPointerError>(())
    /// ```
    #[must_use]
    pub fn find(&self, pointer: &JsonPointer) -> Option<Location> {
        match self.nearest(pointer) {
            (Some(value), true) => Some(self.location(Some(value))),
            _ => None,
        }
    }

    /// The value that the pointer names or its nearest ancestor, and whether it is the value itself.
    fn nearest(&self, pointer: &JsonPointer) -> (Option<Value>, bool) {
        let mut nearest = self.index.root();
        for token in pointer.tokens() {
            match nearest.and_then(|parent| self.index.child(parent, &token)) {
                Some(child) => nearest = Some(child),
                None => return (nearest, false),
            }
        }
        (nearest, true)
    }

    fn location(&self, value: Option<Value>) -> Location {
        let range = value.map_or(0..0, |value| self.index.range(value));
        self.start.shift(&self.index.location(range))
    }
}
