//! Strings: how they are stored, and what limits them.

use core::fmt;

/// The storage of every text in the model: in place up to 24 bytes.
pub(crate) type Text = compact_str::CompactString;

/// What the service model and the developer guide allow a text to be.
///
/// Characters are Unicode scalar values, as the service model counts them. Limits on both sides are inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct TextLimits {
    /// The smallest number of characters.
    pub min_chars: usize,
    /// The largest number of characters, or `None` where the service model names none.
    pub max_chars: Option<usize>,
    /// The largest number of bytes in UTF-8, where the developer guide names one.
    pub max_bytes: Option<usize>,
    /// What the whole text must match, where the service model names a pattern.
    pub pattern: Option<TextPattern>,
}

/// The patterns that the service model uses. They hold for a whole text, whatever the model's own lack of anchors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TextPattern {
    /// One or more ASCII letters, digits, `_`, `.` and `-`.
    Name,
    /// A UUID in lower case: 8, 4, 4, 4 and 12 hexadecimal digits with `-` between them.
    LowerCaseUuid,
}

impl TextPattern {
    /// The pattern as a regular expression, anchored at both ends.
    #[must_use]
    pub const fn regex(self) -> &'static str {
        match self {
            Self::Name => "^[a-zA-Z0-9_.-]+$",
            Self::LowerCaseUuid => "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
        }
    }

    /// Whether the whole text matches.
    #[must_use]
    pub fn matches(self, text: &str) -> bool {
        match self {
            Self::Name => !text.is_empty() && NAME.make_up(text.as_bytes()),
            Self::LowerCaseUuid => is_lower_case_uuid(text.as_bytes()),
        }
    }

    pub(crate) const fn describe(self) -> &'static str {
        match self {
            Self::Name => "only the characters a-z, A-Z, 0-9, `_`, `.` and `-`",
            Self::LowerCaseUuid => "a UUID in lower case",
        }
    }
}

fn is_lower_case_uuid(text: &[u8]) -> bool {
    text.len() == 36
        && [8, 13, 18, 23].iter().all(|place| text[*place] == b'-')
        && [0..8, 9..13, 14..18, 19..23, 24..36].into_iter().all(|group| LOWER_CASE_HEX.make_up(&text[group]))
}

/// A set of ASCII characters. Looking them up is several times as fast as comparing with the ends of ranges.
pub(crate) struct Characters([bool; 256]);

impl Characters {
    /// Those between the two of each pair, both included.
    pub(crate) const fn between(pairs: &[(u8, u8)]) -> Self {
        let mut set = [false; 256];
        let mut pair = 0;
        while pair < pairs.len() {
            let (mut byte, last) = pairs[pair];
            while byte <= last {
                set[byte as usize] = true;
                byte += 1;
            }
            pair += 1;
        }
        Self(set)
    }

    /// Whether the text is made of them alone; an empty one is.
    // Without a branch for each byte, which on texts as short as names is the faster way.
    pub(crate) fn make_up(&self, text: &[u8]) -> bool {
        text.iter().fold(true, |all, byte| all & self.0[usize::from(*byte)])
    }
}

/// The first and last of each range of characters that the names of tables, indexes and backups are made of.
pub(crate) const NAME_RANGES: &[(u8, u8)] = &[(b'a', b'z'), (b'A', b'Z'), (b'0', b'9'), (b'_', b'_'), (b'-', b'.')];

pub(crate) static NAME: Characters = Characters::between(NAME_RANGES);

pub(crate) static LOWER_CASE_HEX: Characters = Characters::between(&[(b'a', b'f'), (b'0', b'9')]);

// Where the limits are a constant, most of a check folds away.
#[allow(clippy::inline_always)]
impl TextLimits {
    /// The first limit that the text breaks, if any: its length in characters, its pattern, its length in bytes.
    ///
    /// # Errors
    ///
    /// Says which limit is broken and what the text has instead.
    #[inline(always)]
    pub fn check(&self, text: &str) -> Result<(), TextFault> {
        self.check_length(text)?;
        self.check_pattern(text)?;
        self.check_bytes(text)
    }

