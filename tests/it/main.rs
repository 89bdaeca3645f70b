//! The crate's tests: a module per subject.

#[cfg(feature = "builder")]
mod builder;
mod checked;
mod rule_table;
