//! Prints the JSON Schema of an operation's output, of `DescribeBackupOutput` unless another is named.
//!
//! ```text
//! cargo run --features schemars --example json_schema
//! cargo run --features schemars --example json_schema -- ListBackupsOutput
//! ```

use dynamodb_backup_model::{
    CreateBackupOutput, DeleteBackupOutput, DescribeBackupOutput, DescribeContinuousBackupsOutput, ListBackupsOutput,
    UpdateContinuousBackupsOutput,
};
use schemars::schema_for;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let name = std::env::args().nth(1);
    let schema = match name.as_deref() {
        None | Some("DescribeBackupOutput") => schema_for!(DescribeBackupOutput),
        Some("CreateBackupOutput") => schema_for!(CreateBackupOutput),
        Some("DeleteBackupOutput") => schema_for!(DeleteBackupOutput),
        Some("ListBackupsOutput") => schema_for!(ListBackupsOutput),
        Some("DescribeContinuousBackupsOutput") => schema_for!(DescribeContinuousBackupsOutput),
        Some("UpdateContinuousBackupsOutput") => schema_for!(UpdateContinuousBackupsOutput),
        Some(other) => return Err(format!("expected the name of an output, found {other}").into()),
    };
    println!("{}", serde_json::to_string_pretty(&schema)?);
    Ok(())
}
