//! The fixtures, and what each of them is worth to the rules.

use crate::exact::assert_same;
use crate::roots::{ROOTS, Root};
use dynamodb_backup_model::{DescribeBackupResponse, Validate, json};
use std::fs;
use std::path::{Path, PathBuf};

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
        json::from_str(&self.text).unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }
}

/// The documents that contain only what a real response can contain, by name.
pub(crate) fn valid() -> Vec<Fixture> {
    let mut fixtures: Vec<Fixture> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().strip_suffix(".json").unwrap().to_owned();
            let text = fs::read_to_string(path).unwrap();
            Fixture { name, text }
        })
        .collect();
    fixtures.sort_by(|a, b| a.name.cmp(&b.name));
    fixtures
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/valid")
}

/// The outputs of the other operations, which are in a folder per operation: `list-backups` holds `ListBackupsOutput`s.
pub(crate) fn of_other_operations() -> Vec<(&'static Root, Fixture)> {
    let mut fixtures = Vec::new();
    for folder in fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        let operation = folder.file_name().unwrap().to_str().unwrap();
        let root = ROOTS.iter().find(|root| kebab(root.name) == format!("{operation}-output"));
        let root = root.unwrap_or_else(|| panic!("no operation {operation}"));
        for path in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = format!("{operation}/{}", path.file_stem().unwrap().to_str().unwrap());
            fixtures.push((root, Fixture { name, text: fs::read_to_string(path).unwrap() }));
        }
    }
    fixtures.sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
    fixtures
}

/// `ListBackupsOutput` is `list-backups-output`.
pub(crate) fn kebab(name: &str) -> String {
    let mut text = String::new();
    for char in name.chars() {
        if char.is_ascii_uppercase() && !text.is_empty() {
            text.push('-');
        }
        text.push(char.to_ascii_lowercase());
    }
    text
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
fn valid_fixtures_violate_only_the_listed_rules() {
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
fn every_operation_has_fixtures() {
    let mut found: Vec<&str> = of_other_operations().iter().map(|(root, _)| root.name).collect();
    found.dedup();
    let mut outputs: Vec<&str> = ROOTS.iter().map(|root| root.name).filter(|name| name.ends_with("Output")).collect();
    outputs.retain(|name| *name != "DescribeBackupOutput");
    outputs.sort_unstable();
    assert_eq!(found, outputs);
}

#[test]
fn fixtures_of_the_other_operations_violate_no_rule_and_round_trip() {
    for (root, fixture) in of_other_operations() {
        let read = root.read(&fixture.text);
        assert!(read.report.is_empty(), "{}: {}", fixture.name, read.report);
        assert_same(&read.json, &fixture.text);
        if fixture.is_wire_body() {
            assert_eq!(read.wire, fixture.text, "{}", fixture.name);
        }
    }
}

#[test]
fn fixtures_contain_what_their_names_say() {
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
