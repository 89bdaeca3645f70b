//! Finding members inside a structure.

use super::{Member, Slot, Structure};
use crate::value::path::Row;
use alloc::vec::Vec;
use core::any::Any;

/// A member of a structure, whatever its type.
pub(crate) trait AnyMember {
    fn slot(&mut self) -> Slot<'_>;
    fn is_present(&self) -> bool;
    fn remove(&mut self);
    fn as_any(&mut self) -> &mut dyn Any;
}

impl<T: Member + 'static> AnyMember for Option<T> {
    fn slot(&mut self) -> Slot<'_> {
        T::slot(self)
    }

    fn is_present(&self) -> bool {
        self.is_some()
    }

    fn remove(&mut self) {
        *self = None;
    }

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}

/// Returns the members inside a structure for which `selects` returns true, depth-first, but none inside another one.
pub(crate) fn select<'s>(
    structure: &'s mut dyn Structure,
    selects: &mut dyn FnMut(&'static Row, &mut dyn AnyMember) -> bool,
) -> Vec<&'s mut dyn AnyMember> {
    let mut selected = Vec::new();
    for (row, member) in structure.members() {
        if selects(row, member) {
            selected.push(member);
            continue;
        }
        let inside = match member.slot() {
            Slot::Structure(slot) => slot.get().into_iter().collect(),
            Slot::List(list) => list.structures(),
            Slot::String(_) | Slot::Integer(_) | Slot::Boolean(_) | Slot::Timestamp(_) => Vec::new(),
        };
        for structure in inside {
            selected.append(&mut select(structure, selects));
        }
    }
    selected
}

/// Returns every value of type `T` that is a member or an element inside a structure, depth-first, but none inside another
/// one.
pub(crate) fn every<T: 'static>(structure: &mut dyn Structure) -> Vec<&mut T> {
    let is_of_type = |member: &mut dyn Any| member.is::<Option<T>>() || member.is::<Option<Vec<T>>>();
    let mut values = Vec::new();
    for member in select(structure, &mut |_, member| is_of_type(member.as_any())) {
        let member = member.as_any();
        if member.is::<Option<T>>() {
            values.extend(member.downcast_mut::<Option<T>>().into_iter().flatten());
        } else {
            values.extend(member.downcast_mut::<Option<Vec<T>>>().into_iter().flatten().flatten());
        }
    }
    values
}
