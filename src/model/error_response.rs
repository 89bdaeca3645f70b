//! Error responses, in every operation's and every client's form alike.

use super::{ErrorCode, Json, JsonObject};
use crate::shape::structure;
use crate::value::path::Row;
use crate::value::unmodeled::Absence;
use alloc::string::String;
use core::fmt;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Unexpected, Visitor};

structure! {
    /// An error response, in the form of the wire or in that of a client.
    ///
    /// [`code`](Self::code), [`message`](Self::message) and [`http_status`](Self::http_status) read every form:
    ///
    /// | written by | code | message | HTTP status |
    /// | --- | --- | --- | --- |
    /// | the service | `__type` | `message` or `Message` | |
    /// | boto3 | `Error.Code` | `Error.Message` | `ResponseMetadata.HTTPStatusCode` |
    /// | AWS CLI, `--cli-error-format json` | `Code` | `Message` | |
    /// | AWS Step Functions | `Error` | `Cause` | within `Cause` |
    /// | Java SDK v1, `CloudTrail` | `errorCode` | `errorMessage` | `statusCode` |
    /// | JavaScript SDK v2 | `code` | `message` | `statusCode` |
    /// | JavaScript SDK v3 | `name` | `message` | `$metadata.httpStatusCode` |
    /// | PHP SDK | `code` | `message` | `@metadata.statusCode` |
    ///
    /// Where a response has several of them, the first row that has a string or a status counts.
    ///
    /// The fields are the members of the wire and of boto3. All others, and a member of another type than its field's,
    /// such as the string `Error` of AWS Step Functions, are kept in `unmodeled`: whatever is an object can be read as
    /// an error response, and is written back unchanged.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{ErrorResponse, json};
    ///
    /// for text in [
    ///     r#"{"__type": "com.amazonaws.dynamodb.v20120810#BackupNotFoundException", "message": "No backup"}"#,
    ///     r#"{"Error": {"Code": "BackupNotFoundException", "Message": "No backup"}, "ResponseMetadata": {}}"#,
    ///     r#"{"Code": "BackupNotFoundException", "Message": "No backup"}"#,
    ///     r#"{"Error": "DynamoDb.BackupNotFoundException", "Cause": "No backup"}"#,
    ///     r#"{"errorCode": "BackupNotFoundException", "errorMessage": "No backup"}"#,
    ///     r#"{"code": "BackupNotFoundException", "message": "No backup", "statusCode": 400}"#,
    ///     r#"{"name": "BackupNotFoundException", "message": "No backup", "$metadata": {"httpStatusCode": 400}}"#,
    /// ] {
    ///     let error: ErrorResponse = json::from_str(text)?;
    ///     assert!(error.is_backup_not_found_exception());
    ///     assert_eq!(error.message(), Some("No backup"));
    ///     assert_eq!(error.http_status(), Some(400));
    /// }
    /// # Ok::<(), json::Error>(())
    /// ```
    ErrorResponse: no_model "error response" read by read {
        /// The name of the error on the wire, perhaps prefixed with a namespace and `#`.
        type_name: String = optional "__type",

        /// What happened, under the usual name on the wire.
        lower_case_message: String = optional "message",

        /// What happened, under the other name on the wire.
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
    /// An error in the wire format.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{ErrorCode, ErrorResponse, json};
    ///
    /// let error = ErrorResponse::new(&ErrorCode::TableNotFoundException, "Table not found: Music");
    /// assert_eq!(
    ///     json::to_wire_string(&error),
    ///     r#"{"__type":"com.amazonaws.dynamodb.v20120810#TableNotFoundException","message":"Table not found: Music"}"#
    /// );
    /// ```
    #[must_use]
    pub fn new(code: &ErrorCode, message: impl Into<String>) -> Self {
        /// The service's prefix of the names of its own errors.
        const NAMESPACE: &str = "com.amazonaws.dynamodb.v20120810#";
        let mut type_name = String::from(NAMESPACE);
        type_name.push_str(code.as_str());
        Self { type_name: Some(type_name), lower_case_message: Some(message.into()), ..Self::default() }
    }

    /// Returns the error's name, without a namespace; `None` where the response has none.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{ErrorCode, ErrorResponse, json};
    ///
    /// let error: ErrorResponse = json::from_str(r#"{"Error": "DynamoDb.TableNotFoundException", "Cause": ""}"#)?;
    /// assert_eq!(error.code(), Some(ErrorCode::TableNotFoundException));
    /// # Ok::<(), json::Error>(())
    /// ```
    #[must_use]
    pub fn code(&self) -> Option<ErrorCode> {
        let detail = || self.error.as_ref().and_then(|error| error.code.as_ref()).map(ErrorCode::as_str);
        let other = || FORMS.iter().find_map(|form| string(&self.unmodeled, form.code?));
        self.type_name.as_deref().or_else(detail).or_else(other).map(without_prefix).map(ErrorCode::from)
    }

    /// Returns what happened; `None` where the response doesn't say.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        let detail = || self.error.as_ref().and_then(|error| error.message.as_deref());
        let other = || FORMS.iter().find_map(|form| string(&self.unmodeled, form.message?));
        let wire = self.lower_case_message.as_deref().or(self.upper_case_message.as_deref());
        wire.or_else(detail).or_else(other)
    }

    /// Returns the HTTP status: the one that the client recorded, else the documented one of the error's name, where it
    /// is one that an operation on backups names.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{ErrorResponse, json};
    ///
    /// let text = r#"{"name": "ThrottlingException", "$metadata": {"httpStatusCode": 400}}"#;
    /// assert_eq!(json::from_str::<ErrorResponse>(text)?.http_status(), Some(400));
    /// assert_eq!(json::from_str::<ErrorResponse>(r#"{"__type": "ThrottlingException"}"#)?.http_status(), None);
    /// # Ok::<(), json::Error>(())
    /// ```
    #[must_use]
    pub fn http_status(&self) -> Option<u16> {
        let recorded = FORMS.iter().find_map(|form| form.status.as_ref()?.find(&self.unmodeled));
        recorded.or_else(|| self.code()?.http_status())
    }
}

