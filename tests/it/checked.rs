//! The checked view: a valid value is read without an `Option` for what must be present, and nothing else is valid.

use dynamodb_backup_model::checked::{Billing, Encryption, Index, Invalid, Projected, ReadError, Recovery};
use dynamodb_backup_model::{
    BackupArnParts, BackupDescription, BackupDetails, BackupStatus, BackupType, CreateBackupOutput,
    DescribeBackupOutput, DescribeContinuousBackupsOutput, IndexName, Limits, ListBackupsOutput, Rule, StreamViewType,
    Timestamp, UpdateContinuousBackupsOutput, Valid, Validate, VectorDistanceFunction, Violation, json,
};
use serde_json::{Value, json};
use std::collections::HashSet;
use std::error::Error as _;

const FULL: &str = include_str!("../fixtures/valid/full.json");

fn full() -> Value {
    serde_json::from_str(FULL).unwrap()
}

/// The full document with one value set, or removed.
fn edited(pointer: &str, value: Option<Value>) -> Value {
    let mut document = full();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = document.pointer_mut(parent).unwrap();
    match (parent, value) {
        (Value::Object(members), Some(value)) => {
            members.insert(name.to_owned(), value);
        }
        (Value::Object(members), None) => {
            members.remove(name).unwrap();
        }
        (other, _) => panic!("not an object: {other}"),
    }
    document
}

#[track_caller]
fn valid(document: &Value) -> Valid<DescribeBackupOutput> {
    Valid::from_json_str(&document.to_string()).unwrap_or_else(|error| panic!("{error}: {:?}", error.source()))
}

const TABLE: &str = "/BackupDescription/SourceTableDetails";
const FEATURES: &str = "/BackupDescription/SourceTableFeatureDetails";

#[test]
fn required_members_are_not_options() {
    let valid = valid(&full());
    let backup = valid.backup();
    assert_eq!(backup.arn(), &"arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a");
    let BackupArnParts::DynamoDb { scope, table_name, backup_id, .. } = backup.arn_parts() else { panic!() };
    assert_eq!((scope.partition, scope.region, scope.account_id), ("aws", "us-west-2", "123456789012"));
    assert_eq!((table_name, backup_id.as_str()), ("Music", "01576616366715-b4e58d3a"));
    assert_eq!(backup_id.created_at(), Some(backup.created_at().to_offset_date_time()));
    assert_eq!(backup.name(), &"music-before-migration");
    assert_eq!(backup.status(), &BackupStatus::Available);
    assert_eq!(backup.backup_type(), Some(&BackupType::User));
    assert_eq!(backup.size_bytes(), Some(47_185_920));
    assert_eq!(backup.created_at().unix_nanos(), 1_576_616_366_715_000_000);
    assert_eq!(backup.expires_at(), None);

    let table = backup.table();
    assert_eq!(table.name(), &"Music");
    assert_eq!(table.id(), &"b0c04bcc-309b-4352-b2ae-9088af169fe2");
    assert_eq!(table.arn().unwrap(), &"arn:aws:dynamodb:us-west-2:123456789012:table/Music");
    assert_eq!(table.arn_parts().unwrap().table_name, "Music");
    assert_eq!(table.size_bytes(), Some(47_185_920));
    assert_eq!(table.item_count(), Some(128_000));
    assert_eq!(table.created_at().unix_nanos(), 1_516_149_542_009_000_000);
    assert_eq!(
        (table.key().partition(), table.key().sort().unwrap()),
        (&"Artist".try_into().unwrap(), &"SongTitle".try_into().unwrap())
    );
    let Billing::Provisioned(capacity) = table.billing() else { panic!() };
    assert_eq!((capacity.read, capacity.write), (25, 10));

    let local: Vec<_> = backup.local_indexes().collect();
    assert_eq!(local.len(), 1);
    assert_eq!(local[0].name(), &"by-year");
    assert_eq!(local[0].key().partition(), table.key().partition());
    assert_eq!(local[0].key().sort().unwrap(), &"Year");
    assert_eq!(local[0].projection(), Projected::All);

    let global: Vec<_> = backup.global_indexes().collect();
    assert_eq!(global.iter().map(|index| index.name().as_str()).collect::<Vec<_>>(), ["by-genre", "by-label"]);
    assert_eq!(global[0].key().partition(), &"Genre");
    assert_eq!(global[0].key().sort_keys().map(AsRef::as_ref).collect::<Vec<&str>>(), ["AlbumTitle"]);
    let Projected::Include(names) = global[0].projection() else { panic!() };
    assert_eq!(names, ["Year", "Label", "Rating"]);
    let capacity = global[0].capacity().unwrap();
    assert_eq!((capacity.read, capacity.write), (10, 5));
    assert_eq!(global[1].key().sort_keys().count(), 0);
    assert_eq!(global[1].projection(), Projected::KeysOnly);
    let limits = global[1].on_demand_limits();
    assert_eq!((limits.read, limits.write), (None, None));

    assert_eq!(backup.vector_indexes().len(), 0);
    assert_eq!(backup.stream_view_type(), Some(&StreamViewType::NewAndOldImages));
    assert_eq!(backup.time_to_live_attribute().unwrap(), &"ExpiresAt");
    let Encryption::Kms { key_arn: Some(key), inaccessible_since: None, .. } = backup.encryption() else { panic!() };
    assert_eq!(key.parse().unwrap().key_id, "mrk-67c1526d2d8940a3947df29d0358c35a");
}

