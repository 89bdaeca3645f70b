use crate::fixtures::kebab;
use dynamodb_backup_model::{
    CreateBackupInput, CreateBackupOutput, DeleteBackupOutput, DescribeBackupOutput, DescribeBackupResponse,
    DescribeContinuousBackupsOutput, Json, JsonObject, ListBackupsInput, ListBackupsOutput,
    UpdateContinuousBackupsOutput, Valid,
};
use insta::{assert_json_snapshot, with_settings};
use schemars::{JsonSchema, schema_for};
use serde_json::{Value, json};
use std::fs;

#[test]
fn schema_fixtures_match_the_types() {
    fn compare<T: JsonSchema>() {
        let name = T::schema_name();
        let file = format!("tests/fixtures/{}.schema.json", kebab(&name));
        let written = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert!(
            serde_json::from_str::<Value>(&written).unwrap() == schema_for!(T).to_value(),
            "the schema of {name} has changed; if it should, run\n\
             cargo run --features schemars --example json_schema -- {name} > {file}"
        );
    }
    compare::<DescribeBackupOutput>();
    compare::<CreateBackupOutput>();
    compare::<DeleteBackupOutput>();
    compare::<ListBackupsOutput>();
    compare::<DescribeContinuousBackupsOutput>();
    compare::<UpdateContinuousBackupsOutput>();
}

#[test]
fn the_schema_of_a_response_adds_errors_to_the_output() {
    let output = schema_for!(DescribeBackupOutput).to_value();
    let mut response = schema_for!(DescribeBackupResponse).to_value();
    let Some(Value::Object(shared)) = output.get("$defs") else { panic!("no definitions") };
    let Some(Value::Object(of_response)) = response.get_mut("$defs") else { panic!("no definitions") };
    for (name, definition) in shared {
        assert_eq!(of_response.remove(name).as_ref(), Some(definition), "{name}");
    }
    let of_output = of_response.get_mut("DescribeBackupOutput").and_then(Value::as_object_mut).unwrap();
    assert_eq!(of_output.get("properties"), output.get("properties"));
    of_output.remove("properties");
    with_settings!({ sort_maps => true }, { assert_json_snapshot!(response) });
}

#[test]
fn inputs_have_the_limits_of_their_members() {
    let properties = |schema: schemars::Schema| schema.to_value()["properties"].take();
    let list = properties(schema_for!(ListBackupsInput));
    assert_eq!((&list["Limit"]["minimum"], &list["Limit"]["maximum"]), (&json!(1), &json!(100)));
    let create = properties(schema_for!(CreateBackupInput));
    let name = &create["BackupName"];
    assert_eq!((&name["minLength"], &name["maxLength"]), (&json!(3), &json!(255)));
}

#[test]
fn valid_has_the_schema_of_the_value() {
    type Of = DescribeBackupResponse;
    assert_eq!(schema_for!(Valid<Of>), schema_for!(Of));
    assert_eq!(Valid::<Of>::schema_name(), Of::schema_name());
    assert_eq!(Valid::<Of>::schema_id(), Of::schema_id());
    assert_eq!(Valid::<Of>::inline_schema(), Of::inline_schema());
    assert!(Valid::<String>::inline_schema(), "the schema of String is inlined");
}

#[test]
fn the_schema_of_json_is_inlined() {
    let written = |schema: schemars::Schema| schema.to_value();
    let dialect = "https://json-schema.org/draft/2020-12/schema";
    assert_eq!(written(schema_for!(Json)), json!({ "$schema": dialect, "title": "Json" }));
    assert_eq!(
        written(schema_for!(JsonObject)),
        json!({ "$schema": dialect, "title": "JsonObject", "type": "object" })
    );
    let list =
        |title: &str, items: Value| json!({ "$schema": dialect, "title": title, "type": "array", "items": items });
    assert_eq!(written(schema_for!(Vec<Json>)), list("Array_of_Json", json!(true)));
    assert_eq!(written(schema_for!(Vec<JsonObject>)), list("Array_of_JsonObject", json!({ "type": "object" })));
}
