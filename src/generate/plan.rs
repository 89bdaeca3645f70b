//! What ties the members of a response together.

use super::source::Source;
use super::text::{hex, valid_string};
use super::time::real_nanos;
use crate::model::{ArnScope, AttributeName, BackupType, BillingMode, IndexName, TableId, TableName};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The decisions that members in different parts of a response share, and the names that its parts have used so far.
// Each is about something that a response has or has not, and none depends on another.
#[allow(clippy::struct_excessive_bools)]
pub(crate) struct Plan {
    pub(crate) partition: &'static str,
    pub(crate) region: &'static str,
    pub(crate) account_id: String,
    pub(crate) table_name: TableName,
    /// When the backup was made, in nanoseconds since the epoch.
    pub(crate) created: i128,
    pub(crate) backup_type: BackupType,
    /// Whether the backup's ARN is one of AWS Backup. Only with AWS_BACKUP.
    pub(crate) recovery_point: bool,
    /// Whether the backup expires where its type leaves that open. Only with AWS_BACKUP.
    pub(crate) expires: bool,
    /// Absent as in responses from before November 2018, whose throughput is like that of PROVISIONED ones.
    pub(crate) billing_mode: Option<BillingMode>,
    /// Always with local indexes.
    pub(crate) sort_key: bool,
    pub(crate) local_indexes: usize,
    pub(crate) global_indexes: usize,
    /// None with PROVISIONED.
    pub(crate) vector_indexes: usize,
    /// How many more names the local indexes may project together.
    pub(crate) local_names: usize,
    /// How many more names the local and global indexes may project together.
    pub(crate) names: usize,
    /// Whether every index projects as many names as it may.
    pub(crate) all_names: bool,
    pub(crate) stream: bool,
    pub(crate) time_to_live: bool,
    pub(crate) encryption: bool,
    /// The key attributes of the table, its partition key first, and its indexes.
    pub(crate) keys: Vec<AttributeName>,
    pub(crate) index_names: Vec<IndexName>,
}

/// Beyond this many of anything there is nothing new to see, where limits are far higher than the current ones.
pub(crate) const MANY: usize = 120;

/// At least two regions of each partition, not all of which exist.
pub(crate) const REGIONS: &[&str] = &[
    "us-east-1",
    "eu-west-1",
    "us-west-2",
    "ap-southeast-5",
    "mx-central-1",
    "cn-north-1",
    "cn-northwest-1",
    "us-gov-west-1",
    "us-gov-east-1",
    "eusc-de-east-1",
    "eusc-de-west-1",
    "us-iso-east-1",
    "us-iso-west-1",
    "us-isob-east-1",
    "us-isob-west-1",
    "eu-isoe-west-1",
    "eu-isoe-north-1",
    "us-isof-south-1",
    "eu-isof-north-1",
];

pub(crate) fn partition_of(region: &str) -> &'static str {
    ArnScope { partition: "", region, account_id: "" }.partition_of_region()
}

pub(crate) fn account_id(source: &mut Source<'_, '_>) -> String {
    format!("{:012}", source.number(0..=999_999_999_999_u64))
}

/// The id of a recovery point or key: any visible characters except those that divide ARNs.
pub(crate) fn id(source: &mut Source<'_, '_>) -> String {
    let len = source.count(1..=64);
    let char = |source: &mut Source<'_, '_>| match source.number(b'!'..=b'~') {
        b'/' | b':' => 'x',
        other => char::from(other),
    };
    match source.number(0..=2) {
        0 => valid_string(source, TableId::LIMITS),
        1 => format!("mrk-{}", hex(source, 32)),
        _ => (0..len).map(|_| char(source)).collect(),
    }
}

impl Plan {
    pub(crate) fn any(source: &mut Source<'_, '_>) -> Self {
        let limits = source.limits;
        let region = source.pick(REGIONS);
        let backup_type = source.pick(BackupType::VALUES);
        let made_by_aws_backup = backup_type == BackupType::AwsBackup;
        let mut plan = Self {
            partition: partition_of(region),
            region,
            account_id: account_id(source),
            table_name: TableName::unchecked(valid_string(source, TableName::LIMITS)),
            created: real_nanos(source),
            recovery_point: made_by_aws_backup && source.flag(),
            expires: made_by_aws_backup && source.flag(),
            backup_type,
            billing_mode: source.pick(&[Some(BillingMode::Provisioned), Some(BillingMode::PayPerRequest), None]),
            sort_key: source.flag(),
            local_indexes: 0,
            global_indexes: 0,
            vector_indexes: 0,
            local_names: limits.lsi_non_key_attributes_total.min(MANY),
            names: limits.non_key_attributes_total.min(MANY),
            all_names: source.once_in(8),
            stream: source.flag(),
            time_to_live: source.flag(),
            encryption: source.flag(),
            keys: Vec::new(),
            index_names: Vec::new(),
        };
        if plan.sort_key {
            plan.local_indexes = source.count(0..=limits.local_secondary_indexes.min(MANY / 4));
        }
        if limits.gsi_hash_elements > 0 {
            plan.global_indexes = source.count(0..=limits.global_secondary_indexes.min(MANY / 4));
        }
        if plan.billing_mode != Some(BillingMode::Provisioned) && limits.vector_dimensions > 0 {
            plan.vector_indexes = source.count(0..=limits.vector_indexes.min(MANY / 4));
        }
        plan
    }

    pub(crate) fn scope(&self) -> ArnScope<'_> {
        ArnScope { partition: self.partition, region: self.region, account_id: &self.account_id }
    }

    pub(crate) fn with_type(&mut self, backup_type: BackupType) {
        self.recovery_point &= backup_type == BackupType::AwsBackup;
        self.backup_type = backup_type;
    }

    /// With at least that many local indexes, perhaps more than there may be.
    pub(crate) fn with_local_indexes(&mut self, least: usize) {
        self.sort_key = true;
        self.local_indexes = self.local_indexes.max(least);
    }

    pub(crate) fn with_global_indexes(&mut self, least: usize) {
        self.global_indexes = self.global_indexes.max(least);
    }

    pub(crate) fn with_vector_indexes(&mut self, least: usize) {
        self.billing_mode = Some(BillingMode::PayPerRequest);
        self.vector_indexes = self.vector_indexes.max(least);
    }

    /// Takes that many names from those that the indexes may still project.
    pub(crate) fn reserve_names(&mut self, count: usize) {
        self.local_names = self.local_names.saturating_sub(count);
        self.names = self.names.saturating_sub(count);
    }
}
