//! Values of the other operations, and documents of none.

use super::presence::make_an_enum_unknown;
use super::{BrokenValue, PAGE_RULES, one_member, output, page};
use crate::generate::any::Any as _;
use crate::generate::family;
use crate::generate::plan::Plan;
use crate::generate::source::Source;
use crate::generate::time::{DAY, MILLI, SECOND, real_nanos, written};
use crate::generate::valid;
use crate::model::{
    ContinuousBackupsStatus, DeleteBackupInput, DescribeBackupInput, Json, JsonObject, ListBackupsInput,
    PointInTimeRecoveryDescription, PointInTimeRecoveryStatus, TableNameOrArn, Timestamp,
};
use crate::shape::every;
use crate::validate::{Rule, rule_of};
use alloc::format;
use alloc::string::String;

/// A value of another operation than `DescribeBackup` that violates a rule that its output can violate too.
pub(super) fn elsewhere(source: &mut Source<'_, '_>, rule: Rule) -> BrokenValue {
    match rule {
        Rule::RequiredMemberMissing => required_member_missing(source),
        Rule::BackupDetailsMissing => {
            let mut plan = Plan::any(source);
            let mut output = family::create_output(source, &mut plan);
            output.backup_details = None;
            BrokenValue::CreateOutput(output)
        }
        Rule::UnknownEnumValue if source.flag() => {
            let mut output = family::continuous_backups(source);
            make_an_enum_unknown(source, &mut output);
            BrokenValue::ContinuousBackups(output)
        }
        Rule::BackupArnFormat | Rule::ArnRegionPartition if source.flag() => {
            let details = output(source, rule).backup_description.and_then(|backup| backup.backup_details);
            let backup_arn = details.and_then(|details| details.backup_arn);
            // It can be the right form for another type of backup.
            if rule == Rule::BackupArnFormat && backup_arn.as_ref().is_some_and(|arn| arn.parse().is_ok()) {
                BrokenValue::Page(page(source, rule))
            } else if source.flag() {
                BrokenValue::DescribeInput(DescribeBackupInput { backup_arn, ..DescribeBackupInput::default() })
            } else {
                BrokenValue::DeleteInput(DeleteBackupInput { backup_arn, ..DeleteBackupInput::default() })
            }
        }
        _ if PAGE_RULES.contains(&rule) => BrokenValue::Page(page(source, rule)),
        _ => BrokenValue::DeleteOutput(family::deleted(output(source, rule))),
    }
}

fn required_member_missing(source: &mut Source<'_, '_>) -> BrokenValue {
    let plan = &mut Plan::any(source);
    let mut value = match source.number(0..=4) {
        0 => BrokenValue::CreateInput(family::create_input(source, plan)),
        1 => BrokenValue::DeleteInput(family::delete_input(source, plan)),
        2 => BrokenValue::DescribeInput(family::describe_input(source, plan)),
        3 => BrokenValue::UpdateInput(family::update_input(source, plan)),
        _ => BrokenValue::ContinuousBackups(family::continuous_backups(source)),
    };
    let rule = Some(Rule::RequiredMemberMissing);
    if let Some(structure) = value.structure() {
        one_member(source, structure, |row, member| rule_of(row.presence) == rule && member.is_present()).remove();
    }
    value
}

/// Anything in JSON, without the members that decide what a document is.
pub(super) fn document_unrecognized(source: &mut Source<'_, '_>) -> BrokenValue {
    const DECIDING: &str = "BackupDescription BackupSummaries ContinuousBackupsDescription SourceTableDetails \
        SourceTableFeatureDetails BackupDetails BackupArn __type message Message Error Code errorCode name code";

    let mut any = Json::any(source);
    if let Json::Object(members) = &mut any {
        DECIDING.split_ascii_whitespace().for_each(|name| drop(members.remove(name)));
    }
    BrokenValue::Document(match source.number(0..=3) {
        0 => Json::Object(JsonObject::new()),
        1 => any,
        2 => Json::Object([("Table", any)].into_iter().collect()),
        _ => Json::Object([("TableName", "Music"), ("BackupStatus", "AVAILABLE")].into_iter().collect()),
    })
}

fn list_input(
    source: &mut Source<'_, '_>,
    change: impl FnOnce(&mut Source<'_, '_>, &mut ListBackupsInput),
) -> BrokenValue {
    let mut plan = Plan::any(source);
    let mut input = family::list_input(source, &mut plan);
    change(source, &mut input);
    BrokenValue::ListInput(input)
}

pub(super) fn list_limit_range(source: &mut Source<'_, '_>) -> BrokenValue {
    list_input(source, |source, input| input.limit = Some(source.pick(&[0, 101, -1, i64::MAX, i64::MIN])))
}

/// Both times, written so that nobody can take them for equal.
fn surely_apart(source: &mut Source<'_, '_>, earlier: i128, later: i128) -> [Timestamp; 2] {
    let both = [earlier, later].map(|nanos| written(source, nanos));
    if both[1].is_surely_after(both[0]) { both } else { both.map(Timestamp::to_epoch) }
}

pub(super) fn time_range_order(source: &mut Source<'_, '_>) -> BrokenValue {
    list_input(source, |source, input| {
        let earlier = real_nanos(source);
        let later = earlier + source.pick(&[SECOND, MILLI, 1, DAY]);
        let [earlier, later] = surely_apart(source, earlier, later);
        input.time_range_lower_bound = Some(later);
        input.time_range_upper_bound = Some(earlier);
    })
}

