//! Tests a function with generated responses of every kind.
//!
//! ```text
//! cargo run --features proptest --example fuzz
//! ```

use dynamodb_backup_model::checked::Billing;
use dynamodb_backup_model::generate::{any_output, valid_output};
use dynamodb_backup_model::{DescribeBackupOutput, Valid};
use proptest::prelude::*;
use proptest::test_runner::{TestError, TestRunner};

/// The function under test: returns the capacity units that a table restored from the backup will have, or `None` if the
/// response is not valid.
fn units_after_restore(output: DescribeBackupOutput) -> Option<u32> {
    let valid = Valid::new(output).ok()?;
    match valid.backup().table().billing() {
        Billing::Provisioned(capacity) => u32::try_from(capacity.read.saturating_add(capacity.write)).ok(),
        _ => Some(0),
    }
}

fn main() {
    let config = ProptestConfig { failure_persistence: None, max_shrink_iters: 10_000, ..ProptestConfig::default() };

    // It must not panic, whatever the response.
    proptest!(config.clone(), |(output in any_output())| {
        units_after_restore(output);
    });

    // It should return a number for every valid response, but the sum may not fit.
    let result = TestRunner::new(config).run(&valid_output(), |output| {
        prop_assert!(units_after_restore(output).is_some(), "returned None");
        Ok(())
    });
    match result {
        Ok(()) => println!("passed for every generated response"),
        Err(TestError::Fail(reason, output)) => println!("{reason} for {}", serde_json::to_string(&output).unwrap()),
        Err(TestError::Abort(reason)) => println!("gave up: {reason}"),
    }
}
