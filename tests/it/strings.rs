//! Constrained strings and open enums behave like the strings that they hold.

use dynamodb_backup_model::{
    BackupName, BackupStatus, IndexName, TableName, TableNameOrArn, TextErrorKind, TextPattern, UnknownValue,
};
use std::borrow::Borrow;
use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, HashMap};
use std::error::Error as _;
use std::hash::{Hash, Hasher};

/// Strings that are stored inline and on the heap, in an order that is not the sorted one.
const NAMES: [&str; 7] = ["nightly", "", "é", "Z", "a", "nightl", "a-name-that-is-too-long-to-be-inline!"];

fn hash(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[test]
fn maps_of_constrained_strings_are_indexed_by_str() {
    let by_hash: HashMap<BackupName, usize> = NAMES.iter().map(BackupName::unchecked).zip(0..).collect();
    let by_order: BTreeMap<IndexName, usize> = NAMES.iter().map(IndexName::unchecked).zip(0..).collect();
    for (number, name) in NAMES.iter().enumerate() {
        assert_eq!(by_hash.get(*name), Some(&number), "{name:?}");
        assert_eq!(by_order.get(*name), Some(&number), "{name:?}");
    }
    assert_eq!(by_hash.get("weekly"), None);
    assert_eq!(by_order.get("weekly"), None);
}

#[test]
fn constrained_strings_hash_and_order_as_their_strings() {
    for one in NAMES {
        let name = TableName::unchecked(one);
        assert_eq!(Borrow::<str>::borrow(&name), one);
        assert_eq!(hash(&name), hash(one), "{one:?}");
        for other in NAMES {
            assert_eq!(name.cmp(&TableName::unchecked(other)), one.cmp(other), "{one:?} and {other:?}");
            assert_eq!(name == TableName::unchecked(other), one == other, "{one:?} and {other:?}");
        }
    }
}

#[test]
fn constrained_strings_compare_with_strings_on_either_side() {
    let name = TableName::unchecked("Music");
    let (equal, other) = (String::from("Music"), String::from("music"));
    assert!(name == *"Music" && name == "Music" && name == equal);
    assert!(*"Music" == name && "Music" == name && equal == name);
    assert!(name != *"music" && name != "music" && name != other);
    assert!(*"music" != name && "music" != name && other != name);
}

#[test]
fn enums_compare_with_strings_on_either_side() {
    let (available, other) = (String::from("AVAILABLE"), String::from("available"));
    for (status, string, different) in
        [(BackupStatus::Available, &available, &other), (BackupStatus::from("available"), &other, &available)]
    {
        let (str, different_str): (&str, &str) = (string, different);
        assert!(status == *str && status == str && status == *string);
        assert!(*str == status && str == status && *string == status);
        assert!(status != *different_str && status != different_str && status != *different);
        assert!(*different_str != status && different_str != status && *different != status);
    }
}

#[test]
fn enums_convert_to_the_strings_that_they_are_parsed_from() {
    for string in ["AVAILABLE", "CREATING", "DELETED", "", "available", "A_STATUS_OF_MORE_THAN_24_BYTES"] {
        assert_eq!(String::from(BackupStatus::from(string)), string);
    }
}

#[test]
fn an_unknown_value_dereferences_to_its_string() {
    let BackupStatus::Unknown(value) = BackupStatus::from("ARCHIVED") else { panic!() };
    let string: &str = value.as_ref();
    assert_eq!(string, "ARCHIVED");
    assert_eq!(value, "ARCHIVED");
    assert_eq!(format!("{value:>10}"), "  ARCHIVED");
    assert_eq!(<UnknownValue as Into<String>>::into(value), "ARCHIVED");
}

#[test]
fn the_error_of_a_constrained_string_names_the_limit() {
    let error = TableName::try_from("my table").unwrap_err();
    assert_eq!(error.type_name(), "TableName");
    assert_eq!(error.kind(), TextErrorKind::Pattern(TextPattern::Name));
    assert!(error.source().is_none(), "its text is all there is");
    let error = TableName::try_from("a").unwrap_err();
    assert_eq!(error.kind(), TextErrorKind::Length { chars: 1, min: 3, max: Some(255) });
    assert_eq!(error.to_string(), "not a valid TableName: expected 3 to 255 characters, found 1");
    let unlimited = TextErrorKind::Length { chars: 1, min: 3, max: None };
    assert_eq!(unlimited.to_string(), "expected at least 3 characters, found 1");
}

#[test]
fn a_table_is_named_by_its_name_or_its_arn() {
    for (string, name, is_arn) in [
        ("Music", Some("Music"), false),
        ("arn:aws:dynamodb:us-west-2:123456789012:table/Music", Some("Music"), true),
        ("arn:aws:dynamodb:us-west-2:123456789012:index/Music", None, false),
        ("my table", None, false),
    ] {
        let table = TableNameOrArn::unchecked(string);
        assert_eq!(table.table_name().as_ref().map(TableName::as_str), name, "{string}");
        assert_eq!(table.arn().is_some(), is_arn, "{string}");
        assert_eq!(String::from(table), string);
    }
}
