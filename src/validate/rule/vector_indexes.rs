//! Rules about vector indexes, in the service model since August 2026.

macro_rules! vector_indexes {
    ([$next:ident $($then:ident)*] $($rows:tt)*) => {
        $next! { [$($then)*] $($rows)*
            /// Vector indexes, in the service model since August 2026.
            VectorIndexes = "vector-indexes", "Vector indexes" {
                VectorRequiresPayPerRequest = "vector-requires-pay-per-request", Error {
                    summary: "a table that has vector indexes does not have BillingMode PROVISIONED",
                    example: "PROVISIONED with a vector index",
                    source: "developer guide, requirements of vector search",
                    help: "Only on-demand tables can have vector indexes: check BillingMode.",
                }
                VectorCount = "vector-count", Warning {
                    summary: "a table has at most 5 vector indexes",
                    example: "6 vector indexes",
                    source: "developer guide, quotas",
                    help: "AWS may raise this quota: set `Limits::vector_indexes` to the quota of the account.",
                }
                VectorDimensions = "vector-dimensions", Error {
                    summary: "a vector has at least 1 dimension",
                    example: "Dimensions 0",
                    source: "service model, PositiveLongObject",
                    help: "Dimensions is the number of components of each vector, and there is no vector without one.",
                }
                VectorDimensionsQuota = "vector-dimensions-quota", Warning {
                    summary: "a vector has at most 4096 dimensions",
                    example: "Dimensions 4097",
                    source: "developer guide, quotas",
                    help: "AWS may raise this quota: set `Limits::vector_dimensions` to the quota of the account.",
                }
                VectorSearchSchemaEmpty = "vector-search-schema-empty", Error {
                    summary: "a SearchSchema has at least one element",
                    example: "`\"SearchSchema\": []`",
                    source: "service model, SearchSchema",
                    help: "An index without a search schema has no such member: remove the empty list.",
                }
                VectorSearchSchemaHashCount = "vector-search-schema-hash-count", Error {
                    summary: "a SearchSchema has at most one HASH element",
                    example: "a SearchSchema of HASH and HASH",
                    source: "developer guide, vector search",
                    help: "One attribute can divide a vector index into partitions: make the others INLINE_FILTER.",
                }
                VectorSearchSchemaFilterQuota = "vector-search-schema-filter-quota", Warning {
                    summary: "a SearchSchema has at most 18 INLINE_FILTER elements",
                    example: "19 INLINE_FILTER elements",
                    source: "developer guide, quotas",
                    help: "AWS may raise this quota: set `Limits::vector_inline_filters` to the quota of the account.",
                }
                VectorSharedAttributeDimensions = "vector-shared-attribute-dimensions", Error {
                    summary: "vector indexes on one attribute have the same Dimensions",
                    example: "two indexes on `embedding`, one of 4 and one of 8 dimensions",
                    source: "API reference, VectorIndex",
                    help: "An item has one vector in the attribute, which cannot have two numbers of components.",
                }
                VectorAttributeIsKey = "vector-attribute-is-key", Error {
                    summary: "the attribute of a vector index is not a key attribute of the table or of another index",
                    example: "a vector index on the table's partition key",
                    source: "developer guide, vector search",
                    help: "A key attribute is a string, a number or binary, never a vector: one of the two names is wrong.",
                }
            }
        }
    };
}
