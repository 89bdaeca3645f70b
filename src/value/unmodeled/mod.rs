//! Members that this version of the crate doesn't know, kept with their values.

mod absent;
mod array;
mod convert;
mod number;
mod object;
mod serde;

use super::wire::{push_integer, push_list, push_number, push_string};
use alloc::string::{String, ToString};
use core::fmt;
use core::ops::Index;
use serde_json::Number;

pub(crate) use absent::{Absence, Extra, Extras};
pub use array::JsonArray;
pub(crate) use number::{ARBITRARY_PRECISION, First, is_buffer, read_digits, read_number};
pub use object::{JsonObject, JsonObjectIntoIter, JsonObjectIter};
pub(crate) use serde::{duplicate_member, read_member};

/// The most levels of lists and objects that a document may have, in every format: as many as `serde_json` reads.
pub(crate) const MOST_LEVELS: u8 = 127;

/// Any JSON value: what a member holds that this version of the crate doesn't know.
///
/// It differs from [`serde_json::Value`] in that a duplicate member of an object is refused instead of lost, in that
/// its size is a small multiple of its text's, in that no feature of `serde_json` changes which documents it reads
/// back, and in that dropping it does not recurse. The two convert into each other.
///
/// Numbers are 64-bit integers or doubles, exact to the last bit; where the feature `arbitrary_precision` of
/// `serde_json` is on, they are any numbers.
///
/// # Parsing and printing
///
/// [`FromStr`](core::str::FromStr) reads JSON, with the errors of [`json::from_str`](crate::json::from_str);
/// [`Display`](fmt::Display) prints compact JSON, and `{:#}` prints it with line breaks and indentation.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::Json;
///
/// let json: Json = r#"{"Tags": ["nightly", 7], "Colour": null}"#.parse()?;
/// assert_eq!(json["Tags"][0].as_str(), Some("nightly"));
/// assert_eq!(json["Tags"][1].as_i64(), Some(7));
/// // What is absent is `null` when it is indexed.
/// assert!(json["Owner"].is_null());
/// assert_eq!(json.to_string(), r#"{"Colour":null,"Tags":["nightly",7]}"#);
/// # Ok::<(), dynamodb_backup_model::json::Error>(())
/// ```
///
/// It is an enum to match on:
///
/// ```
/// use dynamodb_backup_model::Json;
///
/// let kind = match Json::from("green") {
///     Json::String(_) => "a string",
///     Json::Number(_) => "a number",
///     _ => "something else",
/// };
/// assert_eq!(kind, "a string");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Json {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as `serde_json` holds it.
    Number(Number),
    /// A string.
    String(String),
    /// A list.
    Array(JsonArray),
    /// An object.
    Object(JsonObject),
}

static NULL: Json = Json::Null;

impl Json {
    /// Returns whether it is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Returns the value of `true` or `false`.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// Returns the integer, if it fits into an `i64`.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::Json;
    ///
    /// assert_eq!(Json::from(-7).as_i64(), Some(-7));
    /// assert_eq!(Json::from(7.0).as_i64(), None);
    /// assert_eq!(Json::from(u64::MAX).as_i64(), None);
    /// ```
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Number(number) => number.as_i64(),
            _ => None,
        }
    }

    /// Returns the number as the nearest `f64`.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::Json;
    ///
    /// assert_eq!(Json::from(0.5).as_f64(), Some(0.5));
    /// assert_eq!(Json::from(7).as_f64(), Some(7.0));
    /// assert_eq!(Json::from("0.5").as_f64(), None);
    /// ```
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(number) => number.as_f64(),
            _ => None,
        }
    }

    /// Returns the string.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::Json;
    ///
    /// assert_eq!(Json::from("COLD").as_str(), Some("COLD"));
    /// assert_eq!(Json::from(7).as_str(), None);
    /// ```
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(string) => Some(string),
            _ => None,
        }
    }

    /// Returns the list.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{Json, json};
    ///
    /// let value: Json = "[1, 2]".parse()?;
    /// assert_eq!(value.as_array().unwrap().len(), 2);
    /// # Ok::<(), json::Error>(())
    /// ```
    #[must_use]
    pub fn as_array(&self) -> Option<&JsonArray> {
        match self {
            Self::Array(values) => Some(values),
            _ => None,
        }
    }

    /// Returns the object.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{Json, json};
    ///
    /// let value: Json = r#"{"Tier": "COLD"}"#.parse()?;
    /// assert!(value.as_object().unwrap().contains_key("Tier"));
    /// # Ok::<(), json::Error>(())
    /// ```
    #[must_use]
    pub fn as_object(&self) -> Option<&JsonObject> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// Whether it is a list or an object with something in it.
    fn holds_values(&self) -> bool {
        match self {
            Self::Array(values) => !values.is_empty(),
            Self::Object(members) => !members.is_empty(),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::String(_) => false,
        }
    }

    pub(crate) fn push_wire(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Number(number) => match number.as_i64() {
                // `-0` is no integer of Rust.
                Some(integer) if integer != 0 => push_integer(out, integer),
                _ => {
                    let text = number.to_string();
                    if text.contains(['.', 'e', 'E']) { push_number(out, &text) } else { out.push_str(&text) }
                }
            },
            Self::String(value) => push_string(out, value),
            Self::Array(values) => push_list(values, Self::push_wire, out),
            Self::Object(members) => {
                out.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    push_string(out, name);
                    out.push(':');
                    value.push_wire(out);
                }
                out.push('}');
            }
        }
    }
}

/// Returns the member of that name, or `null` where it is absent or the value is not an object.
impl Index<&str> for Json {
    type Output = Self;

    fn index(&self, name: &str) -> &Self {
        self.as_object().map_or(&NULL, |members| &members[name])
    }
}

/// Returns the element of that index, or `null` where there is none or the value is not a list.
impl Index<usize> for Json {
    type Output = Self;

    fn index(&self, index: usize) -> &Self {
        self.as_array().and_then(|values| values.get(index)).unwrap_or(&NULL)
    }
}

/// Prints compact JSON; `{:#}` prints it with line breaks and indentation.
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = if f.alternate() { serde_json::to_string_pretty(self) } else { serde_json::to_string(self) };
        f.write_str(&text.map_err(|_| fmt::Error)?)
    }
}
