//! The official SDK reads the same bodies, and what it reads converts to what this crate reads.

use aws_sdk_dynamodb::config::http::HttpResponse;
use aws_sdk_dynamodb::config::{ConfigBag, RuntimePlugin};
use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::describe_backup as sdk;
use aws_sdk_dynamodb::primitives::DateTime;
use aws_sdk_dynamodb::types;
use aws_smithy_runtime_api::client::ser_de::{DeserializeResponse, SharedResponseDeserializer};
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use dynamodb_backup_model::generate::{any_output, valid_output};
use dynamodb_backup_model::{
    ErrorResponse, DescribeBackupInput, DescribeBackupOutput, ErrorCode, Json, SseDescription, json,
};
use ecosystem::{changed_documents, everything, fixtures, forget_unknown_members, is_output, places, remove};
use proptest::prelude::{ProptestConfig, proptest};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static SCHEMA: LazyLock<Value> = LazyLock::new(|| schemars::schema_for!(DescribeBackupOutput).to_value());

/// Reads a body as the SDK's client does, without a client.
fn read(status: u16, body: &str) -> Result<sdk::DescribeBackupOutput, Box<sdk::DescribeBackupError>> {
    let layer = sdk::DescribeBackup::new().config().unwrap();
    let deserializer = layer.load::<SharedResponseDeserializer>().unwrap();
    let response = HttpResponse::new(StatusCode::try_from(status).unwrap(), SdkBody::from(body));
    match deserializer.deserialize_nonstreaming_with_config(&response, &ConfigBag::base()) {
        Ok(output) => Ok(output.downcast().unwrap()),
        Err(error) => {
            let mut refused = None;
            error.map_operation_error(|error| refused = error.downcast().ok());
            Err(Box::new(refused.unwrap()))
        }
    }
}

/// What the SDK puts in the place of a required member that is absent.
fn is_made_up(member: &str, value: &Value) -> bool {
    match value {
        Value::String(text) => text.is_empty() || text == "no value was set",
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::Bool(value) => !value,
        Value::Array(elements) => elements.is_empty() && member == "KeySchema",
        Value::Object(members) => {
            member == "ProvisionedThroughput" && members.iter().all(|(member, value)| is_made_up(member, value))
        }
        Value::Null => false,
    }
}

#[track_caller]
fn assert_agree(member: &str, by_sdk: &Value, by_us: &Value) {
    match (by_sdk, by_us) {
        (Value::Object(by_sdk), Value::Object(by_us)) => {
            for (member, value) in by_sdk {
                match by_us.get(member) {
                    Some(other) => assert_agree(member, value, other),
                    None => assert!(is_made_up(member, value), "only the SDK has {member}: {value}"),
                }
            }
            for member in by_us.keys() {
                assert!(by_sdk.contains_key(member), "only we have {member}");
            }
        }
        (Value::Array(by_sdk), Value::Array(by_us)) => {
            assert_eq!(by_sdk.len(), by_us.len(), "{member}");
            by_sdk.iter().zip(by_us).for_each(|(by_sdk, by_us)| assert_agree(member, by_sdk, by_us));
        }
        // The SDK takes a timestamp through `f64`, which leaves it within a microsecond of what was written, or in
        // centuries far away within what an `f64` can tell apart.
        (Value::Number(by_sdk), Value::Number(by_us)) if member.ends_with("DateTime") => {
            let (by_sdk, by_us) = (by_sdk.as_f64().unwrap(), by_us.as_f64().unwrap());
            assert!(
                (by_sdk - by_us).abs() <= 1e-6 + 2.0 * f64::EPSILON * by_us.abs(),
                "{member}: {by_sdk} and {by_us}"
            );
        }
        _ => assert_eq!(by_sdk, by_us, "{member}"),
    }
}

#[track_caller]
fn assert_the_sdk_agrees(ours: DescribeBackupOutput) {
    // The SDK reads only the wire's form of a timestamp.
    let body = json::to_wire_string(&ours.with_epoch_timestamps());
    let theirs = read(200, &body).unwrap();

    // By way of `Json`, since `serde_json` itself takes an object with a certain member for something else.
    let mut by_us: Value = json::from_str::<Json>(&body).unwrap().into();
    forget_unknown_members(&mut by_us, &SCHEMA, &SCHEMA);
    let converted = DescribeBackupOutput::from(theirs.clone());
    assert_agree("", &serde_json::to_value(&converted).unwrap(), &by_us);

    // All that the SDK's types hold goes there and back, but for the last instant of the year 9999: `f64` rounds it up
    // to the first one that is no timestamp.
    if !json::to_wire_string(&converted).contains("DateTime\":2.534023008E11") {
        assert_eq!(sdk::DescribeBackupOutput::try_from(converted), Ok(theirs));
    }
}

