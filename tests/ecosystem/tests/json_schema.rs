//! An independent validator reads the schema and says of every document what the rules say of it.

use dynamodb_backup_model::generate::{OUTPUT_RULES, any_output, broken, valid_output};
use dynamodb_backup_model::json::{from_str as read_json, to_wire_string};
use dynamodb_backup_model::validate::Group;
use dynamodb_backup_model::{
    CreateBackupInput, CreateBackupOutput, DeleteBackupOutput, DescribeBackupOutput, DescribeBackupResponse,
    DescribeContinuousBackupsOutput, Json, ListBackupsInput, ListBackupsOutput, Rule, UpdateContinuousBackupsInput,
    UpdateContinuousBackupsOutput, Validate,
};
use ecosystem::{cases, changed_documents, documents, everything, fixtures, is_output, locations};
use jsonschema::Validator;
use proptest::prelude::proptest;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The rules that the schema covers: it refuses what can't be read or violates one of them, and nothing else.
const IN_THE_SCHEMA: &[Rule] = &[
    Rule::BackupDescriptionMissing,
    Rule::BackupDetailsMissing,
    Rule::SourceTableDetailsMissing,
    Rule::RequiredMemberMissing,
    Rule::IndexMemberMissing,
    Rule::TextLength,
    Rule::TextPattern,
    Rule::LsiCount,
    Rule::ProjectionTypeMissing,
    Rule::ProjectionAttributesCount,
    Rule::ProjectionAttributeDuplicate,
    Rule::CapacityNegative,
    Rule::OnDemandThroughputRange,
    Rule::SizeNegative,
    Rule::VectorDimensions,
    Rule::VectorSearchSchemaEmpty,
    Rule::BackupSummariesMissing,
    Rule::SummaryMemberMissing,
    Rule::ListLimitRange,
    Rule::ContinuousBackupsDescriptionMissing,
    Rule::RecoveryPeriodRange,
];

fn validator<T: JsonSchema>() -> Validator {
    jsonschema::draft202012::new(schemars::schema_for!(T).as_value()).unwrap()
}

/// What this crate finds in the document of what the schema speaks for.
fn findings<T: DeserializeOwned + Validate>(document: &Value) -> Vec<String> {
    let value: T = match serde_json::from_value(document.clone()) {
        Ok(value) => value,
        Err(error) => return vec![error.to_string()],
    };
    let report = value.validate();
    let is_in_the_schema = |rule: Rule, at: &str| {
        // Of a key schema the schema knows only that it is not empty.
        let is_empty = || document.pointer(at).and_then(Value::as_array).is_some_and(Vec::is_empty);
        IN_THE_SCHEMA.contains(&rule) || (rule == Rule::KeySchemaHashCount && is_empty())
    };
    let found = report.iter().filter(|violation| is_in_the_schema(violation.rule(), violation.path().as_str()));
    found.map(ToString::to_string).collect()
}

/// The members that hold a structure.
const STRUCTURES: [&str; 13] = [
    "BackupDescription",
    "BackupDetails",
    "ContinuousBackupsDescription",
    "OnDemandThroughput",
    "PointInTimeRecoveryDescription",
    "Projection",
    "ProvisionedThroughput",
    "SSEDescription",
    "SourceTableDetails",
    "SourceTableFeatureDetails",
    "StreamDescription",
    "TimeToLiveDescription",
    "VectorAttribute",
];

/// How the name of a member ends whose type is an enum or a time.
const ENUMS_AND_TIMES: [&str; 5] = ["DateTime", "Function", "Mode", "Status", "Type"];

/// Replaces `[]` for a structure and `""` for an enum or a time by `null`: this crate reads all as
/// absent, and the schema knows `null` alone.
fn with_null_for_absent(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let is_absent = (*value == json!([]) && STRUCTURES.contains(&name.as_str()))
                    || (*value == json!("") && ENUMS_AND_TIMES.iter().any(|end| name.ends_with(end)));
                if is_absent {
                    *value = Value::Null;
                }
                with_null_for_absent(value);
            }
        }
        Value::Array(elements) => elements.iter_mut().for_each(with_null_for_absent),
        _ => {}
    }
}

