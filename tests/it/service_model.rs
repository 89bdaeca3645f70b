//! The crate against the service model's facts, which `tests/fixtures/service-model.json` holds.

mod bounds;

use crate::exact::assert_same;
use crate::roots::{ROOTS, root};
use dynamodb_backup_model::{
    AttributeName, BackupArn, BackupName, BackupStatus, BackupType, BackupTypeFilter, BillingMode,
    ContinuousBackupsStatus, CreateBackupInput, DeleteBackupInput, DescribeBackupInput, DescribeContinuousBackupsInput,
    ErrorCode, IndexName, KeyType, KmsMasterKeyArn, Limits, ListBackupsInput, PointInTimeRecoverySpecification,
    PointInTimeRecoveryStatus, ProjectionType, Rule, SearchSchemaAttributeName, SearchSchemaElementType, SseStatus,
    SseType, StreamViewType, TableArn, TableId, TableName, TableNameOrArn, TextLimits, TimeToLiveStatus,
    UpdateContinuousBackupsInput, VectorDistanceFunction, Violation,
};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

fn model() -> Value {
    serde_json::from_str(include_str!("../fixtures/service-model.json")).unwrap()
}

fn operations() -> Vec<Value> {
    let Value::Array(operations) = model()["operations"].take() else { panic!("no operations") };
    operations
}

/// The names of the shapes of all inputs and outputs.
fn roots() -> Vec<&'static str> {
    ROOTS.iter().map(|root| root.name).collect()
}

struct Shapes(Map<String, Value>);

impl Shapes {
    fn new() -> Self {
        let Value::Object(shapes) = model()["shapes"].take() else { panic!("no shapes") };
        Self(shapes)
    }

    #[track_caller]
    fn get(&self, name: &str) -> &Value {
        self.0.get(name).unwrap_or_else(|| panic!("no shape {name}"))
    }

    /// The names of the shapes that one is made of, itself included.
    fn reachable(&self, from: &[&str]) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut left: Vec<&str> = from.to_vec();
        while let Some(name) = left.pop() {
            if found.insert(name.to_owned()) {
                let shape = self.get(name);
                left.extend(shape["member"].as_str());
                left.extend(shape["members"].as_object().into_iter().flat_map(Map::values).filter_map(Value::as_str));
            }
        }
        found
    }

    /// A value of that shape with every member: each list has one element, each enum its value of that number (over
    /// again where there are fewer), each text is the name of its own shape.
    fn build(&self, name: &str, number: usize) -> Value {
        let shape = self.get(name);
        match shape["type"].as_str().unwrap() {
            "structure" => {
                let members = shape["members"].as_object().unwrap();
                members
                    .iter()
                    .map(|(member, shape)| (member.clone(), self.build(shape.as_str().unwrap(), number)))
                    .collect()
            }
            "list" => Value::Array(vec![self.build(shape["member"].as_str().unwrap(), number)]),
            "string" => match shape["enum"].as_array() {
                Some(values) => values[number % values.len()].clone(),
                None => Value::from(name),
            },
            "long" | "integer" => Value::from(7),
            "boolean" => Value::from(true),
            "timestamp" => Value::from(1_576_616_366.715),
            other => panic!("a type that this test does not know: {other}"),
        }
    }

    fn strings(&self, names: &BTreeSet<String>, with_values: bool) -> BTreeSet<String> {
        let is_it = |name: &&String| {
            let shape = self.get(name);
            shape["type"] == "string" && shape["enum"].is_array() == with_values
        };
        names.iter().filter(is_it).cloned().collect()
    }
}

/// What a typed value holds without knowing it: names of unknown members and unknown enum values, and `None` for each
/// member that the crate knows and the document did not have.
///
/// `text` is the value's `Debug` form, which writes all fields of every structure.
fn unknown_parts(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (mark, end) in [("unmodeled: {", '}'), ("Unknown(", ')')] {
        for (at, _) in text.match_indices(mark) {
            let rest = &text[at + mark.len()..];
            if !rest.starts_with('}') {
                found.push(rest[..rest.find(end).unwrap()].to_owned());
            }
        }
    }
    found.extend(text.match_indices(": None").map(|(at, _)| {
        let before = &text[..at];
        format!("absent {}", &before[before.rfind([' ', '{']).map_or(0, |space| space + 1)..])
    }));
    found
}

