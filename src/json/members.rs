//! What makes the structures of the model read and write: the macro `structure!` holds their rows.

use crate::model::{Json, Text};
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap};

/// The value of a member that the model knows.
pub(crate) trait Member: Sized {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
    fn push_wire(&self, out: &mut String);
}

/// A value that is a string in JSON: a constrained text or an open enum.
pub(crate) trait StringMember: Sized {
    const EXPECTED: &'static str;
    fn from_text(text: &str) -> Self;
    fn text(&self) -> &str;
}

struct StringVisitor<T>(PhantomData<T>);

impl<T: StringMember> Visitor<'_> for StringVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E>(self, text: &str) -> Result<T, E> {
        Ok(T::from_text(text))
    }
}

pub(crate) fn string_seed<'de, T: StringMember, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_str(StringVisitor(PhantomData))
}

macro_rules! string_member {
    ($name:ident) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::json::string_seed(deserializer)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(crate::json::StringMember::text(self))
            }
        }

        impl crate::json::Member for $name {
            fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::json::string_seed(deserializer)
            }

            fn push_wire(&self, out: &mut alloc::string::String) {
                crate::json::push_string(out, crate::json::StringMember::text(self));
            }
        }
    };
}
pub(crate) use string_member;

impl Member for i64 {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WholeNumber;

        impl Visitor<'_> for WholeNumber {
            type Value = i64;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number of 64 bits")
            }

            fn visit_i64<E>(self, number: i64) -> Result<i64, E> {
                Ok(number)
            }

            fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<i64, E> {
                i64::try_from(number).map_err(|_| E::invalid_value(serde::de::Unexpected::Unsigned(number), &self))
            }
        }

        deserializer.deserialize_i64(WholeNumber)
    }

    fn push_wire(&self, out: &mut String) {
        // Writing to a `String` can't fail.
        let _ = fmt::Write::write_fmt(out, format_args!("{self}"));
    }
}

impl Member for bool {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde::Deserialize::deserialize(deserializer)
    }

    fn push_wire(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl Member for String {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde::Deserialize::deserialize(deserializer)
    }

    fn push_wire(&self, out: &mut String) {
        super::push_string(out, self);
    }
}

impl<T: Member> Member for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List<T>(PhantomData<T>);

        impl<'de, T: Member> Visitor<'de> for List<T> {
            type Value = Vec<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
                let mut list = Vec::new();
                while let Some(element) = seq.next_element_seed(Present(PhantomData))? {
                    list.push(element);
                }
                Ok(list)
            }
        }

        deserializer.deserialize_seq(List(PhantomData))
    }

    fn push_wire(&self, out: &mut String) {
        out.push('[');
        for (index, element) in self.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            element.push_wire(out);
        }
        out.push(']');
    }
}

/// Reads a value that must be there.
struct Present<T>(PhantomData<T>);

impl<'de, T: Member> DeserializeSeed<'de> for Present<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer)
    }
}

/// Reads a value or `null`.
pub(crate) struct Nullable<T>(pub(crate) PhantomData<T>);

impl<'de, T: Member> DeserializeSeed<'de> for Nullable<T> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, T: Member> Visitor<'de> for Nullable<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::read(deserializer).map(Some)
    }
}

/// A member's name: one that the structure knows, or another.
pub(crate) enum Name<F> {
    Known(F),
    Unknown(Text),
}

/// Reads a member's name with the function that knows the structure's own.
pub(crate) struct NameSeed<F>(pub(crate) fn(&str) -> Option<F>);

impl<'de, F> DeserializeSeed<'de> for NameSeed<F> {
    type Value = Name<F>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name<F>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<F> Visitor<'_> for NameSeed<F> {
    type Value = Name<F>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Name<F>, E> {
        Ok(match (self.0)(name) {
            Some(field) => Name::Known(field),
            None => Name::Unknown(Text::new(name)),
        })
    }
}

/// The members of one object as they are read: refuses a name that comes twice.
#[derive(Default)]
pub(crate) struct Seen {
    known: u32,
}

impl Seen {
    pub(crate) fn known<E: serde::de::Error>(&mut self, index: usize, name: &str) -> Result<(), E> {
        let bit = 1 << index;
        if self.known & bit != 0 {
            return Err(twice(name));
        }
        self.known |= bit;
        Ok(())
    }
}

pub(crate) fn twice<E: serde::de::Error>(name: &str) -> E {
    E::custom(format_args!("member `{}` stands twice in one object", name.escape_debug()))
}

/// Takes the members of a structure in the order of writing.
pub(crate) trait Sink {
    type Error;
    fn member<T: Member + Serialize>(&mut self, name: &'static str, value: &T) -> Result<(), Self::Error>;
    fn unmodeled(&mut self, name: &str, value: &Json) -> Result<(), Self::Error>;
}

/// Counts them.
struct Count(usize);

impl Sink for Count {
    type Error = core::convert::Infallible;

    fn member<T: Member + Serialize>(&mut self, _: &'static str, _: &T) -> Result<(), Self::Error> {
        self.0 += 1;
        Ok(())
    }

    fn unmodeled(&mut self, _: &str, _: &Json) -> Result<(), Self::Error> {
        self.0 += 1;
        Ok(())
    }
}

struct ToSerde<M>(M);

impl<M: SerializeMap> Sink for ToSerde<M> {
    type Error = M::Error;

