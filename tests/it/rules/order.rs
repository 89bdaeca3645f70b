//! Every violation is reported, in the order of the document.

use super::document::{Document, global, key, list, local, music, music_on_demand, papers, shown, vector};
use dynamodb_backup_model::Rule;
use serde_json::{Value, json};

fn ten_invalid_indexes() -> (Document, Vec<String>) {
    let document = music()
        .set("local", list(5, |number| local(number, 0)))
        .set("global", list(5, |number| global(number, 0)))
        .set("local/0/IndexName", "x")
        .remove("local/1/KeySchema")
        .set("local/2/KeySchema", key("Artist HASH"))
        .set("local/3/KeySchema/0/AttributeName", "other")
        .set("local/4/Projection", json!({}))
        .set("global/0/IndexName", "local-3")
        .set("global/1/KeySchema", key("a RANGE, b HASH"))
        .set("global/2/Projection/ProjectionType", "INCLUDE")
        .remove("global/3/ProvisionedThroughput")
        .set("global/4/ProvisionedThroughput/WriteCapacityUnits", 0);
    let expected = [
        "text-length@local/0/IndexName",
        "index-member-missing@local/1/KeySchema",
        "key-schema-range-count@local/2/KeySchema",
        "lsi-partition-key-mismatch@local/3/KeySchema/0/AttributeName",
        "projection-type-missing@local/4/Projection/ProjectionType",
        "index-name-duplicate@global/0/IndexName",
        "key-schema-order@global/1/KeySchema",
        "projection-attributes-missing@global/2/Projection/NonKeyAttributes",
        "gsi-capacity-missing@global/3/ProvisionedThroughput",
        "provisioned-capacity-zero@global/4/ProvisionedThroughput/WriteCapacityUnits",
    ];
    (document, expected.map(str::to_owned).into())
}

#[test]
fn an_invalid_index_hides_nothing_in_another() {
    let (document, expected) = ten_invalid_indexes();
    document.violates(&expected);
}

#[test]
fn an_invalid_vector_index_hides_nothing_in_another() {
    papers()
        .set("vector", list(5, |number| vector(number, "emb")))
        .set("vector/0/IndexName", "")
        .set("vector/1/VectorAttribute/AttributeName", "PaperId")
        .set("vector/2/SearchSchema", json!([]))
        .set("vector/3/Dimensions", 8)
        .remove("vector/4/DistanceFunction")
        .violates(&[
            "text-length@vector/0/IndexName",
            "text-pattern@vector/0/IndexName",
            "vector-attribute-is-key@vector/1/VectorAttribute/AttributeName",
            "vector-search-schema-empty@vector/2/SearchSchema",
            "vector-shared-attribute-dimensions@vector/3/Dimensions",
            "index-member-missing@vector/4/DistanceFunction",
        ]);
}

