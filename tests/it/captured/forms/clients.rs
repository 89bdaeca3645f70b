//! How clients write what the service answers.

use super::{case, case_with, described, description, details, wire, with};
use dynamodb_backup_model::Limits;

const CREATION: &str = "/BackupDescription/BackupDetails/BackupCreationDateTime";

const TIME_MISMATCH: &str = "1 DescribeBackup backup-id-time-mismatch@/BackupDescription/BackupDetails/BackupArn";

/// Cannot be read because of the time.
#[track_caller]
fn no_time(time: &str, word: &str) {
    case(described(time), &[&format!("1 unreadable {CREATION} | {word}")]);
}

#[test]
fn the_service() {
    case(wire(), &["1 DescribeBackup"]);
    case(described("1609459200.123"), &["1 DescribeBackup"]);
    case(described("1.609459200122E9"), &["1 DescribeBackup"]);
    case(described("1.609459200121E9"), &[TIME_MISMATCH]);
}

#[test]
fn php() {
    let metadata = r#","@metadata":{"statusCode":200,"headers":{"x-amz-crc32":"1"}}}"#;
    let time = r#""2021-01-01T00:00:00+00:00""#;
    let empty = described(time).replace(r#""SourceTableFeatureDetails":{}"#, r#""SourceTableFeatureDetails":[]"#);
    case(&empty, &["1 DescribeBackup"]);
    case(format!("{}{metadata}", empty.strip_suffix('}').unwrap()), &["1 DescribeBackup"]);
    case(r#"{"BackupDescription":[]}"#, &["1 DescribeBackup backup-description-missing@/BackupDescription"]);
    case(r#"{"BackupDetails":[],"@metadata":[]}"#, &["1 CreateBackup backup-details-missing@/BackupDetails"]);
    case(
        with(r#"{"ReadCapacityUnits":4,"WriteCapacityUnits":2}"#, "[]"),
        &["1 DescribeBackup required-member-missing@/BackupDescription/SourceTableDetails/ProvisionedThroughput"],
    );
    case(
        with(r#"{"ReadCapacityUnits":4,"WriteCapacityUnits":2}"#, "[4,2]"),
        &["1 unreadable /BackupDescription/SourceTableDetails/ProvisionedThroughput"],
    );
}

#[test]
fn go_v2() {
    let time = r#""2021-01-01T00:00:00.123Z""#;
    let output = described(time).replace("}}}", r#"},"ResultMetadata":{}}}"#);
    case(output, &["1 DescribeBackup"]);
    let without_mode = with(r#""PROVISIONED""#, r#""""#);
    case(&without_mode, &["1 DescribeBackup"]);
    case(
        without_mode.replace("Units\":4", "Units\":0").replace("Units\":2", "Units\":0"),
        &["1 DescribeBackup billing-mode-missing@/BackupDescription/SourceTableDetails/BillingMode"],
    );
    case(
        with(r#""AVAILABLE""#, r#""""#),
        &["1 DescribeBackup required-member-missing@/BackupDescription/BackupDetails/BackupStatus"],
    );
    case(
        with(r#""HASH""#, r#""""#),
        &["1 DescribeBackup required-member-missing@/BackupDescription/SourceTableDetails/KeySchema/0/KeyType"],
    );
    case(
        with(
            r#""SourceTableFeatureDetails":{}"#,
            r#""SourceTableFeatureDetails":{"GlobalSecondaryIndexes":null,"SSEDescription":{"InaccessibleEncryptionDateTime":null,"KMSMasterKeyArn":null,"SSEType":"","Status":"ENABLED"},"StreamDescription":{"StreamEnabled":false,"StreamViewType":""},"TimeToLiveDescription":{"AttributeName":null,"TimeToLiveStatus":"DISABLED"}}"#,
        ),
        &["1 DescribeBackup"],
    );
}

#[test]
fn go_v1() {
    let features = r#""SourceTableFeatureDetails":{"GlobalSecondaryIndexes":null,"LocalSecondaryIndexes":null,"SSEDescription":null,"StreamDescription":null,"TimeToLiveDescription":null}"#;
    case(with(r#""SourceTableFeatureDetails":{}"#, features), &["1 DescribeBackup"]);
    case(with(r#""SourceTableFeatureDetails":{}"#, r#""SourceTableFeatureDetails":null"#), &["1 DescribeBackup"]);
    case(with(r#""BackupType":"USER""#, r#""BackupExpiryDateTime":null,"BackupType":"USER""#), &["1 DescribeBackup"]);
    case(
        with(r#""AVAILABLE""#, "null"),
        &["1 DescribeBackup required-member-missing@/BackupDescription/BackupDetails/BackupStatus"],
    );
    case(
        r#"{"BackupSummaries":null,"LastEvaluatedBackupArn":null}"#,
        &["1 ListBackups backup-summaries-missing@/BackupSummaries"],
    );
}

#[test]
fn javascript_v3() {
    let time = r#""2021-01-01T00:00:00.123Z""#;
    let metadata = r#""$metadata":{"httpStatusCode":200,"requestId":"R","attempts":1,"totalRetryDelay":0}"#;
    case(format!(r#"{{{metadata},"BackupDescription":{}}}"#, description(time)), &["1 DescribeBackup"]);
    case(format!(r#"{{{metadata},"BackupDetails":{}}}"#, details(time)), &["1 CreateBackup"]);
    case(format!(r#"{{{metadata},"BackupSummaries":[]}}"#), &["1 ListBackups"]);
    case(r#"{"$metadata":{"httpStatusCode":200}}"#, &["1 unrecognized document-unrecognized@"]);
}

#[test]
fn whole_seconds() {
    for time in [
        "2021-01-01T00:00:00+00:00",
        "2021-01-01T05:30:00+05:30",
        "2021-01-01 00:00:00 UTC",
        "2021-01-01T00:00:00Z",
        "2020-12-31 19:00:00-05:00",
    ] {
        case(described(&format!("{time:?}")), &["1 DescribeBackup"]);
    }
    for time in ["2021-01-01T00:00:02Z", "2020-12-31 23:59:59 UTC", "2021-01-01T00:00:00.000Z"] {
        case(described(&format!("{time:?}")), &[TIME_MISMATCH]);
    }
    for time in ["1609459200", "1609459201", "1.6094592E9"] {
        case(described(time), &[TIME_MISMATCH]);
    }
}

#[test]
fn fractions_of_seconds() {
    for time in [
        "2021-01-01T04:00:00.123000+04:00",
        "2021-01-01 00:00:00.123000+00:00",
        "2021-01-01T00:00:00.123000+00:00",
        "2021-01-01T00:00:00.123Z",
        "2021-01-01 01:00:00.123 +0100",
        "2020-12-31 16:00:00.123 -0800",
        "2021-01-01 00:00:00.1 UTC",
    ] {
        case(described(&format!("{time:?}")), &["1 DescribeBackup"]);
    }
    for time in ["2021-01-01 01:00:00.125 +0100", "2021-01-01T00:00:00.1235+00:30"] {
        case(described(&format!("{time:?}")), &[TIME_MISMATCH]);
    }
}

#[test]
fn what_names_no_instant() {
    for time in ["1609459200123", "1.609459200123E12", "-1609459200123", r#""1609459200123""#] {
        no_time(time, "millisecond");
    }
    for time in ["1609459200123", "-1000", "1609459200123+0100"] {
        no_time(&format!(r#""/Date({time})/""#), "/Date");
    }
    for time in ["Jan 1, 2021 12:00:00 AM", "Dec 31, 2020, 11:59:59 PM", "May 7, 2021 1:02:03 PM"] {
        no_time(&format!("{time:?}"), "CloudTrail");
    }
    for time in ["2021-01-01T00:00:00.123", "2021-01-01 00:00:00", "2021-01-01T00:00:00.123000"] {
        no_time(&format!("{time:?}"), "offset");
    }
}

#[test]
fn dot_net_and_powershell() {
    let enumeration = |value: &str| format!(r#"{{"Value":{value}}}"#);
    for (value, path) in [
        (r#""AVAILABLE""#, "/BackupDescription/BackupDetails/BackupStatus"),
        (r#""USER""#, "/BackupDescription/BackupDetails/BackupType"),
        (r#""PROVISIONED""#, "/BackupDescription/SourceTableDetails/BillingMode"),
        (r#""HASH""#, "/BackupDescription/SourceTableDetails/KeySchema/0/KeyType"),
    ] {
        case(with(value, &enumeration(value)), &[&format!("1 unreadable {path} | expected")]);
    }
}

#[test]
fn camel_case() {
    let camel =
        r#"{"backupDescription":{"backupDetails":{"backupName":"weekly"}},"sdkHttpMetadata":{"httpStatusCode":200}}"#;
    let hint = "unrecognized document-unrecognized@ | camelCase";
    case(camel, &[&format!("1 {hint}")]);
    case(r#"{"backupSummaries":[{"backupArn":"x"}],"lastEvaluatedBackupArn":null}"#, &[&format!("1 {hint}")]);
    case(r#"{"continuousBackupsDescription":{"continuousBackupsStatus":"ENABLED"}}"#, &[&format!("1 {hint}")]);
    case(
        r#"{"eventSource":"dynamodb.amazonaws.com","eventName":"CreateBackup","responseElements":{"backupDetails":{"backupCreationDateTime":"Jan 1, 2021 12:00:00 AM"}}}"#,
        &[&format!("1 {hint} | /responseElements | CloudTrail")],
    );
    case(
        r#"{"Records":[{"responseElements":{"backupDescription":{}}},{"responseElements":null}]}"#,
        &[&format!("1 {hint} | /Records/0/responseElements")],
    );
    case(
        r#"{"detail":{"requestParameters":{"backupArn":"x"},"responseElements":null}}"#,
        &[&format!("1 {hint} | /detail/requestParameters")],
    );
}

#[test]
fn snake_case() {
    let hint = "1 unrecognized document-unrecognized@ | snake_case";
    case(r#"{"backup_summaries":[{"table_name":"Orders"}]}"#, &[hint]);
    case(r#"{"source_table_details":{"key_schema":[]},"backup_details":{}}"#, &[hint]);
    case(r#"{"continuous_backups_description":{"continuous_backups_status":"ENABLED"}}"#, &[hint]);
    case(
        r#"{"rows":[{"name":"weekly","backup_arn":"x","backup_creation_date_time":"2021-01-01 00:00:00 UTC"}]}"#,
        &[&format!("{hint} | /rows/0")],
    );
}

/// What an emulator's author wants to know.
#[test]
fn emulators() {
    let mut wire_limits = Limits::default();
    wire_limits.wire_timestamps = true;
    let seconds = with("01609459200123-0a1b2c3d", "01609459200-0a1b2c3d");
    case(seconds, &["1 DescribeBackup backup-id-format@/BackupDescription/BackupDetails/BackupArn"]);
    let id = with("01609459200123-0a1b2c3d", "8c5b6f2e-6a4c-4a55-9d4e-1f0a3c2b1d00");
    case(id, &["1 DescribeBackup backup-id-format@/BackupDescription/BackupDetails/BackupArn"]);
    let units = "/BackupDescription/SourceTableDetails/ProvisionedThroughput";
    case(
        with("Units\":2", "Units\":0"),
        &[&format!("1 DescribeBackup provisioned-capacity-zero@{units}/WriteCapacityUnits")],
    );
    case(wire().replace("210987654321", "000000000000"), &["1 DescribeBackup"]);
    case(
        with("5f0c9a52-7d1e-4b7e-9c55-0a5f6f3b2d10", "Orders"),
        &["1 DescribeBackup text-pattern@/BackupDescription/SourceTableDetails/TableId"],
    );

    let on_the_wire = |time: &str, expected: &[&str]| case_with(&wire_limits, described(time).as_bytes(), expected);
    on_the_wire("1.609459200123E9", &["1 DescribeBackup"]);
    on_the_wire("1609459200.12", &[TIME_MISMATCH]);
    for time in
        [r#""2021-01-01T00:00:00.123Z""#, r#""2021-01-01 00:00:00 UTC""#, r#""2021-01-01T00:00:00.123000+00:00""#]
    {
        on_the_wire(time, &[&format!("1 DescribeBackup timestamp-not-epoch@{CREATION}")]);
    }
    for time in ["1609459200.123456", "1609459200.1230001", "1.6094592001234E9"] {
        on_the_wire(time, &[&format!("1 DescribeBackup timestamp-finer-than-milliseconds@{CREATION}")]);
    }
}
