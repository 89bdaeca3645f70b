//! What makes the structures of the model: the macro `structure!` holds their rows, and one reader and one writer serve
//! them all.
//!
//! To be read, a structure only says in which slot the value of a member goes, and what the slot takes. Code of its own
//! for each member of each structure would be more than a processor's instruction cache holds.

#[cfg(feature = "builder")]
mod into_member;
mod read;
#[cfg(feature = "arbitrary")]
mod select;
mod structure;
mod visit;
mod write;

use crate::value::grow_by_half;
use crate::value::path::Row;
use crate::value::timestamp::Timestamp;
use crate::value::unmodeled::JsonObject;
use crate::value::wire::{push_integer, push_list, push_string};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use serde::Serialize;

#[cfg(feature = "builder")]
pub use into_member::IntoMember;
pub use read::MAX_EMPTY_ELEMENTS;
pub(crate) use read::{read_string, read_structure};
#[cfg(feature = "arbitrary")]
pub(crate) use select::{AnyMember, every, select};
pub(crate) use structure::{
    alphabetical, deserialize_structure, origin_doc, presence, presence_doc, string_member, structure,
};
pub(crate) use visit::{Visit, VisitMembers};
pub use write::WireValue;
pub(crate) use write::sealed::PushWire;
pub(crate) use write::{
    Extras, Sink, WriteMember, WriteMembers, push_structure, serialize_structure, write_extras_before,
    write_other_extras,
};

