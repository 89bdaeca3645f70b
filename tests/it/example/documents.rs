//! What the program says of documents, of whatever kind and however they are written.

use super::{Run, run};
use crate::fixtures::fixture;

#[test]
fn each_kind_of_document_is_described_in_a_sentence() {
    let arn = "arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a";
    let cases = [
        (r#"{"BackupDescription":{"BackupDetails":{"BackupName":"a\nb","BackupStatus":"x\ty"}}}"#.to_owned(),
         r#"DescribeBackup: backup "a\nb" of table without a name, x\ty"#),
        (r#"{"BackupDescription":null}"#.to_owned(), "DescribeBackup: nothing is described"),
        (r#"{"SourceTableDetails":{"TableName":"T"}}"#.to_owned(),
         r#"BackupDescription: backup without a name of table "T", without a status"#),
        (format!(r#"{{"BackupArn":"{arn}","BackupName":"n","BackupStatus":""}}"#),
         r#"BackupDetails: backup "n" of table "Music", without a status"#),
        (format!(r#"{{"BackupDetails":{{"BackupArn":"{arn}","BackupName":"n","BackupStatus":"CREATING"}}}}"#),
         r#"CreateBackup: backup "n" of table "Music", CREATING"#),
        (format!(r#"{{"BackupArn":"{arn}","BackupName":"n","BackupStatus":"DELETED"}}"#),
         r#"BackupDetails: backup "n" of table "Music", DELETED"#),
        (r#"{"BackupDetails":null}"#.to_owned(), "CreateBackup: nothing was created"),
        (r#"{"BackupSummaries":[]}"#.to_owned(), "ListBackups: no backups"),
        (r#"{"BackupSummaries":[{"TableName":"T"}],"LastEvaluatedBackupArn":"a"}"#.to_owned(),
         r#"ListBackups: 1 backup of table "T", with more to come"#),
        (r#"{"BackupSummaries":[{"TableName":"T"},{"TableName":"U"},{"TableName":"T"}]}"#.to_owned(),
         "ListBackups: 3 backups of 2 tables"),
        (r#"{"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"ENABLED","RecoveryPeriodInDays":35}}}"#.to_owned(),
         "ContinuousBackups: continuous backups ENABLED, point-in-time recovery ENABLED for 35 days"),
        (r#"{"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":""}}}"#.to_owned(),
         "ContinuousBackups: continuous backups without a status, point-in-time recovery without a status"),
        (r#"{"ContinuousBackupsDescription":{}}"#.to_owned(),
         "ContinuousBackups: continuous backups without a status, point-in-time recovery without a status"),
        (r#"{"message":"first\nsecond"}"#.to_owned(), r"error response: an error without a name: first\nsecond"),
        ("[5]".to_owned(), "not a document of the backup operations"),
    ];
    for (text, expected) in cases {
        let Run { out, .. } = run(&["--format", "lines"], text.as_bytes());
        let sentence = out.lines().next().unwrap().strip_prefix("<stdin>: document 1: ");
        assert_eq!(sentence, Some(expected), "{text}");
    }
}

#[test]
fn snippets_show_an_excerpt_of_a_long_line_with_its_column_in_the_file() {
    let filler = format!(r#"{{"x":"{}"}}"#, "é".repeat(5000));
    let full = fixture("full").text.replace("AVAILABLE", "ACTIVE");
    let text = format!("{filler} {full}");
    let column = text
        .chars()
        .collect::<Vec<_>>()
        .windows(8)
        .position(|chars| chars.iter().collect::<String>() == "\"ACTIVE\"")
        .unwrap()
        + 1;
    let Run { out, .. } = run(&["--format", "snippets", "--allow", "document-unrecognized"], text.as_bytes());
    assert!(out.contains(&format!("--> <stdin>:1:{column}\n")), "{out}");
    assert!(out.lines().all(|line| line.chars().count() < 250), "{out}");
    assert_eq!(out.matches("\"ACTIVE\"").count(), 2, "{out}");
}

#[test]
fn unreadable_input_affects_only_its_document() {
    let wire = fixture("wire-2018").text;
    let text = format!("\u{FEFF}{wire}\nTraceback: no JSON\n{wire}\n[{wire},{{\"BackupDescription\":5}},{wire}]");
    let Run { code, out, err } = run(&["--format", "lines"], text.as_bytes());
    assert_eq!(code, 2);
    assert!(out.contains("\n1 file, 6 documents: 4 valid, 0 with errors, 2 unreadable\n"), "{out}");
    assert!(err.starts_with("<stdin>:2:"), "{err}");
    assert!(err.contains("can't read document 5: in /BackupDescription: "), "{err}");
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let again = run(&["--format", "lines"], &utf_16);
    assert_eq!((again.code, again.out, again.err), (code, out, err));
}
