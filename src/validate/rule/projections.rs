//! Rules about the attributes that indexes hold copies of.

macro_rules! projections {
    ([$next:ident $($then:ident)*] $($rows:tt)*) => {
        $next! { [$($then)*] $($rows)*
            /// The attributes that indexes hold copies of.
            Projections = "projections", "Projections" {
                ProjectionTypeMissing = "projection-type-missing", Error {
                    summary: "a projection has a ProjectionType",
                    example: "`\"Projection\": {}`",
                    source: "the service has no default for it",
                    help: "Nobody can tell which attributes the index holds: add ALL, KEYS_ONLY or INCLUDE.",
                }
                ProjectionAttributesMissing = "projection-attributes-missing", Error {
                    summary: "a projection of type INCLUDE has at least one name in NonKeyAttributes",
                    example: "INCLUDE with an empty NonKeyAttributes",
                    source: "CreateTable",
                    help: "INCLUDE means the keys and the attributes listed: list them, or make the type KEYS_ONLY.",
                }
                ProjectionAttributesUnexpected = "projection-attributes-unexpected", Error {
                    summary: "a projection of type ALL or KEYS_ONLY has no names in NonKeyAttributes",
                    example: "ALL with `[\"title\"]`",
                    source: "CreateTable",
                    help: "The type alone says which attributes the index holds: remove the list, or make the type INCLUDE.",
                }
                ProjectionAttributesEmpty = "projection-attributes-empty", Warning {
                    summary: "a projection of type ALL or KEYS_ONLY has no NonKeyAttributes, not even an empty list",
                    example: "ALL with `[]`",
                    source: "service model, NonKeyAttributeNameList has at least 1 entry",
                    help: "The service leaves the list out: remove it, since a request with an empty list is refused.",
                }
                ProjectionAttributesCount = "projection-attributes-count", Error {
                    summary: "an index has at most 20 names in NonKeyAttributes",
                    example: "21 names",
                    source: "service model, NonKeyAttributeNameList",
                    help: "The service creates no index with more names: an index that needs them all has the type ALL.",
                }
                ProjectionAttributeDuplicate = "projection-attribute-duplicate", Error {
                    summary: "no name is duplicated in the NonKeyAttributes of an index",
                    example: "`[\"title\", \"title\"]`",
                    source: "CreateTable",
                    help: "The service refuses such a list: remove the later name, or correct it.",
                }
                LsiProjectedAttributesTotal = "lsi-projected-attributes-total", Error {
                    summary: "all local secondary indexes together have at most 100 names in NonKeyAttributes, duplicates included",
                    example: "101 names over all local secondary indexes",
                    source: "API reference, DescribeBackup, NonKeyAttributes",
                    help: "A name counts in each index that lists it; an index of type ALL or KEYS_ONLY counts nothing.",
                }
                ProjectedAttributesTotal = "projected-attributes-total", Warning {
                    summary: "all local and global secondary indexes together have at most 100 names in NonKeyAttributes",
                    example: "5 global secondary indexes of 20 names and a local one of 1",
                    source: "API reference, Projection; not measured for indexes added later",
                    help: "The service may refuse to create a table with all of these indexes in one request.",
                }
            }
        }
    };
}
