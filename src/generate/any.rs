//! Whatever the types can hold.

use super::source::Source;
use super::text::{any_string, any_string_except};
use super::time::any_timestamp;
use crate::model::{
    self, DescribeBackupOutput, DescribeBackupResponse, ErrorResponse, Json, JsonObject, KeyType, OpenEnum, Timestamp,
    UnknownValue, with_enums, with_strings, with_structures,
};
use crate::shape::{ElementSlot, Slot, StringKind, StringSlot, Structure};
use crate::validate::{JsonPointer, Limits, Rule};
use crate::value::path::Row;
use crate::value::{NUMBER, RAW_VALUE};
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use arbitrary::{Arbitrary, Unstructured};

/// A type any value of which can be generated.
pub(crate) trait Any: Sized {
    fn any(source: &mut Source<'_, '_>) -> Self;
}

macro_rules! arbitrary {
    ($($name:ty),+) => {$(
        impl<'a> Arbitrary<'a> for $name {
            fn arbitrary(bytes: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
                Ok(Any::any(&mut Source::new(bytes, &Limits::CURRENT)))
            }
        }
    )+};
}

macro_rules! any_structures {
    ($($name:ident)+) => {
        $(impl Any for model::$name {
            fn any(source: &mut Source<'_, '_>) -> Self {
                let mut structure = Self::default();
                fill(source, &mut structure);
                structure
            }
        })+
        arbitrary! { $(model::$name),+ }
    };
}
with_structures!(any_structures);

macro_rules! any_strings {
    ($($name:ident)+) => {
        $(impl Any for model::$name {
            fn any(source: &mut Source<'_, '_>) -> Self {
                Self::unchecked(any_string(source))
            }
        })+
        arbitrary! { $(model::$name),+ }
    };
}
with_strings!(any_strings);

macro_rules! any_enums {
    ($($name:ident)+) => {
        $(impl Any for model::$name {
            fn any(source: &mut Source<'_, '_>) -> Self {
                Self::from(any_of(source, <Self as OpenEnum>::STRINGS))
            }
        })+
        arbitrary! { $(model::$name),+ }

        /// Returns whether any enum lists the string.
        fn is_listed(string: &str) -> bool {
            $(<model::$name as OpenEnum>::STRINGS.contains(&string))||+
        }
    };
}
with_enums!(any_enums);

arbitrary! { Timestamp, Json, JsonObject, DescribeBackupResponse, UnknownValue, Limits, JsonPointer, Rule }

/// Gives each member of a structure a value or none, and perhaps unknown members.
fn fill(source: &mut Source<'_, '_>, structure: &mut dyn Structure) {
    for (_, member) in structure.members() {
        if source.another() {
            match member.slot() {
                Slot::String(slot) => fill_string(source, slot),
                Slot::Integer(slot) => *slot = Some(any_integer(source)),
                Slot::Boolean(slot) => *slot = Some(source.flag()),
                Slot::Timestamp(slot) => *slot = Some(any_timestamp(source)),
                Slot::Structure(slot) => fill(source, slot.insert()),
                Slot::List(list) => {
                    list.insert();
                    while source.another() {
                        match list.next() {
                            ElementSlot::String(slot) => fill_string(source, slot),
                            ElementSlot::Structure(element) => fill(source, element),
                        }
                    }
                }
            }
        }
    }
    let unmodeled = any_unmodeled(source, structure.rows());
    *structure.unmodeled_mut() = unmodeled;
}

fn fill_string(source: &mut Source<'_, '_>, slot: &mut dyn StringSlot) {
    let string = match slot.kind() {
        StringKind::Any | StringKind::Constrained(_) => any_string(source),
        StringKind::Enum(_, values) => any_of(source, values),
    };
    slot.set(&string);
}

/// A value of an enum, or now and then another string.
fn any_of(source: &mut Source<'_, '_>, values: &[&str]) -> String {
    if source.once_in(4) { any_string(source) } else { source.pick(values).into() }
}

/// Members unknown to a structure with these rows, none at first.
pub(crate) fn any_unmodeled(source: &mut Source<'_, '_>, rows: &[Row]) -> JsonObject {
    let mut members = JsonObject::new();
    if source.once_in(6) {
        while source.another() {
            let name = any_string_except(source, |name| rows.iter().any(|row| row.name == name));
            members.insert(name, any_json(source, MOST_LEVELS));
        }
    }
    members
}

pub(crate) fn any_unmodeled_of<T: Structure + Default>(source: &mut Source<'_, '_>) -> JsonObject {
    any_unmodeled(source, T::default().rows())
}

/// How deeply lists and objects are nested.
const MOST_LEVELS: usize = 4;

