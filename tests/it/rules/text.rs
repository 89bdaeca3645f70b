//! What names and other texts may be.

use super::document::{Document, global, gone, ledger, local, music, papers, vector};
use dynamodb_backup_model::{AttributeName, TableArn, TableId, TableName};
use serde_json::json;

/// Lengths of names: all characters are such as the pattern allows.
#[track_caller]
fn has_length(document: &Document, path: &str, min: usize, max: usize) {
    let long = |length: usize| document.clone().set(path, "a".repeat(length));
    let expected = [format!("text-length@{path}")];
    long(min - 1).breaks(&expected);
    long(min).keeps_every_rule();
    long(max).keeps_every_rule();
    long(max + 1).breaks(&expected);
}

/// A whole text of ASCII letters, digits, `_`, `.` and `-`.
#[track_caller]
fn is_a_name(document: &Document, path: &str) {
    let with = |text: &str| document.clone().set(path, text);
    for text in ["a.-", "---", "...", "___", "Az09_.-", "000"] {
        with(text).keeps_every_rule();
    }
    let expected = [format!("text-pattern@{path}")];
    for text in [
        "my table",
        " name",
        "name ",
        "name\n",
        "\nname",
        "na\nme",
        "name\0",
        "naïve",
        "名前名前",
        "name$DeletedTableBackup",
        "a/b",
        "a:b",
        "a@b",
        "a[b",
        "a`b",
        "a{b",
        "a,b",
        "arn:aws:dynamodb:us-west-2:123456789012:table/Music",
    ] {
        with(text).breaks(&expected);
    }
    let both = [format!("text-length@{path}"), format!("text-pattern@{path}")];
    with("éé").breaks(&both);
    with("€€").breaks(&both);
    with("").breaks(&both);
    with(&"é".repeat(255)).breaks(&expected);
    with(&"é".repeat(256)).breaks(&both);
}

#[test]
fn backup_names_have_their_form() {
    for document in [music(), ledger()] {
        has_length(&document, "backup/BackupName", 3, 255);
        is_a_name(&document, "backup/BackupName");
    }
}

/// `music` with another name of the table in all that names it.
fn renamed(name: &str) -> Document {
    music().set("table/TableName", name).replace("table/Music", &format!("table/{name}"))
}

#[test]
fn table_names_have_their_form() {
    renamed("ab").breaks(&["text-length@table/TableName"]);
    renamed("abc").keeps_every_rule();
    renamed(&"a".repeat(255)).keeps_every_rule();
    renamed(&"a".repeat(256)).breaks(&["text-length@table/TableName"]);
    renamed("a.-").keeps_every_rule();
    // Without ARNs to agree with, a table may have any name.
    let alone = music().remove("backup/BackupArn").remove("table/TableArn");
    let [arn, table_arn] = ["required-member-missing@backup/BackupArn", "table-arn-missing@table/TableArn"];
    for name in ["my table", "table\n", " table", "naïve", "arn:aws:dynamodb:us-west-2:123456789012:table/Music"] {
        alone.clone().set("table/TableName", name).breaks(&[arn, "text-pattern@table/TableName", table_arn]);
    }
}

#[test]
fn index_names_have_their_form() {
    let [one_local, one_global] = [
        music().set("local", vec![local(0, 0)]).set("global", json!([])),
        music().set("global", vec![global(0, 0)]).set("local", json!([])),
    ];
    let one_vector = papers().set("vector", vec![vector(0, "emb")]);
    for (document, path) in
        [(one_local, "local/0/IndexName"), (one_global, "global/0/IndexName"), (one_vector, "vector/0/IndexName")]
    {
        has_length(&document, path, 3, 255);
        is_a_name(&document, path);
    }
}

#[test]
fn table_ids_are_uuids_in_lower_case() {
    let with = |id: &str| music().set("table/TableId", id);
    for id in [
        "b0c04bcc-309b-4352-b2ae-9088af169fe2",
        "00000000-0000-0000-0000-000000000000",
        "99999999-aaaa-ffff-0123-456789abcdef",
    ] {
        with(id).keeps_every_rule();
    }
    for id in [
        "",
        "B0C04BCC-309B-4352-B2AE-9088AF169FE2",
        "b0c04bcc-309b-4352-b2ae-9088af169feF",
        "b0c04bcc-309b-4352-b2ae-9088af169fe",
        "b0c04bcc-309b-4352-b2ae-9088af169fe22",
        "b0c04bcc-309b-4352-b2ae-9088af169fe2\n",
        "\nb0c04bcc-309b-4352-b2ae-9088af169fe",
        " b0c04bcc-309b-4352-b2ae-9088af169fe2",
        "{b0c04bcc-309b-4352-b2ae-9088af169fe2}",
        "g0c04bcc-309b-4352-b2ae-9088af169fe2",
        "/0c04bcc-309b-4352-b2ae-9088af169fe2",
        ":0c04bcc-309b-4352-b2ae-9088af169fe2",
        "`0c04bcc-309b-4352-b2ae-9088af169fe2",
        "b0c04bcc0-309b-4352-b2ae-9088af169fe",
        "b0c04bcc-309b0-4352-b2ae-9088af169fe",
        "b0c04bcc-309b-43520-b2ae-9088af169fe",
        "b0c04bcc-309b-4352-b2ae09088af169fe2",
        "b0c04bcc309b4352b2ae9088af169fe2",
        "b0c04bcc-309b-4352-b2ae-9088af169é2",
        "b0c04bcc-309b-4352-b2ae-9088af169fé",
    ] {
        with(id).breaks(&["text-pattern@table/TableId"]);
    }
}

