//! What several structures say of a backup and its table, for the rules about it.

use crate::model::{
    ArnError, ArnScope, BackupArn, BackupDetails, BackupName, BackupSummary, BackupType, OpenEnum, SourceTableDetails,
    TableArn, TableArnParts, TableName, Timestamp,
};
use crate::value::path::Row;

/// What a backup's details and its summary have in common.
#[derive(Clone, Copy)]
pub(crate) struct BackupFacts<'v> {
    pub(crate) rows: &'static BackupRows,
    pub(crate) arn: Option<&'v BackupArn>,
    pub(crate) name: Option<&'v BackupName>,
    pub(crate) backup_type: Option<&'v BackupType>,
    pub(crate) created: Option<Timestamp>,
    pub(crate) expires: Option<Timestamp>,
}

/// The rows of a structure that describes a backup.
pub(crate) struct BackupRows {
    pub(crate) arn: &'static Row,
    pub(crate) name: &'static Row,
    pub(crate) created: &'static Row,
    pub(crate) expires: &'static Row,
}

impl<'v> From<&'v BackupDetails> for BackupFacts<'v> {
    #[inline]
    fn from(details: &'v BackupDetails) -> Self {
        const ROWS: &BackupRows = &BackupRows {
            arn: BackupDetails::backup_arn,
            name: BackupDetails::backup_name,
            created: BackupDetails::backup_creation_date_time,
            expires: BackupDetails::backup_expiry_date_time,
        };
        Self {
            rows: ROWS,
            arn: details.backup_arn.as_ref(),
            name: details.backup_name.as_ref(),
            backup_type: OpenEnum::present(details.backup_type.as_ref()),
            created: details.backup_creation_date_time,
            expires: details.backup_expiry_date_time,
        }
    }
}

impl<'v> From<&'v BackupSummary> for BackupFacts<'v> {
    #[inline]
    fn from(summary: &'v BackupSummary) -> Self {
        const ROWS: &BackupRows = &BackupRows {
            arn: BackupSummary::backup_arn,
            name: BackupSummary::backup_name,
            created: BackupSummary::backup_creation_date_time,
            expires: BackupSummary::backup_expiry_date_time,
        };
        Self {
            rows: ROWS,
            arn: summary.backup_arn.as_ref(),
            name: summary.backup_name.as_ref(),
            backup_type: OpenEnum::present(summary.backup_type.as_ref()),
            created: summary.backup_creation_date_time,
            expires: summary.backup_expiry_date_time,
        }
    }
}

/// What is known of a backup's table.
#[derive(Clone, Copy, Default)]
pub(crate) struct TableFacts<'v> {
    pub(crate) name: Option<&'v TableName>,
    pub(crate) arn: Option<&'v TableArn>,
    /// What the ARN parses as.
    pub(crate) arn_parts: Option<Result<TableArnParts<'v>, ArnError>>,
    pub(crate) created: Option<Timestamp>,
}

impl<'v> TableFacts<'v> {
    #[inline]
    fn new(name: Option<&'v TableName>, arn: Option<&'v TableArn>, created: Option<Timestamp>) -> Self {
        Self { name, arn, arn_parts: arn.map(TableArn::parse), created }
    }

    /// Partition, region and account of the table, if its ARN parses.
    pub(crate) fn scope(&self) -> Option<ArnScope<'v>> {
        self.arn_parts?.ok().map(|arn| arn.scope)
    }
}

impl<'v> From<&'v SourceTableDetails> for TableFacts<'v> {
    #[inline]
    fn from(table: &'v SourceTableDetails) -> Self {
        Self::new(table.table_name.as_ref(), table.table_arn.as_ref(), table.table_creation_date_time)
    }
}

impl<'v> From<&'v BackupSummary> for TableFacts<'v> {
    #[inline]
    fn from(summary: &'v BackupSummary) -> Self {
        Self::new(summary.table_name.as_ref(), summary.table_arn.as_ref(), None)
    }
}
