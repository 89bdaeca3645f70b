//! An index of the values in a document: much smaller than the document, and quick to walk.
//!
//! A node for each value takes up to fifty times the document, and without an index a report of a thousand violations
//! reads the document a thousand times. An index is smaller than its document, and a lookup reads a few blocks of it.

use super::locate::{Kind, Location, Tokens};
use super::split::MOST_LEVELS;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::ops::Range;
use core::str::Chars;

/// The bytes of a block, for which the index has one entry.
const BLOCK: usize = 256;

/// How many entries of one height an entry of the next summarizes.
const FAN: usize = 16;

/// An object with more members has its names sorted.
const FEW: usize = 32;

#[derive(Clone, Debug)]
pub(super) struct Index<'t> {
    text: &'t str,
    blocks: Vec<Block>,
    /// An entry for each block; then, again and again, one for each [`FAN`] of the entries before, until there are fewer.
    heights: Vec<Vec<Shallowest>>,
    /// In the order of the text.
    objects: Vec<Object>,
    /// The first bytes of the names of those objects.
    names: Vec<usize>,
}

#[derive(Clone, Debug)]
struct Block {
    /// The first token that begins in the block or after it.
    token: usize,
    /// How many lists and objects are open before that token.
    depth: usize,
    /// How many line feeds precede the block.
    newlines: usize,
    /// The start of the line on which the block begins.
    line_start: usize,
    /// How many characters begin before the block.
    chars: usize,
}

/// The least depth in a run of blocks.
#[derive(Clone, Copy, Debug)]
struct Shallowest {
    /// How many lists and objects are open before or after each token, at least.
    depth: usize,
    /// The number of commas at that depth.
    commas: usize,
}

impl Shallowest {
    const NO_TOKEN: Self = Self { depth: usize::MAX, commas: 0 };

    fn and(self, other: &Self) -> Self {
        match self.depth.cmp(&other.depth) {
            Ordering::Less => self,
            Ordering::Greater => *other,
            Ordering::Equal => Self { commas: self.commas + other.commas, ..self },
        }
    }
}

/// An object with more than a few members.
#[derive(Clone, Debug)]
struct Object {
    start: usize,
    /// Where [`Index::names`] has its names, sorted.
    names: Range<usize>,
}

/// A value in the text.
#[derive(Clone, Copy)]
pub(super) struct Value {
    kind: Kind,
    start: usize,
    /// How many lists and objects it is inside of.
    depth: usize,
}

/// What ends a walk through a list or object: a comma or its closing bracket, each with the byte after it.
enum End {
    Comma(usize),
    Close(usize),
}

