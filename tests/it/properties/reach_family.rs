//! The generators of the other operations reach what they are there for.

use super::reach::{holds_all, samples};
use dynamodb_backup_model::{Limits, Rule, Validate, generate};
use std::collections::BTreeSet;

fn at<T>(value: Option<&T>) -> &'static str {
    value.map_or("-", |_| "at")
}

fn name<T: AsRef<str>>(value: Option<&T>) -> &str {
    value.map_or("-", AsRef::as_ref)
}

#[test]
fn pages_cover_every_kind() {
    let mut found = BTreeSet::new();
    for page in samples(generate::valid_page(), 600) {
        let summaries = page.backup_summaries.as_deref().unwrap();
        found.insert(format!("summaries:{}", summaries.len()));
        found.insert(format!("last:{}", at(page.last_evaluated_backup_arn.as_ref())));
        for summary in summaries {
            found.insert(format!("type:{}", name(summary.backup_type.as_ref())));
            found.insert(format!("status:{}", name(summary.backup_status.as_ref())));
            found.insert(format!("expiry:{}", at(summary.backup_expiry_date_time.as_ref())));
            found.insert(format!("size:{}", at(summary.backup_size_bytes.as_ref())));
            let is_recovery_point = summary.backup_arn.as_ref().unwrap().as_str().contains(":recovery-point:");
            found.insert(format!("recovery-point:{is_recovery_point}"));
        }
    }
    holds_all(
        &found,
        "summaries:0 summaries:1 summaries:2 summaries:100 last:- last:at type:USER type:SYSTEM type:AWS_BACKUP
        status:AVAILABLE status:CREATING status:DELETED expiry:- expiry:at size:- size:at recovery-point:true
        recovery-point:false",
    );
}

#[test]
fn inputs_cover_every_kind() {
    let mut found = BTreeSet::new();
    for input in samples(generate::valid_list_input(), 600) {
        let table = input.table_name.as_ref().map_or("-", |table| if table.arn().is_some() { "arn" } else { "name" });
        found.insert(format!("table:{table}"));
        found.insert(format!("limit:{:?}", input.limit));
        let [lower, upper] = [input.time_range_lower_bound, input.time_range_upper_bound];
        found.insert(format!("range:{}+{}", at(lower.as_ref()), at(upper.as_ref())));
        if let (Some(lower), Some(upper)) = (lower, upper) {
            found.insert(format!("range:{:?}", lower.cmp(&upper)));
        }
        found.insert(format!("start:{}", at(input.exclusive_start_backup_arn.as_ref())));
        found.insert(format!("type:{}", name(input.backup_type.as_ref())));
    }
    for input in samples(generate::valid_update_continuous_backups_input(), 600) {
        let specification = input.point_in_time_recovery_specification.unwrap();
        let is_enabled = specification.point_in_time_recovery_enabled.unwrap();
        found.insert(format!("enabled:{is_enabled}+{}", at(specification.recovery_period_in_days.as_ref())));
    }
    holds_all(
        &found,
        "table:- table:name table:arn limit:None limit:Some(1) limit:Some(100) range:-+- range:at+at range:at+-
        range:-+at range:Less range:Equal start:- start:at type:- type:USER type:SYSTEM type:AWS_BACKUP type:ALL
        enabled:true+at enabled:true+- enabled:false+-",
    );
}

#[test]
fn continuous_backups_descriptions_cover_every_kind() {
    let mut found = BTreeSet::new();
    for output in samples(generate::valid_continuous_backups(), 1000) {
        let description = output.continuous_backups_description.unwrap();
        let status = name(description.continuous_backups_status.as_ref());
        let Some(recovery) = &description.point_in_time_recovery_description else {
            found.insert(format!("{status}+-"));
            continue;
        };
        found.insert(format!("{status}+{}", name(recovery.point_in_time_recovery_status.as_ref())));
        found.insert(format!("days:{:?}", recovery.recovery_period_in_days));
        let [earliest, latest] = [recovery.earliest_restorable_date_time, recovery.latest_restorable_date_time];
        found.insert(format!("window:{}+{}", at(earliest.as_ref()), at(latest.as_ref())));
        if earliest.is_some() && earliest == latest {
            found.insert("window:empty".to_owned());
        }
    }
    holds_all(
        &found,
        "ENABLED+ENABLED ENABLED+DISABLED DISABLED+DISABLED ENABLED+- DISABLED+- days:None days:Some(1) days:Some(35)
        window:-+- window:at+at window:at+- window:-+at window:empty",
    );
}

/// The name of a variant, from its `Debug` output.
#[test]
fn invalid_values_cover_every_operation() {
    let mut found = BTreeSet::new();
    for rule in Rule::ALL {
        for value in samples(generate::broken_value(*rule), 60) {
            found.insert(format!("{value:?}").split('(').next().unwrap().to_owned());
        }
    }
    holds_all(
        &found,
        "DescribeInput Output CreateInput CreateOutput DeleteInput DeleteOutput ListInput Page
        DescribeContinuousBackupsInput ContinuousBackups UpdateInput UpdateOutput Document",
    );
}

#[test]
fn clean_responses_use_wire_timestamps_if_the_limits_require_them() {
    let mut limits = Limits::CURRENT;
    limits.wire_timestamps = true;
    let mut years = BTreeSet::new();
    for output in samples(generate::clean_output_with(limits.clone()), 500) {
        let report = output.validate_with(&limits);
        assert!(report.is_empty(), "{report}");
        let table = output.backup_description.unwrap().source_table_details.unwrap();
        let created = table.table_creation_date_time.unwrap();
        assert!(created.is_epoch() && created.unix_nanos() % 1_000_000 == 0, "{created}");
        years.insert(created.to_offset_date_time().year());
    }
    assert!(years.len() > 10, "only {years:?}");
    let found: BTreeSet<Rule> = samples(generate::clean_output(), 100)
        .flat_map(|output| output.validate_with(&limits))
        .map(|violation| violation.rule())
        .collect();
    let expected = [Rule::TimestampNotEpoch, Rule::TimestampFinerThanMilliseconds];
    assert_eq!(found, expected.into_iter().collect(), "without those limits they are of every form");
}
