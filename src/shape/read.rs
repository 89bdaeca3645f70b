//! Reading: one reader for all structures.

use super::{ElementSlot, ListSlot, Slot, StringMember, StringSlot, Structure, StructureSlot};
use crate::value::text::Text;
use crate::value::timestamp::in_member;
use crate::value::unmodeled::{
    ARBITRARY_PRECISION, Absence, First, Json, JsonObject, duplicate_member, is_buffer, read_digits, read_member,
    read_number,
};
use crate::value::{NUMBER, OPENED_LIST, StringSeed};
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec::Vec;
use core::convert::Infallible;
use core::fmt::{self, Display as _};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};

/// Reads the value of a member that is inside so many lists and objects.
struct MemberSeed<'s> {
    slot: Slot<'s>,
    seen: Seen,
}

/// What was read as the value of a member: how its absence was written, unless it was a value.
type Read = Option<Absence>;

impl<'de> DeserializeSeed<'de> for MemberSeed<'_> {
    type Value = Read;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Read, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for MemberSeed<'_> {
    type Value = Read;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<Read, E> {
        Ok(Some(Absence::Null))
    }

    fn visit_unit<E>(self) -> Result<Read, E> {
        Ok(Some(Absence::Null))
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Read, D::Error> {
        let level = level_of(self.seen);
        match self.slot {
            Slot::String(slot) => deserializer.deserialize_str(StringVisitor(slot)),
            Slot::Integer(slot) => read_integer(deserializer).map(|number| *slot = Some(number)),
            Slot::Boolean(slot) => serde::Deserialize::deserialize(deserializer).map(|value| *slot = Some(value)),
            Slot::Timestamp(slot) => serde::Deserialize::deserialize(deserializer).map(|at| *slot = Some(at)),
            // Not as a map: it may be a list.
            Slot::Structure(slot) => return deserializer.deserialize_any(MemberStructure { slot, level }),
            Slot::List(slot) => deserializer.deserialize_seq(ListVisitor { slot, level: level + 2 }),
        }
        .map(|()| None)
    }
}

/// Reads a structure as the value of a member: an object, or the empty list that PHP writes for an empty one.
struct MemberStructure<'s> {
    slot: &'s mut dyn StructureSlot,
    level: u8,
}

impl<'de> Visitor<'de> for MemberStructure<'_> {
    type Value = Read;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", self.slot.shape())
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Read, A::Error> {
        read_members(self.slot.insert(), map, self.level + 1).map(|()| None)
    }

    #[cold]
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Read, A::Error> {
        match seq.next_element_seed(NoElement(self))? {
            None => Ok(Some(Absence::EmptyList)),
            Some(never) => match never {},
        }
    }
}

/// Refuses an element before it is read.
struct NoElement<'s>(MemberStructure<'s>);

impl<'de> DeserializeSeed<'de> for NoElement<'_> {
    type Value = Infallible;

    fn deserialize<D: Deserializer<'de>>(self, _: D) -> Result<Infallible, D::Error> {
        Err(D::Error::invalid_type(Unexpected::Other(OPENED_LIST), &self.0))
    }
}

struct StringVisitor<'p>(&'p mut dyn StringSlot);

impl Visitor<'_> for StringVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.kind().fmt(f)
    }

    #[inline]
    fn visit_str<E>(self, string: &str) -> Result<(), E> {
        self.0.set(string);
        Ok(())
    }
}

/// Reads a string by itself.
pub(crate) fn read_string<'de, T: StringMember, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    StringSeed::new(T::KIND, |string, _| T::of(string)).deserialize(deserializer)
}

/// Reads an integer. Where serde has buffered a number of `serde_json` with `arbitrary_precision`, it comes as a map.
#[inline]
fn read_integer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    if ARBITRARY_PRECISION && is_buffer::<D>() {
        deserializer.deserialize_any(Integer)
    } else {
        deserializer.deserialize_i64(Integer)
    }
}

struct Integer;

impl<'de> Visitor<'de> for Integer {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a 64-bit integer")
    }

    #[inline]
    fn visit_i64<E>(self, number: i64) -> Result<i64, E> {
        Ok(number)
    }

    #[inline]
    fn visit_u64<E: Error>(self, number: u64) -> Result<i64, E> {
        i64::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<i64, A::Error> {
        match read_number(&mut map, 0, |_| ())? {
            First::Number(number) => match number.as_i64() {
                // A zero that is no `u64` is written `-0`.
                Some(integer) if integer != 0 || number.is_u64() => Ok(integer),
                _ => Err(A::Error::invalid_type(Unexpected::Other(&format!("number `{number}`")), &self)),
            },
            First::Member(..) | First::Nothing => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
}

struct ListVisitor<'p> {
    slot: &'p mut dyn ListSlot,
    /// How many lists and objects the members of its elements are inside of.
    level: u8,
}

impl<'de> Visitor<'de> for ListVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.slot.insert();
        let (mut elements, mut blanks) = (0, 0);
        while seq.next_element_seed(NextElement { list: &mut *self.slot, level: self.level })?.is_some() {
            elements += 1;
            if elements > MAX_EMPTY_ELEMENTS {
                blanks = with_latest_blanks(blanks, self.slot, elements)?;
            }
        }
        // `Vec` makes room for four at once.
        if elements >= 5 {
            self.slot.finish();
        }
        Ok(())
    }
}

/// How many elements of one list may be structures without a single member that the model knows, such as `{}`.
///
/// Such an element says nothing, takes three bytes of text and up to two hundred bytes of memory. A document with more
/// of them in one list is refused, so that no document of 100 KB or more takes over forty times its size to read.
pub const MAX_EMPTY_ELEMENTS: usize = 1_000;

