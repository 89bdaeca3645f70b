use super::{Draft, provisioned};
use crate::generate::plan::Plan;
use crate::generate::source::Source;
use crate::generate::valid::{on_demand_throughput, positive};
use crate::model::{BillingMode, GlobalSecondaryIndexInfo, OnDemandThroughput, ProvisionedThroughput};

/// Sets one of the units of one provisioned throughput.
fn set_units(source: &mut Source<'_, '_>, draft: &mut Draft, units: i64) {
    let ProvisionedThroughput { read_capacity_units, write_capacity_units, .. } = draft.one(source);
    *if source.flag() { write_capacity_units } else { read_capacity_units } = Some(units);
}

pub(super) fn pay_per_request_capacity(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let units = positive(source);
    set_units(source, draft, units);
}

pub(super) fn provisioned_capacity_zero(source: &mut Source<'_, '_>, draft: &mut Draft) {
    set_units(source, draft, 0);
}

/// On demand, no provisioned throughput but 0 is right anyway.
pub(super) fn not_pay_per_request(source: &mut Source<'_, '_>, plan: &mut Plan) {
    if plan.billing_mode == Some(BillingMode::PayPerRequest) {
        plan.billing_mode = None;
    }
    if source.flag() {
        provisioned(source, plan);
    }
}

pub(super) fn capacity_negative(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let units = source.pick(&[-1, -2, i64::MIN]);
    set_units(source, draft, units);
}

pub(super) fn no_billing_mode(_: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.billing_mode = None;
}

pub(super) fn capacity_half_zero(source: &mut Source<'_, '_>, draft: &mut Draft) {
    set_units(source, draft, 0);
}

pub(super) fn provisioned_index(source: &mut Source<'_, '_>, plan: &mut Plan) {
    provisioned(source, plan);
    plan.with_global_indexes(1);
}

pub(super) fn gsi_capacity_missing(source: &mut Source<'_, '_>, draft: &mut Draft) {
    draft.one::<GlobalSecondaryIndexInfo>(source).provisioned_throughput = None;
}

pub(super) fn billing_mode_missing(_: &mut Source<'_, '_>, draft: &mut Draft) {
    draft.table().billing_mode = None;
}

/// The on-demand limits of the table or of one of its global indexes, present or not.
fn one_on_demand<'d>(source: &mut Source<'_, '_>, draft: &'d mut Draft) -> &'d mut Option<OnDemandThroughput> {
    if draft.plan.global_indexes > 0 && source.flag() {
        &mut draft.one::<GlobalSecondaryIndexInfo>(source).on_demand_throughput
    } else {
        &mut draft.table().on_demand_throughput
    }
}

pub(super) fn on_demand_throughput_range(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let units = source.pick(&[0, -2, i64::MIN]);
    let valid = on_demand_throughput(source);
    let OnDemandThroughput { max_read_request_units, max_write_request_units, .. } =
        one_on_demand(source, draft).get_or_insert(valid);
    *if source.flag() { max_write_request_units } else { max_read_request_units } = Some(units);
}

pub(super) fn on_demand_throughput_empty(source: &mut Source<'_, '_>, draft: &mut Draft) {
    *one_on_demand(source, draft) = Some(OnDemandThroughput::default());
}

pub(super) fn on_demand_throughput_unexpected(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let unexpected = on_demand_throughput(source);
    *one_on_demand(source, draft) = Some(unexpected);
}

pub(super) fn size_negative(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let size = Some(source.pick(&[-1, -2, i64::MIN]));
    match source.number(0..=2) {
        0 => draft.table().item_count = size,
        1 => draft.table().table_size_bytes = size,
        _ => draft.details().backup_size_bytes = size,
    }
}
