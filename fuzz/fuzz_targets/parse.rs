//! Any bytes: reading refuses exactly what the service model refuses, and is lossless otherwise.

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

/// Fewer levels than `serde_json` reads, wherever the document appears.
const MAX_LEVELS: usize = 100;

fn levels(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| matches!(byte, b'[' | b'{')).count()
}

fuzz_target!(|bytes: &[u8]| {
    let read: Result<DescribeBackupOutput, json::Error> = json::from_slice(bytes);
    let response: Result<DescribeBackupResponse, json::Error> = json::from_slice(bytes);
    assert!(read.is_err() || response.is_ok(), "an output that is not a response: {:?}", response.unwrap_err());

    if levels(bytes) <= MAX_LEVELS {
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
            (Err(error), Some(_)) => panic!("this should have been read: {error}"),
        }
    }

    match read {
        Ok(output) => {
            let wire = json::to_wire_string(&output);
            let again: DescribeBackupOutput = json::from_str(&wire).expect("the wire format can be read");
            assert_eq!(again, output, "another value was read from {wire}");
            assert_eq!(json::to_wire_string(&again), wire, "the second round trip wrote another text");
            assert_eq!(output.validate(), again.validate(), "equal values have different reports");
        }
        Err(error) => {
            assert!(error.offset() <= bytes.len(), "the error is beyond the end: {error}");
            let before = &bytes[..error.offset()];
            let newlines = before.iter().filter(|byte| **byte == b'\n').count();
            assert_eq!(error.line(), newlines + 1, "the line does not match the offset: {error}");
            assert!(error.column() >= 1, "columns count from 1: {error}");
            if error.kind() != ErrorKind::Encoding {
                std::str::from_utf8(before).expect("the error is at the start of a character");
            }
        }
    }
});
