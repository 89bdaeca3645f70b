//! What is checked where: each member by its row and its type, each structure by the rules about several of its members.

use super::facts::{BackupFacts, TableFacts};
use super::rules::{
    arns, documents, features, key_schemas, lists, presence, projections, recovery, sizes, text, throughput, times,
    vector_indexes,
};
use super::{Check, Context};
use crate::captured::Captured;
use crate::model::{
    BackupDescription, BackupDetails, BackupSummary, ContinuousBackupsDescription, CreateBackupInput,
    CreateBackupOutput, DeleteBackupInput, DeleteBackupOutput, DescribeBackupInput, DescribeBackupOutput,
    DescribeBackupResponse, DescribeContinuousBackupsInput, DescribeContinuousBackupsOutput, ErrorDetail,
    ErrorResponse, GlobalSecondaryIndexInfo, KeySchemaElement, ListBackupsInput, ListBackupsOutput,
    LocalSecondaryIndexInfo, OnDemandThroughput, OpenEnum, PointInTimeRecoveryDescription,
    PointInTimeRecoverySpecification, Projection, ProvisionedThroughput, SearchSchemaElement, SourceTableDetails,
    SourceTableFeatureDetails, SseDescription, StreamSpecification, TimeToLiveDescription, Timestamp,
    UpdateContinuousBackupsInput, UpdateContinuousBackupsOutput, VectorAttributeDefinition, VectorIndexInfo,
    with_enums, with_strings,
};
use crate::shape::{Visit, VisitMembers};
use crate::value::path::{Path, Row};
use alloc::string::String;
use alloc::vec::Vec;

/// A value that can be validated.
pub(crate) trait Walk {
    /// What the value itself offers to the rules that need more than one section.
    #[inline]
    fn context(&self) -> Context<'_> {
        Context::default()
    }

    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>);
}

/// A structure and its rules about several members.
trait Rules {
    #[inline]
    fn context(&self) -> Context<'_> {
        Context::default()
    }

    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>);
}

impl<T: Rules + for<'w, 'v> VisitMembers<Members<'w, 'v>>> Walk for T {
    #[inline]
    fn context(&self) -> Context<'_> {
        Rules::context(self)
    }

    // Compiled once, while a structure inside another one is a part of the other's walk.
    #[inline(never)]
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        self.check_alone(at, check);
    }
}

/// Checks the members of a structure one by one.
struct Members<'w, 'v> {
    at: &'w Path<'w>,
    check: &'w mut Check<'v>,
}

impl<T: CheckAlone> Visit<T> for Members<'_, '_> {
    // A call for each member would cost a twentieth of the instructions.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn member(&mut self, row: &'static Row, value: Option<&T>) {
        match value.filter(|value| !value.is_absent()) {
            Some(value) => value.check_alone(&self.at.member(row), self.check),
            None => presence::member_missing(self.check, self.at, row),
        }
    }
}

/// A value of a member, which some rules check by itself.
trait CheckAlone {
    /// Whether it represents an absent member.
    #[inline]
    fn is_absent(&self) -> bool {
        false
    }

    fn check_alone(&self, at: &Path<'_>, check: &mut Check<'_>);
}

macro_rules! check_strings {
    ($($name:ident)+) => {$(
        impl CheckAlone for crate::model::$name {
            #[inline]
            fn check_alone(&self, at: &Path<'_>, check: &mut Check<'_>) {
                text::string_within_limits(check, at, self);
            }
        }
    )+};
}
with_strings!(check_strings);

macro_rules! check_enums {
    ($($name:ident)+) => {$(
        impl CheckAlone for crate::model::$name {
            #[inline]
            fn is_absent(&self) -> bool {
                OpenEnum::is_absent(self)
            }

            #[inline]
            fn check_alone(&self, at: &Path<'_>, check: &mut Check<'_>) {
                presence::unknown_enum_value(check, at, self);
            }
        }
    )+};
}
with_enums!(check_enums);

