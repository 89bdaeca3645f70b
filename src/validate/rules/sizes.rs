//! Sizes and counts.

use crate::validate::{Check, MemberName, Path, Rule};

#[inline]
pub(crate) fn size_is_not_negative(check: &mut Check<'_>, at: &Path<'_>, name: &'static MemberName, size: Option<i64>) {
    if let Some(size) = size.filter(|size| *size < 0) {
        check.report(Rule::SizeNegative, &at.member(name), format_args!("expected at least 0, found {size}"));
    }
}
