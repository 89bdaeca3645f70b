//! `ListBackups`.

use super::{
    BackupArn, BackupName, BackupStatus, BackupType, BackupTypeFilter, TableArn, TableId, TableName, TableNameOrArn,
    Timestamp,
};
use crate::shape::structure;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

structure! {
    /// The input of a `ListBackups` call: one page of the account's backups in a region, or of a table's.
    ListBackupsInput: "ListBackupsInput" {
        /// The name or the ARN of the table whose backups are listed; absent for all tables.
        table_name: TableNameOrArn = optional "TableName",

        /// The largest number of summaries in a page.
        limit: i64 = optional "Limit",

        /// Only backups created at this time or later are listed.
        time_range_lower_bound: Timestamp = optional "TimeRangeLowerBound",

        /// Only backups created before this time are listed.
        time_range_upper_bound: Timestamp = optional "TimeRangeUpperBound",

        /// The `LastEvaluatedBackupArn` of the page before this one; absent for the first page.
        exclusive_start_backup_arn: BackupArn = optional "ExclusiveStartBackupArn",

        /// The type of the backups that are listed; absent for USER backups.
        backup_type: BackupTypeFilter = optional "BackupType",
    }
}

impl ListBackupsInput {
    /// The value of the header `X-Amz-Target` that requests this operation.
    pub const TARGET: &'static str = "DynamoDB_20120810.ListBackups";

    /// How often `ListBackups` may be called per second.
    ///
    /// Source: API reference, `ListBackups`.
    pub const CALLS_PER_SECOND: u32 = 5;

    /// The values that the field `limit` can have.
    ///
    /// Service model: `BackupsInputLimit`.
    pub const LIMITS: RangeInclusive<i64> = 1..=100;

    /// Returns the input for the page after the one that was the output of this input, or `None` after the last page.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{ListBackupsInput, ListBackupsOutput, json};
    ///
    /// let arn = "arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a";
    /// let page = format!(r#"{{"BackupSummaries":[],"LastEvaluatedBackupArn":"{arn}"}}"#);
    /// let page: ListBackupsOutput = json::from_str(&page)?;
    /// let next = ListBackupsInput::default().next_page(&page).unwrap();
    /// assert_eq!(next.exclusive_start_backup_arn.as_ref().unwrap(), arn);
    ///
    /// let last: ListBackupsOutput = json::from_str(r#"{"BackupSummaries":[]}"#)?;
    /// assert_eq!(next.next_page(&last), None);
    /// # Ok::<(), json::Error>(())
    /// ```
    #[must_use]
    pub fn next_page(&self, output: &ListBackupsOutput) -> Option<Self> {
        let last = output.last_evaluated_backup_arn.clone()?;
        Some(Self { exclusive_start_backup_arn: Some(last), ..self.clone() })
    }
}

structure! {
    /// The output of a `ListBackups` call: a page of summaries.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{ListBackupsOutput, Validate, json};
    ///
    /// let output: ListBackupsOutput = json::from_str(r#"{"BackupSummaries":[{"TableName":"Music"}]}"#)?;
    /// for violation in &output.validate() {
    ///     println!("{violation}"); // error[summary-member-missing] at /BackupSummaries/0/TableId: …
    /// }
    /// # Ok::<(), json::Error>(())
    /// ```
    ListBackupsOutput: "ListBackupsOutput" {
        /// The summaries, empty where there are no backups.
        backup_summaries: Vec<BackupSummary> = backup_summaries "BackupSummaries",

        /// The last backup of this page; absent from the last page. See [`ListBackupsInput::next_page`].
        last_evaluated_backup_arn: BackupArn = optional "LastEvaluatedBackupArn",
    }
}

structure! {
    /// What a page of `ListBackups` says of one backup.
    BackupSummary: "BackupSummary" {
        /// The name of the table.
        table_name: TableName = summary_member "TableName",

        /// The id of the table.
        table_id: TableId = summary_member "TableId",

        /// The ARN of the table.
        table_arn: TableArn = summary_member "TableArn",

        /// The ARN of the backup.
        backup_arn: BackupArn = summary_member "BackupArn",

        /// The name of the backup.
        backup_name: BackupName = summary_member "BackupName",

        /// When the backup was created.
        backup_creation_date_time: Timestamp = summary_member "BackupCreationDateTime",

        /// When the backup expires automatically; absent for a USER backup, which is kept until it is deleted.
        backup_expiry_date_time: Timestamp = optional "BackupExpiryDateTime",

        /// The state of the backup.
        backup_status: BackupStatus = summary_member "BackupStatus",

        /// Who made the backup.
        backup_type: BackupType = backup_type "BackupType",

        /// The size of the backup in bytes, at least 0.
        backup_size_bytes: i64 = optional "BackupSizeBytes",
    }
}
