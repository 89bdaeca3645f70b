//! Responses that violate no rule.

use super::any::any_unmodeled_of;
use super::plan::{MANY, Plan, account_id, id};
use super::source::Source;
use super::text::{unique_string, valid_string};
use super::time::{DAY, MILLI, SECOND, pick_span, real_nanos, written};
use crate::model::{
    ArnScope, AttributeName, BackupArn, BackupArnParts, BackupDescription, BackupDetails, BackupId, BackupName,
    BackupStatus, BackupType, BillingMode, DescribeBackupOutput, GlobalSecondaryIndexInfo, IndexName, KeySchemaElement,
    KeyType, KmsKeyArnParts, KmsMasterKeyArn, LocalSecondaryIndexInfo, OnDemandThroughput, Projection, ProjectionType,
    ProvisionedThroughput, SearchSchemaAttributeName, SearchSchemaElement, SearchSchemaElementType, SourceTableDetails,
    SourceTableFeatureDetails, SseDescription, SseStatus, SseType, StreamSpecification, StreamViewType, TableArn,
    TableArnParts, TableId, TimeToLiveDescription, TimeToLiveStatus, VectorAttributeDefinition, VectorDistanceFunction,
    VectorIndexInfo,
};
use alloc::string::ToString as _;
use alloc::vec::Vec;

pub(crate) fn output(source: &mut Source<'_, '_>, plan: &mut Plan) -> DescribeBackupOutput {
    DescribeBackupOutput {
        backup_description: Some(description(source, plan)),
        unmodeled: any_unmodeled_of::<DescribeBackupOutput>(source),
    }
}

pub(crate) fn description(source: &mut Source<'_, '_>, plan: &mut Plan) -> BackupDescription {
    let has_features = plan.local_indexes + plan.global_indexes + plan.vector_indexes > 0
        || plan.stream
        || plan.time_to_live
        || plan.encryption
        || source.flag();
    BackupDescription {
        backup_details: Some(details(source, plan)),
        source_table_details: Some(table(source, plan)),
        source_table_feature_details: has_features.then(|| features(source, plan)),
        unmodeled: any_unmodeled_of::<BackupDescription>(source),
    }
}

pub(crate) fn details(source: &mut Source<'_, '_>, plan: &mut Plan) -> BackupDetails {
    let kept = match plan.backup_type {
        BackupType::System => {
            Some(i128::from(BackupDetails::SYSTEM_RETENTION_DAYS) * DAY + SECOND * source.pick(&[0, 0, 0, -1, 1]))
        }
        BackupType::AwsBackup if plan.expires => Some(pick_span(source, &[DAY, 1, MILLI, 3650 * DAY])),
        BackupType::AwsBackup | BackupType::User | BackupType::Unknown(_) => None,
    };
    BackupDetails {
        backup_arn: Some(backup_arn(source, plan)),
        backup_name: Some(match plan.backup_type {
            BackupType::System => BackupName::system(&plan.table_name),
            _ => BackupName::unchecked(valid_string(source, BackupName::LIMITS)),
        }),
        backup_size_bytes: size(source),
        backup_status: Some(source.pick(BackupStatus::VALUES)),
        backup_type: Some(plan.backup_type.clone()),
        backup_creation_date_time: Some(written(source, plan.created)),
        backup_expiry_date_time: kept.map(|kept| written(source, plan.created + kept)),
        unmodeled: any_unmodeled_of::<BackupDetails>(source),
    }
}

pub(crate) fn backup_arn(source: &mut Source<'_, '_>, plan: &mut Plan) -> BackupArn {
    let scope = plan.scope();
    BackupArn::unchecked(if plan.recovery_point {
        BackupArnParts::AwsBackup { scope, recovery_point_id: &id(source) }.to_string()
    } else {
        // The digits agree with the time to the millisecond, which may have been rounded either way.
        let (millis, finer) = (plan.created / MILLI, plan.created % MILLI);
        let rounded = source.pick(&[0, 0, 0, if finer == 0 { -1 } else { 0 }, 1]);
        let id = BackupId::format(millis + rounded, source.number(0..=u32::MAX));
        let (table_name, backup_id) = (plan.table_name.as_str(), BackupId::new(&id));
        BackupArnParts::DynamoDb { scope, table_name, backup_id }.to_string()
    })
}

/// A size or count, or none.
fn size(source: &mut Source<'_, '_>) -> Option<i64> {
    match source.number(0..=4) {
        0 => Some(0),
        1 => None,
        2 => Some(i64::MAX),
        _ => Some(source.number(0..=1 << 40)),
    }
}

