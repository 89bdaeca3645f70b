use super::{Json, JsonObject};
use crate::value::text::Text;
use alloc::boxed::Box;
use alloc::vec::{self, Vec};
use core::fmt;
use core::mem;
use core::ops::{Deref, DerefMut};
use serde::ser::{Serialize, Serializer};

/// A list of JSON values.
///
/// It dereferences to a slice. To add or remove values, convert it into a `Vec` and back.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{Json, JsonArray};
///
/// let list: JsonArray = ["a", "b"].into_iter().collect();
/// assert_eq!(list.len(), 2);
/// assert_eq!(list[1].as_str(), Some("b"));
///
/// let mut values = Vec::from(list);
/// values.push(Json::Null);
/// assert_eq!(Json::from(values).to_string(), r#"["a","b",null]"#);
/// ```
// A slice and not a `Vec`: with three words here, every `Json` would be four words wide instead of three.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct JsonArray(Box<[Json]>);

impl JsonArray {
    /// Returns an empty list.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn take(&mut self) -> Vec<Json> {
        mem::take(&mut self.0).into_vec()
    }
}

impl Deref for JsonArray {
    type Target = [Json];

    fn deref(&self) -> &[Json] {
        &self.0
    }
}

impl DerefMut for JsonArray {
    fn deref_mut(&mut self) -> &mut [Json] {
        &mut self.0
    }
}

impl fmt::Debug for JsonArray {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Vec<Json>> for JsonArray {
    fn from(values: Vec<Json>) -> Self {
        Self(values.into_boxed_slice())
    }
}

impl From<JsonArray> for Vec<Json> {
    fn from(mut values: JsonArray) -> Self {
        values.take()
    }
}

impl<V: Into<Json>> FromIterator<V> for JsonArray {
    fn from_iter<I: IntoIterator<Item = V>>(values: I) -> Self {
        Self(values.into_iter().map(V::into).collect())
    }
}

impl IntoIterator for JsonArray {
    type Item = Json;
    type IntoIter = vec::IntoIter<Json>;

    fn into_iter(mut self) -> Self::IntoIter {
        self.take().into_iter()
    }
}

impl<'a> IntoIterator for &'a JsonArray {
    type Item = &'a Json;
    type IntoIter = core::slice::Iter<'a, Json>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl Serialize for JsonArray {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.0)
    }
}

impl Drop for JsonArray {
    fn drop(&mut self) {
        if self.0.iter().any(Json::holds_values) {
            drop_nested(Level::List(self.take().into_iter()));
        }
    }
}

/// The values of one list or object that are still to be dropped.
pub(super) enum Level {
    List(vec::IntoIter<Json>),
    Object(vec::IntoIter<(Text, Json)>),
}

impl Iterator for Level {
    type Item = Json;

    fn next(&mut self) -> Option<Json> {
        match self {
            Self::List(values) => values.next(),
            Self::Object(members) => members.next().map(|(_, value)| value),
        }
    }
}

/// Drops nested values without a call for each level, which a deep value has no stack for.
pub(super) fn drop_nested(outermost: Level) {
    let mut levels = Vec::from([outermost]);
    while let Some(level) = levels.last_mut() {
        match level.next() {
            Some(Json::Array(mut values)) => levels.push(Level::List(values.take().into_iter())),
            Some(Json::Object(members)) => levels.push(Level::Object(JsonObject::into_members(members).into_iter())),
            Some(Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_)) => {}
            None => drop(levels.pop()),
        }
    }
}
