//! What makes the structures of the model read and write: the macro `structure!` holds their rows.
//!
//! To read, a structure only says where the value of a member goes, and what it is in JSON: one reader serves all. Code of
//! its own for each member of each structure would be more than a processor's cache of instructions holds.

use super::push_string;
use crate::model::{Json, JsonObject, Members, Text, Timestamp};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap};

/// A structure of the model as the reader sees it.
pub(crate) trait Structure {
    /// The service model's shape.
    fn shape(&self) -> &'static str;
    /// The number of the member of that name, below 32, and where its value goes.
    fn place(&mut self, name: &str) -> Option<(usize, Place<'_>)>;
    /// The name of the member of that number.
    fn name(&self, member: usize) -> &'static str;
    /// The number of members that are present, without unknown ones.
    fn known(&self) -> usize;
    fn set_unmodeled(&mut self, members: JsonObject);
}

/// A value that a member of a structure can have.
pub(crate) trait Member: Sized + Serialize {
    fn place(member: &mut Option<Self>) -> Place<'_>;
    /// What is written, where it is a string.
    #[inline]
    fn as_text(&self) -> Option<&str> {
        None
    }
    fn push_wire(&self, out: &mut String);
}

/// A value that an element of a list can have.
pub(crate) trait Element: Member {
    fn next(list: &mut Vec<Self>) -> ElementPlace<'_>;
}

/// Where the value of a member goes, by what it is in JSON.
pub(crate) enum Place<'p> {
    String(&'p mut dyn StringPlace),
    Integer(&'p mut Option<i64>),
    Boolean(&'p mut Option<bool>),
    Timestamp(&'p mut Option<Timestamp>),
    Structure(&'p mut dyn StructurePlace),
    List(&'p mut dyn ListPlace),
}

/// Where the value of an element goes.
pub(crate) enum ElementPlace<'p> {
    String(&'p mut dyn StringPlace),
    Structure(&'p mut dyn Structure),
}

pub(crate) trait StringPlace {
    fn expected(&self) -> &'static str;
    fn set(&mut self, text: &str);
}

pub(crate) trait StructurePlace {
    /// Puts a structure there, and hands it over to be filled. Large values are read where they stay.
    fn insert(&mut self) -> &mut dyn Structure;
}

pub(crate) trait ListPlace {
    /// Puts an empty list there.
    fn insert(&mut self);
    /// The place of the next element.
    fn next(&mut self) -> ElementPlace<'_>;
}

/// A value that is a string in JSON: a constrained text or an open enum.
pub(crate) trait StringMember: Sized {
    const EXPECTED: &'static str;
    fn from_text(text: &str) -> Self;
    fn text(&self) -> &str;
}

impl<T: StringMember> StringPlace for Option<T> {
    fn expected(&self) -> &'static str {
        T::EXPECTED
    }

    fn set(&mut self, text: &str) {
        *self = Some(T::from_text(text));
    }
}

impl<T: StringMember> StringPlace for Vec<T> {
    fn expected(&self) -> &'static str {
        T::EXPECTED
    }

    fn set(&mut self, text: &str) {
        self.push(T::from_text(text));
    }
}

impl StringPlace for Option<String> {
    fn expected(&self) -> &'static str {
        "a string"
    }

    fn set(&mut self, text: &str) {
        *self = Some(text.into());
    }
}

macro_rules! string_member {
    ($name:ident) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::json::read_string(deserializer)
            }
        }

        impl serde::Serialize for $name {
            #[inline]
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(crate::json::StringMember::text(self))
            }
        }

        impl crate::json::Member for $name {
            fn place(member: &mut Option<Self>) -> crate::json::Place<'_> {
                crate::json::Place::String(member)
            }

            #[inline]
            fn as_text(&self) -> Option<&str> {
                Some(crate::json::StringMember::text(self))
            }

            fn push_wire(&self, out: &mut alloc::string::String) {
                crate::json::push_string(out, crate::json::StringMember::text(self));
            }
        }

