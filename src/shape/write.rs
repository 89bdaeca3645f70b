//! Writing: one writer for all structures, for serde's formats and for the wire.

use super::{Member, Structure};
use crate::value::serde_json_only::require_self_describing;
use crate::value::text::Text;
use crate::value::unmodeled::Json;
use crate::value::wire::push_string;
use alloc::string::String;
use serde::ser::SerializeMap;

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

/// Takes the members of a structure in the order of writing.
pub(crate) trait Sink {
    type Error;
    fn member<T: Member>(&mut self, name: &'static str, value: &T) -> Result<(), Self::Error>;
    fn unmodeled(&mut self, name: &str, value: &Json) -> Result<(), Self::Error>;
}

struct ToSerde<M>(M);

impl<M: SerializeMap> Sink for ToSerde<M> {
    type Error = M::Error;

    #[inline]
    fn member<T: Member>(&mut self, name: &'static str, value: &T) -> Result<(), M::Error> {
        // One function for all types of strings instead of one for each: it stays in the cache.
        match value.as_string() {
            Some(string) => self.0.serialize_entry(name, string),
            None => self.0.serialize_entry(name, value),
        }
    }

    fn unmodeled(&mut self, name: &str, value: &Json) -> Result<(), M::Error> {
        self.0.serialize_entry(name, value)
    }
}

pub(crate) struct ToWire<'o> {
    out: &'o mut String,
    first: bool,
}

impl ToWire<'_> {
    fn name(&mut self) {
        if !self.first {
            self.out.push(',');
        }
        self.first = false;
    }
}

impl Sink for ToWire<'_> {
    type Error = core::convert::Infallible;

    fn member<T: Member>(&mut self, name: &'static str, value: &T) -> Result<(), Self::Error> {
        self.name();
        // A name of the service model holds nothing that JSON escapes.
        self.out.push('"');
        self.out.push_str(name);
        self.out.push_str("\":");
        value.push_wire(self.out);
        Ok(())
    }

    fn unmodeled(&mut self, name: &str, value: &Json) -> Result<(), Self::Error> {
        self.name();
        push_string(self.out, name);
        self.out.push(':');
        value.push_wire(self.out);
        Ok(())
    }
}

/// An unknown member.
pub(crate) type Unmodeled = (Text, Json);

/// Hands on the unknown members whose names stand before `name`, and leaves out one that has the same name: where a
/// known member is present it is the one that is written.
#[inline]
pub(crate) fn unmodeled_before<'u, S: Sink>(
    mut rest: &'u [Unmodeled],
    name: &str,
    sink: &mut S,
) -> Result<&'u [Unmodeled], S::Error> {
    while let [(first, value), others @ ..] = rest {
        match first.as_str().cmp(name) {
            core::cmp::Ordering::Less => sink.unmodeled(first, value)?,
            core::cmp::Ordering::Equal => {}
            core::cmp::Ordering::Greater => break,
        }
        rest = others;
    }
    Ok(rest)
}

pub(crate) fn unmodeled_rest<S: Sink>(rest: &[Unmodeled], sink: &mut S) -> Result<(), S::Error> {
    rest.iter().try_for_each(|(name, value)| sink.unmodeled(name, value))
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

pub(crate) fn push_structure<T: WriteMembers>(value: &T, out: &mut String) {
    out.push('{');
    let mut sink = ToWire { out, first: true };
    let Ok(()) = value.write_members(&mut sink);
    out.push('}');
}
