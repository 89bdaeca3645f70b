//! Documents of the other operations, parts, errors, and what is none of them.

use super::{TABLE, case, description, details, wire};

/// An element of the output of `ListBackups`.
fn summary(time: &str) -> String {
    let table = r#""TableName":"Orders","TableId":"5f0c9a52-7d1e-4b7e-9c55-0a5f6f3b2d10","TableArn":"arn:aws:dynamodb:eu-central-1:210987654321:table/Orders","#;
    details(time).replacen('{', &format!("{{{table}"), 1)
}

fn continuous(recovery: &str) -> String {
    format!(
        r#"{{"ContinuousBackupsDescription":{{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{{{recovery}}}}}}}"#
    )
}

#[test]
fn create_backup() {
    let creating = details("1.609459200123E9").replace("AVAILABLE", "CREATING");
    case(format!(r#"{{"BackupDetails":{creating}}}"#), &["1 CreateBackup"]);
    let time = r#""2021-01-01 00:00:00.123000+00:00""#;
    case(
        format!(r#"{{"BackupDetails":{},"ResponseMetadata":{{"RetryAttempts":0}}}}"#, details(time)),
        &["1 CreateBackup"],
    );
    let short = creating.replace("weekly", "wk");
    case(format!(r#"{{"BackupDetails":{short}}}"#), &["1 CreateBackup text-length@/BackupDetails/BackupName"]);
    let untyped = creating.replace(r#""BackupType":"USER","#, "");
    case(
        format!(r#"{{"BackupDetails":{untyped}}}"#),
        &["1 CreateBackup backup-type-missing@/BackupDetails/BackupType"],
    );
}

#[test]
fn list_backups() {
    let (first, text) = (summary("1609459200.123"), summary(r#""2021-01-01T00:00:00.123000+00:00""#));
    let second = first.replace("01609459200123-0a1b2c3d", "01609459200123-0a1b2c3e");
    let last = r#""LastEvaluatedBackupArn":"arn:aws:dynamodb:eu-central-1:210987654321:table/Orders/backup/01609459200123-0a1b2c3e""#;
    case(format!(r#"{{"BackupSummaries":[{first},{second}],{last}}}"#), &["1 ListBackups"]);
    case(format!(r#"{{"BackupSummaries":[{text}],"ResponseMetadata":{{"HTTPStatusCode":200}}}}"#), &["1 ListBackups"]);
    case(
        format!(r#"{{"BackupSummaries":[{first},{first}]}}"#),
        &["1 ListBackups backup-summary-duplicate@/BackupSummaries/1/BackupArn"],
    );
    let without = first.replace(r#""TableName":"Orders","#, "");
    case(
        format!(r#"{{"BackupSummaries":[{second},{without}]}}"#),
        &["1 ListBackups summary-member-missing@/BackupSummaries/1/TableName"],
    );
    case(format!(r#"{{"BackupSummaries":[{first},7]}}"#), &["1 unreadable /BackupSummaries/1"]);
}

#[test]
fn continuous_backups() {
    let window = r#""PointInTimeRecoveryStatus":"ENABLED","RecoveryPeriodInDays":1,"EarliestRestorableDateTime":1.6094592E9,"LatestRestorableDateTime":1.6094593E9"#;
    let recovery = "/ContinuousBackupsDescription/PointInTimeRecoveryDescription";
    case(continuous(window), &["1 ContinuousBackups"]);
    let texts = window
        .replace("1.6094592E9", r#""2021-01-01T01:00:00+01:00""#)
        .replace("1.6094593E9", r#""2021-01-01 00:01:40 UTC""#);
    case(continuous(&texts), &["1 ContinuousBackups"]);
    case(
        continuous(&window.replace(":1,", ":0,")),
        &[&format!("1 ContinuousBackups recovery-period-range@{recovery}/RecoveryPeriodInDays")],
    );
    case(
        continuous(r#""PointInTimeRecoveryStatus":"ENABLED","EarliestRestorableDateTime":0"#),
        &[&format!("1 ContinuousBackups pitr-window-missing@{recovery}/LatestRestorableDateTime")],
    );
    case(
        continuous(r#""PointInTimeRecoveryStatus":"DISABLED","EarliestRestorableDateTime":0"#),
        &[&format!("1 ContinuousBackups pitr-window-unexpected@{recovery}/EarliestRestorableDateTime")],
    );
    case(
        r#"{"ContinuousBackupsDescription":[]}"#,
        &["1 ContinuousBackups continuous-backups-description-missing@/ContinuousBackupsDescription"],
    );
}

/// `aws … --query` leaves a member bare.
#[test]
fn bare_members() {
    let iso = r#""2021-01-01T04:00:00.123000+04:00""#;
    case(description(iso), &["1 BackupDescription"]);
    case(
        format!(r#"{{"SourceTableDetails":{TABLE},"BackupDetails":{}}}"#, details("1609459200")),
        &["1 BackupDescription backup-id-time-mismatch@/BackupDetails/BackupArn"],
    );
    case(
        format!(r#"{{"SourceTableDetails":{TABLE}}}"#),
        &["1 BackupDescription backup-details-missing@/BackupDetails"],
    );
    case(details(iso), &["1 BackupDetails"]);
    case(details("1609459200.123").replace("weekly", "wk"), &["1 BackupDetails text-length@/BackupName"]);
    case(details("1609459200.123").replace("USER", ""), &["1 BackupDetails backup-type-missing@/BackupType"]);
    let others = "1 unrecognized document-unrecognized@";
    case(TABLE, &[&format!("{others} | SourceTableDetails")]);
    case(summary("1609459200.123"), &[&format!("{others} | BackupSummaries")]);
    case(r#"{"PointInTimeRecoveryDescription":{}}"#, &[&format!("{others} | ContinuousBackupsDescription")]);
    case(r#""AVAILABLE""#, &[others]);
}

#[test]
fn errors() {
    // The wire.
    case(r#"{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError"}"#, &["1 error InternalServerError 500"]);
    case(
        r#"{"__type":"com.amazon.coral.service#AccessDeniedException","Message":"m"}"#,
        &["1 error AccessDeniedException 0"],
    );
    case(r#"{"message":"m","__type":"BackupInUseException"}"#, &["1 error BackupInUseException 400"]);
    // boto3.
    case(
        r#"{"Error":{"Message":"m","Code":"ValidationException"},"ResponseMetadata":{"HTTPStatusCode":400},"message":"m"}"#,
        &["1 error ValidationException 400"],
    );
    case(
        r#"{"Error":{"Code":"InternalServerError"},"ResponseMetadata":{"HTTPStatusCode":503}}"#,
        &["1 error InternalServerError 503"],
    );
    case(r#"{"Error":{"Code":"TableNotFoundException","Message":"m"}}"#, &["1 error TableNotFoundException 400"]);
    // The AWS CLI.
    case(r#"{"Message":"m","Code":"BackupInUseException"}"#, &["1 error BackupInUseException 400"]);
    case(r#"{"Code":"InternalServerError","Message":""}"#, &["1 error InternalServerError 500"]);
    case(r#"{"Code":"ExpiredTokenException","Message":"m"}"#, &["1 error ExpiredTokenException 0"]);
    // JavaScript's SDK, version 2.
    case(
        r#"{"code":"TableInUseException","message":"m","statusCode":400,"retryDelay":12.5}"#,
        &["1 error TableInUseException 400"],
    );
    case(r#"{"code":"TimeoutError","message":"m","retryable":true}"#, &["1 error TimeoutError 0"]);
    case(
        r#"{"code":"InternalServerError","statusCode":500,"time":"2021-01-01T00:00:00.000Z"}"#,
        &["1 error InternalServerError 500"],
    );
    // Its version 3.
    case(
        r#"{"name":"BackupInUseException","$fault":"client","$metadata":{"attempts":1,"httpStatusCode":400}}"#,
        &["1 error BackupInUseException 400"],
    );
    case(
        r#"{"name":"InternalServerError","$fault":"server","$retryable":{},"$metadata":{"httpStatusCode":502}}"#,
        &["1 error InternalServerError 502"],
    );
    case(
        r#"{"name":"Error","__type":"a.b#LimitExceededException","$metadata":{}}"#,
        &["1 error LimitExceededException 400"],
    );
    // Step Functions.
    case(
        r#"{"Error":"DynamoDb.InternalServerErrorException","Cause":"m (Service: DynamoDb, Status Code: 500, Request ID: R)"}"#,
        &["1 error InternalServerErrorException 500"],
    );
    case(
        r#"{"Cause":"m (Service: DynamoDb, Status Code: 400, Request ID: R)","Error":"DynamoDb.BackupInUseException"}"#,
        &["1 error BackupInUseException 400"],
    );
    case(r#"{"Error":"States.TaskFailed","Cause":"m"}"#, &["1 error States.TaskFailed 0"]);
    // CloudTrail.
    case(
        r#"{"eventName":"DeleteBackup","errorCode":"BackupInUseException","errorMessage":"m"}"#,
        &["1 error BackupInUseException 400"],
    );
    case(
        r#"{"errorCode":"AccessDenied","requestParameters":{"backupArn":"x"},"responseElements":null}"#,
        &["1 error AccessDenied 0"],
    );
    case(r#"{"errorCode":"LimitExceededException","eventVersion":"1.08"}"#, &["1 error LimitExceededException 400"]);
    // PHP.
    case(
        r#"{"code":"BackupNotFoundException","message":"m","@metadata":{"statusCode":400}}"#,
        &["1 error BackupNotFoundException 400"],
    );
    case(
        r#"{"@metadata":{"statusCode":503,"headers":[],"transferStats":{"http":[[]]}},"code":"InternalServerError","message":""}"#,
        &["1 error InternalServerError 503"],
    );
    case(
        r#"{"code":"ContinuousBackupsUnavailableException","message":"m","type":"client","request_id":"R","parsed":[]}"#,
        &["1 error ContinuousBackupsUnavailableException 400"],
    );
    case(r#"{"code":"ExpiredTokenException","message":"m","@metadata":[]}"#, &["1 error ExpiredTokenException 0"]);
}

#[test]
fn documents_that_are_further_in() {
    let wire = wire();
    let hint = "1 unrecognized document-unrecognized@";
    case(format!(r#"{{"output":{{"Backup":{wire}}},"status":"SUCCEEDED"}}"#), &[&format!("{hint} | /output/Backup")]);
    case(format!(r#"{{"BackupTask":{wire},"BackupId":7}}"#), &[&format!("{hint} | DescribeBackup at /BackupTask")]);
    case(
        format!(r#"{{"events":[{{"id":1}},{{"output":{{"BackupDetails":{}}}}}]}}"#, details("1")),
        &[&format!("{hint} | CreateBackup at /events/1/output")],
    );
    let text = serde_json::to_string(&wire).unwrap();
    case(format!(r#"{{"status":"SUCCEEDED","output":{text}}}"#), &[&format!("{hint} | a string at /output")]);
    case(format!("{text}\n{text}"), &[&format!("{hint} | a string"), "2 unrecognized document-unrecognized@ | decode"]);
    case(r#"{"error":{"Error":"DynamoDb.BackupNotFoundException","Cause":"m"}}"#, &[&format!("{hint} | /error")]);
}

#[test]
fn other_operations() {
    for (text, operation) in [
        (r#"{"TableDescription":{"TableName":"Orders","TableStatus":"CREATING"}}"#, "CreateTable"),
        (r#"{"TableNames":["Orders"],"LastEvaluatedTableName":"Orders"}"#, "ListTables"),
        (r#"{"RecoveryPoints":[],"NextToken":null}"#, "AWS Backup"),
        (r#"{"Table":{"TableName":"Orders"},"ResponseMetadata":{}}"#, "DescribeTable"),
    ] {
        case(text, &[&format!("1 unrecognized document-unrecognized@ | {operation}")]);
    }
}

#[test]
fn nothing_that_is_known() {
    for text in ["{ }", "{\n}", r#"{"ResponseMetadata":{}}"#, r#"{"a":[]}"#, "null", "0", r#""x""#] {
        case(text, &["1 unrecognized document-unrecognized@"]);
    }
}

/// One document each that cannot be read, with what it seems to be.
#[test]
fn what_is_not_json() {
    for (word, texts) in [
        (
            "Python",
            [
                "{'BackupSummaries': [], 'ResponseMetadata': {'RetryAttempts': 0}}",
                "{\"BackupDetails\": None}",
                "OrderedDict([('BackupDetails', OrderedDict([('BackupArn', 'x')]))])",
            ],
        ),
        (
            "Node.js",
            [
                "{ BackupSummaries: [] }",
                "{\n  '$metadata': { httpStatusCode: 200, attempts: 1 },\n  BackupDetails: undefined\n}",
                "{\n  BackupDetails: {\n    BackupCreationDateTime: 2021-01-01T00:00:00.123Z\n  }\n}",
            ],
        ),
        (
            "YAML",
            [
                "BackupSummaries:\n- BackupArn: x\n  BackupName: weekly\n",
                "---\nBackupDetails:\n  BackupStatus: CREATING\n",
                "- BackupStatus: AVAILABLE\n  BackupType: USER\n",
            ],
        ),
        (
            "HTML",
            [
                "<html>\n<head><title>503 Service Temporarily Unavailable</title></head>\n</html>",
                "<!doctype html><title>Sign in</title>",
                "\r\n<HTML><BODY>Request blocked</BODY></HTML>",
            ],
        ),
        (
            "XML",
            [
                "<?xml version=\"1.0\"?>\n<ErrorResponse></ErrorResponse>",
                "<Response><Errors/></Response>",
                "<UnknownOperationException/>",
            ],
        ),
        ("gzip", ["\u{1F}", "\u{1F}", "\u{1F}"]),
        (
            "curl",
            [
                "HTTP/1.1 200 OK\r\nServer: Server\r\nx-amz-crc32: 1\r\n\r\n",
                "HTTP/2 400 \r\ncontent-type: application/x-amz-json-1.0\r\n\r\n",
                "HTTP/1.1 100 Continue\n\nHTTP/1.1 200 OK\n\n",
            ],
        ),
    ] {
        for (level, text) in (0_u8..).zip(texts) {
            let bytes = match word {
                // The method, and then flags that differ.
                "gzip" => [&[0x1F, 0x8B, 8, 8 * level, 0, 0, 0, 0, 2 * level, 255][..], b"\xAB\x56\x2A"].concat(),
                _ => text.as_bytes().to_vec(),
            };
            let found = super::shown(&bytes, &dynamodb_backup_model::Limits::default());
            assert!(found[0][0].contains(" unreadable") && found[0][1].contains(word), "{word}: {found:?}");
            if word == "curl" {
                let with_body = [&bytes[..], wire().as_bytes()].concat();
                let found = super::shown(&with_body, &dynamodb_backup_model::Limits::default());
                assert!(found.last().unwrap()[0].ends_with(" DescribeBackup"), "{found:?}");
            }
        }
    }
}
