//! Errors of captured documents: those of the document by itself, wherever it is.

use crate::other_formats::HAS_ARBITRARY_PRECISION;
use dynamodb_backup_model::{
    BackupDescription, BackupDetails, Captured, CreateBackupOutput, DescribeBackupOutput,
    DescribeContinuousBackupsOutput, Json, ListBackupsOutput, json,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fmt::Debug;

/// A member before and one after the document.
#[derive(Debug, Deserialize)]
#[allow(dead_code)]
struct Between<T> {
    before: Json,
    document: T,
    after: Option<Json>,
}

#[track_caller]
fn same<T: DeserializeOwned + Debug>(text: &str) {
    #[track_caller]
    fn compare<T: DeserializeOwned + Debug, C: DeserializeOwned + Debug>(text: &str) {
        let alone = json::from_str::<T>(text).expect_err(text);
        let captured = json::from_str::<C>(text).expect_err(text);
        assert_eq!(captured, alone, "{text}");
    }
    compare::<T, Captured>(text);
    compare::<T, Captured>(&format!(" \n\t{text}\n "));
    compare::<T, Captured>(&format!("{text} {text}"));
    compare::<Vec<T>, Vec<Captured>>(&format!("[{text}]"));
    compare::<Vec<T>, Vec<Captured>>(&format!("[\n  {text},\n  {text}\n]"));
    compare::<Vec<T>, Vec<Captured>>(&format!("[ {text}\n\n , 5]"));
    compare::<BTreeMap<String, T>, BTreeMap<String, Captured>>(&format!(r#"{{"é":{text}}}"#));
    compare::<BTreeMap<String, T>, BTreeMap<String, Captured>>(&format!("{{\"a\\u0062\" : {text} ,\n\"c\":{text}}}"));
    compare::<Between<T>, Between<Captured>>(&format!(r#"{{"before":{text},"document":{text},"after":{text}}}"#));
    compare::<Option<T>, Option<Captured>>(text);
}

#[test]
fn an_error_equals_that_of_the_document_alone() {
    same::<DescribeBackupOutput>(r#"{"BackupDescription":5}"#);
    same::<DescribeBackupOutput>(r#"{"x":1,"BackupDescription":{"BackupDetails":{"BackupArn":{"a":[]}}}}"#);
    same::<DescribeBackupOutput>(r#"{"BackupDescription":{"SourceTableDetails":{"KeySchema":[{},{"KeyType":1}]}}}"#);
    same::<DescribeBackupOutput>("{\"BackupDescription\":\n{\"é\":1,\n \"SourceTableFeatureDetails\": true}}");
    same::<ListBackupsOutput>(r#"{"BackupSummaries":{}}"#);
    same::<ListBackupsOutput>(r#"{"BackupSummaries":[{},{"BackupSizeBytes":1.5},{}],"LastEvaluatedBackupArn":"x"}"#);
    same::<ListBackupsOutput>(r#"{"BackupSummaries":[],"LastEvaluatedBackupArn":["x"]}"#);
    same::<DescribeContinuousBackupsOutput>(r#"{"ContinuousBackupsDescription":"x","a":{}}"#);
    same::<BackupDescription>(r#"{"BackupDetails":{"BackupName":7},"SourceTableDetails":{}}"#);
    same::<BackupDescription>(r#"{"SourceTableFeatureDetails":{"LocalSecondaryIndexes":[7]}}"#);
    same::<CreateBackupOutput>(r#"{"BackupDetails":{"BackupSizeBytes":9223372036854775808}}"#);
    same::<BackupDetails>(r#"{"BackupArn":"x","BackupStatus":{"Value":"AVAILABLE"}}"#);
    same::<BackupDetails>(r#"{"BackupArn":7,"BackupName":"y"}"#);
}

#[test]
fn a_duplicate_member_has_a_location() {
    same::<DescribeBackupOutput>(r#"{"BackupDescription":{},"BackupDescription":{}}"#);
    same::<CreateBackupOutput>(r#"{"BackupDetails":{"BackupArn":"x","x":[{"a":1,"a":2}]}}"#);
    same::<BackupDetails>(r#"{"BackupArn":"x","BackupName":"y","BackupArn":"z"}"#);
    same::<Json>(r#"{"a":{"b":1,"c":{},"b":1}}"#);
    same::<Json>(r#"[[{"b":1,"b":1}]]"#);
}

#[test]
fn an_invalid_timestamp_has_a_location() {
    for time in [r#""yesterday""#, "1e99", "true", "{}", r#""2021-01-01T00:00:00""#] {
        same::<BackupDetails>(&format!(r#"{{"BackupArn":"x","BackupName":"y","BackupCreationDateTime":{time}}}"#));
        same::<BackupDetails>(&format!(r#"{{"BackupCreationDateTime":{time},"BackupArn":"x","BackupName":"y"}}"#));
        same::<ListBackupsOutput>(&format!(r#"{{"BackupSummaries":[{{"BackupExpiryDateTime":{time}}}]}}"#));
    }
}

#[test]
fn an_error_found_only_while_deserializing_has_a_location() {
    // With `arbitrary_precision` it is a number like any other.
    let too_large = (!HAS_ARBITRARY_PRECISION).then_some(r#"{"BackupDescription":{"x":1e999}}"#);
    let documents = [
        r#"{"BackupDescription":{"x":"\ud800"}}"#,
        r#"{"BackupDescription":{},"\udc00":1}"#,
        r#"{"BackupSummaries":[],"\ud800x":1}"#,
    ];
    for text in documents.into_iter().chain(too_large) {
        let alone = json::from_str::<DescribeBackupOutput>(text).expect_err(text);
        let captured = json::from_str::<Captured>(text).expect_err(text);
        assert_eq!(captured, alone, "{text}");
    }
    let deep = |levels: usize| format!(r#"{{"x":{}1{}}}"#, "[".repeat(levels), "]".repeat(levels));
    assert_eq!(json::from_str::<Captured>(&deep(126)).unwrap().kind(), "unrecognized");
    let error = json::from_str::<Captured>(&deep(127)).unwrap_err();
    assert_eq!(error, json::from_str::<Json>(&deep(127)).unwrap_err());
    assert_eq!((error.kind(), error.offset()), (json::ErrorKind::Syntax, 132 - 1));
    json::from_str::<Captured>(&deep(100_000)).unwrap_err();
}

#[test]
fn invalid_json_gives_the_same_error_as_any_type() {
    for text in ["", " ", "{", r#"{"BackupDescription":{}"#, r#"{"a" 1}"#, "{]", "nul", "{} {}", "\u{FEFF}{}"] {
        let alone = json::from_str::<Json>(text).expect_err(text);
        assert_eq!(json::from_str::<Captured>(text).expect_err(text), alone, "{text}");
    }
}

/// The document decides what its strings say: an error's position can't be made up in it.
#[test]
fn a_message_that_resembles_a_position_is_not_one() {
    for name in
        ["x (data error at byte 0 of 5)", "x (syntax error at byte 99999999999 of 1)", ") (data error at byte 1 of 2)"]
    {
        let text = format!(r#"{{"BackupDescription":{{"{name}":1,"{name}":2}}}}"#);
        same::<DescribeBackupOutput>(&text);
        same::<DescribeBackupOutput>(&format!(
            r#"{{"BackupDescription":{{"BackupDetails":{{"BackupSizeBytes":"{name}"}}}}}}"#
        ));
        same::<BackupDetails>(&format!(r#"{{"BackupArn":"","BackupName":"","BackupCreationDateTime":"{name}"}}"#));
    }
}

#[test]
fn errors_of_one_document_are_located_in_the_whole_input() {
    let input = "{\"BackupDetails\":{}}\n {\"BackupSummaries\":[\n{\"BackupArn\":5}]}\n[{},{\"BackupDetails\":7}]";
    let errors: Vec<String> = json::documents(input.as_bytes())
        .filter_map(|document| document.read::<Captured>().err())
        .map(|error| format!("{}:{} {} {}", error.line(), error.column(), error.offset(), error.path()))
        .collect();
    assert_eq!(errors, ["3:14 56 /BackupSummaries/0/BackupArn", "4:22 82 /BackupDetails"]);
}

#[test]
fn plain_serde_json_errors_have_a_position() {
    let error = serde_json::from_str::<Captured>(r#"{"BackupSummaries":5}"#).unwrap_err();
    assert_eq!(error.to_string(), "invalid type: integer `5`, expected a list (data error at byte 20 of 21)");
}
