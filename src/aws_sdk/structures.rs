//! The structures: a row per member.

use super::{SdkConvert, ToSdkError, ToSdkErrorKind, from_sdk, to_sdk};
use crate::model::{self, Json, JsonObject};
use crate::value::path::Path;
use aws_sdk_dynamodb::operation::{
    create_backup, delete_backup, describe_backup, describe_continuous_backups, list_backups, update_continuous_backups,
};
use aws_sdk_dynamodb::types;

/// A member as the SDK holds it: an option, unless it is required.
macro_rules! held {
    (required $member:expr) => {
        Some(&$member)
    };
    (optional $member:expr) => {
        $member.as_ref()
    };
}

/// Returns an error if a required member is absent.
macro_rules! present {
    (required $member:ident, $row:expr, $at:expr) => {
        if $member.is_none() {
            return Err(ToSdkError::new(&$at.member($row), ToSdkErrorKind::MissingMember));
        }
    };
    (optional $member:ident, $row:expr, $at:expr) => {};
}

/// What the SDK's builder makes: a result where the SDK has it so.
macro_rules! built {
    (fallible $builder:expr, $at:expr) => {
        // Its error names what is missing only in words; all that it requires is in the rows.
        $builder.build().map_err(|_| ToSdkError::new($at, ToSdkErrorKind::MissingMember))
    };
    (infallible $builder:expr, $at:expr) => {
        Ok($builder.build())
    };
}

/// Each structure: its name, the SDK's type, whether the SDK's builder returns a result; each row: whether the SDK's type
/// requires the member, the member's name in both, the setter of the SDK's builder.
macro_rules! structures {
    ($(
        $name:ident: $sdk:ty, $build:ident {
            $( $need:ident $field:ident $setter:ident, )+
        }
    )+) => {$(
        impl From<&$sdk> for model::$name {
            fn from(sdk: &$sdk) -> Self {
                let mut unmodeled = JsonObject::new();
                Self {
                    $($field: from_sdk(held!($need sdk.$field), Self::$field, &mut unmodeled),)+
                    unmodeled,
                }
            }
        }

        impl From<$sdk> for model::$name {
            fn from(sdk: $sdk) -> Self {
                Self::from(&sdk)
            }
        }

        impl TryFrom<model::$name> for $sdk {
            type Error = ToSdkError;

            fn try_from(value: model::$name) -> Result<Self, ToSdkError> {
                value.to_sdk(&Path::ROOT)
            }
        }

        impl SdkConvert<$sdk> for model::$name {
            fn from_sdk(sdk: &$sdk) -> Result<Self, Json> {
                Ok(sdk.into())
            }

            fn to_sdk(self, at: &Path<'_>) -> Result<$sdk, ToSdkError> {
                let Self { $($field,)+ unmodeled: _ } = self;
                $(present!($need $field, Self::$field, at);)+
                let builder = <$sdk>::builder()$(.$setter(to_sdk($field, Self::$field, at)?))+;
                built!($build builder, at)
            }
        }
    )+};
}

