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
    provisioned().violates(&["vector-requires-pay-per-request@vector"]);
    provisioned().set("vector", vec![vector(0, "emb")]).violates(&["vector-requires-pay-per-request@vector"]);
    provisioned().set("vector", json!([])).violates_nothing();
    provisioned().remove("vector").violates_nothing();
    papers().violates_nothing();
    provisioned().remove("table/BillingMode").violates_nothing();
    provisioned().remove("table").violates(&["source-table-details-missing@table"]);
}

fn on(attributes: &[&str]) -> Document {
    papers().set("vector", list(attributes.len(), |number| vector(number, attributes[number])))
}

#[test]
fn there_are_at_most_five_vector_indexes() {
    on(&["emb"; 5]).violates_nothing();
    on(&["emb"; 6]).violates(&["vector-count@vector"]);
}

#[test]
fn a_vector_has_1_to_4096_dimensions() {
    let with = |dimensions: i64| papers().set("vector/0/Dimensions", dimensions);
    with(1).violates_nothing();
    with(4096).violates_nothing();
    for dimensions in [0, -1, i64::MIN] {
        with(dimensions).violates(&["vector-dimensions@vector/0/Dimensions"]);
    }
    for dimensions in [4097, i64::MAX] {
        with(dimensions).violates(&["vector-dimensions-quota@vector/0/Dimensions"]);
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
    searching(0, 0).violates(&["vector-search-schema-empty@vector/1/SearchSchema"]);
    searching(1, 0).violates_nothing();
    papers().set("vector/1/SearchSchema", Value::Null).violates_nothing();
}

#[test]
fn a_search_schema_has_at_most_one_hash_and_18_filters() {
    searching(1, 18).violates_nothing();
    searching(0, 18).violates_nothing();
    searching(0, 1).violates_nothing();
    searching(2, 0).violates(&["vector-search-schema-hash-count@vector/1/SearchSchema"]);
    searching(2, 18).violates(&["vector-search-schema-hash-count@vector/1/SearchSchema"]);
    searching(0, 19).violates(&["vector-search-schema-filter-quota@vector/1/SearchSchema"]);
    searching(3, 19).violates(&[
        "vector-search-schema-hash-count@vector/1/SearchSchema",
        "vector-search-schema-filter-quota@vector/1/SearchSchema",
    ]);
}

#[test]
fn indexes_on_one_attribute_have_its_dimensions() {
    let differs = |index: usize| format!("vector-shared-attribute-dimensions@vector/{index}/Dimensions");
    on(&["emb", "emb"]).violates_nothing();
    on(&["emb", "emb"]).set("vector/1/Dimensions", 8).violates(&[differs(1)]);
    on(&["emb", "emb"]).set("vector/0/Dimensions", 8).violates(&[differs(1)]);
    on(&["emb", "Emb"]).set("vector/1/Dimensions", 8).violates_nothing();
    on(&["emb", "other", "emb"]).set("vector/1/Dimensions", 8).violates_nothing();
    on(&["emb", "other", "emb"]).set("vector/2/Dimensions", 8).violates(&[differs(2)]);
    // The first index determines the dimensions.
    on(&["emb"; 3]).set("vector/0/Dimensions", 8).violates(&[differs(1), differs(2)]);
    on(&["emb"; 3]).set("vector/1/Dimensions", 8).violates(&[differs(1)]);
    on(&["emb"; 3])
        .remove("vector/0/Dimensions")
        .set("vector/2/Dimensions", 8)
        .violates(&["index-member-missing@vector/0/Dimensions".to_owned(), differs(2)]);
    on(&["emb"; 2]).remove("vector/1/Dimensions").violates(&["index-member-missing@vector/1/Dimensions"]);
    on(&["emb"; 2])
        .remove("vector/0/VectorAttribute/AttributeName")
        .set("vector/1/VectorAttribute", json!({}))
        .set("vector/1/Dimensions", 8)
        .violates(&[
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
fn a_vector_attribute_is_not_a_key() {
    let is_key = |index: usize| format!("vector-attribute-is-key@vector/{index}/VectorAttribute/AttributeName");
    keyed(&["emb"]).violates_nothing();
    for attribute in ["PaperId", "Revision", "Year", "Field", "Journal"] {
        keyed(&[attribute]).violates(&[is_key(0)]);
        keyed(&["emb", attribute]).violates(&[is_key(1)]);
        // More indexes than the service allows are checked alike.
        let mut many = vec!["emb"; 20];
        (many[3], many[19]) = (attribute, attribute);
        keyed(&many).limits(|limits| limits.vector_indexes = 20).violates(&[is_key(3), is_key(19)]);
    }
    for number in [8, 9, 10] {
        let mut many = vec!["emb"; number];
        many[number - 1] = "Field";
        keyed(&many).limits(|limits| limits.vector_indexes = 10).violates(&[is_key(number - 1)]);
    }
    keyed(&["field"]).violates_nothing();
    keyed(&["PaperId"]).remove("table").violates(&["source-table-details-missing@table".to_owned(), is_key(0)]);
    keyed(&["Revision"]).remove("table").violates(&["source-table-details-missing@table"]);
    keyed(&["Field"]).remove("vector/0/VectorAttribute").violates(&["index-member-missing@vector/0/VectorAttribute"]);
    // An attribute of the search schema may be a key.
    papers().set("vector/0/SearchSchema/0/AttributeName", "PaperId").violates_nothing();
}
