//! Timestamps and whole responses through formats other than JSON, and through other crates for JSON.

use dynamodb_backup_model::{BackupDetails, DescribeBackupOutput, Timestamp, json};
use ron::extensions::Extensions;
use serde::Serialize;
use serde::de::DeserializeOwned;

const FULL: &str = include_str!("../../fixtures/valid/full.json");

/// Timestamps that a double holds to the last digit, and their JSON.
const FLOATS: [&str; 6] =
    ["1576616366.715", "1576616366.0", "0.000000001", "8589934592.000002", "253402300799.999", "-62167219200.5"];

/// Timestamps that none holds, and the strings that other formats get.
const STRINGS: [(&str, &str); 5] = [
    ("1576616366.123456789", "2019-12-17T20:59:26.123456789Z"),
    ("-1576616366.123456789", "1920-01-16T03:00:33.876543211Z"),
    ("8589934592.000001", "2242-03-16T12:56:32.000001000Z"),
    // The nearest double is halfway between these two.
    ("1576616366.0039062", "2019-12-17T20:59:26.003906200Z"),
    ("1576616366.0039063", "2019-12-17T20:59:26.003906300Z"),
];

/// Beyond the years of RFC 3339.
const NOTHING: &str = "-62167219200.000000001";

type Text = Result<String, String>;

/// A format for people, and its reader.
struct Format {
    name: &'static str,
    write: fn(&BackupDetails) -> Text,
    read: fn(&str) -> BackupDetails,
    round_trip: fn(&DescribeBackupOutput) -> DescribeBackupOutput,
}

fn message(error: impl std::fmt::Display) -> String {
    error.to_string()
}

fn ron() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES)
}

fn from_sonic<T: DeserializeOwned>(text: &str) -> T {
    sonic_rs::from_str(text).unwrap()
}

fn from_simd<T: DeserializeOwned>(text: &str) -> T {
    simd_json::serde::from_slice(&mut text.as_bytes().to_vec()).unwrap()
}

/// serde's objects of serializers hide what they hand on to, so that not even `serde_json` is recognized.
fn to_erased<T: Serialize>(value: &T) -> Text {
    serde_json::to_string(&value as &dyn erased_serde::Serialize).map_err(message)
}

const FORMATS: [Format; 6] = [
    Format {
        name: "TOML",
        write: |value| toml::to_string(value).map_err(message),
        read: |text| toml::from_str(text).unwrap(),
        round_trip: |value| toml::from_str(&toml::to_string(value).unwrap()).unwrap(),
    },
    Format {
        name: "RON",
        write: |value| ron().to_string(value).map_err(message),
        read: |text| ron().from_str(text).unwrap(),
        round_trip: |value| ron().from_str(&ron().to_string(value).unwrap()).unwrap(),
    },
    Format {
        name: "sonic-rs",
        write: |value| sonic_rs::to_string(value).map_err(message),
        read: from_sonic,
        round_trip: |value| from_sonic(&sonic_rs::to_string(value).unwrap()),
    },
    Format {
        name: "simd-json",
        write: |value| simd_json::serde::to_string(value).map_err(message),
        read: from_simd,
        round_trip: |value| from_simd(&simd_json::serde::to_string(value).unwrap()),
    },
    // It has `serde_json`'s errors and not its numbers.
    Format {
        name: "serde_json_bytes",
        write: |value| serde_json_bytes::to_value(value).map(|value| value.to_string()).map_err(message),
        read: |text| serde_json_bytes::from_value(text.parse::<serde_json::Value>().unwrap().into()).unwrap(),
        round_trip: |value| serde_json_bytes::from_value(serde_json_bytes::to_value(value).unwrap()).unwrap(),
    },
    Format {
        name: "erased-serde",
        write: to_erased,
        read: |text| serde_json::from_str(text).unwrap(),
        round_trip: |value| serde_json::from_str(&to_erased(value).unwrap()).unwrap(),
    },
];

fn details(digits: &str) -> BackupDetails {
    let mut details = BackupDetails::default();
    details.backup_creation_date_time = Some(Timestamp::from_epoch_text(digits).unwrap());
    details
}

