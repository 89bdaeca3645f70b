//! `DescribeBackup`.

use super::{
    BackupArn, BackupDescription, BackupDetails, ErrorResponse, SourceTableDetails, SourceTableFeatureDetails,
};
use crate::shape::{self, PushWire, structure};
use alloc::string::String;
use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

structure! {
    /// The input of a `DescribeBackup` call.
    DescribeBackupInput: "DescribeBackupInput" {
        /// The ARN of the backup.
        backup_arn: BackupArn = required "BackupArn",
    }
}

impl DescribeBackupInput {
    /// The value of the header `X-Amz-Target` of a `DescribeBackup` call.
    pub const TARGET: &'static str = "DynamoDB_20120810.DescribeBackup";

    /// How often `DescribeBackup` may be called per second and account.
    ///
    /// Source: the API page of `DescribeBackup`.
    pub const CALLS_PER_SECOND: u32 = 10;

    /// Returns the input for the backup with this ARN.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{BackupArn, DescribeBackupInput, json};
    ///
    /// let arn = "arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a";
    /// let input = DescribeBackupInput::new(BackupArn::try_from(arn)?);
    /// assert_eq!(json::to_wire_string(&input), format!(r#"{{"BackupArn":"{arn}"}}"#));
    /// # Ok::<(), dynamodb_backup_model::TextError>(())
    /// ```
    #[must_use]
    pub fn new(backup_arn: BackupArn) -> Self {
        Self { backup_arn: Some(backup_arn), ..Self::default() }
    }
}

structure! {
    /// The output of a `DescribeBackup` call. `DeleteBackup` has the same structure.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{BackupStatus, DescribeBackupOutput, json};
    /// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
    ///
    /// let output: DescribeBackupOutput = json::from_str(body)?;
    /// assert_eq!(output.details().unwrap().backup_status, Some(BackupStatus::Available));
    /// assert_eq!(output.table().unwrap().table_name.as_ref().unwrap(), "Music");
    /// assert!(output.features().unwrap().stream_description.is_some());
    /// # Ok::<(), json::Error>(())
    /// ```
    ///
    /// [`Valid`](crate::Valid) reads a valid output without an `Option` for what must be present.
    DescribeBackupOutput: "DescribeBackupOutput" {
        /// The backup.
        backup_description: BackupDescription = backup_description "BackupDescription",
    }
}

impl DescribeBackupOutput {
    /// Returns the details of the backup.
    #[must_use]
    pub fn details(&self) -> Option<&BackupDetails> {
        self.backup_description.as_ref()?.details()
    }

    /// Returns the table as it was when the backup was made.
    #[must_use]
    pub fn table(&self) -> Option<&SourceTableDetails> {
        self.backup_description.as_ref()?.table()
    }

    /// Returns the table's features when the backup was made.
    #[must_use]
    pub fn features(&self) -> Option<&SourceTableFeatureDetails> {
        self.backup_description.as_ref()?.features()
    }
}

/// A response: an output or an error.
///
/// A document with `BackupDescription` is an output, whatever is beside it. One without it that shows itself as an error
/// is one: see [`Captured`](crate::Captured), which also tells the outputs of other operations apart. Any other is an
/// output.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{DescribeBackupResponse, json};
///
/// let text = r#"{"__type": "BackupNotFoundException", "message": "Backup not found"}"#;
/// match json::from_str(text)? {
///     DescribeBackupResponse::Output(output) => println!("{:?}", output.details()),
///     DescribeBackupResponse::Error(error) => assert!(error.is_backup_not_found_exception()),
/// }
/// # Ok::<(), json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[allow(clippy::large_enum_variant)]
pub enum DescribeBackupResponse {
    /// The call succeeded.
    Output(DescribeBackupOutput),
    /// The call failed.
    Error(ErrorResponse),
}

impl DescribeBackupResponse {
    /// Returns the output, for use with `?`.
    ///
    /// # Errors
    ///
    /// Returns the error response if the response is one.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{DescribeBackupResponse, json};
    ///
    /// let response: DescribeBackupResponse = json::from_str(r#"{"BackupDescription": {}}"#)?;
    /// let output = response.into_result()?;
    /// assert!(output.backup_description.is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[allow(clippy::result_large_err)]
    pub fn into_result(self) -> Result<DescribeBackupOutput, ErrorResponse> {
        match self {
            Self::Output(output) => Ok(output),
            Self::Error(error) => Err(error),
        }
    }
}

impl From<DescribeBackupOutput> for DescribeBackupResponse {
    fn from(output: DescribeBackupOutput) -> Self {
        Self::Output(output)
    }
}

impl From<ErrorResponse> for DescribeBackupResponse {
    fn from(error: ErrorResponse) -> Self {
        Self::Error(error)
    }
}

impl Serialize for DescribeBackupResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Output(output) => output.serialize(serializer),
            Self::Error(error) => error.serialize(serializer),
        }
    }
}

impl PushWire for DescribeBackupResponse {
    fn push_wire(&self, out: &mut String) {
        match self {
            Self::Output(output) => output.push_wire(out),
            Self::Error(error) => error.push_wire(out),
        }
    }
}

impl shape::WireValue for DescribeBackupResponse {}

impl<'de> Deserialize<'de> for DescribeBackupResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let DescribeBackupOutput { backup_description, unmodeled } = Deserialize::deserialize(deserializer)?;
        Ok(if backup_description.is_none() && ErrorResponse::is_shown_by(&unmodeled) {
            Self::Error(ErrorResponse::from_members(unmodeled))
        } else {
            Self::Output(DescribeBackupOutput { backup_description, unmodeled })
        })
    }
}
