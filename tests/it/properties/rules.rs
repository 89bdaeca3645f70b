//! The rules that generated responses violate.

use super::config;
use super::report::consistent_report;
use super::views;
use dynamodb_backup_model::generate::BrokenValue;
use dynamodb_backup_model::validate::Group;
use dynamodb_backup_model::{Limits, Report, Rule, Severity, Validate, Violation, generate};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, TestRunner};
use std::collections::BTreeSet;
use std::fmt::Debug;

/// Rules that are inevitably violated as well, as the docs of the rule say.
fn exceptions(rule: Rule) -> &'static [Rule] {
    match rule {
        Rule::BackupArnPartitionMismatch => &[Rule::ArnRegionPartition, Rule::BackupArnRegionMismatch],
        _ => &[],
    }
}

/// Asserts that each generated value violates the rule and no other.
fn violates_alone<T: Debug>(rule: Rule, strategy: impl Strategy<Value = T>, report: impl Fn(&T, &Limits) -> Report) {
    // There are many rules.
    let cases = config().cases / 8;
    let limits = generate::limits_for(rule);
    let mut runner = TestRunner::new(Config { cases, source_file: Some(file!()), ..config() });
    let outcome = runner.run(&strategy, |value| {
        let report = report(&value, &limits);
        let mut found: Vec<Rule> = report.iter().map(Violation::rule).collect();
        found.dedup();
        found.retain(|found| !exceptions(rule).contains(found));
        prop_assert!(!found.is_empty() && found.iter().all(|found| *found == rule), "{}", report);
        prop_assert_eq!(report.is_valid(), rule.severity() == Severity::Warning);
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{rule}: {error}"));
}

#[test]
fn an_output_can_violate_each_of_its_rules_alone() {
    for rule in generate::OUTPUT_RULES.iter().copied() {
        violates_alone(rule, generate::broken(rule), consistent_report);
    }
}

#[test]
fn a_page_can_violate_each_of_its_rules_alone() {
    for rule in generate::PAGE_RULES.iter().copied() {
        violates_alone(rule, generate::broken_page(rule), Validate::validate_with);
    }
}

#[test]
fn a_value_can_violate_each_rule_alone() {
    for rule in Rule::ALL.iter().copied() {
        violates_alone(rule, generate::broken_value(rule), BrokenValue::validate_with);
    }
}

/// As observed on generated values.
#[test]
fn output_rules_and_page_rules_list_what_each_can_violate() {
    let family = [Group::ListsOfBackups, Group::PointInTimeRecovery];
    let expected = |rule: &Rule| !family.contains(&rule.group()) && *rule != Rule::DocumentUnrecognized;
    let outputs: BTreeSet<Rule> = generate::OUTPUT_RULES.iter().copied().collect();
    assert_eq!(outputs, Rule::ALL.iter().copied().filter(expected).collect());
    assert_eq!(outputs.len(), generate::OUTPUT_RULES.len(), "no duplicates");
    let pages: BTreeSet<Rule> = generate::PAGE_RULES.iter().copied().collect();
    assert_eq!(pages.len(), generate::PAGE_RULES.len(), "no duplicates");

    let mut runner = TestRunner::deterministic();
    let mut found = BTreeSet::new();
    for round in 0..5000 {
        let mut limits = Limits::CURRENT;
        limits.wire_timestamps = round % 2 == 0;
        let page = generate::any_page().new_tree(&mut runner).unwrap().current();
        found.extend(page.validate_with(&limits).iter().map(Violation::rule));
    }
    assert!(found.is_subset(&pages), "{:?} is missing", found.difference(&pages).collect::<Vec<_>>());
}

#[test]
fn an_unrecognized_document_has_no_member_of_a_recognized_one() {
    let strategy = generate::broken_value(Rule::DocumentUnrecognized);
    let mut runner = TestRunner::deterministic();
    let mut objects = 0;
    for _ in 0..1000 {
        let value = strategy.new_tree(&mut runner).unwrap().current();
        let json = serde_json::to_value(&value).unwrap();
        let Some(members) = json.as_object() else { continue };
        objects += 1;
        for name in ["BackupDescription", "BackupSummaries", "ContinuousBackupsDescription", "BackupDetails", "__type"]
        {
            assert!(!members.contains_key(name), "{json}");
        }
        assert!(!members.contains_key("BackupArn") && !members.contains_key("message"), "{json}");
    }
    assert!(objects > 100);
}

macro_rules! parts_violate_no_rule {
    ($($name:ident),+ $(,)?) => {
        proptest! {
            #![proptest_config(config())]
            $(
                #[test]
                fn $name(part in generate::$name()) {
                    let report = part.validate();
                    prop_assert!(report.is_empty(), "{}", report);
                }
            )+
        }
    };
}

mod parts {
    use super::{Validate as _, config, generate};
    use proptest::prelude::*;

    parts_violate_no_rule! {
        valid_input, valid_description, valid_details, valid_table, valid_features, valid_local_index,
        valid_global_index, valid_vector_index, valid_projection, valid_provisioned_throughput,
        valid_on_demand_throughput, valid_stream, valid_time_to_live, valid_encryption,
        valid_create_input, valid_create_output, valid_delete_input, valid_delete_output, valid_list_input, valid_page,
        valid_summary, valid_describe_continuous_backups_input, valid_continuous_backups,
        valid_update_continuous_backups_input, valid_update_continuous_backups_output, valid_recovery,
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_clean_response_violates_no_rule(output in generate::clean_output()) {
        let report = consistent_report(&output, &Limits::CURRENT);
        prop_assert!(report.is_empty(), "{}", report);
    }

    #[test]
    fn a_clean_response_violates_no_rule_under_its_limits(
        (limits, output) in generate::any_limits().prop_flat_map(|limits| {
            (Just(limits.clone()), generate::clean_output_with(limits))
        }),
    ) {
        let report = consistent_report(&output, &limits);
        prop_assert!(report.is_empty(), "{}", report);
    }

    #[test]
    fn a_valid_response_violates_no_error_severity_rule(
        output in generate::valid_output(),
        limits in generate::any_limits(),
    ) {
        let report = consistent_report(&output, &Limits::CURRENT);
        prop_assert!(report.is_valid(), "{}", report);
        let _ = consistent_report(&output, &limits);
    }

    #[test]
    fn every_view_agrees_with_the_report(
        value in generate::any_rule().prop_flat_map(generate::broken_value),
        limits in generate::any_limits(),
    ) {
        views::hold(&value, &limits);
    }

    #[test]
    fn reports_of_any_response_are_consistent(output in generate::any_output(), limits in generate::any_limits()) {
        let _ = consistent_report(&output, &limits);
    }

    #[test]
    fn a_valid_key_schema_is_valid_for_a_table(schema in generate::valid_key_schema(), table in generate::valid_table()) {
        let mut table = table;
        table.key_schema = Some(schema);
        let report = table.validate();
        prop_assert!(report.is_empty(), "{}", report);
    }
}