#[test]
fn backup_arns_have_their_length() {
    let id =
        |length: usize| format!("arn:aws:backup:eu-central-1:890123456789:recovery-point:{}", "i".repeat(length - 56));
    ledger().set("backup/BackupArn", id(1024)).keeps_every_rule();
    ledger().set("backup/BackupArn", id(1025)).breaks(&["text-length@backup/BackupArn"]);
    let format = "backup-arn-format@backup/BackupArn";
    music().set("backup/BackupArn", "a".repeat(37)).breaks(&[format]);
    music().set("backup/BackupArn", "a".repeat(36)).breaks(&["text-length@backup/BackupArn", format]);
    music().set("backup/BackupArn", "").breaks(&["text-length@backup/BackupArn", format]);
}

#[test]
fn table_arns_have_their_length() {
    let arn = |length: usize| format!("arn:aws:dynamodb:us-west-2:123456789012:table/{}", "t".repeat(length - 46));
    let mismatch = "table-arn-name-mismatch@table/TableArn";
    music().set("table/TableArn", arn(1024)).breaks(&[mismatch]);
    music().set("table/TableArn", arn(1025)).breaks(&["text-length@table/TableArn", mismatch]);
    music().set("table/TableArn", "a").breaks(&["table-arn-format@table/TableArn"]);
    music().set("table/TableArn", "").breaks(&["text-length@table/TableArn", "table-arn-format@table/TableArn"]);
}

const ATTRIBUTE_NAMES: [&str; 6] = [
    "table/KeySchema/1/AttributeName",
    "local/0/KeySchema/1/AttributeName",
    "global/0/KeySchema/0/AttributeName",
    "global/0/Projection/NonKeyAttributes/2",
    "features/TimeToLiveDescription/AttributeName",
    "vector/0/VectorAttribute/AttributeName",
];

#[test]
fn attribute_names_have_their_length() {
    for path in ATTRIBUTE_NAMES {
        let document = if path.starts_with("vector") { papers() } else { music() };
        has_length(&document, path, 1, 255);
        let with = |text: String| document.clone().set(path, text);
        let (length, bytes) = ([format!("text-length@{path}")], [format!("attribute-name-bytes@{path}")]);
        // Two bytes each: 254, 255, 256, 400, 510 and 512 of them.
        with("é".repeat(127)).keeps_every_rule();
        with("é".repeat(127) + "e").keeps_every_rule();
        with("é".repeat(128)).breaks(&bytes);
        with("é".repeat(200)).breaks(&bytes);
        with("é".repeat(255)).breaks(&bytes);
        with("é".repeat(256)).breaks(&length);
        // Four bytes each.
        with("𝄞".repeat(63)).keeps_every_rule();
        with("𝄞".repeat(63) + "eee").keeps_every_rule();
        with("𝄞".repeat(64)).breaks(&bytes);
        with("𝄞".repeat(255)).breaks(&bytes);
        with("𝄞".repeat(256)).breaks(&length);
        with("a b\n/$".to_owned()).keeps_every_rule();
    }
}

#[test]
fn search_schema_names_have_their_length() {
    let with = |text: String| papers().set("vector/0/SearchSchema/1/AttributeName", text);
    with(String::new()).keeps_every_rule();
    with("a".repeat(256)).keeps_every_rule();
    with("é".repeat(256)).keeps_every_rule();
    with("a".repeat(65_535)).keeps_every_rule();
    with("é".repeat(65_535)).keeps_every_rule();
    with("a".repeat(65_536)).breaks(&["text-length@vector/0/SearchSchema/1/AttributeName"]);
}

#[test]
fn a_system_backup_is_named_after_its_table() {
    let with = |name: &str| gone().set("backup/BackupName", name);
    with("Gone$DeletedTableBackup").keeps_every_rule();
    for name in [
        "nightly",
        "Gone",
        "Gone$",
        "$DeletedTableBackup",
        "gone$DeletedTableBackup",
        "Gone$deletedtablebackup",
        "Gone$DeletedTableBackup\n",
        " Gone$DeletedTableBackup",
        "Gone$DeletedTableBackup$DeletedTableBackup",
        "Gone2$DeletedTableBackup",
        "",
    ] {
        with(name).breaks(&["system-backup-name@backup/BackupName"]);
    }
    let longest = "t".repeat(255);
    gone()
        .set("table/TableName", longest.as_str())
        .replace("table/Gone", &format!("table/{longest}"))
        .set("backup/BackupName", format!("{longest}$DeletedTableBackup"))
        .keeps_every_rule();
    gone().remove("table/TableName").breaks(&["required-member-missing@table/TableName"]);
    gone().remove("table").breaks(&["source-table-details-missing@table"]);
}

