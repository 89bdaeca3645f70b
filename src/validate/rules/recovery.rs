//! Continuous backups and point-in-time recovery.

use crate::model::{
    ContinuousBackupsDescription, ContinuousBackupsStatus, PointInTimeRecoveryDescription,
    PointInTimeRecoverySpecification, PointInTimeRecoveryStatus,
};
use crate::validate::{Check, Path, Row, Rule};

#[inline]
pub(crate) fn recovery_period_range(check: &mut Check<'_>, at: &Path<'_>, row: &'static Row, days: Option<i64>) {
    let allowed = PointInTimeRecoverySpecification::RECOVERY_PERIODS_IN_DAYS;
    if let Some(found) = days.filter(|days| !allowed.contains(days)) {
        check.report(
            Rule::RecoveryPeriodRange,
            &at.member(row),
            format_args!("expected {} to {} days, found {found}", allowed.start(), allowed.end()),
        );
    }
}

#[inline]
pub(crate) fn pitr_window_order(check: &mut Check<'_>, at: &Path<'_>, recovery: &PointInTimeRecoveryDescription) {
    if let (Some(earliest), Some(latest)) =
        (recovery.earliest_restorable_date_time, recovery.latest_restorable_date_time)
        && earliest.is_surely_after(latest)
    {
        check.report(
            Rule::PitrWindowOrder,
            &at.member(PointInTimeRecoveryDescription::earliest_restorable_date_time),
            format_args!(
                "expected a time not after the latest restorable one, {}, found {}",
                latest.rfc3339(),
                earliest.rfc3339()
            ),
        );
    }
}

/// Both ends of the window, each with its row and whether it is present.
#[inline]
fn ends(recovery: &PointInTimeRecoveryDescription) -> [(&'static Row, bool); 2] {
    type Recovery = PointInTimeRecoveryDescription;
    [
        (Recovery::earliest_restorable_date_time, recovery.earliest_restorable_date_time.is_some()),
        (Recovery::latest_restorable_date_time, recovery.latest_restorable_date_time.is_some()),
    ]
}

#[inline]
pub(crate) fn pitr_window_missing(check: &mut Check<'_>, at: &Path<'_>, recovery: &PointInTimeRecoveryDescription) {
    if matches!(recovery.point_in_time_recovery_status, Some(PointInTimeRecoveryStatus::Enabled)) {
        for (row, _) in ends(recovery).into_iter().filter(|(_, is_present)| !is_present) {
            check.report(
                Rule::PitrWindowMissing,
                &at.member(row),
                format_args!("expected the member {} with ENABLED, found none", row.name),
            );
        }
    }
}

#[inline]
pub(crate) fn pitr_window_unexpected(check: &mut Check<'_>, at: &Path<'_>, recovery: &PointInTimeRecoveryDescription) {
    if matches!(recovery.point_in_time_recovery_status, Some(PointInTimeRecoveryStatus::Disabled)) {
        for (row, _) in ends(recovery).into_iter().filter(|(_, is_present)| *is_present) {
            check.report(
                Rule::PitrWindowUnexpected,
                &at.member(row),
                format_args!("expected no {} with DISABLED", row.name),
            );
        }
    }
}

#[inline]
pub(crate) fn pitr_without_continuous_backups(
    check: &mut Check<'_>,
    at: &Path<'_>,
    description: &ContinuousBackupsDescription,
) {
    let recovery = description.point_in_time_recovery_description.as_ref();
    let status = recovery.and_then(|recovery| recovery.point_in_time_recovery_status.as_ref());
    if matches!(status, Some(PointInTimeRecoveryStatus::Enabled))
        && matches!(description.continuous_backups_status, Some(ContinuousBackupsStatus::Disabled))
    {
        check.report(
            Rule::PitrWithoutContinuousBackups,
            &at.member(ContinuousBackupsDescription::point_in_time_recovery_description)
                .member(PointInTimeRecoveryDescription::point_in_time_recovery_status),
            format_args!("expected DISABLED with ContinuousBackupsStatus DISABLED, found ENABLED"),
        );
    }
}
