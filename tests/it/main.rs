//! The crate's tests: a module per subject.

mod checked;
mod rule_table;
