//! Prints documents of all operations for another reader, one a line: the operation, the body of a response, and the
//! members of the model as this crate reads them.

use dynamodb_backup_model::generate::{
    Generated, valid_continuous_backups, valid_create_output, valid_delete_output, valid_output, valid_page,
    valid_update_continuous_backups_output,
};
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
use std::fmt::Debug;
use std::io::{self, BufWriter, Write as _};

/// How many documents of each operation are printed: as many valid ones as changed ones.
const COUNT: usize = 1_000;

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

/// Lines of valid outputs, and of fixtures that were changed.
fn lines<T: WireValue + JsonSchema + DeserializeOwned + Debug>(
    operation: &'static str,
    valid: Generated<T>,
    with_epoch_timestamps: fn(T) -> T,
) -> impl Iterator<Item = Line> {
    let mut runner = TestRunner::deterministic();
    let valid = (0..COUNT).map(move |_| valid.new_tree(&mut runner).unwrap().current());
    let changed = changed_documents(documents(operation), COUNT)
        .map(|document| json::from_str::<T>(&document.to_string()).unwrap());
    valid.chain(changed).map(move |output| line(operation, &with_epoch_timestamps(output)))
}

fn main() -> io::Result<()> {
    let lines = lines("DescribeBackup", valid_output(), DescribeBackupOutput::with_epoch_timestamps)
        .chain(lines("CreateBackup", valid_create_output(), CreateBackupOutput::with_epoch_timestamps))
        .chain(lines("DeleteBackup", valid_delete_output(), DeleteBackupOutput::with_epoch_timestamps))
        .chain(lines("ListBackups", valid_page(), ListBackupsOutput::with_epoch_timestamps))
        .chain(lines(
            "DescribeContinuousBackups",
            valid_continuous_backups(),
            DescribeContinuousBackupsOutput::with_epoch_timestamps,
        ))
        .chain(lines(
            "UpdateContinuousBackups",
            valid_update_continuous_backups_output(),
            UpdateContinuousBackupsOutput::with_epoch_timestamps,
        ));
    let mut out = BufWriter::new(io::stdout().lock());
    for (operation, body, members) in lines {
        writeln!(out, "{}", json!({ "operation": operation, "body": body, "members": members }))?;
    }
    out.flush()
}
