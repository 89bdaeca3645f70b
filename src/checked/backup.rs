//! What a valid response says of a backup.

use super::{present, unsigned};
use crate::model::{
    AttributeName, BackupArn, BackupArnParts, BackupDescription, BackupDetails, BackupName, BackupStatus, BackupType,
    BillingMode, GlobalSecondaryIndexInfo, IndexName, KeySchemaElement, KmsMasterKeyArn, LocalSecondaryIndexInfo,
    OnDemandThroughput, Projection, ProjectionType, ProvisionedThroughput, SearchSchemaAttributeName,
    SearchSchemaElementType, SourceTableDetails, SourceTableFeatureDetails, SseDescription, SseStatus, SseType,
    StreamViewType, TableArn, TableArnParts, TableId, TableName, TimeToLiveStatus, Timestamp, VectorDistanceFunction,
    VectorIndexInfo,
};

/// A backup, read from a valid response.
#[derive(Clone, Copy, Debug)]
pub struct Backup<'a> {
    details: &'a BackupDetails,
    table: &'a SourceTableDetails,
    features: Option<&'a SourceTableFeatureDetails>,
}

impl<'a> Backup<'a> {
    pub(super) fn of(description: &'a BackupDescription) -> Self {
        Self {
            details: present(description.backup_details.as_ref()),
            table: present(description.source_table_details.as_ref()),
            features: description.source_table_feature_details.as_ref(),
        }
    }

    /// The backup's ARN.
    #[must_use]
    pub fn arn(self) -> &'a BackupArn {
        present(self.details.backup_arn.as_ref())
    }

    /// The parts of the backup's ARN.
    #[must_use]
    pub fn arn_parts(self) -> BackupArnParts<'a> {
        present(self.arn().parse().ok())
    }

    /// The backup's name.
    #[must_use]
    pub fn name(self) -> &'a BackupName {
        present(self.details.backup_name.as_ref())
    }

    /// The backup's state.
    #[must_use]
    pub fn status(self) -> &'a BackupStatus {
        present(self.details.backup_status.as_ref())
    }

    /// Who made the backup; `None` in genuine responses of early 2018.
    #[must_use]
    pub fn backup_type(self) -> Option<&'a BackupType> {
        self.details.backup_type.as_ref()
    }

    /// The backup's size in bytes, which lags behind by hours.
    #[must_use]
    pub fn size_bytes(self) -> Option<u64> {
        self.details.backup_size_bytes.map(unsigned)
    }

    /// When the backup was made.
    #[must_use]
    pub fn created_at(self) -> Timestamp {
        *present(self.details.backup_creation_date_time.as_ref())
    }

    /// When the backup expires of itself; `None` where it is kept until it is deleted.
    #[must_use]
    pub fn expires_at(self) -> Option<Timestamp> {
        self.details.backup_expiry_date_time
    }

    /// The table that was backed up.
    #[must_use]
    pub fn table(self) -> Table<'a> {
        Table(self.table)
    }

    /// The table's local secondary indexes.
    pub fn local_indexes(self) -> impl ExactSizeIterator<Item = LocalIndex<'a>> {
        let indexes = self.features.and_then(|features| features.local_secondary_indexes.as_deref());
        indexes.unwrap_or_default().iter().map(LocalIndex)
    }

    /// The table's global secondary indexes.
    pub fn global_indexes(self) -> impl ExactSizeIterator<Item = GlobalIndex<'a>> {
        let indexes = self.features.and_then(|features| features.global_secondary_indexes.as_deref());
        indexes.unwrap_or_default().iter().map(GlobalIndex)
    }

    /// The table's vector indexes.
    pub fn vector_indexes(self) -> impl ExactSizeIterator<Item = VectorIndex<'a>> {
        let indexes = self.features.and_then(|features| features.vector_indexes.as_deref());
        indexes.unwrap_or_default().iter().map(VectorIndex)
    }

    /// What the table's stream records; `None` where there is no stream.
    #[must_use]
    pub fn stream_view_type(self) -> Option<&'a StreamViewType> {
        let stream = self.features?.stream_description.as_ref()?;
        if stream.stream_enabled == Some(true) { stream.stream_view_type.as_ref() } else { None }
    }

    /// The attribute that holds the time at which items expire; `None` where the time to live is off or being switched
    /// off.
    #[must_use]
    pub fn time_to_live_attribute(self) -> Option<&'a AttributeName> {
        let ttl = self.features?.time_to_live_description.as_ref()?;
        match &ttl.time_to_live_status {
            Some(TimeToLiveStatus::Disabled | TimeToLiveStatus::Disabling) => None,
            Some(TimeToLiveStatus::Enabled | TimeToLiveStatus::Enabling | TimeToLiveStatus::Unknown(_)) | None => {
                ttl.attribute_name.as_ref()
            }
        }
    }

    /// How the table is encrypted at rest.
    #[must_use]
    pub fn encryption(self) -> Encryption<'a> {
        let Some(sse) = self.features.and_then(|features| features.sse_description.as_ref()) else {
            return Encryption::DynamoDbKey;
        };
        match &sse.sse_type {
            Some(SseType::Kms) => Encryption::Kms {
                key_arn: sse.kms_master_key_arn.as_ref(),
                status: sse.status.as_ref(),
                inaccessible_since: sse.inaccessible_encryption_date_time,
            },
            Some(SseType::Aes256) => Encryption::DynamoDbKey,
            Some(SseType::Unknown(_)) | None => Encryption::Unknown(sse),
        }
    }
}

