use super::{Breach, Parts, one};
use crate::generate::source::Source;
use crate::generate::valid::{Plan, attribute, element};
use crate::model::{KeySchemaElement, KeyType};
use alloc::vec::Vec;

fn with_any_index(source: &mut Source<'_, '_>, plan: &mut Plan) {
    if source.flag() {
        plan.with_local_indexes(1);
    }
    if source.flag() {
        plan.global_indexes = plan.global_indexes.max(1);
    }
}

/// Puts elements of one type behind those of the same type until there are so many.
fn fill(
    source: &mut Source<'_, '_>,
    taken: &[crate::AttributeName],
    key: &mut Vec<KeySchemaElement>,
    key_type: &KeyType,
    len: usize,
) {
    let of_type =
        |key: &[KeySchemaElement]| key.iter().filter(|other| other.key_type.as_ref() == Some(key_type)).count();
    while of_type(key) < len {
        let mut taken = taken.to_vec();
        taken.extend(key.iter().filter_map(|element| element.attribute_name.clone()));
        let name = attribute(source, &taken);
        let element = element(source, name, key_type.clone());
        let place = if *key_type == KeyType::Hash { of_type(key) } else { key.len() };
        key.insert(place, element);
    }
}

/// Vector attributes, which may not become keys.
fn vector_attributes(parts: &mut Parts<'_>) -> Vec<crate::AttributeName> {
    let attributes = parts.vector().iter().filter_map(|index| index.vector_attribute.as_ref());
    attributes.filter_map(|attribute| attribute.attribute_name.clone()).collect()
}

pub(super) fn hash_count() -> Breach {
    Breach::new(with_any_index, |source, parts| {
        let most = source.limits.gsi_hash_elements;
        let taken = vector_attributes(parts);
        let has_local = !parts.local().is_empty();
        let [table, local, global] = parts.keys();
        let of_table = table.len();
        let one_hash = table.len() + local.len();
        let keys: Vec<_> = table.into_iter().chain(local).chain(global).collect();
        let place = source.number(0..=keys.len() - 1);
        let key = one_at(keys, place);
        let is_hash = |element: &KeySchemaElement| element.key_type == Some(KeyType::Hash);
        let too_many = if place < one_hash { 2 } else { most + 1 };
        match source.number(0..=2) {
            0 => fill(source, &taken, key, &KeyType::Hash, too_many),
            // An empty key would lack the RANGE element that a local index and its table must have.
            1 if place >= one_hash || (place < of_table && !has_local) => key.clear(),
            _ if key.iter().any(|element| !is_hash(element)) => key.retain(|element| !is_hash(element)),
            _ => fill(source, &taken, key, &KeyType::Hash, too_many + 1),
        }
    })
}

fn one_at<T>(mut places: Vec<T>, place: usize) -> T {
    places.swap_remove(place)
}

pub(super) fn range_count() -> Breach {
    Breach::new(with_any_index, |source, parts| {
        let most = source.limits.gsi_range_elements;
        let taken = vector_attributes(parts);
        let [table, local, global] = parts.keys();
        let (of_table, one_range) = (table.len(), table.len() + local.len());
        let keys: Vec<_> = table.into_iter().chain(local).chain(global).collect();
        let place = source.number(0..=keys.len() - 1);
        let key = one_at(keys, place);
        if (of_table..one_range).contains(&place) && source.flag() {
            key.retain(|element| element.key_type != Some(KeyType::Range));
        } else {
            let too_many = if place < one_range { 2 } else { most + 1 };
            let too_many = too_many + source.pick(&[0, 0, 1]);
            fill(source, &taken, key, &KeyType::Range, too_many);
        }
    })
}

pub(super) fn order() -> Breach {
    Breach::new(
        |source, plan| {
            plan.sort_key = true;
            with_any_index(source, plan);
        },
        |source, parts| {
            let keys = parts.keys().into_iter().flatten();
            let key = one(source, keys.filter(|key| key.iter().any(is_range)).collect());
            match source.number(0..=1) {
                0 => key.reverse(),
                _ => key.rotate_right(1),
            }
        },
    )
}

fn is_range(element: &KeySchemaElement) -> bool {
    element.key_type == Some(KeyType::Range)
}

pub(super) fn duplicate_attribute() -> Breach {
    Breach::new(
        |source, plan| {
            plan.sort_key = true;
            with_any_index(source, plan);
        },
        |source, parts| {
            let keys = parts.keys().into_iter().flatten();
            let key = one(source, keys.filter(|key| key.len() > 1).collect());
            let later = source.number(1..=key.len() - 1);
            let first = source.number(0..=later - 1);
            let name = key[first].attribute_name.clone();
            key[later].attribute_name = name;
        },
    )
}

pub(super) fn lsi_partition_key_mismatch() -> Breach {
    Breach::new(
        |_, plan| plan.with_local_indexes(1),
        |source, parts| {
            let mut taken = vector_attributes(parts);
            taken.extend(parts.key_attributes());
            let [_, local, _] = parts.keys();
            let key = one(source, local);
            key[0].attribute_name = Some(attribute(source, &taken));
        },
    )
}

pub(super) fn lsi_requires_sort_key() -> Breach {
    Breach::new(
        |_, plan| plan.with_local_indexes(1),
        |_, parts| parts.table().key_schema.iter_mut().for_each(|key| key.retain(|element| !is_range(element))),
    )
}

pub(super) fn lsi_count() -> Breach {
    Breach::new(
        |source, plan| {
            let most = source.limits.local_secondary_indexes;
            plan.with_local_indexes(most + source.number(1..=3));
        },
        |_, _| {},
    )
}

pub(super) fn gsi_count() -> Breach {
    Breach::new(
        |source, plan| plan.global_indexes = source.limits.global_secondary_indexes + source.number(1..=3),
        |_, _| {},
    )
}
