//! From a place in a document to a place in its text, and back.

use crate::JsonPointer;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

/// A place in a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Location {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The first byte, counted from 0.
    pub offset: usize,
    /// The bytes of the value, from its first to behind its last; empty where there is no value.
    pub range: Range<usize>,
}

/// The place of one byte, which may be the end of the text.
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
enum Kind {
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

/// Splits a text into the tokens of JSON. It judges nothing: that is the parser's business.
struct Tokens<'t> {
    text: &'t str,
    offset: usize,
}

impl Iterator for Tokens<'_> {
    type Item = (Kind, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.text.as_bytes();
        let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
        let start = self.offset + bytes[self.offset..].iter().position(|byte| !blank(byte))?;
        let rest = &bytes[start + 1..];
        let (kind, more) = match bytes[start] {
            b'{' => (Kind::Open { list: false }, 0),
            b'[' => (Kind::Open { list: true }, 0),
            b'}' | b']' => (Kind::Close, 0),
            b':' => (Kind::Colon, 0),
            b',' => (Kind::Comma, 0),
            b'"' => (Kind::String, string_end(rest)),
            _ => {
                let ends = |byte: &u8| blank(byte) || matches!(byte, b'{' | b'}' | b'[' | b']' | b':' | b',' | b'"');
                (Kind::Word, rest.iter().position(ends).unwrap_or(rest.len()))
            }
        };
        self.offset = start + 1 + more;
        Some((kind, start..self.offset))
    }
}

/// The length of a string's rest, its closing quotation mark included.
fn string_end(rest: &[u8]) -> usize {
    let mut escaped = false;
    for (index, byte) in rest.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return index + 1,
            _ => {}
        }
    }
    rest.len()
}

fn unquoted<'t>(text: &'t str, string: &Range<usize>) -> Cow<'t, str> {
    let quoted = &text[string.clone()];
    match quoted.get(1..quoted.len() - 1) {
        Some(plain) if !plain.contains('\\') => Cow::Borrowed(plain),
        _ => serde_json::from_str::<String>(quoted).map_or(Cow::Borrowed(quoted), Cow::Owned),
    }
}

/// Where reading stopped.
pub(super) struct Fault {
    pub(super) path: JsonPointer,
    /// The first byte of the character that was read last.
    pub(super) byte: usize,
    /// The first byte of the value or name that it had come to.
    pub(super) value: usize,
}

/// The place that `serde_json` names by line and column, both counted from 1 and columns in bytes. The column is that
/// of the last byte that was read, so it is 0 right behind a line's end.
pub(super) fn fault(text: &str, line: usize, column: usize) -> Fault {
    let line_start = match line.checked_sub(2) {
        None => 0,
        Some(index) => {
            text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').nth(index).map_or(0, |(at, _)| at + 1)
        }
    };
    fault_at(text, (line_start + column).min(text.len()))
}

/// The place behind so many bytes.
pub(super) fn fault_at(text: &str, end: usize) -> Fault {
    struct Open {
        list: bool,
        start: usize,
        index: usize,
        name: Option<Range<usize>>,
    }

    let mut open: Vec<Open> = Vec::new();
    let mut value = 0;
    for (kind, token) in (Tokens { text, offset: 0 }) {
        if token.start >= end {
            break;
        }
        value = token.start;
        match kind {
            Kind::Open { list } => open.push(Open { list, start: token.start, index: 0, name: None }),
            Kind::Close => value = open.pop().map_or(token.start, |closed| closed.start),
            Kind::Comma => {
                if let Some(inner) = open.last_mut() {
                    inner.name = None;
                    inner.index += usize::from(inner.list);
                }
            }
            Kind::String => {
                if let Some(inner) = open.last_mut().filter(|inner| !inner.list && inner.name.is_none()) {
                    inner.name = Some(token);
                }
            }
            Kind::Colon | Kind::Word => {}
        }
    }

    let mut path = JsonPointer::root();
    // The innermost list that was just opened has no element yet.
    let just_opened = open.last().map(|inner| inner.start);
    for inner in &open {
        if let Some(name) = &inner.name {
            path.push_member(&unquoted(text, name));
        } else if inner.list && just_opened.is_none_or(|start| start != inner.start || value != start) {
            path.push_index(inner.index);
        }
    }
    let mut byte = end.saturating_sub(1);
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    Fault { path, byte, value }
}

/// The places of a document's values in its text.
///
/// Made from the text that was read; asked for the places that a report names. Making it takes time and memory in
/// proportion to the text, and each answer the logarithm of that.
#[derive(Clone, Debug)]
pub struct Locator<'t> {
    text: &'t str,
    line_starts: Vec<usize>,
    nodes: Vec<Node<'t>>,
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
    /// Finds the places of all values of a document.
    ///
    /// The text should be one that was read without an error; of any other it finds what there is to find.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut nodes: Vec<Node<'t>> = Vec::new();
        // The lists and objects that are open, each with the name that its next value will have.
        let mut open: Vec<(usize, Option<Cow<'t, str>>)> = Vec::new();
        for (kind, token) in (Tokens { text, offset: 0 }) {
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
                        *name = Some(unquoted(text, &token));
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
        Self { text, line_starts, nodes }
    }

    /// The place of the value that the pointer names, or of the nearest ancestor that is present.
    #[must_use]
    pub fn locate(&self, pointer: &JsonPointer) -> Location {
        let mut place = 0;
        for token in pointer.tokens() {
            let child = match self.nodes.get(place).map(|node| &node.children) {
                Some(Children::List(elements)) => {
                    token.parse::<usize>().ok().and_then(|index| elements.get(index).copied())
                }
                Some(Children::Object(members)) => members
                    .binary_search_by(|(name, _)| name.as_ref().cmp(token.as_ref()))
                    .ok()
                    .map(|found| members[found].1),
                Some(Children::None) | None => None,
            };
            match child {
                Some(child) => place = child,
                None => break,
            }
        }
        let range = self.nodes.get(place).map_or(0..0, |node| node.range.clone());
        let line = self.line_starts.partition_point(|start| *start <= range.start);
        let line_start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        Location { line, column: self.text[line_start..range.start].chars().count() + 1, offset: range.start, range }
    }
}
