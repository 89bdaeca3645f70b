//! JSON values of unknown members: their API, their depth, and numbers wherever they are read.

use crate::exact::assert_same;
use crate::other_formats::HAS_ARBITRARY_PRECISION;
use dynamodb_backup_model::json::{self, ErrorKind};
use dynamodb_backup_model::{BackupDetails, DescribeBackupOutput, Json, JsonArray, JsonObject, SourceTableDetails};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{BuildHasher as _, BuildHasherDefault};

fn read(text: &str) -> Json {
    text.parse().unwrap()
}

#[test]
fn numbers_strings_and_lists_become_json() {
    for (json, text) in [
        (Json::from(-1_i8), "-1"),
        (Json::from(1_i16), "1"),
        (Json::from(1), "1"),
        (Json::from(i64::MIN), "-9223372036854775808"),
        (Json::from(1_isize), "1"),
        (Json::from(1_u8), "1"),
        (Json::from(1_u16), "1"),
        (Json::from(1_u32), "1"),
        (Json::from(u64::MAX), "18446744073709551615"),
        (Json::from(1_usize), "1"),
        (Json::from(0.5_f32), "0.5"),
        (Json::from(0.1), "0.1"),
        (Json::from(f64::NAN), "null"),
        (Json::from(f32::INFINITY), "null"),
        (Json::from(()), "null"),
        (Json::from(None::<i64>), "null"),
        (Json::from(Some("x")), "\"x\""),
        (Json::from(vec![1, 2]), "[1,2]"),
        (Json::from([Some("a"), None]), "[\"a\",null]"),
        (Json::from(JsonArray::from_iter([true])), "[true]"),
        (Json::from(JsonObject::from_iter([("a", 1)])), "{\"a\":1}"),
        (Json::from(std::borrow::Cow::Borrowed("é")), "\"é\""),
    ] {
        assert_eq!(json.to_string(), text);
        assert_eq!(json, read(text));
    }
}

