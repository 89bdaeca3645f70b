//! A valid document, edited: a line of a test is the case itself.
//!
//! Paths in edits and expectations are JSON Pointers in which the sections and the lists of indexes have short names:
//! `table/KeySchema` is `/BackupDescription/SourceTableDetails/KeySchema`.

use crate::roots::{Root, root};
use dynamodb_backup_model::{DescribeBackupOutput, JsonPointer, Limits, Report, json};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// The innermost first, so that the shortest form of a path is found first.
const SHORT: [(&str, &str); 8] = [
    ("local", "/BackupDescription/SourceTableFeatureDetails/LocalSecondaryIndexes"),
    ("global", "/BackupDescription/SourceTableFeatureDetails/GlobalSecondaryIndexes"),
    ("vector", "/BackupDescription/SourceTableFeatureDetails/VectorIndexes"),
    ("features", "/BackupDescription/SourceTableFeatureDetails"),
    ("table", "/BackupDescription/SourceTableDetails"),
    ("backup", "/BackupDescription/BackupDetails"),
    ("summary", "/BackupSummaries/0"),
    ("recovery", "/ContinuousBackupsDescription/PointInTimeRecoveryDescription"),
];

fn long(path: &str) -> String {
    let (head, rest) = path.split_at(path.find('/').unwrap_or(path.len()));
    SHORT.iter().find(|(short, _)| *short == head).map_or_else(|| path.to_owned(), |(_, long)| format!("{long}{rest}"))
}

fn short(path: &str) -> String {
    let found = SHORT.iter().find_map(|(short, long)| {
        let rest = path.strip_prefix(long)?;
        (rest.is_empty() || rest.starts_with('/')).then(|| format!("{short}{rest}"))
    });
    found.unwrap_or_else(|| path.to_owned())
}

/// Each violation as `rule@path`.
pub(super) fn shown(report: &Report) -> Vec<String> {
    report.iter().map(|found| format!("{}@{}", found.rule(), short(found.path().as_str()))).collect()
}

#[derive(Clone)]
pub(super) struct Document {
    value: Value,
    root: &'static Root,
    limits: Limits,
}

/// A valid fixture: an output of `DescribeBackup`.
#[track_caller]
pub(super) fn document(name: &str) -> Document {
    document_of("DescribeBackupOutput", name)
}

/// A valid fixture of that shape.
#[track_caller]
pub(super) fn document_of(shape: &str, name: &str) -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/valid").join(name).with_extension("json");
    let text = fs::read_to_string(path).unwrap();
    made_of(shape, serde_json::from_str(&text).unwrap())
}

/// Any document of that shape.
#[track_caller]
pub(super) fn made_of(shape: &str, value: Value) -> Document {
    Document { value, root: root(shape), limits: Limits::default() }
}

/// A page of summaries: a USER backup of the table `Music` and a SYSTEM backup of the table `Gone`.
pub(super) fn page() -> Document {
    document_of("ListBackupsOutput", "list-backups/two-tables")
}

/// A page whose first summary is that of the backup of `Gone`.
pub(super) fn page_of_gone() -> Document {
    let page = page();
    let gone = page.get("/BackupSummaries/1").clone();
    page.set("/BackupSummaries", vec![gone])
}

/// A USER backup of a PROVISIONED table with the key `Artist`, `SongTitle`, a local index, two global ones, a stream,
/// time to live and encryption.
pub(super) fn music() -> Document {
    document("full")
}

/// As `music`, on demand.
pub(super) fn music_on_demand() -> Document {
    let zero = json!({"ReadCapacityUnits": 0, "WriteCapacityUnits": 0});
    let blocks = ["table/ProvisionedThroughput", "global/0/ProvisionedThroughput", "global/1/ProvisionedThroughput"];
    let music = music().set("table/BillingMode", "PAY_PER_REQUEST");
    blocks.iter().fold(music, |music, block| music.set(block, zero.clone()))
}

/// An on-demand table with the key `PaperId` and three vector indexes.
pub(super) fn papers() -> Document {
    document("vector-indexes")
}

/// A SYSTEM backup of the table `Gone`.
pub(super) fn gone() -> Document {
    document("system-backup")
}

/// A backup that AWS Backup made, with an expiry.
pub(super) fn ledger() -> Document {
    document("aws-backup")
}