pub(crate) fn table(source: &mut Source<'_, '_>, plan: &mut Plan) -> SourceTableDetails {
    let age = pick_span(source, &[DAY, 0, 1, MILLI, 400 * DAY]);
    let key_schema = table_key(source, plan);
    SourceTableDetails {
        table_name: Some(plan.table_name.clone()),
        table_id: Some(table_id(source)),
        table_arn: Some(table_arn(plan)),
        table_size_bytes: size(source),
        key_schema: Some(key_schema),
        table_creation_date_time: Some(written(source, plan.created - age)),
        provisioned_throughput: Some(provisioned_throughput(source, plan)),
        on_demand_throughput: perhaps_on_demand_throughput(source, plan),
        item_count: size(source),
        billing_mode: plan.billing_mode.clone(),
        unmodeled: any_unmodeled_of::<SourceTableDetails>(source),
    }
}

pub(crate) fn table_id(source: &mut Source<'_, '_>) -> TableId {
    TableId::unchecked(valid_string(source, TableId::LIMITS))
}

pub(crate) fn table_arn(plan: &Plan) -> TableArn {
    let parts = TableArnParts { scope: plan.scope(), table_name: plan.table_name.as_str() };
    TableArn::unchecked(parts.to_string())
}

pub(crate) fn table_key(source: &mut Source<'_, '_>, plan: &mut Plan) -> Vec<KeySchemaElement> {
    key(source, plan, &[], 1, usize::from(plan.sort_key))
}

pub(crate) fn provisioned_throughput(source: &mut Source<'_, '_>, plan: &mut Plan) -> ProvisionedThroughput {
    let mut units = || match plan.billing_mode {
        Some(BillingMode::PayPerRequest) => 0,
        _ => positive(source),
    };
    ProvisionedThroughput {
        read_capacity_units: Some(units()),
        write_capacity_units: Some(units()),
        unmodeled: any_unmodeled_of::<ProvisionedThroughput>(source),
    }
}

pub(crate) fn positive(source: &mut Source<'_, '_>) -> i64 {
    match source.number(0..=3) {
        0 => 1,
        1 => i64::MAX,
        _ => source.number(1..=40_000),
    }
}

fn perhaps_on_demand_throughput(source: &mut Source<'_, '_>, plan: &Plan) -> Option<OnDemandThroughput> {
    (plan.billing_mode != Some(BillingMode::Provisioned) && source.flag()).then(|| on_demand_throughput(source))
}

pub(crate) fn on_demand_throughput(source: &mut Source<'_, '_>) -> OnDemandThroughput {
    let units = |source: &mut Source<'_, '_>| if source.flag() { -1 } else { positive(source) };
    let (read, write) = source.pick(&[(true, true), (true, false), (false, true)]);
    OnDemandThroughput {
        max_read_request_units: read.then(|| units(source)),
        max_write_request_units: write.then(|| units(source)),
        unmodeled: any_unmodeled_of::<OnDemandThroughput>(source),
    }
}

/// A key of that many HASH and RANGE elements that begins with the names given.
fn key(
    source: &mut Source<'_, '_>,
    plan: &mut Plan,
    first: &[AttributeName],
    hashes: usize,
    ranges: usize,
) -> Vec<KeySchemaElement> {
    let mut names = first.to_vec();
    while names.len() < hashes + ranges {
        // Keys of a table and its indexes share attributes more often than not.
        let known = if plan.keys.is_empty() || source.flag() { None } else { Some(source.pick(&plan.keys)) };
        names.push(known.filter(|name| !names.contains(name)).unwrap_or_else(|| attribute(source, &names)));
    }
    plan.keys.extend_from_slice(&names);
    let types = core::iter::repeat_n(KeyType::Hash, hashes).chain(core::iter::repeat_n(KeyType::Range, ranges));
    names.into_iter().zip(types).map(|(name, key_type)| element(source, name, key_type)).collect()
}

pub(crate) fn element(source: &mut Source<'_, '_>, name: AttributeName, key_type: KeyType) -> KeySchemaElement {
    KeySchemaElement {
        attribute_name: Some(name),
        key_type: Some(key_type),
        unmodeled: any_unmodeled_of::<KeySchemaElement>(source),
    }
}

/// The name of an attribute that is not among those.
pub(crate) fn attribute(source: &mut Source<'_, '_>, taken: &[AttributeName]) -> AttributeName {
    let is_taken = |name: &str| taken.iter().any(|other| other == name);
    AttributeName::unchecked(unique_string(source, AttributeName::LIMITS, is_taken))
}

