//! Valid inputs and outputs of the other operations on backups.

use super::any::any_unmodeled_of;
use super::plan::Plan;
use super::source::Source;
use super::text::valid_string;
use super::time::{DAY, MILLI, pick_span, real_nanos, written};
use super::valid::{backup_arn, details, table_arn, table_id};
use crate::model::{
    BackupArn, BackupDescription, BackupName, BackupStatus, BackupSummary, BackupTypeFilter,
    ContinuousBackupsDescription, ContinuousBackupsStatus, CreateBackupInput, CreateBackupOutput, DeleteBackupInput,
    DeleteBackupOutput, DescribeBackupInput, DescribeBackupOutput, DescribeContinuousBackupsInput,
    DescribeContinuousBackupsOutput, ListBackupsInput, ListBackupsOutput, PointInTimeRecoveryDescription,
    PointInTimeRecoverySpecification, PointInTimeRecoveryStatus, SourceTableDetails, TableNameOrArn,
    UpdateContinuousBackupsInput,
};
use alloc::vec::Vec;

pub(crate) fn describe_input(source: &mut Source<'_, '_>, plan: &mut Plan) -> DescribeBackupInput {
    let unmodeled = any_unmodeled_of::<DescribeBackupInput>(source);
    DescribeBackupInput { backup_arn: Some(backup_arn(source, plan)), unmodeled }
}

pub(crate) fn table_name_or_arn(source: &mut Source<'_, '_>, plan: &Plan) -> TableNameOrArn {
    if source.flag() { table_arn(plan).into() } else { plan.table_name.clone().into() }
}

pub(crate) fn create_input(source: &mut Source<'_, '_>, plan: &mut Plan) -> CreateBackupInput {
    CreateBackupInput {
        table_name: Some(table_name_or_arn(source, plan)),
        backup_name: Some(BackupName::unchecked(valid_string(source, BackupName::LIMITS))),
        unmodeled: any_unmodeled_of::<CreateBackupInput>(source),
    }
}

pub(crate) fn create_output(source: &mut Source<'_, '_>, plan: &mut Plan) -> CreateBackupOutput {
    CreateBackupOutput {
        backup_details: Some(details(source, plan)),
        unmodeled: any_unmodeled_of::<CreateBackupOutput>(source),
    }
}

pub(crate) fn delete_input(source: &mut Source<'_, '_>, plan: &mut Plan) -> DeleteBackupInput {
    DeleteBackupInput {
        backup_arn: Some(backup_arn(source, plan)),
        unmodeled: any_unmodeled_of::<DeleteBackupInput>(source),
    }
}

/// The output of the call that deletes the backup.
pub(crate) fn deleted(mut output: DescribeBackupOutput) -> DeleteBackupOutput {
    if let Some(details) = output.backup_description.as_mut().and_then(|backup| backup.backup_details.as_mut()) {
        details.backup_status = Some(BackupStatus::Deleted);
    }
    output.into()
}

/// A description of what a summary has.
pub(crate) fn summarized(source: &mut Source<'_, '_>, plan: &mut Plan) -> BackupDescription {
    let table = SourceTableDetails {
        table_name: Some(plan.table_name.clone()),
        table_id: Some(table_id(source)),
        table_arn: Some(table_arn(plan)),
        ..SourceTableDetails::default()
    };
    BackupDescription {
        backup_details: Some(details(source, plan)),
        source_table_details: Some(table),
        ..BackupDescription::default()
    }
}

/// The summary of a backup.
pub(crate) fn summary_of(source: &mut Source<'_, '_>, description: BackupDescription) -> BackupSummary {
    let backup = description.backup_details.unwrap_or_default();
    let table = description.source_table_details.unwrap_or_default();
    BackupSummary {
        table_name: table.table_name,
        table_id: table.table_id,
        table_arn: table.table_arn,
        backup_arn: backup.backup_arn,
        backup_name: backup.backup_name,
        backup_creation_date_time: backup.backup_creation_date_time,
        backup_expiry_date_time: backup.backup_expiry_date_time,
        backup_status: backup.backup_status,
        backup_type: backup.backup_type,
        backup_size_bytes: backup.backup_size_bytes,
        unmodeled: any_unmodeled_of::<BackupSummary>(source),
    }
}

pub(crate) fn summary(source: &mut Source<'_, '_>, plan: &mut Plan) -> BackupSummary {
    let description = summarized(source, plan);
    summary_of(source, description)
}

/// A page with that summary, if there is one, among others.
pub(crate) fn page_with(source: &mut Source<'_, '_>, first: Option<BackupSummary>) -> ListBackupsOutput {
    let mut summaries: Vec<BackupSummary> = first.into_iter().collect();
    let most = usize::try_from(*ListBackupsInput::LIMITS.end()).unwrap_or_default();
    let others = if summaries.is_empty() { 0 } else { source.count(0..=most - 1) };
    for _ in 0..others {
        let other = other_summary(source, &summaries);
        let index = source.number(0..=summaries.len());
        summaries.insert(index, other);
    }
    let last = summaries.last().and_then(|last| last.backup_arn.clone());
    ListBackupsOutput {
        backup_summaries: Some(summaries),
        last_evaluated_backup_arn: last.filter(|_| source.flag()),
        unmodeled: any_unmodeled_of::<ListBackupsOutput>(source),
    }
}

/// The summary of a backup that is not among those.
fn other_summary(source: &mut Source<'_, '_>, others: &[BackupSummary]) -> BackupSummary {
    let mut plan = Plan::any(source);
    let mut summary = summary(source, &mut plan);
    while others.iter().any(|other| other.backup_arn == summary.backup_arn) {
        // Another id, whichever way the time is rounded.
        plan.recovery_point = false;
        plan.created += 3 * MILLI * i128::try_from(others.len()).unwrap_or(1);
        summary = self::summary(source, &mut plan);
    }
    summary
}