        impl crate::json::Element for $name {
            fn next(list: &mut alloc::vec::Vec<Self>) -> crate::json::ElementPlace<'_> {
                crate::json::ElementPlace::String(list)
            }
        }
    };
}
pub(crate) use string_member;

impl Member for String {
    fn place(member: &mut Option<Self>) -> Place<'_> {
        Place::String(member)
    }

    #[inline]
    fn as_text(&self) -> Option<&str> {
        Some(self)
    }

    fn push_wire(&self, out: &mut String) {
        push_string(out, self);
    }
}

impl Member for i64 {
    fn place(member: &mut Option<Self>) -> Place<'_> {
        Place::Integer(member)
    }

    fn push_wire(&self, out: &mut String) {
        // Writing to a `String` can't fail.
        let _ = fmt::Write::write_fmt(out, format_args!("{self}"));
    }
}

impl Member for bool {
    fn place(member: &mut Option<Self>) -> Place<'_> {
        Place::Boolean(member)
    }

    fn push_wire(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl<T: Element> Member for Vec<T> {
    fn place(member: &mut Option<Self>) -> Place<'_> {
        Place::List(member)
    }

    fn push_wire(&self, out: &mut String) {
        push_list(self, T::push_wire, out);
    }
}

impl<T: Element> ListPlace for Option<Vec<T>> {
    fn insert(&mut self) {
        self.get_or_insert_default();
    }

    fn next(&mut self) -> ElementPlace<'_> {
        T::next(self.get_or_insert_default())
    }
}

impl<T: Structure + Default> StructurePlace for Option<T> {
    fn insert(&mut self) -> &mut dyn Structure {
        self.get_or_insert_default()
    }
}

/// The place of a list's next element, which is a structure.
pub(crate) fn next_structure<T: Structure + Default>(list: &mut Vec<T>) -> ElementPlace<'_> {
    // Most lists of structures are keys, of one or two elements.
    if list.capacity() == 0 {
        *list = Vec::with_capacity(2);
    }
    let next = list.len();
    list.push(T::default());
    ElementPlace::Structure(&mut list[next])
}

/// Reads the value of a member, or a `null`, which stands for an absent one.
impl<'de> DeserializeSeed<'de> for Place<'_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Place<'_> {
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
            Self::String(place) => deserializer.deserialize_str(StringVisitor(place)),
            Self::Integer(place) => deserializer.deserialize_i64(WholeNumber).map(|number| *place = Some(number)),
            Self::Boolean(place) => serde::Deserialize::deserialize(deserializer).map(|value| *place = Some(value)),
            Self::Timestamp(place) => serde::Deserialize::deserialize(deserializer).map(|at| *place = Some(at)),
            Self::Structure(place) => deserializer.deserialize_map(StructureVisitor(place.insert())),
            Self::List(place) => deserializer.deserialize_seq(ListVisitor(place)),
        }
    }
}

struct StringVisitor<'p>(&'p mut dyn StringPlace);

impl Visitor<'_> for StringVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.expected())
    }

    #[inline]
    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.0.set(text);
        Ok(())
    }
}

/// Reads a string by itself.
pub(crate) fn read_string<'de, T: StringMember, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    struct OneString<T>(PhantomData<T>);

    impl<T: StringMember> Visitor<'_> for OneString<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(T::EXPECTED)
        }

        fn visit_str<E>(self, text: &str) -> Result<T, E> {
            Ok(T::from_text(text))
        }
    }

    deserializer.deserialize_str(OneString(PhantomData))
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

struct ListVisitor<'p>(&'p mut dyn ListPlace);

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
            if blanks > MAX_BLANK_ELEMENTS {
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
pub const MAX_BLANK_ELEMENTS: usize = 1_000;

#[cold]
fn too_many_blanks<E: serde::de::Error>() -> E {
    E::custom(format_args!(
        "expected at most {MAX_BLANK_ELEMENTS} elements without any known member in one list, found more"
    ))
}

/// Reads an element of a list, and tells whether it is a structure without a member that the model knows.
struct NextElement<'p>(&'p mut dyn ListPlace);

