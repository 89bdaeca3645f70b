use super::{Breach, Parts};
use crate::generate::source::Source;
use crate::generate::time::{DAY, MILLI, SECOND, written};
use crate::generate::valid::Plan;
use crate::model::{BackupType, Timestamp};

fn created(parts: &mut Parts<'_>) -> i128 {
    parts.details().backup_creation_date_time.map(Timestamp::unix_nanos).unwrap_or_default()
}

fn system(_: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.backup_type = BackupType::System;
    plan.recovery_point = false;
}

pub(super) fn backup_before_table() -> Breach {
    Breach::of_any(|source, parts| {
        let at = created(parts) + source.pick(&[MILLI, 1, SECOND, 400 * DAY]);
        parts.table().table_creation_date_time = Some(written(source, at));
    })
}

/// A backup of another type would break the rule about its type's expiry too.
pub(super) fn expiry_before_creation() -> Breach {
    Breach::new(
        |_, plan| plan.backup_type = BackupType::AwsBackup,
        |source, parts| {
            let at = created(parts) - source.pick(&[0, 1, MILLI, DAY]);
            parts.details().backup_expiry_date_time = Some(written(source, at));
        },
    )
}

pub(super) fn system_backup_expiry() -> Breach {
    Breach::new(system, |source, parts| {
        let kept = source.pick(&[34 * DAY, 36 * DAY, 35 * DAY - SECOND - 1, 35 * DAY + SECOND + 1, 1, 3650 * DAY]);
        let at = created(parts) + kept;
        parts.details().backup_expiry_date_time = Some(written(source, at));
    })
}

pub(super) fn system_backup_expiry_missing() -> Breach {
    Breach::new(system, |_, parts| parts.details().backup_expiry_date_time = None)
}

pub(super) fn user_backup_expiry() -> Breach {
    Breach::new(
        |_, plan| {
            plan.backup_type = BackupType::User;
            plan.recovery_point = false;
        },
        |source, parts| {
            let at = created(parts) + source.pick(&[35 * DAY, 1, MILLI]);
            parts.details().backup_expiry_date_time = Some(written(source, at));
        },
    )
}
