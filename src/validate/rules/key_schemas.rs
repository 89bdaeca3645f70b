//! Which attributes keys are made of, and how many indexes there are.

use super::{Quoted, each_later};
use crate::model::{
    AttributeName, GlobalSecondaryIndexInfo, KeySchemaElement, KeyType, LocalSecondaryIndexInfo, SourceTableDetails,
    SourceTableFeatureDetails,
};
use crate::validate::{Check, Path, Rule};
use core::ops::RangeInclusive;

/// How many elements of each type a key may have.
pub(crate) struct Shape {
    of: &'static str,
    hash: RangeInclusive<usize>,
    range: RangeInclusive<usize>,
}

impl Shape {
    pub(crate) const TABLE: Self = Self { of: "a table", hash: 1..=1, range: 0..=1 };
    pub(crate) const LOCAL: Self = Self { of: "a local secondary index", hash: 1..=1, range: 1..=1 };

    /// What no key of any kind can do without or go beyond.
    pub(crate) fn any(check: &Check<'_>) -> Self {
        Self {
            of: "a table or an index",
            hash: 1..=check.limits.gsi_hash_elements.max(1),
            range: 0..=check.limits.gsi_range_elements.max(1),
        }
    }

    pub(crate) fn global(check: &Check<'_>) -> Self {
        Self {
            of: "a global secondary index",
            hash: 1..=check.limits.gsi_hash_elements,
            range: 0..=check.limits.gsi_range_elements,
        }
    }
}

fn is_hash(element: &KeySchemaElement) -> bool {
    element.key_type == Some(KeyType::Hash)
}

fn is_range(element: &KeySchemaElement) -> bool {
    element.key_type == Some(KeyType::Range)
}

/// An element whose part in the key can't be told may be of either type.
fn may_be_either(element: &KeySchemaElement) -> bool {
    match &element.key_type {
        None | Some(KeyType::Unknown(_)) => true,
        Some(KeyType::Hash | KeyType::Range) => false,
    }
}

#[inline]
pub(crate) fn key_has_its_elements(check: &mut Check<'_>, at: &Path<'_>, schema: &[KeySchemaElement], shape: &Shape) {
    let mut judge = |rule, key_type, found, allowed: &RangeInclusive<usize>| {
        let (least, most) = (allowed.start(), allowed.end());
        if found > *most || (found < *least && !schema.iter().any(may_be_either)) {
            let expected = if least == most { format_args!("{least}") } else { format_args!("{least} to {most}") };
            check.report(
                rule,
                at,
                format_args!("expected {expected} {key_type} in the key of {}, found {found}", shape.of),
            );
        }
    };
    let hashes = schema.iter().filter(|element| is_hash(element)).count();
    judge(Rule::KeySchemaHashCount, &KeyType::Hash, hashes, &shape.hash);
    let ranges = schema.iter().filter(|element| is_range(element)).count();
    judge(Rule::KeySchemaRangeCount, &KeyType::Range, ranges, &shape.range);
}

#[inline]
pub(crate) fn hash_stands_before_range(check: &mut Check<'_>, at: &Path<'_>, schema: &[KeySchemaElement]) {
    let Some(range) = schema.iter().position(is_range) else { return };
    if let Some(after) = schema[range..].iter().rposition(is_hash) {
        let hash = range + after;
        check.report(
            Rule::KeySchemaOrder,
            at,
            format_args!(
                "expected every HASH before every RANGE, found RANGE as element {range} and HASH as element {hash}"
            ),
        );
    }
}

#[inline]
pub(crate) fn attributes_of_a_key_differ(check: &mut Check<'_>, at: &Path<'_>, schema: &[KeySchemaElement]) {
    let name = |index: usize| schema[index].attribute_name.as_ref().map(AttributeName::as_str);
    each_later(schema.len(), name, |later, first| {
        check.report(
            Rule::KeySchemaDuplicateAttribute,
            &at.index(later).member(KeySchemaElement::attribute_name),
            format_args!(
                "expected an attribute that stands once in the key, found {} again, after element {first}",
                Quoted(name(later).unwrap_or_default())
            ),
        );
    });
}

/// The first HASH element's number and attribute.
fn first_hash(schema: &[KeySchemaElement]) -> Option<(usize, &AttributeName)> {
    let place = schema.iter().position(is_hash)?;
    Some((place, schema[place].attribute_name.as_ref()?))
}

#[inline]
pub(crate) fn local_indexes_share_the_partition_key(
    check: &mut Check<'_>,
    at: &Path<'_>,
    features: &SourceTableFeatureDetails,
) {
    let table = check.around.table.and_then(|table| table.key_schema.as_deref());
    let Some((_, expected)) = table.and_then(first_hash) else { return };
    let list = at.member(SourceTableFeatureDetails::local_secondary_indexes);
    for (index, info) in features.local_secondary_indexes.iter().flatten().enumerate() {
        let Some((place, found)) = info.key_schema.as_deref().and_then(first_hash) else { continue };
        if found != expected {
            check.report(
                Rule::LsiPartitionKeyMismatch,
                &list
                    .index(index)
                    .member(LocalSecondaryIndexInfo::key_schema)
                    .index(place)
                    .member(KeySchemaElement::attribute_name),
                format_args!(
                    "expected the table's partition key {}, found {}",
                    Quoted(expected.as_str()),
                    Quoted(found.as_str())
                ),
            );
        }
    }
}

#[inline]
pub(crate) fn local_indexes_need_a_sort_key(
    check: &mut Check<'_>,
    at: &Path<'_>,
    features: &SourceTableFeatureDetails,
) {
    let Some(indexes) = features.local_secondary_indexes.as_ref().filter(|indexes| !indexes.is_empty()) else { return };
    let Some(schema) = check.around.table.and_then(|table: &SourceTableDetails| table.key_schema.as_ref()) else {
        return;
    };
    if !schema.iter().any(is_range) && !schema.iter().any(may_be_either) {
        check.report(
            Rule::LsiRequiresSortKey,
            &at.member(SourceTableFeatureDetails::local_secondary_indexes),
            format_args!(
                "expected a table with a RANGE key, found {} local secondary index(es) of one without",
                indexes.len()
            ),
        );
    }
}

#[inline]
pub(crate) fn local_indexes_are_few(check: &mut Check<'_>, at: &Path<'_>, indexes: &[LocalSecondaryIndexInfo]) {
    let (found, most) = (indexes.len(), check.limits.local_secondary_indexes);
    if found > most {
        check.report(
            Rule::LsiCount,
            at,
            format_args!("expected at most {most} local secondary indexes, found {found}"),
        );
    }
}

#[inline]
pub(crate) fn global_indexes_are_few(check: &mut Check<'_>, at: &Path<'_>, indexes: &[GlobalSecondaryIndexInfo]) {
    let (found, most) = (indexes.len(), check.limits.global_secondary_indexes);
    if found > most {
        check.report(
            Rule::GsiCount,
            at,
            format_args!("expected at most {most} global secondary indexes, found {found}"),
        );
    }
}
