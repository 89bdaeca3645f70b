//! Responses that break no rule.

use super::any::any_unmodeled_of;
use super::source::Source;
use super::text::{fresh_text, hex, valid_text};
use super::time::{DAY, MILLI, SECOND, genuine_nanos, written};
use crate::model::{
    AttributeName, BackupArn, BackupDescription, BackupDetails, BackupName, BackupStatus, BackupType, BillingMode,
    DescribeBackupOutput, GlobalSecondaryIndexInfo, IndexName, KeySchemaElement, KeyType, KmsMasterKeyArn,
    LocalSecondaryIndexInfo, OnDemandThroughput, Projection, ProjectionType, ProvisionedThroughput,
    SearchSchemaAttributeName, SearchSchemaElement, SearchSchemaElementType, SourceTableDetails,
    SourceTableFeatureDetails, SseDescription, SseStatus, SseType, StreamSpecification, StreamViewType, TableArn,
    TableId, TableName, TimeToLiveDescription, TimeToLiveStatus, VectorAttributeDefinition, VectorDistanceFunction,
    VectorIndexInfo,
};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What ties members in different places of a response together: decided first, kept by all of them.
// Each stands for something that a response has or has not, and none depends on another.
#[allow(clippy::struct_excessive_bools)]
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) backup_type: BackupType,
    /// Whether the backup's ARN is one of AWS Backup. Only with AWS_BACKUP.
    pub(crate) recovery_point: bool,
    /// Whether the backup expires where its type leaves that open. Only with AWS_BACKUP.
    pub(crate) expires: bool,
    /// Absent as in responses of before November 2018, which have capacities like PROVISIONED ones.
    pub(crate) billing_mode: Option<BillingMode>,
    /// Always with local indexes.
    pub(crate) sort_key: bool,
    pub(crate) local_indexes: usize,
    pub(crate) global_indexes: usize,
    /// None with PROVISIONED.
    pub(crate) vector_indexes: usize,
    /// How many names the local indexes may project together.
    pub(crate) local_names: usize,
    /// How many names the local and global indexes may project together.
    pub(crate) names: usize,
    /// Whether every index projects as many names as it may.
    pub(crate) all_names: bool,
    pub(crate) stream: bool,
    pub(crate) time_to_live: bool,
    pub(crate) encryption: bool,
}

/// Beyond this many of anything there is nothing new to see, where limits are far higher than today's.
const MANY: usize = 120;

impl Plan {
    pub(crate) fn any(source: &mut Source<'_, '_>) -> Self {
        let limits = source.limits;
        let backup_type = source.pick(BackupType::VALUES);
        let made_by_aws_backup = backup_type == BackupType::AwsBackup;
        let mut plan = Self {
            recovery_point: made_by_aws_backup && source.flag(),
            expires: made_by_aws_backup && source.flag(),
            backup_type,
            billing_mode: source.pick(&[Some(BillingMode::Provisioned), Some(BillingMode::PayPerRequest), None]),
            sort_key: source.flag(),
            local_indexes: 0,
            global_indexes: 0,
            vector_indexes: 0,
            local_names: limits.lsi_non_key_attributes_total.min(MANY),
            names: limits.non_key_attributes_total.min(MANY),
            all_names: source.once_in(8),
            stream: source.flag(),
            time_to_live: source.flag(),
            encryption: source.flag(),
        };
        if plan.sort_key {
            plan.local_indexes = source.count(0..=limits.local_secondary_indexes.min(MANY / 4));
        }
        if limits.gsi_hash_elements > 0 {
            plan.global_indexes = source.count(0..=limits.global_secondary_indexes.min(MANY / 4));
        }
        if plan.billing_mode != Some(BillingMode::Provisioned) && limits.vector_dimensions > 0 {
            plan.vector_indexes = source.count(0..=limits.vector_indexes.min(MANY / 4));
        }
        plan
    }

    /// With local indexes, perhaps more than there may be.
    pub(crate) fn with_local_indexes(&mut self, least: usize) {
        self.sort_key = true;
        self.local_indexes = self.local_indexes.max(least);
    }

