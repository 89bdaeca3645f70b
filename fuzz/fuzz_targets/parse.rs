//! Any bytes: reading refuses just what the model says, and loses nothing of the rest.

#![no_main]

#[path = "../../tests/it/properties/schema.rs"]
mod schema;
#[path = "../../tests/it/properties/tree.rs"]
#[allow(dead_code)]
mod tree;

use dynamodb_backup_model::json::{self, ErrorKind};
use dynamodb_backup_model::{DescribeBackupOutput, DescribeBackupResponse, Validate};
use libfuzzer_sys::fuzz_target;
use tree::Tree;

/// As deep as `serde_json` reads, wherever the document stands.
const MOST_LEVELS: usize = 100;

fn levels(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| matches!(byte, b'[' | b'{')).count()
}

fuzz_target!(|bytes: &[u8]| {
    let read: Result<DescribeBackupOutput, json::Error> = json::from_slice(bytes);
    let response: Result<DescribeBackupResponse, json::Error> = json::from_slice(bytes);
    assert!(read.is_err() || response.is_ok(), "an output that is no response: {:?}", response.unwrap_err());

    if levels(bytes) <= MOST_LEVELS {
        let tree = std::str::from_utf8(bytes).ok().and_then(Tree::try_read);
        match (&read, tree.and_then(|tree| schema::OUTPUT.kept(&tree))) {
            (Ok(output), Some(expected)) => {
                for written in [json::to_wire_string(output), serde_json::to_string(output).unwrap()] {
                    let found = schema::OUTPUT.kept(&Tree::read(&written));
                    assert_eq!(found.as_ref(), Some(&expected), "another document was written: {written}");
                }
            }
            (Err(_), None) => {}
            (Ok(output), None) => panic!("this should have been refused: {output:?}"),
            (Err(fault), Some(_)) => panic!("this should have been read: {fault}"),
        }
    }

    match read {
        Ok(output) => {
            let wire = json::to_wire_string(&output);
            let again: DescribeBackupOutput = json::from_str(&wire).expect("the wire text reads");
            assert_eq!(again, output, "another value came back from {wire}");
            assert_eq!(json::to_wire_string(&again), wire, "the second trip gave another text");
            assert_eq!(output.validate(), again.validate(), "the same value was judged in two ways");
        }
        Err(fault) => {
            assert!(fault.offset() <= bytes.len(), "the fault is behind the end: {fault}");
            let before = &bytes[..fault.offset()];
            let newlines = before.iter().filter(|byte| **byte == b'\n').count();
            assert_eq!(fault.line(), newlines + 1, "the line is not that of the offset: {fault}");
            assert!(fault.column() >= 1, "columns count from 1: {fault}");
            if fault.kind() != ErrorKind::Encoding {
                std::str::from_utf8(before).expect("the fault is at the start of a character");
            }
        }
    }
});