impl<'de> DeserializeSeed<'de> for NextElement<'_> {
    type Value = bool;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        match self.0.next() {
            ElementPlace::String(place) => deserializer.deserialize_str(StringVisitor(place)).map(|()| false),
            ElementPlace::Structure(structure) => {
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
    let mut unmodeled = None::<Members>;
    while let Some(name) = map.next_key_seed(NameOf(structure))? {
        match name {
            Name::Known(member, place) => {
                let bit = 1 << member;
                if seen & bit != 0 {
                    return Err(twice(structure.name(member)));
                }
                seen |= bit;
                map.next_value_seed(place)?;
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
    unmodeled: &mut Option<Members>,
    name: Text,
    map: &mut A,
) -> Result<(), A::Error> {
    unmodeled.get_or_insert_default().read(name, map)
}

/// A member's name: one that the structure has a place for, or another.
enum Name<'p> {
    // Not a narrower number: it would be written to memory as one and read back as part of a wider word, which stalls.
    Known(usize, Place<'p>),
    Unknown(Text),
}

/// Reads the name of a structure's member.
struct NameOf<'p>(&'p mut dyn Structure);

impl<'de, 'p> DeserializeSeed<'de> for NameOf<'p> {
    type Value = Name<'p>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name<'p>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'p> Visitor<'_> for NameOf<'p> {
    type Value = Name<'p>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    #[inline]
    fn visit_str<E>(self, name: &str) -> Result<Name<'p>, E> {
        Ok(match self.0.place(name) {
            Some((member, place)) => Name::Known(member, place),
            None => Name::Unknown(Text::new(name)),
        })
    }
}

#[cold]
pub(crate) fn twice<E: serde::de::Error>(name: &str) -> E {
    E::custom(format_args!("member `{}` stands twice in one object", name.escape_debug()))
}

pub(crate) fn push_list<T>(list: &[T], push: impl Fn(&T, &mut String), out: &mut String) {
    out.push('[');
    for (index, element) in list.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        push(element, out);
    }
    out.push(']');
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
        match value.as_text() {
            Some(text) => self.0.serialize_entry(name, text),
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
        super::push_string(self.out, name);
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
    // Only binary formats need to know the number beforehand.
    let len = if serializer.is_human_readable() { None } else { Some(value.len()) };
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

/// The order of writing: the indexes of the names, sorted by name.
pub(crate) const fn alphabetical<const N: usize>(names: &[&str]) -> [usize; N] {
    let mut order = [0; N];
    let mut index = 0;
    while index < N {
        let mut place = index;
        while place > 0 && is_before(names[index].as_bytes(), names[order[place - 1]].as_bytes()) {
            order[place] = order[place - 1];
            place -= 1;
        }
        order[place] = index;
        index += 1;
    }
    order
}

const fn is_before(a: &[u8], b: &[u8]) -> bool {
    match (a, b) {
        (_, []) => false,
        ([], _) => true,
        ([x, a @ ..], [y, b @ ..]) => *x < *y || (*x == *y && is_before(a, b)),
    }
}

/// A structure: docs, type, shape; each row: docs, field, type, the member's name in JSON. Rows stand in the order
/// of the service model; writing sorts them by name.
macro_rules! structure {
    (
        $( #[doc = $doc:literal] )*
        $name:ident: $shape:literal {
            $( $( #[doc = $field_doc:literal] )* $field:ident: $type:ty = $wire:literal, )+
        }
    ) => {
        $( #[doc = $doc] )*
        ///
        #[doc = concat!("Service model: `", $shape, "`.")]
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "builder", derive(bon::Builder), builder(
            start_fn(doc {
                /// Builds a value member by member; each may be left out. Setters take what
                /// [`IntoMember`](crate::IntoMember) turns into the member's type, plain strings among them.
                ///
                /// Nothing is checked, neither here nor by the setters: the rules report what is missing or wrong when
                /// [`validate`](crate::Validate::validate) is called.
            }),
            finish_fn(doc {
                /// The value, unchecked: [`validate`](crate::Validate::validate) it where it should keep the rules.
            }),
        ))]
        #[non_exhaustive]
        pub struct $name {
            $(
                $( #[doc = $field_doc] )*
                ///
                #[doc = concat!("Service model: `", $shape, "$", $wire, "`.")]
                #[cfg_attr(feature = "builder", builder(with = |value: impl crate::IntoMember<$type>| value.into_member()))]
                pub $field: Option<$type>,
            )+
            /// Members that this version of the crate doesn't know, kept as they came.
            #[cfg_attr(feature = "builder", builder(default))]
            pub unmodeled: crate::model::JsonObject,
        }

        const _: () = {
            use crate::json::{self, members};
            use members::{Element, ElementPlace, Member, Place, Sink, Structure, WriteMembers};

            #[derive(Clone, Copy)]
            #[allow(non_camel_case_types)]
            enum Field { $($field),+ }

            const NAMES: &[&str] = &[$($wire),+];
            const FIELDS: &[Field] = &[$(Field::$field),+];
            const ORDER: [usize; FIELDS.len()] = members::alphabetical(NAMES);
            const _: () = assert!(NAMES.len() <= 32, "more members than the reader has bits for");

            #[allow(non_upper_case_globals, dead_code)]
            impl $name {
                $(pub(crate) const $field: &'static crate::validate::MemberName = &crate::validate::MemberName {
                    name: $wire,
                    place: Field::$field as u8,
                };)+
            }

            impl $name {
                /// Writes one member and the unknown ones before it.
                #[inline(always)]
                fn write_member<'u, S: Sink>(
                    &self,
                    field: Field,
                    unmodeled: &'u [members::Unmodeled],
                    sink: &mut S,
                ) -> Result<&'u [members::Unmodeled], S::Error> {
                    Ok(match field {
                        $(Field::$field => match &self.$field {
                            Some(value) => {
                                let rest = members::unmodeled_before(unmodeled, $wire, sink)?;
                                sink.member($wire, value)?;
                                rest
                            }
                            None => unmodeled,
                        })+
                    })
                }
            }

            impl Structure for $name {
                fn shape(&self) -> &'static str {
                    $shape
                }

                fn place(&mut self, name: &str) -> Option<(usize, Place<'_>)> {
                    Some(match name {
                        $($wire => (Field::$field as usize, Member::place(&mut self.$field)),)+
                        _ => return None,
                    })
                }

                fn name(&self, member: usize) -> &'static str {
                    NAMES[member]
                }

                fn known(&self) -> usize {
                    0 $(+ usize::from(self.$field.is_some()))+
                }

                fn set_unmodeled(&mut self, members: crate::model::JsonObject) {
                    self.unmodeled = members;
                }
            }

            impl WriteMembers for $name {
                #[inline]
                fn write_members<S: Sink>(&self, sink: &mut S) -> Result<(), S::Error> {
                    let rest = self.unmodeled.as_slice();
                    // One call for each place in the order of writing: the n-th is that of the n-th name, sorted.
                    $(let rest = self.write_member(const { FIELDS[ORDER[Field::$field as usize]] }, rest, sink)?;)+
                    members::unmodeled_rest(rest, sink)
                }

                #[inline]
                fn len(&self) -> usize {
                    if self.unmodeled.is_empty() {
                        return self.known();
                    }
                    // Where a known member is present, an unknown one of its name is not written.
                    let twice = 0 $(+ usize::from(self.$field.is_some() && self.unmodeled.get($wire).is_some()))+;
                    self.known() + self.unmodeled.len() - twice
                }
            }

            impl Member for $name {
                fn place(member: &mut Option<Self>) -> Place<'_> {
                    Place::Structure(member)
                }

                fn push_wire(&self, out: &mut alloc::string::String) {
                    members::push_structure(self, out);
                }
            }

            impl Element for $name {
                fn next(list: &mut alloc::vec::Vec<Self>) -> ElementPlace<'_> {
                    members::next_structure(list)
                }
            }

            impl json::WireValue for $name {}

            #[cfg(feature = "schemars")]
            impl schemars::JsonSchema for $name {
                fn schema_name() -> alloc::borrow::Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    let mut schema = crate::schema::Object::of::<Self>(concat!($($doc, "\n"),*));
                    $(schema.member::<$type>(generator, $wire, concat!($($field_doc, "\n"),*));)+
                    schema.build()
                }
            }

            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    members::read_structure(deserializer)
                }
            }

            impl serde::Serialize for $name {
                #[inline]
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    members::serialize_structure(self, serializer)
                }
            }
        };
    };
}
pub(crate) use structure;

