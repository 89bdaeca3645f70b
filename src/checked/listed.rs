//! What valid outputs of the other operations say.

use super::{Backup, Valid, present, unsigned};
use crate::model::{
    BackupArn, BackupArnParts, BackupDetails, BackupName, BackupStatus, BackupSummary, BackupType,
    ContinuousBackupsDescription, CreateBackupOutput, DeleteBackupOutput, DescribeContinuousBackupsOutput,
    ListBackupsOutput, OpenEnum, PointInTimeRecoveryStatus, TableArn, TableArnParts, TableId, TableName, Timestamp,
    UpdateContinuousBackupsOutput,
};

impl Valid<DeleteBackupOutput> {
    /// Returns the backup that was deleted.
    #[must_use]
    pub fn backup(&self) -> Backup<'_> {
        Backup::new(present(self.get().backup_description.as_ref()))
    }
}

impl Valid<CreateBackupOutput> {
    /// Returns the backup that is being created.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{BackupStatus, CreateBackupOutput, Valid};
    ///
    /// let output = Valid::<CreateBackupOutput>::from_json_slice(br#"{"BackupDetails":{
    ///     "BackupArn":"arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a",
    ///     "BackupCreationDateTime":1.576616366715E9,"BackupName":"nightly","BackupStatus":"CREATING",
    ///     "BackupType":"USER"}}"#)?;
    /// assert_eq!(*output.backup().status(), BackupStatus::Creating);
    /// # Ok::<(), dynamodb_backup_model::checked::ReadError<CreateBackupOutput>>(())
    /// ```
    #[must_use]
    pub fn backup(&self) -> CreatedBackup<'_> {
        CreatedBackup(present(self.get().backup_details.as_ref()))
    }
}

impl Valid<BackupDetails> {
    /// Returns the backup that the details describe.
    #[must_use]
    pub fn backup(&self) -> CreatedBackup<'_> {
        CreatedBackup(self.get())
    }
}

/// A backup without its table, as `CreateBackup` returns it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CreatedBackup<'a>(&'a BackupDetails);

impl<'a> CreatedBackup<'a> {
    /// Returns the wire's structure.
    #[must_use]
    pub fn as_wire(self) -> &'a BackupDetails {
        self.0
    }

    /// Returns the backup's ARN.
    #[must_use]
    pub fn arn(self) -> &'a BackupArn {
        present(self.0.backup_arn.as_ref())
    }

    /// Returns the backup's name.
    #[must_use]
    pub fn name(self) -> &'a BackupName {
        present(self.0.backup_name.as_ref())
    }

    /// Returns the backup's state.
    #[must_use]
    pub fn status(self) -> &'a BackupStatus {
        present(self.0.backup_status.as_ref())
    }

    /// Returns who made the backup, if the response says so.
    #[must_use]
    pub fn backup_type(self) -> Option<&'a BackupType> {
        OpenEnum::present(self.0.backup_type.as_ref())
    }

    /// Returns the backup's size in bytes so far.
    #[must_use]
    pub fn size_bytes(self) -> Option<u64> {
        self.0.backup_size_bytes.map(unsigned)
    }

    /// Returns when the backup was created.
    #[must_use]
    pub fn created_at(self) -> Timestamp {
        *present(self.0.backup_creation_date_time.as_ref())
    }

    /// Returns when the backup expires automatically; `None` if it is kept until it is deleted.
    #[must_use]
    pub fn expires_at(self) -> Option<Timestamp> {
        self.0.backup_expiry_date_time
    }
}

impl Valid<ListBackupsOutput> {
    /// Returns the backups of the page.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{ListBackupsOutput, Valid};
    ///
    /// let page = Valid::<ListBackupsOutput>::from_json_slice(br#"{"BackupSummaries":[{
    ///     "BackupArn":"arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a",
    ///     "BackupCreationDateTime":1.576616366715E9,"BackupName":"nightly","BackupStatus":"AVAILABLE",
    ///     "BackupType":"USER","TableArn":"arn:aws:dynamodb:us-west-2:123456789012:table/Music",
    ///     "TableId":"b0c04bcc-309b-4352-b2ae-9088af169fe2","TableName":"Music"}]}"#)?;
    /// for backup in page.backups() {
    ///     println!("{} of {}", backup.name(), backup.table_name());
    /// }
    /// assert_eq!(page.backups().len(), 1);
    /// # Ok::<(), dynamodb_backup_model::checked::ReadError<ListBackupsOutput>>(())
    /// ```
    pub fn backups(&self) -> impl ExactSizeIterator<Item = ListedBackup<'_>> {
        present(self.get().backup_summaries.as_deref()).iter().map(ListedBackup)
    }
}

/// A backup as a valid page of `ListBackups` has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ListedBackup<'a>(&'a BackupSummary);