    #[inline(always)]
    pub(crate) fn check_length(&self, text: &str) -> Result<(), TextFault> {
        // A text of `n` bytes has at most `n` and at least `n / 4` characters, an ASCII text just `n`: most texts need
        // no counting.
        let fits = |chars: usize| chars >= self.min_chars && self.max_chars.is_none_or(|max| chars <= max);
        if fits(text.len()) && (fits(text.len().div_ceil(4)) || text.is_ascii()) {
            return Ok(());
        }
        let chars = count_chars(text);
        if fits(chars) { Ok(()) } else { Err(TextFault::Length { chars, min: self.min_chars, max: self.max_chars }) }
    }

    #[inline(always)]
    pub(crate) fn check_pattern(&self, text: &str) -> Result<(), TextFault> {
        match self.pattern {
            Some(pattern) if !pattern.matches(text) => Err(TextFault::Pattern(pattern)),
            _ => Ok(()),
        }
    }

    #[inline]
    pub(crate) fn check_bytes(&self, text: &str) -> Result<(), TextFault> {
        match self.max_bytes {
            Some(max) if text.len() > max => Err(TextFault::Bytes { bytes: text.len(), max }),
            _ => Ok(()),
        }
    }
}

// Few texts need it: it is not worth its room in every place that checks a length.
#[cold]
fn count_chars(text: &str) -> usize {
    text.chars().count()
}

/// How a text breaks its [`TextLimits`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TextFault {
    /// The number of characters is outside the limits.
    Length {
        /// The number of characters that the text has.
        chars: usize,
        /// The smallest number allowed.
        min: usize,
        /// The largest number allowed, if there is one.
        max: Option<usize>,
    },
    /// The text does not match its pattern as a whole.
    Pattern(TextPattern),
    /// The text is too long in UTF-8, though it is not in characters.
    Bytes {
        /// The number of bytes that the text has.
        bytes: usize,
        /// The largest number allowed.
        max: usize,
    },
}

impl fmt::Display for TextFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Length { chars, min, max: Some(max) } => {
                write!(f, "expected {min} to {max} characters, found {chars}")
            }
            Self::Length { chars, min, max: None } => {
                write!(f, "expected at least {min} characters, found {chars}")
            }
            Self::Pattern(pattern) => write!(f, "expected {}", pattern.describe()),
            Self::Bytes { bytes, max } => write!(f, "expected at most {max} bytes of UTF-8, found {bytes}"),
        }
    }
}

/// A text that breaks the limits of the type that it was to become.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TextError {
    pub(crate) type_name: &'static str,
    pub(crate) fault: TextFault,
}

impl TextError {
    /// The name of the type that refused the text, such as `TableName`.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// Which limit the text breaks.
    #[must_use]
    pub fn fault(&self) -> TextFault {
        self.fault
    }
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a valid {}: {}", self.type_name, self.fault)
    }
}

impl core::error::Error for TextError {}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn patterns_hold_for_the_whole_text() {
        let uuid = "b0c04bcc-309b-4352-b2ae-9088af169fe2";
        for (pattern, good) in [(TextPattern::Name, "a.-_Z9"), (TextPattern::LowerCaseUuid, uuid)] {
            assert!(pattern.matches(good));
            for bad in ["", "é", "\n"] {
                assert!(!pattern.matches(bad), "{bad:?}");
                if !bad.is_empty() {
                    assert!(!pattern.matches(&(good.to_string() + bad)));
                    assert!(!pattern.matches(&(bad.to_string() + good)));
                }
            }
        }
        assert!(!TextPattern::LowerCaseUuid.matches(&uuid.to_uppercase()));
        assert!(!TextPattern::LowerCaseUuid.matches(&uuid.replace('-', "0")));
        assert!(!TextPattern::LowerCaseUuid.matches("b0c04bcc-309b-4352-b2ae-9088af169fe"));
        assert!(!TextPattern::LowerCaseUuid.matches("b0c04bcc-309b-4352-b2ae-9088af169feg"));
    }
}
