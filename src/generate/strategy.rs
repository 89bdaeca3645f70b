//! Strategies for proptest: bytes that become values, and shrink as bytes.

use super::any::Any;
use super::plan::Plan;
use super::shrink::Shrinking;
use super::source::Source;
use super::{BrokenValue, OUTPUT_RULES, PAGE_RULES, family, limits_for, output_with_warning_or_none, valid};
use crate::model::{
    BackupDescription, BackupDetails, BackupSummary, ContinuousBackupsDescription, CreateBackupInput,
    CreateBackupOutput, DeleteBackupInput, DeleteBackupOutput, DescribeBackupInput, DescribeBackupOutput,
    DescribeBackupResponse, DescribeContinuousBackupsInput, DescribeContinuousBackupsOutput, ErrorDetail,
    ErrorResponse, GlobalSecondaryIndexInfo, Json, JsonObject, KeySchemaElement, ListBackupsInput, ListBackupsOutput,
    LocalSecondaryIndexInfo, OnDemandThroughput, PointInTimeRecoveryDescription, PointInTimeRecoverySpecification,
    Projection, ProvisionedThroughput, SearchSchemaElement, SourceTableDetails, SourceTableFeatureDetails,
    SseDescription, StreamSpecification, TimeToLiveDescription, Timestamp, UpdateContinuousBackupsInput,
    UpdateContinuousBackupsOutput, VectorAttributeDefinition, VectorIndexInfo,
};
use crate::validate::{Limits, Rule};
use alloc::sync::Arc;
use alloc::vec::Vec;
use arbitrary::Unstructured;
use core::fmt;
use proptest::strategy::{NewTree, Strategy, ValueTree};
use proptest::test_runner::TestRunner;

/// A [`Strategy`](https://docs.rs/proptest/1/proptest/strategy/trait.Strategy.html) of this module.
///
/// A case is a few thousand random bytes at most, and the value is what the generators make of them. Shrinking takes
/// bytes out and makes them smaller.
pub struct Generated<T> {
    limits: Arc<Limits>,
    make: Arc<Make<T>>,
}

type Make<T> = dyn Fn(&mut Source<'_, '_>) -> T + Send + Sync;

impl<T> Generated<T> {
    fn new(make: impl Fn(&mut Source<'_, '_>) -> T + Send + Sync + 'static) -> Self {
        Self::with_limits(Limits::CURRENT, make)
    }

    fn with_limits(limits: Limits, make: impl Fn(&mut Source<'_, '_>) -> T + Send + Sync + 'static) -> Self {
        Self { limits: Arc::new(limits), make: Arc::new(make) }
    }
}

impl<T> Clone for Generated<T> {
    fn clone(&self) -> Self {
        Self { limits: Arc::clone(&self.limits), make: Arc::clone(&self.make) }
    }
}

impl<T> fmt::Debug for Generated<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Generated").finish_non_exhaustive()
    }
}

impl<T: fmt::Debug> Strategy for Generated<T> {
    type Tree = GeneratedTree<T>;
    type Value = T;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        /// Half of all cases have a sixteenth of this or less, so that small values come as often as large ones.
        const MOST_WORDS: usize = 1024;

        // Words, since a strategy of single bytes takes its time.
        let len = (0_usize..9).prop_flat_map(|halvings| 0..=MOST_WORDS >> halvings);
        let words = len.prop_flat_map(|len| proptest::collection::vec(proptest::num::u64::ANY, len));
        let bytes = words.new_tree(runner)?.current().into_iter().flat_map(u64::to_le_bytes).collect();
        Ok(GeneratedTree { strategy: self.clone(), shrinking: Shrinking::of(bytes) })
    }
}

/// The bytes of one case of a [`Generated`] strategy while it shrinks.
pub struct GeneratedTree<T> {
    strategy: Generated<T>,
    shrinking: Shrinking,
}

impl<T> fmt::Debug for GeneratedTree<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GeneratedTree").field("bytes", &self.shrinking.current()).finish_non_exhaustive()
    }
}

impl<T: fmt::Debug> ValueTree for GeneratedTree<T> {
    type Value = T;

    fn current(&self) -> T {
        let Generated { limits, make } = &self.strategy;
        make(&mut Source::new(&mut Unstructured::new(self.shrinking.current()), limits))
    }

    fn simplify(&mut self) -> bool {
        self.shrinking.simplify()
    }

    fn complicate(&mut self) -> bool {
        self.shrinking.complicate()
    }
}

/// Each row: a type and the function that returns its strategy.
macro_rules! any {
    ($($name:ident: $function:ident)+) => {$(
        #[doc = concat!("Whatever a [`", stringify!($name), "`] can hold, unknown members and enum values included.")]
        ///
        /// # Examples
        ///
        /// ```
        /// use dynamodb_backup_model::{Json, generate, json};
        /// use proptest::prelude::*;
        ///
        #[doc = concat!("proptest!(|(value in generate::", stringify!($function), "())| {")]
        ///     let text = serde_json::to_string(&value)?;
        ///     prop_assert!(json::from_str::<Json>(&text).is_ok());
        /// });
        /// ```
        #[must_use]
        pub fn $function() -> Generated<$name> {
            Generated::new($name::any)
        }

        impl proptest::arbitrary::Arbitrary for $name {
            type Parameters = ();
            type Strategy = Generated<$name>;

            fn arbitrary_with((): ()) -> Self::Strategy {
                $function()
            }
        }
    )+};
}