structures! {
    DescribeBackupInput: describe_backup::DescribeBackupInput, fallible {
        optional backup_arn set_backup_arn,
    }

    DescribeBackupOutput: describe_backup::DescribeBackupOutput, infallible {
        optional backup_description set_backup_description,
    }

    BackupDescription: types::BackupDescription, infallible {
        optional backup_details set_backup_details,
        optional source_table_details set_source_table_details,
        optional source_table_feature_details set_source_table_feature_details,
    }

    BackupDetails: types::BackupDetails, fallible {
        required backup_arn set_backup_arn,
        required backup_name set_backup_name,
        optional backup_size_bytes set_backup_size_bytes,
        required backup_status set_backup_status,
        required backup_type set_backup_type,
        required backup_creation_date_time set_backup_creation_date_time,
        optional backup_expiry_date_time set_backup_expiry_date_time,
    }

    SourceTableDetails: types::SourceTableDetails, fallible {
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

    KeySchemaElement: types::KeySchemaElement, fallible {
        required attribute_name set_attribute_name,
        required key_type set_key_type,
    }

    ProvisionedThroughput: types::ProvisionedThroughput, fallible {
        required read_capacity_units set_read_capacity_units,
        required write_capacity_units set_write_capacity_units,
    }

    OnDemandThroughput: types::OnDemandThroughput, infallible {
        optional max_read_request_units set_max_read_request_units,
        optional max_write_request_units set_max_write_request_units,
    }

    SourceTableFeatureDetails: types::SourceTableFeatureDetails, infallible {
        optional local_secondary_indexes set_local_secondary_indexes,
        optional global_secondary_indexes set_global_secondary_indexes,
        optional stream_description set_stream_description,
        optional time_to_live_description set_time_to_live_description,
        optional sse_description set_sse_description,
        optional vector_indexes set_vector_indexes,
    }

    LocalSecondaryIndexInfo: types::LocalSecondaryIndexInfo, infallible {
        optional index_name set_index_name,
        optional key_schema set_key_schema,
        optional projection set_projection,
    }

    GlobalSecondaryIndexInfo: types::GlobalSecondaryIndexInfo, infallible {
        optional index_name set_index_name,
        optional key_schema set_key_schema,
        optional projection set_projection,
        optional provisioned_throughput set_provisioned_throughput,
        optional on_demand_throughput set_on_demand_throughput,
    }

    VectorIndexInfo: types::VectorIndexInfo, infallible {
        optional index_name set_index_name,
        optional vector_attribute set_vector_attribute,
        optional search_schema set_search_schema,
        optional projection set_projection,
        optional dimensions set_dimensions,
        optional distance_function set_distance_function,
    }

    Projection: types::Projection, infallible {
        optional projection_type set_projection_type,
        optional non_key_attributes set_non_key_attributes,
    }

    VectorAttributeDefinition: types::VectorAttributeDefinition, fallible {
        required attribute_name set_attribute_name,
    }

    SearchSchemaElement: types::SearchSchemaElement, fallible {
        required attribute_name set_attribute_name,
        required search_schema_element_type set_search_schema_element_type,
    }

    StreamSpecification: types::StreamSpecification, fallible {
        required stream_enabled set_stream_enabled,
        optional stream_view_type set_stream_view_type,
    }

    TimeToLiveDescription: types::TimeToLiveDescription, infallible {
        optional time_to_live_status set_time_to_live_status,
        optional attribute_name set_attribute_name,
    }

    SseDescription: types::SseDescription, infallible {
        optional status set_status,
        optional sse_type set_sse_type,
        optional kms_master_key_arn set_kms_master_key_arn,
        optional inaccessible_encryption_date_time set_inaccessible_encryption_date_time,
    }

    CreateBackupInput: create_backup::CreateBackupInput, fallible {
        optional table_name set_table_name,
        optional backup_name set_backup_name,
    }

    CreateBackupOutput: create_backup::CreateBackupOutput, infallible {
        optional backup_details set_backup_details,
    }

    DeleteBackupInput: delete_backup::DeleteBackupInput, fallible {
        optional backup_arn set_backup_arn,
    }

    DeleteBackupOutput: delete_backup::DeleteBackupOutput, infallible {
        optional backup_description set_backup_description,
    }

    ListBackupsInput: list_backups::ListBackupsInput, fallible {
        optional table_name set_table_name,
        optional limit set_limit,
        optional time_range_lower_bound set_time_range_lower_bound,
        optional time_range_upper_bound set_time_range_upper_bound,
        optional exclusive_start_backup_arn set_exclusive_start_backup_arn,
        optional backup_type set_backup_type,
    }

    ListBackupsOutput: list_backups::ListBackupsOutput, infallible {
        optional backup_summaries set_backup_summaries,
        optional last_evaluated_backup_arn set_last_evaluated_backup_arn,
    }

    BackupSummary: types::BackupSummary, infallible {
        optional table_name set_table_name,
        optional table_id set_table_id,
        optional table_arn set_table_arn,
        optional backup_arn set_backup_arn,
        optional backup_name set_backup_name,
        optional backup_creation_date_time set_backup_creation_date_time,
        optional backup_expiry_date_time set_backup_expiry_date_time,
        optional backup_status set_backup_status,
        optional backup_type set_backup_type,
        optional backup_size_bytes set_backup_size_bytes,
    }

    DescribeContinuousBackupsInput: describe_continuous_backups::DescribeContinuousBackupsInput, fallible {
        optional table_name set_table_name,
    }

    DescribeContinuousBackupsOutput: describe_continuous_backups::DescribeContinuousBackupsOutput, infallible {
        optional continuous_backups_description set_continuous_backups_description,
    }

    UpdateContinuousBackupsInput: update_continuous_backups::UpdateContinuousBackupsInput, fallible {
        optional table_name set_table_name,
        optional point_in_time_recovery_specification set_point_in_time_recovery_specification,
    }

    UpdateContinuousBackupsOutput: update_continuous_backups::UpdateContinuousBackupsOutput, infallible {
        optional continuous_backups_description set_continuous_backups_description,
    }

    ContinuousBackupsDescription: types::ContinuousBackupsDescription, fallible {
        required continuous_backups_status set_continuous_backups_status,
        optional point_in_time_recovery_description set_point_in_time_recovery_description,
    }

    PointInTimeRecoveryDescription: types::PointInTimeRecoveryDescription, infallible {
        optional point_in_time_recovery_status set_point_in_time_recovery_status,
        optional recovery_period_in_days set_recovery_period_in_days,
        optional earliest_restorable_date_time set_earliest_restorable_date_time,
        optional latest_restorable_date_time set_latest_restorable_date_time,
    }

    PointInTimeRecoverySpecification: types::PointInTimeRecoverySpecification, fallible {
        required point_in_time_recovery_enabled set_point_in_time_recovery_enabled,
        optional recovery_period_in_days set_recovery_period_in_days,
    }
}