macro_rules! check_nothing {
    ($($name:ident)+) => {$(
        impl CheckAlone for $name {
            #[inline]
            fn check_alone(&self, _: &Path<'_>, _: &mut Check<'_>) {}
        }
    )+};
}
check_nothing!(i64 bool String);

impl CheckAlone for Timestamp {
    #[inline]
    fn check_alone(&self, at: &Path<'_>, check: &mut Check<'_>) {
        documents::wire_timestamp(check, at, *self);
    }
}

impl<T: CheckAlone> CheckAlone for Vec<T> {
    #[inline]
    fn check_alone(&self, at: &Path<'_>, check: &mut Check<'_>) {
        for (index, element) in self.iter().enumerate() {
            element.check_alone(&at.index(index), check);
        }
    }
}

impl<T: Rules + for<'w, 'v> VisitMembers<Members<'w, 'v>>> CheckAlone for T {
    #[inline]
    fn check_alone(&self, at: &Path<'_>, check: &mut Check<'_>) {
        self.visit_members(&mut Members { at, check });
        self.check_rules(at, check);
    }
}

impl Walk for DescribeBackupResponse {
    #[inline]
    fn context(&self) -> Context<'_> {
        match self {
            Self::Output(output) => Walk::context(output),
            Self::Error(error) => Walk::context(error),
        }
    }

    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        match self {
            Self::Output(output) => output.walk(at, check),
            Self::Error(error) => error.walk(at, check),
        }
    }
}

impl Walk for Captured {
    #[inline]
    fn context(&self) -> Context<'_> {
        match self {
            Self::DescribeBackup(output) => Walk::context(output),
            Self::BackupDescription(description) => Walk::context(description),
            Self::CreateBackup(output) => Walk::context(output),
            Self::ListBackups(output) => Walk::context(output),
            Self::ContinuousBackups(output) => Walk::context(output),
            Self::BackupDetails(details) => Walk::context(details),
            Self::Error(error) => Walk::context(error),
            Self::Unrecognized(_) => Context::default(),
        }
    }

    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        match self {
            Self::DescribeBackup(output) => output.walk(at, check),
            Self::BackupDescription(description) => description.walk(at, check),
            Self::CreateBackup(output) => output.walk(at, check),
            Self::ListBackups(output) => output.walk(at, check),
            Self::ContinuousBackups(output) => output.walk(at, check),
            Self::BackupDetails(details) => details.walk(at, check),
            Self::Error(error) => error.walk(at, check),
            Self::Unrecognized(json) => documents::document_unrecognized(check, at, self, json),
        }
    }
}

/// A key of which nobody says whether it is a table's or an index's.
impl Walk for [KeySchemaElement] {
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        for (index, element) in self.iter().enumerate() {
            element.walk(&at.index(index), check);
        }
        let shape = key_schemas::Shape::any(check);
        key_schemas::key_schema(check, at, self, &shape);
    }
}

impl Walk for [SearchSchemaElement] {
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        for (index, element) in self.iter().enumerate() {
            element.walk(&at.index(index), check);
        }
        vector_indexes::search_schema(check, at, self);
    }
}

/// No rule is about an error response: the set of its codes is open and its message may be absent.
macro_rules! never_violates {
    ($($name:ident)+) => {$(
        impl Walk for $name {
            fn walk(&self, _: &Path<'_>, _: &mut Check<'_>) {}
        }
    )+};
}
never_violates!(ErrorResponse ErrorDetail);

macro_rules! without_rules {
    ($($name:ident)+) => {$(
        impl Rules for $name {
            fn check_rules(&self, _: &Path<'_>, _: &mut Check<'_>) {}
        }
    )+};
}
without_rules!(KeySchemaElement SearchSchemaElement VectorAttributeDefinition);
without_rules!(CreateBackupOutput DescribeContinuousBackupsOutput UpdateContinuousBackupsOutput);

impl Rules for DescribeBackupInput {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        arns::input_arn(check, &at.member(Self::backup_arn), self.backup_arn.as_ref());
    }
}

