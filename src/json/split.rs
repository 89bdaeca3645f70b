//! Where documents begin and end.

use super::decode::Input;
use super::documents::Document;
use super::error::Error;
use super::locate::{Kind, Start, Tokens, is_blank};
use crate::value::pointer::JsonPointer;
use core::fmt;
use core::iter::FusedIterator;
use serde::de::IgnoredAny;

/// As many lists and objects within each other as any document may have.
pub(super) const MOST_LEVELS: usize = 127;

/// An iterator over the documents of an input, made by [`documents`](super::documents).
#[derive(Clone)]
pub struct Documents<'i> {
    input: Input<'i>,
    /// The first byte that was not dealt with.
    next: usize,
    cursor: Cursor,
    array: Option<Array>,
    /// The length of the last document.
    last_length: usize,
}

/// A top-level array whose end was not read yet.
#[derive(Clone, Copy, Debug)]
struct Array {
    start: Start,
    /// The number of elements that were read.
    index: usize,
    /// Whether an element without an end was read, after which no bracket is known to be the array's own.
    is_broken: bool,
}

impl Array {
    fn new(start: Start) -> Self {
        Self { start, index: 0, is_broken: false }
    }

    fn next_path(&mut self) -> JsonPointer {
        let mut path = JsonPointer::root();
        path.push_index(self.index);
        self.index += 1;
        path
    }
}

impl<'i> Documents<'i> {
    pub(super) fn new(bytes: &'i [u8]) -> Self {
        let (input, mark) = Input::new(bytes);
        let cursor = Cursor::new(input.bytes(), mark);
        Self { input, next: mark, cursor, array: None, last_length: 0 }
    }

    /// Moves the cursor to the next document, or to the end of the input, where it returns false.
    fn find(&mut self) -> bool {
        let bytes = self.input.bytes();
        loop {
            let blanks = bytes[self.next..].iter().position(|byte| !is_blank(*byte));
            self.next = blanks.map_or(bytes.len(), |blanks| self.next + blanks);
            let Some(byte) = bytes.get(self.next) else { break };
            match (&self.array, byte) {
                (None, b'[') => {
                    self.cursor.go_to(bytes, self.next);
                    self.array = Some(Array::new(self.cursor.start));
                }
                (Some(Array { start, is_broken: true, .. }), b'[') => {
                    self.cursor.go_to(bytes, self.next);
                    if self.cursor.start.column > start.column {
                        return true;
                    }
                    self.array = Some(Array::new(self.cursor.start));
                }
                (Some(Array { is_broken: false, .. }), b']') => self.array = None,
                (Some(_), b',') | (Some(Array { is_broken: true, .. }), b']' | b'}') => {}
                _ => {
                    self.cursor.go_to(bytes, self.next);
                    return true;
                }
            }
            self.next += 1;
        }
        self.cursor.go_to(bytes, bytes.len());
        false
    }

    /// Where a document at the cursor ends, if it is no longer than twice the one before it.
    fn likely_end(&self) -> usize {
        self.cursor.start.offset + 2 * self.last_length
    }

    /// Reads the document at the cursor.
    fn read(&mut self) -> Document<'i> {
        let path = self.array.as_mut().map_or_else(JsonPointer::root, Array::next_path);
        let start = self.cursor.start;
        let bytes = self.input.bytes();
        if let Some(end) = end_of_value(bytes, start.offset, self.cursor.line_end, self.likely_end()) {
            self.next = end;
            return match self.input.text(start.offset..end) {
                Ok(text) => Document::new(start, end, path, Some(text), None),
                Err(error) => Document::new(start, end, path, None, Some(error)),
            };
        }

        self.next = self.cursor.next_line_to_read(bytes);
        if let Some(array) = &mut self.array {
            array.is_broken = true;
            let on_one_line = array.start.line == start.line;
            if on_one_line && is_closed(&bytes[array.start.offset..self.cursor.line_end]) {
                self.array = None;
            }
        }
        let blanks = bytes[..self.next].iter().rev().take_while(|byte| is_blank(**byte)).count();
        let end = self.next - blanks;
        match self.input.text(start.offset..end) {
            Ok(text) => {
                let error = no_value(text.as_str());
                Document::new(start, end, path, Some(text), Some(error))
            }
            Err(error) => Document::new(start, end, path, None, Some(error)),
        }
    }
}

impl<'i> Iterator for Documents<'i> {
    type Item = Document<'i>;

    fn next(&mut self) -> Option<Document<'i>> {
        if self.find() {
            let document = self.read();
            self.last_length = document.range().len();
            return Some(document);
        }
        // Where an element has no end, that is said of the element.
        let mut array = self.array.take().filter(|array| !array.is_broken)?;
        let end = self.cursor.start;
        Some(Document::new(end, end.offset, array.next_path(), None, Some(Error::cut_array())))
    }
}

impl FusedIterator for Documents<'_> {}

impl fmt::Debug for Documents<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Documents").field("next", &self.next).field("array", &self.array).finish_non_exhaustive()
    }
}

/// A position in the input that only moves on, so that lines and characters are counted once.
#[derive(Clone, Copy, Debug)]
struct Cursor {
    start: Start,
    /// The end of the line that it is on.
    line_end: usize,
}

impl Cursor {
    fn new(bytes: &[u8], offset: usize) -> Self {
        Self { start: Start { line: 1, column: 1, offset }, line_end: line_end(bytes, offset) }
    }

