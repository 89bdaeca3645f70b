//! The crate's tests: a module per subject.

mod checked;
mod exact;
mod fixtures;
mod properties;
mod round_trip;
mod rule_table;