/// Members in the order of the service model, whatever their order in the document; a list before its elements; rules about
/// one location in the order of the catalogue.
#[test]
fn violations_are_in_the_order_of_the_service_model() {
    music_on_demand()
        .set("backup", json!({
            "BackupExpiryDateTime": 1,
            "BackupCreationDateTime": 2,
            "BackupType": "USER",
            "BackupStatus": "?",
            "BackupSizeBytes": -1,
            "BackupName": "?",
            "BackupArn": "?",
        }))
        .set("table", json!({
            "BillingMode": "PAY_PER_REQUEST",
            "ItemCount": -1,
            "OnDemandThroughput": {"MaxWriteRequestUnits": 0, "MaxReadRequestUnits": 0},
            "ProvisionedThroughput": {"WriteCapacityUnits": -1, "ReadCapacityUnits": -1},
            "TableCreationDateTime": 3,
            "KeySchema": key("é RANGE, é RANGE"),
            "TableSizeBytes": -1,
            "TableArn": "?",
            "TableId": "?",
            "TableName": "?",
        }))
        .set("features", json!({
            "VectorIndexes": [{"DistanceFunction": "?", "Dimensions": 0, "Projection": {}, "SearchSchema": [], "VectorAttribute": {}, "IndexName": "?"}],
            "SSEDescription": {"InaccessibleEncryptionDateTime": 1, "KMSMasterKeyArn": "?", "SSEType": "AES256", "Status": "DISABLED"},
            "TimeToLiveDescription": {"AttributeName": "", "TimeToLiveStatus": "?"},
            "StreamDescription": {"StreamViewType": "?"},
            "GlobalSecondaryIndexes": [{
                "OnDemandThroughput": {},
                "ProvisionedThroughput": {},
                "Projection": {"NonKeyAttributes": ["a"], "ProjectionType": "ALL"},
                "KeySchema": [],
                "IndexName": "?",
            }],
            "LocalSecondaryIndexes": [{"Projection": {"NonKeyAttributes": [""]}, "KeySchema": [{}], "IndexName": "?"}],
        }))
        .violates(&[
            "text-length@backup/BackupArn",
            "backup-arn-format@backup/BackupArn",
            "text-length@backup/BackupName",
            "text-pattern@backup/BackupName",
            "size-negative@backup/BackupSizeBytes",
            "unknown-enum-value@backup/BackupStatus",
            "backup-before-table@backup/BackupCreationDateTime",
            "expiry-before-creation@backup/BackupExpiryDateTime",
            "user-backup-expiry@backup/BackupExpiryDateTime",
            "text-length@table/TableName",
            "text-pattern@table/TableName",
            "text-pattern@table/TableId",
            "table-arn-format@table/TableArn",
            "size-negative@table/TableSizeBytes",
            "key-schema-hash-count@table/KeySchema",
            "key-schema-range-count@table/KeySchema",
            "key-schema-duplicate-attribute@table/KeySchema/1/AttributeName",
            "pay-per-request-capacity@table/ProvisionedThroughput/ReadCapacityUnits",
            "capacity-negative@table/ProvisionedThroughput/ReadCapacityUnits",
            "pay-per-request-capacity@table/ProvisionedThroughput/WriteCapacityUnits",
            "capacity-negative@table/ProvisionedThroughput/WriteCapacityUnits",
            "on-demand-throughput-range@table/OnDemandThroughput/MaxReadRequestUnits",
            "on-demand-throughput-range@table/OnDemandThroughput/MaxWriteRequestUnits",
            "size-negative@table/ItemCount",
            "text-length@local/0/IndexName",
            "text-pattern@local/0/IndexName",
            "required-member-missing@local/0/KeySchema/0/AttributeName",
            "required-member-missing@local/0/KeySchema/0/KeyType",
            "projection-type-missing@local/0/Projection/ProjectionType",
            "text-length@local/0/Projection/NonKeyAttributes/0",
            "text-length@global/0/IndexName",
            "text-pattern@global/0/IndexName",
            "index-name-duplicate@global/0/IndexName",
            "key-schema-hash-count@global/0/KeySchema",
            "projection-attributes-unexpected@global/0/Projection/NonKeyAttributes",
            "required-member-missing@global/0/ProvisionedThroughput/ReadCapacityUnits",
            "required-member-missing@global/0/ProvisionedThroughput/WriteCapacityUnits",
            "on-demand-throughput-empty@global/0/OnDemandThroughput",
            "required-member-missing@features/StreamDescription/StreamEnabled",
            "unknown-enum-value@features/StreamDescription/StreamViewType",
            "unknown-enum-value@features/TimeToLiveDescription/TimeToLiveStatus",
            "text-length@features/TimeToLiveDescription/AttributeName",
            "sse-status-legacy@features/SSEDescription/Status",
            "sse-type-legacy@features/SSEDescription/SSEType",
            "sse-key-unexpected@features/SSEDescription/KMSMasterKeyArn",
            "sse-key-arn-format@features/SSEDescription/KMSMasterKeyArn",
            "sse-inaccessible-without-kms@features/SSEDescription/InaccessibleEncryptionDateTime",
            "text-length@vector/0/IndexName",
            "text-pattern@vector/0/IndexName",
            "index-name-duplicate@vector/0/IndexName",
            "required-member-missing@vector/0/VectorAttribute/AttributeName",
            "vector-search-schema-empty@vector/0/SearchSchema",
            "projection-type-missing@vector/0/Projection/ProjectionType",
            "vector-dimensions@vector/0/Dimensions",
            "unknown-enum-value@vector/0/DistanceFunction",
        ]);
}

