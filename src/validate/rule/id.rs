//! Ids as strings: parsing them, and serde.

use super::{Group, Rule, Severity};
use alloc::string::String;
use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;
use serde::de::{self, Deserialize, Deserializer, Unexpected};
use serde::ser::{Serialize, Serializer};

/// An error returned when a string is not the id of a [`Rule`], a [`Group`] or a [`Severity`].
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::Severity;
///
/// let error = "fatal".parse::<Severity>().unwrap_err();
/// assert_eq!(error.found(), "fatal");
/// assert_eq!(error.to_string(), "expected a severity, `warning` or `error`, found \"fatal\"");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ParseIdError {
    expected: Kind,
    found: String,
}

impl ParseIdError {
    /// Returns the string that was found.
    ///
    /// # Examples
    ///
    /// ```
    /// # use dynamodb_backup_model::Rule;
    /// let error = "key-schema-oder".parse::<Rule>().unwrap_err();
    /// assert_eq!(error.found(), "key-schema-oder");
    /// ```
    #[must_use]
    pub fn found(&self) -> &str {
        &self.found
    }
}

impl fmt::Display for ParseIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}, found {:?}", self.expected, self.found)
    }
}

impl core::error::Error for ParseIdError {}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Severity,
    Group,
    Rule,
}

/// What is expected.
impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Severity => f.write_str("a severity, `warning` or `error`"),
            Self::Group => {
                f.write_str("the id of a group of rules, one of")?;
                for (index, group) in Group::ALL.iter().enumerate() {
                    write!(f, "{} `{}`", if index == 0 { "" } else { "," }, group.id())?;
                }
                Ok(())
            }
            Self::Rule => write!(f, "the id of a rule, such as `{}` (`Rule::ALL` lists them)", Rule::KeySchemaOrder),
        }
    }
}

trait Id: Copy {
    const KIND: Kind;
    fn id(self) -> &'static str;
    fn from_id(id: &str) -> Option<Self>;
}

struct IdVisitor<T>(PhantomData<T>);

impl<T: Id> de::Visitor<'_> for IdVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", T::KIND)
    }

    fn visit_str<E: de::Error>(self, id: &str) -> Result<T, E> {
        T::from_id(id).ok_or_else(|| E::invalid_value(Unexpected::Str(id), &self))
    }
}

/// Each row: a type with an id, and the method that returns the id.
macro_rules! ids {
    ($($name:ident: $id:ident)+) => {$(
        impl Id for $name {
            const KIND: Kind = Kind::$name;

            fn id(self) -> &'static str {
                self.$id()
            }

            fn from_id(id: &str) -> Option<Self> {
                Self::from_id(id)
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;

            fn from_str(id: &str) -> Result<Self, ParseIdError> {
                <Self as Id>::from_id(id).ok_or_else(|| ParseIdError { expected: Self::KIND, found: id.into() })
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(Id::id(*self))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(IdVisitor(PhantomData))
            }
        }
    )+};
}

ids! { Severity: as_str Group: id Rule: id }
