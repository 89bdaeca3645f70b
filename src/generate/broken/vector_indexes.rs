use super::{Breach, Parts, one};
use crate::generate::source::Source;
use crate::generate::valid::{Plan, positive, searched};
use crate::model::{
    BillingMode, ProvisionedThroughput, SearchSchemaElement, SearchSchemaElementType, VectorAttributeDefinition,
    VectorIndexInfo,
};
use alloc::vec::Vec;

fn with_one(_: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.with_vector_indexes(1);
}

pub(super) fn requires_pay_per_request() -> Breach {
    Breach::new(
        |_, plan| {
            plan.with_vector_indexes(1);
        },
        |source, parts| {
            parts.table().billing_mode = Some(BillingMode::Provisioned);
            parts.table().on_demand_throughput = None;
            for index in parts.global() {
                index.provisioned_throughput.get_or_insert_default();
                index.on_demand_throughput = None;
            }
            for capacity in parts.capacities() {
                let ProvisionedThroughput { read_capacity_units, write_capacity_units, unmodeled: _ } = capacity;
                *read_capacity_units = Some(positive(source));
                *write_capacity_units = Some(positive(source));
            }
        },
    )
}

pub(super) fn count() -> Breach {
    Breach::new(
        |source, plan| {
            let most = source.limits.vector_indexes;
            plan.with_vector_indexes(most + source.number(1..=3));
        },
        |_, _| {},
    )
}

/// Gives all indexes on the attribute of one of them these dimensions.
fn resize(source: &mut Source<'_, '_>, parts: &mut Parts<'_>, dimensions: i64) {
    let indexes = parts.vector();
    let attribute = source.pick(indexes).vector_attribute;
    for index in indexes.iter_mut().filter(|index| index.vector_attribute == attribute) {
        index.dimensions = Some(dimensions);
    }
}

pub(super) fn dimensions() -> Breach {
    Breach::new(with_one, |source, parts| {
        let dimensions = source.pick(&[0, -1, i64::MIN]);
        resize(source, parts, dimensions);
    })
}

pub(super) fn dimensions_quota() -> Breach {
    Breach::new(with_one, |source, parts| {
        let dimensions = source.pick(&[source.limits.vector_dimensions.saturating_add(1), i64::MAX]);
        resize(source, parts, dimensions);
    })
}

fn one_index<'o>(source: &mut Source<'_, '_>, parts: &'o mut Parts<'_>) -> &'o mut VectorIndexInfo {
    one(source, parts.vector().iter_mut().collect())
}

pub(super) fn search_schema_empty() -> Breach {
    Breach::new(with_one, |source, parts| one_index(source, parts).search_schema = Some(Vec::new()))
}

/// Puts elements of one type into a search schema until there are so many.
fn fill(
    source: &mut Source<'_, '_>,
    schema: &mut Vec<SearchSchemaElement>,
    element_type: &SearchSchemaElementType,
    len: usize,
) {
    schema.retain(|element| element.search_schema_element_type.as_ref() != Some(element_type));
    for _ in 0..len {
        let place = source.number(0..=schema.len());
        schema.insert(place, searched(source, element_type.clone()));
    }
}

pub(super) fn search_schema_hash_count() -> Breach {
    Breach::new(with_one, |source, parts| {
        let schema = one_index(source, parts).search_schema.get_or_insert_default();
        let len = source.number(2..=4);
        fill(source, schema, &SearchSchemaElementType::Hash, len);
    })
}

pub(super) fn search_schema_filter_quota() -> Breach {
    Breach::new(with_one, |source, parts| {
        let len = source.limits.vector_inline_filters + source.number(1..=3);
        let schema = one_index(source, parts).search_schema.get_or_insert_default();
        fill(source, schema, &SearchSchemaElementType::InlineFilter, len);
    })
}

pub(super) fn shared_attribute_dimensions() -> Breach {
    Breach::new(
        |_, plan| plan.with_vector_indexes(2),
        |source, parts| {
            let indexes = parts.vector();
            let later = source.number(1..=indexes.len() - 1);
            let earlier = indexes[source.number(0..=later - 1)].clone();
            let most = source.limits.vector_dimensions;
            let dimensions = earlier.dimensions.unwrap_or_default();
            indexes[later].vector_attribute = earlier.vector_attribute;
            indexes[later].dimensions = Some(if dimensions < most { dimensions + 1 } else { dimensions - 1 });
        },
    )
}

pub(super) fn attribute_is_key() -> Breach {
    Breach::new(with_one, |source, parts| {
        let name = source.pick(&parts.key_attributes());
        let index = one_index(source, parts);
        // Another index may be on the same attribute: this one leaves it.
        index.vector_attribute =
            Some(VectorAttributeDefinition { attribute_name: Some(name), ..VectorAttributeDefinition::default() });
    })
}
