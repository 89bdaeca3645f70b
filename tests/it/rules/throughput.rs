//! How the table is charged, what it may be asked for, and sizes.

use super::document::{Document, document, music, music_on_demand};
use serde_json::{Value, json};

fn units(read: i64, write: i64) -> Value {
    json!({"ReadCapacityUnits": read, "WriteCapacityUnits": write})
}

/// The blocks of the table and of both global indexes.
const BLOCKS: [&str; 3] =
    ["table/ProvisionedThroughput", "global/0/ProvisionedThroughput", "global/1/ProvisionedThroughput"];

/// What each block breaks with these units.
#[track_caller]
fn breaks(document: &Document, read: i64, write: i64, expected: &[&str]) {
    for block in BLOCKS {
        let expected: Vec<String> = expected.iter().map(|rule| rule.replace('@', &format!("@{block}"))).collect();
        document.clone().set(block, units(read, write)).breaks(&expected);
    }
}

#[test]
fn with_pay_per_request_every_unit_is_zero() {
    let document = music_on_demand();
    breaks(&document, 0, 0, &[]);
    breaks(&document, 1, 0, &["pay-per-request-capacity@/ReadCapacityUnits"]);
    breaks(&document, 0, 1, &["pay-per-request-capacity@/WriteCapacityUnits"]);
    breaks(
        &document,
        5,
        5,
        &["pay-per-request-capacity@/ReadCapacityUnits", "pay-per-request-capacity@/WriteCapacityUnits"],
    );
    breaks(&document, -1, 0, &["pay-per-request-capacity@/ReadCapacityUnits", "capacity-negative@/ReadCapacityUnits"]);
    document.clone().remove(BLOCKS[1]).remove(BLOCKS[2]).keeps_every_rule();
    document.remove(BLOCKS[0]).breaks(&["required-member-missing@table/ProvisionedThroughput"]);
}

#[test]
fn with_provisioned_no_unit_is_zero() {
    breaks(&music(), 1, 1, &[]);
    breaks(&music(), i64::MAX, i64::MAX, &[]);
    breaks(&music(), 0, 5, &["provisioned-capacity-zero@/ReadCapacityUnits"]);
    breaks(&music(), 5, 0, &["provisioned-capacity-zero@/WriteCapacityUnits"]);
    breaks(
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
        breaks(&document, -1, 1, &negative[..1]);
        breaks(&document, 1, -1, &negative[1..]);
        breaks(&document, -1, -1, &negative);
        breaks(&document, i64::MIN, 1, &negative[..1]);
    }
}

#[test]
fn without_a_billing_mode_both_units_are_zero_or_neither() {
    let document = music().remove("table/BillingMode");
    breaks(&document, 1, 1, &[]);
    breaks(&document, 0, 5, &["capacity-half-zero@"]);
    breaks(&document, 5, 0, &["capacity-half-zero@"]);
    breaks(&document, 0, -1, &["capacity-half-zero@", "capacity-negative@/WriteCapacityUnits"]);
    for block in &BLOCKS[1..] {
        document.clone().set(block, units(0, 0)).keeps_every_rule();
    }
    // One unit alone can't be judged.
    for (unit, other) in [("ReadCapacityUnits", "WriteCapacityUnits"), ("WriteCapacityUnits", "ReadCapacityUnits")] {
        let missing = [format!("required-member-missing@{}/{other}", BLOCKS[0])];
        document.clone().set(BLOCKS[0], json!({unit: 0})).breaks(&missing);
    }
}

#[test]
fn a_provisioned_global_index_carries_its_capacity() {
    music().remove(BLOCKS[1]).breaks(&["gsi-capacity-missing@global/0/ProvisionedThroughput"]);
    music().remove(BLOCKS[1]).remove(BLOCKS[2]).breaks(&[
        "gsi-capacity-missing@global/0/ProvisionedThroughput",
        "gsi-capacity-missing@global/1/ProvisionedThroughput",
    ]);
    music().remove("table/BillingMode").remove(BLOCKS[1]).keeps_every_rule();
    music().remove("table").remove(BLOCKS[1]).breaks(&["source-table-details-missing@table"]);
}

