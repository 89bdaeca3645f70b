//! Strings: how they are stored, and what limits them.

use core::fmt;

/// The storage of every string in the model: without an allocation up to 24 bytes.
pub(crate) type Text = compact_str::CompactString;

/// What every string type of the model has: it shows its string, and compares with strings on either side.
macro_rules! string_traits {
    ($name:ident) => {
        impl AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        crate::value::text::string_traits!(@compare $name, str);
        crate::value::text::string_traits!(@compare $name, &str);
        crate::value::text::string_traits!(@compare $name, alloc::string::String);
    };
    (@compare $name:ident, $string:ty) => {
        impl PartialEq<$string> for $name {
            #[inline]
            fn eq(&self, other: &$string) -> bool {
                let other: &str = other.as_ref();
                self.as_str() == other
            }
        }

        impl PartialEq<$name> for $string {
            #[inline]
            fn eq(&self, other: &$name) -> bool {
                other == self
            }
        }
    };
}
pub(crate) use string_traits;

/// The limits of the service model and the developer guide for a string.
///
/// Characters are Unicode scalar values, as the service model counts them. Limits on both sides are inclusive.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{TableName, TextErrorKind, TextPattern};
///
/// let limits = TableName::LIMITS;
/// assert_eq!((limits.min_chars, limits.max_chars), (3, Some(255)));
/// assert_eq!(limits.check("Music"), Ok(()));
/// assert_eq!(limits.check("my table"), Err(TextErrorKind::Pattern(TextPattern::Name)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct TextLimits {
    /// The smallest number of characters.
    pub min_chars: usize,
    /// The largest number of characters; `None` if the service model has no limit.
    pub max_chars: Option<usize>,
    /// The largest number of bytes in UTF-8; `None` if the developer guide has no limit.
    pub max_bytes: Option<usize>,
    /// What the whole string must match; `None` if the service model has no pattern.
    pub pattern: Option<TextPattern>,
}

/// The patterns of the service model. They apply to the whole string, though the service model has them without anchors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TextPattern {
    /// One or more ASCII letters, digits, `_`, `.` and `-`.
    Name,
    /// A lower-case UUID: 8, 4, 4, 4 and 12 hexadecimal digits with `-` between them.
    LowerCaseUuid,
}

impl TextPattern {
    /// Returns the pattern as a regular expression, anchored at both ends.
    #[must_use]
    pub const fn regex(self) -> &'static str {
        match self {
            Self::Name => "^[a-zA-Z0-9_.-]+$",
            Self::LowerCaseUuid => "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
        }
    }

    /// Returns whether the whole string matches.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::TextPattern;
    ///
    /// assert!(TextPattern::Name.matches("Music-2019"));
    /// assert!(!TextPattern::Name.matches("Music 2019"));
    /// ```
    #[must_use]
    pub fn matches(self, string: &str) -> bool {
        match self {
            Self::Name => !string.is_empty() && NAME.contains_all(string.as_bytes()),
            Self::LowerCaseUuid => is_lower_case_uuid(string.as_bytes()),
        }
    }

    pub(crate) const fn describe(self) -> &'static str {
        match self {
            Self::Name => "only the characters a-z, A-Z, 0-9, `_`, `.` and `-`",
            Self::LowerCaseUuid => "a UUID in lower case",
        }
    }
}

fn is_lower_case_uuid(string: &[u8]) -> bool {
    string.len() == 36
        && [8, 13, 18, 23].iter().all(|index| string[*index] == b'-')
        && [0..8, 9..13, 14..18, 19..23, 24..36].into_iter().all(|group| LOWER_CASE_HEX.contains_all(&string[group]))
}

/// A set of ASCII characters. Looking them up is several times as fast as comparing with the ends of ranges.
pub(crate) struct Characters([bool; 256]);

impl Characters {
    /// The characters between the two of each pair, both included.
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

    pub(crate) const fn contains(&self, byte: u8) -> bool {
        self.0[byte as usize]
    }

    /// Whether all characters of the string are in the set.
    // Without a branch for each byte, which is faster for strings as short as names.
    pub(crate) fn contains_all(&self, string: &[u8]) -> bool {
        string.iter().fold(true, |all, byte| all & self.contains(*byte))
    }
}

/// The first and last of each range of characters that the names of tables, indexes and backups are made of.
pub(crate) const NAME_RANGES: &[(u8, u8)] = &[(b'a', b'z'), (b'A', b'Z'), (b'0', b'9'), (b'_', b'_'), (b'-', b'.')];