impl<'t> Index<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let count = bytes.len() / BLOCK + 1;
        let mut blocks: Vec<Block> = Vec::with_capacity(count);
        let mut shallowest: Vec<Shallowest> = Vec::with_capacity(count);
        let mut objects = Objects::new(text);
        let mut depth = 0_usize;
        for (kind, token) in (Tokens { bytes, offset: 0 }) {
            while blocks.len() <= token.start / BLOCK {
                blocks.push(Block { token: token.start, depth, newlines: 0, line_start: 0, chars: 0 });
                shallowest.push(Shallowest::NO_TOKEN);
            }
            objects.take(kind, token.start, depth);
            let before = Shallowest { depth, commas: usize::from(kind == Kind::Comma) };
            match kind {
                Kind::Open { .. } => depth += 1,
                Kind::Close => depth = depth.saturating_sub(1),
                Kind::Colon | Kind::Comma | Kind::String | Kind::Word => {}
            }
            if let Some(last) = shallowest.last_mut() {
                *last = last.and(&before);
                if depth < last.depth {
                    *last = Shallowest { depth, commas: 0 };
                }
            }
        }
        while blocks.len() < count {
            blocks.push(Block { token: bytes.len(), depth, newlines: 0, line_start: 0, chars: 0 });
            shallowest.push(Shallowest::NO_TOKEN);
        }

        let (mut newlines, mut line_start, mut chars) = (0, 0, 0);
        for (number, block) in blocks.iter_mut().enumerate() {
            (block.newlines, block.line_start, block.chars) = (newlines, line_start, chars);
            let start = number * BLOCK;
            let text = &bytes[start..bytes.len().min(start + BLOCK)];
            newlines += newlines_in(text);
            chars += chars_in(text);
            line_start = text.iter().rposition(|byte| *byte == b'\n').map_or(line_start, |at| start + at + 1);
        }

        let mut heights = alloc::vec![shallowest];
        while let Some(last) = heights.last().filter(|last| last.len() >= FAN) {
            let next = last.chunks(FAN).map(|run| run.iter().fold(Shallowest::NO_TOKEN, Shallowest::and)).collect();
            heights.push(next);
        }
        let (objects, names) = objects.finish();
        Self { text, blocks, heights, objects, names }
    }

    /// The value that begins first.
    pub(super) fn root(&self) -> Option<Value> {
        let (kind, start) = self.tokens(0).find(|(kind, _)| is_value(*kind))?;
        Some(Value { kind, start, depth: 0 })
    }

    /// The element or member of that name.
    pub(super) fn child(&self, parent: Value, name: &str) -> Option<Value> {
        match parent.kind {
            Kind::Open { list: true } => self.element(parent, element_index(name)?),
            Kind::Open { list: false } => self.member(parent, name),
            Kind::Close | Kind::Colon | Kind::Comma | Kind::String | Kind::Word => None,
        }
    }

    fn element(&self, list: Value, index: usize) -> Option<Value> {
        let from = match index {
            0 => list.start + 1,
            _ => match self.walk(list, index)? {
                End::Comma(after) => after,
                End::Close(_) => return None,
            },
        };
        let (kind, start) = self.tokens(from).next()?;
        is_value(kind).then_some(Value { kind, start, depth: list.depth + 1 })
    }

    fn member(&self, object: Value, name: &str) -> Option<Value> {
        let depth = object.depth + 1;
        if let Ok(found) = self.objects.binary_search_by_key(&object.start, |object| object.start) {
            let names = &self.names[self.objects[found].names.clone()];
            let found = names.binary_search_by(|start| name_at(self.text, *start).cmp(name.chars())).ok()?;
            let (kind, start) = self.tokens(names[found]).skip(1).find(|(kind, _)| *kind != Kind::Colon)?;
            return is_value(kind).then_some(Value { kind, start, depth });
        }
        let mut tokens = self.tokens(object.start + 1);
        let (mut expects_name, mut is_found) = (true, false);
        while let Some((kind, start)) = tokens.next() {
            match kind {
                Kind::Close => break,
                Kind::Colon => {}
                Kind::Comma => (expects_name, is_found) = (true, false),
                Kind::String if expects_name => {
                    (expects_name, is_found) = (false, name_at(self.text, start).eq(name.chars()));
                }
                Kind::Open { .. } | Kind::String | Kind::Word => {
                    let value = Value { kind, start, depth };
                    if is_found {
                        return Some(value);
                    }
                    if let Kind::Open { .. } = kind {
                        tokens = self.tokens(self.end(value)?);
                    }
                    expects_name = true;
                }
            }
        }
        None
    }

    /// The bytes of a value. Those of a list or object without an end are its opening bracket.
    pub(super) fn range(&self, value: Value) -> Range<usize> {
        let token = Tokens { bytes: self.text.as_bytes(), offset: value.start }.next();
        let (kind, range) = token.unwrap_or((Kind::Word, value.start..value.start));
        match kind {
            Kind::Open { .. } => range.start..self.end(value).unwrap_or(range.end),
            _ => range,
        }
    }

    /// The end of a list or object, if it has one.
    fn end(&self, value: Value) -> Option<usize> {
        match self.walk(value, usize::MAX)? {
            End::Comma(end) | End::Close(end) => Some(end),
        }
    }

    /// Goes through a list or object to that comma of its own, counted from 1, or to its end.
    fn walk(&self, value: Value, comma: usize) -> Option<End> {
        let level = value.depth + 1;
        let (mut offset, mut depth, mut left) = (value.start + 1, level, comma);
        loop {
            for (kind, token) in self.tokens_of_block(offset) {
                match kind {
                    Kind::Open { .. } => depth += 1,
                    Kind::Close if depth == level => return Some(End::Close(token.end)),
                    Kind::Close => depth -= 1,
                    Kind::Comma if depth == level => {
                        left -= 1;
                        if left == 0 {
                            return Some(End::Comma(token.end));
                        }
                    }
                    Kind::Colon | Kind::Comma | Kind::String | Kind::Word => {}
                }
            }
            let next = self.skip(offset / BLOCK + 1, level, &mut left);
            let block = self.blocks.get(next)?;
            (offset, depth) = (block.token, block.depth);
        }
    }

    /// The first block from there on that has that comma, as many as are left, or the end of a list or object of that
    /// level.
    fn skip(&self, block: usize, level: usize, left: &mut usize) -> usize {
        let (mut at, mut height) = (block, 0);
        loop {
            match self.heights[height].get(at) {
                Some(run) if run.depth > level || run.depth == level && run.commas < *left => {
                    if run.depth == level {
                        *left -= run.commas;
                    }
                    at += 1;
                    if at.is_multiple_of(FAN) {
                        (at, height) = (at / FAN, height + 1);
                    }
                }
                _ if height == 0 => return at,
                _ => (at, height) = (at * FAN, height - 1),
            }
        }
    }

    /// The tokens from there on. A string or other long token is passed without reading it to its end.
    fn tokens(&self, offset: usize) -> impl Iterator<Item = (Kind, usize)> {
        let mut block = offset / BLOCK;
        let mut tokens = self.tokens_of_block(offset);
        core::iter::from_fn(move || {
            loop {
                if let Some((kind, token)) = tokens.next() {
                    return Some((kind, token.start));
                }
                let offset = self.blocks.get(block + 1)?.token;
                block = offset / BLOCK;
                tokens = self.tokens_of_block(offset);
            }
        })
    }

    /// The tokens that begin there or later in the same block, of which the last may be cut.
    fn tokens_of_block(&self, offset: usize) -> Tokens<'t> {
        let bytes = self.text.as_bytes();
        let end = bytes.len().min((offset / BLOCK + 1) * BLOCK);
        Tokens { bytes: &bytes[..end], offset }
    }

    pub(super) fn location(&self, range: Range<usize>) -> Location {
        let offset = range.start;
        let Block { newlines, line_start, .. } = self.blocks[offset / BLOCK];
        let block_start = offset / BLOCK * BLOCK;
        let before = &self.text.as_bytes()[block_start..offset];
        let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(line_start, |at| block_start + at + 1);
        let column = self.chars_to(offset) - self.chars_to(line_start) + 1;
        Location { line: newlines + newlines_in(before) + 1, column, offset, range }
    }

    /// How many characters begin before a byte.
    fn chars_to(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        self.blocks[block].chars + chars_in(&self.text.as_bytes()[block * BLOCK..offset])
    }
}

