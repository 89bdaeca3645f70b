//! Errors about a value whose JSON was read by itself.
//!
//! serde's errors carry text alone: the position in the value is a part of the message until `Error::new` finds it
//! there, which knows the document around the value.

use super::locate;
use core::fmt;
use serde_json::error::Category;

/// Where in a value that was read by itself an error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) category: Category,
    /// How many bytes of the value were read.
    pub(super) end: usize,
    /// The length of the value.
    pub(super) length: usize,
}

const CATEGORIES: [(&str, Category); 3] =
    [("data", Category::Data), ("syntax", Category::Syntax), ("EOF", Category::Eof)];

impl Part {
    pub(super) fn of(text: &str, error: &serde_json::Error) -> Self {
        let end = locate::bytes_read(text, error.line(), error.column());
        Self { category: error.classify(), end, length: text.len() }
    }

    /// Splits off what [`Display`](fmt::Display) has put at the end of a message.
    pub(super) fn split(message: &str) -> Option<(&str, Self)> {
        let (said, part) = message.strip_suffix(')')?.rsplit_once(" (")?;
        let (category, position) = part.split_once(" error at byte ")?;
        let (end, length) = position.split_once(" of ")?;
        let (_, category) = *CATEGORIES.iter().find(|(name, _)| *name == category)?;
        Some((said, Self { category, end: end.parse().ok()?, length: length.parse().ok()? }))
    }

    /// How many bytes of the document were read. The error came out when so many had been, or, if that is not known, from
    /// the value that is the whole document.
    pub(super) fn end_in(&self, text: &str, end: Option<usize>) -> Option<usize> {
        // Values around this one are longer, values inside it are shorter.
        let mut values = locate::values(text).filter(|value| value.len() == self.length);
        let value = match end {
            None => values.next(),
            Some(end) => values.take_while(|value| value.end <= end).last(),
        };
        value.map(|value| value.start + self.end.min(self.length))
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = CATEGORIES.iter().find(|(_, category)| *category == self.category).map_or("data", |(name, _)| name);
        write!(f, " ({name} error at byte {} of {})", self.end, self.length)
    }
}
