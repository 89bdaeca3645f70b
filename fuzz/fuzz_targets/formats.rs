//! Any response, with members that are written as absent: it comes back from every format and every wrapper, or the
//! format refuses to write it.

#![no_main]

#[path = "../../tests/it/properties/formats.rs"]
mod formats;
#[path = "../../tests/it/properties/tree.rs"]
#[allow(dead_code)]
mod tree;

use dynamodb_backup_model::{DescribeBackupResponse, json};
use formats::{comes_back, hold};
use libfuzzer_sys::fuzz_target;
use ron::extensions::Extensions;
use tree::{Spelling, Tree};

/// The response with one value of its document written as absent, if it reads.
fn with_absence(response: DescribeBackupResponse, place: u16, absent: Tree) -> DescribeBackupResponse {
    let mut tree = Tree::read(&serde_json::to_string(&response).unwrap());
    *tree.nth_mut(place.into()) = absent;
    json::from_str(&tree.write(Spelling::Short)).unwrap_or(response)
}

/// Whether a value in the tree is one that a format does not have.
fn contains(tree: &Tree, lacks: fn(&Tree) -> bool) -> bool {
    lacks(tree)
        || match tree {
            Tree::List(values) => values.iter().any(|value| contains(value, lacks)),
            Tree::Object(members) => members.iter().any(|(_, value)| contains(value, lacks)),
            Tree::Null | Tree::Bool(_) | Tree::Number(_) | Tree::String(_) => false,
        }
}

/// TOML has no null.
fn toml_lacks(tree: &Tree) -> bool {
    matches!(tree, Tree::Null)
}

/// sonic-rs reads -0.0 as 0.0.
fn sonic_lacks(tree: &Tree) -> bool {
    matches!(tree, Tree::Number(digits) if digits == "-0.0")
}

fuzz_target!(|input: (DescribeBackupResponse, Option<(u16, bool)>)| {
    let (response, absence) = input;
    let response = match absence {
        Some((place, true)) => with_absence(response, place, Tree::List(Vec::new())),
        Some((place, false)) => with_absence(response, place, Tree::Null),
        None => response,
    };
    hold(&response);

    let tree = Tree::read(&serde_json::to_string(&response).unwrap());
    if contains(&tree, toml_lacks) {
        assert!(toml::to_string(&response).is_err());
    } else {
        comes_back("TOML", &response, toml::to_string, |text| toml::from_str(&text));
    }
    let ron = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES);
    comes_back("RON", &response, |response| ron.to_string(response), |text| ron.from_str(&text));
    let to_cbor = |response: &_| {
        let mut bytes = Vec::new();
        ciborium::into_writer(response, &mut bytes).map(|()| bytes)
    };
    comes_back("CBOR", &response, to_cbor, |bytes| ciborium::from_reader(&*bytes));
    if !contains(&tree, sonic_lacks) {
        comes_back("sonic-rs", &response, sonic_rs::to_string, |text| sonic_rs::from_str(&text));
    }
    comes_back("simd-json", &response, simd_json::serde::to_vec, |mut bytes| simd_json::serde::from_slice(&mut bytes));
    comes_back(
        "serde_json_bytes",
        &response,
        |response| serde_json_bytes::to_value(response),
        serde_json_bytes::from_value,
    );
    let to_erased = |response: &_| serde_json::to_string(response as &dyn erased_serde::Serialize);
    comes_back("erased-serde", &response, to_erased, |text| serde_json::from_str(&text));
    assert!(postcard::to_allocvec(&response).is_err(), "it cannot be read back");
});
