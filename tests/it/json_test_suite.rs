//! The cases of [JSONTestSuite](https://github.com/nst/JSONTestSuite): whole, as unknown members, and deep within lists
//! and objects; by themselves and among the documents of an input.

mod cases;

use crate::exact::assert_same;
use crate::other_formats::HAS_ARBITRARY_PRECISION;
use cases::{ACCEPTED, EITHER, REFUSED};
use dynamodb_backup_model::json::{self, Error, WireValue};
use dynamodb_backup_model::{Captured, DescribeBackupOutput, DescribeBackupResponse};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A name of the suite and the bytes of its file.
type Case = (&'static str, Vec<u8>);

fn owned(cases: &[(&'static str, &[u8])]) -> Vec<Case> {
    cases.iter().map(|(name, bytes)| (*name, bytes.to_vec())).collect()
}

/// Every reader must accept these. Two have a duplicate member, which this crate refuses.
fn accepted() -> (Vec<Case>, Vec<Case>) {
    let (duplicate, accepted): (Vec<_>, Vec<_>) =
        owned(&ACCEPTED).into_iter().partition(|(name, _)| name.starts_with("object_duplicated_key"));
    assert_eq!((accepted.len(), duplicate.len()), (93, 2));
    (accepted, duplicate)
}

/// Every reader must refuse these.
fn refused() -> Vec<Case> {
    let mut cases = owned(&REFUSED);
    cases.push(("structure_100000_opening_arrays", vec![b'['; 100_000]));
    cases.push(("structure_open_array_object", [br#"[{"":"#.repeat(50_000), b"\n".to_vec()].concat()));
    assert_eq!(cases.len(), 188);
    cases
}

/// A reader may accept or refuse these.
fn either() -> Vec<Case> {
    let mut cases = owned(&EITHER);
    cases.push(("structure_500_nested_arrays", [b"[".repeat(500), b"]".repeat(500)].concat()));
    assert_eq!(cases.len(), 35);
    cases
}

/// Where an unknown member is put: each has an `@` for it.
const MEMBERS: [&str; 5] = [
    r#"{"New":@}"#,
    r#"{"BackupDescription":{"BackupDetails":{"BackupName":"x","New":@,"Zeta":1}}}"#,
    r#"{"BackupDescription":{"SourceTableDetails":{"KeySchema":[{"AttributeName":"a","New":@}]}}}"#,
    r#"{"BackupDescription":{"New":[null,@,{"a":[]}]}}"#,
    r#"{"BackupDescription":{"New":{"a":@,"b":{"c":@}}}}"#,
];

/// Lists and objects around a case.
const LEVELS: usize = 40;

/// The bytes in the place of each `@`.
fn put(template: &str, case: &[u8]) -> Vec<u8> {
    template.split('@').map(str::as_bytes).collect::<Vec<_>>().join(case)
}

fn nested() -> [String; 2] {
    let lists = "[0,".repeat(LEVELS) + "@" + &"]".repeat(LEVELS);
    let objects = r#"[{"":"#.repeat(LEVELS / 2) + "@" + &"}]".repeat(LEVELS / 2);
    [lists, objects]
}

/// What is read is written as an equal value.
#[track_caller]
fn comes_back<T: Serialize + WireValue>(name: &str, value: &T, text: &str) {
    for written in [serde_json::to_string(value).unwrap(), json::to_wire_string(value)] {
        if HAS_ARBITRARY_PRECISION || !name.starts_with("number_") {
            assert_same(&written, text);
        } else {
            // Integers beyond 64 bits and fractions are the nearest doubles.
            let values = [&written, text].map(|text| serde_json::from_str::<Value>(text).unwrap());
            assert_eq!(values[0], values[1], "{name}: {written}");
        }
    }
}

/// Reads the bytes as one document and among others, which gives the same: a value that comes back, or an error.
#[track_caller]
fn reads<T: DeserializeOwned + Serialize + WireValue>(name: &str, bytes: &[u8]) -> Result<(), Error> {
    let input = [b"{}\n", bytes, b"\n{\"Next\":1}\n"].concat();
    let documents: Vec<_> = json::documents(&input).collect();
    let [_, own @ .., next] = &*documents else { panic!("{name}: {documents:?}") };
    assert_eq!(next.text(), Ok(r#"{"Next":1}"#), "{name}");

    match json::from_slice::<T>(bytes) {
        Ok(value) => {
            let text = str::from_utf8(bytes).unwrap();
            comes_back(name, &value, text);
            let [document] = own else { panic!("{name}: {own:?}") };
            assert_eq!(document.text(), Ok(text.trim()), "{name}");
            comes_back(name, &document.read::<T>().unwrap(), text);
            Ok(())
        }
        Err(error) => {
            assert!(own.iter().any(|document| document.read::<T>().is_err()), "{name}: {own:?}");
            Err(error)
        }
    }
}

/// Reads the bytes as a document of no known kind.
#[track_caller]
fn whole(name: &str, bytes: &[u8]) -> Result<(), Error> {
    let captured: Captured = json::from_slice(bytes)?;
    assert!(matches!(captured, Captured::Unrecognized(_)), "{name}: {captured:?}");
    comes_back(name, &captured, str::from_utf8(bytes).unwrap());
    Ok(())
}

/// Reads the case as each type, in each place.
fn in_every_place(name: &str, case: &[u8]) -> Vec<Result<(), Error>> {
    let mut results = vec![whole(name, case)];
    for template in MEMBERS {
        let text = put(template, case);
        results.push(reads::<DescribeBackupOutput>(name, &text));
        results.push(reads::<DescribeBackupResponse>(name, &text));
        results.push(reads::<Captured>(name, &text));
    }
    for template in nested() {
        results.push(whole(name, &put(&template, case)));
        let document = format!(r#"{{"BackupDescription":{{"New":{template}}}}}"#);
        results.push(reads::<DescribeBackupOutput>(name, &put(&document, case)));
    }
    results
}

#[test]
fn what_every_reader_must_accept_is_read_and_comes_back() {
    for (name, case) in accepted().0 {
        for result in in_every_place(name, &case) {
            assert_eq!(result, Ok(()), "{name}");
        }
    }
}

#[test]
fn a_duplicate_member_is_refused() {
    for (name, case) in accepted().1 {
        for result in in_every_place(name, &case) {
            assert_eq!(result.unwrap_err().message(), "duplicate member `a`", "{name}");
        }
    }
}

#[test]
fn what_every_reader_must_refuse_is_refused() {
    for (name, case) in refused() {
        for result in in_every_place(name, &case) {
            assert!(result.is_err(), "{name}");
        }
    }
}

#[test]
fn what_a_reader_may_refuse_is_refused_or_comes_back() {
    let mut read = Vec::new();
    for (name, case) in either() {
        let results = in_every_place(name, &case);
        assert!(results.iter().all(|result| result.is_ok() == results[0].is_ok()), "{name}: {results:?}");
        if results[0].is_ok() {
            read.push(name);
        }
    }
    // Beyond the range of doubles there is no number without `arbitrary_precision`.
    let numbers = if HAS_ARBITRARY_PRECISION { 10 } else { 5 };
    assert_eq!(read.iter().filter(|name| name.starts_with("number_")).count(), numbers, "{read:?}");
    assert!(read.iter().all(|name| name.starts_with("number_")), "{read:?}");
}

/// The documents of a case by itself. A top-level array is taken apart, and its separators are not checked.
#[test]
fn the_documents_of_a_case_are_its_elements_or_itself() {
    for (_, case) in accepted().0 {
        let documents: Vec<_> = json::documents(&case).collect();
        let texts: Vec<&str> = documents.iter().map(|document| document.text().unwrap()).collect();
        let text = str::from_utf8(&case).unwrap();
        let all = texts.join(",");
        assert_same(&if text.trim().starts_with('[') { format!("[{all}]") } else { all }, text);
    }
    let mut separated: Vec<&str> = Vec::new();
    for (name, case) in refused() {
        if json::documents(&case).all(|document| document.read::<Captured>().is_ok()) {
            separated.push(name);
        }
    }
    assert_eq!(
        separated,
        [
            "array_1_true_without_comma",
            "array_comma_and_number",
            "array_double_comma",
            "array_double_extra_comma",
            "array_extra_comma",
            "array_inner_array_no_comma",
            "array_just_comma",
            "array_missing_value",
            "array_number_and_comma",
            "array_number_and_several_commas",
            "single_space",
            "structure_UTF8_BOM_no_data",
            "structure_double_array",
            "structure_no_data",
            "structure_object_with_trailing_garbage",
        ]
    );
    for (name, case) in either() {
        for document in json::documents(&case) {
            if let Ok(value) = document.read::<Captured>() {
                comes_back(name, &value, document.text().unwrap());
            }
        }
    }
}
