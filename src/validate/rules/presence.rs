//! Members that must be there, and the values of enums.

use super::Quoted;
use crate::model::{DescribeBackupOutput, OpenEnum};
use crate::validate::{Check, MemberName, Path, Rule};
use alloc::string::String;

#[inline]
pub(crate) fn response_has_its_member(check: &mut Check<'_>, at: &Path<'_>, output: &DescribeBackupOutput) {
    if output.backup_description.is_some() {
        return;
    }
    let wrapper_is_missing = ["BackupDetails", "SourceTableDetails", "SourceTableFeatureDetails"]
        .iter()
        .any(|member| output.unmodeled.get(member).is_some());
    let message = if wrapper_is_missing {
        "expected an object with BackupDescription, found what belongs inside it: put `{\"BackupDescription\": …}` around it"
    } else {
        "expected the member BackupDescription, found none"
    };
    check.report(
        Rule::BackupDescriptionMissing,
        &at.member(DescribeBackupOutput::backup_description),
        format_args!("{message}"),
    );
}

/// The member stands where the rule says that it must.
#[inline]
pub(crate) fn is_present<T>(
    check: &mut Check<'_>,
    rule: Rule,
    at: &Path<'_>,
    name: &'static MemberName,
    member: Option<&T>,
) {
    if member.is_none() {
        check.report(rule, &at.member(name), format_args!("expected the member {}, found none", name.name));
    }
}

/// The member is one that the service model requires.
#[inline]
pub(crate) fn required<T>(check: &mut Check<'_>, at: &Path<'_>, name: &'static MemberName, member: Option<&T>) {
    is_present(check, Rule::RequiredMemberMissing, at, name, member);
}

/// The member is one without which no index can be made.
#[inline]
pub(crate) fn index_member<T>(check: &mut Check<'_>, at: &Path<'_>, name: &'static MemberName, member: Option<&T>) {
    is_present(check, Rule::IndexMemberMissing, at, name, member);
}

#[inline]
pub(crate) fn enum_value_is_known<T: OpenEnum>(
    check: &mut Check<'_>,
    at: &Path<'_>,
    name: &'static MemberName,
    value: Option<&T>,
) {
    if let Some(value) = value.filter(|value| value.is_unknown()) {
        let mut values = T::VALUES.iter().map(T::as_str);
        report_unknown(check, &at.member(name), T::TYPE_NAME, &mut values, value.as_str());
    }
}

#[cold]
fn report_unknown(
    check: &mut Check<'_>,
    at: &Path<'_>,
    type_name: &str,
    values: &mut dyn ExactSizeIterator<Item = &str>,
    found: &str,
) {
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
