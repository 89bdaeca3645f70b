//! Vector indexes.

use super::document::{Document, key, list, papers, vector};
use serde_json::{Value, json};

#[test]
fn a_table_with_vector_indexes_is_not_provisioned() {
    let provisioned = || {
        papers()
            .set("table/BillingMode", "PROVISIONED")
            .set("table/ProvisionedThroughput", json!({"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}))
    };
    provisioned().breaks(&["vector-requires-pay-per-request@vector"]);
    provisioned().set("vector", vec![vector(0, "emb")]).breaks(&["vector-requires-pay-per-request@vector"]);
    provisioned().set("vector", json!([])).keeps_every_rule();
    provisioned().remove("vector").keeps_every_rule();
    papers().keeps_every_rule();
    provisioned().remove("table/BillingMode").keeps_every_rule();
    provisioned().remove("table").breaks(&["source-table-details-missing@table"]);
}

fn on(attributes: &[&str]) -> Document {
    papers().set("vector", list(attributes.len(), |number| vector(number, attributes[number])))
}

#[test]
fn vector_indexes_are_at_most_five() {
    on(&["emb"; 5]).keeps_every_rule();
    on(&["emb"; 6]).breaks(&["vector-count@vector"]);
}

#[test]
fn a_vector_has_1_to_4096_dimensions() {
    let with = |dimensions: i64| papers().set("vector/0/Dimensions", dimensions);
    with(1).keeps_every_rule();
    with(4096).keeps_every_rule();
    for dimensions in [0, -1, i64::MIN] {
        with(dimensions).breaks(&["vector-dimensions@vector/0/Dimensions"]);
    }
    for dimensions in [4097, i64::MAX] {
        with(dimensions).breaks(&["vector-dimensions-quota@vector/0/Dimensions"]);
    }
}

/// A search schema of so many elements.
fn searching(hashes: usize, filters: usize) -> Document {
    let element = |index: usize| {
        let element_type = if index < hashes { "HASH" } else { "INLINE_FILTER" };
        json!({"AttributeName": format!("a{index}"), "SearchSchemaElementType": element_type})
    };
    papers().set("vector/1/SearchSchema", list(hashes + filters, element))
}

#[test]
fn a_search_schema_is_not_empty() {
    searching(0, 0).breaks(&["vector-search-schema-empty@vector/1/SearchSchema"]);
    searching(1, 0).keeps_every_rule();
    papers().set("vector/1/SearchSchema", Value::Null).keeps_every_rule();
}

#[test]
fn a_search_schema_has_at_most_one_hash_and_18_filters() {
    searching(1, 18).keeps_every_rule();
    searching(0, 18).keeps_every_rule();
    searching(0, 1).keeps_every_rule();
    searching(2, 0).breaks(&["vector-search-schema-hash-count@vector/1/SearchSchema"]);
    searching(2, 18).breaks(&["vector-search-schema-hash-count@vector/1/SearchSchema"]);
    searching(0, 19).breaks(&["vector-search-schema-filter-quota@vector/1/SearchSchema"]);
    searching(3, 19).breaks(&[
        "vector-search-schema-hash-count@vector/1/SearchSchema",
        "vector-search-schema-filter-quota@vector/1/SearchSchema",
    ]);
}

#[test]
fn indexes_on_one_attribute_have_its_dimensions() {
    let differs = |index: usize| format!("vector-shared-attribute-dimensions@vector/{index}/Dimensions");
    on(&["emb", "emb"]).keeps_every_rule();
    on(&["emb", "emb"]).set("vector/1/Dimensions", 8).breaks(&[differs(1)]);
    on(&["emb", "emb"]).set("vector/0/Dimensions", 8).breaks(&[differs(1)]);
    on(&["emb", "Emb"]).set("vector/1/Dimensions", 8).keeps_every_rule();
    on(&["emb", "other", "emb"]).set("vector/1/Dimensions", 8).keeps_every_rule();
    on(&["emb", "other", "emb"]).set("vector/2/Dimensions", 8).breaks(&[differs(2)]);
    // The first tells what the dimensions are.
    on(&["emb"; 3]).set("vector/0/Dimensions", 8).breaks(&[differs(1), differs(2)]);
    on(&["emb"; 3]).set("vector/1/Dimensions", 8).breaks(&[differs(1)]);
    on(&["emb"; 3])
        .remove("vector/0/Dimensions")
        .set("vector/2/Dimensions", 8)
        .breaks(&["index-member-missing@vector/0/Dimensions".to_owned(), differs(2)]);
    on(&["emb"; 2]).remove("vector/1/Dimensions").breaks(&["index-member-missing@vector/1/Dimensions"]);
    on(&["emb"; 2])
        .remove("vector/0/VectorAttribute/AttributeName")
        .set("vector/1/VectorAttribute", json!({}))
        .set("vector/1/Dimensions", 8)
        .breaks(&[
            "required-member-missing@vector/0/VectorAttribute/AttributeName",
            "required-member-missing@vector/1/VectorAttribute/AttributeName",
        ]);
}

/// `papers` with a sort key, a local and a global index, and vector indexes on these attributes.
fn keyed(attributes: &[&str]) -> Document {
    let projection = json!({"ProjectionType": "ALL"});
    on(attributes)
        .set("table/KeySchema", key("PaperId HASH, Revision RANGE"))
        .set(
            "local",
            json!([{"IndexName": "one", "KeySchema": key("PaperId HASH, Year RANGE"), "Projection": projection}]),
        )
        .set(
            "global",
            json!([{"IndexName": "two", "KeySchema": key("Field HASH, Journal RANGE"), "Projection": projection}]),
        )
}

#[test]
fn a_vector_attribute_is_no_key() {
    let is_key = |index: usize| format!("vector-attribute-is-key@vector/{index}/VectorAttribute/AttributeName");
    keyed(&["emb"]).keeps_every_rule();
    for attribute in ["PaperId", "Revision", "Year", "Field", "Journal"] {
        keyed(&[attribute]).breaks(&[is_key(0)]);
        keyed(&["emb", attribute]).breaks(&[is_key(1)]);
        // More indexes than the service allows are judged alike.
        let mut many = vec!["emb"; 20];
        (many[3], many[19]) = (attribute, attribute);
        keyed(&many).limits(|limits| limits.vector_indexes = 20).breaks(&[is_key(3), is_key(19)]);
    }
    for number in [8, 9, 10] {
        let mut many = vec!["emb"; number];
        many[number - 1] = "Field";
        keyed(&many).limits(|limits| limits.vector_indexes = 10).breaks(&[is_key(number - 1)]);
    }
    keyed(&["field"]).keeps_every_rule();
    keyed(&["PaperId"]).remove("table").breaks(&["source-table-details-missing@table".to_owned(), is_key(0)]);
    keyed(&["Revision"]).remove("table").breaks(&["source-table-details-missing@table"]);
    keyed(&["Field"]).remove("vector/0/VectorAttribute").breaks(&["index-member-missing@vector/0/VectorAttribute"]);
    // An attribute of the search schema may be a key.
    papers().set("vector/0/SearchSchema/0/AttributeName", "PaperId").keeps_every_rule();
}
