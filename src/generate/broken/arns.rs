use super::{Breach, Parts};
use crate::generate::source::Source;
use crate::generate::valid::{Plan, REGIONS, id};
use crate::model::{BackupArn, BackupArnParts, BackupType, KmsMasterKeyArn, TableArn};
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

/// With an ARN of DynamoDB's own.
fn own_arn(_: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.recovery_point = false;
}

/// The backup's ARN in six parts, changed by part.
fn change_backup_arn(parts: &mut Parts<'_>, change: impl FnOnce(&mut [String; 6])) {
    let arn = parts.details().backup_arn.take().unwrap_or_default();
    let mut split = arn.as_str().splitn(6, ':').map(String::from);
    let mut six = core::array::from_fn(|_| split.next().unwrap_or_default());
    change(&mut six);
    parts.details().backup_arn = Some(BackupArn::unchecked(six.join(":")));
}

const PARTITION: usize = 1;
const REGION: usize = 3;
const ACCOUNT: usize = 4;
const RESOURCE: usize = 5;

pub(super) fn table_arn_missing() -> Breach {
    Breach::of_any(|_, parts| parts.table().table_arn = None)
}

pub(super) fn table_arn_format() -> Breach {
    Breach::of_any(|source, parts| {
        let arn = parts.table().table_arn.take().unwrap_or_default();
        let arn = arn.as_str();
        let broken = match source.number(0..=7) {
            0 => format!("{arn}/stream/2019-12-17T20:59:26.715"),
            1 => arn.replacen(":table/", "1:table/", 1),
            2 => arn.replacen("arn:", "ARN:", 1),
            3 => arn.replacen(":dynamodb:", ":dax:", 1),
            4 => arn.replacen("arn:aws", "arn:aws_", 1),
            5 => format!("{arn} "),
            6 => arn.replacen(":table/", ":table:", 1),
            _ => String::from("Music"),
        };
        parts.table().table_arn = Some(TableArn::unchecked(broken));
    })
}

pub(super) fn table_arn_name_mismatch() -> Breach {
    Breach::of_any(|source, parts| {
        let arn = parts.table().table_arn.take().unwrap_or_default();
        let other = other_name(source, arn.as_str());
        parts.table().table_arn = Some(TableArn::unchecked(other));
    })
}

/// The text with another letter at its end: another letter's case is another name.
fn other_name(source: &mut Source<'_, '_>, text: &str) -> String {
    if source.flag() {
        return format!("{text}x");
    }
    let mut other = text.to_string();
    let last = other.pop();
    other.push(match last {
        Some(letter) if letter.is_ascii_lowercase() => letter.to_ascii_uppercase(),
        Some(letter) if letter.is_ascii_uppercase() => letter.to_ascii_lowercase(),
        _ => 'x',
    });
    other
}

pub(super) fn backup_arn_format() -> Breach {
    Breach::new(
        |source, plan| {
            // Such an ARN is right with AWS_BACKUP only: the type changes below.
            if source.flag() {
                plan.backup_type = BackupType::AwsBackup;
                plan.recovery_point = true;
                plan.expires = false;
            } else {
                plan.recovery_point = false;
            }
        },
        |source, parts| {
            let arn = parts.details().backup_arn.take().unwrap_or_default();
            let text = arn.as_str();
            let broken = match (arn.parse(), source.number(0..=5)) {
                (Ok(BackupArnParts::AwsBackup { .. }), 0 | 1) => {
                    parts.details().backup_type = Some(BackupType::User);
                    text.to_string()
                }
                (Ok(BackupArnParts::AwsBackup { .. }), 2) => text.replacen(":recovery-point:", ":backup-vault:", 1),
                (Ok(BackupArnParts::DynamoDb { .. }), 0 | 1) => text.replacen("/backup/", "/export/", 1),
                (_, 3) => text.replacen("arn:", "arn::", 1),
                (_, 4) => format!("{text}/x"),
                (_, 5) => format!("{text}\n"),
                _ => text.replacen("arn:", "urn:", 1),
            };
            parts.details().backup_arn = Some(BackupArn::unchecked(broken));
        },
    )
}

