//! What the indexes of all kinds hold copies of.

use super::{Quoted, count, each_later};
use crate::model::{AttributeName, OpenEnum, Projection, ProjectionType, SourceTableFeatureDetails};
use crate::validate::{Check, Path, Rule};

/// The rules that the projection's type decides about.
#[inline]
pub(crate) fn attributes_by_type(check: &mut Check<'_>, at: &Path<'_>, projection: &Projection) {
    let names = projection.non_key_attributes.as_deref();
    match OpenEnum::present(projection.projection_type.as_ref()) {
        Some(ProjectionType::Include) => projection_attributes_missing(check, at, names),
        Some(all @ (ProjectionType::All | ProjectionType::KeysOnly)) => match names {
            None => {}
            Some([]) => projection_attributes_empty(check, at, all),
            Some(names) => projection_attributes_unexpected(check, at, all, names),
        },
        Some(ProjectionType::Unknown(_)) | None => {}
    }
}

#[inline]
fn projection_attributes_missing(check: &mut Check<'_>, at: &Path<'_>, names: Option<&[AttributeName]>) {
    if count(names) == 0 {
        check.report(
            Rule::ProjectionAttributesMissing,
            &at.member(Projection::non_key_attributes),
            format_args!(
                "expected at least one name with INCLUDE, found {}",
                if names.is_some() { "an empty list" } else { "no list" }
            ),
        );
    }
}

#[cold]
fn projection_attributes_unexpected(
    check: &mut Check<'_>,
    at: &Path<'_>,
    all: &ProjectionType,
    names: &[AttributeName],
) {
    check.report(
        Rule::ProjectionAttributesUnexpected,
        &at.member(Projection::non_key_attributes),
        format_args!("expected no names with {all}, found {}", names.len()),
    );
}

#[cold]
fn projection_attributes_empty(check: &mut Check<'_>, at: &Path<'_>, all: &ProjectionType) {
    check.report(
        Rule::ProjectionAttributesEmpty,
        &at.member(Projection::non_key_attributes),
        format_args!("expected no list of names with {all}, found an empty one"),
    );
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
                    "expected a name that the index has once, found {} again, after entry {first}",
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
    let local = features.local_secondary_indexes.as_deref().unwrap_or_default().iter();
    let local: usize = local.filter_map(|index| index.projection.as_ref()).map(names).sum();
    let global = features.global_secondary_indexes.as_deref().unwrap_or_default().iter();
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
