//! ARNs and what they share with names and with each other.

use super::document::{Document, gone, ledger, music, papers};
use serde_json::json;

const TABLE_ARN: &str = "table/TableArn";
const BACKUP_ARN: &str = "backup/BackupArn";

#[test]
fn a_table_has_an_arn() {
    music().remove(TABLE_ARN).violates(&["table-arn-missing@table/TableArn"]);
    papers().set(TABLE_ARN, json!(null)).violates(&["table-arn-missing@table/TableArn"]);
}

/// All that names partition and region, moved elsewhere.
fn moved(partition: &str, region: &str) -> Document {
    music().replace("arn:aws:", &format!("arn:{partition}:")).replace("us-west-2", region)
}

/// Which regions are of which partition.
#[test]
fn a_region_belongs_to_its_partition() {
    for (partition, region) in [
        ("aws", "us-east-1"),
        ("aws", "eu-central-1"),
        ("aws", "mx-central-1"),
        ("aws", "us-isolated-1"),
        ("aws", "china-1"),
        ("aws", "x"),
        ("aws-cn", "cn-north-1"),
        ("aws-us-gov", "us-gov-west-1"),
        ("aws-eusc", "eusc-de-east-1"),
        ("aws-iso", "us-iso-east-1"),
        ("aws-iso-b", "us-isob-east-1"),
        ("aws-iso-e", "eu-isoe-west-1"),
        ("aws-iso-f", "us-isof-south-1"),
        ("aws-iso-f", "eu-isof-south-1"),
    ] {
        moved(partition, region).violates_nothing();
        let elsewhere = ["arn-region-partition@backup/BackupArn", "arn-region-partition@table/TableArn"];
        moved("aws-new", region).violates(&elsewhere);
        moved(if partition == "aws" { "aws-cn" } else { "aws" }, region).violates(&elsewhere);
    }
    moved("aws-iso", "us-isob-east-1")
        .violates(&["arn-region-partition@backup/BackupArn", "arn-region-partition@table/TableArn"]);
    ledger()
        .replace("arn:aws:", "arn:aws-cn:")
        .violates(&["arn-region-partition@backup/BackupArn", "arn-region-partition@table/TableArn"]);
}

/// Invalid values for the parts that ARNs of tables and backups share: each replaces a valid one.
const INVALID_PARTS: [(&str, &str); 31] = [
    ("arn:aws:", "ARN:aws:"),
    ("arn:aws:", "xarn:aws:"),
    ("arn:aws:", " arn:aws:"),
    ("arn:aws:", "aws:"),
    ("arn:aws:", ":aws:"),
    ("arn:aws:", "arn::"),
    ("arn:aws:", "arn:aw:"),
    ("arn:aws:", "arn:AWS:"),
    ("arn:aws:", "arn:aws-:"),
    ("arn:aws:", "arn:awscn:"),
    ("arn:aws:", "arn:aws_cn:"),
    ("arn:aws:", "arn:aws-CN:"),
    ("arn:aws:", "arn:aws-é:"),
    ("arn:aws:", "arn:xaws:"),
    (":dynamodb:", ":dynamo:"),
    (":dynamodb:", ":DynamoDB:"),
    (":dynamodb:", "::"),
    (":dynamodb:", ":dynamodbx:"),
    (":dynamodb:", ":dynamodb::"),
    (":us-west-2:", "::"),
    (":us-west-2:", ":US-WEST-2:"),
    (":us-west-2:", ":us_west_2:"),
    (":us-west-2:", ":us west 2:"),
    (":us-west-2:", ":us-wést-2:"),
    (":123456789012:", ":12345678901:"),
    (":123456789012:", ":1234567890123:"),
    (":123456789012:", ":12345678901x:"),
    (":123456789012:", ":１23456789012:"),
    (":123456789012:", "::"),
    (":table/", ":Table/"),
    (":table/", ":"),
];

#[track_caller]
fn has_its_form(path: &str, rule: &str, more: &[(&str, &str)]) {
    let arn = music().get(path).as_str().unwrap().to_owned();
    for (right, wrong) in INVALID_PARTS.iter().chain(more) {
        assert!(arn.contains(right), "{right} is not there");
        let edited = music().set(path, arn.replace(right, wrong));
        edited.violates(&[format!("{rule}@{path}")]);
    }
    music().set(path, format!("{arn}\n")).violates(&[format!("{rule}@{path}")]);
}

#[test]
fn a_table_arn_has_its_form() {
    has_its_form(
        TABLE_ARN,
        "table-arn-format",
        &[
            ("table/Music", "table/"),
            ("table/Music", "table"),
            ("table/Music", "table/Music/"),
            ("table/Music", "table/Music/stream/2019-12-17T20:59:26.715"),
            ("table/Music", "table/Music/backup/01576616366715-b4e58d3a"),
            ("table/Music", "table/Mu sic"),
            ("table/Music", "table/Mu:sic"),
            ("table/Music", "table/Mü"),
            ("table/Music", "index/Music"),
            (":table/Music", ""),
        ],
    );
}

