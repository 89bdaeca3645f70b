//! The crate against the service model's facts, which `tests/fixtures/service-model.json` holds.

mod bounds;

use crate::exact::assert_same;
use dynamodb_backup_model::{
    AttributeName, BackupArn, BackupName, BackupStatus, BackupType, BillingMode, DescribeBackupInput,
    DescribeBackupOutput, ErrorCode, IndexName, KeyType, KmsMasterKeyArn, Limits, ProjectionType, Rule,
    SearchSchemaAttributeName, SearchSchemaElementType, SseStatus, SseType, StreamViewType, TableArn, TableId,
    TableName, TextLimits, TimeToLiveStatus, Validate, VectorDistanceFunction, json,
};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

fn model() -> Value {
    serde_json::from_str(include_str!("../fixtures/service-model.json")).unwrap()
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
            "long" => Value::from(7),
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
/// It reads the value's `Debug` form, which writes all fields of every structure.
fn unknown_parts(value: &impl Debug) -> Vec<String> {
    let text = format!("{value:?}");
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

/// As many documents as the longest enum has values.
fn documents() -> Vec<Value> {
    let shapes = Shapes::new();
    let most = shapes.0.values().filter_map(|shape| Some(shape["enum"].as_array()?.len())).max().unwrap();
    (0..most).map(|number| shapes.build("DescribeBackupOutput", number)).collect()
}

#[test]
fn every_member_and_every_value_is_known() {
    let documents = documents();
    assert_eq!(documents.len(), 5);
    for document in documents {
        let text = document.to_string();
        let output: DescribeBackupOutput = json::from_str(&text).unwrap();
        assert_eq!(unknown_parts(&output), [""; 0], "{output:#?}");
        assert_same(&serde_json::to_string(&output).unwrap(), &text);
    }
    let input = Shapes::new().build("DescribeBackupInput", 0);
    let read: DescribeBackupInput = json::from_str(&input.to_string()).unwrap();
    assert_eq!(unknown_parts(&read), [""; 0], "{read:#?}");
}

/// The check above would notice each member under another name, and each text that is no value of its enum.
#[test]
fn a_member_or_value_under_another_name_is_noticed() {
    let shapes = Shapes::new();
    let document = shapes.build("DescribeBackupOutput", 0);
    let all = members(&document);
    assert!(all.len() > 70, "{}", all.len());
    let enum_texts: BTreeSet<&str> =
        shapes.0.values().filter_map(|shape| shape["enum"].as_array()).flatten().filter_map(Value::as_str).collect();
    for pointer in all {
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        let mut renamed = document.clone();
        let object = renamed.pointer_mut(parent).unwrap().as_object_mut().unwrap();
        let value = object.remove(name).unwrap();
        object.insert(format!("{name}X"), value.clone());
        let output: DescribeBackupOutput = json::from_str(&renamed.to_string()).unwrap();
        let found = unknown_parts(&output);
        assert!(found.iter().any(|part| part.starts_with(&format!("\"{name}X\": "))), "{pointer}: {found:?}");
        assert!(found.iter().any(|part| part.starts_with("absent ")), "{pointer}: {found:?}");

        if value.as_str().is_some_and(|text| enum_texts.contains(text)) {
            let mut changed = document.clone();
            *changed.pointer_mut(&pointer).unwrap() = Value::from("ELSE");
            let output: DescribeBackupOutput = json::from_str(&changed.to_string()).unwrap();
            assert_eq!(unknown_parts(&output), ["UnknownValue(\"ELSE\""], "{pointer}");
        }
    }
}

/// The JSON Pointers of the members that a shape requires, at any depth.
fn collect_required(shapes: &Shapes, shape: &str, at: &str, found: &mut Vec<String>) {
    let facts = shapes.get(shape);
    for name in facts["required"].as_array().into_iter().flatten() {
        found.push(format!("{at}/{}", name.as_str().unwrap()));
    }
    for (name, shape) in facts["members"].as_object().into_iter().flatten() {
        collect_required(shapes, shape.as_str().unwrap(), &format!("{at}/{name}"), found);
    }
    if let Some(element) = facts["member"].as_str() {
        collect_required(shapes, element, &format!("{at}/0"), found);
    }
}

#[test]
fn the_members_that_the_model_requires_are_those_that_the_rule_requires() {
    // The sections have rules of their own; BackupType is absent from genuine old responses.
    const ANOTHER_RULE: &[&str] = &["BackupType"];
    let shapes = Shapes::new();
    let document = shapes.build("DescribeBackupOutput", 0);
    let mut required = Vec::new();
    collect_required(&shapes, "DescribeBackupOutput", "", &mut required);
    assert!(required.len() > 15);
    for pointer in members(&document) {
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        let mut without = document.clone();
        without.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name).unwrap();
        let output: DescribeBackupOutput = json::from_str(&without.to_string()).unwrap();
        let report = output.validate();
        let is_reported = report
            .iter()
            .any(|violation| violation.rule() == Rule::RequiredMemberMissing && violation.path() == pointer.as_str());
        assert_eq!(is_reported, required.contains(&pointer) && !ANOTHER_RULE.contains(&name), "{pointer}");
    }
}

#[test]
fn every_timestamp_has_the_name_that_tells_where_a_fault_is() {
    let shapes = Shapes::new();
    for shape in shapes.0.values() {
        for (name, member) in shape["members"].as_object().into_iter().flatten() {
            let is_timestamp = shapes.get(member.as_str().unwrap())["type"] == "timestamp";
            assert_eq!(name.ends_with("DateTime"), is_timestamp, "{name}");
        }
    }
}

/// A type of text: its name, its shapes, its limits, and whether it can be made of a text.
struct Text {
    name: &'static str,
    shapes: &'static [&'static str],
    limits: TextLimits,
    accepts: fn(&str) -> bool,
}

