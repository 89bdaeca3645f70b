//! Timestamps in formats other than JSON, and wherever serde buffers them.

use crate::exact::Exact;
use crate::other_formats::HAS_ARBITRARY_PRECISION;
use dynamodb_backup_model::{BackupDetails, SourceTableDetails, Timestamp, json};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Debug;

fn at(digits: &str) -> Timestamp {
    Timestamp::from_epoch_text(digits).unwrap()
}

/// The first of each has no fraction in its own digits, to show that it is not read as an integer.
const FLOATS: [&str; 12] = [
    "1576616366.0",
    "1576616366.715",
    "1576616366.715123",
    "0.000000001",
    "-0.000000001",
    "1.000000001",
    "8589934592.000002",
    "8589934593.5",
    "253402300799.999",
    "253402300799.99997",
    "-62167219200.001",
    "-377705116799.5",
];

/// The nearest float is that of a neighbor or, of the last four, halfway between two of them.
const NOT_FLOATS: [(&str, &str); 10] = [
    ("1576616366.123456789", "2019-12-17T20:59:26.123456789Z"),
    ("1576616366.000000001", "2019-12-17T20:59:26.000000001Z"),
    ("-1576616366.123456789", "1920-01-16T03:00:33.876543211Z"),
    ("8589934592.000001", "2242-03-16T12:56:32.000001000Z"),
    ("253402300799.999999999", "9999-12-31T23:59:59.999999999Z"),
    ("-62167219199.999999999", "0000-01-01T00:00:00.000000001Z"),
    ("231109495226.45312", "9293-07-26T10:00:26.453120000Z"),
    ("231109495226.45313", "9293-07-26T10:00:26.453130000Z"),
    ("1576616366.0039062", "2019-12-17T20:59:26.003906200Z"),
    ("-1576616366.0039063", "1920-01-16T03:00:33.996093700Z"),
];

#[test]
fn an_instant_that_a_double_holds_is_a_number_in_every_format() {
    for digits in FLOATS {
        let float: f64 = digits.parse().unwrap();
        assert_eq!(rmp_serde::to_vec(&at(digits)).unwrap(), rmp_serde::to_vec(&float).unwrap(), "{digits}");
        assert_eq!(serde_norway::to_value(at(digits)).unwrap(), serde_norway::Value::from(float), "{digits}");
        assert_eq!(serde_json::to_value(at(digits)).unwrap(), serde_json::Value::from(float), "{digits}");
        let again: Timestamp = rmp_serde::from_slice(&rmp_serde::to_vec(&at(digits)).unwrap()).unwrap();
        assert_eq!(again, at(digits));
        let again: Timestamp = serde_norway::from_str(&serde_norway::to_string(&at(digits)).unwrap()).unwrap();
        assert_eq!(again, at(digits));
    }
    assert_eq!(rmp_serde::to_vec(&at("1576616366")).unwrap(), rmp_serde::to_vec(&1_576_616_366).unwrap());
    assert_eq!(rmp_serde::to_vec(&at("-377705116800")).unwrap(), rmp_serde::to_vec(&-377_705_116_800_i64).unwrap());
}

#[test]
fn an_instant_that_no_double_holds_is_a_string_with_nine_digits_in_other_formats() {
    for (digits, string) in NOT_FLOATS {
        assert_eq!(rmp_serde::to_vec(&at(digits)).unwrap(), rmp_serde::to_vec(string).unwrap(), "{digits}");
        assert_eq!(serde_norway::to_value(at(digits)).unwrap(), serde_norway::Value::from(string), "{digits}");
        let again: Timestamp = rmp_serde::from_slice(&rmp_serde::to_vec(&at(digits)).unwrap()).unwrap();
        assert_eq!((again, again.to_string().as_str()), (at(digits), string));
    }
    for digits in ["-62167219200.000000001", "-377705116799.999999999"] {
        let message = format!(
            "expected a timestamp of the years 0 to 9999 or one that a 64-bit float holds exactly, found {digits}"
        );
        assert!(rmp_serde::to_vec(&at(digits)).unwrap_err().to_string().contains(&message));
        assert!(serde_norway::to_string(&at(digits)).unwrap_err().to_string().contains(&message));
        assert_eq!(serde_json::to_string(&at(digits)).unwrap(), digits);
    }
}

