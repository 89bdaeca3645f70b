//! What the SDK's types cannot hold, and instants.

use aws_sdk_dynamodb::operation::{describe_backup as sdk, list_backups};
use aws_sdk_dynamodb::primitives::DateTime;
use aws_sdk_dynamodb::types;
use dynamodb_backup_model::aws_sdk::ToSdkErrorKind;
use dynamodb_backup_model::{
    BackupStatus, ContinuousBackupsDescription, DescribeBackupOutput, ListBackupsInput, PointInTimeRecoveryDescription,
    PointInTimeRecoverySpecification, SseDescription, Timestamp, TimestampError, json,
};
use ecosystem::{everything, locations, remove};
use std::collections::BTreeSet;

#[test]
fn the_error_names_the_first_required_member_that_is_missing() {
    let document = everything();
    let mut required = BTreeSet::new();
    for location in locations(&document) {
        let mut document = document.clone();
        remove(&mut document, &location);
        let output: DescribeBackupOutput = serde_json::from_value(document).unwrap();
        if let Err(error) = sdk::DescribeBackupOutput::try_from(output) {
            assert_eq!((error.path(), error.kind()), (&location.parse().unwrap(), ToSdkErrorKind::MissingMember));
            assert_eq!(
                error.to_string(),
                format!("at {location}: expected a member that aws-sdk-dynamodb requires, found none")
            );
            let names = location.split('/').filter(|token| token.parse::<usize>().is_err());
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
fn the_error_names_a_required_member_of_continuous_backups_that_is_missing() {
    let error = types::ContinuousBackupsDescription::try_from(ContinuousBackupsDescription::default()).unwrap_err();
    assert_eq!((error.path().as_str(), error.kind()), ("/ContinuousBackupsStatus", ToSdkErrorKind::MissingMember));
    let specification = PointInTimeRecoverySpecification::default();
    let error = types::PointInTimeRecoverySpecification::try_from(specification).unwrap_err();
    assert_eq!((error.path().as_str(), error.kind()), ("/PointInTimeRecoveryEnabled", ToSdkErrorKind::MissingMember));
}

#[test]
fn an_integer_beyond_32_bits_is_an_error_that_names_its_member() {
    let least = i64::from(i32::MIN);
    let most = i64::from(i32::MAX);
    for within in [least, -1, 0, 100, most] {
        let mut input = ListBackupsInput::default();
        input.limit = Some(within);
        let theirs = list_backups::ListBackupsInput::try_from(input.clone()).unwrap();
        assert_eq!(theirs.limit().map(i64::from), Some(within));
        assert_eq!(ListBackupsInput::from(theirs), input);
        let mut recovery = PointInTimeRecoveryDescription::default();
        recovery.recovery_period_in_days = Some(within);
        let theirs = types::PointInTimeRecoveryDescription::try_from(recovery.clone()).unwrap();
        assert_eq!(PointInTimeRecoveryDescription::from(theirs), recovery);
    }
    for beyond in [i64::MIN, least - 1, most + 1, i64::MAX] {
        let mut input = ListBackupsInput::default();
        input.limit = Some(beyond);
        let error = list_backups::ListBackupsInput::try_from(input).unwrap_err();
        assert_eq!((error.path().as_str(), error.kind()), ("/Limit", ToSdkErrorKind::IntegerOutOfRange(beyond)));
        let expected = format!("at /Limit: expected a 32-bit integer, as aws-sdk-dynamodb has it, found {beyond}");
        assert_eq!(error.to_string(), expected);

        let text = format!(
            r#"{{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{{"RecoveryPeriodInDays":{beyond}}}}}"#
        );
        let description: ContinuousBackupsDescription = json::from_str(&text).unwrap();
        let error = types::ContinuousBackupsDescription::try_from(description).unwrap_err();
        assert_eq!(error.path(), "/PointInTimeRecoveryDescription/RecoveryPeriodInDays");
        assert_eq!(error.kind(), ToSdkErrorKind::IntegerOutOfRange(beyond));
    }
}

#[test]
fn enums_convert_both_ways_and_by_reference() {
    for value in ["AVAILABLE", "UNHEARD_OF", ""] {
        let theirs = types::BackupStatus::from(value);
        assert_eq!(BackupStatus::from(&theirs), BackupStatus::from(value));
        assert_eq!(BackupStatus::from(theirs.clone()), BackupStatus::from(value));
        assert_eq!(types::BackupStatus::from(BackupStatus::from(value)), theirs);
    }
}

#[test]
fn an_instant_round_trips_to_the_nanosecond() {
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
fn a_date_time_of_the_sdk_converts_within_the_range_of_timestamps() {
    let convert = |seconds: i64, nanos: u32| Timestamp::try_from(DateTime::from_secs_and_nanos(seconds, nanos));
    let (first, last) = (-377_705_116_800, 253_402_300_799);
    for (seconds, nanos) in [(first, 0), (-1, 999_999_999), (0, 0), (1_576_616_366, 715_000_000), (last, 999_999_999)] {
        let timestamp = convert(seconds, nanos).unwrap();
        assert!(timestamp.is_epoch());
        assert_eq!(DateTime::from(timestamp), DateTime::from_secs_and_nanos(seconds, nanos));
    }
    for (seconds, nanos) in [(i64::MIN, 0), (first - 1, 999_999_999), (last + 1, 0), (i64::MAX, 999_999_999)] {
        assert_eq!(convert(seconds, nanos), Err(TimestampError::OutOfRange));
    }
}

#[test]
fn an_instant_out_of_range_is_kept_in_unknown_members() {
    let theirs = DateTime::from_secs(1_000_000_000_000);
    let ours = SseDescription::from(types::SseDescription::builder().inaccessible_encryption_date_time(theirs).build());
    assert_eq!(ours.inaccessible_encryption_date_time, None);
    assert_eq!(json::to_wire_string(&ours), r#"{"InaccessibleEncryptionDateTime":1.0E12}"#);
}
