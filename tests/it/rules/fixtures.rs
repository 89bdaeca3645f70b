//! A document for each rule, which breaks that rule once and no other.

use dynamodb_backup_model::{DescribeBackupOutput, Limits, Report, Rule, Validate, Violation, json};
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
    fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

/// What can't be shown alone under the default limits.
struct Exception {
    rule: Rule,
    limits: Limits,
    /// What else is broken, whatever the document.
    inevitable: &'static [Rule],
    /// What is broken under the default limits.
    by_default: &'static [Rule],
}

fn exceptions() -> [Exception; 2] {
    // More than 100 names take a sixth local index, and `projected-attributes-total` counts the same names.
    let mut local_names = Limits::default();
    local_names.local_secondary_indexes = 6;
    local_names.non_key_attributes_total = 101;
    [
        Exception {
            rule: Rule::LsiProjectedAttributesTotal,
            limits: local_names,
            inevitable: &[],
            by_default: &[Rule::ProjectedAttributesTotal, Rule::LsiCount, Rule::LsiProjectedAttributesTotal],
        },
        // Of two partitions the region belongs to one at most; two regions would break `backup-arn-region-mismatch`.
        Exception {
            rule: Rule::BackupArnPartitionMismatch,
            limits: Limits::default(),
            inevitable: &[Rule::ArnRegionPartition],
            by_default: &[Rule::BackupArnPartitionMismatch, Rule::ArnRegionPartition],
        },
    ]
}

#[track_caller]
fn output(rule: Rule) -> DescribeBackupOutput {
    json::from_str(&text(rule)).unwrap_or_else(|fault| panic!("{rule}: {fault}"))
}

fn report(rule: Rule) -> Report {
    match exceptions().into_iter().find(|exception| exception.rule == rule) {
        Some(exception) => output(rule).validate_with(&exception.limits).without(exception.inevitable),
        None => output(rule).validate(),
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
    )
}

#[test]
fn there_is_a_document_for_each_rule_and_no_other() {
    let files: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap().strip_suffix(".json").unwrap().to_owned())
        .collect();
    let rules: BTreeSet<String> = Rule::ALL.iter().map(|rule| rule.id().to_owned()).collect();
    assert_eq!(files, rules);
}

#[test]
fn each_document_breaks_its_rule_once_and_no_other() {
    for &rule in Rule::ALL {
        assert_eq!(rules(&report(rule)), [rule]);
    }
}

#[test]
fn an_exception_is_one_for_a_reason() {
    for exception in exceptions() {
        assert_eq!(rules(&output(exception.rule).validate()), exception.by_default);
    }
}

#[test]
fn a_path_leads_to_the_value_or_to_where_the_absent_member_would_stand() {
    for &rule in Rule::ALL {
        let document: Value = serde_json::from_str(&text(rule)).unwrap();
        for violation in report(rule) {
            let path = violation.path();
            let value = document.pointer(path.as_str()).filter(|value| !value.is_null());
            assert_eq!(value.is_none(), is_about_an_absent_member(rule), "{rule} at {path}");
            let parent = document.pointer(path.parent().unwrap().as_str());
            assert!(parent.is_some_and(|parent| parent.is_object() || parent.is_array()), "{rule} at {path}");
        }
    }
}

#[test]
fn the_violations_read_like_this() {
    let violations = Rule::ALL.iter().flat_map(|&rule| report(rule)).map(|violation| format!("{violation}\n"));
    insta::assert_snapshot!(violations.collect::<String>());
}
