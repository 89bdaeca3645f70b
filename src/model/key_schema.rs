//! Primary keys.

use super::{AttributeName, KeyType};
use crate::shape::structure;

structure! {
    /// One attribute of a primary key.
    ///
    /// The order of a key schema matters: HASH elements stand before RANGE elements.
    KeySchemaElement: "KeySchemaElement" {
        /// The name of the attribute.
        attribute_name: AttributeName = required "AttributeName",

        /// Whether it is a partition key or a sort key.
        key_type: KeyType = required "KeyType",
    }
}

impl KeySchemaElement {
    /// A partition key.
    #[must_use]
    pub fn hash(attribute_name: AttributeName) -> Self {
        Self { attribute_name: Some(attribute_name), key_type: Some(KeyType::Hash), ..Self::default() }
    }

    /// A sort key.
    #[must_use]
    pub fn range(attribute_name: AttributeName) -> Self {
        Self { attribute_name: Some(attribute_name), key_type: Some(KeyType::Range), ..Self::default() }
    }

    /// Whether it is a partition key.
    #[must_use]
    #[inline]
    pub fn is_hash(&self) -> bool {
        matches!(self.key_type, Some(KeyType::Hash))
    }

    /// Whether it is a sort key.
    #[must_use]
    #[inline]
    pub fn is_range(&self) -> bool {
        matches!(self.key_type, Some(KeyType::Range))
    }
}
