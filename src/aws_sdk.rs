//! Conversions from and to the types of [`aws_sdk_dynamodb`], with its feature's name: `aws-sdk-dynamodb`.
//!
//! ```
//! use aws_sdk_dynamodb::operation::describe_backup as sdk;
//! use dynamodb_backup_model::{DescribeBackupOutput, Validate};
//!
//! # fn check(sdk_output: sdk::DescribeBackupOutput) {
//! let output = DescribeBackupOutput::from(sdk_output);
//! assert!(output.validate().is_valid());
//! # }
//! ```
//!
//! **From the SDK** every structure and enum converts by [`From`], members one by one, unknown enum texts and empty lists
//! included, instants to the nanosecond. What the SDK does not hand on can't come back:
//!
//! - unknown members and the form of timestamps;
//! - the digits of a timestamp beyond its `f64`: the SDK reads 1576616366.715 as …26.714999 and something;
//! - whether a member was there that the service model requires: the SDK puts in an empty text, an empty key schema,
//!   0, `false`, 1970-01-01, or an enum of the text `no value was set`. These arrive here as they are, and most of them
//!   break a rule, though not the one about the missing member.
//!
//! An instant outside the years -9999 to 9999 is no [`Timestamp`]; it stays among the unknown members, as a number.
//!
//! **To the SDK** an enum or a [`Timestamp`] converts by [`From`] and a structure by [`TryFrom`], since most of the SDK's
//! types require members or hold one that does: [`MissingMember`] says which is not there. Unknown members are left out,
//! as the SDK leaves them out when it reads.
//!
//! This feature follows the SDK in the version of Rust that it needs, which is newer than this crate's own.

use crate::model::{
    AttributeName, BackupArn, BackupDescription, BackupDetails, BackupName, BackupStatus, BackupType, BillingMode,
    DescribeBackupInput, DescribeBackupOutput, ErrorCode, ErrorResponse, GlobalSecondaryIndexInfo, IndexName, Json,
    JsonObject, KeySchemaElement, KeyType, KmsMasterKeyArn, LocalSecondaryIndexInfo, OnDemandThroughput, Projection,
    ProjectionType, ProvisionedThroughput, SearchSchemaAttributeName, SearchSchemaElement, SearchSchemaElementType,
    SourceTableDetails, SourceTableFeatureDetails, SseDescription, SseStatus, SseType, StreamSpecification,
    StreamViewType, TableArn, TableId, TableName, TimeToLiveDescription, TimeToLiveStatus, Timestamp,
    VectorAttributeDefinition, VectorDistanceFunction, VectorIndexInfo, with_strings,
};
use crate::shape::StringMember;
use crate::validate::JsonPointer;
use crate::value::path::{Path, Row};
use alloc::string::String;
use alloc::vec::Vec;
use aws_sdk_dynamodb::error::{ErrorMetadata, SdkError};
use aws_sdk_dynamodb::operation::describe_backup as operation;
use aws_sdk_dynamodb::primitives::DateTime;
use aws_sdk_dynamodb::types;
use core::fmt;
use serde_json::Number;

/// A member that the SDK's type requires is not there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MissingMember(JsonPointer);

impl MissingMember {
    /// Where it would stand, seen from the value that was to be converted.
    #[must_use]
    pub fn path(&self) -> &JsonPointer {
        &self.0
    }
}

impl fmt::Display for MissingMember {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is missing, which the type of aws-sdk-dynamodb requires", self.0)
    }
}

impl core::error::Error for MissingMember {}

/// A value of the model and the SDK's type for it.
trait SdkConvert: Sized {
    type Sdk;

    /// What the model can't hold becomes an unknown member.
    fn from_sdk(sdk: Self::Sdk) -> Result<Self, Json>;