    fn go_to(&mut self, bytes: &[u8], offset: usize) {
        let Start { line, column, offset: counted } = &mut self.start;
        if offset > self.line_end {
            let lines = &bytes[self.line_end..offset];
            *line += lines.iter().filter(|byte| matches!(byte, b'\n')).count();
            *column = 1;
            *counted = offset - lines.iter().rev().take_while(|byte| **byte != b'\n').count();
            self.line_end = line_end(bytes, offset);
        }
        *column += chars(&bytes[*counted..offset]);
        *counted = offset;
    }

    /// Where reading goes on after a document without an end that begins here.
    fn next_line_to_read(&self, bytes: &[u8]) -> usize {
        let at = self.start.offset;
        let most_blanks = if matches!(bytes[at], b'{' | b'[') {
            let line_start = bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
            let line = bytes[line_start..at].iter();
            line.take_while(|byte| is_blank(**byte) || matches!(byte, b'[' | b',')).count()
        } else {
            usize::MAX
        };
        let mut end = self.line_end;
        while end < bytes.len() {
            let line = &bytes[end + 1..];
            let blanks = line.iter().take_while(|byte| is_blank(**byte) && **byte != b'\n').count();
            let first = end + 1 + blanks;
            if blanks <= most_blanks && matches!(bytes.get(first), Some(b'{' | b'[')) {
                return first;
            }
            end = line_end(bytes, first);
        }
        bytes.len()
    }
}

/// The first line feed from there on, or the end.
fn line_end(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    // Of a block `core` compares many bytes at once.
    for block in bytes[from..].chunks(256) {
        if block.contains(&b'\n') {
            return at + block.iter().take_while(|byte| **byte != b'\n').count();
        }
        at += block.len();
    }
    at
}

/// How many characters there are, each run of bytes that are none counted as `String::from_utf8_lossy` shows it.
fn chars(bytes: &[u8]) -> usize {
    match core::str::from_utf8(bytes) {
        Ok(text) => text.chars().count(),
        Err(_) => bytes
            .utf8_chunks()
            .map(|chunk| chunk.valid().chars().count() + usize::from(!chunk.invalid().is_empty()))
            .sum(),
    }
}

/// The end of the JSON value that begins there, if there is one.
///
/// What is read of a value without an end is read again with the values in it, as many times as those are within each
/// other: that is why levels are counted while reading. What is read at first must be in proportion to the document
/// before it.
fn end_of_value(bytes: &[u8], start: usize, line_end: usize, likely_end: usize) -> Option<usize> {
    // Where each document has a line, many share one, or all are about as long, nothing else is read.
    let likely_end = bytes.len().min(likely_end);
    let mut end = line_end;
    loop {
        let mut values = serde_json::Deserializer::from_slice(&bytes[start..end]).into_iter::<IgnoredAny>();
        match values.next()? {
            Ok(_) => {
                let end = start + values.byte_offset();
                return too_deep(&bytes[start..end]).is_none().then_some(end);
            }
            Err(error) if !error.is_eof() => return None,
            Err(_) if likely_end <= end => break,
            Err(_) => end = self::line_end(bytes, likely_end),
        }
    }

    let mut levels = 0;
    let mut next_check = end - start + 16;
    for (kind, token) in (Tokens { bytes, offset: start }) {
        match kind {
            Kind::Open { .. } if levels == MOST_LEVELS => return None,
            Kind::Open { .. } => levels += 1,
            Kind::Close => levels = levels.checked_sub(1)?,
            Kind::Colon | Kind::Comma | Kind::String | Kind::Word => {}
        }
        let read = &bytes[start..token.end];
        if levels == 0 {
            return serde_json::from_slice::<IgnoredAny>(read).is_ok().then_some(token.end);
        }
        if read.len() > next_check {
            if !serde_json::from_slice::<IgnoredAny>(read).is_err_and(|error| error.is_eof()) {
                return None;
            }
            next_check = 4 * read.len();
        }
    }
    None
}

/// Whether a list ends in these bytes, of which it is the start.
fn is_closed(bytes: &[u8]) -> bool {
    let mut levels = 0_usize;
    (Tokens { bytes, offset: 0 }).any(|(kind, _)| {
        match kind {
            Kind::Open { .. } => levels += 1,
            Kind::Close => levels -= 1,
            Kind::Colon | Kind::Comma | Kind::String | Kind::Word => {}
        }
        levels == 0
    })
}

/// The first list or object that is one level too deep.
fn too_deep(bytes: &[u8]) -> Option<usize> {
    // Counted many bytes at once.
    if bytes.iter().filter(|byte| matches!(byte, b'{' | b'[')).count() <= MOST_LEVELS {
        return None;
    }
    let mut levels = 0_usize;
    let mut tokens = Tokens { bytes, offset: 0 };
    let (_, token) = tokens.find(|(kind, _)| {
        match kind {
            Kind::Open { .. } => levels += 1,
            Kind::Close => levels = levels.saturating_sub(1),
            Kind::Colon | Kind::Comma | Kind::String | Kind::Word => {}
        }
        levels > MOST_LEVELS
    })?;
    Some(token.start)
}

/// Says why an input is not one JSON value.
fn no_value(text: &str) -> Error {
    let too_deep = too_deep(text.as_bytes());
    match serde_json::from_str::<IgnoredAny>(&text[..too_deep.unwrap_or(text.len())]) {
        Err(error) if too_deep.is_none() || !error.is_eof() => Error::new(text, &error),
        _ => Error::too_deep(text, too_deep.unwrap_or(text.len())),
    }
}
