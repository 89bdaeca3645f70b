//! How times relate to each other.
//!
//! A string may have been cut at its last digit, so that two times are compared at the coarser of the precisions in which
//! they are written.

use crate::model::{BackupDetails, BackupType, Timestamp};
use crate::validate::facts::BackupFacts;
use crate::validate::{Check, Path, Rule};
use core::time::Duration;

const SYSTEM_RETENTION: Duration = Duration::from_secs(BackupDetails::SYSTEM_RETENTION_DAYS * 86_400);

/// How much a SYSTEM backup's expiry may be off.
const TOLERANCE: Duration = Duration::from_secs(1);

#[inline]
pub(crate) fn backup_before_table(check: &mut Check<'_>, at: &Path<'_>, backup: &BackupFacts<'_>) {
    let (Some(created), Some(table)) = (backup.created, check.context.table_facts.created) else { return };
    if table.is_surely_after(created) {
        check.report(
            Rule::BackupBeforeTable,
            &at.member(backup.rows.created),
            format_args!(
                "expected a time not before the table's creation at {}, found {}",
                table.rfc3339(),
                created.rfc3339()
            ),
        );
    }
}

#[inline]
pub(crate) fn expiry_before_creation(check: &mut Check<'_>, at: &Path<'_>, backup: &BackupFacts<'_>) {
    let (Some(created), Some(expires)) = (backup.created, backup.expires) else {
        return;
    };
    if expires > created {
        return;
    }
    // Of equal times that are written in unequal precision, either may be the later one.
    let is_equal = expires == created && expires.precision() == created.precision();
    if is_equal || created.is_surely_after(expires) {
        check.report(
            Rule::ExpiryBeforeCreation,
            &at.member(backup.rows.expires),
            format_args!("expected a time after the creation at {}, found {}", created.rfc3339(), expires.rfc3339()),
        );
    }
}

/// The rules that the backup's type decides about.
#[inline]
pub(crate) fn expiry_by_type(check: &mut Check<'_>, at: &Path<'_>, backup: &BackupFacts<'_>) {
    let at = at.member(backup.rows.expires);
    match (backup.backup_type, backup.expires) {
        (Some(BackupType::System), Some(expires)) => system_backup_expiry(check, &at, backup.created, expires),
        (Some(BackupType::System), None) => system_backup_expiry_missing(check, &at),
        (Some(BackupType::User), Some(expires)) => user_backup_expiry(check, &at, expires),
        (Some(BackupType::User), None) | (Some(BackupType::AwsBackup | BackupType::Unknown(_)) | None, _) => {}
    }
}

fn system_backup_expiry(check: &mut Check<'_>, at: &Path<'_>, created: Option<Timestamp>, expires: Timestamp) {
    if let Some(created) = created
        && !expires.is_later_by(created, SYSTEM_RETENTION, TOLERANCE)
    {
        check.report(
            Rule::SystemBackupExpiry,
            at,
            format_args!(
                "expected {} days after the creation at {}, found {}",
                BackupDetails::SYSTEM_RETENTION_DAYS,
                created.rfc3339(),
                expires.rfc3339()
            ),
        );
    }
}

#[cold]
fn system_backup_expiry_missing(check: &mut Check<'_>, at: &Path<'_>) {
    check.report(
        Rule::SystemBackupExpiryMissing,
        at,
        format_args!("expected the expiry of a SYSTEM backup, found none"),
    );
}

#[cold]
fn user_backup_expiry(check: &mut Check<'_>, at: &Path<'_>, expires: Timestamp) {
    check.report(
        Rule::UserBackupExpiry,
        at,
        format_args!("expected no expiry of a USER backup, found {}", expires.rfc3339()),
    );
}