pub(crate) static NAME: Characters = Characters::between(NAME_RANGES);

pub(crate) static LOWER_CASE_HEX: Characters = Characters::between(&[(b'a', b'f'), (b'0', b'9')]);

// Where the limits are a constant, most of a check folds away.
#[allow(clippy::inline_always)]
impl TextLimits {
    /// Checks a string: its length in characters, its pattern, then its length in bytes.
    ///
    /// # Errors
    ///
    /// Returns the first limit that the string violates.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::IndexName;
    ///
    /// let error = IndexName::LIMITS.check("ix").unwrap_err();
    /// assert_eq!(error.to_string(), "expected 3 to 255 characters, found 2");
    /// ```
    #[inline(always)]
    pub fn check(&self, string: &str) -> Result<(), TextErrorKind> {
        self.check_length(string)?;
        self.check_pattern(string)?;
        self.check_bytes(string)
    }

    #[inline(always)]
    pub(crate) fn check_length(&self, string: &str) -> Result<(), TextErrorKind> {
        // A string of `n` bytes has at most `n` and at least `n / 4` characters, an ASCII string exactly `n`: most strings
        // need no counting.
        let fits = |chars: usize| chars >= self.min_chars && self.max_chars.is_none_or(|max| chars <= max);
        if fits(string.len()) && (fits(string.len().div_ceil(4)) || string.is_ascii()) {
            return Ok(());
        }
        let chars = count_chars(string);
        if fits(chars) {
            Ok(())
        } else {
            Err(TextErrorKind::Length { chars, min: self.min_chars, max: self.max_chars })
        }
    }

    #[inline(always)]
    pub(crate) fn check_pattern(&self, string: &str) -> Result<(), TextErrorKind> {
        match self.pattern {
            Some(pattern) if !pattern.matches(string) => Err(TextErrorKind::Pattern(pattern)),
            _ => Ok(()),
        }
    }

    #[inline]
    pub(crate) fn check_bytes(&self, string: &str) -> Result<(), TextErrorKind> {
        match self.max_bytes {
            Some(max) if string.len() > max => Err(TextErrorKind::Bytes { bytes: string.len(), max }),
            _ => Ok(()),
        }
    }
}

// Few strings need it: inlined, it would make every length check larger.
#[cold]
fn count_chars(string: &str) -> usize {
    string.chars().count()
}

/// The limit that a string violates.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{TableName, TextErrorKind};
///
/// match TableName::LIMITS.check("T1") {
///     Err(TextErrorKind::Length { chars, min, .. }) => assert_eq!((chars, min), (2, 3)),
///     other => panic!("{other:?}"),
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TextErrorKind {
    /// The number of characters is outside the limits.
    Length {
        /// The number of characters in the string.
        chars: usize,
        /// The smallest number allowed.
        min: usize,
        /// The largest number allowed, if there is one.
        max: Option<usize>,
    },
    /// The string as a whole does not match its pattern.
    Pattern(TextPattern),
    /// The string is too long in UTF-8, though it is not in characters.
    Bytes {
        /// The number of bytes in the string.
        bytes: usize,
        /// The largest number allowed.
        max: usize,
    },
}

impl fmt::Display for TextErrorKind {
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

/// An error returned when a string violates the limits of a constrained string.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{TableName, TextErrorKind, TextPattern};
///
/// let error = TableName::try_from("my table").unwrap_err();
/// assert_eq!(error.type_name(), "TableName");
/// assert_eq!(error.kind(), TextErrorKind::Pattern(TextPattern::Name));
/// assert_eq!(
///     error.to_string(),
///     "not a valid TableName: expected only the characters a-z, A-Z, 0-9, `_`, `.` and `-`"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TextError {
    pub(crate) type_name: &'static str,
    pub(crate) kind: TextErrorKind,
}

impl TextError {
    /// Returns the name of the type, such as `TableName`.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// Returns the limit that the string violates.
    #[must_use]
    pub fn kind(&self) -> TextErrorKind {
        self.kind
    }
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a valid {}: {}", self.type_name, self.kind)
    }
}

impl core::error::Error for TextError {}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;
    use alloc::vec::Vec;

    #[test]
    fn a_set_of_characters_has_those_of_its_ranges() {
        let set = Characters::between(&[(b'b', b'd'), (b'x', b'x')]);
        let found: Vec<u8> = (0..=255).filter(|byte| set.contains(*byte)).collect();
        assert_eq!(found, b"bcdx");
    }

    #[test]
    fn patterns_apply_to_the_whole_string() {
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
