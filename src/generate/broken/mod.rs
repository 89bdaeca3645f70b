//! Responses that break one rule, a file per group of rules.

mod arns;
mod features;
mod key_schemas;
mod presence;
mod projections;
mod texts;
mod throughput;
mod times;
mod vector_indexes;

use super::source::Source;
use super::valid::{self, Plan};
use crate::Rule;
use crate::model::{
    AttributeName, BackupDescription, BackupDetails, DescribeBackupOutput, GlobalSecondaryIndexInfo, KeySchemaElement,
    LocalSecondaryIndexInfo, Projection, ProvisionedThroughput, SourceTableDetails, SourceTableFeatureDetails,
    VectorIndexInfo,
};
use alloc::vec::Vec;

/// A response that breaks that rule.
pub(crate) fn output(source: &mut Source<'_, '_>, rule: Rule) -> DescribeBackupOutput {
    let breach = breach(rule);
    let mut plan = Plan::any(source);
    (breach.plan)(source, &mut plan);
    let mut output = valid::output(source, &plan);
    (breach.apply)(source, &mut Parts(&mut output));
    output
}

/// How a rule is broken: what the valid response must have, and what is then done to it.
struct Breach {
    plan: fn(&mut Source<'_, '_>, &mut Plan),
    apply: fn(&mut Source<'_, '_>, &mut Parts<'_>),
}

impl Breach {
    fn new(plan: fn(&mut Source<'_, '_>, &mut Plan), apply: fn(&mut Source<'_, '_>, &mut Parts<'_>)) -> Self {
        Self { plan, apply }
    }

    /// Of a rule that any response can be made to break.
    fn of_any(apply: fn(&mut Source<'_, '_>, &mut Parts<'_>)) -> Self {
        Self::new(|_, _| {}, apply)
    }
}

fn breach(rule: Rule) -> Breach {
    match rule {
        Rule::BackupDescriptionMissing => presence::backup_description_missing(),
        Rule::BackupDetailsMissing => presence::backup_details_missing(),
        Rule::SourceTableDetailsMissing => presence::source_table_details_missing(),
        Rule::RequiredMemberMissing => presence::required_member_missing(),
        Rule::BackupTypeMissing => presence::backup_type_missing(),
        Rule::IndexMemberMissing => presence::index_member_missing(),
        Rule::UnknownEnumValue => presence::unknown_enum_value(),
        Rule::TextLength => texts::text_length(),
        Rule::TextPattern => texts::text_pattern(),
        Rule::AttributeNameBytes => texts::attribute_name_bytes(),
        Rule::SystemBackupName => texts::system_backup_name(),
        Rule::IndexNameDuplicate => texts::index_name_duplicate(),
        Rule::KeySchemaHashCount => key_schemas::hash_count(),
        Rule::KeySchemaRangeCount => key_schemas::range_count(),
        Rule::KeySchemaOrder => key_schemas::order(),
        Rule::KeySchemaDuplicateAttribute => key_schemas::duplicate_attribute(),
        Rule::LsiPartitionKeyMismatch => key_schemas::lsi_partition_key_mismatch(),
        Rule::LsiRequiresSortKey => key_schemas::lsi_requires_sort_key(),
        Rule::LsiCount => key_schemas::lsi_count(),
        Rule::GsiCount => key_schemas::gsi_count(),
        Rule::ProjectionTypeMissing => projections::type_missing(),
        Rule::ProjectionAttributesMissing => projections::attributes_missing(),
        Rule::ProjectionAttributesUnexpected => projections::attributes_unexpected(),
        Rule::ProjectionAttributesEmpty => projections::attributes_empty(),
        Rule::ProjectionAttributesCount => projections::attributes_count(),
        Rule::ProjectionAttributeDuplicate => projections::attribute_duplicate(),
        Rule::LsiProjectedAttributesTotal => projections::lsi_total(),
        Rule::ProjectedAttributesTotal => projections::total(),
        Rule::PayPerRequestCapacity => throughput::pay_per_request_capacity(),
        Rule::ProvisionedCapacityZero => throughput::provisioned_capacity_zero(),
        Rule::CapacityNegative => throughput::capacity_negative(),
        Rule::CapacityHalfZero => throughput::capacity_half_zero(),
        Rule::GsiCapacityMissing => throughput::gsi_capacity_missing(),
        Rule::BillingModeMissing => throughput::billing_mode_missing(),
        Rule::OnDemandThroughputRange => throughput::on_demand_range(),
        Rule::OnDemandThroughputEmpty => throughput::on_demand_empty(),
        Rule::OnDemandThroughputUnexpected => throughput::on_demand_unexpected(),
        Rule::SizeNegative => throughput::size_negative(),
        Rule::StreamViewTypeMissing => features::stream_view_type_missing(),
        Rule::StreamViewTypeUnexpected => features::stream_view_type_unexpected(),
        Rule::TtlAttributeMissing => features::ttl_attribute_missing(),
        Rule::TtlAttributeUnexpected => features::ttl_attribute_unexpected(),
        Rule::TtlStatusMissing => features::ttl_status_missing(),
        Rule::SseTypeLegacy => features::sse_type_legacy(),
        Rule::SseStatusLegacy => features::sse_status_legacy(),
        Rule::SseKeyMissing => features::sse_key_missing(),
        Rule::SseKeyUnexpected => features::sse_key_unexpected(),
        Rule::SseKeyArnFormat => features::sse_key_arn_format(),
        Rule::SseKeyArnRegion => features::sse_key_arn_region(),
        Rule::SseInaccessibleWithoutKms => features::sse_inaccessible_without_kms(),
        Rule::TableArnMissing => arns::table_arn_missing(),
        Rule::TableArnFormat => arns::table_arn_format(),
        Rule::TableArnNameMismatch => arns::table_arn_name_mismatch(),
        Rule::BackupArnFormat => arns::backup_arn_format(),
        Rule::BackupArnTableMismatch => arns::backup_arn_table_mismatch(),
        Rule::BackupArnAccountMismatch => arns::backup_arn_account_mismatch(),
        Rule::BackupArnPartitionMismatch => arns::backup_arn_partition_mismatch(),
        Rule::BackupArnRegionMismatch => arns::backup_arn_region_mismatch(),
        Rule::ArnRegionPartition => arns::arn_region_partition(),
        Rule::BackupIdFormat => arns::backup_id_format(),
        Rule::BackupIdTimeMismatch => arns::backup_id_time_mismatch(),
        Rule::BackupBeforeTable => times::backup_before_table(),
        Rule::ExpiryBeforeCreation => times::expiry_before_creation(),
        Rule::SystemBackupExpiry => times::system_backup_expiry(),
        Rule::SystemBackupExpiryMissing => times::system_backup_expiry_missing(),
        Rule::UserBackupExpiry => times::user_backup_expiry(),
        Rule::VectorRequiresPayPerRequest => vector_indexes::requires_pay_per_request(),
        Rule::VectorCount => vector_indexes::count(),
        Rule::VectorDimensions => vector_indexes::dimensions(),
        Rule::VectorDimensionsQuota => vector_indexes::dimensions_quota(),
        Rule::VectorSearchSchemaEmpty => vector_indexes::search_schema_empty(),
        Rule::VectorSearchSchemaHashCount => vector_indexes::search_schema_hash_count(),
        Rule::VectorSearchSchemaFilterQuota => vector_indexes::search_schema_filter_quota(),
        Rule::VectorSharedAttributeDimensions => vector_indexes::shared_attribute_dimensions(),
        Rule::VectorAttributeIsKey => vector_indexes::attribute_is_key(),
    }
}

/// One of the places, of which there is at least one.
fn one<T>(source: &mut Source<'_, '_>, mut places: Vec<T>) -> T {
    let last = places.len().checked_sub(1).expect("the plan made a place for the fault");
    places.swap_remove(source.number(0..=last))
}

/// A response that was made here, so that its sections are there.
struct Parts<'o>(&'o mut DescribeBackupOutput);

const MADE: &str = "the response was made with it";

impl Parts<'_> {
    fn description(&mut self) -> &mut BackupDescription {
        self.0.backup_description.as_mut().expect(MADE)
    }