pub(super) fn table_name_or_arn(source: &mut Source<'_, '_>) -> BrokenValue {
    let plan = &mut Plan::any(source);
    let string = neither_name_nor_arn(source, plan);
    let mut value = match source.number(0..=3) {
        0 => BrokenValue::CreateInput(family::create_input(source, plan)),
        1 => BrokenValue::ListInput(family::list_input(source, plan)),
        2 => BrokenValue::DescribeContinuousBackupsInput(family::describe_continuous_backups_input(source, plan)),
        _ => BrokenValue::UpdateInput(family::update_input(source, plan)),
    };
    if let BrokenValue::ListInput(input) = &mut value {
        input.table_name.get_or_insert_default();
    }
    let table_name = value.structure().and_then(|structure| every::<TableNameOrArn>(structure).pop());
    if let Some(table_name) = table_name {
        *table_name = string;
    }
    value
}

/// A string of the right length that names no table.
fn neither_name_nor_arn(source: &mut Source<'_, '_>, plan: &Plan) -> TableNameOrArn {
    let name = plan.table_name.as_str();
    let arn = valid::table_arn(plan);
    let arn = arn.as_str();
    TableNameOrArn::unchecked(match source.number(0..=9) {
        0 => String::from("my table"),
        1 => format!("{arn}/index/{name}"),
        2 => format!("{arn}/backup/01576616366715-b4e58d3a"),
        3 => arn.replacen(":table/", "1:table/", 1),
        4 => arn.replacen(":dynamodb:", ":dax:", 1),
        5 => arn.replacen("arn:", "urn:", 1),
        6 => format!("{name} "),
        7 => format!("table/{name}"),
        8 => name.chars().take(2).collect(),
        _ => "x".repeat(256),
    })
}

pub(super) fn continuous_backups_description_missing(source: &mut Source<'_, '_>) -> BrokenValue {
    let mut output = family::continuous_backups(source);
    output.continuous_backups_description = None;
    if source.flag() { BrokenValue::UpdateOutput(output.into()) } else { BrokenValue::ContinuousBackups(output) }
}

/// An output with a recovery of that status that is changed.
fn continuous_backups(
    source: &mut Source<'_, '_>,
    status: Option<PointInTimeRecoveryStatus>,
    change: impl FnOnce(&mut Source<'_, '_>, &mut PointInTimeRecoveryDescription),
) -> BrokenValue {
    let mut recovery = family::recovery_with(source, status);
    change(source, &mut recovery);
    let output = family::continuous_backups_with(source, ContinuousBackupsStatus::Enabled, Some(recovery));
    if source.once_in(4) { BrokenValue::UpdateOutput(output.into()) } else { BrokenValue::ContinuousBackups(output) }
}

pub(super) fn recovery_period_range(source: &mut Source<'_, '_>) -> BrokenValue {
    let days = Some(source.pick(&[0, 36, -1, i64::MAX, i64::MIN]));
    if source.flag() {
        let mut plan = Plan::any(source);
        let mut input = family::update_input(source, &mut plan);
        input.point_in_time_recovery_specification.get_or_insert_default().recovery_period_in_days = days;
        return BrokenValue::UpdateInput(input);
    }
    let status = source.pick(&[Some(PointInTimeRecoveryStatus::Enabled), None]);
    continuous_backups(source, status, |_, recovery| recovery.recovery_period_in_days = days)
}

pub(super) fn pitr_window_order(source: &mut Source<'_, '_>) -> BrokenValue {
    let status = source.pick(&[Some(PointInTimeRecoveryStatus::Enabled), None]);
    continuous_backups(source, status, |source, recovery| {
        let earlier = real_nanos(source);
        let later = earlier + source.pick(&[SECOND, MILLI, 1, 35 * DAY]);
        let [earlier, later] = surely_apart(source, earlier, later);
        recovery.earliest_restorable_date_time = Some(later);
        recovery.latest_restorable_date_time = Some(earlier);
    })
}

/// Without one end or both.
pub(super) fn pitr_window_missing(source: &mut Source<'_, '_>) -> BrokenValue {
    continuous_backups(source, Some(PointInTimeRecoveryStatus::Enabled), |source, recovery| {
        let form = source.number(0..=2);
        if form != 0 {
            recovery.earliest_restorable_date_time = None;
        }
        if form != 1 {
            recovery.latest_restorable_date_time = None;
        }
    })
}

/// With one end or both.
pub(super) fn pitr_window_unexpected(source: &mut Source<'_, '_>) -> BrokenValue {
    continuous_backups(source, Some(PointInTimeRecoveryStatus::Disabled), |source, recovery| {
        let at = real_nanos(source);
        let form = source.number(0..=2);
        if form != 0 {
            recovery.latest_restorable_date_time = Some(written(source, at));
        }
        if form != 1 {
            recovery.earliest_restorable_date_time = Some(written(source, at));
        }
    })
}

pub(super) fn pitr_without_continuous_backups(source: &mut Source<'_, '_>) -> BrokenValue {
    let recovery = family::recovery_with(source, Some(PointInTimeRecoveryStatus::Enabled));
    let output = family::continuous_backups_with(source, ContinuousBackupsStatus::Disabled, Some(recovery));
    BrokenValue::ContinuousBackups(output)
}
