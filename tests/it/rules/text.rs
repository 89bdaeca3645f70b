//! Names and other strings.

use super::document::{Document, global, gone, ledger, local, music, papers, vector};
use dynamodb_backup_model::{AttributeName, TableArn, TableId, TableName};
use serde_json::json;

/// Lengths of names: all characters are such as the pattern allows.
#[track_caller]
fn has_length(document: &Document, path: &str, min: usize, max: usize) {
    let long = |length: usize| document.clone().set(path, "a".repeat(length));
    let expected = [format!("text-length@{path}")];
    long(min - 1).violates(&expected);
    long(min).violates_nothing();
    long(max).violates_nothing();
    long(max + 1).violates(&expected);
}

/// A whole text of ASCII letters, digits, `_`, `.` and `-`.
#[track_caller]
fn is_a_name(document: &Document, path: &str) {
    let with = |text: &str| document.clone().set(path, text);
    for text in ["a.-", "---", "...", "___", "Az09_.-", "000"] {
        with(text).violates_nothing();
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
        with(text).violates(&expected);
    }
    let both = [format!("text-length@{path}"), format!("text-pattern@{path}")];
    with("éé").violates(&both);
    with("€€").violates(&both);
    with("").violates(&both);
    with(&"é".repeat(255)).violates(&expected);
    with(&"é".repeat(256)).violates(&both);
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
    renamed("ab").violates(&["text-length@table/TableName"]);
    renamed("abc").violates_nothing();
    renamed(&"a".repeat(255)).violates_nothing();
    renamed(&"a".repeat(256)).violates(&["text-length@table/TableName"]);
    renamed("a.-").violates_nothing();
    // Without ARNs to agree with, a table may have any name.
    let alone = music().remove("backup/BackupArn").remove("table/TableArn");
    let [arn, table_arn] = ["required-member-missing@backup/BackupArn", "table-arn-missing@table/TableArn"];
    for name in ["my table", "table\n", " table", "naïve", "arn:aws:dynamodb:us-west-2:123456789012:table/Music"] {
        alone.clone().set("table/TableName", name).violates(&[arn, "text-pattern@table/TableName", table_arn]);
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
        with(id).violates_nothing();
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
        with(id).violates(&["text-pattern@table/TableId"]);
    }
}

#[test]
fn backup_arns_have_their_length() {
    let id =
        |length: usize| format!("arn:aws:backup:eu-central-1:890123456789:recovery-point:{}", "i".repeat(length - 56));
    ledger().set("backup/BackupArn", id(1024)).violates_nothing();
    ledger().set("backup/BackupArn", id(1025)).violates(&["text-length@backup/BackupArn"]);
    let format = "backup-arn-format@backup/BackupArn";
    music().set("backup/BackupArn", "a".repeat(37)).violates(&[format]);
    music().set("backup/BackupArn", "a".repeat(36)).violates(&["text-length@backup/BackupArn", format]);
    music().set("backup/BackupArn", "").violates(&["text-length@backup/BackupArn", format]);
}

#[test]
fn table_arns_have_their_length() {
    let arn = |length: usize| format!("arn:aws:dynamodb:us-west-2:123456789012:table/{}", "t".repeat(length - 46));
    let mismatch = "table-arn-name-mismatch@table/TableArn";
    music().set("table/TableArn", arn(1024)).violates(&[mismatch]);
    music().set("table/TableArn", arn(1025)).violates(&["text-length@table/TableArn", mismatch]);
    music().set("table/TableArn", "a").violates(&["table-arn-format@table/TableArn"]);
    music().set("table/TableArn", "").violates(&["text-length@table/TableArn", "table-arn-format@table/TableArn"]);
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
        with("é".repeat(127)).violates_nothing();
        with("é".repeat(127) + "e").violates_nothing();
        with("é".repeat(128)).violates(&bytes);
        with("é".repeat(200)).violates(&bytes);
        with("é".repeat(255)).violates(&bytes);
        with("é".repeat(256)).violates(&length);
        // Four bytes each.
        with("𝄞".repeat(63)).violates_nothing();
        with("𝄞".repeat(63) + "eee").violates_nothing();
        with("𝄞".repeat(64)).violates(&bytes);
        with("𝄞".repeat(255)).violates(&bytes);
        with("𝄞".repeat(256)).violates(&length);
        with("a b\n/$".to_owned()).violates_nothing();
    }
}

#[test]
fn search_schema_names_have_their_length() {
    let with = |text: String| papers().set("vector/0/SearchSchema/1/AttributeName", text);
    with(String::new()).violates_nothing();
    with("a".repeat(256)).violates_nothing();
    with("é".repeat(256)).violates_nothing();
    with("a".repeat(65_535)).violates_nothing();
    with("é".repeat(65_535)).violates_nothing();
    with("a".repeat(65_536)).violates(&["text-length@vector/0/SearchSchema/1/AttributeName"]);
}

