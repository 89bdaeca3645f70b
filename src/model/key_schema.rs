//! Primary keys.

use super::{AttributeName, KeyType};
use crate::shape::structure;

structure! {
    /// One attribute of a primary key.
    ///
    /// The order of a key schema matters: HASH elements precede RANGE elements.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{AttributeName, KeySchemaElement, KeyType, Validate};
    ///
    /// let key = [
    ///     KeySchemaElement::hash(AttributeName::try_from("Artist")?),
    ///     KeySchemaElement::range(AttributeName::try_from("SongTitle")?),
    /// ];
    /// assert_eq!(key[1].key_type, Some(KeyType::Range));
    /// assert!(key.validate().is_valid());
    /// # Ok::<(), dynamodb_backup_model::TextError>(())
    /// ```
    KeySchemaElement: "KeySchemaElement" {
        /// The name of the attribute.
        attribute_name: AttributeName = required "AttributeName",

        /// Whether it is a partition key or a sort key.
        key_type: KeyType = required "KeyType",
    }
}

impl KeySchemaElement {
    /// Returns an element that is a partition key.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{KeySchemaElement, KeyType};
    ///
    /// let element = KeySchemaElement::hash("Artist".try_into()?);
    /// assert_eq!(element.key_type, Some(KeyType::Hash));
    /// # Ok::<(), dynamodb_backup_model::TextError>(())
    /// ```
    #[must_use]
    pub fn hash(attribute_name: AttributeName) -> Self {
        Self { attribute_name: Some(attribute_name), key_type: Some(KeyType::Hash), ..Self::default() }
    }

    /// Returns an element that is a sort key.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{KeySchemaElement, Validate};
    ///
    /// let key = vec![KeySchemaElement::hash("Artist".try_into()?), KeySchemaElement::range("SongTitle".try_into()?)];
    /// assert!(key.validate().is_empty());
    /// # Ok::<(), dynamodb_backup_model::TextError>(())
    /// ```
    #[must_use]
    pub fn range(attribute_name: AttributeName) -> Self {
        Self { attribute_name: Some(attribute_name), key_type: Some(KeyType::Range), ..Self::default() }
    }

    /// Returns whether the element is a partition key.
    #[must_use]
    #[inline]
    pub fn is_hash(&self) -> bool {
        matches!(self.key_type, Some(KeyType::Hash))
    }

    /// Returns whether the element is a sort key.
    #[must_use]
    #[inline]
    pub fn is_range(&self) -> bool {
        matches!(self.key_type, Some(KeyType::Range))
    }
}
