//! Outputs: what the SDK reads from a body is what this crate reads.

use crate::fields;
use crate::operations::Operation;
use aws_sdk_dynamodb::operation::{
    create_backup::CreateBackup, delete_backup::DeleteBackup, describe_backup::DescribeBackup,
    describe_continuous_backups::DescribeContinuousBackups, list_backups::ListBackups,
    update_continuous_backups::UpdateContinuousBackups,
};
use dynamodb_backup_model::aws_sdk::ToSdkErrorKind;
use dynamodb_backup_model::generate::{Generated, OUTPUT_RULES, PAGE_RULES, broken, broken_page};
use dynamodb_backup_model::{Json, json};
use ecosystem::{any_output, cases, changed_documents, documents, everything, forget_unknown_members};
use proptest::prelude::proptest;
use serde_json::Value;

/// The default that the SDK makes up for a required member that is absent.
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
                match by_us.get(member).filter(|value| !value.is_null()) {
                    Some(other) => assert_agree(member, value, other),
                    None => assert!(is_made_up(member, value), "only the SDK has {member}: {value}"),
                }
            }
            for (member, value) in by_us {
                // `null` is an absent member, which only we write as it came.
                assert!(by_sdk.contains_key(member) || value.is_null(), "only we have {member}: {value}");
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

/// Whether a member for which the SDK has 32 bits holds more.
fn is_beyond_32_bits(value: &Value) -> bool {
    match value {
        Value::Object(members) => members.iter().any(|(name, value)| match value.as_i64() {
            Some(number) => name == "RecoveryPeriodInDays" && i32::try_from(number).is_err(),
            None => is_beyond_32_bits(value),
        }),
        _ => false,
    }
}

#[track_caller]
fn assert_the_sdk_agrees<O: Operation>(ours: &O::Output) {
    let body = O::body(ours);
    // By way of `Json`, since `serde_json` itself takes an object with a certain member for something else.
    let mut by_us: Value = json::from_str::<Json>(&body).unwrap().into();
    forget_unknown_members(&mut by_us, O::schema(), O::schema());

    let theirs = match O::read(200, &body) {
        Ok(theirs) => theirs,
        Err(error) => {
            assert!(is_beyond_32_bits(&by_us), "{error:?}: {body}");
            let kind = O::to_sdk(ours.clone()).unwrap_err().kind();
            assert!(matches!(kind, ToSdkErrorKind::IntegerOutOfRange(_) | ToSdkErrorKind::MissingMember), "{kind:?}");
            return;
        }
    };
    assert!(!is_beyond_32_bits(&by_us), "{body}");
    let converted = O::from_sdk(&theirs);
    assert_agree("", &serde_json::to_value(&converted).unwrap(), &by_us);

    // All that the SDK's types hold goes there and back, but for the last instant of the year 9999: `f64` rounds it up
    // to the first one that is not a timestamp.
    if !json::to_wire_string(&converted).contains("DateTime\":2.534023008E11") {
        assert_eq!(O::to_sdk(converted), Ok(theirs));
    }
}

fn agrees_on_fixtures<O: Operation>() {
    for document in documents(O::NAME) {
        assert_the_sdk_agrees::<O>(&json::from_str(&document.to_string()).unwrap());
    }
}

#[test]
fn the_sdk_agrees_on_every_fixture() {
    for_each_operation!(agrees_on_fixtures);
}

fn agrees_on_changed_documents<O: Operation>() {
    for document in changed_documents(documents(O::NAME), 2_000) {
        assert_the_sdk_agrees::<O>(&json::from_str(&document.to_string()).unwrap());
    }
}

#[test]
fn the_sdk_agrees_on_changed_documents() {
    for_each_operation!(agrees_on_changed_documents);
}

/// How many responses of each operation are generated: 10,000, or as many as the environment says. Half of them are
/// valid, a quarter violates a rule where a generator makes that, and the others are whatever the types can hold.
fn generated() -> u32 {
    std::env::var("DIFFERENTIAL_DOCUMENTS").map_or(10_000, |count| count.parse().expect("a number of documents"))
}

fn agrees_on_generated_responses<O: Operation>(violating: &[Generated<O::Output>]) {
    proptest!(cases(generated() / 2), |(output in O::valid())| assert_the_sdk_agrees::<O>(&output));
    let mut left = generated() - generated() / 2;
    if !violating.is_empty() {
        let each = (left / 2).div_ceil(u32::try_from(violating.len()).unwrap());
        for strategy in violating {
            proptest!(cases(each), |(output in strategy)| assert_the_sdk_agrees::<O>(&output));
            left = left.saturating_sub(each);
        }
    }
    proptest!(cases(left), |(output in any_output::<O::Output>())| assert_the_sdk_agrees::<O>(&output));
}

// Each of these by itself, so that they run at the same time.

#[test]
fn the_sdk_agrees_on_generated_responses_of_describe_backup() {
    let violating: Vec<_> = OUTPUT_RULES.iter().map(|rule| broken(*rule)).collect();
    agrees_on_generated_responses::<DescribeBackup>(&violating);
}

#[test]
fn the_sdk_agrees_on_generated_responses_of_list_backups() {
    let violating: Vec<_> = PAGE_RULES.iter().map(|rule| broken_page(*rule)).collect();
    agrees_on_generated_responses::<ListBackups>(&violating);
}

#[test]
fn the_sdk_agrees_on_generated_responses_of_create_backup() {
    agrees_on_generated_responses::<CreateBackup>(&[]);
}

#[test]
fn the_sdk_agrees_on_generated_responses_of_delete_backup() {
    agrees_on_generated_responses::<DeleteBackup>(&[]);
}

#[test]
fn the_sdk_agrees_on_generated_responses_of_describe_continuous_backups() {
    agrees_on_generated_responses::<DescribeContinuousBackups>(&[]);
}

#[test]
fn the_sdk_agrees_on_generated_responses_of_update_continuous_backups() {
    agrees_on_generated_responses::<UpdateContinuousBackups>(&[]);
}

fn has_the_members_of_the_sdk<O: Operation>() {
    // A member that the SDK gains is in its Debug output, present or not.
    let whole = documents(O::NAME).pop().unwrap();
    let output = O::read(200, &whole.to_string()).unwrap();
    let mut theirs = fields(&format!("{output:#?}"));
    let mut ours = fields(&format!("{:#?}", O::from_sdk(&output)));
    assert!(theirs.remove("_request_id"));
    assert!(ours.remove("unmodeled"));
    assert!(theirs.len() >= 6, "{}: {theirs:?}", O::NAME);
    assert_eq!(theirs, ours, "{}", O::NAME);
}

#[test]
fn every_member_of_the_sdk_is_one_of_ours() {
    for_each_operation!(has_the_members_of_the_sdk);
    let output = DescribeBackup::read(200, &everything().to_string()).unwrap();
    assert!(fields(&format!("{output:#?}")).len() > 40);
}

#[test]
fn defaults_made_up_by_the_sdk_arrive_unchanged() {
    let body = r#"{"BackupDescription":{"BackupDetails":{},"SourceTableDetails":{},"SourceTableFeatureDetails":{"StreamDescription":{},"VectorIndexes":[{"VectorAttribute":{},"SearchSchema":[{}]}],"GlobalSecondaryIndexes":[{"KeySchema":[{}],"ProvisionedThroughput":{}}]}}}"#;
    let output = DescribeBackup::from_sdk(&DescribeBackup::read(200, body).unwrap());
    assert_eq!(
        json::to_wire_string(&output),
        r#"{"BackupDescription":{"BackupDetails":{"BackupArn":"","BackupCreationDateTime":0.0,"BackupName":"","BackupStatus":"no value was set","BackupType":"no value was set"},"SourceTableDetails":{"KeySchema":[],"ProvisionedThroughput":{"ReadCapacityUnits":0,"WriteCapacityUnits":0},"TableCreationDateTime":0.0,"TableId":"","TableName":""},"SourceTableFeatureDetails":{"GlobalSecondaryIndexes":[{"KeySchema":[{"AttributeName":"","KeyType":"no value was set"}],"ProvisionedThroughput":{"ReadCapacityUnits":0,"WriteCapacityUnits":0}}],"StreamDescription":{"StreamEnabled":false},"VectorIndexes":[{"SearchSchema":[{"AttributeName":"","SearchSchemaElementType":"no value was set"}],"VectorAttribute":{"AttributeName":""}}]}}}"#
    );
}