#[test]
fn a_bare_description_has_the_same_view() {
    let description: BackupDescription = serde_json::from_value(full()["BackupDescription"].clone()).unwrap();
    let valid = Valid::new(description).unwrap();
    assert_eq!(valid.backup().name(), &"music-before-migration");
    assert_eq!(valid.backup().global_indexes().len(), 2);
}

#[test]
fn a_system_backup_has_an_expiry() {
    let document: Value = serde_json::from_str(include_str!("../fixtures/valid/system-backup.json")).unwrap();
    let valid = valid(&document);
    let backup = valid.backup();
    assert_eq!(backup.backup_type(), Some(&BackupType::System));
    assert_eq!(backup.expires_at().unwrap().unix_nanos(), 1_663_155_598_225_000_000);
}

/// A backup that another service has made and deletes, with everything that a response may leave out.
fn summary() -> Value {
    json!({
        "BackupArn": "arn:aws:backup:us-west-2:123456789012:recovery-point:c1d2",
        "BackupName": "nightly",
        "BackupStatus": "AVAILABLE",
        "BackupType": "AWS_BACKUP",
        "BackupSizeBytes": 7,
        "BackupCreationDateTime": 1_576_616_366,
        "BackupExpiryDateTime": 1_576_716_366,
        "TableArn": "arn:aws:dynamodb:us-west-2:123456789012:table/Music",
        "TableId": "b0c04bcc-309b-4352-b2ae-9088af169fe2",
        "TableName": "Music",
    })
}

fn without(mut value: Value, members: &[&str]) -> Value {
    value.as_object_mut().unwrap().retain(|name, _| !members.contains(&name.as_str()));
    value
}

#[test]
fn a_created_backup_shows_all_its_members() {
    let details = without(summary(), &["TableArn", "TableId", "TableName"]);
    let output = json!({ "BackupDetails": details }).to_string();
    let output = Valid::<CreateBackupOutput>::from_json_str(&output).unwrap();
    let alone = Valid::<BackupDetails>::from_json_str(&details.to_string()).unwrap();
    assert_eq!(output.backup(), alone.backup());
    let backup = output.backup();
    assert_eq!(Some(backup.as_wire()), output.backup_details.as_ref());
    assert_eq!(backup.arn(), details["BackupArn"].as_str().unwrap());
    assert_eq!((backup.name(), backup.status()), (&"nightly".try_into().unwrap(), &BackupStatus::Available));
    assert_eq!((backup.backup_type(), backup.size_bytes()), (Some(&BackupType::AwsBackup), Some(7)));
    assert_eq!(backup.created_at().unix_millis(), 1_576_616_366_000);
    assert_eq!(backup.expires_at().map(Timestamp::unix_millis), Some(1_576_716_366_000));

    let least = without(details, &["BackupType", "BackupSizeBytes", "BackupExpiryDateTime"]);
    let least = Valid::<BackupDetails>::from_json_str(&least.to_string()).unwrap();
    let backup = least.backup();
    assert_eq!((backup.backup_type(), backup.size_bytes(), backup.expires_at()), (None, None, None));
}

