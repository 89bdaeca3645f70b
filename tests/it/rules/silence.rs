//! What is allowed, and so is not reported.

use super::document::{Document, key, local, music, papers};
use serde_json::json;

#[test]
fn unknown_members_are_allowed_everywhere() {
    let paths = [
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
    let with = |document: Document, path: &str| document.set(&format!("{path}/Unheard"), json!({"Of": [1, null]}));
    for path in paths {
        with(music(), path).violates_nothing();
    }
    for path in ["vector/0", "vector/0/VectorAttribute", "vector/0/SearchSchema/0", "vector/0/Projection"] {
        with(papers(), path).violates_nothing();
    }
    paths.iter().fold(music(), |document, path| with(document, path)).violates_nothing();
}

#[test]
fn empty_lists_of_indexes_are_allowed() {
    for list in ["local", "global", "vector"] {
        music().set(list, json!([])).violates_nothing();
    }
    music().set("local", json!([])).set("global", json!([])).set("vector", json!([])).violates_nothing();
}

#[test]
fn a_global_index_may_have_the_key_of_the_table() {
    music().set("global/0/KeySchema", key("Artist HASH, SongTitle RANGE")).violates_nothing();
    music().set("global/1/KeySchema", key("Artist HASH")).violates_nothing();
}

#[test]
fn two_global_indexes_may_have_one_key() {
    music().set("global/1/KeySchema", music().get("global/0/KeySchema").clone()).violates_nothing();
}

#[test]
fn a_local_index_may_have_the_key_of_the_table() {
    music().set("local/0/KeySchema", key("Artist HASH, SongTitle RANGE")).violates_nothing();
}

#[test]
fn two_local_indexes_may_have_one_key() {
    music().set("local/1", local(1, 0)).violates_nothing();
}

#[test]
fn the_time_to_live_may_be_on_a_key_attribute() {
    for attribute in ["Artist", "SongTitle", "Year", "Genre"] {
        music().set("features/TimeToLiveDescription/AttributeName", attribute).violates_nothing();
    }
}

#[test]
fn a_key_attribute_may_be_projected() {
    let names = |names: &[&str]| music().set("global/0/Projection/NonKeyAttributes", names);
    names(&["Artist"]).violates_nothing();
    names(&["Genre", "AlbumTitle"]).violates_nothing();
    names(&["SongTitle", "Year", "Genre", "Artist"]).violates_nothing();
}

#[test]
fn projected_names_may_be_in_any_order() {
    let names = |names: &[&str]| music().set("global/0/Projection/NonKeyAttributes", names);
    names(&["a", "b", "c"]).violates_nothing();
    names(&["c", "b", "a"]).violates_nothing();
    names(&["b", "A", "c", "B"]).violates_nothing();
}

#[test]
fn the_same_name_may_be_projected_into_two_indexes() {
    let both = json!({"ProjectionType": "INCLUDE", "NonKeyAttributes": ["Label"]});
    music().set("global/0/Projection", both.clone()).set("global/1/Projection", both).violates_nothing();
}

#[test]
fn sizes_and_counts_may_disagree() {
    music().set("backup/BackupSizeBytes", 1).violates_nothing();
    music().set("table/TableSizeBytes", 0).violates_nothing();
    music().set("table/ItemCount", 0).violates_nothing();
    music().set("table/ItemCount", i64::MAX).set("table/TableSizeBytes", 0).violates_nothing();
}

#[test]
fn a_deleted_backup_is_allowed() {
    music().set("backup/BackupStatus", "DELETED").violates_nothing();
    music().set("backup/BackupStatus", "CREATING").violates_nothing();
}

#[test]
fn an_index_may_have_the_name_of_the_table() {
    music().set("local/0/IndexName", "Music").violates_nothing();
    music().set("global/0/IndexName", "Music").violates_nothing();
    papers().set("vector/0/IndexName", "Papers").violates_nothing();
}

#[test]
fn an_attribute_may_have_different_roles_in_different_indexes() {
    music().set("global/1/KeySchema", key("AlbumTitle HASH, Genre RANGE")).violates_nothing();
}