    fn member<T: Member + Serialize>(&mut self, name: &'static str, value: &T) -> Result<(), M::Error> {
        self.0.serialize_entry(name, value)
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

    fn member<T: Member + Serialize>(&mut self, name: &'static str, value: &T) -> Result<(), Self::Error> {
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

/// Hands on the unknown members whose names stand before `name`, and leaves out one that has the same name: where a
/// known member is present it is the one that is written.
pub(crate) fn unmodeled_before<'u, S: Sink>(
    mut rest: &'u [(Text, Json)],
    name: &str,
    sink: &mut S,
) -> Result<&'u [(Text, Json)], S::Error> {
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

pub(crate) fn unmodeled_rest<S: Sink>(rest: &[(Text, Json)], sink: &mut S) -> Result<(), S::Error> {
    rest.iter().try_for_each(|(name, value)| sink.unmodeled(name, value))
}

/// A structure of the model.
pub(crate) trait Structure: Sized + Default {
    /// The service model's shape.
    const SHAPE: &'static str;

    fn read_members<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error>;
    fn write_members<S: Sink>(&self, sink: &mut S) -> Result<(), S::Error>;
}

pub(crate) fn read_structure<'de, T: Structure, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    struct Object<T>(PhantomData<T>);

    impl<'de, T: Structure> Visitor<'de> for Object<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "an object ({})", T::SHAPE)
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            T::read_members(map)
        }
    }

    deserializer.deserialize_map(Object(PhantomData))
}

pub(crate) fn serialize_structure<T: Structure, S: serde::Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut count = Count(0);
    let Ok(()) = value.write_members(&mut count);
    let mut sink = ToSerde(serializer.serialize_map(Some(count.0))?);
    value.write_members(&mut sink)?;
    sink.0.end()
}

pub(crate) fn push_structure<T: Structure>(value: &T, out: &mut String) {
    out.push('{');
    let mut sink = ToWire { out, first: true };
    let Ok(()) = value.write_members(&mut sink);
    out.push('}');
}

/// Reads the value of an unknown member and keeps it.
pub(crate) fn read_unmodeled<'de, A: MapAccess<'de>>(
    name: Text,
    unmodeled: &mut BTreeMap<Text, Json>,
    map: &mut A,
) -> Result<(), A::Error> {
    if unmodeled.contains_key(&name) {
        return Err(twice(&name));
    }
    let value = map.next_value()?;
    unmodeled.insert(name, value);
    Ok(())
}

/// The order of writing: the indexes of the names, sorted by name.
pub(crate) const fn alphabetical<const N: usize>(names: &[&str]) -> [usize; N] {
    let mut order = [0; N];
    let mut index = 0;
    while index < N {
        let mut place = index;
        while place > 0 && is_before(names[index], names[order[place - 1]]) {
            order[place] = order[place - 1];
            place -= 1;
        }
        order[place] = index;
        index += 1;
    }
    order
}

const fn is_before(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut index = 0;
    while index < a.len() && index < b.len() {
        if a[index] != b[index] {
            return a[index] < b[index];
        }
        index += 1;
    }
    a.len() < b.len()
}

/// A structure: docs, type, shape; each row: docs, field, type, the member's name in JSON. Rows stand in the order
/// of the service model; writing sorts them by name.
macro_rules! structure {
    (
        $( #[$doc:meta] )*
        $name:ident: $shape:literal {
            $( $( #[$field_doc:meta] )* $field:ident: $type:ty = $wire:literal, )+
        }
    ) => {
        $( #[$doc] )*
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
                $( #[$field_doc] )*
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
            use crate::json::members::{self, Member, Name, NameSeed, Nullable, Seen, Sink, Structure};

            #[derive(Clone, Copy)]
            #[allow(non_camel_case_types)]
            enum Field { $($field),+ }

            const NAMES: &[&str] = &[$($wire),+];
            const FIELDS: &[Field] = &[$(Field::$field),+];
            const ORDER: [usize; FIELDS.len()] = members::alphabetical(NAMES);

            #[allow(non_upper_case_globals, dead_code)]
            impl $name {
                $(pub(crate) const $field: crate::validate::MemberName = crate::validate::MemberName {
                    name: $wire,
                    place: Field::$field as u8,
                };)+
            }

            fn field(name: &str) -> Option<Field> {
                Some(match name {
                    $($wire => Field::$field,)+
                    _ => return None,
                })
            }

            impl Structure for $name {
                const SHAPE: &'static str = $shape;

                fn read_members<'de, A: serde::de::MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
                    let mut value = Self::default();
                    let mut seen = Seen::default();
                    let mut unmodeled = alloc::collections::BTreeMap::new();
                    while let Some(name) = map.next_key_seed(NameSeed(field))? {
                        match name {
                            $(Name::Known(Field::$field) => {
                                seen.known(Field::$field as usize, $wire)?;
                                value.$field = map.next_value_seed(Nullable(core::marker::PhantomData))?;
                            })+
                            Name::Unknown(name) => members::read_unmodeled(name, &mut unmodeled, &mut map)?,
                        }
                    }
                    value.unmodeled = unmodeled.into();
                    Ok(value)
                }

                fn write_members<S: Sink>(&self, sink: &mut S) -> Result<(), S::Error> {
                    let mut rest = self.unmodeled.as_slice();
                    for index in ORDER {
                        match FIELDS[index] {
                            $(Field::$field => if let Some(value) = &self.$field {
                                rest = members::unmodeled_before(rest, $wire, sink)?;
                                sink.member($wire, value)?;
                            })+
                        }
                    }
                    members::unmodeled_rest(rest, sink)
                }
            }

            impl Member for $name {
                fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    members::read_structure(deserializer)
                }

                fn push_wire(&self, out: &mut alloc::string::String) {
                    members::push_structure(self, out);
                }
            }

            impl crate::json::WireValue for $name {}

            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    members::read_structure(deserializer)
                }
            }

            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    members::serialize_structure(self, serializer)
                }
            }
        };
    };
}
pub(crate) use structure;
