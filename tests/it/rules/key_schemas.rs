//! Which attributes keys are made of, and how many indexes there are.

use super::document::{Document, global, key, list, local, music, papers};
use serde_json::json;

fn table(elements: &str) -> Document {
    music().remove("local").set("table/KeySchema", key(elements))
}

fn local_key(elements: &str) -> Document {
    music().set("local/0/KeySchema", key(elements))
}

fn global_key(elements: &str) -> Document {
    music().set("global/0/KeySchema", key(elements))
}

const TABLE_HASH: &str = "key-schema-hash-count@table/KeySchema";
const TABLE_RANGE: &str = "key-schema-range-count@table/KeySchema";
const TABLE_ORDER: &str = "key-schema-order@table/KeySchema";
const LOCAL_HASH: &str = "key-schema-hash-count@local/0/KeySchema";
const LOCAL_RANGE: &str = "key-schema-range-count@local/0/KeySchema";
const LOCAL_ORDER: &str = "key-schema-order@local/0/KeySchema";
const GLOBAL_HASH: &str = "key-schema-hash-count@global/0/KeySchema";
const GLOBAL_RANGE: &str = "key-schema-range-count@global/0/KeySchema";
const GLOBAL_ORDER: &str = "key-schema-order@global/0/KeySchema";

#[test]
fn a_table_has_one_hash_and_at_most_one_range() {
    table("a HASH").violates_nothing();
    table("a HASH, b RANGE").violates_nothing();
    table("").violates(&[TABLE_HASH]);
    table("a RANGE").violates(&[TABLE_HASH]);
    table("a HASH, b HASH").violates(&[TABLE_HASH]);
    table("a HASH, b HASH, c RANGE").violates(&[TABLE_HASH]);
    table("a HASH, b RANGE, c RANGE").violates(&[TABLE_RANGE]);
    table("a RANGE, b RANGE").violates(&[TABLE_HASH, TABLE_RANGE]);
    table("a HASH, b HASH, c RANGE, d RANGE").violates(&[TABLE_HASH, TABLE_RANGE]);
}

#[test]
fn a_local_index_has_one_hash_and_one_range() {
    local_key("Artist HASH, b RANGE").violates_nothing();
    local_key("").violates(&[LOCAL_HASH, LOCAL_RANGE]);
    local_key("Artist HASH").violates(&[LOCAL_RANGE]);
    local_key("b RANGE").violates(&[LOCAL_HASH]);
    local_key("Artist HASH, b HASH").violates(&[LOCAL_HASH, LOCAL_RANGE]);
    local_key("Artist HASH, b HASH, c RANGE").violates(&[LOCAL_HASH]);
    local_key("Artist HASH, b RANGE, c RANGE").violates(&[LOCAL_RANGE]);
}

#[test]
fn a_global_index_has_one_to_four_hash_and_up_to_four_range() {
    global_key("a HASH").violates_nothing();
    global_key("a HASH, b RANGE").violates_nothing();
    global_key("a HASH, b HASH, c HASH, d HASH").violates_nothing();
    global_key("a HASH, b RANGE, c RANGE, d RANGE, e RANGE").violates_nothing();
    global_key("a HASH, b HASH, c HASH, d HASH, e RANGE, f RANGE, g RANGE, h RANGE").violates_nothing();
    global_key("").violates(&[GLOBAL_HASH]);
    global_key("a RANGE").violates(&[GLOBAL_HASH]);
    global_key("a HASH, b HASH, c HASH, d HASH, e HASH").violates(&[GLOBAL_HASH]);
    global_key("a HASH, b RANGE, c RANGE, d RANGE, e RANGE, f RANGE").violates(&[GLOBAL_RANGE]);
    global_key("a RANGE, b RANGE, c RANGE, d RANGE, e RANGE").violates(&[GLOBAL_HASH, GLOBAL_RANGE]);
}