    fn details(&mut self) -> &mut BackupDetails {
        self.description().backup_details.as_mut().expect(MADE)
    }

    fn table(&mut self) -> &mut SourceTableDetails {
        self.description().source_table_details.as_mut().expect(MADE)
    }

    fn features(&mut self) -> &mut SourceTableFeatureDetails {
        self.description().source_table_feature_details.get_or_insert_default()
    }

    fn local(&mut self) -> &mut Vec<LocalSecondaryIndexInfo> {
        self.features().local_secondary_indexes.get_or_insert_default()
    }

    fn global(&mut self) -> &mut Vec<GlobalSecondaryIndexInfo> {
        self.features().global_secondary_indexes.get_or_insert_default()
    }

    fn vector(&mut self) -> &mut Vec<VectorIndexInfo> {
        self.features().vector_indexes.get_or_insert_default()
    }

    /// The keys of the table, its local and its global indexes.
    fn keys(&mut self) -> [Vec<&mut Vec<KeySchemaElement>>; 3] {
        let BackupDescription { source_table_details, source_table_feature_details, .. } = self.description();
        let table = source_table_details.iter_mut().filter_map(|table| table.key_schema.as_mut());
        let (mut local, mut global) = (Vec::new(), Vec::new());
        if let Some(features) = source_table_feature_details {
            let SourceTableFeatureDetails { local_secondary_indexes, global_secondary_indexes, .. } = features;
            local.extend(local_secondary_indexes.iter_mut().flatten().filter_map(|index| index.key_schema.as_mut()));
            global.extend(global_secondary_indexes.iter_mut().flatten().filter_map(|index| index.key_schema.as_mut()));
        }
        [table.collect(), local, global]
    }

