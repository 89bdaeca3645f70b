//! The errors of each operation: a row per operation.

use crate::model::{ErrorCode, ErrorResponse};
use alloc::string::String;
use aws_sdk_dynamodb::error::{ErrorMetadata, SdkError};
use aws_sdk_dynamodb::operation::{
    create_backup, delete_backup, describe_backup, describe_continuous_backups, list_backups, update_continuous_backups,
};
use aws_sdk_dynamodb::types;

/// Returns the error as the wire has it, without a namespace.
fn response(code: Option<&str>, message: Option<&str>) -> ErrorResponse {
    ErrorResponse {
        type_name: code.map(String::from),
        lower_case_message: message.map(String::from),
        ..ErrorResponse::default()
    }
}

fn metadata(code: Option<&ErrorCode>, message: Option<&str>) -> ErrorMetadata {
    let mut metadata = ErrorMetadata::builder();
    if let Some(code) = code {
        metadata = metadata.code(code.as_str());
    }
    if let Some(message) = message {
        metadata = metadata.message(message);
    }
    metadata.build()
}

/// Each row: the SDK's error of an operation, and its exceptions.
macro_rules! errors {
    ($( $operation:ident::$sdk:ident { $($exception:ident)+ } )+) => {$(
        impl From<&$operation::$sdk> for ErrorResponse {
            /// Returns the error's name, without a namespace, and its message. The SDK's request id is left out.
            fn from(sdk: &$operation::$sdk) -> Self {
                match sdk {
                    $($operation::$sdk::$exception(error) => response(Some(stringify!($exception)), error.message()),)+
                    other => response(other.meta().code(), other.meta().message()),
                }
            }
        }

        impl From<$operation::$sdk> for ErrorResponse {
            fn from(sdk: $operation::$sdk) -> Self {
                Self::from(&sdk)
            }
        }

        impl From<ErrorResponse> for $operation::$sdk {
            /// Returns the operation's own exception of that name, else an unhandled one with the name and the message.
            fn from(error: ErrorResponse) -> Self {
                let (code, message) = (error.code(), error.message());
                let meta = metadata(code.as_ref(), message);
                match code {
                    $(Some(ErrorCode::$exception) => Self::$exception(
                        types::error::$exception::builder().set_message(message.map(String::from)).meta(meta).build(),
                    ),)+
                    _ => Self::generic(meta),
                }
            }
        }

        impl<R> TryFrom<SdkError<$operation::$sdk, R>> for ErrorResponse {
            type Error = SdkError<$operation::$sdk, R>;

            /// Returns the service's response. What failed before there was one, such as a timeout, is handed back.
            fn try_from(error: SdkError<$operation::$sdk, R>) -> Result<Self, Self::Error> {
                match error {
                    SdkError::ServiceError(response) => Ok(response.into_err().into()),
                    other => Err(other),
                }
            }
        }
    )+};
}

errors! {
    describe_backup::DescribeBackupError {
        BackupNotFoundException InternalServerError
    }
    create_backup::CreateBackupError {
        TableNotFoundException TableInUseException ContinuousBackupsUnavailableException BackupInUseException
        LimitExceededException InternalServerError
    }
    delete_backup::DeleteBackupError {
        BackupNotFoundException BackupInUseException LimitExceededException InternalServerError
    }
    list_backups::ListBackupsError {
        InternalServerError
    }
    describe_continuous_backups::DescribeContinuousBackupsError {
        TableNotFoundException InternalServerError
    }
    update_continuous_backups::UpdateContinuousBackupsError {
        TableNotFoundException ContinuousBackupsUnavailableException InternalServerError
    }
}
