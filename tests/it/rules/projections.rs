//! What the indexes of all kinds hold copies of.

use super::document::{Document, global, list, local, music, names, papers};
use serde_json::{Value, json};

/// The same for a local, a global and a vector index.
#[track_caller]
fn breaks(projection_type: &str, names: impl Into<Value>, rules: &[&str]) {
    let mut projection = json!({"ProjectionType": projection_type});
    match names.into() {
        Value::Null => {}
        names => projection["NonKeyAttributes"] = names,
    }
    for (document, at) in every_kind() {
        let expected: Vec<String> = rules.iter().map(|rule| rule.replace('@', &format!("@{at}/"))).collect();
        document.set(at, projection.clone()).breaks(&expected);
    }
}

fn every_kind() -> [(Document, &'static str); 4] {
    [
        (music(), "local/0/Projection"),
        (music(), "global/0/Projection"),
        (music(), "global/1/Projection"),
        (papers(), "vector/2/Projection"),
    ]
}

const ABSENT: Value = Value::Null;

#[test]
fn a_projection_names_its_type() {
    for (document, at) in every_kind() {
        let expected = [format!("projection-type-missing@{at}/ProjectionType")];
        document.clone().set(at, json!({})).breaks(&expected);
        document.clone().set(at, json!({"ProjectionType": null})).breaks(&expected);
        document.clone().set(at, json!({"NonKeyAttributes": []})).breaks(&expected);
        document.clone().set(at, json!({"NonKeyAttributes": ["a"]})).breaks(&expected);
    }
}

#[test]
fn include_comes_with_at_least_one_name() {
    breaks("INCLUDE", ["a"].as_slice(), &[]);
    breaks("INCLUDE", names(2), &[]);
    breaks("INCLUDE", ABSENT, &["projection-attributes-missing@NonKeyAttributes"]);
    breaks("INCLUDE", names(0), &["projection-attributes-missing@NonKeyAttributes"]);
}

#[test]
fn all_and_keys_only_come_without_names() {
    for projection_type in ["ALL", "KEYS_ONLY"] {
        breaks(projection_type, ABSENT, &[]);
        breaks(projection_type, names(0), &["projection-attributes-empty@NonKeyAttributes"]);
        breaks(projection_type, names(1), &["projection-attributes-unexpected@NonKeyAttributes"]);
        breaks(projection_type, names(20), &["projection-attributes-unexpected@NonKeyAttributes"]);
    }
}

#[test]
fn one_index_has_at_most_twenty_names() {
    breaks("INCLUDE", names(20), &[]);
    breaks("INCLUDE", names(21), &["projection-attributes-count@NonKeyAttributes"]);
    breaks(
        "ALL",
        names(21),
        &["projection-attributes-unexpected@NonKeyAttributes", "projection-attributes-count@NonKeyAttributes"],
    );
    breaks("SOME", names(21), &["unknown-enum-value@ProjectionType", "projection-attributes-count@NonKeyAttributes"]);
}

#[test]
fn no_name_stands_twice_in_one_index() {
    breaks("INCLUDE", ["a", "a"].as_slice(), &["projection-attribute-duplicate@NonKeyAttributes/1"]);
    breaks("INCLUDE", ["a", "b", "a"].as_slice(), &["projection-attribute-duplicate@NonKeyAttributes/2"]);
    breaks("INCLUDE", ["b", "a", "a"].as_slice(), &["projection-attribute-duplicate@NonKeyAttributes/2"]);
    breaks(
        "INCLUDE",
        ["a", "a", "b", "b", "a"].as_slice(),
        &[
            "projection-attribute-duplicate@NonKeyAttributes/1",
            "projection-attribute-duplicate@NonKeyAttributes/3",
            "projection-attribute-duplicate@NonKeyAttributes/4",
        ],
    );
    breaks("INCLUDE", ["a", "A", "a ", "á", "a\u{301}"].as_slice(), &[]);
    breaks(
        "ALL",
        ["a", "a"].as_slice(),
        &["projection-attributes-unexpected@NonKeyAttributes", "projection-attribute-duplicate@NonKeyAttributes/1"],
    );
    // Of an index, not of the table.
    music()
        .set("local/0/Projection", json!({"ProjectionType": "INCLUDE", "NonKeyAttributes": ["Year", "Label"]}))
        .keeps_every_rule();
}

/// `music` with indexes of that many names each.
fn projecting(local_names: &[usize], global_names: &[usize]) -> Document {
    music()
        .set("local", list(local_names.len(), |number| local(number, local_names[number])))
        .set("global", list(global_names.len(), |number| global(number, global_names[number])))
}

#[test]
fn all_indexes_have_at_most_a_hundred_names() {
    const LOCAL: &str = "lsi-projected-attributes-total@local";
    const BOTH: &str = "projected-attributes-total@features";

    projecting(&[20; 5], &[]).keeps_every_rule();
    projecting(&[20, 20, 20, 20, 19], &[1]).keeps_every_rule();
    projecting(&[], &[20; 5]).keeps_every_rule();
    projecting(&[20; 5], &[1]).breaks(&[BOTH]);
    projecting(&[1], &[20; 5]).breaks(&[BOTH]);
    projecting(&[0; 5], &[20, 20, 20, 20, 20, 1]).breaks(&[BOTH]);
    // More local names than that take more names in one index or more indexes.
    let count = "projection-attributes-count@local/4/Projection/NonKeyAttributes";
    projecting(&[20, 20, 20, 20, 21], &[]).breaks(&[BOTH, LOCAL, count]);
    projecting(&[20, 20, 20, 20, 20, 1], &[]).breaks(&[BOTH, "lsi-count@local", LOCAL]);
}

/// The names of 5 vector indexes and a global one: 120 together.
#[test]
fn vector_indexes_count_for_themselves() {
    papers()
        .set("vector", list(5, |number| {
            let mut index = super::document::vector(number, "emb");
            index["Projection"] = json!({"ProjectionType": "INCLUDE", "NonKeyAttributes": names(20)});
            index
        }))
        .set("global", json!([{"IndexName": "one", "KeySchema": super::document::key("a HASH"), "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": names(20)}}]))
        .keeps_every_rule();
}
