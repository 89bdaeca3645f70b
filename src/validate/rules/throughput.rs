//! How the table is charged and what it may be asked for.

use crate::model::{
    BillingMode, GlobalSecondaryIndexInfo, OnDemandThroughput, OpenEnum, ProvisionedThroughput, SourceTableDetails,
};
use crate::validate::{Check, Path, Row, Rule};

fn billing_mode<'v>(check: &Check<'v>) -> Option<&'v BillingMode> {
    check.context.table.and_then(|table| OpenEnum::present(table.billing_mode.as_ref()))
}

/// Both capacity units, each with its row.
#[inline]
fn units(throughput: &ProvisionedThroughput) -> [(&'static Row, Option<i64>); 2] {
    let ProvisionedThroughput { read_capacity_units, write_capacity_units, unmodeled: _ } = throughput;
    [
        (ProvisionedThroughput::read_capacity_units, *read_capacity_units),
        (ProvisionedThroughput::write_capacity_units, *write_capacity_units),
    ]
}

/// The rule that the table's billing mode decides about.
#[inline]
pub(crate) fn capacity_by_billing_mode(check: &mut Check<'_>, at: &Path<'_>, throughput: &ProvisionedThroughput) {
    match billing_mode(check) {
        Some(BillingMode::PayPerRequest) => pay_per_request_capacity(check, at, throughput),
        Some(BillingMode::Provisioned) => provisioned_capacity_zero(check, at, throughput),
        None => capacity_half_zero(check, at, throughput),
        Some(BillingMode::Unknown(_)) => {}
    }
}

#[inline]
fn pay_per_request_capacity(check: &mut Check<'_>, at: &Path<'_>, throughput: &ProvisionedThroughput) {
    for (row, units) in units(throughput) {
        if let Some(units) = units.filter(|units| *units != 0) {
            check.report(
                Rule::PayPerRequestCapacity,
                &at.member(row),
                format_args!("expected 0 with PAY_PER_REQUEST, found {units}"),
            );
        }
    }
}

#[inline]
fn provisioned_capacity_zero(check: &mut Check<'_>, at: &Path<'_>, throughput: &ProvisionedThroughput) {
    for (row, units) in units(throughput) {
        if units == Some(0) {
            check.report(
                Rule::ProvisionedCapacityZero,
                &at.member(row),
                format_args!("expected at least 1 with PROVISIONED, found 0"),
            );
        }
    }
}

#[inline]
fn capacity_half_zero(check: &mut Check<'_>, at: &Path<'_>, throughput: &ProvisionedThroughput) {
    if let (Some(read), Some(write)) = (throughput.read_capacity_units, throughput.write_capacity_units)
        && (read == 0) != (write == 0)
    {
        check.report(
            Rule::CapacityHalfZero,
            at,
            format_args!("expected both units to be 0 or neither, found {read} to read and {write} to write"),
        );
    }
}

#[inline]
pub(crate) fn capacity_negative(check: &mut Check<'_>, at: &Path<'_>, throughput: &ProvisionedThroughput) {
    for (row, units) in units(throughput) {
        if let Some(units) = units.filter(|units| *units < 0) {
            check.report(Rule::CapacityNegative, &at.member(row), format_args!("expected at least 0, found {units}"));
        }
    }
}

#[inline]
pub(crate) fn gsi_capacity_missing(check: &mut Check<'_>, at: &Path<'_>, index: &GlobalSecondaryIndexInfo) {
    if matches!(billing_mode(check), Some(BillingMode::Provisioned)) && index.provisioned_throughput.is_none() {
        check.report(
            Rule::GsiCapacityMissing,
            &at.member(GlobalSecondaryIndexInfo::provisioned_throughput),
            format_args!("expected the index of a PROVISIONED table to have its capacity, found none"),
        );
    }
}

#[inline]
pub(crate) fn billing_mode_missing(check: &mut Check<'_>, at: &Path<'_>, table: &SourceTableDetails) {
    let capacity = table.provisioned_throughput.as_ref();
    let capacity = capacity.map(|throughput| (throughput.read_capacity_units, throughput.write_capacity_units));
    if OpenEnum::present(table.billing_mode.as_ref()).is_none() && capacity == Some((Some(0), Some(0))) {
        check.report(
            Rule::BillingModeMissing,
            &at.member(SourceTableDetails::billing_mode),
            format_args!("expected PAY_PER_REQUEST for a table whose capacity is 0 and 0, found no billing mode"),
        );
    }
}

#[inline]
pub(crate) fn on_demand_throughput_range(check: &mut Check<'_>, at: &Path<'_>, throughput: &OnDemandThroughput) {
    for (row, units) in [
        (OnDemandThroughput::max_read_request_units, throughput.max_read_request_units),
        (OnDemandThroughput::max_write_request_units, throughput.max_write_request_units),
    ] {
        if let Some(units) = units.filter(|units| *units != -1 && *units < 1) {
            check.report(
                Rule::OnDemandThroughputRange,
                &at.member(row),
                format_args!("expected at least 1, or -1 for no maximum, found {units}"),
            );
        }
    }
}

#[inline]
pub(crate) fn on_demand_throughput_empty(check: &mut Check<'_>, at: &Path<'_>, throughput: &OnDemandThroughput) {
    let OnDemandThroughput { max_read_request_units, max_write_request_units, unmodeled } = throughput;
    if max_read_request_units.is_none() && max_write_request_units.is_none() && unmodeled.is_empty() {
        check.report(
            Rule::OnDemandThroughputEmpty,
            at,
            format_args!("expected a maximum of read or write request units, found neither"),
        );
    }
}

#[inline]
pub(crate) fn on_demand_throughput_unexpected(check: &mut Check<'_>, at: &Path<'_>) {
    if matches!(billing_mode(check), Some(BillingMode::Provisioned)) {
        check.report(
            Rule::OnDemandThroughputUnexpected,
            at,
            format_args!("expected no on-demand limits with PROVISIONED"),
        );
    }
}