pub(crate) fn features(source: &mut Source<'_, '_>, plan: &mut Plan) -> SourceTableFeatureDetails {
    let local: Vec<_> = (0..plan.local_indexes).map(|_| local_index(source, plan)).collect();
    let global: Vec<_> = (0..plan.global_indexes).map(|_| global_index(source, plan)).collect();
    let mut vector = Vec::new();
    for _ in 0..plan.vector_indexes {
        vector.push(vector_index(source, plan, &vector));
    }
    SourceTableFeatureDetails {
        local_secondary_indexes: list(source, local),
        global_secondary_indexes: list(source, global),
        stream_description: plan.stream.then(|| stream(source)),
        time_to_live_description: plan.time_to_live.then(|| time_to_live(source, plan)),
        sse_description: plan.encryption.then(|| encryption(source, plan)),
        vector_indexes: list(source, vector),
        unmodeled: any_unmodeled_of::<SourceTableFeatureDetails>(source),
    }
}

/// Without elements, absent or empty.
fn list<T>(source: &mut Source<'_, '_>, elements: Vec<T>) -> Option<Vec<T>> {
    (!elements.is_empty() || source.once_in(4)).then_some(elements)
}

fn index_name(source: &mut Source<'_, '_>, plan: &mut Plan) -> IndexName {
    let is_taken = |name: &str| plan.index_names.iter().any(|other| other == name);
    let name = IndexName::unchecked(unique_string(source, IndexName::LIMITS, is_taken));
    plan.index_names.push(name.clone());
    name
}

pub(crate) fn local_index(source: &mut Source<'_, '_>, plan: &mut Plan) -> LocalSecondaryIndexInfo {
    let projection = projection(source, plan, plan.local_names.min(plan.names));
    plan.reserve_names(projection.non_key_attributes.as_ref().map_or(0, Vec::len));
    let partition_key = plan.keys.first().cloned();
    LocalSecondaryIndexInfo {
        index_name: Some(index_name(source, plan)),
        key_schema: Some(key(source, plan, partition_key.as_slice(), 1, 1)),
        projection: Some(projection),
        unmodeled: any_unmodeled_of::<LocalSecondaryIndexInfo>(source),
    }
}

pub(crate) fn global_index(source: &mut Source<'_, '_>, plan: &mut Plan) -> GlobalSecondaryIndexInfo {
    let projection = projection(source, plan, plan.names);
    plan.names -= projection.non_key_attributes.as_ref().map_or(0, Vec::len);
    let hashes = source.count(1..=source.limits.gsi_hash_elements.clamp(1, MANY / 4));
    let ranges = source.count(0..=source.limits.gsi_range_elements.min(MANY / 4));
    let has_capacity = plan.billing_mode == Some(BillingMode::Provisioned) || source.flag();
    GlobalSecondaryIndexInfo {
        index_name: Some(index_name(source, plan)),
        key_schema: Some(key(source, plan, &[], hashes, ranges)),
        projection: Some(projection),
        provisioned_throughput: has_capacity.then(|| provisioned_throughput(source, plan)),
        on_demand_throughput: perhaps_on_demand_throughput(source, plan),
        unmodeled: any_unmodeled_of::<GlobalSecondaryIndexInfo>(source),
    }
}

/// A projection of at most that many names.
pub(crate) fn projection(source: &mut Source<'_, '_>, plan: &Plan, most: usize) -> Projection {
    let most = most.min(source.limits.non_key_attributes).min(MANY);
    let projection_type = match most {
        0 => source.pick(&[ProjectionType::All, ProjectionType::KeysOnly]),
        _ if plan.all_names => ProjectionType::Include,
        _ => source.pick(ProjectionType::VALUES),
    };
    let names = (projection_type == ProjectionType::Include).then(|| {
        let len = if plan.all_names { most } else { source.count(1..=most) };
        names(source, len)
    });
    Projection {
        projection_type: Some(projection_type),
        non_key_attributes: names,
        unmodeled: any_unmodeled_of::<Projection>(source),
    }
}

/// The names of that many attributes, no two alike.
pub(crate) fn names(source: &mut Source<'_, '_>, len: usize) -> Vec<AttributeName> {
    let mut names = Vec::new();
    while names.len() < len {
        names.push(attribute(source, &names));
    }
    names
}