macro_rules! texts {
    ($($name:ident),+ $(,)?) => {
        &[$(Text {
            name: stringify!($name),
            shapes: $name::SHAPES,
            limits: $name::LIMITS,
            accepts: |text| $name::try_from(text).is_ok(),
        }),+]
    };
}

const TEXTS: &[Text] = texts![
    BackupArn,
    TableArn,
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
fn limits_of_texts_are_those_of_their_shapes() {
    let shapes = Shapes::new();
    let mut seen = BTreeSet::new();
    for Text { name, shapes: its_shapes, limits, .. } in TEXTS {
        for shape in *its_shapes {
            assert!(seen.insert((*shape).to_owned()), "{shape} stands in two rows");
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
    let reachable = shapes.reachable(&["DescribeBackupInput", "DescribeBackupOutput"]);
    assert_eq!(seen, shapes.strings(&reachable, false));
}

/// A member's text has the type whose row names the member's shape.
#[test]
fn texts_stand_where_the_model_has_their_shapes() {
    let document = &documents()[0];
    let output: DescribeBackupOutput = json::from_str(&document.to_string()).unwrap();
    let debug = format!("{output:?}");
    let mut seen = BTreeSet::new();
    for (at, _) in debug.match_indices("(\"") {
        let name = debug[..at].rsplit(|char: char| !char.is_alphanumeric()).next().unwrap();
        let shape = debug[at + 2..].split('"').next().unwrap();
        let text = TEXTS.iter().find(|text| text.name == name).unwrap_or_else(|| panic!("{name} is no type of text"));
        assert!(text.shapes.contains(&shape), "a member of shape {shape} is a {name}");
        seen.insert(shape.to_owned());
    }
    let shapes = Shapes::new();
    assert_eq!(seen, shapes.strings(&shapes.reachable(&["DescribeBackupOutput"]), false));
}

#[test]
fn values_of_enums_are_those_of_their_shapes_in_their_order() {
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
        VectorDistanceFunction
    );
    let shapes = Shapes::new();
    let names = shapes.strings(&shapes.reachable(&["DescribeBackupOutput"]), true);
    assert_eq!(rows.keys().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>(), names);
    for (name, values) in rows {
        let facts: Vec<&str> =
            shapes.get(name)["enum"].as_array().unwrap().iter().map(|v| v.as_str().unwrap()).collect();
        assert_eq!(values, facts, "{name}");
    }
}

#[test]
fn errors_are_those_that_the_operation_names() {
    let (model, shapes) = (model(), Shapes::new());
    let named: Vec<&str> =
        model["operation"]["errors"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    assert_eq!(ErrorCode::VALUES.iter().map(ErrorCode::as_str).collect::<Vec<_>>(), named);
    for code in ErrorCode::VALUES {
        let shape = shapes.get(code.as_str());
        assert_eq!(shape["exception"], true);
        assert_eq!(code.http_status(), Some(if shape["fault"] == true { 500 } else { 400 }), "{code}");
        assert_eq!(shape["members"], serde_json::json!({"message": "ErrorMessage"}));
    }
}

#[test]
fn the_operation_is_the_one_of_the_model() {
    let model = model();
    assert_eq!(model["target"], DescribeBackupInput::TARGET);
    assert_eq!(model["operation"]["input"], "DescribeBackupInput");
    assert_eq!(model["operation"]["output"], "DescribeBackupOutput");
    assert_eq!(Shapes::new().get("NonKeyAttributeNameList")["max"], Limits::default().non_key_attributes);
}
