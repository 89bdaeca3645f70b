//! The indexes of a table.

use super::{Capacity, GlobalKey, OnDemandLimits, PrimaryKey, present, unsigned};
use crate::model::{
    AttributeName, GlobalSecondaryIndexInfo, IndexName, LocalSecondaryIndexInfo, OpenEnum, Projection, ProjectionType,
    SearchSchemaAttributeName, SearchSchemaElementType, VectorDistanceFunction, VectorIndexInfo,
};
use core::fmt;

/// An index of any kind.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::checked::Index;
/// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
/// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
///
/// let valid = Valid::<DescribeBackupOutput>::from_json_str(body)?;
/// match valid.backup().index("by-year").unwrap() {
///     Index::Local(index) => assert_eq!(index.key().sort().unwrap(), "Year"),
///     Index::Global(index) => println!("{}", index.key()),
///     Index::Vector(index) => println!("{} dimensions", index.dimensions()),
///     other => println!("{}", other.name()),
/// }
/// # Ok::<(), dynamodb_backup_model::checked::ReadError<DescribeBackupOutput>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Index<'a> {
    /// A local secondary index.
    Local(LocalIndex<'a>),
    /// A global secondary index.
    Global(GlobalIndex<'a>),
    /// A vector index.
    Vector(VectorIndex<'a>),
}

impl<'a> Index<'a> {
    /// Returns the index's name.
    #[must_use]
    pub fn name(self) -> &'a IndexName {
        match self {
            Self::Local(index) => index.name(),
            Self::Global(index) => index.name(),
            Self::Vector(index) => index.name(),
        }
    }

    /// Returns the attributes that the index holds copies of, besides keys.
    #[must_use]
    pub fn projection(self) -> Projected<'a> {
        match self {
            Self::Local(index) => index.projection(),
            Self::Global(index) => index.projection(),
            Self::Vector(index) => index.projection(),
        }
    }
}

/// Each row: docs, name and structure of a kind of index. All kinds have a name and a projection.
macro_rules! views {
    ($( $( #[$doc:meta] )* $name:ident: $info:ident; )+) => {$(
        $( #[$doc] )*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct $name<'a>(&'a $info);

        impl<'a> $name<'a> {
            pub(super) fn new(info: &'a $info) -> Self {
                Self(info)
            }

            /// Returns the index's name.
            #[must_use]
            pub fn name(self) -> &'a IndexName {
                present(self.0.index_name.as_ref())
            }

            /// Returns the attributes that the index holds copies of, besides keys.
            #[must_use]
            pub fn projection(self) -> Projected<'a> {
                Projected::new(present(self.0.projection.as_ref()))
            }

            /// Returns the wire structure.
            #[must_use]
            pub fn as_wire(self) -> &'a $info {
                self.0
            }
        }
    )+};
}

views! {
    /// A local secondary index.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::checked::Projected;
    /// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
    /// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
    ///
    /// let valid = Valid::<DescribeBackupOutput>::from_json_str(body)?;
    /// let index = valid.backup().local_indexes().next().unwrap();
    /// assert_eq!(index.name(), "by-year");
    /// assert_eq!(index.key().to_string(), "Artist (HASH), Year (RANGE)");
    /// assert_eq!(index.projection(), Projected::All);
    /// # Ok::<(), dynamodb_backup_model::checked::ReadError<DescribeBackupOutput>>(())
    /// ```
    LocalIndex: LocalSecondaryIndexInfo;

    /// A global secondary index.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
    /// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
    ///
    /// let valid = Valid::<DescribeBackupOutput>::from_json_str(body)?;
    /// for index in valid.backup().global_indexes() {
    ///     println!("{}: {}, {}", index.name(), index.key(), index.projection());
    ///     assert!(index.capacity().is_some());
    /// }
    /// # Ok::<(), dynamodb_backup_model::checked::ReadError<DescribeBackupOutput>>(())
    /// ```
    GlobalIndex: GlobalSecondaryIndexInfo;

    /// A vector index.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
    /// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
    ///
    /// let valid = Valid::<DescribeBackupOutput>::from_json_str(body)?;
    /// for index in valid.backup().vector_indexes() {
    ///     println!("{}: {} of {} dimensions", index.name(), index.attribute(), index.dimensions());
    /// }
    /// # Ok::<(), dynamodb_backup_model::checked::ReadError<DescribeBackupOutput>>(())
    /// ```
    VectorIndex: VectorIndexInfo;
}

impl<'a> LocalIndex<'a> {
    /// Returns the index's key. Its partition key is the table's.
    #[must_use]
    pub fn key(self) -> PrimaryKey<'a> {
        PrimaryKey::new(self.0.key_schema.as_deref())
    }
}