/// The JSON Pointers of all values.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(index, value)| pointers(value, &format!("{at}/{index}"), found));
        }
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| pointers(value, &format!("{at}/{name}"), found));
        }
        _ => {}
    }
}

/// The JSON Pointers of all members.
fn members(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    pointers(document, "", &mut found);
    found.retain(|pointer| pointer.rsplit('/').next().is_some_and(|last| last.starts_with(char::is_alphabetic)));
    found
}

/// As many documents of a shape as the longest enum has values.
fn documents(root: &str) -> Vec<Value> {
    let shapes = Shapes::new();
    let most = shapes.0.values().filter_map(|shape| Some(shape["enum"].as_array()?.len())).max().unwrap();
    (0..most).map(|number| shapes.build(root, number)).collect()
}

#[test]
fn the_crate_has_the_inputs_and_outputs_of_all_operations() {
    let operations = operations();
    let named = operations.iter().flat_map(|operation| [&operation["input"], &operation["output"]]);
    let named: BTreeSet<&str> = named.map(|name| name.as_str().unwrap()).collect();
    assert_eq!(roots().into_iter().collect::<BTreeSet<_>>(), named);
    // From these and the errors every shape of the model is reached.
    let mut from = roots();
    from.extend(ErrorCode::VALUES.iter().map(ErrorCode::as_str));
    let shapes = Shapes::new();
    assert_eq!(shapes.reachable(&from), shapes.0.keys().cloned().collect());
}

#[test]
fn every_member_and_value_of_the_model_is_known() {
    for root in ROOTS {
        let documents = documents(root.name);
        assert_eq!(documents.len(), 5);
        for document in documents {
            let text = document.to_string();
            let read = root.read(&text);
            assert_eq!(unknown_parts(&read.debug), [""; 0], "{}", read.debug);
            assert_same(&read.json, &text);
        }
    }
}

/// The check above would notice each member under another name, and each string that is no value of its enum.
#[test]
fn a_renamed_member_or_value_is_detected() {
    let shapes = Shapes::new();
    let enum_values: BTreeSet<&str> =
        shapes.0.values().filter_map(|shape| shape["enum"].as_array()).flatten().filter_map(Value::as_str).collect();
    let mut seen = 0;
    for root in ROOTS {
        let document = shapes.build(root.name, 0);
        for pointer in members(&document) {
            seen += 1;
            let (parent, name) = pointer.rsplit_once('/').unwrap();
            let mut renamed = document.clone();
            let object = renamed.pointer_mut(parent).unwrap().as_object_mut().unwrap();
            let value = object.remove(name).unwrap();
            object.insert(format!("{name}X"), value.clone());
            let found = unknown_parts(&root.read(&renamed.to_string()).debug);
            assert!(found.iter().any(|part| part.starts_with(&format!("\"{name}X\": "))), "{pointer}: {found:?}");
            assert!(found.iter().any(|part| part.starts_with("absent ")), "{pointer}: {found:?}");

            if value.as_str().is_some_and(|text| enum_values.contains(text)) {
                let mut changed = document.clone();
                *changed.pointer_mut(&pointer).unwrap() = Value::from("ELSE");
                let found = unknown_parts(&root.read(&changed.to_string()).debug);
                assert_eq!(found, ["UnknownValue(\"ELSE\""], "{pointer}");
            }
        }
    }
    assert!(seen > 180, "{seen}");
}