pub(crate) fn vector_index(
    source: &mut Source<'_, '_>,
    plan: &mut Plan,
    others: &[VectorIndexInfo],
) -> VectorIndexInfo {
    let (vector_attribute, dimensions) = if others.is_empty() || source.flag() {
        let of_others = others.iter().filter_map(|other| other.vector_attribute.as_ref()?.attribute_name.clone());
        let taken: Vec<_> = plan.keys.iter().cloned().chain(of_others).collect();
        let attribute_name = Some(attribute(source, &taken));
        let unmodeled = any_unmodeled_of::<VectorAttributeDefinition>(source);
        let most = source.limits.vector_dimensions.max(1);
        let dimensions = match source.number(0..=3) {
            0 => 1,
            1 => most,
            _ => source.number(1..=most),
        };
        (Some(VectorAttributeDefinition { attribute_name, unmodeled }), Some(dimensions))
    } else {
        // Two indexes on one attribute have its dimensions.
        let other = source.pick(others);
        (other.vector_attribute, other.dimensions)
    };
    VectorIndexInfo {
        index_name: Some(index_name(source, plan)),
        vector_attribute,
        search_schema: source.flag().then(|| search_schema(source)),
        projection: Some(projection(source, plan, MANY)),
        dimensions,
        distance_function: Some(source.pick(VectorDistanceFunction::VALUES)),
        unmodeled: any_unmodeled_of::<VectorIndexInfo>(source),
    }
}

fn search_schema(source: &mut Source<'_, '_>) -> Vec<SearchSchemaElement> {
    let filters = source.count(0..=source.limits.vector_inline_filters.min(MANY));
    let hashes = usize::from(filters == 0 || source.flag());
    let types = core::iter::repeat_n(SearchSchemaElementType::Hash, hashes)
        .chain(core::iter::repeat_n(SearchSchemaElementType::InlineFilter, filters));
    types.map(|element_type| search_element(source, element_type)).collect()
}

pub(crate) fn search_element(
    source: &mut Source<'_, '_>,
    element_type: SearchSchemaElementType,
) -> SearchSchemaElement {
    let name = valid_string(source, SearchSchemaAttributeName::LIMITS);
    SearchSchemaElement {
        attribute_name: Some(SearchSchemaAttributeName::unchecked(name)),
        search_schema_element_type: Some(element_type),
        unmodeled: any_unmodeled_of::<SearchSchemaElement>(source),
    }
}

pub(crate) fn stream(source: &mut Source<'_, '_>) -> StreamSpecification {
    let enabled = !source.once_in(4);
    StreamSpecification {
        stream_enabled: Some(enabled),
        stream_view_type: enabled.then(|| source.pick(StreamViewType::VALUES)),
        unmodeled: any_unmodeled_of::<StreamSpecification>(source),
    }
}

pub(crate) fn time_to_live(source: &mut Source<'_, '_>, plan: &mut Plan) -> TimeToLiveDescription {
    use TimeToLiveStatus::{Disabled, Disabling, Enabled, Enabling};
    let (status, named) = source.pick(&[
        (Some(Enabled), true),
        (Some(Disabled), false),
        (Some(Enabling), true),
        (Some(Disabling), true),
        (Some(Enabling), false),
        (Some(Disabling), false),
        (None, false),
    ]);
    let is_key = !plan.keys.is_empty() && source.flag();
    TimeToLiveDescription {
        time_to_live_status: status,
        attribute_name: named.then(|| if is_key { source.pick(&plan.keys) } else { attribute(source, &[]) }),
        unmodeled: any_unmodeled_of::<TimeToLiveDescription>(source),
    }
}

pub(crate) fn encryption(source: &mut Source<'_, '_>, plan: &mut Plan) -> SseDescription {
    let kms = !source.once_in(4);
    SseDescription {
        status: source.pick(&[Some(SseStatus::Enabled), Some(SseStatus::Updating), None]),
        sse_type: kms.then_some(SseType::Kms),
        kms_master_key_arn: kms.then(|| kms_key(source, plan.partition, plan.region)),
        inaccessible_encryption_date_time: (kms && source.once_in(3)).then(|| {
            let since = real_nanos(source);
            written(source, since)
        }),
        unmodeled: any_unmodeled_of::<SseDescription>(source),
    }
}

pub(crate) fn kms_key(source: &mut Source<'_, '_>, partition: &str, region: &str) -> KmsMasterKeyArn {
    let scope = ArnScope { partition, region, account_id: &account_id(source) };
    KmsMasterKeyArn::unchecked(KmsKeyArnParts { scope, key_id: &id(source) }.to_string())
}

/// A response of any plan.
pub(crate) fn any_output(source: &mut Source<'_, '_>) -> DescribeBackupOutput {
    let mut plan = Plan::any(source);
    output(source, &mut plan)
}
