//! What the indexes of all kinds hold copies of.

use super::{Quoted, each_later};
use crate::model::{Projection, ProjectionType, SourceTableFeatureDetails};
use crate::validate::{Check, Path, Rule};

#[inline]
pub(crate) fn projection_has_a_type(check: &mut Check<'_>, at: &Path<'_>, projection: &Projection) {
    super::presence::is_present(
        check,
        Rule::ProjectionTypeMissing,
        at,
        Projection::projection_type,
        projection.projection_type.as_ref(),
    );
}

#[inline]
pub(crate) fn names_are_of_the_type(check: &mut Check<'_>, at: &Path<'_>, projection: &Projection) {
    let at = at.member(Projection::non_key_attributes);
    let names = projection.non_key_attributes.as_deref();
    match (&projection.projection_type, names) {
        (Some(ProjectionType::Include), None | Some([])) => check.report(
            Rule::ProjectionAttributesMissing,
            &at,
            format_args!(
                "expected at least one name with INCLUDE, found {}",
                if names.is_some() { "an empty list" } else { "no list" }
            ),
        ),
        (Some(all @ (ProjectionType::All | ProjectionType::KeysOnly)), Some([])) => check.report(
            Rule::ProjectionAttributesEmpty,
            &at,
            format_args!("expected no list of names with {all}, found an empty one"),
        ),
        (Some(all @ (ProjectionType::All | ProjectionType::KeysOnly)), Some(names)) => check.report(
            Rule::ProjectionAttributesUnexpected,
            &at,
            format_args!("expected no names with {all}, found {}", names.len()),
        ),
        (Some(ProjectionType::Include), Some(_))
        | (Some(ProjectionType::All | ProjectionType::KeysOnly), None)
        | (Some(ProjectionType::Unknown(_)) | None, _) => {}
    }
}

#[inline]
pub(crate) fn names_of_an_index_are_few(check: &mut Check<'_>, at: &Path<'_>, projection: &Projection) {
    let (found, most) = (len(projection), check.limits.non_key_attributes);
    if found > most {
        check.report(
            Rule::ProjectionAttributesCount,
            &at.member(Projection::non_key_attributes),
            format_args!("expected at most {most} names in one index, found {found}"),
        );
    }
}

#[inline]
pub(crate) fn names_of_an_index_differ(check: &mut Check<'_>, at: &Path<'_>, projection: &Projection) {
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

fn len(projection: &Projection) -> usize {
    projection.non_key_attributes.as_ref().map_or(0, alloc::vec::Vec::len)
}

#[inline]
pub(crate) fn names_of_all_indexes_are_few(check: &mut Check<'_>, at: &Path<'_>, features: &SourceTableFeatureDetails) {
    let local = features.local_secondary_indexes.iter().flatten();
    let local: usize = local.filter_map(|index| index.projection.as_ref()).map(len).sum();
    let global = features.global_secondary_indexes.iter().flatten();
    let global: usize = global.filter_map(|index| index.projection.as_ref()).map(len).sum();

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
