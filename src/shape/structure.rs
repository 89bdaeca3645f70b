//! The macros that hold the rows.

/// The order of writing: the indexes of the names, sorted by name.
pub(crate) const fn alphabetical<const N: usize>(names: &[&str]) -> [usize; N] {
    let mut order = [0; N];
    let mut index = 0;
    while index < N {
        let mut slot = index;
        while slot > 0 && is_before(names[index].as_bytes(), names[order[slot - 1]].as_bytes()) {
            order[slot] = order[slot - 1];
            slot -= 1;
        }
        order[slot] = index;
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

/// What makes a string of the model readable and writable.
macro_rules! string_member {
    ($name:ident) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::shape::read_string(deserializer)
            }
        }

        impl serde::Serialize for $name {
            #[inline]
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl crate::shape::Member for $name {
            #[inline]
            fn slot(member: &mut Option<Self>) -> crate::shape::Slot<'_> {
                crate::shape::Slot::String(member)
            }

            #[inline]
            fn as_string(&self) -> Option<&str> {
                Some(self.as_str())
            }

            #[inline]
            fn push_wire(&self, out: &mut alloc::string::String) {
                crate::value::wire::push_string(out, self.as_str());
            }
        }

        impl crate::shape::Element for $name {
            #[inline]
            fn next(list: &mut alloc::vec::Vec<Self>) -> crate::shape::ElementSlot<'_> {
                crate::shape::ElementSlot::String(list)
            }
        }
    };
}
pub(crate) use string_member;

/// Whether a member must be present, by the word in its row.
macro_rules! presence {
    (optional) => {
        $crate::value::path::Presence::Optional
    };
    (required) => {
        $crate::value::path::Presence::RequiredMember
    };
    (index_member) => {
        $crate::value::path::Presence::IndexMember
    };
    (backup_description) => {
        $crate::value::path::Presence::BackupDescription
    };
    (backup_details) => {
        $crate::value::path::Presence::BackupDetails
    };
    (source_table_details) => {
        $crate::value::path::Presence::SourceTableDetails
    };
    (backup_type) => {
        $crate::value::path::Presence::BackupType
    };
    (table_arn) => {
        $crate::value::path::Presence::TableArn
    };
    (projection_type) => {
        $crate::value::path::Presence::ProjectionType
    };
    (backup_summaries) => {
        $crate::value::path::Presence::BackupSummaries
    };
    (summary_member) => {
        $crate::value::path::Presence::SummaryMember
    };
    (continuous_backups_description) => {
        $crate::value::path::Presence::ContinuousBackupsDescription
    };
}
pub(crate) use presence;

/// What the word in a member's row says, for people.
macro_rules! presence_doc {
    (optional) => {
        "Optional in the service model."
    };
    (required) => {
        "Required by the service model."
    };
    (index_member) => {
        "Optional in the service model, but no index can be created without it."
    };
    (backup_type) => {
        "Required by the service model; real responses from January to April 2018 lack it."
    };
    (projection_type) => {
        "Optional in the service model, but the service has no default for it."
    };
    ($usual:ident) => {
        "Optional in the service model, but every recorded response has it."
    };
}
pub(crate) use presence_doc;

/// Where the service model has a structure or a member, for people.
macro_rules! origin_doc {
    (service_model $shape:literal) => {
        concat!("Service model: `", $shape, "`.")
    };
    (no_model $shape:literal) => {
        "The service model has no such structure."
    };
    (service_model $shape:literal $presence:ident $member:literal) => {
        concat!(crate::shape::presence_doc!($presence), " Service model: `", $shape, "$", $member, "`.")
    };
    (no_model $shape:literal $presence:ident $member:literal) => {
        concat!("`", $member, "` in JSON.")
    };
}
pub(crate) use origin_doc;

/// Reads a structure, in a way of its own if its table names one.
macro_rules! deserialize_structure {
    ($deserializer:ident) => {
        $crate::shape::read_structure($deserializer)
    };
    ($deserializer:ident $read:ident) => {
        $read($deserializer)
    };
}
pub(crate) use deserialize_structure;

