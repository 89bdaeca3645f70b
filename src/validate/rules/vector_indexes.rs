//! Vector indexes.

use super::{Quoted, count, each_later};
use crate::model::{
    AttributeName, BillingMode, KeySchemaElement, SearchSchemaElement, SearchSchemaElementType,
    SourceTableFeatureDetails, VectorAttributeDefinition, VectorIndexInfo,
};
use crate::validate::{Check, Path, Rule};
use alloc::collections::BTreeSet;

#[inline]
pub(crate) fn vector_requires_pay_per_request(
    check: &mut Check<'_>,
    at: &Path<'_>,
    features: &SourceTableFeatureDetails,
) {
    let billing_mode = check.context.table.and_then(|table| table.billing_mode.as_ref());
    let found = count(features.vector_indexes.as_deref());
    if found > 0 && matches!(billing_mode, Some(BillingMode::Provisioned)) {
        check.report(
            Rule::VectorRequiresPayPerRequest,
            &at.member(SourceTableFeatureDetails::vector_indexes),
            format_args!("expected a table of PAY_PER_REQUEST, found {found} vector index(es) of a PROVISIONED one"),
        );
    }
}

#[inline]
pub(crate) fn vector_count(check: &mut Check<'_>, at: &Path<'_>, features: &SourceTableFeatureDetails) {
    let (found, most) = (count(features.vector_indexes.as_deref()), check.limits.vector_indexes);
    if found > most {
        check.report(
            Rule::VectorCount,
            &at.member(SourceTableFeatureDetails::vector_indexes),
            format_args!("expected at most {most} vector indexes, found {found}"),
        );
    }
}

#[inline]
pub(crate) fn vector_dimensions(check: &mut Check<'_>, at: &Path<'_>, index: &VectorIndexInfo) {
    if let Some(found) = index.dimensions.filter(|found| *found < 1) {
        check.report(
            Rule::VectorDimensions,
            &at.member(VectorIndexInfo::dimensions),
            format_args!("expected at least 1 dimension, found {found}"),
        );
    }
}

#[inline]
pub(crate) fn vector_dimensions_quota(check: &mut Check<'_>, at: &Path<'_>, index: &VectorIndexInfo) {
    let most = check.limits.vector_dimensions;
    if let Some(found) = index.dimensions.filter(|found| *found > most) {
        check.report(
            Rule::VectorDimensionsQuota,
            &at.member(VectorIndexInfo::dimensions),
            format_args!("expected at most {most} dimensions, found {found}"),
        );
    }
}

/// The rules about a search schema as a whole.
#[inline]
pub(crate) fn search_schema(check: &mut Check<'_>, at: &Path<'_>, schema: &[SearchSchemaElement]) {
    vector_search_schema_empty(check, at, schema);
    vector_search_schema_hash_count(check, at, schema);
    vector_search_schema_filter_quota(check, at, schema);
}

fn vector_search_schema_empty(check: &mut Check<'_>, at: &Path<'_>, schema: &[SearchSchemaElement]) {
    if schema.is_empty() {
        check.report(
            Rule::VectorSearchSchemaEmpty,
            at,
            format_args!("expected at least one element or no list, found an empty list"),
        );
    }
}

fn elements_of(schema: &[SearchSchemaElement], element_type: &SearchSchemaElementType) -> usize {
    schema.iter().filter(|element| element.search_schema_element_type.as_ref() == Some(element_type)).count()
}

fn vector_search_schema_hash_count(check: &mut Check<'_>, at: &Path<'_>, schema: &[SearchSchemaElement]) {
    let found = elements_of(schema, &SearchSchemaElementType::Hash);
    if found > 1 {
        check.report(Rule::VectorSearchSchemaHashCount, at, format_args!("expected at most one HASH, found {found}"));
    }
}

fn vector_search_schema_filter_quota(check: &mut Check<'_>, at: &Path<'_>, schema: &[SearchSchemaElement]) {
    let found = elements_of(schema, &SearchSchemaElementType::InlineFilter);
    let most = check.limits.vector_inline_filters;
    if found > most {
        check.report(
            Rule::VectorSearchSchemaFilterQuota,
            at,
            format_args!("expected at most {most} INLINE_FILTER, found {found}"),
        );
    }
}

fn attribute(index: &VectorIndexInfo) -> Option<&str> {
    index.vector_attribute.as_ref()?.attribute_name.as_ref().map(AttributeName::as_str)
}

#[inline]
pub(crate) fn vector_shared_attribute_dimensions(
    check: &mut Check<'_>,
    at: &Path<'_>,
    features: &SourceTableFeatureDetails,
) {
    let indexes = features.vector_indexes.as_deref().unwrap_or_default();
    // An index without dimensions says nothing about those of the attribute.
    let name = |index: usize| indexes[index].dimensions.and(attribute(&indexes[index]));
    each_later(indexes.len(), name, |later, first| {
        if let (Some(found), Some(expected)) = (indexes[later].dimensions, indexes[first].dimensions)
            && found != expected
        {
            check.report(
                Rule::VectorSharedAttributeDimensions,
                &at.member(SourceTableFeatureDetails::vector_indexes).index(later).member(VectorIndexInfo::dimensions),
                format_args!(
                    "expected {expected} dimensions as in vector index {first} on the same attribute, found {found}"
                ),
            );
        }
    });
}

#[inline]
pub(crate) fn vector_attribute_is_key(check: &mut Check<'_>, at: &Path<'_>, features: &SourceTableFeatureDetails) {
    let indexes = features.vector_indexes.as_deref().unwrap_or_default();
    if indexes.is_empty() {
        return;
    }
    let table = check.context.table.and_then(|table| table.key_schema.as_deref());
    let mut report = |index: usize, name: &str| {
        check.report(
            Rule::VectorAttributeIsKey,
            &at.member(SourceTableFeatureDetails::vector_indexes)
                .index(index)
                .member(VectorIndexInfo::vector_attribute)
                .member(VectorAttributeDefinition::attribute_name),
            format_args!("expected an attribute that is no key of the table or of an index, found {}", Quoted(name)),
        );
    };
    // A response within the quotas needs no memory for this.
    let mut keys = BTreeSet::new();
    if indexes.len() > 8 {
        each_key(table, features, |key| {
            keys.insert(key);
        });
    }
    for (index, info) in indexes.iter().enumerate() {
        let Some(name) = attribute(info) else { continue };
        let mut is_key = keys.contains(name);
        if indexes.len() <= 8 {
            each_key(table, features, |key| is_key |= key == name);
        }
        if is_key {
            report(index, name);
        }
    }
}

/// Calls `each` with the name of every key attribute of the table and its indexes.
fn each_key<'v>(
    table: Option<&'v [KeySchemaElement]>,
    features: &'v SourceTableFeatureDetails,
    mut each: impl FnMut(&'v str),
) {
    let mut each_of = |schema: Option<&'v [KeySchemaElement]>| {
        for element in schema.unwrap_or_default() {
            if let Some(name) = &element.attribute_name {
                each(name.as_str());
            }
        }
    };
    each_of(table);
    for index in features.local_secondary_indexes.as_deref().unwrap_or_default() {
        each_of(index.key_schema.as_deref());
    }
    for index in features.global_secondary_indexes.as_deref().unwrap_or_default() {
        each_of(index.key_schema.as_deref());
    }
}