/// A structure of the model, whichever it is: what reads, fills and changes any of them works with this.
pub(crate) trait Structure {
    /// The service model's shape.
    fn shape(&self) -> &'static str;
    #[cfg(feature = "schemars")]
    fn docs(&self) -> &'static str;
    /// Its rows, in the order of the service model.
    fn rows(&self) -> &'static [Row];
    /// The number of the member of that name, below 32, and its slot.
    fn slot(&mut self, name: &str) -> Option<(usize, Slot<'_>)>;
    /// Its members, in the order of the rows.
    #[cfg(feature = "arbitrary")]
    fn members(&mut self) -> Vec<(&'static Row, &mut dyn AnyMember)>;
    /// The number of members that are present, without unknown ones.
    fn known(&self) -> usize;
    fn unmodeled_mut(&mut self) -> &mut JsonObject;
}

/// A value that a member of a structure can have.
pub(crate) trait Member: Sized + Serialize {
    fn slot(member: &mut Option<Self>) -> Slot<'_>;
    /// What is written, where it is a string.
    #[inline]
    fn as_string(&self) -> Option<&str> {
        None
    }
    fn push_wire(&self, out: &mut String);
}

/// A value that an element of a list can have.
pub(crate) trait Element: Member {
    /// The slot of the list's next element.
    fn next(list: &mut Vec<Self>) -> ElementSlot<'_>;
    /// The element, where it is a structure.
    fn as_structure(&mut self) -> Option<&mut dyn Structure> {
        None
    }
}

/// Where the value of a member goes, by what it is in JSON.
pub(crate) enum Slot<'s> {
    String(&'s mut dyn StringSlot),
    Integer(&'s mut Option<i64>),
    Boolean(&'s mut Option<bool>),
    Timestamp(&'s mut Option<Timestamp>),
    Structure(&'s mut dyn StructureSlot),
    List(&'s mut dyn ListSlot),
}

/// Where the value of an element goes.
pub(crate) enum ElementSlot<'s> {
    String(&'s mut dyn StringSlot),
    Structure(&'s mut dyn Structure),
}

pub(crate) trait StringSlot {
    fn kind(&self) -> StringKind;
    fn set(&mut self, string: &str);
}

/// What a string can be: any, or a value of the type of that name.
#[derive(Clone, Copy)]
pub(crate) enum StringKind {
    Any,
    Constrained(&'static str),
    /// An open enum with these values.
    Enum(&'static str, #[cfg_attr(not(feature = "arbitrary"), allow(dead_code))] &'static [&'static str]),
}

impl fmt::Display for StringKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => f.write_str("a string"),
            Self::Constrained(type_name) | Self::Enum(type_name, _) => write!(f, "a string ({type_name})"),
        }
    }
}

pub(crate) trait StructureSlot {
    /// The service model's shape.
    fn shape(&self) -> &'static str;
    /// Puts a structure there, and hands it over to be filled. Large values are read where they stay.
    fn insert(&mut self) -> &mut dyn Structure;
    /// The structure that is there.
    fn get(&mut self) -> Option<&mut dyn Structure>;
}

pub(crate) trait ListSlot {
    /// Puts an empty list there.
    fn insert(&mut self);
    /// The slot of the next element.
    fn next(&mut self) -> ElementSlot<'_>;
    /// Gives back the room for elements that did not come, where it is much.
    fn finish(&mut self);
    /// The element of that number, if it is a structure.
    fn structure(&mut self, index: usize) -> Option<&mut dyn Structure>;
    /// The elements that are structures.
    #[cfg(feature = "arbitrary")]
    fn structures(&mut self) -> Vec<&mut dyn Structure>;
}

/// A value that is a string in JSON: a constrained string or an open enum.
#[diagnostic::on_unimplemented(
    message = "a member of type `{Self}` can't be set to a string",
    note = "parse a `Timestamp` with `\"2019-12-17T20:59:26Z\".parse::<Timestamp>()?`"
)]
pub(crate) trait StringMember: AsRef<str> + Sized {
    const KIND: StringKind;
    /// The value of any string, whatever its kind allows.
    fn of(string: &str) -> Self;
}

impl<T: StringMember> StringSlot for Option<T> {
    fn kind(&self) -> StringKind {
        T::KIND
    }

    fn set(&mut self, string: &str) {
        *self = Some(T::of(string));
    }
}

impl<T: StringMember> StringSlot for Vec<T> {
    fn kind(&self) -> StringKind {
        T::KIND
    }

    fn set(&mut self, string: &str) {
        self.push(T::of(string));
    }
}

impl StringSlot for Option<String> {
    fn kind(&self) -> StringKind {
        StringKind::Any
    }

    fn set(&mut self, string: &str) {
        *self = Some(string.into());
    }
}

impl Member for String {
    fn slot(member: &mut Option<Self>) -> Slot<'_> {
        Slot::String(member)
    }

    #[inline]
    fn as_string(&self) -> Option<&str> {
        Some(self)
    }

    fn push_wire(&self, out: &mut String) {
        push_string(out, self);
    }
}

impl Member for i64 {
    fn slot(member: &mut Option<Self>) -> Slot<'_> {
        Slot::Integer(member)
    }

    fn push_wire(&self, out: &mut String) {
        push_integer(out, *self);
    }
}

impl Member for bool {
    fn slot(member: &mut Option<Self>) -> Slot<'_> {
        Slot::Boolean(member)
    }

    fn push_wire(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl Member for Timestamp {
    fn slot(member: &mut Option<Self>) -> Slot<'_> {
        Slot::Timestamp(member)
    }

    fn push_wire(&self, out: &mut String) {
        Timestamp::push_wire(*self, out);
    }
}

impl<T: Element> Member for Vec<T> {
    fn slot(member: &mut Option<Self>) -> Slot<'_> {
        Slot::List(member)
    }

    fn push_wire(&self, out: &mut String) {
        push_list(self, T::push_wire, out);
    }
}

impl<T: Element> ListSlot for Option<Vec<T>> {
    fn insert(&mut self) {
        *self = Some(Vec::new());
    }

    fn next(&mut self) -> ElementSlot<'_> {
        let list = self.get_or_insert_default();
        grow_by_half(list);
        T::next(list)
    }

    fn finish(&mut self) {
        if let Some(list) = self
            && list.capacity() - list.len() > list.len() / 2
        {
            list.shrink_to_fit();
        }
    }

    fn structure(&mut self, index: usize) -> Option<&mut dyn Structure> {
        self.as_mut()?.get_mut(index)?.as_structure()
    }

    #[cfg(feature = "arbitrary")]
    fn structures(&mut self) -> Vec<&mut dyn Structure> {
        self.iter_mut().flatten().filter_map(Element::as_structure).collect()
    }
}

impl<T: Structure + Default> StructureSlot for Option<T> {
    #[cold]
    fn shape(&self) -> &'static str {
        T::default().shape()
    }

    fn insert(&mut self) -> &mut dyn Structure {
        self.get_or_insert_default()
    }

    fn get(&mut self) -> Option<&mut dyn Structure> {
        self.as_mut().map(|structure| structure as &mut dyn Structure)
    }
}

/// The slot of a list's next element, which is a structure.
pub(crate) fn next_structure<T: Structure + Default>(list: &mut Vec<T>) -> ElementSlot<'_> {
    // Most lists of structures are keys, of one or two elements.
    if list.capacity() == 0 {
        *list = Vec::with_capacity(2);
    }
    let next = list.len();
    list.push(T::default());
    ElementSlot::Structure(&mut list[next])
}

/// Writes every timestamp inside as epoch seconds.
pub(crate) fn make_timestamps_epoch(structure: &mut dyn Structure) {
    for row in structure.rows() {
        match structure.slot(row.name) {
            Some((_, Slot::Timestamp(slot))) => *slot = slot.map(Timestamp::to_epoch),
            Some((_, Slot::Structure(slot))) => {
                if let Some(structure) = slot.get() {
                    make_timestamps_epoch(structure);
                }
            }
            Some((_, Slot::List(list))) => {
                let mut index = 0;
                while let Some(structure) = list.structure(index) {
                    make_timestamps_epoch(structure);
                    index += 1;
                }
            }
            Some((_, Slot::String(_) | Slot::Integer(_) | Slot::Boolean(_))) | None => {}
        }
    }
}
