//! The documents of an input.

use super::decode::Text;
use super::error::Error;
use super::locate::{Locator, Start};
use crate::value::pointer::JsonPointer;
use core::fmt;
use core::ops::Range;
use serde::Deserialize;

pub use super::split::Documents;

/// One document of an input, made by [`documents`](super::documents).
///
/// It outlives the iterator: UTF-8 is borrowed from the input, UTF-16 was decoded once into storage that all its
/// documents share.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{DescribeBackupOutput, Validate, json};
///
/// let input = br#"[
///   {"BackupDescription": {}},
///   {"BackupDescription": {"BackupDetails": {"BackupName": "x"}}}
/// ]"#;
/// let document = json::documents(input).nth(1).unwrap();
/// assert_eq!((document.line(), document.column()), (3, 3));
/// assert_eq!(document.path(), &"/1");
/// assert_eq!(document.text().unwrap().as_bytes(), &input[document.range()]);
///
/// let output: DescribeBackupOutput = document.read()?;
/// let report = output.validate();
/// let locator = document.locator();
/// let violation = report.iter().find(|violation| violation.path().as_str().ends_with("/BackupName")).unwrap();
/// assert_eq!(locator.locate(violation.path()).to_string(), "3:58");
/// # Ok::<(), json::Error>(())
/// ```
#[derive(Clone)]
pub struct Document<'i> {
    start: Start,
    end: usize,
    path: JsonPointer,
    /// None where it can't be decoded.
    text: Option<Text<'i>>,
    error: Option<Error>,
}

impl<'i> Document<'i> {
    /// An error comes with its location in the document.
    pub(super) fn new(
        start: Start,
        end: usize,
        path: JsonPointer,
        text: Option<Text<'i>>,
        error: Option<Error>,
    ) -> Self {
        Self { start, end, path, text, error: error.map(|error| error.within(start)) }
    }

    /// Returns the text of the document alone.
    ///
    /// # Errors
    ///
    /// Returns an error if the document is not JSON, is nested more than 127 levels deep, or has a byte that is not
    /// UTF-8 or half of a surrogate pair in UTF-16. Its line, column and offset count in the whole input, and it is
    /// the error that [`read`](Self::read) returns for every type.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::json;
    ///
    /// let documents: Vec<_> = json::documents(b"{\"a\": 1}\n{\"a\":").collect();
    /// assert_eq!(documents[0].text(), Ok("{\"a\": 1}"));
    /// assert_eq!(documents[1].text().unwrap_err().line(), 2);
    /// ```
    pub fn text(&self) -> Result<&str, &Error> {
        match &self.error {
            Some(error) => Err(error),
            None => Ok(self.decoded()),
        }
    }

    /// The text, also of what is not JSON; empty where it can't be decoded.
    fn decoded(&self) -> &str {
        self.text.as_ref().map_or("", Text::as_str)
    }

    /// Returns the bytes of the document in the input.
    ///
    /// They count from the start of the bytes that [`documents`](super::documents) was given, a byte order mark
    /// included; for UTF-16, in the text decoded to UTF-8, without its byte order mark and with U+FFFD for each half
    /// of a surrogate pair.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::json;
    ///
    /// let document = json::documents(b"\xEF\xBB\xBF {} ").next().unwrap();
    /// assert_eq!(document.range(), 4..6);
    /// ```
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start.offset..self.end
    }

    /// Returns the line of its first character in the input, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.start.line
    }

    /// Returns the column of its first character in the input, counted in characters from 1. A byte order mark has
    /// no column.
    #[must_use]
    pub fn column(&self) -> usize {
        self.start.column
    }

    /// Returns the path of the document in the input: `/3` for the fourth element of a top-level array, else the root.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::json;
    ///
    /// let paths: Vec<String> = json::documents(b"{} [{}, {}]").map(|document| document.path().to_string()).collect();
    /// assert_eq!(paths, ["", "/0", "/1"]);
    /// ```
    #[must_use]
    pub fn path(&self) -> &JsonPointer {
        &self.path
    }

    /// Reads the document as any type.
    ///
    /// # Errors
    ///
    /// Returns an error if [`text`](Self::text) does, or if the type cannot hold the document, as
    /// [`from_str`](super::from_str) does. Its line, column and offset count in the whole input; its path is that
    /// within the document.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{DescribeBackupOutput, json};
    ///
    /// let input = b"{\"BackupDescription\": {}}\n{\"BackupDescription\": 5}";
    /// let documents: Vec<_> = json::documents(input).collect();
    /// assert!(documents[0].read::<DescribeBackupOutput>().is_ok());
    ///
    /// let error = documents[1].read::<DescribeBackupOutput>().unwrap_err();
    /// assert_eq!((error.line(), error.column(), error.offset()), (2, 23, 48));
    /// assert_eq!(error.path(), &"/BackupDescription");
    /// ```
    pub fn read<'d, T: Deserialize<'d>>(&'d self) -> Result<T, Error> {
        match &self.error {
            Some(error) => Err(error.clone()),
            None => super::from_str(self.decoded()).map_err(|error| error.within(self.start)),
        }
    }

    /// Creates a locator, which gives locations in the whole input.
    ///
    /// Its [ranges](super::Location::range) are those of [`Document::range`]. In a document that cannot be read it
    /// finds the values before the error.
    #[must_use]
    pub fn locator(&self) -> Locator<'_> {
        Locator::within(self.decoded(), self.start)
    }
}

impl fmt::Debug for Document<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { start: Start { line, column, .. }, path, error, .. } = self;
        f.debug_struct("Document")
            .field("range", &self.range())
            .field("line", line)
            .field("column", column)
            .field("path", path)
            .field("error", error)
            .finish_non_exhaustive()
    }
}
