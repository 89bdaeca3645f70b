//! Captured documents: the kind of each, and the violation of one that is not recognized.

mod decision;
mod errors;
mod formats;
mod forms;
mod hints;
mod locations;
mod properties;

use crate::exact::assert_same;
use dynamodb_backup_model::{Captured, Validate, json};
use std::fs;

/// Reads a document and checks that it round-trips.
#[track_caller]
fn captured(text: &str) -> Captured {
    let captured: Captured = json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let (plain, wire) = (serde_json::to_string(&captured).unwrap(), json::to_wire_string(&captured));
    assert_same(&plain, text);
    assert_same(&wire, text);
    assert_eq!(json::from_str::<Captured>(&plain).unwrap(), captured, "{text}");
    assert_eq!(json::to_wire_string(&json::from_str::<Captured>(&wire).unwrap()), wire, "{text}");
    captured
}

#[track_caller]
fn is(kind: &str, text: &str) {
    assert_eq!(captured(text).kind(), kind, "{text}");
}

const ARN: &str = "arn:aws:dynamodb:eu-central-1:210987654321:table/Orders/backup/01609459200123-0a1b2c3d";

#[test]
fn outputs_of_describe_backup_and_delete_backup_are_recognized() {
    is("DescribeBackup", r#"{"BackupDescription":{"BackupDetails":{"BackupStatus":"DELETED"}}}"#);
    is("DescribeBackup", r#"{"ResponseMetadata":{"HTTPStatusCode":200},"BackupDescription":{}}"#);
    is("DescribeBackup", r#"{"$metadata":{"httpStatusCode":200},"BackupDescription":{"SourceTableDetails":{}}}"#);
    is("DescribeBackup", r#"{"BackupDescription":null,"ResultMetadata":{}}"#);
    is("DescribeBackup", r#"{"BackupDescription":{"Colour":[1,{"a":1e300}]},"@metadata":{"statusCode":200}}"#);
}

#[test]
fn outputs_of_create_backup_are_recognized() {
    is("CreateBackup", &format!(r#"{{"BackupDetails":{{"BackupArn":"{ARN}","BackupStatus":"CREATING"}}}}"#));
    is("CreateBackup", r#"{"BackupDetails":{},"ResponseMetadata":{"RetryAttempts":0}}"#);
    is("CreateBackup", r#"{"BackupDetails":{"BackupCreationDateTime":"2021-01-01T00:00:00.123000+00:00"}}"#);
    is("CreateBackup", r#"{"$metadata":{},"BackupDetails":null}"#);
}

#[test]
fn outputs_of_list_backups_are_recognized() {
    is("ListBackups", &format!(r#"{{"BackupSummaries":[{{"TableName":"Orders","BackupArn":"{ARN}"}}]}}"#));
    is("ListBackups", &format!(r#"{{"LastEvaluatedBackupArn":"{ARN}","BackupSummaries":[]}}"#));
    is("ListBackups", r#"{"ResponseMetadata":{},"BackupSummaries":[{"BackupSizeBytes":0,"Unknown":""},{}]}"#);
    is("ListBackups", r#"{"BackupSummaries":null,"NextToken":"x"}"#);
}

#[test]
fn outputs_of_continuous_backups_operations_are_recognized() {
    let pitr = r#"{"PointInTimeRecoveryStatus":"ENABLED","LatestRestorableDateTime":1609459200.5}"#;
    is(
        "ContinuousBackups",
        &format!(r#"{{"ContinuousBackupsDescription":{{"PointInTimeRecoveryDescription":{pitr}}}}}"#),
    );
    is("ContinuousBackups", r#"{"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"DISABLED"},"x":{}}"#);
    is("ContinuousBackups", r#"{"ContinuousBackupsDescription":{}}"#);
    is("ContinuousBackups", r#"{"ContinuousBackupsDescription":null}"#);
}

#[test]
fn a_bare_description_is_recognized() {
    is("BackupDescription", r#"{"SourceTableDetails":{"TableName":"Orders"}}"#);
    is("BackupDescription", r#"{"SourceTableFeatureDetails":{},"BackupDetails":{"BackupType":"SYSTEM"}}"#);
    is("BackupDescription", r#"{"BackupDetails":{},"SourceTableDetails":{},"SourceTableFeatureDetails":{},"x":0}"#);
    is("BackupDescription", r#"{"SourceTableFeatureDetails":null}"#);
}

#[test]
fn bare_details_are_recognized() {
    is("BackupDetails", &format!(r#"{{"BackupArn":"{ARN}","BackupName":"weekly"}}"#));
    is("BackupDetails", &format!(r#"{{"BackupStatus":"AVAILABLE","BackupSizeBytes":7,"BackupArn":"{ARN}"}}"#));
    is("BackupDetails", r#"{"BackupName":"x","BackupExpiryDateTime":1.60945920025E9,"BackupArn":"","Tags":[]}"#);
    is("BackupDetails", r#"{"BackupArn":null,"BackupStatus":null}"#);
}

#[test]
fn anything_else_is_unrecognized() {
    for text in [
        "null",
        "true",
        "-0.0",
        "18446744073709551615",
        "1e-7",
        r#""BackupDescription""#,
        "[]",
        "{}",
        "[{},[[]]]",
        r#"[{"BackupDescription":{}}]"#,
        r#"{"backupDescription":{}}"#,
        r#"{"BackupArn":"x"}"#,
        r#"{"BackupStatus":"AVAILABLE","BackupName":"nightly","BackupType":"USER"}"#,
        r#"{"TableName":"Orders","BackupArn":"x","BackupStatus":"AVAILABLE"}"#,
        r#"{"BackupDescription ":{},"":1}"#,
        r#"{"a":{"b":[null,0.1,1e22,-9223372036854775808,{"c":"\ud83d\ude00\u0000"}]}}"#,
    ] {
        is("unrecognized", text);
        let report = captured(text).validate();
        let [violation] = report.iter().collect::<Vec<_>>()[..] else { panic!("{report:?}") };
        assert_eq!((violation.rule().id(), violation.path().as_str()), ("document-unrecognized", ""), "{text}");
        assert!(!report.is_valid());
    }
}

/// The rules are those of the document's kind, and paths start at the document.
#[test]
fn a_recognized_document_is_validated_by_its_kind() {
    let violations = |text: &str| {
        let report = captured(text).validate();
        report.iter().map(|violation| format!("{} {}", violation.rule(), violation.path())).collect::<Vec<_>>()
    };
    assert_eq!(violations(r#"{"BackupDescription":null}"#), ["backup-description-missing /BackupDescription"]);
    assert_eq!(violations(r#"{"BackupDetails":null}"#), ["backup-details-missing /BackupDetails"]);
    assert_eq!(violations(r#"{"BackupSummaries":null}"#), ["backup-summaries-missing /BackupSummaries"]);
    assert_eq!(
        violations(r#"{"ContinuousBackupsDescription":null}"#),
        ["continuous-backups-description-missing /ContinuousBackupsDescription"]
    );
    assert_eq!(
        violations(r#"{"SourceTableFeatureDetails":{}}"#),
        ["backup-details-missing /BackupDetails", "source-table-details-missing /SourceTableDetails"]
    );
    let details = format!(r#"{{"BackupArn":"{ARN}","BackupStatus":"AVAILABLE","BackupType":"USER","BackupName":"x"}}"#);
    assert_eq!(violations(&details), ["text-length /BackupName", "required-member-missing /BackupCreationDateTime"]);
    assert_eq!(violations(r#"{"__type":"x#Y"}"#), [""; 0]);

    // A bare description is validated with its table, as inside an output.
    let size = r#"{"BackupDetails":{"BackupSizeBytes":-1},"SourceTableDetails":{"ItemCount":-1,"BillingMode":"PAY_PER_REQUEST","ProvisionedThroughput":{"ReadCapacityUnits":5}}}"#;
    let wrapped = violations(&format!(r#"{{"BackupDescription":{size}}}"#));
    let bare: Vec<_> = violations(size).iter().map(|line| line.replace(" /", " /BackupDescription/")).collect();
    assert!(wrapped.len() > 5, "{wrapped:?}");
    assert_eq!(bare, wrapped);
}

#[test]
fn digits_beyond_a_double_are_kept_in_every_kind() {
    const TIME: &str = "1609459200.123456789";
    for text in [
        format!(r#"{{"BackupDescription":{{"BackupDetails":{{"BackupCreationDateTime":{TIME}}}}}}}"#),
        format!(r#"{{"BackupDetails":{{"BackupCreationDateTime":{TIME}}}}}"#),
        format!(r#"{{"BackupSummaries":[{{"BackupCreationDateTime":{TIME}}}]}}"#),
        format!(
            r#"{{"ContinuousBackupsDescription":{{"PointInTimeRecoveryDescription":{{"EarliestRestorableDateTime":{TIME}}}}}}}"#
        ),
        format!(r#"{{"BackupDetails":{{"BackupCreationDateTime":{TIME}}},"SourceTableDetails":{{}}}}"#),
        format!(r#"{{"BackupCreationDateTime":{TIME},"BackupArn":"","BackupName":""}}"#),
    ] {
        let read: Captured = json::from_str(&text).unwrap();
        assert!(serde_json::to_string(&read).unwrap().contains(TIME), "{text}");
        assert_ne!(read.kind(), "unrecognized");
    }
}

/// Rules that compare sections ask the whole document.
#[test]
fn a_captured_document_violates_the_rules_that_its_value_violates() {
    let mut count = 0;
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/invalid")).unwrap() {
        let captured = captured(&fs::read_to_string(entry.unwrap().path()).unwrap());
        let report = captured.validate();
        let Captured::DescribeBackup(output) = captured else { continue };
        assert_eq!(report, output.validate());
        let Some(description) = output.backup_description else { continue };
        assert_eq!(Captured::BackupDescription(description.clone()).validate(), description.validate());
        count += 1;
    }
    assert!(count > 50, "{count}");
}
