//! What a summary shares with the details of a backup and of its table, at its own path.

use super::document::{Document, document_of, page, page_of_gone};
use serde_json::json;

const MEMBERS: [&str; 7] =
    ["TableName", "TableId", "TableArn", "BackupArn", "BackupName", "BackupCreationDateTime", "BackupStatus"];

/// `table-arn-missing` and `required-member-missing` are silent: this rule reports the absence.
#[test]
fn a_summary_has_the_members_of_every_recorded_one() {
    for member in MEMBERS {
        let expected = [format!("summary-member-missing@summary/{member}")];
        page().remove(&format!("summary/{member}")).violates(&expected);
        page().set(&format!("summary/{member}"), json!(null)).violates(&expected);
    }
    let mut all = MEMBERS.map(|member| format!("summary-member-missing@summary/{member}")).to_vec();
    all.push("backup-type-missing@summary/BackupType".to_owned());
    page().set("summary", json!({})).violates(&all);
}

#[test]
fn a_summary_may_be_without_size_and_expiry() {
    page().remove("summary/BackupSizeBytes").violates_nothing();
    page().remove("/BackupSummaries/1/BackupSizeBytes").violates_nothing();
    document_of("ListBackupsOutput", "list-backups/cli-v2-recovery-point")
        .remove("summary/BackupExpiryDateTime")
        .violates_nothing();
}

#[test]
fn a_summary_has_a_type() {
    page().remove("summary/BackupType").violates(&["backup-type-missing@summary/BackupType"]);
    page_of_gone().remove("summary/BackupType").violates(&["backup-type-missing@summary/BackupType"]);
}

#[test]
fn values_of_enums_in_a_summary_are_known() {
    for member in ["BackupStatus", "BackupType"] {
        let path = format!("summary/{member}");
        page().set(&path, "ELSE").violates(&[format!("unknown-enum-value@{path}")]);
    }
}

#[test]
fn names_in_a_summary_have_their_form() {
    let named = |name: &str| page().set("summary/BackupName", name);
    for name in ["a.-", &"a".repeat(255)] {
        named(name).violates_nothing();
    }
    for name in ["ab", &"a".repeat(256)] {
        named(name).violates(&["text-length@summary/BackupName"]);
    }
    for name in ["my backup", "Music$DeletedTableBackup", "backup\n"] {
        named(name).violates(&["text-pattern@summary/BackupName"]);
    }
    page().set("summary/TableId", "B0C04BCC-309B-4352-B2AE-9088AF169FE2").violates(&["text-pattern@summary/TableId"]);
    let table = |name: &str| page().set("summary/TableName", name).replace("table/Music", &format!("table/{name}"));
    table("abc").violates_nothing();
    table(&"a".repeat(255)).violates_nothing();
    table("ab").violates(&["text-length@summary/TableName"]);
    table(&"a".repeat(256)).violates(&["text-length@summary/TableName"]);
}

#[test]
fn a_system_backup_in_a_summary_is_named_after_its_table() {
    page_of_gone().violates_nothing();
    let path = "summary/BackupName";
    for name in ["nightly", "Gone", "gone$DeletedTableBackup", "Gone$DeletedTableBackup2"] {
        page_of_gone().set(path, name).violates(&["system-backup-name@summary/BackupName"]);
    }
    // Without a type it may be a SYSTEM backup's name; as a USER backup's it is none.
    let typeless = page_of_gone().remove("summary/BackupType").remove("summary/BackupExpiryDateTime");
    typeless.violates(&["backup-type-missing@summary/BackupType"]);
}

#[test]
fn the_arn_of_a_table_in_a_summary_is_that_of_its_table() {
    const PATH: &str = "summary/TableArn";
    let arn = page().get(PATH).as_str().unwrap().to_owned();
    for wrong in [format!("{arn}/index/x"), arn.replace(":table/", ":"), arn.replace("123456789012", "12345678901")] {
        page().set(PATH, wrong).violates(&["table-arn-format@summary/TableArn"]);
    }
    page().set(PATH, "").violates(&["text-length@summary/TableArn", "table-arn-format@summary/TableArn"]);
    page().set(PATH, arn.replace("Music", "music")).violates(&["table-arn-name-mismatch@summary/TableArn"]);
    let mine = page().set("summary/TableName", "Other");
    mine.violates(&["table-arn-name-mismatch@summary/TableArn", "backup-arn-table-mismatch@summary/BackupArn"]);
}

