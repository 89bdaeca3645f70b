//! Members that are absent in one of the ways in which clients write it: `null`, `[]` for a structure, `""` for an enum.

use crate::exact::assert_same;
use dynamodb_backup_model::json::{self, WireValue};
use dynamodb_backup_model::{
    BackupArn, BackupDescription, BackupDetails, BackupType, DescribeBackupOutput, DescribeBackupResponse,
    ErrorResponse, JsonObject, Rule, SourceTableFeatureDetails, Valid, Validate, Violation,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashSet;
use std::fmt::Debug;

/// Every structure of a description, written as `value`.
fn structures_as(value: &str) -> Vec<String> {
    let pointers = [
        "BackupDescription",
        "BackupDescription/BackupDetails",
        "BackupDescription/SourceTableDetails",
        "BackupDescription/SourceTableDetails/ProvisionedThroughput",
        "BackupDescription/SourceTableDetails/OnDemandThroughput",
        "BackupDescription/SourceTableFeatureDetails",
        "BackupDescription/SourceTableFeatureDetails/StreamDescription",
        "BackupDescription/SourceTableFeatureDetails/TimeToLiveDescription",
        "BackupDescription/SourceTableFeatureDetails/SSEDescription",
    ];
    let nested = pointers
        .iter()
        .map(|pointer| pointer.rsplit('/').fold(value.to_owned(), |inner, name| format!(r#"{{"{name}":{inner}}}"#)));
    let index = format!(r#"{{"IndexName":"by-name","Projection":{value}}}"#);
    let in_lists = ["LocalSecondaryIndexes", "GlobalSecondaryIndexes", "VectorIndexes"].map(|list| {
        format!(r#"{{"BackupDescription":{{"SourceTableFeatureDetails":{{"{list}":[{index},{index}]}}}}}}"#)
    });
    nested.chain(in_lists).collect()
}

#[track_caller]
fn kept<T: Serialize + DeserializeOwned + WireValue + PartialEq + Debug>(text: &str) {
    let value: T = json::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_same(&serde_json::to_string(&value).unwrap(), text);
    assert_same(&json::to_wire_string(&value), text);
    assert_same(&serde_json::to_string(&value.clone_through_value()).unwrap(), text);
    let packed: T = rmp_serde::from_slice(&rmp_serde::to_vec(&value).unwrap()).unwrap();
    assert_same(&serde_json::to_string(&packed).unwrap(), text);
    let yaml: T = serde_norway::from_str(&serde_norway::to_string(&value).unwrap()).unwrap();
    assert_same(&serde_json::to_string(&yaml).unwrap(), text);
}

trait CloneThroughValue: Serialize + DeserializeOwned {
    fn clone_through_value(&self) -> Self {
        serde_json::from_value(serde_json::to_value(self).unwrap()).unwrap()
    }
}

impl<T: Serialize + DeserializeOwned> CloneThroughValue for T {}

#[test]
fn null_or_an_empty_list_for_a_structure_is_absent_and_kept() {
    for value in ["null", "[]"] {
        for text in structures_as(value) {
            kept::<DescribeBackupOutput>(&text);
            kept::<DescribeBackupResponse>(&text);
        }
    }
    let output: DescribeBackupOutput = json::from_str(r#"{"BackupDescription":[ ]}"#).unwrap();
    assert_eq!(output, DescribeBackupOutput::default());
    assert_eq!(json::to_wire_string(&output), r#"{"BackupDescription":[]}"#);
}

#[test]
fn a_list_with_elements_is_not_an_absent_structure() {
    for value in ["[null]", "[{}]", "[[]]", "[1]"] {
        for text in structures_as(value) {
            let error = json::from_str::<DescribeBackupOutput>(&text).unwrap_err();
            assert!(error.message().starts_with("expected an object ("), "{error}");
            assert!(error.message().ends_with(", found a list"), "{error}");
            assert!(text[error.offset()..].starts_with(value), "{error}: {text}");
        }
    }
}

#[test]
fn a_document_or_an_element_that_is_an_empty_list_is_an_error() {
    for text in [
        "[]",
        r#"{"BackupDescription":{"SourceTableDetails":{"KeySchema":[[]]}}}"#,
        r#"{"BackupDescription":{"SourceTableDetails":{"KeySchema":[null]}}}"#,
        r#"{"BackupDescription":{"BackupDetails":{"BackupName":[]}}}"#,
    ] {
        assert!(json::from_str::<DescribeBackupOutput>(text).is_err(), "{text}");
        let value: Value = serde_json::from_str(text).unwrap();
        assert!(serde_json::from_value::<DescribeBackupOutput>(value).is_err(), "{text}");
    }
}

const DETAILS: &str =
    r#"{"Alpha":1,"BackupArn":null,"BackupName":null,"BackupSizeBytes":null,"BackupType":null,"Zeta":2}"#;

fn details() -> BackupDetails {
    json::from_str(DETAILS).unwrap()
}

#[test]
fn how_an_absence_was_written_is_not_visible() {
    let (noted, plain) = (details(), json::from_str::<BackupDetails>(r#"{"Alpha":1,"Zeta":2}"#).unwrap());
    assert_eq!(noted, plain);
    assert_eq!(format!("{noted:?}"), format!("{plain:?}"));
    assert_eq!(HashSet::from([noted.clone(), plain]).len(), 1);
    assert_eq!(noted.unmodeled.len(), 2);
    assert_eq!(noted.unmodeled.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["Alpha", "Zeta"]);
    assert!(!noted.unmodeled.contains_key("BackupArn") && noted.unmodeled["BackupArn"].is_null());
    assert_eq!(serde_json::to_string(&noted.unmodeled).unwrap(), r#"{"Alpha":1,"Zeta":2}"#);
    let only_notes: BackupDetails = json::from_str(r#"{"BackupArn":null}"#).unwrap();
    assert!(only_notes.unmodeled.is_empty());
    assert_eq!(only_notes.unmodeled, JsonObject::new());
}

#[test]
fn absences_follow_unmodeled_when_it_is_cloned_or_moved() {
    let mut first = details();
    assert_eq!(json::to_wire_string(&first.clone()), DETAILS);
    let mut moved = BackupDetails::default();
    moved.unmodeled = std::mem::take(&mut first.unmodeled);
    assert_eq!(json::to_wire_string(&moved), DETAILS);
    assert_eq!(json::to_wire_string(&first), "{}");
    // In another structure too, for which the names are unknown.
    let mut other = BackupDescription::default();
    other.unmodeled = moved.unmodeled;
    assert_eq!(json::to_wire_string(&other), DETAILS);
    let packed = rmp_serde::to_vec(&other).unwrap();
    assert_same(&serde_json::to_string(&rmp_serde::from_slice::<Value>(&packed).unwrap()).unwrap(), DETAILS);
}

#[test]
fn a_field_that_is_set_overrides_a_noted_absence() {
    let mut details = details();
    details.backup_type = Some(BackupType::User);
    let expected = DETAILS.replace(r#""BackupType":null"#, r#""BackupType":"USER""#);
    assert_eq!(json::to_wire_string(&details), expected);
    let packed = rmp_serde::to_vec(&details).unwrap();
    assert_same(&serde_json::to_string(&rmp_serde::from_slice::<Value>(&packed).unwrap()).unwrap(), &expected);
    details.backup_type = None;
    assert_eq!(json::to_wire_string(&details), DETAILS);
    details.unmodeled = JsonObject::new();
    assert_eq!(json::to_wire_string(&details), "{}");
}

#[test]
fn changing_unknown_members_keeps_noted_absences() {
    let mut details = details();
    details.unmodeled.remove("Alpha");
    details.unmodeled.insert("Beta", true);
    details.unmodeled.extend([("Bb", 1), ("Zeta", 3)]);
    let expected =
        r#"{"BackupArn":null,"BackupName":null,"BackupSizeBytes":null,"BackupType":null,"Bb":1,"Beta":true,"Zeta":3}"#;
    assert_eq!(json::to_wire_string(&details), expected);
    // An unknown member that has the name of an absent one replaces it.
    details.unmodeled.insert("BackupName", 7);
    assert_eq!(json::to_wire_string(&details), expected.replace(r#""BackupName":null"#, r#""BackupName":7"#));
    let packed = rmp_serde::to_vec(&details).unwrap();
    assert_same(
        &serde_json::to_string(&rmp_serde::from_slice::<Value>(&packed).unwrap()).unwrap(),
        &json::to_wire_string(&details),
    );
    for name in ["BackupName", "Bb", "Beta", "Zeta"] {
        assert!(details.unmodeled.remove(name).is_some());
    }
    assert!(details.unmodeled.is_empty());
    let expected = r#"{"BackupArn":null,"BackupName":null,"BackupSizeBytes":null,"BackupType":null}"#;
    assert_eq!(json::to_wire_string(&details), expected);
}

#[test]
fn error_responses_keep_nulls_and_empty_lists() {
    for text in [
        r#"{"__type":"x","message":null,"Message":null,"Error":null}"#,
        r#"{"__type":null,"message":"x","Error":[]}"#,
        r#"{"Error":{"Code":null,"Message":null,"Other":null}}"#,
        r#"{"Error":{"Code":"","Message":""},"BackupDescription":null}"#,
        r#"{"__type":"x","BackupDescription":[]}"#,
        r#"{"__type":"x","Error":[1],"message":[]}"#,
    ] {
        kept::<DescribeBackupResponse>(text);
        let response: DescribeBackupResponse = json::from_str(text).unwrap();
        assert!(matches!(response, DescribeBackupResponse::Error(_)), "{text}");
    }
    let text = r#"{"__type":null,"message":null,"Message":null,"Error":[]}"#;
    kept::<ErrorResponse>(text);
    assert_eq!(json::from_str::<ErrorResponse>(text).unwrap(), ErrorResponse::default());
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Around {
    #[serde(flatten)]
    details: BackupDetails,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Either {
    Number(u64),
    Features(Box<SourceTableFeatureDetails>),
}

#[test]
fn an_absence_is_kept_inside_other_types() {
    let around: Around = serde_json::from_str(DETAILS).unwrap();
    assert_same(&serde_json::to_string(&around).unwrap(), DETAILS);
    let text = r#"{"StreamDescription":[],"TimeToLiveDescription":null}"#;
    let either: Either = serde_json::from_str(text).unwrap();
    assert_same(&serde_json::to_string(&either).unwrap(), text);
}

#[test]
fn an_empty_structure_from_php_violates_no_rule() {
    let text = crate::fixtures::fixture("full").text;
    let output: DescribeBackupOutput = json::from_str(&text).unwrap();
    let mut document: Value = serde_json::from_str(&text).unwrap();
    document["BackupDescription"]["SourceTableFeatureDetails"] = Value::Array(Vec::new());
    let valid = Valid::<DescribeBackupOutput>::from_json_slice(document.to_string().as_bytes()).unwrap();
    assert!(valid.get().validate().is_empty(), "{}", valid.get().validate());
    assert_eq!(valid.backup().global_indexes().len(), 0);
    assert_eq!(
        valid.backup().name(),
        output.backup_description.unwrap().backup_details.unwrap().backup_name.as_ref().unwrap()
    );
}

#[test]
fn an_empty_string_for_an_enum_is_absent_and_kept() {
    let text = crate::fixtures::fixture("full").text;
    for (pointer, rules) in [
        ("/BackupDescription/BackupDetails/BackupType", &[Rule::BackupTypeMissing][..]),
        ("/BackupDescription/BackupDetails/BackupStatus", &[Rule::RequiredMemberMissing]),
        ("/BackupDescription/SourceTableDetails/KeySchema/0/KeyType", &[Rule::RequiredMemberMissing]),
        (
            "/BackupDescription/SourceTableFeatureDetails/GlobalSecondaryIndexes/0/Projection/ProjectionType",
            &[Rule::ProjectionTypeMissing],
        ),
    ] {
        let mut document: Value = serde_json::from_str(&text).unwrap();
        *document.pointer_mut(pointer).unwrap() = Value::from("");
        let output: DescribeBackupOutput = json::from_str(&document.to_string()).unwrap();
        let report = output.validate();
        let found: Vec<Rule> = report.iter().map(Violation::rule).collect();
        assert_eq!(found, rules, "{report}");
        assert!(report.iter().all(|violation| violation.path().as_str() == pointer), "{report}");
        assert_eq!(serde_json::to_value(&output).unwrap().pointer(pointer), Some(&Value::from("")));
    }
}

#[test]
fn the_checked_view_treats_an_empty_string_as_absent() {
    let text = crate::fixtures::fixture("full").text;
    let mut document: Value = serde_json::from_str(&text).unwrap();
    document["BackupDescription"]["BackupDetails"]["BackupType"] = Value::from("");
    document["BackupDescription"]["SourceTableDetails"]["BillingMode"] = Value::from("");
    let valid = Valid::<DescribeBackupOutput>::from_json_slice(document.to_string().as_bytes()).unwrap();
    assert_eq!(valid.backup().backup_type(), None);
    let mut absent = document.clone();
    absent["BackupDescription"]["BackupDetails"].as_object_mut().unwrap().remove("BackupType");
    absent["BackupDescription"]["SourceTableDetails"].as_object_mut().unwrap().remove("BillingMode");
    let absent = Valid::<DescribeBackupOutput>::from_json_slice(absent.to_string().as_bytes()).unwrap();
    assert_eq!(valid.backup().table().billing(), absent.backup().table().billing());
}

#[test]
fn values_built_in_memory_omit_absent_members() {
    let arn = BackupArn::try_from("arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a");
    let mut details = BackupDetails::default();
    details.backup_arn = arn.ok();
    let text = json::to_wire_string(&details);
    assert!(text.starts_with(r#"{"BackupArn":"arn:"#) && !text.contains("null"), "{text}");
}
