//! ARNs and what they share with names and with each other.

use super::Quoted;
use crate::model::{
    ArnScope, BackupArn, BackupArnParts, BackupId, BackupType, TableArnParts, TableNameOrArn, Timestamp,
};
use crate::validate::facts::{BackupFacts, TableFacts};
use crate::validate::{Check, Path, Rule};
use core::time::Duration;

/// `table-arn-format`, and the rules about an ARN of the right form.
#[inline]
pub(crate) fn table_arn(check: &mut Check<'_>, at: &Path<'_>, table: &TableFacts<'_>) {
    let (Some(arn), Some(parts)) = (table.arn, table.arn_parts) else { return };
    match parts {
        Ok(parts) => {
            arn_region_partition(check, at, parts.scope);
            table_arn_name_mismatch(check, at, table, parts);
        }
        Err(error) => check.report(
            Rule::TableArnFormat,
            at,
            format_args!("not the ARN of a table: {error}, found {}", Quoted(arn.as_str())),
        ),
    }
}

fn table_arn_name_mismatch(check: &mut Check<'_>, at: &Path<'_>, table: &TableFacts<'_>, parts: TableArnParts<'_>) {
    if let Some(name) = table.name.filter(|name| name.as_str() != parts.table_name) {
        check.report(
            Rule::TableArnNameMismatch,
            at,
            format_args!("expected the ARN of {}, found that of {}", Quoted(name.as_str()), Quoted(parts.table_name)),
        );
    }
}

/// `backup-arn-format`, and the rules about an ARN of the right form. Only a backup that AWS Backup made has the ARN of a
/// recovery point; who made one without a known type is not known.
#[inline]
pub(crate) fn backup_arn(check: &mut Check<'_>, at: &Path<'_>, backup: &BackupFacts<'_>, table: &TableFacts<'_>) {
    let Some(arn) = backup.arn else { return };
    let at = at.member(backup.rows.arn);
    let recovery_point_is_expected = match backup.backup_type {
        Some(BackupType::AwsBackup | BackupType::Unknown(_)) | None => true,
        Some(BackupType::User | BackupType::System) => false,
    };
    let of_the_table = backup_of_the_table(table, arn);
    let Some(parts) = of_the_table.or_else(|| backup_arn_format(check, &at, arn, recovery_point_is_expected)) else {
        return;
    };
    arn_region_partition(check, &at, parts.scope());
    let BackupArnParts::DynamoDb { scope, table_name, backup_id } = parts else { return };
    backup_arn_table_mismatch(check, &at, table, table_name);
    if of_the_table.is_none() {
        backup_arn_scope_mismatch(check, &at, table, scope);
    }
    backup_id_format(check, &at, backup_id, backup);
}

/// `backup-arn-format` and `arn-region-partition`, for the ARN that an input names a backup by.
#[inline]
pub(crate) fn input_arn(check: &mut Check<'_>, at: &Path<'_>, arn: Option<&BackupArn>) {
    if let Some(parts) = arn.and_then(|arn| backup_arn_format(check, at, arn, true)) {
        arn_region_partition(check, at, parts.scope());
    }
}

/// `backup-arn-format`, for the ARN at which a page ends.
#[inline]
pub(crate) fn page_arn(check: &mut Check<'_>, at: &Path<'_>, arn: Option<&BackupArn>) {
    if let Some(arn) = arn {
        backup_arn_format(check, at, arn, true);
    }
}

#[inline]
pub(crate) fn table_name_or_arn(check: &mut Check<'_>, at: &Path<'_>, table: &TableNameOrArn) {
    if table.arn().is_none() && table.table_name().is_none() {
        check.report(
            Rule::TableNameOrArn,
            at,
            format_args!("expected the name or the ARN of a table, found {}", Quoted(table.as_str())),
        );
    }
}

