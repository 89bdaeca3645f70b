//! The keys of tables and indexes.

use super::present;
use crate::model::{AttributeName, KeySchemaElement, KeyType};
use core::fmt;

/// The primary key of a table, or the key of a local secondary index: a partition key and perhaps a sort key.
///
/// [`Display`](fmt::Display) shows the attributes as a key schema has them.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
/// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
///
/// let valid = Valid::<DescribeBackupOutput>::from_json_str(body)?;
/// let key = valid.backup().table().key();
/// assert_eq!(key.partition(), "Artist");
/// assert_eq!(key.sort().unwrap(), "SongTitle");
/// assert_eq!(key.to_string(), "Artist (HASH), SongTitle (RANGE)");
/// # Ok::<(), dynamodb_backup_model::checked::ReadError<DescribeBackupOutput>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PrimaryKey<'a> {
    partition: &'a AttributeName,
    sort: Option<&'a AttributeName>,
}

impl<'a> PrimaryKey<'a> {
    pub(super) fn new(schema: Option<&'a [KeySchemaElement]>) -> Self {
        let schema = schema.unwrap_or_default();
        Self { partition: partition_of(schema), sort: names(schema, KeySchemaElement::is_range).next() }
    }

    /// Returns the attribute that is the partition key.
    #[must_use]
    pub fn partition(self) -> &'a AttributeName {
        self.partition
    }

    /// Returns the attribute that is the sort key.
    #[must_use]
    pub fn sort(self) -> Option<&'a AttributeName> {
        self.sort
    }
}

impl fmt::Display for PrimaryKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_key(f, core::iter::once(self.partition), self.sort.into_iter())
    }
}

/// The key of a global secondary index: one or more partition keys and perhaps sort keys.
///
/// [`Display`](fmt::Display) shows the attributes as a key schema has them.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
/// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
///
/// let valid = Valid::<DescribeBackupOutput>::from_json_str(body)?;
/// let key = valid.backup().global_indexes().next().unwrap().key();
/// assert_eq!(key.partition(), "Genre");
/// assert_eq!(key.partition_keys().count(), 1);
/// assert_eq!(key.sort_keys().next().unwrap(), "AlbumTitle");
/// assert_eq!(key.to_string(), "Genre (HASH), AlbumTitle (RANGE)");
/// # Ok::<(), dynamodb_backup_model::checked::ReadError<DescribeBackupOutput>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct GlobalKey<'a> {
    partition: &'a AttributeName,
    schema: &'a [KeySchemaElement],
}

impl<'a> GlobalKey<'a> {
    pub(super) fn new(schema: Option<&'a [KeySchemaElement]>) -> Self {
        let schema = schema.unwrap_or_default();
        Self { partition: partition_of(schema), schema }
    }

    /// Returns the first partition key; most indexes have no other.
    #[must_use]
    pub fn partition(self) -> &'a AttributeName {
        self.partition
    }

    /// Returns all partition keys in their order.
    pub fn partition_keys(self) -> impl Iterator<Item = &'a AttributeName> {
        core::iter::once(self.partition).chain(names(self.schema, KeySchemaElement::is_hash).skip(1))
    }

    /// Returns the sort keys in their order.
    pub fn sort_keys(self) -> impl Iterator<Item = &'a AttributeName> {
        names(self.schema, KeySchemaElement::is_range)
    }
}

impl fmt::Display for GlobalKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_key(f, self.partition_keys(), self.sort_keys())
    }
}

fn write_key<'a>(
    f: &mut fmt::Formatter<'_>,
    partition_keys: impl Iterator<Item = &'a AttributeName>,
    sort_keys: impl Iterator<Item = &'a AttributeName>,
) -> fmt::Result {
    let elements = partition_keys.map(|name| (name, KeyType::Hash)).chain(sort_keys.map(|name| (name, KeyType::Range)));
    for (index, (name, key_type)) in elements.enumerate() {
        let separator = if index == 0 { "" } else { ", " };
        write!(f, "{separator}{name} ({key_type})")?;
    }
    Ok(())
}

/// The names of the selected attributes of a key schema, in their order.
fn names(
    schema: &[KeySchemaElement],
    is_selected: fn(&KeySchemaElement) -> bool,
) -> impl Iterator<Item = &AttributeName> {
    schema.iter().filter(move |element| is_selected(element)).filter_map(|element| element.attribute_name.as_ref())
}

/// The first partition key of a valid key schema. Without a HASH element the schema has one of a type that this version
/// of the crate does not know, about which the rules are silent: that element is the partition key.
fn partition_of(schema: &[KeySchemaElement]) -> &AttributeName {
    let hash = names(schema, KeySchemaElement::is_hash).next();
    let other = || schema.iter().find(|element| !element.is_range());
    present(hash.or_else(|| other()?.attribute_name.as_ref()))
}
