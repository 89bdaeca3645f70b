//! `CreateBackup`.

use super::{BackupDetails, BackupName, TableNameOrArn};
use crate::shape::structure;

structure! {
    /// The input of a `CreateBackup` call.
    CreateBackupInput: "CreateBackupInput" {
        /// The name or the ARN of the table to back up.
        table_name: TableNameOrArn = required "TableName",

        /// The name for the backup. Several backups can have the same name.
        backup_name: BackupName = required "BackupName",
    }
}

impl CreateBackupInput {
    /// The value of the header `X-Amz-Target` that requests this operation.
    pub const TARGET: &'static str = "DynamoDB_20120810.CreateBackup";

    /// How often `CreateBackup` may be called per second.
    ///
    /// Source: API reference, `CreateBackup`.
    pub const CALLS_PER_SECOND: u32 = 50;

    /// Returns the input for a backup of that table under that name.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{BackupName, CreateBackupInput, TableName, json};
    ///
    /// let input = CreateBackupInput::new(TableName::try_from("Music")?, BackupName::try_from("nightly")?);
    /// assert_eq!(json::to_wire_string(&input), r#"{"BackupName":"nightly","TableName":"Music"}"#);
    /// # Ok::<(), dynamodb_backup_model::TextError>(())
    /// ```
    #[must_use]
    pub fn new(table_name: impl Into<TableNameOrArn>, backup_name: BackupName) -> Self {
        Self { table_name: Some(table_name.into()), backup_name: Some(backup_name), ..Self::default() }
    }
}

structure! {
    /// The output of a `CreateBackup` call.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{BackupStatus, CreateBackupOutput, json};
    ///
    /// let output: CreateBackupOutput = json::from_str(r#"{"BackupDetails":{"BackupStatus":"CREATING"}}"#)?;
    /// assert_eq!(output.backup_details.unwrap().backup_status, Some(BackupStatus::Creating));
    /// # Ok::<(), json::Error>(())
    /// ```
    CreateBackupOutput: "CreateBackupOutput" {
        /// The backup that is being created, with its size so far.
        backup_details: BackupDetails = backup_details "BackupDetails",
    }
}