fn is_value(kind: Kind) -> bool {
    matches!(kind, Kind::Open { .. } | Kind::String | Kind::Word)
}

fn newlines_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| matches!(byte, b'\n')).count()
}

fn chars_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xBF)).count()
}

/// An index as RFC 6901 has it: digits only, without a leading zero.
fn element_index(token: &str) -> Option<usize> {
    let canonical = token == "0" || (!token.starts_with('0') && token.bytes().all(|byte| byte.is_ascii_digit()));
    if canonical { token.parse().ok() } else { None }
}

/// The characters of the name that begins there. What is after the last that is compared is not read.
fn name_at(text: &str, start: usize) -> impl Iterator<Item = char> {
    let mut chars = text[start + 1..].chars();
    core::iter::from_fn(move || match chars.next()? {
        '"' | '\n' => {
            chars = "".chars();
            None
        }
        '\\' => Some(match chars.next()? {
            'b' => '\u{8}',
            'f' => '\u{C}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => escaped(&mut chars),
            other => other,
        }),
        other => Some(other),
    })
}

/// The character whose digits are next, those of the second half of a surrogate pair included.
fn escaped(chars: &mut Chars<'_>) -> char {
    let unit = |chars: &mut Chars<'_>| {
        let digits = chars.as_str().get(..4)?;
        *chars = chars.as_str()[4..].chars();
        u16::from_str_radix(digits, 16).ok()
    };
    let Some(first) = unit(chars) else { return char::REPLACEMENT_CHARACTER };
    let mut ahead = chars.clone();
    let second = if (ahead.next(), ahead.next()) == (Some('\\'), Some('u')) { unit(&mut ahead) } else { None };
    let mut pair = char::decode_utf16([first].into_iter().chain(second));
    match pair.next() {
        Some(Ok(char)) => {
            if char.len_utf16() == 2 {
                *chars = ahead;
            }
            char
        }
        _ => char::REPLACEMENT_CHARACTER,
    }
}

/// A list or object whose end was not read yet.
struct Open {
    start: usize,
    list: bool,
    /// How many names were read before its own.
    names: usize,
    expects_name: bool,
}

/// Collects the names of the objects that have more than a few.
struct Objects<'t> {
    text: &'t str,
    /// Those of no more levels than a document may have.
    open: Vec<Open>,
    /// The names of the open objects.
    pending: Vec<usize>,
    finished: Vec<Object>,
    names: Vec<usize>,
}

impl<'t> Objects<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, open: Vec::new(), pending: Vec::new(), finished: Vec::new(), names: Vec::new() }
    }

    /// Takes the next token, which so many lists and objects are open before.
    fn take(&mut self, kind: Kind, start: usize, depth: usize) {
        if depth > MOST_LEVELS {
            return;
        }
        if let Some(inner) = self.open.last_mut() {
            match kind {
                Kind::Colon => {}
                Kind::Close => self.close(),
                Kind::String if inner.expects_name && !inner.list => {
                    inner.expects_name = false;
                    self.pending.push(start);
                }
                Kind::Comma | Kind::Open { .. } | Kind::String | Kind::Word => inner.expects_name = true,
            }
        }
        if let Kind::Open { list } = kind
            && depth < MOST_LEVELS
        {
            self.open.push(Open { start, list, names: self.pending.len(), expects_name: true });
        }
    }

    fn close(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let names = &mut self.pending[open.names..];
        if names.len() > FEW {
            names.sort_by(|a, b| name_at(self.text, *a).cmp(name_at(self.text, *b)));
            let first = self.names.len();
            self.names.extend_from_slice(names);
            self.finished.push(Object { start: open.start, names: first..self.names.len() });
        }
        self.pending.truncate(open.names);
    }

    fn finish(mut self) -> (Vec<Object>, Vec<usize>) {
        while !self.open.is_empty() {
            self.close();
        }
        self.finished.sort_unstable_by_key(|object| object.start);
        self.finished.shrink_to_fit();
        self.names.shrink_to_fit();
        (self.finished, self.names)
    }
}
