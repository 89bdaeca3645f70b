//! How times stand to each other.

use crate::model::{BackupDetails, BackupType};
use crate::validate::facts::BackupFacts;
use crate::validate::{Check, Path, Rule};
use crate::value::timestamp::NANOS_PER_SECOND;

const SYSTEM_RETENTION_NANOS: i128 = BackupDetails::SYSTEM_RETENTION_DAYS * 86_400 * NANOS_PER_SECOND as i128;

/// How much a SYSTEM backup's expiry may be off.
const TOLERANCE_NANOS: u128 = NANOS_PER_SECOND as u128;

#[inline]
pub(crate) fn backup_before_table(check: &mut Check<'_>, at: &Path<'_>, backup: BackupFacts<'_>) {
    let (Some(created), Some(table)) = (backup.created, check.context.table_facts.created) else { return };
    if created < table {
        check.report(
            Rule::BackupBeforeTable,
            &at.member(backup.rows.created),
            format_args!("expected a time not before the table's creation at {table}, found {created}"),
        );
    }
}

#[inline]
pub(crate) fn expiry_before_creation(check: &mut Check<'_>, at: &Path<'_>, backup: BackupFacts<'_>) {
    let (Some(created), Some(expires)) = (backup.created, backup.expires) else {
        return;
    };
    if expires <= created {
        check.report(
            Rule::ExpiryBeforeCreation,
            &at.member(backup.rows.expires),
            format_args!("expected a time after the creation at {created}, found {expires}"),
        );
    }
}

#[inline]
pub(crate) fn system_backup_expiry(check: &mut Check<'_>, at: &Path<'_>, backup: BackupFacts<'_>) {
    if !matches!(backup.backup_type, Some(BackupType::System)) {
        return;
    }
    let (Some(created), Some(expires)) = (backup.created, backup.expires) else {
        return;
    };
    let kept = expires.unix_nanos() - created.unix_nanos();
    if kept.abs_diff(SYSTEM_RETENTION_NANOS) > TOLERANCE_NANOS {
        check.report(
            Rule::SystemBackupExpiry,
            &at.member(backup.rows.expires),
            format_args!(
                "expected {} days after the creation at {created}, found {expires}",
                BackupDetails::SYSTEM_RETENTION_DAYS
            ),
        );
    }
}

#[inline]
pub(crate) fn system_backup_expiry_missing(check: &mut Check<'_>, at: &Path<'_>, backup: BackupFacts<'_>) {
    if matches!(backup.backup_type, Some(BackupType::System)) && backup.expires.is_none() {
        check.report(
            Rule::SystemBackupExpiryMissing,
            &at.member(backup.rows.expires),
            format_args!("expected the expiry of a SYSTEM backup, found none"),
        );
    }
}

#[inline]
pub(crate) fn user_backup_expiry(check: &mut Check<'_>, at: &Path<'_>, backup: BackupFacts<'_>) {
    if matches!(backup.backup_type, Some(BackupType::User))
        && let Some(expires) = backup.expires
    {
        check.report(
            Rule::UserBackupExpiry,
            &at.member(backup.rows.expires),
            format_args!("expected no expiry of a USER backup, found {expires}"),
        );
    }
}
