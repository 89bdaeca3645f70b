//! Captured documents in other formats, and inside other types.

use dynamodb_backup_model::{Captured, json};
use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{Deserialize, IntoDeserializer};
use serde::{Deserialize as De, Serialize as Ser};
use std::collections::BTreeMap;

const DOCUMENTS: [&str; 10] = [
    r#"{"BackupDescription":{"BackupDetails":{"BackupCreationDateTime":1609459200.5,"BackupName":"a"}},"x":[1.5]}"#,
    r#"{"BackupSummaries":[{"BackupSizeBytes":7,"BackupCreationDateTime":"2021-01-01T00:00:00Z"}],"x":null}"#,
    r#"{"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED"}}"#,
    r#"{"SourceTableDetails":{"TableCreationDateTime":1609459200,"KeySchema":[{"KeyType":"HASH"}]}}"#,
    r#"{"BackupDetails":{"BackupSizeBytes":-1}}"#,
    r#"{"BackupArn":"x","BackupName":"y"}"#,
    r#"{"__type":"a#B","$metadata":{"httpStatusCode":400}}"#,
    r#"{"Table":{"a":[true,null,"s",-3,1e300]}}"#,
    r#"[1,{"a":2}]"#,
    "{}",
];

#[derive(Debug, PartialEq, De, Ser)]
#[serde(untagged)]
enum Untagged {
    Captured(Captured),
}

#[derive(Debug, PartialEq, De, Ser)]
#[serde(tag = "kind")]
enum Tagged {
    Document { captured: Captured },
}

#[derive(Debug, PartialEq, De, Ser)]
struct Flattened {
    id: u8,
    #[serde(flatten)]
    captured: Captured,
}

#[derive(Debug, PartialEq, De, Ser)]
struct Field {
    captured: Captured,
    others: Vec<Option<Captured>>,
}

#[test]
fn every_self_describing_format_reads_the_same_value() {
    for text in DOCUMENTS {
        let captured: Captured = json::from_str(text).unwrap();
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(Captured::deserialize(&value).unwrap(), captured, "{text}");
        assert_eq!(serde_json::from_value::<Captured>(value).unwrap(), captured, "{text}");
        assert_eq!(serde_json::from_reader::<_, Captured>(text.as_bytes()).unwrap(), captured, "{text}");
        assert_eq!(serde_json::from_slice::<Captured>(text.as_bytes()).unwrap(), captured, "{text}");
        assert_eq!(serde_norway::from_str::<Captured>(text).unwrap(), captured, "{text}");
        let yaml = serde_norway::to_string(&captured).unwrap();
        assert_eq!(serde_norway::from_str::<Captured>(&yaml).unwrap(), captured, "{yaml}");
        for packed in [rmp_serde::to_vec_named(&captured).unwrap(), rmp_serde::to_vec(&captured).unwrap()] {
            assert_eq!(rmp_serde::from_slice::<Captured>(&packed).unwrap(), captured, "{text}");
        }
    }
}

#[test]
fn a_document_inside_another_type_reads_the_same_value() {
    for text in DOCUMENTS {
        let captured: Captured = json::from_str(text).unwrap();
        let field: Field = json::from_str(&format!(r#"{{"captured":{text},"others":[{text},null]}}"#)).unwrap();
        assert_eq!(field, Field { captured: captured.clone(), others: vec![Some(captured.clone()), None] });
        assert_eq!(json::from_str::<Field>(&serde_json::to_string(&field).unwrap()).unwrap(), field, "{text}");

        assert_eq!(json::from_str::<Untagged>(text).unwrap(), Untagged::Captured(captured.clone()), "{text}");
        let tagged: Tagged = json::from_str(&format!(r#"{{"captured":{text},"kind":"Document"}}"#)).unwrap();
        assert_eq!(tagged, Tagged::Document { captured: captured.clone() }, "{text}");
        let map: BTreeMap<String, Captured> = json::from_str(&format!(r#"{{"a":{text}}}"#)).unwrap();
        assert_eq!(map["a"], captured, "{text}");
        if let Some(members) = text.strip_prefix('{') {
            let comma = if members == "}" { "" } else { "," };
            let text = format!(r#"{{"id":7{comma}{members}"#);
            assert_eq!(json::from_str::<Flattened>(&text).unwrap(), Flattened { id: 7, captured }, "{text}");
        }
    }
}

#[test]
fn an_error_of_another_format_says_what_was_expected() {
    let error = serde_norway::from_str::<Captured>("BackupSummaries: 5").unwrap_err().to_string();
    assert!(error.contains("expected a list"), "{error}");
    let error = serde_norway::from_str::<Captured>("a: 1\na: 2").unwrap_err().to_string();
    assert!(error.contains('a'), "{error}");
}

/// A format that hands over what it has, whatever it is asked for.
#[test]
fn values_are_read_whatever_visit_method_a_format_calls() {
    fn read<'de>(value: impl IntoDeserializer<'de, Error>) -> Captured {
        Captured::deserialize(value.into_deserializer()).unwrap()
    }
    let text = |text: &str| json::from_str::<Captured>(text).unwrap();
    assert_eq!(read(()), text("null"));
    assert_eq!(read(true), text("true"));
    assert_eq!(read(-7_i64), text("-7"));
    assert_eq!(read(7_u64), text("7"));
    assert_eq!(read(1.5), text("1.5"));
    assert_eq!(read("x"), text("\"x\""));
    assert_eq!(read(String::from("x")), text("\"x\""));
    assert_eq!(Captured::deserialize(SeqDeserializer::<_, Error>::new([1, 2].into_iter())).unwrap(), text("[1,2]"));
    let map = |members: &[(&'static str, &'static str)]| {
        Captured::deserialize(MapDeserializer::<_, Error>::new(members.iter().copied())).unwrap()
    };
    assert_eq!(map(&[]), text("{}"));
    assert_eq!(map(&[("BackupName", "x"), ("BackupArn", "y")]), text(r#"{"BackupArn":"y","BackupName":"x"}"#));
    assert_eq!(map(&[("a", "x"), ("__type", "y")]), text(r#"{"a":"x","__type":"y"}"#));
    let raw = ("$serde_json::private::RawValue", r#"{"BackupSummaries":[]}"#);
    assert_eq!(map(&[raw]), text(raw.1));
    let nan = Captured::deserialize(IntoDeserializer::<Error>::into_deserializer(f64::NAN));
    assert_eq!(nan.unwrap_err().to_string(), "invalid value: floating point `NaN`, expected a finite number");
}

#[test]
fn bytes_are_refused_with_what_was_expected() {
    let bytes = serde::de::value::BytesDeserializer::<Error>::new(b"{}");
    let error = Captured::deserialize(bytes).unwrap_err();
    assert_eq!(error.to_string(), "invalid type: byte array, expected any JSON value");
}
