//! A backup and what it was made of.

use super::{
    BackupArn, BackupName, BackupStatus, BackupType, SourceTableDetails, SourceTableFeatureDetails, Timestamp,
};
use crate::shape::structure;

structure! {
    /// A backup: the backup itself, the table that it was made of and that table's features.
    BackupDescription: "BackupDescription" {
        /// The backup itself.
        backup_details: BackupDetails = backup_details "BackupDetails",

        /// The table as it was when the backup was made.
        source_table_details: SourceTableDetails = source_table_details "SourceTableDetails",

        /// The table's indexes, stream, time to live and encryption when the backup was made. Absent or empty where
        /// the table had none of them.
        source_table_feature_details: SourceTableFeatureDetails = optional "SourceTableFeatureDetails",
    }
}

structure! {
    /// The backup itself: what it is called, how large it is, when it was made.
    BackupDetails: "BackupDetails" {
        /// The ARN of the backup.
        backup_arn: BackupArn = required "BackupArn",

        /// The name that the backup was given, or for a SYSTEM backup one made of the table's name.
        ///
        backup_name: BackupName = required "BackupName",

        /// The size of the backup in bytes, at least 0. It lags behind by about six hours, so that a new backup of a
        /// table with items can have 0. Responses of 2018 may lack it.
        backup_size_bytes: i64 = optional "BackupSizeBytes",

        /// The state of the backup.
        backup_status: BackupStatus = required "BackupStatus",

        /// Who made the backup.
        backup_type: BackupType = backup_type "BackupType",

        /// When the backup was asked for, in milliseconds' precision.
        backup_creation_date_time: Timestamp = required "BackupCreationDateTime",

        /// When the backup expires of itself: 35 days after its creation for a SYSTEM backup; absent for a USER
        /// backup, which is kept until it is deleted.
        backup_expiry_date_time: Timestamp = optional "BackupExpiryDateTime",
    }
}

impl BackupDetails {
    /// How many days after its creation a SYSTEM backup expires.
    pub(crate) const SYSTEM_RETENTION_DAYS: i128 = 35;
}
