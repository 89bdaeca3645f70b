//! Pages of `ListBackups` and their inputs.

use super::{Quoted, each_later};
use crate::model::{BackupArn, BackupSummary, ListBackupsInput, ListBackupsOutput};
use crate::validate::{Check, Path, Rule};

#[inline]
pub(crate) fn backup_summary_duplicate(check: &mut Check<'_>, at: &Path<'_>, output: &ListBackupsOutput) {
    let summaries = output.backup_summaries.as_deref().unwrap_or_default();
    let arn = |index: usize| summaries[index].backup_arn.as_ref().map(BackupArn::as_str);
    each_later(summaries.len(), arn, |later, first| {
        check.report(
            Rule::BackupSummaryDuplicate,
            &at.member(ListBackupsOutput::backup_summaries).index(later).member(BackupSummary::backup_arn),
            format_args!(
                "expected a backup that the page has once, found {} again, after summary {first}",
                Quoted(arn(later).unwrap_or_default())
            ),
        );
    });
}

#[inline]
pub(crate) fn list_limit_range(check: &mut Check<'_>, at: &Path<'_>, input: &ListBackupsInput) {
    let allowed = ListBackupsInput::LIMITS;
    if let Some(found) = input.limit.filter(|limit| !allowed.contains(limit)) {
        check.report(
            Rule::ListLimitRange,
            &at.member(ListBackupsInput::limit),
            format_args!("expected {} to {}, found {found}", allowed.start(), allowed.end()),
        );
    }
}

#[inline]
pub(crate) fn time_range_order(check: &mut Check<'_>, at: &Path<'_>, input: &ListBackupsInput) {
    if let (Some(lower), Some(upper)) = (input.time_range_lower_bound, input.time_range_upper_bound)
        && lower.is_surely_after(upper)
    {
        check.report(
            Rule::TimeRangeOrder,
            &at.member(ListBackupsInput::time_range_upper_bound),
            format_args!("expected a time not before the lower bound {}, found {}", lower.rfc3339(), upper.rfc3339()),
        );
    }
}
