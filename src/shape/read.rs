//! Reading: one reader for all structures.

use super::{ElementSlot, ListSlot, Slot, StringMember, StringSlot, Structure};
use crate::value::StringSeed;
use crate::value::text::Text;
use crate::value::timestamp::in_member;
use crate::value::unmodeled::{Json, duplicate_member, read_member};
use alloc::collections::BTreeMap;
use core::fmt::{self, Display as _};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

/// Reads the value of a member, or a `null`, which stands for an absent one.
impl<'de> DeserializeSeed<'de> for Slot<'_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Slot<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self {
            Self::String(slot) => deserializer.deserialize_str(StringVisitor(slot)),
            Self::Integer(slot) => deserializer.deserialize_i64(WholeNumber).map(|number| *slot = Some(number)),
            Self::Boolean(slot) => serde::Deserialize::deserialize(deserializer).map(|value| *slot = Some(value)),
            Self::Timestamp(slot) => serde::Deserialize::deserialize(deserializer).map(|at| *slot = Some(at)),
            Self::Structure(slot) => deserializer.deserialize_map(StructureVisitor(slot.insert())),
            Self::List(slot) => deserializer.deserialize_seq(ListVisitor(slot)),
        }
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

struct WholeNumber;

impl Visitor<'_> for WholeNumber {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number of 64 bits")
    }

    #[inline]
    fn visit_i64<E>(self, number: i64) -> Result<i64, E> {
        Ok(number)
    }

    #[inline]
    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<i64, E> {
        i64::try_from(number).map_err(|_| E::invalid_value(serde::de::Unexpected::Unsigned(number), &self))
    }
}

struct ListVisitor<'p>(&'p mut dyn ListSlot);

impl<'de> Visitor<'de> for ListVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.0.insert();
        let mut blanks = 0;
        while let Some(is_blank) = seq.next_element_seed(NextElement(&mut *self.0))? {
            blanks += usize::from(is_blank);
            if blanks > MAX_EMPTY_ELEMENTS {
                return Err(too_many_blanks());
            }
        }
        Ok(())
    }
}

/// How many elements of one list may be structures without a single member that the model knows, such as `{}`.
///
/// Such an element says nothing, takes three bytes of text and up to two hundred bytes of memory. A document with more
/// of them in one list is refused, so that no document of a megabyte or more takes over forty times its size to read.
pub const MAX_EMPTY_ELEMENTS: usize = 1_000;

#[cold]
fn too_many_blanks<E: serde::de::Error>() -> E {
    E::custom(format_args!(
        "expected at most {MAX_EMPTY_ELEMENTS} elements without any known member in one list, found more"
    ))
}

/// Reads an element of a list, and tells whether it is a structure without a member that the model knows.
struct NextElement<'p>(&'p mut dyn ListSlot);

impl<'de> DeserializeSeed<'de> for NextElement<'_> {
    type Value = bool;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        match self.0.next() {
            ElementSlot::String(slot) => deserializer.deserialize_str(StringVisitor(slot)).map(|()| false),
            ElementSlot::Structure(structure) => {
                deserializer.deserialize_map(StructureVisitor(&mut *structure))?;
                Ok(structure.known() == 0)
            }
        }
    }
}

/// Reads a structure by itself.
pub(crate) fn read_structure<'de, T: Structure + Default, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let mut structure = T::default();
    deserializer.deserialize_map(StructureVisitor(&mut structure))?;
    Ok(structure)
}

struct StructureVisitor<'p>(&'p mut dyn Structure);

impl<'de> Visitor<'de> for StructureVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", self.0.shape())
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        read_members(self.0, map)
    }
}

// `inline` lets every crate's compiler set this loop beside the functions of the parser that it calls for each member, and
// make one function of them. That saves a tenth of the instructions; the same goes for `visit_seq` and elements.
#[inline]
fn read_members<'de, A: MapAccess<'de>>(structure: &mut dyn Structure, mut map: A) -> Result<(), A::Error> {
    // A bit for each member that has been read.
    let mut seen = 0_u32;
    let mut unmodeled = None::<BTreeMap<Text, Json>>;
    while let Some(name) = map.next_key_seed(StringSeed::name(|name, _| match structure.slot(name) {
        Some((member, slot)) => Name::Known(member, slot),
        None => Name::Unknown(Text::new(name)),
    }))? {
        match name {
            Name::Known(member, slot) => {
                let bit = 1 << member;
                if seen & bit != 0 {
                    return Err(duplicate_member(structure.rows()[member].name));
                }
                seen |= bit;
                if let Err(error) = map.next_value_seed(slot) {
                    return Err(in_member(error, structure.rows()[member].name));
                }
            }
            Name::Unknown(name) => read_unknown(&mut unmodeled, name, &mut map)?,
        }
    }
    if let Some(unmodeled) = unmodeled {
        structure.set_unmodeled(unmodeled.into());
    }
    Ok(())
}

// Few documents have one.
#[cold]
fn read_unknown<'de, A: MapAccess<'de>>(
    unmodeled: &mut Option<BTreeMap<Text, Json>>,
    name: Text,
    map: &mut A,
) -> Result<(), A::Error> {
    read_member(unmodeled.get_or_insert_default(), name, map)
}

/// A member's name: one that the structure has a slot for, or another.
enum Name<'p> {
    // Not a narrower number: it would be written to memory as one and read back as part of a wider word, which stalls.
    Known(usize, Slot<'p>),
    Unknown(Text),
}
