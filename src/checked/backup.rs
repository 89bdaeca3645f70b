//! Backups and the tables that they were made of.

use super::{Billing, GlobalIndex, Index, LocalIndex, PrimaryKey, VectorIndex, present, unsigned};
use crate::model::{
    AttributeName, BackupArn, BackupArnParts, BackupDescription, BackupDetails, BackupName, BackupStatus, BackupType,
    KmsMasterKeyArn, OpenEnum, SourceTableDetails, SourceTableFeatureDetails, SseDescription, SseStatus, SseType,
    StreamViewType, TableArn, TableArnParts, TableId, TableName, TimeToLiveStatus, Timestamp,
};
use core::fmt;

/// A view of the backup that a valid response describes.
///
/// [`Valid::backup`](crate::Valid::backup) returns one. It is a `Copy` reference to the response; two views are equal if
/// the structures that they refer to are equal.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{BackupStatus, DescribeBackupOutput, Valid};
/// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
///
/// let valid = Valid::<DescribeBackupOutput>::from_json_str(body)?;
/// let backup = valid.backup();
/// assert_eq!(backup.name(), "music-before-migration");
/// assert_eq!(backup.status(), &BackupStatus::Available);
/// assert_eq!(backup.created_at().unix_nanos(), 1_576_616_366_715_000_000);
/// assert_eq!(backup.expires_at(), None);
/// assert_eq!(backup.table().name(), "Music");
/// # Ok::<(), dynamodb_backup_model::checked::ReadError<DescribeBackupOutput>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Backup<'a>(&'a BackupDescription);

impl<'a> Backup<'a> {
    pub(super) fn new(description: &'a BackupDescription) -> Self {
        Self(description)
    }

    fn details(self) -> &'a BackupDetails {
        present(self.0.details())
    }

    fn features(self) -> Option<&'a SourceTableFeatureDetails> {
        self.0.features()
    }

    backup_getters! {
        details,
        "Returns who made the backup; `None` in real responses from early 2018.",
        "Returns the backup's size in bytes, which the service updates about every six hours."
    }

    /// Returns the parts of the backup's ARN.
    #[must_use]
    pub fn arn_parts(self) -> BackupArnParts<'a> {
        present(self.arn().parse().ok())
    }

    /// Returns the table that was backed up.
    #[must_use]
    pub fn table(self) -> Table<'a> {
        Table(present(self.0.table()))
    }

    /// Returns the table's local secondary indexes.
    pub fn local_indexes(self) -> impl ExactSizeIterator<Item = LocalIndex<'a>> {
        let indexes = self.features().and_then(|features| features.local_secondary_indexes.as_deref());
        indexes.unwrap_or_default().iter().map(LocalIndex::new)
    }

    /// Returns the table's global secondary indexes.
    pub fn global_indexes(self) -> impl ExactSizeIterator<Item = GlobalIndex<'a>> {
        let indexes = self.features().and_then(|features| features.global_secondary_indexes.as_deref());
        indexes.unwrap_or_default().iter().map(GlobalIndex::new)
    }

    /// Returns the table's vector indexes.
    pub fn vector_indexes(self) -> impl ExactSizeIterator<Item = VectorIndex<'a>> {
        let indexes = self.features().and_then(|features| features.vector_indexes.as_deref());
        indexes.unwrap_or_default().iter().map(VectorIndex::new)
    }

    /// Returns all indexes: the local, the global and the vector indexes.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
    /// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
    ///
    /// let valid = Valid::<DescribeBackupOutput>::from_json_str(body)?;
    /// let names: Vec<&str> = valid.backup().indexes().map(|index| index.name().as_str()).collect();
    /// assert_eq!(names, ["by-year", "by-genre", "by-label"]);
    /// # Ok::<(), dynamodb_backup_model::checked::ReadError<DescribeBackupOutput>>(())
    /// ```
    pub fn indexes(self) -> impl Iterator<Item = Index<'a>> {
        let global = self.global_indexes().map(Index::Global);
        self.local_indexes().map(Index::Local).chain(global).chain(self.vector_indexes().map(Index::Vector))
    }

    /// Returns the index of that name, of which a valid response has at most one.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::checked::Index;
    /// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
    /// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
    ///
    /// let valid = Valid::<DescribeBackupOutput>::from_json_str(body)?;
    /// assert!(matches!(valid.backup().index("by-genre"), Some(Index::Global(_))));
    /// assert_eq!(valid.backup().index("by-mood"), None);
    /// # Ok::<(), dynamodb_backup_model::checked::ReadError<DescribeBackupOutput>>(())
    /// ```
    #[must_use]
    pub fn index(self, name: &str) -> Option<Index<'a>> {
        self.indexes().find(|index| index.name() == name)
    }

    /// Returns what the table's stream records; `None` if there is no stream.
    #[must_use]
    pub fn stream_view_type(self) -> Option<&'a StreamViewType> {
        let stream = self.features()?.stream_description.as_ref()?;
        if stream.stream_enabled == Some(true) { OpenEnum::present(stream.stream_view_type.as_ref()) } else { None }
    }

    /// Returns the attribute that holds the time at which items expire; `None` if Time to Live (TTL) is disabled or
    /// being disabled.
    #[must_use]
    pub fn time_to_live_attribute(self) -> Option<&'a AttributeName> {
        let ttl = self.features()?.time_to_live_description.as_ref()?;
        match OpenEnum::present(ttl.time_to_live_status.as_ref()) {
            Some(TimeToLiveStatus::Disabled | TimeToLiveStatus::Disabling) => None,
            Some(TimeToLiveStatus::Enabled | TimeToLiveStatus::Enabling | TimeToLiveStatus::Unknown(_)) | None => {
                ttl.attribute_name.as_ref()
            }
        }
    }

    /// Returns how the table is encrypted at rest.
    #[must_use]
    pub fn encryption(self) -> Encryption<'a> {
        let Some(sse) = self.features().and_then(|features| features.sse_description.as_ref()) else {
            return Encryption::AwsOwnedKey;
        };
        match OpenEnum::present(sse.sse_type.as_ref()) {
            Some(SseType::Kms) => Encryption::Kms {
                key_arn: sse.kms_master_key_arn.as_ref(),
                status: OpenEnum::present(sse.status.as_ref()),
                inaccessible_since: sse.inaccessible_encryption_date_time,
            },
            Some(SseType::Aes256) => Encryption::AwsOwnedKey,
            Some(SseType::Unknown(_)) | None => Encryption::Unknown(sse),
        }
    }

    /// Returns the wire structure, with the members that this version of the crate does not know.
    #[must_use]
    pub fn as_wire(self) -> &'a BackupDescription {
        self.0
    }
}

