//! What the tests share.

use arbitrary::{Arbitrary, Unstructured};
use dynamodb_backup_model::json::WireValue;
use proptest::prelude::{ProptestConfig, Strategy};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt::Debug;
use std::fs;
use std::path::Path;

/// What an output of the model can do.
pub trait Output:
    Clone + Debug + PartialEq + Serialize + DeserializeOwned + WireValue + for<'b> Arbitrary<'b> + 'static
{
}

impl<T: Clone + Debug + PartialEq + Serialize + DeserializeOwned + WireValue + for<'b> Arbitrary<'b> + 'static> Output
    for T
{
}

/// Whatever a type of the model can hold.
pub fn any_output<T: Output>() -> impl Strategy<Value = T> {
    let len = (0_usize..8).prop_flat_map(|halvings| 0..=512_usize >> halvings);
    let words = len.prop_flat_map(|len| proptest::collection::vec(proptest::num::u64::ANY, len));
    words.prop_map(|words| {
        let bytes: Vec<u8> = words.into_iter().flat_map(u64::to_le_bytes).collect();
        T::arbitrary(&mut Unstructured::new(&bytes)).expect("zeros follow the last byte")
    })
}

/// That many cases of a property, without a file of failures.
#[must_use]
pub fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}

/// The fixtures of one folder by name, each with its document.
///
/// # Panics
///
/// Panics if the folder can't be read or has none.
#[must_use]
pub fn fixtures(folder: &str) -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures").join(folder);
    let paths = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let mut fixtures: Vec<(String, Value)> = paths
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, serde_json::from_slice(&fs::read(path).unwrap()).unwrap())
        })
        .collect();
    fixtures.sort_by(|(a, _), (b, _)| a.cmp(b));
    assert!(!fixtures.is_empty(), "no fixtures in {}", folder.display());
    fixtures
}

/// Whether the document is an output and no error response.
#[must_use]
pub fn is_output(document: &Value) -> bool {
    document.get("BackupDescription").is_some()
}

/// Outputs of an operation: its fixtures, and last one that has every member.
///
/// # Panics
///
/// Panics if there is no such operation.
#[must_use]
pub fn documents(operation: &str) -> Vec<Value> {
    let (folder, whole) = match operation {
        "DescribeBackup" => ("valid", everything()),
        "DeleteBackup" => ("valid/delete-backup", everything()),
        "CreateBackup" => {
            ("valid/create-backup", json!({ "BackupDetails": everything()["BackupDescription"]["BackupDetails"] }))
        }
        "ListBackups" => {
            let page = include_str!("../../fixtures/valid/list-backups/two-tables.json");
            ("valid/list-backups", serde_json::from_str(page).unwrap())
        }
        "DescribeContinuousBackups" | "UpdateContinuousBackups" => {
            let on = include_str!("../../fixtures/valid/describe-continuous-backups/on.json");
            let is_update = operation == "UpdateContinuousBackups";
            let folder =
                if is_update { "valid/update-continuous-backups" } else { "valid/describe-continuous-backups" };
            (folder, serde_json::from_str(on).unwrap())
        }
        other => panic!("no operation {other}"),
    };
    let fixtures = fixtures(folder).into_iter().map(|(_, document)| document);
    let mut documents: Vec<Value> =
        if folder == "valid" { fixtures.filter(is_output).collect() } else { fixtures.collect() };
    documents.push(whole);
    documents
}

/// The document without the members that its schema doesn't name.
pub fn forget_unknown_members(document: &mut Value, schema: &Value, root: &Value) {
    let reference = schema.get("$ref").and_then(Value::as_str);
    if let Some(schema) = reference.and_then(|reference| root.pointer(reference.strip_prefix('#')?)) {
        return forget_unknown_members(document, schema, root);
    }
    // A member that may be null is its type or null.
    if let Some(schema) = schema.pointer("/anyOf/0").filter(|schema| schema.get("$ref").is_some()) {
        return forget_unknown_members(document, schema, root);
    }
    match document {
        Value::Object(members) => {
            members.retain(|name, _| schema["properties"].get(name).is_some());
            for (name, member) in members {
                forget_unknown_members(member, &schema["properties"][name], root);
            }
        }
        Value::Array(elements) => {
            elements.iter_mut().for_each(|element| forget_unknown_members(element, &schema["items"], root));
        }
        _ => {}
    }
}

