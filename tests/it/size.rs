//! What the memory that a document takes follows from.

use dynamodb_backup_model::json::{self, MAX_EMPTY_ELEMENTS};
use dynamodb_backup_model::{DescribeBackupOutput, GlobalSecondaryIndexInfo, Json, KeySchemaElement};

fn document(list: &str, element: &str, count: usize) -> String {
    let elements = vec![element; count].join(",");
    format!(r#"{{"BackupDescription":{{"SourceTableFeatureDetails":{{"{list}":[{elements}]}}}}}}"#)
}

#[test]
fn a_list_has_at_most_a_thousand_empty_elements() {
    for (list, element) in [
        ("GlobalSecondaryIndexes", "{}"),
        ("LocalSecondaryIndexes", r#"{"IndexName":null}"#),
        ("VectorIndexes", r#"{"Unknown":0}"#),
    ] {
        let text = document(list, element, MAX_EMPTY_ELEMENTS);
        let output: DescribeBackupOutput = json::from_str(&text).unwrap();
        let features = output.backup_description.unwrap().source_table_feature_details.unwrap();
        let lens = [
            features.global_secondary_indexes.map(|list| list.len()),
            features.local_secondary_indexes.map(|list| list.len()),
            features.vector_indexes.map(|list| list.len()),
        ];
        assert_eq!(lens.into_iter().flatten().collect::<Vec<_>>(), [MAX_EMPTY_ELEMENTS]);

        let error = json::from_str::<DescribeBackupOutput>(&document(list, element, MAX_EMPTY_ELEMENTS + 1));
        let error = error.unwrap_err();
        assert_eq!(error.message(), "expected at most 1000 elements without any known member in one list, found more");
        let path = format!("/BackupDescription/SourceTableFeatureDetails/{list}");
        assert_eq!(error.path(), &path.as_str());
    }
}

#[test]
fn empty_elements_are_counted_wherever_they_are_in_a_list() {
    for others in [1, 2, MAX_EMPTY_ELEMENTS, MAX_EMPTY_ELEMENTS + 1, 3_000] {
        let others = [r#"{"KeySchema":[]}"#].repeat(others);
        for (before, after) in [(0, MAX_EMPTY_ELEMENTS), (1, MAX_EMPTY_ELEMENTS - 1), (MAX_EMPTY_ELEMENTS, 0)] {
            let read = |after: usize| {
                let elements = [["{}"].repeat(before), others.clone(), ["{}"].repeat(after)].concat().join(",");
                json::from_str::<DescribeBackupOutput>(&document("GlobalSecondaryIndexes", &elements, 1))
            };
            assert!(read(after).is_ok(), "{before} {} {after}", others.len());
            assert!(read(after + 1).is_err(), "{before} {} {after}", others.len());
        }
    }
}

#[test]
fn a_list_has_any_number_of_other_elements() {
    let text = document("GlobalSecondaryIndexes", r#"{"KeySchema":[]}"#, 100_000);
    let output: DescribeBackupOutput = json::from_str(&text).unwrap();
    let indexes = output.backup_description.unwrap().source_table_feature_details.unwrap().global_secondary_indexes;
    assert_eq!(indexes.unwrap().len(), 100_000);
}

#[test]
fn a_list_takes_little_more_memory_than_its_elements() {
    let capacity = |count: usize| {
        let text = document("GlobalSecondaryIndexes", r#"{"KeySchema":[]}"#, count);
        let output: DescribeBackupOutput = json::from_str(&text).unwrap();
        let indexes = output.backup_description.unwrap().source_table_feature_details.unwrap().global_secondary_indexes;
        indexes.unwrap().capacity()
    };
    for count in (1..200).chain([1_000, 1_025, 1_100, 2_000, 3_000]) {
        let most = (count + count / 2).max(4);
        assert!(capacity(count) <= most, "{count}: {}", capacity(count));
    }
    // A list that has little room left is not moved.
    assert!(capacity(14) > 14);
}

/// What the memory that a document takes follows from.
#[cfg(target_pointer_width = "64")]
#[test]
fn structures_have_these_sizes() {
    assert!(size_of::<GlobalSecondaryIndexInfo>() <= 192);
    assert!(size_of::<KeySchemaElement>() <= 56);
    // Under `arbitrary_precision` a number is a string.
    assert!(size_of::<Json>() <= size_of::<serde_json::Number>() + 8);
}
