//! Which rules look at which structure: each walk reads as the list of its members.

use super::rules::presence::{enum_value_is_known, index_member, is_present, required};
use super::rules::text::{element_keeps_its_limits, text_keeps_its_limits};
use super::rules::{
    arns, features, key_schemas, presence, projections, sizes, text, throughput, times, vector_indexes,
};
use super::{Around, Check, MemberName, Path, Rule};
use crate::model::{
    BackupDescription, BackupDetails, DescribeBackupError, DescribeBackupInput, DescribeBackupOutput,
    DescribeBackupResponse, ErrorDetail, GlobalSecondaryIndexInfo, KeySchemaElement, LocalSecondaryIndexInfo,
    OnDemandThroughput, Projection, ProvisionedThroughput, SearchSchemaElement, SourceTableDetails,
    SourceTableFeatureDetails, SseDescription, StreamSpecification, TableArn, TimeToLiveDescription,
    VectorAttributeDefinition, VectorIndexInfo,
};
use alloc::vec::Vec;

/// A value that the rules can walk through.
pub(crate) trait Walk {
    /// What the value itself offers to the rules that need more than one section.
    fn around(&self) -> Around<'_> {
        Around::default()
    }

    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>);
}

/// Walks on into a member that is there.
fn into<T: Walk + ?Sized>(check: &mut Check<'_>, at: &Path<'_>, name: &'static MemberName, member: Option<&T>) {
    if let Some(value) = member {
        value.walk(&at.member(name), check);
    }
}

/// Walks on into the elements of a list that is there.
fn into_each<T: Walk>(check: &mut Check<'_>, at: &Path<'_>, name: &'static MemberName, list: Option<&Vec<T>>) {
    let Some(list) = list else { return };
    let at = at.member(name);
    for (index, element) in list.iter().enumerate() {
        element.walk(&at.index(index), check);
    }
}

impl Walk for DescribeBackupInput {
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let Self { backup_arn, unmodeled: _ } = self;
        required(check, at, Self::backup_arn, backup_arn.as_ref());
        text_keeps_its_limits(check, at, Self::backup_arn, backup_arn.as_ref());
        arns::input_arn_has_its_form(check, at, self);
    }
}

impl Walk for DescribeBackupResponse {
    fn around(&self) -> Around<'_> {
        match self {
            Self::Output(output) => output.around(),
            Self::Error(error) => error.around(),
        }
    }

    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        match self {
            Self::Output(output) => output.walk(at, check),
            Self::Error(error) => error.walk(at, check),
        }
    }
}

/// An error response keeps no rules: its set of names is open and its message may be absent.
impl Walk for DescribeBackupError {
    fn walk(&self, _: &Path<'_>, _: &mut Check<'_>) {
        let Self { type_name: _, lower_case_message: _, upper_case_message: _, error: _, unmodeled: _ } = self;
    }
}

impl Walk for ErrorDetail {
    fn walk(&self, _: &Path<'_>, _: &mut Check<'_>) {
        let Self { message: _, code: _, unmodeled: _ } = self;
    }
}

impl Walk for DescribeBackupOutput {
    fn around(&self) -> Around<'_> {
        self.backup_description.as_ref().map(Walk::around).unwrap_or_default()
    }

    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let Self { backup_description, unmodeled: _ } = self;
        presence::response_has_its_member(check, at, self);
        into(check, at, Self::backup_description, backup_description.as_ref());
    }
}

impl Walk for BackupDescription {
    fn around(&self) -> Around<'_> {
        self.source_table_details.as_ref().map(Walk::around).unwrap_or_default()
    }

    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let Self { backup_details, source_table_details, source_table_feature_details, unmodeled: _ } = self;
        is_present(check, Rule::BackupDetailsMissing, at, Self::backup_details, backup_details.as_ref());
        into(check, at, Self::backup_details, backup_details.as_ref());
        is_present(
            check,
            Rule::SourceTableDetailsMissing,
            at,
            Self::source_table_details,
            source_table_details.as_ref(),
        );
        into(check, at, Self::source_table_details, source_table_details.as_ref());
        into(check, at, Self::source_table_feature_details, source_table_feature_details.as_ref());
    }
}

