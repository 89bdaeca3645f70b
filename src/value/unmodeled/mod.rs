//! Members that this version of the crate doesn't know, kept with their values.

mod object;
mod serde;

use super::wire::{push_list, push_number, push_string};
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use serde_json::Number;

pub use object::JsonObject;
pub(crate) use serde::{duplicate_member, read_member};

/// Any JSON value: what stands in a member that this version of the crate doesn't know.
///
/// It differs from [`serde_json::Value`] in that a member that stands twice in one object is refused instead of lost,
/// in that its size is a small multiple of its text's, and in that no feature of `serde_json` changes how it reads.
/// The two convert into each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
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
    // A slice and not a `Vec`: with two members of three words, every `Json` would be four words wide instead of three.
    Array(Box<[Json]>),
    /// An object.
    Object(JsonObject),
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Json {
    fn from(value: i64) -> Self {
        Self::Number(value.into())
    }
}

impl From<&str> for Json {
    fn from(value: &str) -> Self {
        Self::String(value.into())
    }
}

impl From<String> for Json {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(value),
            Value::Number(value) => Self::Number(value),
            Value::String(value) => Self::String(value),
            Value::Array(values) => Self::Array(values.into_iter().map(Self::from).collect()),
            Value::Object(members) => Self::Object(members.into_iter().collect()),
        }
    }
}

impl From<Json> for serde_json::Value {
    fn from(value: Json) -> Self {
        match value {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Bool(value),
            Json::Number(value) => Self::Number(value),
            Json::String(value) => Self::String(value),
            Json::Array(values) => Self::Array(values.into_iter().map(Self::from).collect()),
            Json::Object(members) => {
                let members = members.into_members().into_iter();
                Self::Object(members.map(|(name, value)| (name.into(), value.into())).collect())
            }
        }
    }
}

impl Json {
    pub(crate) fn push_wire(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Number(number) => {
                let text = number.to_string();
                if text.contains(['.', 'e', 'E']) { push_number(out, &text) } else { out.push_str(&text) }
            }
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
