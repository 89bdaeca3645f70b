use super::Json;
use crate::value::text::Text;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::fmt;

/// Members by name, sorted.
///
/// Every structure of the model has one for the members that it doesn't know. It takes no memory where it is empty.
// Every structure has one and few ever use it: behind a box it is one pointer wide.
#[allow(clippy::box_collection)]
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct JsonObject(Option<Box<Vec<(Text, Json)>>>);

impl JsonObject {
    /// Without members.
    #[must_use]
    pub const fn new() -> Self {
        Self(None)
    }

    #[inline]
    pub(crate) fn as_slice(&self) -> &[(Text, Json)] {
        self.0.as_deref().map_or(&[], Vec::as_slice)
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.as_slice().binary_search_by(|(other, _)| other.as_str().cmp(name))
    }

    /// The number of members.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        self.as_slice().len()
    }

    /// Whether there is no member.
    #[must_use]
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.as_slice().is_empty()
    }

    /// The value of the member of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.place(name).ok().map(|place| &self.as_slice()[place].1)
    }

    /// Sets a member and hands back the value that it had before.
    ///
    /// A structure writes its own members from its fields: where a field of that name is set, the member here is
    /// left out.
    pub fn insert(&mut self, name: impl AsRef<str>, value: impl Into<Json>) -> Option<Json> {
        let (name, value) = (name.as_ref(), value.into());
        let place = self.place(name);
        let members = self.0.get_or_insert_default();
        match place {
            Ok(place) => Some(core::mem::replace(&mut members[place].1, value)),
            Err(place) => {
                members.insert(place, (Text::new(name), value));
                None
            }
        }
    }

    /// Takes a member out.
    pub fn remove(&mut self, name: &str) -> Option<Json> {
        let place = self.place(name).ok()?;
        let members = self.0.as_mut()?;
        let (_, value) = members.remove(place);
        if members.is_empty() {
            self.0 = None;
        }
        Some(value)
    }

    pub(super) fn into_members(self) -> Vec<(Text, Json)> {
        self.0.map(|members| *members).unwrap_or_default()
    }

    /// The members, sorted by name.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Json)> {
        self.as_slice().iter().map(|(name, value)| (name.as_str(), value))
    }
}

impl fmt::Debug for JsonObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<N: AsRef<str>, V: Into<Json>> FromIterator<(N, V)> for JsonObject {
    /// Of two members of one name the later one stays.
    fn from_iter<I: IntoIterator<Item = (N, V)>>(members: I) -> Self {
        let members: BTreeMap<Text, Json> =
            members.into_iter().map(|(name, value)| (Text::new(name), value.into())).collect();
        members.into()
    }
}

impl From<BTreeMap<Text, Json>> for JsonObject {
    fn from(members: BTreeMap<Text, Json>) -> Self {
        if members.is_empty() { Self(None) } else { Self(Some(Box::new(members.into_iter().collect()))) }
    }
}
