//! `DescribeContinuousBackups` and `UpdateContinuousBackups`: point-in-time recovery.

use super::{ContinuousBackupsStatus, PointInTimeRecoveryStatus, TableNameOrArn, Timestamp};
use crate::shape::structure;
use core::ops::RangeInclusive;

structure! {
    /// The input of a `DescribeContinuousBackups` call.
    DescribeContinuousBackupsInput: "DescribeContinuousBackupsInput" {
        /// The name or the ARN of the table.
        table_name: TableNameOrArn = required "TableName",
    }
}

impl DescribeContinuousBackupsInput {
    /// The value of the header `X-Amz-Target` that requests this operation.
    pub const TARGET: &'static str = "DynamoDB_20120810.DescribeContinuousBackups";

    /// How often `DescribeContinuousBackups` may be called per second.
    ///
    /// Source: API reference, `DescribeContinuousBackups`.
    pub const CALLS_PER_SECOND: u32 = 10;

    /// Returns the input for that table.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{DescribeContinuousBackupsInput, TableName, Validate};
    ///
    /// let input = DescribeContinuousBackupsInput::new(TableName::try_from("Music")?);
    /// assert!(input.validate().is_empty());
    /// # Ok::<(), dynamodb_backup_model::TextError>(())
    /// ```
    #[must_use]
    pub fn new(table_name: impl Into<TableNameOrArn>) -> Self {
        Self { table_name: Some(table_name.into()), ..Self::default() }
    }
}

structure! {
    /// The output of a `DescribeContinuousBackups` call.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{ContinuousBackupsStatus, DescribeContinuousBackupsOutput, json};
    ///
    /// let output: DescribeContinuousBackupsOutput =
    ///     json::from_str(r#"{"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED"}}"#)?;
    /// let description = output.continuous_backups_description.unwrap();
    /// assert_eq!(description.continuous_backups_status, Some(ContinuousBackupsStatus::Enabled));
    /// # Ok::<(), json::Error>(())
    /// ```
    DescribeContinuousBackupsOutput: "DescribeContinuousBackupsOutput" {
        /// The table's continuous backups and point-in-time recovery.
        continuous_backups_description: ContinuousBackupsDescription =
            continuous_backups_description "ContinuousBackupsDescription",
    }
}

structure! {
    /// The input of an `UpdateContinuousBackups` call: point-in-time recovery on or off.
    UpdateContinuousBackupsInput: "UpdateContinuousBackupsInput" {
        /// The name or the ARN of the table.
        table_name: TableNameOrArn = required "TableName",

        /// What is to be set.
        point_in_time_recovery_specification: PointInTimeRecoverySpecification =
            required "PointInTimeRecoverySpecification",
    }
}

impl UpdateContinuousBackupsInput {
    /// The value of the header `X-Amz-Target` that requests this operation.
    pub const TARGET: &'static str = "DynamoDB_20120810.UpdateContinuousBackups";

    /// Returns the input that switches the table's point-in-time recovery on or off.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{TableName, UpdateContinuousBackupsInput, Validate};
    ///
    /// let input = UpdateContinuousBackupsInput::new(TableName::try_from("Music")?, true);
    /// assert!(input.validate().is_empty());
    /// # Ok::<(), dynamodb_backup_model::TextError>(())
    /// ```
    #[must_use]
    pub fn new(table_name: impl Into<TableNameOrArn>, is_enabled: bool) -> Self {
        let specification = PointInTimeRecoverySpecification {
            point_in_time_recovery_enabled: Some(is_enabled),
            ..PointInTimeRecoverySpecification::default()
        };
        Self {
            table_name: Some(table_name.into()),
            point_in_time_recovery_specification: Some(specification),
            ..Self::default()
        }
    }
}

structure! {
    /// The output of an `UpdateContinuousBackups` call, which is that of `DescribeContinuousBackups`.
    ///
    /// The two convert into each other, since nothing in a document tells which operation it comes from.
    UpdateContinuousBackupsOutput: "UpdateContinuousBackupsOutput" {
        /// The table's continuous backups and point-in-time recovery after the change.
        continuous_backups_description: ContinuousBackupsDescription =
            continuous_backups_description "ContinuousBackupsDescription",
    }
}

same_output!(DescribeContinuousBackupsOutput, UpdateContinuousBackupsOutput, continuous_backups_description);

structure! {
    /// A table's continuous backups and point-in-time recovery.
    ContinuousBackupsDescription: "ContinuousBackupsDescription" {
        /// Whether the table has continuous backups; every table has.
        continuous_backups_status: ContinuousBackupsStatus = required "ContinuousBackupsStatus",

        /// Whether and how far back the table can be restored to a point in time.
        point_in_time_recovery_description: PointInTimeRecoveryDescription =
            optional "PointInTimeRecoveryDescription",
    }
}

structure! {
    /// Whether and how far back a table can be restored to a point in time.
    PointInTimeRecoveryDescription: "PointInTimeRecoveryDescription" {
        /// Whether point-in-time recovery is on.
        point_in_time_recovery_status: PointInTimeRecoveryStatus = optional "PointInTimeRecoveryStatus",

        /// How many days back the table can be restored. Absent where point-in-time recovery is off.
        recovery_period_in_days: i64 = optional "RecoveryPeriodInDays",

        /// The earliest time to which the table can be restored. Absent where point-in-time recovery is off.
        earliest_restorable_date_time: Timestamp = optional "EarliestRestorableDateTime",

        /// The latest time to which the table can be restored, usually 5 minutes ago. Absent where point-in-time
        /// recovery is off.
        latest_restorable_date_time: Timestamp = optional "LatestRestorableDateTime",
    }
}

structure! {
    /// What an `UpdateContinuousBackups` call sets.
    PointInTimeRecoverySpecification: "PointInTimeRecoverySpecification" {
        /// Whether point-in-time recovery is to be on.
        point_in_time_recovery_enabled: bool = required "PointInTimeRecoveryEnabled",

        /// How many days back the table is to be restorable. Absent for 35 days, or for no change.
        recovery_period_in_days: i64 = optional "RecoveryPeriodInDays",
    }
}

impl PointInTimeRecoverySpecification {
    /// The values that the field `recovery_period_in_days` can have.
    ///
    /// Service model: `RecoveryPeriodInDays`.
    pub const RECOVERY_PERIODS_IN_DAYS: RangeInclusive<i64> = 1..=35;
}