/// Each row: a method and the code that it asks for.
macro_rules! is_code {
    ($( $( #[$doc:meta] )* $name:ident: $code:ident; )+) => {
        impl ErrorResponse {$(
            $( #[$doc] )*
            #[must_use]
            pub fn $name(&self) -> bool {
                self.code() == Some(ErrorCode::$code)
            }
        )+}
    };
}

is_code! {
    /// Whether no backup has the given ARN.
    is_backup_not_found_exception: BackupNotFoundException;
    /// Whether another operation on the backup is in progress.
    is_backup_in_use_exception: BackupInUseException;
    /// Whether no table has the given name or ARN.
    is_table_not_found_exception: TableNotFoundException;
    /// Whether another operation on the table is in progress.
    is_table_in_use_exception: TableInUseException;
    /// Whether backups have not yet been enabled for the table.
    is_continuous_backups_unavailable_exception: ContinuousBackupsUnavailableException;
    /// Whether too many operations are in progress.
    is_limit_exceeded_exception: LimitExceededException;
    /// Whether the service failed.
    is_internal_server_error: InternalServerError;
}

/// Where a client writes what the fields don't hold.
struct Form {
    code: Option<&'static str>,
    message: Option<&'static str>,
    status: Option<Status>,
    /// What must be beside the code for it to show an error, if its name is a common one.
    beside: &'static [&'static str],
}

/// Where a client writes the HTTP status.
enum Status {
    In(&'static str),
    /// In a member of a member.
    Inside(&'static str, &'static str),
    /// In a message: `… (Service: DynamoDb, Status Code: 400, Request ID: …)`.
    Within(&'static str),
}

/// The forms, in the order in which their members are looked for.
const FORMS: [Form; 7] = {
    /// What clients in JavaScript write beside an error's `name` or `code`.
    const BESIDE: &[&str] = &["$metadata", "$fault", "statusCode", "message"];
    const fn form(code: Option<&'static str>, message: Option<&'static str>, status: Option<Status>) -> Form {
        Form { code, message, status, beside: &[] }
    }
    [
        // boto3, whose other members are fields.
        form(None, None, Some(Status::Inside("ResponseMetadata", "HTTPStatusCode"))),
        // AWS CLI.
        form(Some("Code"), None, None),
        // AWS Step Functions.
        form(Some("Error"), Some("Cause"), Some(Status::Within("Cause"))),
        // AWS CloudTrail, Java SDK v1.
        form(Some("errorCode"), Some("errorMessage"), None),
        // JavaScript SDK v2.
        Form { beside: BESIDE, ..form(Some("code"), None, Some(Status::In("statusCode"))) },
        // JavaScript SDK v3.
        Form { beside: BESIDE, ..form(Some("name"), None, Some(Status::Inside("$metadata", "httpStatusCode"))) },
        // PHP SDK.
        form(None, None, Some(Status::Inside("@metadata", "statusCode"))),
    ]
};

fn string<'m>(members: &'m JsonObject, name: &str) -> Option<&'m str> {
    match members.get(name) {
        Some(Json::String(text)) => Some(text),
        _ => None,
    }
}

impl Status {
    fn find(&self, members: &JsonObject) -> Option<u16> {
        let status = |value: Option<&Json>| match value {
            Some(Json::Number(number)) => number.as_u64().and_then(|status| u16::try_from(status).ok()),
            _ => None,
        };
        match *self {
            Self::In(name) => status(members.get(name)),
            Self::Inside(outer, name) => match members.get(outer) {
                Some(Json::Object(inner)) => status(inner.get(name)),
                _ => None,
            },
            Self::Within(name) => {
                let (_, after) = string(members, name)?.rsplit_once("Status Code: ")?;
                let end = after.find(|char: char| !char.is_ascii_digit()).unwrap_or(after.len());
                after[..end].parse().ok()
            }
        }
    }
}

/// The name without what clients and protocols add: `namespace#Name`, `Name:http://…`, `DynamoDb.Name`.
fn without_prefix(name: &str) -> &str {
    const SERVICE: &str = "DynamoDb.";
    let name = name.split(':').next().unwrap_or(name);
    let name = name.rsplit_once('#').map_or(name, |(_, name)| name);
    match name.split_at_checked(SERVICE.len()) {
        Some((service, name)) if service.eq_ignore_ascii_case(SERVICE) => name,
        _ => name,
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
    /// Whether an object with these members, of which none shows what else it is, is an error response.
    pub(crate) fn is_shown_by(members: &JsonObject) -> bool {
        let is_string = |row: &Row| string(members, row.name).is_some();
        is_string(Self::lower_case_message)
            || is_string(Self::upper_case_message)
            || matches!(members.get(Self::error.name), Some(Json::Object(_)))
            || Self::is_code_in(members)
    }

    /// Whether an object with these members has the code of an error response.
    pub(crate) fn is_code_in(members: &JsonObject) -> bool {
        let is_string = |member: &str| string(members, member).is_some();
        let is_in = |form: &Form| {
            form.code.is_some_and(is_string)
                && (form.beside.is_empty() || form.beside.iter().any(|member| members.get(member).is_some()))
        };
        let detail = || match members.get(Self::error.name) {
            Some(Json::Object(detail)) => string(detail, ErrorDetail::code.name).is_some(),
            _ => false,
        };
        is_string(Self::type_name.name) || detail() || FORMS.iter().any(is_in)
    }

    /// The members in which clients write an error's code, each with those beside one of which it shows an error, if it
    /// doesn't by itself.
    #[cfg(feature = "schemars")]
    pub(crate) fn codes_of_clients() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
        FORMS.iter().filter_map(|form| Some((form.code?, form.beside)))
    }

    pub(crate) fn from_members(mut members: JsonObject) -> Self {
        let type_name = take_string(&mut members, "__type");
        let lower_case_message = take_string(&mut members, "message");
        let upper_case_message = take_string(&mut members, "Message");
        let error = match members.remove("Error") {
            Some(Json::Object(mut members)) => Some(ErrorDetail {
                message: take_string(&mut members, "Message"),
                code: take_string(&mut members, "Code").map(ErrorCode::from),
                unmodeled: members,
            }),
            None => None,
            Some(Json::Null) => {
                members.note_absence("Error", Absence::Null);
                None
            }
            Some(Json::Array(list)) if list.is_empty() => {
                members.note_absence("Error", Absence::EmptyList);
                None
            }
            Some(other) => {
                members.insert("Error", other);
                None
            }
        };
        Self { type_name, lower_case_message, upper_case_message, error, unmodeled: members }
    }
}

/// Removes a string, or a `null`, which represents an absent one; leaves anything else where it is.
fn take_string(members: &mut JsonObject, name: &'static str) -> Option<String> {
    if !matches!(members.get(name), Some(Json::String(_) | Json::Null)) {
        return None;
    }
    if let Some(Json::String(string)) = members.remove(name) {
        return Some(string);
    }
    members.note_absence(name, Absence::Null);
    None
}

/// Whatever is an object can be an error response: a member of another type than its field's is kept unchanged.
fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<ErrorResponse, D::Error> {
    struct AnyMembers;

    impl<'de> Visitor<'de> for AnyMembers {
        type Value = ErrorResponse;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object (error response)")
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<ErrorResponse, A::Error> {
            match Json::deserialize(MapAccessDeserializer::new(map))? {
                Json::Object(members) => Ok(ErrorResponse::from_members(members)),
                _ => Err(A::Error::invalid_type(Unexpected::Other("number"), &self)),
            }
        }
    }

    deserializer.deserialize_map(AnyMembers)
}
