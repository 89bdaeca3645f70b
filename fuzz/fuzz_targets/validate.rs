//! Any value, valid ones and ones that violate a known rule: reports are right, and the checked view agrees with them.

#![no_main]

#[path = "../../tests/it/properties/report.rs"]
mod report;
#[path = "../../tests/it/properties/tree.rs"]
#[allow(dead_code)]
mod tree;
#[path = "../../tests/it/properties/visit.rs"]
#[allow(dead_code)]
mod visit;

use arbitrary::Arbitrary;
use dynamodb_backup_model::generate::{BrokenOutput, CleanOutput, ValidOutput};
use dynamodb_backup_model::{DescribeBackupOutput, Limits, Severity};
use libfuzzer_sys::fuzz_target;
use report::consistent_report;

#[derive(Arbitrary, Debug)]
enum Case {
    Any(DescribeBackupOutput),
    Clean(CleanOutput),
    Valid(ValidOutput),
    Broken(BrokenOutput),
}

fuzz_target!(|input: (Case, Option<Limits>)| {
    let (case, other_limits) = input;
    let (output, limits) = match case {
        Case::Any(output) => (output, None),
        Case::Clean(CleanOutput(output)) => {
            let report = consistent_report(&output, &Limits::CURRENT);
            assert!(report.is_empty(), "it should break no rule:\n{report}");
            (output, Some(Limits::CURRENT))
        }
        Case::Valid(ValidOutput(output)) => {
            let report = consistent_report(&output, &Limits::CURRENT);
            assert!(report.is_valid(), "it should have no error:\n{report}");
            (output, Some(Limits::CURRENT))
        }
        Case::Broken(BrokenOutput { rule, output, limits, .. }) => {
            let report = consistent_report(&output, &limits);
            assert!(report.iter().any(|violation| violation.rule() == rule), "it should break {rule}:\n{report}");
            assert!(report.errors().all(|violation| violation.rule() == rule), "only {rule} is broken:\n{report}");
            assert_eq!(report.is_valid(), rule.severity() == Severity::Warning, "{rule} decides whether it is valid");
            (output, Some(limits))
        }
    };
    let other_limits = other_limits.unwrap_or_default();
    if limits.as_ref() != Some(&other_limits) {
        let _ = consistent_report(&output, &other_limits);
    }
});
