//! Any value: JSON round trips are lossless.

#![no_main]

#[path = "../../tests/it/properties/schema.rs"]
mod schema;
#[path = "../../tests/it/properties/tree.rs"]
#[allow(dead_code)]
mod tree;

use dynamodb_backup_model::{DescribeBackupResponse, json};
use libfuzzer_sys::fuzz_target;
use tree::Tree;

fuzz_target!(|response: DescribeBackupResponse| {
    let wire = json::to_wire_string(&response);
    let plain = serde_json::to_string(&response).expect("every response can be written");
    for text in [&wire, &plain] {
        let again: DescribeBackupResponse = json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
        assert_eq!(again, response, "another value was read from {text}");
        assert_eq!(json::to_wire_string(&again), wire, "the second round trip wrote another text");
    }
    let again: DescribeBackupResponse = json::from_str(&plain).expect("it was read before");
    assert_eq!(
        serde_json::to_string(&again).expect("it was written before"),
        plain,
        "the second trip changed the text"
    );

    let [wire, plain] = [&wire, &plain].map(|text| schema::OUTPUT.kept(&Tree::read(text)));
    assert!(wire.is_some(), "no duplicate member and no value of a wrong type");
    assert_eq!(wire, plain, "both ways of writing give the same document");
});
