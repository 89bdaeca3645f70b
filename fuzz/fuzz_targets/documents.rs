//! Any bytes: no document is lost, and each is located where it is.
//!
//! Run it with `-dict=dict/parse`.

#![no_main]

#[path = "../../tests/it/properties/documents.rs"]
mod documents;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // The column of each document is counted from the start: a square of the input.
    if bytes.len() <= 20_000 {
        documents::assert_invariants(bytes);
    }
});
