//! The crate's tests: a module per subject.

mod bad_input;
mod checked;
mod exact;
mod fixtures;
mod locator;
mod round_trip;
mod rule_table;
mod timestamps;
