//! What holds for any bytes that are read as a captured document.

use dynamodb_backup_model::json::{self, Error, ErrorKind};
use dynamodb_backup_model::{
    BackupDescription, BackupDetails, Captured, CreateBackupOutput, DescribeBackupOutput,
    DescribeContinuousBackupsOutput, ErrorResponse, Json, ListBackupsOutput, Validate,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What a document is by the names of its members.
fn kind(document: &Value) -> &'static str {
    let has = |name: &str| document.get(name).is_some();
    let is_string = |name: &str| document.get(name).is_some_and(Value::is_string);
    match () {
        () if has("BackupDescription") => "DescribeBackup",
        () if has("BackupSummaries") => "ListBackups",
        () if has("ContinuousBackupsDescription") => "ContinuousBackups",
        () if has("SourceTableDetails") || has("SourceTableFeatureDetails") => "BackupDescription",
        () if has("BackupDetails") => "CreateBackup",
        () if has("BackupArn") && (has("BackupStatus") || has("BackupName")) && !has("TableName") => "BackupDetails",
        () if ["__type", "message", "Message", "Error", "Code", "errorCode"].into_iter().any(is_string) => "error",
        () if document.get("Error").is_some_and(Value::is_object) => "error",
        () if (is_string("name") || is_string("code"))
            && ["$metadata", "$fault", "statusCode", "message"].into_iter().any(has) =>
        {
            "error"
        }
        () => "unrecognized",
    }
}

fn alone<T: DeserializeOwned + Serialize>(bytes: &[u8]) -> Result<String, Error> {
    json::from_slice::<T>(bytes).map(|value| serde_json::to_string(&value).expect("what was read can be written"))
}

/// The same for every notation of a number.
fn plain(value: Value) -> Value {
    match value {
        Value::Number(number) => Value::from(number.as_f64()),
        Value::Array(values) => values.into_iter().map(plain).collect(),
        Value::Object(members) => members.into_iter().map(|(name, value)| (name, plain(value))).collect(),
        other => other,
    }
}

/// Holds a captured document to all that is promised about it.
pub(crate) fn assert_invariants(bytes: &[u8]) {
    let read: Result<Captured, Error> = json::from_slice(bytes);
    let Ok(document) = serde_json::from_slice::<Value>(bytes) else {
        assert!(read.is_err(), "this is not JSON: {read:?}");
        return;
    };
    let kind = kind(&document);
    let alone = match kind {
        "DescribeBackup" => alone::<DescribeBackupOutput>(bytes),
        "ListBackups" => alone::<ListBackupsOutput>(bytes),
        "ContinuousBackups" => alone::<DescribeContinuousBackupsOutput>(bytes),
        "BackupDescription" => alone::<BackupDescription>(bytes),
        "CreateBackup" => alone::<CreateBackupOutput>(bytes),
        "BackupDetails" => alone::<BackupDetails>(bytes),
        "error" => alone::<ErrorResponse>(bytes),
        _ => alone::<Json>(bytes),
    };
    let captured = match (read, alone) {
        (Ok(captured), Ok(alone)) => {
            assert_eq!(captured.kind(), kind);
            assert_eq!(serde_json::to_string(&captured).expect("what was read can be written"), alone);
            captured
        }
        (Err(captured), Err(alone)) => {
            // A syntax error after a wrong value is found before it.
            if captured.kind() == ErrorKind::Data {
                assert_eq!(captured, alone);
            }
            return;
        }
        (captured, alone) => panic!("read as {captured:?}, and by itself as {alone:?}"),
    };

    let (text, wire) = (serde_json::to_string(&captured).unwrap(), json::to_wire_string(&captured));
    for written in [&text, &wire] {
        let value: Value = serde_json::from_str(written).expect("what was written is JSON");
        assert_eq!(plain(value), plain(document.clone()), "another document was written");
        let again: Captured = json::from_str(written).expect("what was written reads");
        assert_eq!(json::to_wire_string(&again), wire, "the second trip gave another document");
        assert_eq!(again.kind(), kind);
    }

    let hint = captured.hint();
    let report = captured.validate();
    if kind == "unrecognized" {
        let message = report.iter().next().expect("it violates a rule").message();
        assert!(hint.is_none_or(|hint| message.ends_with(&hint)), "the message has no hint: {message}");
    } else {
        assert_eq!(hint, None);
    }
}
