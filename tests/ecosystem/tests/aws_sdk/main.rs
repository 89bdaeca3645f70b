//! The official SDK reads the same bodies, and what it reads converts to what this crate reads.

#[macro_use]
mod operations;

mod errors;
mod inputs;
mod outputs;
mod to_sdk;

use std::collections::BTreeSet;

/// The names of the fields in a `Debug` form, which has those that are absent too.
fn fields(debug: &str) -> BTreeSet<String> {
    let names = debug.lines().filter_map(|line| line.trim().split_once(": ")).map(|(name, _)| name);
    names.filter(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')).map(Into::into).collect()
}
