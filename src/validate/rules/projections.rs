//! What the indexes of all kinds hold copies of.

use super::{Quoted, count, each_later};
use crate::model::{Projection, ProjectionType, SourceTableFeatureDetails};
use crate::validate::{Check, Path, Rule};
use alloc::vec::Vec;

#[inline]
pub(crate) fn projection_attributes_missing(check: &mut Check<'_>, at: &Path<'_>, projection: &Projection) {
    if matches!(projection.projection_type, Some(ProjectionType::Include))
        && count(projection.non_key_attributes.as_deref()) == 0
    {
        let found = if projection.non_key_attributes.is_some() { "an empty list" } else { "no list" };
        check.report(
            Rule::ProjectionAttributesMissing,
            &at.member(Projection::non_key_attributes),
            format_args!("expected at least one name with INCLUDE, found {found}"),
        );
    }
}

/// The type, where it is one that comes without names.
fn type_without_names(projection: &Projection) -> Option<&ProjectionType> {
    match &projection.projection_type {
        Some(all @ (ProjectionType::All | ProjectionType::KeysOnly)) => Some(all),
        Some(ProjectionType::Include | ProjectionType::Unknown(_)) | None => None,
    }
}

#[inline]
pub(crate) fn projection_attributes_unexpected(check: &mut Check<'_>, at: &Path<'_>, projection: &Projection) {
    let found = count(projection.non_key_attributes.as_deref());
    if found > 0
        && let Some(all) = type_without_names(projection)
    {
        check.report(
            Rule::ProjectionAttributesUnexpected,
            &at.member(Projection::non_key_attributes),
            format_args!("expected no names with {all}, found {found}"),
        );
    }
}

#[inline]
pub(crate) fn projection_attributes_empty(check: &mut Check<'_>, at: &Path<'_>, projection: &Projection) {
    if projection.non_key_attributes.as_ref().is_some_and(Vec::is_empty)
        && let Some(all) = type_without_names(projection)
    {
        check.report(
            Rule::ProjectionAttributesEmpty,
            &at.member(Projection::non_key_attributes),
            format_args!("expected no list of names with {all}, found an empty one"),
        );
    }
}

#[inline]
pub(crate) fn projection_attributes_count(check: &mut Check<'_>, at: &Path<'_>, projection: &Projection) {
    let (found, most) = (count(projection.non_key_attributes.as_deref()), check.limits.non_key_attributes);
    if found > most {
        check.report(
            Rule::ProjectionAttributesCount,
            &at.member(Projection::non_key_attributes),
            format_args!("expected at most {most} names in one index, found {found}"),
        );
    }
}

#[inline]
pub(crate) fn projection_attribute_duplicate(check: &mut Check<'_>, at: &Path<'_>, projection: &Projection) {
    let names = projection.non_key_attributes.as_deref().unwrap_or_default();
    each_later(
        names.len(),
        |index| Some(names[index].as_str()),
        |later, first| {
            check.report(
                Rule::ProjectionAttributeDuplicate,
                &at.member(Projection::non_key_attributes).index(later),
                format_args!(
                    "expected a name that stands once in the index, found {} again, after entry {first}",
                    Quoted(names[later].as_str())
                ),
            );
        },
    );
}

fn names(projection: &Projection) -> usize {
    count(projection.non_key_attributes.as_deref())
}

/// `lsi-projected-attributes-total` and `projected-attributes-total`.
#[inline]
pub(crate) fn projected_attributes_total(check: &mut Check<'_>, at: &Path<'_>, features: &SourceTableFeatureDetails) {
    let local = features.local_secondary_indexes.iter().flatten();
    let local: usize = local.filter_map(|index| index.projection.as_ref()).map(names).sum();
    let global = features.global_secondary_indexes.iter().flatten();
    let global: usize = global.filter_map(|index| index.projection.as_ref()).map(names).sum();

    let most = check.limits.lsi_non_key_attributes_total;
    if local > most {
        check.report(
            Rule::LsiProjectedAttributesTotal,
            &at.member(SourceTableFeatureDetails::local_secondary_indexes),
            format_args!("expected at most {most} projected names over all local secondary indexes, found {local}"),
        );
    }
    let most = check.limits.non_key_attributes_total;
    if local + global > most {
        check.report(
            Rule::ProjectedAttributesTotal,
            at,
            format_args!("expected at most {most} projected names over all local and global secondary indexes, found {local} and {global}"),
        );
    }
}
