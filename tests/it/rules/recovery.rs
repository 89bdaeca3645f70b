//! Continuous backups and point-in-time recovery.

use super::document::{Document, document_of, made_of};
use dynamodb_backup_model::PointInTimeRecoverySpecification;
use serde_json::json;

const EARLIEST: &str = "recovery/EarliestRestorableDateTime";
const LATEST: &str = "recovery/LatestRestorableDateTime";
const STATUS: &str = "recovery/PointInTimeRecoveryStatus";

/// Point-in-time recovery is on, for a window of 35 days.
fn on() -> Document {
    document_of("DescribeContinuousBackupsOutput", "describe-continuous-backups/on")
}

fn off() -> Document {
    document_of("DescribeContinuousBackupsOutput", "describe-continuous-backups/off")
}

#[test]
fn an_output_has_a_continuous_backups_description() {
    for shape in ["DescribeContinuousBackupsOutput", "UpdateContinuousBackupsOutput"] {
        let expected = ["continuous-backups-description-missing@/ContinuousBackupsDescription"];
        made_of(shape, json!({})).violates(&expected);
        made_of(shape, json!({"ContinuousBackupsDescription": null})).violates(&expected);
    }
    on().set("/ContinuousBackupsDescription", json!({}))
        .violates(&["required-member-missing@/ContinuousBackupsDescription/ContinuousBackupsStatus"]);
}

#[test]
fn a_description_may_omit_point_in_time_recovery() {
    on().remove("recovery").violates_nothing();
    on().set("recovery", json!({})).violates_nothing();
}

#[test]
fn values_of_enums_are_known() {
    on().set(STATUS, "ENABLING").violates(&[format!("unknown-enum-value@{STATUS}")]);
    let status = "/ContinuousBackupsDescription/ContinuousBackupsStatus";
    on().set(status, "ENABLING").violates(&[format!("unknown-enum-value@{status}")]);
}

#[test]
fn a_recovery_period_is_within_its_range() {
    let reported = |days: i64| on().set("recovery/RecoveryPeriodInDays", days);
    let requested = |days: i64| {
        let specification = json!({"PointInTimeRecoveryEnabled": true, "RecoveryPeriodInDays": days});
        made_of(
            "UpdateContinuousBackupsInput",
            json!({"TableName": "Music", "PointInTimeRecoverySpecification": specification}),
        )
    };
    for within in [1, 7, 34, 35] {
        reported(within).violates_nothing();
        requested(within).violates_nothing();
    }
    for beyond in [0, -1, 36, i64::MIN, i64::MAX] {
        reported(beyond).violates(&["recovery-period-range@recovery/RecoveryPeriodInDays"]);
        requested(beyond).violates(&["recovery-period-range@/PointInTimeRecoverySpecification/RecoveryPeriodInDays"]);
    }
    on().remove("recovery/RecoveryPeriodInDays").violates_nothing();
    assert_eq!(PointInTimeRecoverySpecification::RECOVERY_PERIODS_IN_DAYS, 1..=35);
}

/// The latest restorable time is 2023-06-06T03:55:01.250Z.
#[test]
fn a_window_does_not_end_before_it_begins() {
    let earliest = |at: &str| on().set(EARLIEST, at);
    earliest("2023-06-06T03:55:01.249Z").violates_nothing();
    earliest("2023-06-06T03:55:01.250Z").violates_nothing();
    earliest("2023-06-06T05:55:01.250+02:00").violates_nothing();
    for at in ["2023-06-06T03:55:01.251Z", "2023-06-06T03:55:02.250Z", "2023-06-06T03:55:01.250-01:00"] {
        earliest(at).violates(&[format!("pitr-window-order@{EARLIEST}")]);
    }
}

#[test]
fn with_recovery_on_both_ends_of_the_window_are_present() {
    let missing = |path: &str| format!("pitr-window-missing@{path}");
    on().remove(EARLIEST).violates(&[missing(EARLIEST)]);
    on().remove(LATEST).violates(&[missing(LATEST)]);
    on().remove(LATEST).remove(EARLIEST).violates(&[missing(EARLIEST), missing(LATEST)]);
    // An unknown or absent status says nothing of the window.
    on().remove(LATEST).remove(STATUS).violates_nothing();
    on().remove(LATEST).set(STATUS, "ENABLING").violates(&[format!("unknown-enum-value@{STATUS}")]);
}

#[test]
fn with_recovery_off_neither_end_of_the_window_is_present() {
    let unexpected = |path: &str| format!("pitr-window-unexpected@{path}");
    off().violates_nothing();
    off().set(EARLIEST, 1_683_000_001).violates(&[unexpected(EARLIEST)]);
    off().set(LATEST, 1_683_000_001).violates(&[unexpected(LATEST)]);
    on().set(STATUS, "DISABLED").violates(&[unexpected(EARLIEST), unexpected(LATEST)]);
    on().set(STATUS, "DISABLED").remove(EARLIEST).remove(LATEST).violates_nothing();
}

#[test]
fn recovery_is_on_only_with_continuous_backups() {
    let status = "/ContinuousBackupsDescription/ContinuousBackupsStatus";
    on().set(status, "DISABLED").violates(&[format!("pitr-without-continuous-backups@{STATUS}")]);
    off().set(status, "DISABLED").violates_nothing();
    on().set(status, "ELSE").violates(&[format!("unknown-enum-value@{status}")]);
    on().remove(status).violates(&[format!("required-member-missing@{status}")]);
    on().remove(STATUS).set(status, "DISABLED").violates_nothing();
}