fn backup_arn_format<'v>(
    check: &mut Check<'_>,
    at: &Path<'_>,
    arn: &'v BackupArn,
    recovery_point_is_expected: bool,
) -> Option<BackupArnParts<'v>> {
    match arn.parse() {
        Ok(BackupArnParts::AwsBackup { .. }) if !recovery_point_is_expected => {
            check.report(
                Rule::BackupArnFormat,
                at,
                format_args!(
                    "expected the ARN of a recovery point only with BackupType AWS_BACKUP, found {}",
                    Quoted(arn.as_str())
                ),
            );
            None
        }
        Ok(parts) => Some(parts),
        Err(error) => {
            check.report(
                Rule::BackupArnFormat,
                at,
                format_args!("not the ARN of a backup: {error}, found {}", Quoted(arn.as_str())),
            );
            None
        }
    }
}

/// The parts of an ARN that begins with the table's, as nearly every one does: there only the id is left to read.
fn backup_of_the_table<'v>(table: &TableFacts<'v>, arn: &'v BackupArn) -> Option<BackupArnParts<'v>> {
    table.arn_parts?.ok()?.backup(arn.as_str().strip_prefix(table.arn?.as_str())?)
}

fn arn_region_partition(check: &mut Check<'_>, at: &Path<'_>, scope: ArnScope<'_>) {
    let expected = scope.partition_of_region();
    if scope.partition != expected {
        check.report(
            Rule::ArnRegionPartition,
            at,
            format_args!(
                "expected {expected}, to which {} belongs, found {}",
                Quoted(scope.region),
                Quoted(scope.partition)
            ),
        );
    }
}

fn backup_arn_table_mismatch(check: &mut Check<'_>, at: &Path<'_>, table: &TableFacts<'_>, table_name: &str) {
    if let Some(expected) = table.name.filter(|name| name.as_str() != table_name) {
        check.report(
            Rule::BackupArnTableMismatch,
            at,
            format_args!(
                "expected the ARN of a backup of {}, found one of {}",
                Quoted(expected.as_str()),
                Quoted(table_name)
            ),
        );
    }
}

/// `backup-arn-account-mismatch`, `backup-arn-partition-mismatch` and `backup-arn-region-mismatch`.
fn backup_arn_scope_mismatch(check: &mut Check<'_>, at: &Path<'_>, table: &TableFacts<'_>, backup: ArnScope<'_>) {
    let Some(table) = table.scope() else { return };
    let mut compare = |rule, part, expected, found| {
        if found != expected {
            check.report(
                rule,
                at,
                format_args!("expected the table's {part} {}, found {}", Quoted(expected), Quoted(found)),
            );
        }
    };
    compare(Rule::BackupArnAccountMismatch, "account", table.account_id, backup.account_id);
    compare(Rule::BackupArnPartitionMismatch, "partition", table.partition, backup.partition);
    compare(Rule::BackupArnRegionMismatch, "region", table.region, backup.region);
}

/// `backup-id-format`, and the rule about an id of that form.
fn backup_id_format(check: &mut Check<'_>, at: &Path<'_>, id: BackupId<'_>, backup: &BackupFacts<'_>) {
    match id.unix_millis() {
        Some(millis) => backup_id_time_mismatch(check, at, millis, backup),
        None => check.report(
            Rule::BackupIdFormat,
            at,
            format_args!(
                "expected an id of 14 digits, `-` and 8 hexadecimal digits in lower case, found {}",
                Quoted(id.as_str())
            ),
        ),
    }
}

fn backup_id_time_mismatch(check: &mut Check<'_>, at: &Path<'_>, millis: i64, backup: &BackupFacts<'_>) {
    /// The id has milliseconds; the creation time may have been rounded from a finer one.
    const TOLERANCE: Duration = Duration::from_millis(1);

    let Some(created) = backup.created else { return };
    // 14 digits of milliseconds end in the year 5138.
    let Ok(named) = Timestamp::from_unix_millis(millis) else { return };
    if created != named && !created.is_later_by(named, Duration::ZERO, TOLERANCE) {
        check.report(
            Rule::BackupIdTimeMismatch,
            at,
            format_args!("expected an id of the creation time {}, found one of {}", created.rfc3339(), named.rfc3339()),
        );
    }
}
