//! What the rules say of generated responses.

use super::config;
use super::report::reports_well;
use dynamodb_backup_model::{Limits, Rule, Severity, Validate, generate};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// Beside the rule itself: what its docs say cannot be helped.
fn exceptions(rule: Rule) -> &'static [Rule] {
    match rule {
        Rule::BackupArnPartitionMismatch => &[Rule::ArnRegionPartition, Rule::BackupArnRegionMismatch],
        _ => &[],
    }
}

#[test]
fn every_rule_can_be_broken_alone() {
    // There are many rules.
    let cases = config().cases / 8;
    for rule in Rule::ALL.iter().copied() {
        let limits = generate::limits_for(rule);
        let mut runner = TestRunner::new(Config { cases, source_file: Some(file!()), ..config() });
        let outcome = runner.run(&generate::broken(rule), |output| {
            let report = reports_well(&output, &limits);
            let mut found: Vec<Rule> = report.iter().map(dynamodb_backup_model::Violation::rule).collect();
            found.dedup();
            found.retain(|found| !exceptions(rule).contains(found));
            prop_assert!(!found.is_empty() && found.iter().all(|found| *found == rule), "{}", report);
            prop_assert_eq!(report.is_valid(), rule.severity() == Severity::Warning);
            Ok(())
        });
        outcome.unwrap_or_else(|fault| panic!("{rule}: {fault}"));
    }
}

macro_rules! parts_break_no_rule {
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

    parts_break_no_rule! {
        valid_input, valid_description, valid_details, valid_table, valid_features, valid_local_index,
        valid_global_index, valid_vector_index, valid_projection, valid_provisioned_throughput,
        valid_on_demand_throughput, valid_stream, valid_time_to_live, valid_encryption,
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_clean_response_breaks_no_rule(output in generate::clean_output()) {
        let report = reports_well(&output, &Limits::CURRENT);
        prop_assert!(report.is_empty(), "{}", report);
    }

    #[test]
    fn a_clean_response_breaks_no_rule_under_its_limits(
        (limits, output) in generate::any_limits().prop_flat_map(|limits| {
            (Just(limits.clone()), generate::clean_output_with(limits))
        }),
    ) {
        let report = reports_well(&output, &limits);
        prop_assert!(report.is_empty(), "{}", report);
    }

    #[test]
    fn a_valid_response_breaks_no_rule_of_severity_error(
        output in generate::valid_output(),
        limits in generate::any_limits(),
    ) {
        let report = reports_well(&output, &Limits::CURRENT);
        prop_assert!(report.is_valid(), "{}", report);
        let _ = reports_well(&output, &limits);
    }

    #[test]
    fn any_response_is_reported_well(output in generate::any_output(), limits in generate::any_limits()) {
        let _ = reports_well(&output, &limits);
    }

    #[test]
    fn a_valid_key_schema_is_that_of_a_table(schema in generate::valid_key_schema(), table in generate::valid_table()) {
        let mut table = table;
        table.key_schema = Some(schema);
        let report = table.validate();
        prop_assert!(report.is_empty(), "{}", report);
    }
}