impl Rules for DeleteBackupInput {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        arns::input_arn(check, &at.member(Self::backup_arn), self.backup_arn.as_ref());
    }
}

impl Rules for CreateBackupInput {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        if let Some(table) = &self.table_name {
            arns::table_name_or_arn(check, &at.member(Self::table_name), table);
        }
        if let Some(name) = &self.backup_name {
            text::backup_name_within_limits(check, &at.member(Self::backup_name), name);
        }
    }
}

impl Rules for ListBackupsInput {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        if let Some(table) = &self.table_name {
            arns::table_name_or_arn(check, &at.member(Self::table_name), table);
        }
        lists::list_limit_range(check, at, self);
        lists::time_range_order(check, at, self);
        let row = Self::exclusive_start_backup_arn;
        arns::page_arn(check, &at.member(row), self.exclusive_start_backup_arn.as_ref());
    }
}

impl Rules for DescribeContinuousBackupsInput {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        if let Some(table) = &self.table_name {
            arns::table_name_or_arn(check, &at.member(Self::table_name), table);
        }
    }
}

impl Rules for UpdateContinuousBackupsInput {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        if let Some(table) = &self.table_name {
            arns::table_name_or_arn(check, &at.member(Self::table_name), table);
        }
    }
}

impl Rules for DescribeBackupOutput {
    #[inline]
    fn context(&self) -> Context<'_> {
        self.backup_description.as_ref().map(Rules::context).unwrap_or_default()
    }

    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let (row, is_missing) = (Self::backup_description, self.backup_description.is_none());
        presence::backup_description_missing(check, at, row, is_missing, &self.unmodeled);
    }
}

impl Rules for DeleteBackupOutput {
    #[inline]
    fn context(&self) -> Context<'_> {
        self.backup_description.as_ref().map(Rules::context).unwrap_or_default()
    }

    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let (row, is_missing) = (Self::backup_description, self.backup_description.is_none());
        presence::backup_description_missing(check, at, row, is_missing, &self.unmodeled);
    }
}

impl Rules for ListBackupsOutput {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        lists::backup_summary_duplicate(check, at, self);
        let row = Self::last_evaluated_backup_arn;
        arns::page_arn(check, &at.member(row), self.last_evaluated_backup_arn.as_ref());
    }
}

impl Rules for BackupSummary {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let (backup, table) = (BackupFacts::from(self), TableFacts::from(self));
        arns::table_arn(check, &at.member(Self::table_arn), &table);
        check_backup(check, at, &backup, &table);
        sizes::size_negative(check, at, Self::backup_size_bytes, self.backup_size_bytes);
    }
}

impl Rules for ContinuousBackupsDescription {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        recovery::pitr_without_continuous_backups(check, at, self);
    }
}

impl Rules for PointInTimeRecoveryDescription {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        recovery::recovery_period_range(check, at, Self::recovery_period_in_days, self.recovery_period_in_days);
        recovery::pitr_window_order(check, at, self);
        recovery::pitr_window_missing(check, at, self);
        recovery::pitr_window_unexpected(check, at, self);
    }
}

impl Rules for PointInTimeRecoverySpecification {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        recovery::recovery_period_range(check, at, Self::recovery_period_in_days, self.recovery_period_in_days);
    }
}

impl Rules for BackupDescription {
    #[inline]
    fn context(&self) -> Context<'_> {
        self.source_table_details.as_ref().map(Rules::context).unwrap_or_default()
    }

    // The rules about a table and its backup are those of the backup.
    fn check_rules(&self, _: &Path<'_>, _: &mut Check<'_>) {}
}

impl Rules for BackupDetails {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let (backup, context) = (&BackupFacts::from(self), check.context);
        check_backup(check, at, backup, &context.table_facts);
        sizes::size_negative(check, at, Self::backup_size_bytes, self.backup_size_bytes);
        times::backup_before_table(check, at, backup);
    }
}

