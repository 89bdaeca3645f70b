//! Pages of `ListBackups`, and the inputs of the operations.

use super::document::{Document, document_of, made_of, page};
use dynamodb_backup_model::ListBackupsInput;
use serde_json::{Value, json};

#[test]
fn a_page_has_its_list_of_summaries() {
    document_of("ListBackupsOutput", "list-backups/empty").violates_nothing();
    page().violates_nothing();
    page().set("/BackupSummaries", json!([])).violates_nothing();
    page().remove("/LastEvaluatedBackupArn").violates_nothing();
    page().remove("/BackupSummaries").violates(&["backup-summaries-missing@/BackupSummaries"]);
    page().set("/BackupSummaries", json!(null)).violates(&["backup-summaries-missing@/BackupSummaries"]);
    made_of("ListBackupsOutput", json!({})).violates(&["backup-summaries-missing@/BackupSummaries"]);
}

#[test]
fn a_backup_appears_once_in_a_page() {
    let summary = |index: usize| page().get(&format!("/BackupSummaries/{index}")).clone();
    let later = |index: usize| format!("backup-summary-duplicate@/BackupSummaries/{index}/BackupArn");
    page().set("/BackupSummaries", vec![summary(0), summary(1), summary(0)]).violates(&[later(2)]);
    page().set("/BackupSummaries", vec![summary(1); 3]).violates(&[later(1), later(2)]);

    // Two backups can have the same name, and what has no ARN is nobody's duplicate.
    let of = |id: &str| {
        let mut other = summary(0);
        other["BackupArn"] = json!(format!("arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/{id}"));
        other
    };
    page().set("/BackupSummaries", vec![summary(0), of("01576616366715-b4e58d3b")]).violates_nothing();
    let mut without = summary(0);
    without["BackupArn"] = Value::Null;
    page()
        .set("/BackupSummaries", vec![without.clone(), without])
        .violates(&["summary-member-missing@summary/BackupArn", "summary-member-missing@/BackupSummaries/1/BackupArn"]);
}

#[test]
fn a_page_ends_and_begins_at_the_arn_of_a_backup() {
    const POINT: &str = "arn:aws:backup:us-west-2:123456789012:recovery-point:5e1b7c3a-94d2";
    let backup = page().get("summary/BackupArn").clone();
    let table = page().get("summary/TableArn").clone();
    let input = |arn: Value| made_of("ListBackupsInput", json!({"ExclusiveStartBackupArn": arn}));
    let output = |arn: Value| page().set("/LastEvaluatedBackupArn", arn);
    for (document, path) in [
        (&input as &dyn Fn(Value) -> Document, "/ExclusiveStartBackupArn"),
        (&output as &dyn Fn(Value) -> Document, "/LastEvaluatedBackupArn"),
    ] {
        document(backup.clone()).violates_nothing();
        document(POINT.into()).violates_nothing();
        document(table.clone()).violates(&[format!("backup-arn-format@{path}")]);
        document("x".into()).violates(&[format!("text-length@{path}"), format!("backup-arn-format@{path}")]);
        document("x".repeat(37).into()).violates(&[format!("backup-arn-format@{path}")]);
        document("x".repeat(1025).into())
            .violates(&[format!("text-length@{path}"), format!("backup-arn-format@{path}")]);
    }
}

fn listing(input: Value) -> Document {
    made_of("ListBackupsInput", input)
}

#[test]
fn the_input_of_list_backups_may_be_empty() {
    listing(json!({})).violates_nothing();
    listing(json!({"BackupType": "ALL"})).violates_nothing();
    listing(json!({"BackupType": "NONE"})).violates(&["unknown-enum-value@/BackupType"]);
}

#[test]
fn the_limit_of_a_page_is_within_its_range() {
    let limit = |limit: i64| listing(json!({"Limit": limit}));
    for within in [1, 2, 50, 99, 100] {
        limit(within).violates_nothing();
    }
    for beyond in [0, -1, 101, i64::MIN, i64::MAX] {
        limit(beyond).violates(&["list-limit-range@/Limit"]);
    }
    assert_eq!(ListBackupsInput::LIMITS, 1..=100);
}

