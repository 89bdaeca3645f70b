//! Outputs and error responses, distinguished by their members.

use crate::exact::assert_same;
use crate::fixtures::fixture;
use dynamodb_backup_model::{DescribeBackupResponse, ErrorCode, ErrorResponse, json};

#[track_caller]
fn response(text: &str) -> DescribeBackupResponse {
    let response: DescribeBackupResponse = json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    // Whatever it is taken for, nothing of it is lost but members that are null and known.
    if !text.contains("null") {
        assert_same(&serde_json::to_string(&response).unwrap(), text);
        assert_same(&json::to_wire_string(&response), text);
    }
    response
}

#[track_caller]
fn error(text: &str) -> ErrorResponse {
    match response(text) {
        DescribeBackupResponse::Error(error) => error,
        DescribeBackupResponse::Output(output) => panic!("taken for an output: {output:?}"),
    }
}

#[track_caller]
fn is_output(text: &str) {
    if let DescribeBackupResponse::Error(error) = response(text) {
        panic!("taken for an error: {error:?}");
    }
}

#[track_caller]
fn case(text: &str, code: Option<&str>, message: Option<&str>, http_status: Option<u16>) {
    let error = error(text);
    assert_eq!(error.code(), code.map(ErrorCode::from), "{text}");
    assert_eq!(error.message(), message, "{text}");
    assert_eq!(error.http_status(), http_status, "{text}");
    assert_eq!(error.is_backup_not_found_exception(), code == Some("BackupNotFoundException"), "{text}");
    assert_eq!(error.is_internal_server_error(), code == Some("InternalServerError"), "{text}");
}