#[test]
fn the_arn_of_a_backup_in_a_summary_is_that_of_a_backup_of_its_table() {
    const PATH: &str = "summary/BackupArn";
    let arn = page().get(PATH).as_str().unwrap().to_owned();
    let with = |from: &str, to: &str| {
        assert!(arn.contains(from));
        page().set(PATH, arn.replace(from, to))
    };
    with("/backup/", "/index/").violates(&["backup-arn-format@summary/BackupArn"]);
    with("table/Music", "table/Other").violates(&["backup-arn-table-mismatch@summary/BackupArn"]);
    with("123456789012", "210987654321").violates(&["backup-arn-account-mismatch@summary/BackupArn"]);
    with("us-west-2", "us-east-1").violates(&["backup-arn-region-mismatch@summary/BackupArn"]);
    // The region of another partition cannot be the table's.
    with("arn:aws:", "arn:aws-cn:")
        .violates(&["backup-arn-partition-mismatch@summary/BackupArn", "arn-region-partition@summary/BackupArn"]);
    let point = "arn:aws:backup:us-west-2:123456789012:recovery-point:5e1b7c3a-94d2";
    page().set(PATH, point).violates(&["backup-arn-format@summary/BackupArn"]);
    document_of("ListBackupsOutput", "list-backups/cli-v2-recovery-point").violates_nothing();
}

#[test]
fn the_region_of_each_arn_in_a_summary_belongs_to_its_partition() {
    let moved = |partition: &str, region: &str| {
        page().replace("arn:aws:", &format!("arn:{partition}:")).replace("us-west-2", region)
    };
    moved("aws-cn", "cn-north-1").violates_nothing();
    let arns = |index: usize| {
        ["TableArn", "BackupArn"].map(|member| format!("arn-region-partition@/BackupSummaries/{index}/{member}"))
    };
    let expected: Vec<String> = [arns(0), arns(1)].concat();
    let expected: Vec<String> =
        expected.into_iter().map(|shown| shown.replace("/BackupSummaries/0", "summary")).collect();
    moved("aws", "cn-north-1").violates(&expected);
}

#[test]
fn the_id_in_a_summary_has_its_form_and_its_time() {
    const PATH: &str = "summary/BackupArn";
    let with = |id: &str| {
        let arn = page().get(PATH).as_str().unwrap().replace("01576616366715-b4e58d3a", id);
        page().set("/LastEvaluatedBackupArn", json!(null)).set(PATH, arn)
    };
    for id in ["01576616366715-00000000", "01576616366714-b4e58d3a", "01576616366716-b4e58d3a"] {
        with(id).violates_nothing();
    }
    for id in ["01576616366715-c8b6kdk3", "01576616366715-B4E58D3A", "1576616366715-b4e58d3a"] {
        with(id).violates(&["backup-id-format@summary/BackupArn"]);
    }
    for id in ["01576616366713-b4e58d3a", "01576616367715-b4e58d3a"] {
        with(id).violates(&["backup-id-time-mismatch@summary/BackupArn"]);
    }
}

fn expiring(document: Document, at: &str) -> Document {
    document.set("summary/BackupExpiryDateTime", at)
}

/// The SYSTEM backup was created at 2022-08-10T11:39:58.225Z, the USER backup at 2019-12-17T20:59:26.715Z.
#[test]
fn a_backup_in_a_summary_expires_as_its_type_requires() {
    const BEFORE: &str = "expiry-before-creation@summary/BackupExpiryDateTime";
    const NOT_35_DAYS: &str = "system-backup-expiry@summary/BackupExpiryDateTime";
    const USER: &str = "user-backup-expiry@summary/BackupExpiryDateTime";
    for at in ["2022-09-14T11:39:57.225Z", "2022-09-14T11:39:59.225Z"] {
        expiring(page_of_gone(), at).violates_nothing();
    }
    for at in ["2022-09-14T11:39:57.224Z", "2022-09-14T11:39:59.226Z", "2022-09-13T11:39:58.225Z"] {
        expiring(page_of_gone(), at).violates(&[NOT_35_DAYS]);
    }
    expiring(page_of_gone(), "2022-08-10T11:39:58.224Z").violates(&[BEFORE, NOT_35_DAYS]);
    // Written more coarsely than the creation, it may be later.
    expiring(page_of_gone(), "2022-08-10T11:39:58.225Z").violates(&[NOT_35_DAYS]);
    page_of_gone()
        .remove("summary/BackupExpiryDateTime")
        .violates(&["system-backup-expiry-missing@summary/BackupExpiryDateTime"]);
    expiring(page(), "2019-12-17T20:59:26.716Z").violates(&[USER]);
    expiring(page(), "2019-12-17T20:59:26.714Z").violates(&[BEFORE, USER]);
    let ledger = document_of("ListBackupsOutput", "list-backups/cli-v2-recovery-point");
    expiring(ledger.clone(), "2022-04-15T05:20:00.334Z").violates_nothing();
    expiring(ledger, "2022-04-15T05:20:00.332Z").violates(&[BEFORE]);
}

#[test]
fn the_size_in_a_summary_is_not_negative() {
    page().set("summary/BackupSizeBytes", 0).violates_nothing();
    page().set("summary/BackupSizeBytes", -1).violates(&["size-negative@summary/BackupSizeBytes"]);
}

#[test]
fn each_summary_is_checked_on_its_own() {
    page()
        .set("/BackupSummaries/1/BackupSizeBytes", -1)
        .remove("summary/TableId")
        .violates(&["summary-member-missing@summary/TableId", "size-negative@/BackupSummaries/1/BackupSizeBytes"]);
}