/// The rules about members that are always there where the model does not require them, or has a rule of their own.
const PRESENCE: &[(Rule, &str, &[&str])] = &[
    (Rule::BackupDescriptionMissing, "DescribeBackupOutput", &["BackupDescription"]),
    (Rule::BackupDescriptionMissing, "DeleteBackupOutput", &["BackupDescription"]),
    (Rule::BackupDetailsMissing, "BackupDescription", &["BackupDetails"]),
    (Rule::BackupDetailsMissing, "CreateBackupOutput", &["BackupDetails"]),
    (Rule::SourceTableDetailsMissing, "BackupDescription", &["SourceTableDetails"]),
    (Rule::BackupTypeMissing, "BackupDetails", &["BackupType"]),
    (Rule::BackupTypeMissing, "BackupSummary", &["BackupType"]),
    (Rule::TableArnMissing, "SourceTableDetails", &["TableArn"]),
    (Rule::ProjectionTypeMissing, "Projection", &["ProjectionType"]),
    (Rule::IndexMemberMissing, "LocalSecondaryIndexInfo", &["IndexName", "KeySchema", "Projection"]),
    (Rule::IndexMemberMissing, "GlobalSecondaryIndexInfo", &["IndexName", "KeySchema", "Projection"]),
    (
        Rule::IndexMemberMissing,
        "VectorIndexInfo",
        &["IndexName", "VectorAttribute", "Projection", "Dimensions", "DistanceFunction"],
    ),
    (Rule::BackupSummariesMissing, "ListBackupsOutput", &["BackupSummaries"]),
    (
        Rule::SummaryMemberMissing,
        "BackupSummary",
        &["TableName", "TableId", "TableArn", "BackupArn", "BackupName", "BackupCreationDateTime", "BackupStatus"],
    ),
    (Rule::ContinuousBackupsDescriptionMissing, "DescribeContinuousBackupsOutput", &["ContinuousBackupsDescription"]),
    (Rule::ContinuousBackupsDescriptionMissing, "UpdateContinuousBackupsOutput", &["ContinuousBackupsDescription"]),
];

/// Every member inside a shape: its JSON Pointer, and the rule about its absence.
fn collect_presence(shapes: &Shapes, shape: &str, at: &str, found: &mut Vec<(String, Option<Rule>)>) {
    let facts = shapes.get(shape);
    for (name, member_shape) in facts["members"].as_object().into_iter().flatten() {
        let own = PRESENCE.iter().find(|(_, owner, members)| *owner == shape && members.contains(&name.as_str()));
        let is_required = facts["required"].as_array().is_some_and(|required| required.contains(&name.as_str().into()));
        let required = is_required.then_some(Rule::RequiredMemberMissing);
        let pointer = format!("{at}/{name}");
        found.push((pointer.clone(), own.map(|(rule, ..)| *rule).or(required)));
        collect_presence(shapes, member_shape.as_str().unwrap(), &pointer, found);
    }
    if let Some(element) = facts["member"].as_str() {
        collect_presence(shapes, element, &format!("{at}/0"), found);
    }
}

#[test]
fn the_rules_require_the_members_that_the_model_requires() {
    let shapes = Shapes::new();
    let rules: BTreeSet<Rule> = PRESENCE.iter().map(|(rule, ..)| *rule).chain([Rule::RequiredMemberMissing]).collect();
    let mut seen = BTreeSet::new();
    for root in ROOTS {
        let document = shapes.build(root.name, 0);
        let mut presence = Vec::new();
        collect_presence(&shapes, root.name, "", &mut presence);
        assert_eq!(presence.len(), members(&document).len());
        for (pointer, expected) in presence {
            let (parent, name) = pointer.rsplit_once('/').unwrap();
            let mut without = document.clone();
            without.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name).unwrap();
            let report = root.read(&without.to_string()).report;
            let is_it = |rule: &Rule| rules.contains(rule);
            let found = report.iter().filter(|violation| violation.path() == pointer.as_str());
            let found: Vec<Rule> = found.map(Violation::rule).filter(is_it).collect();
            assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{}: {pointer}", root.name);
            seen.extend(found);
        }
    }
    assert_eq!(seen, rules);
}

