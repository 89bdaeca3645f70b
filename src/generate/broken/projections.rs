use super::{Draft, an_index};
use crate::generate::plan::Plan;
use crate::generate::source::Source;
use crate::generate::valid::names;
use crate::model::{AttributeName, GlobalSecondaryIndexInfo, LocalSecondaryIndexInfo, Projection, ProjectionType};
use alloc::vec::Vec;

/// With an index, and with room for one name more than one index may have.
pub(super) fn room(source: &mut Source<'_, '_>, plan: &mut Plan) {
    an_index(source, plan);
    plan.reserve_names(source.limits.non_key_attributes + 1);
}

fn include(projection: &mut Projection, names: Option<Vec<AttributeName>>) {
    projection.projection_type = Some(ProjectionType::Include);
    projection.non_key_attributes = names;
}

fn all_or_keys_only(source: &mut Source<'_, '_>) -> ProjectionType {
    source.pick(&[ProjectionType::All, ProjectionType::KeysOnly])
}

pub(super) fn projection_attributes_missing(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let none = source.pick(&[None, Some(Vec::new())]);
    include(draft.one(source), none);
}

pub(super) fn projection_attributes_unexpected(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let names = names(source, 1);
    let projection = draft.one::<Projection>(source);
    projection.projection_type = Some(all_or_keys_only(source));
    projection.non_key_attributes.get_or_insert(names);
}

pub(super) fn projection_attributes_empty(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let projection = draft.one::<Projection>(source);
    projection.projection_type = Some(all_or_keys_only(source));
    projection.non_key_attributes = Some(Vec::new());
}

pub(super) fn projection_attributes_count(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let names = names(source, source.limits.non_key_attributes + 1);
    include(draft.one(source), Some(names));
}

pub(super) fn projection_attribute_duplicate(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let others = names(source, 2);
    let projection = draft.one::<Projection>(source);
    let mut names = projection.non_key_attributes.take().unwrap_or(others);
    if names.len() == 1 {
        names.push(names[0].clone());
    } else {
        let later = source.number(1..=names.len() - 1);
        names[later] = names[source.number(0..=later - 1)].clone();
    }
    include(projection, Some(names));
}

/// How many indexes it takes to exceed that total, each with all the names that it may have.
fn indexes_beyond(source: &Source<'_, '_>, total: usize) -> usize {
    total / source.limits.non_key_attributes.max(1) + 1
}

fn exceed<'p>(
    source: &mut Source<'_, '_>,
    total: usize,
    projections: impl Iterator<Item = &'p mut Option<Projection>>,
) {
    for projection in projections.take(indexes_beyond(source, total)) {
        let names = names(source, source.limits.non_key_attributes.max(1));
        include(projection.get_or_insert_default(), Some(names));
    }
}

pub(super) fn enough_local_indexes(source: &mut Source<'_, '_>, plan: &mut Plan) {
    let indexes = indexes_beyond(source, source.limits.lsi_non_key_attributes_total);
    plan.with_local_indexes(indexes);
    plan.names = plan.names.saturating_sub(indexes * source.limits.non_key_attributes);
}

/// The current limits leave no room for it: see `limits_for`.
pub(super) fn lsi_projected_attributes_total(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let projections = draft.every::<LocalSecondaryIndexInfo>().into_iter().map(|index| &mut index.projection);
    exceed(source, source.limits.lsi_non_key_attributes_total, projections);
}

pub(super) fn enough_global_indexes(source: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.with_global_indexes(indexes_beyond(source, source.limits.non_key_attributes_total));
}

pub(super) fn projected_attributes_total(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let projections = draft.every::<GlobalSecondaryIndexInfo>().into_iter().map(|index| &mut index.projection);
    exceed(source, source.limits.non_key_attributes_total, projections);
}
