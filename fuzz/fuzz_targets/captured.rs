//! Any bytes: what reads as a captured document is what its members say, and nothing of it is lost.
//!
//! Run it with `-dict=dict/captured`.

#![no_main]

#[path = "../../tests/it/properties/captured.rs"]
mod captured;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| captured::hold(bytes));
