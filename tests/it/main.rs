//! The crate's tests: a module per subject.

mod absence;
mod api;
mod arn;
mod bad_input;
#[cfg(feature = "builder")]
mod builder;
mod captured;
mod checked;
mod documents;
mod exact;
mod example;
mod fixtures;
mod hints;
#[cfg(feature = "schemars")]
mod json_schema;
mod json_test_suite;
mod locator;
mod other_formats;
mod parsed;
mod properties;
mod readme;
mod response;
mod rooms;
mod roots;
mod round_trip;
mod rule_table;
mod rules;
mod same_bytes;
mod send_sync;
mod service_model;
mod size;
mod strings;
mod timestamp_api;
mod timestamp_formats;
mod timestamps;
mod unmodeled;