#[test]
fn an_invalid_timestamp_is_reported_at_its_member() {
    let shapes = Shapes::new();
    let mut seen = 0;
    for root in ROOTS {
        let mut all = Vec::new();
        bounds::locations(&shapes, root.name, "", &mut all);
        let document = shapes.build(root.name, 0);
        for (pointer, shape) in all.into_iter().filter(|(_, shape)| shapes.get(shape)["type"] == "timestamp") {
            for refused in ["2019-12-17T20:59:26", "soon"] {
                let mut changed = document.clone();
                *changed.pointer_mut(&pointer).unwrap() = refused.into();
                assert_eq!(root.error(&changed.to_string()).path(), &pointer.as_str(), "{shape}");
                seen += 1;
            }
        }
    }
    assert!(seen > 30, "{seen}");
}

/// A type of text: its name, its shapes, its limits, and whether it can be made of a text.
struct Text {
    name: &'static str,
    shapes: &'static [&'static str],
    limits: TextLimits,
    accepts: fn(&str) -> bool,
}

macro_rules! strings_table {
    ($($name:ident),+ $(,)?) => {
        &[$(Text {
            name: stringify!($name),
            shapes: $name::SHAPES,
            limits: $name::LIMITS,
            accepts: |text| $name::try_from(text).is_ok(),
        }),+]
    };
}

const STRINGS: &[Text] = strings_table![
    BackupArn,
    TableArn,
    TableNameOrArn,
    KmsMasterKeyArn,
    BackupName,
    TableName,
    TableId,
    IndexName,
    AttributeName,
    SearchSchemaAttributeName,
];

/// Where the crate knows a limit that the model does not have: type, limit in bytes. The developer guide has it.
const BYTE_LIMITS: &[(&str, usize)] = &[("AttributeName", 255)];

#[test]
fn limits_of_strings_match_their_shapes() {
    let shapes = Shapes::new();
    let mut seen = BTreeSet::new();
    for Text { name, shapes: its_shapes, limits, .. } in STRINGS {
        for shape in *its_shapes {
            let is_first = seen.insert((*shape).to_owned());
            // Where an input names a table, the model has the shape of an ARN for its name too.
            assert_eq!(is_first, *name != "TableNameOrArn", "{shape} is in two rows");
            let facts = shapes.get(shape);
            let number = |key: &str| facts[key].as_u64().map(|number| usize::try_from(number).unwrap());
            assert_eq!(limits.min_chars, number("min").unwrap_or(0), "{name}: min of {shape}");
            assert_eq!(limits.max_chars, number("max"), "{name}: max of {shape}");
            let pattern = facts["pattern"].as_str().map(|pattern| format!("^{pattern}$"));
            assert_eq!(limits.pattern.map(|pattern| pattern.regex().to_owned()), pattern, "{name}: pattern of {shape}");
        }
        let bytes = BYTE_LIMITS.iter().find(|(limited, _)| limited == name).map(|(_, bytes)| *bytes);
        assert_eq!(limits.max_bytes, bytes, "{name}: bytes");
    }
    assert_eq!(TableNameOrArn::SHAPES, TableArn::SHAPES);
    assert_eq!(TableNameOrArn::LIMITS, TableArn::LIMITS);
    assert_eq!(seen, shapes.strings(&shapes.reachable(&roots()), false));
}

/// A member that is a string has the type whose row names the member's shape.
#[test]
fn string_types_match_the_shapes_of_their_members() {
    let shapes = Shapes::new();
    let mut seen = BTreeSet::new();
    for root in ROOTS {
        let debug = root.read(&shapes.build(root.name, 0).to_string()).debug;
        for (at, _) in debug.match_indices("(\"") {
            let name = debug[..at].rsplit(|char: char| !char.is_alphanumeric()).next().unwrap();
            let shape = debug[at + 2..].split('"').next().unwrap();
            let text = STRINGS.iter().find(|text| text.name == name).unwrap_or_else(|| panic!("{name} is no string"));
            assert!(text.shapes.contains(&shape), "a member of shape {shape} is a {name}");
            seen.insert(shape.to_owned());
        }
    }
    assert_eq!(seen, shapes.strings(&shapes.reachable(&roots()), false));
}

