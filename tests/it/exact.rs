//! JSON values compared exactly: numbers by all of their decimal digits, whatever `serde_json` makes of them.

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::fmt;

/// A JSON value. Two are equal if they mean the same: a number is its decimal value, an object its members in
/// any order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Exact {
    Null,
    Bool(bool),
    Number(Decimal),
    String(String),
    List(Vec<Exact>),
    Object(BTreeMap<String, Exact>),
}

/// `digits` × 10^`exponent`, the digits without zeros at either end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    negative: bool,
    digits: String,
    exponent: i64,
}

impl Decimal {
    fn new(text: &str) -> Self {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = format!("{whole}{fraction}");
        let Ok(exponent) = exponent.parse::<i64>() else {
            // Compared as it is written.
            let exponent = exponent.trim_start_matches('+');
            return Self { negative: text.starts_with('-'), digits: format!("{mantissa}e{exponent}"), exponent: 0 };
        };
        let trailing = digits.len() - digits.trim_end_matches('0').len();
        let digits = digits.trim_matches('0').to_owned();
        if digits.is_empty() {
            return Self { negative: false, digits, exponent: 0 };
        }
        let to_i64 = |count: usize| i64::try_from(count).unwrap();
        Self { negative: text.starts_with('-'), digits, exponent: exponent - to_i64(fraction.len()) + to_i64(trailing) }
    }
}

/// The members of an object in the order of the text, duplicates included.
struct Members<'t>(Vec<(String, &'t RawValue)>);

impl<'de: 't, 't> Deserialize<'de> for Members<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AsTheyStand;

        impl<'de> Visitor<'de> for AsTheyStand {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(AsTheyStand)
    }
}

impl Exact {
    #[track_caller]
    pub(crate) fn new(text: &str) -> Self {
        let raw: &RawValue = serde_json::from_str(text).unwrap_or_else(|error| panic!("no JSON: {error}\n{text}"));
        Self::from_raw(raw)
    }

    #[track_caller]
    fn from_raw(raw: &RawValue) -> Self {
        let text = raw.get();
        match text.as_bytes()[0] {
            b'n' => Self::Null,
            b't' => Self::Bool(true),
            b'f' => Self::Bool(false),
            b'"' => Self::String(serde_json::from_str(text).unwrap()),
            b'[' => {
                let elements: Vec<&RawValue> = serde_json::from_str(text).unwrap();
                Self::List(elements.into_iter().map(Self::from_raw).collect())
            }
            b'{' => {
                let Members(members) = serde_json::from_str(text).unwrap();
                let mut object = BTreeMap::new();
                for (name, value) in members {
                    let before = object.insert(name.clone(), Self::from_raw(value));
                    assert_eq!(before, None, "duplicate member {name:?} in {text}");
                }
                Self::Object(object)
            }
            _ => Self::Number(Decimal::new(text)),
        }
    }
}

/// Asserts that two JSON texts mean the same value.
#[track_caller]
pub(crate) fn assert_same(found: &str, expected: &str) {
    assert_eq!(Exact::new(found), Exact::new(expected), "\nfound    {found}\nexpected {expected}");
}

#[test]
fn values_with_the_same_meaning_are_equal() {
    for (one, other) in [
        ("1576616366", "1.576616366E9"),
        ("1576616366.0", "1.576616366e+9"),
        ("100", "1e2"),
        ("0.00125", "12.50E-4"),
        ("-0", "0.0e7"),
        (r#"{"a":1,"b":[ ]}"#, r#"{ "b" : [], "a" : 1.0 }"#),
        (r#""\u00e9\/""#, r#""é/""#),
    ] {
        assert_same(one, other);
    }
}

#[test]
fn values_with_different_meanings_are_not_equal() {
    for (one, other) in [
        ("1", "\"1\""),
        ("1", "-1"),
        ("1", "10"),
        ("0.1", "0.01"),
        ("1576616366.715", "1576616366.714999"),
        ("1576616366.123456789", "1576616366.123456788"),
        ("9007199254740993", "9007199254740992"),
        ("18446744073709551615", "1.8446744073709552E19"),
        ("null", "false"),
        ("[]", "{}"),
        ("[]", "null"),
        ("[1,2]", "[2,1]"),
        (r#"{"a":[]}"#, "{}"),
        (r#"{"a":null}"#, "{}"),
        (r#"{"a":1}"#, r#"{"A":1}"#),
        (r#"{"a":""}"#, r#"{"a":null}"#),
        (r#"{"$serde_json::private::Number":"1"}"#, "1"),
    ] {
        assert_ne!(Exact::new(one), Exact::new(other));
    }
}

#[test]
#[should_panic(expected = "duplicate member")]
fn a_duplicate_member_is_detected() {
    Exact::new(r#"{"a":{"b":1,"b":1}}"#);
}
