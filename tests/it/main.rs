//! The crate's tests: a module per subject.

#[cfg(feature = "builder")]
mod builder;
mod checked;
mod exact;
mod fixtures;
mod properties;
mod readme;
mod round_trip;
mod rule_table;
mod rules;
