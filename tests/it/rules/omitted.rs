//! Reports that hold only the first of the violations and count the others.

use super::document::{Document, document, global, list, music, shown};
use dynamodb_backup_model::validate::{Group, Omitted};
use dynamodb_backup_model::{Limits, Report, Rule, Severity, Valid, Validate, Violation};
use serde_json::json;

/// A list of names, each of which is empty.
fn empty_names(count: usize) -> Document {
    let names = vec![json!(""); count];
    music().set("global/0/Projection", json!({"ProjectionType": "INCLUDE", "NonKeyAttributes": names})).limits(
        |limits| {
            limits.non_key_attributes = usize::MAX;
            limits.non_key_attributes_total = usize::MAX;
        },
    )
}

fn capped(document: &Document, max: usize) -> Report {
    document.clone().limits(|limits| limits.max_violations = max).report()
}

/// Each as `rule@severity: count`.
fn omitted(report: &Report) -> Vec<String> {
    let shown = |omitted: &Omitted| format!("{}@{}: {}", omitted.rule(), omitted.severity(), omitted.count());
    report.omitted().iter().map(shown).collect()
}

/// The report is the beginning of the whole one, and all counts are those of the whole one.
#[track_caller]
fn is_cut(report: &Report, whole: &Report, max: usize) {
    assert!(whole.omitted().is_empty());
    assert_eq!(report.violations(), &whole.violations()[..max.min(whole.len())]);
    assert_eq!(report.iter().len(), report.violations().len());
    assert_eq!(
        (report.len(), report.error_count(), report.warning_count(), report.is_valid(), report.is_empty()),
        (whole.len(), whole.error_count(), whole.warning_count(), whole.is_valid(), whole.is_empty())
    );
    for &rule in Rule::ALL {
        assert_eq!((report.count(rule), report.contains(rule)), (whole.count(rule), whole.contains(rule)), "{rule}");
    }
    let omitted = report.omitted();
    assert_eq!(omitted.iter().map(Omitted::count).sum::<usize>(), whole.len().saturating_sub(max));
    assert!(omitted.is_sorted_by_key(Omitted::rule) && omitted.iter().all(|omitted| omitted.count() > 0));
    assert!(omitted.iter().all(|omitted| omitted.severity() == omitted.rule().severity()));
    let last_line = |report: &Report| report.to_string().lines().last().unwrap().to_owned();
    assert_eq!(last_line(report), last_line(whole));
    assert_eq!(report.clone().into_result().is_ok(), whole.clone().into_result().is_ok());
}

/// A document that violates several rules at one location, and rules in another order than that of the catalogue.
fn mixed() -> Document {
    let index = |number: usize| {
        let mut index = global(number, 0);
        index["IndexName"] = json!(if number.is_multiple_of(3) { "x" } else { "same" });
        index["Projection"] = json!({"ProjectionType": "KEYS_ONLY", "NonKeyAttributes": []});
        index["KeySchema"] = json!([{"AttributeName": "", "KeyType": "RANGE"}]);
        index
    };
    music().set("global", list(40, index)).set("backup/BackupStatus", "ACTIVE").remove("table/TableId")
}

#[test]
fn a_report_keeps_the_first_violations_in_document_order_and_counts_the_others() {
    let mixed = mixed();
    let whole = capped(&mixed, usize::MAX);
    assert!(whole.len() > 150 && whole.warning_count() > 10, "{}", whole.len());
    for max in (0..=whole.len() + 2).chain([whole.len() * 2, usize::MAX / 2, usize::MAX - 1]) {
        is_cut(&capped(&mixed, max), &whole, max);
    }
}

#[test]
fn up_to_a_thousand_violations_are_kept_by_default() {
    // Each name but the first is a duplicate too.
    for (names, violations) in [(500, 999), (501, 1001), (5_000, 9_999)] {
        let document = empty_names(names);
        let report = document.report();
        is_cut(&report, &capped(&document, usize::MAX), Limits::CURRENT.max_violations);
        assert_eq!((report.len(), report.violations().len()), (violations, violations.min(1_000)));
    }
    let exact = empty_names(500).set("table/ItemCount", -1);
    assert_eq!((exact.report().len(), omitted(&exact.report())), (1_000, vec![]));
    let over = exact.set("backup/BackupSizeBytes", -1);
    assert_eq!(omitted(&over.report()), ["projection-attribute-duplicate@error: 1"]);
}

