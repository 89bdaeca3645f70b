//! The table of rules: one row each.

use core::fmt;

/// How bad a violation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A quota that AWS raises on request, a fact that is always seen but nowhere promised, or one that genuine old or
    /// edited responses break.
    Warning,
    /// What no genuine response of today's service breaks.
    Error,
}

impl Severity {
    /// `error` or `warning`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Each group: docs, name, title; each of its rows: variant, id, severity, then summary, an example that breaks the
/// rule and the rule's source.
macro_rules! rules {
    ($(
        $( #[$group_doc:meta] )*
        $group:ident: $title:literal {
            $($variant:ident = $id:literal, $severity:ident, $summary:literal, $example:literal, $source:literal;)+
        }
    )+) => {
        /// What a rule is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Group {
            $( $( #[$group_doc] )* $group, )+
        }

        impl Group {
            /// The group's name for people.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self {
                    $(Self::$group => $title,)+
                }
            }
        }

        /// A rule that a response must keep.
        ///
        /// A rule's id is public and never changes its meaning. Rules may be added.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(
                #[doc = concat!("`", $id, "`: ", $summary, ".\n\nBroken by: ", $example, ".\n\nSource: ", $source, ".")]
                $variant,
            )+)+
        }

        impl Rule {
            /// Every rule, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$($(Self::$variant,)+)+];

            /// The name by which programs know the rule.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $($(Self::$variant => $id,)+)+
                }
            }

            /// The rule of that id.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                Some(match id {
                    $($($id => Self::$variant,)+)+
                    _ => return None,
                })
            }

            /// How bad a violation of the rule is.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self {
                    $($(Self::$variant => Severity::$severity,)+)+
                }
            }

            /// What the rule is about.
            #[must_use]
            pub const fn group(self) -> Group {
                match self {
                    $($(Self::$variant => Group::$group,)+)+
                }
            }

            /// What holds where the rule is kept, in one sentence.
            #[must_use]
            pub const fn summary(self) -> &'static str {
                match self {
                    $($(Self::$variant => $summary,)+)+
                }
            }

            /// Something that breaks the rule.
            #[must_use]
            pub const fn example(self) -> &'static str {
                match self {
                    $($(Self::$variant => $example,)+)+
                }
            }

            /// On what authority the rule stands.
            #[must_use]
            pub const fn source(self) -> &'static str {
                match self {
                    $($(Self::$variant => $source,)+)+
                }
            }
        }
    };
}

/// The rule's id.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

impl serde::Serialize for Rule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

