use dynamodb_backup_model::DescribeBackupOutput;
use serde_json::Value;

#[test]
fn the_schema_in_the_fixtures_is_the_one_that_the_types_give() {
    let written: Value = serde_json::from_str(include_str!("../fixtures/describe-backup-output.schema.json")).unwrap();
    assert!(
        written == schemars::schema_for!(DescribeBackupOutput).to_value(),
        "the schema has changed; if it should, run\n\
         cargo run --features schemars --example json_schema > tests/fixtures/describe-backup-output.schema.json"
    );
}