/// Without the table's name only the length is known: that of a name of 255 characters, and of the suffix.
#[test]
fn a_system_backup_of_an_unknown_table_has_a_name_of_3_to_274_characters() {
    let missing = "required-member-missing@table/TableName";
    let with = |name: String| gone().remove("table/TableName").set("backup/BackupName", name);
    for length in [3, 255, 274] {
        with("$".repeat(length)).breaks(&[missing]);
    }
    for length in [0, 2, 275] {
        with("$".repeat(length)).breaks(&["text-length@backup/BackupName", missing]);
    }
}

/// The first SYSTEM backups were made when responses had no `BackupType` yet.
#[test]
fn a_backup_of_an_unknown_type_may_be_named_like_a_system_one() {
    let typeless = |name: &str| music().remove("backup/BackupType").set("backup/BackupName", name);
    let missing = "backup-type-missing@backup/BackupType";
    typeless("Music$DeletedTableBackup").breaks(&[missing]);
    typeless(&format!("{}$DeletedTableBackup", "t".repeat(255))).breaks(&[missing]);
    typeless("Music$Deleted").breaks(&["text-pattern@backup/BackupName", missing]);
    typeless("ab").breaks(&["text-length@backup/BackupName", missing]);
    let unknown = |name: &str| music().set("backup/BackupType", "NEW").set("backup/BackupName", name);
    unknown("Music$DeletedTableBackup").breaks(&["unknown-enum-value@backup/BackupType"]);
    unknown("a b").breaks(&["text-pattern@backup/BackupName", "unknown-enum-value@backup/BackupType"]);
}

#[test]
fn index_names_differ_over_all_lists() {
    let named = |path: &str, name: &str| music().set(path, name);
    named("global/0/IndexName", "by-year").breaks(&["index-name-duplicate@global/0/IndexName"]);
    named("global/1/IndexName", "by-year").breaks(&["index-name-duplicate@global/1/IndexName"]);
    named("local/0/IndexName", "by-label").breaks(&["index-name-duplicate@global/1/IndexName"]);
    named("global/0/IndexName", "by-label").breaks(&["index-name-duplicate@global/1/IndexName"]);
    named("global/1/IndexName", "by-genre").breaks(&["index-name-duplicate@global/1/IndexName"]);
    named("global/1/IndexName", "By-Year").keeps_every_rule();
    named("global/1/IndexName", "by-year.").keeps_every_rule();
    named("local/0/IndexName", "Music").keeps_every_rule();
    named("global/0/IndexName", "by-year")
        .set("global/1/IndexName", "by-year")
        .breaks(&["index-name-duplicate@global/0/IndexName", "index-name-duplicate@global/1/IndexName"]);

    papers().set("vector/2/IndexName", "by-abstract").breaks(&["index-name-duplicate@vector/2/IndexName"]);
    let three = |local_name: &str, global_name: &str, vector_name: &str| {
        papers()
            .set("table/KeySchema/1", json!({"AttributeName": "sk", "KeyType": "RANGE"}))
            .set("local", json!([{"IndexName": local_name, "KeySchema": super::document::key("PaperId HASH, a RANGE"), "Projection": {"ProjectionType": "ALL"}}]))
            .set("global", json!([{"IndexName": global_name, "KeySchema": super::document::key("a HASH"), "Projection": {"ProjectionType": "ALL"}}]))
            .set("vector/1/IndexName", vector_name)
    };
    three("one", "two", "three").keeps_every_rule();
    three("one", "one", "three").breaks(&["index-name-duplicate@global/0/IndexName"]);
    three("one", "two", "one").breaks(&["index-name-duplicate@vector/1/IndexName"]);
    three("one", "two", "two").breaks(&["index-name-duplicate@vector/1/IndexName"]);
    three("one", "one", "one")
        .breaks(&["index-name-duplicate@global/0/IndexName", "index-name-duplicate@vector/1/IndexName"]);
    three("by-title", "two", "three").breaks(&["index-name-duplicate@vector/2/IndexName"]);
}

#[test]
fn a_text_that_is_refused_names_its_type_and_its_fault() {
    let fault = TableName::try_from("ab").unwrap_err();
    assert_eq!(fault.type_name(), "TableName");
    assert_eq!(fault.to_string(), "not a valid TableName: expected 3 to 255 characters, found 2");
    let fault = TableId::try_from("B0").unwrap_err();
    assert_eq!(fault.type_name(), "TableId");
    assert_eq!(fault.to_string(), "not a valid TableId: expected a UUID in lower case");
    let fault = AttributeName::try_from("é".repeat(128)).unwrap_err();
    assert_eq!(fault.to_string(), "not a valid AttributeName: expected at most 255 bytes of UTF-8, found 256");
    let fault = "".parse::<TableArn>().unwrap_err();
    assert_eq!(fault.to_string(), "not a valid TableArn: expected 1 to 1024 characters, found 0");
}
