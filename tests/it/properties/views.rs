//! Views of any value: there is one where the report has no error, and it is the value.

use super::report::is_cut_at_the_limit;
use super::visit::{shows_the_backup, shows_the_description, shows_the_recovery, shows_the_summary};
use dynamodb_backup_model::generate::BrokenValue;
use dynamodb_backup_model::{Captured, Limits, Valid, Validate};
use std::fmt::Debug;

/// Asserts that a value is valid if its report says so, and then shows the view of it.
fn agrees<T: Validate + Clone + Debug + PartialEq>(value: &T, limits: &Limits, shows: impl FnOnce(&Valid<T>)) {
    let report = value.validate_with(limits);
    is_cut_at_the_limit(&report, value, limits);
    match Valid::with_limits(value.clone(), limits) {
        Ok(valid) => {
            assert!(report.is_valid(), "valid with errors:\n{report}");
            assert_eq!(valid.get(), value);
            shows(&valid);
        }
        Err(invalid) => {
            assert!(!report.is_valid(), "not valid without an error:\n{report}");
            assert_eq!(invalid.into_parts(), (value.clone(), report));
        }
    }
}

/// Reads all of the views of a value and its parts, and asserts that they agree with the report and the value.
pub(crate) fn hold(value: &BrokenValue, limits: &Limits) {
    match value {
        BrokenValue::Output(output) => {
            agrees(output, limits, |valid| {
                shows_the_description(valid.backup(), output.backup_description.as_ref().expect("valid"));
            });
            let Some(description) = &output.backup_description else { return };
            agrees(description, limits, |valid| shows_the_description(valid.backup(), description));
            let Some(details) = &description.backup_details else { return };
            agrees(details, limits, |valid| shows_the_backup(valid.backup(), details));
        }
        BrokenValue::DeleteOutput(output) => agrees(output, limits, |valid| {
            shows_the_description(valid.backup(), output.backup_description.as_ref().expect("valid"));
        }),
        BrokenValue::CreateOutput(output) => agrees(output, limits, |valid| {
            shows_the_backup(valid.backup(), output.backup_details.as_ref().expect("valid"));
        }),
        BrokenValue::Page(page) => agrees(page, limits, |valid| {
            let summaries = page.backup_summaries.as_ref().expect("valid");
            assert_eq!(valid.backups().len(), summaries.len());
            valid.backups().zip(summaries).for_each(|(backup, summary)| shows_the_summary(backup, summary));
        }),
        BrokenValue::ContinuousBackups(output) => agrees(output, limits, |valid| {
            shows_the_recovery(valid.recovery(), output.continuous_backups_description.as_ref().expect("valid"));
        }),
        BrokenValue::UpdateOutput(output) => agrees(output, limits, |valid| {
            shows_the_recovery(valid.recovery(), output.continuous_backups_description.as_ref().expect("valid"));
        }),
        BrokenValue::DescribeInput(input) => agrees(input, limits, |_| {}),
        BrokenValue::CreateInput(input) => agrees(input, limits, |_| {}),
        BrokenValue::DeleteInput(input) => agrees(input, limits, |_| {}),
        BrokenValue::ListInput(input) => agrees(input, limits, |_| {}),
        BrokenValue::DescribeContinuousBackupsInput(input) => agrees(input, limits, |_| {}),
        BrokenValue::UpdateInput(input) => agrees(input, limits, |_| {}),
        BrokenValue::Document(document) => {
            agrees(&Captured::Unrecognized(document.clone()), limits, |_| {});
        }
        other => panic!("a value that the tests do not know: {other:?}"),
    }
}
