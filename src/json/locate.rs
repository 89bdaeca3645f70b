//! From a value in a document to its location in the JSON text, and back.

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
    let mut open: Vec<Open> = Vec::new();
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
            open.push(Open { list, index: 0, begun: false, name: None, value: token.start });
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
/// Made from the text that was read, it finds the values that a report names. Making it takes time and memory
/// in proportion to the text; each answer takes at most the logarithm of that for each step of the pointer.
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
    text: &'t str,
    start: Start,
    line_starts: Vec<usize>,
    /// How many characters begin before the start of each block of bytes: a body on the wire is one long line.
    chars_before: Vec<usize>,
    nodes: Vec<Node<'t>>,
}

/// The bytes of a block whose characters are counted together.
const BLOCK: usize = 256;

/// How many characters begin in these bytes.
fn chars_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xBF)).count()
}

#[derive(Clone, Debug)]
struct Node<'t> {
    range: Range<usize>,
    children: Children<'t>,
}

#[derive(Clone, Debug)]
enum Children<'t> {
    None,
    List(Vec<usize>),
    /// Sorted by name.
    Object(Vec<(Cow<'t, str>, usize)>),
}

impl<'t> Locator<'t> {
    /// Creates a locator for a document that is the whole input.
    ///
    /// The text should be one that was read without an error; of any other it finds what there is to find.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self::within(text, Start::INPUT)
    }

    /// Creates a locator for a document that begins there in its input.
    pub(super) fn within(text: &'t str, start: Start) -> Self {
        let mut nodes: Vec<Node<'t>> = Vec::new();
        // The lists and objects that are open, each with the name that its next value will have.
        let mut open: Vec<(usize, Option<Cow<'t, str>>)> = Vec::new();
        for (kind, token) in (Tokens { bytes: text.as_bytes(), offset: 0 }) {
            let children = match kind {
                Kind::Colon | Kind::Comma => continue,
                Kind::Close => {
                    if let Some((node, _)) = open.pop() {
                        nodes[node].range.end = token.end;
                        if let Children::Object(members) = &mut nodes[node].children {
                            members.sort_by(|(a, _), (b, _)| a.cmp(b));
                        }
                    }
                    continue;
                }
                Kind::String => {
                    if let Some((parent, name @ None)) = open.last_mut()
                        && matches!(nodes[*parent].children, Children::Object(_))
                    {
                        *name = Some(unquoted(text, &token).unwrap_or_default());
                        continue;
                    }
                    Children::None
                }
                Kind::Word => Children::None,
                Kind::Open { list: true } => Children::List(Vec::new()),
                Kind::Open { list: false } => Children::Object(Vec::new()),
            };
            let node = nodes.len();
            if let Some((parent, name)) = open.last_mut() {
                match &mut nodes[*parent].children {
                    Children::List(elements) => elements.push(node),
                    Children::Object(members) => members.push((name.take().unwrap_or_default(), node)),
                    Children::None => {}
                }
            }
            if !matches!(children, Children::None) {
                open.push((node, None));
            }
            nodes.push(Node { range: token, children });
        }
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = core::iter::once(0).chain(newlines.map(|(at, _)| at + 1)).collect();
        let mut chars_before = Vec::with_capacity(text.len() / BLOCK + 1);
        let mut chars = 0;
        for block in text.as_bytes().chunks(BLOCK) {
            chars_before.push(chars);
            chars += chars_in(block);
        }
        Self { text, start, line_starts, chars_before, nodes }
    }

    /// How many characters begin before a byte.
    fn chars_to(&self, byte: usize) -> usize {
        let block = byte / BLOCK;
        match self.chars_before.get(block) {
            Some(before) => before + chars_in(&self.text.as_bytes()[block * BLOCK..byte]),
            // The end of a document of whole blocks.
            None => self.text.chars().count(),
        }
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
        self.location(nearest.map_or(0..0, |node| node.range.clone()))
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
            (Some(node), true) => Some(self.location(node.range.clone())),
            _ => None,
        }
    }

    /// The value that the pointer names or its nearest ancestor, and whether it is the value itself.
    fn nearest(&self, pointer: &JsonPointer) -> (Option<&Node<'t>>, bool) {
        let mut nearest = self.nodes.first();
        for token in pointer.tokens() {
            let child = match nearest.map(|node| &node.children) {
                Some(Children::List(elements)) => element_index(&token).and_then(|index| elements.get(index).copied()),
                Some(Children::Object(members)) => members
                    .binary_search_by(|(name, _)| name.as_ref().cmp(token.as_ref()))
                    .ok()
                    .map(|found| members[found].1),
                Some(Children::None) | None => None,
            };
            match child {
                Some(child) => nearest = self.nodes.get(child),
                None => return (nearest, false),
            }
        }
        (nearest, true)
    }

    fn location(&self, range: Range<usize>) -> Location {
        let line = self.line_starts.partition_point(|start| *start <= range.start);
        let line_start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        let column = self.chars_to(range.start) - self.chars_to(line_start) + 1;
        self.start.shift(&Location { line, column, offset: range.start, range })
    }
}

/// An element's number as RFC 6901 has it: digits only, no zero in front.
fn element_index(token: &str) -> Option<usize> {
    let canonical = token == "0" || (!token.starts_with('0') && token.bytes().all(|byte| byte.is_ascii_digit()));
    if canonical { token.parse().ok() } else { None }
}
