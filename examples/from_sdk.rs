//! Prints an output of the official SDK as JSON, which the SDK itself cannot do, and the report about it.
//!
//! ```text
//! cargo run --features aws-sdk-dynamodb --example from_sdk
//! ```

use aws_sdk_dynamodb::operation::describe_backup::DescribeBackupOutput as SdkOutput;
use aws_sdk_dynamodb::primitives::DateTime;
use aws_sdk_dynamodb::types::{BackupDescription, BackupDetails, BackupStatus, BackupType};
use dynamodb_backup_model::{DescribeBackupOutput, Validate, json};
use std::error::Error;

/// Returns what `client.describe_backup().backup_arn(…).send().await?` might return.
fn describe_backup() -> Result<SdkOutput, Box<dyn Error>> {
    let details = BackupDetails::builder()
        .backup_arn("arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a")
        .backup_name("nightly")
        .backup_status(BackupStatus::Available)
        .backup_type(BackupType::User)
        .backup_creation_date_time(DateTime::from_millis(1_576_616_366_715))
        .build()?;
    let description = BackupDescription::builder().backup_details(details).build();
    Ok(SdkOutput::builder().backup_description(description).build())
}

fn main() -> Result<(), Box<dyn Error>> {
    let output = DescribeBackupOutput::from(describe_backup()?);
    println!("{}", json::to_wire_string(&output));
    println!("{}", output.validate());

    // And back, for code that needs the SDK's types.
    let sdk = SdkOutput::try_from(output)?;
    println!("{:?}", sdk.backup_description().and_then(BackupDescription::backup_details));
    Ok(())
}