#[test]
fn a_range_of_times_does_not_end_before_it_begins() {
    let range =
        |lower: Value, upper: Value| listing(json!({"TimeRangeLowerBound": lower, "TimeRangeUpperBound": upper}));
    range(json!(1_683_000_000), json!(1_683_000_000)).violates_nothing();
    range(json!(1_683_000_000), json!(1_683_000_000.001)).violates_nothing();
    range(json!(1_683_000_000), json!("2023-05-02T06:00:00+02:00")).violates_nothing();
    let order = ["time-range-order@/TimeRangeUpperBound"];
    range(json!(1_683_000_000), json!(1_682_999_999)).violates(&order);
    range(json!(1_683_000_000.001), json!(1_683_000_000)).violates(&order);
    range(json!("2023-05-02T04:00:00Z"), json!("2023-05-02T04:00:00+01:00")).violates(&order);
    listing(json!({"TimeRangeLowerBound": 1_683_000_000})).violates_nothing();
    listing(json!({"TimeRangeUpperBound": 0})).violates_nothing();
}

/// The inputs that name a table, each valid.
fn naming(table: &str) -> [Document; 4] {
    [
        made_of("CreateBackupInput", json!({"TableName": table, "BackupName": "nightly"})),
        listing(json!({"TableName": table})),
        made_of("DescribeContinuousBackupsInput", json!({"TableName": table})),
        made_of(
            "UpdateContinuousBackupsInput",
            json!({"TableName": table, "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}),
        ),
    ]
}

#[test]
fn an_input_names_a_table_by_its_name_or_its_arn() {
    for table in [
        "Music".to_owned(),
        "a.-".to_owned(),
        "a".repeat(255),
        "arn:aws:dynamodb:us-west-2:123456789012:table/Music".to_owned(),
        "arn:aws-cn:dynamodb:cn-north-1:123456789012:table/Kunden".to_owned(),
    ] {
        naming(&table).iter().for_each(Document::violates_nothing);
    }
    for table in [
        "my table".to_owned(),
        "ab".to_owned(),
        "a".repeat(256),
        "Music\n".to_owned(),
        "arn:aws:dynamodb:us-west-2:123456789012:table/".to_owned(),
        "arn:aws:dynamodb:us-west-2:123456789012:table/Music/index/by-year".to_owned(),
        "arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a".to_owned(),
        "arn:aws:dynamodb:us-west-2:12345678901:table/Music".to_owned(),
    ] {
        for document in naming(&table) {
            document.violates(&["table-name-or-arn@/TableName"]);
        }
    }
    for document in naming("") {
        document.violates(&["text-length@/TableName", "table-name-or-arn@/TableName"]);
    }
    for document in naming(&"a".repeat(1025)) {
        document.violates(&["text-length@/TableName", "table-name-or-arn@/TableName"]);
    }
}

#[test]
fn an_input_has_the_members_that_the_service_model_requires() {
    let missing = |path: &str| format!("required-member-missing@{path}");
    made_of("CreateBackupInput", json!({})).violates(&[missing("/TableName"), missing("/BackupName")]);
    made_of("DeleteBackupInput", json!({})).violates(&[missing("/BackupArn")]);
    made_of("DescribeContinuousBackupsInput", json!({})).violates(&[missing("/TableName")]);
    let specification = "/PointInTimeRecoverySpecification";
    made_of("UpdateContinuousBackupsInput", json!({})).violates(&[missing("/TableName"), missing(specification)]);
    let enabled = format!("{specification}/PointInTimeRecoveryEnabled");
    made_of("UpdateContinuousBackupsInput", json!({"TableName": "Music", "PointInTimeRecoverySpecification": {}}))
        .violates(&[missing(&enabled)]);
}

#[test]
fn the_name_for_a_new_backup_is_not_that_of_a_system_backup() {
    let named = |name: &str| made_of("CreateBackupInput", json!({"TableName": "Music", "BackupName": name}));
    named("a.-").violates_nothing();
    named(&"a".repeat(255)).violates_nothing();
    named("ab").violates(&["text-length@/BackupName"]);
    named(&"a".repeat(256)).violates(&["text-length@/BackupName"]);
    named("Music$DeletedTableBackup").violates(&["text-pattern@/BackupName"]);
}

#[test]
fn an_input_names_a_backup_by_its_arn() {
    let deleting = |arn: &str| made_of("DeleteBackupInput", json!({"BackupArn": arn}));
    let arn = page().get("summary/BackupArn").as_str().unwrap().to_owned();
    deleting(&arn).violates_nothing();
    deleting("arn:aws:backup:us-west-2:123456789012:recovery-point:5e1b7c3a-94d2").violates_nothing();
    deleting(&arn.replace("/backup/", "/index/")).violates(&["backup-arn-format@/BackupArn"]);
    deleting(&arn.replace("us-west-2", "cn-north-1")).violates(&["arn-region-partition@/BackupArn"]);
    deleting(&arn[..36]).violates(&["text-length@/BackupArn", "backup-arn-format@/BackupArn"]);
}
