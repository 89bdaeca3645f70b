//! `DeleteBackup`.

use super::{BackupArn, BackupDescription, DescribeBackupOutput};
use crate::shape::structure;

structure! {
    /// The input of a `DeleteBackup` call.
    DeleteBackupInput: "DeleteBackupInput" {
        /// The ARN of the backup to delete.
        backup_arn: BackupArn = required "BackupArn",
    }
}

impl DeleteBackupInput {
    /// The value of the header `X-Amz-Target` that requests this operation.
    pub const TARGET: &'static str = "DynamoDB_20120810.DeleteBackup";

    /// How often `DeleteBackup` may be called per second.
    ///
    /// Source: API reference, `DeleteBackup`.
    pub const CALLS_PER_SECOND: u32 = 10;

    /// Returns the input for deleting the backup of that ARN.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{BackupArn, DeleteBackupInput, Validate};
    ///
    /// let arn = "arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a";
    /// let input = DeleteBackupInput::new(BackupArn::try_from(arn)?);
    /// assert!(input.validate().is_empty());
    /// # Ok::<(), dynamodb_backup_model::TextError>(())
    /// ```
    #[must_use]
    pub fn new(backup_arn: BackupArn) -> Self {
        Self { backup_arn: Some(backup_arn), ..Self::default() }
    }
}

structure! {
    /// The output of a `DeleteBackup` call: the deleted backup, as [`DescribeBackupOutput`] has it, with the status
    /// `DELETED`.
    ///
    /// The two convert into each other, since nothing in a document tells which operation it comes from.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{DeleteBackupOutput, DescribeBackupOutput, json};
    ///
    /// let output: DeleteBackupOutput = json::from_str(r#"{"BackupDescription":{}}"#)?;
    /// assert!(DescribeBackupOutput::from(output).backup_description.is_some());
    /// # Ok::<(), json::Error>(())
    /// ```
    DeleteBackupOutput: "DeleteBackupOutput" {
        /// The backup that was deleted.
        backup_description: BackupDescription = backup_description "BackupDescription",
    }
}

same_output!(DescribeBackupOutput, DeleteBackupOutput, backup_description);
