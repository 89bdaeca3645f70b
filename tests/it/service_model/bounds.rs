//! Every bound of the service model, exercised on both sides through the public API.

use super::{ROOTS, STRINGS, Shapes, root, roots};
use dynamodb_backup_model::Rule;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The rules by which a bound of the model is held.
const RULES: &[Rule] = &[
    Rule::UnknownEnumValue,
    Rule::TextLength,
    Rule::TextPattern,
    Rule::KeySchemaHashCount,
    Rule::ProjectionAttributesMissing,
    Rule::ProjectionAttributesCount,
    Rule::PayPerRequestCapacity,
    Rule::ProvisionedCapacityZero,
    Rule::CapacityNegative,
    Rule::SizeNegative,
    Rule::VectorDimensions,
    Rule::VectorSearchSchemaEmpty,
    Rule::ListLimitRange,
    Rule::RecoveryPeriodRange,
];

/// Where the crate departs from the model on purpose: the shape with the reason, the location, what the model refuses
/// there, and the member and its value for which the crate takes it.
const DEPARTURES: [(&str, &str, &str, (&str, &str)); 2] = [
    (
        "PositiveLongObject: an on-demand table has 0 units",
        "/BackupDescription/SourceTableDetails/ProvisionedThroughput/ReadCapacityUnits",
        "0",
        ("/BackupDescription/SourceTableDetails/BillingMode", "\"PAY_PER_REQUEST\""),
    ),
    (
        "BackupName: a SYSTEM backup is named after its table, with a `$`",
        "/BackupDescription/BackupDetails/BackupName",
        "\"TableName$DeletedTableBackup\"",
        ("/BackupDescription/BackupDetails/BackupType", "\"SYSTEM\""),
    ),
];

