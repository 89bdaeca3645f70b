//! Rules that compare times.

use super::document::{Document, gone, ledger, music};

/// The backup was made at 2019-12-17T20:59:26.715Z.
#[test]
fn a_backup_is_not_older_than_its_table() {
    const BEFORE: &str = "backup-before-table@backup/BackupCreationDateTime";

    let table = |at: &str| music().set("table/TableCreationDateTime", at);
    table("2019-12-17T20:59:26.714Z").violates_nothing();
    table("2019-12-17T20:59:26.715Z").violates_nothing();
    table("2019-12-17 20:59:26.715000+00:00").violates_nothing();
    table("2019-12-17T22:59:26.715+02:00").violates_nothing();
    table("2019-12-17T20:59:26.715000001Z").violates(&[BEFORE]);
    table("2019-12-17T20:59:26.716Z").violates(&[BEFORE]);
    table("2019-12-17T20:59:26.715-00:01").violates(&[BEFORE]);
    music().set("table/TableCreationDateTime", 1_576_616_366.715).violates_nothing();
    music().set("table/TableCreationDateTime", 1_576_616_366.716).violates(&[BEFORE]);
    music().set("table/TableCreationDateTime", 1_576_616_367).violates(&[BEFORE]);
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
    times("1576616366.715", "1576616366.715001").violates(&[BEFORE]);
    times("1576616366.715", "\"2019-12-17T20:59:26.715000001Z\"").violates(&[BEFORE]);
    times("1576616366.715", "\"2019-12-17T20:59:26.715001Z\"").violates(&[BEFORE]);
    times("1576616366.7150001", "\"2019-12-17T20:59:26.715001Z\"").violates_nothing();
    times("1576616366.7150001", "\"2019-12-17T20:59:26.716Z\"").violates_nothing();
    times("1576616366.715", "\"2019-12-17T20:59:26.716Z\"").violates(&[BEFORE]);
    times("\"2019-12-17T20:59:26Z\"", "1576616366.999999").violates_nothing();
    times("\"2019-12-17T20:59:26Z\"", "1576616367").violates(&[BEFORE]);
    times("\"2019-12-17T20:59:26Z\"", "\"2019-12-17T20:59:26.999999Z\"").violates_nothing();
    times("\"2019-12-17T20:59:26Z\"", "\"2019-12-17T20:59:27.000000Z\"").violates(&[BEFORE]);
    times("\"2019-12-17T20:59:26.000Z\"", "\"2019-12-17T20:59:26.001Z\"")
        .violates(&["backup-id-time-mismatch@backup/BackupArn", BEFORE]);
    times("\"2019-12-17T20:59:26.715Z\"", "\"2019-12-17T20:59:26.715999Z\"").violates_nothing();
    times("\"2019-12-17T20:59:26.715Z\"", "\"2019-12-17T20:59:26.716000Z\"").violates(&[BEFORE]);
}

fn expiring(document: Document, at: &str) -> Document {
    document.set("backup/BackupExpiryDateTime", at)
}

const BEFORE_CREATION: &str = "expiry-before-creation@backup/BackupExpiryDateTime";

/// The backup was made at 2022-04-15T05:20:00.333Z.
#[test]
fn a_backup_expires_after_its_creation() {
    expiring(ledger(), "2022-04-15T05:20:00.334Z").violates_nothing();
    expiring(ledger(), "2022-04-15T05:20:00.333000001Z").violates_nothing();
    expiring(ledger(), "2022-04-15T05:20:00.333000000Z").violates(&[BEFORE_CREATION]);
    expiring(ledger(), "2022-04-15T05:20:00.333Z").violates_nothing();
    expiring(ledger(), "2022-04-15T05:20:00Z").violates_nothing();
    expiring(ledger(), "2022-04-15T05:19:59Z").violates(&[BEFORE_CREATION]);
    expiring(ledger(), "2022-04-15T05:20:00.332Z").violates(&[BEFORE_CREATION]);
    expiring(ledger(), "2022-04-15T06:20:00.332+00:00").violates_nothing();
    expiring(ledger(), "2022-04-15T06:20:00.332+01:00").violates(&[BEFORE_CREATION]);
    // The backup was made at 2019-12-17T20:59:26.715Z.
    let user = "user-backup-expiry@backup/BackupExpiryDateTime";
    expiring(music(), "2019-12-17T20:59:26.716Z").violates(&[user]);
    expiring(music(), "2019-12-17T20:59:26.715Z").violates(&[user]);
    expiring(music(), "2019-12-17T20:59:26.714Z").violates(&[BEFORE_CREATION, user]);
    let typeless = expiring(ledger(), "2022-04-15T05:20:00.332Z").remove("backup/BackupType");
    typeless.violates(&["backup-type-missing@backup/BackupType", BEFORE_CREATION]);
    let unmade = expiring(ledger(), "2022-04-15T05:20:00.332Z").remove("backup/BackupCreationDateTime");
    unmade.violates(&["required-member-missing@backup/BackupCreationDateTime"]);
}

