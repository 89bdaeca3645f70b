//! What makes the structures of the model read and write: the macro `structure!` holds their rows.

use crate::model::{Json, Text};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap};

/// The value of a member that the model knows.
pub(crate) trait Member: Sized {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// Reads the value where it stays. Large values are written there member by member instead of moved.
    #[inline]
    fn read_into<'de, D: Deserializer<'de>>(place: &mut Option<Self>, deserializer: D) -> Result<(), D::Error> {
        *place = Some(Self::read(deserializer)?);
        Ok(())
    }

    /// Reads the next element of a list where it stays.
    #[inline]
    fn read_onto<'de, D: Deserializer<'de>>(list: &mut Vec<Self>, deserializer: D) -> Result<(), D::Error> {
        list.push(Self::read(deserializer)?);
        Ok(())
    }

    /// Whether it is a structure without a member that the model knows.
    #[inline]
    fn is_blank(&self) -> bool {
        false
    }

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

    #[inline]
    fn visit_str<E>(self, text: &str) -> Result<T, E> {
        Ok(T::from_text(text))
    }
}

#[inline]
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
            #[inline]
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(crate::json::StringMember::text(self))
            }
        }

        impl crate::json::Member for $name {
            #[inline]
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

            #[inline]
            fn visit_i64<E>(self, number: i64) -> Result<i64, E> {
                Ok(number)
            }

            #[inline]
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
                let mut blanks = 0;
                while seq.next_element_seed(Onto(&mut list))?.is_some() {
                    blanks += usize::from(list.last().is_some_and(T::is_blank));
                    if blanks > MAX_BLANK_ELEMENTS {
                        return Err(too_many_blanks());
                    }
                }
                Ok(list)
            }
        }

        deserializer.deserialize_seq(List(PhantomData))
    }

    fn push_wire(&self, out: &mut String) {
        push_list(self, out);
    }
}

pub(crate) fn push_list<T: Member>(list: &[T], out: &mut String) {
    out.push('[');
    for (index, element) in list.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        element.push_wire(out);
    }
    out.push(']');
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

/// Reads an element of a list.
struct Onto<'l, T>(&'l mut Vec<T>);

impl<'de, T: Member> DeserializeSeed<'de> for Onto<'_, T> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        T::read_onto(self.0, deserializer)
    }
}

/// Reads a value or `null`.
pub(crate) struct Nullable<'p, T>(pub(crate) &'p mut Option<T>);

impl<'de, T: Member> DeserializeSeed<'de> for Nullable<'_, T> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, T: Member> Visitor<'de> for Nullable<'_, T> {
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
        T::read_into(self.0, deserializer)
    }
}

/// A member's name: one that the structure knows, or another.
pub(crate) enum Name<F> {
    Known(F),
    Unknown(Text),
}

/// Reads the name of a structure's member.
pub(crate) struct NameOf<T>(pub(crate) PhantomData<T>);

impl<'de, T: Structure> DeserializeSeed<'de> for NameOf<T> {
    type Value = Name<T::Field>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<T: Structure> Visitor<'_> for NameOf<T> {
    type Value = Name<T::Field>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    #[inline]
    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(match T::field(name) {
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
    #[inline]
    pub(crate) fn known<E: serde::de::Error>(&mut self, index: usize, name: &str) -> Result<(), E> {
        let bit = 1 << index;
        if self.known & bit != 0 {
            return Err(twice(name));
        }
        self.known |= bit;
        Ok(())
    }
}

#[cold]
pub(crate) fn twice<E: serde::de::Error>(name: &str) -> E {
    E::custom(format_args!("member `{}` stands twice in one object", name.escape_debug()))
}

/// Takes the members of a structure in the order of writing.
pub(crate) trait Sink {
    type Error;
    fn member<T: Member + Serialize>(&mut self, name: &'static str, value: &T) -> Result<(), Self::Error>;
    fn unmodeled(&mut self, name: &str, value: &Json) -> Result<(), Self::Error>;
}

struct ToSerde<M>(M);

impl<M: SerializeMap> Sink for ToSerde<M> {
    type Error = M::Error;

    #[inline]
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

/// A structure of the model.
pub(crate) trait Structure: Sized + Default {
    /// The service model's shape.
    const SHAPE: &'static str;
    /// Its members.
    type Field;

    fn field(name: &str) -> Option<Self::Field>;
    fn read_members<'de, A: MapAccess<'de>>(&mut self, map: A) -> Result<(), A::Error>;
    fn write_members<S: Sink>(&self, sink: &mut S) -> Result<(), S::Error>;
    /// The number of members that [`write_members`](Self::write_members) writes.
    fn len(&self) -> usize;
}

pub(crate) fn read_structure<'de, T: Structure, D: Deserializer<'de>>(
    place: &mut T,
    deserializer: D,
) -> Result<(), D::Error> {
    struct Object<'p, T>(&'p mut T);

    impl<'de, T: Structure> Visitor<'de> for Object<'_, T> {
        type Value = ();

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "an object ({})", T::SHAPE)
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
            self.0.read_members(map)
        }
    }

