//! The fidelity contract: JSON text against JSON text, never typed value against typed value.

use crate::exact::{Exact, assert_same};
use crate::fixtures::{Fixture, fixture, valid};
use dynamodb_backup_model::{AttributeName, DescribeBackupOutput, DescribeBackupResponse, KeySchemaElement, json};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fmt::Write as _;

/// Sends every fixture on a journey and compares the JSON text at its end with the fixture's.
#[track_caller]
fn every_fixture_round_trips(journey: impl Fn(&DescribeBackupResponse) -> String) {
    let fixtures = valid();
    assert!(fixtures.len() > 30, "where are the fixtures?");
    for fixture in fixtures {
        let expected = Exact::new(&fixture.text);
        let found = journey(&fixture.response());
        assert_eq!(Exact::new(&found), expected, "{}: {found}", fixture.name);
    }
}

fn to_json(value: &DescribeBackupResponse) -> String {
    serde_json::to_string(value).unwrap()
}

#[test]
fn fixtures_round_trip_through_plain_serde() {
    every_fixture_round_trips(to_json);
}

#[test]
fn fixtures_round_trip_through_the_wire_format() {
    every_fixture_round_trips(json::to_wire_string);
}

#[test]
fn fixtures_round_trip_twice() {
    every_fixture_round_trips(|value| {
        let again = json::from_str(&json::to_wire_string(value)).unwrap();
        to_json(&json::from_str(&to_json(&again)).unwrap())
    });
}

/// Only `serde_json` can be given the digits of a number that no float holds: other formats get a string.
fn with_strings_for_nanoseconds(text: &str) -> String {
    text.replace("1.576616366123456789E9", "\"2019-12-17T20:59:26.123456789Z\"")
        .replace("1.516149542000000001E9", "\"2018-01-17T00:39:02.000000001Z\"")
}

#[track_caller]
fn every_fixture_round_trips_through_another_format(journey: impl Fn(&DescribeBackupResponse) -> String) {
    for fixture in valid() {
        let expected = Exact::new(&with_strings_for_nanoseconds(&fixture.text));
        let found = journey(&fixture.response());
        assert_eq!(Exact::new(&found), expected, "{}: {found}", fixture.name);
    }
}

#[test]
fn fixtures_round_trip_through_message_pack() {
    every_fixture_round_trips_through_another_format(|value| {
        to_json(&rmp_serde::from_slice(&rmp_serde::to_vec(value).unwrap()).unwrap())
    });
    every_fixture_round_trips_through_another_format(|value| {
        to_json(&rmp_serde::from_slice(&rmp_serde::to_vec_named(value).unwrap()).unwrap())
    });
}

#[test]
fn fixtures_round_trip_through_yaml() {
    every_fixture_round_trips_through_another_format(|value| {
        to_json(&serde_norway::from_str(&serde_norway::to_string(value).unwrap()).unwrap())
    });
}

#[test]
fn other_formats_contain_plain_maps() {
    for fixture in valid() {
        let expected = Exact::new(&with_strings_for_nanoseconds(&fixture.text));
        let response = fixture.response();
        let packed: Value = rmp_serde::from_slice(&rmp_serde::to_vec(&response).unwrap()).unwrap();
        assert_eq!(Exact::new(&packed.to_string()), expected, "{}", fixture.name);
        let yaml: Value = serde_norway::from_str(&serde_norway::to_string(&response).unwrap()).unwrap();
        assert_eq!(Exact::new(&yaml.to_string()), expected, "{}", fixture.name);
    }
}

#[test]
fn fixtures_round_trip_through_serde_json_value() {
    for fixture in valid().into_iter().filter(|fixture| fixture.name != "nanosecond-timestamps") {
        let expected = Exact::new(&fixture.text);
        let value: Value = serde_json::from_str(&fixture.text).unwrap();
        let by_reference = <DescribeBackupResponse as serde::Deserialize>::deserialize(&value).unwrap();
        assert_eq!(Exact::new(&to_json(&by_reference)), expected, "{}", fixture.name);
        let by_value: DescribeBackupResponse = serde_json::from_value(value).unwrap();
        assert_eq!(Exact::new(&to_json(&by_value)), expected, "{}", fixture.name);
        assert_eq!(Exact::new(&serde_json::to_value(&by_value).unwrap().to_string()), expected, "{}", fixture.name);
    }
}

