//! Structures that are validated alone: paths start at them, and rules that need more than them are not checked.

use super::document::{key, names, shown};
use dynamodb_backup_model::{
    BackupDescription, BackupDetails, DescribeBackupInput, DescribeBackupOutput, DescribeBackupResponse, ErrorResponse,
    GlobalSecondaryIndexInfo, KeySchemaElement, Limits, LocalSecondaryIndexInfo, OnDemandThroughput, Projection,
    ProvisionedThroughput, SearchSchemaElement, SourceTableDetails, SourceTableFeatureDetails, SseDescription,
    StreamSpecification, TimeToLiveDescription, Validate, VectorAttributeDefinition, VectorIndexInfo, json,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

#[track_caller]
fn read<T: DeserializeOwned>(value: &Value) -> T {
    json::from_str(&value.to_string()).unwrap()
}

#[track_caller]
fn alone<T: DeserializeOwned + Validate>(value: &Value, expected: &[&str]) {
    assert_eq!(shown(&read::<T>(value).validate()), expected);
}

#[test]
fn an_input_needs_the_arn_of_a_backup() {
    const MUSIC: &str = "arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a";
    let with = |arn: &str| json!({ "BackupArn": arn });
    alone::<DescribeBackupInput>(&with(MUSIC), &[]);
    alone::<DescribeBackupInput>(&with("arn:aws:backup:us-west-2:123456789012:recovery-point:x"), &[]);
    // The id is no more than what the service made of it.
    alone::<DescribeBackupInput>(&with(&MUSIC.replace("-b4e58d3a", "-c8b6kdk3")), &[]);
    alone::<DescribeBackupInput>(&json!({}), &["required-member-missing@/BackupArn"]);
    alone::<DescribeBackupInput>(&with("x"), &["text-length@/BackupArn", "backup-arn-format@/BackupArn"]);
    alone::<DescribeBackupInput>(&with(&"x".repeat(37)), &["backup-arn-format@/BackupArn"]);
    alone::<DescribeBackupInput>(
        &with(&MUSIC.replace("us-west-2", "cn-north-1")),
        &["arn-region-partition@/BackupArn"],
    );
}

#[test]
fn a_response_is_validated_as_an_output_or_an_error() {
    alone::<DescribeBackupOutput>(&json!({}), &["backup-description-missing@/BackupDescription"]);
    let description = json!({"BackupDescription": {"SourceTableDetails": {"KeySchema": key("a HASH")}}});
    let expected = [
        "backup-details-missing@backup",
        "required-member-missing@table/TableName",
        "required-member-missing@table/TableId",
        "table-arn-missing@table/TableArn",
        "required-member-missing@table/TableCreationDateTime",
        "required-member-missing@table/ProvisionedThroughput",
    ];
    alone::<DescribeBackupOutput>(&description, &expected);
    alone::<DescribeBackupResponse>(&description, &expected);
    let error = json!({"__type": "com.amazonaws.dynamodb.v20120810#BackupNotFoundException"});
    alone::<DescribeBackupResponse>(&error, &[]);
    alone::<ErrorResponse>(&error, &[]);
    let error = json!({"Error": {"Code": "ThrottlingException", "Message": "slow down"}});
    alone::<DescribeBackupResponse>(&error, &[]);
    let error = read::<ErrorResponse>(&error);
    assert!(error.error.unwrap().validate().is_empty());
}

/// Rules about two sections are checked in whatever contains both.
#[test]
fn a_response_and_a_description_check_their_sections_together() {
    let description = json!({
        "BackupDetails": {
            "BackupArn": "arn:aws:dynamodb:us-west-2:123456789012:table/Records/backup/01576616366715-b4e58d3a",
            "BackupName": "records",
            "BackupStatus": "AVAILABLE",
            "BackupType": "USER",
            "BackupCreationDateTime": 1_576_616_366.715,
        },
        "SourceTableDetails": {
            "TableName": "Music",
            "TableId": "b0c04bcc-309b-4352-b2ae-9088af169fe2",
            "TableArn": "arn:aws:dynamodb:us-west-2:123456789012:table/Music",
            "KeySchema": key("pk HASH, sk RANGE"),
            "TableCreationDateTime": 1,
            "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1},
        },
        "SourceTableFeatureDetails": {"LocalSecondaryIndexes": [{
            "IndexName": "one",
            "KeySchema": key("other HASH, a RANGE"),
            "Projection": {"ProjectionType": "ALL"},
        }]},
    });
    let mismatch = "backup-arn-table-mismatch@";
    let partition_key = "lsi-partition-key-mismatch@";
    alone::<BackupDescription>(
        &description,
        &[
            &format!("{mismatch}/BackupDetails/BackupArn"),
            &format!("{partition_key}/SourceTableFeatureDetails/LocalSecondaryIndexes/0/KeySchema/0/AttributeName"),
        ],
    );
    let output = json!({ "BackupDescription": description });
    let expected =
        [&*format!("{mismatch}backup/BackupArn"), &*format!("{partition_key}local/0/KeySchema/0/AttributeName")];
    alone::<DescribeBackupOutput>(&output, &expected);
    alone::<DescribeBackupResponse>(&output, &expected);
    alone::<BackupDetails>(&description["BackupDetails"], &[]);
    alone::<SourceTableDetails>(&description["SourceTableDetails"], &[]);
    alone::<SourceTableFeatureDetails>(&description["SourceTableFeatureDetails"], &[]);
    alone::<BackupDescription>(
        &json!({}),
        &["backup-details-missing@/BackupDetails", "source-table-details-missing@/SourceTableDetails"],
    );
}

#[test]
fn backup_details_are_validated_alone() {
    alone::<BackupDetails>(
        &json!({}),
        &[
            "required-member-missing@/BackupArn",
            "required-member-missing@/BackupName",
            "required-member-missing@/BackupStatus",
            "backup-type-missing@/BackupType",
            "required-member-missing@/BackupCreationDateTime",
        ],
    );
}

/// A table knows its own billing mode.
#[test]
fn a_table_is_validated_alone() {
    let table = json!({
        "TableName": "Music",
        "TableId": "b0c04bcc-309b-4352-b2ae-9088af169fe2",
        "TableArn": "arn:aws:dynamodb:us-west-2:123456789012:table/Records",
        "KeySchema": key("pk RANGE"),
        "TableCreationDateTime": 1,
        "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 0},
        "OnDemandThroughput": {"MaxReadRequestUnits": 1},
        "BillingMode": "PROVISIONED",
    });
    alone::<SourceTableDetails>(
        &table,
        &[
            "table-arn-name-mismatch@/TableArn",
            "key-schema-hash-count@/KeySchema",
            "provisioned-capacity-zero@/ProvisionedThroughput/WriteCapacityUnits",
            "on-demand-throughput-unexpected@/OnDemandThroughput",
        ],
    );
}

/// Whether it is a table's or an index's is not said: what neither may have is reported.
#[test]
fn a_key_schema_is_validated_alone() {
    let schema = |elements: &str| read::<Vec<KeySchemaElement>>(&key(elements));
    let violates = |elements: &str, expected: &[&str]| {
        assert_eq!(shown(&schema(elements).validate()), expected, "{elements}");
        assert_eq!(shown(&schema(elements).as_slice().validate()), expected, "{elements}");
    };
    violates("a HASH", &[]);
    violates("a HASH, b RANGE", &[]);
    violates("a HASH, b HASH, c HASH, d HASH, e RANGE, f RANGE, g RANGE, h RANGE", &[]);
    violates("", &["key-schema-hash-count@"]);
    violates("a RANGE", &["key-schema-hash-count@"]);
    violates("a HASH, b HASH, c HASH, d HASH, e HASH", &["key-schema-hash-count@"]);
    violates("a HASH, b RANGE, c RANGE, d RANGE, e RANGE, f RANGE", &["key-schema-range-count@"]);
    violates("a RANGE, b HASH", &["key-schema-order@"]);
    violates("a HASH, a RANGE", &["key-schema-duplicate-attribute@/1/AttributeName"]);
    violates("a HASH, b SORT", &["unknown-enum-value@/1/KeyType"]);

    let with = |elements: &str, limits: &Limits| shown(&schema(elements).validate_with(limits));
    assert_eq!(with("a HASH, b RANGE", &Limits::BEFORE_2025_11), [""; 0]);
    assert_eq!(with("a HASH, b HASH", &Limits::BEFORE_2025_11), ["key-schema-hash-count@"]);
    assert_eq!(with("a HASH, b RANGE, c RANGE", &Limits::BEFORE_2025_11), ["key-schema-range-count@"]);
    // A table's key has its one HASH and its one RANGE, whatever a global index may have.
    let mut none = Limits::default();
    (none.gsi_hash_elements, none.gsi_range_elements) = (0, 0);
    assert_eq!(with("a HASH, b RANGE", &none), [""; 0]);
    assert_eq!(with("a HASH, b HASH", &none), ["key-schema-hash-count@"]);
}

#[test]
fn a_key_schema_element_is_validated_alone() {
    alone::<KeySchemaElement>(&json!({"AttributeName": "a", "KeyType": "RANGE"}), &[]);
    alone::<KeySchemaElement>(
        &json!({}),
        &["required-member-missing@/AttributeName", "required-member-missing@/KeyType"],
    );
}

#[test]
fn throughput_is_validated_alone() {
    let units = |read, write| json!({"ReadCapacityUnits": read, "WriteCapacityUnits": write});
    alone::<ProvisionedThroughput>(&units(0, 0), &[]);
    alone::<ProvisionedThroughput>(&units(5, 5), &[]);
    alone::<ProvisionedThroughput>(&units(-5, 5), &["capacity-negative@/ReadCapacityUnits"]);
    // Neither billing mode has these.
    alone::<ProvisionedThroughput>(&units(0, 5), &["capacity-half-zero@"]);
    alone::<OnDemandThroughput>(&json!({}), &["on-demand-throughput-empty@"]);
    alone::<OnDemandThroughput>(
        &json!({"MaxReadRequestUnits": 0}),
        &["on-demand-throughput-range@/MaxReadRequestUnits"],
    );
    alone::<OnDemandThroughput>(&json!({"MaxReadRequestUnits": 1}), &[]);
}

#[test]
fn features_are_validated_alone() {
    alone::<SourceTableFeatureDetails>(&json!({}), &[]);
    let index =
        json!({"IndexName": "one", "KeySchema": key("a HASH, b RANGE"), "Projection": {"ProjectionType": "ALL"}});
    let vector = json!({"IndexName": "one", "VectorAttribute": {"AttributeName": "b"}, "Projection": {"ProjectionType": "ALL"}, "Dimensions": 1, "DistanceFunction": "COSINE"});
    let features = json!({
        "LocalSecondaryIndexes": [index],
        "GlobalSecondaryIndexes": [index],
        "VectorIndexes": [vector],
    });
    alone::<SourceTableFeatureDetails>(
        &features,
        &[
            "index-name-duplicate@/GlobalSecondaryIndexes/0/IndexName",
            "index-name-duplicate@/VectorIndexes/0/IndexName",
            "vector-attribute-is-key@/VectorIndexes/0/VectorAttribute/AttributeName",
        ],
    );
}

#[test]
fn indexes_are_validated_alone() {
    alone::<LocalSecondaryIndexInfo>(
        &json!({"KeySchema": key("a HASH")}),
        &["index-member-missing@/IndexName", "key-schema-range-count@/KeySchema", "index-member-missing@/Projection"],
    );
    // Without its table an index's billing is not known.
    alone::<GlobalSecondaryIndexInfo>(
        &json!({"IndexName": "ab", "KeySchema": key("a RANGE"), "Projection": {}}),
        &[
            "text-length@/IndexName",
            "key-schema-hash-count@/KeySchema",
            "projection-type-missing@/Projection/ProjectionType",
        ],
    );
    alone::<VectorIndexInfo>(
        &json!({"Dimensions": 0, "SearchSchema": []}),
        &[
            "index-member-missing@/IndexName",
            "index-member-missing@/VectorAttribute",
            "vector-search-schema-empty@/SearchSchema",
            "index-member-missing@/Projection",
            "vector-dimensions@/Dimensions",
            "index-member-missing@/DistanceFunction",
        ],
    );
    alone::<VectorAttributeDefinition>(&json!({}), &["required-member-missing@/AttributeName"]);
}

#[test]
fn a_projection_is_validated_alone() {
    alone::<Projection>(&json!({"ProjectionType": "ALL"}), &[]);
    alone::<Projection>(&json!({}), &["projection-type-missing@/ProjectionType"]);
    alone::<Projection>(&json!({"ProjectionType": "INCLUDE"}), &["projection-attributes-missing@/NonKeyAttributes"]);
    alone::<Projection>(
        &json!({"ProjectionType": "INCLUDE", "NonKeyAttributes": names(21)}),
        &["projection-attributes-count@/NonKeyAttributes"],
    );
}

#[test]
fn a_search_schema_is_validated_alone() {
    let hash = json!({"AttributeName": "a", "SearchSchemaElementType": "HASH"});
    let schema = |elements: Value| read::<Vec<SearchSchemaElement>>(&elements);
    assert_eq!(shown(&schema(json!([])).validate()), ["vector-search-schema-empty@"]);
    assert_eq!(shown(&schema(json!([hash])).validate()), [""; 0]);
    assert_eq!(shown(&schema(json!([hash, hash])).validate()), ["vector-search-schema-hash-count@"]);
    assert_eq!(
        shown(&schema(json!([hash, {"AttributeName": "b"}])).validate()),
        ["required-member-missing@/1/SearchSchemaElementType"]
    );
    alone::<SearchSchemaElement>(&hash, &[]);
    alone::<SearchSchemaElement>(
        &json!({}),
        &["required-member-missing@/AttributeName", "required-member-missing@/SearchSchemaElementType"],
    );
}

#[test]
fn other_features_are_validated_alone() {
    alone::<StreamSpecification>(&json!({"StreamEnabled": true}), &["stream-view-type-missing@/StreamViewType"]);
    alone::<StreamSpecification>(&json!({}), &["required-member-missing@/StreamEnabled"]);
    alone::<TimeToLiveDescription>(&json!({"TimeToLiveStatus": "ENABLED"}), &["ttl-attribute-missing@/AttributeName"]);
    alone::<TimeToLiveDescription>(&json!({}), &[]);
    alone::<SseDescription>(&json!({"SSEType": "KMS"}), &["sse-key-missing@/KMSMasterKeyArn"]);
    // Without its table the key's region is its own affair.
    let arn = "arn:aws:kms:eu-west-1:123456789012:key/x";
    alone::<SseDescription>(&json!({"SSEType": "KMS", "KMSMasterKeyArn": arn}), &[]);
}
