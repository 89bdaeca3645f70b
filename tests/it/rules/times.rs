//! How times stand to each other.

use super::document::{Document, gone, ledger, music};

/// The backup was made at 2019-12-17T20:59:26.715Z.
#[test]
fn a_backup_is_not_older_than_its_table() {
    const BEFORE: &str = "backup-before-table@backup/BackupCreationDateTime";

    let table = |at: &str| music().set("table/TableCreationDateTime", at);
    table("2019-12-17T20:59:26.714Z").keeps_every_rule();
    table("2019-12-17T20:59:26.715Z").keeps_every_rule();
    table("2019-12-17 20:59:26.715000+00:00").keeps_every_rule();
    table("2019-12-17T22:59:26.715+02:00").keeps_every_rule();
    table("2019-12-17T20:59:26.715000001Z").breaks(&[BEFORE]);
    table("2019-12-17T20:59:26.716Z").breaks(&[BEFORE]);
    table("2019-12-17T20:59:26.715-00:01").breaks(&[BEFORE]);
    music().set("table/TableCreationDateTime", 1_576_616_366.715).keeps_every_rule();
    music().set("table/TableCreationDateTime", 1_576_616_366.716).breaks(&[BEFORE]);
    music().set("table/TableCreationDateTime", 1_576_616_367).breaks(&[BEFORE]);
}

/// Between two numbers a nanosecond counts; where one of the two is a string, a unit of the coarser precision does.
#[test]
fn a_backup_is_older_than_its_table_by_at_least_a_unit_of_the_coarser_precision() {
    const BEFORE: &str = "backup-before-table@backup/BackupCreationDateTime";

    // The id's digits are those of 2019-12-17T20:59:26.715Z, and a time cut to the second agrees with them.
    let times = |backup: &str, table: &str| {
        let parsed = |at: &str| serde_json::from_str::<serde_json::Value>(at).unwrap();
        music().set("backup/BackupCreationDateTime", parsed(backup)).set("table/TableCreationDateTime", parsed(table))
    };
    times("1576616366.715", "1576616366.715001").breaks(&[BEFORE]);
    times("1576616366.715", "\"2019-12-17T20:59:26.715000001Z\"").breaks(&[BEFORE]);
    times("1576616366.715", "\"2019-12-17T20:59:26.715001Z\"").breaks(&[BEFORE]);
    times("1576616366.7150001", "\"2019-12-17T20:59:26.715001Z\"").keeps_every_rule();
    times("1576616366.7150001", "\"2019-12-17T20:59:26.716Z\"").keeps_every_rule();
    times("1576616366.715", "\"2019-12-17T20:59:26.716Z\"").breaks(&[BEFORE]);
    times("\"2019-12-17T20:59:26Z\"", "1576616366.999999").keeps_every_rule();
    times("\"2019-12-17T20:59:26Z\"", "1576616367").breaks(&[BEFORE]);
    times("\"2019-12-17T20:59:26Z\"", "\"2019-12-17T20:59:26.999999Z\"").keeps_every_rule();
    times("\"2019-12-17T20:59:26Z\"", "\"2019-12-17T20:59:27.000000Z\"").breaks(&[BEFORE]);
    times("\"2019-12-17T20:59:26.000Z\"", "\"2019-12-17T20:59:26.001Z\"")
        .breaks(&["backup-id-time-mismatch@backup/BackupArn", BEFORE]);
    times("\"2019-12-17T20:59:26.715Z\"", "\"2019-12-17T20:59:26.715999Z\"").keeps_every_rule();
    times("\"2019-12-17T20:59:26.715Z\"", "\"2019-12-17T20:59:26.716000Z\"").breaks(&[BEFORE]);
}

fn expiring(document: Document, at: &str) -> Document {
    document.set("backup/BackupExpiryDateTime", at)
}

const BEFORE_CREATION: &str = "expiry-before-creation@backup/BackupExpiryDateTime";

/// The backup was made at 2022-04-15T05:20:00.333Z.
#[test]
fn a_backup_expires_after_it_was_made() {
    expiring(ledger(), "2022-04-15T05:20:00.334Z").keeps_every_rule();
    expiring(ledger(), "2022-04-15T05:20:00.333000001Z").keeps_every_rule();
    expiring(ledger(), "2022-04-15T05:20:00.333000000Z").breaks(&[BEFORE_CREATION]);
    expiring(ledger(), "2022-04-15T05:20:00.333Z").keeps_every_rule();
    expiring(ledger(), "2022-04-15T05:20:00Z").keeps_every_rule();
    expiring(ledger(), "2022-04-15T05:19:59Z").breaks(&[BEFORE_CREATION]);
    expiring(ledger(), "2022-04-15T05:20:00.332Z").breaks(&[BEFORE_CREATION]);
    expiring(ledger(), "2022-04-15T06:20:00.332+00:00").keeps_every_rule();
    expiring(ledger(), "2022-04-15T06:20:00.332+01:00").breaks(&[BEFORE_CREATION]);
    // The backup was made at 2019-12-17T20:59:26.715Z.
    let user = "user-backup-expiry@backup/BackupExpiryDateTime";
    expiring(music(), "2019-12-17T20:59:26.716Z").breaks(&[user]);
    expiring(music(), "2019-12-17T20:59:26.715Z").breaks(&[user]);
    expiring(music(), "2019-12-17T20:59:26.714Z").breaks(&[BEFORE_CREATION, user]);
    let typeless = expiring(ledger(), "2022-04-15T05:20:00.332Z").remove("backup/BackupType");
    typeless.breaks(&["backup-type-missing@backup/BackupType", BEFORE_CREATION]);
    let unmade = expiring(ledger(), "2022-04-15T05:20:00.332Z").remove("backup/BackupCreationDateTime");
    unmade.breaks(&["required-member-missing@backup/BackupCreationDateTime"]);
}