/// The table that was backed up.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a>(&'a SourceTableDetails);

impl<'a> Table<'a> {
    /// The table's name.
    #[must_use]
    pub fn name(self) -> &'a TableName {
        present(self.0.table_name.as_ref())
    }

    /// The table's id.
    #[must_use]
    pub fn id(self) -> &'a TableId {
        present(self.0.table_id.as_ref())
    }

    /// The table's ARN. Every recorded response has it, though nothing promises it.
    #[must_use]
    pub fn arn(self) -> Option<&'a TableArn> {
        self.0.table_arn.as_ref()
    }

    /// The parts of the table's ARN.
    #[must_use]
    pub fn arn_parts(self) -> Option<TableArnParts<'a>> {
        self.arn()?.parse().ok()
    }

    /// The table's size in bytes, which lags behind by hours.
    #[must_use]
    pub fn size_bytes(self) -> Option<u64> {
        self.0.table_size_bytes.map(unsigned)
    }

    /// The number of items, which lags behind by hours.
    #[must_use]
    pub fn item_count(self) -> Option<u64> {
        self.0.item_count.map(unsigned)
    }

    /// When the table was made.
    #[must_use]
    pub fn created_at(self) -> Timestamp {
        *present(self.0.table_creation_date_time.as_ref())
    }

    /// The table's primary key.
    #[must_use]
    pub fn key(self) -> PrimaryKey<'a> {
        PrimaryKey::of(self.0.key_schema.as_deref())
    }

    /// How the table is charged, and what it may be asked for.
    ///
    /// Responses of before November 2018 and of emulators don't say; there a capacity of 0 and 0 shows an on-demand
    /// table.
    #[must_use]
    pub fn billing(self) -> Billing<'a> {
        let capacity = Capacity::of(present(self.0.provisioned_throughput.as_ref()));
        let on_demand = Billing::OnDemand(Maxima::of(self.0.on_demand_throughput.as_ref()));
        match &self.0.billing_mode {
            Some(BillingMode::PayPerRequest) => on_demand,
            None if capacity == Capacity::NONE => on_demand,
            Some(BillingMode::Provisioned) | None => Billing::Provisioned(capacity),
            Some(mode @ BillingMode::Unknown(_)) => Billing::Unknown { mode, capacity },
        }
    }
}

/// A primary key: a partition key and perhaps a sort key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PrimaryKey<'a> {
    partition: &'a AttributeName,
    sort: Option<&'a AttributeName>,
}

impl<'a> PrimaryKey<'a> {
    fn of(schema: Option<&'a [KeySchemaElement]>) -> Self {
        let schema = schema.unwrap_or_default();
        Self { partition: partition_of(schema), sort: names(schema, KeySchemaElement::is_range).next() }
    }

    /// The attribute that is the partition key.
    #[must_use]
    pub fn partition(self) -> &'a AttributeName {
        self.partition
    }

    /// The attribute that is the sort key.
    #[must_use]
    pub fn sort(self) -> Option<&'a AttributeName> {
        self.sort
    }
}

