//! Errors: each operation's own exceptions come from the SDK and go there, others by their code.

use crate::operations::Operation;
use aws_sdk_dynamodb::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_dynamodb::operation::describe_backup as sdk;
use aws_sdk_dynamodb::types;
use dynamodb_backup_model::{ErrorCode, ErrorResponse, json};
use serde_json::Value;

/// The errors that the service model lists for an operation.
fn listed(operation: &str) -> Vec<String> {
    let model: Value = serde_json::from_str(include_str!("../../../fixtures/service-model.json")).unwrap();
    let operations = model["operations"].as_array().unwrap();
    let operation = operations.iter().find(|found| found["name"] == operation).unwrap();
    operation["errors"].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

/// The error that the SDK reads, and the same one converted to the SDK's.
fn both<O: Operation>(status: u16, body: &str) -> [O::SdkError; 2] {
    let by_us: ErrorResponse = json::from_str(body).unwrap();
    [O::read(status, body).unwrap_err(), O::error_to_sdk(by_us)]
}

#[track_caller]
fn keeps<O: Operation>(status: u16, body: &str, code: Option<&str>, message: Option<&str>) {
    for error in both::<O>(status, body) {
        assert_eq!((error.code(), error.message()), (code, message), "{}: {body}", O::NAME);
        let converted = O::error_from_sdk(&error);
        assert_eq!(converted.code().as_ref().map(ErrorCode::as_str), code, "{}: {body}", O::NAME);
        assert_eq!(converted.message(), message, "{}: {body}", O::NAME);
    }
}

fn has_its_own_exceptions<O: Operation>() {
    let listed = listed(O::NAME);
    for code in ErrorCode::VALUES {
        let error = ErrorResponse::new(code, "why");
        let (status, body) = (error.http_status().unwrap(), json::to_wire_string(&error));
        keeps::<O>(status, &body, Some(code.as_str()), Some("why"));
        // The variant, of the SDK's own reader and of the conversion.
        let is_listed = listed.iter().any(|name| name == code.as_str());
        let variant = if is_listed { code.as_str() } else { "Unhandled" };
        for error in both::<O>(status, &body) {
            assert!(format!("{error:?}").starts_with(&format!("{variant}(")), "{}: {error:?}", O::NAME);
        }
    }
}

#[test]
fn an_operation_has_the_exceptions_that_the_service_model_lists() {
    for_each_operation!(has_its_own_exceptions);
}

fn keeps_code_and_message<O: Operation>() {
    for (status, body, code, message) in [
        (500, r#"{"__type":"InternalServerError","Message":"oops"}"#, Some("InternalServerError"), Some("oops")),
        (
            400,
            r#"{"__type":"com.amazon.coral.service#ThrottlingException","message":"slow down"}"#,
            Some("ThrottlingException"),
            Some("slow down"),
        ),
        (
            421,
            r#"{"__type":"com.amazonaws.dynamodb.v20120810#InvalidEndpointException","Message":"elsewhere"}"#,
            Some("InvalidEndpointException"),
            Some("elsewhere"),
        ),
        (400, r#"{"__type":"InternalServerError"}"#, Some("InternalServerError"), None),
        (503, "{}", None, None),
    ] {
        keeps::<O>(status, body, code, message);
    }
}

#[test]
fn errors_keep_their_code_and_message() {
    for_each_operation!(keeps_code_and_message);
}

#[test]
fn only_service_errors_convert_to_an_error_response() {
    let not_found = types::error::BackupNotFoundException::builder().message("gone").build();
    let response = SdkError::service_error(sdk::DescribeBackupError::BackupNotFoundException(not_found), ());
    let error = ErrorResponse::try_from(response).unwrap();
    assert_eq!(json::to_wire_string(&error), r#"{"__type":"BackupNotFoundException","message":"gone"}"#);

    let timed_out: SdkError<sdk::DescribeBackupError, ()> = SdkError::timeout_error("too late");
    assert!(matches!(ErrorResponse::try_from(timed_out), Err(SdkError::TimeoutError(_))));
}
