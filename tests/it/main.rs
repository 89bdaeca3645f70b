//! The crate's tests: a module per subject.

mod checked;
mod properties;
mod rule_table;
