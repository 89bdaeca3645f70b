//! The table that was backed up.

use super::{BillingMode, KeySchemaElement, TableArn, TableId, TableName, Timestamp};
use crate::shape::structure;
use alloc::vec::Vec;

structure! {
    /// The table as it was when the backup was made.
    SourceTableDetails: "SourceTableDetails" {
        /// The name of the table.
        table_name: TableName = required "TableName",

        /// The id of the table, a UUID. The emulator moto leaves it out.
        table_id: TableId = required "TableId",

        /// The ARN of the table.
        table_arn: TableArn = table_arn "TableArn",

        /// The size of the table in bytes, at least 0. An approximate value, which lags behind by hours.
        table_size_bytes: i64 = optional "TableSizeBytes",

        /// The primary key: one HASH element and perhaps a RANGE element behind it.
        key_schema: Vec<KeySchemaElement> = required "KeySchema",

        /// When the table was made.
        table_creation_date_time: Timestamp = required "TableCreationDateTime",

        /// The table's capacity, 0 and 0 for an on-demand table.
        provisioned_throughput: ProvisionedThroughput = required "ProvisionedThroughput",

        /// The most that an on-demand table may be asked for. Absent where no maximum was set, and from the API page.
        on_demand_throughput: OnDemandThroughput = optional "OnDemandThroughput",

        /// The number of items in the table, at least 0. An approximate value, which lags behind by hours.
        item_count: i64 = optional "ItemCount",

        /// How the table is charged. Absent from responses of before November 2018, when there was no choice, and
        /// from emulators.
        billing_mode: BillingMode = optional "BillingMode",
    }
}

structure! {
    /// The capacity of a table or a global secondary index.
    ///
    /// The service model wants at least 1 of each; the API page and real responses have 0 and 0 where the billing mode
    /// is PAY_PER_REQUEST.
    ProvisionedThroughput: "ProvisionedThroughput" {
        /// Read capacity units: strongly consistent reads per second, of up to 4 KB each.
        read_capacity_units: i64 = required "ReadCapacityUnits",

        /// Write capacity units: writes per second, of up to 1 KB each.
        write_capacity_units: i64 = required "WriteCapacityUnits",
    }
}

structure! {
    /// The most that an on-demand table or index may be asked for.
    OnDemandThroughput: "OnDemandThroughput" {
        /// Read request units per second, at least 1; -1 for no maximum.
        max_read_request_units: i64 = optional "MaxReadRequestUnits",

        /// Write request units per second, at least 1; -1 for no maximum.
        max_write_request_units: i64 = optional "MaxWriteRequestUnits",
    }
}