/// An element whose type is absent or unknown may be what seems to lack, but never takes away what is too many.
#[test]
fn an_element_of_unknown_type_silences_only_the_lower_bounds() {
    for (unknown, rule) in [("?", "required-member-missing"), ("SORT", "unknown-enum-value")] {
        let at = |list: &str, index: usize| format!("{rule}@{list}/KeySchema/{index}/KeyType");
        table(&format!("a {unknown}")).violates(&[at("table", 0)]);
        table(&format!("a {unknown}, b RANGE")).violates(&[at("table", 0)]);
        table(&format!("a HASH, b {unknown}")).violates(&[at("table", 1)]);
        table(&format!("a HASH, b {unknown}, c RANGE")).violates(&[at("table", 1)]);
        table(&format!("a HASH, b HASH, c {unknown}")).violates(&[TABLE_HASH.to_owned(), at("table", 2)]);
        table(&format!("a HASH, b RANGE, c RANGE, d {unknown}")).violates(&[TABLE_RANGE.to_owned(), at("table", 3)]);

        local_key(&format!("Artist HASH, b {unknown}")).violates(&[at("local/0", 1)]);
        local_key(&format!("a {unknown}, b RANGE")).violates(&[at("local/0", 0)]);
        local_key(&format!("a {unknown}")).violates(&[at("local/0", 0)]);
        let both = [LOCAL_HASH.to_owned(), at("local/0", 2)];
        local_key(&format!("Artist HASH, b HASH, c {unknown}")).violates(&both);

        global_key(&format!("a {unknown}")).violates(&[at("global/0", 0)]);
        global_key(&format!("a {unknown}, b RANGE")).violates(&[at("global/0", 0)]);
        let both = [GLOBAL_HASH.to_owned(), at("global/0", 0)];
        global_key(&format!("a {unknown}, b HASH, c HASH, d HASH, e HASH, f HASH")).violates(&both);
    }
}

#[test]
fn every_hash_precedes_every_range() {
    table("a RANGE, b HASH").violates(&[TABLE_ORDER]);
    local_key("b RANGE, Artist HASH").violates(&[LOCAL_ORDER]);
    global_key("a RANGE, b HASH").violates(&[GLOBAL_ORDER]);
    global_key("a HASH, b HASH, c RANGE").violates_nothing();
    global_key("a HASH, b RANGE, c RANGE").violates_nothing();
    global_key("a HASH, b RANGE, c HASH").violates(&[GLOBAL_ORDER]);
    global_key("a RANGE, b HASH, c RANGE").violates(&[GLOBAL_ORDER]);
    global_key("a HASH, b RANGE, c HASH, d RANGE").violates(&[GLOBAL_ORDER]);
    table("a HASH, b RANGE, c HASH").violates(&[TABLE_HASH, TABLE_ORDER]);
    global_key("a RANGE, b ?, c HASH")
        .violates(&[GLOBAL_ORDER, "required-member-missing@global/0/KeySchema/1/KeyType"]);
    global_key("a ?, b HASH, c RANGE").violates(&["required-member-missing@global/0/KeySchema/0/KeyType"]);
    global_key("a HASH, b RANGE, c ?").violates(&["required-member-missing@global/0/KeySchema/2/KeyType"]);
}

#[test]
fn no_attribute_is_duplicated_in_a_key() {
    let again = |path: &str| [format!("key-schema-duplicate-attribute@{path}/AttributeName")];
    table("a HASH, a RANGE").violates(&again("table/KeySchema/1"));
    local_key("Artist HASH, Artist RANGE").violates(&again("local/0/KeySchema/1"));
    global_key("a HASH, a HASH").violates(&again("global/0/KeySchema/1"));
    global_key("a HASH, b HASH, a RANGE").violates(&again("global/0/KeySchema/2"));
    global_key("a HASH, b HASH, b RANGE").violates(&again("global/0/KeySchema/2"));
    global_key("a HASH, a HASH, a RANGE").violates(&[
        "key-schema-duplicate-attribute@global/0/KeySchema/1/AttributeName",
        "key-schema-duplicate-attribute@global/0/KeySchema/2/AttributeName",
    ]);
    // Byte for byte: case, white space and composed characters make a difference.
    global_key("a HASH, A RANGE").violates_nothing();
    global_key("\u{e9} HASH, e\u{301} RANGE").violates_nothing();
    global_key("a HASH").set("global/1/KeySchema", key("b HASH, a RANGE")).violates_nothing();
    // Two that have no name are not of one name.
    global_key("? HASH, ? RANGE").violates(&[
        "required-member-missing@global/0/KeySchema/0/AttributeName",
        "required-member-missing@global/0/KeySchema/1/AttributeName",
    ]);
}