#[cold]
fn too_many_blanks<E: Error>() -> E {
    E::custom(format_args!(
        "expected at most {MAX_EMPTY_ELEMENTS} elements without any known member in one list, found more"
    ))
}

/// How many of a list's elements are structures without a member that the model knows, as far as it matters: the first
/// ones are looked at as soon as there are enough of them.
#[cold]
fn with_latest_blanks<E: Error>(before: usize, list: &mut dyn ListSlot, elements: usize) -> Result<usize, E> {
    let uncounted = if elements == MAX_EMPTY_ELEMENTS + 1 { 0..elements } else { elements - 1..elements };
    let mut is_blank = |index| list.structure(index).is_some_and(|structure| structure.known() == 0);
    let blanks = before + uncounted.filter(|index| is_blank(*index)).count();
    if blanks > MAX_EMPTY_ELEMENTS { Err(too_many_blanks()) } else { Ok(blanks) }
}

/// Reads an element of a list.
struct NextElement<'p> {
    list: &'p mut dyn ListSlot,
    level: u8,
}

impl<'de> DeserializeSeed<'de> for NextElement<'_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.list.next() {
            ElementSlot::String(slot) => deserializer.deserialize_str(StringVisitor(slot)),
            ElementSlot::Structure(structure) => {
                deserializer.deserialize_map(StructureVisitor { structure, level: self.level })
            }
        }
    }
}

/// Reads a structure by itself.
pub(crate) fn read_structure<'de, T: Structure + Default, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let mut structure = T::default();
    deserializer.deserialize_map(StructureVisitor { structure: &mut structure, level: 1 })?;
    Ok(structure)
}

struct StructureVisitor<'p> {
    structure: &'p mut dyn Structure,
    /// How many lists and objects its members are inside of.
    level: u8,
}

impl<'de> Visitor<'de> for StructureVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", self.structure.shape())
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        read_members(self.structure, map, self.level)
    }
}

// `inline` lets every crate's compiler set this loop beside the functions of the parser that it calls for each member, and
// make one function of them. That saves a tenth of the instructions; the same goes for `visit_seq` and elements.
#[inline]
fn read_members<'de, A: MapAccess<'de>>(structure: &mut dyn Structure, mut map: A, level: u8) -> Result<(), A::Error> {
    // The level, and above it a bit for each member that has been read: together, since registers are scarce here.
    let mut seen = Seen::from(level);
    let mut kept = None::<Box<Kept>>;
    while let Some(name) = map.next_key_seed(StringSeed::name(|name, is_borrowed| match structure.slot(name) {
        Some((member, slot)) => Name::Known(member, slot),
        None => Name::Unknown(Text::new(name), is_borrowed),
    }))? {
        match name {
            Name::Known(member, slot) => {
                let bit = 1 << LEVEL_BITS << member;
                if seen & bit != 0 {
                    return Err(duplicate_member(structure.rows()[member].name));
                }
                seen |= bit;
                match map.next_value_seed(MemberSeed { slot, seen }) {
                    Ok(None) => {}
                    Ok(Some(absence)) => note(&mut kept, structure.rows()[member].name, absence),
                    Err(error) => return Err(in_member(error, structure.rows()[member].name)),
                }
            }
            Name::Unknown(name, is_borrowed) => {
                if ARBITRARY_PRECISION && is_borrowed && kept.is_none() && name == NUMBER {
                    kept = Some(read_no_number(structure, name, &mut map, level_of(seen))?);
                } else {
                    read_unknown(&mut kept, name, &mut map, level_of(seen))?;
                }
            }
        }
    }
    if let Some(kept) = kept {
        *structure.unmodeled_mut() = JsonObject::read(kept.unknown, kept.notes);
    }
    Ok(())
}

/// How many lists and objects are around the members of a structure, and which of the members have been read.
type Seen = u64;

const LEVEL_BITS: u32 = u8::BITS;

fn level_of(seen: Seen) -> u8 {
    seen.to_le_bytes()[0]
}

/// What the fields of a structure don't hold.
#[derive(Default)]
struct Kept {
    unknown: BTreeMap<Text, Json>,
    notes: Vec<(&'static str, Absence)>,
}

// Few documents have something to keep there.
#[cold]
fn note(kept: &mut Option<Box<Kept>>, name: &'static str, absence: Absence) {
    kept.get_or_insert_default().notes.push((name, absence));
}

#[cold]
fn read_unknown<'de, A: MapAccess<'de>>(
    kept: &mut Option<Box<Kept>>,
    name: Text,
    map: &mut A,
    level: u8,
) -> Result<(), A::Error> {
    read_member(&mut kept.get_or_insert_default().unknown, name, map, level)
}

/// Reads a member that has the name under which `serde_json` hands over a number, and refuses a number.
#[cold]
fn read_no_number<'de, A: MapAccess<'de>>(
    structure: &dyn Structure,
    name: Text,
    map: &mut A,
    level: u8,
) -> Result<Box<Kept>, A::Error> {
    match read_digits(map, level)? {
        Ok(_) => {
            let expected = format!("an object ({})", structure.shape());
            Err(A::Error::invalid_type(Unexpected::Other("number"), &expected.as_str()))
        }
        Err(value) => Ok(Box::new(Kept { unknown: BTreeMap::from([(name, value)]), ..Kept::default() })),
    }
}

/// A member's name: one that the structure has a slot for, or another.
enum Name<'p> {
    // Not a narrower number: it would be written to memory as one and read back as part of a wider word, which stalls.
    Known(usize, Slot<'p>),
    /// And whether the name is borrowed from what is read.
    Unknown(Text, bool),
}