/// Values of a shape that lie at its bounds, and whether they lie within.
fn at_the_bounds(shapes: &Shapes, shape: &str, example: &Value) -> Vec<(Value, bool)> {
    let facts = shapes.get(shape);
    let (min, max) = (facts["min"].as_i64(), facts["max"].as_i64());
    let lengths = [min.map(|min| min - 1), min, max, max.map(|max| max + 1)].into_iter().flatten();
    let numbers =
        lengths.map(|number| (number, min.is_none_or(|min| min <= number) && max.is_none_or(|max| number <= max)));
    let count = |number: i64| usize::try_from(number).unwrap();
    let mut values: Vec<(Value, bool)> = match facts["type"].as_str().unwrap() {
        "long" | "integer" => numbers.map(|(number, within)| (Value::from(number), within)).collect(),
        "string" => numbers.map(|(number, within)| (Value::from("a".repeat(count(number))), within)).collect(),
        "list" => {
            let element = &example[0];
            numbers.map(|(number, within)| (Value::from(vec![element.clone(); count(number)]), within)).collect()
        }
        _ => Vec::new(),
    };
    match facts["pattern"].as_str() {
        Some("[a-zA-Z0-9_.-]+") => values.extend([
            (json!("azAZ09_.-"), true),
            (json!("$azAZ09_.-"), false),
            (json!("azAZ09_.-/"), false),
            (json!("azAZ09_.-\n"), false),
            (json!("az\u{e9}"), false),
        ]),
        Some(uuid) => {
            assert_eq!(uuid, "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
            values.extend([
                (json!("01234567-89ab-cdef-0123-456789abcdef"), true),
                (json!("01234567-89ab-cdef-0123-456789abcde"), false),
                (json!("01234567-89ab-cdef-0123-456789abcdef0"), false),
                (json!("01234567-89ab-cdef-0123-456789abcdeg"), false),
                (json!("01234567-89AB-cdef-0123-456789abcdef"), false),
                (json!("01234567-89ab-cdef-0123-456789abcdef\n"), false),
            ]);
        }
        None => {}
    }
    for value in facts["enum"].as_array().into_iter().flatten() {
        let text = value.as_str().unwrap();
        values.extend([(value.clone(), true), (json!(text.to_lowercase()), false), (json!(format!("{text} ")), false)]);
    }
    values
}

/// The locations of a document, and their shapes.
pub(super) fn locations(shapes: &Shapes, shape: &str, at: &str, found: &mut Vec<(String, String)>) {
    found.push((at.to_owned(), shape.to_owned()));
    let facts = shapes.get(shape);
    for (name, shape) in facts["members"].as_object().into_iter().flatten() {
        locations(shapes, shape.as_str().unwrap(), &format!("{at}/{name}"), found);
    }
    if let Some(element) = facts["member"].as_str() {
        locations(shapes, element, &format!("{at}/0"), found);
    }
}

/// A document with every member, in which each bound can be tested on its own: the table is a provisioned one, and projections
/// list their names.
fn document(shapes: &Shapes, root: &str) -> Value {
    let mut document = shapes.build(root, 0);
    let mut all = Vec::new();
    locations(shapes, root, "", &mut all);
    for (pointer, shape) in all {
        match shape.as_str() {
            "ProjectionType" => *document.pointer_mut(&pointer).unwrap() = json!("INCLUDE"),
            "BillingMode" => *document.pointer_mut(&pointer).unwrap() = json!("PROVISIONED"),
            _ => {}
        }
    }
    document
}

fn violations(name: &str, document: &Value, pointer: &str) -> Vec<String> {
    let report = root(name).read(&document.to_string()).report;
    let violations = report.iter().filter(|violation| RULES.contains(&violation.rule()) && violation.path() == pointer);
    violations.map(ToString::to_string).collect()
}

#[test]
fn every_bound_holds_on_both_sides() {
    let shapes = Shapes::new();
    let (mut within, mut beyond) = (BTreeSet::new(), BTreeSet::new());
    for root in ROOTS.iter().map(|root| root.name) {
        let document = document(&shapes, root);
        let mut all = Vec::new();
        locations(&shapes, root, "", &mut all);
        for (pointer, shape) in all {
            for (value, is_within) in at_the_bounds(&shapes, &shape, document.pointer(&pointer).unwrap()) {
                let mut changed = document.clone();
                *changed.pointer_mut(&pointer).unwrap() = value.clone();
                let violations = violations(root, &changed, &pointer);
                assert_eq!(violations.is_empty(), is_within, "{pointer} of {shape} is {value}: {violations:?}");
                for text in STRINGS.iter().filter(|text| text.shapes.contains(&shape.as_str())) {
                    assert_eq!((text.accepts)(value.as_str().unwrap()), is_within, "{} is {value}", text.name);
                }
                if is_within { &mut within } else { &mut beyond }.insert(shape.clone());
            }
        }
    }
    // No bound was passed by.
    let reachable = shapes.reachable(&roots());
    let is_bounded =
        |shape: &&String| ["min", "max", "pattern", "enum"].iter().any(|bound| shapes.get(shape).get(bound).is_some());
    let bounded: BTreeSet<_> = reachable.iter().filter(is_bounded).cloned().collect();
    assert!(bounded.len() > 20, "{}", bounded.len());
    assert_eq!(within, bounded);
    assert_eq!(beyond, bounded);
}

#[test]
fn the_crate_departs_from_the_model_in_two_cases() {
    let shapes = Shapes::new();
    for (departure, pointer, refused, (condition, holds)) in DEPARTURES {
        let value = |text| serde_json::from_str::<Value>(text).unwrap();
        let mut changed = document(&shapes, "DescribeBackupOutput");
        *changed.pointer_mut(pointer).unwrap() = value(refused);
        assert_eq!(violations("DescribeBackupOutput", &changed, pointer).len(), 1, "{departure}");
        *changed.pointer_mut(condition).unwrap() = value(holds);
        assert_eq!(violations("DescribeBackupOutput", &changed, pointer), [""; 0], "{departure}");
    }
}
