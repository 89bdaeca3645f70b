use super::Draft;
use crate::generate::plan::Plan;
use crate::generate::source::Source;
use crate::generate::time::{DAY, MILLI, SECOND, date_and_time, written};
use crate::model::{BackupDetails, Timestamp};

const SYSTEM_RETENTION: i128 = BackupDetails::SYSTEM_RETENTION_DAYS as i128 * DAY;

pub(super) fn backup_before_table(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let later = source.pick(&[MILLI, 1, SECOND, 400 * DAY]);
    let at = draft.plan.created + later;
    draft.table().table_creation_date_time = Some(written_off_by(source, draft, at, later));
}

/// Writes an instant that violates a rule by so many nanoseconds when it is compared with the backup's creation.
///
/// Strings are compared at the precision of their digits: where that is coarser than the violation, both are numbers.
fn written_off_by(source: &mut Source<'_, '_>, draft: &mut Draft, at: i128, off_by: i128) -> Timestamp {
    let at = written(source, at);
    match &mut draft.details().backup_creation_date_time {
        Some(created) if created.coarser_precision(at).as_nanos() > off_by.unsigned_abs() => {
            *created = created.to_epoch();
            at.to_epoch()
        }
        _ => at,
    }
}

/// Lets the backup expire that long after its creation, which violates a rule by so many nanoseconds.
fn expire(source: &mut Source<'_, '_>, draft: &mut Draft, after: i128, off_by: i128) {
    let at = draft.plan.created + after;
    draft.details().backup_expiry_date_time = Some(written_off_by(source, draft, at, off_by));
}

/// A backup of another type would violate the rule about its type's expiry too.
pub(super) fn expiry_before_creation(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let after = source.pick(&[0, -1, -MILLI, -DAY]);
    expire(source, draft, after, after);
}

pub(super) fn system_backup_expiry(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let off = source.pick(&[-DAY, DAY, -SECOND - 1, SECOND + 1, 1 - SYSTEM_RETENTION, 3615 * DAY]);
    expire(source, draft, SYSTEM_RETENTION + off, off.abs() - SECOND);
}

pub(super) fn system_backup_expiry_missing(_: &mut Source<'_, '_>, draft: &mut Draft) {
    draft.details().backup_expiry_date_time = None;
}

pub(super) fn user_backup_expiry(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let after = source.pick(&[SYSTEM_RETENTION, 1, MILLI]);
    expire(source, draft, after, i128::MAX);
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
