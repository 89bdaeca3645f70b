//! The numbers that AWS can raise, and how much a report holds.

use alloc::string::String;
use core::fmt;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap as _, Serializer};

/// Each row: docs, the field, its type and its value in [`Limits::CURRENT`].
macro_rules! limits {
    ($( $( #[$doc:meta] )* $field:ident: $type:ty = $current:literal; )+) => {
        /// The numbers that some rules compare a response with, and the size of a report.
        ///
        /// AWS raises some of them on request and others from time to time. The default is [`Limits::CURRENT`].
        ///
        /// # Examples
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
        ///
        /// Limits can be read from a configuration file, with serde: an absent field has its default, an unknown one
        /// is an error.
        ///
        /// ```
        /// use dynamodb_backup_model::Limits;
        ///
        /// let limits: Limits = serde_json::from_str(r#"{"global_secondary_indexes": 50}"#)?;
        /// assert_eq!(limits.global_secondary_indexes, 50);
        /// assert_eq!(limits.local_secondary_indexes, Limits::CURRENT.local_secondary_indexes);
        /// assert!(serde_json::from_str::<Limits>(r#"{"gsis": 50}"#).is_err());
        /// # Ok::<(), serde_json::Error>(())
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub struct Limits {
            $( $( #[$doc] )* pub $field: $type, )+
        }

        impl Limits {
            /// The limits of the current service, and the default.
            ///
            /// # Examples
            ///
            /// ```
            /// # use dynamodb_backup_model::Limits;
            /// assert_eq!(Limits::CURRENT.global_secondary_indexes, 20);
            /// ```
            pub const CURRENT: Self = Self { $($field: $current,)+ };

            const FIELDS: &'static [&'static str] = &[$(stringify!($field),)+];
        }

        impl Serialize for Limits {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(Some(Self::FIELDS.len()))?;
                $(map.serialize_entry(stringify!($field), &self.$field)?;)+
                map.end()
            }
        }

        impl<'de> Visitor<'de> for LimitsVisitor {
            type Value = Limits;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with limits")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Limits, A::Error> {
                $(let mut $field: Option<$type> = None;)+
                while let Some(name) = map.next_key::<String>()? {
                    match name.as_str() {
                        $(stringify!($field) => {
                            if $field.replace(map.next_value()?).is_some() {
                                return Err(A::Error::duplicate_field(stringify!($field)));
                            }
                        })+
                        _ => return Err(A::Error::unknown_field(&name, Limits::FIELDS)),
                    }
                }
                Ok(Limits { $($field: $field.unwrap_or(Limits::CURRENT.$field),)+ })
            }
        }
    };
}

struct LimitsVisitor;

impl<'de> Deserialize<'de> for Limits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(LimitsVisitor)
    }
}

limits! {
    /// HASH elements in the key of a global secondary index (`key-schema-hash-count`).
    ///
    /// Source: `CreateTable`, up to 4 since November 2025.
    gsi_hash_elements: usize = 4;
    /// RANGE elements in the key of a global secondary index (`key-schema-range-count`).
    ///
    /// Source: `CreateTable`, up to 4 since November 2025.
    gsi_range_elements: usize = 4;
    /// Local secondary indexes of a table (`lsi-count`).
    ///
    /// Source: `CreateTable`.
    local_secondary_indexes: usize = 5;
    /// Global secondary indexes of a table (`gsi-count`).
    ///
    /// Source: the developer guide's page of quotas; raised on request.
    global_secondary_indexes: usize = 20;
    /// Projected attributes in one index (`projection-attributes-count`).
    ///
    /// Source: the service model, `NonKeyAttributeNameList`.
    non_key_attributes: usize = 20;
    /// Projected attributes over all local secondary indexes (`lsi-projected-attributes-total`).
    ///
    /// Source: API reference, `Projection`.
    lsi_non_key_attributes_total: usize = 100;
    /// Projected attributes over all local and global secondary indexes (`projected-attributes-total`).
    ///
    /// Source: API reference, `Projection`.
    non_key_attributes_total: usize = 100;
    /// Vector indexes of a table (`vector-count`).
    ///
    /// Source: the developer guide's page of quotas.
    vector_indexes: usize = 5;
    /// Components of a vector (`vector-dimensions-quota`).
    ///
    /// Source: the developer guide's page of quotas.
    vector_dimensions: i64 = 4096;
    /// `INLINE_FILTER` elements in the search schema of a vector index (`vector-search-schema-filter-quota`).
    ///
    /// Source: the developer guide's page of quotas.
    vector_inline_filters: usize = 18;
    /// Whether timestamps are checked as on the wire (`timestamp-not-epoch`, `timestamp-finer-than-milliseconds`): for
    /// the author of an emulator, whose clients read nothing else.
    ///
    /// Source: AWS JSON 1.0.
    wire_timestamps: bool = false;
    /// Violations that a [`Report`](super::Report) holds, the first in document order. It counts the others, see
    /// [`Report::omitted`](super::Report::omitted).
    ///
    /// No limit of AWS: it bounds the memory that a hostile document can allocate.
    max_violations: usize = 1000;
}

impl Limits {
    /// The limits from before November 2025: the key of a global secondary index has one HASH element and at most one
    /// RANGE element, like every other key.
    ///
    /// # Examples
    ///
    /// ```
    /// # use dynamodb_backup_model::Limits;
    /// assert_eq!(Limits::BEFORE_2025_11.gsi_hash_elements, 1);
    /// ```
    pub const BEFORE_2025_11: Self = Self { gsi_hash_elements: 1, gsi_range_elements: 1, ..Self::CURRENT };
}

impl Default for Limits {
    fn default() -> Self {
        Self::CURRENT
    }
}
