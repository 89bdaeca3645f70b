use super::Draft;
use crate::generate::plan::Plan;
use crate::generate::source::Source;
use crate::generate::time::{DAY, MILLI, SECOND, date_and_time, written};
use crate::model::{BackupDetails, Timestamp};

const SYSTEM_RETENTION: i128 = BackupDetails::SYSTEM_RETENTION_DAYS * DAY;

pub(super) fn backup_before_table(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let at = draft.plan.created + source.pick(&[MILLI, 1, SECOND, 400 * DAY]);
    draft.table().table_creation_date_time = Some(written(source, at));
}

/// Lets the backup expire that long after its creation.
fn expire(source: &mut Source<'_, '_>, draft: &mut Draft, after: i128) {
    let at = draft.plan.created + after;
    draft.details().backup_expiry_date_time = Some(written(source, at));
}

/// A backup of another type would violate the rule about its type's expiry too.
pub(super) fn expiry_before_creation(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let after = source.pick(&[0, -1, -MILLI, -DAY]);
    expire(source, draft, after);
}

pub(super) fn system_backup_expiry(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let off = source.pick(&[-DAY, DAY, -SECOND - 1, SECOND + 1, 1 - SYSTEM_RETENTION, 3650 * DAY]);
    expire(source, draft, SYSTEM_RETENTION + off);
}

pub(super) fn system_backup_expiry_missing(_: &mut Source<'_, '_>, draft: &mut Draft) {
    draft.details().backup_expiry_date_time = None;
}

pub(super) fn user_backup_expiry(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let after = source.pick(&[SYSTEM_RETENTION, 1, MILLI]);
    expire(source, draft, after);
}

pub(super) fn timestamp_not_epoch(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let timestamp = draft.one::<Timestamp>(source);
    if let Some(text) = date_and_time(source, timestamp.unix_nanos()) {
        *timestamp = text;
    }
}

/// All times of the backup and its table depend on the time of its creation.
pub(super) fn timestamp_finer_than_milliseconds(source: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.created += source.pick(&[1, 1_000, MILLI - 1, 500_000]);
}
