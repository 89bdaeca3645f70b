use super::Draft;
use crate::generate::plan::{Plan, REGIONS, id, partition_of};
use crate::generate::source::Source;
use crate::generate::time::MILLI;
use crate::generate::valid;
use crate::model::{BackupArn, BackupArnParts, BackupId, BackupType, TableArn, TableName};
use alloc::format;
use alloc::string::{String, ToString as _};
use core::time::Duration;

pub(super) fn table_arn_format(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let table_arn = draft.table().table_arn.get_or_insert_default();
    let arn = table_arn.as_str();
    *table_arn = TableArn::unchecked(match source.number(0..=7) {
        0 => format!("{arn}/stream/2019-12-17T20:59:26.715"),
        1 => arn.replacen(":table/", "1:table/", 1),
        2 => arn.replacen("arn:", "ARN:", 1),
        3 => arn.replacen(":dynamodb:", ":dax:", 1),
        4 => arn.replacen("arn:aws", "arn:aws_", 1),
        5 => format!("{arn} "),
        6 => arn.replacen(":table/", ":table:", 1),
        _ => String::from("Music"),
    });
}

pub(super) fn table_arn_name_mismatch(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let arn = draft.table().table_arn.get_or_insert_default();
    *arn = TableArn::unchecked(other_name(source, arn.as_str()));
}

/// The string with another letter at its end: a letter of the other case makes another name too.
fn other_name(source: &mut Source<'_, '_>, name: &str) -> String {
    let mut other = name.to_string();
    if source.flag() {
        return other + "x";
    }
    let last = other.pop();
    other.push(match last {
        Some(letter) if letter.is_ascii_lowercase() => letter.to_ascii_uppercase(),
        Some(letter) if letter.is_ascii_uppercase() => letter.to_ascii_lowercase(),
        _ => 'x',
    });
    other
}

/// With the ARN of either service: that of AWS Backup is right with AWS_BACKUP only, and the type changes below.
pub(super) fn either_arn(source: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.recovery_point = source.flag();
    if plan.recovery_point {
        plan.backup_type = BackupType::AwsBackup;
        plan.expires = false;
    }
}

pub(super) fn backup_arn_format(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let recovery_point = draft.plan.recovery_point;
    let details = draft.details();
    let backup_arn = details.backup_arn.get_or_insert_default();
    let arn = backup_arn.as_str();
    *backup_arn = BackupArn::unchecked(match source.number(0..=5) {
        0 | 1 if recovery_point => {
            details.backup_type = Some(BackupType::User);
            return;
        }
        0 | 1 => arn.replacen("/backup/", "/export/", 1),
        2 if recovery_point => arn.replacen(":recovery-point:", ":backup-vault:", 1),
        3 => arn.replacen("arn:", "arn::", 1),
        4 => format!("{arn}/x"),
        5 => format!("{arn}\n"),
        _ => arn.replacen("arn:", "urn:", 1),
    });
}

pub(super) fn backup_arn_table_mismatch(source: &mut Source<'_, '_>, draft: &mut Draft) {
    draft.plan.table_name = TableName::unchecked(other_name(source, draft.plan.table_name.as_str()));
    replace_backup_arn(source, draft);
}

/// Replaces the ARN of the backup with one of the changed plan.
fn replace_backup_arn(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let arn = valid::backup_arn(source, &mut draft.plan);
    draft.details().backup_arn = Some(arn);
}

pub(super) fn backup_arn_account_mismatch(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let account_id = &mut draft.plan.account_id;
    let index = source.number(0..=account_id.len() - 1);
    let digit = if account_id.as_bytes()[index] == b'1' { "2" } else { "1" };
    account_id.replace_range(index..=index, digit);
    replace_backup_arn(source, draft);
}

/// The partition of a region is its own, so that either the region is another one too or does not belong to it.
pub(super) fn backup_arn_partition_mismatch(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let region = source.pick_from(REGIONS.iter().filter(|region| partition_of(region) != draft.plan.partition));
    draft.plan.partition = partition_of(region);
    if source.flag() {
        draft.plan.region = region;
    }
    replace_backup_arn(source, draft);
}

pub(super) fn backup_arn_region_mismatch(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let Plan { partition, region, .. } = draft.plan;
    let others = REGIONS.iter().filter(|other| **other != region && partition_of(other) == partition);
    draft.plan.region = source.pick_from(others);
    replace_backup_arn(source, draft);
}

pub(super) fn arn_region_partition(source: &mut Source<'_, '_>, plan: &mut Plan) {
    let partitions = REGIONS.iter().map(|region| partition_of(region)).chain(["aws-new"]);
    plan.partition = source.pick_from(partitions.filter(|partition| *partition != plan.partition));
}

pub(super) fn backup_id_format(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let arn = draft.details().backup_arn.take().unwrap_or_default();
    if let Ok(BackupArnParts::DynamoDb { scope, table_name, backup_id }) = arn.parse() {
        let real = backup_id.as_str();
        let id = match source.number(0..=5) {
            0 => String::from("01576616366715-c8b6kdk3"),
            1 => real.replace('-', "_"),
            2 => format!("{real}0"),
            3 => format!("0{real}"),
            4 => real[1..].to_string(),
            _ => format!("x{}", id(source)),
        };
        let parts = BackupArnParts::DynamoDb { scope, table_name, backup_id: BackupId::new(&id) };
        draft.details().backup_arn = Some(BackupArn::unchecked(parts.to_string()));
    }
}

/// The digits may be off by 1 anyway. A string without a fraction agrees with every id of its second.
pub(super) fn backup_id_time_mismatch(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let created = &mut draft.details().backup_creation_date_time;
    *created = created.map(|at| if at.precision() > Duration::from_millis(1) { at.to_epoch() } else { at });
    draft.plan.created += MILLI * source.pick(&[1_000, 3, -3, -1_000, 86_400_000, 3_600_000]);
    replace_backup_arn(source, draft);
}