#[test]
fn a_listed_backup_shows_all_its_members() {
    let least = without(summary(), &["BackupType", "BackupSizeBytes", "BackupExpiryDateTime"]);
    let page = json!({ "BackupSummaries": [summary(), least] }).to_string();
    let page = Valid::<ListBackupsOutput>::from_json_str(&page)
        .unwrap_or_else(|error| panic!("{error}: {:?}", error.source()));
    let backup = page.backups().next().unwrap();
    assert_eq!(backup.as_wire(), &page.backup_summaries.as_ref().unwrap()[0]);
    assert_eq!((backup.name(), backup.status()), (&"nightly".try_into().unwrap(), &BackupStatus::Available));
    assert_eq!((backup.table_name(), backup.table_arn_parts().table_name), (&"Music".try_into().unwrap(), "Music"));
    assert_eq!(backup.table_id(), &"b0c04bcc-309b-4352-b2ae-9088af169fe2");
    assert_eq!((backup.backup_type(), backup.size_bytes()), (Some(&BackupType::AwsBackup), Some(7)));
    assert_eq!(backup.created_at().unix_millis(), 1_576_616_366_000);
    assert_eq!(backup.expires_at().map(Timestamp::unix_millis), Some(1_576_716_366_000));
    assert_eq!(backup.arn_parts(), backup.arn().parse().unwrap());

    let backup = page.backups().nth(1).unwrap();
    assert_eq!((backup.backup_type(), backup.size_bytes(), backup.expires_at()), (None, None, None));
}

#[test]
fn billing_is_inferred_from_throughput_if_the_mode_is_absent() {
    let billing = |mode: Option<&str>, read: i64, write: i64, limits: Option<Value>| {
        let mut document = edited(FEATURES, Some(json!({})));
        let table = document.pointer_mut(TABLE).unwrap().as_object_mut().unwrap();
        table.remove("BillingMode");
        if let Some(mode) = mode {
            table.insert("BillingMode".into(), mode.into());
        }
        if let Some(limits) = limits {
            table.insert("OnDemandThroughput".into(), limits);
        }
        table["ProvisionedThroughput"] = json!({"ReadCapacityUnits": read, "WriteCapacityUnits": write});
        format!("{:?}", valid(&document).backup().table().billing())
    };
    assert_eq!(billing(None, 5, 6, None), "Provisioned(Capacity { read: 5, write: 6 })");
    assert_eq!(billing(Some("PROVISIONED"), 5, 6, None), "Provisioned(Capacity { read: 5, write: 6 })");
    let unlimited = "OnDemand(OnDemandLimits { read: None, write: None })";
    assert_eq!(billing(None, 0, 0, None), unlimited);
    assert_eq!(billing(Some("PAY_PER_REQUEST"), 0, 0, None), unlimited);
    let limits = json!({"MaxReadRequestUnits": -1, "MaxWriteRequestUnits": 100});
    assert_eq!(
        billing(Some("PAY_PER_REQUEST"), 0, 0, Some(limits)),
        "OnDemand(OnDemandLimits { read: None, write: Some(100) })"
    );
    assert_eq!(
        billing(Some("BY_THE_MOON"), 0, 3, None),
        r#"Unknown { mode: Unknown(UnknownValue("BY_THE_MOON")), capacity: Capacity { read: 0, write: 3 } }"#
    );
}

#[test]
fn a_global_index_key_has_all_its_attributes_in_order() {
    let schema = json!([
        {"AttributeName": "a", "KeyType": "HASH"}, {"AttributeName": "b", "KeyType": "HASH"},
        {"AttributeName": "c", "KeyType": "RANGE"}, {"AttributeName": "d", "KeyType": "RANGE"},
    ]);
    let mut document = full();
    document.pointer_mut(&format!("{FEATURES}/GlobalSecondaryIndexes/0")).unwrap()["KeySchema"] = schema;
    let valid = valid(&document);
    let key = valid.backup().global_indexes().next().unwrap().key();
    assert_eq!(key.partition(), &"a");
    assert_eq!(key.partition_keys().map(AsRef::as_ref).collect::<Vec<&str>>(), ["a", "b"]);
    assert_eq!(key.sort_keys().map(AsRef::as_ref).collect::<Vec<&str>>(), ["c", "d"]);
}

