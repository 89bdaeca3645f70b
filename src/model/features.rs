//! The features that a table can have.

use super::{
    AttributeName, GlobalSecondaryIndexInfo, KmsMasterKeyArn, LocalSecondaryIndexInfo, SseStatus, SseType,
    StreamViewType, TimeToLiveStatus, Timestamp, VectorIndexInfo,
};
use crate::shape::structure;
use alloc::vec::Vec;

structure! {
    /// The features of a table when its backup was made. Each is absent if the table did not have it.
    SourceTableFeatureDetails: "SourceTableFeatureDetails" {
        /// The local secondary indexes, up to 5.
        local_secondary_indexes: Vec<LocalSecondaryIndexInfo> = optional "LocalSecondaryIndexes",

        /// The global secondary indexes, up to 20 unless AWS raised the quota.
        global_secondary_indexes: Vec<GlobalSecondaryIndexInfo> = optional "GlobalSecondaryIndexes",

        /// The table's stream.
        stream_description: StreamSpecification = optional "StreamDescription",

        /// The table's Time to Live (TTL) settings.
        time_to_live_description: TimeToLiveDescription = optional "TimeToLiveDescription",

        /// The table's server-side encryption, unless it is with an AWS owned key.
        sse_description: SseDescription = optional "SSEDescription",

        /// The vector indexes, up to 5 unless AWS raised the quota. In the service model since August 2026, absent
        /// from the API page.
        vector_indexes: Vec<VectorIndexInfo> = optional "VectorIndexes",
    }
}

structure! {
    /// A table's stream of changes.
    StreamSpecification: "StreamSpecification" {
        /// Whether the stream is enabled.
        stream_enabled: bool = required "StreamEnabled",

        /// What is recorded of an item that was changed. Absent if the stream is not enabled.
        stream_view_type: StreamViewType = optional "StreamViewType",
    }
}

structure! {
    /// The Time to Live (TTL) settings of a table.
    TimeToLiveDescription: "TimeToLiveDescription" {
        /// The status of Time to Live.
        time_to_live_status: TimeToLiveStatus = optional "TimeToLiveStatus",

        /// The attribute that holds the time at which an item expires, in epoch seconds.
        attribute_name: AttributeName = optional "AttributeName",
    }
}

structure! {
    /// A table's server-side encryption.
    SseDescription: "SSEDescription" {
        /// The status of the encryption.
        status: SseStatus = optional "Status",

        /// The type of the encryption.
        sse_type: SseType = optional "SSEType",

        /// The ARN of the KMS key. Every recorded response with KMS encryption has it.
        kms_master_key_arn: KmsMasterKeyArn = optional "KMSMasterKeyArn",

        /// Since when DynamoDB cannot use the KMS key; absent while it can. After seven days the table is archived.
        inaccessible_encryption_date_time: Timestamp = optional "InaccessibleEncryptionDateTime",
    }
}