/// Of two strings cut at the same digit, equal ones are equal; of others, the shorter may have been cut.
#[test]
fn an_expiry_that_equals_the_creation_is_reported_only_at_equal_precision() {
    let times =
        |created: &str, expires: &str| expiring(ledger(), expires).set("backup/BackupCreationDateTime", created);
    times("2022-04-15T05:20:00Z", "2022-04-15 05:20:00 UTC").breaks(&[BEFORE_CREATION]);
    times("2022-04-15T05:20:00.333Z", "2022-04-15T05:20:00.333Z").breaks(&[BEFORE_CREATION]);
    times("2022-04-15T05:20:00Z", "2022-04-15T05:20:00.000Z").keeps_every_rule();
    times("2022-04-15T05:20:00.000Z", "2022-04-15T05:20:00Z").keeps_every_rule();
    times("2022-04-15T05:20:00.000Z", "2022-04-15T05:20:00.000000Z").keeps_every_rule();
    times("2022-04-15T05:20:00.999Z", "2022-04-15T05:20:00Z").keeps_every_rule();
    times("2022-04-15T05:20:01.000Z", "2022-04-15T05:20:00Z").breaks(&[BEFORE_CREATION]);
    let at = |at: f64| ledger().set("backup/BackupExpiryDateTime", at);
    at(1_650_000_000.333).breaks(&[BEFORE_CREATION]);
    at(1_650_000_000.333_001).keeps_every_rule();
    at(1_650_000_000.332_999).breaks(&[BEFORE_CREATION]);
}

/// The backup was made at 2022-08-10T11:39:58.225Z.
#[test]
fn a_system_backup_expires_after_35_days_within_a_second() {
    const NOT_35_DAYS: &str = "system-backup-expiry@backup/BackupExpiryDateTime";

    expiring(gone(), "2022-09-14T11:39:58.225Z").keeps_every_rule();
    expiring(gone(), "2022-09-14T11:39:58Z").keeps_every_rule();
    expiring(gone(), "2022-09-14T11:39:57.225Z").keeps_every_rule();
    expiring(gone(), "2022-09-14T11:39:59.225Z").keeps_every_rule();
    expiring(gone(), "2022-09-14T11:39:57.224999999Z").breaks(&[NOT_35_DAYS]);
    expiring(gone(), "2022-09-14T11:39:59.225000001Z").breaks(&[NOT_35_DAYS]);
    expiring(gone(), "2022-09-13T11:39:58.225Z").breaks(&[NOT_35_DAYS]);
    expiring(gone(), "2022-09-15T11:39:58.225Z").breaks(&[NOT_35_DAYS]);
    expiring(gone(), "2022-08-10T11:39:58.225Z").breaks(&[NOT_35_DAYS]);
    expiring(gone(), "2022-08-10T11:39:58.224Z").breaks(&[BEFORE_CREATION, NOT_35_DAYS]);
    // To the second, the expiry and its tolerance have a second each.
    expiring(gone(), "2022-09-14T11:40:00Z").keeps_every_rule();
    expiring(gone(), "2022-09-14T11:40:01Z").breaks(&[NOT_35_DAYS]);
    expiring(gone(), "2022-09-14T11:39:57Z").keeps_every_rule();
    expiring(gone(), "2022-09-14T11:39:56Z").breaks(&[NOT_35_DAYS]);
    expiring(gone(), "2022-09-14T11:39:59.226Z").breaks(&[NOT_35_DAYS]);
    expiring(gone(), "2022-09-14T11:39:57.224Z").breaks(&[NOT_35_DAYS]);
    let cut = gone().set("backup/BackupCreationDateTime", "2022-08-10T11:39:58Z");
    expiring(cut.clone(), "2022-09-14T11:39:59.999Z").keeps_every_rule();
    expiring(cut.clone(), "2022-09-14T11:40:00.000Z").breaks(&[NOT_35_DAYS]);
    cut.clone().set("backup/BackupExpiryDateTime", 1_663_155_599.999).keeps_every_rule();
    cut.set("backup/BackupExpiryDateTime", 1_663_155_600).breaks(&[NOT_35_DAYS]);
    let number = |at: f64| gone().set("backup/BackupExpiryDateTime", at);
    number(1_663_155_599.225).keeps_every_rule();
    number(1_663_155_599.225_001).breaks(&[NOT_35_DAYS]);
    expiring(gone(), "9999-12-31T23:59:59.999999999Z").breaks(&[NOT_35_DAYS]);
    gone().remove("backup/BackupCreationDateTime").breaks(&["required-member-missing@backup/BackupCreationDateTime"]);
}

#[test]
fn a_system_backup_has_an_expiry_and_a_user_backup_none() {
    gone().remove("backup/BackupExpiryDateTime").breaks(&["system-backup-expiry-missing@backup/BackupExpiryDateTime"]);
    music().keeps_every_rule();
    expiring(music(), "2020-12-17T20:59:26Z").breaks(&["user-backup-expiry@backup/BackupExpiryDateTime"]);
    ledger().keeps_every_rule();
    ledger().remove("backup/BackupExpiryDateTime").keeps_every_rule();
    let typeless = |document: Document| document.remove("backup/BackupType");
    typeless(expiring(music(), "2020-12-17T20:59:26Z")).breaks(&["backup-type-missing@backup/BackupType"]);
    typeless(gone().remove("backup/BackupExpiryDateTime")).breaks(&["backup-type-missing@backup/BackupType"]);
}
