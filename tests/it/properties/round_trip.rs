//! Reading and writing lose nothing.

use super::config;
use super::formats::{self, numbers_are_digits};
use super::schema::{NOTHING_KNOWN, OUTPUT, Schema};
use super::tree::{Spelling, Tree};
use dynamodb_backup_model::json::{self, WireValue};
use dynamodb_backup_model::{
    BackupSummary, ContinuousBackupsDescription, CreateBackupInput, CreateBackupOutput, DeleteBackupInput,
    DeleteBackupOutput, DescribeBackupInput, DescribeBackupOutput, DescribeBackupResponse,
    DescribeContinuousBackupsInput, DescribeContinuousBackupsOutput, ErrorResponse, Json, ListBackupsInput,
    ListBackupsOutput, PointInTimeRecoveryDescription, PointInTimeRecoverySpecification, Timestamp,
    UpdateContinuousBackupsInput, UpdateContinuousBackupsOutput, generate,
};
use proptest::prelude::*;
use proptest::sample::Index;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;

/// Both ways of writing keep the document; reading gives the value back; a second trip changes nothing.
#[track_caller]
fn round_trips<T: Serialize + DeserializeOwned + WireValue + PartialEq + Debug>(value: &T) {
    let plain = serde_json::to_string(value).unwrap();
    let again: T = json::from_str(&plain).unwrap_or_else(|error| panic!("does not read: {error}\n{plain}"));
    assert_eq!(&again, value, "another value came back from {plain}");
    assert_eq!(serde_json::to_string(&again).unwrap(), plain, "the second trip gave another text");

    let wire = json::to_wire_string(value);
    assert_eq!(json::to_wire_string(&again), wire, "another wire text after {plain}");
    let again: T = json::from_str(&wire).unwrap_or_else(|error| panic!("does not read: {error}\n{wire}"));
    assert_eq!(json::to_wire_string(&again), wire, "the second trip gave another wire text");
    if numbers_are_digits() {
        let [expected, found] = [&plain, &wire].map(|text| NOTHING_KNOWN.kept(&Tree::read(text)));
        assert_eq!(found, expected, "another document in {wire}");
    } else {
        assert_eq!(&again, value, "another value came back from {wire}");
    }
}

/// What `schema` says of the text is what reading and writing do.
fn reads_as_the_model_says(schema: &Schema, tree: &Tree, spelling: Spelling) -> Result<(), TestCaseError> {
    let text = tree.write(spelling);
    let read: Result<DescribeBackupOutput, _> = json::from_str(&text);
    match (schema.kept(tree), read) {
        (Some(expected), Ok(value)) => {
            for written in [json::to_wire_string(&value), serde_json::to_string(&value).unwrap()] {
                let written = schema.kept(&Tree::read(&written)).expect("what was written reads");
                prop_assert_eq!(&written, &expected, "the document changed: {}", text);
            }
        }
        (None, Err(_)) => {}
        (Some(_), Err(error)) => prop_assert!(false, "refused: {}\n{}", error, text),
        (None, Ok(value)) => prop_assert!(false, "should have been refused: {}\n{:?}", text, value),
    }
    Ok(())
}

/// One change to a document.
#[derive(Clone, Debug)]
enum Edit {
    Add(String, Tree),
    Swap(Tree),
    Copy(Index),
    Remove,
    Double,
}

impl Edit {
    fn apply(self, at: Index, tree: &mut Tree) {
        let len = tree.len();
        let place = at.index(len);
        match self {
            Self::Add(name, value) => match tree.nth_mut(place) {
                Tree::Object(members) => members.push((name, value)),
                Tree::List(values) => values.push(value),
                other => *other = value,
            },
            Self::Swap(value) => *tree.nth_mut(place) = value,
            Self::Copy(from) => *tree.nth_mut(place) = tree.nth_mut(from.index(len)).clone(),
            Self::Remove => match tree.nth_mut(place) {
                Tree::Object(members) => drop(members.pop()),
                Tree::List(values) => drop(values.pop()),
                other => *other = Tree::Null,
            },
            Self::Double => match tree.nth_mut(place) {
                Tree::Object(members) if !members.is_empty() => members.push(members[at.index(members.len())].clone()),
                other => *other = Tree::Null,
            },
        }
    }
}