impl<'a> ListedBackup<'a> {
    /// Returns the wire's structure.
    #[must_use]
    pub fn as_wire(self) -> &'a BackupSummary {
        self.0
    }

    /// Returns the name of the table.
    #[must_use]
    pub fn table_name(self) -> &'a TableName {
        present(self.0.table_name.as_ref())
    }

    /// Returns the id of the table.
    #[must_use]
    pub fn table_id(self) -> &'a TableId {
        present(self.0.table_id.as_ref())
    }

    /// Returns the ARN of the table.
    #[must_use]
    pub fn table_arn(self) -> &'a TableArn {
        present(self.0.table_arn.as_ref())
    }

    /// Returns the parts of the table's ARN.
    #[must_use]
    pub fn table_arn_parts(self) -> TableArnParts<'a> {
        present(self.table_arn().parse().ok())
    }

    /// Returns the backup's ARN.
    #[must_use]
    pub fn arn(self) -> &'a BackupArn {
        present(self.0.backup_arn.as_ref())
    }

    /// Returns the parts of the backup's ARN.
    #[must_use]
    pub fn arn_parts(self) -> BackupArnParts<'a> {
        present(self.arn().parse().ok())
    }

    /// Returns the backup's name.
    #[must_use]
    pub fn name(self) -> &'a BackupName {
        present(self.0.backup_name.as_ref())
    }

    /// Returns the backup's state.
    #[must_use]
    pub fn status(self) -> &'a BackupStatus {
        present(self.0.backup_status.as_ref())
    }

    /// Returns who made the backup, if the response says so.
    #[must_use]
    pub fn backup_type(self) -> Option<&'a BackupType> {
        OpenEnum::present(self.0.backup_type.as_ref())
    }

    /// Returns the backup's size in bytes.
    #[must_use]
    pub fn size_bytes(self) -> Option<u64> {
        self.0.backup_size_bytes.map(unsigned)
    }

    /// Returns when the backup was created.
    #[must_use]
    pub fn created_at(self) -> Timestamp {
        *present(self.0.backup_creation_date_time.as_ref())
    }

    /// Returns when the backup expires automatically; `None` if it is kept until it is deleted.
    #[must_use]
    pub fn expires_at(self) -> Option<Timestamp> {
        self.0.backup_expiry_date_time
    }
}

impl Valid<DescribeContinuousBackupsOutput> {
    /// Returns whether and how far back the table can be restored to a point in time.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::checked::Recovery;
    /// use dynamodb_backup_model::{DescribeContinuousBackupsOutput, Valid};
    ///
    /// let output = Valid::<DescribeContinuousBackupsOutput>::from_json_slice(
    ///     br#"{"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED",
    ///         "PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"DISABLED"}}}"#,
    /// )?;
    /// assert_eq!(output.recovery(), Recovery::Off);
    /// # Ok::<(), dynamodb_backup_model::checked::ReadError<DescribeContinuousBackupsOutput>>(())
    /// ```
    #[must_use]
    pub fn recovery(&self) -> Recovery<'_> {
        Recovery::of(present(self.get().continuous_backups_description.as_ref()))
    }
}

impl Valid<UpdateContinuousBackupsOutput> {
    /// Returns whether and how far back the table can be restored to a point in time after the change.
    #[must_use]
    pub fn recovery(&self) -> Recovery<'_> {
        Recovery::of(present(self.get().continuous_backups_description.as_ref()))
    }
}

/// Whether and how far back a table can be restored to a point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Recovery<'a> {
    /// It can't.
    Off,
    /// It can.
    #[non_exhaustive]
    On {
        /// How many days back, if the response says so.
        period_in_days: Option<u64>,
        /// The earliest restorable time, if the response says so.
        earliest: Option<Timestamp>,
        /// The latest restorable time, if the response says so.
        latest: Option<Timestamp>,
    },
    /// The response has a status that this version does not know.
    Unknown(&'a PointInTimeRecoveryStatus),
}

impl<'a> Recovery<'a> {
    fn of(description: &'a ContinuousBackupsDescription) -> Self {
        let Some(recovery) = &description.point_in_time_recovery_description else { return Self::Off };
        match OpenEnum::present(recovery.point_in_time_recovery_status.as_ref()) {
            Some(PointInTimeRecoveryStatus::Enabled) => Self::On {
                period_in_days: recovery.recovery_period_in_days.map(unsigned),
                earliest: recovery.earliest_restorable_date_time,
                latest: recovery.latest_restorable_date_time,
            },
            Some(PointInTimeRecoveryStatus::Disabled) | None => Self::Off,
            Some(status @ PointInTimeRecoveryStatus::Unknown(_)) => Self::Unknown(status),
        }
    }
}
