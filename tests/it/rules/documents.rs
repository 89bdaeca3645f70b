//! The wire format of timestamps, and the outputs that hold the same structures as `DescribeBackup`'s.

use super::document::{Document, document_of, made_of, music, page};
use serde_json::{Value, json};

/// As in the body of a response.
fn on_the_wire(document: Document) -> Document {
    document.limits(|limits| limits.wire_timestamps = true)
}

/// Each timestamp of a few documents, which are all valid.
fn timestamps() -> Vec<(Document, &'static str)> {
    let at = |shape: &str, name: &str| document_of(shape, name);
    vec![
        (music(), "backup/BackupCreationDateTime"),
        (music(), "table/TableCreationDateTime"),
        (page(), "summary/BackupCreationDateTime"),
        (page(), "/BackupSummaries/1/BackupExpiryDateTime"),
        (at("CreateBackupOutput", "create-backup/creating"), "/BackupDetails/BackupCreationDateTime"),
        (
            at("DescribeContinuousBackupsOutput", "describe-continuous-backups/on"),
            "recovery/EarliestRestorableDateTime",
        ),
        (made_of("ListBackupsInput", json!({"TimeRangeLowerBound": 1})), "/TimeRangeLowerBound"),
    ]
}

/// The timestamp at the path, that many nanoseconds later.
fn later(document: &Document, path: &str, nanos: u32) -> Value {
    let seconds = document.get(path).as_f64().unwrap();
    let text = format!("{seconds:.3}{nanos:06}");
    serde_json::from_str(&text).unwrap()
}

/// The same instant as a string.
fn as_string(document: &Document, path: &str) -> String {
    let number = document.get(path).to_string();
    let timestamp = dynamodb_backup_model::Timestamp::from_epoch_text(&number).unwrap();
    let at = timestamp.to_offset_date_time();
    let (date, time) = (at.date(), at.time());
    let (hour, minute, second, milli) = time.as_hms_milli();
    format!("{date}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z")
}

#[test]
fn a_timestamp_on_the_wire_is_a_number() {
    for (document, path) in timestamps() {
        on_the_wire(document.clone()).violates_nothing();
        let text = document.clone().set(path, as_string(&document, path));
        text.violates_nothing();
        on_the_wire(text).violates(&[format!("timestamp-not-epoch@{path}")]);
    }
}

#[test]
fn a_timestamp_on_the_wire_has_at_most_three_digits_of_a_fraction() {
    for (document, path) in timestamps() {
        let finer = document.clone().set(path, later(&document, path, 1_000));
        finer.violates_nothing();
        on_the_wire(finer).violates(&[format!("timestamp-finer-than-milliseconds@{path}")]);
    }
    let lower = |number: &str| {
        let value: Value = serde_json::from_str(number).unwrap();
        on_the_wire(made_of("ListBackupsInput", json!({ "TimeRangeLowerBound": value })))
    };
    for number in ["0", "-1", "1.5", "0.001", "-0.001", "1.576616366715E9"] {
        lower(number).violates_nothing();
    }
    for number in ["0.0001", "-0.0001", "1.0005"] {
        lower(number).violates(&["timestamp-finer-than-milliseconds@/TimeRangeLowerBound"]);
    }
}

/// A string is refused for what it is, whatever its precision.
#[test]
fn a_string_timestamp_is_not_checked_for_its_digits() {
    let document = music().set("backup/BackupCreationDateTime", "2019-12-17T20:59:26.7150001Z");
    on_the_wire(document).violates(&["timestamp-not-epoch@backup/BackupCreationDateTime"]);
}

#[test]
fn the_output_of_create_backup_has_its_details() {
    let expected = ["backup-details-missing@/BackupDetails"];
    made_of("CreateBackupOutput", json!({})).violates(&expected);
    made_of("CreateBackupOutput", json!({"BackupDetails": null})).violates(&expected);
    let creating = document_of("CreateBackupOutput", "create-backup/creating");
    creating
        .clone()
        .set("/BackupDetails/BackupSizeBytes", -1)
        .violates(&["size-negative@/BackupDetails/BackupSizeBytes"]);
    creating.remove("/BackupDetails/BackupName").violates(&["required-member-missing@/BackupDetails/BackupName"]);
}

#[test]
fn the_output_of_delete_backup_is_validated_by_the_rules_of_describe_backup() {
    made_of("DeleteBackupOutput", json!({})).violates(&["backup-description-missing@/BackupDescription"]);
    let deleted = document_of("DeleteBackupOutput", "delete-backup/deleted");
    deleted.clone().remove("backup").violates(&["backup-details-missing@backup"]);
    deleted.clone().remove("table/TableArn").violates(&["table-arn-missing@table/TableArn"]);
    deleted
        .set("table/TableCreationDateTime", json!(1_683_000_001))
        .violates(&["backup-before-table@backup/BackupCreationDateTime"]);
}
