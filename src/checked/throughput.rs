//! The billing mode and the throughput of tables and indexes.

use super::{present, unsigned};
use crate::model::{BillingMode, OnDemandThroughput, OpenEnum, ProvisionedThroughput, SourceTableDetails};
use core::fmt;

/// How a table's reads and writes are charged and limited.
///
/// [`Display`](fmt::Display) shows the billing mode and its numbers.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::checked::Billing;
/// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
/// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
///
/// let valid = Valid::<DescribeBackupOutput>::from_json_str(body)?;
/// let billing = valid.backup().table().billing();
/// assert_eq!(billing.to_string(), "PROVISIONED (read: 25, write: 10)");
/// match billing {
///     Billing::Provisioned(capacity) => assert_eq!(capacity.read, 25),
///     Billing::OnDemand(limits) => println!("up to {:?} reads per second", limits.read),
///     other => println!("{other}"),
/// }
/// # Ok::<(), dynamodb_backup_model::checked::ReadError<DescribeBackupOutput>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Billing<'a> {
    /// By the provisioned throughput.
    Provisioned(Capacity),
    /// By the request, up to the on-demand limits.
    OnDemand(OnDemandLimits),
    /// In a way that this version of the crate does not know.
    #[non_exhaustive]
    Unknown {
        /// The billing mode in the response.
        mode: &'a BillingMode,
        /// The provisioned throughput in the response.
        capacity: Capacity,
    },
}

impl<'a> Billing<'a> {
    pub(super) fn new(table: &'a SourceTableDetails) -> Self {
        let capacity = Capacity::new(present(table.provisioned_throughput.as_ref()));
        let on_demand = Self::OnDemand(OnDemandLimits::new(table.on_demand_throughput.as_ref()));
        match OpenEnum::present(table.billing_mode.as_ref()) {
            Some(BillingMode::PayPerRequest) => on_demand,
            None if capacity == Capacity::NONE => on_demand,
            Some(BillingMode::Provisioned) | None => Self::Provisioned(capacity),
            Some(mode @ BillingMode::Unknown(_)) => Self::Unknown { mode, capacity },
        }
    }
}

impl fmt::Display for Billing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Provisioned(capacity) => write!(f, "{} ({capacity})", BillingMode::Provisioned),
            Self::OnDemand(limits) => write!(f, "{} ({limits})", BillingMode::PayPerRequest),
            Self::Unknown { mode, capacity } => write!(f, "{mode} ({capacity})"),
        }
    }
}

/// The provisioned throughput of a table or an index, in capacity units.
///
/// [`Display`](fmt::Display) shows both numbers: `read: 25, write: 10`.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::checked::Billing;
/// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
/// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
///
/// let valid = Valid::<DescribeBackupOutput>::from_json_str(body)?;
/// if let Billing::Provisioned(capacity) = valid.backup().table().billing() {
///     assert_eq!((capacity.read, capacity.write), (25, 10));
///     assert_eq!(capacity.to_string(), "read: 25, write: 10");
/// }
/// # Ok::<(), dynamodb_backup_model::checked::ReadError<DescribeBackupOutput>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Capacity {
    /// Strongly consistent reads per second, of up to 4 KB each.
    pub read: u64,
    /// Writes per second, of up to 1 KB each.
    pub write: u64,
}

impl Capacity {
    pub(super) const NONE: Self = Self { read: 0, write: 0 };

    pub(super) fn new(throughput: &ProvisionedThroughput) -> Self {
        Self {
            read: unsigned(*present(throughput.read_capacity_units.as_ref())),
            write: unsigned(*present(throughput.write_capacity_units.as_ref())),
        }
    }
}

impl fmt::Display for Capacity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { read, write } = self;
        write!(f, "read: {read}, write: {write}")
    }
}

/// The on-demand limits of a table or an index, in request units per second; `None` if there is no limit.
///
/// [`Display`](fmt::Display) shows both: `read: 100, write: unlimited`.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::checked::Billing;
/// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
/// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/on-demand.json"));
///
/// let valid = Valid::<DescribeBackupOutput>::from_json_str(body)?;
/// match valid.backup().table().billing() {
///     Billing::OnDemand(limits) => println!("reads per second: {:?}, writes: {:?}", limits.read, limits.write),
///     other => panic!("{other}"),
/// }
/// # Ok::<(), dynamodb_backup_model::checked::ReadError<DescribeBackupOutput>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct OnDemandLimits {
    /// The limit of reads.
    pub read: Option<u64>,
    /// The limit of writes.
    pub write: Option<u64>,
}

impl OnDemandLimits {
    pub(super) fn new(throughput: Option<&OnDemandThroughput>) -> Self {
        // -1 means that there is no limit.
        let limit = |units: Option<i64>| units.and_then(|units| u64::try_from(units).ok());
        Self {
            read: limit(throughput.and_then(|throughput| throughput.max_read_request_units)),
            write: limit(throughput.and_then(|throughput| throughput.max_write_request_units)),
        }
    }
}

impl fmt::Display for OnDemandLimits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let write_limit = |f: &mut fmt::Formatter<'_>, limit: Option<u64>| match limit {
            Some(limit) => write!(f, "{limit}"),
            None => f.write_str("unlimited"),
        };
        f.write_str("read: ")?;
        write_limit(f, self.read)?;
        f.write_str(", write: ")?;
        write_limit(f, self.write)
    }
}