#[test]
fn a_system_backup_is_named_after_its_table() {
    let with = |name: &str| gone().set("backup/BackupName", name);
    with("Gone$DeletedTableBackup").violates_nothing();
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
        with(name).violates(&["system-backup-name@backup/BackupName"]);
    }
    let longest = "t".repeat(255);
    gone()
        .set("table/TableName", longest.as_str())
        .replace("table/Gone", &format!("table/{longest}"))
        .set("backup/BackupName", format!("{longest}$DeletedTableBackup"))
        .violates_nothing();
    gone().remove("table/TableName").violates(&["required-member-missing@table/TableName"]);
    gone().remove("table").violates(&["source-table-details-missing@table"]);
}

/// Without the table's name only the length is known: that of a name of 255 characters, and of the suffix.
#[test]
fn a_system_backup_of_an_unknown_table_has_a_name_of_3_to_274_characters() {
    let missing = "required-member-missing@table/TableName";
    let with = |name: String| gone().remove("table/TableName").set("backup/BackupName", name);
    for length in [3, 255, 274] {
        with("$".repeat(length)).violates(&[missing]);
    }
    for length in [0, 2, 275] {
        with("$".repeat(length)).violates(&["text-length@backup/BackupName", missing]);
    }
}

/// The first SYSTEM backups were made when responses had no `BackupType` yet.
#[test]
fn a_backup_of_unknown_type_may_be_named_like_a_system_backup() {
    let typeless = |name: &str| music().remove("backup/BackupType").set("backup/BackupName", name);
    let missing = "backup-type-missing@backup/BackupType";
    typeless("Music$DeletedTableBackup").violates(&[missing]);
    typeless(&format!("{}$DeletedTableBackup", "t".repeat(255))).violates(&[missing]);
    typeless("Music$Deleted").violates(&["text-pattern@backup/BackupName", missing]);
    typeless("ab").violates(&["text-length@backup/BackupName", missing]);
    let unknown = |name: &str| music().set("backup/BackupType", "NEW").set("backup/BackupName", name);
    unknown("Music$DeletedTableBackup").violates(&["unknown-enum-value@backup/BackupType"]);
    unknown("a b").violates(&["text-pattern@backup/BackupName", "unknown-enum-value@backup/BackupType"]);
}

#[test]
fn index_names_are_unique_across_all_lists() {
    let named = |path: &str, name: &str| music().set(path, name);
    named("global/0/IndexName", "by-year").violates(&["index-name-duplicate@global/0/IndexName"]);
    named("global/1/IndexName", "by-year").violates(&["index-name-duplicate@global/1/IndexName"]);
    named("local/0/IndexName", "by-label").violates(&["index-name-duplicate@global/1/IndexName"]);
    named("global/0/IndexName", "by-label").violates(&["index-name-duplicate@global/1/IndexName"]);
    named("global/1/IndexName", "by-genre").violates(&["index-name-duplicate@global/1/IndexName"]);
    named("global/1/IndexName", "By-Year").violates_nothing();
    named("global/1/IndexName", "by-year.").violates_nothing();
    named("local/0/IndexName", "Music").violates_nothing();
    named("global/0/IndexName", "by-year")
        .set("global/1/IndexName", "by-year")
        .violates(&["index-name-duplicate@global/0/IndexName", "index-name-duplicate@global/1/IndexName"]);

    papers().set("vector/2/IndexName", "by-abstract").violates(&["index-name-duplicate@vector/2/IndexName"]);
    let three = |local_name: &str, global_name: &str, vector_name: &str| {
        papers()
            .set("table/KeySchema/1", json!({"AttributeName": "sk", "KeyType": "RANGE"}))
            .set("local", json!([{"IndexName": local_name, "KeySchema": super::document::key("PaperId HASH, a RANGE"), "Projection": {"ProjectionType": "ALL"}}]))
            .set("global", json!([{"IndexName": global_name, "KeySchema": super::document::key("a HASH"), "Projection": {"ProjectionType": "ALL"}}]))
            .set("vector/1/IndexName", vector_name)
    };
    three("one", "two", "three").violates_nothing();
    three("one", "one", "three").violates(&["index-name-duplicate@global/0/IndexName"]);
    three("one", "two", "one").violates(&["index-name-duplicate@vector/1/IndexName"]);
    three("one", "two", "two").violates(&["index-name-duplicate@vector/1/IndexName"]);
    three("one", "one", "one")
        .violates(&["index-name-duplicate@global/0/IndexName", "index-name-duplicate@vector/1/IndexName"]);
    three("by-title", "two", "three").violates(&["index-name-duplicate@vector/2/IndexName"]);
}

#[test]
fn the_error_of_a_refused_string_names_its_type_and_kind() {
    let error = TableName::try_from("ab").unwrap_err();
    assert_eq!(error.type_name(), "TableName");
    assert_eq!(error.to_string(), "not a valid TableName: expected 3 to 255 characters, found 2");
    let error = TableId::try_from("B0").unwrap_err();
    assert_eq!(error.type_name(), "TableId");
    assert_eq!(error.to_string(), "not a valid TableId: expected a UUID in lower case");
    let error = AttributeName::try_from("é".repeat(128)).unwrap_err();
    assert_eq!(error.to_string(), "not a valid AttributeName: expected at most 255 bytes of UTF-8, found 256");
    let error = "".parse::<TableArn>().unwrap_err();
    assert_eq!(error.to_string(), "not a valid TableArn: expected 1 to 1024 characters, found 0");
}
