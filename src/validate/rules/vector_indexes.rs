//! Vector indexes.

use super::{Quoted, Set, each_later};
use crate::model::{
    AttributeName, BillingMode, SearchSchemaElement, SearchSchemaElementType, SourceTableFeatureDetails,
    VectorAttributeDefinition, VectorIndexInfo,
};
use crate::validate::{Check, Path, Rule};

#[inline]
pub(crate) fn vector_indexes_are_of_an_on_demand_table(
    check: &mut Check<'_>,
    at: &Path<'_>,
    indexes: &[VectorIndexInfo],
) {
    let billing_mode = check.around.table.and_then(|table| table.billing_mode.as_ref());
    if billing_mode == Some(&BillingMode::Provisioned) && !indexes.is_empty() {
        check.report(
            Rule::VectorRequiresPayPerRequest,
            at,
            format_args!(
                "expected a table of PAY_PER_REQUEST, found {} vector index(es) of a PROVISIONED one",
                indexes.len()
            ),
        );
    }
}

#[inline]
pub(crate) fn vector_indexes_are_few(check: &mut Check<'_>, at: &Path<'_>, indexes: &[VectorIndexInfo]) {
    let (found, most) = (indexes.len(), check.limits.vector_indexes);
    if found > most {
        check.report(Rule::VectorCount, at, format_args!("expected at most {most} vector indexes, found {found}"));
    }
}

#[inline]
pub(crate) fn dimensions_are_in_range(check: &mut Check<'_>, at: &Path<'_>, index: &VectorIndexInfo) {
    let Some(found) = index.dimensions else { return };
    let at = at.member(VectorIndexInfo::dimensions);
    if found < 1 {
        check.report(Rule::VectorDimensions, &at, format_args!("expected at least 1 dimension, found {found}"));
    }
    let most = check.limits.vector_dimensions;
    if found > most {
        check.report(
            Rule::VectorDimensionsQuota,
            &at,
            format_args!("expected at most {most} dimensions, found {found}"),
        );
    }
}

#[inline]
pub(crate) fn search_schema_has_its_elements(check: &mut Check<'_>, at: &Path<'_>, schema: &[SearchSchemaElement]) {
    let count = |element_type| {
        schema.iter().filter(|element| element.search_schema_element_type.as_ref() == Some(element_type)).count()
    };
    if schema.is_empty() {
        check.report(
            Rule::VectorSearchSchemaEmpty,
            at,
            format_args!("expected at least one element or no list, found an empty list"),
        );
    }
    let hashes = count(&SearchSchemaElementType::Hash);
    if hashes > 1 {
        check.report(Rule::VectorSearchSchemaHashCount, at, format_args!("expected at most one HASH, found {hashes}"));
    }
    let (filters, most) = (count(&SearchSchemaElementType::InlineFilter), check.limits.vector_inline_filters);
    if filters > most {
        check.report(
            Rule::VectorSearchSchemaFilterQuota,
            at,
            format_args!("expected at most {most} INLINE_FILTER, found {filters}"),
        );
    }
}

fn attribute(index: &VectorIndexInfo) -> Option<&str> {
    index.vector_attribute.as_ref()?.attribute_name.as_ref().map(AttributeName::as_str)
}

#[inline]
pub(crate) fn indexes_on_one_attribute_have_its_dimensions(
    check: &mut Check<'_>,
    at: &Path<'_>,
    indexes: &[VectorIndexInfo],
) {
    // An index without dimensions says nothing about those of the attribute.
    let name = |index: usize| indexes[index].dimensions.and(attribute(&indexes[index]));
    each_later(indexes.len(), name, |later, first| {
        if let (Some(found), Some(expected)) = (indexes[later].dimensions, indexes[first].dimensions)
            && found != expected
        {
            check.report(
                Rule::VectorSharedAttributeDimensions,
                &at.index(later).member(VectorIndexInfo::dimensions),
                format_args!(
                    "expected {expected} dimensions as in vector index {first} on the same attribute, found {found}"
                ),
            );
        }
    });
}

#[inline]
pub(crate) fn vector_attribute_is_no_key(check: &mut Check<'_>, at: &Path<'_>, features: &SourceTableFeatureDetails) {
    let indexes = features.vector_indexes.as_deref().unwrap_or_default();
    if indexes.is_empty() {
        return;
    }
    let table = check.around.table.and_then(|table| table.key_schema.as_ref());
    let local = features.local_secondary_indexes.iter().flatten().filter_map(|index| index.key_schema.as_ref());
    let global = features.global_secondary_indexes.iter().flatten().filter_map(|index| index.key_schema.as_ref());
    let keys = table.into_iter().chain(local).chain(global).flatten();
    let keys = keys.filter_map(|element| element.attribute_name.as_ref().map(AttributeName::as_str));

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
    let names = indexes.iter().enumerate().filter_map(|(index, info)| Some((index, attribute(info)?)));
    // A response that keeps the quotas needs no memory for this.
    if let 0..=8 = indexes.len() {
        names.filter(|(_, name)| keys.clone().any(|key| key == *name)).for_each(|(index, name)| report(index, name));
    } else {
        let keys: Set<&str> = keys.collect();
        names.filter(|(_, name)| keys.contains(name)).for_each(|(index, name)| report(index, name));
    }
}
