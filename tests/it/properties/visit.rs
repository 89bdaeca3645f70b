//! Every accessor of the checked views, held against the value that it reads.

use dynamodb_backup_model::checked::{
    Backup, Billing, CreatedBackup, Encryption, GlobalIndex, Index, ListedBackup, LocalIndex, Projected, Recovery,
    Table, VectorIndex,
};
use dynamodb_backup_model::{
    BackupDescription, BackupDetails, BackupSummary, ContinuousBackupsDescription, GlobalSecondaryIndexInfo,
    LocalSecondaryIndexInfo, Projection, SourceTableDetails, VectorIndexInfo,
};
use std::fmt::Display;

/// Reads all of a backup that was made, and asserts that it is the details.
pub(crate) fn shows_the_backup(backup: CreatedBackup<'_>, details: &BackupDetails) {
    assert_eq!(backup.as_wire(), details);
    assert_eq!(Some(backup.arn()), details.backup_arn.as_ref());
    assert_eq!(Some(backup.name()), details.backup_name.as_ref());
    assert_eq!(Some(backup.status()), details.backup_status.as_ref());
    assert_eq!(backup.backup_type(), named(details.backup_type.as_ref()));
    assert_eq!(backup.size_bytes().map(u64::cast_signed), details.backup_size_bytes);
    assert_eq!(Some(backup.created_at()), details.backup_creation_date_time);
    assert_eq!(backup.expires_at(), details.backup_expiry_date_time);
}

/// Reads all of a backup in a list, and asserts that it is the summary.
pub(crate) fn shows_the_summary(backup: ListedBackup<'_>, summary: &BackupSummary) {
    assert_eq!(backup.as_wire(), summary);
    assert_eq!(Some(backup.table_name()), summary.table_name.as_ref());
    assert_eq!(Some(backup.table_id()), summary.table_id.as_ref());
    assert_eq!(Some(backup.table_arn()), summary.table_arn.as_ref());
    assert_eq!(backup.table_arn_parts().to_string(), backup.table_arn().as_str());
    assert_eq!(Some(backup.arn()), summary.backup_arn.as_ref());
    assert_eq!(backup.arn_parts().to_string(), backup.arn().as_str());
    assert_eq!(Some(backup.name()), summary.backup_name.as_ref());
    assert_eq!(Some(backup.status()), summary.backup_status.as_ref());
    assert_eq!(backup.backup_type(), named(summary.backup_type.as_ref()));
    assert_eq!(backup.size_bytes().map(u64::cast_signed), summary.backup_size_bytes);
    assert_eq!(Some(backup.created_at()), summary.backup_creation_date_time);
    assert_eq!(backup.expires_at(), summary.backup_expiry_date_time);
}

/// Reads how a table is recovered, and asserts that it is the description.
pub(crate) fn shows_the_recovery(recovery: Recovery<'_>, description: &ContinuousBackupsDescription) {
    let found = description.point_in_time_recovery_description.clone().unwrap_or_default();
    let status = named(found.point_in_time_recovery_status.as_ref()).map(AsRef::as_ref);
    match recovery {
        Recovery::Off => assert!(matches!(status, Some("DISABLED") | None)),
        Recovery::On { period_in_days, earliest, latest, .. } => {
            assert_eq!(status, Some("ENABLED"));
            assert_eq!(period_in_days.map(u64::cast_signed), found.recovery_period_in_days);
            assert_eq!((earliest, latest), (found.earliest_restorable_date_time, found.latest_restorable_date_time));
        }
        Recovery::Unknown(shown) => assert_eq!(status, Some(shown.as_str())),
        other => panic!("a recovery that the tests do not know: {other:?}"),
    }
}

/// What has been written as an empty string is absent.
fn named<T: AsRef<str>>(value: Option<&T>) -> Option<&T> {
    value.filter(|value| !value.as_ref().is_empty())
}

fn shows_itself(shown: impl Display) {
    assert!(!shown.to_string().is_empty());
}

