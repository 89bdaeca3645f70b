//! Any bytes: the members of a captured document determine its kind, and reading is lossless.
//!
//! Run it with `-dict=dict/captured`.

#![no_main]

#[path = "../../tests/it/properties/captured.rs"]
mod captured;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| captured::assert_invariants(bytes));
