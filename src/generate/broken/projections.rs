use super::{Breach, one, with_an_index};
use crate::generate::source::Source;
use crate::generate::valid::{Plan, names};
use crate::model::ProjectionType;
use alloc::vec::Vec;

/// With an index, and with room for so many names as one index may have and one more.
fn with_room(source: &mut Source<'_, '_>, plan: &mut Plan) {
    with_an_index(source, plan);
    let more = source.limits.non_key_attributes + 1;
    plan.local_names = plan.local_names.saturating_sub(more);
    plan.names = plan.names.saturating_sub(more);
}

pub(super) fn type_missing() -> Breach {
    Breach::new(with_an_index, |source, parts| one(source, parts.projections()).projection_type = None)
}

pub(super) fn attributes_missing() -> Breach {
    Breach::new(with_an_index, |source, parts| {
        let none = source.pick(&[None, Some(Vec::new())]);
        let projection = one(source, parts.projections());
        projection.projection_type = Some(ProjectionType::Include);
        projection.non_key_attributes = none;
    })
}

pub(super) fn attributes_unexpected() -> Breach {
    Breach::new(with_room, |source, parts| {
        let names = names(source, 1);
        let projection = one(source, parts.projections());
        projection.projection_type = Some(source.pick(&[ProjectionType::All, ProjectionType::KeysOnly]));
        projection.non_key_attributes.get_or_insert(names);
    })
}

pub(super) fn attributes_empty() -> Breach {
    Breach::new(with_an_index, |source, parts| {
        let projection = one(source, parts.projections());
        projection.projection_type = Some(source.pick(&[ProjectionType::All, ProjectionType::KeysOnly]));
        projection.non_key_attributes = Some(Vec::new());
    })
}

pub(super) fn attributes_count() -> Breach {
    Breach::new(with_room, |source, parts| {
        let names = names(source, source.limits.non_key_attributes + 1);
        let projection = one(source, parts.projections());
        projection.projection_type = Some(ProjectionType::Include);
        projection.non_key_attributes = Some(names);
    })
}

pub(super) fn attribute_duplicate() -> Breach {
    Breach::new(with_room, |source, parts| {
        let names = names(source, 2);
        let projection = one(source, parts.projections());
        projection.projection_type = Some(ProjectionType::Include);
        let names = projection.non_key_attributes.get_or_insert(names);
        if names.len() == 1 {
            names.push(names[0].clone());
        } else {
            let later = source.number(1..=names.len() - 1);
            names[later] = names[source.number(0..=later - 1)].clone();
        }
    })
}

/// Today's limits leave no room for it: see `limits_for`.
pub(super) fn lsi_total() -> Breach {
    Breach::new(
        |source, plan| {
            let most = source.limits.lsi_non_key_attributes_total;
            // As many indexes as it takes, each with all the names that it may have.
            let per_index = source.limits.non_key_attributes.max(1);
            plan.with_local_indexes(most / per_index + 1);
            plan.names = plan.names.saturating_sub((most / per_index + 1) * per_index);
        },
        |source, parts| {
            let most = source.limits.lsi_non_key_attributes_total;
            let per_index = source.limits.non_key_attributes.max(1);
            for index in parts.local().iter_mut().take(most / per_index + 1) {
                let names = names(source, per_index);
                if let Some(projection) = &mut index.projection {
                    projection.projection_type = Some(ProjectionType::Include);
                    projection.non_key_attributes = Some(names.clone());
                }
            }
        },
    )
}

pub(super) fn total() -> Breach {
    Breach::new(
        |source, plan| {
            let per_index = source.limits.non_key_attributes.max(1);
            plan.global_indexes = plan.global_indexes.max(source.limits.non_key_attributes_total / per_index + 1);
        },
        |source, parts| {
            let most = source.limits.non_key_attributes_total;
            let per_index = source.limits.non_key_attributes.max(1);
            for index in parts.global().iter_mut().take(most / per_index + 1) {
                let names = names(source, per_index);
                if let Some(projection) = &mut index.projection {
                    projection.projection_type = Some(ProjectionType::Include);
                    projection.non_key_attributes = Some(names.clone());
                }
            }
        },
    )
}
