use super::{Breach, Parts, one};
use crate::generate::source::Source;
use crate::generate::valid::{Plan, on_demand, positive};
use crate::model::{BackupDescription, BillingMode, OnDemandThroughput, ProvisionedThroughput};
use alloc::vec::Vec;

fn provisioned(_: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.billing_mode = Some(BillingMode::Provisioned);
    plan.vector_indexes = 0;
}

fn pay_per_request(_: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.billing_mode = Some(BillingMode::PayPerRequest);
}

/// One of the units of a capacity.
fn one_unit<'o>(source: &mut Source<'_, '_>, capacity: &'o mut ProvisionedThroughput) -> &'o mut Option<i64> {
    if source.flag() { &mut capacity.write_capacity_units } else { &mut capacity.read_capacity_units }
}

pub(super) fn pay_per_request_capacity() -> Breach {
    Breach::new(pay_per_request, |source, parts| {
        let units = positive(source);
        let capacity = one(source, parts.capacities());
        *one_unit(source, capacity) = Some(units);
    })
}

pub(super) fn provisioned_capacity_zero() -> Breach {
    Breach::new(provisioned, |source, parts| {
        let capacity = one(source, parts.capacities());
        *one_unit(source, capacity) = Some(0);
    })
}

pub(super) fn capacity_negative() -> Breach {
    Breach::new(
        |source, plan| {
            // On demand, no capacity but 0 is right anyway.
            if plan.billing_mode == Some(BillingMode::PayPerRequest) {
                plan.billing_mode = None;
            }
            if source.flag() {
                provisioned(source, plan);
            }
        },
        |source, parts| {
            let units = source.pick(&[-1, -2, i64::MIN]);
            let capacity = one(source, parts.capacities());
            *one_unit(source, capacity) = Some(units);
        },
    )
}

pub(super) fn capacity_half_zero() -> Breach {
    Breach::new(
        |_, plan| plan.billing_mode = None,
        |source, parts| {
            let capacity = one(source, parts.capacities());
            *one_unit(source, capacity) = Some(0);
        },
    )
}

pub(super) fn gsi_capacity_missing() -> Breach {
    Breach::new(
        |source, plan| {
            provisioned(source, plan);
            plan.global_indexes = plan.global_indexes.max(1);
        },
        |source, parts| {
            let index = one(source, parts.global().iter_mut().collect());
            index.provisioned_throughput = None;
        },
    )
}

pub(super) fn billing_mode_missing() -> Breach {
    Breach::new(pay_per_request, |_, parts| parts.table().billing_mode = None)
}

/// The maxima of the table and its global indexes, of which only the latter may have none.
fn maxima<'o>(parts: &'o mut Parts<'_>) -> Vec<&'o mut Option<OnDemandThroughput>> {
    let BackupDescription { source_table_details, source_table_feature_details, .. } = parts.description();
    let table = source_table_details.iter_mut().map(|table| &mut table.on_demand_throughput);
    let features = source_table_feature_details.iter_mut();
    let global = features.filter_map(|features| features.global_secondary_indexes.as_mut()).flatten();
    table.chain(global.map(|index| &mut index.on_demand_throughput)).collect()
}

pub(super) fn on_demand_range() -> Breach {
    Breach::new(pay_per_request, |source, parts| {
        let units = Some(source.pick(&[0, -2, i64::MIN]));
        let right = on_demand(source);
        let maxima = one(source, maxima(parts)).get_or_insert(right);
        if source.flag() { maxima.max_write_request_units = units } else { maxima.max_read_request_units = units }
    })
}

pub(super) fn on_demand_empty() -> Breach {
    Breach::new(pay_per_request, |source, parts| {
        *one(source, maxima(parts)) = Some(OnDemandThroughput::default());
    })
}

pub(super) fn on_demand_unexpected() -> Breach {
    Breach::new(provisioned, |source, parts| {
        let unexpected = on_demand(source);
        *one(source, maxima(parts)) = Some(unexpected);
    })
}

pub(super) fn size_negative() -> Breach {
    Breach::of_any(|source, parts| {
        let size = Some(source.pick(&[-1, -2, i64::MIN]));
        match source.number(0..=2) {
            0 => parts.table().item_count = size,
            1 => parts.table().table_size_bytes = size,
            _ => parts.details().backup_size_bytes = size,
        }
    })
}