impl Document {
    /// Replaces a value, appends one to a list, or adds an absent member.
    #[track_caller]
    pub(super) fn set(mut self, path: &str, value: impl Into<Value>) -> Self {
        let pointer: JsonPointer = long(path).parse().unwrap();
        let parent = pointer.parent().expect("the document is an object");
        let name = pointer.tokens().last().unwrap();
        let parent = self.value.pointer_mut(parent.as_str()).unwrap_or_else(|| panic!("{path} has no parent"));
        match parent {
            Value::Object(members) => {
                members.insert(name.into_owned(), value.into());
            }
            Value::Array(elements) => match name.parse::<usize>().unwrap() {
                index if index == elements.len() => elements.push(value.into()),
                index => elements[index] = value.into(),
            },
            _ => panic!("the parent of {path} is neither an object nor a list"),
        }
        self
    }

    /// Removes a member, which must be present.
    #[track_caller]
    pub(super) fn remove(mut self, path: &str) -> Self {
        let pointer: JsonPointer = long(path).parse().unwrap();
        let parent = self.value.pointer_mut(pointer.parent().unwrap().as_str());
        let members =
            parent.and_then(Value::as_object_mut).unwrap_or_else(|| panic!("the parent of {path} is not an object"));
        members.remove(&*pointer.tokens().last().unwrap()).unwrap_or_else(|| panic!("{path} is not there"));
        self
    }

    /// Replaces every occurrence of a string.
    #[track_caller]
    pub(super) fn replace(mut self, from: &str, to: &str) -> Self {
        let text = self.value.to_string();
        assert!(text.contains(from), "{from} is not there");
        self.value = serde_json::from_str(&text.replace(from, to)).unwrap();
        self
    }

    /// Changes the limits that the document is validated with.
    pub(super) fn limits(mut self, change: impl FnOnce(&mut Limits)) -> Self {
        change(&mut self.limits);
        self
    }

    #[track_caller]
    pub(super) fn get(&self, path: &str) -> &Value {
        self.value.pointer(&long(path)).unwrap_or_else(|| panic!("{path} is not there"))
    }

    #[track_caller]
    pub(super) fn output(&self) -> DescribeBackupOutput {
        json::from_str(&self.value.to_string()).unwrap()
    }

    #[track_caller]
    pub(super) fn report(&self) -> Report {
        self.root.read_with(&self.value.to_string(), &self.limits).report
    }

    /// Asserts that exactly these rules are violated, in this order.
    #[track_caller]
    pub(super) fn violates<T: AsRef<str>>(&self, expected: &[T]) {
        let expected: Vec<&str> = expected.iter().map(AsRef::as_ref).collect();
        assert_eq!(shown(&self.report()), expected);
    }

    #[track_caller]
    pub(super) fn violates_nothing(&self) {
        self.violates::<&str>(&[]);
    }
}

/// A key schema in short: `pk HASH, sk RANGE`. A part that is `?` is left out.
pub(super) fn key(elements: &str) -> Value {
    let elements = elements.split(", ").filter(|element| !element.is_empty()).map(|element| {
        let (name, key_type) = element.split_once(' ').unwrap();
        let members = [("AttributeName", name), ("KeyType", key_type)];
        members.into_iter().filter(|(_, value)| *value != "?").map(|(name, value)| (name, Value::from(value))).collect()
    });
    Value::Array(elements.collect())
}

/// That many different names.
pub(super) fn names(count: usize) -> Value {
    (0..count).map(|number| Value::from(format!("name-{number}"))).collect()
}

/// A local index of `music`, with that many projected names.
pub(super) fn local(number: usize, projected: usize) -> Value {
    json!({
        "IndexName": format!("local-{number}"),
        "KeySchema": key("Artist HASH, Year RANGE"),
        "Projection": projection(projected),
    })
}

/// A global index of `music`, with that many projected names.
pub(super) fn global(number: usize, projected: usize) -> Value {
    json!({
        "IndexName": format!("global-{number}"),
        "KeySchema": key("Genre HASH"),
        "Projection": projection(projected),
        "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1},
    })
}

/// A vector index of `papers` on an attribute.
pub(super) fn vector(number: usize, attribute: &str) -> Value {
    json!({
        "IndexName": format!("vector-{number}"),
        "VectorAttribute": {"AttributeName": attribute},
        "Projection": projection(0),
        "Dimensions": 4,
        "DistanceFunction": "COSINE",
    })
}

fn projection(projected: usize) -> Value {
    match projected {
        0 => json!({"ProjectionType": "KEYS_ONLY"}),
        _ => json!({"ProjectionType": "INCLUDE", "NonKeyAttributes": names(projected)}),
    }
}

/// That many indexes.
pub(super) fn list(count: usize, index: impl Fn(usize) -> Value) -> Value {
    (0..count).map(index).collect()
}