    fn to_sdk(self, at: &Path<'_>) -> Result<Self::Sdk, MissingMember>;
}

fn read<T: SdkConvert>(sdk: Option<T::Sdk>, name: &'static Row, unmodeled: &mut JsonObject) -> Option<T> {
    match T::from_sdk(sdk?) {
        Ok(value) => Some(value),
        Err(other) => {
            unmodeled.insert(name.name, other);
            None
        }
    }
}

fn write<T: SdkConvert>(member: Option<T>, name: &'static Row, at: &Path<'_>) -> Result<Option<T::Sdk>, MissingMember> {
    member.map(|value| value.to_sdk(&at.member(name))).transpose()
}

impl SdkConvert for i64 {
    type Sdk = Self;

    fn from_sdk(sdk: Self) -> Result<Self, Json> {
        Ok(sdk)
    }

    fn to_sdk(self, _: &Path<'_>) -> Result<Self, MissingMember> {
        Ok(self)
    }
}

impl SdkConvert for bool {
    type Sdk = Self;

    fn from_sdk(sdk: Self) -> Result<Self, Json> {
        Ok(sdk)
    }

    fn to_sdk(self, _: &Path<'_>) -> Result<Self, MissingMember> {
        Ok(self)
    }
}

impl SdkConvert for Timestamp {
    type Sdk = DateTime;

    fn from_sdk(sdk: DateTime) -> Result<Self, Json> {
        Self::from_unix_nanos(sdk.as_nanos())
            .map_err(|_| Number::from_f64(sdk.as_secs_f64()).map_or(Json::Null, Json::Number))
    }

    fn to_sdk(self, _: &Path<'_>) -> Result<DateTime, MissingMember> {
        Ok(self.into())
    }
}

impl From<Timestamp> for DateTime {
    fn from(timestamp: Timestamp) -> Self {
        let at = timestamp.to_offset_date_time();
        Self::from_secs_and_nanos(at.unix_timestamp(), at.nanosecond())
    }
}

impl<T: SdkConvert> SdkConvert for Vec<T> {
    type Sdk = Vec<T::Sdk>;

    fn from_sdk(sdk: Self::Sdk) -> Result<Self, Json> {
        sdk.into_iter().map(T::from_sdk).collect()
    }

