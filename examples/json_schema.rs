//! Prints the JSON Schema of `DescribeBackupOutput`.
//!
//! ```text
//! cargo run --features schemars --example json_schema
//! ```

use dynamodb_backup_model::DescribeBackupOutput;

fn main() -> Result<(), serde_json::Error> {
    let schema = schemars::schema_for!(DescribeBackupOutput);
    println!("{}", serde_json::to_string_pretty(&schema)?);
    Ok(())
}
