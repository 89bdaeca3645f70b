//! How the time to check a document grows with each of its lists, with duplicates everywhere and with none.
//!
//! Prints a table. Each factor is against the size before, which is a tenth: about 10 where time grows in proportion,
//! and more where the larger document no longer fits the processor's caches.

use dynamodb_backup_model::{DescribeBackupOutput, Validate, json};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const FULL: &str = include_str!("../tests/fixtures/valid/full.json");

/// A list of the document, or two that grow together: how to fill it with that many names.
type Fill = fn(&mut Value, &[String]);

const LISTS: [(&str, Fill); 9] = [
    ("global indexes", |description, names| {
        let index = |name: &String| {
            json!({
                "IndexName": name,
                "KeySchema": [{"AttributeName": name, "KeyType": "HASH"}],
                "Projection": {"ProjectionType": "ALL"},
                "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1},
            })
        };
        features(description)["GlobalSecondaryIndexes"] = names.iter().map(index).collect();
    }),
    ("local indexes", |description, names| {
        let index = |name: &String| local(name, "Artist");
        features(description)["LocalSecondaryIndexes"] = names.iter().map(index).collect();
    }),
    ("local indexes of another key, and a long one", |description, names| {
        description["SourceTableDetails"]["KeySchema"][0]["AttributeName"] = "k".repeat(names.len()).into();
        let index = |name: &String| local(name, "Artist");
        features(description)["LocalSecondaryIndexes"] = names.iter().map(index).collect();
    }),
    ("projected names", |description, names| {
        features(description)["GlobalSecondaryIndexes"][0]["Projection"]["NonKeyAttributes"] = names.into();
    }),
    ("key elements of the table", |description, names| {
        description["SourceTableDetails"]["KeySchema"] = key(names);
    }),
    ("key elements of a global index", |description, names| {
        features(description)["GlobalSecondaryIndexes"][0]["KeySchema"] = key(names);
    }),
    ("vector indexes", |description, names| {
        features(description)["VectorIndexes"] = names.iter().enumerate().map(vector).collect();
    }),
    ("vector indexes and global indexes on their attributes", |description, names| {
        features(description)["VectorIndexes"] = names.iter().enumerate().map(vector).collect();
        let index = |name: &String| json!({"IndexName": name, "KeySchema": key(std::slice::from_ref(name))});
        features(description)["GlobalSecondaryIndexes"] = names.iter().map(index).collect();
    }),
    ("search schema elements", |description, names| {
        let element = |name: &String| json!({"AttributeName": name, "SearchSchemaElementType": "INLINE_FILTER"});
        let elements: Value = names.iter().map(element).collect();
        features(description)["VectorIndexes"] = json!([{"SearchSchema": elements}]);
    }),
];

fn features(description: &mut Value) -> &mut Value {
    &mut description["SourceTableFeatureDetails"]
}

fn local(name: &str, partition_key: &str) -> Value {
    json!({
        "IndexName": name,
        "KeySchema": [
            {"AttributeName": partition_key, "KeyType": "HASH"},
            {"AttributeName": "Year", "KeyType": "RANGE"},
        ],
        "Projection": {"ProjectionType": "ALL"},
    })
}

fn key(names: &[String]) -> Value {
    names.iter().map(|name| json!({"AttributeName": name, "KeyType": "HASH"})).collect()
}

fn vector((number, name): (usize, &String)) -> Value {
    json!({
        "IndexName": name,
        "VectorAttribute": {"AttributeName": name},
        "Projection": {"ProjectionType": "ALL"},
        "Dimensions": number % 4096 + 1,
        "DistanceFunction": "COSINE",
    })
}

fn document(fill: Fill, size: usize, duplicates: bool) -> DescribeBackupOutput {
    let names: Vec<String> = (0..size).map(|number| format!("name-{}", if duplicates { 0 } else { number })).collect();
    let mut value: Value = serde_json::from_str(FULL).expect("the fixture is JSON");
    fill(&mut value["BackupDescription"], &names);
    json::from_str(&value.to_string()).expect("the document reads")
}

/// The best of some runs, and the number of violations.
fn measure(output: &DescribeBackupOutput) -> (Duration, usize) {
    let begin = Instant::now();
    let mut best = Duration::MAX;
    let mut violations = 0;
    for run in 0.. {
        if run >= 3 && begin.elapsed() > Duration::from_millis(300) {
            break;
        }
        let start = Instant::now();
        let report = output.validate();
        best = best.min(start.elapsed());
        violations = report.len();
    }
    (best, violations)
}

fn main() {
    let has = |flag: &str| std::env::args().any(|argument| argument == flag);
    // `cargo test` runs benchmarks too, without the flag: there it is enough that they run.
    let sizes: &[usize] = if has("--bench") && !has("--test") { &[1_000, 10_000, 100_000] } else { &[1_000] };
    println!("| list | duplicates | size | violations | validate | factor |");
    println!("|---|---|--:|--:|--:|--:|");
    for (list, fill) in LISTS {
        for (duplicates, shown) in [(false, "none"), (true, "all")] {
            let mut before: Option<Duration> = None;
            for &size in sizes {
                let (took, violations) = measure(&document(fill, size, duplicates));
                let factor =
                    before.map_or(String::new(), |before| format!("{:.1}", took.as_secs_f64() / before.as_secs_f64()));
                println!("| {list} | {shown} | {size} | {violations} | {took:.1?} | {factor} |");
                before = Some(took);
            }
        }
    }
}
