//! Runs one operation on `full.json` as often as it is told, for `benches/count-instructions`.

// What a benchmark makes is private.
#![allow(missing_docs)]

use dynamodb_backup_model::{DescribeBackupOutput, Validate, json};
use std::hint::black_box;

const FULL: &str = include_str!("../tests/fixtures/valid/full.json");

fn read() -> DescribeBackupOutput {
    json::from_slice(black_box(FULL.trim_end().as_bytes())).expect("the document is readable")
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (operation, count) = (arguments.next().unwrap_or_default(), arguments.next().unwrap_or_default());
    // `cargo bench` passes options of its own and no count: one round shows that it runs.
    let count: usize = count.parse().unwrap_or(1);
    let output = read();
    for _ in 0..count {
        match operation.as_str() {
            "read" => drop(black_box(read())),
            "validate" => drop(black_box(black_box(&output).validate())),
            "write" => drop(black_box(serde_json::to_string(black_box(&output)))),
            "write-wire" => drop(black_box(json::to_wire_string(black_box(&output)))),
            _ => drop(black_box(read().validate())),
        }
    }
}