/// The names of those attributes of a key schema, in their order.
fn names(schema: &[KeySchemaElement], which: fn(&KeySchemaElement) -> bool) -> impl Iterator<Item = &AttributeName> {
    schema.iter().filter(move |element| which(element)).filter_map(|element| element.attribute_name.as_ref())
}

/// The first partition key of a valid schema. Where none is marked as one, a type that this version does not know keeps
/// the rules silent: its attribute stands in for it.
fn partition_of(schema: &[KeySchemaElement]) -> &AttributeName {
    let marked = names(schema, KeySchemaElement::is_hash).next();
    let other = || schema.iter().find(|element| !element.is_range());
    present(marked.or_else(|| other()?.attribute_name.as_ref()))
}

/// How a table is charged, and what it may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Billing<'a> {
    /// By the capacity that was set beforehand.
    Provisioned(Capacity),
    /// By the request.
    OnDemand(Maxima),
    /// In a way that this version does not know.
    #[non_exhaustive]
    Unknown {
        /// The billing mode as it came.
        mode: &'a BillingMode,
        /// The capacity as it came.
        capacity: Capacity,
    },
}

/// Capacity units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Capacity {
    /// Strongly consistent reads per second, of up to 4 KB each.
    pub read: u64,
    /// Writes per second, of up to 1 KB each.
    pub write: u64,
}

impl Capacity {
    const NONE: Self = Self { read: 0, write: 0 };

    fn of(throughput: &ProvisionedThroughput) -> Self {
        Self {
            read: unsigned(*present(throughput.read_capacity_units.as_ref())),
            write: unsigned(*present(throughput.write_capacity_units.as_ref())),
        }
    }
}

/// The most request units per second that an on-demand table or index may be asked for; `None` for no maximum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Maxima {
    /// Of reads.
    pub read: Option<u64>,
    /// Of writes.
    pub write: Option<u64>,
}

impl Maxima {
    fn of(throughput: Option<&OnDemandThroughput>) -> Self {
        // -1 stands for no maximum.
        let maximum = |units: Option<i64>| units.and_then(|units| u64::try_from(units).ok());
        Self {
            read: maximum(throughput.and_then(|throughput| throughput.max_read_request_units)),
            write: maximum(throughput.and_then(|throughput| throughput.max_write_request_units)),
        }
    }
}

/// A local secondary index.
#[derive(Clone, Copy, Debug)]
pub struct LocalIndex<'a>(&'a LocalSecondaryIndexInfo);

impl<'a> LocalIndex<'a> {
    /// The index's name.
    #[must_use]
    pub fn name(self) -> &'a IndexName {
        present(self.0.index_name.as_ref())
    }

    /// The index's key. Its partition key is the table's.
    #[must_use]
    pub fn key(self) -> PrimaryKey<'a> {
        PrimaryKey::of(self.0.key_schema.as_deref())
    }

    /// The attributes that the index holds copies of, beside keys.
    #[must_use]
    pub fn projection(self) -> Projected<'a> {
        Projected::of(present(self.0.projection.as_ref()))
    }
}

/// A global secondary index.
#[derive(Clone, Copy, Debug)]
pub struct GlobalIndex<'a>(&'a GlobalSecondaryIndexInfo);

impl<'a> GlobalIndex<'a> {
    /// The index's name.
    #[must_use]
    pub fn name(self) -> &'a IndexName {
        present(self.0.index_name.as_ref())
    }

    /// The index's key.
    #[must_use]
    pub fn key(self) -> GlobalKey<'a> {
        let schema = self.0.key_schema.as_deref().unwrap_or_default();
        GlobalKey { partition: partition_of(schema), schema }
    }

    /// The attributes that the index holds copies of, beside keys.
    #[must_use]
    pub fn projection(self) -> Projected<'a> {
        Projected::of(present(self.0.projection.as_ref()))
    }

    /// The index's own capacity; `None` where the response gives none, which means the same as 0 and 0.
    #[must_use]
    pub fn capacity(self) -> Option<Capacity> {
        self.0.provisioned_throughput.as_ref().map(Capacity::of).filter(|capacity| *capacity != Capacity::NONE)
    }

    /// The most that the index may be asked for, where its table is on demand.
    #[must_use]
    pub fn maxima(self) -> Maxima {
        Maxima::of(self.0.on_demand_throughput.as_ref())
    }
}

