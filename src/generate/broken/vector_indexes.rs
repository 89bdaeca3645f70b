use super::Draft;
use crate::generate::plan::Plan;
use crate::generate::source::Source;
use crate::generate::valid::{provisioned_throughput, search_element};
use crate::model::{
    BillingMode, GlobalSecondaryIndexInfo, ProvisionedThroughput, SearchSchemaElementType, VectorAttributeDefinition,
    VectorIndexInfo,
};
use crate::shape::every;
use alloc::vec::Vec;

pub(super) fn vector_requires_pay_per_request(source: &mut Source<'_, '_>, draft: &mut Draft) {
    draft.table().billing_mode = Some(BillingMode::Provisioned);
    draft.table().on_demand_throughput = None;
    for index in draft.every::<GlobalSecondaryIndexInfo>() {
        index.provisioned_throughput.get_or_insert_default();
        index.on_demand_throughput = None;
    }
    draft.plan.billing_mode = Some(BillingMode::Provisioned);
    for throughput in every::<ProvisionedThroughput>(&mut draft.output) {
        *throughput = provisioned_throughput(source, &mut draft.plan);
    }
}

pub(super) fn vector_count(source: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.with_vector_indexes(source.limits.vector_indexes + source.number(1..=3));
}

/// Gives all indexes on the attribute of one of them these dimensions.
fn resize(source: &mut Source<'_, '_>, draft: &mut Draft, dimensions: i64) {
    let attribute = draft.one::<VectorIndexInfo>(source).vector_attribute.clone();
    for index in draft.every::<VectorIndexInfo>().into_iter().filter(|index| index.vector_attribute == attribute) {
        index.dimensions = Some(dimensions);
    }
}

pub(super) fn vector_dimensions(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let dimensions = source.pick(&[0, -1, i64::MIN]);
    resize(source, draft, dimensions);
}

pub(super) fn vector_dimensions_quota(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let dimensions = source.pick(&[source.limits.vector_dimensions.saturating_add(1), i64::MAX]);
    resize(source, draft, dimensions);
}

pub(super) fn vector_search_schema_empty(source: &mut Source<'_, '_>, draft: &mut Draft) {
    draft.one::<VectorIndexInfo>(source).search_schema = Some(Vec::new());
}

/// Puts `len` elements of one type into a search schema, instead of those that it has.
fn fill(source: &mut Source<'_, '_>, draft: &mut Draft, element_type: &SearchSchemaElementType, len: usize) {
    let schema = draft.one::<VectorIndexInfo>(source).search_schema.get_or_insert_default();
    schema.retain(|element| element.search_schema_element_type.as_ref() != Some(element_type));
    for _ in 0..len {
        let index = source.number(0..=schema.len());
        schema.insert(index, search_element(source, element_type.clone()));
    }
}

pub(super) fn vector_search_schema_hash_count(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let len = source.number(2..=4);
    fill(source, draft, &SearchSchemaElementType::Hash, len);
}

pub(super) fn vector_search_schema_filter_quota(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let len = source.limits.vector_inline_filters + source.number(1..=3);
    fill(source, draft, &SearchSchemaElementType::InlineFilter, len);
}

pub(super) fn two_vector_indexes(_: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.with_vector_indexes(2);
}

pub(super) fn vector_shared_attribute_dimensions(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let most = source.limits.vector_dimensions;
    let mut indexes = draft.every::<VectorIndexInfo>();
    let later = source.number(1..=indexes.len() - 1);
    let VectorIndexInfo { vector_attribute, dimensions, .. } = indexes[source.number(0..=later - 1)].clone();
    indexes[later].vector_attribute = vector_attribute;
    indexes[later].dimensions = dimensions.map(|other| if other < most { other + 1 } else { other - 1 });
}

pub(super) fn vector_attribute_is_key(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let attribute_name = Some(source.pick(&draft.plan.keys));
    // Another index may be on the same attribute: this one leaves it.
    draft.one::<VectorIndexInfo>(source).vector_attribute =
        Some(VectorAttributeDefinition { attribute_name, ..VectorAttributeDefinition::default() });
}