    deserializer.deserialize_map(Object(place))
}

pub(crate) fn read_structure_onto<'de, T: Structure, D: Deserializer<'de>>(
    list: &mut Vec<T>,
    deserializer: D,
) -> Result<(), D::Error> {
    // Most lists of structures are keys, of one or two elements.
    if list.is_empty() {
        list.reserve_exact(2);
    }
    list.push(T::default());
    match list.last_mut() {
        Some(place) => read_structure(place, deserializer),
        None => Ok(()),
    }
}

pub(crate) fn serialize_structure<T: Structure, S: serde::Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut sink = ToSerde(serializer.serialize_map(Some(value.len()))?);
    value.write_members(&mut sink)?;
    sink.0.end()
}

pub(crate) fn push_structure<T: Structure>(value: &T, out: &mut String) {
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
            use crate::json::members::{self, Member, Name, NameOf, Nullable, Seen, Sink, Structure};

            #[derive(Clone, Copy)]
            #[allow(non_camel_case_types)]
            pub(crate) enum Field { $($field),+ }

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
                const SHAPE: &'static str = $shape;
                type Field = Field;

                #[inline]
                fn field(name: &str) -> Option<Field> {
                    Some(match name {
                        $($wire => Field::$field,)+
                        _ => return None,
                    })
                }

                fn read_members<'de, A: serde::de::MapAccess<'de>>(&mut self, mut map: A) -> Result<(), A::Error> {
                    let mut seen = Seen::default();
                    let mut unmodeled = None::<crate::model::Members>;
                    while let Some(name) = map.next_key_seed(NameOf::<Self>(core::marker::PhantomData))? {
                        match name {
                            $(Name::Known(Field::$field) => {
                                seen.known(Field::$field as usize, $wire)?;
                                map.next_value_seed(Nullable(&mut self.$field))?;
                            })+
                            Name::Unknown(name) => unmodeled.get_or_insert_default().read(name, &mut map)?,
                        }
                    }
                    if let Some(unmodeled) = unmodeled {
                        self.unmodeled = unmodeled.into();
                    }
                    Ok(())
                }

                fn write_members<S: Sink>(&self, sink: &mut S) -> Result<(), S::Error> {
                    let rest = self.unmodeled.as_slice();
                    // One call for each place in the order of writing: the n-th is that of the n-th name, sorted.
                    $(let rest = self.write_member(const { FIELDS[ORDER[Field::$field as usize]] }, rest, sink)?;)+
                    members::unmodeled_rest(rest, sink)
                }

                #[inline]
                fn len(&self) -> usize {
                    let known = 0 $(+ usize::from(self.$field.is_some()))+;
                    if self.unmodeled.is_empty() {
                        return known;
                    }
                    // Where a known member is present, an unknown one of its name is not written.
                    let twice = 0 $(+ usize::from(self.$field.is_some() && self.unmodeled.get($wire).is_some()))+;
                    known + self.unmodeled.len() - twice
                }
            }

            impl Member for $name {
                fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let mut value = Self::default();
                    members::read_structure(&mut value, deserializer)?;
                    Ok(value)
                }

                fn read_into<'de, D: serde::Deserializer<'de>>(
                    place: &mut Option<Self>,
                    deserializer: D,
                ) -> Result<(), D::Error> {
                    members::read_structure(place.insert(Self::default()), deserializer)
                }

                fn read_onto<'de, D: serde::Deserializer<'de>>(
                    list: &mut alloc::vec::Vec<Self>,
                    deserializer: D,
                ) -> Result<(), D::Error> {
                    members::read_structure_onto(list, deserializer)
                }

                #[inline]
                fn is_blank(&self) -> bool {
                    true $(&& self.$field.is_none())+
                }

                fn push_wire(&self, out: &mut alloc::string::String) {
                    members::push_structure(self, out);
                }
            }

            impl crate::json::WireValue for $name {}

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
                    Member::read(deserializer)
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

#[cfg(test)]
mod tests {
    use super::MAX_BLANK_ELEMENTS;
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
