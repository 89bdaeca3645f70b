//! How times stand to each other.

use crate::model::{BackupDetails, BackupType};
use crate::validate::{Check, Path, Rule};
use crate::value::timestamp::NANOS_PER_SECOND;

const SYSTEM_RETENTION_NANOS: i128 = BackupDetails::SYSTEM_RETENTION_DAYS * 86_400 * NANOS_PER_SECOND as i128;

/// How much a SYSTEM backup's expiry may be off.
const TOLERANCE_NANOS: u128 = NANOS_PER_SECOND as u128;

#[inline]
pub(crate) fn backup_before_table(check: &mut Check<'_>, at: &Path<'_>, details: &BackupDetails) {
    let Some(backup) = details.backup_creation_date_time else { return };
    let Some(table) = check.context.table.and_then(|table| table.table_creation_date_time) else { return };
    if backup < table {
        check.report(
            Rule::BackupBeforeTable,
            &at.member(BackupDetails::backup_creation_date_time),
            format_args!("expected a time not before the table's creation at {table}, found {backup}"),
        );
    }
}

#[inline]
pub(crate) fn expiry_before_creation(check: &mut Check<'_>, at: &Path<'_>, details: &BackupDetails) {
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
pub(crate) fn system_backup_expiry(check: &mut Check<'_>, at: &Path<'_>, details: &BackupDetails) {
    if !matches!(details.backup_type, Some(BackupType::System)) {
        return;
    }
    let (Some(created), Some(expires)) = (details.backup_creation_date_time, details.backup_expiry_date_time) else {
        return;
    };
    let kept = expires.unix_nanos() - created.unix_nanos();
    if kept.abs_diff(SYSTEM_RETENTION_NANOS) > TOLERANCE_NANOS {
        check.report(
            Rule::SystemBackupExpiry,
            &at.member(BackupDetails::backup_expiry_date_time),
            format_args!(
                "expected {} days after the creation at {created}, found {expires}",
                BackupDetails::SYSTEM_RETENTION_DAYS
            ),
        );
    }
}

#[inline]
pub(crate) fn system_backup_expiry_missing(check: &mut Check<'_>, at: &Path<'_>, details: &BackupDetails) {
    if matches!(details.backup_type, Some(BackupType::System)) && details.backup_expiry_date_time.is_none() {
        check.report(
            Rule::SystemBackupExpiryMissing,
            &at.member(BackupDetails::backup_expiry_date_time),
            format_args!("expected the expiry of a SYSTEM backup, found none"),
        );
    }
}

#[inline]
pub(crate) fn user_backup_expiry(check: &mut Check<'_>, at: &Path<'_>, details: &BackupDetails) {
    if matches!(details.backup_type, Some(BackupType::User))
        && let Some(expires) = details.backup_expiry_date_time
    {
        check.report(
            Rule::UserBackupExpiry,
            &at.member(BackupDetails::backup_expiry_date_time),
            format_args!("expected no expiry of a USER backup, found {expires}"),
        );
    }
}