#[test]
fn a_rule_that_is_violated_5000_times_is_counted_5000_times() {
    let report = empty_names(5_000).report();
    assert_eq!((report.count(Rule::TextLength), report.count(Rule::ProjectionAttributeDuplicate)), (5_000, 4_999));
    assert_eq!(omitted(&report), ["text-length@error: 4499", "projection-attribute-duplicate@error: 4500"]);
    let path = "/BackupDescription/SourceTableFeatureDetails/GlobalSecondaryIndexes/0/Projection/NonKeyAttributes";
    assert_eq!(report.violations()[0].path().as_str(), format!("{path}/0"));
    assert_eq!(report.violations()[999].path().as_str(), format!("{path}/500"));
    assert_eq!(report.of_group(Group::Projections).count() + report.of_group(Group::NamesAndText).count(), 1_000);
    let text = report.to_string();
    assert_eq!(text.lines().count(), 1_003);
    assert_eq!(
        text.lines().skip(1_000).collect::<Vec<_>>(),
        [
            "error[text-length]: 4499 more",
            "error[projection-attribute-duplicate]: 4500 more",
            "9999 errors, 0 warnings"
        ]
    );
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!((&json["errors"], &json["warnings"]), (&json!(9_999), &json!(0)));
    assert_eq!(json["violations"].as_array().unwrap().len(), 1_000);
    assert_eq!(
        json["omitted"],
        json!([
            {"rule": "text-length", "severity": "error", "count": 4_499},
            {"rule": "projection-attribute-duplicate", "severity": "error", "count": 4_500},
        ])
    );
}

/// One warning, then one error.
fn warned_and_invalid() -> Document {
    music().set("backup/BackupStatus", "ACTIVE").set("table/ItemCount", -1)
}

#[test]
fn an_omitted_error_still_makes_the_report_invalid() {
    let report = capped(&warned_and_invalid(), 1);
    assert_eq!(shown(&report), ["unknown-enum-value@backup/BackupStatus"]);
    assert_eq!(omitted(&report), ["size-negative@error: 1"]);
    assert!(!report.is_valid() && report.clone().into_result().is_err());
    assert_eq!(report.errors().count(), 0);

    let mut limits = Limits::default();
    limits.max_violations = 0;
    let output = warned_and_invalid().output();
    let invalid = Valid::with_limits(output.clone(), &limits).unwrap_err();
    assert_eq!(invalid.report(), &output.validate_with(&limits));
    assert_eq!(
        invalid.report().to_string(),
        "warning[unknown-enum-value]: 1 more\nerror[size-negative]: 1 more\n1 error, 1 warning"
    );
    assert!(!invalid.report().is_empty() && invalid.report().violations().is_empty());
    let warned = music().set("backup/BackupStatus", "ACTIVE").output();
    assert!(Valid::with_limits(warned, &limits).is_ok());
}

#[test]
fn without_and_with_severity_apply_to_omitted_violations() {
    let report = capped(&warned_and_invalid(), 1);
    let without = report.clone().without(&[Rule::SizeNegative]);
    assert_eq!((without.is_valid(), without.len(), without.omitted().len()), (true, 1, 0));
    assert!(report.clone().without(&[Rule::SizeNegative, Rule::UnknownEnumValue]).is_empty());

    let allowed = report.clone().with_severity(Rule::SizeNegative, Severity::Warning);
    assert_eq!((allowed.is_valid(), allowed.error_count(), allowed.warning_count()), (true, 0, 2));
    assert_eq!(omitted(&allowed), ["size-negative@warning: 1"]);
    assert_ne!(allowed, report);
    let denied = allowed.with_severity(Rule::UnknownEnumValue, Severity::Error);
    assert_eq!((denied.is_valid(), denied.error_count(), denied.warning_count()), (false, 1, 1));
    assert_eq!(denied.errors().map(Violation::rule).collect::<Vec<_>>(), [Rule::UnknownEnumValue]);
    assert!(denied.violations()[0].to_string().starts_with("error[unknown-enum-value] at "), "{denied}");
    let json = serde_json::to_value(&denied).unwrap();
    assert_eq!((&json["errors"], &json["violations"][0]["severity"]), (&json!(1), &json!("error")));
    assert_eq!(denied.with_severity(Rule::LsiCount, Severity::Error).len(), 2);
}

#[test]
fn a_report_collects_any_number_of_violations() {
    let whole = capped(&empty_names(5_000), usize::MAX);
    let again: Report = whole.clone().into_iter().collect();
    assert_eq!(again, whole);
    let reversed: Report = whole.clone().into_iter().rev().collect();
    assert!(reversed.iter().eq(whole.iter().rev()) && reversed.omitted().is_empty());
    // The first ones alone: what was omitted is not known any more.
    let held: Report = empty_names(5_000).report().into_iter().collect();
    assert_eq!((held.len(), held.omitted().len()), (1_000, 0));
}

#[test]
fn into_result_is_ok_without_errors() {
    assert_eq!(music().report().into_result(), Ok(()));
    assert_eq!(music().set("backup/BackupStatus", "ACTIVE").report().into_result(), Ok(()));
    let invalid = document("full").set("table/ItemCount", -1).report();
    assert_eq!(invalid.clone().into_result(), Err(invalid));
}