impl Walk for BackupDetails {
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let Self {
            backup_arn,
            backup_name,
            backup_size_bytes,
            backup_status,
            backup_type,
            backup_creation_date_time,
            backup_expiry_date_time: _, // Optional; the rules about times ask for it.
            unmodeled: _,
        } = self;
        required(check, at, Self::backup_arn, backup_arn.as_ref());
        text_keeps_its_limits(check, at, Self::backup_arn, backup_arn.as_ref());
        arns::backup_arn_has_its_form(check, at, self);
        required(check, at, Self::backup_name, backup_name.as_ref());
        text::backup_name_is_of_its_type(check, at, self);
        sizes::size_is_not_negative(check, at, Self::backup_size_bytes, *backup_size_bytes);
        required(check, at, Self::backup_status, backup_status.as_ref());
        enum_value_is_known(check, at, Self::backup_status, backup_status.as_ref());
        is_present(check, Rule::BackupTypeMissing, at, Self::backup_type, backup_type.as_ref());
        enum_value_is_known(check, at, Self::backup_type, backup_type.as_ref());
        required(check, at, Self::backup_creation_date_time, backup_creation_date_time.as_ref());
        times::backup_is_not_older_than_its_table(check, at, self);
        times::backup_expires_after_its_creation(check, at, self);
        times::expiry_is_of_the_type(check, at, self);
    }
}

impl Walk for SourceTableDetails {
    fn around(&self) -> Around<'_> {
        Around { table: Some(self), table_arn: self.table_arn.as_ref().map(TableArn::parse) }
    }

    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let Self {
            table_name,
            table_id,
            table_arn,
            table_size_bytes,
            key_schema,
            table_creation_date_time,
            provisioned_throughput,
            on_demand_throughput,
            item_count,
            billing_mode,
            unmodeled: _,
        } = self;
        required(check, at, Self::table_name, table_name.as_ref());
        text_keeps_its_limits(check, at, Self::table_name, table_name.as_ref());
        required(check, at, Self::table_id, table_id.as_ref());
        text_keeps_its_limits(check, at, Self::table_id, table_id.as_ref());
        text_keeps_its_limits(check, at, Self::table_arn, table_arn.as_ref());
        arns::table_arn_names_the_table(check, at, self);
        sizes::size_is_not_negative(check, at, Self::table_size_bytes, *table_size_bytes);
        required(check, at, Self::key_schema, key_schema.as_ref());
        key(check, &at.member(Self::key_schema), key_schema.as_deref(), &key_schemas::Shape::TABLE);
        required(check, at, Self::table_creation_date_time, table_creation_date_time.as_ref());
        required(check, at, Self::provisioned_throughput, provisioned_throughput.as_ref());
        into(check, at, Self::provisioned_throughput, provisioned_throughput.as_ref());
        into(check, at, Self::on_demand_throughput, on_demand_throughput.as_ref());
        sizes::size_is_not_negative(check, at, Self::item_count, *item_count);
        enum_value_is_known(check, at, Self::billing_mode, billing_mode.as_ref());
        throughput::table_without_capacity_has_a_billing_mode(check, at, self);
    }
}

/// A key of which nobody says whether it is a table's or an index's.
impl Walk for [KeySchemaElement] {
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let shape = key_schemas::Shape::any(check);
        key(check, at, Some(self), &shape);
    }
}

/// A whole key: its elements one by one, then what they make together.
fn key(check: &mut Check<'_>, at: &Path<'_>, schema: Option<&[KeySchemaElement]>, shape: &key_schemas::Shape) {
    let Some(schema) = schema else { return };
    for (index, element) in schema.iter().enumerate() {
        element.walk(&at.index(index), check);
    }
    key_schemas::key_has_its_elements(check, at, schema, shape);
    key_schemas::hash_stands_before_range(check, at, schema);
    key_schemas::attributes_of_a_key_differ(check, at, schema);
}

impl Walk for KeySchemaElement {
    #[inline]
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let Self { attribute_name, key_type, unmodeled: _ } = self;
        required(check, at, Self::attribute_name, attribute_name.as_ref());
        text_keeps_its_limits(check, at, Self::attribute_name, attribute_name.as_ref());
        required(check, at, Self::key_type, key_type.as_ref());
        enum_value_is_known(check, at, Self::key_type, key_type.as_ref());
    }
}