#[test]
fn the_sdk_agrees_on_every_fixture() {
    for (name, document) in fixtures("valid").into_iter().filter(|(_, document)| is_output(document)) {
        println!("{name}");
        assert_the_sdk_agrees(json::from_str(&document.to_string()).unwrap());
    }
}

#[test]
fn the_sdk_agrees_on_changed_documents() {
    for document in changed_documents(5_000) {
        assert_the_sdk_agrees(json::from_str(&document.to_string()).unwrap());
    }
}

fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}

#[test]
fn the_sdk_agrees_on_ten_thousand_valid_outputs() {
    proptest!(cases(10_000), |(output in valid_output())| assert_the_sdk_agrees(output));
}

#[test]
fn the_sdk_agrees_on_whatever_an_output_can_hold() {
    proptest!(cases(2_000), |(output in any_output())| assert_the_sdk_agrees(output));
}

#[test]
fn every_member_of_the_sdk_is_one_of_ours() {
    // A member that the SDK gains stands in its Debug output, present or not.
    let names = |debug: &str| -> BTreeSet<String> {
        let names = debug.lines().filter_map(|line| line.trim().split_once(": ")).map(|(name, _)| name);
        names
            .filter(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'))
            .map(Into::into)
            .collect()
    };
    let output = read(200, &everything().to_string()).unwrap();
    let mut theirs = names(&format!("{output:#?}"));
    let mut ours = names(&format!("{:#?}", DescribeBackupOutput::from(output)));
    assert!(theirs.remove("_request_id"));
    assert!(ours.remove("unmodeled"));
    assert!(theirs.len() > 40);
    assert_eq!(theirs, ours);
}

#[test]
fn the_way_to_the_sdk_names_the_first_required_member_that_is_missing() {
    let document = everything();
    let mut required = BTreeSet::new();
    for place in places(&document) {
        let mut document = document.clone();
        remove(&mut document, &place);
        let output: DescribeBackupOutput = serde_json::from_value(document).unwrap();
        if let Err(missing) = sdk::DescribeBackupOutput::try_from(output) {
            assert_eq!(missing.path(), &place.as_str());
            assert_eq!(missing.to_string(), format!("{place} is missing, which the type of aws-sdk-dynamodb requires"));
            let names = place.split('/').filter(|token| token.parse::<usize>().is_err());
            required.insert(names.skip(2).collect::<Vec<_>>().join("/"));
        }
    }
    let required: Vec<&str> = required.iter().map(String::as_str).collect();
    assert_eq!(
        required,
        [
            "BackupDetails/BackupArn",
            "BackupDetails/BackupCreationDateTime",
            "BackupDetails/BackupName",
            "BackupDetails/BackupStatus",
            "BackupDetails/BackupType",
            "SourceTableDetails/KeySchema",
            "SourceTableDetails/KeySchema/AttributeName",
            "SourceTableDetails/KeySchema/KeyType",
            "SourceTableDetails/ProvisionedThroughput/ReadCapacityUnits",
            "SourceTableDetails/ProvisionedThroughput/WriteCapacityUnits",
            "SourceTableDetails/TableCreationDateTime",
            "SourceTableDetails/TableId",
            "SourceTableDetails/TableName",
            "SourceTableFeatureDetails/GlobalSecondaryIndexes/KeySchema/AttributeName",
            "SourceTableFeatureDetails/GlobalSecondaryIndexes/KeySchema/KeyType",
            "SourceTableFeatureDetails/GlobalSecondaryIndexes/ProvisionedThroughput/ReadCapacityUnits",
            "SourceTableFeatureDetails/GlobalSecondaryIndexes/ProvisionedThroughput/WriteCapacityUnits",
            "SourceTableFeatureDetails/LocalSecondaryIndexes/KeySchema/AttributeName",
            "SourceTableFeatureDetails/LocalSecondaryIndexes/KeySchema/KeyType",
            "SourceTableFeatureDetails/StreamDescription/StreamEnabled",
            "SourceTableFeatureDetails/VectorIndexes/SearchSchema/AttributeName",
            "SourceTableFeatureDetails/VectorIndexes/SearchSchema/SearchSchemaElementType",
            "SourceTableFeatureDetails/VectorIndexes/VectorAttribute/AttributeName",
        ]
    );
}

#[test]
fn what_the_sdk_makes_up_arrives_as_it_is() {
    let body = r#"{"BackupDescription":{"BackupDetails":{},"SourceTableDetails":{},"SourceTableFeatureDetails":{"StreamDescription":{},"VectorIndexes":[{"VectorAttribute":{},"SearchSchema":[{}]}],"GlobalSecondaryIndexes":[{"KeySchema":[{}],"ProvisionedThroughput":{}}]}}}"#;
    let output = DescribeBackupOutput::from(read(200, body).unwrap());
    assert_eq!(
        json::to_wire_string(&output),
        r#"{"BackupDescription":{"BackupDetails":{"BackupArn":"","BackupCreationDateTime":0.0,"BackupName":"","BackupStatus":"no value was set","BackupType":"no value was set"},"SourceTableDetails":{"KeySchema":[],"ProvisionedThroughput":{"ReadCapacityUnits":0,"WriteCapacityUnits":0},"TableCreationDateTime":0.0,"TableId":"","TableName":""},"SourceTableFeatureDetails":{"GlobalSecondaryIndexes":[{"KeySchema":[{"AttributeName":"","KeyType":"no value was set"}],"ProvisionedThroughput":{"ReadCapacityUnits":0,"WriteCapacityUnits":0}}],"StreamDescription":{"StreamEnabled":false},"VectorIndexes":[{"SearchSchema":[{"AttributeName":"","SearchSchemaElementType":"no value was set"}],"VectorAttribute":{"AttributeName":""}}]}}}"#
    );
}

#[test]
fn an_instant_comes_and_goes_to_the_nanosecond() {
    for (seconds, nanos) in
        [(1_576_616_366, 715_000_000), (1_576_616_366, 999_999_999), (0, 0), (-1, 1), (-1, 999_999_999)]
    {
        let theirs = DateTime::from_secs_and_nanos(seconds, nanos);
        let builder = types::SseDescription::builder().inaccessible_encryption_date_time(theirs);
        let ours = SseDescription::from(builder.build()).inaccessible_encryption_date_time.unwrap();
        assert_eq!(ours.unix_nanos(), theirs.as_nanos());
        assert_eq!(DateTime::from(ours), theirs);
    }
}

#[test]
fn an_instant_beyond_time_itself_stays_among_the_unknown_members() {
    let theirs = DateTime::from_secs(1_000_000_000_000);
    let ours = SseDescription::from(types::SseDescription::builder().inaccessible_encryption_date_time(theirs).build());
    assert_eq!(ours.inaccessible_encryption_date_time, None);
    assert_eq!(json::to_wire_string(&ours), r#"{"InaccessibleEncryptionDateTime":1.0E12}"#);
}

#[test]
fn input_keeps_its_arn_or_its_lack_of_one() {
    for arn in [None, Some("arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a")] {
        let theirs = sdk::DescribeBackupInput::builder().set_backup_arn(arn.map(String::from)).build().unwrap();
        let ours = DescribeBackupInput::from(theirs.clone());
        assert_eq!(ours.backup_arn.as_ref().map(AsRef::as_ref), arn);
        assert_eq!(sdk::DescribeBackupInput::try_from(ours), Ok(theirs));
    }
}

#[test]
fn error_answers_keep_their_code_and_message() {
    for (status, body, code, message) in [
        (
            400,
            r#"{"__type":"com.amazonaws.dynamodb.v20120810#BackupNotFoundException","message":"gone"}"#,
            Some("BackupNotFoundException"),
            Some("gone"),
        ),
        (500, r#"{"__type":"InternalServerError","Message":"oops"}"#, Some("InternalServerError"), Some("oops")),
        (
            400,
            r#"{"__type":"com.amazon.coral.service#ThrottlingException","message":"slow down"}"#,
            Some("ThrottlingException"),
            Some("slow down"),
        ),
        (400, r#"{"__type":"BackupNotFoundException"}"#, Some("BackupNotFoundException"), None),
        (503, "{}", None, None),
    ] {
        let by_us: ErrorResponse = json::from_str(body).unwrap();
        let by_sdk = ErrorResponse::from(*read(status, body).unwrap_err());
        for error in [&by_us, &by_sdk, &ErrorResponse::from(sdk::DescribeBackupError::from(by_us.clone()))] {
            assert_eq!(error.code().as_ref().map(ErrorCode::as_str), code, "{body}");
            assert_eq!(error.message(), message, "{body}");
        }
        let back = sdk::DescribeBackupError::from(by_us);
        assert_eq!(back.is_backup_not_found_exception(), code == Some("BackupNotFoundException"));
        assert_eq!(back.is_internal_server_error(), code == Some("InternalServerError"));
    }
}

#[test]
fn of_a_call_that_failed_only_the_services_answer_is_an_error_response() {
    let not_found = types::error::BackupNotFoundException::builder().message("gone").build();
    let answered = SdkError::service_error(sdk::DescribeBackupError::BackupNotFoundException(not_found), ());
    let error = ErrorResponse::try_from(answered).unwrap();
    assert_eq!(json::to_wire_string(&error), r#"{"__type":"BackupNotFoundException","message":"gone"}"#);

    let timed_out: SdkError<sdk::DescribeBackupError, ()> = SdkError::timeout_error("too late");
    assert!(matches!(ErrorResponse::try_from(timed_out), Err(SdkError::TimeoutError(_))));
}
