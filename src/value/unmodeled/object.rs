use super::absent::Note;
use super::array::{Level, drop_nested};
use super::{Absence, Extras, Json, NULL};
use crate::value::text::Text;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::{self, Vec};
use core::fmt;
use core::hash::{Hash, Hasher};
use core::iter::FusedIterator;
use core::mem;
use core::ops::Index;

/// The members of a JSON object, sorted by name.
///
/// Every structure of the model has one, `unmodeled`, for the members that it doesn't know. It takes no memory where it
/// is empty.
///
/// The `unmodeled` of a structure also remembers how absent members of the model were written: as `null`, or as `[]` for
/// a structure, as PHP does. That is written again with the structure, unless the member's field has been set since, and
/// moves and is cloned with `unmodeled`. Nothing else shows it: no method here, no comparison, no hash, and no
/// [`Debug`](fmt::Debug) output. Replace `unmodeled` with [`JsonObject::new()`] to forget it.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{BackupDetails, JsonObject, json};
///
/// let details: BackupDetails = json::from_str(r#"{"BackupName": "nightly", "Colour": "green", "BackupArn": null}"#)?;
/// assert_eq!(details.unmodeled["Colour"].as_str(), Some("green"));
/// assert_eq!(details.unmodeled.len(), 1);
/// let text = json::to_wire_string(&details);
/// assert_eq!(text, r#"{"BackupArn":null,"BackupName":"nightly","Colour":"green"}"#);
///
/// let mut members = JsonObject::new();
/// members.insert("Size", 7);
/// members.extend([("Colour", "red")]);
/// assert!(members.contains_key("Size"));
/// for (name, value) in &members {
///     println!("{name}: {value}");
/// }
/// # Ok::<(), json::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct JsonObject(Option<Box<Inner>>);

// Every structure has one and few ever use it: in a box it is one pointer wide.
#[derive(Clone, Default)]
struct Inner {
    members: Vec<(Text, Json)>,
    notes: Box<[Note]>,
}

impl Drop for Inner {
    fn drop(&mut self) {
        if self.members.iter().any(|(_, value)| value.holds_values()) {
            drop_nested(Level::Object(mem::take(&mut self.members).into_iter()));
        }
    }
}

impl JsonObject {
    /// Returns an object without members.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::JsonObject;
    ///
    /// let mut members = JsonObject::new();
    /// members.insert("Tier", "COLD");
    /// assert_eq!(members["Tier"].as_str(), Some("COLD"));
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self(None)
    }

    /// What was read: unknown members, and the absences that were written out.
    pub(crate) fn read(members: BTreeMap<Text, Json>, mut notes: Vec<Note>) -> Self {
        notes.sort_unstable_by_key(|(name, _)| *name);
        Self::of(members.into_iter().collect(), notes.into())
    }

    fn of(members: Vec<(Text, Json)>, notes: Box<[Note]>) -> Self {
        if members.is_empty() && notes.is_empty() { Self(None) } else { Self(Some(Box::new(Inner { members, notes }))) }
    }

    /// Notes how the absence of a member was written.
    pub(crate) fn note_absence(&mut self, name: &'static str, absence: Absence) {
        let inner = self.0.get_or_insert_default();
        let mut notes = mem::take(&mut inner.notes).into_vec();
        match notes.binary_search_by_key(&name, |(other, _)| other) {
            Ok(index) => notes[index].1 = absence,
            Err(index) => notes.insert(index, (name, absence)),
        }
        inner.notes = notes.into();
    }

    #[inline]
    fn as_slice(&self) -> &[(Text, Json)] {
        self.0.as_deref().map_or(&[], |inner| &inner.members)
    }

    /// What a structure writes beside its fields, if it is anything.
    #[inline]
    pub(crate) fn extras(&self) -> Option<Extras<'_>> {
        self.0.as_deref().map(|inner| Extras::new(&inner.members, &inner.notes))
    }

    /// Whether there is a member of that name or a note of its absence.
    pub(crate) fn names(&self, name: &str) -> bool {
        let is_noted = |inner: &Inner| inner.notes.iter().any(|(other, _)| *other == name);
        self.contains_key(name) || self.0.as_deref().is_some_and(is_noted)
    }

    fn find(&self, name: &str) -> Result<usize, usize> {
        self.as_slice().binary_search_by(|(other, _)| other.as_str().cmp(name))
    }

    /// Returns the number of members.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        self.as_slice().len()
    }

    /// Returns whether there are no members.
    #[must_use]
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.as_slice().is_empty()
    }

    /// Returns whether there is a member of that name.
    #[must_use]
    pub fn contains_key(&self, name: &str) -> bool {
        self.find(name).is_ok()
    }

    /// Returns the value of the member of that name.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{Json, JsonObject};
    ///
    /// let members = JsonObject::from_iter([("Colour", "green")]);
    /// assert_eq!(members.get("Colour"), Some(&Json::from("green")));
    /// assert_eq!(members.get("Size"), None);
    /// // An absent member is `null` when it is indexed.
    /// assert!(members["Size"].is_null());
    /// ```
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.find(name).ok().map(|index| &self.as_slice()[index].1)
    }

    /// Returns the value of the member of that name by mutable reference.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{Json, JsonObject};
    ///
    /// let mut members = JsonObject::from_iter([("Tier", "COLD")]);
    /// if let Some(value) = members.get_mut("Tier") {
    ///     *value = Json::from("WARM");
    /// }
    /// assert_eq!(members["Tier"].as_str(), Some("WARM"));
    /// ```
    #[must_use]
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Json> {
        let index = self.find(name).ok()?;
        self.0.as_mut().map(|inner| &mut inner.members[index].1)
    }

    /// Sets a member and returns the value that it had before.
    ///
    /// A structure writes its own members from its fields: where a field of that name is set, the member here is
    /// left out.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{Json, JsonObject};
    ///
    /// let mut members = JsonObject::new();
    /// assert_eq!(members.insert("Colour", "green"), None);
    /// assert_eq!(members.insert("Colour", 7), Some(Json::from("green")));
    /// ```
    pub fn insert(&mut self, name: impl AsRef<str>, value: impl Into<Json>) -> Option<Json> {
        let (name, value) = (name.as_ref(), value.into());
        let found = self.find(name);
        let members = &mut self.0.get_or_insert_default().members;
        match found {
            Ok(index) => Some(mem::replace(&mut members[index].1, value)),
            Err(index) => {
                members.insert(index, (Text::new(name), value));
                None
            }
        }
    }

    /// Removes a member and returns its value.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{Json, JsonObject};
    ///
    /// let mut members = JsonObject::from_iter([("Tier", "COLD")]);
    /// assert_eq!(members.remove("Tier"), Some(Json::from("COLD")));
    /// assert!(members.is_empty());
    /// ```
    pub fn remove(&mut self, name: &str) -> Option<Json> {
        let index = self.find(name).ok()?;
        let inner = self.0.as_mut()?;
        let (_, value) = inner.members.remove(index);
        if inner.members.is_empty() && inner.notes.is_empty() {
            self.0 = None;
        }
        Some(value)
    }

    pub(super) fn into_members(mut self) -> Vec<(Text, Json)> {
        self.0.as_mut().map(|inner| mem::take(&mut inner.members)).unwrap_or_default()
    }

    /// Returns the members, sorted by name.
    #[must_use]
    pub fn iter(&self) -> JsonObjectIter<'_> {
        JsonObjectIter(self.as_slice().iter())
    }
}

