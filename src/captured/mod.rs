//! The kinds of captured documents.

mod form;
mod hint;
mod read;

use crate::model::{
    BackupDescription, BackupDetails, CreateBackupOutput, DescribeBackupOutput, DescribeContinuousBackupsOutput,
    ErrorResponse, Json, ListBackupsOutput,
};
use crate::shape::{self, PushWire};
use alloc::string::String;
use serde::ser::{Serialize, Serializer};

pub(crate) use form::deciding_members;

/// A captured document, whatever it is: the output of an operation on backups, a part of one, an error response, or
/// something else.
///
/// # How a document is recognized
///
/// The names of an object's members decide, whatever their values, `null` and `[]` included. The first row that matches
/// counts:
///
/// | the object has | it is |
/// | --- | --- |
/// | `BackupDescription` | [`DescribeBackup`](Self::DescribeBackup) |
/// | `BackupSummaries` | [`ListBackups`](Self::ListBackups) |
/// | `ContinuousBackupsDescription` | [`ContinuousBackups`](Self::ContinuousBackups) |
/// | `SourceTableDetails` or `SourceTableFeatureDetails` | [`BackupDescription`](Self::BackupDescription) |
/// | `BackupDetails` | [`CreateBackup`](Self::CreateBackup) |
/// | `BackupArn` with `BackupStatus` or `BackupName`, without `TableName` | [`BackupDetails`](Self::BackupDetails) |
/// | the code or the message of an [`ErrorResponse`] | [`Error`](Self::Error) |
/// | none of these | [`Unrecognized`](Self::Unrecognized) |
///
/// Anything but an object is unrecognized. A recognized document is read as that type, with the same errors.
///
/// An error response is recognized by a string `__type`, `message`, `Message`, `Error`, `Code` or `errorCode` or an
/// object `Error`; and by a string `name` or `code` beside `$metadata`, `$fault`, `statusCode` or `message`.
///
/// # Validation
///
/// Each document is validated by the rules of its kind. An unrecognized one violates
/// [`Rule::DocumentUnrecognized`](crate::Rule::DocumentUnrecognized); the message has the [hint](Self::hint).
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{Captured, Validate, json};
///
/// for text in [
///     r#"{"BackupDescription": {"BackupDetails": {"BackupStatus": "AVAILABLE"}}}"#,
///     r#"{"BackupStatus": "AVAILABLE", "BackupArn": null}"#,
///     r#"{"__type": "com.amazonaws.dynamodb.v20120810#BackupNotFoundException"}"#,
///     r#"{"Table": {"TableName": "Music"}}"#,
/// ] {
///     let captured: Captured = json::from_str(text)?;
///     match &captured {
///         Captured::DescribeBackup(output) => assert!(output.backup_description.is_some()),
///         Captured::BackupDetails(details) => assert!(details.backup_status.is_some()),
///         Captured::Error(error) => assert!(error.is_backup_not_found_exception()),
///         other => assert_eq!(other.kind(), "unrecognized"),
///     }
///     for violation in &captured.validate() {
///         println!("{violation}");
///     }
/// }
/// # Ok::<(), json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[allow(clippy::large_enum_variant)]
#[non_exhaustive]
pub enum Captured {
    /// The output of `DescribeBackup` or `DeleteBackup`, which have the same structure.
    DescribeBackup(DescribeBackupOutput),
    /// The output of `CreateBackup`.
    CreateBackup(CreateBackupOutput),
    /// The output of `ListBackups`.
    ListBackups(ListBackupsOutput),
    /// The output of `DescribeContinuousBackups` or `UpdateContinuousBackups`, which have the same structure.
    ContinuousBackups(DescribeContinuousBackupsOutput),
    /// A bare backup description, as `aws dynamodb describe-backup --query BackupDescription` leaves
    /// it.
    BackupDescription(BackupDescription),
    /// Bare backup details, as `--query BackupDescription.BackupDetails` leaves them.
    BackupDetails(BackupDetails),
    /// An error response.
    Error(ErrorResponse),
    /// Anything else: see [`hint`](Self::hint).
    Unrecognized(Json),
}

impl Captured {
    /// Returns the name of the document's kind: `"DescribeBackup"`, `"CreateBackup"`, `"ListBackups"`,
    /// `"ContinuousBackups"`, `"BackupDescription"`, `"BackupDetails"`, `"error"` or `"unrecognized"`.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{Captured, json};
    ///
    /// let captured: Captured = json::from_str(r#"{"BackupSummaries": []}"#)?;
    /// assert_eq!(captured.kind(), "ListBackups");
    /// # Ok::<(), json::Error>(())
    /// ```
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::DescribeBackup(_) => "DescribeBackup",
            Self::CreateBackup(_) => "CreateBackup",
            Self::ListBackups(_) => "ListBackups",
            Self::ContinuousBackups(_) => "ContinuousBackups",
            Self::BackupDescription(_) => "BackupDescription",
            Self::BackupDetails(_) => "BackupDetails",
            Self::Error(_) => "error",
            Self::Unrecognized(_) => "unrecognized",
        }
    }

    /// Returns what an unrecognized document seems to be and what to do: the operation whose output it is, the case of
    /// its keys, or the JSON Pointer of a document within it. `None` for a document that is recognized, and where
    /// nothing is known.
    ///
    /// The hint is for people and may change.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{Captured, json};
    ///
    /// let hint = |text| json::from_str::<Captured>(text).map(|captured| captured.hint().unwrap_or_default());
    /// assert!(hint(r#"{"Table": {"TableStatus": "ACTIVE"}}"#)?.contains("DescribeTable"));
    /// assert!(hint(r#"{"backup_description": {}}"#)?.contains("snake_case"));
    /// assert!(hint(r#"{"output": {"BackupDescription": {}}}"#)?.contains("/output"));
    /// # Ok::<(), json::Error>(())
    /// ```
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Unrecognized(json) => hint::hint(json),
            Self::DescribeBackup(_)
            | Self::CreateBackup(_)
            | Self::ListBackups(_)
            | Self::ContinuousBackups(_)
            | Self::BackupDescription(_)
            | Self::BackupDetails(_)
            | Self::Error(_) => None,
        }
    }
}

impl Serialize for Captured {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::DescribeBackup(output) => output.serialize(serializer),
            Self::CreateBackup(output) => output.serialize(serializer),
            Self::ListBackups(output) => output.serialize(serializer),
            Self::ContinuousBackups(output) => output.serialize(serializer),
            Self::BackupDescription(description) => description.serialize(serializer),
            Self::BackupDetails(details) => details.serialize(serializer),
            Self::Error(error) => error.serialize(serializer),
            Self::Unrecognized(json) => json.serialize(serializer),
        }
    }
}

impl PushWire for Captured {
    fn push_wire(&self, out: &mut String) {
        match self {
            Self::DescribeBackup(output) => output.push_wire(out),
            Self::CreateBackup(output) => output.push_wire(out),
            Self::ListBackups(output) => output.push_wire(out),
            Self::ContinuousBackups(output) => output.push_wire(out),
            Self::BackupDescription(description) => description.push_wire(out),
            Self::BackupDetails(details) => details.push_wire(out),
            Self::Error(error) => error.push_wire(out),
            Self::Unrecognized(json) => json.push_wire(out),
        }
    }
}

impl shape::WireValue for Captured {}
