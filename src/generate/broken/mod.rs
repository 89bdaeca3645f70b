//! Responses that violate one rule, a file per group of rules.
//!
//! Its row in `mutations!` says how: what the valid response must have, and the function that then changes it.

mod arns;
mod features;
mod key_schemas;
mod presence;
mod projections;
mod text;
mod throughput;
mod times;
mod vector_indexes;

use super::plan::Plan;
use super::source::Source;
use super::valid;
use crate::model::{
    BackupDescription, BackupDetails, BackupType, BillingMode, DescribeBackupOutput, SourceTableDetails,
    SourceTableFeatureDetails, SseDescription,
};
use crate::shape::{AnyMember, every, select};
use crate::validate::Rule;
use crate::value::path::Row;
use alloc::vec::Vec;

/// A response that violates that rule, which is one of [`OUTPUT_RULES`]; valid with any other.
pub(crate) fn output(source: &mut Source<'_, '_>, rule: Rule) -> DescribeBackupOutput {
    let Mutation(prepare, mutate) = mutation_for(rule);
    let mut plan = Plan::any(source);
    prepare(source, &mut plan);
    let output = valid::output(source, &mut plan);
    let mut draft = Draft { rule, plan, output };
    mutate(source, &mut draft);
    draft.output
}

/// How a valid response is made to violate a rule: a change of its plan, then one of itself.
struct Mutation(fn(&mut Source<'_, '_>, &mut Plan), fn(&mut Source<'_, '_>, &mut Draft));

/// Each row: the rules, the function that changes the plan and the one that changes the response. The latter is named
/// after the rule; where the plan alone makes the response violate the rule, the former is. Then the rules about other
/// operations.
macro_rules! mutations {
    (output { $($($rule:ident)|+: $prepare:path, $mutate:path;)+ } others { $($other:ident)|+ }) => {
        /// The rules that the output of a `DescribeBackup` call can violate, those that [`BrokenOutput`] violates.
        ///
        /// [`BrokenOutput`]: super::BrokenOutput
        pub const OUTPUT_RULES: &[Rule] = &[$($(Rule::$rule,)+)+];

        fn mutation_for(rule: Rule) -> Mutation {
            match rule {
                $($(Rule::$rule)|+ => Mutation($prepare, $mutate),)+
                $(Rule::$other)|+ => Mutation(any_plan, unchanged),
            }
        }
    };
}

