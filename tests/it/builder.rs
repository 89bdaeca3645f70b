use dynamodb_backup_model::builder::BackupDetailsBuilder;
use dynamodb_backup_model::{
    AttributeName, BackupArn, BackupDescription, BackupDetails, BackupName, CreateBackupInput, DeleteBackupInput,
    DescribeBackupInput, DescribeBackupOutput, DescribeContinuousBackupsInput, ErrorResponse, GlobalSecondaryIndexInfo,
    IndexName, JsonObject, KeySchemaElement, LocalSecondaryIndexInfo, Projection, ProjectionType,
    ProvisionedThroughput, SourceTableDetails, SourceTableFeatureDetails, SseDescription, StreamSpecification,
    TableName, TimeToLiveDescription, Timestamp, UpdateContinuousBackupsInput, Validate, json,
};
use time::OffsetDateTime;

fn element(name: &str, key_type: &str) -> KeySchemaElement {
    KeySchemaElement::builder().attribute_name(name).key_type(key_type).build()
}

fn units(read: i64, write: i64) -> ProvisionedThroughput {
    ProvisionedThroughput::builder().read_capacity_units(read).write_capacity_units(write).build()
}

fn millis(millis: i64) -> OffsetDateTime {
    Timestamp::from_unix_millis(millis).unwrap().to_offset_date_time()
}

#[test]
fn built_values_equal_those_read_from_json() {
    let table_arn = "arn:aws:dynamodb:us-west-2:123456789012:table/Music";
    let details = BackupDetails::builder()
        .backup_arn(format!("{table_arn}/backup/01576616366715-b4e58d3a"))
        .backup_creation_date_time(millis(1_576_616_366_715))
        .backup_name("music-before-migration")
        .backup_size_bytes(47_185_920)
        .backup_status("AVAILABLE")
        .backup_type("USER")
        .build();
    let owned_arn = table_arn.to_owned();
    let table = SourceTableDetails::builder()
        .billing_mode("PROVISIONED")
        .item_count(128_000)
        .key_schema([element("Artist", "HASH"), element("SongTitle", "RANGE")])
        .provisioned_throughput(units(25, 10))
        .table_arn(&owned_arn)
        .table_creation_date_time(millis(1_516_149_542_009))
        .table_id("b0c04bcc-309b-4352-b2ae-9088af169fe2")
        .table_name("Music")
        .table_size_bytes(47_185_920)
        .build();
    let by_genre = GlobalSecondaryIndexInfo::builder()
        .index_name("by-genre")
        .key_schema(vec![element("Genre", "HASH"), element("AlbumTitle", "RANGE")])
        .projection(
            Projection::builder()
                .projection_type(ProjectionType::Include)
                .non_key_attributes(["Year", "Label", "Rating"])
                .build(),
        )
        .provisioned_throughput(units(10, 5))
        .build();
    let by_label = GlobalSecondaryIndexInfo::builder()
        .index_name("by-label")
        .key_schema([KeySchemaElement::hash(AttributeName::unchecked("Label"))])
        .projection(Projection::builder().projection_type("KEYS_ONLY").build())
        .provisioned_throughput(units(5, 5))
        .build();
    let by_year = LocalSecondaryIndexInfo::builder()
        .index_name(IndexName::try_from("by-year").unwrap())
        .key_schema([element("Artist", "HASH"), element("Year", "RANGE")].as_slice())
        .projection(Projection::builder().projection_type("ALL".to_owned()).build())
        .build();
    let features = SourceTableFeatureDetails::builder()
        .global_secondary_indexes([by_genre, by_label])
        .local_secondary_indexes([by_year])
        .sse_description(
            SseDescription::builder()
                .kms_master_key_arn("arn:aws:kms:us-west-2:123456789012:key/mrk-67c1526d2d8940a3947df29d0358c35a")
                .sse_type("KMS")
                .status("ENABLED")
                .build(),
        )
        .stream_description(
            StreamSpecification::builder().stream_enabled(true).stream_view_type("NEW_AND_OLD_IMAGES").build(),
        )
        .time_to_live_description(
            TimeToLiveDescription::builder().attribute_name("ExpiresAt").time_to_live_status("ENABLED").build(),
        )
        .build();
    let backup = BackupDescription::builder()
        .backup_details(details)
        .source_table_details(table)
        .source_table_feature_details(features);
    let built = DescribeBackupOutput::builder().backup_description(backup.build()).build();

    let document = include_str!("../fixtures/valid/full.json").trim_end();
    assert_eq!(built, json::from_str(document).unwrap());
    assert_eq!(json::to_wire_string(&built), document);
}

#[test]
fn builders_check_nothing_and_validate_reports_it() {
    let unmodeled: JsonObject = [("Colour", "green")].into_iter().collect();
    let details = BackupDetails::builder()
        .backup_name("no name!")
        .backup_status("ACTIVE")
        .maybe_backup_size_bytes(None::<i64>)
        .unmodeled(unmodeled)
        .build();
    assert_eq!(json::to_wire_string(&details), r#"{"BackupName":"no name!","BackupStatus":"ACTIVE","Colour":"green"}"#);
    let report = details.validate();
    let found: Vec<_> = report.iter().map(|violation| (violation.rule().id(), violation.path().as_str())).collect();
    assert_eq!(
        found,
        [
            ("required-member-missing", "/BackupArn"),
            ("text-pattern", "/BackupName"),
            ("unknown-enum-value", "/BackupStatus"),
            ("backup-type-missing", "/BackupType"),
            ("required-member-missing", "/BackupCreationDateTime"),
        ]
    );
}

#[test]
fn error_responses_can_be_built() {
    let error = ErrorResponse::builder()
        .type_name("com.amazonaws.dynamodb.v20120810#BackupNotFoundException")
        .lower_case_message("gone".to_owned())
        .build();
    assert!(error.is_backup_not_found_exception());
    assert_eq!(error.message(), Some("gone"));
}

#[test]
fn builder_types_can_be_named() {
    fn named(builder: BackupDetailsBuilder, name: &str) -> BackupDetails {
        builder.backup_name(name).build()
    }
    let details = named(BackupDetails::builder(), "nightly");
    assert_eq!(details.backup_name.as_ref().unwrap(), "nightly");
}

#[test]
fn inputs_are_made_of_their_required_members() {
    const ARN: &str = "arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a";
    const ON: &str = r#"{"PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true},"TableName":"Music"}"#;
    let arn = || BackupArn::try_from(ARN).unwrap();
    let table = || TableName::try_from("Music").unwrap();
    let name = BackupName::try_from("nightly").unwrap();
    let by_arn = format!(r#"{{"BackupArn":"{ARN}"}}"#);
    let create = CreateBackupInput::new(table(), name);
    assert_eq!(json::to_wire_string(&create), r#"{"BackupName":"nightly","TableName":"Music"}"#);
    assert_eq!(json::to_wire_string(&DescribeBackupInput::new(arn())), by_arn);
    assert_eq!(json::to_wire_string(&DeleteBackupInput::new(arn())), by_arn);
    let describe = DescribeContinuousBackupsInput::new(table());
    assert_eq!(json::to_wire_string(&describe), r#"{"TableName":"Music"}"#);
    let update = UpdateContinuousBackupsInput::new(table(), true);
    assert_eq!(json::to_wire_string(&update), ON);
    for report in [create.validate(), describe.validate(), update.validate()] {
        assert!(report.is_empty(), "{report}");
    }
}