impl<'a> GlobalIndex<'a> {
    /// Returns the index's key.
    #[must_use]
    pub fn key(self) -> GlobalKey<'a> {
        GlobalKey::new(self.0.key_schema.as_deref())
    }

    /// Returns the index's provisioned throughput; `None` if it is absent or 0 and 0, which means the same.
    #[must_use]
    pub fn capacity(self) -> Option<Capacity> {
        self.0.provisioned_throughput.as_ref().map(Capacity::new).filter(|capacity| *capacity != Capacity::NONE)
    }

    /// Returns the index's on-demand limits, which apply if its table is on demand.
    #[must_use]
    pub fn on_demand_limits(self) -> OnDemandLimits {
        OnDemandLimits::new(self.0.on_demand_throughput.as_ref())
    }
}

impl<'a> VectorIndex<'a> {
    /// Returns the attribute that holds the vectors.
    #[must_use]
    pub fn attribute(self) -> &'a AttributeName {
        present(present(self.0.vector_attribute.as_ref()).attribute_name.as_ref())
    }

    /// Returns the number of a vector's components.
    #[must_use]
    pub fn dimensions(self) -> u64 {
        unsigned(*present(self.0.dimensions.as_ref()))
    }

    /// Returns how the distance of two vectors is measured.
    #[must_use]
    pub fn distance_function(self) -> &'a VectorDistanceFunction {
        present(OpenEnum::present(self.0.distance_function.as_ref()))
    }

    /// Returns the attribute whose value selects the partition to search.
    #[must_use]
    pub fn partition(self) -> Option<&'a SearchSchemaAttributeName> {
        self.search_attributes(SearchSchemaElementType::Hash).next()
    }

    /// Returns the attributes that a search can filter by.
    pub fn filters(self) -> impl Iterator<Item = &'a SearchSchemaAttributeName> {
        self.search_attributes(SearchSchemaElementType::InlineFilter)
    }

    fn search_attributes(
        self,
        element_type: SearchSchemaElementType,
    ) -> impl Iterator<Item = &'a SearchSchemaAttributeName> {
        let schema = self.0.search_schema.as_deref().unwrap_or_default().iter();
        let schema = schema.filter(move |element| element.search_schema_element_type.as_ref() == Some(&element_type));
        schema.filter_map(|element| element.attribute_name.as_ref())
    }
}

/// The attributes that an index holds copies of, besides the keys of the table and its own.
///
/// [`Display`](fmt::Display) shows the projection type and the names.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::checked::Projected;
/// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
/// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
///
/// let valid = Valid::<DescribeBackupOutput>::from_json_str(body)?;
/// let projection = valid.backup().index("by-genre").unwrap().projection();
/// assert_eq!(projection.to_string(), "INCLUDE (Year, Label, Rating)");
/// match projection {
///     Projected::All => println!("every attribute"),
///     Projected::KeysOnly => println!("no other attributes"),
///     Projected::Include(names) => assert_eq!(names, ["Year", "Label", "Rating"]),
///     other => println!("{other}"),
/// }
/// # Ok::<(), dynamodb_backup_model::checked::ReadError<DescribeBackupOutput>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Projected<'a> {
    /// All attributes of the table.
    All,
    /// No attributes besides the keys.
    KeysOnly,
    /// These attributes, at least one.
    Include(&'a [AttributeName]),
    /// In a way that this version of the crate does not know.
    #[non_exhaustive]
    Unknown {
        /// The type in the response.
        projection_type: &'a ProjectionType,
        /// The names in the response.
        non_key_attributes: &'a [AttributeName],
    },
}

impl<'a> Projected<'a> {
    fn new(projection: &'a Projection) -> Self {
        let non_key_attributes = projection.non_key_attributes.as_deref().unwrap_or_default();
        match present(OpenEnum::present(projection.projection_type.as_ref())) {
            ProjectionType::All => Self::All,
            ProjectionType::KeysOnly => Self::KeysOnly,
            ProjectionType::Include => Self::Include(non_key_attributes),
            projection_type @ ProjectionType::Unknown(_) => Self::Unknown { projection_type, non_key_attributes },
        }
    }
}

impl fmt::Display for Projected<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (projection_type, names): (_, &[AttributeName]) = match self {
            Self::All => (&ProjectionType::All, &[]),
            Self::KeysOnly => (&ProjectionType::KeysOnly, &[]),
            Self::Include(names) => (&ProjectionType::Include, names),
            Self::Unknown { projection_type, non_key_attributes } => (*projection_type, non_key_attributes),
        };
        write!(f, "{projection_type}")?;
        for (index, name) in names.iter().enumerate() {
            write!(f, "{}{name}", if index == 0 { " (" } else { ", " })?;
        }
        if names.is_empty() { Ok(()) } else { f.write_str(")") }
    }
}