fn tree_of(value: &Json) -> Tree {
    Tree::read(&serde_json::to_string(value).unwrap())
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let tree = || {
        prop_oneof![
            2 => generate::any_json().prop_map(|json| tree_of(&json)),
            1 => Just(Tree::Null),
            1 => Just(Tree::List(Vec::new())),
            1 => Just(Tree::String(String::new())),
            1 => generate::any_timestamp().prop_map(|at| Tree::read(&serde_json::to_string(&at).unwrap())),
            1 => prop::sample::select(
                ["-0", "0.0", "-0.0", "1e3", "1E+3", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
                "18446744073709551616", "1.00000000000000000001", "1576616366.7151234567", "1e-400", "253402300799.999999999"]
                .as_slice()
            ).prop_map(|digits| Tree::Number(digits.to_owned())),
        ]
    };
    let name = prop_oneof![
        generate::any_json_object()
            .prop_map(|members| members.iter().next().map_or_else(String::new, |(name, _)| name.to_owned())),
        prop::sample::select(
            ["BackupDescription", "BackupDetails", "AttributeName", "KeySchema", "Projection"].as_slice()
        )
        .prop_map(str::to_owned),
    ];
    prop_oneof![
        4 => (name, tree()).prop_map(|(name, tree)| Edit::Add(name, tree)),
        2 => tree().prop_map(Edit::Swap),
        1 => any::<Index>().prop_map(Edit::Copy),
        2 => Just(Edit::Remove),
        1 => Just(Edit::Double),
    ]
}

fn any_spelling() -> impl Strategy<Value = Spelling> {
    prop_oneof![3 => Just(Spelling::Short), 1 => Just(Spelling::Long)]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_output_round_trips(output in generate::any_output()) {
        round_trips(&output);
    }

    #[test]
    fn every_response_round_trips(response in any::<DescribeBackupResponse>()) {
        round_trips(&response);
    }

    #[test]
    fn every_response_comes_back_from_every_format(response in generate::any_response()) {
        formats::hold(&response);
    }

    #[test]
    fn every_error_round_trips(error in any::<ErrorResponse>()) {
        round_trips(&error);
    }

    #[test]
    fn every_input_round_trips(input in any::<DescribeBackupInput>()) {
        round_trips(&input);
    }

    #[test]
    fn inputs_and_outputs_of_the_other_operations_round_trip(
        (create_input, create_output) in any::<(CreateBackupInput, CreateBackupOutput)>(),
        (delete_input, delete_output) in any::<(DeleteBackupInput, DeleteBackupOutput)>(),
        (list_input, page, summary) in any::<(ListBackupsInput, ListBackupsOutput, BackupSummary)>(),
    ) {
        round_trips(&create_input);
        round_trips(&create_output);
        round_trips(&delete_input);
        round_trips(&delete_output);
        round_trips(&list_input);
        round_trips(&page);
        round_trips(&summary);
    }

    #[test]
    fn inputs_and_outputs_of_continuous_backups_operations_round_trip(
        (describe_input, described) in any::<(DescribeContinuousBackupsInput, DescribeContinuousBackupsOutput)>(),
        (update_input, updated) in any::<(UpdateContinuousBackupsInput, UpdateContinuousBackupsOutput)>(),
        description in any::<ContinuousBackupsDescription>(),
        recovery in any::<PointInTimeRecoveryDescription>(),
        specification in any::<PointInTimeRecoverySpecification>(),
    ) {
        round_trips(&describe_input);
        round_trips(&described);
        round_trips(&update_input);
        round_trips(&updated);
        round_trips(&description);
        round_trips(&recovery);
        round_trips(&specification);
    }

    #[test]
    fn every_json_value_round_trips(value in any::<Json>()) {
        let text = serde_json::to_string(&value).unwrap();
        let again: Json = json::from_str(&text).unwrap();
        prop_assert_eq!(&again, &value);
        let through: Json = serde_json::Value::from(value.clone()).into();
        prop_assert_eq!(&through, &value);
    }

    #[test]
    fn every_timestamp_round_trips_in_its_form(timestamp in any::<Timestamp>()) {
        let text = serde_json::to_string(&timestamp).unwrap();
        let again: Timestamp = json::from_str(&text).unwrap();
        prop_assert_eq!(again.unix_nanos(), timestamp.unix_nanos());
        prop_assert_eq!(again.is_epoch(), timestamp.is_epoch());
        prop_assert_eq!(again.to_string(), timestamp.to_string());
        prop_assert_eq!(serde_json::to_string(&again).unwrap(), text);
        prop_assert_eq!(again.to_offset_date_time().offset(), timestamp.to_offset_date_time().offset());
    }

    #[test]
    fn every_document_is_read_and_kept_as_the_service_model_specifies(
        output in generate::any_output(),
        edits in prop::collection::vec((any::<Index>(), any_edit()), 0..4),
        spelling in any_spelling(),
    ) {
        let mut tree = Tree::read(&serde_json::to_string(&output).unwrap());
        for (at, edit) in edits {
            edit.apply(at, &mut tree);
        }
        reads_as_the_model_says(&OUTPUT, &tree, spelling)?;
    }

    #[test]
    fn every_other_document_is_kept_in_unknown_members(value in any::<Json>(), spelling in any_spelling()) {
        let tree = Tree::Object(vec![("Other".to_owned(), tree_of(&value))]);
        prop_assert!(NOTHING_KNOWN.kept(&tree).is_some());
        reads_as_the_model_says(&OUTPUT, &tree, spelling)?;
    }
}
