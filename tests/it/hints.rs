//! What is said of an input that is not JSON.

use dynamodb_backup_model::{DescribeBackupOutput, json};
use std::fmt::Write as _;

// A table: a row is a line.
#[rustfmt::skip]
fn cases() -> Vec<(&'static str, Vec<u8>)> {
    let text = |text: &str| text.as_bytes().to_vec();
    let units = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> { "{\r\n\"BackupDescription\": \"é\"}".encode_utf16().flat_map(bytes).collect() };
    vec![
        ("boto3's print", text("{'BackupDescription': {'BackupDetails': {'BackupCreationDateTime': datetime.datetime(2019, 12, 17, 20, 59, 26, 715000, tzinfo=tzlocal())}}}")),
        ("boto3's pprint of a list", text("[{'BackupArn': 'x',\n  'BackupSizeBytes': 0}]")),
        ("a datetime in a text that was edited", text("{\"BackupDescription\": {\"BackupDetails\": {\"BackupCreationDateTime\": datetime.datetime(2019, 12, 17)}}}")),
        ("None", text("{\"BackupDescription\": None}")),
        ("True", text("{\"a\": [True]}")),
        ("a Decimal", text("{\"a\": Decimal('1')}")),
        ("an OrderedDict", text("OrderedDict([('BackupDescription', {})])")),
        ("Node's console.log", text("{\n  '$metadata': {\n    httpStatusCode: 200\n  },\n  BackupDescription: {}\n}")),
        ("Node's console.log of a part", text("{ BackupDescription: { BackupDetails: [Object] } }")),
        ("the AWS CLI's YAML", text("BackupDescription:\n  BackupDetails:\n    BackupArn: x\n")),
        ("YAML with a start", text("---\nBackupDescription: {}\n")),
        ("YAML's list", text("- BackupArn: x\n  BackupName: y\n")),
        ("HTML", text("\n<!DOCTYPE html>\n<html></html>")),
        ("HTML without a type", text("<HTML><body>502 Bad Gateway</body></HTML>")),
        ("XML", text("<ErrorResponse><Error/></ErrorResponse>")),
        ("gzip", vec![0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3, 0xAB, 0xAE, 0x05, 0]),
        ("curl -i", text("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\n\r\n{\"BackupDescription\": {}}")),
        ("HTTP/2", text("HTTP/2 400\r\n\r\n{}")),
        ("UTF-16, little end first", units(u16::to_le_bytes)),
        ("UTF-16, big end first", units(u16::to_be_bytes)),
        ("CloudTrail's time", text("{\"BackupDescription\":{\"BackupDetails\":{\"BackupCreationDateTime\":\"Dec 17, 2019 8:59:26 PM\"}}}")),
        ("CloudTrail's time with another comma", text("{\"BackupDescription\":{\"BackupDetails\":{\"BackupCreationDateTime\":\"Dec 7, 2019, 8:59:26 PM\"}}}")),
        // Nothing is known of these.
        ("prose", text("Error: could not connect\n")),
        ("prose with quotation marks", text("'tis nothing")),
        ("a word", text("BackupDescription")),
        ("a number for a name", text("{1:2}")),
        ("a date", text("{\"BackupDescription\":{\"BackupDetails\":{\"BackupCreationDateTime\":\"Tue Dec 17 2019\"}}}")),
        ("Latin-1", b"{\"a\":\"\xE9\"}".to_vec()),
    ]
}

#[test]
fn errors_say_what_input_that_is_not_json_seems_to_be() {
    let mut table = String::new();
    for (name, bytes) in cases() {
        let error = json::from_slice::<DescribeBackupOutput>(&bytes).expect_err(name);
        writeln!(table, "{name}\n    {:?}: {error}\n", error.kind()).unwrap();
    }
    insta::assert_snapshot!(table);
}

/// Where a document ends is another matter than what it seems to be.
#[test]
fn a_document_has_the_same_hint_as_its_text_alone() {
    for (name, bytes) in cases() {
        let whole = [b"{\"first\": 1}\n", &bytes[..]].concat();
        let document = json::documents(&whole).nth(1).unwrap();
        if document.path().is_root() && document.range().end == whole.trim_ascii_end().len() {
            let alone = json::from_slice::<DescribeBackupOutput>(&bytes).expect_err(name);
            assert_eq!(document.read::<DescribeBackupOutput>().expect_err(name).message(), alone.message(), "{name}");
        }
    }
}

#[test]
fn the_body_after_headers_from_curl_is_read() {
    let input = b"HTTP/1.1 200 OK\r\nContent-Length: 25\r\n\r\n{\"BackupDescription\": {}}";
    let documents: Vec<_> = json::documents(input).collect();
    assert!(documents[0].text().unwrap_err().message().contains("curl"));
    assert!(documents[1].read::<DescribeBackupOutput>().is_ok());
    assert_eq!((documents.len(), documents[1].line()), (2, 4));
}