/// The rules about what a backup's details and its summary have in common.
#[inline]
fn check_backup(check: &mut Check<'_>, at: &Path<'_>, backup: &BackupFacts<'_>, table: &TableFacts<'_>) {
    text::backup_name(check, at, backup, table);
    arns::backup_arn(check, at, backup, table);
    times::expiry_before_creation(check, at, backup);
    times::expiry_by_type(check, at, backup);
}

impl Rules for SourceTableDetails {
    #[inline]
    fn context(&self) -> Context<'_> {
        Context { table: Some(self), table_facts: TableFacts::from(self) }
    }

    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let context = check.context;
        arns::table_arn(check, &at.member(Self::table_arn), &context.table_facts);
        sizes::size_negative(check, at, Self::table_size_bytes, self.table_size_bytes);
        sizes::size_negative(check, at, Self::item_count, self.item_count);
        if let Some(schema) = &self.key_schema {
            key_schemas::key_schema(check, &at.member(Self::key_schema), schema, &key_schemas::Shape::TABLE);
        }
        throughput::billing_mode_missing(check, at, self);
    }
}

impl Rules for ProvisionedThroughput {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        throughput::capacity_by_billing_mode(check, at, self);
        throughput::capacity_negative(check, at, self);
    }
}

impl Rules for OnDemandThroughput {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        throughput::on_demand_throughput_range(check, at, self);
        throughput::on_demand_throughput_empty(check, at, self);
        throughput::on_demand_throughput_unexpected(check, at);
    }
}

impl Rules for SourceTableFeatureDetails {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        key_schemas::lsi_count(check, at, self);
        key_schemas::lsi_requires_sort_key(check, at, self);
        key_schemas::lsi_partition_key_mismatch(check, at, self);
        key_schemas::gsi_count(check, at, self);
        text::index_name_duplicate(check, at, self);
        projections::projected_attributes_total(check, at, self);
        vector_indexes::vector_count(check, at, self);
        vector_indexes::vector_requires_pay_per_request(check, at, self);
        vector_indexes::vector_shared_attribute_dimensions(check, at, self);
        vector_indexes::vector_attribute_is_key(check, at, self);
    }
}

impl Rules for LocalSecondaryIndexInfo {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        if let Some(schema) = &self.key_schema {
            key_schemas::key_schema(check, &at.member(Self::key_schema), schema, &key_schemas::Shape::LOCAL);
        }
    }
}

impl Rules for GlobalSecondaryIndexInfo {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        if let Some(schema) = &self.key_schema {
            let shape = key_schemas::Shape::global(check);
            key_schemas::key_schema(check, &at.member(Self::key_schema), schema, &shape);
        }
        throughput::gsi_capacity_missing(check, at, self);
    }
}

impl Rules for Projection {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        projections::attributes_by_type(check, at, self);
        projections::projection_attributes_count(check, at, self);
        projections::projection_attribute_duplicate(check, at, self);
    }
}

impl Rules for StreamSpecification {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        features::stream_view_type_missing(check, at, self);
        features::stream_view_type_unexpected(check, at, self);
    }
}

impl Rules for TimeToLiveDescription {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        features::ttl_attribute_missing(check, at, self);
        features::ttl_attribute_unexpected(check, at, self);
        features::ttl_status_missing(check, at, self);
    }
}

impl Rules for SseDescription {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        features::sse_type_legacy(check, at, self);
        features::sse_status_legacy(check, at, self);
        features::sse_key_missing(check, at, self);
        features::sse_key_unexpected(check, at, self);
        features::sse_key_arn(check, at, self);
        features::sse_inaccessible_without_kms(check, at, self);
    }
}

impl Rules for VectorIndexInfo {
    fn check_rules(&self, at: &Path<'_>, check: &mut Check<'_>) {
        if let Some(schema) = &self.search_schema {
            vector_indexes::search_schema(check, &at.member(Self::search_schema), schema);
        }
        vector_indexes::vector_dimensions(check, at, self);
        vector_indexes::vector_dimensions_quota(check, at, self);
    }
}