rules! {
    /// Members that must be there, and the values of enums.
    PresenceAndEnums: "Presence and enums" {
        BackupDescriptionMissing = "backup-description-missing", Error,
            "a response has its one member, BackupDescription",
            "`{}`, or a backup description without the object around it",
            "every recorded response; the service model leaves it optional";
        BackupDetailsMissing = "backup-details-missing", Error,
            "a backup description has BackupDetails",
            "`{\"BackupDescription\": {\"SourceTableDetails\": {…}}}`",
            "every recorded response";
        SourceTableDetailsMissing = "source-table-details-missing", Error,
            "a backup description has SourceTableDetails",
            "`{\"BackupDescription\": {\"BackupDetails\": {…}}}`",
            "every recorded response";
        RequiredMemberMissing = "required-member-missing", Error,
            "a structure has each member that the service model requires of it, BackupType excepted",
            "SourceTableDetails without TableId, as the emulator moto answers",
            "service model, the lists of required members";
        BackupTypeMissing = "backup-type-missing", Warning,
            "a backup has a BackupType",
            "BackupDetails without BackupType",
            "service model; genuine responses of January to April 2018 lack it";
        IndexMemberMissing = "index-member-missing", Error,
            "an index has the members without which it cannot be made",
            "a global secondary index without Projection",
            "CreateTable; the service model requires nothing of the structures in a response";
        UnknownEnumValue = "unknown-enum-value", Warning,
            "an enum's text is one that the service model lists",
            "BackupStatus `ACTIVE`",
            "service model, the lists of enum values";
    }

    /// What names and other texts may be.
    NamesAndText: "Names and text" {
        TextLength = "text-length", Error,
            "a text has as many characters as its shape allows",
            "a TableName of 256 characters",
            "service model, min and max of each shape";
        TextPattern = "text-pattern", Error,
            "a name has only a-z, A-Z, 0-9, `_`, `.` and `-`, and a TableId is a UUID in lower case",
            "a TableName with a space in it",
            "service model, pattern of each shape, held against the whole text";
        AttributeNameBytes = "attribute-name-bytes", Warning,
            "an attribute name that is short enough in characters is at most 255 bytes long in UTF-8",
            "an attribute name of 200 × `é`, which is 400 bytes",
            "developer guide, naming rules; the service model counts characters";
        SystemBackupName = "system-backup-name", Warning,
            "a SYSTEM backup is called by its table's name and `$DeletedTableBackup`",
            "a SYSTEM backup called `nightly`",
            "developer guide, point-in-time recovery";
        IndexNameDuplicate = "index-name-duplicate", Error,
            "no two indexes of a table share a name, whatever their kind",
            "a local and a global secondary index both called `by-date`",
            "API reference, IndexName";
    }

    /// Which attributes keys are made of, and how many indexes there are.
    KeySchemas: "Key schemas" {
        KeySchemaHashCount = "key-schema-hash-count", Error,
            "the key of a table or local secondary index has one HASH element, that of a global secondary index 1 to 4",
            "a table's key of RANGE alone",
            "API reference, KeySchemaElement; CreateTable, multi-attribute keys of global secondary indexes";
        KeySchemaRangeCount = "key-schema-range-count", Error,
            "the key of a table has at most one RANGE element, that of a local secondary index one, that of a global secondary index at most 4",
            "a local secondary index without a RANGE element",
            "API reference, KeySchemaElement; CreateTable, LocalSecondaryIndexes";
        KeySchemaOrder = "key-schema-order", Error,
            "in a key every HASH element stands before every RANGE element",
            "a key of RANGE, then HASH",
            "the service refuses any other order and never reorders";
        KeySchemaDuplicateAttribute = "key-schema-duplicate-attribute", Error,
            "no attribute stands twice in one key",
            "a key of `id` as HASH and `id` as RANGE",
            "CreateTable";
        LsiPartitionKeyMismatch = "lsi-partition-key-mismatch", Error,
            "the key of a local secondary index begins with the table's partition key",
            "a table with HASH `pk` and a local secondary index with HASH `other`",
            "API reference, LocalSecondaryIndex";
        LsiRequiresSortKey = "lsi-requires-sort-key", Error,
            "a table that has local secondary indexes has a sort key",
            "a table of one HASH element with a local secondary index",
            "CreateTable";
        LsiCount = "lsi-count", Error,
            "a table has at most 5 local secondary indexes",
            "6 local secondary indexes",
            "CreateTable";
        GsiCount = "gsi-count", Warning,
            "a table has at most 20 global secondary indexes",
            "21 global secondary indexes",
            "developer guide, quotas; raised on request";
    }

    /// What the indexes of all kinds hold copies of.
    Projections: "Projections" {
        ProjectionTypeMissing = "projection-type-missing", Error,
            "a projection has a ProjectionType",
            "`\"Projection\": {}`",
            "the service has no default for it";
        ProjectionAttributesMissing = "projection-attributes-missing", Error,
            "a projection of INCLUDE has at least one of NonKeyAttributes",
            "INCLUDE with an empty NonKeyAttributes",
            "CreateTable";
        ProjectionAttributesUnexpected = "projection-attributes-unexpected", Error,
            "a projection of ALL or KEYS_ONLY has no NonKeyAttributes",
            "ALL with `[\"title\"]`",
            "CreateTable";
        ProjectionAttributesEmpty = "projection-attributes-empty", Warning,
            "a projection of ALL or KEYS_ONLY has no NonKeyAttributes, not even an empty list of them",
            "ALL with `[]`",
            "service model, NonKeyAttributeNameList has at least 1 entry";
        ProjectionAttributesCount = "projection-attributes-count", Error,
            "one index has at most 20 of NonKeyAttributes",
            "21 names",
            "service model, NonKeyAttributeNameList";
        ProjectionAttributeDuplicate = "projection-attribute-duplicate", Error,
            "no name stands twice among the NonKeyAttributes of one index",
            "`[\"title\", \"title\"]`",
            "CreateTable";
        LsiProjectedAttributesTotal = "lsi-projected-attributes-total", Error,
            "all local secondary indexes together have at most 100 of NonKeyAttributes, equal names counted each time",
            "101 names over all local secondary indexes",
            "the API page of DescribeBackup, NonKeyAttributes";
        ProjectedAttributesTotal = "projected-attributes-total", Warning,
            "all local and global secondary indexes together have at most 100 of NonKeyAttributes",
            "5 global secondary indexes of 20 names and a local one of 1",
            "API reference, Projection; not measured for indexes added later";
    }

    /// How the table is charged and what it may be asked for.
    BillingAndThroughput: "Billing and throughput" {
        PayPerRequestCapacity = "pay-per-request-capacity", Error,
            "with BillingMode PAY_PER_REQUEST every capacity unit is 0",
            "PAY_PER_REQUEST with 5 read capacity units",
            "the API page of DescribeBackup, ReadCapacityUnits and WriteCapacityUnits";
        ProvisionedCapacityZero = "provisioned-capacity-zero", Error,
            "with BillingMode PROVISIONED no capacity unit is 0",
            "PROVISIONED with 0 read capacity units",
            "service model, PositiveLongObject; developer guide, quotas";
        CapacityNegative = "capacity-negative", Error,
            "no capacity unit is below 0",
            "-1 read capacity units",
            "service model, PositiveLongObject";
        CapacityHalfZero = "capacity-half-zero", Error,
            "without BillingMode, either both capacity units are 0 or neither is",
            "0 read and 5 write capacity units",
            "follows from the two billing modes";
        GsiCapacityMissing = "gsi-capacity-missing", Warning,
            "with BillingMode PROVISIONED a global secondary index has ProvisionedThroughput",
            "PROVISIONED with an index without ProvisionedThroughput",
            "every recorded provisioned index";
        BillingModeMissing = "billing-mode-missing", Warning,
            "a table whose capacity is 0 and 0 has a BillingMode",
            "0 and 0 without BillingMode",
            "only an on-demand table has 0 and 0";
        OnDemandThroughputRange = "on-demand-throughput-range", Error,
            "a maximum of request units is at least 1, or -1 for none",
            "MaxReadRequestUnits 0",
            "API reference, OnDemandThroughput";
        OnDemandThroughputEmpty = "on-demand-throughput-empty", Warning,
            "an OnDemandThroughput has at least one member",
            "`\"OnDemandThroughput\": {}`",
            "API reference, OnDemandThroughput";
        OnDemandThroughputUnexpected = "on-demand-throughput-unexpected", Warning,
            "with BillingMode PROVISIONED there is no OnDemandThroughput",
            "PROVISIONED with maxima of 100 and 100",
            "API reference, OnDemandThroughput; a backup lags behind its table";
    }

    /// Sizes and counts.
    Sizes: "Sizes" {
        SizeNegative = "size-negative", Error,
            "sizes and item counts are at least 0",
            "ItemCount -1",
            "service model, BackupSizeBytes and ItemCount";
    }

    /// Streams, time to live and encryption.
    Features: "Streams, TTL, encryption" {
        StreamViewTypeMissing = "stream-view-type-missing", Error,
            "a stream that is enabled has a StreamViewType",
            "StreamEnabled `true` alone",
            "API reference, StreamSpecification";
        StreamViewTypeUnexpected = "stream-view-type-unexpected", Error,
            "a stream that is not enabled has no StreamViewType",
            "StreamEnabled `false` with NEW_IMAGE",
            "API reference, StreamSpecification";
        TtlAttributeMissing = "ttl-attribute-missing", Error,
            "a time to live that is ENABLED names its attribute",
            "TimeToLiveStatus ENABLED alone",
            "UpdateTimeToLive";
        TtlAttributeUnexpected = "ttl-attribute-unexpected", Warning,
            "a time to live that is DISABLED names no attribute",
            "TimeToLiveStatus DISABLED with `expires`",
            "observed responses";
        TtlStatusMissing = "ttl-status-missing", Warning,
            "a time to live that names an attribute has a status",
            "AttributeName `expires` alone",
            "observed responses; the service model requires neither";
        SseTypeLegacy = "sse-type-legacy", Warning,
            "SSEType is not AES256",
            "SSEType AES256",
            "the API page of DescribeBackup names only KMS; the enum has both";
        SseStatusLegacy = "sse-status-legacy", Warning,
            "the status of the encryption is ENABLED or UPDATING",
            "Status DISABLED",
            "the API page of DescribeBackup names only these two; the enum has five";
        SseKeyMissing = "sse-key-missing", Warning,
            "encryption of SSEType KMS names its key",
            "SSEType KMS without KMSMasterKeyArn",
            "every observed response; the service model does not require it";
        SseKeyUnexpected = "sse-key-unexpected", Warning,
            "only encryption of SSEType KMS names a key",
            "a KMSMasterKeyArn without SSEType",
            "a key of the account means KMS";
        SseKeyArnFormat = "sse-key-arn-format", Error,
            "KMSMasterKeyArn is `arn:<partition>:kms:<region>:<account>:key/<id>`",
            "`alias/aws/dynamodb`",
            "responses have the ARN of the key, not of an alias";
        SseKeyArnRegion = "sse-key-arn-region", Warning,
            "the key is in the partition and region of the table",
            "a table in us-west-2 with a key in us-east-1",
            "a table's key is of its own region";
        SseInaccessibleWithoutKms = "sse-inaccessible-without-kms", Warning,
            "only encryption of SSEType KMS has an InaccessibleEncryptionDateTime",
            "an InaccessibleEncryptionDateTime without SSEType",
            "the API page of DescribeBackup: it is the time at which the KMS key could not be reached";
    }

    /// ARNs and what they share with names and with each other.
    Arns: "ARNs and the backup id" {
        TableArnMissing = "table-arn-missing", Warning,
            "a table has a TableArn",
            "SourceTableDetails without TableArn",
            "every recorded response; the service model does not require it";
        TableArnFormat = "table-arn-format", Error,
            "TableArn is `arn:<partition>:dynamodb:<region>:<account>:table/<name>`",
            "the ARN of a stream",
            "service authorization reference, resource types of DynamoDB";
        TableArnNameMismatch = "table-arn-name-mismatch", Error,
            "the table that TableArn names is TableName",
            "`…:table/Other` beside TableName `Music`",
            "grammar of ARNs";
        BackupArnFormat = "backup-arn-format", Error,
            "BackupArn is `arn:<partition>:dynamodb:<region>:<account>:table/<name>/backup/<id>`, or for an AWS_BACKUP backup `arn:<partition>:backup:<region>:<account>:recovery-point:<id>`",
            "the ARN of a table",
            "service authorization reference, resource types of DynamoDB; AWS Backup guide, ARNs of resources";
        BackupArnTableMismatch = "backup-arn-table-mismatch", Error,
            "the table that BackupArn names is TableName",
            "`…:table/Other/backup/…` beside TableName `Music`",
            "grammar of ARNs";
        BackupArnAccountMismatch = "backup-arn-account-mismatch", Error,
            "BackupArn and TableArn are of one account",
            "123456789012 and 210987654321",
            "a backup is in its table's account";
        BackupArnPartitionMismatch = "backup-arn-partition-mismatch", Error,
            "BackupArn and TableArn are of one partition",
            "aws and aws-cn",
            "grammar of ARNs";
        BackupArnRegionMismatch = "backup-arn-region-mismatch", Warning,
            "BackupArn and TableArn are of one region",
            "us-east-1 and us-west-2",
            "the service answers with the ARN that it was asked for";
        ArnRegionPartition = "arn-region-partition", Warning,
            "an ARN's region belongs to its partition",
            "`arn:aws:dynamodb:cn-north-1:…`",
            "AWS partitions";
        BackupIdFormat = "backup-id-format", Warning,
            "a backup's id is 14 digits, `-` and 8 hexadecimal digits in lower case",
            "`01576616366715-c8b6kdk3`",
            "every genuine id that was seen; undocumented";
        BackupIdTimeMismatch = "backup-id-time-mismatch", Warning,
            "the digits of a backup's id are BackupCreationDateTime in milliseconds since the epoch, give or take 1",
            "`01576616366715` beside 1576616367.715",
            "every genuine response that was seen; undocumented";
    }

    /// How times stand to each other.
    Times: "Times" {
        BackupBeforeTable = "backup-before-table", Error,
            "a backup is not older than its table",
            "a BackupCreationDateTime 1 ms before TableCreationDateTime",
            "CreateBackup needs the table";
        ExpiryBeforeCreation = "expiry-before-creation", Error,
            "a backup expires after it was made",
            "a BackupExpiryDateTime equal to BackupCreationDateTime",
            "follows from what the two mean";
        SystemBackupExpiry = "system-backup-expiry", Error,
            "a SYSTEM backup expires 35 days after it was made, give or take a second",
            "a SYSTEM backup that expires after 34 days",
            "the API page of DescribeBackup, BackupExpiryDateTime";
        SystemBackupExpiryMissing = "system-backup-expiry-missing", Warning,
            "a SYSTEM backup has a BackupExpiryDateTime",
            "a SYSTEM backup without it",
            "the API page of DescribeBackup, BackupExpiryDateTime";
        UserBackupExpiry = "user-backup-expiry", Warning,
            "a USER backup has no BackupExpiryDateTime",
            "a USER backup with it",
            "every observed USER backup";
    }

    /// Vector indexes, in the service model since August 2026.
    VectorIndexes: "Vector indexes" {
        VectorRequiresPayPerRequest = "vector-requires-pay-per-request", Error,
            "a table that has vector indexes is not of BillingMode PROVISIONED",
            "PROVISIONED with a vector index",
            "developer guide, requirements of vector search";
        VectorCount = "vector-count", Warning,
            "a table has at most 5 vector indexes",
            "6 vector indexes",
            "developer guide, quotas";
        VectorDimensions = "vector-dimensions", Error,
            "a vector has at least 1 dimension",
            "Dimensions 0",
            "service model, PositiveLongObject";
        VectorDimensionsQuota = "vector-dimensions-quota", Warning,
            "a vector has at most 4096 dimensions",
            "Dimensions 4097",
            "developer guide, quotas";
        VectorSearchSchemaEmpty = "vector-search-schema-empty", Error,
            "a SearchSchema has at least one element",
            "`\"SearchSchema\": []`",
            "service model, SearchSchema";
        VectorSearchSchemaHashCount = "vector-search-schema-hash-count", Error,
            "a SearchSchema has at most one HASH element",
            "a SearchSchema of HASH and HASH",
            "developer guide, vector search";
        VectorSearchSchemaFilterQuota = "vector-search-schema-filter-quota", Warning,
            "a SearchSchema has at most 18 INLINE_FILTER elements",
            "19 INLINE_FILTER elements",
            "developer guide, quotas";
        VectorSharedAttributeDimensions = "vector-shared-attribute-dimensions", Error,
            "vector indexes on one attribute have the same Dimensions",
            "two indexes on `embedding`, one of 4 and one of 8 dimensions",
            "API reference, VectorIndex";
        VectorAttributeIsKey = "vector-attribute-is-key", Error,
            "the attribute of a vector index is no key attribute of the table or of another index",
            "a vector index on the table's partition key",
            "developer guide, vector search";
    }
}