/// A document that has every member that the model knows.
#[must_use]
pub fn everything() -> Value {
    let mut document: Value = serde_json::from_str(include_str!("../../fixtures/valid/full.json")).unwrap();
    let backup = &mut document["BackupDescription"];
    backup["BackupDetails"]["BackupExpiryDateTime"] = json!(1_579_640_366.715);
    backup["SourceTableDetails"]["OnDemandThroughput"] =
        json!({ "MaxReadRequestUnits": -1, "MaxWriteRequestUnits": 7 });
    let features = &mut backup["SourceTableFeatureDetails"];
    features["GlobalSecondaryIndexes"][0]["OnDemandThroughput"] = json!({ "MaxReadRequestUnits": 5 });
    features["SSEDescription"]["InaccessibleEncryptionDateTime"] = json!(1_576_700_000.5);
    features["VectorIndexes"] = json!([{
        "IndexName": "by-sound",
        "VectorAttribute": { "AttributeName": "Embedding" },
        "SearchSchema": [{ "AttributeName": "Genre", "SearchSchemaElementType": "INLINE_FILTER" }],
        "Projection": { "ProjectionType": "ALL" },
        "Dimensions": 1024,
        "DistanceFunction": "DOT_PRODUCT",
    }]);
    document
}

/// The locations of all values of the document but the document itself.
#[must_use]
pub fn locations(document: &Value) -> Vec<String> {
    fn look(at: &str, value: &Value, found: &mut Vec<String>) {
        let mut step = |token: &str, value| {
            let place = format!("{at}/{token}");
            look(&place, value, found);
            found.push(place);
        };
        match value {
            Value::Object(members) => members.iter().for_each(|(name, value)| step(name, value)),
            Value::Array(elements) => {
                elements.iter().enumerate().for_each(|(index, value)| step(&index.to_string(), value));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    look("", document, &mut found);
    found
}

/// Removes the member or element at a pointer.
pub fn remove(document: &mut Value, place: &str) {
    let (parent, token) = place.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Object(members) => drop(members.remove(token)),
        Value::Array(elements) => drop(elements.remove(token.parse().unwrap())),
        _ => unreachable!(),
    }
}

/// Changes one value to another of its kind, takes one out or puts one in.
fn change(document: &mut Value, random: &mut fastrand::Rng) {
    let locations = locations(document);
    let Some(place) = random.choice(&locations) else { return };
    if random.u8(..8) == 0 {
        return remove(document, place);
    }
    let is_time = place.ends_with("DateTime");
    match document.pointer_mut(place).unwrap() {
        Value::String(_) if is_time => {}
        Value::String(text) => {
            let choices = ["", "no value was set", "UNHEARD_OF", "HASH", "KMS", "\u{1F980} \"\\\u{8}", "ENABLED"];
            *text = random.choice(choices).unwrap().into();
        }
        // Dates of 1970 to 2096, in whole seconds, milliseconds or microseconds.
        Value::Number(number) if is_time => {
            let fraction = *random.choice(&[1.0, 1e3, 1e6]).unwrap();
            let units = (random.f64() * 4e9 * fraction).floor();
            *number = serde_json::Number::from_f64(units / fraction).unwrap();
        }
        Value::Number(number) => {
            let any = random.i64(..);
            *number = (*random.choice(&[0, 1, -1, i64::MAX, i64::MIN, any]).unwrap()).into();
        }
        Value::Bool(value) => *value = !*value,
        Value::Array(elements) => match random.u8(..3) {
            0 => elements.clear(),
            1 => elements.reverse(),
            _ => elements.extend_from_within(..),
        },
        Value::Object(members) => {
            let name = *random.choice(&["Unheard", "KeySchema2", "\u{E9}"]).unwrap();
            members.insert(name.into(), json!([{ "of": null }]));
        }
        Value::Null => {}
    }
}

/// That many documents, each made of one of the given by a few changes, the same in every run.
///
/// # Panics
///
/// Panics if no document is given.
pub fn changed_documents(documents: Vec<Value>, count: usize) -> impl Iterator<Item = Value> {
    let mut random = fastrand::Rng::with_seed(7);
    (0..count).map(move |_| {
        let mut document = random.choice(&documents).unwrap().clone();
        for _ in 0..random.u8(1..6) {
            change(&mut document, &mut random);
        }
        document
    })
}
