//! Pages of summaries.

use super::{Mutate, Prepare, mutated, one_member, text};
use crate::generate::broken::Draft;
use crate::generate::family;
use crate::generate::plan::Plan;
use crate::generate::source::Source;
use crate::model::{BackupName, BackupStatus, BackupType, DescribeBackupOutput, ListBackupsOutput};
use crate::validate::{Rule, rule_of};

/// The rules that the output of a `ListBackups` call can violate.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::Rule;
/// use dynamodb_backup_model::generate::PAGE_RULES;
///
/// assert!(PAGE_RULES.contains(&Rule::BackupArnFormat));
/// assert!(!PAGE_RULES.contains(&Rule::KeySchemaOrder));
/// ```
pub const PAGE_RULES: &[Rule] = &[
    Rule::BackupTypeMissing,
    Rule::UnknownEnumValue,
    Rule::TextLength,
    Rule::TextPattern,
    Rule::SystemBackupName,
    Rule::SizeNegative,
    Rule::TableArnFormat,
    Rule::TableArnNameMismatch,
    Rule::BackupArnFormat,
    Rule::BackupArnTableMismatch,
    Rule::BackupArnAccountMismatch,
    Rule::BackupArnPartitionMismatch,
    Rule::BackupArnRegionMismatch,
    Rule::ArnRegionPartition,
    Rule::BackupIdFormat,
    Rule::BackupIdTimeMismatch,
    Rule::ExpiryBeforeCreation,
    Rule::SystemBackupExpiry,
    Rule::SystemBackupExpiryMissing,
    Rule::UserBackupExpiry,
    Rule::TimestampNotEpoch,
    Rule::TimestampFinerThanMilliseconds,
    Rule::BackupSummariesMissing,
    Rule::SummaryMemberMissing,
    Rule::BackupSummaryDuplicate,
];

/// A page with a summary that violates a rule about backups: that of a response with nothing but what a summary has.
pub(super) fn summary(source: &mut Source<'_, '_>, rule: Rule, prepare: Prepare, mutate: Mutate) -> ListBackupsOutput {
    let mut plan = Plan::any(source);
    prepare(source, &mut plan);
    let backup_description = Some(family::summarized(source, &mut plan));
    let output = DescribeBackupOutput { backup_description, ..DescribeBackupOutput::default() };
    let output = mutated(source, rule, plan, output, mutate);
    let summary = family::summary_of(source, output.backup_description.unwrap_or_default());
    family::page_with(source, Some(summary))
}

/// A page that violates a rule about pages.
pub(super) fn page(
    source: &mut Source<'_, '_>,
    mutate: fn(&mut Source<'_, '_>, &mut ListBackupsOutput),
) -> ListBackupsOutput {
    let mut plan = Plan::any(source);
    let summary = family::summary(source, &mut plan);
    let mut page = family::page_with(source, Some(summary));
    mutate(source, &mut page);
    page
}

/// A summary has no other size.
pub(super) fn backup_size_negative(source: &mut Source<'_, '_>, draft: &mut Draft) {
    draft.details().backup_size_bytes = Some(source.pick(&[-1, -2, i64::MIN]));
}

/// A summary has no attributes.
pub(super) fn text_length(source: &mut Source<'_, '_>, draft: &mut Draft) {
    if text::has_table_name_of_wrong_length(draft) {
        return;
    }
    if draft.plan.recovery_point && source.flag() {
        text::backup_arn_too_long(source, draft);
        return;
    }
    // The name of a SYSTEM backup has other limits.
    if draft.plan.backup_type == BackupType::System {
        draft.details().backup_type = Some(BackupType::User);
        draft.details().backup_expiry_date_time = None;
    }
    let name = text::of_wrong_length(source, BackupName::LIMITS, 1);
    draft.details().backup_name = Some(BackupName::unchecked(name));
}

pub(super) fn backup_summaries_missing(_: &mut Source<'_, '_>, page: &mut ListBackupsOutput) {
    page.backup_summaries = None;
}

pub(super) fn summary_member_missing(source: &mut Source<'_, '_>, page: &mut ListBackupsOutput) {
    let rule = Some(Rule::SummaryMemberMissing);
    one_member(source, page, |row, member| rule_of(row.presence) == rule && member.is_present()).remove();
}

pub(super) fn backup_summary_duplicate(source: &mut Source<'_, '_>, page: &mut ListBackupsOutput) {
    let summaries = page.backup_summaries.get_or_insert_default();
    let mut again = source.pick(summaries);
    if source.flag() {
        again.backup_status = Some(source.pick(BackupStatus::VALUES));
    }
    let index = source.number(0..=summaries.len());
    summaries.insert(index, again);
}