#[cfg(test)]
mod tests {
    use super::{MAX_BLANK_ELEMENTS, alphabetical};
    use crate::{DescribeBackupOutput, GlobalSecondaryIndexInfo, Json, KeySchemaElement, json};
    use alloc::format;
    use alloc::string::String;
    use alloc::vec;

    fn document(list: &str, element: &str, count: usize) -> String {
        let elements = vec![element; count].join(",");
        format!(r#"{{"BackupDescription":{{"SourceTableFeatureDetails":{{"{list}":[{elements}]}}}}}}"#)
    }

    #[test]
    fn a_list_holds_few_elements_that_say_nothing() {
        for (list, element) in [
            ("GlobalSecondaryIndexes", "{}"),
            ("LocalSecondaryIndexes", r#"{"IndexName":null}"#),
            ("VectorIndexes", r#"{"Unknown":0}"#),
        ] {
            let text = document(list, element, MAX_BLANK_ELEMENTS);
            let output: DescribeBackupOutput = json::from_str(&text).unwrap();
            let features = output.backup_description.unwrap().source_table_feature_details.unwrap();
            let lens = [
                features.global_secondary_indexes.map(|list| list.len()),
                features.local_secondary_indexes.map(|list| list.len()),
                features.vector_indexes.map(|list| list.len()),
            ];
            assert_eq!(lens.into_iter().flatten().collect::<vec::Vec<_>>(), [MAX_BLANK_ELEMENTS]);

            let fault = json::from_str::<DescribeBackupOutput>(&document(list, element, MAX_BLANK_ELEMENTS + 1));
            let fault = fault.unwrap_err();
            assert_eq!(
                fault.message(),
                "expected at most 1000 elements without any known member in one list, found more"
            );
            let path = format!("/BackupDescription/SourceTableFeatureDetails/{list}");
            assert_eq!(fault.path(), &path.as_str());
        }
    }

    #[test]
    fn a_list_holds_any_number_of_elements_that_say_something() {
        let text = document("GlobalSecondaryIndexes", r#"{"KeySchema":[]}"#, 100_000);
        let output: DescribeBackupOutput = json::from_str(&text).unwrap();
        let indexes = output.backup_description.unwrap().source_table_feature_details.unwrap().global_secondary_indexes;
        assert_eq!(indexes.unwrap().len(), 100_000);
    }

    #[test]
    fn the_order_of_writing_is_that_of_texts() {
        let names = ["b", "ab", "abc", "a", "", "Z", "aé", "ac", "é", "abd"];
        let mut sorted: vec::Vec<usize> = (0..names.len()).collect();
        sorted.sort_by_key(|index| names[*index]);
        assert_eq!(alphabetical::<10>(&names), *sorted);
    }

    /// What the memory that a document takes follows from.
    #[cfg(target_pointer_width = "64")]
    #[test]
    fn structures_stay_small() {
        assert!(size_of::<GlobalSecondaryIndexInfo>() <= 192);
        assert!(size_of::<KeySchemaElement>() <= 56);
        // Under `arbitrary_precision` a number is a text.
        assert!(size_of::<Json>() <= size_of::<serde_json::Number>() + 8);
    }
}
