//! Values that violate one rule, a file per group of rules.
//!
//! Its row in `mutations!` says how: what the valid response must have, and the function that then changes it.

mod arns;
mod family;
mod features;
mod key_schemas;
mod pages;
mod presence;
mod projections;
mod text;
mod throughput;
mod times;
mod value;
mod vector_indexes;

use super::plan::Plan;
use super::source::Source;
use super::valid;
use crate::model::{
    BackupDescription, BackupDetails, BackupType, BillingMode, DescribeBackupOutput, ListBackupsOutput,
    SourceTableDetails, SourceTableFeatureDetails, SseDescription,
};
use crate::shape::{AnyMember, Structure, every, select};
use crate::validate::Rule;
use crate::value::path::Row;
use alloc::vec::Vec;
pub use pages::PAGE_RULES;
pub use value::BrokenValue;

/// A response that violates that rule, which is one of [`OUTPUT_RULES`].
pub(crate) fn output(source: &mut Source<'_, '_>, rule: Rule) -> DescribeBackupOutput {
    let Mutation::Output(prepare, mutate) = mutation_for(rule) else {
        unreachable!("{rule} is one of OUTPUT_RULES");
    };
    let mut plan = Plan::any(source);
    prepare(source, &mut plan);
    let output = valid::output(source, &mut plan);
    mutated(source, rule, plan, output, mutate)
}

/// A page that violates that rule, which is one of [`PAGE_RULES`].
pub(crate) fn page(source: &mut Source<'_, '_>, rule: Rule) -> ListBackupsOutput {
    match (rule, mutation_for(rule)) {
        (Rule::SizeNegative, _) => pages::summary(source, rule, any_plan, pages::backup_size_negative),
        (Rule::TextLength, _) => pages::summary(source, rule, text::perhaps_table_name_length, pages::text_length),
        (_, Mutation::Output(prepare, mutate)) => pages::summary(source, rule, prepare, mutate),
        (_, Mutation::Page(mutate)) => pages::page(source, mutate),
        (_, Mutation::Other(_)) => unreachable!("{rule} is one of PAGE_RULES"),
    }
}

/// A value that violates that rule: the structure that the rule is about.
pub(crate) fn value(source: &mut Source<'_, '_>, rule: Rule) -> BrokenValue {
    match mutation_for(rule) {
        Mutation::Output(..) if source.once_in(4) => family::elsewhere(source, rule),
        Mutation::Output(..) => BrokenValue::Output(output(source, rule)),
        Mutation::Page(_) => BrokenValue::Page(page(source, rule)),
        Mutation::Other(make) => make(source),
    }
}

fn mutated(
    source: &mut Source<'_, '_>,
    rule: Rule,
    plan: Plan,
    output: DescribeBackupOutput,
    mutate: Mutate,
) -> DescribeBackupOutput {
    let mut draft = Draft { rule, plan, output };
    mutate(source, &mut draft);
    draft.output
}

type Prepare = fn(&mut Source<'_, '_>, &mut Plan);
type Mutate = fn(&mut Source<'_, '_>, &mut Draft);

/// How a valid value is made to violate a rule.
enum Mutation {
    /// A change of the response's plan, then one of the response.
    Output(Prepare, Mutate),
    /// A change of a page that has a summary.
    Page(fn(&mut Source<'_, '_>, &mut ListBackupsOutput)),
    /// What makes a value of another operation.
    Other(fn(&mut Source<'_, '_>) -> BrokenValue),
}

/// Each row: the rules, the function that changes the plan and the one that changes the response. The latter is named
/// after the rule; where the plan alone makes the response violate the rule, the former is. Then the rules about pages
/// and about other operations, each with the function that is named after it.
macro_rules! mutations {
    (
        output { $($($rule:ident)|+: $prepare:path, $mutate:path;)+ }
        page { $($page_rule:ident: $page:path;)+ }
        other { $($other_rule:ident: $other:path;)+ }
    ) => {
        /// The rules that the output of a `DescribeBackup` call can violate.
        ///
        /// # Examples
        ///
        /// ```
        /// use dynamodb_backup_model::Rule;
        /// use dynamodb_backup_model::generate::OUTPUT_RULES;
        ///
        /// assert!(OUTPUT_RULES.contains(&Rule::KeySchemaOrder));
        /// assert!(!OUTPUT_RULES.contains(&Rule::ListLimitRange));
        /// ```
        pub const OUTPUT_RULES: &[Rule] = &[$($(Rule::$rule,)+)+];

        fn mutation_for(rule: Rule) -> Mutation {
            match rule {
                $($(Rule::$rule)|+ => Mutation::Output($prepare, $mutate),)+
                $(Rule::$page_rule => Mutation::Page($page),)+
                $(Rule::$other_rule => Mutation::Other($other),)+
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
    page {
        BackupSummariesMissing: pages::backup_summaries_missing;
        SummaryMemberMissing: pages::summary_member_missing;
        BackupSummaryDuplicate: pages::backup_summary_duplicate;
    }
    other {
        DocumentUnrecognized: family::document_unrecognized;
        ListLimitRange: family::list_limit_range;
        TimeRangeOrder: family::time_range_order;
        TableNameOrArn: family::table_name_or_arn;
        ContinuousBackupsDescriptionMissing: family::continuous_backups_description_missing;
        RecoveryPeriodRange: family::recovery_period_range;
        PitrWindowOrder: family::pitr_window_order;
        PitrWindowMissing: family::pitr_window_missing;
        PitrWindowUnexpected: family::pitr_window_unexpected;
        PitrWithoutContinuousBackups: family::pitr_without_continuous_backups;
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
        one_member(source, &mut self.output, selects)
    }
}

/// One of the members inside a structure that the function selects, of which there is at least one.
fn one_member<'s>(
    source: &mut Source<'_, '_>,
    structure: &'s mut dyn Structure,
    selects: impl Fn(&Row, &mut dyn AnyMember) -> bool,
) -> &'s mut dyn AnyMember {
    // Counted first, since a member can be inside another one.
    let mut count = 0;
    select(structure, &mut |row, member| {
        count += usize::from(selects(row, member));
        false
    });
    let chosen = source.number(1..=count);
    let mut number = 0;
    let mut members = select(structure, &mut |row, member| {
        let is_candidate = selects(row, member);
        number += usize::from(is_candidate);
        is_candidate && number == chosen
    });
    members.swap_remove(0)
}
