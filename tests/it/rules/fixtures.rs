//! A document for each rule, which violates that rule once and no other.

use crate::roots::{CAPTURED, Root, root};
use dynamodb_backup_model::validate::Group;
use dynamodb_backup_model::{Limits, Report, Rule, Violation};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/invalid")
}

#[track_caller]
fn text(rule: Rule) -> String {
    let path = folder().join(rule.id()).with_extension("json");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What can't be shown alone under the default limits.
struct Exception {
    rule: Rule,
    limits: Limits,
    /// Rules that any such document violates as well.
    inevitable: &'static [Rule],
    /// Rules that are violated under the default limits.
    by_default: &'static [Rule],
}

fn exceptions() -> [Exception; 4] {
    // More than 100 names take a sixth local index, and `projected-attributes-total` counts the same names.
    let mut local_names = Limits::default();
    local_names.local_secondary_indexes = 6;
    local_names.non_key_attributes_total = 101;
    let mut wire = Limits::default();
    wire.wire_timestamps = true;
    let on_the_wire = |rule| Exception { rule, limits: wire.clone(), inevitable: &[], by_default: &[] };
    [
        Exception {
            rule: Rule::LsiProjectedAttributesTotal,
            limits: local_names,
            inevitable: &[],
            by_default: &[Rule::ProjectedAttributesTotal, Rule::LsiCount, Rule::LsiProjectedAttributesTotal],
        },
        // Of two partitions the region belongs to one at most; two regions would violate `backup-arn-region-mismatch`.
        Exception {
            rule: Rule::BackupArnPartitionMismatch,
            limits: Limits::default(),
            inevitable: &[Rule::ArnRegionPartition],
            by_default: &[Rule::BackupArnPartitionMismatch, Rule::ArnRegionPartition],
        },
        on_the_wire(Rule::TimestampNotEpoch),
        on_the_wire(Rule::TimestampFinerThanMilliseconds),
    ]
}

/// What the document of a rule is read as.
fn root_of(rule: Rule) -> &'static Root {
    if rule == Rule::DocumentUnrecognized {
        return CAPTURED;
    }
    root(match (rule, rule.group()) {
        (Rule::ListLimitRange | Rule::TimeRangeOrder, _) => "ListBackupsInput",
        (Rule::TableNameOrArn, _) => "CreateBackupInput",
        (_, Group::ListsOfBackups) => "ListBackupsOutput",
        (_, Group::PointInTimeRecovery) => "DescribeContinuousBackupsOutput",
        _ => "DescribeBackupOutput",
    })
}

#[track_caller]
fn report_with(rule: Rule, limits: &Limits) -> Report {
    root_of(rule).read_with(&text(rule), limits).report
}

#[track_caller]
fn report(rule: Rule) -> Report {
    match exceptions().into_iter().find(|exception| exception.rule == rule) {
        Some(exception) => report_with(rule, &exception.limits).without(exception.inevitable),
        None => report_with(rule, &Limits::default()),
    }
}

fn rules(report: &Report) -> Vec<Rule> {
    report.iter().map(Violation::rule).collect()
}

/// The rules whose path is a member that is not there.
fn is_about_an_absent_member(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::BackupDescriptionMissing
            | Rule::BackupDetailsMissing
            | Rule::SourceTableDetailsMissing
            | Rule::RequiredMemberMissing
            | Rule::BackupTypeMissing
            | Rule::IndexMemberMissing
            | Rule::ProjectionTypeMissing
            | Rule::ProjectionAttributesMissing
            | Rule::GsiCapacityMissing
            | Rule::BillingModeMissing
            | Rule::StreamViewTypeMissing
            | Rule::TtlAttributeMissing
            | Rule::TtlStatusMissing
            | Rule::SseKeyMissing
            | Rule::TableArnMissing
            | Rule::SystemBackupExpiryMissing
            | Rule::BackupSummariesMissing
            | Rule::SummaryMemberMissing
            | Rule::ContinuousBackupsDescriptionMissing
            | Rule::PitrWindowMissing
    )
}

#[test]
fn every_rule_has_an_invalid_document() {
    let files: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap().strip_suffix(".json").unwrap().to_owned())
        .collect();
    let rules: BTreeSet<String> = Rule::ALL.iter().map(|rule| rule.id().to_owned()).collect();
    assert_eq!(files, rules);
}

#[test]
fn each_document_violates_only_its_rule_once() {
    for &rule in Rule::ALL {
        assert_eq!(rules(&report(rule)), [rule]);
    }
}

#[test]
fn every_exception_is_needed() {
    for exception in exceptions() {
        assert_eq!(rules(&report_with(exception.rule, &Limits::default())), exception.by_default);
    }
}

#[test]
fn a_path_points_to_the_value_or_to_the_absent_member() {
    for &rule in Rule::ALL {
        let document: Value = serde_json::from_str(&text(rule)).unwrap();
        for violation in report(rule) {
            let path = violation.path();
            let value = document.pointer(path.as_str()).filter(|value| !value.is_null());
            assert_eq!(value.is_none(), is_about_an_absent_member(rule), "{rule} at {path}");
            // The whole document has no parent.
            let parent = path.parent().map(|parent| document.pointer(parent.as_str()));
            let has_members = |value: &Value| value.is_object() || value.is_array();
            assert!(parent.is_none_or(|parent| parent.is_some_and(has_members)), "{rule} at {path}");
        }
    }
}

#[test]
fn messages_of_violations() {
    let violations = Rule::ALL.iter().flat_map(|&rule| report(rule)).map(|violation| format!("{violation}\n"));
    insta::assert_snapshot!(violations.collect::<String>());
}