impl Walk for ProvisionedThroughput {
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let Self { read_capacity_units, write_capacity_units, unmodeled: _ } = self;
        required(check, at, Self::read_capacity_units, read_capacity_units.as_ref());
        required(check, at, Self::write_capacity_units, write_capacity_units.as_ref());
        throughput::capacity_is_of_the_billing_mode(check, at, self);
        throughput::capacity_is_not_negative(check, at, self);
    }
}

impl Walk for OnDemandThroughput {
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        // The rules about both are one each.
        let Self { max_read_request_units: _, max_write_request_units: _, unmodeled: _ } = self;
        throughput::maxima_are_in_range(check, at, self);
        throughput::maxima_are_not_empty(check, at, self);
        throughput::maxima_are_on_demand(check, at);
    }
}

impl Walk for SourceTableFeatureDetails {
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let Self {
            local_secondary_indexes,
            global_secondary_indexes,
            stream_description,
            time_to_live_description,
            sse_description,
            vector_indexes,
            unmodeled: _,
        } = self;
        if let Some(indexes) = local_secondary_indexes {
            key_schemas::local_indexes_are_few(check, &at.member(Self::local_secondary_indexes), indexes);
        }
        into_each(check, at, Self::local_secondary_indexes, local_secondary_indexes.as_ref());
        key_schemas::local_indexes_need_a_sort_key(check, at, self);
        key_schemas::local_indexes_share_the_partition_key(check, at, self);
        if let Some(indexes) = global_secondary_indexes {
            key_schemas::global_indexes_are_few(check, &at.member(Self::global_secondary_indexes), indexes);
        }
        into_each(check, at, Self::global_secondary_indexes, global_secondary_indexes.as_ref());
        into(check, at, Self::stream_description, stream_description.as_ref());
        into(check, at, Self::time_to_live_description, time_to_live_description.as_ref());
        into(check, at, Self::sse_description, sse_description.as_ref());
        if let Some(indexes) = vector_indexes {
            let at = at.member(Self::vector_indexes);
            vector_indexes::vector_indexes_are_few(check, &at, indexes);
            vector_indexes::vector_indexes_are_of_an_on_demand_table(check, &at, indexes);
            vector_indexes::indexes_on_one_attribute_have_its_dimensions(check, &at, indexes);
        }
        into_each(check, at, Self::vector_indexes, vector_indexes.as_ref());
        vector_indexes::vector_attribute_is_no_key(check, at, self);
        text::index_names_differ(check, at, self);
        projections::names_of_all_indexes_are_few(check, at, self);
    }
}

impl Walk for LocalSecondaryIndexInfo {
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let Self { index_name, key_schema, projection, unmodeled: _ } = self;
        index_member(check, at, Self::index_name, index_name.as_ref());
        text_keeps_its_limits(check, at, Self::index_name, index_name.as_ref());
        index_member(check, at, Self::key_schema, key_schema.as_ref());
        key(check, &at.member(Self::key_schema), key_schema.as_deref(), &key_schemas::Shape::LOCAL);
        index_member(check, at, Self::projection, projection.as_ref());
        into(check, at, Self::projection, projection.as_ref());
    }
}

impl Walk for GlobalSecondaryIndexInfo {
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let Self { index_name, key_schema, projection, provisioned_throughput, on_demand_throughput, unmodeled: _ } =
            self;
        index_member(check, at, Self::index_name, index_name.as_ref());
        text_keeps_its_limits(check, at, Self::index_name, index_name.as_ref());
        index_member(check, at, Self::key_schema, key_schema.as_ref());
        let shape = key_schemas::Shape::global(check);
        key(check, &at.member(Self::key_schema), key_schema.as_deref(), &shape);
        index_member(check, at, Self::projection, projection.as_ref());
        into(check, at, Self::projection, projection.as_ref());
        throughput::provisioned_index_has_capacity(check, at, self);
        into(check, at, Self::provisioned_throughput, provisioned_throughput.as_ref());
        into(check, at, Self::on_demand_throughput, on_demand_throughput.as_ref());
    }
}