#[test]
fn a_local_index_begins_with_the_partition_key_of_the_table() {
    local_key("Artist HASH, SongTitle RANGE").violates_nothing();
    local_key("a HASH, b RANGE").violates(&["lsi-partition-key-mismatch@local/0/KeySchema/0/AttributeName"]);
    local_key("artist HASH, b RANGE").violates(&["lsi-partition-key-mismatch@local/0/KeySchema/0/AttributeName"]);
    local_key("SongTitle HASH, Artist RANGE")
        .violates(&["lsi-partition-key-mismatch@local/0/KeySchema/0/AttributeName"]);
    local_key("b RANGE, a HASH")
        .violates(&[LOCAL_ORDER, "lsi-partition-key-mismatch@local/0/KeySchema/1/AttributeName"]);
    // The first HASH counts, on both sides.
    local_key("Artist HASH, a HASH, b RANGE").violates(&[LOCAL_HASH]);
    local_key("a HASH, Artist HASH, b RANGE")
        .violates(&[LOCAL_HASH, "lsi-partition-key-mismatch@local/0/KeySchema/0/AttributeName"]);
    music().set("table/KeySchema", key("Artist HASH, a HASH, b RANGE")).violates(&[TABLE_HASH]);
    music()
        .set("table/KeySchema", key("a HASH, Artist HASH, b RANGE"))
        .violates(&[TABLE_HASH, "lsi-partition-key-mismatch@local/0/KeySchema/0/AttributeName"]);
    // Only those indexes that differ are named.
    music()
        .set("local/1", local(1, 0))
        .set("local/2", local(2, 0))
        .set("local/1/KeySchema/0/AttributeName", "other")
        .violates(&["lsi-partition-key-mismatch@local/1/KeySchema/0/AttributeName"]);
    // Nothing to compare with.
    music().remove("table").violates(&["source-table-details-missing@table"]);
    music()
        .set("table/KeySchema", key("a RANGE, b ?"))
        .violates(&["required-member-missing@table/KeySchema/1/KeyType"]);
}

#[test]
fn a_table_with_local_indexes_has_a_sort_key() {
    let hash_only = || music().set("table/KeySchema", key("Artist HASH"));
    hash_only().violates(&["lsi-requires-sort-key@local"]);
    hash_only().set("local/1", local(1, 0)).violates(&["lsi-requires-sort-key@local"]);
    hash_only().set("local", json!([])).violates_nothing();
    hash_only().remove("local").violates_nothing();
    music().set("table/KeySchema", json!([])).violates(&[TABLE_HASH, "lsi-requires-sort-key@local"]);
    music().remove("table/KeySchema").violates(&["required-member-missing@table/KeySchema"]);
    music()
        .set("table/KeySchema", key("Artist HASH, b ?"))
        .violates(&["required-member-missing@table/KeySchema/1/KeyType"]);
    music()
        .set("table/KeySchema", key("Artist HASH, b SORT"))
        .violates(&["unknown-enum-value@table/KeySchema/1/KeyType"]);
}

#[test]
fn there_are_at_most_five_local_indexes() {
    music().set("local", list(5, |number| local(number, 0))).violates_nothing();
    music().set("local", list(6, |number| local(number, 0))).violates(&["lsi-count@local"]);
}

#[test]
fn there_are_at_most_twenty_global_indexes() {
    music().set("global", list(20, |number| global(number, 0))).violates_nothing();
    music().set("global", list(21, |number| global(number, 0))).violates(&["gsi-count@global"]);
    music()
        .set("global", list(20, |number| global(number, 0)))
        .set("local", list(5, |number| local(number, 0)))
        .violates_nothing();
    papers().set("global", json!([])).violates_nothing();
}
