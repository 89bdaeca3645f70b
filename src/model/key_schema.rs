//! Primary keys.

use super::{AttributeName, KeyType};
use crate::json::structure;

structure! {
    /// One attribute of a primary key.
    ///
    /// The order of a key schema matters: HASH elements stand before RANGE elements.
    KeySchemaElement: "KeySchemaElement" {
        /// The name of the attribute. Required by the service model.
        attribute_name: AttributeName = "AttributeName",

        /// Whether it is a partition key or a sort key. Required by the service model.
        key_type: KeyType = "KeyType",
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
}

/// The names of a key schema's attributes of one type, in their order.
pub(crate) fn names_of(schema: &[KeySchemaElement], key_type: KeyType) -> impl Iterator<Item = &AttributeName> {
    schema
        .iter()
        .filter(move |element| element.key_type.as_ref() == Some(&key_type))
        .filter_map(|element| element.attribute_name.as_ref())
}
