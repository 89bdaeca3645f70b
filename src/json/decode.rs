//! The input of `documents`, as UTF-8.

use super::error::Error;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ops::Range;

/// What `documents` was given.
#[derive(Clone)]
pub(super) enum Input<'i> {
    Utf8(&'i [u8]),
    Utf16(Arc<Utf16>),
}

/// Decoded UTF-16, without its byte order mark.
pub(super) struct Utf16 {
    text: String,
    /// The replacement characters that represent half of a character.
    halves: Vec<usize>,
    /// Whether the last of them represents a single byte.
    is_odd: bool,
}

/// The text of a document.
#[derive(Clone)]
pub(super) enum Text<'i> {
    Borrowed(&'i str),
    Shared(Arc<Utf16>, Range<usize>),
}

impl Text<'_> {
    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Borrowed(text) => text,
            Self::Shared(input, range) => &input.text[range.clone()],
        }
    }
}

impl<'i> Input<'i> {
    /// The input and the number of bytes of its byte order mark.
    pub(super) fn new(bytes: &'i [u8]) -> (Self, usize) {
        match bytes {
            [0xFF, 0xFE, rest @ ..] => (Self::utf_16(rest, u16::from_le_bytes), 0),
            [0xFE, 0xFF, rest @ ..] => (Self::utf_16(rest, u16::from_be_bytes), 0),
            [0xEF, 0xBB, 0xBF, ..] => (Self::Utf8(bytes), 3),
            _ => (Self::Utf8(bytes), 0),
        }
    }

    fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Self {
        let mut text = String::with_capacity(bytes.len() / 2);
        let mut halves = Vec::new();
        let (pairs, odd) = bytes.as_chunks::<2>();
        for decoded in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
            text.push(decoded.unwrap_or_else(|_| {
                halves.push(text.len());
                char::REPLACEMENT_CHARACTER
            }));
        }
        let is_odd = !odd.is_empty();
        if is_odd {
            halves.push(text.len());
            text.push(char::REPLACEMENT_CHARACTER);
        }
        Self::Utf16(Arc::new(Utf16 { text, halves, is_odd }))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        match self {
            Self::Utf8(bytes) => bytes,
            Self::Utf16(input) => input.text.as_bytes(),
        }
    }

    /// The text of a document.
    pub(super) fn text(&self, range: Range<usize>) -> Result<Text<'i>, Error> {
        match self {
            Self::Utf8(bytes) => match core::str::from_utf8(&bytes[range.clone()]) {
                Ok(text) => Ok(Text::Borrowed(text)),
                Err(error) => Err(Error::not_utf8(&bytes[range], &error)),
            },
            Self::Utf16(input) => {
                let first = input.halves.partition_point(|half| *half < range.start);
                match input.halves.get(first) {
                    Some(half) if *half < range.end => {
                        let is_byte = input.is_odd && first + 1 == input.halves.len();
                        let found = if is_byte { "a single byte at the end" } else { "half of a surrogate pair" };
                        let at = *half - range.start;
                        Err(Error::half_character(&input.text[range], at, found))
                    }
                    _ => Ok(Text::Shared(Arc::clone(input), range)),
                }
            }
        }
    }
}