/// Of two strings cut at the same digit, equal ones are equal; of others, the shorter may have been cut.
#[test]
fn an_expiry_that_equals_the_creation_is_reported_only_at_equal_precision() {
    let times =
        |created: &str, expires: &str| expiring(ledger(), expires).set("backup/BackupCreationDateTime", created);
    times("2022-04-15T05:20:00Z", "2022-04-15 05:20:00 UTC").violates(&[BEFORE_CREATION]);
    times("2022-04-15T05:20:00.333Z", "2022-04-15T05:20:00.333Z").violates(&[BEFORE_CREATION]);
    times("2022-04-15T05:20:00Z", "2022-04-15T05:20:00.000Z").violates_nothing();
    times("2022-04-15T05:20:00.000Z", "2022-04-15T05:20:00Z").violates_nothing();
    times("2022-04-15T05:20:00.000Z", "2022-04-15T05:20:00.000000Z").violates_nothing();
    times("2022-04-15T05:20:00.999Z", "2022-04-15T05:20:00Z").violates_nothing();
    times("2022-04-15T05:20:01.000Z", "2022-04-15T05:20:00Z").violates(&[BEFORE_CREATION]);
    let at = |at: f64| ledger().set("backup/BackupExpiryDateTime", at);
    at(1_650_000_000.333).violates(&[BEFORE_CREATION]);
    at(1_650_000_000.333_001).violates_nothing();
    at(1_650_000_000.332_999).violates(&[BEFORE_CREATION]);
}

/// The backup was made at 2022-08-10T11:39:58.225Z.
#[test]
fn a_system_backup_expires_after_35_days_within_a_second() {
    const NOT_35_DAYS: &str = "system-backup-expiry@backup/BackupExpiryDateTime";

    expiring(gone(), "2022-09-14T11:39:58.225Z").violates_nothing();
    expiring(gone(), "2022-09-14T11:39:58Z").violates_nothing();
    expiring(gone(), "2022-09-14T11:39:57.225Z").violates_nothing();
    expiring(gone(), "2022-09-14T11:39:59.225Z").violates_nothing();
    expiring(gone(), "2022-09-14T11:39:57.224999999Z").violates(&[NOT_35_DAYS]);
    expiring(gone(), "2022-09-14T11:39:59.225000001Z").violates(&[NOT_35_DAYS]);
    expiring(gone(), "2022-09-13T11:39:58.225Z").violates(&[NOT_35_DAYS]);
    expiring(gone(), "2022-09-15T11:39:58.225Z").violates(&[NOT_35_DAYS]);
    expiring(gone(), "2022-08-10T11:39:58.225Z").violates(&[NOT_35_DAYS]);
    expiring(gone(), "2022-08-10T11:39:58.224Z").violates(&[BEFORE_CREATION, NOT_35_DAYS]);
    // To the second, the expiry and its tolerance have a second each.
    expiring(gone(), "2022-09-14T11:40:00Z").violates_nothing();
    expiring(gone(), "2022-09-14T11:40:01Z").violates(&[NOT_35_DAYS]);
    expiring(gone(), "2022-09-14T11:39:57Z").violates_nothing();
    expiring(gone(), "2022-09-14T11:39:56Z").violates(&[NOT_35_DAYS]);
    expiring(gone(), "2022-09-14T11:39:59.226Z").violates(&[NOT_35_DAYS]);
    expiring(gone(), "2022-09-14T11:39:57.224Z").violates(&[NOT_35_DAYS]);
    let cut = gone().set("backup/BackupCreationDateTime", "2022-08-10T11:39:58Z");
    expiring(cut.clone(), "2022-09-14T11:39:59.999Z").violates_nothing();
    expiring(cut.clone(), "2022-09-14T11:40:00.000Z").violates(&[NOT_35_DAYS]);
    cut.clone().set("backup/BackupExpiryDateTime", 1_663_155_599.999).violates_nothing();
    cut.set("backup/BackupExpiryDateTime", 1_663_155_600).violates(&[NOT_35_DAYS]);
    let number = |at: f64| gone().set("backup/BackupExpiryDateTime", at);
    number(1_663_155_599.225).violates_nothing();
    number(1_663_155_599.225_001).violates(&[NOT_35_DAYS]);
    expiring(gone(), "9999-12-31T23:59:59.999999999Z").violates(&[NOT_35_DAYS]);
    gone().remove("backup/BackupCreationDateTime").violates(&["required-member-missing@backup/BackupCreationDateTime"]);
}

#[test]
fn a_system_backup_has_an_expiry_and_a_user_backup_none() {
    gone()
        .remove("backup/BackupExpiryDateTime")
        .violates(&["system-backup-expiry-missing@backup/BackupExpiryDateTime"]);
    music().violates_nothing();
    expiring(music(), "2020-12-17T20:59:26Z").violates(&["user-backup-expiry@backup/BackupExpiryDateTime"]);
    ledger().violates_nothing();
    ledger().remove("backup/BackupExpiryDateTime").violates_nothing();
    let typeless = |document: Document| document.remove("backup/BackupType");
    typeless(expiring(music(), "2020-12-17T20:59:26Z")).violates(&["backup-type-missing@backup/BackupType"]);
    typeless(gone().remove("backup/BackupExpiryDateTime")).violates(&["backup-type-missing@backup/BackupType"]);
}
