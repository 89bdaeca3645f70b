//! What converts into JSON values.

use super::{Json, JsonArray, JsonObject};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use serde_json::{Number, Value};

/// Each row: a type, and what its values become.
macro_rules! from {
    ($( $( #[$doc:meta] )* $type:ty: $value:pat_param => $json:expr; )+) => {$(
        impl From<$type> for Json {
            $( #[$doc] )*
            fn from($value: $type) -> Self {
                $json
            }
        }
    )+};
}

macro_rules! from_integers {
    ($($integer:ident)+) => {
        from! { $($integer: value => Self::Number(value.into());)+ }
    };
}
from_integers!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

from! {
    /// JSON has no NaN and no infinite numbers: they become `null`.
    f64: value => Number::from_f64(value).map_or(Self::Null, Self::Number);
    /// The decimal digits are those of the `f32`. JSON has no NaN and no infinite numbers: they become `null`.
    f32: value => Value::from(value).into();
    Number: value => Self::Number(value);
    bool: value => Self::Bool(value);
    &str: value => Self::String(value.into());
    String: value => Self::String(value);
    Cow<'_, str>: value => Self::String(value.into_owned());
    (): () => Self::Null;
    JsonArray: values => Self::Array(values);
    JsonObject: members => Self::Object(members);
}

impl<V: Into<Self>> From<Option<V>> for Json {
    fn from(value: Option<V>) -> Self {
        value.map_or(Self::Null, V::into)
    }
}

impl<V: Into<Self>> From<Vec<V>> for Json {
    fn from(values: Vec<V>) -> Self {
        Self::Array(values.into_iter().collect())
    }
}

impl<V: Into<Self>, const N: usize> From<[V; N]> for Json {
    fn from(values: [V; N]) -> Self {
        Self::Array(values.into_iter().collect())
    }
}

impl From<Value> for Json {
    #[inline]
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(value),
            Value::Number(value) => Self::Number(value),
            Value::String(value) => Self::String(value),
            Value::Array(values) => values.into(),
            Value::Object(members) => Self::Object(members.into_iter().collect()),
        }
    }
}

impl From<Json> for Value {
    #[inline]
    fn from(value: Json) -> Self {
        match value {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Bool(value),
            Json::Number(value) => Self::Number(value),
            Json::String(value) => Self::String(value),
            Json::Array(values) => Self::Array(values.into_iter().map(Self::from).collect()),
            Json::Object(members) => {
                Self::Object(members.into_iter().map(|(name, value)| (name, value.into())).collect())
            }
        }
    }
}
