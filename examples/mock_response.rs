//! Builds a response for a test and writes it in the wire format.
//!
//! ```text
//! cargo run --features builder --example mock_response
//! ```

use dynamodb_backup_model::{
    BackupDescription, BackupDetails, DescribeBackupOutput, KeySchemaElement, ProvisionedThroughput,
    SourceTableDetails, Timestamp, Validate, json,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let created = Timestamp::from_unix_millis(1_576_616_366_715)?;
    let table_arn = "arn:aws:dynamodb:us-west-2:123456789012:table/Music";
    let details = BackupDetails::builder()
        .backup_arn(format!("{table_arn}/backup/01576616366715-b4e58d3a"))
        .backup_name("nightly")
        .backup_status("AVAILABLE")
        .backup_type("USER")
        .backup_creation_date_time(created)
        .build();
    let output = DescribeBackupOutput::builder()
        .backup_description(
            BackupDescription::builder()
                .backup_details(details)
                .source_table_details(
                    SourceTableDetails::builder()
                        .table_name("Music")
                        .table_id("b0c04bcc-309b-4352-b2ae-9088af169fe2")
                        .table_arn(table_arn)
                        .key_schema([KeySchemaElement::builder().attribute_name("Artist").key_type("HASH").build()])
                        .table_creation_date_time(Timestamp::from_unix_millis(1_516_149_542_009)?)
                        .provisioned_throughput(
                            ProvisionedThroughput::builder().read_capacity_units(5).write_capacity_units(5).build(),
                        )
                        .build(),
                )
                .build(),
        )
        .build();
    assert!(output.validate().is_empty(), "{}", output.validate());
    println!("{}", json::to_wire_string(&output));
    Ok(())
}
