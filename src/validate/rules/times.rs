//! How times stand to each other.

use crate::model::{BackupDetails, BackupType};
use crate::validate::{Check, Path, Rule};

const NANOS_PER_SECOND: i128 = 1_000_000_000;

/// How long a SYSTEM backup is kept: 35 days.
const SYSTEM_RETENTION_NANOS: i128 = 35 * 24 * 60 * 60 * NANOS_PER_SECOND;

#[inline]
pub(crate) fn backup_is_not_older_than_its_table(check: &mut Check<'_>, at: &Path<'_>, details: &BackupDetails) {
    let Some(backup) = details.backup_creation_date_time else { return };
    let Some(table) = check.around.table.and_then(|table| table.table_creation_date_time) else { return };
    if backup < table {
        check.report(
            Rule::BackupBeforeTable,
            &at.member(BackupDetails::backup_creation_date_time),
            format_args!("expected a time not before the table's creation at {table}, found {backup}"),
        );
    }
}

#[inline]
pub(crate) fn backup_expires_after_its_creation(check: &mut Check<'_>, at: &Path<'_>, details: &BackupDetails) {
    let (Some(created), Some(expires)) = (details.backup_creation_date_time, details.backup_expiry_date_time) else {
        return;
    };
    if expires <= created {
        check.report(
            Rule::ExpiryBeforeCreation,
            &at.member(BackupDetails::backup_expiry_date_time),
            format_args!("expected a time after the creation at {created}, found {expires}"),
        );
    }
}

#[inline]
pub(crate) fn expiry_is_of_the_type(check: &mut Check<'_>, at: &Path<'_>, details: &BackupDetails) {
    let at = at.member(BackupDetails::backup_expiry_date_time);
    match (&details.backup_type, details.backup_expiry_date_time) {
        (Some(BackupType::System), None) => check.report(
            Rule::SystemBackupExpiryMissing,
            &at,
            format_args!("expected the expiry of a SYSTEM backup, found none"),
        ),
        (Some(BackupType::System), Some(expires)) => {
            let Some(created) = details.backup_creation_date_time else { return };
            let kept = expires.unix_nanos() - created.unix_nanos();
            if kept.abs_diff(SYSTEM_RETENTION_NANOS) > NANOS_PER_SECOND.unsigned_abs() {
                check.report(
                    Rule::SystemBackupExpiry,
                    &at,
                    format_args!("expected 35 days after the creation at {created}, found {expires}"),
                );
            }
        }
        (Some(BackupType::User), Some(expires)) => check.report(
            Rule::UserBackupExpiry,
            &at,
            format_args!("expected no expiry of a USER backup, found {expires}"),
        ),
        (Some(BackupType::User), None) | (Some(BackupType::AwsBackup | BackupType::Unknown(_)) | None, _) => {}
    }
}
