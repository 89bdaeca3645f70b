//! Writing: one writer for all structures, for serde's formats and for the wire.

use super::{Member, Structure};
use crate::value::serde_json_only::require_self_describing;
use crate::value::unmodeled::Extra;
use crate::value::wire::{push_escaped, push_string};
use alloc::string::String;
use core::convert::Infallible;
use serde::ser::SerializeMap;

pub(crate) use crate::value::unmodeled::Extras;

/// A value that [`to_wire_string`](crate::json::to_wire_string) can write: every structure of the model and the
/// responses.
///
/// The trait is sealed.
pub trait WireValue: sealed::PushWire {}

pub(crate) mod sealed {
    use alloc::string::String;

    pub trait PushWire {
        fn push_wire(&self, out: &mut String);
    }
}

impl<T: Member> sealed::PushWire for T {
    fn push_wire(&self, out: &mut String) {
        Member::push_wire(self, out);
    }
}

/// A structure of the model as the writer sees it.
pub(crate) trait WriteMembers: Structure {
    fn write_members<S: Sink>(&self, sink: &mut S) -> Result<(), S::Error>;
    /// The number of members that [`write_members`](Self::write_members) writes.
    fn len(&self) -> usize;
}

/// A structure of the model with a member of that number.
///
/// A trait, so that the members can be named in another order than that of the rows.
pub(crate) trait WriteMember<const NUMBER: usize> {
    /// Writes the member, and before it what is not in a field and precedes it in the alphabet.
    fn write_member<S: Sink>(&self, extras: Option<&mut Extras<'_>>, sink: &mut S) -> Result<(), S::Error>;
}

/// Takes the members of a structure in the order of writing.
pub(crate) trait Sink {
    type Error;
    /// `opening` is the name in quotation marks, a colon, and the quotation mark that begins a string.
    fn member<T: Member>(&mut self, name: &'static str, opening: &'static str, value: &T) -> Result<(), Self::Error>;
    fn extra(&mut self, name: &str, value: Extra<'_>) -> Result<(), Self::Error>;
}

struct ToSerde<M>(M);

impl<M: SerializeMap> Sink for ToSerde<M> {
    type Error = M::Error;

    #[inline]
    fn member<T: Member>(&mut self, name: &'static str, _: &'static str, value: &T) -> Result<(), M::Error> {
        // One function for all types of strings instead of one for each: it stays in the cache.
        match value.as_string() {
            Some(string) => self.0.serialize_entry(name, string),
            None => self.0.serialize_entry(name, value),
        }
    }

    fn extra(&mut self, name: &str, value: Extra<'_>) -> Result<(), M::Error> {
        self.0.serialize_entry(name, &value)
    }
}

/// Writes a comma after each member. [`push_structure`] replaces the last one.
struct ToWire<'o>(&'o mut String);

impl Sink for ToWire<'_> {
    type Error = Infallible;

    #[inline]
    fn member<T: Member>(&mut self, _: &'static str, opening: &'static str, value: &T) -> Result<(), Infallible> {
        let Self(out) = self;
        if let Some(string) = value.as_string() {
            out.push_str(opening);
            push_escaped(out, string);
            out.push_str("\",");
        } else {
            out.push_str(&opening[..opening.len() - 1]);
            value.push_wire(out);
            out.push(',');
        }
        Ok(())
    }

    fn extra(&mut self, name: &str, value: Extra<'_>) -> Result<(), Infallible> {
        let Self(out) = self;
        push_string(out, name);
        out.push(':');
        value.push_wire(out);
        out.push(',');
        Ok(())
    }
}

/// Writes what precedes `name` in the alphabet. What has the same name is left out: where a field is set, it is the
/// one that is written.
#[inline]
pub(crate) fn write_extras_before<S: Sink>(
    extras: Option<&mut Extras<'_>>,
    name: &str,
    sink: &mut S,
) -> Result<(), S::Error> {
    extras.map_or(Ok(()), |extras| write_some_before(extras, name, sink))
}

// Few documents have any.
#[cold]
fn write_some_before<S: Sink>(extras: &mut Extras<'_>, name: &str, sink: &mut S) -> Result<(), S::Error> {
    while let Some((first, value)) = extras.peek().filter(|(first, _)| *first <= name) {
        if first != name {
            sink.extra(first, value)?;
        }
        extras.advance();
    }
    Ok(())
}

#[inline]
pub(crate) fn write_other_extras<S: Sink>(extras: Option<&mut Extras<'_>>, sink: &mut S) -> Result<(), S::Error> {
    extras.map_or(Ok(()), |extras| extras.try_for_each(|(name, value)| sink.extra(name, value)))
}

#[inline]
pub(crate) fn serialize_structure<T: WriteMembers, S: serde::Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    // Only binary formats need to know the number in advance.
    let len = if serializer.is_human_readable() {
        None
    } else {
        require_self_describing::<S>()?;
        Some(value.len())
    };
    let mut sink = ToSerde(serializer.serialize_map(len)?);
    value.write_members(&mut sink)?;
    sink.0.end()
}

// Not inlined into that of every structure around it, which takes long to compile and saves nothing.
#[inline(never)]
pub(crate) fn push_structure<T: WriteMembers>(value: &T, out: &mut String) {
    out.push('{');
    let Ok(()) = value.write_members(&mut ToWire(out));
    if out.ends_with(',') {
        out.truncate(out.len() - 1);
    }
    out.push('}');
}
