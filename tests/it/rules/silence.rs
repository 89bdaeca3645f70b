//! What is allowed, and so is not reported.

use super::document::{Document, key, local, music, papers};
use serde_json::json;

#[test]
fn unknown_members_are_allowed_everywhere() {
    let places = [
        "",
        "/BackupDescription",
        "backup",
        "table",
        "table/KeySchema/0",
        "table/ProvisionedThroughput",
        "features",
        "local/0",
        "local/0/KeySchema/1",
        "local/0/Projection",
        "global/0",
        "global/0/KeySchema/0",
        "global/0/Projection",
        "global/0/ProvisionedThroughput",
        "features/StreamDescription",
        "features/TimeToLiveDescription",
        "features/SSEDescription",
    ];
    let with = |document: Document, place: &str| document.set(&format!("{place}/Unheard"), json!({"Of": [1, null]}));
    for place in places {
        with(music(), place).keeps_every_rule();
    }
    for place in ["vector/0", "vector/0/VectorAttribute", "vector/0/SearchSchema/0", "vector/0/Projection"] {
        with(papers(), place).keeps_every_rule();
    }
    places.iter().fold(music(), |document, place| with(document, place)).keeps_every_rule();
}

#[test]
fn empty_lists_of_indexes_are_allowed() {
    for list in ["local", "global", "vector"] {
        music().set(list, json!([])).keeps_every_rule();
    }
    music().set("local", json!([])).set("global", json!([])).set("vector", json!([])).keeps_every_rule();
}

#[test]
fn a_global_index_may_have_the_key_of_the_table() {
    music().set("global/0/KeySchema", key("Artist HASH, SongTitle RANGE")).keeps_every_rule();
    music().set("global/1/KeySchema", key("Artist HASH")).keeps_every_rule();
}

#[test]
fn two_global_indexes_may_have_one_key() {
    music().set("global/1/KeySchema", music().get("global/0/KeySchema").clone()).keeps_every_rule();
}

#[test]
fn a_local_index_may_have_the_key_of_the_table() {
    music().set("local/0/KeySchema", key("Artist HASH, SongTitle RANGE")).keeps_every_rule();
}

#[test]
fn two_local_indexes_may_have_one_key() {
    music().set("local/1", local(1, 0)).keeps_every_rule();
}

#[test]
fn the_time_to_live_may_be_on_a_key_attribute() {
    for attribute in ["Artist", "SongTitle", "Year", "Genre"] {
        music().set("features/TimeToLiveDescription/AttributeName", attribute).keeps_every_rule();
    }
}

#[test]
fn a_key_attribute_may_be_projected() {
    let names = |names: &[&str]| music().set("global/0/Projection/NonKeyAttributes", names);
    names(&["Artist"]).keeps_every_rule();
    names(&["Genre", "AlbumTitle"]).keeps_every_rule();
    names(&["SongTitle", "Year", "Genre", "Artist"]).keeps_every_rule();
}

#[test]
fn projected_names_may_be_in_any_order() {
    let names = |names: &[&str]| music().set("global/0/Projection/NonKeyAttributes", names);
    names(&["a", "b", "c"]).keeps_every_rule();
    names(&["c", "b", "a"]).keeps_every_rule();
    names(&["b", "A", "c", "B"]).keeps_every_rule();
}

#[test]
fn the_same_name_may_be_projected_into_two_indexes() {
    let both = json!({"ProjectionType": "INCLUDE", "NonKeyAttributes": ["Label"]});
    music().set("global/0/Projection", both.clone()).set("global/1/Projection", both).keeps_every_rule();
}

#[test]
fn sizes_and_counts_may_disagree() {
    music().set("backup/BackupSizeBytes", 1).keeps_every_rule();
    music().set("table/TableSizeBytes", 0).keeps_every_rule();
    music().set("table/ItemCount", 0).keeps_every_rule();
    music().set("table/ItemCount", i64::MAX).set("table/TableSizeBytes", 0).keeps_every_rule();
}

#[test]
fn a_deleted_backup_is_allowed() {
    music().set("backup/BackupStatus", "DELETED").keeps_every_rule();
    music().set("backup/BackupStatus", "CREATING").keeps_every_rule();
}

#[test]
fn an_index_may_be_named_like_the_table() {
    music().set("local/0/IndexName", "Music").keeps_every_rule();
    music().set("global/0/IndexName", "Music").keeps_every_rule();
    papers().set("vector/0/IndexName", "Papers").keeps_every_rule();
}

#[test]
fn an_attribute_may_have_one_part_in_one_index_and_another_in_the_next() {
    music().set("global/1/KeySchema", key("AlbumTitle HASH, Genre RANGE")).keeps_every_rule();
}