#[test]
fn wire_errors_have_code_message_and_status() {
    case(
        r#"{"__type":"com.amazonaws.dynamodb.v20120810#BackupNotFoundException","message":"gone"}"#,
        Some("BackupNotFoundException"),
        Some("gone"),
        Some(400),
    );
    case(
        r#"{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError","Message":"oops"}"#,
        Some("InternalServerError"),
        Some("oops"),
        Some(500),
    );
    case(
        r#"{"__type":"com.amazon.coral.service#UnrecognizedClientException","message":"who?"}"#,
        Some("UnrecognizedClientException"),
        Some("who?"),
        None,
    );
    case(r#"{"__type":"BackupNotFoundException"}"#, Some("BackupNotFoundException"), None, Some(400));
    case(
        r#"{"__type":"a#b#ThrottlingException:http://internal.example/x#y"}"#,
        Some("ThrottlingException"),
        None,
        None,
    );
    case(r#"{"__type":""}"#, Some(""), None, None);
    case(r#"{"__type":"x#"}"#, Some(""), None, None);
    case(r#"{"message":"only that"}"#, None, Some("only that"), None);
    case(r#"{"Message":"only that"}"#, None, Some("only that"), None);
    case(r#"{"message":"small","Message":"large"}"#, None, Some("small"), None);
    case(r#"{"__type":"a#B","message":null}"#, Some("B"), None, None);
    case(r#"{"__type":null,"message":"m"}"#, None, Some("m"), None);
}

#[test]
fn boto3_errors_have_code_message_and_status() {
    case(
        r#"{"Error":{"Code":"BackupNotFoundException","Message":"gone"},"ResponseMetadata":{"HTTPStatusCode":400}}"#,
        Some("BackupNotFoundException"),
        Some("gone"),
        Some(400),
    );
    // The recorded status is what was, the documented one what should have been.
    case(
        r#"{"Error":{"Code":"InternalServerError","Message":"m"},"ResponseMetadata":{"HTTPStatusCode":503}}"#,
        Some("InternalServerError"),
        Some("m"),
        Some(503),
    );
    case(r#"{"Error":{"Code":"InternalServerError"}}"#, Some("InternalServerError"), None, Some(500));
    case(
        r#"{"Error":{"Code":"ThrottlingException"},"ResponseMetadata":{"HTTPStatusCode":400}}"#,
        Some("ThrottlingException"),
        None,
        Some(400),
    );
    case(r#"{"Error":{}}"#, None, None, None);
    case(r#"{"Error":{"Code":null,"Message":null},"Other":1}"#, None, None, None);
    case(
        r#"{"Error":{"Code":"A","Message":"inner"},"message":"outer","__type":"x#B"}"#,
        Some("B"),
        Some("outer"),
        None,
    );
}

#[test]
fn an_absent_or_invalid_status_is_none() {
    for metadata in ["{}", "null", "[]", "400", "{\"HTTPStatusCode\":\"400\"}", "{\"HTTPStatusCode\":null}"] {
        let text = format!(r#"{{"Error":{{"Code":"BackupNotFoundException"}},"ResponseMetadata":{metadata}}}"#);
        assert_eq!(error(&text).http_status(), Some(400), "{text}");
    }
    for status in ["-1", "65936", "400.5", "18446744073709551615"] {
        let text = format!(r#"{{"Error":{{"Code":"Other"}},"ResponseMetadata":{{"HTTPStatusCode":{status}}}}}"#);
        assert_eq!(error(&text).http_status(), None, "{text}");
    }
}

#[test]
fn members_of_another_type_do_not_make_an_error_response() {
    for text in [
        r#"{"__type":5}"#,
        r#"{"__type":["BackupNotFoundException"]}"#,
        r#"{"message":{"a":1}}"#,
        r#"{"Message":false}"#,
        r#"{"Code":5}"#,
        r#"{"name":"BackupNotFoundException"}"#,
        r#"{"Error":[{}]}"#,
        r#"{"Error":5,"message":1,"__type":{}}"#,
        r#"{"MESSAGE":"x","type":"y","error":{}}"#,
        "{}",
        r#"{"ResponseMetadata":{"HTTPStatusCode":400}}"#,
    ] {
        is_output(text);
    }
    is_output(r#"{"__type":null}"#);
    is_output(r#"{"Error":null,"message":null}"#);
}

#[test]
fn mixtures_of_error_and_output_are_lossless() {
    case(r#"{"__type":5,"message":"m"}"#, None, Some("m"), None);
    case(r#"{"__type":"A","message":5,"Message":"m"}"#, Some("A"), Some("m"), None);
    case(r#"{"__type":"A","Error":"text"}"#, Some("A"), None, None);
    case(r#"{"Error":{"Code":7,"Message":["m"],"Type":"Sender"},"x":[1,{"y":null}]}"#, None, None, None);
    case(r#"{"Error":{"Code":"A","code":"B"},"error":1,"messages":[]}"#, Some("A"), None, None);
}

#[test]
fn a_response_with_a_backup_description_is_an_output() {
    is_output(r#"{"BackupDescription":{},"__type":"a#B","message":"m","Error":{"Code":"A"}}"#);
    case(r#"{"BackupDescription":null,"__type":"a#B"}"#, Some("B"), None, None);
    assert!(json::from_str::<DescribeBackupResponse>(r#"{"BackupDescription":5,"__type":"a#B"}"#).is_err());
}

#[test]
fn error_fixtures_are_errors_and_the_others_are_outputs() {
    for fixture in crate::fixtures::valid() {
        let is_error = matches!(fixture.response(), DescribeBackupResponse::Error(_));
        assert_eq!(is_error, fixture.name.starts_with("error-"), "{}", fixture.name);
        assert_eq!(fixture.response().into_result().is_err(), is_error, "{}", fixture.name);
    }
    assert_eq!(error(&fixture("error-boto3-throttled").text).to_string(), "ThrottlingException: Rate exceeded",);
    assert_eq!(error(&fixture("error-wire-bare-name").text).to_string(), "InternalServerError");
    assert_eq!(error(r#"{"Error":{}}"#).to_string(), "an error without a name");
    assert_eq!(error(r#"{"message":"m"}"#).to_string(), "an error without a name: m");
}

#[test]
fn a_built_error_has_the_wire_format() {
    for code in ErrorCode::VALUES {
        let made = ErrorResponse::new(code, "why \"so\"?");
        let text = json::to_wire_string(&made);
        assert_eq!(text, format!(r#"{{"__type":"com.amazonaws.dynamodb.v20120810#{code}","message":"why \"so\"?"}}"#));
        assert_eq!(error(&text), made);
        assert_eq!(made.code().as_ref(), Some(code));
        assert_eq!(made.http_status(), code.http_status());
        assert_eq!(json::to_wire_string(&DescribeBackupResponse::from(made)), text);
    }
}

/// The type alone, without telling it from an output, reads the same and keeps the same.
#[test]
fn an_error_response_can_be_read_directly() {
    for name in
        ["error-wire", "error-wire-upper-case-message", "error-wire-bare-name", "error-boto3", "error-boto3-throttled"]
    {
        let text = fixture(name).text;
        let alone: ErrorResponse = json::from_str(&text).unwrap();
        assert_eq!(alone, error(&text), "{name}");
        assert_same(&json::to_wire_string(&alone), &text);
    }
}

#[test]
fn each_exception_is_known_by_its_code_and_by_no_other() {
    type Is = fn(&ErrorResponse) -> bool;
    let all: [(&str, Is); 7] = [
        ("BackupNotFoundException", ErrorResponse::is_backup_not_found_exception),
        ("BackupInUseException", ErrorResponse::is_backup_in_use_exception),
        ("TableNotFoundException", ErrorResponse::is_table_not_found_exception),
        ("TableInUseException", ErrorResponse::is_table_in_use_exception),
        ("ContinuousBackupsUnavailableException", ErrorResponse::is_continuous_backups_unavailable_exception),
        ("LimitExceededException", ErrorResponse::is_limit_exceeded_exception),
        ("InternalServerError", ErrorResponse::is_internal_server_error),
    ];
    for (code, _) in all {
        let error = error(&format!(r#"{{"__type":"{code}"}}"#));
        for (other, is) in all {
            assert_eq!(is(&error), code == other, "{code} {other}");
        }
    }
}
