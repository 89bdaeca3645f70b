//! The operations: a row for each.

use aws_sdk_dynamodb::config::http::HttpResponse;
use aws_sdk_dynamodb::config::{ConfigBag, FrozenLayer, RuntimePlugin};
use aws_sdk_dynamodb::error::ProvideErrorMetadata;
use aws_sdk_dynamodb::operation::{
    create_backup, delete_backup, describe_backup, describe_continuous_backups, list_backups, update_continuous_backups,
};
use aws_smithy_runtime_api::client::ser_de::{DeserializeResponse, SharedResponseDeserializer};
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use dynamodb_backup_model::aws_sdk::ToSdkError;
use dynamodb_backup_model::generate::{self, Generated};
use dynamodb_backup_model::{
    CreateBackupOutput, DeleteBackupOutput, DescribeBackupOutput, DescribeContinuousBackupsOutput, ErrorResponse,
    ListBackupsOutput, UpdateContinuousBackupsOutput, json,
};
use ecosystem::Output;
use serde_json::Value;
use std::error::Error;
use std::fmt::Debug;
use std::sync::LazyLock;

/// An operation: its types here and in the SDK, and the conversions between them.
pub(crate) trait Operation {
    const NAME: &'static str;
    type Output: Output;
    type SdkOutput: Clone + Debug + PartialEq + Send + Sync + 'static;
    type SdkError: Debug + ProvideErrorMetadata + Send + Sync + Error + 'static;

    /// Outputs that violate no error-severity rule.
    fn valid() -> Generated<Self::Output>;
    fn config() -> FrozenLayer;
    fn schema() -> &'static Value;
    fn from_sdk(output: &Self::SdkOutput) -> Self::Output;
    fn to_sdk(output: Self::Output) -> Result<Self::SdkOutput, ToSdkError>;
    fn error_from_sdk(error: &Self::SdkError) -> ErrorResponse;
    fn error_to_sdk(error: ErrorResponse) -> Self::SdkError;

    /// The body of a response, in the only form of timestamps that the SDK reads.
    fn body(output: &Self::Output) -> String;

    /// Reads a body as the SDK's client does, without a client.
    fn read(status: u16, body: &str) -> Result<Self::SdkOutput, Self::SdkError> {
        let layer = Self::config();
        let deserializer = layer.load::<SharedResponseDeserializer>().unwrap();
        let response = HttpResponse::new(StatusCode::try_from(status).unwrap(), SdkBody::from(body));
        match deserializer.deserialize_nonstreaming_with_config(&response, &ConfigBag::base()) {
            Ok(output) => Ok(output.downcast().unwrap()),
            Err(error) => {
                let mut refused = None;
                error.map_operation_error(|error| refused = error.downcast().ok());
                Err(refused.unwrap())
            }
        }
    }
}

/// Each row: the operation, the SDK's module for it, its output, the SDK's error and what generates valid outputs.
macro_rules! operations {
    ($dollar:tt $($name:ident: $module:ident, $output:ident, $error:ident, $valid:path;)+) => {
        $(impl Operation for $module::$name {
            const NAME: &'static str = stringify!($name);
            type Output = $output;
            type SdkOutput = $module::$output;
            type SdkError = $module::$error;

            fn valid() -> Generated<Self::Output> {
                $valid()
            }

            fn config() -> FrozenLayer {
                Self::new().config().unwrap()
            }

            fn schema() -> &'static Value {
                static SCHEMA: LazyLock<Value> = LazyLock::new(|| schemars::schema_for!($output).to_value());
                &SCHEMA
            }

            fn from_sdk(output: &Self::SdkOutput) -> Self::Output {
                let converted = $output::from(output);
                assert_eq!($output::from(output.clone()), converted);
                converted
            }

            fn to_sdk(output: Self::Output) -> Result<Self::SdkOutput, ToSdkError> {
                output.try_into()
            }

            fn error_from_sdk(error: &Self::SdkError) -> ErrorResponse {
                error.into()
            }

            fn error_to_sdk(error: ErrorResponse) -> Self::SdkError {
                error.into()
            }

            fn body(output: &Self::Output) -> String {
                json::to_wire_string(&output.clone().with_epoch_timestamps())
            }
        })+

        /// Calls a generic function once for each operation.
        macro_rules! for_each_operation {
            ($dollar function:ident) => {
                $($dollar function::<aws_sdk_dynamodb::operation::$module::$name>();)+
            };
        }
    };
}

operations! {
    $
    DescribeBackup: describe_backup, DescribeBackupOutput, DescribeBackupError, generate::valid_output;
    CreateBackup: create_backup, CreateBackupOutput, CreateBackupError, generate::valid_create_output;
    DeleteBackup: delete_backup, DeleteBackupOutput, DeleteBackupError, generate::valid_delete_output;
    ListBackups: list_backups, ListBackupsOutput, ListBackupsError, generate::valid_page;
    DescribeContinuousBackups: describe_continuous_backups, DescribeContinuousBackupsOutput, DescribeContinuousBackupsError, generate::valid_continuous_backups;
    UpdateContinuousBackups: update_continuous_backups, UpdateContinuousBackupsOutput, UpdateContinuousBackupsError, generate::valid_update_continuous_backups_output;
}
