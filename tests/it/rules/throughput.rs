//! How the table is charged, what it may be asked for, and sizes.

use super::document::{Document, document, music, music_on_demand};
use serde_json::{Value, json};

fn units(read: i64, write: i64) -> Value {
    json!({"ReadCapacityUnits": read, "WriteCapacityUnits": write})
}

/// The blocks of the table and of both global indexes.
const BLOCKS: [&str; 3] =
    ["table/ProvisionedThroughput", "global/0/ProvisionedThroughput", "global/1/ProvisionedThroughput"];

/// What each block violates with these units.
#[track_caller]
fn violates(document: &Document, read: i64, write: i64, expected: &[&str]) {
    for block in BLOCKS {
        let expected: Vec<String> = expected.iter().map(|rule| rule.replace('@', &format!("@{block}"))).collect();
        document.clone().set(block, units(read, write)).violates(&expected);
    }
}

#[test]
fn with_pay_per_request_every_unit_is_zero() {
    let document = music_on_demand();
    violates(&document, 0, 0, &[]);
    violates(&document, 1, 0, &["pay-per-request-capacity@/ReadCapacityUnits"]);
    violates(&document, 0, 1, &["pay-per-request-capacity@/WriteCapacityUnits"]);
    violates(
        &document,
        5,
        5,
        &["pay-per-request-capacity@/ReadCapacityUnits", "pay-per-request-capacity@/WriteCapacityUnits"],
    );
    violates(
        &document,
        -1,
        0,
        &["pay-per-request-capacity@/ReadCapacityUnits", "capacity-negative@/ReadCapacityUnits"],
    );
    document.clone().remove(BLOCKS[1]).remove(BLOCKS[2]).violates_nothing();
    document.remove(BLOCKS[0]).violates(&["required-member-missing@table/ProvisionedThroughput"]);
}

#[test]
fn with_provisioned_no_unit_is_zero() {
    violates(&music(), 1, 1, &[]);
    violates(&music(), i64::MAX, i64::MAX, &[]);
    violates(&music(), 0, 5, &["provisioned-capacity-zero@/ReadCapacityUnits"]);
    violates(&music(), 5, 0, &["provisioned-capacity-zero@/WriteCapacityUnits"]);
    violates(
        &music(),
        0,
        0,
        &["provisioned-capacity-zero@/ReadCapacityUnits", "provisioned-capacity-zero@/WriteCapacityUnits"],
    );
}

#[test]
fn no_unit_is_below_zero() {
    let negative = ["capacity-negative@/ReadCapacityUnits", "capacity-negative@/WriteCapacityUnits"];
    for document in [music(), music().remove("table/BillingMode")] {
        violates(&document, -1, 1, &negative[..1]);
        violates(&document, 1, -1, &negative[1..]);
        violates(&document, -1, -1, &negative);
        violates(&document, i64::MIN, 1, &negative[..1]);
    }
}

#[test]
fn without_a_billing_mode_both_units_are_zero_or_neither() {
    let document = music().remove("table/BillingMode");
    violates(&document, 1, 1, &[]);
    violates(&document, 0, 5, &["capacity-half-zero@"]);
    violates(&document, 5, 0, &["capacity-half-zero@"]);
    violates(&document, 0, -1, &["capacity-half-zero@", "capacity-negative@/WriteCapacityUnits"]);
    for block in &BLOCKS[1..] {
        document.clone().set(block, units(0, 0)).violates_nothing();
    }
    // One unit alone is not enough to decide.
    for (unit, other) in [("ReadCapacityUnits", "WriteCapacityUnits"), ("WriteCapacityUnits", "ReadCapacityUnits")] {
        let missing = [format!("required-member-missing@{}/{other}", BLOCKS[0])];
        document.clone().set(BLOCKS[0], json!({unit: 0})).violates(&missing);
    }
}