any! {
    DescribeBackupInput: any_input
    DescribeBackupOutput: any_output
    DescribeBackupResponse: any_response
    ErrorResponse: any_error
    ErrorDetail: any_error_detail
    BackupDescription: any_description
    BackupDetails: any_details
    SourceTableDetails: any_table
    ProvisionedThroughput: any_provisioned_throughput
    OnDemandThroughput: any_on_demand_throughput
    KeySchemaElement: any_key_schema_element
    SourceTableFeatureDetails: any_features
    LocalSecondaryIndexInfo: any_local_index
    GlobalSecondaryIndexInfo: any_global_index
    VectorIndexInfo: any_vector_index
    Projection: any_projection
    VectorAttributeDefinition: any_vector_attribute
    SearchSchemaElement: any_search_schema_element
    StreamSpecification: any_stream
    TimeToLiveDescription: any_time_to_live
    SseDescription: any_encryption
    CreateBackupInput: any_create_input
    CreateBackupOutput: any_create_output
    DeleteBackupInput: any_delete_input
    DeleteBackupOutput: any_delete_output
    ListBackupsInput: any_list_input
    ListBackupsOutput: any_page
    BackupSummary: any_summary
    DescribeContinuousBackupsInput: any_describe_continuous_backups_input
    DescribeContinuousBackupsOutput: any_continuous_backups
    UpdateContinuousBackupsInput: any_update_continuous_backups_input
    UpdateContinuousBackupsOutput: any_update_continuous_backups_output
    ContinuousBackupsDescription: any_continuous_backups_description
    PointInTimeRecoveryDescription: any_recovery
    PointInTimeRecoverySpecification: any_recovery_specification
    Timestamp: any_timestamp
    Json: any_json
    JsonObject: any_json_object
    Limits: any_limits
}

/// Any rule.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::generate;
/// use proptest::prelude::*;
///
/// proptest!(|(rule in generate::any_rule())| {
///     prop_assert!(!rule.summary().is_empty());
/// });
/// ```
#[must_use]
pub fn any_rule() -> Generated<Rule> {
    Generated::new(Rule::any)
}

impl proptest::arbitrary::Arbitrary for Rule {
    type Parameters = ();
    type Strategy = Generated<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        any_rule()
    }
}

/// Each row: a type, the function that returns its strategy, how a value is made, and what it is.
macro_rules! valid {
    ($($name:ty: $function:ident = $make:expr, $doc:literal;)+) => {$(
        #[doc = concat!($doc, " that violates no rule, of any severity.")]
        ///
        /// # Examples
        ///
        /// ```
        /// use dynamodb_backup_model::{Validate, generate};
        /// use proptest::prelude::*;
        ///
        #[doc = concat!("proptest!(|(value in generate::", stringify!($function), "())| {")]
        ///     prop_assert!(value.validate().is_empty());
        /// });
        /// ```
        #[must_use]
        pub fn $function() -> Generated<$name> {
            let make: fn(&mut Source<'_, '_>, &mut Plan) -> $name = $make;
            Generated::new(move |source| {
                let mut plan = Plan::any(source);
                make(source, &mut plan)
            })
        }
    )+};
}

