//! Which attributes keys are made of, and how many indexes there are.

use super::{Quoted, count, each_later};
use crate::model::{
    AttributeName, KeySchemaElement, KeyType, LocalSecondaryIndexInfo, SourceTableDetails, SourceTableFeatureDetails,
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

/// An element whose part in the key can't be told may be of either type.
fn may_be_either(element: &KeySchemaElement) -> bool {
    match &element.key_type {
        None | Some(KeyType::Unknown(_)) => true,
        Some(KeyType::Hash | KeyType::Range) => false,
    }
}

/// The rules about a key schema as a whole.
#[inline]
pub(crate) fn key_schema(check: &mut Check<'_>, at: &Path<'_>, schema: &[KeySchemaElement], shape: &Shape) {
    key_schema_hash_count(check, at, schema, shape);
    key_schema_range_count(check, at, schema, shape);
    key_schema_order(check, at, schema);
    key_schema_duplicate_attribute(check, at, schema);
}

#[inline]
fn key_schema_hash_count(check: &mut Check<'_>, at: &Path<'_>, schema: &[KeySchemaElement], shape: &Shape) {
    let found = schema.iter().filter(|element| element.is_hash()).count();
    if !is_allowed(found, &shape.hash, schema) {
        report_count(check, Rule::KeySchemaHashCount, at, &KeyType::Hash, &shape.hash, shape, found);
    }
}

#[inline]
fn key_schema_range_count(check: &mut Check<'_>, at: &Path<'_>, schema: &[KeySchemaElement], shape: &Shape) {
    let found = schema.iter().filter(|element| element.is_range()).count();
    if !is_allowed(found, &shape.range, schema) {
        report_count(check, Rule::KeySchemaRangeCount, at, &KeyType::Range, &shape.range, shape, found);
    }
}

#[inline]
fn is_allowed(found: usize, allowed: &RangeInclusive<usize>, schema: &[KeySchemaElement]) -> bool {
    found <= *allowed.end() && (found >= *allowed.start() || schema.iter().any(may_be_either))
}

#[cold]
fn report_count(
    check: &mut Check<'_>,
    rule: Rule,
    at: &Path<'_>,
    key_type: &KeyType,
    allowed: &RangeInclusive<usize>,
    shape: &Shape,
    found: usize,
) {
    let (least, most) = (allowed.start(), allowed.end());
    let expected = if least == most { format_args!("{least}") } else { format_args!("{least} to {most}") };
    check.report(rule, at, format_args!("expected {expected} {key_type} in the key of {}, found {found}", shape.of));
}

#[inline]
fn key_schema_order(check: &mut Check<'_>, at: &Path<'_>, schema: &[KeySchemaElement]) {
    let Some(range) = schema.iter().position(KeySchemaElement::is_range) else { return };
    if let Some(after) = schema[range..].iter().rposition(KeySchemaElement::is_hash) {
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
fn key_schema_duplicate_attribute(check: &mut Check<'_>, at: &Path<'_>, schema: &[KeySchemaElement]) {
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
    let place = schema.iter().position(KeySchemaElement::is_hash)?;
    Some((place, schema[place].attribute_name.as_ref()?))
}

#[inline]
pub(crate) fn lsi_partition_key_mismatch(check: &mut Check<'_>, at: &Path<'_>, features: &SourceTableFeatureDetails) {
    let table = check.context.table.and_then(|table| table.key_schema.as_deref());
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
pub(crate) fn lsi_requires_sort_key(check: &mut Check<'_>, at: &Path<'_>, features: &SourceTableFeatureDetails) {
    let Some(indexes) = features.local_secondary_indexes.as_ref().filter(|indexes| !indexes.is_empty()) else { return };
    let Some(schema) = check.context.table.and_then(|table: &SourceTableDetails| table.key_schema.as_ref()) else {
        return;
    };
    if !schema.iter().any(KeySchemaElement::is_range) && !schema.iter().any(may_be_either) {
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
pub(crate) fn lsi_count(check: &mut Check<'_>, at: &Path<'_>, features: &SourceTableFeatureDetails) {
    let (found, most) = (count(&features.local_secondary_indexes), check.limits.local_secondary_indexes);
    if found > most {
        check.report(
            Rule::LsiCount,
            &at.member(SourceTableFeatureDetails::local_secondary_indexes),
            format_args!("expected at most {most} local secondary indexes, found {found}"),
        );
    }
}

#[inline]
pub(crate) fn gsi_count(check: &mut Check<'_>, at: &Path<'_>, features: &SourceTableFeatureDetails) {
    let (found, most) = (count(&features.global_secondary_indexes), check.limits.global_secondary_indexes);
    if found > most {
        check.report(
            Rule::GsiCount,
            &at.member(SourceTableFeatureDetails::global_secondary_indexes),
            format_args!("expected at most {most} global secondary indexes, found {found}"),
        );
    }
}
