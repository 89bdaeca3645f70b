//! Documents of any members.

use crate::properties::captured::assert_invariants;
use crate::properties::config;
use proptest::prelude::*;

const NAMES: [&str; 30] = [
    "BackupDescription",
    "BackupSummaries",
    "ContinuousBackupsDescription",
    "SourceTableDetails",
    "SourceTableFeatureDetails",
    "BackupDetails",
    "BackupArn",
    "BackupStatus",
    "BackupName",
    "TableName",
    "BackupCreationDateTime",
    "BackupSizeBytes",
    "PointInTimeRecoveryDescription",
    "KeySchema",
    "__type",
    "message",
    "Message",
    "Error",
    "Code",
    "errorCode",
    "name",
    "code",
    "$metadata",
    "$fault",
    "statusCode",
    "Cause",
    "Table",
    "backup_arn",
    "backupDescription",
    "x",
];

const VALUES: [&str; 14] = [
    "null",
    "true",
    "7",
    "-0.5",
    "1.5E9",
    "1609459200.123456789",
    r#""x""#,
    r#""2021-01-01T00:00:00Z""#,
    "[]",
    "{}",
    "[{}]",
    r#"["x"]"#,
    r#""DynamoDb.X""#,
    r#""{\"BackupDetails\":{}}""#,
];

fn documents() -> impl Strategy<Value = String> {
    prop::sample::select(&VALUES[..]).prop_map(String::from).prop_recursive(4, 40, 6, |inner| {
        let member = (prop::sample::select(&NAMES[..]), inner.clone());
        prop_oneof![
            4 => prop::collection::vec(member, 0..6).prop_map(|members| {
                let members: Vec<String> = members.iter().map(|(name, value)| format!("{name:?}:{value}")).collect();
                format!("{{{}}}", members.join(", "))
            }),
            1 => prop::collection::vec(inner, 0..3).prop_map(|values| format!("[{}]", values.join("\n,"))),
        ]
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_members_of_a_document_determine_its_kind(text in documents()) {
        assert_invariants(text.as_bytes());
    }

    #[test]
    fn a_truncated_or_changed_document_is_read_or_refused(text in documents(), at: prop::sample::Index, byte: u8) {
        let mut bytes = text.into_bytes();
        let at = at.index(bytes.len());
        assert_invariants(&bytes[..at]);
        bytes[at] = byte;
        assert_invariants(&bytes);
    }
}
