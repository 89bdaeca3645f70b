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

/// The elements of a key schema, counted.
#[derive(Default)]
struct Elements {
    hashes: usize,
    ranges: usize,
    first_range: Option<usize>,
    last_hash: Option<usize>,
    /// Whether there is one whose part in the key is not known: it may be of either type.
    has_unknown: bool,
}

impl Elements {
    #[inline]
    fn of(schema: &[KeySchemaElement]) -> Self {
        let mut elements = Self::default();
        for (index, element) in schema.iter().enumerate() {
            match &element.key_type {
                Some(KeyType::Hash) => {
                    elements.hashes += 1;
                    elements.last_hash = Some(index);
                }
                Some(KeyType::Range) => {
                    elements.ranges += 1;
                    elements.first_range.get_or_insert(index);
                }
                Some(KeyType::Unknown(_)) | None => elements.has_unknown = true,
            }
        }
        elements
    }

    fn are_allowed(&self, found: usize, allowed: &RangeInclusive<usize>) -> bool {
        found <= *allowed.end() && (found >= *allowed.start() || self.has_unknown)
    }
}

/// The rules about a key schema as a whole.
#[inline]
pub(crate) fn key_schema(check: &mut Check<'_>, at: &Path<'_>, schema: &[KeySchemaElement], shape: &Shape) {
    let elements = Elements::of(schema);
    key_schema_hash_count(check, at, &elements, shape);
    key_schema_range_count(check, at, &elements, shape);
    key_schema_order(check, at, &elements);
    key_schema_duplicate_attribute(check, at, schema);
}

#[inline]
fn key_schema_hash_count(check: &mut Check<'_>, at: &Path<'_>, elements: &Elements, shape: &Shape) {
    if !elements.are_allowed(elements.hashes, &shape.hash) {
        report_count(check, Rule::KeySchemaHashCount, at, &KeyType::Hash, &shape.hash, shape, elements.hashes);
    }
}

#[inline]
fn key_schema_range_count(check: &mut Check<'_>, at: &Path<'_>, elements: &Elements, shape: &Shape) {
    if !elements.are_allowed(elements.ranges, &shape.range) {
        report_count(check, Rule::KeySchemaRangeCount, at, &KeyType::Range, &shape.range, shape, elements.ranges);
    }
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
fn key_schema_order(check: &mut Check<'_>, at: &Path<'_>, elements: &Elements) {
    if let (Some(range), Some(hash)) = (elements.first_range, elements.last_hash)
        && range < hash
    {
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
                "expected an attribute that the key has once, found {} again, after element {first}",
                Quoted(name(later).unwrap_or_default())
            ),
        );
    });
}

/// The first HASH element's number and attribute.
fn first_hash(schema: &[KeySchemaElement]) -> Option<(usize, &AttributeName)> {
    let index = schema.iter().position(KeySchemaElement::is_hash)?;
    Some((index, schema[index].attribute_name.as_ref()?))
}

#[inline]
pub(crate) fn lsi_partition_key_mismatch(check: &mut Check<'_>, at: &Path<'_>, features: &SourceTableFeatureDetails) {
    let table = check.context.table.and_then(|table| table.key_schema.as_deref());
    let Some((_, expected)) = table.and_then(first_hash) else { return };
    let list = at.member(SourceTableFeatureDetails::local_secondary_indexes);
    for (number, info) in features.local_secondary_indexes.as_deref().unwrap_or_default().iter().enumerate() {
        let Some((index, found)) = info.key_schema.as_deref().and_then(first_hash) else { continue };
        if found != expected {
            check.report(
                Rule::LsiPartitionKeyMismatch,
                &list
                    .index(number)
                    .member(LocalSecondaryIndexInfo::key_schema)
                    .index(index)
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
    let elements = Elements::of(schema);
    if elements.ranges == 0 && !elements.has_unknown {
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
    let (found, most) = (count(features.local_secondary_indexes.as_deref()), check.limits.local_secondary_indexes);
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
    let (found, most) = (count(features.global_secondary_indexes.as_deref()), check.limits.global_secondary_indexes);
    if found > most {
        check.report(
            Rule::GsiCount,
            &at.member(SourceTableFeatureDetails::global_secondary_indexes),
            format_args!("expected at most {most} global secondary indexes, found {found}"),
        );
    }
}
