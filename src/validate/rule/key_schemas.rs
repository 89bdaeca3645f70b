//! Rules about the attributes of keys, and about the number of indexes.

macro_rules! key_schemas {
    ([$next:ident $($then:ident)*] $($rows:tt)*) => {
        $next! { [$($then)*] $($rows)*
            /// The attributes of keys, and the number of indexes.
            KeySchemas = "key-schemas", "Key schemas" {
                KeySchemaHashCount = "key-schema-hash-count", Error {
                    summary: "the key of a table or local secondary index has one HASH element, that of a global secondary index 1 to 4",
                    example: "a table's key of RANGE alone",
                    source: "API reference, KeySchemaElement; CreateTable, multi-attribute keys of global secondary indexes",
                    help: "The HASH elements decide in which partition an item is stored; only a global secondary index may have several.",
                }
                KeySchemaRangeCount = "key-schema-range-count", Error {
                    summary: "the key of a table has at most one RANGE element, that of a local secondary index one, that of a global secondary index at most 4",
                    example: "a local secondary index without a RANGE element",
                    source: "API reference, KeySchemaElement; CreateTable, LocalSecondaryIndexes",
                    help: "The RANGE elements decide how a partition is sorted; only a global secondary index may have several.",
                }
                KeySchemaOrder = "key-schema-order", Error {
                    summary: "in a key every HASH element precedes every RANGE element",
                    example: "a key of RANGE, then HASH",
                    source: "the service refuses any other order and never reorders",
                    help: "Readers may take the first element for the partition key: restore the order in which the service sent the list.",
                }
                KeySchemaDuplicateAttribute = "key-schema-duplicate-attribute", Error {
                    summary: "no attribute is duplicated in a key",
                    example: "a key of `id` as HASH and `id` as RANGE",
                    source: "CreateTable",
                    help: "An attribute cannot sort the items that it already selects: one of the two names is wrong.",
                }
                LsiPartitionKeyMismatch = "lsi-partition-key-mismatch", Error {
                    summary: "the key of a local secondary index begins with the table's partition key",
                    example: "a table with HASH `pk` and a local secondary index with HASH `other`",
                    source: "API reference, LocalSecondaryIndex",
                    help: "A local secondary index only sorts each partition of the table anew; one with another partition key is global.",
                }
                LsiRequiresSortKey = "lsi-requires-sort-key", Error {
                    summary: "a table that has local secondary indexes has a sort key",
                    example: "a table of one HASH element with a local secondary index",
                    source: "CreateTable",
                    help: "Without a sort key each partition is a single item, so that a local secondary index has nothing to sort.",
                }
                LsiCount = "lsi-count", Error {
                    summary: "a table has at most 5 local secondary indexes",
                    example: "6 local secondary indexes",
                    source: "CreateTable",
                    help: "AWS does not raise this limit: the list was edited, or holds indexes of another kind.",
                }
                GsiCount = "gsi-count", Warning {
                    summary: "a table has at most 20 global secondary indexes",
                    example: "21 global secondary indexes",
                    source: "developer guide, quotas; raised on request",
                    help: "AWS raises this quota on request: set `Limits::global_secondary_indexes` to the quota of the account.",
                }
            }
        }
    };
}
