//! The documents that are measured, always the same bytes.

use std::fmt::Write as _;

/// The least that reads as a response.
pub(crate) const MINIMAL: &str = r#"{"BackupDescription":{"BackupDetails":{"BackupArn":"arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a","BackupCreationDateTime":1.576616366715E9,"BackupName":"nightly","BackupSizeBytes":0,"BackupStatus":"AVAILABLE","BackupType":"USER"},"SourceTableDetails":{"BillingMode":"PAY_PER_REQUEST","ItemCount":0,"KeySchema":[{"AttributeName":"Artist","KeyType":"HASH"}],"ProvisionedThroughput":{"ReadCapacityUnits":0,"WriteCapacityUnits":0},"TableArn":"arn:aws:dynamodb:us-west-2:123456789012:table/Music","TableCreationDateTime":1.516149542009E9,"TableId":"b0c04bcc-309b-4352-b2ae-9088af169fe2","TableName":"Music","TableSizeBytes":0},"SourceTableFeatureDetails":{}}}"#;

/// One local index, two global ones, stream, time to live and encryption.
pub(crate) const FULL: &str = include_str!("../../tests/fixtures/valid/full.json");

/// What fills the quotas: 20 global and 5 local indexes with 100 projected names between them.
pub(crate) fn large() -> String {
    Growth { indexes: 20, names: 4, unmodeled: 0 }.document()
}

/// A page of so many summaries, each of another backup.
#[allow(dead_code)]
pub(crate) fn page(summaries: usize) -> String {
    let table = "arn:aws:dynamodb:us-west-2:123456789012:table/Music";
    let summaries: Vec<String> = (0..summaries)
        .map(|number| {
            let millis = 1_576_616_366_715 + 86_400_000 * number as u64;
            let (seconds, fraction) = (millis / 1000, millis % 1000);
            let seconds = seconds.to_string();
            let (first, others) = seconds.split_at(1);
            format!(
                r#"{{"BackupArn":"{table}/backup/{millis:014}-b4e58d3a","BackupCreationDateTime":{first}.{others}{fraction:03}E9,"BackupName":"nightly-{number}","BackupSizeBytes":{number},"BackupStatus":"AVAILABLE","BackupType":"USER","TableArn":"{table}","TableId":"b0c04bcc-309b-4352-b2ae-9088af169fe2","TableName":"Music"}}"#
            )
        })
        .collect();
    format!(
        r#"{{"BackupSummaries":[{}],"LastEvaluatedBackupArn":"{table}/backup/01576616366715-b4e58d3a"}}"#,
        summaries.join(",")
    )
}

/// A document with as much of each as is asked for.
#[derive(Clone, Copy)]
pub(crate) struct Growth {
    /// Global indexes, beside five local ones.
    pub(crate) indexes: usize,
    /// Projected names in each index.
    pub(crate) names: usize,
    /// Unknown members of the table.
    pub(crate) unmodeled: usize,
}

impl Growth {
    /// Its text, without white space.
    pub(crate) fn document(self) -> String {
        let Self { indexes, names, unmodeled } = self;
        let head = FULL.split_once(r#""SourceTableFeatureDetails""#).map_or("", |(head, _)| head);
        let mut text = head.replacen("music-before-migration", "before-migration", 1);
        if unmodeled > 0 {
            text.truncate(text.len() - "},".len());
            for number in 0..unmodeled {
                let _ = write!(text, r#","XNew{number:07}":{{"Since":{number},"States":["ON",null]}}"#);
            }
            text.push_str("},");
        }
        text.push_str(r#""SourceTableFeatureDetails":{"GlobalSecondaryIndexes":["#);
        for number in 0..indexes {
            let comma = if number == 0 { "" } else { "," };
            let _ = write!(
                text,
                r#"{comma}{{"IndexName":"global-index-{number}","KeySchema":[{{"AttributeName":"GlobalKey{number}","KeyType":"HASH"}},{{"AttributeName":"CreatedAt","KeyType":"RANGE"}}],{},"ProvisionedThroughput":{{"ReadCapacityUnits":25,"WriteCapacityUnits":10}}}}"#,
                projection(names)
            );
        }
        text.push_str(r#"],"LocalSecondaryIndexes":["#);
        for number in 0..5 {
            let comma = if number == 0 { "" } else { "," };
            let _ = write!(
                text,
                r#"{comma}{{"IndexName":"local-index-{number}","KeySchema":[{{"AttributeName":"Artist","KeyType":"HASH"}},{{"AttributeName":"LocalKey{number}","KeyType":"RANGE"}}],{}}}"#,
                projection(names.min(4))
            );
        }
        text.push_str("]}}}");
        text
    }
}

fn projection(names: usize) -> String {
    let names: Vec<String> = (0..names).map(|number| format!(r#""Attribute{number}""#)).collect();
    format!(r#""Projection":{{"NonKeyAttributes":[{}],"ProjectionType":"INCLUDE"}}"#, names.join(","))
}

/// Three sizes of each kind of growth, each ten times the one before, up to ten megabytes.
pub(crate) fn growing() -> [(&'static str, [Growth; 3]); 3] {
    let one = Growth { indexes: 1, names: 1, unmodeled: 0 };
    [
        ("indexes", [350, 3_500, 35_000].map(|indexes| Growth { indexes, ..one })),
        ("projected names", [5_500, 55_000, 550_000].map(|names| Growth { names, ..one })),
        ("unknown members", [2_000, 20_000, 200_000].map(|unmodeled| Growth { unmodeled, ..one })),
    ]
}

/// A document that breaks rules everywhere: every name, key, capacity and time.
pub(crate) fn broken() -> String {
    large()
        .replace("HASH", "RANGE")
        .replace("global-index-", "global index ")
        .replace("Artist", "")
        .replace(":25,", ":0,")
        .replace("arn:aws:", "arn:azure:")
        .replace("1.516149542009E9", "2.516149542009E9")
        .replace("Attribute0", "Attribute1")
}