pub(super) fn backup_arn_table_mismatch() -> Breach {
    Breach::new(own_arn, |source, parts| {
        change_backup_arn(parts, |arn| {
            if let Some((table, id)) = arn[RESOURCE].split_once("/backup/") {
                arn[RESOURCE] = format!("{}/backup/{id}", other_name(source, table));
            }
        });
    })
}

pub(super) fn backup_arn_account_mismatch() -> Breach {
    Breach::new(own_arn, |source, parts| {
        change_backup_arn(parts, |arn| {
            let place = source.number(0..=11);
            let digit = if arn[ACCOUNT].as_bytes().get(place) == Some(&b'1') { "2" } else { "1" };
            arn[ACCOUNT].replace_range(place..=place, digit);
        });
    })
}

/// The partition of a region is its own, so that either the region is another one too or does not belong to it.
pub(super) fn backup_arn_partition_mismatch() -> Breach {
    Breach::new(own_arn, |source, parts| {
        change_backup_arn(parts, |arn| {
            let others: Vec<_> =
                REGIONS.iter().filter(|(partition, _)| *partition != arn[PARTITION]).copied().collect();
            let (partition, region) = source.pick(&others);
            arn[PARTITION] = partition.to_string();
            if source.flag() {
                arn[REGION] = region.to_string();
            }
        });
    })
}

pub(super) fn backup_arn_region_mismatch() -> Breach {
    Breach::new(own_arn, |source, parts| {
        change_backup_arn(parts, |arn| {
            let others =
                REGIONS.iter().filter(|(partition, region)| *partition == arn[PARTITION] && *region != arn[REGION]);
            let others: Vec<_> = others.map(|(_, region)| (*region).to_string()).collect();
            // Of some partitions only one region is known: another number makes another one.
            let same_partition = arn[REGION].clone() + "1";
            arn[REGION] = if others.is_empty() { same_partition } else { source.pick(&others) };
        });
    })
}

pub(super) fn arn_region_partition() -> Breach {
    Breach::of_any(|source, parts| {
        let mut old = String::new();
        change_backup_arn(parts, |arn| old.clone_from(&arn[PARTITION]));
        let mut others: Vec<_> = REGIONS.iter().map(|(partition, _)| *partition).collect();
        others.push("aws-new");
        others.retain(|other| *other != old);
        let new = source.pick(&others);
        // All ARNs stay in one partition.
        let moved = |arn: &str| arn.replacen(&format!("arn:{old}:"), &format!("arn:{new}:"), 1);
        parts.table().table_arn = parts.table().table_arn.take().map(|arn| TableArn::unchecked(moved(arn.as_str())));
        parts.details().backup_arn =
            parts.details().backup_arn.take().map(|arn| BackupArn::unchecked(moved(arn.as_str())));
        if let Some(sse) = &mut parts.features().sse_description {
            let arn = sse.kms_master_key_arn.take();
            sse.kms_master_key_arn = arn.map(|arn| KmsMasterKeyArn::unchecked(moved(arn.as_str())));
        }
    })
}

pub(super) fn backup_id_format() -> Breach {
    Breach::new(own_arn, |source, parts| {
        change_backup_arn(parts, |arn| {
            if let Some((table, genuine)) = arn[RESOURCE].split_once("/backup/") {
                let id = match source.number(0..=5) {
                    0 => String::from("01576616366715-c8b6kdk3"),
                    1 => genuine.replace('-', "_"),
                    2 => format!("{genuine}0"),
                    3 => format!("0{genuine}"),
                    4 => genuine[1..].to_string(),
                    _ => format!("x{}", id(source)),
                };
                arn[RESOURCE] = format!("{table}/backup/{id}");
            }
        });
    })
}

pub(super) fn backup_id_time_mismatch() -> Breach {
    Breach::new(own_arn, |source, parts| {
        let later = source.pick(&[1_000, 3, -3, -1_000, 86_400_000, 3_600_000]);
        change_backup_arn(parts, |arn| {
            if let Some((before, id)) = arn[RESOURCE].split_once("/backup/")
                && let Some((millis, random)) = id.split_once('-')
                && let Ok(millis) = millis.parse::<i64>()
            {
                // The digits themselves are off by 1 at most.
                arn[RESOURCE] = format!("{before}/backup/{:014}-{random}", millis + later);
            }
        });
    })
}