/// The rules are silent about a key type that they do not know, but the view must return a partition key.
#[test]
fn an_element_of_unknown_key_type_is_the_partition_key_if_there_is_no_other() {
    for (schema, partition, sort) in [
        (json!([{"AttributeName": "a", "KeyType": "NEW"}]), "a", None),
        (json!([{"AttributeName": "r", "KeyType": "RANGE"}, {"AttributeName": "a", "KeyType": "NEW"}]), "a", Some("r")),
        (json!([{"AttributeName": "a", "KeyType": "NEW"}, {"AttributeName": "h", "KeyType": "HASH"}]), "h", None),
    ] {
        let mut document = edited(FEATURES, Some(json!({})));
        document.pointer_mut(TABLE).unwrap()["KeySchema"] = schema.clone();
        document.pointer_mut(FEATURES).unwrap()["GlobalSecondaryIndexes"] = json!([{
            "IndexName": "odd", "KeySchema": schema, "Projection": {"ProjectionType": "ALL"},
            "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1},
        }]);
        let valid = valid(&document);
        let key = valid.backup().table().key();
        assert_eq!((key.partition().as_str(), key.sort().map(AsRef::as_ref)), (partition, sort));
        let index = valid.backup().global_indexes().next().unwrap();
        assert_eq!(index.key().partition().as_str(), partition);
        assert_eq!(index.key().partition_keys().count(), 1);
    }
}

#[test]
fn unknown_enum_values_are_returned_unchanged() {
    let mut document = full();
    let index = document.pointer_mut(&format!("{FEATURES}/GlobalSecondaryIndexes/0")).unwrap();
    index["Projection"]["ProjectionType"] = "SOME".into();
    index["ProvisionedThroughput"].take();
    document.pointer_mut(FEATURES).unwrap()["SSEDescription"] = json!({"SSEType": "HOME_MADE"});
    let valid = valid(&document);
    let index = valid.backup().global_indexes().next().unwrap();
    let Projected::Unknown { projection_type, non_key_attributes, .. } = index.projection() else { panic!() };
    assert_eq!((projection_type.as_str(), non_key_attributes.len()), ("SOME", 3));
    assert_eq!(index.capacity(), None);
    let Encryption::Unknown(sse) = valid.backup().encryption() else { panic!() };
    assert_eq!(sse.sse_type.as_ref().unwrap().as_str(), "HOME_MADE");
    assert_eq!(index.projection().to_string(), "SOME (Year, Label, Rating)");
}

#[test]
fn disabled_features_are_none() {
    let with = |features: Value| valid(&edited(FEATURES, Some(features)));
    let off = with(json!({
        "StreamDescription": {"StreamEnabled": false},
        "TimeToLiveDescription": {"TimeToLiveStatus": "DISABLED", "AttributeName": "ttl"},
        "SSEDescription": {"SSEType": "AES256", "Status": "DISABLED"},
    }));
    assert_eq!(off.backup().stream_view_type(), None);
    assert_eq!(off.backup().time_to_live_attribute(), None);
    assert_eq!(off.backup().encryption(), Encryption::AwsOwnedKey);

    let ttl = |status: Value| {
        let valid = with(json!({"TimeToLiveDescription": {"TimeToLiveStatus": status, "AttributeName": "ttl"}}));
        valid.backup().time_to_live_attribute().is_some()
    };
    let shown = ["ENABLING", "ENABLED", "DISABLING", "SOON"].map(|status| ttl(status.into()));
    assert_eq!((shown, ttl(Value::Null)), ([true, true, false, true], true));

    let none = valid(&edited(FEATURES, None));
    assert_eq!(none.backup().encryption(), Encryption::AwsOwnedKey);
    assert_eq!(none.backup().stream_view_type(), None);
    assert_eq!(none.backup().time_to_live_attribute(), None);
    assert_eq!(none.backup().local_indexes().len() + none.backup().global_indexes().len(), 0);

    let on_demand_index = {
        let mut document = full();
        document.pointer_mut(TABLE).unwrap()["BillingMode"] = "PAY_PER_REQUEST".into();
        let zero = json!({"ReadCapacityUnits": 0, "WriteCapacityUnits": 0});
        document.pointer_mut(TABLE).unwrap()["ProvisionedThroughput"] = zero.clone();
        document.pointer_mut(FEATURES).unwrap()["GlobalSecondaryIndexes"] = json!([{
            "IndexName": "odd", "KeySchema": [{"AttributeName": "a", "KeyType": "HASH"}],
            "Projection": {"ProjectionType": "ALL"}, "ProvisionedThroughput": zero,
            "OnDemandThroughput": {"MaxReadRequestUnits": 7, "MaxWriteRequestUnits": -1},
        }]);
        valid(&document)
    };
    let index = on_demand_index.backup().global_indexes().next().unwrap();
    assert_eq!(index.capacity(), None);
    let limits = index.on_demand_limits();
    assert_eq!((limits.read, limits.write), (Some(7), None));
}