#[test]
fn a_backup_arn_has_its_form() {
    has_its_form(
        BACKUP_ARN,
        "backup-arn-format",
        &[
            ("/backup/01576616366715-b4e58d3a", ""),
            ("/backup/01576616366715-b4e58d3a", "/backup"),
            ("/backup/01576616366715-b4e58d3a", "/backup/"),
            ("/backup/", "/Backup/"),
            ("/backup/", "/stream/"),
            ("/backup/", "/backup/x/backup/"),
            ("/backup/", "/backup//"),
            ("-b4e58d3a", "-b4e58d3a/"),
            ("-b4e58d3a", "-b4e58d3a:"),
            ("-b4e58d3a", "-b4 58d3a"),
            ("-b4e58d3a", "-é"),
            ("table/Music/", "table//"),
            ("table/Music/", "table/Mu sic/"),
            ("table/Music/", "table/Music/index/by-year/"),
        ],
    );
}

const RECOVERY_POINT: &str = "arn:aws:backup:us-west-2:123456789012:recovery-point:5e1b7c3a-94d2";

#[test]
fn only_an_aws_backup_has_the_arn_of_a_recovery_point() {
    let with = |document: Document| document.set(BACKUP_ARN, RECOVERY_POINT);
    let typed = |backup_type: &str| music().set("backup/BackupType", backup_type);
    with(typed("AWS_BACKUP")).violates_nothing();
    with(typed("USER")).violates(&["backup-arn-format@backup/BackupArn"]);
    with(gone()).violates(&["backup-arn-format@backup/BackupArn"]);
    // The creator of a backup of unknown type is unknown.
    with(typed("NEW")).violates(&["unknown-enum-value@backup/BackupType"]);
    with(music()).remove("backup/BackupType").violates(&["backup-type-missing@backup/BackupType"]);
    // DynamoDB's own form is right for an AWS_BACKUP backup too.
    typed("AWS_BACKUP").violates_nothing();

    let aws_backup = |arn: &str| typed("AWS_BACKUP").set(BACKUP_ARN, arn);
    // Another account, partition and region, and an id of no form: nothing that the other rules are about.
    aws_backup("arn:aws:backup:eu-west-1:210987654321:recovery-point:x").violates_nothing();
    aws_backup("arn:aws-cn:backup:cn-north-1:210987654321:recovery-point:x").violates_nothing();
    for arn in [
        "arn:aws:backup:us-west-2:123456789012:recovery-point:",
        "arn:aws:backup:us-west-2:123456789012:recovery-point",
        "arn:aws:backup:us-west-2:123456789012:recovery-point/x",
        "arn:aws:backup:us-west-2:123456789012:backup-vault:x",
        "arn:aws:backup:us-west-2:123456789012:recovery-point:x:y",
        "arn:aws:backup:us-west-2:123456789012:recovery-point:x/y",
        "arn:aws:backup:us-west-2:123456789012:recovery-point:x\n",
        "arn:aws:backup:us-west-2:12345678901:recovery-point:x",
        "arn:aws:backup:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a",
        "arn:aws:dynamodb:us-west-2:123456789012:recovery-point:5e1b7c3a",
    ] {
        aws_backup(arn).violates(&["backup-arn-format@backup/BackupArn"]);
    }
}

#[test]
fn the_arns_name_the_table() {
    let named = |path: &str, name: &str| {
        let arn = music().get(path).as_str().unwrap().replace("Music", name);
        music().set(path, arn)
    };
    for name in ["Other", "music", "Musi", "Music2", "M"] {
        named(TABLE_ARN, name).violates(&["table-arn-name-mismatch@table/TableArn"]);
        named(BACKUP_ARN, name).violates(&["backup-arn-table-mismatch@backup/BackupArn"]);
    }
    let renamed = music().set("table/TableName", "Records");
    renamed.violates(&["backup-arn-table-mismatch@backup/BackupArn", "table-arn-name-mismatch@table/TableArn"]);
    let nameless = music().remove("table/TableName");
    nameless.violates(&["required-member-missing@table/TableName"]);
}

