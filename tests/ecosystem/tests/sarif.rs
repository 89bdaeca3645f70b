//! An independent validator finds that the log of the program `validate` is SARIF.

use jsonschema::Validator;
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Stdio};

fn validator() -> Validator {
    let mut schema: Value = serde_json::from_str(include_str!("../sarif-2.1.0/sarif-schema-2.1.0.json")).unwrap();
    // The pattern has a bracket that the validator's regular expressions refuse, and the log names no language.
    for kind in ["run", "toolComponent"] {
        let language = schema["definitions"][kind]["properties"]["language"].as_object_mut().unwrap();
        language.remove("pattern").unwrap();
    }
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

fn errors(log: &Value) -> Vec<String> {
    validator().iter_errors(log).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// The log about these paths, which are relative to the project's folder.
#[track_caller]
fn log(paths: &[&str], status: i32) -> Value {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--example", "validate", "--", "--format", "sarif"])
        .args(paths)
        .current_dir(root)
        .env_remove("CARGO_TARGET_DIR")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(status), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_log_with_violations_of_every_kind_is_sarif() {
    let absolute = std::fs::canonicalize("../fixtures/several-violations.json").unwrap();
    let paths = ["tests/fixtures", "no/such file: 100%, ü.json", "README.md", "-", absolute.to_str().unwrap()];
    let log = log(&paths, 2);
    assert_eq!(errors(&log), [""; 0]);

    let results = log["runs"][0]["results"].as_array().unwrap();
    let has = |rule: &str| results.iter().any(|result| result["ruleId"] == rule);
    assert!(results.len() > 100 && has("text-pattern") && has("backup-type-missing") && has("unreadable"));
    let uris: Vec<&Value> =
        results.iter().map(|result| &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]).collect();
    assert!(uris.contains(&&json!("tests/fixtures/several-violations.json")), "{uris:?}");
    assert!(uris.contains(&&json!("no/such%20file%3A%20100%25%2C%20%C3%BC.json")), "{uris:?}");
    assert!(uris.contains(&&json!("%3Cstdin%3E")), "{uris:?}");
    assert!(uris.iter().any(|uri| uri.as_str().unwrap().starts_with("file:///")), "{uris:?}");
}

#[test]
fn a_log_without_results_is_sarif() {
    let log = log(&["tests/fixtures/valid/full.json"], 0);
    assert_eq!(errors(&log), [""; 0]);
    assert_eq!(log["runs"][0]["results"], json!([]));
}

#[test]
fn the_schema_refuses_what_is_not_sarif() {
    let mut log = log(&["tests/fixtures/several-violations.json"], 1);
    assert_eq!(errors(&log), [""; 0]);
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = json!(0);
    log["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = json!("a b.json");
    log["runs"][0]["results"][2]["level"] = json!("fatal");
    assert_eq!(errors(&log).len(), 3);
}