#[track_caller]
fn assert_agree<T: DeserializeOwned + Validate>(validator: &Validator, document: &Value) {
    let by_us = findings::<T>(document);
    let mut for_schema = document.clone();
    with_null_for_absent(&mut for_schema);
    let by_schema: Vec<String> = validator.iter_errors(&for_schema).map(|error| error.to_string()).collect();
    assert!(by_us.is_empty() == by_schema.is_empty(), "{by_us:#?} but {by_schema:#?} in\n{document}");
}

#[test]
fn the_schema_accepts_every_valid_fixture() {
    let (output, response) = (validator::<DescribeBackupOutput>(), validator::<DescribeBackupResponse>());
    for (name, document) in fixtures("valid") {
        println!("{name}");
        response.validate(&document).unwrap();
        assert!(output.is_valid(&document) == is_output(&document));
    }
}

#[test]
fn the_schema_refuses_the_invalid_fixtures_that_violate_its_rules_and_no_others() {
    fn agrees<T: JsonSchema + DeserializeOwned + Validate>(document: &Value) {
        assert_agree::<T>(&validator::<T>(), document);
    }
    for (name, document) in fixtures("invalid") {
        println!("{name}");
        let rule: Rule = name.parse().unwrap();
        match (rule, rule.group()) {
            (Rule::ListLimitRange | Rule::TimeRangeOrder, _) => agrees::<ListBackupsInput>(&document),
            (Rule::TableNameOrArn, _) => agrees::<CreateBackupInput>(&document),
            (_, Group::ListsOfBackups) => agrees::<ListBackupsOutput>(&document),
            (_, Group::PointInTimeRecovery) => agrees::<DescribeContinuousBackupsOutput>(&document),
            _ => agrees::<DescribeBackupOutput>(&document),
        }
    }
}

fn agrees_on_documents<T: JsonSchema + DeserializeOwned + Validate>(operation: &str) {
    let validator = validator::<T>();
    let documents = documents(operation);
    for document in &documents {
        validator.validate(document).unwrap();
        for location in locations(document) {
            for value in [json!(null), json!(true), json!(7), json!("x"), json!([]), json!({})] {
                let mut document = document.clone();
                *document.pointer_mut(&location).unwrap() = value;
                assert_agree::<T>(&validator, &document);
            }
        }
    }
    for document in changed_documents(documents, 3_000) {
        assert_agree::<T>(&validator, &document);
    }
}

#[test]
fn the_schema_of_each_operation_agrees_on_every_kind_of_value_and_on_changed_documents() {
    agrees_on_documents::<DescribeBackupOutput>("DescribeBackup");
    agrees_on_documents::<CreateBackupOutput>("CreateBackup");
    agrees_on_documents::<DeleteBackupOutput>("DeleteBackup");
    agrees_on_documents::<ListBackupsOutput>("ListBackups");
    agrees_on_documents::<DescribeContinuousBackupsOutput>("DescribeContinuousBackups");
    agrees_on_documents::<UpdateContinuousBackupsOutput>("UpdateContinuousBackups");
}

fn document(output: &DescribeBackupOutput) -> Value {
    // By way of `Json`, since `serde_json` itself takes an object with a certain member for something else.
    read_json::<Json>(&to_wire_string(output)).unwrap().into()
}

#[test]
fn the_schema_accepts_every_valid_value() {
    let validator = validator::<DescribeBackupOutput>();
    proptest!(cases(5_000), |(output in valid_output())| validator.validate(&document(&output)).unwrap());
}

#[test]
fn the_schema_agrees_on_every_output() {
    let validator = validator::<DescribeBackupOutput>();
    proptest!(cases(2_000), |(output in any_output())| {
        assert_agree::<DescribeBackupOutput>(&validator, &document(&output));
    });
}

