//! The numbers that AWS can raise.

/// The numbers that some rules hold a response to. The default is today's service.
///
/// AWS raises some of them on request and others from time to time:
///
/// ```
/// use dynamodb_backup_model::{DescribeBackupOutput, Limits, Validate, json};
///
/// let mut limits = Limits::default();
/// limits.global_secondary_indexes = 50;
/// let output: DescribeBackupOutput = json::from_slice(br#"{"BackupDescription": {}}"#)?;
/// assert_eq!(output.validate_with(&limits).len(), 2);
/// # Ok::<(), json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Limits {
    /// HASH elements in the key of a global secondary index (`key-schema-hash-count`).
    ///
    /// Source: `CreateTable`, up to 4 since November 2025.
    pub gsi_hash_elements: usize,
    /// RANGE elements in the key of a global secondary index (`key-schema-range-count`).
    ///
    /// Source: `CreateTable`, up to 4 since November 2025.
    pub gsi_range_elements: usize,
    /// Local secondary indexes of a table (`lsi-count`).
    ///
    /// Source: `CreateTable`.
    pub local_secondary_indexes: usize,
    /// Global secondary indexes of a table (`gsi-count`).
    ///
    /// Source: the developer guide's page of quotas; raised on request.
    pub global_secondary_indexes: usize,
    /// Projected attributes in one index (`projection-attributes-count`).
    ///
    /// Source: the service model, `NonKeyAttributeNameList`.
    pub non_key_attributes: usize,
    /// Projected attributes over all local secondary indexes (`lsi-projected-attributes-total`).
    ///
    /// Source: the API page, `Projection`.
    pub lsi_non_key_attributes_total: usize,
    /// Projected attributes over all local and global secondary indexes (`projected-attributes-total`).
    ///
    /// Source: API reference, `Projection`.
    pub non_key_attributes_total: usize,
    /// Vector indexes of a table (`vector-count`).
    ///
    /// Source: the developer guide's page of quotas.
    pub vector_indexes: usize,
    /// Components of a vector (`vector-dimensions-quota`).
    ///
    /// Source: the developer guide's page of quotas.
    pub vector_dimensions: i64,
    /// `INLINE_FILTER` elements in the search schema of a vector index (`vector-search-schema-filter-quota`).
    ///
    /// Source: the developer guide's page of quotas.
    pub vector_inline_filters: usize,
}

impl Limits {
    /// The limits of today's service, which are the default.
    pub const TODAY: Self = Self {
        gsi_hash_elements: 4,
        gsi_range_elements: 4,
        local_secondary_indexes: 5,
        global_secondary_indexes: 20,
        non_key_attributes: 20,
        lsi_non_key_attributes_total: 100,
        non_key_attributes_total: 100,
        vector_indexes: 5,
        vector_dimensions: 4096,
        vector_inline_filters: 18,
    };

    /// The limits of before November 2025: the key of a global secondary index is one HASH element and at most one
    /// RANGE element, like every other key.
    pub const CLASSIC: Self = Self { gsi_hash_elements: 1, gsi_range_elements: 1, ..Self::TODAY };
}

impl Default for Limits {
    fn default() -> Self {
        Self::TODAY
    }
}
