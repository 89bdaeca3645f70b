//! What names and other texts may be.

use super::{Quoted, each_later};
use crate::model::{
    BackupDetails, BackupName, BackupType, Constrained, GlobalSecondaryIndexInfo, IndexName, LocalSecondaryIndexInfo,
    SourceTableFeatureDetails, TextLimits, VectorIndexInfo,
};
use crate::validate::{Check, MemberName, Path, Rule};

#[inline]
pub(crate) fn text_keeps_its_limits<T: Constrained>(
    check: &mut Check<'_>,
    at: &Path<'_>,
    name: &'static MemberName,
    text: Option<&T>,
) {
    if let Some(text) = text
        && T::LIMITS.check(text.as_str()).is_err()
    {
        report_faults(check, &at.member(name), T::TYPE_NAME, &T::LIMITS, text.as_str());
    }
}

#[inline]
pub(crate) fn element_keeps_its_limits<T: Constrained>(check: &mut Check<'_>, at: &Path<'_>, text: &T) {
    if T::LIMITS.check(text.as_str()).is_err() {
        report_faults(check, at, T::TYPE_NAME, &T::LIMITS, text.as_str());
    }
}

/// Reports each limit that a text breaks; of the two lengths, in characters and in bytes, the first.
#[cold]
fn report_faults(check: &mut Check<'_>, at: &Path<'_>, type_name: &str, limits: &TextLimits, text: &str) {
    match limits.check_length(text) {
        Err(fault) => report(check, Rule::TextLength, at, type_name, &fault),
        Ok(()) => {
            if let Err(fault) = limits.check_bytes(text) {
                report(check, Rule::AttributeNameBytes, at, type_name, &fault);
            }
        }
    }
    if let Err(fault) = limits.check_pattern(text) {
        report(check, Rule::TextPattern, at, type_name, &format_args!("{fault}, found {}", Quoted(text)));
    }
}

fn report(check: &mut Check<'_>, rule: Rule, at: &Path<'_>, type_name: &str, fault: &dyn core::fmt::Display) {
    check.report(rule, at, format_args!("not a valid {type_name}: {fault}"));
}

/// The name of a SYSTEM backup keeps a form of its own, which no other backup's name may have. A name of that form
/// without a known type may be either: the first SYSTEM backups were made while responses still lacked BackupType.
#[inline]
pub(crate) fn backup_name_is_of_its_type(check: &mut Check<'_>, at: &Path<'_>, details: &BackupDetails) {
    let Some(name) = &details.backup_name else { return };
    let may_be_system = name.as_str().ends_with(BackupName::SYSTEM_SUFFIX);
    match &details.backup_type {
        Some(BackupType::System) => {}
        Some(BackupType::Unknown(_)) | None if may_be_system => return,
        Some(BackupType::User | BackupType::AwsBackup | BackupType::Unknown(_)) | None => {
            text_keeps_its_limits(check, at, BackupDetails::backup_name, Some(name));
            return;
        }
    }
    let Some(table_name) = check.around.table.and_then(|table| table.table_name.as_ref()) else { return };
    if name.as_str().strip_suffix(BackupName::SYSTEM_SUFFIX) != Some(table_name.as_str()) {
        check.report(
            Rule::SystemBackupName,
            &at.member(BackupDetails::backup_name),
            format_args!(
                "expected {} for a SYSTEM backup, found {}",
                Quoted(BackupName::system(table_name).as_str()),
                Quoted(name.as_str())
            ),
        );
    }
}

#[inline]
pub(crate) fn index_names_differ(check: &mut Check<'_>, at: &Path<'_>, features: &SourceTableFeatureDetails) {
    type Features = SourceTableFeatureDetails;
    let local = features.local_secondary_indexes.as_deref().unwrap_or_default();
    let global = features.global_secondary_indexes.as_deref().unwrap_or_default();
    let vector = features.vector_indexes.as_deref().unwrap_or_default();
    // Numbered through over the three lists.
    let info = |number: usize| {
        if let Some(info) = local.get(number) {
            (Features::local_secondary_indexes, number, LocalSecondaryIndexInfo::index_name, &info.index_name)
        } else if let Some(info) = global.get(number - local.len()) {
            let index = number - local.len();
            (Features::global_secondary_indexes, index, GlobalSecondaryIndexInfo::index_name, &info.index_name)
        } else {
            let index = number - local.len() - global.len();
            (Features::vector_indexes, index, VectorIndexInfo::index_name, &vector[index].index_name)
        }
    };
    let name = |number| info(number).3.as_ref().map(IndexName::as_str);

    each_later(local.len() + global.len() + vector.len(), name, |later, _| {
        let (list, index, member, _) = info(later);
        check.report(
            Rule::IndexNameDuplicate,
            &at.member(list).index(index).member(member),
            format_args!(
                "expected a name that no other index of the table has, found {} again",
                Quoted(name(later).unwrap_or_default())
            ),
        );
    });
}