#[test]
fn violations_in_list_elements_are_in_numeric_order() {
    let names: Vec<Value> = (0..12).map(|_| json!("")).collect();
    let mut expected: Vec<String> = Vec::new();
    for number in 0..12 {
        expected.push(format!("text-length@global/0/Projection/NonKeyAttributes/{number}"));
        if number > 0 {
            expected.push(format!("projection-attribute-duplicate@global/0/Projection/NonKeyAttributes/{number}"));
        }
    }
    music().set("global/0/Projection/NonKeyAttributes", names).violates(&expected);
}

#[test]
fn a_report_is_the_same_every_time() {
    let (document, _) = ten_invalid_indexes();
    let output = document.output();
    let report = document.report();
    for _ in 0..10 {
        assert_eq!(dynamodb_backup_model::Validate::validate(&output), report);
    }
}

/// All edits of a valid document together violate what each violates alone, in the order of the document.
#[test]
fn no_violation_hides_another() {
    type Edit = fn(Document) -> Document;
    let edits: [(Edit, &str); 14] = [
        (|document| document.set("backup/BackupName", "a b"), "text-pattern@backup/BackupName"),
        (|document| document.set("backup/BackupSizeBytes", -1), "size-negative@backup/BackupSizeBytes"),
        (|document| document.set("backup/BackupStatus", "ACTIVE"), "unknown-enum-value@backup/BackupStatus"),
        (
            |document| document.set("backup/BackupExpiryDateTime", 1.7e9),
            "user-backup-expiry@backup/BackupExpiryDateTime",
        ),
        (|document| document.remove("table/TableId"), "required-member-missing@table/TableId"),
        (|document| document.set("table/TableSizeBytes", -1), "size-negative@table/TableSizeBytes"),
        (|document| document.set("table/KeySchema/1/AttributeName", ""), "text-length@table/KeySchema/1/AttributeName"),
        (
            |document| document.set("table/ProvisionedThroughput/ReadCapacityUnits", 0),
            "provisioned-capacity-zero@table/ProvisionedThroughput/ReadCapacityUnits",
        ),
        (|document| document.remove("local/0/IndexName"), "index-member-missing@local/0/IndexName"),
        (
            |document| document.set("local/0/KeySchema/0/AttributeName", "other"),
            "lsi-partition-key-mismatch@local/0/KeySchema/0/AttributeName",
        ),
        (
            |document| document.remove("global/0/Projection/ProjectionType"),
            "projection-type-missing@global/0/Projection/ProjectionType",
        ),
        (
            |document| document.remove("features/StreamDescription/StreamViewType"),
            "stream-view-type-missing@features/StreamDescription/StreamViewType",
        ),
        (
            |document| document.remove("features/TimeToLiveDescription/AttributeName"),
            "ttl-attribute-missing@features/TimeToLiveDescription/AttributeName",
        ),
        (
            |document| document.remove("features/SSEDescription/KMSMasterKeyArn"),
            "sse-key-missing@features/SSEDescription/KMSMasterKeyArn",
        ),
    ];
    for (edit, expected) in edits {
        edit(music()).violates(&[expected]);
    }
    let all = edits.map(|(_, expected)| expected);
    edits.iter().fold(music(), |document, (edit, _)| edit(document)).violates(&all);
    edits.iter().rev().fold(music(), |document, (edit, _)| edit(document)).violates(&all);
}

#[test]
fn a_rule_violated_once_is_reported_once() {
    let (document, expected) = ten_invalid_indexes();
    let report = document.report();
    let rules: Vec<Rule> = report.iter().map(dynamodb_backup_model::Violation::rule).collect();
    for rule in &rules {
        assert_eq!(shown(&report.clone().without(&[*rule])).len(), expected.len() - 1);
    }
}