#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
struct Plain {
    at: Timestamp,
}

#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
struct Flattened {
    #[serde(flatten)]
    details: BackupDetails,
    #[serde(flatten)]
    inner: Variant,
}

#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
enum Variant {
    Struct { at: Timestamp },
    Tuple(Timestamp, Timestamp),
}

#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[serde(untagged)]
enum Untagged {
    Plain(Plain),
}

#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[serde(tag = "type")]
enum Internal {
    Plain(Plain),
    Variant(Variant),
}

#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[serde(tag = "type", content = "content")]
enum Adjacent {
    Plain(Plain),
}

/// Each digit is in what `serde_json` writes, and nothing but it.
#[track_caller]
fn assert_written<T: Serialize>(value: &T, expected: &str) {
    assert_eq!(serde_json::to_string(value).unwrap(), expected);
    let pretty = serde_json::to_string_pretty(value).unwrap();
    assert_eq!(Exact::new(&pretty), Exact::new(expected));
    assert_eq!(String::from_utf8(serde_json::to_vec(value).unwrap()).unwrap(), expected);
}

#[test]
fn serde_json_writes_every_digit_wherever_the_type_appears() {
    for (digits, _) in NOT_FLOATS {
        let at = at(digits);
        let plain = Plain { at };
        assert_written(&at, digits);
        assert_written(&[Some(at)], &format!("[{digits}]"));
        assert_written(&plain, &format!(r#"{{"at":{digits}}}"#));
        assert_written(&BTreeMap::from([("a", &plain)]), &format!(r#"{{"a":{{"at":{digits}}}}}"#));
        assert_written(&Untagged::Plain(plain.clone()), &format!(r#"{{"at":{digits}}}"#));
        assert_written(&Internal::Plain(plain.clone()), &format!(r#"{{"type":"Plain","at":{digits}}}"#));
        assert_written(
            &Internal::Variant(Variant::Struct { at }),
            &format!(r#"{{"type":"Variant","Struct":{{"at":{digits}}}}}"#),
        );
        assert_written(
            &Internal::Variant(Variant::Tuple(at, at)),
            &format!(r#"{{"type":"Variant","Tuple":[{digits},{digits}]}}"#),
        );
        assert_written(&Adjacent::Plain(plain), &format!(r#"{{"type":"Plain","content":{{"at":{digits}}}}}"#));
        let mut details = BackupDetails::default();
        details.backup_expiry_date_time = Some(at);
        assert_written(
            &Flattened { details, inner: Variant::Struct { at } },
            &format!(r#"{{"BackupExpiryDateTime":{digits},"Struct":{{"at":{digits}}}}}"#),
        );
    }
}

/// Nothing of `serde_json`'s own is in what another format writes.
#[test]
fn no_private_marker_is_serialized() {
    fn both_forms<T: Serialize>(value: &T) -> [String; 2] {
        [
            String::from_utf8_lossy(&rmp_serde::to_vec_named(value).unwrap()).into_owned(),
            serde_norway::to_string(value).unwrap(),
        ]
    }

    for (digits, string) in NOT_FLOATS {
        let at = at(digits);
        let flattened = Flattened { details: BackupDetails::default(), inner: Variant::Struct { at } };
        for text in
            [both_forms(&at), both_forms(&Internal::Variant(Variant::Tuple(at, at))), both_forms(&flattened)].concat()
        {
            assert!(text.contains(string) && !text.contains('$'), "{text}");
        }
    }
}

/// What a buffer of serde's keeps of a number is a double: its own digits are those of the timestamp.
#[test]
fn a_buffered_number_is_the_decimal_of_its_double() {
    #[track_caller]
    fn read<T: DeserializeOwned + Debug>(text: &str) -> T {
        json::from_str(text).unwrap_or_else(|error| panic!("{error}"))
    }

    for digits in FLOATS {
        let Internal::Plain(plain) = read(&format!(r#"{{"type":"Plain","at":{digits}}}"#)) else { panic!("{digits}") };
        assert_eq!(plain.at, at(digits));
        let Untagged::Plain(plain) = read(&format!(r#"{{"at":{digits}}}"#));
        assert_eq!(plain.at, at(digits));
    }
    let Untagged::Plain(plain) = read(r#"{"at":1576616366.123456789}"#);
    assert_eq!(plain.at, at(if HAS_ARBITRARY_PRECISION { "1576616366.123456789" } else { "1576616366.1234567" }));
    let Untagged::Plain(plain) = read(r#"{"at":"2019-12-17T20:59:26.123456789Z"}"#);
    assert_eq!(plain.at, at("1576616366.123456789"));
}

#[test]
fn plain_serde_errors_name_the_member() {
    let refused = |text: &str| serde_json::from_str::<SourceTableDetails>(text).unwrap_err().to_string();
    let message = refused(r#"{"TableCreationDateTime":1576616366715}"#);
    assert!(message.starts_with("TableCreationDateTime: invalid timestamp 1576616366715: milliseconds"), "{message}");
    let message = refused(r#"{"TableCreationDateTime":[]}"#);
    assert!(message.starts_with("TableCreationDateTime: invalid type: sequence, expected a timestamp"), "{message}");
    let yaml = serde_norway::from_str::<SourceTableDetails>("TableCreationDateTime: 2019-12-17").unwrap_err();
    assert!(yaml.to_string().contains("TableCreationDateTime: invalid timestamp \"2019-12-17\""), "{yaml}");
}

/// Whatever its name is, and whatever is inside it.
#[test]
fn json_errors_name_the_member_with_the_timestamp() {
    for (text, path) in [
        (r#"{"BackupCreationDateTime":{"a":1}}"#, "/BackupCreationDateTime"),
        (r#"{"BackupCreationDateTime":{"a":1},"b":{}}"#, "/BackupCreationDateTime"),
        (r#"{"BackupCreationDateTime":{"BackupExpiryDateTime":1}}"#, "/BackupCreationDateTime"),
        (r#"{"BackupCreationDateTime":{"BackupExpiryDateTime":1},"b":{}}"#, "/BackupCreationDateTime"),
        (r#"{"BackupCreationDateTime":{"BackupCreationDateTime":{}}}"#, "/BackupCreationDateTime"),
        (r#"{"BackupCreationDateTime":{"BackupCreationDateTime":{}},"b":{}}"#, "/BackupCreationDateTime"),
        (r#"{"X":{"BackupCreationDateTime":{}},"BackupCreationDateTime":{}}"#, "/BackupCreationDateTime"),
        (r#"{"BackupCreationDateTime":[{"BackupCreationDateTime":[]}] }"#, "/BackupCreationDateTime"),
        (r#"{"BackupCreationDateTime":"a: invalid timestamp b"}"#, "/BackupCreationDateTime"),
    ] {
        let error = json::from_str::<BackupDetails>(text).unwrap_err();
        assert_eq!(error.path().as_str(), path, "{text}");
        assert!(!error.message().starts_with("BackupCreationDateTime"), "{error}");
        let value = text.find(r#""BackupCreationDateTime":"#).unwrap() + r#""BackupCreationDateTime":"#.len();
        let value = if text.contains('X') { text.rfind("{}").unwrap() } else { value };
        assert_eq!(error.offset(), value, "{text}");
        let nested: Result<BTreeMap<String, BackupDetails>, _> = json::from_str(&format!(r#"{{"Z":{text}}}"#));
        assert_eq!(nested.unwrap_err().path().as_str(), format!("/Z{path}"), "{text}");
    }
    json::from_str::<BackupDetails>(r#"{"X":{"BackupCreationDateTime":{}}}"#).unwrap();
}
