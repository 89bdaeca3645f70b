//! Prints documents of all operations for another reader, one a line: the operation, the body of a response, and the
//! members of the model as this crate reads them.

use dynamodb_backup_model::generate::valid_output;
use dynamodb_backup_model::json::WireValue;
use dynamodb_backup_model::{
    CreateBackupOutput, DeleteBackupOutput, DescribeBackupOutput, DescribeContinuousBackupsOutput, Json,
    ListBackupsOutput, UpdateContinuousBackupsOutput, json,
};
use ecosystem::{changed_documents, documents, forget_unknown_members};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::io::{self, BufWriter, Write as _};

/// How many documents of each operation are printed.
const COUNT: usize = 2_000;

type Line = (&'static str, String, Value);

/// Makes a line of an output whose timestamps are epoch seconds.
fn line<T: WireValue + JsonSchema>(operation: &'static str, output: &T) -> Line {
    let body = json::to_wire_string(output);
    // By way of `Json`, since `serde_json` itself takes an object with a certain member for something else.
    let mut members: Value = json::from_str::<Json>(&body).unwrap().into();
    let schema = schemars::schema_for!(T).to_value();
    forget_unknown_members(&mut members, &schema, &schema);
    (operation, body, members)
}

fn changed<T: WireValue + JsonSchema + DeserializeOwned>(
    operation: &'static str,
    with_epoch_timestamps: fn(T) -> T,
) -> impl Iterator<Item = Line> {
    changed_documents(documents(operation), COUNT)
        .map(move |document| line(operation, &with_epoch_timestamps(json::from_str(&document.to_string()).unwrap())))
}

fn main() -> io::Result<()> {
    let mut runner = TestRunner::deterministic();
    let valid = (0..COUNT).map(|_| {
        let output = valid_output().new_tree(&mut runner).unwrap().current();
        line("DescribeBackup", &output.with_epoch_timestamps())
    });
    let lines = valid
        .chain(changed("DescribeBackup", DescribeBackupOutput::with_epoch_timestamps))
        .chain(changed("CreateBackup", CreateBackupOutput::with_epoch_timestamps))
        .chain(changed("DeleteBackup", DeleteBackupOutput::with_epoch_timestamps))
        .chain(changed("ListBackups", ListBackupsOutput::with_epoch_timestamps))
        .chain(changed("DescribeContinuousBackups", DescribeContinuousBackupsOutput::with_epoch_timestamps))
        .chain(changed("UpdateContinuousBackups", UpdateContinuousBackupsOutput::with_epoch_timestamps));
    let mut out = BufWriter::new(io::stdout().lock());
    for (operation, body, members) in lines {
        writeln!(out, "{}", json!({ "operation": operation, "body": body, "members": members }))?;
    }
    out.flush()
}