fn any_json(source: &mut Source<'_, '_>, levels: usize) -> Json {
    match source.number(0..=if levels == 0 { 6 } else { 9 }) {
        0 => Json::Null,
        1 => Json::Bool(source.flag()),
        2 => Json::from(any_integer(source)),
        3 => Json::Number(source.bits().into()),
        4 => any_float(source),
        5 => Json::String(any_string(source)),
        6 => {
            // What `serde_json` itself uses to represent some values.
            let name = source.pick(&[NUMBER, RAW_VALUE]);
            let value = source.pick(&["1", "-0", "1e400", "{}", ""]);
            Json::Object([(name, value)].into_iter().collect())
        }
        7 | 8 => Json::Object(any_object(source, levels - 1)),
        _ => {
            let mut values = Vec::new();
            while source.another() {
                values.push(any_json(source, levels - 1));
            }
            Json::Array(values.into())
        }
    }
}

fn any_object(source: &mut Source<'_, '_>, levels: usize) -> JsonObject {
    let mut members = JsonObject::new();
    while source.another() {
        members.insert(any_string(source), any_json(source, levels));
    }
    members
}

fn any_float(source: &mut Source<'_, '_>) -> Json {
    let float = match source.number(0..=4) {
        0 => 1.516_149_542_009e9,
        1 => {
            source.pick(&[0.0, -0.0, 1.0, 0.1, 1e-3, 1e7, 1e15, 1e16, 1e17, 1e21, 5e-324, f64::MIN_POSITIVE, f64::MAX])
        }
        2 => f64::from(source.number(i32::MIN..=i32::MAX)) / 1000.0,
        _ => f64::from_bits(source.bits()),
    };
    // As it is read: with the feature `arbitrary_precision` a number is what its digits are.
    let number = serde_json::Number::from_f64(float).and_then(|number| number.to_string().parse().ok());
    number.map_or(Json::Null, Json::Number)
}

fn any_integer(source: &mut Source<'_, '_>) -> i64 {
    match source.number(0..=4) {
        0 => source.pick(&[0, 1, -1, 2, -2, i64::MAX, i64::MIN, 1 << 53, (1 << 53) + 1]),
        1 | 2 => source.number(0..=100),
        3 => source.number(-100..=10_000),
        _ => source.bits().cast_signed(),
    }
}

impl Any for Timestamp {
    fn any(source: &mut Source<'_, '_>) -> Self {
        any_timestamp(source)
    }
}

impl Any for Json {
    fn any(source: &mut Source<'_, '_>) -> Self {
        any_json(source, MOST_LEVELS)
    }
}

impl Any for JsonObject {
    fn any(source: &mut Source<'_, '_>) -> Self {
        any_object(source, MOST_LEVELS)
    }
}

/// Made of a string that no enum lists, so that every enum can hold it.
impl Any for UnknownValue {
    fn any(source: &mut Source<'_, '_>) -> Self {
        match KeyType::from(any_string_except(source, is_listed)) {
            KeyType::Unknown(value) => value,
            KeyType::Hash | KeyType::Range => unreachable!("a string that no enum lists"),
        }
    }
}

/// Only what reading can tell apart: an error shows itself as one, and an output does not look like an error.
impl Any for DescribeBackupResponse {
    fn any(source: &mut Source<'_, '_>) -> Self {
        if source.flag() {
            let mut error = ErrorResponse::any(source);
            let ErrorResponse { type_name, lower_case_message, upper_case_message, error: detail, unmodeled } =
                &mut error;
            unmodeled.remove(DescribeBackupOutput::backup_description.name);
            if lower_case_message.is_none() && upper_case_message.is_none() && detail.is_none() {
                type_name.get_or_insert_with(|| any_string(source));
            }
            Self::Error(error)
        } else {
            let mut output = DescribeBackupOutput::any(source);
            if output.backup_description.is_none() {
                type E = ErrorResponse;
                for member in [E::type_name, E::lower_case_message, E::upper_case_message, E::error] {
                    output.unmodeled.remove(member.name);
                }
                // In the form of a client.
                if ErrorResponse::is_shown_by(&output.unmodeled) {
                    output.unmodeled = JsonObject::new();
                }
            }
            Self::Output(output)
        }
    }
}

impl Any for Limits {
    fn any(source: &mut Source<'_, '_>) -> Self {
        let mut limit = || match source.number(0..=3) {
            0 => 0,
            1 | 2 => source.number(1..=120),
            _ => usize::MAX,
        };
        Self {
            gsi_hash_elements: limit(),
            gsi_range_elements: limit(),
            local_secondary_indexes: limit(),
            global_secondary_indexes: limit(),
            non_key_attributes: limit(),
            lsi_non_key_attributes_total: limit(),
            non_key_attributes_total: limit(),
            vector_indexes: limit(),
            vector_inline_filters: limit(),
            vector_dimensions: any_integer(source),
            wire_timestamps: source.once_in(4),
            max_violations: source.pick(&[0, 1, 2, 10, 1000, usize::MAX]),
        }
    }
}

impl Any for JsonPointer {
    fn any(source: &mut Source<'_, '_>) -> Self {
        let mut pointer = Self::root();
        while source.another() {
            if source.flag() {
                pointer.push_member(&any_string(source));
            } else {
                pointer.push_index(source.number(0..=30));
            }
        }
        pointer
    }
}

impl Any for Rule {
    fn any(source: &mut Source<'_, '_>) -> Self {
        source.pick(Self::ALL)
    }
}