mutations! {
output {
    BackupDescriptionMissing: any_plan, presence::backup_description_missing;
    BackupDetailsMissing | SourceTableDetailsMissing | RequiredMemberMissing | TableArnMissing:
        any_plan, presence::member_missing;
    BackupTypeMissing: unclear_type, presence::member_missing;
    IndexMemberMissing | ProjectionTypeMissing: an_index, presence::member_missing;
    UnknownEnumValue: not_system, presence::unknown_enum_value;
    TextLength: text::perhaps_table_name_length, text::text_length;
    TextPattern: any_plan, text::text_pattern;
    AttributeNameBytes: any_plan, text::attribute_name_bytes;
    SystemBackupName: system, text::system_backup_name;
    IndexNameDuplicate: text::two_indexes, text::index_name_duplicate;
    KeySchemaHashCount: key_schemas::perhaps_indexes, key_schemas::key_schema_hash_count;
    KeySchemaRangeCount: key_schemas::perhaps_indexes, key_schemas::key_schema_range_count;
    KeySchemaOrder: key_schemas::sort_key, key_schemas::key_schema_order;
    KeySchemaDuplicateAttribute: key_schemas::sort_key, key_schemas::key_schema_duplicate_attribute;
    LsiPartitionKeyMismatch: a_local_index, key_schemas::lsi_partition_key_mismatch;
    LsiRequiresSortKey: a_local_index, key_schemas::lsi_requires_sort_key;
    LsiCount: key_schemas::lsi_count, unchanged;
    GsiCount: key_schemas::gsi_count, unchanged;
    ProjectionAttributesMissing: an_index, projections::projection_attributes_missing;
    ProjectionAttributesUnexpected: projections::room, projections::projection_attributes_unexpected;
    ProjectionAttributesEmpty: an_index, projections::projection_attributes_empty;
    ProjectionAttributesCount: projections::room, projections::projection_attributes_count;
    ProjectionAttributeDuplicate: projections::room, projections::projection_attribute_duplicate;
    LsiProjectedAttributesTotal: projections::enough_local_indexes, projections::lsi_projected_attributes_total;
    ProjectedAttributesTotal: projections::enough_global_indexes, projections::projected_attributes_total;
    PayPerRequestCapacity: pay_per_request, throughput::pay_per_request_capacity;
    ProvisionedCapacityZero: provisioned, throughput::provisioned_capacity_zero;
    CapacityNegative: throughput::not_pay_per_request, throughput::capacity_negative;
    CapacityHalfZero: throughput::no_billing_mode, throughput::capacity_half_zero;
    GsiCapacityMissing: throughput::provisioned_index, throughput::gsi_capacity_missing;
    BillingModeMissing: pay_per_request, throughput::billing_mode_missing;
    OnDemandThroughputRange: pay_per_request, throughput::on_demand_throughput_range;
    OnDemandThroughputEmpty: pay_per_request, throughput::on_demand_throughput_empty;
    OnDemandThroughputUnexpected: provisioned, throughput::on_demand_throughput_unexpected;
    SizeNegative: any_plan, throughput::size_negative;
    StreamViewTypeMissing: any_plan, features::stream_view_type_missing;
    StreamViewTypeUnexpected: any_plan, features::stream_view_type_unexpected;
    TtlAttributeMissing: any_plan, features::ttl_attribute_missing;
    TtlAttributeUnexpected: any_plan, features::ttl_attribute_unexpected;
    TtlStatusMissing: any_plan, features::ttl_status_missing;
    SseTypeLegacy: encrypted, features::sse_type_legacy;
    SseStatusLegacy: encrypted, features::sse_status_legacy;
    SseKeyMissing: encrypted, features::sse_key_missing;
    SseKeyUnexpected: encrypted, features::sse_key_unexpected;
    SseKeyArnFormat: encrypted, features::sse_key_arn_format;
    SseKeyArnRegion: encrypted, features::sse_key_arn_region;
    SseInaccessibleWithoutKms: encrypted, features::sse_inaccessible_without_kms;
    TableArnFormat: any_plan, arns::table_arn_format;
    TableArnNameMismatch: any_plan, arns::table_arn_name_mismatch;
    BackupArnFormat: arns::either_arn, arns::backup_arn_format;
    BackupArnTableMismatch: dynamodb_arn, arns::backup_arn_table_mismatch;
    BackupArnAccountMismatch: dynamodb_arn, arns::backup_arn_account_mismatch;
    BackupArnPartitionMismatch: dynamodb_arn, arns::backup_arn_partition_mismatch;
    BackupArnRegionMismatch: dynamodb_arn, arns::backup_arn_region_mismatch;
    ArnRegionPartition: arns::arn_region_partition, unchanged;
    BackupIdFormat: dynamodb_arn, arns::backup_id_format;
    BackupIdTimeMismatch: dynamodb_arn, arns::backup_id_time_mismatch;
    BackupBeforeTable: any_plan, times::backup_before_table;
    ExpiryBeforeCreation: aws_backup, times::expiry_before_creation;
    SystemBackupExpiry: system, times::system_backup_expiry;
    SystemBackupExpiryMissing: system, times::system_backup_expiry_missing;
    UserBackupExpiry: user, times::user_backup_expiry;
    VectorRequiresPayPerRequest: a_vector_index, vector_indexes::vector_requires_pay_per_request;
    VectorCount: vector_indexes::vector_count, unchanged;
    VectorDimensions: a_vector_index, vector_indexes::vector_dimensions;
    VectorDimensionsQuota: a_vector_index, vector_indexes::vector_dimensions_quota;
    VectorSearchSchemaEmpty: a_vector_index, vector_indexes::vector_search_schema_empty;
    VectorSearchSchemaHashCount: a_vector_index, vector_indexes::vector_search_schema_hash_count;
    VectorSearchSchemaFilterQuota: a_vector_index, vector_indexes::vector_search_schema_filter_quota;
    VectorSharedAttributeDimensions:
        vector_indexes::two_vector_indexes, vector_indexes::vector_shared_attribute_dimensions;
    VectorAttributeIsKey: a_vector_index, vector_indexes::vector_attribute_is_key;
    TimestampNotEpoch: any_plan, times::timestamp_not_epoch;
    TimestampFinerThanMilliseconds: times::timestamp_finer_than_milliseconds, unchanged;
}
others {
    DocumentUnrecognized | BackupSummariesMissing | SummaryMemberMissing | BackupSummaryDuplicate | ListLimitRange
        | TimeRangeOrder | TableNameOrArn | ContinuousBackupsDescriptionMissing | RecoveryPeriodRange
        | PitrWindowOrder | PitrWindowMissing | PitrWindowUnexpected | PitrWithoutContinuousBackups
}
}

