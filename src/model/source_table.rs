//! The table that was backed up.

use super::{BillingMode, KeySchemaElement, TableArn, TableId, TableName, Timestamp};
use crate::shape::structure;
use alloc::vec::Vec;

structure! {
    /// The table as it was when the backup was made.
    SourceTableDetails: "SourceTableDetails" {
        /// The name of the table.
        table_name: TableName = required "TableName",

        /// The id of the table, a UUID. The emulator moto omits it.
        table_id: TableId = required "TableId",

        /// The ARN of the table.
        table_arn: TableArn = table_arn "TableArn",

        /// The size of the table in bytes, at least 0. The service updates it about every six hours.
        table_size_bytes: i64 = optional "TableSizeBytes",

        /// The primary key: one HASH element, perhaps followed by a RANGE element.
        key_schema: Vec<KeySchemaElement> = required "KeySchema",

        /// When the table was created.
        table_creation_date_time: Timestamp = required "TableCreationDateTime",

        /// The provisioned throughput of the table; 0 and 0 if it is on demand.
        provisioned_throughput: ProvisionedThroughput = required "ProvisionedThroughput",

        /// The on-demand limits of the table. Absent if none were set, and from the API page.
        on_demand_throughput: OnDemandThroughput = optional "OnDemandThroughput",

        /// The number of items in the table, at least 0. The service updates it about every six hours.
        item_count: i64 = optional "ItemCount",

        /// How the table's reads and writes are charged and limited. Absent in responses from before November 2018, when
        /// there was no choice, and from emulators.
        billing_mode: BillingMode = optional "BillingMode",
    }
}

structure! {
    /// The provisioned throughput of a table or a global secondary index.
    ///
    /// The service model requires at least 1 of each; the API page and real responses have 0 and 0 if the billing mode is
    /// PAY_PER_REQUEST.
    ProvisionedThroughput: "ProvisionedThroughput" {
        /// Read capacity units: strongly consistent reads per second, of up to 4 KB each.
        read_capacity_units: i64 = required "ReadCapacityUnits",

        /// Write capacity units: writes per second, of up to 1 KB each.
        write_capacity_units: i64 = required "WriteCapacityUnits",
    }
}

structure! {
    /// The on-demand limits of a table or a global secondary index.
    OnDemandThroughput: "OnDemandThroughput" {
        /// Read request units per second, at least 1; -1 means that there is no limit.
        max_read_request_units: i64 = optional "MaxReadRequestUnits",

        /// Write request units per second, at least 1; -1 means that there is no limit.
        max_write_request_units: i64 = optional "MaxWriteRequestUnits",
    }
}
