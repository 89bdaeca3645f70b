//! Members that must be there, and the values of enums.

use super::Quoted;
use crate::model::{JsonObject, OpenEnum};
use crate::validate::{Check, Path, Row, Rule, rule_of};
use alloc::string::String;

/// Each rule about the absence of a member: the member's row says which one.
#[inline]
pub(crate) fn member_missing(check: &mut Check<'_>, at: &Path<'_>, row: &'static Row) {
    if let Some(rule) = rule_of(row.presence)
        && rule != Rule::BackupDescriptionMissing
    {
        check.report(rule, &at.member(row), format_args!("expected the member {}, found none", row.name));
    }
}

#[inline]
pub(crate) fn backup_description_missing(
    check: &mut Check<'_>,
    at: &Path<'_>,
    row: &'static Row,
    is_missing: bool,
    unmodeled: &JsonObject,
) {
    if !is_missing {
        return;
    }
    let wrapper_is_missing = ["BackupDetails", "SourceTableDetails", "SourceTableFeatureDetails"]
        .iter()
        .any(|member| unmodeled.get(member).is_some());
    let message = if wrapper_is_missing {
        "expected an object with BackupDescription, found what belongs inside it: put `{\"BackupDescription\": …}` around it"
    } else {
        "expected the member BackupDescription, found none"
    };
    check.report(Rule::BackupDescriptionMissing, &at.member(row), format_args!("{message}"));
}

#[inline]
pub(crate) fn unknown_enum_value<T: OpenEnum>(check: &mut Check<'_>, at: &Path<'_>, value: &T) {
    if value.is_unknown() {
        report_unknown(check, at, T::TYPE_NAME, T::STRINGS, value.as_ref());
    }
}

#[cold]
fn report_unknown(check: &mut Check<'_>, at: &Path<'_>, type_name: &str, values: &[&str], found: &str) {
    let mut list = String::new();
    for (after, value) in (0..values.len()).rev().zip(values) {
        let before = match after {
            _ if list.is_empty() => "",
            0 => " or ",
            _ => ", ",
        };
        list = list + before + value;
    }
    check.report(
        Rule::UnknownEnumValue,
        at,
        format_args!("expected {list}, found {}: a {type_name} that this version does not know", Quoted(found)),
    );
}