/// Reads all of a backup, and asserts that it is the description.
pub(crate) fn shows_the_description(backup: Backup<'_>, description: &BackupDescription) {
    assert_eq!(backup.as_wire(), description);
    let details = description.backup_details.as_ref().expect("valid");
    assert_eq!(Some(backup.arn()), details.backup_arn.as_ref());
    assert_eq!(backup.arn_parts().to_string(), backup.arn().as_str());
    assert_eq!(Some(backup.name()), details.backup_name.as_ref());
    assert_eq!(Some(backup.status()), details.backup_status.as_ref());
    assert_eq!(backup.backup_type(), named(details.backup_type.as_ref()));
    assert_eq!(backup.size_bytes().map(u64::cast_signed), details.backup_size_bytes);
    assert_eq!(Some(backup.created_at()), details.backup_creation_date_time);
    assert_eq!(backup.expires_at(), details.backup_expiry_date_time);

    shows_the_table(backup.table(), description.source_table_details.as_ref().expect("valid"));

    let features = description.source_table_feature_details.clone().unwrap_or_default();
    let local = features.local_secondary_indexes.unwrap_or_default();
    assert_eq!(backup.local_indexes().len(), local.len());
    backup.local_indexes().zip(&local).for_each(|(index, info)| shows_the_local_index(index, info));
    let global = features.global_secondary_indexes.unwrap_or_default();
    assert_eq!(backup.global_indexes().len(), global.len());
    backup.global_indexes().zip(&global).for_each(|(index, info)| shows_the_global_index(index, info));
    let vector = features.vector_indexes.unwrap_or_default();
    assert_eq!(backup.vector_indexes().len(), vector.len());
    backup.vector_indexes().zip(&vector).for_each(|(index, info)| shows_the_vector_index(index, info));
    assert_eq!(backup.indexes().count(), local.len() + global.len() + vector.len());
    for index in backup.indexes() {
        assert_eq!(backup.index(index.name().as_str()), Some(index));
        let projection = match index {
            Index::Local(index) => index.projection(),
            Index::Global(index) => index.projection(),
            Index::Vector(index) => index.projection(),
            other => panic!("an index that the tests do not know: {other:?}"),
        };
        assert_eq!(index.projection(), projection);
    }

    if let Some(stream) = &features.stream_description {
        let shown = named(stream.stream_view_type.as_ref()).filter(|_| stream.stream_enabled == Some(true));
        assert_eq!(backup.stream_view_type(), shown);
    } else {
        assert_eq!(backup.stream_view_type(), None);
    }
    if let Some(attribute) = backup.time_to_live_attribute() {
        let ttl = features.time_to_live_description.as_ref();
        assert_eq!(Some(attribute), ttl.and_then(|ttl| ttl.attribute_name.as_ref()));
    }
    shows_itself(backup.encryption());
    match (backup.encryption(), &features.sse_description) {
        (Encryption::Kms { key_arn, status, inaccessible_since, .. }, Some(sse)) => {
            assert_eq!(key_arn, sse.kms_master_key_arn.as_ref());
            assert_eq!(status, named(sse.status.as_ref()));
            assert_eq!(inaccessible_since, sse.inaccessible_encryption_date_time);
        }
        (Encryption::Unknown(shown), Some(sse)) => assert_eq!(shown, sse),
        (Encryption::AwsOwnedKey, _) => {}
        (shown, sse) => panic!("{shown:?} for {sse:?}"),
    }
}

fn shows_the_table(table: Table<'_>, details: &SourceTableDetails) {
    assert_eq!(table.as_wire(), details);
    shows_itself(table.key());
    shows_itself(table.billing());
    assert_eq!(Some(table.name()), details.table_name.as_ref());
    assert_eq!(Some(table.id()), details.table_id.as_ref());
    assert_eq!(table.arn(), details.table_arn.as_ref());
    assert_eq!(table.arn_parts().map(|parts| parts.to_string()), table.arn().map(|arn| arn.as_str().to_owned()));
    assert_eq!(table.size_bytes().map(u64::cast_signed), details.table_size_bytes);
    assert_eq!(table.item_count().map(u64::cast_signed), details.item_count);
    assert_eq!(Some(table.created_at()), details.table_creation_date_time);
    let names = details.key_schema.iter().flatten().filter_map(|element| element.attribute_name.as_ref());
    let shown = [Some(table.key().partition()), table.key().sort()];
    assert!(shown.iter().flatten().all(|shown| names.clone().any(|name| name == *shown)));
    let units = details.provisioned_throughput.as_ref().expect("valid");
    match table.billing() {
        Billing::Provisioned(capacity) | Billing::Unknown { capacity, .. } => {
            assert_eq!(Some(capacity.read.cast_signed()), units.read_capacity_units);
            assert_eq!(Some(capacity.write.cast_signed()), units.write_capacity_units);
        }
        Billing::OnDemand(maxima) => {
            let found = details.on_demand_throughput.clone().unwrap_or_default();
            assert_eq!(maxima.read.map_or(-1, u64::cast_signed), found.max_read_request_units.unwrap_or(-1));
            assert_eq!(maxima.write.map_or(-1, u64::cast_signed), found.max_write_request_units.unwrap_or(-1));
        }
        other => panic!("a way of billing that the tests do not know: {other:?}"),
    }
}

