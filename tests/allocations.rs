//! Validating a document that violates no rule allocates nothing.
//!
//! The allocator that counts is the whole process's, so these tests have one of their own.

#[allow(dead_code)]
#[path = "../benches/documents/mod.rs"]
mod documents;

use dynamodb_backup_model::{DescribeBackupOutput, KeySchemaElement, ListBackupsOutput, Timestamp, Validate, json};

fn read(name: &str) -> DescribeBackupOutput {
    let path = format!("{}/tests/fixtures/valid/{name}.json", env!("CARGO_MANIFEST_DIR"));
    json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[track_caller]
fn allocations(output: &DescribeBackupOutput) -> u64 {
    let mut is_clean = false;
    let counted = allocation_counter::measure(|| is_clean = output.validate().is_empty());
    assert!(is_clean, "{}", output.validate());
    counted.count_total
}

#[test]
fn validating_a_document_without_violations_allocates_nothing() {
    for name in ["full", "large", "vector-indexes", "system-backup", "aws-backup", "gsi-multi-attribute-keys"] {
        assert_eq!(allocations(&read(name)), 0, "{name}");
    }
}

/// In whatever order the page has them.
#[test]
fn validating_a_page_of_a_hundred_summaries_allocates_nothing() {
    let mut page: ListBackupsOutput = json::from_str(&documents::page(100)).unwrap();
    let summaries = page.backup_summaries.as_mut().unwrap();
    summaries.sort_by_key(|summary| {
        summary.backup_name.as_ref().map(|name| name.as_str().chars().rev().collect::<String>())
    });
    let mut violations = 0;
    let counted = allocation_counter::measure(|| violations = page.validate().len());
    assert_eq!((violations, counted.count_total), (0, 0), "{}", page.validate());
}

#[test]
fn reading_a_timestamp_allocates_nothing() {
    for text in ["1.576616366715E9", "1576616366", r#""2019-12-17T20:59:26.715000+00:00""#] {
        let counted = allocation_counter::measure(|| assert!(json::from_str::<Timestamp>(text).is_ok()));
        assert_eq!(counted.count_total, 0, "{text}");
    }
}

#[test]
fn writing_a_document_of_up_to_two_kilobytes_allocates_once() {
    for name in ["full", "system-backup", "aws-backup"] {
        let output = read(name);
        let counted = allocation_counter::measure(|| assert!(json::to_wire_string(&output).len() <= 2_048));
        assert_eq!(counted.count_total, 1, "{name}");
    }
}

/// What is counted is counted: else the test above would prove nothing.
#[test]
fn reading_a_document_and_reporting_a_violation_allocate() {
    let mut output = read("full");
    assert!(allocation_counter::measure(|| drop(read("full"))).count_total > 10);
    let details = output.backup_description.as_mut().unwrap().backup_details.as_mut().unwrap();
    details.backup_size_bytes = Some(-1);
    let counted = allocation_counter::measure(|| assert_eq!(output.validate().len(), 1));
    assert!(counted.count_total > 0);
}

/// 300,000 empty elements are 0.9 MB of JSON.
#[test]
fn omitted_violations_take_no_memory() {
    let peak = |names: usize| {
        let mut output = read("full");
        let features = output.backup_description.as_mut().unwrap().source_table_feature_details.as_mut().unwrap();
        let index = &mut features.global_secondary_indexes.as_mut().unwrap()[0];
        // Elements without members, since looking for duplicate names takes memory in proportion to the names.
        index.key_schema = Some(vec![KeySchemaElement::default(); names]);
        let counted = allocation_counter::measure(|| assert!(output.validate().len() == 2 * names));
        // No path and no message is made for what is omitted.
        assert!(names < 300_000 || counted.count_total < 3 * 2 * names as u64, "{} allocations", counted.count_total);
        counted.bytes_max
    };
    let (few, many) = (peak(3_000), peak(300_000));
    assert!(few > 100_000 && many < 2_000_000, "{few} bytes, {many} bytes");
    assert!(many <= few + few / 8, "{few} bytes, {many} bytes");
}
