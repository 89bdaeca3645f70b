//! Rules, groups and severities as strings.

use dynamodb_backup_model::validate::{Group, ParseIdError};
use dynamodb_backup_model::{JsonPointer, Rule, Severity};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Debug;
use std::str::FromStr;

/// Parses and serializes alike, and refuses what differs in a letter.
#[track_caller]
fn is_written_as<T>(value: T, id: &str)
where
    T: FromStr<Err = ParseIdError> + Serialize + DeserializeOwned + PartialEq + Debug + Copy,
{
    assert_eq!(id.parse::<T>().as_ref(), Ok(&value));
    assert_eq!(serde_json::to_value(value).unwrap(), id);
    assert_eq!(serde_json::from_value::<T>(id.into()).unwrap(), value);
    assert_eq!(rmp_serde::from_slice::<T>(&rmp_serde::to_vec(&value).unwrap()).unwrap(), value);
    for other in [format!("{id} "), format!(" {id}"), id.to_uppercase(), id[1..].to_owned(), String::new()] {
        assert_eq!(other.parse::<T>().unwrap_err().found(), other);
        assert!(serde_json::from_value::<T>(other.into()).is_err());
    }
    assert!(serde_json::from_str::<T>("1").is_err());
}

#[test]
fn rules_groups_and_severities_are_parsed_from_their_ids_and_serialized_as_them() {
    for &rule in Rule::ALL {
        is_written_as(rule, rule.id());
        assert_eq!(rule.to_string(), rule.id());
    }
    for &group in Group::ALL {
        is_written_as(group, group.id());
        assert_eq!(Group::from_id(group.id()), Some(group));
        assert_eq!(Group::from_id(group.title()), None);
        assert_eq!(group.to_string(), group.title());
    }
    assert_eq!(format!("{:>6}|{:<6}|", Group::Times, Group::Sizes), " Times|Sizes |");
    for &severity in Severity::ALL {
        is_written_as(severity, severity.as_str());
    }
    assert_eq!(Severity::ALL, [Severity::Warning, Severity::Error]);
}

/// `KeySchemas` is `key-schemas`.
#[test]
fn ids_are_the_names_of_the_variants_in_kebab_case() {
    let kebab = |name: String| {
        let words = name.chars().flat_map(|char| {
            let dash = char.is_ascii_uppercase().then_some('-');
            dash.into_iter().chain([char.to_ascii_lowercase()])
        });
        words.skip(1).collect::<String>()
    };
    for group in Group::ALL {
        assert_eq!(kebab(format!("{group:?}")), group.id());
    }
    for rule in Rule::ALL {
        assert_eq!(kebab(format!("{rule:?}")), rule.id());
    }
}

#[test]
fn every_group_has_rules_and_is_listed_once() {
    let groups: BTreeSet<Group> = Rule::ALL.iter().map(|rule| rule.group()).collect();
    assert_eq!(groups.into_iter().collect::<Vec<_>>(), Group::ALL);
}

#[test]
fn an_unknown_id_is_refused_with_what_was_expected() {
    let error = |parsed: Result<(), ParseIdError>| parsed.unwrap_err().to_string();
    assert_eq!(
        error("key-schema-oder".parse::<Rule>().map(drop)),
        r#"expected the id of a rule, such as `key-schema-order` (`Rule::ALL` lists them), found "key-schema-oder""#
    );
    assert_eq!(
        error("fatal\n".parse::<Severity>().map(drop)),
        r#"expected a severity, `warning` or `error`, found "fatal\n""#
    );
    assert_eq!(
        error("keys".parse::<Group>().map(drop)),
        "expected the id of a group of rules, one of `presence-and-enums`, `names-and-text`, `key-schemas`, \
         `projections`, `billing-and-throughput`, `sizes`, `features`, `arns`, `times`, `vector-indexes`, `documents`, `lists-of-backups`, \
         `point-in-time-recovery`, found \"keys\""
    );
    assert!(Error::source(&"".parse::<Rule>().unwrap_err()).is_none());
    assert_eq!(
        serde_json::from_str::<Severity>(r#""fatal""#).unwrap_err().to_string(),
        "invalid value: string \"fatal\", expected a severity, `warning` or `error` at line 1 column 7"
    );
}

#[test]
fn the_help_of_each_rule_is_a_distinct_sentence() {
    for rule in Rule::ALL {
        let help = rule.help();
        assert!(help.len() > 20 && help.len() < 120, "{rule}: {help}");
        assert!(help.ends_with('.') && !help.contains(". ") && help.trim() == help, "{rule}: {help}");
        assert!(help.starts_with(|char: char| char.is_uppercase() || char.is_ascii_digit()), "{rule}: {help}");
    }
}

#[test]
fn a_pointer_deserializes_as_it_parses() {
    for text in ["", "/", "/a/0", "/~0~1", "/é"] {
        let pointer: JsonPointer = serde_json::from_value(text.into()).unwrap();
        assert_eq!(pointer, text.parse::<JsonPointer>().unwrap());
        assert_eq!(serde_json::to_value(&pointer).unwrap(), text);
        assert_eq!(rmp_serde::from_slice::<JsonPointer>(&rmp_serde::to_vec(&pointer).unwrap()).unwrap(), pointer);
    }
    for refused in [r#""a""#, r#""/~""#, r#""/~2""#, "1", "null", "[]"] {
        assert!(serde_json::from_str::<JsonPointer>(refused).is_err(), "{refused}");
    }
    let error = serde_json::from_str::<JsonPointer>(r#""a""#).unwrap_err();
    assert!(error.to_string().starts_with("not a JSON Pointer: "), "{error}");
}

proptest::proptest! {
    #[test]
    fn any_rule_is_in_the_catalogue(rule in proptest::prelude::any::<Rule>()) {
        assert!(Rule::ALL.contains(&rule));
    }
}
