//! Reads documents as `serde_json::Value`, and validates each by a JSON Schema if there is one:
//! `peer value DOCUMENTS`, `peer jsonschema DOCUMENTS SCHEMA`

use serde_json::{Deserializer, Value};
use std::{env, fs};

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let documents = fs::read(&arguments[2]).unwrap();
    let validator = arguments.get(3).map(|schema| {
        let schema: Value = serde_json::from_slice(&fs::read(schema).unwrap()).unwrap();
        jsonschema::validator_for(&schema).unwrap()
    });
    let mut valid = 0;
    for document in Deserializer::from_slice(&documents).into_iter::<Value>() {
        let document = document.unwrap();
        let mut is_valid = true;
        for error in validator.iter().flat_map(|validator| validator.iter_errors(&document)) {
            println!("{}: {error}", error.instance_path());
            is_valid = false;
        }
        valid += usize::from(is_valid);
    }
    println!("{valid} valid");
}
