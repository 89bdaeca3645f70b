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
//! Every member is an `Option`, those that the service model requires too, and every structure keeps the members that
//! it doesn't know in `unmodeled`. Nothing is checked here: that is what [`Validate`](crate::Validate) is for.

mod arn;
mod backup;
mod describe_backup;
mod enums;
mod features;
mod index;
mod key_schema;
mod source_table;
mod text;

pub use arn::{ArnError, ArnScope, BackupArnParts, BackupId, KmsKeyArnParts, TableArnParts};
pub use backup::{BackupDescription, BackupDetails};
pub use describe_backup::{
    DESCRIBE_BACKUP_CALLS_PER_SECOND, DescribeBackupError, DescribeBackupInput, DescribeBackupOutput,
    DescribeBackupResponse, ErrorDetail,
};
pub use enums::{
    BackupStatus, BackupType, BillingMode, ErrorCode, KeyType, ProjectionType, SearchSchemaElementType, SseStatus,
    SseType, StreamViewType, TimeToLiveStatus, UnknownValue, VectorDistanceFunction,
};
pub(crate) use enums::{OpenEnum, with_enums};
pub use features::{SourceTableFeatureDetails, SseDescription, StreamSpecification, TimeToLiveDescription};
pub use index::{
    GlobalSecondaryIndexInfo, LocalSecondaryIndexInfo, Projection, SearchSchemaElement, VectorAttributeDefinition,
    VectorIndexInfo,
};
pub use key_schema::KeySchemaElement;
pub use source_table::{OnDemandThroughput, ProvisionedThroughput, SourceTableDetails};
pub use text::{
    AttributeName, BackupArn, BackupName, IndexName, KmsMasterKeyArn, SearchSchemaAttributeName, TableArn, TableId,
    TableName,
};
pub(crate) use text::{Constrained, with_strings};

pub use crate::value::text::{TextError, TextFault, TextLimits, TextPattern};
pub use crate::value::timestamp::{Timestamp, TimestampError};
pub use crate::value::unmodeled::{Json, JsonObject};

/// Passes the types of all structures on to a macro.
macro_rules! with_structures {
    ($callback:ident) => {
        $callback! {
            DescribeBackupInput DescribeBackupOutput DescribeBackupError ErrorDetail BackupDescription BackupDetails
            SourceTableDetails ProvisionedThroughput OnDemandThroughput KeySchemaElement SourceTableFeatureDetails
            LocalSecondaryIndexInfo GlobalSecondaryIndexInfo VectorIndexInfo Projection VectorAttributeDefinition
            SearchSchemaElement StreamSpecification TimeToLiveDescription SseDescription
        }
    };
}
pub(crate) use with_structures;
