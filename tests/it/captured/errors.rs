//! Errors in the form of each client.

use super::{captured, is};
use dynamodb_backup_model::{Captured, DescribeBackupResponse, ErrorCode, ErrorResponse, json};

/// The same error comes out of a captured document, of a response and of an error response by itself.
#[track_caller]
fn case(text: &str, code: Option<&str>, message: Option<&str>, status: Option<u16>) {
    let Captured::Error(error) = captured(text) else { panic!("not an error: {text}") };
    assert_eq!(error.code(), code.map(ErrorCode::from), "{text}");
    assert_eq!(error.message(), message, "{text}");
    assert_eq!(error.http_status(), status, "{text}");
    assert_eq!(json::from_str::<ErrorResponse>(text).unwrap(), error, "{text}");
    assert_eq!(json::from_str::<DescribeBackupResponse>(text).unwrap(), DescribeBackupResponse::Error(error), "{text}");
}

#[test]
fn errors_on_the_wire_are_read() {
    case(
        r#"{"__type":"com.amazonaws.dynamodb.v20120810#BackupInUseException"}"#,
        Some("BackupInUseException"),
        None,
        Some(400),
    );
    case(r#"{"__type":"InternalServerError","Message":"m"}"#, Some("InternalServerError"), Some("m"), Some(500));
    case(
        r#"{"__type":"com.amazon.coral.validate#ValidationException","message":"1 error"}"#,
        Some("ValidationException"),
        Some("1 error"),
        None,
    );
    case(r#"{"message":"The security token is invalid"}"#, None, Some("The security token is invalid"), None);
}

#[test]
fn errors_from_boto3_are_read() {
    case(
        r#"{"Error":{"Message":"m","Code":"TableInUseException"},"ResponseMetadata":{"HTTPStatusCode":400},"message":"n"}"#,
        Some("TableInUseException"),
        Some("n"),
        Some(400),
    );
    case(
        r#"{"Error":{"Code":"ThrottlingException"},"ResponseMetadata":{"HTTPStatusCode":429}}"#,
        Some("ThrottlingException"),
        None,
        Some(429),
    );
    case(
        r#"{"Error":{"Code":"x#LimitExceededException","Message":""}}"#,
        Some("LimitExceededException"),
        Some(""),
        Some(400),
    );
    case(r#"{"Error":{}}"#, None, None, None);
}

#[test]
fn errors_from_the_cli_are_read() {
    case(r#"{"Code":"TableNotFoundException","Message":"m"}"#, Some("TableNotFoundException"), Some("m"), Some(400));
    case(
        r#"{"Message":"Rate exceeded","Code":"ThrottlingException"}"#,
        Some("ThrottlingException"),
        Some("Rate exceeded"),
        None,
    );
    case(r#"{"Code":"InternalServerError"}"#, Some("InternalServerError"), None, Some(500));
}

#[test]
fn errors_from_javascript_v2_are_read() {
    case(
        r#"{"code":"ContinuousBackupsUnavailableException","statusCode":400,"retryable":false,"retryDelay":21.3,"requestId":"R"}"#,
        Some("ContinuousBackupsUnavailableException"),
        None,
        Some(400),
    );
    case(
        r#"{"message":"m","errno":-3008,"code":"NetworkingError","region":"x","hostname":"y","retryable":true}"#,
        Some("NetworkingError"),
        Some("m"),
        None,
    );
    case(
        r#"{"code":"InternalServerError","statusCode":503,"message":null}"#,
        Some("InternalServerError"),
        None,
        Some(503),
    );
}

#[test]
fn errors_from_javascript_v3_are_read() {
    case(
        r#"{"name":"BackupNotFoundException","$fault":"client","$metadata":{"httpStatusCode":400,"attempts":1}}"#,
        Some("BackupNotFoundException"),
        None,
        Some(400),
    );
    case(
        r#"{"name":"InternalServerError","$fault":"server","$metadata":{"httpStatusCode":502},"message":"m"}"#,
        Some("InternalServerError"),
        Some("m"),
        Some(502),
    );
    case(
        r#"{"name":"Error","__type":"com.amazonaws.dynamodb.v20120810#BackupInUseException","$metadata":{}}"#,
        Some("BackupInUseException"),
        None,
        Some(400),
    );
    case(
        r#"{"name":"TimeoutError","$metadata":{"attempts":3,"totalRetryDelay":150}}"#,
        Some("TimeoutError"),
        None,
        None,
    );
}

#[test]
fn errors_from_step_functions_are_read() {
    case(
        r#"{"Error":"DynamoDb.TableNotFoundException","Cause":"Table: x (Service: DynamoDb, Status Code: 400, Request ID: R)"}"#,
        Some("TableNotFoundException"),
        Some("Table: x (Service: DynamoDb, Status Code: 400, Request ID: R)"),
        Some(400),
    );
    case(
        r#"{"Error":"DynamoDB.InternalServerError","Cause":"Status Code: 400 (Service: DynamoDb, Status Code: 503)"}"#,
        Some("InternalServerError"),
        Some("Status Code: 400 (Service: DynamoDb, Status Code: 503)"),
        Some(503),
    );
    case(r#"{"Error":"States.Timeout","Cause":""}"#, Some("States.Timeout"), Some(""), None);
    case(r#"{"Error":"DynamoDb.BackupInUseException"}"#, Some("BackupInUseException"), None, Some(400));
    case(r#"{"Cause":"Status Code: 99999","Error":"X"}"#, Some("X"), Some("Status Code: 99999"), None);
    case(r#"{"Cause":"Status Code: ","Error":"X"}"#, Some("X"), Some("Status Code: "), None);

    let text = r#"{"Cause":"c","Error":"DynamoDb.X"}"#;
    let error: ErrorResponse = json::from_str(text).unwrap();
    assert_eq!(error.error, None);
    assert_eq!(error.unmodeled.get("Error"), Some(&"DynamoDb.X".into()));
    assert_eq!(json::to_wire_string(&error), text);
}

#[test]
fn errors_from_cloud_trail_are_read() {
    case(
        r#"{"eventName":"DescribeBackup","errorCode":"BackupNotFoundException","errorMessage":"m","responseElements":{}}"#,
        Some("BackupNotFoundException"),
        Some("m"),
        Some(400),
    );
    case(r#"{"errorCode":"AccessDenied","requestParameters":{"backupArn":"x"}}"#, Some("AccessDenied"), None, None);
    // Jackson writes an exception of Java's SDK so.
    case(
        r#"{"errorCode":"ThrottlingException","errorMessage":"m","statusCode":400,"serviceName":"AmazonDynamoDBv2"}"#,
        Some("ThrottlingException"),
        Some("m"),
        Some(400),
    );
}

#[test]
fn errors_from_php_are_read() {
    case(
        r#"{"code":"ThrottlingException","message":"m","@metadata":{"statusCode":400}}"#,
        Some("ThrottlingException"),
        Some("m"),
        Some(400),
    );
}

#[test]
fn name_and_code_indicate_an_error_only_beside_its_other_members() {
    for name in ["name", "code"] {
        is("unrecognized", &format!(r#"{{"{name}":"BackupNotFoundException"}}"#));
        is("unrecognized", &format!(r#"{{"{name}":"BackupNotFoundException","status":400,"Cause":"c"}}"#));
        for beside in [r#""$metadata":{}"#, r#""$fault":"client""#, r#""statusCode":400"#, r#""message":null"#] {
            is("error", &format!(r#"{{"{name}":"BackupNotFoundException",{beside}}}"#));
            is("unrecognized", &format!(r#"{{"{name}":7,{beside}}}"#));
            is("unrecognized", &format!("{{{beside}}}"));
        }
    }
}

#[test]
fn members_of_another_type_do_not_indicate_an_error() {
    for text in [
        r#"{"__type":1}"#,
        r#"{"Error":7}"#,
        r#"{"Error":null}"#,
        r#"{"Error":[]}"#,
        r#"{"Code":404,"Message":1}"#,
        r#"{"errorCode":{}}"#,
        r#"{"errorMessage":"m"}"#,
        r#"{"Cause":"c"}"#,
        r#"{"statusCode":500,"body":"x"}"#,
    ] {
        is("unrecognized", text);
        let DescribeBackupResponse::Output(_) = json::from_str(text).unwrap() else { panic!("{text}") };
    }
}

/// The rows of the table, one beside the next: the first that has a string counts.
#[test]
fn error_forms_are_tried_in_order() {
    let codes = [
        r#""__type":"A""#,
        r#""Error":{"Code":"B"}"#,
        r#""Code":"C""#,
        r#""Error":"D""#,
        r#""errorCode":"E""#,
        r#""code":"F""#,
        r#""name":"G""#,
    ];
    for (index, first) in codes.iter().enumerate() {
        for other in &codes[index + 1..] {
            let name = |member: &str| member.split(':').next().unwrap().to_owned();
            if name(first) != name(other) {
                let code = first.split('"').rev().nth(1);
                let error: ErrorResponse = json::from_str(&format!("{{{other},{first}}}")).unwrap();
                assert_eq!(error.code(), code.map(ErrorCode::from), "{first} {other}");
            }
        }
    }
    let messages = [
        r#""message":"A""#,
        r#""Message":"B""#,
        r#""Error":{"Message":"C"}"#,
        r#""Cause":"D""#,
        r#""errorMessage":"E""#,
    ];
    let statuses = [
        r#""ResponseMetadata":{"HTTPStatusCode":401}"#,
        r#""Cause":"Status Code: 402""#,
        r#""statusCode":403"#,
        r#""$metadata":{"httpStatusCode":404}"#,
        r#""@metadata":{"statusCode":405}"#,
    ];
    for (index, first) in messages.iter().enumerate() {
        for other in &messages[index + 1..] {
            let error: ErrorResponse = json::from_str(&format!("{{{other},{first}}}")).unwrap();
            assert_eq!(error.message(), first.split('"').rev().nth(1), "{first} {other}");
        }
    }
    for (index, first) in (401..).zip(&statuses) {
        for other in &statuses[usize::from(index) - 400..] {
            let error: ErrorResponse = json::from_str(&format!("{{{other},{first}}}")).unwrap();
            assert_eq!(error.http_status(), Some(index), "{first} {other}");
        }
    }
}

#[test]
fn an_invalid_status_falls_back_to_the_next_form() {
    for status in ["-1", "65536", "400.5", "\"400\"", "null", "{}"] {
        let text = format!(r#"{{"code":"BackupNotFoundException","statusCode":{status}}}"#);
        assert_eq!(json::from_str::<ErrorResponse>(&text).unwrap().http_status(), Some(400), "{text}");
        let text = format!(r#"{{"code":"Other","statusCode":{status},"@metadata":{{"statusCode":418}}}}"#);
        assert_eq!(json::from_str::<ErrorResponse>(&text).unwrap().http_status(), Some(418), "{text}");
    }
}

#[test]
fn an_error_response_keeps_members_of_any_type() {
    for text in [
        r#"{"__type":5,"message":["m"],"Message":{},"Error":7,"x":1}"#,
        r#"{"Error":{"Code":7,"Message":false}}"#,
        r#"{"a":1e300,"":[]}"#,
        "{}",
    ] {
        let error: ErrorResponse = json::from_str(text).unwrap();
        crate::exact::assert_same(&serde_json::to_string(&error).unwrap(), text);
        crate::exact::assert_same(&json::to_wire_string(&error), text);
        assert_eq!((error.code(), error.message(), error.http_status()), (None, None, None), "{text}");
    }
    for text in ["[]", "5", "null", "\"x\""] {
        let error = json::from_str::<ErrorResponse>(text).unwrap_err();
        assert!(error.message().starts_with("expected an object (error response), found "), "{error}");
        assert_eq!(error.offset(), 0);
    }
}
