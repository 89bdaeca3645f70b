//! Properties that hold for every value and every document.
//!
//! `PROPTEST_CASES` sets the number of cases.

pub(crate) mod captured;
pub(crate) mod documents;
mod formats;
mod reach;
mod reach_family;
mod report;
mod round_trip;
mod rules;
mod schema;
mod tree;
mod views;
mod visit;

use proptest::test_runner::{Config, FileFailurePersistence};

pub(crate) fn config() -> Config {
    let failures = FileFailurePersistence::Direct("proptest-regressions/properties.txt");
    Config { failure_persistence: Some(Box::new(failures)), ..Config::default() }
}