    pub(crate) fn with_vector_indexes(&mut self, least: usize) {
        self.billing_mode = Some(BillingMode::PayPerRequest);
        self.vector_indexes = self.vector_indexes.max(least);
    }

    fn has_features(&self) -> bool {
        self.local_indexes + self.global_indexes + self.vector_indexes > 0
            || self.stream
            || self.time_to_live
            || self.encryption
    }
}

/// What has been made so far that later members refer to.
#[derive(Default)]
struct Setting {
    partition: &'static str,
    region: &'static str,
    account_id: String,
    table_name: TableName,
    created: i128,
    /// The key attributes of the table and its indexes.
    keys: Vec<AttributeName>,
    index_names: Vec<IndexName>,
    local_names: usize,
    names: usize,
    all_names: bool,
}

/// Regions, each behind its partition.
pub(crate) const REGIONS: &[(&str, &str)] = &[
    ("aws", "us-east-1"),
    ("aws", "eu-west-1"),
    ("aws", "us-west-2"),
    ("aws", "ap-southeast-5"),
    ("aws", "mx-central-1"),
    ("aws-cn", "cn-north-1"),
    ("aws-cn", "cn-northwest-1"),
    ("aws-us-gov", "us-gov-west-1"),
    ("aws-eusc", "eusc-de-east-1"),
    ("aws-iso", "us-iso-east-1"),
    ("aws-iso-b", "us-isob-east-1"),
    ("aws-iso-e", "eu-isoe-west-1"),
    ("aws-iso-f", "us-isof-south-1"),
    ("aws-iso-f", "eu-isof-north-1"),
];

pub(crate) fn account_id(source: &mut Source<'_, '_>) -> String {
    format!("{:012}", source.number(0..=999_999_999_999_u64))
}

/// The id of a recovery point or key: any visible characters but those that divide ARNs.
pub(crate) fn id(source: &mut Source<'_, '_>) -> String {
    let len = source.count(1..=64);
    let char = |source: &mut Source<'_, '_>| match source.number(b'!'..=b'~') {
        b'/' | b':' => 'x',
        other => char::from(other),
    };
    match source.number(0..=2) {
        0 => TableId::unchecked(valid_text(source, TableId::LIMITS)).into(),
        1 => format!("mrk-{}", hex(source, 32)),
        _ => (0..len).map(|_| char(source)).collect(),
    }
}

pub(crate) fn output(source: &mut Source<'_, '_>, plan: &Plan) -> DescribeBackupOutput {
    DescribeBackupOutput {
        backup_description: Some(description(source, plan)),
        unmodeled: any_unmodeled_of::<DescribeBackupOutput>(source),
    }
}

pub(crate) fn description(source: &mut Source<'_, '_>, plan: &Plan) -> BackupDescription {
    let mut setting = setting(source, plan);
    let source_table_details = Some(table(source, plan, &mut setting));
    let backup_details = Some(details(source, plan, &setting));
    let features = plan.has_features() || source.flag();
    BackupDescription {
        backup_details,
        source_table_details,
        source_table_feature_details: features.then(|| self::features(source, plan, &mut setting)),
        unmodeled: any_unmodeled_of::<BackupDescription>(source),
    }
}

fn setting(source: &mut Source<'_, '_>, plan: &Plan) -> Setting {
    let (partition, region) = source.pick(REGIONS);
    Setting {
        partition,
        region,
        account_id: account_id(source),
        table_name: TableName::unchecked(valid_text(source, TableName::LIMITS)),
        created: genuine_nanos(source),
        local_names: plan.local_names,
        names: plan.names,
        all_names: plan.all_names,
        ..Setting::default()
    }
}

