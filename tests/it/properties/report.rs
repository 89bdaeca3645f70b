//! What holds for the report about any value.

use super::tree::Tree;
use super::visit::shows_the_description;
use dynamodb_backup_model::json::Locator;
use dynamodb_backup_model::{DescribeBackupOutput, DescribeBackupResponse, Limits, Report, Valid, Validate, Violation};
use std::collections::HashSet;

/// Each path names a value of the document, or an absent member of one.
fn every_path_resolves(report: &Report, text: &str) {
    if report.is_empty() {
        return;
    }
    let tree = Tree::read(text);
    let locator = Locator::new(text);
    let newlines: Vec<usize> = text.match_indices('\n').map(|(offset, _)| offset).collect();
    // Many members may be missing in one location.
    let mut compared = HashSet::new();
    for violation in report {
        let path = violation.path();
        let parent = path.parent();
        let value = tree.resolve(path.tokens());
        let value = value.or_else(|| tree.resolve(parent.as_ref()?.tokens()));
        let value = value.unwrap_or_else(|| panic!("{path} is nowhere in {text}"));
        let location = locator.locate(path);
        if compared.insert((location.range.clone(), std::ptr::from_ref(value))) {
            assert_eq!(Tree::read(&text[location.range.clone()]), *value, "{path} is elsewhere in {text}");
        }
        assert_eq!(newlines.partition_point(|newline| *newline < location.offset) + 1, location.line);
    }
}

/// The report is the beginning of the one without a limit, and counts the rest.
pub(crate) fn is_cut_at_the_limit(report: &Report, value: &impl Validate, limits: &Limits) {
    let mut unlimited = limits.clone();
    unlimited.max_violations = usize::MAX;
    let whole = value.validate_with(&unlimited);
    let held = limits.max_violations.min(whole.len());
    assert_eq!(report.violations(), &whole.violations()[..held]);
    assert_eq!((report.error_count(), report.warning_count()), (whole.error_count(), whole.warning_count()));
    for omitted in report.omitted() {
        let rule = omitted.rule();
        assert_eq!(report.count(rule), whole.count(rule), "{rule}");
        assert!(omitted.count() > 0);
    }
    assert_eq!(report.len(), whole.len());
}

/// Reports twice, as a response, by section and through `Valid`, and asserts that all agree.
pub(crate) fn consistent_report(output: &DescribeBackupOutput, limits: &Limits) -> Report {
    let report = output.validate_with(limits);
    assert_eq!(report, output.validate_with(limits), "two reports about one value");
    assert_eq!(report, DescribeBackupResponse::from(output.clone()).validate_with(limits), "another as a response");
    is_cut_at_the_limit(&report, output, limits);
    every_path_resolves(&report, &serde_json::to_string_pretty(output).unwrap());
    for violation in &report {
        assert!(!violation.message().is_empty());
        assert_eq!(violation.severity(), violation.rule().severity());
    }

    // The section alone has the same violations, with paths that start there.
    if let Some(description) = &output.backup_description {
        let alone = description.validate_with(limits);
        let whole: Vec<_> = report.iter().map(|violation| (violation.rule(), violation.path().to_string())).collect();
        let section = |violation: &Violation| (violation.rule(), format!("/BackupDescription{}", violation.path()));
        assert_eq!(alone.iter().map(section).collect::<Vec<_>>(), whole);
    }

    match Valid::with_limits(output.clone(), limits) {
        Ok(valid) => {
            assert!(report.is_valid(), "valid with errors:\n{report}");
            assert_eq!(valid.get(), output);
            shows_the_description(valid.backup(), output.backup_description.as_ref().expect("valid"));
        }
        Err(invalid) => {
            assert!(!report.is_valid(), "not valid without an error:\n{report}");
            assert_eq!(invalid.into_parts(), (output.clone(), report.clone()));
        }
    }
    report
}
