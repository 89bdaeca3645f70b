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

fn expiring(document: Document, at: &str) -> Document {
    document.set("backup/BackupExpiryDateTime", at)
}

const BEFORE_CREATION: &str = "expiry-before-creation@backup/BackupExpiryDateTime";

/// The backup was made at 2022-04-15T05:20:00.333Z.
#[test]
fn a_backup_expires_after_it_was_made() {
    expiring(ledger(), "2022-04-15T05:20:00.334Z").keeps_every_rule();
    expiring(ledger(), "2022-04-15T05:20:00.333000001Z").keeps_every_rule();
    expiring(ledger(), "2022-04-15T05:20:00.333Z").breaks(&[BEFORE_CREATION]);
    expiring(ledger(), "2022-04-15T05:20:00.332Z").breaks(&[BEFORE_CREATION]);
    expiring(ledger(), "2022-04-15T06:20:00.332+00:00").keeps_every_rule();
    expiring(ledger(), "2022-04-15T06:20:00.332+01:00").breaks(&[BEFORE_CREATION]);
    // The backup was made at 2019-12-17T20:59:26.715Z.
    let user = "user-backup-expiry@backup/BackupExpiryDateTime";
    expiring(music(), "2019-12-17T20:59:26.716Z").breaks(&[user]);
    expiring(music(), "2019-12-17T20:59:26.715Z").breaks(&[BEFORE_CREATION, user]);
    let typeless = expiring(ledger(), "2022-04-15T05:20:00.333Z").remove("backup/BackupType");
    typeless.breaks(&["backup-type-missing@backup/BackupType", BEFORE_CREATION]);
    let unmade = expiring(ledger(), "2022-04-15T05:20:00.333Z").remove("backup/BackupCreationDateTime");
    unmade.breaks(&["required-member-missing@backup/BackupCreationDateTime"]);
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
    expiring(gone(), "2022-08-10T11:39:58.225Z").breaks(&[BEFORE_CREATION, NOT_35_DAYS]);
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
