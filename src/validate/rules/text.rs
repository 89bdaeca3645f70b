//! What names and other strings may be.

use super::{Quoted, each_later};
use crate::model::{
    BackupName, BackupType, Constrained, GlobalSecondaryIndexInfo, IndexName, LocalSecondaryIndexInfo,
    SourceTableFeatureDetails, TextLimits, VectorIndexInfo,
};
use crate::validate::facts::{BackupFacts, TableFacts};
use crate::validate::{Check, Path, Rule};

/// `text-length`, `text-pattern` and `attribute-name-bytes`, unless a rule of its own decides about the string.
#[inline]
pub(crate) fn string_within_limits<T: Constrained>(check: &mut Check<'_>, at: &Path<'_>, string: &T) {
    if !T::HAS_EXCEPTION && T::LIMITS.check(string.as_ref()).is_err() {
        report_limits(check, at, T::TYPE_NAME, &T::LIMITS, string.as_ref());
    }
}

/// Reports each limit that a string exceeds; of the two lengths, in characters and in bytes, the first.
#[cold]
fn report_limits(check: &mut Check<'_>, at: &Path<'_>, type_name: &str, limits: &TextLimits, string: &str) {
    match limits.check_length(string) {
        Err(error) => report(check, Rule::TextLength, at, type_name, &error),
        Ok(()) => {
            if let Err(error) = limits.check_bytes(string) {
                report(check, Rule::AttributeNameBytes, at, type_name, &error);
            }
        }
    }
    if let Err(error) = limits.check_pattern(string) {
        report(check, Rule::TextPattern, at, type_name, &format_args!("{error}, found {}", Quoted(string)));
    }
}

fn report(check: &mut Check<'_>, rule: Rule, at: &Path<'_>, type_name: &str, error: &dyn core::fmt::Display) {
    check.report(rule, at, format_args!("not a valid {type_name}: {error}"));
}

/// `system-backup-name`, or the limits of every other backup's name. A name like a SYSTEM backup's without a known type
/// may be either: the first SYSTEM backups were made while responses still lacked BackupType.
#[inline]
pub(crate) fn backup_name(check: &mut Check<'_>, at: &Path<'_>, backup: &BackupFacts<'_>, table: &TableFacts<'_>) {
    let Some(name) = backup.name else { return };
    let at = at.member(backup.rows.name);
    let may_be_system = name.as_str().ends_with(BackupName::SYSTEM_SUFFIX);
    match backup.backup_type {
        Some(BackupType::System) => system_backup_name(check, &at, name, table),
        Some(BackupType::Unknown(_)) | None if may_be_system => {}
        Some(BackupType::User | BackupType::AwsBackup | BackupType::Unknown(_)) | None => {
            backup_name_within_limits(check, &at, name);
        }
    }
}

/// The limits of a name that is not a SYSTEM backup's.
#[inline]
pub(crate) fn backup_name_within_limits(check: &mut Check<'_>, at: &Path<'_>, name: &BackupName) {
    if BackupName::LIMITS.check(name.as_str()).is_err() {
        report_limits(check, at, BackupName::TYPE_NAME, &BackupName::LIMITS, name.as_str());
    }
}

/// Without the table's name there is nothing to compare with, but the longest table's name still bounds the length.
fn system_backup_name(check: &mut Check<'_>, at: &Path<'_>, name: &BackupName, table: &TableFacts<'_>) {
    let Some(table_name) = table.name else {
        let max_chars = BackupName::LIMITS.max_chars.map(|chars| chars + BackupName::SYSTEM_SUFFIX.len());
        let limits = TextLimits { max_chars, pattern: None, ..BackupName::LIMITS };
        if limits.check(name.as_str()).is_err() {
            report_limits(check, at, BackupName::TYPE_NAME, &limits, name.as_str());
        }
        return;
    };
    if name.as_str().strip_suffix(BackupName::SYSTEM_SUFFIX) != Some(table_name.as_str()) {
        check.report(
            Rule::SystemBackupName,
            at,
            format_args!(
                "expected {} for a SYSTEM backup, found {}",
                Quoted(BackupName::system(table_name).as_str()),
                Quoted(name.as_str())
            ),
        );
    }
}

#[inline]
pub(crate) fn index_name_duplicate(check: &mut Check<'_>, at: &Path<'_>, features: &SourceTableFeatureDetails) {
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
