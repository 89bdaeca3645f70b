//! How documents get into a file.

use super::{DETAILS, case, details, wire};

const CREATED: &str = r#"{"BackupDetails":@details}"#;
const LISTED: &str = r#"{"BackupSummaries":[]}"#;
const FAILED: &str = r#"{"__type":"com.amazonaws.dynamodb.v20120810#BackupNotFoundException","message":"none"}"#;

fn created() -> String {
    CREATED.replace("@details", &details("1609459200.123"))
}

fn pretty(text: &str) -> String {
    serde_json::to_string_pretty(&serde_json::from_str::<serde_json::Value>(text).unwrap()).unwrap()
}

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn json_lines() {
    let (wire, created) = (wire(), created());
    case(
        format!("{wire}\n{created}\n{FAILED}\n"),
        &["1 DescribeBackup", "2 CreateBackup", "3 error BackupNotFoundException 400"],
    );
    case(format!("\n\n{LISTED}\n  \n\t{wire}"), &["3 ListBackups", "5 DescribeBackup"]);
    case(
        format!("{LISTED}\n{{}}\n{LISTED}\n"),
        &["1 ListBackups", "2 unrecognized document-unrecognized@", "3 ListBackups"],
    );
    case(
        format!("{LISTED}\n{{\"BackupDescription\":7}}\n{created}"),
        &["1 ListBackups", "2 unreadable /BackupDescription", "3 CreateBackup"],
    );
}

#[test]
fn one_document_after_another() {
    let (wire, created) = (wire(), created());
    case(format!("{wire}{created}{LISTED}"), &["1 DescribeBackup", "1 CreateBackup", "1 ListBackups"]);
    case(
        format!("{}\n\n{}\n{LISTED}", pretty(FAILED), pretty(LISTED)),
        &["1 error BackupNotFoundException 400", "6 ListBackups", "9 ListBackups"],
    );
    case(format!("{LISTED}\t[{created}] {}", pretty(LISTED)), &["1 ListBackups", "1 /0 CreateBackup", "1 ListBackups"]);
}

#[test]
fn an_array() {
    let (wire, created) = (wire(), created());
    case(format!("[\n  {wire},\n  {FAILED}\n]"), &["2 /0 DescribeBackup", "3 /1 error BackupNotFoundException 400"]);
    case(
        pretty(&format!("[{LISTED},{FAILED},{{}}]")),
        &["2 /0 ListBackups", "5 /1 error BackupNotFoundException 400", "9 /2 unrecognized document-unrecognized@"],
    );
    case(format!("[{created}]\n[{LISTED},{wire}]"), &["1 /0 CreateBackup", "2 /0 ListBackups", "2 /1 DescribeBackup"]);
    case(format!("[[{wire}]]"), &["1 /0 unrecognized document-unrecognized@ | a list"]);
    case("[null,\"x\"]", &["1 /0 unrecognized document-unrecognized@", "1 /1 unrecognized document-unrecognized@"]);
    case("[]", &[]);
}

#[test]
fn an_array_with_a_broken_element() {
    let created = created();
    case(
        format!("[\n  {created},\n  {{\"BackupSummaries\": oops}},\n  {LISTED}\n]\n"),
        &["2 /0 CreateBackup", "3 /1 unreadable /BackupSummaries", "4 /2 ListBackups"],
    );
    case(
        format!("[\n{LISTED},\n{{'BackupSummaries': []}},\n{created}]"),
        &["2 /0 ListBackups", "3 /1 unreadable | Python", "4 /2 CreateBackup"],
    );
    case(format!("[{LISTED},{{]}},{LISTED}]\n{created}"), &["1 /0 ListBackups", "1 /1 unreadable", "2 CreateBackup"]);
    case(
        format!("[{LISTED},\n {{\"BackupSummaries\": {{}}}},\n {LISTED}]"),
        &["1 /0 ListBackups", "2 /1 unreadable /BackupSummaries", "3 /2 ListBackups"],
    );
    case(format!("[{LISTED},"), &["1 /0 ListBackups", "1 /1 unreadable"]);
}

#[test]
fn lines_that_end_in_carriage_returns() {
    let crlf = |text: String| text.replace('\n', "\r\n");
    let (wire, created) = (wire(), created());
    case(crlf(format!("{wire}\n{created}\n")), &["1 DescribeBackup", "2 CreateBackup"]);
    case(crlf(format!("{}\n{wire}", pretty(FAILED))), &["1 error BackupNotFoundException 400", "5 DescribeBackup"]);
    case(crlf(format!("[\n{created},\n{LISTED}\n]\n")), &["2 /0 CreateBackup", "3 /1 ListBackups"]);
    case(
        crlf(format!("{LISTED}\n{{\"BackupDetails\":\n\n{LISTED}\n")),
        &["1 ListBackups", "2 unreadable /BackupDetails", "4 ListBackups"],
    );
}

