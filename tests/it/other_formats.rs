//! Values that other formats pass to serde's visitors.

use crate::timestamps::EXPECTED;
use dynamodb_backup_model::{Captured, DescribeBackupInput, Json, Timestamp, json};
use serde::de::value::{
    BorrowedStrDeserializer, BytesDeserializer, Error, I128Deserializer, MapDeserializer, U128Deserializer,
};
use serde::de::{Deserialize, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

/// Under these names `serde_json` passes the text of a value or of a number, as a map of one member.
const RAW: &str = "$serde_json::private::RawValue";
const NUMBER: &str = "$serde_json::private::Number";

/// Whether `serde_json` has its feature of that name: only then does it hold the digits of a number, in a string.
pub(crate) const HAS_ARBITRARY_PRECISION: bool = std::mem::needs_drop::<serde_json::Number>();

fn read<'de, T, N, V, const COUNT: usize>(members: [(N, V); COUNT]) -> Result<T, String>
where
    T: Deserialize<'de>,
    N: IntoDeserializer<'de, Error>,
    V: IntoDeserializer<'de, Error>,
{
    T::deserialize(MapDeserializer::<_, Error>::new(members.into_iter())).map_err(|error| error.to_string())
}

fn borrowed(name: &str) -> BorrowedStrDeserializer<'_, Error> {
    BorrowedStrDeserializer::new(name)
}

fn error<T>(message: &str) -> Result<T, String> {
    Err(message.to_owned())
}

#[test]
fn errors_of_structures_say_what_was_expected() {
    type Input = DescribeBackupInput;
    assert_eq!(read([("BackupArn", 5)]), error::<Input>("invalid type: integer `5`, expected a value or null"));
    assert_eq!(read([(5, "x")]), error::<Input>("invalid type: integer `5`, expected a member's name"));
    let number = "invalid value: floating point `NaN`, expected a finite number";
    assert_eq!(read([("Unknown", f64::NAN)]), error::<Input>(number));
}

#[test]
fn errors_of_unknown_members_say_what_was_expected() {
    let bytes = || BytesDeserializer::<Error>::new(b"x");
    let message = "invalid type: byte array, expected any JSON value";
    assert_eq!(Json::deserialize(bytes()).unwrap_err().to_string(), message);
    assert_eq!(read([(5, "x")]), error::<Json>("invalid type: integer `5`, expected a member's name"));
    assert_eq!(read([(borrowed(NUMBER), bytes())]), error::<Json>(message));
}

#[test]
fn a_string_is_a_number_only_under_the_marker_for_numbers() {
    let five = || String::from("5");
    let object = |names: &[&str]| Ok(Json::Object(names.iter().map(|name| (*name, "5")).collect()));
    let number = if HAS_ARBITRARY_PRECISION { Ok(Json::from(5)) } else { object(&[NUMBER]) };
    assert_eq!(read([(borrowed(NUMBER), five())]), number);
    assert_eq!(read([(borrowed("a"), five())]), object(&["a"]));
    assert_eq!(read([(String::from(NUMBER), five())]), object(&[NUMBER]));
    assert_eq!(read([(borrowed("a"), five()), (borrowed(NUMBER), five())]), object(&["a", NUMBER]));
    let text = r#"{"$serde_json::private::Number":"a","$serde_json::private::Number":"b"}"#;
    assert!(json::from_str::<Json>(text).unwrap_err().message().starts_with("duplicate member `"));
}

#[test]
fn timestamps_are_read_from_the_markers_for_raw_values_and_numbers() {
    let at = Ok(Timestamp::from_unix_millis(1500).unwrap());
    assert_eq!(read([(RAW, "1.5")]), at);
    assert_eq!(read([(RAW, r#""1970-01-01T00:00:01.5Z""#)]), at);
    assert_eq!(read([(NUMBER, "1.5")]), at);
    assert!(read::<Timestamp, _, _, 1>([(NUMBER, r#""1970-01-01T00:00:01.5Z""#)]).is_err());
    let integer = format!("invalid type: integer `5`, {EXPECTED}");
    assert_eq!(read([(RAW, 5)]), error::<Timestamp>(&integer));
    assert_eq!(read([(NUMBER, 5)]), error::<Timestamp>(&integer));
    assert_eq!(read([("x", "1.5")]), error::<Timestamp>(&format!("invalid type: map, {EXPECTED}")));
    assert_eq!(read([(5, "1.5")]), error::<Timestamp>("invalid type: integer `5`, expected a member's name"));
}

#[test]
fn integers_of_128_bits_are_read_like_those_of_64() {
    let read = |number: i128| Json::deserialize(I128Deserializer::<Error>::new(number));
    assert_eq!((read(-7), read(i64::MIN.into())), (Ok(Json::from(-7)), Ok(Json::from(i64::MIN))));
    let read = |number: u128| Json::deserialize(U128Deserializer::<Error>::new(number));
    assert_eq!((read(7), read(u64::MAX.into())), (Ok(Json::from(7)), Ok(Json::from(u64::MAX))));
}

#[test]
fn json_converts_from_plain_values() {
    let read = |text: &str| json::from_str::<Json>(text).unwrap();
    assert_eq!(Json::from(true), read("true"));
    assert_eq!(Json::from(-5), read("-5"));
    assert_eq!(Json::from("é"), read(r#""é""#));
    assert_eq!(Json::from(String::from("é")), read(r#""é""#));
    let value = serde_json::json!({"b": [null, false, 1.5], "a": {"c": "d"}});
    assert_eq!(Json::from(value.clone()), read(&value.to_string()));
    assert_eq!(serde_json::Value::from(Json::from(value.clone())), value);
}

/// Formats that mark optional values and newtypes.
enum Wrapped {
    Absent,
    Optional,
    Newtype,
}

impl<'de> Deserializer<'de> for Wrapped {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Absent => visitor.visit_none(),
            Self::Optional => visitor.visit_some("x".into_deserializer()),
            Self::Newtype => visitor.visit_newtype_struct("x".into_deserializer()),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[test]
fn an_unsigned_integer_beyond_every_timestamp_is_refused() {
    let seconds = |seconds: u64| Timestamp::deserialize(IntoDeserializer::<Error>::into_deserializer(seconds));
    assert_eq!(seconds(7), Ok(Timestamp::from_epoch_text("7").unwrap()));
    let error = seconds(u64::MAX).unwrap_err().to_string();
    assert!(error.starts_with("invalid timestamp 18446744073709551615: "), "{error}");
}

#[test]
fn options_and_newtypes_are_read_as_their_content() {
    for wrapped in [Wrapped::Optional, Wrapped::Newtype] {
        assert_eq!(Json::deserialize(wrapped), Ok(Json::from("x")));
    }
    for wrapped in [Wrapped::Optional, Wrapped::Newtype] {
        assert_eq!(Captured::deserialize(wrapped), Ok(Captured::Unrecognized(Json::from("x"))));
    }
    assert_eq!(Json::deserialize(Wrapped::Absent), Ok(Json::Null));
    assert_eq!(Captured::deserialize(Wrapped::Absent), Ok(Captured::Unrecognized(Json::Null)));
}