/// A view of the table that was backed up.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
/// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
///
/// let valid = Valid::<DescribeBackupOutput>::from_json_str(body)?;
/// let table = valid.backup().table();
/// assert_eq!(table.name(), "Music");
/// assert_eq!(table.key().partition(), "Artist");
/// assert_eq!(table.item_count(), Some(128_000));
/// # Ok::<(), dynamodb_backup_model::checked::ReadError<DescribeBackupOutput>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Table<'a>(&'a SourceTableDetails);

impl<'a> Table<'a> {
    /// Returns the table's name.
    #[must_use]
    pub fn name(self) -> &'a TableName {
        present(self.0.table_name.as_ref())
    }

    /// Returns the table's id.
    #[must_use]
    pub fn id(self) -> &'a TableId {
        present(self.0.table_id.as_ref())
    }

    /// Returns the table's ARN. Every recorded response has it, though nothing promises it.
    #[must_use]
    pub fn arn(self) -> Option<&'a TableArn> {
        self.0.table_arn.as_ref()
    }

    /// Returns the parts of the table's ARN.
    #[must_use]
    pub fn arn_parts(self) -> Option<TableArnParts<'a>> {
        self.arn()?.parse().ok()
    }

    /// Returns the table's size in bytes, which the service updates about every six hours.
    #[must_use]
    pub fn size_bytes(self) -> Option<u64> {
        self.0.table_size_bytes.map(unsigned)
    }

    /// Returns the number of items, which the service updates about every six hours.
    #[must_use]
    pub fn item_count(self) -> Option<u64> {
        self.0.item_count.map(unsigned)
    }

    /// Returns when the table was created.
    #[must_use]
    pub fn created_at(self) -> Timestamp {
        *present(self.0.table_creation_date_time.as_ref())
    }

    /// Returns the table's primary key.
    #[must_use]
    pub fn key(self) -> PrimaryKey<'a> {
        PrimaryKey::new(self.0.key_schema.as_deref())
    }

    /// Returns how the table's reads and writes are charged and limited.
    ///
    /// Responses from before November 2018 and from emulators have no billing mode; there, a provisioned throughput of
    /// 0 and 0 means that the table is on demand.
    #[must_use]
    pub fn billing(self) -> Billing<'a> {
        Billing::new(self.0)
    }

    /// Returns the wire structure, with the members that this version of the crate does not know.
    #[must_use]
    pub fn as_wire(self) -> &'a SourceTableDetails {
        self.0
    }
}

/// How a table is encrypted at rest.
///
/// [`Display`](fmt::Display) shows the kind of key and, if it is in KMS, its ARN.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::checked::Encryption;
/// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
/// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
///
/// let valid = Valid::<DescribeBackupOutput>::from_json_str(body)?;
/// match valid.backup().encryption() {
///     Encryption::AwsOwnedKey => println!("encrypted by default"),
///     Encryption::Kms { key_arn: Some(key), .. } => assert_eq!(key.parse()?.scope.region, "us-west-2"),
///     other => println!("{other}"),
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encryption<'a> {
    /// With an AWS owned key, the default.
    AwsOwnedKey,
    /// With a key in the Key Management Service (KMS).
    #[non_exhaustive]
    Kms {
        /// The key. Every recorded response names it, though nothing promises it.
        key_arn: Option<&'a KmsMasterKeyArn>,
        /// The status of the encryption.
        status: Option<&'a SseStatus>,
        /// Since when `DynamoDB` cannot use the key.
        inaccessible_since: Option<Timestamp>,
    },
    /// In a way that the response does not name or this version of the crate does not know.
    Unknown(&'a SseDescription),
}

impl fmt::Display for Encryption<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AwsOwnedKey => f.write_str("AWS owned key"),
            Self::Kms { key_arn: Some(key_arn), .. } => write!(f, "KMS key {key_arn}"),
            Self::Kms { key_arn: None, .. } => f.write_str("KMS key"),
            Self::Unknown(SseDescription { sse_type: Some(sse_type), .. }) => write!(f, "unknown type {sse_type}"),
            Self::Unknown(SseDescription { sse_type: None, .. }) => f.write_str("unknown type"),
        }
    }
}
