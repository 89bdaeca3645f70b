//! A backup and what it was made of.

use super::{
    BackupArn, BackupName, BackupStatus, BackupType, SourceTableDetails, SourceTableFeatureDetails, Timestamp,
};
use crate::shape::structure;

structure! {
    /// A backup: its details, the table that it was made of and that table's features.
    BackupDescription: "BackupDescription" {
        /// The details of the backup.
        backup_details: BackupDetails = backup_details "BackupDetails",

        /// The table as it was when the backup was made.
        source_table_details: SourceTableDetails = source_table_details "SourceTableDetails",

        /// The table's indexes, stream, Time to Live (TTL) settings and encryption when the backup was made. Absent or
        /// empty if the table had none of them.
        source_table_feature_details: SourceTableFeatureDetails = optional "SourceTableFeatureDetails",
    }
}

impl BackupDescription {
    /// Returns the details of the backup.
    #[must_use]
    pub fn details(&self) -> Option<&BackupDetails> {
        self.backup_details.as_ref()
    }

    /// Returns the table as it was when the backup was made.
    #[must_use]
    pub fn table(&self) -> Option<&SourceTableDetails> {
        self.source_table_details.as_ref()
    }

    /// Returns the table's features when the backup was made.
    #[must_use]
    pub fn features(&self) -> Option<&SourceTableFeatureDetails> {
        self.source_table_feature_details.as_ref()
    }
}

structure! {
    /// The details of a backup: its name, its size, when it was made.
    ///
    /// # Examples
    ///
    /// Like every structure it may get more members, so it is made by setting the fields of a default value, or with the
    /// builders of the feature `builder`:
    ///
    /// ```
    /// use dynamodb_backup_model::{BackupDetails, BackupName, BackupStatus};
    ///
    /// let mut details = BackupDetails::default();
    /// details.backup_name = Some(BackupName::try_from("nightly")?);
    /// details.backup_status = Some(BackupStatus::Available);
    /// # Ok::<(), dynamodb_backup_model::TextError>(())
    /// ```
    BackupDetails: "BackupDetails" {
        /// The ARN of the backup.
        backup_arn: BackupArn = required "BackupArn",

        /// The name that the backup was given; the name of a SYSTEM backup is made of the table's name.
        backup_name: BackupName = required "BackupName",

        /// The size of the backup in bytes, at least 0. The service updates it about every six hours, so that a new
        /// backup of a table with items can have 0. Responses from 2018 may lack it.
        backup_size_bytes: i64 = optional "BackupSizeBytes",

        /// The status of the backup.
        backup_status: BackupStatus = required "BackupStatus",

        /// Who made the backup.
        backup_type: BackupType = backup_type "BackupType",

        /// When the backup was requested, with milliseconds.
        backup_creation_date_time: Timestamp = required "BackupCreationDateTime",

        /// When the backup expires automatically: 35 days after its creation for a SYSTEM backup. Absent for a USER
        /// backup, which is kept until it is deleted.
        backup_expiry_date_time: Timestamp = optional "BackupExpiryDateTime",
    }
}

impl BackupDetails {
    /// How many days after its creation a SYSTEM backup expires.
    pub(crate) const SYSTEM_RETENTION_DAYS: u64 = 35;
}
