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
    table("a HASH").keeps_every_rule();
    table("a HASH, b RANGE").keeps_every_rule();
    table("").breaks(&[TABLE_HASH]);
    table("a RANGE").breaks(&[TABLE_HASH]);
    table("a HASH, b HASH").breaks(&[TABLE_HASH]);
    table("a HASH, b HASH, c RANGE").breaks(&[TABLE_HASH]);
    table("a HASH, b RANGE, c RANGE").breaks(&[TABLE_RANGE]);
    table("a RANGE, b RANGE").breaks(&[TABLE_HASH, TABLE_RANGE]);
    table("a HASH, b HASH, c RANGE, d RANGE").breaks(&[TABLE_HASH, TABLE_RANGE]);
}

#[test]
fn a_local_index_has_one_hash_and_one_range() {
    local_key("Artist HASH, b RANGE").keeps_every_rule();
    local_key("").breaks(&[LOCAL_HASH, LOCAL_RANGE]);
    local_key("Artist HASH").breaks(&[LOCAL_RANGE]);
    local_key("b RANGE").breaks(&[LOCAL_HASH]);
    local_key("Artist HASH, b HASH").breaks(&[LOCAL_HASH, LOCAL_RANGE]);
    local_key("Artist HASH, b HASH, c RANGE").breaks(&[LOCAL_HASH]);
    local_key("Artist HASH, b RANGE, c RANGE").breaks(&[LOCAL_RANGE]);
}

#[test]
fn a_global_index_has_one_to_four_hash_and_up_to_four_range() {
    global_key("a HASH").keeps_every_rule();
    global_key("a HASH, b RANGE").keeps_every_rule();
    global_key("a HASH, b HASH, c HASH, d HASH").keeps_every_rule();
    global_key("a HASH, b RANGE, c RANGE, d RANGE, e RANGE").keeps_every_rule();
    global_key("a HASH, b HASH, c HASH, d HASH, e RANGE, f RANGE, g RANGE, h RANGE").keeps_every_rule();
    global_key("").breaks(&[GLOBAL_HASH]);
    global_key("a RANGE").breaks(&[GLOBAL_HASH]);
    global_key("a HASH, b HASH, c HASH, d HASH, e HASH").breaks(&[GLOBAL_HASH]);
    global_key("a HASH, b RANGE, c RANGE, d RANGE, e RANGE, f RANGE").breaks(&[GLOBAL_RANGE]);
    global_key("a RANGE, b RANGE, c RANGE, d RANGE, e RANGE").breaks(&[GLOBAL_HASH, GLOBAL_RANGE]);
}

/// An element whose type is absent or unknown may be what seems to lack, but never takes away what is too many.
#[test]
fn an_element_of_no_known_type_silences_the_lower_bounds_alone() {
    for (unknown, rule) in [("?", "required-member-missing"), ("SORT", "unknown-enum-value")] {
        let at = |list: &str, index: usize| format!("{rule}@{list}/KeySchema/{index}/KeyType");
        table(&format!("a {unknown}")).breaks(&[at("table", 0)]);
        table(&format!("a {unknown}, b RANGE")).breaks(&[at("table", 0)]);
        table(&format!("a HASH, b {unknown}")).breaks(&[at("table", 1)]);
        table(&format!("a HASH, b {unknown}, c RANGE")).breaks(&[at("table", 1)]);
        table(&format!("a HASH, b HASH, c {unknown}")).breaks(&[TABLE_HASH.to_owned(), at("table", 2)]);
        table(&format!("a HASH, b RANGE, c RANGE, d {unknown}")).breaks(&[TABLE_RANGE.to_owned(), at("table", 3)]);

        local_key(&format!("Artist HASH, b {unknown}")).breaks(&[at("local/0", 1)]);
        local_key(&format!("a {unknown}, b RANGE")).breaks(&[at("local/0", 0)]);
        local_key(&format!("a {unknown}")).breaks(&[at("local/0", 0)]);
        let both = [LOCAL_HASH.to_owned(), at("local/0", 2)];
        local_key(&format!("Artist HASH, b HASH, c {unknown}")).breaks(&both);

        global_key(&format!("a {unknown}")).breaks(&[at("global/0", 0)]);
        global_key(&format!("a {unknown}, b RANGE")).breaks(&[at("global/0", 0)]);
        let both = [GLOBAL_HASH.to_owned(), at("global/0", 0)];
        global_key(&format!("a {unknown}, b HASH, c HASH, d HASH, e HASH, f HASH")).breaks(&both);
    }
}

#[test]
fn every_hash_stands_before_every_range() {
    table("a RANGE, b HASH").breaks(&[TABLE_ORDER]);
    local_key("b RANGE, Artist HASH").breaks(&[LOCAL_ORDER]);
    global_key("a RANGE, b HASH").breaks(&[GLOBAL_ORDER]);
    global_key("a HASH, b HASH, c RANGE").keeps_every_rule();
    global_key("a HASH, b RANGE, c RANGE").keeps_every_rule();
    global_key("a HASH, b RANGE, c HASH").breaks(&[GLOBAL_ORDER]);
    global_key("a RANGE, b HASH, c RANGE").breaks(&[GLOBAL_ORDER]);
    global_key("a HASH, b RANGE, c HASH, d RANGE").breaks(&[GLOBAL_ORDER]);
    table("a HASH, b RANGE, c HASH").breaks(&[TABLE_HASH, TABLE_ORDER]);
    global_key("a RANGE, b ?, c HASH").breaks(&[GLOBAL_ORDER, "required-member-missing@global/0/KeySchema/1/KeyType"]);
    global_key("a ?, b HASH, c RANGE").breaks(&["required-member-missing@global/0/KeySchema/0/KeyType"]);
    global_key("a HASH, b RANGE, c ?").breaks(&["required-member-missing@global/0/KeySchema/2/KeyType"]);
}

