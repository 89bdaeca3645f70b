use super::Draft;
use crate::generate::plan::Plan;
use crate::generate::source::Source;
use crate::generate::valid::{attribute, element};
use crate::model::{AttributeName, KeySchemaElement, KeyType, LocalSecondaryIndexInfo, VectorAttributeDefinition};
use alloc::vec::Vec;

pub(super) fn perhaps_indexes(source: &mut Source<'_, '_>, plan: &mut Plan) {
    if source.flag() {
        plan.with_local_indexes(1);
    }
    if source.flag() {
        plan.with_global_indexes(1);
    }
}

pub(super) fn sort_key(source: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.sort_key = true;
    perhaps_indexes(source, plan);
}

/// Adds elements of one type after those of the same type until there are `len`.
fn fill(
    source: &mut Source<'_, '_>,
    mut taken: Vec<AttributeName>,
    key: &mut Vec<KeySchemaElement>,
    key_type: &KeyType,
    len: usize,
) {
    taken.extend(key.iter().filter_map(|element| element.attribute_name.clone()));
    let present = key.iter().filter(|element| element.key_type.as_ref() == Some(key_type)).count();
    for _ in present..len {
        let name = attribute(source, &taken);
        taken.push(name.clone());
        let hashes = key.partition_point(KeySchemaElement::is_hash);
        let index = if *key_type == KeyType::Hash { hashes } else { key.len() };
        key.insert(index, element(source, name, key_type.clone()));
    }
}

/// The attributes of vector indexes, which may not become keys.
fn vector_attributes(draft: &mut Draft) -> Vec<AttributeName> {
    let attributes = draft.every::<VectorAttributeDefinition>().into_iter();
    attributes.filter_map(|attribute| attribute.attribute_name.clone()).collect()
}

/// One of the keys and its number: the table's is 0, then come those of the local and the global indexes.
fn one_key<'d>(source: &mut Source<'_, '_>, draft: &'d mut Draft) -> (usize, &'d mut Vec<KeySchemaElement>) {
    source.pick_from(draft.every::<Vec<KeySchemaElement>>().into_iter().enumerate())
}

pub(super) fn key_schema_hash_count(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let (taken, local_indexes) = (vector_attributes(draft), draft.plan.local_indexes);
    let (number, key) = one_key(source, draft);
    let of_global_index = number > local_indexes;
    let too_many = if of_global_index { source.limits.gsi_hash_elements + 1 } else { 2 };
    match source.number(0..=2) {
        0 => fill(source, taken, key, &KeyType::Hash, too_many),
        // An empty key would lack the RANGE element that a local index and its table must have.
        1 if of_global_index || local_indexes == 0 => key.clear(),
        _ if key.iter().any(KeySchemaElement::is_range) => key.retain(KeySchemaElement::is_range),
        _ => fill(source, taken, key, &KeyType::Hash, too_many + 1),
    }
}

pub(super) fn key_schema_range_count(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let (taken, local_indexes) = (vector_attributes(draft), draft.plan.local_indexes);
    let (number, key) = one_key(source, draft);
    if (1..=local_indexes).contains(&number) && source.flag() {
        key.retain(KeySchemaElement::is_hash);
    } else {
        let too_many = if number > local_indexes { source.limits.gsi_range_elements + 1 } else { 2 };
        let too_many = too_many + source.pick(&[0, 0, 1]);
        fill(source, taken, key, &KeyType::Range, too_many);
    }
}

pub(super) fn key_schema_order(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let keys = draft.every::<Vec<KeySchemaElement>>().into_iter();
    let key = source.pick_from(keys.filter(|key| key.iter().any(KeySchemaElement::is_range)));
    if source.flag() { key.rotate_right(1) } else { key.reverse() }
}

pub(super) fn key_schema_duplicate_attribute(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let keys = draft.every::<Vec<KeySchemaElement>>().into_iter();
    let key = source.pick_from(keys.filter(|key| key.len() > 1));
    let later = source.number(1..=key.len() - 1);
    let name = key[source.number(0..=later - 1)].attribute_name.clone();
    key[later].attribute_name = name;
}

pub(super) fn lsi_partition_key_mismatch(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let mut taken = vector_attributes(draft);
    taken.extend_from_slice(&draft.plan.keys);
    let key = &mut draft.one::<LocalSecondaryIndexInfo>(source).key_schema;
    key.get_or_insert_default()[0].attribute_name = Some(attribute(source, &taken));
}

pub(super) fn lsi_requires_sort_key(_: &mut Source<'_, '_>, draft: &mut Draft) {
    draft.table().key_schema.iter_mut().for_each(|key| key.retain(KeySchemaElement::is_hash));
}

pub(super) fn lsi_count(source: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.with_local_indexes(source.limits.local_secondary_indexes + source.number(1..=3));
}

pub(super) fn gsi_count(source: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.with_global_indexes(source.limits.global_secondary_indexes + source.number(1..=3));
}