#[test]
fn a_table_without_capacity_has_a_billing_mode() {
    let without = |document: Document| document.remove("table/BillingMode");
    without(music()).keeps_every_rule();
    without(music_on_demand()).breaks(&["billing-mode-missing@table/BillingMode"]);
    without(music_on_demand()).set(BLOCKS[0], units(5, 5)).keeps_every_rule();
    without(music()).set(BLOCKS[1], units(0, 0)).set(BLOCKS[2], units(0, 0)).keeps_every_rule();
    music().set("table/BillingMode", Value::Null).keeps_every_rule();
    music_on_demand().set("table/BillingMode", Value::Null).breaks(&["billing-mode-missing@table/BillingMode"]);
}

#[test]
fn maxima_are_minus_one_or_at_least_one() {
    let uploads = document("on-demand-maxima");
    for block in ["table/OnDemandThroughput", "global/0/OnDemandThroughput"] {
        for member in ["MaxReadRequestUnits", "MaxWriteRequestUnits"] {
            let with = |units: i64| uploads.clone().set(block, json!({member: units}));
            with(1).keeps_every_rule();
            with(-1).keeps_every_rule();
            with(i64::MAX).keeps_every_rule();
            for units in [0, -2, i64::MIN] {
                with(units).breaks(&[format!("on-demand-throughput-range@{block}/{member}")]);
            }
        }
        uploads.clone().set(block, json!({"MaxReadRequestUnits": 0, "MaxWriteRequestUnits": -2})).breaks(&[
            format!("on-demand-throughput-range@{block}/MaxReadRequestUnits"),
            format!("on-demand-throughput-range@{block}/MaxWriteRequestUnits"),
        ]);
    }
}

#[test]
fn a_block_of_maxima_has_a_member() {
    let uploads = document("on-demand-maxima");
    for block in ["table/OnDemandThroughput", "global/0/OnDemandThroughput"] {
        let expected = [format!("on-demand-throughput-empty@{block}")];
        uploads.clone().set(block, json!({})).breaks(&expected);
        uploads.clone().set(block, json!({"MaxReadRequestUnits": null})).breaks(&expected);
        uploads.clone().set(block, json!({"MaxReadRequestUnits": 1})).keeps_every_rule();
        uploads.clone().set(block, json!({"MaxWriteRequestUnits": 1})).keeps_every_rule();
        uploads.clone().set(block, json!({"MaxBurstUnits": 1})).keeps_every_rule();
    }
}

#[test]
fn maxima_are_of_an_on_demand_table() {
    let maxima = json!({"MaxReadRequestUnits": 100, "MaxWriteRequestUnits": 100});
    for block in ["table/OnDemandThroughput", "global/1/OnDemandThroughput"] {
        let unexpected = format!("on-demand-throughput-unexpected@{block}");
        music_on_demand().set(block, maxima.clone()).keeps_every_rule();
        music().set(block, maxima.clone()).breaks(&[&unexpected]);
        music().set(block, json!({})).breaks(&[&format!("on-demand-throughput-empty@{block}"), &unexpected]);
        music().remove("table/BillingMode").set(block, maxima.clone()).keeps_every_rule();
    }
}

#[test]
fn sizes_and_counts_are_at_least_zero() {
    for path in ["backup/BackupSizeBytes", "table/TableSizeBytes", "table/ItemCount"] {
        music().set(path, 0).keeps_every_rule();
        music().set(path, i64::MAX).keeps_every_rule();
        music().set(path, -1).breaks(&[format!("size-negative@{path}")]);
        music().set(path, i64::MIN).breaks(&[format!("size-negative@{path}")]);
    }
}