fn details(source: &mut Source<'_, '_>, plan: &Plan, setting: &Setting) -> BackupDetails {
    let created = setting.created;
    let Setting { partition, region, account_id, table_name, .. } = setting;
    let arn = if plan.recovery_point {
        format!("arn:{partition}:backup:{region}:{account_id}:recovery-point:{}", id(source))
    } else {
        // The digits agree with the time to the millisecond, which may have been rounded either way.
        let millis = created / MILLI + i128::from(source.pick(&[0, 0, 0, -1, 1]));
        let random = hex(source, 8);
        format!("arn:{partition}:dynamodb:{region}:{account_id}:table/{table_name}/backup/{millis:014}-{random}")
    };
    let kept = match plan.backup_type {
        BackupType::System => {
            Some(BackupDetails::SYSTEM_RETENTION_DAYS * DAY + SECOND * source.pick(&[0, 0, 0, -1, 1]))
        }
        BackupType::AwsBackup if plan.expires => Some(source.pick(&[DAY, 1, MILLI, 3650 * DAY])),
        BackupType::AwsBackup | BackupType::User | BackupType::Unknown(_) => None,
    };
    BackupDetails {
        backup_arn: Some(BackupArn::unchecked(arn)),
        backup_name: Some(match plan.backup_type {
            BackupType::System => BackupName::system(table_name),
            _ => BackupName::unchecked(valid_text(source, BackupName::LIMITS)),
        }),
        backup_size_bytes: size(source),
        backup_status: Some(source.pick(BackupStatus::VALUES)),
        backup_type: Some(plan.backup_type.clone()),
        backup_creation_date_time: Some(written(source, created)),
        backup_expiry_date_time: kept.map(|kept| written(source, created + kept)),
        unmodeled: any_unmodeled_of::<BackupDetails>(source),
    }
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

fn table(source: &mut Source<'_, '_>, plan: &Plan, setting: &mut Setting) -> SourceTableDetails {
    let key_schema = key(source, setting, &[], 1, usize::from(plan.sort_key));
    let Setting { partition, region, account_id, table_name, .. } = setting;
    let older = source.pick(&[DAY, 0, 1, MILLI, 400 * DAY]);
    SourceTableDetails {
        table_name: Some(table_name.clone()),
        table_id: Some(TableId::unchecked(valid_text(source, TableId::LIMITS))),
        table_arn: Some(TableArn::unchecked(format!(
            "arn:{partition}:dynamodb:{region}:{account_id}:table/{table_name}"
        ))),
        table_size_bytes: size(source),
        key_schema: Some(key_schema),
        table_creation_date_time: Some(written(source, setting.created - older)),
        provisioned_throughput: Some(capacity(source, plan.billing_mode.as_ref())),
        on_demand_throughput: maxima(source, plan.billing_mode.as_ref()),
        item_count: size(source),
        billing_mode: plan.billing_mode.clone(),
        unmodeled: any_unmodeled_of::<SourceTableDetails>(source),
    }
}

pub(crate) fn capacity(source: &mut Source<'_, '_>, billing_mode: Option<&BillingMode>) -> ProvisionedThroughput {
    let mut units = || match billing_mode {
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

fn maxima(source: &mut Source<'_, '_>, billing_mode: Option<&BillingMode>) -> Option<OnDemandThroughput> {
    (billing_mode != Some(&BillingMode::Provisioned) && source.flag()).then(|| on_demand(source))
}

pub(crate) fn on_demand(source: &mut Source<'_, '_>) -> OnDemandThroughput {
    let units = |source: &mut Source<'_, '_>| if source.flag() { -1 } else { positive(source) };
    let (read, write) = source.pick(&[(true, true), (true, false), (false, true)]);
    OnDemandThroughput {
        max_read_request_units: read.then(|| units(source)),
        max_write_request_units: write.then(|| units(source)),
        unmodeled: any_unmodeled_of::<OnDemandThroughput>(source),
    }
}

/// A key of so many HASH and RANGE elements that begins with the names given.
fn key(
    source: &mut Source<'_, '_>,
    setting: &mut Setting,
    first: &[AttributeName],
    hashes: usize,
    ranges: usize,
) -> Vec<KeySchemaElement> {
    let mut names = first.to_vec();
    while names.len() < hashes + ranges {
        // Keys of a table and its indexes share attributes more often than not.
        let known = if setting.keys.is_empty() || source.flag() { None } else { Some(source.pick(&setting.keys)) };
        names.push(known.filter(|name| !names.contains(name)).unwrap_or_else(|| attribute(source, &names)));
    }
    setting.keys.extend_from_slice(&names);
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
    AttributeName::unchecked(fresh_text(source, AttributeName::LIMITS, |text| {
        taken.iter().any(|other| other.as_str() == text)
    }))
}

fn features(source: &mut Source<'_, '_>, plan: &Plan, setting: &mut Setting) -> SourceTableFeatureDetails {
    let billing_mode = plan.billing_mode.as_ref();
    let partition_key = setting.keys.first().cloned();
    let local: Vec<_> =
        (0..plan.local_indexes).map(|_| local_index(source, setting, partition_key.as_slice())).collect();
    let global: Vec<_> = (0..plan.global_indexes).map(|_| global_index(source, setting, billing_mode)).collect();
    let mut vector = Vec::new();
    for _ in 0..plan.vector_indexes {
        vector.push(vector_index(source, setting, &vector));
    }
    SourceTableFeatureDetails {
        local_secondary_indexes: list(source, local),
        global_secondary_indexes: list(source, global),
        stream_description: plan.stream.then(|| stream(source)),
        time_to_live_description: plan.time_to_live.then(|| time_to_live(source, &setting.keys)),
        sse_description: plan.encryption.then(|| encryption(source, setting.partition, setting.region)),
        vector_indexes: list(source, vector),
        unmodeled: any_unmodeled_of::<SourceTableFeatureDetails>(source),
    }
}

/// Without elements, absent or empty.
fn list<T>(source: &mut Source<'_, '_>, elements: Vec<T>) -> Option<Vec<T>> {
    (!elements.is_empty() || source.once_in(4)).then_some(elements)
}

fn index_name(source: &mut Source<'_, '_>, setting: &mut Setting) -> IndexName {
    let name = IndexName::unchecked(fresh_text(source, IndexName::LIMITS, |text| {
        setting.index_names.iter().any(|other| other.as_str() == text)
    }));
    setting.index_names.push(name.clone());
    name
}

fn local_index(
    source: &mut Source<'_, '_>,
    setting: &mut Setting,
    partition_key: &[AttributeName],
) -> LocalSecondaryIndexInfo {
    let most = setting.local_names.min(setting.names);
    let projection = projection(source, most, setting.all_names);
    let used = projection.non_key_attributes.as_ref().map_or(0, Vec::len);
    setting.local_names -= used;
    setting.names -= used;
    LocalSecondaryIndexInfo {
        index_name: Some(index_name(source, setting)),
        key_schema: Some(key(source, setting, partition_key, 1, 1)),
        projection: Some(projection),
        unmodeled: any_unmodeled_of::<LocalSecondaryIndexInfo>(source),
    }
}

fn global_index(
    source: &mut Source<'_, '_>,
    setting: &mut Setting,
    billing_mode: Option<&BillingMode>,
) -> GlobalSecondaryIndexInfo {
    let projection = projection(source, setting.names, setting.all_names);
    setting.names -= projection.non_key_attributes.as_ref().map_or(0, Vec::len);
    let hashes = source.count(1..=source.limits.gsi_hash_elements.clamp(1, MANY / 4));
    let ranges = source.count(0..=source.limits.gsi_range_elements.min(MANY / 4));
    let charged_by_capacity = billing_mode == Some(&BillingMode::Provisioned);
    GlobalSecondaryIndexInfo {
        index_name: Some(index_name(source, setting)),
        key_schema: Some(key(source, setting, &[], hashes, ranges)),
        projection: Some(projection),
        provisioned_throughput: (charged_by_capacity || source.flag()).then(|| capacity(source, billing_mode)),
        on_demand_throughput: maxima(source, billing_mode),
        unmodeled: any_unmodeled_of::<GlobalSecondaryIndexInfo>(source),
    }
}

/// A projection of so many names at most.
pub(crate) fn projection(source: &mut Source<'_, '_>, most: usize, all_names: bool) -> Projection {
    let most = most.min(source.limits.non_key_attributes).min(MANY);
    let projection_type = match most {
        0 => source.pick(&[ProjectionType::All, ProjectionType::KeysOnly]),
        _ if all_names => ProjectionType::Include,
        _ => source.pick(ProjectionType::VALUES),
    };
    let names = (projection_type == ProjectionType::Include).then(|| {
        let len = if all_names { most } else { source.count(1..=most) };
        names(source, len)
    });
    Projection {
        projection_type: Some(projection_type),
        non_key_attributes: names,
        unmodeled: any_unmodeled_of::<Projection>(source),
    }
}

/// So many names of attributes, no two alike.
pub(crate) fn names(source: &mut Source<'_, '_>, len: usize) -> Vec<AttributeName> {
    let mut names = Vec::new();
    while names.len() < len {
        names.push(attribute(source, &names));
    }
    names
}

fn vector_index(source: &mut Source<'_, '_>, setting: &mut Setting, others: &[VectorIndexInfo]) -> VectorIndexInfo {
    let (vector_attribute, dimensions) = if others.is_empty() || source.flag() {
        let of_others = others.iter().filter_map(|other| other.vector_attribute.as_ref()?.attribute_name.clone());
        let taken: Vec<_> = setting.keys.iter().cloned().chain(of_others).collect();
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
        index_name: Some(index_name(source, setting)),
        vector_attribute,
        search_schema: source.flag().then(|| search_schema(source)),
        projection: Some(projection(source, MANY, setting.all_names)),
        dimensions,
        distance_function: Some(source.pick(VectorDistanceFunction::VALUES)),
        unmodeled: any_unmodeled_of::<VectorIndexInfo>(source),
    }
}

fn search_schema(source: &mut Source<'_, '_>) -> Vec<SearchSchemaElement> {
    let filters = source.count(0..=source.limits.vector_inline_filters.min(MANY));
    let hash = filters == 0 || source.flag();
    let mut schema = Vec::new();
    if hash {
        schema.push(searched(source, SearchSchemaElementType::Hash));
    }
    for _ in 0..filters {
        schema.push(searched(source, SearchSchemaElementType::InlineFilter));
    }
    schema
}

pub(crate) fn searched(source: &mut Source<'_, '_>, element_type: SearchSchemaElementType) -> SearchSchemaElement {
    SearchSchemaElement {
        attribute_name: Some(SearchSchemaAttributeName::unchecked(valid_text(
            source,
            SearchSchemaAttributeName::LIMITS,
        ))),
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

pub(crate) fn time_to_live(source: &mut Source<'_, '_>, keys: &[AttributeName]) -> TimeToLiveDescription {
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
    TimeToLiveDescription {
        time_to_live_status: status,
        attribute_name: named
            .then(|| if !keys.is_empty() && source.flag() { source.pick(keys) } else { attribute(source, &[]) }),
        unmodeled: any_unmodeled_of::<TimeToLiveDescription>(source),
    }
}

pub(crate) fn encryption(source: &mut Source<'_, '_>, partition: &str, region: &str) -> SseDescription {
    let kms = !source.once_in(4);
    SseDescription {
        status: source.pick(&[Some(SseStatus::Enabled), Some(SseStatus::Updating), None]),
        sse_type: kms.then_some(SseType::Kms),
        kms_master_key_arn: kms.then(|| kms_key(source, partition, region)),
        inaccessible_encryption_date_time: (kms && source.once_in(3)).then(|| {
            let since = genuine_nanos(source);
            written(source, since)
        }),
        unmodeled: any_unmodeled_of::<SseDescription>(source),
    }
}

pub(crate) fn kms_key(source: &mut Source<'_, '_>, partition: &str, region: &str) -> KmsMasterKeyArn {
    let (account_id, id) = (account_id(source), id(source));
    KmsMasterKeyArn::unchecked(format!("arn:{partition}:kms:{region}:{account_id}:key/{id}"))
}

/// A response of any plan.
pub(crate) fn any_output(source: &mut Source<'_, '_>) -> DescribeBackupOutput {
    let plan = Plan::any(source);
    output(source, &plan)
}

/// The sections and parts of a response, each by itself.
#[cfg(feature = "proptest")]
pub(crate) mod part {
    use super::{
        BackupDescription, BackupDetails, GlobalSecondaryIndexInfo, KeySchemaElement, LocalSecondaryIndexInfo,
        OnDemandThroughput, Plan, Projection, ProvisionedThroughput, REGIONS, Setting, Source, SourceTableDetails,
        SourceTableFeatureDetails, SseDescription, StreamSpecification, TimeToLiveDescription, Vec, VectorIndexInfo,
        any_unmodeled_of,
    };
    use crate::model::DescribeBackupInput;

    fn with_setting<T>(
        source: &mut Source<'_, '_>,
        make: impl FnOnce(&mut Source<'_, '_>, &Plan, &mut Setting) -> T,
    ) -> T {
        let plan = Plan::any(source);
        let mut setting = super::setting(source, &plan);
        make(source, &plan, &mut setting)
    }

    pub(crate) fn description(source: &mut Source<'_, '_>) -> BackupDescription {
        let plan = Plan::any(source);
        super::description(source, &plan)
    }

    pub(crate) fn input(source: &mut Source<'_, '_>) -> DescribeBackupInput {
        let backup_arn = details(source).backup_arn;
        DescribeBackupInput { backup_arn, unmodeled: any_unmodeled_of::<DescribeBackupInput>(source) }
    }

    pub(crate) fn details(source: &mut Source<'_, '_>) -> BackupDetails {
        with_setting(source, |source, plan, setting| super::details(source, plan, setting))
    }

    pub(crate) fn table(source: &mut Source<'_, '_>) -> SourceTableDetails {
        with_setting(source, super::table)
    }

    pub(crate) fn features(source: &mut Source<'_, '_>) -> SourceTableFeatureDetails {
        with_setting(source, |source, plan, setting| {
            super::table(source, plan, setting);
            super::features(source, plan, setting)
        })
    }

    pub(crate) fn key_schema(source: &mut Source<'_, '_>) -> Vec<KeySchemaElement> {
        with_setting(source, |source, plan, setting| super::key(source, setting, &[], 1, usize::from(plan.sort_key)))
    }

    pub(crate) fn local_index(source: &mut Source<'_, '_>) -> LocalSecondaryIndexInfo {
        with_setting(source, |source, _, setting| super::local_index(source, setting, &[]))
    }

    pub(crate) fn global_index(source: &mut Source<'_, '_>) -> GlobalSecondaryIndexInfo {
        with_setting(source, |source, plan, setting| super::global_index(source, setting, plan.billing_mode.as_ref()))
    }

    pub(crate) fn vector_index(source: &mut Source<'_, '_>) -> VectorIndexInfo {
        with_setting(source, |source, _, setting| super::vector_index(source, setting, &[]))
    }

    pub(crate) fn projection(source: &mut Source<'_, '_>) -> Projection {
        super::projection(source, usize::MAX, false)
    }

    pub(crate) fn provisioned_throughput(source: &mut Source<'_, '_>) -> ProvisionedThroughput {
        with_setting(source, |source, plan, _| super::capacity(source, plan.billing_mode.as_ref()))
    }

    pub(crate) fn on_demand_throughput(source: &mut Source<'_, '_>) -> OnDemandThroughput {
        super::on_demand(source)
    }

    pub(crate) fn stream(source: &mut Source<'_, '_>) -> StreamSpecification {
        super::stream(source)
    }

    pub(crate) fn time_to_live(source: &mut Source<'_, '_>) -> TimeToLiveDescription {
        super::time_to_live(source, &[])
    }

    pub(crate) fn encryption(source: &mut Source<'_, '_>) -> SseDescription {
        let (partition, region) = source.pick(REGIONS);
        super::encryption(source, partition, region)
    }
}