impl fmt::Debug for JsonObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

impl PartialEq for JsonObject {
    fn eq(&self, other: &Self) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl Eq for JsonObject {}

impl Hash for JsonObject {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_slice().hash(state);
    }
}

/// Returns the value of the member of that name, or `null` where it is absent.
impl Index<&str> for JsonObject {
    type Output = Json;

    fn index(&self, name: &str) -> &Json {
        self.get(name).unwrap_or(&NULL)
    }
}

impl<N: AsRef<str>, V: Into<Json>> FromIterator<(N, V)> for JsonObject {
    /// Of duplicate names the last one is kept.
    fn from_iter<I: IntoIterator<Item = (N, V)>>(members: I) -> Self {
        let mut object = Self::new();
        object.extend(members);
        object
    }
}

impl<N: AsRef<str>, V: Into<Json>> Extend<(N, V)> for JsonObject {
    /// Sets each member; of duplicate names the last one is kept.
    fn extend<I: IntoIterator<Item = (N, V)>>(&mut self, members: I) {
        let notes = self.0.as_mut().map(|inner| mem::take(&mut inner.notes)).unwrap_or_default();
        let mut all = BTreeMap::new();
        all.extend(mem::take(self).into_members());
        all.extend(members.into_iter().map(|(name, value)| (Text::new(name), value.into())));
        *self = Self::of(all.into_iter().collect(), notes);
    }
}

impl<'a> IntoIterator for &'a JsonObject {
    type Item = (&'a str, &'a Json);
    type IntoIter = JsonObjectIter<'a>;

    fn into_iter(self) -> JsonObjectIter<'a> {
        self.iter()
    }
}

impl IntoIterator for JsonObject {
    type Item = (String, Json);
    type IntoIter = JsonObjectIntoIter;

    fn into_iter(self) -> JsonObjectIntoIter {
        JsonObjectIntoIter(self.into_members().into_iter())
    }
}

/// The members of a [`JsonObject`], sorted by name: what [`JsonObject::iter`] returns.
#[derive(Clone, Debug)]
pub struct JsonObjectIter<'a>(core::slice::Iter<'a, (Text, Json)>);

/// The members of a [`JsonObject`] by value, sorted by name.
#[derive(Clone, Debug)]
pub struct JsonObjectIntoIter(vec::IntoIter<(Text, Json)>);

macro_rules! iterator {
    ($( $lifetime:lifetime )? $name:ident, $item:ty, $member:expr) => {
        impl $(<$lifetime>)? Iterator for $name$(<$lifetime>)? {
            type Item = $item;

            fn next(&mut self) -> Option<$item> {
                self.0.next().map($member)
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                self.0.size_hint()
            }
        }

        impl $(<$lifetime>)? DoubleEndedIterator for $name$(<$lifetime>)? {
            fn next_back(&mut self) -> Option<$item> {
                self.0.next_back().map($member)
            }
        }

        impl $(<$lifetime>)? ExactSizeIterator for $name$(<$lifetime>)? {}
        impl $(<$lifetime>)? FusedIterator for $name$(<$lifetime>)? {}
    };
}
iterator!('a JsonObjectIter, (&'a str, &'a Json), |(name, value)| (name.as_str(), value));
iterator!(JsonObjectIntoIter, (String, Json), |(name, value)| (name.into(), value));
