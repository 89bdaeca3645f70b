//! What converts into JSON values.

use super::{Json, JsonArray, JsonObject};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use serde_json::{Number, Value};

macro_rules! from_integers {
    ($($integer:ident)+) => {$(
        impl From<$integer> for Json {
            fn from(value: $integer) -> Self {
                Self::Number(value.into())
            }
        }
    )+};
}
from_integers!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

impl From<f64> for Json {
    /// JSON has no NaN and no infinite numbers: they become `null`.
    fn from(value: f64) -> Self {
        Number::from_f64(value).map_or(Self::Null, Self::Number)
    }
}

impl From<f32> for Json {
    /// The decimal digits are those of the `f32`. JSON has no NaN and no infinite numbers: they become `null`.
    fn from(value: f32) -> Self {
        Value::from(value).into()
    }
}

impl From<Number> for Json {
    fn from(value: Number) -> Self {
        Self::Number(value)
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
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

impl From<Cow<'_, str>> for Json {
    fn from(value: Cow<'_, str>) -> Self {
        Self::String(value.into_owned())
    }
}

impl From<()> for Json {
    fn from((): ()) -> Self {
        Self::Null
    }
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

impl From<JsonArray> for Json {
    fn from(values: JsonArray) -> Self {
        Self::Array(values)
    }
}

impl From<JsonObject> for Json {
    fn from(members: JsonObject) -> Self {
        Self::Object(members)
    }
}

impl From<Value> for Json {
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
