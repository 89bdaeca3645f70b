//! The official SDK reads the same bodies, and what it reads converts to what this crate reads.

mod errors;
mod inputs;
mod operations;
mod outputs;
mod to_sdk;

use serde_json::Value;
use std::collections::BTreeSet;

/// What the SDK puts in the place of a required member that is absent.
fn is_made_up(member: &str, value: &Value) -> bool {
    match value {
        Value::String(text) => text.is_empty() || text == "no value was set",
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::Bool(value) => !value,
        Value::Array(elements) => elements.is_empty() && member == "KeySchema",
        Value::Object(members) => {
            member == "ProvisionedThroughput" && members.iter().all(|(member, value)| is_made_up(member, value))
        }
        Value::Null => false,
    }
}

#[track_caller]
fn assert_agree(member: &str, by_sdk: &Value, by_us: &Value) {
    match (by_sdk, by_us) {
        (Value::Object(by_sdk), Value::Object(by_us)) => {
            for (member, value) in by_sdk {
                match by_us.get(member) {
                    Some(other) => assert_agree(member, value, other),
                    None => assert!(is_made_up(member, value), "only the SDK has {member}: {value}"),
                }
            }
            for member in by_us.keys() {
                assert!(by_sdk.contains_key(member), "only we have {member}");
            }
        }
        (Value::Array(by_sdk), Value::Array(by_us)) => {
            assert_eq!(by_sdk.len(), by_us.len(), "{member}");
            by_sdk.iter().zip(by_us).for_each(|(by_sdk, by_us)| assert_agree(member, by_sdk, by_us));
        }
        // The SDK takes a timestamp through `f64`, which leaves it within a microsecond of what was written, or in
        // centuries far away within what an `f64` can tell apart.
        (Value::Number(by_sdk), Value::Number(by_us)) if member.ends_with("DateTime") => {
            let (by_sdk, by_us) = (by_sdk.as_f64().unwrap(), by_us.as_f64().unwrap());
            assert!(
                (by_sdk - by_us).abs() <= 1e-6 + 2.0 * f64::EPSILON * by_us.abs(),
                "{member}: {by_sdk} and {by_us}"
            );
        }
        _ => assert_eq!(by_sdk, by_us, "{member}"),
    }
}

/// The names of the fields in a `Debug` form, which has those that are absent too.
fn fields(debug: &str) -> BTreeSet<String> {
    let names = debug.lines().filter_map(|line| line.trim().split_once(": ")).map(|(name, _)| name);
    names.filter(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')).map(Into::into).collect()
}
