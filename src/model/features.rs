//! What a table can have beside its items.

use super::{
    AttributeName, GlobalSecondaryIndexInfo, KmsMasterKeyArn, LocalSecondaryIndexInfo, SseStatus, SseType,
    StreamViewType, TimeToLiveStatus, Timestamp, VectorIndexInfo,
};
use crate::shape::structure;
use alloc::vec::Vec;

structure! {
    /// The features of a table when its backup was made. Each is absent where the table did not have it.
    SourceTableFeatureDetails: "SourceTableFeatureDetails" {
        /// The local secondary indexes, up to 5.
        local_secondary_indexes: Vec<LocalSecondaryIndexInfo> = optional "LocalSecondaryIndexes",

        /// The global secondary indexes, up to 20 unless AWS raised the quota.
        global_secondary_indexes: Vec<GlobalSecondaryIndexInfo> = optional "GlobalSecondaryIndexes",

        /// The table's stream.
        stream_description: StreamSpecification = optional "StreamDescription",

        /// The table's time to live.
        time_to_live_description: TimeToLiveDescription = optional "TimeToLiveDescription",

        /// The table's server-side encryption, where it is not with a key that DynamoDB owns.
        sse_description: SseDescription = optional "SSEDescription",

        /// The vector indexes, up to 5 unless AWS raised the quota. In the service model since August 2026, absent
        /// from the API page.
        vector_indexes: Vec<VectorIndexInfo> = optional "VectorIndexes",
    }
}

structure! {
    /// A table's stream of changes.
    StreamSpecification: "StreamSpecification" {
        /// Whether there is one.
        stream_enabled: bool = required "StreamEnabled",

        /// What is recorded of an item that was changed. Absent where there is no stream.
        stream_view_type: StreamViewType = optional "StreamViewType",
    }
}

structure! {
    /// How a table deletes items whose time has come.
    TimeToLiveDescription: "TimeToLiveDescription" {
        /// Whether it does.
        time_to_live_status: TimeToLiveStatus = optional "TimeToLiveStatus",

        /// The attribute that holds the time of each item, in seconds since the epoch.
        attribute_name: AttributeName = optional "AttributeName",
    }
}

structure! {
    /// A table's server-side encryption.
    SseDescription: "SSEDescription" {
        /// The state of the encryption.
        status: SseStatus = optional "Status",

        /// The kind of encryption.
        sse_type: SseType = optional "SSEType",

        /// The ARN of the KMS key. Every observed response with KMS encryption has it.
        kms_master_key_arn: KmsMasterKeyArn = optional "KMSMasterKeyArn",

        /// Since when DynamoDB could not reach the KMS key; absent as soon as it can. After seven days the table is
        /// archived.
        inaccessible_encryption_date_time: Timestamp = optional "InaccessibleEncryptionDateTime",
    }
}
