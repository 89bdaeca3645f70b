//! Error responses, in every operation's form alike.

use super::{ErrorCode, Json, JsonObject};
use crate::shape::structure;
use alloc::string::String;
use core::fmt;

structure! {
    /// An error response, in the wire's form or as boto3's exception holds it.
    ///
    /// The wire has `__type` and `message` (or `Message`), boto3 has `Error` with `Code` and `Message`. Each member is
    /// kept as it came; [`code`](Self::code) and [`message`](Self::message) read whichever there is.
    ErrorResponse: no_model "error response" {
        /// The wire's name of the error, perhaps with a namespace and `#` in front of it.
        type_name: String = optional "__type",

        /// What happened, in the wire's usual spelling.
        lower_case_message: String = optional "message",

        /// What happened, in the wire's other spelling.
        upper_case_message: String = optional "Message",

        /// The error as boto3 holds it.
        error: ErrorDetail = optional "Error",
    }
}

structure! {
    /// The error in boto3's form.
    ErrorDetail: no_model "Error of boto3's ClientError" {
        /// What happened.
        message: String = optional "Message",

        /// The name of the error.
        code: ErrorCode = optional "Code",
    }
}

impl ErrorResponse {
    /// An error in the wire's form.
    #[must_use]
    pub fn new(code: &ErrorCode, message: impl Into<String>) -> Self {
        /// What the service puts in front of the names of its own errors.
        const NAMESPACE: &str = "com.amazonaws.dynamodb.v20120810#";
        let mut type_name = String::from(NAMESPACE);
        type_name.push_str(code.as_str());
        Self { type_name: Some(type_name), lower_case_message: Some(message.into()), ..Self::default() }
    }

    /// The error's name, without a namespace; `None` where the response has none.
    #[must_use]
    pub fn code(&self) -> Option<ErrorCode> {
        match (&self.type_name, &self.error) {
            // `…#Name` and, with some protocols, `Name:http://…`.
            (Some(name), _) => {
                let name = name.split(':').next().unwrap_or(name);
                Some(ErrorCode::from(name.rsplit_once('#').map_or(name, |(_, name)| name)))
            }
            (None, Some(error)) => error.code.clone(),
            (None, None) => None,
        }
    }

    /// Whether no backup has the given ARN.
    #[must_use]
    pub fn is_backup_not_found_exception(&self) -> bool {
        self.code() == Some(ErrorCode::BackupNotFoundException)
    }

    /// Whether another operation on the backup is in progress.
    #[must_use]
    pub fn is_backup_in_use_exception(&self) -> bool {
        self.code() == Some(ErrorCode::BackupInUseException)
    }

    /// Whether no table has the given name or ARN.
    #[must_use]
    pub fn is_table_not_found_exception(&self) -> bool {
        self.code() == Some(ErrorCode::TableNotFoundException)
    }

    /// Whether another operation on the table is in progress.
    #[must_use]
    pub fn is_table_in_use_exception(&self) -> bool {
        self.code() == Some(ErrorCode::TableInUseException)
    }

    /// Whether backups have not yet been enabled for the table.
    #[must_use]
    pub fn is_continuous_backups_unavailable_exception(&self) -> bool {
        self.code() == Some(ErrorCode::ContinuousBackupsUnavailableException)
    }

    /// Whether too many operations are in progress.
    #[must_use]
    pub fn is_limit_exceeded_exception(&self) -> bool {
        self.code() == Some(ErrorCode::LimitExceededException)
    }

    /// Whether the service failed.
    #[must_use]
    pub fn is_internal_server_error(&self) -> bool {
        self.code() == Some(ErrorCode::InternalServerError)
    }

    /// What happened; `None` where the response does not say.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        let detail = || self.error.as_ref().and_then(|error| error.message.as_ref());
        self.lower_case_message.as_ref().or(self.upper_case_message.as_ref()).or_else(detail).map(String::as_str)
    }

    /// The HTTP status: the one that boto3 recorded, else the documented one of the error's name, where it is one that
    /// `DescribeBackup` names.
    #[must_use]
    pub fn http_status(&self) -> Option<u16> {
        if let Some(Json::Object(metadata)) = self.unmodeled.get("ResponseMetadata")
            && let Some(Json::Number(status)) = metadata.get("HTTPStatusCode")
        {
            return status.as_u64().and_then(|status| u16::try_from(status).ok());
        }
        self.code().and_then(|code| code.http_status())
    }
}

impl ErrorCode {
    /// The HTTP status that is documented for the error; `None` for an unknown one.
    ///
    /// Source: API reference, the errors of each operation.
    #[must_use]
    pub fn http_status(&self) -> Option<u16> {
        match self {
            Self::BackupNotFoundException
            | Self::BackupInUseException
            | Self::TableNotFoundException
            | Self::TableInUseException
            | Self::ContinuousBackupsUnavailableException
            | Self::LimitExceededException => Some(400),
            Self::InternalServerError => Some(500),
            Self::Unknown(_) => None,
        }
    }
}

impl fmt::Display for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code() {
            Some(code) => write!(f, "{code}")?,
            None => f.write_str("an error without a name")?,
        }
        match self.message() {
            Some(message) => write!(f, ": {message}"),
            None => Ok(()),
        }
    }
}

impl core::error::Error for ErrorResponse {}

impl ErrorResponse {
    pub(super) fn is_shown_by(members: &JsonObject) -> bool {
        let is_string = |name| matches!(members.get(name), Some(Json::String(_)));
        is_string("__type")
            || is_string("message")
            || is_string("Message")
            || matches!(members.get("Error"), Some(Json::Object(_)))
    }

    pub(super) fn from_members(mut members: JsonObject) -> Self {
        let type_name = take_string(&mut members, "__type");
        let lower_case_message = take_string(&mut members, "message");
        let upper_case_message = take_string(&mut members, "Message");
        let error = match members.remove("Error") {
            Some(Json::Object(mut members)) => Some(ErrorDetail {
                message: take_string(&mut members, "Message"),
                code: take_string(&mut members, "Code").map(ErrorCode::from),
                unmodeled: members,
            }),
            Some(Json::Null) | None => None,
            Some(other) => {
                members.insert("Error", other);
                None
            }
        };
        Self { type_name, lower_case_message, upper_case_message, error, unmodeled: members }
    }
}

/// Takes out a string, or a `null`, which means the same as absence; leaves anything else where it is.
fn take_string(members: &mut JsonObject, name: &str) -> Option<String> {
    if !matches!(members.get(name), Some(Json::String(_) | Json::Null)) {
        return None;
    }
    match members.remove(name) {
        Some(Json::String(text)) => Some(text),
        _ => None,
    }
}
