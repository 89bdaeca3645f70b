//! A backup and what it was made of.

use super::{
    BackupArn, BackupName, BackupStatus, BackupType, SourceTableDetails, SourceTableFeatureDetails, Timestamp,
};
use crate::json::structure;

structure! {
    /// A backup: the backup itself, the table that it was made of and that table's features.
    BackupDescription: "BackupDescription" {
        /// The backup itself. Every recorded response has it, though the service model does not require it.
        backup_details: BackupDetails = "BackupDetails",

        /// The table as it was when the backup was made. Every recorded response has it, though the service model
        /// does not require it.
        source_table_details: SourceTableDetails = "SourceTableDetails",

        /// The table's indexes, stream, time to live and encryption when the backup was made. Absent or empty where
        /// the table had none of them.
        source_table_feature_details: SourceTableFeatureDetails = "SourceTableFeatureDetails",
    }
}

structure! {
    /// The backup itself: what it is called, how large it is, when it was made.
    BackupDetails: "BackupDetails" {
        /// The ARN of the backup. Required by the service model.
        backup_arn: BackupArn = "BackupArn",

        /// The name that the backup was given, or for a SYSTEM backup one made of the table's name.
        /// Required by the service model.
        backup_name: BackupName = "BackupName",

        /// The size of the backup in bytes, at least 0. It lags behind by about six hours, so that a new backup of a
        /// table with items can have 0. Responses of 2018 may lack it.
        backup_size_bytes: i64 = "BackupSizeBytes",

        /// The state of the backup. Required by the service model.
        backup_status: BackupStatus = "BackupStatus",

        /// Who made the backup. The service model requires it; genuine responses of January to April 2018 lack it.
        backup_type: BackupType = "BackupType",

        /// When the backup was asked for, in milliseconds' precision. Required by the service model.
        backup_creation_date_time: Timestamp = "BackupCreationDateTime",

        /// When the backup expires of itself: 35 days after its creation for a SYSTEM backup; absent for a USER
        /// backup, which is kept until it is deleted.
        backup_expiry_date_time: Timestamp = "BackupExpiryDateTime",
    }
}