#[test]
fn each_accessor_returns_only_its_own_kind_of_value() {
    let json = read(r#"[null,true,7,0.5,"x",[1],{"a":1}]"#);
    let list = json.as_array().unwrap();
    let counts: Vec<_> = list
        .iter()
        .map(|json| {
            [
                json.is_null(),
                json.as_bool().is_some(),
                json.as_i64().is_some(),
                json.as_f64().is_some(),
                json.as_str().is_some(),
                json.as_array().is_some(),
                json.as_object().is_some(),
            ]
            .map(u8::from)
        })
        .collect();
    assert_eq!(
        counts,
        [
            [1, 0, 0, 0, 0, 0, 0],
            [0, 1, 0, 0, 0, 0, 0],
            [0, 0, 1, 1, 0, 0, 0],
            [0, 0, 0, 1, 0, 0, 0],
            [0, 0, 0, 0, 1, 0, 0],
            [0, 0, 0, 0, 0, 1, 0],
            [0, 0, 0, 0, 0, 0, 1],
        ]
    );
    assert_eq!((json[1].as_bool(), json[2].as_i64(), json[3].as_f64()), (Some(true), Some(7), Some(0.5)));
    assert_eq!((json[4].as_str(), &json[6]["a"], &json[5][0]), (Some("x"), &Json::from(1), &Json::from(1)));
}

#[test]
fn indexing_an_absent_member_gives_null() {
    let json = read(r#"{"a":[1]}"#);
    for absent in [&json["b"], &json[0], &json["a"][1], &json["a"]["a"], &json["b"]["c"][7]] {
        assert_eq!(absent, &Json::Null);
    }
}

#[test]
fn json_displays_compact_or_indented() {
    let json = read(" { \"b\" : [ 1 , \"\\u00e9\\n\" ] , \"a\" : { } } ");
    assert_eq!(json.to_string(), r#"{"a":{},"b":[1,"é\n"]}"#);
    assert_eq!(format!("{json:#}"), "{\n  \"a\": {},\n  \"b\": [\n    1,\n    \"é\\n\"\n  ]\n}");
    let error = "{\"a\":[1,]}".parse::<Json>().unwrap_err();
    assert_eq!((error.kind(), error.column()), (ErrorKind::Syntax, 9));
}

#[test]
fn objects_are_maps_sorted_by_name() {
    let mut object = JsonObject::from_iter([("b", 1), ("a", 2), ("b", 3)]);
    assert_eq!(
        object.iter().map(|(name, value)| (name, value.as_i64())).collect::<Vec<_>>(),
        [("a", Some(2)), ("b", Some(3))]
    );
    *object.get_mut("a").unwrap() = Json::from("x");
    assert!(object.get_mut("c").is_none() && object.contains_key("a") && !object.contains_key("c"));
    object.extend(HashMap::from([("c", 1), ("a", 0)]));
    assert_eq!((object.len(), object["a"].as_i64(), object["c"].as_i64()), (3, Some(0), Some(1)));
    let mut names = Vec::new();
    for (name, _) in &object {
        names.push(name);
    }
    assert_eq!(names, ["a", "b", "c"]);
    assert!(object.iter().rev().map(|(name, _)| name).eq(["c", "b", "a"]));
    assert!(object.clone().into_iter().rev().map(|(name, _)| name).eq(["c", "b", "a"]));
    assert_eq!(object.iter().rev().len(), 3);
    let members: Vec<(String, Json)> = object.into_iter().collect();
    assert_eq!(members[1], ("b".to_owned(), Json::from(3)));
}

#[test]
fn objects_with_other_members_are_unequal_and_have_another_hash() {
    let hash = |members: &JsonObject| BuildHasherDefault::<DefaultHasher>::default().hash_one(members);
    let object = |members: &[(&str, i32)]| members.iter().copied().collect::<JsonObject>();
    let a = object(&[("a", 1), ("b", 2)]);
    for other in [object(&[]), object(&[("a", 1)]), object(&[("a", 1), ("b", 3)]), object(&[("a", 1), ("c", 2)])] {
        assert_ne!(a, other);
        assert_ne!(hash(&a), hash(&other));
    }
    let same = object(&[("b", 2), ("a", 1)]);
    assert_eq!((&same, hash(&same)), (&a, hash(&a)));
}

#[test]
fn lists_are_slices() {
    let mut list: JsonArray = vec![Json::from(0), Json::Null].into();
    list[0] = Json::from(serde_json::Number::from(1));
    list.reverse();
    assert_eq!((list.len(), list.first()), (2, Some(&Json::Null)));
    assert_eq!((&list).into_iter().count(), 2);
    assert_eq!(format!("{list:?}"), format!("{:?}", Vec::from(list.clone())));
    assert_eq!(list.into_iter().collect::<JsonArray>(), JsonArray::from(vec![Json::Null, Json::from(1)]));
    assert!(JsonArray::new().is_empty());
    let words = if HAS_ARBITRARY_PRECISION { 4 } else { 3 };
    assert_eq!(size_of::<Json>(), words * size_of::<usize>());
}

fn nested(levels: usize, wrap: impl Fn(Json) -> Json) -> Json {
    (0..levels).fold(Json::from(1), |inner, _| wrap(inner))
}

#[test]
fn dropping_a_deep_value_does_not_overflow_the_stack() {
    const LEVELS: usize = 200_000;
    let list = |inner| Json::from(vec![Json::Null, inner, Json::from("x")]);
    let object = |inner| Json::from(JsonObject::from_iter([("a", Json::Null), ("b", inner)]));
    let drops = move || {
        drop(nested(LEVELS, list));
        drop(nested(LEVELS, object));
        drop(nested(LEVELS, |inner| list(object(inner))));
        let mut details = BackupDetails::default();
        details.unmodeled.insert("New", nested(LEVELS, object));
        drop(details);
    };
    std::thread::Builder::new().stack_size(128 << 10).spawn(drops).unwrap().join().unwrap();
}

/// Replaces the value of the member `New`, wherever it is.
fn put(document: &mut Value, new: &Value) {
    match document {
        Value::Object(members) if members.contains_key("New") => members["New"] = new.clone(),
        Value::Object(members) => members.values_mut().for_each(|value| put(value, new)),
        Value::Array(values) => values.iter_mut().for_each(|value| put(value, new)),
        _ => {}
    }
}

/// Reads through a format that itself has no such limit.
fn through_message_pack(document: &Value) -> Result<DescribeBackupOutput, String> {
    rmp_serde::from_slice(&rmp_serde::to_vec(document).unwrap()).map_err(|error| error.to_string())
}

#[test]
fn every_format_refuses_more_than_127_levels() {
    let lists = |levels: usize| (1..levels).fold(Value::Array(Vec::new()), |inner, _| Value::Array(vec![inner]));
    for (text, levels) in [
        (r#"{"New":0}"#, 1),
        (r#"{"BackupDescription":{"New":0}}"#, 2),
        (r#"{"BackupDescription":{"SourceTableDetails":{"KeySchema":[{"New":0}]}}}"#, 5),
    ] {
        let mut document: Value = serde_json::from_str(text).unwrap();
        put(&mut document, &lists(127 - levels));
        let most = document.to_string();
        assert!(json::from_str::<DescribeBackupOutput>(&most).is_ok());
        assert_eq!(json::to_wire_string(&through_message_pack(&document).unwrap()), most);
        put(&mut document, &lists(128 - levels));
        assert!(json::from_str::<DescribeBackupOutput>(&document.to_string()).is_err());
        let error = through_message_pack(&document).unwrap_err();
        assert!(error.contains("expected at most 127 levels of lists and objects"), "{error}");
    }
    let deep = |levels: usize| (0..levels).fold(Value::Null, |inner, _| Value::Array(vec![inner]));
    assert!(serde_json::from_value::<Json>(deep(127)).is_ok());
    assert!(serde_json::from_value::<Json>(deep(128)).is_err());
    let deep = |levels: usize| (0..levels).fold(Value::Null, |inner, _| serde_json::json!({ "a": inner }));
    assert!(serde_json::from_value::<Json>(deep(127)).is_ok());
    assert!(serde_json::from_value::<Json>(deep(128)).is_err());
}

#[derive(Debug, Serialize, Deserialize)]
struct Flattened {
    #[serde(flatten)]
    table: SourceTableDetails,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged {
    Table(SourceTableDetails),
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind")]
enum Tagged {
    Table(SourceTableDetails),
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum UntaggedJson {
    Json(Json),
}

/// The document through each of serde's wrappers that buffer a value.
fn wrapped(text: &str) -> [String; 4] {
    let tagged = text.replacen('{', r#"{"kind":"Table","#, 1);
    let tagged = serde_json::to_string(&serde_json::from_str::<Tagged>(&tagged).unwrap()).unwrap();
    [
        serde_json::to_string(&serde_json::from_str::<Flattened>(text).unwrap()).unwrap(),
        serde_json::to_string(&serde_json::from_str::<Untagged>(text).unwrap()).unwrap(),
        tagged.replacen(r#""kind":"Table","#, "", 1),
        serde_json::to_string(&serde_json::from_str::<UntaggedJson>(text).unwrap()).unwrap(),
    ]
}

#[test]
fn numbers_of_unknown_members_are_kept_inside_other_types() {
    let more: &[&str] = if HAS_ARBITRARY_PRECISION {
        &["123456789012345678901234567890", "-9223372036854775809", "1e400", "0.10000000000000000000001"]
    } else {
        &[]
    };
    for number in
        ["0.5", "1", "-1", "0", "1e21", "18446744073709551615", "-9223372036854775808", "-0.0"].iter().chain(more)
    {
        let text = format!(r#"{{"New":{number},"Nested":[{number},{{"a":{number}}}]}}"#);
        for written in wrapped(&text) {
            assert_same(&written, &text);
        }
        let value: Json = serde_json::from_value(serde_json::to_value(read(&text)).unwrap()).unwrap();
        assert_same(&value.to_string(), &text);
        assert_same(&Json::deserialize(&serde_json::to_value(read(&text)).unwrap()).unwrap().to_string(), &text);
    }
}

/// What `serde_json` calls a number by under `arbitrary_precision` is a name like any other without it.
#[test]
fn the_marker_for_numbers_is_a_name_without_arbitrary_precision() {
    if !HAS_ARBITRARY_PRECISION {
        for value in [r#""7""#, r#""\u0037""#, "7"] {
            let text = format!(r#"{{"$serde_json::private::Number":{value}}}"#);
            for written in wrapped(&text) {
                assert_same(&written, &text);
            }
        }
    }
}

#[test]
fn integers_of_the_model_are_kept_inside_other_types() {
    for number in ["0", "7", "-7", "9223372036854775807", "-9223372036854775808"] {
        let text = format!(r#"{{"ItemCount":{number},"ProvisionedThroughput":{{"ReadCapacityUnits":{number}}}}}"#);
        for written in &wrapped(&text)[..3] {
            assert_same(written, &text);
        }
    }
    for number in ["7.0", "-0", "7e1", "9223372036854775808", r#"{"$serde_json::private::Number":"7"}"#] {
        let text = format!(r#"{{"ItemCount":{number}}}"#);
        assert!(serde_json::from_str::<SourceTableDetails>(&text).is_err(), "{text}");
        assert!(serde_json::from_str::<Flattened>(&text).is_err(), "{text}");
        assert!(serde_json::from_str::<Untagged>(&text).is_err(), "{text}");
    }
}

#[test]
fn a_number_is_never_read_as_a_structure() {
    for number in ["7", "0.5", "1576616366.7151234567"] {
        for text in [
            format!(r#"{{"ProvisionedThroughput":{number}}}"#),
            format!(r#"{{"KeySchema":[{number}]}}"#),
            format!(r#"{{"KeySchema":{number}}}"#),
        ] {
            let error = json::from_str::<SourceTableDetails>(&text).unwrap_err();
            assert!(error.message().ends_with(&format!("found the number {number}")), "{error}");
            assert!(text[error.offset()..].starts_with(number), "{error}");
            assert!(serde_json::from_str::<Flattened>(&text).is_err(), "{text}");
            assert!(serde_json::from_str::<Untagged>(&text).is_err(), "{text}");
        }
    }
    let text = r#"{"ProvisionedThroughput":{"$serde_json::private::Number":"7"}}"#;
    for written in
        [wrapped(text).to_vec(), vec![json::to_wire_string(&json::from_str::<SourceTableDetails>(text).unwrap())]]
            .concat()
    {
        assert_same(&written, text);
    }
}

#[test]
fn objects_that_look_like_a_number_of_serde_json_stay_objects_inside_other_types() {
    // With `arbitrary_precision` a buffer doesn't tell a string with an escape from the digits of a number.
    let escaped: &[&str] = if HAS_ARBITRARY_PRECISION { &[] } else { &[r#""\u0031""#] };
    for value in [r#""1""#, r#""x""#, "1", "null", "[]", r#"{"a":"1"}"#].iter().chain(escaped) {
        let text = format!(r#"{{"New":{{"$serde_json::private::Number":{value}}}}}"#);
        for written in wrapped(&text) {
            assert_same(&written, &text);
        }
    }
}

/// Collects what a serializer other than `serde_json`'s would write.
#[test]
fn other_formats_contain_no_marker_of_serde_json() {
    let more: &[&str] =
        if HAS_ARBITRARY_PRECISION { &["123456789012345678901234567890", "0.10000000000000000000001"] } else { &[] };
    for number in ["0.5", "-0", "1e21", "1.50", "18446744073709551616"].iter().chain(more) {
        let json = read(&format!("[{number}]"));
        let yaml = serde_norway::to_string(&json).unwrap();
        assert!(!yaml.contains("private"), "{yaml}");
        let again: Json = serde_norway::from_str(&yaml).unwrap();
        assert_eq!(again[0].as_f64(), Some(number.parse().unwrap()), "{yaml}");
        let packed = rmp_serde::to_vec(&json).unwrap();
        let again: Json = rmp_serde::from_slice(&packed).unwrap();
        assert_eq!(again[0].as_f64(), Some(number.parse().unwrap()));
    }
    if HAS_ARBITRARY_PRECISION {
        let error = serde_norway::to_string(&read("1e400")).unwrap_err();
        assert_eq!(error.to_string(), "expected a number within the range of doubles, found 1e+400");
    }
}

#[test]
fn exponents_beyond_64_bits_are_written_unchanged_on_the_wire() {
    if !HAS_ARBITRARY_PRECISION {
        return;
    }
    for number in ["12e9223372036854775807", "1E99999999999999999999", "-12.5e-9223372036854775809"] {
        let details: BackupDetails = json::from_str(&format!(r#"{{"New":{number}}}"#)).unwrap();
        let wire = json::to_wire_string(&details);
        let again: BackupDetails = json::from_str(&wire).unwrap();
        assert_eq!(again, json::from_str(&serde_json::to_string(&details).unwrap()).unwrap(), "{wire}");
        assert!(wire.contains(number.split_once(['e', 'E']).unwrap().1), "{wire}");
    }
}

#[test]
fn a_message_names_what_serde_refused_even_where_the_document_differs() {
    let error = |text: &str| json::from_str::<Flattened>(text).unwrap_err().message().to_owned();
    assert_eq!(error(r#"{"ItemCount":"abc"}"#), r#"expected a 64-bit integer, found the string "abc""#);
    assert_eq!(error(r#"{"TableName":true}"#), "expected a string (TableName), found true");
    assert_eq!(error(r#"{"TableName":[]}"#), "expected a string (TableName), found a list");
    assert_eq!(error(r#"{"KeySchema":{}}"#), "expected a list, found an object");
    assert_eq!(error(r#"{"ProvisionedThroughput":[1]}"#), "expected an object (ProvisionedThroughput), found a list");
    if !HAS_ARBITRARY_PRECISION {
        assert_eq!(error(r#"{"TableName":7}"#), "expected a string (TableName), found the number 7");
        assert_eq!(error(r#"{"ItemCount":0.5}"#), "expected a 64-bit integer, found the number 0.5");
    }
}
