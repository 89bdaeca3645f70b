//! Sizes and counts.

use crate::validate::{Check, Path, Row, Rule};

#[inline]
pub(crate) fn size_negative(check: &mut Check<'_>, at: &Path<'_>, row: &'static Row, size: Option<i64>) {
    if let Some(size) = size.filter(|size| *size < 0) {
        check.report(Rule::SizeNegative, &at.member(row), format_args!("expected at least 0, found {size}"));
    }
}