impl Walk for Projection {
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let Self { projection_type, non_key_attributes, unmodeled: _ } = self;
        projections::projection_has_a_type(check, at, self);
        enum_value_is_known(check, at, Self::projection_type, projection_type.as_ref());
        projections::names_are_of_the_type(check, at, self);
        let names = at.member(Self::non_key_attributes);
        for (index, name) in non_key_attributes.iter().flatten().enumerate() {
            element_keeps_its_limits(check, &names.index(index), name);
        }
        projections::names_of_an_index_are_few(check, at, self);
        projections::names_of_an_index_differ(check, at, self);
    }
}

impl Walk for StreamSpecification {
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let Self { stream_enabled, stream_view_type, unmodeled: _ } = self;
        required(check, at, Self::stream_enabled, stream_enabled.as_ref());
        enum_value_is_known(check, at, Self::stream_view_type, stream_view_type.as_ref());
        features::view_type_is_of_an_enabled_stream(check, at, self);
    }
}

impl Walk for TimeToLiveDescription {
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let Self { time_to_live_status, attribute_name, unmodeled: _ } = self;
        enum_value_is_known(check, at, Self::time_to_live_status, time_to_live_status.as_ref());
        text_keeps_its_limits(check, at, Self::attribute_name, attribute_name.as_ref());
        features::attribute_is_of_an_enabled_time_to_live(check, at, self);
    }
}

impl Walk for SseDescription {
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let Self { status, sse_type, kms_master_key_arn, inaccessible_encryption_date_time: _, unmodeled: _ } = self;
        enum_value_is_known(check, at, Self::status, status.as_ref());
        features::encryption_status_is_supported(check, at, self);
        enum_value_is_known(check, at, Self::sse_type, sse_type.as_ref());
        features::encryption_type_is_supported(check, at, self);
        text_keeps_its_limits(check, at, Self::kms_master_key_arn, kms_master_key_arn.as_ref());
        features::key_is_of_kms_encryption(check, at, self);
        features::key_arn_has_its_form(check, at, self);
        features::inaccessible_key_is_of_kms_encryption(check, at, self);
    }
}

impl Walk for VectorIndexInfo {
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let Self {
            index_name,
            vector_attribute,
            search_schema,
            projection,
            dimensions,
            distance_function,
            unmodeled: _,
        } = self;
        index_member(check, at, Self::index_name, index_name.as_ref());
        text_keeps_its_limits(check, at, Self::index_name, index_name.as_ref());
        index_member(check, at, Self::vector_attribute, vector_attribute.as_ref());
        into(check, at, Self::vector_attribute, vector_attribute.as_ref());
        into(check, at, Self::search_schema, search_schema.as_deref());
        index_member(check, at, Self::projection, projection.as_ref());
        into(check, at, Self::projection, projection.as_ref());
        index_member(check, at, Self::dimensions, dimensions.as_ref());
        vector_indexes::dimensions_are_in_range(check, at, self);
        index_member(check, at, Self::distance_function, distance_function.as_ref());
        enum_value_is_known(check, at, Self::distance_function, distance_function.as_ref());
    }
}

impl Walk for [SearchSchemaElement] {
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        vector_indexes::search_schema_has_its_elements(check, at, self);
        for (index, element) in self.iter().enumerate() {
            element.walk(&at.index(index), check);
        }
    }
}

impl Walk for VectorAttributeDefinition {
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let Self { attribute_name, unmodeled: _ } = self;
        required(check, at, Self::attribute_name, attribute_name.as_ref());
        text_keeps_its_limits(check, at, Self::attribute_name, attribute_name.as_ref());
    }
}

impl Walk for SearchSchemaElement {
    fn walk(&self, at: &Path<'_>, check: &mut Check<'_>) {
        let Self { attribute_name, search_schema_element_type, unmodeled: _ } = self;
        required(check, at, Self::attribute_name, attribute_name.as_ref());
        text_keeps_its_limits(check, at, Self::attribute_name, attribute_name.as_ref());
        required(check, at, Self::search_schema_element_type, search_schema_element_type.as_ref());
        enum_value_is_known(check, at, Self::search_schema_element_type, search_schema_element_type.as_ref());
    }
}
