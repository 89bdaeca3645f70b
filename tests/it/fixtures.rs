//! The fixtures, and what each of them is worth to the rules.

use dynamodb_backup_model::{DescribeBackupResponse, Validate, json};
use std::fs;
use std::path::Path;

pub(crate) struct Fixture {
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Fixture {
    /// Whether the fixture is what the service itself sends: all others end in a newline.
    pub(crate) fn is_wire_body(&self) -> bool {
        !self.text.ends_with('\n')
    }

    #[track_caller]
    pub(crate) fn response(&self) -> DescribeBackupResponse {
        json::from_str(&self.text).unwrap_or_else(|fault| panic!("{}: {fault}", self.name))
    }
}

/// The documents that hold nothing but what a genuine response can hold, by name.
pub(crate) fn valid() -> Vec<Fixture> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/valid");
    let mut fixtures: Vec<Fixture> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().strip_suffix(".json").unwrap().to_owned();
            let text = fs::read_to_string(path).unwrap();
            Fixture { name, text }
        })
        .collect();
    fixtures.sort_by(|a, b| a.name.cmp(&b.name));
    fixtures
}

#[track_caller]
pub(crate) fn fixture(name: &str) -> Fixture {
    valid().into_iter().find(|fixture| fixture.name == name).unwrap_or_else(|| panic!("no fixture {name}"))
}

/// All violations of each fixture that has any.
const VIOLATIONS: &[(&str, &[&str])] = &[
    (
        "minimal",
        &[
            "warning backup-type-missing /BackupDescription/BackupDetails/BackupType",
            "warning table-arn-missing /BackupDescription/SourceTableDetails/TableArn",
        ],
    ),
    (
        "unknown-enum-values",
        &[
            "warning unknown-enum-value /BackupDescription/BackupDetails/BackupStatus",
            "warning unknown-enum-value /BackupDescription/BackupDetails/BackupType",
            "warning unknown-enum-value /BackupDescription/SourceTableDetails/KeySchema/1/KeyType",
            "warning unknown-enum-value /BackupDescription/SourceTableDetails/BillingMode",
            "warning unknown-enum-value /BackupDescription/SourceTableFeatureDetails/GlobalSecondaryIndexes/0/Projection/ProjectionType",
            "warning unknown-enum-value /BackupDescription/SourceTableFeatureDetails/StreamDescription/StreamViewType",
            "warning unknown-enum-value /BackupDescription/SourceTableFeatureDetails/TimeToLiveDescription/TimeToLiveStatus",
            "warning unknown-enum-value /BackupDescription/SourceTableFeatureDetails/SSEDescription/Status",
            "warning unknown-enum-value /BackupDescription/SourceTableFeatureDetails/SSEDescription/SSEType",
            "warning unknown-enum-value /BackupDescription/SourceTableFeatureDetails/VectorIndexes/0/SearchSchema/0/SearchSchemaElementType",
            "warning unknown-enum-value /BackupDescription/SourceTableFeatureDetails/VectorIndexes/0/DistanceFunction",
        ],
    ),
    ("wire-2018", &["warning backup-type-missing /BackupDescription/BackupDetails/BackupType"]),
];

#[test]
fn valid_fixtures_break_no_rule_but_those_listed() {
    let mut listed = 0;
    for fixture in valid() {
        let found: Vec<String> = fixture
            .response()
            .validate()
            .iter()
            .map(|violation| format!("{} {} {}", violation.severity(), violation.rule(), violation.path()))
            .collect();
        let expected = VIOLATIONS.iter().find(|(name, _)| *name == fixture.name).map_or(&[][..], |(_, all)| {
            listed += 1;
            all
        });
        assert_eq!(found, expected, "{}", fixture.name);
        assert!(found.iter().all(|violation| violation.starts_with("warning ")), "{}", fixture.name);
    }
    assert_eq!(listed, VIOLATIONS.len(), "a listed fixture is missing");
}

#[test]
fn fixtures_hold_what_their_names_say() {
    let has = |name: &str, text: &str| {
        assert!(fixture(name).text.contains(text), "{name} lacks {text}");
    };
    has("cli-v2-iso-offset", "+04:00");
    has("boto3-str-datetime", "55.413000+00:00");
    has("boto3-str-datetime", "2026-11-21 08:00:00+00:00");
    has("boto3-isoformat", "2026-11-22T07:57:55.413000+00:00");
    has("system-backup", "$DeletedTableBackup");
    has("aws-backup", ":recovery-point:");
    has("wire-empty-feature-details", "\"SourceTableFeatureDetails\":{}");
    assert!(!fixture("wire-2018").text.contains("BillingMode"));

    let DescribeBackupResponse::Output(output) = fixture("large").response() else { panic!("no output") };
    let features = output.backup_description.unwrap().source_table_feature_details.unwrap();
    let (local, global) = (features.local_secondary_indexes.unwrap(), features.global_secondary_indexes.unwrap());
    assert_eq!((local.len(), global.len()), (5, 20));
    let names = |projection: &Option<dynamodb_backup_model::Projection>| {
        projection.as_ref().unwrap().non_key_attributes.as_ref().unwrap().len()
    };
    let total: usize = local.iter().map(|index| names(&index.projection)).sum::<usize>()
        + global.iter().map(|index| names(&index.projection)).sum::<usize>();
    assert_eq!(total, 100);
}