/// The key of a global secondary index: one or more partition keys and perhaps sort keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct GlobalKey<'a> {
    partition: &'a AttributeName,
    schema: &'a [KeySchemaElement],
}

impl<'a> GlobalKey<'a> {
    /// The first partition key; most indexes have no other.
    #[must_use]
    pub fn partition(self) -> &'a AttributeName {
        self.partition
    }

    /// All partition keys, the first one first.
    pub fn partitions(self) -> impl Iterator<Item = &'a AttributeName> {
        core::iter::once(self.partition).chain(names(self.schema, KeySchemaElement::is_hash).skip(1))
    }

    /// The sort keys in their order.
    pub fn sorts(self) -> impl Iterator<Item = &'a AttributeName> {
        names(self.schema, KeySchemaElement::is_range)
    }
}

/// A vector index.
#[derive(Clone, Copy, Debug)]
pub struct VectorIndex<'a>(&'a VectorIndexInfo);

impl<'a> VectorIndex<'a> {
    /// The index's name.
    #[must_use]
    pub fn name(self) -> &'a IndexName {
        present(self.0.index_name.as_ref())
    }

    /// The attribute that holds the vectors.
    #[must_use]
    pub fn attribute(self) -> &'a AttributeName {
        present(present(self.0.vector_attribute.as_ref()).attribute_name.as_ref())
    }

    /// The number of a vector's components.
    #[must_use]
    pub fn dimensions(self) -> u64 {
        unsigned(*present(self.0.dimensions.as_ref()))
    }

    /// How the distance of two vectors is measured.
    #[must_use]
    pub fn distance_function(self) -> &'a VectorDistanceFunction {
        present(self.0.distance_function.as_ref())
    }

    /// The attribute by whose value a search is held to a partition.
    #[must_use]
    pub fn partition(self) -> Option<&'a SearchSchemaAttributeName> {
        self.searched(SearchSchemaElementType::Hash).next()
    }

    /// The attributes that a search can filter by.
    pub fn filters(self) -> impl Iterator<Item = &'a SearchSchemaAttributeName> {
        self.searched(SearchSchemaElementType::InlineFilter)
    }

    fn searched(self, element_type: SearchSchemaElementType) -> impl Iterator<Item = &'a SearchSchemaAttributeName> {
        let schema = self.0.search_schema.as_deref().unwrap_or_default().iter();
        let schema = schema.filter(move |element| element.search_schema_element_type.as_ref() == Some(&element_type));
        schema.filter_map(|element| element.attribute_name.as_ref())
    }

    /// The attributes that the index holds copies of, beside keys.
    #[must_use]
    pub fn projection(self) -> Projected<'a> {
        Projected::of(present(self.0.projection.as_ref()))
    }
}

/// The attributes that an index holds copies of, beside the keys of the table and its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Projected<'a> {
    /// All of the table's attributes.
    All,
    /// None.
    KeysOnly,
    /// Those that are named, at least one.
    Include(&'a [AttributeName]),
    /// In a way that this version does not know.
    #[non_exhaustive]
    Unknown {
        /// The type as it came.
        projection_type: &'a ProjectionType,
        /// The names as they came.
        non_key_attributes: &'a [AttributeName],
    },
}

impl<'a> Projected<'a> {
    fn of(projection: &'a Projection) -> Self {
        let non_key_attributes = projection.non_key_attributes.as_deref().unwrap_or_default();
        match present(projection.projection_type.as_ref()) {
            ProjectionType::All => Self::All,
            ProjectionType::KeysOnly => Self::KeysOnly,
            ProjectionType::Include => Self::Include(non_key_attributes),
            projection_type @ ProjectionType::Unknown(_) => Self::Unknown { projection_type, non_key_attributes },
        }
    }
}

/// How a table is encrypted at rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encryption<'a> {
    /// With a key that `DynamoDB` owns, the default.
    DynamoDbKey,
    /// With a key in the Key Management Service.
    #[non_exhaustive]
    Kms {
        /// The key. Every observed response names it, though nothing promises it.
        key_arn: Option<&'a KmsMasterKeyArn>,
        /// The state of the encryption.
        status: Option<&'a SseStatus>,
        /// Since when the key could not be reached.
        inaccessible_since: Option<Timestamp>,
    },
    /// In a way that the response does not name or this version does not know.
    Unknown(&'a SseDescription),
}
