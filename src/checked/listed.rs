//! Views of the valid outputs of the other operations.

use super::{present, unsigned};
use crate::model::{
    BackupArn, BackupArnParts, BackupDetails, BackupName, BackupStatus, BackupSummary, BackupType,
    ContinuousBackupsDescription, OpenEnum, PointInTimeRecoveryStatus, TableArn, TableArnParts, TableId, TableName,
    Timestamp,
};

/// A backup without its table, as `CreateBackup` returns it.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{BackupStatus, CreateBackupOutput, Valid};
///
/// let valid = Valid::<CreateBackupOutput>::from_json_slice(br#"{"BackupDetails":{
///     "BackupArn":"arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a",
///     "BackupName":"nightly","BackupStatus":"CREATING","BackupType":"USER","BackupCreationDateTime":1576616366.715
/// }}"#)?;
/// let backup = valid.backup();
/// assert_eq!(backup.name(), "nightly");
/// assert_eq!(*backup.status(), BackupStatus::Creating);
/// assert_eq!(backup.size_bytes(), None);
/// # Ok::<(), dynamodb_backup_model::checked::ReadError<CreateBackupOutput>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CreatedBackup<'a>(pub(super) &'a BackupDetails);

impl<'a> CreatedBackup<'a> {
    backup_getters! {
        as_wire,
        "Returns who made the backup, if the response says so.",
        "Returns the backup's size in bytes so far."
    }

    /// Returns the wire structure.
    #[must_use]
    pub fn as_wire(self) -> &'a BackupDetails {
        self.0
    }
}

/// A backup as a valid page of `ListBackups` has it.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{ListBackupsOutput, Valid};
///
/// let page = Valid::<ListBackupsOutput>::from_json_slice(br#"{"BackupSummaries":[{
///     "TableName":"Music","TableId":"b0c04bcc-309b-4352-b2ae-9088af169fe2",
///     "TableArn":"arn:aws:dynamodb:us-west-2:123456789012:table/Music",
///     "BackupArn":"arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a",
///     "BackupName":"nightly","BackupStatus":"AVAILABLE","BackupType":"USER",
///     "BackupCreationDateTime":1576616366.715,"BackupSizeBytes":4096
/// }]}"#)?;
/// for backup in page.backups() {
///     assert_eq!(backup.table_name(), "Music");
///     assert_eq!(backup.table_arn_parts().scope.region, "us-west-2");
///     assert_eq!(backup.size_bytes(), Some(4096));
/// }
/// # Ok::<(), dynamodb_backup_model::checked::ReadError<ListBackupsOutput>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ListedBackup<'a>(pub(super) &'a BackupSummary);

impl<'a> ListedBackup<'a> {
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

    /// Returns the parts of the backup's ARN.
    #[must_use]
    pub fn arn_parts(self) -> BackupArnParts<'a> {
        present(self.arn().parse().ok())
    }

    backup_getters! {
        as_wire,
        "Returns who made the backup, if the response says so.",
        "Returns the backup's size in bytes."
    }

    /// Returns the wire structure.
    #[must_use]
    pub fn as_wire(self) -> &'a BackupSummary {
        self.0
    }
}

/// Whether and how far back a table can be restored to a point in time.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::checked::Recovery;
/// use dynamodb_backup_model::{DescribeContinuousBackupsOutput, Valid};
///
/// let body = br#"{"ContinuousBackupsDescription":{
///     "ContinuousBackupsStatus":"ENABLED",
///     "PointInTimeRecoveryDescription":{
///         "PointInTimeRecoveryStatus":"ENABLED","RecoveryPeriodInDays":35,
///         "EarliestRestorableDateTime":1576616366.0,"LatestRestorableDateTime":1579640066.0
///     }
/// }}"#;
/// let valid = Valid::<DescribeContinuousBackupsOutput>::from_json_slice(body)?;
/// match valid.recovery() {
///     Recovery::On { period_in_days, .. } => assert_eq!(period_in_days, Some(35)),
///     Recovery::Off => println!("off"),
///     other => println!("{other:?}"),
/// }
/// # Ok::<(), dynamodb_backup_model::checked::ReadError<DescribeContinuousBackupsOutput>>(())
/// ```
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
    pub(super) fn of(description: &'a ContinuousBackupsDescription) -> Self {
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