#[test]
fn a_vector_index_view_has_all_its_members() {
    let mut document = edited(
        FEATURES,
        Some(json!({"VectorIndexes": [{
            "IndexName": "by-sound",
            "VectorAttribute": {"AttributeName": "Embedding"},
            "SearchSchema": [
                {"AttributeName": "Genre", "SearchSchemaElementType": "HASH"},
                {"AttributeName": "Year", "SearchSchemaElementType": "INLINE_FILTER"},
                {"AttributeName": "Label", "SearchSchemaElementType": "INLINE_FILTER"},
            ],
            "Projection": {"ProjectionType": "KEYS_ONLY"},
            "Dimensions": 768,
            "DistanceFunction": "COSINE",
        }]})),
    );
    document.pointer_mut(TABLE).unwrap()["BillingMode"] = "PAY_PER_REQUEST".into();
    document.pointer_mut(TABLE).unwrap()["ProvisionedThroughput"] =
        json!({"ReadCapacityUnits": 0, "WriteCapacityUnits": 0});
    let valid = valid(&document);
    let index = valid.backup().vector_indexes().next().unwrap();
    assert_eq!(index.name(), &IndexName::try_from("by-sound").unwrap());
    assert_eq!(index.attribute(), &"Embedding");
    assert_eq!(index.dimensions(), 768);
    assert_eq!(index.distance_function(), &VectorDistanceFunction::Cosine);
    assert_eq!(index.partition().unwrap(), &"Genre");
    assert_eq!(index.filters().map(AsRef::as_ref).collect::<Vec<&str>>(), ["Year", "Label"]);
    assert_eq!(index.projection(), Projected::KeysOnly);
}

#[test]
fn an_invalid_value_is_returned_with_its_report() {
    let document = edited(&format!("{TABLE}/TableId"), None);
    let output: DescribeBackupOutput = serde_json::from_value(document.clone()).unwrap();
    let invalid: Invalid<_> = Valid::new(output.clone()).unwrap_err();
    assert_eq!(invalid.value(), &output);
    assert_eq!(invalid.report(), &output.validate());
    assert_eq!(Valid::try_from(output.clone()).unwrap_err(), invalid);
    assert_eq!(Valid::with_report(output.clone()).unwrap_err(), invalid);
    assert_eq!(invalid.into_parts(), (output.clone(), output.validate()));

    let ReadError::Invalid(invalid) =
        Valid::<DescribeBackupOutput>::from_json_slice(document.to_string().as_bytes()).unwrap_err()
    else {
        panic!()
    };
    assert_eq!(invalid.report().iter().map(Violation::rule).collect::<Vec<_>>(), [Rule::RequiredMemberMissing]);
}

#[test]
fn an_error_does_not_repeat_the_message_of_its_source() {
    let mut document = edited(&format!("{TABLE}/TableId"), None);
    document.pointer_mut("/BackupDescription/BackupDetails").unwrap().as_object_mut().unwrap().remove("BackupType");
    let error = Valid::<DescribeBackupOutput>::from_json_str(&document.to_string()).unwrap_err();
    assert_eq!(error.to_string(), "the value is not valid (errors: 1, warnings: 1)");
    let ReadError::Invalid(invalid) = &error else { panic!() };
    assert_eq!(invalid.to_string(), error.to_string());
    for source in [error.source().unwrap(), invalid.source().unwrap()] {
        assert_eq!(source.downcast_ref(), Some(invalid.report()));
    }

    let error = Valid::<DescribeBackupOutput>::from_json_str("{\"BackupDescription\": 5}").unwrap_err();
    let ReadError::Json(json) = &error else { panic!() };
    assert_eq!(json.path(), &"/BackupDescription");
    assert_eq!(error.to_string(), json.to_string());
    assert_eq!(error.source().map(ToString::to_string), json.source().map(ToString::to_string));
}

