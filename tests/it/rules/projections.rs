//! What the indexes of all kinds hold copies of.

use super::document::{Document, global, list, local, music, names, papers};
use serde_json::{Value, json};

/// The same for a local, a global and a vector index.
#[track_caller]
fn violates(projection_type: &str, names: impl Into<Value>, rules: &[&str]) {
    let mut projection = json!({"ProjectionType": projection_type});
    match names.into() {
        Value::Null => {}
        names => projection["NonKeyAttributes"] = names,
    }
    for (document, at) in every_kind() {
        let expected: Vec<String> = rules.iter().map(|rule| rule.replace('@', &format!("@{at}/"))).collect();
        document.set(at, projection.clone()).violates(&expected);
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
        document.clone().set(at, json!({})).violates(&expected);
        document.clone().set(at, json!({"ProjectionType": null})).violates(&expected);
        document.clone().set(at, json!({"NonKeyAttributes": []})).violates(&expected);
        document.clone().set(at, json!({"NonKeyAttributes": ["a"]})).violates(&expected);
    }
}

#[test]
fn include_comes_with_at_least_one_name() {
    violates("INCLUDE", ["a"].as_slice(), &[]);
    violates("INCLUDE", names(2), &[]);
    violates("INCLUDE", ABSENT, &["projection-attributes-missing@NonKeyAttributes"]);
    violates("INCLUDE", names(0), &["projection-attributes-missing@NonKeyAttributes"]);
}

#[test]
fn all_and_keys_only_come_without_names() {
    for projection_type in ["ALL", "KEYS_ONLY"] {
        violates(projection_type, ABSENT, &[]);
        violates(projection_type, names(0), &["projection-attributes-empty@NonKeyAttributes"]);
        violates(projection_type, names(1), &["projection-attributes-unexpected@NonKeyAttributes"]);
        violates(projection_type, names(20), &["projection-attributes-unexpected@NonKeyAttributes"]);
    }
}

#[test]
fn one_index_has_at_most_twenty_names() {
    violates("INCLUDE", names(20), &[]);
    violates("INCLUDE", names(21), &["projection-attributes-count@NonKeyAttributes"]);
    violates(
        "ALL",
        names(21),
        &["projection-attributes-unexpected@NonKeyAttributes", "projection-attributes-count@NonKeyAttributes"],
    );
    violates("SOME", names(21), &["unknown-enum-value@ProjectionType", "projection-attributes-count@NonKeyAttributes"]);
}

#[test]
fn no_projected_name_is_duplicated_in_an_index() {
    violates("INCLUDE", ["a", "a"].as_slice(), &["projection-attribute-duplicate@NonKeyAttributes/1"]);
    violates("INCLUDE", ["a", "b", "a"].as_slice(), &["projection-attribute-duplicate@NonKeyAttributes/2"]);
    violates("INCLUDE", ["b", "a", "a"].as_slice(), &["projection-attribute-duplicate@NonKeyAttributes/2"]);
    violates(
        "INCLUDE",
        ["a", "a", "b", "b", "a"].as_slice(),
        &[
            "projection-attribute-duplicate@NonKeyAttributes/1",
            "projection-attribute-duplicate@NonKeyAttributes/3",
            "projection-attribute-duplicate@NonKeyAttributes/4",
        ],
    );
    violates("INCLUDE", ["a", "A", "a ", "á", "a\u{301}"].as_slice(), &[]);
    violates(
        "ALL",
        ["a", "a"].as_slice(),
        &["projection-attributes-unexpected@NonKeyAttributes", "projection-attribute-duplicate@NonKeyAttributes/1"],
    );
    // Of an index, not of the table.
    music()
        .set("local/0/Projection", json!({"ProjectionType": "INCLUDE", "NonKeyAttributes": ["Year", "Label"]}))
        .violates_nothing();
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

    projecting(&[20; 5], &[]).violates_nothing();
    projecting(&[20, 20, 20, 20, 19], &[1]).violates_nothing();
    projecting(&[], &[20; 5]).violates_nothing();
    projecting(&[20; 5], &[1]).violates(&[BOTH]);
    projecting(&[1], &[20; 5]).violates(&[BOTH]);
    projecting(&[0; 5], &[20, 20, 20, 20, 20, 1]).violates(&[BOTH]);
    // More local names than that take more names in one index or more indexes.
    let count = "projection-attributes-count@local/4/Projection/NonKeyAttributes";
    projecting(&[20, 20, 20, 20, 21], &[]).violates(&[BOTH, LOCAL, count]);
    projecting(&[20, 20, 20, 20, 20, 1], &[]).violates(&[BOTH, "lsi-count@local", LOCAL]);
}

/// The names of 5 vector indexes and a global one: 120 together.
#[test]
fn projected_names_of_vector_indexes_are_counted_separately() {
    papers()
        .set("vector", list(5, |number| {
            let mut index = super::document::vector(number, "emb");
            index["Projection"] = json!({"ProjectionType": "INCLUDE", "NonKeyAttributes": names(20)});
            index
        }))
        .set("global", json!([{"IndexName": "one", "KeySchema": super::document::key("a HASH"), "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": names(20)}}]))
        .violates_nothing();
}