#[test]
fn an_instant_that_a_double_holds_is_a_number_in_every_format() {
    for Format { name, write, read, .. } in FORMATS {
        for digits in FLOATS {
            let text = write(&details(digits)).unwrap();
            assert!(!text.contains('$'), "{name}: {text}");
            let again = read(&text);
            assert_eq!(again, details(digits), "{name}: {text}");
            assert!(again.backup_creation_date_time.unwrap().is_epoch(), "{name}: {text}");
        }
    }
}

#[test]
fn an_instant_that_no_double_holds_is_a_string() {
    for Format { name, write, read, .. } in FORMATS {
        for (digits, string) in STRINGS {
            let text = write(&details(digits)).unwrap();
            assert!(text.contains(string) && !text.contains('$'), "{name}: {text}");
            let again = read(&text);
            assert_eq!(again, details(digits), "{name}: {text}");
            assert_eq!(again.backup_creation_date_time.unwrap().to_string(), string, "{name}");
        }
        let error = write(&details(NOTHING)).unwrap_err();
        assert!(error.contains("expected a timestamp of the years 0 to 9999"), "{name}: {error}");
    }
}

#[test]
fn a_response_round_trips_through_every_format() {
    let output: DescribeBackupOutput = json::from_str(FULL).unwrap();
    for Format { name, round_trip, .. } in FORMATS {
        assert_eq!(json::to_wire_string(&round_trip(&output)), FULL.trim_end(), "{name}");
    }
    let mut bytes = Vec::new();
    ciborium::into_writer(&output, &mut bytes).unwrap();
    let again: DescribeBackupOutput = ciborium::from_reader(&*bytes).unwrap();
    assert_eq!(json::to_wire_string(&again), FULL.trim_end());
}

/// TOML has no null.
#[test]
fn absence_comes_back_from_every_format_or_is_refused() {
    for description in [
        "null",
        "[]",
        r#"{"SourceTableDetails":[]}"#,
        r#"{"BackupDetails":{"BackupName":null,"BackupSizeBytes":null,"BackupType":"","New":null}}"#,
        r#"{"SourceTableDetails":{"KeySchema":null,"TableCreationDateTime":null}}"#,
        r#"{"SourceTableFeatureDetails":{"StreamDescription":{"StreamEnabled":null}}}"#,
    ] {
        let text = format!(r#"{{"BackupDescription":{description}}}"#);
        let output: DescribeBackupOutput = json::from_str(&text).unwrap();
        for Format { name, round_trip, .. } in FORMATS {
            if name == "TOML" && text.contains("null") {
                let error = toml::to_string(&output).unwrap_err().to_string();
                assert!(error.contains("unsupported unit type"), "{error}");
            } else {
                assert_eq!(json::to_wire_string(&round_trip(&output)), text, "{name}");
            }
        }
    }
}

#[test]
fn timestamps_round_trip_through_cbor() {
    let value = |digits: &str| ciborium::Value::serialized(&Timestamp::from_epoch_text(digits).unwrap());
    for digits in FLOATS {
        assert_eq!(value(digits).unwrap(), ciborium::Value::Float(digits.parse().unwrap()));
        let again: Timestamp = value(digits).unwrap().deserialized().unwrap();
        assert_eq!(again, Timestamp::from_epoch_text(digits).unwrap());
    }
    for (digits, string) in STRINGS {
        assert_eq!(value(digits).unwrap(), ciborium::Value::Text(string.into()));
        let again: Timestamp = value(digits).unwrap().deserialized().unwrap();
        assert_eq!(again, Timestamp::from_epoch_text(digits).unwrap());
    }
    assert!(value(NOTHING).is_err());
}

#[test]
fn a_format_that_could_not_be_read_back_is_an_error_on_writing() {
    let at: Timestamp = "2019-12-17T20:59:26.715Z".parse().unwrap();
    for timestamp in [at, at.to_epoch()] {
        let error = bincode::serialize(&timestamp).unwrap_err().to_string();
        assert!(error.contains("expected a format that says of what type each value is"), "{error}");
        assert!(postcard::to_allocvec(&timestamp).is_err());
    }
    let output: DescribeBackupOutput = json::from_str(FULL).unwrap();
    assert!(bincode::serialize(&output).is_err());
    assert!(postcard::to_allocvec(&output).is_err());
}
