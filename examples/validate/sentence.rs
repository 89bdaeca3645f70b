//! What a document is, in one sentence.

use dynamodb_backup_model::model::BackupArnParts;
use dynamodb_backup_model::{
    BackupArn, BackupDescription, BackupDetails, Captured, ContinuousBackupsDescription, ErrorResponse,
    ListBackupsOutput,
};
use std::collections::BTreeSet;
use std::fmt::{self, Write as _};

/// A sentence of a document, on one line.
pub(crate) fn sentence(captured: &Captured) -> String {
    match captured {
        Captured::DescribeBackup(output) => {
            let description = output.backup_description.as_ref();
            format!("DescribeBackup: {}", description.map_or_else(|| "nothing is described".to_owned(), described))
        }
        Captured::BackupDescription(description) => format!("BackupDescription: {}", described(description)),
        Captured::CreateBackup(output) => {
            let details = output.backup_details.as_ref();
            format!("CreateBackup: {}", details.map_or_else(|| "nothing was created".to_owned(), detailed))
        }
        Captured::BackupDetails(details) => format!("BackupDetails: {}", detailed(details)),
        Captured::ListBackups(output) => format!("ListBackups: {}", listed(output)),
        Captured::ContinuousBackups(output) => {
            let description = output.continuous_backups_description.as_ref();
            format!("ContinuousBackups: {}", description.map_or_else(|| "nothing is described".to_owned(), continuous))
        }
        Captured::Error(error) => failed(error),
        Captured::Unrecognized(_) => "not a document of the backup operations".to_owned(),
        other => other.kind().to_owned(),
    }
}

fn described(description: &BackupDescription) -> String {
    let details = description.backup_details.as_ref();
    let table = description.source_table_details.as_ref().and_then(|table| table.table_name.as_ref());
    backup(details, table.map(AsRef::as_ref))
}

fn detailed(details: &BackupDetails) -> String {
    backup(Some(details), None)
}

/// A table that is not named may be named by the backup's ARN.
fn backup(details: Option<&BackupDetails>, table: Option<&str>) -> String {
    let name = details.and_then(|details| details.backup_name.as_ref()).map(AsRef::as_ref);
    let arn = details.and_then(|details| details.backup_arn.as_ref());
    let status = details.and_then(|details| details.backup_status.as_ref());
    format!(
        "backup {} of table {}, {}",
        quoted(name),
        quoted(table.or_else(|| arn.and_then(table_in))),
        shown_status(status.map(AsRef::as_ref)),
    )
}

fn table_in(arn: &BackupArn) -> Option<&str> {
    match arn.parse() {
        Ok(BackupArnParts::DynamoDb { table_name, .. }) => Some(table_name),
        _ => None,
    }
}

fn listed(output: &ListBackupsOutput) -> String {
    let summaries = output.backup_summaries.as_deref().unwrap_or_default();
    let tables: BTreeSet<Option<&str>> =
        summaries.iter().map(|summary| summary.table_name.as_ref().map(AsRef::as_ref)).collect();
    let backups = match summaries.len() {
        0 => "no backups".to_owned(),
        1 => "1 backup".to_owned(),
        count => format!("{count} backups"),
    };
    let tables = match tables.first() {
        None => String::new(),
        Some(table) if tables.len() == 1 => format!(" of table {}", quoted(*table)),
        Some(_) => format!(" of {} tables", tables.len()),
    };
    let more = if output.last_evaluated_backup_arn.is_some() { ", with more to come" } else { "" };
    format!("{backups}{tables}{more}")
}

fn continuous(description: &ContinuousBackupsDescription) -> String {
    let status = description.continuous_backups_status.as_ref();
    let recovery = description.point_in_time_recovery_description.as_ref();
    let recovery_status = recovery.and_then(|recovery| recovery.point_in_time_recovery_status.as_ref());
    let mut text = format!(
        "continuous backups {}, point-in-time recovery {}",
        shown_status(status.map(AsRef::as_ref)),
        shown_status(recovery_status.map(AsRef::as_ref)),
    );
    if let Some(days) = recovery.and_then(|recovery| recovery.recovery_period_in_days) {
        let _ = write!(text, " for {days} day{}", if days == 1 { "" } else { "s" });
    }
    text
}

fn failed(error: &ErrorResponse) -> String {
    let status = error.http_status().map_or_else(String::new, |status| format!(" (HTTP {status})"));
    format!("error response{status}: {}", OneLine(&error.to_string()))
}

/// An empty status is how Go writes that there is none.
fn shown_status(status: Option<&str>) -> OneLine<'_> {
    OneLine(status.filter(|status| !status.is_empty()).unwrap_or("without a status"))
}

fn quoted(name: Option<&str>) -> String {
    name.map_or_else(|| "without a name".to_owned(), |name| format!("{name:?}"))
}

/// Shows text without its control characters.
pub(crate) struct OneLine<'t>(pub(crate) &'t str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|char| match char {
            char if char.is_control() => write!(f, "{}", char.escape_default()),
            char => f.write_char(char),
        })
    }
}