valid! {
    DescribeBackupInput: valid_input = family::describe_input, "The input of a `DescribeBackup` call";
    BackupDescription: valid_description = valid::description, "A backup's description";
    BackupDetails: valid_details = valid::details, "The details of a backup";
    SourceTableDetails: valid_table = valid::table, "A table";
    SourceTableFeatureDetails: valid_features = |source, plan| {
        valid::table_key(source, plan);
        valid::features(source, plan)
    }, "A table's features";
    Vec<KeySchemaElement>: valid_key_schema = valid::table_key, "The key of a table";
    LocalSecondaryIndexInfo: valid_local_index = valid::local_index, "A local secondary index";
    GlobalSecondaryIndexInfo: valid_global_index = valid::global_index, "A global secondary index";
    VectorIndexInfo: valid_vector_index = |source, plan| valid::vector_index(source, plan, &[]), "A vector index";
    Projection: valid_projection = |source, plan| valid::projection(source, plan, usize::MAX), "A projection";
    ProvisionedThroughput: valid_provisioned_throughput = valid::provisioned_throughput, "A provisioned throughput";
    OnDemandThroughput: valid_on_demand_throughput = |source, _| valid::on_demand_throughput(source),
        "A set of on-demand limits";
    StreamSpecification: valid_stream = |source, _| valid::stream(source), "A stream";
    TimeToLiveDescription: valid_time_to_live = valid::time_to_live, "A description of Time to Live";
    SseDescription: valid_encryption = valid::encryption, "An encryption";
    DescribeBackupOutput: clean_output = valid::output, "A response";
    CreateBackupInput: valid_create_input = family::create_input, "The input of a `CreateBackup` call";
    CreateBackupOutput: valid_create_output = family::create_output, "The output of a `CreateBackup` call";
    DeleteBackupInput: valid_delete_input = family::delete_input, "The input of a `DeleteBackup` call";
    DeleteBackupOutput: valid_delete_output = |source, plan| family::deleted(valid::output(source, plan)),
        "The output of a `DeleteBackup` call";
    ListBackupsInput: valid_list_input = family::list_input, "The input of a `ListBackups` call";
    ListBackupsOutput: valid_page = |source, plan| {
        let first = (!source.once_in(8)).then(|| family::summary(source, plan));
        family::page_with(source, first)
    }, "The output of a `ListBackups` call";
    BackupSummary: valid_summary = family::summary, "The summary of a backup";
    DescribeContinuousBackupsInput: valid_describe_continuous_backups_input =
        family::describe_continuous_backups_input, "The input of a `DescribeContinuousBackups` call";
    DescribeContinuousBackupsOutput: valid_continuous_backups = |source, _| family::continuous_backups(source),
        "The output of a `DescribeContinuousBackups` call";
    UpdateContinuousBackupsInput: valid_update_continuous_backups_input = family::update_input,
        "The input of an `UpdateContinuousBackups` call";
    UpdateContinuousBackupsOutput: valid_update_continuous_backups_output =
        |source, _| family::continuous_backups(source).into(), "The output of an `UpdateContinuousBackups` call";
    PointInTimeRecoveryDescription: valid_recovery = |source, _| family::recovery(source),
        "A description of point-in-time recovery";
}

/// A response that violates no error-severity rule; half of them violate a warning-severity one.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{Validate, generate};
/// use proptest::prelude::*;
///
/// proptest!(|(output in generate::valid_output())| {
///     prop_assert!(output.validate().is_valid());
/// });
/// ```
#[must_use]
pub fn valid_output() -> Generated<DescribeBackupOutput> {
    Generated::new(output_with_warning_or_none)
}

/// A response that violates no rule, of any severity, under those limits.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{Limits, Validate, generate};
/// use proptest::prelude::*;
///
/// let mut limits = Limits::CURRENT;
/// limits.wire_timestamps = true;
/// proptest!(|(output in generate::clean_output_with(limits.clone()))| {
///     prop_assert!(output.validate_with(&limits).is_empty());
/// });
/// ```
#[must_use]
pub fn clean_output_with(limits: Limits) -> Generated<DescribeBackupOutput> {
    Generated::with_limits(limits, valid::any_output)
}

/// A response that violates that rule, perhaps in several locations, and no other error-severity rule, under
/// [`limits_for`] the rule. [`BrokenOutput`](super::BrokenOutput) says when it violates another warning-severity one.
///
/// # Panics
///
/// Panics if the rule is not one of [`OUTPUT_RULES`](super::OUTPUT_RULES).
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{Rule, Validate, generate};
/// use proptest::prelude::*;
///
/// proptest!(|(output in generate::broken(Rule::TableArnFormat))| {
///     prop_assert!(output.validate().iter().all(|violation| violation.rule() == Rule::TableArnFormat));
/// });
/// ```
#[must_use]
pub fn broken(rule: Rule) -> Generated<DescribeBackupOutput> {
    assert!(OUTPUT_RULES.contains(&rule), "expected one of OUTPUT_RULES, found {rule}");
    Generated::with_limits(limits_for(rule), move |source| super::broken::output(source, rule))
}

/// A page of `ListBackups` that violates that rule as [`broken`] does.
///
/// # Panics
///
/// Panics if the rule is not one of [`PAGE_RULES`](super::PAGE_RULES).
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{Rule, Validate, generate};
/// use proptest::prelude::*;
///
/// proptest!(|(page in generate::broken_page(Rule::BackupSummariesMissing))| {
///     let report = page.validate();
///     prop_assert_eq!(report.violations()[0].path(), "/BackupSummaries");
/// });
/// ```
#[must_use]
pub fn broken_page(rule: Rule) -> Generated<ListBackupsOutput> {
    assert!(PAGE_RULES.contains(&rule), "expected one of PAGE_RULES, found {rule}");
    Generated::with_limits(limits_for(rule), move |source| super::broken::page(source, rule))
}

/// A value that violates that rule as [`broken`] does: a response, or a value of another operation that the rule is
/// about.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{Rule, generate};
/// use proptest::prelude::*;
///
/// let rule = Rule::RecoveryPeriodRange;
/// proptest!(|(value in generate::broken_value(rule))| {
///     let report = value.validate_with(&generate::limits_for(rule));
///     prop_assert!(report.iter().all(|violation| violation.rule() == rule));
///     prop_assert!(!report.is_valid());
/// });
/// ```
#[must_use]
pub fn broken_value(rule: Rule) -> Generated<BrokenValue> {
    Generated::with_limits(limits_for(rule), move |source| super::broken::value(source, rule))
}
