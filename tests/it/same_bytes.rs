//! The same bytes make the same values: a corpus that a fuzzer has found, or a failure that was written down, keeps its
//! meaning.
//!
//! Where a change of the generators is meant, the new digests are accepted with it, and the changelog says that
//! corpora made before lose their meaning.

use crate::other_formats::HAS_ARBITRARY_PRECISION;
use crate::round_trip::pseudo_random;
use arbitrary::{Arbitrary, Unstructured};
use dynamodb_backup_model::generate::{BrokenOutput, CleanOutput, ValidOutput};
use dynamodb_backup_model::*;
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use serde::Serialize;
use std::fmt::{Debug, Write as _};

/// Of each round other bytes, many or, in every fourth round, few.
fn bytes(round: u64) -> Vec<u8> {
    let mut random = pseudo_random(round);
    let words = if round.is_multiple_of(4) { random.next().unwrap() % 32 } else { 512 };
    random.take(usize::try_from(words).unwrap()).flat_map(u64::to_le_bytes).collect()
}

/// FNV-1a.
fn with(digest: u64, text: &str) -> u64 {
    text.bytes().fold(digest, |digest, byte| (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

fn digest<T: for<'b> Arbitrary<'b>>(write: impl Fn(&T) -> String) -> u64 {
    (0..100).fold(EMPTY, |digest, round| {
        let value = T::arbitrary(&mut Unstructured::new(&bytes(round))).unwrap();
        with(digest, &write(&value))
    })
}

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap()
}

fn debug<T: Debug>(value: &T) -> String {
    format!("{value:?}")
}

macro_rules! digests {
    ($($write:ident: $($name:ty)+;)+) => {{
        let mut table = String::new();
        $($(writeln!(table, "{:016x} {}", digest::<$name>($write), stringify!($name)).unwrap();)+)+
        table
    }};
}

#[test]
fn values_of_every_type_have_these_digests() {
    let table = digests! {
        json: DescribeBackupInput DescribeBackupOutput DescribeBackupResponse ErrorResponse ErrorDetail ErrorCode
            BackupDescription BackupDetails SourceTableDetails SourceTableFeatureDetails LocalSecondaryIndexInfo
            GlobalSecondaryIndexInfo VectorIndexInfo Projection ProvisionedThroughput OnDemandThroughput
            KeySchemaElement VectorAttributeDefinition SearchSchemaElement StreamSpecification TimeToLiveDescription
            SseDescription CreateBackupInput CreateBackupOutput DeleteBackupInput DeleteBackupOutput ListBackupsInput
            ListBackupsOutput BackupSummary DescribeContinuousBackupsInput DescribeContinuousBackupsOutput
            UpdateContinuousBackupsInput UpdateContinuousBackupsOutput ContinuousBackupsDescription
            PointInTimeRecoveryDescription PointInTimeRecoverySpecification BackupArn TableArn TableNameOrArn
            KmsMasterKeyArn BackupName TableName TableId IndexName AttributeName SearchSchemaAttributeName BackupStatus
            BackupType BackupTypeFilter BillingMode KeyType ProjectionType StreamViewType TimeToLiveStatus SseStatus
            SseType SearchSchemaElementType VectorDistanceFunction ContinuousBackupsStatus PointInTimeRecoveryStatus
            Timestamp Json JsonObject JsonPointer Rule;
        debug: Limits UnknownValue;
    };
    insta::assert_snapshot!(table);
}

#[test]
fn valid_responses_have_these_digests() {
    let valid = digest(|ValidOutput(output)| json(output));
    let clean = digest(|CleanOutput(output)| json(output));
    insta::assert_snapshot!(format!("{valid:016x} ValidOutput\n{clean:016x} CleanOutput\n"));
}

/// Through the strategies, whose bytes are those of proptest's own generator.
#[test]
fn responses_valid_under_other_limits_have_this_digest() {
    let mut runner = TestRunner::deterministic();
    let digest = (0..100).fold(EMPTY, |digest, _| {
        let limits = generate::any_limits().new_tree(&mut runner).unwrap().current();
        let output = generate::clean_output_with(limits).new_tree(&mut runner).unwrap().current();
        with(digest, &json(&output))
    });
    insta::assert_snapshot!(format!("{digest:016x}"));
}

macro_rules! strategies {
    ($($name:ident)+) => {{
        let mut runner = TestRunner::deterministic();
        let mut table = String::new();
        $(
            let digest = (0..20).fold(EMPTY, |digest, _| {
                with(digest, &json(&generate::$name().new_tree(&mut runner).unwrap().current()))
            });
            writeln!(table, "{digest:016x} {}", stringify!($name)).unwrap();
        )+
        table
    }};
}

#[test]
fn valid_parts_have_these_digests() {
    let table = strategies! {
        valid_input valid_description valid_details valid_table valid_features valid_key_schema valid_local_index
        valid_global_index valid_vector_index valid_projection valid_provisioned_throughput
        valid_on_demand_throughput valid_stream valid_time_to_live valid_encryption valid_create_input
        valid_create_output valid_delete_input valid_delete_output valid_list_input valid_page valid_summary
        valid_describe_continuous_backups_input valid_continuous_backups valid_update_continuous_backups_input
        valid_update_continuous_backups_output valid_recovery
    };
    insta::assert_snapshot!(table);
}

#[test]
fn responses_that_violate_a_rule_have_these_digests() {
    let mut table = String::new();
    for (number, rule) in (0..).zip(generate::OUTPUT_RULES) {
        let digest = (0..40).fold(EMPTY, |digest, round| {
            // The first byte chooses the rule.
            let bytes: Vec<u8> = core::iter::once(number).chain(bytes(round)).collect();
            let invalid = BrokenOutput::arbitrary(&mut Unstructured::new(&bytes)).unwrap();
            assert_eq!(invalid.rule, *rule);
            with(digest, &json(&invalid.output))
        });
        writeln!(table, "{digest:016x} {rule}").unwrap();
    }
    // A description without the object around it is unknown members, whose numbers keep more digits then.
    if !HAS_ARBITRARY_PRECISION {
        insta::assert_snapshot!(table);
    }
}

#[test]
fn values_that_violate_a_rule_have_these_digests() {
    let mut runner = TestRunner::deterministic();
    let mut table = String::new();
    for rule in Rule::ALL {
        let mut value = || json(&generate::broken_value(*rule).new_tree(&mut runner).unwrap().current());
        let values = (0..120).fold(EMPTY, |digest, _| with(digest, &value()));
        writeln!(table, "{values:016x} {rule}").unwrap();
    }
    for rule in generate::PAGE_RULES {
        let mut page = || json(&generate::broken_page(*rule).new_tree(&mut runner).unwrap().current());
        let pages = (0..20).fold(EMPTY, |digest, _| with(digest, &page()));
        writeln!(table, "{pages:016x} {rule} in a page").unwrap();
    }
    insta::assert_snapshot!(table);
}
