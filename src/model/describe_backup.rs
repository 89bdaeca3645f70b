//! `DescribeBackup`.

use super::{BackupArn, BackupDescription, ErrorResponse};
use crate::shape::{self, PushWire, structure};
use alloc::string::String;
use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

/// How often `DescribeBackup` may be called per second and account.
///
/// Source: the API page of `DescribeBackup`.
pub const DESCRIBE_BACKUP_CALLS_PER_SECOND: u32 = 10;

structure! {
    /// What `DescribeBackup` is asked.
    DescribeBackupInput: "DescribeBackupInput" {
        /// The ARN of the backup.
        backup_arn: BackupArn = required "BackupArn",
    }
}

impl DescribeBackupInput {
    /// The value of the header `X-Amz-Target` that asks for this operation.
    pub const TARGET: &'static str = "DynamoDB_20120810.DescribeBackup";

    /// Asks for the backup of that ARN.
    #[must_use]
    pub fn new(backup_arn: BackupArn) -> Self {
        Self { backup_arn: Some(backup_arn), ..Self::default() }
    }
}

structure! {
    /// What `DescribeBackup` answers. `DeleteBackup` answers with the same structure.
    DescribeBackupOutput: "DescribeBackupOutput" {
        /// The backup.
        backup_description: BackupDescription = backup_description "BackupDescription",
    }
}

/// A response: an output or an error.
///
/// A document with `BackupDescription` is an output, whatever stands beside it. One without it that has a string as
/// `__type`, `message` or `Message` or an object as `Error` is an error; any other is an output.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[allow(clippy::large_enum_variant)]
pub enum DescribeBackupResponse {
    /// The call succeeded.
    Output(DescribeBackupOutput),
    /// The call failed.
    Error(ErrorResponse),
}

impl DescribeBackupResponse {
    /// The output as a result, for the use of `?`.
    ///
    /// # Errors
    ///
    /// The error response.
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
