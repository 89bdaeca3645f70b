//! How clients write that a member is absent.

use super::Json;
use crate::value::serde_json_only::serialize_absent;
use crate::value::text::Text;
use alloc::string::String;
use core::cmp::Ordering;
use serde::ser::{Serialize, Serializer};

/// How the absence of a member was written, where the member was not simply left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Absence {
    /// `null`
    Null,
    /// `[]` for a structure: PHP has the same empty value for lists and for objects.
    EmptyList,
}

/// The name of a known member that is absent, and how that was written.
pub(super) type Note = (&'static str, Absence);

/// What a structure writes for a member that none of its fields holds.
#[derive(Clone, Copy)]
pub(crate) enum Extra<'u> {
    Unknown(&'u Json),
    Absent(Absence),
}

impl Extra<'_> {
    pub(crate) fn push_wire(self, out: &mut String) {
        match self {
            Self::Unknown(value) => value.push_wire(out),
            Self::Absent(Absence::Null) => out.push_str("null"),
            Self::Absent(Absence::EmptyList) => out.push_str("[]"),
        }
    }
}

impl Serialize for Extra<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unknown(value) => value.serialize(serializer),
            Self::Absent(Absence::Null) => serialize_absent(serializer),
            Self::Absent(Absence::EmptyList) => serializer.collect_seq(core::iter::empty::<()>()),
        }
    }
}

/// Unknown members and notes of absent ones in one alphabetical order. Of two of one name the unknown member counts.
pub(crate) struct Extras<'u> {
    next: Option<(&'u str, Extra<'u>)>,
    members: &'u [(Text, Json)],
    notes: &'u [Note],
}

impl<'u> Extras<'u> {
    #[cold]
    pub(super) fn new(members: &'u [(Text, Json)], notes: &'u [Note]) -> Self {
        let mut extras = Self { next: None, members, notes };
        extras.advance();
        extras
    }

    pub(crate) fn peek(&self) -> Option<(&'u str, Extra<'u>)> {
        self.next
    }

    pub(crate) fn advance(&mut self) {
        let order = match (self.members, self.notes) {
            ([(name, _), ..], [(note, _), ..]) => name.as_str().cmp(note),
            (_, []) => Ordering::Less,
            ([], _) => Ordering::Greater,
        };
        if order.is_ge() {
            self.next = self.notes.split_off_first().map(|(name, absence)| (*name, Extra::Absent(*absence)));
        }
        if order.is_le() {
            self.next = self.members.split_off_first().map(|(name, value)| (name.as_str(), Extra::Unknown(value)));
        }
    }
}

impl<'u> Iterator for Extras<'u> {
    type Item = (&'u str, Extra<'u>);

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.next?;
        self.advance();
        Some(next)
    }
}