#[test]
fn only_inputs_accept_a_table_name_or_arn() {
    let shapes = Shapes::new();
    for root in ROOTS {
        let shape = shapes.get(root.name);
        let is_name_or_arn = shape["members"]["TableName"] == "TableArn";
        assert_eq!(
            root.read(&shapes.build(root.name, 0).to_string()).debug.contains("TableNameOrArn("),
            is_name_or_arn
        );
        assert!(!is_name_or_arn || root.name.ends_with("Input"), "{}", root.name);
    }
}

#[test]
fn enum_values_match_their_shapes_in_order() {
    macro_rules! rows {
        ($($name:ident),+) => {
            BTreeMap::from([$((
                $name::SHAPE,
                $name::VALUES.iter().map(|value| value.as_str().to_owned()).collect::<Vec<_>>(),
            )),+])
        };
    }
    let rows: BTreeMap<&str, Vec<String>> = rows!(
        BackupStatus,
        BackupType,
        BillingMode,
        KeyType,
        ProjectionType,
        StreamViewType,
        TimeToLiveStatus,
        SseStatus,
        SseType,
        SearchSchemaElementType,
        VectorDistanceFunction,
        BackupTypeFilter,
        ContinuousBackupsStatus,
        PointInTimeRecoveryStatus
    );
    let shapes = Shapes::new();
    let names = shapes.strings(&shapes.reachable(&roots()), true);
    assert_eq!(rows.keys().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>(), names);
    for (name, values) in rows {
        let facts: Vec<&str> =
            shapes.get(name)["enum"].as_array().unwrap().iter().map(|v| v.as_str().unwrap()).collect();
        assert_eq!(values, facts, "{name}");
    }
}

#[test]
fn error_codes_match_the_errors_of_the_operations() {
    let (operations, shapes) = (operations(), Shapes::new());
    let named = operations.iter().flat_map(|operation| operation["errors"].as_array().unwrap());
    let named: BTreeSet<&str> = named.map(|name| name.as_str().unwrap()).collect();
    assert_eq!(ErrorCode::VALUES.iter().map(ErrorCode::as_str).collect::<BTreeSet<_>>(), named);
    assert_eq!(ErrorCode::VALUES.len(), named.len());
    for code in ErrorCode::VALUES {
        let shape = shapes.get(code.as_str());
        assert_eq!(shape["exception"], true);
        assert_eq!(code.http_status(), Some(if shape["fault"] == true { 500 } else { 400 }), "{code}");
        assert_eq!(shape["members"], serde_json::json!({"message": "ErrorMessage"}));
    }
}

#[test]
fn each_operation_has_its_target() {
    let targets = BTreeMap::from([
        ("DescribeBackupInput", DescribeBackupInput::TARGET),
        ("DeleteBackupInput", DeleteBackupInput::TARGET),
        ("CreateBackupInput", CreateBackupInput::TARGET),
        ("ListBackupsInput", ListBackupsInput::TARGET),
        ("DescribeContinuousBackupsInput", DescribeContinuousBackupsInput::TARGET),
        ("UpdateContinuousBackupsInput", UpdateContinuousBackupsInput::TARGET),
    ]);
    let operations = operations();
    let string = |value: &Value| value.as_str().unwrap().to_owned();
    let named: BTreeMap<String, String> =
        operations.iter().map(|operation| (string(&operation["input"]), string(&operation["target"]))).collect();
    assert_eq!(
        targets.into_iter().map(|(input, target)| (input.to_owned(), target.to_owned())).collect::<BTreeMap<_, _>>(),
        named
    );
}

#[test]
fn limits_match_those_of_the_model() {
    let shapes = Shapes::new();
    assert_eq!(shapes.get("NonKeyAttributeNameList")["max"], Limits::default().non_key_attributes);
    let range = |shape: &str| {
        let facts = shapes.get(shape);
        facts["min"].as_i64().unwrap()..=facts["max"].as_i64().unwrap()
    };
    assert_eq!(range("BackupsInputLimit"), ListBackupsInput::LIMITS);
    assert_eq!(range("RecoveryPeriodInDays"), PointInTimeRecoverySpecification::RECOVERY_PERIODS_IN_DAYS);
}