    fn to_sdk(self, at: &Path<'_>) -> Result<Self::Sdk, MissingMember> {
        self.into_iter().enumerate().map(|(index, element)| element.to_sdk(&at.index(index))).collect()
    }
}

macro_rules! strings {
    ($( $name:ident )+) => {$(
        impl SdkConvert for $name {
            type Sdk = String;

            fn from_sdk(sdk: String) -> Result<Self, Json> {
                Ok(Self::of(&sdk))
            }

            fn to_sdk(self, _: &Path<'_>) -> Result<String, MissingMember> {
                Ok(self.into())
            }
        }
    )+};
}

with_strings!(strings);

macro_rules! enums {
    ($( $name:ident )+) => {$(
        impl From<types::$name> for $name {
            fn from(sdk: types::$name) -> Self {
                Self::from(sdk.as_str())
            }
        }

        impl From<$name> for types::$name {
            fn from(value: $name) -> Self {
                Self::from(value.as_str())
            }
        }

        impl SdkConvert for $name {
            type Sdk = types::$name;

            fn from_sdk(sdk: types::$name) -> Result<Self, Json> {
                Ok(sdk.into())
            }

            fn to_sdk(self, _: &Path<'_>) -> Result<types::$name, MissingMember> {
                Ok(self.into())
            }
        }
    )+};
}

enums! {
    BackupStatus BackupType BillingMode KeyType ProjectionType StreamViewType TimeToLiveStatus SseStatus SseType
    SearchSchemaElementType VectorDistanceFunction
}

/// A member as the SDK holds it: as an option, unless it is required.
macro_rules! held {
    (required $value:expr) => {
        Some($value)
    };
    (optional $value:expr) => {
        $value
    };
}

/// Refuses that a required member is absent.
macro_rules! present {
    (required $value:expr, $name:expr, $at:expr) => {
        if $value.is_none() {
            return Err(MissingMember($at.member($name).to_pointer()));
        }
    };
    (optional $value:expr, $name:expr, $at:expr) => {};
}

/// What the SDK's builder makes: a result where the SDK's type requires more than a list.
macro_rules! built {
    (or_refused $builder:expr, $at:expr) => {
        // It names what it misses only in words, but all that it requires is in the rows above.
        $builder.build().map_err(|_| MissingMember($at.to_pointer()))
    };
    (always $builder:expr, $at:expr) => {
        Ok($builder.build())
    };
}

/// Each structure: its name, the SDK's type, whether that one is always built or may be refused; each row: whether the SDK's type
/// requires the member, the member's name in both, the setter of the SDK's builder.
macro_rules! structures {
    ($(
        $name:ident: $sdk:ty, $build:ident {
            $( $need:ident $field:ident $setter:ident, )+
        }
    )+) => {$(
        impl From<$sdk> for $name {
            fn from(sdk: $sdk) -> Self {
                let mut unmodeled = JsonObject::new();
                Self {
                    $($field: read(held!($need sdk.$field), Self::$field, &mut unmodeled),)+
                    unmodeled,
                }
            }
        }

        impl TryFrom<$name> for $sdk {
            type Error = MissingMember;

            fn try_from(value: $name) -> Result<Self, MissingMember> {
                value.to_sdk(&Path::ROOT)
            }
        }

        impl SdkConvert for $name {
            type Sdk = $sdk;

            fn from_sdk(sdk: $sdk) -> Result<Self, Json> {
                Ok(sdk.into())
            }

            fn to_sdk(self, at: &Path<'_>) -> Result<$sdk, MissingMember> {
                let Self { $($field,)+ unmodeled: _ } = self;
                $(present!($need $field, Self::$field, at);)+
                let builder = <$sdk>::builder()$(.$setter(write($field, Self::$field, at)?))+;
                built!($build builder, at)
            }
        }
    )+};
}

structures! {
    DescribeBackupOutput: operation::DescribeBackupOutput, always {
        optional backup_description set_backup_description,
    }

    BackupDescription: types::BackupDescription, always {
        optional backup_details set_backup_details,
        optional source_table_details set_source_table_details,
        optional source_table_feature_details set_source_table_feature_details,
    }

    BackupDetails: types::BackupDetails, or_refused {
        required backup_arn set_backup_arn,
        required backup_name set_backup_name,
        optional backup_size_bytes set_backup_size_bytes,
        required backup_status set_backup_status,
        required backup_type set_backup_type,
        required backup_creation_date_time set_backup_creation_date_time,
        optional backup_expiry_date_time set_backup_expiry_date_time,
    }

    SourceTableDetails: types::SourceTableDetails, or_refused {
        required table_name set_table_name,
        required table_id set_table_id,
        optional table_arn set_table_arn,
        optional table_size_bytes set_table_size_bytes,
        required key_schema set_key_schema,
        required table_creation_date_time set_table_creation_date_time,
        optional provisioned_throughput set_provisioned_throughput,
        optional on_demand_throughput set_on_demand_throughput,
        optional item_count set_item_count,
        optional billing_mode set_billing_mode,
    }

    KeySchemaElement: types::KeySchemaElement, or_refused {
        required attribute_name set_attribute_name,
        required key_type set_key_type,
    }

    ProvisionedThroughput: types::ProvisionedThroughput, or_refused {
        required read_capacity_units set_read_capacity_units,
        required write_capacity_units set_write_capacity_units,
    }

    OnDemandThroughput: types::OnDemandThroughput, always {
        optional max_read_request_units set_max_read_request_units,
        optional max_write_request_units set_max_write_request_units,
    }

    SourceTableFeatureDetails: types::SourceTableFeatureDetails, always {
        optional local_secondary_indexes set_local_secondary_indexes,
        optional global_secondary_indexes set_global_secondary_indexes,
        optional stream_description set_stream_description,
        optional time_to_live_description set_time_to_live_description,
        optional sse_description set_sse_description,
        optional vector_indexes set_vector_indexes,
    }

    LocalSecondaryIndexInfo: types::LocalSecondaryIndexInfo, always {
        optional index_name set_index_name,
        optional key_schema set_key_schema,
        optional projection set_projection,
    }

    GlobalSecondaryIndexInfo: types::GlobalSecondaryIndexInfo, always {
        optional index_name set_index_name,
        optional key_schema set_key_schema,
        optional projection set_projection,
        optional provisioned_throughput set_provisioned_throughput,
        optional on_demand_throughput set_on_demand_throughput,
    }

    VectorIndexInfo: types::VectorIndexInfo, always {
        optional index_name set_index_name,
        optional vector_attribute set_vector_attribute,
        optional search_schema set_search_schema,
        optional projection set_projection,
        optional dimensions set_dimensions,
        optional distance_function set_distance_function,
    }

    Projection: types::Projection, always {
        optional projection_type set_projection_type,
        optional non_key_attributes set_non_key_attributes,
    }

    VectorAttributeDefinition: types::VectorAttributeDefinition, or_refused {
        required attribute_name set_attribute_name,
    }

    SearchSchemaElement: types::SearchSchemaElement, or_refused {
        required attribute_name set_attribute_name,
        required search_schema_element_type set_search_schema_element_type,
    }

    StreamSpecification: types::StreamSpecification, or_refused {
        required stream_enabled set_stream_enabled,
        optional stream_view_type set_stream_view_type,
    }

    TimeToLiveDescription: types::TimeToLiveDescription, always {
        optional time_to_live_status set_time_to_live_status,
        optional attribute_name set_attribute_name,
    }

    SseDescription: types::SseDescription, always {
        optional status set_status,
        optional sse_type set_sse_type,
        optional kms_master_key_arn set_kms_master_key_arn,
        optional inaccessible_encryption_date_time set_inaccessible_encryption_date_time,
    }

    DescribeBackupInput: operation::DescribeBackupInput, or_refused {
        optional backup_arn set_backup_arn,
    }
}

impl From<operation::DescribeBackupError> for ErrorResponse {
    /// The error's name, without a namespace, and its message; the SDK's request id is left out.
    fn from(sdk: operation::DescribeBackupError) -> Self {
        use operation::DescribeBackupError as Sdk;
        let (code, message) = match &sdk {
            Sdk::BackupNotFoundException(error) => (Some("BackupNotFoundException"), error.message()),
            Sdk::InternalServerError(error) => (Some("InternalServerError"), error.message()),
            other => (other.meta().code(), other.meta().message()),
        };
        Self { type_name: code.map(String::from), lower_case_message: message.map(String::from), ..Self::default() }
    }
}

impl From<ErrorResponse> for operation::DescribeBackupError {
    fn from(error: ErrorResponse) -> Self {
        let (code, message) = (error.code(), error.message().map(String::from));
        let mut meta = ErrorMetadata::builder();
        if let Some(code) = &code {
            meta = meta.code(code.as_str());
        }
        if let Some(message) = &message {
            meta = meta.message(message);
        }
        let meta = meta.build();
        match code {
            Some(ErrorCode::BackupNotFoundException) => Self::BackupNotFoundException(
                types::error::BackupNotFoundException::builder().set_message(message).meta(meta).build(),
            ),
            Some(ErrorCode::InternalServerError) => Self::InternalServerError(
                types::error::InternalServerError::builder().set_message(message).meta(meta).build(),
            ),
            Some(ErrorCode::Unknown(_)) | None => Self::generic(meta),
        }
    }
}

impl<R> TryFrom<SdkError<operation::DescribeBackupError, R>> for ErrorResponse {
    type Error = SdkError<operation::DescribeBackupError, R>;

    /// The service's answer; what failed on the way, such as a timeout, comes back as it is.
    fn try_from(error: SdkError<operation::DescribeBackupError, R>) -> Result<Self, Self::Error> {
        match error {
            SdkError::ServiceError(answer) => Ok(answer.into_err().into()),
            other => Err(other),
        }
    }
}
