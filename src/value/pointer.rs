//! Locations in a document.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::{self, Write as _};
use core::str::FromStr;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A location in a JSON document, as in RFC 6901: `/BackupDescription/SourceTableDetails/KeySchema/0`.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::JsonPointer;
///
/// let pointer: JsonPointer = "/KeySchema/0/AttributeName".parse()?;
/// assert_eq!(pointer.tokens().last().as_deref(), Some("AttributeName"));
/// let document = serde_json::json!({"KeySchema": [{"AttributeName": "Artist"}]});
/// assert_eq!(document.pointer(pointer.as_str()).unwrap(), "Artist");
/// # Ok::<(), dynamodb_backup_model::validate::JsonPointerError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JsonPointer(String);

impl JsonPointer {
    /// Returns the pointer to the whole document.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::JsonPointer;
    ///
    /// let mut pointer = JsonPointer::root();
    /// pointer.push_member("KeySchema");
    /// pointer.push_index(0);
    /// assert_eq!(pointer, "/KeySchema/0");
    /// ```
    #[must_use]
    pub const fn root() -> Self {
        Self(String::new())
    }

    /// Returns whether it points to the whole document.
    #[must_use]
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the pointer as a string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns member names and list indexes from the outermost to the innermost, unescaped.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::JsonPointer;
    ///
    /// let pointer: JsonPointer = "/a~1b/0".parse()?;
    /// assert_eq!(pointer.tokens().collect::<Vec<_>>(), ["a/b", "0"]);
    /// # Ok::<(), dynamodb_backup_model::validate::JsonPointerError>(())
    /// ```
    pub fn tokens(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.split('/').skip(1).map(|token| {
            if token.contains('~') {
                Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
            } else {
                Cow::Borrowed(token)
            }
        })
    }

    /// Returns the location of the list or object that contains this one; `None` for the whole document.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::JsonPointer;
    ///
    /// let pointer: JsonPointer = "/KeySchema/0".parse()?;
    /// assert_eq!(pointer.parent().unwrap(), "/KeySchema");
    /// assert_eq!(JsonPointer::root().parent(), None);
    /// # Ok::<(), dynamodb_backup_model::validate::JsonPointerError>(())
    /// ```
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.0.rfind('/').map(|end| Self(self.0[..end].into()))
    }

    /// Appends the name of a member.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::JsonPointer;
    ///
    /// let mut pointer = JsonPointer::root();
    /// pointer.push_member("a/b");
    /// assert_eq!(pointer, "/a~1b");
    /// ```
    pub fn push_member(&mut self, name: &str) {
        self.0.push('/');
        for char in name.chars() {
            match char {
                '~' => self.0.push_str("~0"),
                '/' => self.0.push_str("~1"),
                char => self.0.push(char),
            }
        }
    }

    /// Appends the index of an element.
    pub fn push_index(&mut self, index: usize) {
        // Writing to a `String` can't fail.
        let _ = write!(self.0, "/{index}");
    }
}

impl fmt::Display for JsonPointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl AsRef<str> for JsonPointer {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for JsonPointer {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for JsonPointer {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl Serialize for JsonPointer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for JsonPointer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl de::Visitor<'_> for Visitor {
            type Value = JsonPointer;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON Pointer")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<JsonPointer, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Visitor)
    }
}

/// An error returned when a string is not a JSON Pointer: it is not empty and does not begin with `/`, or has a `~` that
/// escapes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct JsonPointerError(());

impl fmt::Display for JsonPointerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a JSON Pointer: expected nothing, or `/` before each token and `~` only as `~0` and `~1`")
    }
}

impl core::error::Error for JsonPointerError {}

impl FromStr for JsonPointer {
    type Err = JsonPointerError;

    fn from_str(text: &str) -> Result<Self, JsonPointerError> {
        let escapes = text.split('~').skip(1).all(|rest| rest.starts_with(['0', '1']));
        if escapes && (text.is_empty() || text.starts_with('/')) {
            Ok(Self(text.into()))
        } else {
            Err(JsonPointerError(()))
        }
    }
}
