//! Why a value is not valid.

use crate::json;
use crate::validate::Report;
use core::error::Error;
use core::fmt;

/// A value with error-severity violations, and the report about it.
///
/// [`Display`](fmt::Display) shows how many violations there are. The violations themselves are in the
/// [`report`](Self::report), which is also the error's [`source`](Error::source).
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{KeySchemaElement, Valid};
///
/// let invalid = Valid::new(KeySchemaElement::default()).unwrap_err();
/// assert_eq!(invalid.to_string(), "the value is not valid (errors: 2, warnings: 0)");
/// assert_eq!(invalid.report().violations()[0].path(), "/AttributeName");
/// assert_eq!(invalid.value(), &KeySchemaElement::default());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Invalid<T> {
    value: T,
    report: Report,
}

impl<T> Invalid<T> {
    pub(super) fn new(value: T, report: Report) -> Self {
        Self { value, report }
    }

    /// Returns the value.
    #[must_use]
    pub fn value(&self) -> &T {
        &self.value
    }

    /// Returns all violations, including warning-severity ones.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Returns the value and the report.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{DescribeBackupOutput, Rule, Valid};
    ///
    /// let (output, report) = Valid::new(DescribeBackupOutput::default()).unwrap_err().into_parts();
    /// assert_eq!(output, DescribeBackupOutput::default());
    /// assert!(report.contains(Rule::BackupDescriptionMissing));
    /// ```
    pub fn into_parts(self) -> (T, Report) {
        (self.value, self.report)
    }
}

impl<T> fmt::Display for Invalid<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (errors, warnings) = (self.report.error_count(), self.report.warning_count());
        write!(f, "the value is not valid (errors: {errors}, warnings: {warnings})")
    }
}

impl<T: fmt::Debug> Error for Invalid<T> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.report)
    }
}

/// Why a document did not become a [`Valid`](super::Valid) value.
///
/// [`Display`](fmt::Display) and [`source`](Error::source) are those of the error inside: an unreadable document shows
/// what is wrong and where, an invalid one shows how many violations there are, and its source is the [`Report`].
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
/// use std::error::Error;
///
/// let error = Valid::<DescribeBackupOutput>::from_json_str("{}").unwrap_err();
/// assert_eq!(error.to_string(), "the value is not valid (errors: 1, warnings: 0)");
/// let report = error.source().unwrap().to_string();
/// assert!(report.starts_with("error[backup-description-missing] at /BackupDescription: "));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReadError<T> {
    /// The document cannot be read.
    Json(json::Error),
    /// The document can be read, but has error-severity violations.
    Invalid(Invalid<T>),
}

impl<T> fmt::Display for ReadError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => error.fmt(f),
            Self::Invalid(invalid) => invalid.fmt(f),
        }
    }
}

impl<T: fmt::Debug> Error for ReadError<T> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Json(error) => error.source(),
            Self::Invalid(invalid) => invalid.source(),
        }
    }
}

impl<T> From<json::Error> for ReadError<T> {
    fn from(error: json::Error) -> Self {
        Self::Json(error)
    }
}

impl<T> From<Invalid<T>> for ReadError<T> {
    fn from(invalid: Invalid<T>) -> Self {
        Self::Invalid(invalid)
    }
}