/// A structure: docs, type, shape (after `no_model`, what it is called if the service model has no such structure; then
/// the function that reads it, if it has one of its own); each row: docs, field, type, whether it must be present, the
/// member's name in JSON. Rows are in the order of the service model; writing sorts them by name.
macro_rules! structure {
    ($( #[doc = $doc:literal] )* $name:ident: $shape:literal $rows:tt) => {
        crate::shape::structure! { @service_model $( #[doc = $doc] )* $name: $shape $rows }
    };
    ($( #[doc = $doc:literal] )* $name:ident: no_model $shape:literal read by $read:ident $rows:tt) => {
        crate::shape::structure! { @no_model $( #[doc = $doc] )* $name: $shape read by $read $rows }
    };
    ($( #[doc = $doc:literal] )* $name:ident: no_model $shape:literal $rows:tt) => {
        crate::shape::structure! { @no_model $( #[doc = $doc] )* $name: $shape $rows }
    };
    (
        @$origin:ident
        $( #[doc = $doc:literal] )*
        $name:ident: $shape:literal $(read by $read:ident)? {
            $( $( #[doc = $field_doc:literal] )* $field:ident: $type:ty = $presence:ident $wire:literal, )+
        }
    ) => {
        $( #[doc = $doc] )*
        ///
        #[doc = crate::shape::origin_doc!($origin $shape)]
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "builder", derive(bon::Builder), builder(
            builder_type(vis = "pub", doc {
                #[doc = concat!("A builder of [`", stringify!($name), "`]; [`", stringify!($name), "::builder`] returns one.")]
                ///
                /// A member that is not set is absent. Setters take whatever [`IntoMember`](crate::IntoMember) turns into
                /// the member's type, plain strings for instance. Neither they nor `build` check anything:
                /// [`validate`](crate::Validate::validate) the value to see what is missing or wrong.
                ///
                /// # Examples
                ///
                /// ```
                #[doc = concat!("use dynamodb_backup_model::", stringify!($name), ";")]
                ///
                #[doc = concat!("let value = ", stringify!($name), "::builder().build();")]
                #[doc = concat!("assert_eq!(value, ", stringify!($name), "::default());")]
                /// ```
                ///
                /// The module [`builder`](crate::builder) has an example that sets members.
            }),
            start_fn(doc {
                /// Returns a builder of the value, without any member.
                ///
                /// Nothing is checked: [`validate`](crate::Validate::validate) the value to see what is missing or wrong.
            }),
            finish_fn(doc {
                /// Returns the value, unchecked.
            }),
        ))]
        #[non_exhaustive]
        pub struct $name {
            $(
                $( #[doc = $field_doc] )*
                ///
                #[doc = crate::shape::origin_doc!($origin $shape $presence $wire)]
                #[cfg_attr(feature = "builder", builder(
                    with = |value: impl crate::shape::IntoMember<$type>| value.into_member()
                ))]
                pub $field: Option<$type>,
            )+
            /// Members that this version of the crate does not know, kept as they were.
            #[cfg_attr(feature = "builder", builder(default))]
            pub unmodeled: crate::value::unmodeled::JsonObject,
        }

        const _: () = {
            use crate::shape::{self, Element, ElementSlot, Extras, Member, Sink, Slot, Structure, WriteMember, WriteMembers};
            use crate::value::path::Row;

            #[allow(non_camel_case_types)]
            enum Field { $($field),+ }

            const NAMES: &[&str] = &[$($wire),+];
            const ROWS: &[Row] = &[$(Row {
                name: $wire,
                number: Field::$field as u8,
                presence: shape::presence!($presence),
                #[cfg(feature = "schemars")]
                docs: concat!($($field_doc, "\n"),*),
            }),+];
            const ORDER: [usize; NAMES.len()] = shape::alphabetical(NAMES);
            const _: () = assert!(NAMES.len() <= 32, "more members than the reader has bits for");

            #[allow(non_upper_case_globals, dead_code)]
            impl $name {
                $(pub(crate) const $field: &'static Row = &ROWS[Field::$field as usize];)+
            }

            $(
                impl WriteMember<{ Field::$field as usize }> for $name {
                    #[inline]
                    fn write_member<S: Sink>(
                        &self,
                        extras: Option<&mut Extras<'_>>,
                        sink: &mut S,
                    ) -> Result<(), S::Error> {
                        let Some(value) = &self.$field else { return Ok(()) };
                        shape::write_extras_before(extras, $wire, sink)?;
                        sink.member($wire, concat!("\"", $wire, "\":\""), value)
                    }
                }
            )+

            impl $name {
                /// Returns the same value with every timestamp written as epoch seconds, as the service writes it.
                #[must_use]
                pub fn with_epoch_timestamps(mut self) -> Self {
                    shape::make_timestamps_epoch(&mut self);
                    self
                }
            }

            impl Structure for $name {
                fn shape(&self) -> &'static str {
                    $shape
                }

                #[cfg(feature = "schemars")]
                fn docs(&self) -> &'static str {
                    concat!($($doc, "\n"),*)
                }

                fn rows(&self) -> &'static [Row] {
                    ROWS
                }

                fn slot(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
                    Some(match name {
                        $($wire => (Field::$field as usize, Member::slot(&mut self.$field)),)+
                        _ => return None,
                    })
                }

                #[cfg(feature = "arbitrary")]
                fn members(&mut self) -> alloc::vec::Vec<(&'static Row, &mut dyn shape::AnyMember)> {
                    alloc::vec![$((Self::$field, &mut self.$field as &mut dyn shape::AnyMember)),+]
                }

                fn known(&self) -> usize {
                    0 $(+ usize::from(self.$field.is_some()))+
                }

                fn unmodeled_mut(&mut self) -> &mut crate::value::unmodeled::JsonObject {
                    &mut self.unmodeled
                }
            }

            impl WriteMembers for $name {
                #[inline]
                fn write_members<S: Sink>(&self, sink: &mut S) -> Result<(), S::Error> {
                    let mut extras = self.unmodeled.extras();
                    let mut extras = extras.as_mut();
                    // One call for each index in the order of writing: the n-th is that of the n-th name, sorted.
                    $(WriteMember::<{ ORDER[Field::$field as usize] }>::write_member(self, extras.as_deref_mut(), sink)?;)+
                    shape::write_other_extras(extras, sink)
                }

                #[inline]
                fn len(&self) -> usize {
                    let Some(extras) = self.unmodeled.extras() else { return self.known() };
                    // Where a known member is present, what else has its name is not written.
                    let duplicates = 0 $(+ usize::from(self.$field.is_some() && self.unmodeled.names($wire)))+;
                    self.known() + extras.count() - duplicates
                }
            }

            impl<V> shape::VisitMembers<V> for $name
            where
                $(V: shape::Visit<$type>,)+
            {
                #[inline]
                fn visit_members(&self, visitor: &mut V) {
                    $(visitor.member(Self::$field, self.$field.as_ref());)+
                }
            }

            impl Member for $name {
                #[inline]
                fn slot(member: &mut Option<Self>) -> Slot<'_> {
                    Slot::Structure(member)
                }

                #[inline]
                fn push_wire(&self, out: &mut alloc::string::String) {
                    shape::push_structure(self, out);
                }
            }

            impl Element for $name {
                #[inline]
                fn next(list: &mut alloc::vec::Vec<Self>) -> ElementSlot<'_> {
                    shape::next_structure(list)
                }

                #[inline]
                fn as_structure(&mut self) -> Option<&mut dyn Structure> {
                    Some(self)
                }
            }

            impl shape::WireValue for $name {}

            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    shape::deserialize_structure!(deserializer $($read)?)
                }
            }

            impl serde::Serialize for $name {
                #[inline]
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    shape::serialize_structure(self, serializer)
                }
            }
        };
    };
}
pub(crate) use structure;

#[cfg(test)]
mod tests {
    use super::alphabetical;
    use alloc::vec::Vec;

    #[test]
    fn the_order_of_writing_is_that_of_strings() {
        let names = ["b", "ab", "abc", "a", "", "Z", "aé", "ac", "é", "abd"];
        let mut sorted: Vec<usize> = (0..names.len()).collect();
        sorted.sort_by_key(|index| names[*index]);
        assert_eq!(alphabetical::<10>(&names), *sorted);
    }
}