    fn key_attributes(&mut self) -> Vec<AttributeName> {
        let keys = self.keys();
        let elements = keys.iter().flatten().flat_map(|key| key.iter());
        elements.filter_map(|element| element.attribute_name.clone()).collect()
    }

    fn projections(&mut self) -> Vec<&mut Projection> {
        let SourceTableFeatureDetails { local_secondary_indexes, global_secondary_indexes, vector_indexes, .. } =
            self.features();
        let local = local_secondary_indexes.iter_mut().flatten().filter_map(|index| index.projection.as_mut());
        let global = global_secondary_indexes.iter_mut().flatten().filter_map(|index| index.projection.as_mut());
        let vector = vector_indexes.iter_mut().flatten().filter_map(|index| index.projection.as_mut());
        local.chain(global).chain(vector).collect()
    }

    /// The capacities of the table and its global indexes.
    fn capacities(&mut self) -> Vec<&mut ProvisionedThroughput> {
        let BackupDescription { source_table_details, source_table_feature_details, .. } = self.description();
        let table = source_table_details.iter_mut().filter_map(|table| table.provisioned_throughput.as_mut());
        let features = source_table_feature_details.iter_mut();
        let global = features.filter_map(|features| features.global_secondary_indexes.as_mut()).flatten();
        table.chain(global.filter_map(|index| index.provisioned_throughput.as_mut())).collect()
    }
}

/// With an index of any kind.
fn with_an_index(source: &mut Source<'_, '_>, plan: &mut Plan) {
    match source.number(0..=2) {
        0 => plan.global_indexes = plan.global_indexes.max(1),
        1 => plan.with_local_indexes(1),
        _ => plan.with_vector_indexes(1),
    }
}
