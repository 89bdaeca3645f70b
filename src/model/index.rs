//! Indexes.

use super::{
    AttributeName, IndexName, KeySchemaElement, OnDemandThroughput, ProjectionType, ProvisionedThroughput,
    SearchSchemaAttributeName, SearchSchemaElementType, VectorDistanceFunction,
};
use crate::shape::structure;
use alloc::vec::Vec;

structure! {
    /// A local secondary index: another sort key for the table's partition key.
    ///
    /// The service model requires none of its members, but no such index can be created without them.
    LocalSecondaryIndexInfo: "LocalSecondaryIndexInfo" {
        /// The name of the index.
        index_name: IndexName = index_member "IndexName",

        /// The key of the index: the table's HASH element and one RANGE element.
        key_schema: Vec<KeySchemaElement> = index_member "KeySchema",

        /// The attributes that the index holds copies of.
        projection: Projection = index_member "Projection",
    }
}

structure! {
    /// A global secondary index: another key for all items of the table.
    ///
    /// The service model requires none of its members, but no such index can be created without its name, key and
    /// projection.
    GlobalSecondaryIndexInfo: "GlobalSecondaryIndexInfo" {
        /// The name of the index.
        index_name: IndexName = index_member "IndexName",

        /// The key of the index: up to 4 HASH elements, then up to 4 RANGE elements. Indexes made before November 2025
        /// have one HASH and at most one RANGE element.
        key_schema: Vec<KeySchemaElement> = index_member "KeySchema",

        /// The attributes that the index holds copies of.
        projection: Projection = index_member "Projection",

        /// The provisioned throughput of the index; 0 and 0 or absent if the table is on demand.
        provisioned_throughput: ProvisionedThroughput = optional "ProvisionedThroughput",

        /// The on-demand limits of the index. Absent if none were set, and from the API page.
        on_demand_throughput: OnDemandThroughput = optional "OnDemandThroughput",
    }
}

structure! {
    /// A vector index. In the service model since August 2026, absent from the API page.
    ///
    /// The service model requires none of its members, but no such index can be created without them, except the
    /// search schema.
    VectorIndexInfo: "VectorIndexInfo" {
        /// The name of the index.
        index_name: IndexName = index_member "IndexName",

        /// The attribute that holds the vectors.
        vector_attribute: VectorAttributeDefinition = index_member "VectorAttribute",

        /// The attributes that select the partition of a search or that it can filter by. Absent if there are none.
        search_schema: Vec<SearchSchemaElement> = optional "SearchSchema",

        /// The attributes that the index holds copies of.
        projection: Projection = index_member "Projection",

        /// The number of components of each vector, at least 1.
        dimensions: i64 = index_member "Dimensions",

        /// How the distance of two vectors is measured.
        distance_function: VectorDistanceFunction = index_member "DistanceFunction",
    }
}

structure! {
    /// The attributes that an index holds copies of, besides the keys of the table and its own.
    Projection: "Projection" {
        /// Which attributes these are.
        projection_type: ProjectionType = projection_type "ProjectionType",

        /// The names of the attributes for INCLUDE: 1 to 20 in one index, up to 100 over all of a table's. Absent with ALL
        /// and KEYS_ONLY.
        non_key_attributes: Vec<AttributeName> = optional "NonKeyAttributes",
    }
}

structure! {
    /// The attribute that holds the vectors of a vector index.
    VectorAttributeDefinition: "VectorAttributeDefinition" {
        /// The name of the attribute.
        attribute_name: AttributeName = required "AttributeName",
    }
}

structure! {
    /// One attribute of a vector index's search schema.
    SearchSchemaElement: "SearchSchemaElement" {
        /// The name of the attribute.
        attribute_name: SearchSchemaAttributeName = required "AttributeName",

        /// Its role in a search.
        search_schema_element_type: SearchSchemaElementType = required "SearchSchemaElementType",
    }
}