fn shows_the_local_index(index: LocalIndex<'_>, info: &LocalSecondaryIndexInfo) {
    assert_eq!(index.as_wire(), info);
    shows_itself(index.key());
    assert_eq!(Some(index.name()), info.index_name.as_ref());
    let names = info.key_schema.iter().flatten().filter_map(|element| element.attribute_name.as_ref());
    let shown = [Some(index.key().partition()), index.key().sort()];
    assert!(shown.iter().flatten().all(|shown| names.clone().any(|name| name == *shown)));
    shows_the_projection(index.projection(), info.projection.as_ref());
}

fn shows_the_global_index(index: GlobalIndex<'_>, info: &GlobalSecondaryIndexInfo) {
    assert_eq!(index.as_wire(), info);
    shows_itself(index.key());
    shows_itself(index.on_demand_limits());
    index.capacity().into_iter().for_each(shows_itself);
    assert_eq!(Some(index.name()), info.index_name.as_ref());
    let key = index.key();
    assert_eq!(key.partition_keys().next(), Some(key.partition()));
    let names = info.key_schema.iter().flatten().filter_map(|element| element.attribute_name.as_ref());
    let is_in_order = key.partition_keys().chain(key.sort_keys()).eq(names.clone());
    let is_known = info
        .key_schema
        .iter()
        .flatten()
        .all(|element| element.key_type.as_ref().is_some_and(|key_type| !key_type.is_unknown()));
    assert!(is_in_order || !is_known, "the key has its attributes in their order");
    shows_the_projection(index.projection(), info.projection.as_ref());
    let units = info.provisioned_throughput.clone().unwrap_or_default();
    let (read, write) = (units.read_capacity_units.unwrap_or(0), units.write_capacity_units.unwrap_or(0));
    let shown = index.capacity().map_or((0, 0), |capacity| (capacity.read.cast_signed(), capacity.write.cast_signed()));
    assert_eq!(shown, (read, write));
    let found = info.on_demand_throughput.clone().unwrap_or_default();
    assert_eq!(index.on_demand_limits().read.map_or(-1, u64::cast_signed), found.max_read_request_units.unwrap_or(-1));
    assert_eq!(
        index.on_demand_limits().write.map_or(-1, u64::cast_signed),
        found.max_write_request_units.unwrap_or(-1)
    );
}

fn shows_the_vector_index(index: VectorIndex<'_>, info: &VectorIndexInfo) {
    assert_eq!(index.as_wire(), info);
    assert_eq!(Some(index.name()), info.index_name.as_ref());
    let attribute = info.vector_attribute.as_ref().and_then(|attribute| attribute.attribute_name.as_ref());
    assert_eq!(Some(index.attribute()), attribute);
    assert_eq!(Some(index.dimensions().cast_signed()), info.dimensions);
    assert_eq!(Some(index.distance_function()), info.distance_function.as_ref());
    let shown = index.partition().into_iter().count() + index.filters().count();
    assert!(shown <= info.search_schema.as_ref().map_or(0, Vec::len));
    shows_the_projection(index.projection(), info.projection.as_ref());
}

fn shows_the_projection(shown: Projected<'_>, projection: Option<&Projection>) {
    shows_itself(shown);
    let projection = projection.expect("valid");
    let names = projection.non_key_attributes.as_deref().unwrap_or_default();
    match shown {
        Projected::All | Projected::KeysOnly => assert!(names.is_empty()),
        Projected::Include(shown) => assert!(!shown.is_empty() && shown == names),
        Projected::Unknown { projection_type, non_key_attributes, .. } => {
            assert_eq!(Some(projection_type), projection.projection_type.as_ref());
            assert_eq!(non_key_attributes, names);
        }
        other => panic!("a projection that the tests do not know: {other:?}"),
    }
}