#[test]
fn no_attribute_stands_twice_in_one_key() {
    let again = |path: &str| [format!("key-schema-duplicate-attribute@{path}/AttributeName")];
    table("a HASH, a RANGE").breaks(&again("table/KeySchema/1"));
    local_key("Artist HASH, Artist RANGE").breaks(&again("local/0/KeySchema/1"));
    global_key("a HASH, a HASH").breaks(&again("global/0/KeySchema/1"));
    global_key("a HASH, b HASH, a RANGE").breaks(&again("global/0/KeySchema/2"));
    global_key("a HASH, b HASH, b RANGE").breaks(&again("global/0/KeySchema/2"));
    global_key("a HASH, a HASH, a RANGE").breaks(&[
        "key-schema-duplicate-attribute@global/0/KeySchema/1/AttributeName",
        "key-schema-duplicate-attribute@global/0/KeySchema/2/AttributeName",
    ]);
    // Byte for byte: case, white space and composed characters make a difference.
    global_key("a HASH, A RANGE").keeps_every_rule();
    global_key("\u{e9} HASH, e\u{301} RANGE").keeps_every_rule();
    global_key("a HASH").set("global/1/KeySchema", key("b HASH, a RANGE")).keeps_every_rule();
    // Two that have no name are not of one name.
    global_key("? HASH, ? RANGE").breaks(&[
        "required-member-missing@global/0/KeySchema/0/AttributeName",
        "required-member-missing@global/0/KeySchema/1/AttributeName",
    ]);
}

#[test]
fn a_local_index_begins_with_the_partition_key_of_the_table() {
    local_key("Artist HASH, SongTitle RANGE").keeps_every_rule();
    local_key("a HASH, b RANGE").breaks(&["lsi-partition-key-mismatch@local/0/KeySchema/0/AttributeName"]);
    local_key("artist HASH, b RANGE").breaks(&["lsi-partition-key-mismatch@local/0/KeySchema/0/AttributeName"]);
    local_key("SongTitle HASH, Artist RANGE").breaks(&["lsi-partition-key-mismatch@local/0/KeySchema/0/AttributeName"]);
    local_key("b RANGE, a HASH").breaks(&[LOCAL_ORDER, "lsi-partition-key-mismatch@local/0/KeySchema/1/AttributeName"]);
    // The first HASH counts, on both sides.
    local_key("Artist HASH, a HASH, b RANGE").breaks(&[LOCAL_HASH]);
    local_key("a HASH, Artist HASH, b RANGE")
        .breaks(&[LOCAL_HASH, "lsi-partition-key-mismatch@local/0/KeySchema/0/AttributeName"]);
    music().set("table/KeySchema", key("Artist HASH, a HASH, b RANGE")).breaks(&[TABLE_HASH]);
    music()
        .set("table/KeySchema", key("a HASH, Artist HASH, b RANGE"))
        .breaks(&[TABLE_HASH, "lsi-partition-key-mismatch@local/0/KeySchema/0/AttributeName"]);
    // Only those indexes that differ are named.
    music()
        .set("local/1", local(1, 0))
        .set("local/2", local(2, 0))
        .set("local/1/KeySchema/0/AttributeName", "other")
        .breaks(&["lsi-partition-key-mismatch@local/1/KeySchema/0/AttributeName"]);
    // Nothing to compare with.
    music().remove("table").breaks(&["source-table-details-missing@table"]);
    music().set("table/KeySchema", key("a RANGE, b ?")).breaks(&["required-member-missing@table/KeySchema/1/KeyType"]);
}

#[test]
fn a_table_with_local_indexes_has_a_sort_key() {
    let hash_only = || music().set("table/KeySchema", key("Artist HASH"));
    hash_only().breaks(&["lsi-requires-sort-key@local"]);
    hash_only().set("local/1", local(1, 0)).breaks(&["lsi-requires-sort-key@local"]);
    hash_only().set("local", json!([])).keeps_every_rule();
    hash_only().remove("local").keeps_every_rule();
    music().set("table/KeySchema", json!([])).breaks(&[TABLE_HASH, "lsi-requires-sort-key@local"]);
    music().remove("table/KeySchema").breaks(&["required-member-missing@table/KeySchema"]);
    music()
        .set("table/KeySchema", key("Artist HASH, b ?"))
        .breaks(&["required-member-missing@table/KeySchema/1/KeyType"]);
    music()
        .set("table/KeySchema", key("Artist HASH, b SORT"))
        .breaks(&["unknown-enum-value@table/KeySchema/1/KeyType"]);
}

#[test]
fn local_indexes_are_at_most_five() {
    music().set("local", list(5, |number| local(number, 0))).keeps_every_rule();
    music().set("local", list(6, |number| local(number, 0))).breaks(&["lsi-count@local"]);
}

#[test]
fn global_indexes_are_at_most_twenty() {
    music().set("global", list(20, |number| global(number, 0))).keeps_every_rule();
    music().set("global", list(21, |number| global(number, 0))).breaks(&["gsi-count@global"]);
    music()
        .set("global", list(20, |number| global(number, 0)))
        .set("local", list(5, |number| local(number, 0)))
        .keeps_every_rule();
    papers().set("global", json!([])).keeps_every_rule();
}