fn any_plan(_: &mut Source<'_, '_>, _: &mut Plan) {}

fn user(_: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.with_type(BackupType::User);
}

fn system(_: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.with_type(BackupType::System);
}

fn aws_backup(_: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.with_type(BackupType::AwsBackup);
}

/// The name of a SYSTEM backup is only right for its type.
fn not_system(_: &mut Source<'_, '_>, plan: &mut Plan) {
    if plan.backup_type == BackupType::System {
        plan.with_type(BackupType::User);
    }
}

/// With a type that follows from no other member.
fn unclear_type(source: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.recovery_point = false;
    plan.backup_type = source.pick(&[BackupType::User, BackupType::AwsBackup]);
}

fn dynamodb_arn(_: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.recovery_point = false;
}

fn provisioned(_: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.billing_mode = Some(BillingMode::Provisioned);
    plan.vector_indexes = 0;
}

fn pay_per_request(_: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.billing_mode = Some(BillingMode::PayPerRequest);
}

fn encrypted(_: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.encryption = true;
}

/// With an index of any kind.
fn an_index(source: &mut Source<'_, '_>, plan: &mut Plan) {
    match source.number(0..=2) {
        0 => plan.with_global_indexes(1),
        1 => plan.with_local_indexes(1),
        _ => plan.with_vector_indexes(1),
    }
}

fn a_local_index(_: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.with_local_indexes(1);
}

fn a_vector_index(_: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.with_vector_indexes(1);
}

fn unchanged(_: &mut Source<'_, '_>, _: &mut Draft) {}

/// A response that was valid, and its plan.
struct Draft {
    rule: Rule,
    plan: Plan,
    output: DescribeBackupOutput,
}

impl Draft {
    fn description(&mut self) -> &mut BackupDescription {
        self.output.backup_description.get_or_insert_default()
    }

    fn details(&mut self) -> &mut BackupDetails {
        self.description().backup_details.get_or_insert_default()
    }

    fn table(&mut self) -> &mut SourceTableDetails {
        self.description().source_table_details.get_or_insert_default()
    }

    fn features(&mut self) -> &mut SourceTableFeatureDetails {
        self.description().source_table_feature_details.get_or_insert_default()
    }

    fn encryption(&mut self) -> &mut SseDescription {
        self.features().sse_description.get_or_insert_default()
    }

    /// Every value of that type.
    fn every<T: 'static>(&mut self) -> Vec<&mut T> {
        every(&mut self.output)
    }

    /// One of the values of that type, of which there is at least one.
    fn one<T: 'static>(&mut self, source: &mut Source<'_, '_>) -> &mut T {
        source.pick_from(self.every())
    }

    /// One of the members that the function selects, of which there is at least one.
    fn one_member(
        &mut self,
        source: &mut Source<'_, '_>,
        selects: impl Fn(&Row, &mut dyn AnyMember) -> bool,
    ) -> &mut dyn AnyMember {
        // Counted first, since a member can be inside another one.
        let mut count = 0;
        select(&mut self.output, &mut |row, member| {
            count += usize::from(selects(row, member));
            false
        });
        let chosen = source.number(1..=count);
        let mut number = 0;
        let mut members = select(&mut self.output, &mut |row, member| {
            let is_candidate = selects(row, member);
            number += usize::from(is_candidate);
            is_candidate && number == chosen
        });
        members.swap_remove(0)
    }
}