#[test]
fn the_schema_agrees_on_outputs_that_violate_one_rule() {
    let validator = validator::<DescribeBackupOutput>();
    for rule in OUTPUT_RULES {
        proptest!(cases(30), |(output in broken(*rule))| {
            assert_agree::<DescribeBackupOutput>(&validator, &document(&output));
        });
    }
}

#[test]
fn the_schema_agrees_on_both_sides_of_every_limit() {
    let validator = validator::<DescribeBackupOutput>();
    let whole = everything();
    let details = "/BackupDescription/BackupDetails";
    let table = "/BackupDescription/SourceTableDetails";
    let features = "/BackupDescription/SourceTableFeatureDetails";
    let names = |count: usize| -> Value { (0..count).map(|number| format!("a{number}")).collect() };
    let gsi = format!("{features}/GlobalSecondaryIndexes/0");
    let lsis = |count| vec![whole.pointer(&format!("{features}/LocalSecondaryIndexes/0")).unwrap().clone(); count];
    let text = |length: usize| json!("a".repeat(length));
    let wide = |length: usize| json!("\u{1D11E}".repeat(length));
    for (location, within, beyond) in [
        (format!("{details}/BackupName"), text(255), text(256)),
        (format!("{details}/BackupName"), text(3), json!("a$b")),
        (format!("{details}/BackupArn"), text(37), text(36)),
        (format!("{details}/BackupArn"), text(1024), text(1025)),
        (format!("{details}/BackupSizeBytes"), json!(0), json!(-1)),
        (format!("{details}/BackupCreationDateTime"), json!("2026-11-22 07:57:55+00:00"), json!("2026-11-22 07:57:55")),
        (format!("{details}/BackupCreationDateTime"), json!("2026-11-22T07:57:55.4Z"), json!("2026-11-22T07:57:55.Z")),
        (format!("{table}/TableName"), text(3), text(2)),
        (format!("{table}/TableName"), text(255), json!("Music\n")),
        (format!("{table}/TableArn"), text(1), text(0)),
        (format!("{table}/ItemCount"), json!(0), json!(-1)),
        (format!("{table}/KeySchema/0/AttributeName"), wide(255), wide(256)),
        (format!("{table}/ProvisionedThroughput/ReadCapacityUnits"), json!(0), json!(-1)),
        (format!("{table}/OnDemandThroughput/MaxReadRequestUnits"), json!(-1), json!(0)),
        (format!("{table}/OnDemandThroughput/MaxReadRequestUnits"), json!(1), json!(-2)),
        (format!("{gsi}/Projection/NonKeyAttributes"), names(20), names(21)),
        (format!("{gsi}/Projection/NonKeyAttributes"), json!(["a", "A"]), json!(["a", "a"])),
        (format!("{features}/LocalSecondaryIndexes"), json!(lsis(5)), json!(lsis(6))),
        (format!("{features}/VectorIndexes/0/Dimensions"), json!(1), json!(0)),
        (format!("{features}/VectorIndexes/0/SearchSchema/0/AttributeName"), text(0), text(65_536)),
    ] {
        let mut document = whole.clone();
        *document.pointer_mut(&location).unwrap() = within;
        assert_eq!(findings::<DescribeBackupOutput>(&document), [""; 0], "{location}");
        assert!(validator.is_valid(&document), "{location}");
        *document.pointer_mut(&location).unwrap() = beyond;
        assert_ne!(findings::<DescribeBackupOutput>(&document), [""; 0], "{location}");
        assert!(!validator.is_valid(&document), "{location}");
    }
}