pub(crate) fn list_input(source: &mut Source<'_, '_>, plan: &mut Plan) -> ListBackupsInput {
    let (from, to) = source.pick(&[(false, false), (true, true), (true, false), (false, true)]);
    let lower = real_nanos(source);
    let upper = lower + pick_span(source, &[DAY, 0, 1, MILLI, 400 * DAY]);
    ListBackupsInput {
        table_name: source.flag().then(|| table_name_or_arn(source, plan)),
        limit: match source.number(0..=3) {
            0 => None,
            1 => Some(*ListBackupsInput::LIMITS.start()),
            2 => Some(*ListBackupsInput::LIMITS.end()),
            _ => Some(source.number(ListBackupsInput::LIMITS)),
        },
        time_range_lower_bound: from.then(|| written(source, lower)),
        time_range_upper_bound: to.then(|| written(source, upper)),
        exclusive_start_backup_arn: exclusive_start(source, plan),
        backup_type: source.flag().then(|| source.pick(BackupTypeFilter::VALUES)),
        unmodeled: any_unmodeled_of::<ListBackupsInput>(source),
    }
}

fn exclusive_start(source: &mut Source<'_, '_>, plan: &mut Plan) -> Option<BackupArn> {
    source.flag().then(|| backup_arn(source, plan))
}

pub(crate) fn describe_continuous_backups_input(
    source: &mut Source<'_, '_>,
    plan: &mut Plan,
) -> DescribeContinuousBackupsInput {
    DescribeContinuousBackupsInput {
        table_name: Some(table_name_or_arn(source, plan)),
        unmodeled: any_unmodeled_of::<DescribeContinuousBackupsInput>(source),
    }
}

pub(crate) fn continuous_backups(source: &mut Source<'_, '_>) -> DescribeContinuousBackupsOutput {
    let status = source.pick(ContinuousBackupsStatus::VALUES);
    let recovery = if status == ContinuousBackupsStatus::Disabled {
        let recovery_status = source.pick(&[Some(PointInTimeRecoveryStatus::Disabled), None]);
        recovery_with(source, recovery_status)
    } else {
        recovery(source)
    };
    let recovery = Some(recovery).filter(|_| !source.once_in(4));
    continuous_backups_with(source, status, recovery)
}

pub(crate) fn continuous_backups_with(
    source: &mut Source<'_, '_>,
    status: ContinuousBackupsStatus,
    recovery: Option<PointInTimeRecoveryDescription>,
) -> DescribeContinuousBackupsOutput {
    let description = ContinuousBackupsDescription {
        continuous_backups_status: Some(status),
        point_in_time_recovery_description: recovery,
        unmodeled: any_unmodeled_of::<ContinuousBackupsDescription>(source),
    };
    DescribeContinuousBackupsOutput {
        continuous_backups_description: Some(description),
        unmodeled: any_unmodeled_of::<DescribeContinuousBackupsOutput>(source),
    }
}

pub(crate) fn recovery(source: &mut Source<'_, '_>) -> PointInTimeRecoveryDescription {
    let status =
        source.pick(&[Some(PointInTimeRecoveryStatus::Enabled), Some(PointInTimeRecoveryStatus::Disabled), None]);
    recovery_with(source, status)
}

/// Recovery with a window if it is on, without one if it is off, and with any part of one if nothing says which.
pub(crate) fn recovery_with(
    source: &mut Source<'_, '_>,
    status: Option<PointInTimeRecoveryStatus>,
) -> PointInTimeRecoveryDescription {
    let (from, to) = match status {
        Some(PointInTimeRecoveryStatus::Enabled) => (true, true),
        Some(_) => (false, false),
        None => source.pick(&[(true, true), (false, false), (true, false), (false, true)]),
    };
    let earliest = real_nanos(source);
    let latest = earliest + pick_span(source, &[35 * DAY, 0, 1, MILLI, DAY]);
    PointInTimeRecoveryDescription {
        point_in_time_recovery_status: status,
        recovery_period_in_days: if from || to { recovery_period(source) } else { None },
        earliest_restorable_date_time: from.then(|| written(source, earliest)),
        latest_restorable_date_time: to.then(|| written(source, latest)),
        unmodeled: any_unmodeled_of::<PointInTimeRecoveryDescription>(source),
    }
}

fn recovery_period(source: &mut Source<'_, '_>) -> Option<i64> {
    let allowed = PointInTimeRecoverySpecification::RECOVERY_PERIODS_IN_DAYS;
    match source.number(0..=3) {
        0 => Some(*allowed.end()),
        1 => None,
        2 => Some(*allowed.start()),
        _ => Some(source.number(allowed)),
    }
}

pub(crate) fn update_input(source: &mut Source<'_, '_>, plan: &mut Plan) -> UpdateContinuousBackupsInput {
    let is_enabled = source.flag();
    let specification = PointInTimeRecoverySpecification {
        point_in_time_recovery_enabled: Some(is_enabled),
        recovery_period_in_days: if is_enabled { recovery_period(source) } else { None },
        unmodeled: any_unmodeled_of::<PointInTimeRecoverySpecification>(source),
    };
    UpdateContinuousBackupsInput {
        table_name: Some(table_name_or_arn(source, plan)),
        point_in_time_recovery_specification: Some(specification),
        unmodeled: any_unmodeled_of::<UpdateContinuousBackupsInput>(source),
    }
}