#[test]
fn fixtures_are_read_from_a_reader() {
    for fixture in valid() {
        let read: DescribeBackupResponse = serde_json::from_reader(fixture.text.as_bytes()).unwrap();
        assert_eq!(json::to_wire_string(&read), json::to_wire_string(&fixture.response()), "{}", fixture.name);
    }
}

#[test]
fn wire_bodies_round_trip_byte_for_byte() {
    let bodies: Vec<_> = valid().into_iter().filter(Fixture::is_wire_body).collect();
    assert!(bodies.len() > 20, "where are the wire bodies?");
    for body in bodies {
        assert_eq!(json::to_wire_string(&body.response()), body.text, "{}", body.name);
        if let DescribeBackupResponse::Output(output) = body.response() {
            assert_eq!(json::to_wire_string(&output), body.text, "{}", body.name);
        }
    }
}

#[test]
fn a_cli_document_with_epoch_timestamps_has_the_wire_format() {
    let DescribeBackupResponse::Output(output) = fixture("cli-v2-iso-offset").response() else { panic!("no output") };
    let wire = json::to_wire_string(&output.with_epoch_timestamps());
    assert!(wire.contains(r#""BackupCreationDateTime":1.618662389955E9"#), "{wire}");
    assert!(wire.contains(r#""TableCreationDateTime":1.6E9"#), "{wire}");
}

/// Reads a text and asserts that both ways of writing give the same JSON value back.
#[track_caller]
fn kept_as<T: DeserializeOwned + serde::Serialize + json::WireValue>(text: &str) {
    let value: T = json::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_same(&serde_json::to_string(&value).unwrap(), text);
    assert_same(&json::to_wire_string(&value), text);
}

#[track_caller]
fn kept(text: &str) {
    kept_as::<DescribeBackupOutput>(text);
    kept_as::<DescribeBackupResponse>(text);
}

/// A document with that text as the value of an unknown member.
fn with_unknown(value: &str) -> String {
    format!(r#"{{"BackupDescription":{{"BackupDetails":{{"AddedLater":{value}}}}}}}"#)
}

/// A document with that text as a timestamp.
fn with_timestamp(value: &str) -> String {
    format!(r#"{{"BackupDescription":{{"BackupDetails":{{"BackupCreationDateTime":{value}}}}}}}"#)
}

/// The document that contains the text, as plain serde and the wire format write it.
#[track_caller]
fn written(document: fn(&str) -> String, value: &str) -> (String, String) {
    let (before, after) = {
        let whole = document("\0");
        let (before, after) = whole.split_once('\0').unwrap();
        (before.to_owned(), after.to_owned())
    };
    let output: DescribeBackupOutput = json::from_str(&document(value)).unwrap_or_else(|error| panic!("{error}"));
    let inner = |text: String| text.strip_prefix(&before).unwrap().strip_suffix(&after).unwrap().to_owned();
    (inner(serde_json::to_string(&output).unwrap()), inner(json::to_wire_string(&output)))
}

#[test]
fn unknown_members_of_any_type_are_kept() {
    for value in [
        "null",
        "true",
        "false",
        "\"\"",
        "\"text\"",
        "[]",
        "{}",
        "[[],[[]],{}]",
        r#"{"":{"":{"":null}}}"#,
        r#"[null,{"a":[1,2.5,"3",{"b":false}]}]"#,
        r#"{"BackupName":1,"BackupDescription":{"BackupDescription":[]}}"#,
    ] {
        kept(&with_unknown(value));
    }
}

#[test]
fn unknown_members_are_kept_at_every_level() {
    // The fixture has two in each of its 25 objects.
    let text = fixture("unknown-members").text;
    kept(&text);
    assert_eq!(text.matches("\"AddedLater\":").count(), 25);
    kept(&with_unknown(&format!("{}1{}", "[".repeat(100), "]".repeat(100))));
    kept(&with_unknown(&format!("{}1{}", r#"{"a":"#.repeat(100), "}".repeat(100))));
}

/// Adds to every object names that sort before, between and after all known ones.
fn add_unknown(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(add_unknown),
        Value::Object(members) => {
            members.values_mut().for_each(add_unknown);
            for name in ["", "!", "AAA", "BackupM", "Key", "KeyType2", "Pro", "Ta", "Z", "_", "zz", "é", "𝄞"] {
                members.insert(name.to_owned(), Value::Null);
            }
            members.sort_keys();
        }
        _ => {}
    }
}

#[test]
fn unknown_members_are_sorted_among_known_ones_on_the_wire() {
    // Whole seconds, which `serde_json` writes the same with any of its features.
    let body = fixture("full").text.replace("1.576616366715E9", "1000000000").replace("1.516149542009E9", "900000000");
    let mut document: Value = serde_json::from_str(&body).unwrap();
    add_unknown(&mut document);
    let mut expected = String::new();
    push_sorted(&document, &mut expected);
    let output: DescribeBackupOutput = json::from_str(&expected).unwrap();
    let expected = expected.replace(":1000000000,", ":1.0E9,").replace(":900000000,", ":9.0E8,");
    assert_eq!(json::to_wire_string(&output), expected);
}

fn push_sorted(value: &Value, out: &mut String) {
    match value {
        Value::Array(values) => {
            out.push('[');
            for (index, value) in values.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                push_sorted(value, out);
            }
            out.push(']');
        }
        Value::Object(members) => {
            let mut names: Vec<&String> = members.keys().collect();
            names.sort();
            out.push('{');
            for (index, name) in names.into_iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                out.push_str(&serde_json::to_string(name).unwrap());
                out.push(':');
                push_sorted(&members[name], out);
            }
            out.push('}');
        }
        other => out.push_str(&other.to_string()),
    }
}

#[test]
fn unknown_enum_values_are_kept() {
    kept(&fixture("unknown-enum-values").text);
    for text in ["", "available", "AVAILABLE ", "ACTIVE", "Unknown", "é\\u0000\\ud834\\udd1e", "\\\"\\\\\\/"] {
        kept(&format!(r#"{{"BackupDescription":{{"BackupDetails":{{"BackupStatus":"{text}"}}}}}}"#));
    }
}

#[test]
fn strings_that_violate_their_limits_are_kept() {
    let long = "x".repeat(70_000);
    for text in ["", "\\n", " a ", "arn:", &long] {
        kept(&format!(
            r#"{{"BackupDescription":{{"BackupDetails":{{"BackupArn":"{text}","BackupName":"{text}"}},"SourceTableDetails":{{"TableId":"{text}","KeySchema":[{{"AttributeName":"{text}"}}]}}}}}}"#
        ));
    }
}

#[test]
fn numbers_that_violate_a_rule_are_kept() {
    for number in ["0", "-1", "9223372036854775807", "-9223372036854775808"] {
        kept(&format!(
            r#"{{"BackupDescription":{{"BackupDetails":{{"BackupSizeBytes":{number}}},"SourceTableDetails":{{"ItemCount":{number}}}}}}}"#
        ));
    }
}

#[test]
fn every_form_of_timestamp_is_kept() {
    for number in
        ["0", "-0", "1576616366", "-1", "1576616366.0", "1576616366.715", "1.576616366715E9", "1576616366715e-3"]
    {
        kept(&with_timestamp(number));
    }
    let offsets = ["Z", "z", "+00:00", "-00:00", "+0400", "-0930", "+04", "-11", "+05:45", "+00:19:32", "-001932"];
    let fractions = ["", ".0", ".7", ".70", ".715", ".715000", ".7150001", ".00000000", ".123456789", ".000000000"];
    for separator in ["T", "t", " "] {
        for fraction in fractions {
            for offset in offsets {
                let text = format!("2019-12-17{separator}20:59:26{fraction}{offset}");
                kept(&with_timestamp(&format!("\"{text}\"")));
                // A text comes back to the letter.
                let (plain, wire) = written(with_timestamp, &format!("\"{text}\""));
                assert_eq!([plain, wire], [format!("\"{text}\""), format!("\"{text}\"")]);
            }
        }
    }
    kept(&with_timestamp(r#""2019-12-17\u005420:59:26\u005a""#));
}

#[test]
fn integers_stay_integers_and_floats_stay_floats() {
    for (number, plain, wire) in [
        ("1576616366", "1576616366", "1.576616366E9"),
        ("-1", "-1", "-1.0"),
        ("0", "0", "0.0"),
        ("1576616366.0", "1576616366.0", "1.576616366E9"),
        ("1.576616366E9", "1576616366.0", "1.576616366E9"),
        ("1576616366715e-3", "1576616366.715", "1.576616366715E9"),
        ("1700000000.120", "1700000000.12", "1.70000000012E9"),
        ("0.001", "0.001", "0.001"),
        ("1234567.5", "1234567.5", "1234567.5"),
    ] {
        assert_eq!(written(with_timestamp, number), (plain.to_owned(), wire.to_owned()), "{number}");
    }
    for (number, plain, wire) in [
        ("1", "1", "1"),
        ("1.0", "1.0", "1.0"),
        ("-0.0", "-0.0", "-0.0"),
        ("100.0", "100.0", "100.0"),
        ("18446744073709551615", "18446744073709551615", "18446744073709551615"),
        ("-9223372036854775808", "-9223372036854775808", "-9223372036854775808"),
        ("0.1", "0.1", "0.1"),
        ("1576616366.715", "1576616366.715", "1.576616366715E9"),
    ] {
        assert_eq!(written(with_unknown, number), (plain.to_owned(), wire.to_owned()), "{number}");
    }
}

/// Numbers that look random and are the same in every run.
pub(crate) fn pseudo_random(mut state: u64) -> impl Iterator<Item = u64> {
    std::iter::repeat_with(move || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    })
}

#[test]
fn floats_in_unknown_members_are_kept_to_the_last_bit() {
    let floats = pseudo_random(1).map(f64::from_bits).filter(|float| float.is_finite()).take(4_000);
    let ends = [f64::MIN_POSITIVE, f64::from_bits(1), f64::MAX, f64::MIN, f64::EPSILON, 0.1 + 0.2, 1e21, 1e-7, -0.0];
    for float in floats.chain(ends) {
        // Some floats have more than one shortest decimal: the one that `serde_json` writes is kept as it is.
        let own = serde_json::to_string(&float).unwrap();
        for text in [format!("{float:e}"), format!("{float:?}"), own.clone()] {
            let (plain, wire) = written(with_unknown, &text);
            assert_eq!(plain.parse::<f64>().unwrap().to_bits(), float.to_bits(), "{text}");
            assert_eq!(wire.parse::<f64>().unwrap().to_bits(), float.to_bits(), "{text}");
            if text == own {
                assert_eq!(plain, own);
                assert_same(&wire, &own);
            }
        }
    }
}

#[test]
fn numbers_of_unknown_members_equal_those_of_serde_json() {
    for text in [
        "18446744073709551616",
        "-9223372036854775809",
        "123456789012345678901234567890",
        "0.1234567890123456789012345678901234567890",
        "1e2",
        "1E+2",
        "-0",
        "5e-324",
        "1.7976931348623157e308",
        "1e400",
        "1e-400",
    ] {
        let held = serde_json::from_str::<Value>(text);
        let read = json::from_str::<DescribeBackupOutput>(&with_unknown(text));
        match held {
            Ok(held) => {
                let (plain, wire) = written(with_unknown, text);
                assert_same(&plain, &held.to_string());
                assert_same(&wire, &held.to_string());
            }
            Err(_) => assert_eq!(read.unwrap_err().path().as_str(), "/BackupDescription/BackupDetails/AddedLater"),
        }
    }
}

/// With `serde_json`'s feature `arbitrary_precision` every number comes back with all of its digits.
#[test]
fn any_number_is_kept_with_arbitrary_precision() {
    let has_arbitrary_precision = serde_json::from_str::<Value>("1e400").is_ok();
    for text in ["1e400", "123456789012345678901234567890", "0.1234567890123456789012345678901234567890", "-1E-999"] {
        let held = json::from_str::<DescribeBackupOutput>(&with_unknown(text)).ok();
        let exact = held.is_some_and(|held| {
            [serde_json::to_string(&held).unwrap(), json::to_wire_string(&held)]
                .iter()
                .all(|written| Exact::new(written) == Exact::new(&with_unknown(text)))
        });
        assert_eq!(exact, has_arbitrary_precision, "{text}");
    }
}

/// Binary formats hold the nearest float of a number that is not a 64-bit integer, with every feature.
#[test]
fn numbers_round_trip_through_message_pack_as_floats() {
    for text in ["0.1", "1e2", "-1.5E-7", "123456789012345678901234567890", "0.12345678901234567890123456789", "-0.0"] {
        let output: DescribeBackupOutput = json::from_str(&with_unknown(text)).unwrap();
        for packed in [rmp_serde::to_vec(&output).unwrap(), rmp_serde::to_vec_named(&output).unwrap()] {
            let again: DescribeBackupOutput = rmp_serde::from_slice(&packed).unwrap();
            let number =
                serde_json::to_value(&again).unwrap()["BackupDescription"]["BackupDetails"]["AddedLater"].take();
            assert_eq!(number.as_f64().unwrap().to_bits(), text.parse::<f64>().unwrap().to_bits(), "{text}");
        }
    }
}

#[test]
fn objects_that_look_like_a_number_of_serde_json_stay_objects() {
    const NUMBER: &str = "$serde_json::private::Number";
    const RAW: &str = "$serde_json::private::RawValue";
    for name in [NUMBER, RAW] {
        for inner in ["\"1\"", "\"x\"", "\"\"", "\"\\u0031\"", "1", "1.5", "null", "true", "[]", "{}", "[\"1\"]"] {
            for value in [
                format!(r#"{{"{name}":{inner}}}"#),
                format!(r#"[{{"{name}":{inner}}}]"#),
                format!(r#"{{"{name}":{inner},"z":2}}"#),
                format!(r#"{{"a":2,"{name}":{inner}}}"#),
                format!(r#"{{"{name}":{{"{name}":{inner}}}}}"#),
                format!(r#"{{"\u0024{}":{inner}}}"#, &name[1..]),
            ] {
                let text = with_unknown(&value);
                kept(&text);
                let read: DescribeBackupOutput = serde_json::from_reader(text.as_bytes()).unwrap();
                assert_same(&serde_json::to_string(&read).unwrap(), &text);
                let packed: DescribeBackupOutput = rmp_serde::from_slice(&rmp_serde::to_vec(&read).unwrap()).unwrap();
                assert_same(&serde_json::to_string(&packed).unwrap(), &text);
                let yaml: DescribeBackupOutput =
                    serde_norway::from_str(&serde_norway::to_string(&read).unwrap()).unwrap();
                assert_same(&serde_json::to_string(&yaml).unwrap(), &text);
            }
        }
        // As a member of a structure, and as a value that is in memory already.
        kept(&format!(r#"{{"{name}":"1","BackupDescription":{{"{name}":"1"}}}}"#));
        let mut object = serde_json::Map::new();
        object.insert(name.to_owned(), Value::String("1".to_owned()));
        let mut document = serde_json::Map::new();
        document.insert("AddedLater".to_owned(), Value::Object(object));
        let expected = format!(r#"{{"AddedLater":{{"{name}":"1"}}}}"#);
        let by_reference: DescribeBackupOutput =
            serde::Deserialize::deserialize(&Value::Object(document.clone())).unwrap();
        assert_eq!(json::to_wire_string(&by_reference), expected);
        let by_value: DescribeBackupOutput = serde_json::from_value(Value::Object(document)).unwrap();
        assert_eq!(json::to_wire_string(&by_value), expected);
    }
}

#[test]
fn an_object_is_never_a_timestamp() {
    for name in ["$serde_json::private::Number", "$serde_json::private::RawValue", "x"] {
        let error = json::from_str::<DescribeBackupOutput>(&with_timestamp(&format!(r#"{{"{name}":"1"}}"#)));
        let error = error.unwrap_err();
        assert!(error.message().starts_with("expected a timestamp: "), "{error}");
        assert!(error.message().ends_with(", found an object"), "{error}");
    }
}

#[test]
fn an_empty_list_is_not_absent() {
    let lists = ["LocalSecondaryIndexes", "GlobalSecondaryIndexes", "VectorIndexes"];
    for present in 0..8 {
        let members: Vec<String> = (0..3)
            .filter(|index| present & (1 << index) != 0)
            .map(|index| format!(r#""{}":[]"#, lists[index]))
            .collect();
        kept(&format!(r#"{{"BackupDescription":{{"SourceTableFeatureDetails":{{{}}}}}}}"#, members.join(",")));
    }
    for list in ["KeySchema", "Projection"] {
        kept(r#"{"BackupDescription":{"SourceTableDetails":{"KeySchema":[]}}}"#);
        kept(&format!(
            r#"{{"BackupDescription":{{"SourceTableFeatureDetails":{{"VectorIndexes":[{{"{list}":{},"SearchSchema":[]}}]}}}}}}"#,
            if list == "Projection" { r#"{"NonKeyAttributes":[]}"# } else { "[]" }
        ));
    }
}

#[test]
fn empty_objects_are_not_absent() {
    for text in [
        "{}",
        r#"{"BackupDescription":{}}"#,
        r#"{"BackupDescription":{"BackupDetails":{},"SourceTableDetails":{},"SourceTableFeatureDetails":{}}}"#,
        r#"{"BackupDescription":{"SourceTableDetails":{"ProvisionedThroughput":{},"OnDemandThroughput":{},"KeySchema":[{},{}]}}}"#,
        r#"{"BackupDescription":{"SourceTableFeatureDetails":{"StreamDescription":{},"TimeToLiveDescription":{},"SSEDescription":{}}}}"#,
    ] {
        kept(text);
    }
}

#[test]
fn a_null_member_is_absent_and_written_as_null() {
    let text = r#"{"BackupDescription":{"BackupDetails":{"BackupCreationDateTime":null,"BackupName":null,"BackupSizeBytes":null,"BackupStatus":null,"New":null},"SourceTableDetails":null},"Other":null}"#;
    let output: DescribeBackupOutput = json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&output).unwrap(), text);
    assert_eq!(json::to_wire_string(&output), text);
    let details = output.backup_description.as_ref().unwrap().backup_details.as_ref().unwrap();
    assert!(details.backup_name.is_none() && details.backup_creation_date_time.is_none());
    assert_eq!(details.unmodeled.len(), 1);
    let nothing: DescribeBackupOutput = json::from_str(r#"{"BackupDescription":null}"#).unwrap();
    assert_eq!(nothing, DescribeBackupOutput::default());
    kept(r#"{"BackupDescription":null}"#);
}

#[test]
fn a_null_list_is_not_empty() {
    kept(
        r#"{"BackupDescription":{"SourceTableFeatureDetails":{"GlobalSecondaryIndexes":null,"LocalSecondaryIndexes":[]}}}"#,
    );
}

/// The text with nothing but escapes.
fn escaped(text: &str) -> String {
    text.encode_utf16().fold(String::new(), |mut escaped, unit| {
        write!(escaped, "\\u{unit:04X}").unwrap();
        escaped
    })
}

/// How the second one of two equal members is written.
#[derive(Clone, Copy)]
enum Double {
    Same,
    NullFirst,
    NullSecond,
    Escaped,
}

/// The document with its member of that number doubled, and that member's JSON Pointer.
fn doubled(document: &Value, number: usize, double: Double) -> Option<(String, String)> {
    struct Writer {
        left: Option<usize>,
        double: Double,
        out: String,
        found: Option<String>,
    }

    impl Writer {
        fn push(&mut self, value: &Value, pointer: &str) {
            match value {
                Value::Object(members) => {
                    self.out.push('{');
                    for (index, (name, value)) in members.iter().enumerate() {
                        let quoted = Value::from(name.as_str()).to_string();
                        self.out.push_str(if index > 0 { "," } else { "" });
                        let here = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
                        let is_it = self.left == Some(0);
                        self.left = self.left.and_then(|left| left.checked_sub(1));
                        if is_it {
                            let first =
                                if matches!(self.double, Double::NullFirst) { "null" } else { &value.to_string() };
                            write!(self.out, "{quoted}:{first},").unwrap();
                            let second = match self.double {
                                Double::Escaped => escaped(name),
                                _ => quoted[1..quoted.len() - 1].to_owned(),
                            };
                            let value = if matches!(self.double, Double::NullSecond) { &Value::Null } else { value };
                            write!(self.out, "\"{second}\":{value}").unwrap();
                            self.found = Some(here);
                        } else {
                            write!(self.out, "{quoted}:").unwrap();
                            self.push(value, &here);
                        }
                    }
                    self.out.push('}');
                }
                Value::Array(values) => {
                    self.out.push('[');
                    for (index, value) in values.iter().enumerate() {
                        self.out.push_str(if index > 0 { "," } else { "" });
                        self.push(value, &format!("{pointer}/{index}"));
                    }
                    self.out.push(']');
                }
                other => self.out.push_str(&other.to_string()),
            }
        }
    }

    let mut writer = Writer { left: Some(number), double, out: String::new(), found: None };
    writer.push(document, "");
    Some((writer.out, writer.found?))
}

#[test]
fn a_duplicate_member_is_refused_at_every_level_and_depth() {
    for name in ["unknown-members", "error-boto3"] {
        let document: Value = serde_json::from_str(&fixture(name).text).unwrap();
        let mut count = 0;
        for double in [Double::Same, Double::NullFirst, Double::NullSecond, Double::Escaped] {
            for number in 0.. {
                let Some((text, pointer)) = doubled(&document, number, double) else { break };
                let error = json::from_str::<DescribeBackupResponse>(&text).expect_err(&pointer);
                assert_eq!(error.path().as_str(), pointer, "{error}");
                assert!(error.message().starts_with("duplicate member `"), "{error}");
                assert_eq!(text.as_bytes()[error.offset()], b'"', "{error}");
                count += 1;
            }
        }
        assert!(count >= 4 * 12, "{name}: {count}");
    }
}

#[test]
fn equal_names_in_different_objects_are_not_duplicates() {
    kept(
        r#"{"a":{"a":{"a":1},"b":{"a":1}},"b":[{"a":1},{"a":1}],"BackupDescription":{"a":1,"BackupDetails":{"a":1}}}"#,
    );
}

#[test]
fn escaped_and_plain_names_are_duplicates() {
    let all: String = (0..0x250).chain([0x2028, 0xFFFD, 0xFFFF, 0x1D11E]).filter_map(char::from_u32).collect();
    let plain = serde_json::to_string(&all).unwrap();
    for text in [plain, format!("\"{}\"", escaped(&all))] {
        kept(&with_unknown(&text));
        kept(&format!("{{{text}:{{{text}:[{text}]}}}}"));
        kept(&format!(r#"{{"BackupDescription":{{"BackupDetails":{{"BackupName":{text}}}}}}}"#));
        kept(&format!(r#"{{"__type":{text},"message":{text}}}"#));
    }
}

#[test]
fn key_schema_elements_are_built_from_names() {
    let name = |text| AttributeName::try_from(text).unwrap();
    let key = [KeySchemaElement::hash(name("Artist")), KeySchemaElement::range(name("SongTitle"))];
    assert_eq!(
        key.each_ref().map(json::to_wire_string),
        [r#"{"AttributeName":"Artist","KeyType":"HASH"}"#, r#"{"AttributeName":"SongTitle","KeyType":"RANGE"}"#]
    );
}