#[test]
fn a_value_with_warnings_is_valid_and_they_are_reported() {
    let document = edited("/BackupDescription/BackupDetails/BackupType", None);
    let output: DescribeBackupOutput = serde_json::from_value(document.clone()).unwrap();
    let (with_warning, report) = Valid::with_report(output).unwrap();
    assert_eq!(with_warning, valid(&document));
    assert_eq!(with_warning.backup().backup_type(), None);
    assert_eq!(report.iter().map(Violation::rule).collect::<Vec<_>>(), [Rule::BackupTypeMissing]);
    assert_eq!(report, with_warning.get().validate());
}

#[test]
fn a_valid_value_dereferences_to_the_structure_and_backup_returns_the_view() {
    let valid = valid(&full());
    assert_eq!(valid.backup_description.as_ref().unwrap(), valid.backup().as_wire());
    assert_eq!(valid.details(), valid.backup().as_wire().backup_details.as_ref());
    assert_eq!(valid.table(), Some(valid.backup().table().as_wire()));
    assert_eq!(valid.features(), valid.backup().as_wire().features());
    assert!(valid.features().is_some_and(|features| features.stream_description.is_some()));
    assert_eq!(DescribeBackupOutput::default().details(), None);
    assert_eq!(DescribeBackupOutput::default().table(), None);
    assert_eq!(DescribeBackupOutput::default().features(), None);
}

#[test]
fn views_of_equal_structures_are_equal() {
    let (one, same) = (valid(&full()), valid(&full()));
    let other = valid(&edited(&format!("{TABLE}/ItemCount"), Some(json!(5))));
    assert_eq!(one.backup(), same.backup());
    assert_ne!(one.backup(), other.backup());
    assert_eq!(HashSet::from([one.backup(), same.backup(), other.backup()]).len(), 2);
    assert_eq!(HashSet::from([one.backup().table(), same.backup().table(), other.backup().table()]).len(), 2);
    assert_eq!(one.backup().indexes().chain(other.backup().indexes()).collect::<HashSet<_>>().len(), 3);
}

#[test]
fn an_index_of_any_kind_is_found_by_its_name() {
    let valid_document = valid(&full());
    let backup = valid_document.backup();
    for index in backup.indexes() {
        assert_eq!(backup.index(index.name().as_str()), Some(index));
    }
    let features = backup.as_wire().features().unwrap();
    let Some(Index::Local(local)) = backup.index("by-year") else { panic!() };
    assert_eq!(Some(local.as_wire()), features.local_secondary_indexes.as_ref().unwrap().first());
    let Some(Index::Global(global)) = backup.index("by-label") else { panic!() };
    assert_eq!(Some(global.as_wire()), features.global_secondary_indexes.as_ref().unwrap().get(1));
    assert_eq!(backup.index("by-label").unwrap().projection(), global.projection());
    for absent in ["", "by-Label", "by-labe", "by-label "] {
        assert_eq!(backup.index(absent), None, "{absent:?}");
    }

    let document: Value = serde_json::from_str(include_str!("../fixtures/valid/vector-indexes.json")).unwrap();
    let valid = valid(&document);
    let first = valid.backup().vector_indexes().next().unwrap();
    assert_eq!(valid.backup().index(first.name().as_str()), Some(Index::Vector(first)));
    let features = valid.backup().as_wire().features().unwrap();
    assert_eq!(Some(first.as_wire()), features.vector_indexes.as_ref().unwrap().first());
}

