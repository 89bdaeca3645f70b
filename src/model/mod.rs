//! The wire model: the structures and enums of the service model, able to hold whatever a response can hold.
//!
//! ```text
//! DescribeBackupOutput
//! └─ BackupDescription
//!    ├─ BackupDetails
//!    ├─ SourceTableDetails
//!    │  ├─ KeySchemaElement …
//!    │  ├─ ProvisionedThroughput
//!    │  └─ OnDemandThroughput
//!    └─ SourceTableFeatureDetails
//!       ├─ LocalSecondaryIndexInfo …   KeySchemaElement …, Projection
//!       ├─ GlobalSecondaryIndexInfo …  KeySchemaElement …, Projection, ProvisionedThroughput, OnDemandThroughput
//!       ├─ StreamSpecification
//!       ├─ TimeToLiveDescription
//!       ├─ SseDescription
//!       └─ VectorIndexInfo …           VectorAttributeDefinition, SearchSchemaElement …, Projection
//! ```
//!
//! Every member is an `Option`, even if the service model requires it, and every structure keeps the members that it does
//! not know in `unmodeled`. Nothing is checked here: that is what [`Validate`](crate::Validate) is for.
//!
//! Structures may get more members, so they are `#[non_exhaustive]`: set the fields of a default value, or use the
//! builders of the feature `builder`.
//!
//! # Examples
//!
//! ```
//! use dynamodb_backup_model::{BackupDetails, BackupName, json};
//!
//! let mut details = BackupDetails::default();
//! details.backup_name = Some(BackupName::try_from("nightly")?);
//! details.backup_size_bytes = Some(0);
//! assert_eq!(json::to_wire_string(&details), r#"{"BackupName":"nightly","BackupSizeBytes":0}"#);
//! # Ok::<(), dynamodb_backup_model::TextError>(())
//! ```

/// Conversions of two outputs with the same member into each other.
macro_rules! same_output {
    ($first:ident, $second:ident, $member:ident) => {
        same_output!($first => $second, $member);
        same_output!($second => $first, $member);
    };
    ($from:ident => $to:ident, $member:ident) => {
        impl From<$from> for $to {
            fn from(output: $from) -> Self {
                let $from { $member, unmodeled } = output;
                Self { $member, unmodeled }
            }
        }
    };
}

mod arn;
mod backup;
#[cfg(feature = "builder")]
pub mod builder;
mod continuous_backups;
mod create_backup;
mod delete_backup;
mod describe_backup;
mod enums;
mod error_response;
mod features;
mod index;
mod key_schema;
mod list_backups;
mod source_table;
mod text;

pub use arn::{ArnError, ArnScope, BackupArnParts, BackupId, KmsKeyArnParts, TableArnParts};
pub use backup::{BackupDescription, BackupDetails};
pub use continuous_backups::{
    ContinuousBackupsDescription, DescribeContinuousBackupsInput, DescribeContinuousBackupsOutput,
    PointInTimeRecoveryDescription, PointInTimeRecoverySpecification, UpdateContinuousBackupsInput,
    UpdateContinuousBackupsOutput,
};
pub use create_backup::{CreateBackupInput, CreateBackupOutput};
pub use delete_backup::{DeleteBackupInput, DeleteBackupOutput};
pub use describe_backup::{DescribeBackupInput, DescribeBackupOutput, DescribeBackupResponse};
pub use enums::{
    BackupStatus, BackupType, BackupTypeFilter, BillingMode, ContinuousBackupsStatus, ErrorCode, KeyType,
    PointInTimeRecoveryStatus, ProjectionType, SearchSchemaElementType, SseStatus, SseType, StreamViewType,
    TimeToLiveStatus, UnknownValue, VectorDistanceFunction,
};
pub(crate) use enums::{OpenEnum, with_enums};
pub use error_response::{ErrorDetail, ErrorResponse};
pub use features::{SourceTableFeatureDetails, SseDescription, StreamSpecification, TimeToLiveDescription};
pub use index::{
    GlobalSecondaryIndexInfo, LocalSecondaryIndexInfo, Projection, SearchSchemaElement, VectorAttributeDefinition,
    VectorIndexInfo,
};
pub use key_schema::KeySchemaElement;
pub use list_backups::{BackupSummary, ListBackupsInput, ListBackupsOutput};
pub use source_table::{OnDemandThroughput, ProvisionedThroughput, SourceTableDetails};
pub use text::{
    AttributeName, BackupArn, BackupName, IndexName, KmsMasterKeyArn, SearchSchemaAttributeName, TableArn, TableId,
    TableName, TableNameOrArn,
};
pub(crate) use text::{Constrained, with_strings};

pub use crate::value::text::{TextError, TextErrorKind, TextLimits, TextPattern};
pub use crate::value::timestamp::{Timestamp, TimestampError};
pub use crate::value::unmodeled::{Json, JsonArray, JsonObject, JsonObjectIntoIter, JsonObjectIter};

/// Passes the types of all structures on to a macro.
macro_rules! with_structures {
    ($callback:ident) => {
        $callback! {
            DescribeBackupInput DescribeBackupOutput BackupDescription BackupDetails SourceTableDetails
            ProvisionedThroughput OnDemandThroughput KeySchemaElement SourceTableFeatureDetails LocalSecondaryIndexInfo
            GlobalSecondaryIndexInfo VectorIndexInfo Projection VectorAttributeDefinition SearchSchemaElement
            StreamSpecification TimeToLiveDescription SseDescription
            CreateBackupInput CreateBackupOutput DeleteBackupInput DeleteBackupOutput
            ListBackupsInput ListBackupsOutput BackupSummary
            DescribeContinuousBackupsInput DescribeContinuousBackupsOutput UpdateContinuousBackupsInput
            UpdateContinuousBackupsOutput ContinuousBackupsDescription PointInTimeRecoveryDescription
            PointInTimeRecoverySpecification
            ErrorResponse ErrorDetail
        }
    };
}
pub(crate) use with_structures;
