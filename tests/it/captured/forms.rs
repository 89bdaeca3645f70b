//! The forms in which people have captured documents, each as what it is.

mod clients;
mod files;
mod others;

use dynamodb_backup_model::{Captured, Limits, Validate, json};
use std::fmt::Write as _;

/// A valid backup: `@time` is the time of its creation as a client writes it.
const DETAILS: &str = r#"{"BackupArn":"arn:aws:dynamodb:eu-central-1:210987654321:table/Orders/backup/01609459200123-0a1b2c3d","BackupName":"weekly","BackupSizeBytes":7340032,"BackupStatus":"AVAILABLE","BackupType":"USER","BackupCreationDateTime":@time}"#;

/// The table of the backup.
const TABLE: &str = r#"{"BillingMode":"PROVISIONED","ItemCount":5120,"KeySchema":[{"AttributeName":"Id","KeyType":"HASH"}],"ProvisionedThroughput":{"ReadCapacityUnits":4,"WriteCapacityUnits":2},"TableArn":"arn:aws:dynamodb:eu-central-1:210987654321:table/Orders","TableCreationDateTime":1577836800,"TableId":"5f0c9a52-7d1e-4b7e-9c55-0a5f6f3b2d10","TableName":"Orders","TableSizeBytes":7340032}"#;

fn details(time: &str) -> String {
    DETAILS.replace("@time", time)
}

fn description(time: &str) -> String {
    format!(r#"{{"BackupDetails":{},"SourceTableDetails":{TABLE},"SourceTableFeatureDetails":{{}}}}"#, details(time))
}

/// The output of `DescribeBackup`, without a rule that it violates.
fn described(time: &str) -> String {
    format!(r#"{{"BackupDescription":{}}}"#, description(time))
}

/// The output of `DescribeBackup` as the service sends it.
fn wire() -> String {
    described("1.609459200123E9")
}

/// The same with another part for one of its parts.
#[track_caller]
fn with(part: &str, other: &str) -> String {
    let wire = wire();
    assert_eq!(wire.matches(part).count(), 1, "{part}");
    wire.replace(part, other)
}

/// Each document as its line, its path in an array and its kind; then an error's code and status, each rule with the path
/// of its violation, or the path at which the document can't be read.
fn shown(bytes: &[u8], limits: &Limits) -> Vec<[String; 2]> {
    json::documents(bytes)
        .map(|document| {
            let mut line = document.line().to_string();
            if !document.path().is_root() {
                write!(line, " {}", document.path()).unwrap();
            }
            let captured: Captured = match document.read() {
                Ok(captured) => captured,
                Err(error) => return [format!("{line} unreadable {}", error.path()), error.message().to_owned()],
            };
            write!(line, " {}", captured.kind()).unwrap();
            if let Captured::Error(error) = &captured {
                let (code, status) = (error.code(), error.http_status());
                write!(line, " {} {}", code.as_ref().map_or("-", |code| code.as_str()), status.unwrap_or(0)).unwrap();
            }
            let text = document.text().unwrap();
            crate::exact::assert_same(&json::to_wire_string(&captured), text);
            for violation in &captured.validate_with(limits) {
                write!(line, " {}@{}", violation.rule(), violation.path()).unwrap();
            }
            [line, captured.hint().unwrap_or_default()]
        })
        .collect()
}

/// Each document is what is expected, up to ` | `; the words after it are in its hint or in the message of its error.
#[track_caller]
fn case_with(limits: &Limits, input: &[u8], expected: &[&str]) {
    let shown = shown(input, limits);
    let expected: Vec<Vec<&str>> = expected.iter().map(|line| line.split(" | ").collect()).collect();
    let lines: Vec<&str> = shown.iter().map(|[line, _]| line.trim_end()).collect();
    let input = String::from_utf8_lossy(input);
    assert_eq!(lines, expected.iter().map(|words| words[0]).collect::<Vec<_>>(), "{input}\n{shown:#?}");
    for ([_, said], words) in shown.iter().zip(&expected) {
        assert!(words[1..].iter().all(|word| said.contains(word)), "{words:?}: {said:?}: {input}");
        // Of a document that is not recognized every hint is expected.
        assert!(words.len() > 1 || said.is_empty() || words[0].contains("unreadable"), "{said:?}: {input}");
    }
}

#[track_caller]
fn case(input: impl AsRef<[u8]>, expected: &[&str]) {
    case_with(&Limits::default(), input.as_ref(), expected);
}