#[test]
fn a_provisioned_global_index_has_throughput() {
    music().remove(BLOCKS[1]).violates(&["gsi-capacity-missing@global/0/ProvisionedThroughput"]);
    music().remove(BLOCKS[1]).remove(BLOCKS[2]).violates(&[
        "gsi-capacity-missing@global/0/ProvisionedThroughput",
        "gsi-capacity-missing@global/1/ProvisionedThroughput",
    ]);
    music().remove("table/BillingMode").remove(BLOCKS[1]).violates_nothing();
    music().remove("table").remove(BLOCKS[1]).violates(&["source-table-details-missing@table"]);
}

#[test]
fn a_table_without_throughput_has_a_billing_mode() {
    let without = |document: Document| document.remove("table/BillingMode");
    without(music()).violates_nothing();
    without(music_on_demand()).violates(&["billing-mode-missing@table/BillingMode"]);
    without(music_on_demand()).set(BLOCKS[0], units(5, 5)).violates_nothing();
    without(music()).set(BLOCKS[1], units(0, 0)).set(BLOCKS[2], units(0, 0)).violates_nothing();
    music().set("table/BillingMode", Value::Null).violates_nothing();
    music_on_demand().set("table/BillingMode", Value::Null).violates(&["billing-mode-missing@table/BillingMode"]);
}

#[test]
fn on_demand_limits_are_minus_one_or_at_least_one() {
    let uploads = document("on-demand-maxima");
    for block in ["table/OnDemandThroughput", "global/0/OnDemandThroughput"] {
        for member in ["MaxReadRequestUnits", "MaxWriteRequestUnits"] {
            let with = |units: i64| uploads.clone().set(block, json!({member: units}));
            with(1).violates_nothing();
            with(-1).violates_nothing();
            with(i64::MAX).violates_nothing();
            for units in [0, -2, i64::MIN] {
                with(units).violates(&[format!("on-demand-throughput-range@{block}/{member}")]);
            }
        }
        uploads.clone().set(block, json!({"MaxReadRequestUnits": 0, "MaxWriteRequestUnits": -2})).violates(&[
            format!("on-demand-throughput-range@{block}/MaxReadRequestUnits"),
            format!("on-demand-throughput-range@{block}/MaxWriteRequestUnits"),
        ]);
    }
}

#[test]
fn on_demand_throughput_has_a_member() {
    let uploads = document("on-demand-maxima");
    for block in ["table/OnDemandThroughput", "global/0/OnDemandThroughput"] {
        let expected = [format!("on-demand-throughput-empty@{block}")];
        uploads.clone().set(block, json!({})).violates(&expected);
        uploads.clone().set(block, json!({"MaxReadRequestUnits": null})).violates(&expected);
        uploads.clone().set(block, json!({"MaxReadRequestUnits": 1})).violates_nothing();
        uploads.clone().set(block, json!({"MaxWriteRequestUnits": 1})).violates_nothing();
        uploads.clone().set(block, json!({"MaxBurstUnits": 1})).violates_nothing();
    }
}

#[test]
fn on_demand_limits_need_an_on_demand_table() {
    let maxima = json!({"MaxReadRequestUnits": 100, "MaxWriteRequestUnits": 100});
    for block in ["table/OnDemandThroughput", "global/1/OnDemandThroughput"] {
        let unexpected = format!("on-demand-throughput-unexpected@{block}");
        music_on_demand().set(block, maxima.clone()).violates_nothing();
        music().set(block, maxima.clone()).violates(&[&unexpected]);
        music().set(block, json!({})).violates(&[&format!("on-demand-throughput-empty@{block}"), &unexpected]);
        music().remove("table/BillingMode").set(block, maxima.clone()).violates_nothing();
    }
}

#[test]
fn sizes_and_counts_are_at_least_zero() {
    for path in ["backup/BackupSizeBytes", "table/TableSizeBytes", "table/ItemCount"] {
        music().set(path, 0).violates_nothing();
        music().set(path, i64::MAX).violates_nothing();
        music().set(path, -1).violates(&[format!("size-negative@{path}")]);
        music().set(path, i64::MIN).violates(&[format!("size-negative@{path}")]);
    }
}