#[test]
fn a_byte_order_mark() {
    let (wire, created) = (wire(), created());
    case(format!("\u{FEFF}{}", pretty(&created)), &["1 CreateBackup"]);
    case(format!("\u{FEFF}{LISTED}\r\n{wire}\r\n"), &["1 ListBackups", "2 DescribeBackup"]);
    case(format!("\u{FEFF}[{created},\n{FAILED}]"), &["1 /0 CreateBackup", "2 /1 error BackupNotFoundException 400"]);
    case(
        format!("{LISTED}\n\u{FEFF}{wire}\n{created}"),
        &["1 ListBackups", "2 unreadable | byte order mark", "3 CreateBackup"],
    );
}

#[test]
fn utf_16_with_a_byte_order_mark() {
    for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        let file = |text: String| utf_16(&format!("\u{FEFF}{text}"), bytes);
        case(file(pretty(&wire()).replace('\n', "\r\n")), &["1 DescribeBackup"]);
        case(file(format!("{LISTED}\r\n{}\r\n", created())), &["1 ListBackups", "2 CreateBackup"]);
        case(
            file(format!("[{FAILED},\r\n{{\"é\":\"𝄞\"}}]")),
            &["1 /0 error BackupNotFoundException 400", "2 /1 unrecognized document-unrecognized@"],
        );
        case(file(format!("{LISTED}\n{{\"é\n{LISTED}")), &["1 ListBackups", "2 unreadable", "3 ListBackups"]);
    }
}

#[test]
fn utf_16_without_a_byte_order_mark() {
    for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        for text in [wire(), pretty(LISTED).replace('\n', "\r\n"), format!("\"{FAILED}"), format!(" {LISTED}")] {
            let input = utf_16(&text, bytes);
            let found = super::shown(&input, &dynamodb_backup_model::Limits::default());
            assert!(found[0][0].starts_with("1 unreadable"), "{found:?}");
            assert!(found[0][1].contains("UTF-16 without a byte order mark"), "{found:?}");
        }
    }
}

#[test]
fn a_broken_line() {
    let (wire, created) = (wire(), created());
    case(
        format!("{wire}\n{}\n{created}\n", &wire[..wire.len() / 2]),
        &["1 DescribeBackup", "2 unreadable /BackupDescription/SourceTableDetails", "3 CreateBackup"],
    );
    case(
        format!("{created}\n{{\"BackupDetails\":{{\"BackupName\":\"week\n{LISTED}\n"),
        &["1 CreateBackup", "2 unreadable /BackupDetails/BackupName", "3 ListBackups"],
    );
    case(
        format!("{LISTED}\n{{\"BackupSummaries\":[],}}\n{LISTED}"),
        &["1 ListBackups", "2 unreadable", "3 ListBackups"],
    );
    case(
        [LISTED.as_bytes(), b"\n{\"BackupDetails\":{\"BackupName\":\"caf\xE9\"}}\n", FAILED.as_bytes()].concat(),
        &["1 ListBackups", "2 unreadable /BackupDetails/BackupName | 0xE9", "3 error BackupNotFoundException 400"],
    );
}

#[test]
fn a_cut_last_line() {
    let created = created();
    case(format!("{created}\n{{"), &["1 CreateBackup", "2 unreadable"]);
    case(
        format!("{LISTED}\n{{\"BackupDetails\":{{\"BackupArn\":\"arn:aws:dyn"),
        &["1 ListBackups", "2 unreadable /BackupDetails/BackupArn"],
    );
    case(
        format!("{LISTED}\r\n{}", &pretty(&created)[..40]),
        &["1 ListBackups", "2 unreadable /BackupDetails/BackupArn"],
    );
    case(DETAILS.split_once("@time").unwrap().0, &["1 unreadable /BackupCreationDateTime"]);
}

#[test]
fn rubbish_between_documents() {
    let (wire, created) = (wire(), created());
    case(
        format!("2021-01-01T00:00:00Z INFO request\n{wire}\n2021-01-01T00:00:01Z INFO done\n"),
        &["1 unreadable", "2 DescribeBackup", "3 unreadable"],
    );
    case(
        format!("{created}\n--\n\nAn error occurred (ThrottlingException)\n{LISTED}\n"),
        &["1 CreateBackup", "2 unreadable", "5 ListBackups"],
    );
    case(
        format!("{LISTED},\n{LISTED};\n{LISTED}"),
        &["1 ListBackups", "1 unreadable", "2 ListBackups", "2 unreadable", "3 ListBackups"],
    );
    case(
        format!("$ aws dynamodb list-backups\n{}\n$ \n", pretty(LISTED)),
        &["1 unreadable", "2 ListBackups", "5 unreadable"],
    );
}