#[test]
fn the_schemas_of_the_other_operations_agree_on_both_sides_of_every_limit() {
    fn at<T: JsonSchema + DeserializeOwned + Validate>(
        whole: &Value,
        location: &str,
        within: &[Value],
        beyond: &[Value],
    ) {
        let validator = validator::<T>();
        for (values, is_valid) in [(within, true), (beyond, false)] {
            for value in values {
                let mut document = whole.clone();
                *document.pointer_mut(location).unwrap() = value.clone();
                assert_eq!(findings::<T>(&document).is_empty(), is_valid, "{location} is {value}");
                assert_eq!(validator.is_valid(&document), is_valid, "{location} is {value}");
            }
        }
    }
    let text = |length: usize| json!("a".repeat(length));
    at::<ListBackupsInput>(&json!({ "Limit": 1 }), "/Limit", &[json!(1), json!(100)], &[json!(0), json!(101)]);
    let creating = json!({ "TableName": "Music", "BackupName": "nightly" });
    let names = [text(2), text(256), json!("a b"), json!("Music$DeletedTableBackup")];
    at::<CreateBackupInput>(&creating, "/BackupName", &[text(3), text(255)], &names);
    let page = documents("ListBackups").pop().unwrap();
    at::<ListBackupsOutput>(&page, "/BackupSummaries/0/BackupSizeBytes", &[json!(0)], &[json!(-1)]);
    at::<ListBackupsOutput>(&page, "/BackupSummaries/0/BackupName", &[text(255)], &[json!("a$DeletedTableBackup")]);
    at::<ListBackupsOutput>(&page, "/BackupSummaries/1/BackupName", &[json!("$")], &[]);
    at::<ListBackupsOutput>(&page, "/BackupSummaries", &[json!([])], &[json!(null)]);
    let (within, beyond) = ([json!(1), json!(35)], [json!(0), json!(36)]);
    let on = documents("DescribeContinuousBackups").pop().unwrap();
    let period = "/ContinuousBackupsDescription/PointInTimeRecoveryDescription/RecoveryPeriodInDays";
    at::<DescribeContinuousBackupsOutput>(&on, period, &within, &beyond);
    let specification = json!({ "PointInTimeRecoveryEnabled": true, "RecoveryPeriodInDays": 7 });
    let updating = json!({ "TableName": "Music", "PointInTimeRecoverySpecification": specification });
    let period = "/PointInTimeRecoverySpecification/RecoveryPeriodInDays";
    at::<UpdateContinuousBackupsInput>(&updating, period, &within, &beyond);
}

#[test]
fn the_name_of_a_backup_depends_on_its_type() {
    let validator = validator::<DescribeBackupOutput>();
    let system = format!("{}$DeletedTableBackup", "a".repeat(255));
    for (kind, name, is_valid) in [
        (json!("SYSTEM"), system.as_str(), true),
        (json!("SYSTEM"), "$", true),
        (json!("USER"), &system, false),
        (json!("AWS_BACKUP"), &system, false),
        (json!("UNHEARD_OF"), &system, true),
        (json!("UNHEARD_OF"), "$", false),
        (json!(null), &system, true),
        (json!(null), "$DeletedTableBackup.", false),
    ] {
        let mut document = everything();
        let details = &mut document["BackupDescription"]["BackupDetails"];
        details["BackupType"] = kind;
        details["BackupName"] = name.into();
        assert_eq!(validator.is_valid(&document), is_valid, "{document}");
        assert_eq!(findings::<DescribeBackupOutput>(&document).is_empty(), is_valid, "{document}");
    }
}

#[test]
fn the_schema_of_a_response_distinguishes_errors_from_outputs() {
    let validator = validator::<DescribeBackupResponse>();
    for document in [
        everything(),
        json!({}),
        json!({ "BackupDescription": {}, "message": "gone" }),
        json!({ "BackupDescription": null, "message": "gone" }),
        json!({ "__type": "BackupNotFoundException" }),
        json!({ "__type": 7 }),
        json!({ "__type": 7, "Message": "gone" }),
        json!({ "Error": { "Code": "ThrottlingException", "Message": "slow down" }, "ResponseMetadata": {} }),
        json!({ "Error": "gone" }),
    ] {
        assert_agree::<DescribeBackupResponse>(&validator, &document);
    }
}
