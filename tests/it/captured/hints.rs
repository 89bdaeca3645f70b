//! What is said of a document that is not recognized.

use super::captured;
use dynamodb_backup_model::{Captured, Json, Validate, json};

#[track_caller]
fn hint(text: &str) -> String {
    let captured = captured(text);
    assert_eq!(captured.kind(), "unrecognized", "{text}");
    let hint = captured.hint().unwrap_or_else(|| panic!("no hint: {text}"));
    let report = captured.validate();
    let message = report.iter().next().unwrap().message();
    assert_eq!(message, format!("expected the output of an operation on backups, found {hint}"), "{text}");
    hint
}

#[test]
fn the_hint_names_the_other_operation() {
    for (text, words) in [
        (r#"{"Table":{"TableName":"Orders","TableStatus":"ACTIVE"}}"#, "DescribeTable"),
        (r#"{"TableDescription":{"TableName":"Orders"}}"#, "CreateTable"),
        (r#"{"TableDescription":{"RestoreSummary":{"RestoreInProgress":true}}}"#, "RestoreTableFromBackup"),
        (r#"{"TableNames":["Orders"]}"#, "ListTables"),
        (r#"{"ExportDescription":{}}"#, "DescribeExport"),
        (r#"{"ExportSummaries":[]}"#, "ListExports"),
        (r#"{"ImportTableDescription":{}}"#, "ImportTable"),
        (r#"{"ImportSummaryList":[]}"#, "ListImports"),
        (r#"{"TimeToLiveDescription":{}}"#, "DescribeTimeToLive"),
        (r#"{"TimeToLiveSpecification":{}}"#, "UpdateTimeToLive"),
        (r#"{"GlobalTableDescription":{}}"#, "DescribeGlobalTable"),
        (r#"{"GlobalTables":[]}"#, "ListGlobalTables"),
        (r#"{"Items":[],"Count":0,"ScannedCount":0}"#, "Scan or Query"),
        (r#"{"Item":{"Id":{"S":"x"}}}"#, "GetItem"),
        (r#"{"AccountMaxReadCapacityUnits":80000}"#, "DescribeLimits"),
        (r#"{"RecoveryPoints":[{"RecoveryPointArn":"x"}]}"#, "ListRecoveryPointsByBackupVault"),
        (r#"{"RecoveryPointArn":"x","BackupVaultName":"Default"}"#, "DescribeRecoveryPoint"),
        (r#"{"RecoveryPointArn":"x","BackupJobId":"y"}"#, "StartBackupJob"),
        (r#"{"BackupJobId":"y","State":"COMPLETED"}"#, "DescribeBackupJob"),
        (r#"{"BackupJobs":[]}"#, "ListBackupJobs"),
        (r#"{"RestoreJobs":[]}"#, "ListRestoreJobs"),
        (r#"{"BackupVaultList":[]}"#, "ListBackupVaults"),
        (r#"{"BackupPlansList":[]}"#, "ListBackupPlans"),
        (r#"{"BackupPlan":{}}"#, "GetBackupPlan"),
        (r#"{"Backups":[]}"#, "Amazon FSx"),
        (r#"{"DBSnapshots":[]}"#, "DescribeDBSnapshots"),
        (r#"{"Snapshots":[]}"#, "DescribeSnapshots"),
        (r#"{"AWSTemplateFormatVersion":"2010-09-09"}"#, "CloudFormation"),
        (r#"{"terraform_version":"1.9.0"}"#, "Terraform"),
        (r#"{"TargetTableName":"Orders2","BackupArn":"x"}"#, "the input of RestoreTableFromBackup"),
        (r#"{"TableName":"Orders","BackupName":"nightly"}"#, "the input of CreateBackup"),
        (r#"{"TableName":"Orders","PointInTimeRecoverySpecification":{}}"#, "the input of UpdateContinuousBackups"),
        (r#"{"BackupArn":"x"}"#, "the input of DescribeBackup"),
    ] {
        assert!(hint(text).contains(words), "{}: {text}", hint(text));
    }
}

#[test]
fn the_hint_names_a_bare_part() {
    for (text, words) in [
        (r#"{"BackupArn":"x","TableName":"Orders","BackupStatus":"AVAILABLE"}"#, "an element of BackupSummaries"),
        (r#"{"ContinuousBackupsStatus":"ENABLED"}"#, "ContinuousBackupsDescription"),
        (r#"{"PointInTimeRecoveryDescription":{}}"#, "ContinuousBackupsDescription"),
        (r#"{"TableName":"Orders","TableStatus":"ACTIVE","TableCreationDateTime":1}"#, "the member Table"),
        (r#"{"TableName":"Orders","TableCreationDateTime":1}"#, "SourceTableDetails"),
    ] {
        assert!(hint(text).contains(words), "{}: {text}", hint(text));
    }
}

#[test]
fn the_hint_mentions_members_in_another_case() {
    for text in [
        r#"{"backup_description":{"backup_details":{}}}"#,
        r#"{"backup_summaries":[],"last_evaluated_backup_arn":"x"}"#,
        r#"{"continuous_backups_description":{}}"#,
        r#"{"source_table_feature_details":{}}"#,
        r#"{"backup_arn":"x","backup_name":"y"}"#,
        r#"{"backup_size_bytes":7}"#,
    ] {
        assert!(hint(text).starts_with("members in snake_case, as Ruby and Terraform write them"), "{}", hint(text));
    }
    for text in [
        r#"{"backupDescription":{"backupDetails":{}}}"#,
        r#"{"backupSummaries":[]}"#,
        r#"{"sourceTableDetails":{},"sdkResponseMetadata":{}}"#,
        r#"{"backupDetails":null}"#,
        r#"{"backupCreationDateTime":1576616366715}"#,
    ] {
        assert!(hint(text).starts_with("members in camelCase, as the Java SDK"), "{}", hint(text));
    }
    let record =
        r#"{"eventName":"CreateBackup","requestParameters":{"backupArn":"x"},"responseElements":{"backupDetails":{}}}"#;
    assert!(hint(record).starts_with("members in camelCase at /responseElements, "), "{}", hint(record));
    for text in [r#"{"backup__arn":"x"}"#, r#"{"BACKUP_ARN":"x"}"#, r#"{"backup-arn":"x"}"#, r#"{"backup_Arn":""}"#] {
        assert_eq!(captured(text).hint(), None, "{text}");
    }
}

#[test]
fn the_hint_points_to_a_nested_document() {
    for (text, start) in [
        (r#"{"output":{"BackupDescription":{}}}"#, "the output of DescribeBackup at /output: "),
        (r#"{"a":{"b":[0,{"BackupSummaries":[]}]}}"#, "the output of ListBackups at /a/b/1: "),
        (r#"{"Backup":{"BackupDetails":{}},"n":1}"#, "the output of CreateBackup at /Backup: "),
        (r#"{"result":{"SourceTableDetails":{}}}"#, "a BackupDescription at /result: "),
        (r#"{"a/b~c":{"ContinuousBackupsDescription":{}}}"#, "the output of DescribeContinuousBackups at /a~1b~0c: "),
        (r#"{"":{"BackupArn":"","BackupName":""}}"#, "a backup's details at /: "),
        // A document comes before another case, that before another operation, and that before an error.
        (r#"{"Table":{},"a":{"b":{"c":{"BackupDetails":{}}}}}"#, "the output of CreateBackup at /a/b/c: "),
        (r#"{"backup_arn":"x","a":{"b":{"backupDetails":{}}}}"#, "members in camelCase at /a/b, "),
        (r#"{"error":{"__type":"x"},"a":{"b":{"Table":{}}}}"#, "the output of DescribeTable at /a/b"),
        (r#"{"a":{"__type":"x"},"b":{"c":{"Table":{}}}}"#, "the output of DescribeTable at /b/c"),
        (r#"{"error":{"__type":"x#BackupNotFoundException"}}"#, "an error response at /error: "),
        (r#"{"raised":{"Error":{"Code":"BackupNotFoundException"}}}"#, "an error response at /raised: "),
        // The outermost one, then the first.
        (r#"{"a":{"b":{"BackupDetails":{}}},"z":{"BackupDescription":{}}}"#, "the output of DescribeBackup at /z: "),
        (r#"{"x":{"BackupDetails":{}},"y":{"BackupDescription":{}}}"#, "the output of CreateBackup at /x: "),
        (r#"{"b":{"BackupDescription":{"SourceTableDetails":{}}}}"#, "the output of DescribeBackup at /b: "),
    ] {
        assert!(hint(text).starts_with(start), "{}: {text}", hint(text));
    }
}

#[test]
fn the_hint_points_to_a_document_in_a_string() {
    let body = r#"{"statusCode":200,"body":" {\"BackupDescription\":{}}"}"#;
    assert_eq!(hint(body), "a string at /body that holds the JSON of a document: decode it first");
    let whole = r#""{\"BackupSummaries\":[]}""#;
    assert_eq!(hint(whole), "a string that holds the JSON of a document: decode it first");
    for text in [r#"{"body":"see BackupDescription"}"#, r#"{"body":"{}"}"#, r#""""#] {
        assert_eq!(captured(text).hint(), None, "{text}");
    }
}

#[test]
fn the_hint_for_a_list_says_to_split_it() {
    for text in ["[]", r#"[{"BackupDescription":{}}]"#, "[1,[2]]"] {
        assert!(hint(text).contains("`json::documents`"), "{text}");
    }
}

#[test]
fn without_a_hint_the_message_lists_what_was_expected() {
    for (text, found) in [
        ("{}", "an object without members"),
        (r#"{"a":{"b":[]}}"#, "none of them"),
        ("null", "null"),
        ("false", "a boolean"),
        ("1.5", "a number"),
        (r#""x""#, "a string"),
    ] {
        let captured = captured(text);
        assert_eq!(captured.hint(), None, "{text}");
        let report = captured.validate();
        let message = report.iter().next().unwrap().message();
        for member in ["BackupDescription", "BackupSummaries", "BackupDetails", "BackupArn", "error"] {
            assert!(message.contains(member), "{message}");
        }
        assert!(message.ends_with(&format!(", found {found}")), "{message}");
    }
}

#[test]
fn a_recognized_document_has_no_hint() {
    for text in [
        r#"{"BackupDescription":{},"Table":{}}"#,
        r#"{"BackupDetails":{},"output":{"BackupDescription":{}}}"#,
        r#"{"BackupSummaries":[],"backup_arn":""}"#,
        r#"{"ContinuousBackupsDescription":{},"RecoveryPoints":[]}"#,
        r#"{"SourceTableDetails":{},"TableNames":[]}"#,
        r#"{"BackupArn":"","BackupStatus":"","x":[]}"#,
        r#"{"__type":"x","Table":{}}"#,
    ] {
        assert_ne!(captured(text).kind(), "unrecognized", "{text}");
        assert_eq!(captured(text).hint(), None, "{text}");
    }
}

/// Deeper than any document that can be read.
#[test]
fn a_hint_for_a_deep_value_takes_linear_time() {
    let mut value: Json = json::from_str(r#"{"BackupDescription":{}}"#).unwrap();
    for level in 0..2_000 {
        let name = if level % 2 == 0 { "message" } else { "backup_arn" };
        value = Json::Object([(name, value)].into_iter().collect());
    }
    let hint = Captured::Unrecognized(value).hint().unwrap();
    assert!(hint.starts_with("members in snake_case, "), "{hint}");
}