#[test]
fn every_enum_of_the_view_displays_as_one_line() {
    let full = valid(&full());
    let (backup, table) = (full.backup(), full.backup().table());
    assert_eq!(table.key().to_string(), "Artist (HASH), SongTitle (RANGE)");
    assert_eq!(table.billing().to_string(), "PROVISIONED (read: 25, write: 10)");
    assert_eq!(
        backup.encryption().to_string(),
        "KMS key arn:aws:kms:us-west-2:123456789012:key/mrk-67c1526d2d8940a3947df29d0358c35a"
    );
    let global: Vec<_> = backup.global_indexes().collect();
    assert_eq!(global[0].key().to_string(), "Genre (HASH), AlbumTitle (RANGE)");
    assert_eq!(global[1].key().to_string(), "Label (HASH)");
    let projections: Vec<_> = backup.indexes().map(|index| index.projection().to_string()).collect();
    assert_eq!(projections, ["ALL", "INCLUDE (Year, Label, Rating)", "KEYS_ONLY"]);

    let mut document = edited(FEATURES, Some(json!({"SSEDescription": {"SSEType": "HOME_MADE"}})));
    let details = document.pointer_mut(TABLE).unwrap();
    details["BillingMode"] = "PAY_PER_REQUEST".into();
    details["ProvisionedThroughput"] = json!({"ReadCapacityUnits": 0, "WriteCapacityUnits": 0});
    details["OnDemandThroughput"] = json!({"MaxReadRequestUnits": 100, "MaxWriteRequestUnits": -1});
    details["KeySchema"] = json!([{"AttributeName": "Artist", "KeyType": "HASH"}]);
    let on_demand = valid(&document);
    assert_eq!(on_demand.backup().table().billing().to_string(), "PAY_PER_REQUEST (read: 100, write: unlimited)");
    assert_eq!(on_demand.backup().table().key().to_string(), "Artist (HASH)");
    assert_eq!(on_demand.backup().encryption().to_string(), "unknown type HOME_MADE");

    document.pointer_mut(TABLE).unwrap()["BillingMode"] = "BY_THE_MOON".into();
    document.pointer_mut(FEATURES).unwrap()["SSEDescription"] = json!({});
    let unknown = valid(&document);
    assert_eq!(unknown.backup().table().billing().to_string(), "BY_THE_MOON (read: 0, write: 0)");
    assert_eq!(unknown.backup().encryption().to_string(), "unknown type");

    let without_features = valid(&edited(FEATURES, None));
    assert_eq!(without_features.backup().encryption().to_string(), "AWS owned key");
}

#[test]
fn limits_determine_what_is_valid() {
    let mut limits = Limits::default();
    limits.non_key_attributes = 2;
    let output: DescribeBackupOutput = json::from_str(FULL).unwrap();
    assert!(Valid::new(output.clone()).is_ok());
    let invalid = Valid::with_limits(output, &limits).unwrap_err();
    assert_eq!(invalid.report().errors().next().unwrap().rule(), Rule::ProjectionAttributesCount);
}

#[test]
fn valid_deserializes_only_valid_values_and_serializes_transparently() {
    let valid: Valid<DescribeBackupOutput> = serde_json::from_str(FULL).unwrap();
    crate::exact::assert_same(&serde_json::to_string(&valid).unwrap(), FULL);
    assert_eq!(json::to_wire_string(&valid), FULL);
    assert_eq!(valid.as_ref(), &valid.clone().into_inner());

    let one = json::from_str::<Valid<DescribeBackupOutput>>("{}").unwrap_err();
    assert_eq!(
        one.message(),
        "error[backup-description-missing] at /BackupDescription: expected the member BackupDescription, found none"
    );
    let two = json::from_str::<Valid<DescribeBackupOutput>>(r#"{"BackupDescription": {}}"#).unwrap_err();
    assert!(two.message().ends_with("found none (and 1 more)"), "{two}");
}

#[test]
fn a_recovery_of_an_unknown_status_is_unknown() {
    let text = r#"{"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"PAUSED"}}}"#;
    let described = Valid::<DescribeContinuousBackupsOutput>::from_json_str(text).unwrap();
    let updated = Valid::<UpdateContinuousBackupsOutput>::from_json_str(text).unwrap();
    for recovery in [described.recovery(), updated.recovery()] {
        let Recovery::Unknown(status) = recovery else { panic!("{recovery:?}") };
        assert_eq!(status, "PAUSED");
    }
}