#[test]
fn the_arns_are_of_one_account_partition_and_region() {
    let with = |path: &str, from: &str, to: &str| {
        let arn = music().get(path).as_str().unwrap().replace(from, to);
        music().set(path, arn)
    };
    // The key follows the table, so without it: what is left is between the two ARNs.
    let unencrypted = |path: &str, from: &str, to: &str| with(path, from, to).remove("features/SSEDescription");
    for path in [BACKUP_ARN, TABLE_ARN] {
        with(path, "123456789012", "210987654321").violates(&["backup-arn-account-mismatch@backup/BackupArn"]);
        unencrypted(path, "us-west-2", "us-east-1").violates(&["backup-arn-region-mismatch@backup/BackupArn"]);
    }
    let partition = "backup-arn-partition-mismatch@backup/BackupArn";
    with(BACKUP_ARN, "arn:aws:", "arn:aws-cn:").violates(&[partition, "arn-region-partition@backup/BackupArn"]);
    unencrypted(TABLE_ARN, "arn:aws:", "arn:aws-cn:").violates(&[partition, "arn-region-partition@table/TableArn"]);
    with(BACKUP_ARN, "arn:aws:dynamodb:us-west-2:123456789012", "arn:aws-cn:dynamodb:cn-north-1:210987654321")
        .violates(&[
            "backup-arn-account-mismatch@backup/BackupArn",
            partition,
            "backup-arn-region-mismatch@backup/BackupArn",
        ]);
    // Nothing to compare with.
    with(BACKUP_ARN, "123456789012", "210987654321").remove(TABLE_ARN).violates(&["table-arn-missing@table/TableArn"]);
    with(BACKUP_ARN, "123456789012", "210987654321")
        .set(TABLE_ARN, "arn")
        .violates(&["table-arn-format@table/TableArn"]);
    with(BACKUP_ARN, "123456789012", "210987654321").remove("table").violates(&["source-table-details-missing@table"]);
}

fn with_id(id: &str) -> Document {
    music().set(BACKUP_ARN, format!("arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/{id}"))
}

#[test]
fn a_backup_id_has_its_form() {
    with_id("01576616366715-b4e58d3a").violates_nothing();
    with_id("01576616366715-00000000").violates_nothing();
    with_id("01576616366715-0189afbe").violates_nothing();
    for id in [
        "01576616366715-c8b6kdk3",
        "01576616366715-B4E58D3A",
        "01576616366715-b4e58d3",
        "01576616366715-b4e58d3a0",
        "01576616366715-g4e58d3a",
        "01576616366715-`4e58d3a",
        "01576616366715-b4e58d3-",
        "01576616366715",
        "01576616366715-",
        "01576616366715_b4e58d3a",
        "01576616366715b4e58d3a",
        "1576616366715-b4e58d3a",
        "001576616366715-b4e58d3a",
        "0157661636671x-b4e58d3a",
        "+1576616366715-b4e58d3a",
        "-1576616366715-b4e58d3a",
        "-b4e58d3a",
        "x",
    ] {
        with_id(id).violates(&["backup-id-format@backup/BackupArn"]);
    }
}

/// The backup was made at 2019-12-17T20:59:26.715Z.
#[test]
fn a_backup_id_has_the_time_of_creation_to_the_millisecond() {
    const MISMATCH: &str = "backup-id-time-mismatch@backup/BackupArn";

    with_id("01576616366714-b4e58d3a").violates_nothing();
    with_id("01576616366716-b4e58d3a").violates_nothing();
    with_id("01576616366713-b4e58d3a").violates(&[MISMATCH]);
    with_id("01576616366717-b4e58d3a").violates(&[MISMATCH]);
    with_id("01576616365715-b4e58d3a").violates(&[MISMATCH]);
    with_id("01576616367715-b4e58d3a").violates(&[MISMATCH]);
    with_id("00000000000000-b4e58d3a").violates(&[MISMATCH]);
    with_id("99999999999999-b4e58d3a").violates(&[MISMATCH]);

    let made = |at: &str| music().set("backup/BackupCreationDateTime", at);
    made("2019-12-17T20:59:26.716Z").violates_nothing();
    made("2019-12-17T20:59:26.716000001Z").violates(&[MISMATCH]);
    made("2019-12-17T20:59:26.714Z").violates_nothing();
    made("2019-12-17T20:59:26.713999999Z").violates(&[MISMATCH]);
    // A string may have been cut at its last digit.
    made("2019-12-17T20:59:26Z").violates_nothing();
    made("2019-12-17T20:59:25Z").violates(&[MISMATCH]);
    made("2019-12-17 20:59:27 UTC").violates_nothing();
    made("2019-12-17T20:59:28Z").violates(&[MISMATCH]);
    made("2019-12-17T20:59:26.7Z").violates_nothing();
    made("2019-12-17T20:59:26.6Z").violates(&[MISMATCH]);
    made("2019-12-17T20:59:26.717Z").violates(&[MISMATCH]);
    made("2019-12-17T20:59:26.716001Z").violates(&[MISMATCH]);
    let made_at = |at: f64| music().set("backup/BackupCreationDateTime", at);
    made_at(1_576_616_366.716).violates_nothing();
    made_at(1_576_616_366.716_001).violates(&[MISMATCH]);
    music().set("backup/BackupCreationDateTime", 1_576_616_366).violates(&[MISMATCH]);
    made("2019-12-17 21:59:26.715000+01:00").violates_nothing();
    made("2019-12-17T20:59:26.715+01:00").violates(&[MISMATCH]);
    with_id("99999999999999-b4e58d3a")
        .remove("backup/BackupCreationDateTime")
        .violates(&["required-member-missing@backup/BackupCreationDateTime"]);
}
