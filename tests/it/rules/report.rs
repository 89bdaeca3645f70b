//! The report, its violations and their paths, and the table of rules.

use super::document::{Document, key, music, vector};
use dynamodb_backup_model::validate::Group;
use dynamodb_backup_model::{JsonPointer, Report, Rule, Severity, Violation};
use serde_json::json;
use std::collections::{BTreeSet, HashSet};
use std::error::Error;

/// Two errors and two warnings, mixed.
fn mixed() -> Report {
    music()
        .set("backup/BackupStatus", "ACTIVE")
        .set("table/TableName", "Mu sic")
        .set("table/ItemCount", -1)
        .remove("table/TableArn")
        .remove("backup/BackupArn")
        .report()
}

fn warned() -> Document {
    music().set("backup/BackupStatus", "ACTIVE")
}

#[test]
fn a_report_is_valid_without_an_error_and_empty_without_a_violation() {
    let (clean, warned, invalid) = (music().report(), warned().report(), mixed());
    assert_eq!((clean.is_valid(), clean.is_empty(), clean.len()), (true, true, 0));
    assert_eq!((warned.is_valid(), warned.is_empty(), warned.len()), (true, false, 1));
    assert_eq!((invalid.is_valid(), invalid.is_empty(), invalid.len()), (false, false, 5));
    assert_eq!(Report::default(), clean);
    assert_ne!(warned, invalid);
}

#[test]
fn a_report_distinguishes_errors_from_warnings() {
    let report = mixed();
    let ids = |violations: &mut dyn Iterator<Item = &Violation>| -> Vec<&str> {
        violations.map(|violation| violation.rule().id()).collect()
    };
    assert_eq!(ids(&mut report.errors()), ["required-member-missing", "text-pattern", "size-negative"]);
    assert_eq!(ids(&mut report.warnings()), ["unknown-enum-value", "table-arn-missing"]);
    assert!(report.errors().all(|violation| violation.severity() == Severity::Error));
    assert!(report.warnings().all(|violation| violation.severity() == Severity::Warning));
}

#[test]
fn each_violation_is_in_the_group_of_its_rule() {
    let report = mixed();
    for violation in &report {
        let group = violation.rule().group();
        assert!(report.of_group(group).any(|other| other == violation), "{violation}");
        assert!(report.of_group(group).all(|other| other.rule().group() == group), "{violation}");
    }
}

#[test]
fn a_report_can_exclude_rules() {
    let without = |rules: &[Rule]| mixed().without(rules);
    assert_eq!(without(&[]), mixed());
    assert_eq!(without(&[Rule::KeySchemaOrder]), mixed());
    assert_eq!(without(&[Rule::SizeNegative]).len(), 4);
    assert!(without(&[Rule::SizeNegative]).iter().all(|violation| violation.rule() != Rule::SizeNegative));
    let no_errors = without(&[Rule::SizeNegative, Rule::TextPattern, Rule::RequiredMemberMissing]);
    assert_eq!((no_errors.is_valid(), no_errors.len()), (true, 2));
    assert!(without(Rule::ALL).is_empty());
}

#[test]
fn a_report_iterates_by_reference_and_by_value() {
    let report = mixed();
    let mut by_reference = Vec::new();
    for violation in &report {
        by_reference.push(violation.clone());
    }
    assert_eq!(report.iter().cloned().collect::<Vec<_>>(), by_reference);
    assert_eq!(report.violations(), by_reference);
    assert_eq!(report.clone().into_iter().collect::<Vec<_>>(), by_reference);
    let mut by_value = Vec::new();
    for violation in report {
        by_value.push(violation);
    }
    assert_eq!(by_value, by_reference);
    assert_eq!(by_reference.len(), 5);
}

#[test]
fn a_report_displays_one_violation_per_line() {
    insta::assert_snapshot!(format!(
        "{}\n---\n{}\n---\n{}\n---\n{}",
        mixed(),
        music().report(),
        warned().report(),
        music().set("table/ItemCount", -1).report()
    ));
}

/// A violation of the whole value has no path to show.
#[test]
fn a_violation_of_the_whole_value_displays_without_a_path() {
    use dynamodb_backup_model::{OnDemandThroughput, Validate};

    let report = OnDemandThroughput::default().validate();
    assert!(report.violations()[0].path().is_root());
    insta::assert_snapshot!(report);
}

#[test]
fn a_report_serializes_as_a_list() {
    insta::assert_json_snapshot!(mixed());
    insta::assert_json_snapshot!("an_empty_report_serializes_as_an_empty_list", music().report());
}

#[test]
fn a_report_is_an_error() {
    fn fails(report: Report) -> Result<(), Box<dyn Error + Send + Sync>> {
        Err(report.into())
    }
    let error = fails(mixed()).unwrap_err();
    assert_eq!(error.to_string(), mixed().to_string());
    assert!(error.source().is_none());
    assert_eq!(*error.downcast::<Report>().unwrap(), mixed());
}

#[test]
fn a_violation_has_the_severity_of_its_rule() {
    for violation in mixed() {
        assert_eq!(violation.severity(), violation.rule().severity());
        assert!(!violation.message().is_empty());
        let shown = violation.to_string();
        assert!(shown.starts_with(&format!(
            "{}[{}] at {}: ",
            violation.severity(),
            violation.rule(),
            violation.path()
        )));
        assert!(shown.ends_with(violation.message()));
    }
}

/// Long values are shortened in messages.
#[test]
fn messages_stay_short_whatever_the_input() {
    let long = "long-".repeat(10_000);
    let arn = |service: &str, resource: &str| format!("arn:aws-{long}:{service}:{long}:123456789012:{resource}");
    let report = music()
        .set("backup/BackupArn", arn("dynamodb", &format!("table/{long}1/backup/{long}")))
        .set("backup/BackupName", format!("{long} "))
        .set("backup/BackupStatus", long.as_str())
        .set("backup/BackupType", long.as_str())
        .set("table/TableName", format!("{long} "))
        .set("table/TableId", long.as_str())
        .set("table/TableArn", arn("dynamodb", &format!("table/{long}2")).replacen("long-", "near-", 1))
        .set("table/KeySchema", key(&format!("{long} HASH, {long} RANGE")))
        .set("table/BillingMode", long.as_str())
        .set("local/0/IndexName", long.as_str())
        .set("global/0/IndexName", long.as_str())
        .set("global/0/Projection/ProjectionType", long.as_str())
        .set("global/0/Projection/NonKeyAttributes", [long.as_str(), long.as_str()].as_slice())
        .set("features/StreamDescription", json!({"StreamEnabled": false, "StreamViewType": long}))
        .set("features/TimeToLiveDescription", json!({"AttributeName": long}))
        .set(
            "features/SSEDescription",
            json!({"SSEType": "KMS", "KMSMasterKeyArn": arn("kms", "key/x").replacen("long-", "far-", 1)}),
        )
        .set("vector", vec![vector(0, &long)])
        .report();
    assert!(report.len() > 25, "{}", report.len());
    for violation in report {
        let length = violation.message().len();
        assert!(length < 2_000, "{}: {length}", violation.rule());
    }
}

#[test]
fn error_is_greater_than_warning() {
    assert!(Severity::Error > Severity::Warning);
    assert_eq!((Severity::Error.as_str(), Severity::Warning.as_str()), ("error", "warning"));
    assert_eq!(format!("{:>8}|{:<8}|", Severity::Error, Severity::Warning), "   error|warning |");
}

#[test]
fn the_catalogue_of_rules() {
    let rules = Rule::ALL.iter().map(|rule| format!("{:<7} {rule}\n", rule.severity()));
    insta::assert_snapshot!(rules.collect::<String>());
}

#[test]
fn ids_are_kebab_case_and_unique() {
    assert_eq!(Rule::ALL.len(), 90);
    let ids: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
    assert_eq!(ids.len(), Rule::ALL.len());
    for id in ids {
        let words_are_lower_case = id.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        assert!(words_are_lower_case, "{id}");
        assert!(id.starts_with(|char: char| char.is_ascii_lowercase()), "{id}");
    }
    assert_eq!(Rule::ALL.iter().collect::<HashSet<_>>().len(), Rule::ALL.len());
}

#[test]
fn from_id_finds_every_rule() {
    for &rule in Rule::ALL {
        assert_eq!(Rule::from_id(rule.id()), Some(rule));
        assert_eq!(rule.to_string(), rule.id());
        assert_eq!(serde_json::to_value(rule).unwrap(), rule.id());
        assert_eq!(Rule::from_id(&rule.id().to_uppercase()), None);
    }
    assert_eq!(format!("{:>12}|", Rule::LsiCount), "   lsi-count|");
    for id in ["", "key-schema", "key-schema-order ", "KeySchemaOrder", "no-such-rule"] {
        assert_eq!(Rule::from_id(id), None);
    }
}

/// The order of the variants is the order of the catalogue: reports are sorted by it.
#[test]
fn rules_are_ordered_by_group() {
    assert!(Rule::ALL.is_sorted());
    assert!(Rule::ALL.iter().map(|rule| rule.group()).is_sorted());
    let groups: BTreeSet<Group> = Rule::ALL.iter().map(|rule| rule.group()).collect();
    let titles: Vec<&str> = groups.into_iter().map(Group::title).collect();
    assert_eq!(
        titles,
        [
            "Presence and enums",
            "Names and text",
            "Key schemas",
            "Projections",
            "Billing and throughput",
            "Sizes",
            "Streams, TTL, encryption",
            "ARNs and the backup id",
            "Times",
            "Vector indexes",
            "Documents and operations",
            "Lists of backups",
            "Point-in-time recovery",
        ]
    );
}

#[test]
fn each_rule_documents_its_requirement_and_its_source() {
    for rule in Rule::ALL {
        for text in [rule.summary(), rule.example(), rule.source()] {
            assert!(text.len() >= 5 && !text.ends_with('.') && text.trim() == text, "{rule}: {text}");
        }
    }
    let summaries: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.summary()).collect();
    assert_eq!(summaries.len(), Rule::ALL.len());
}

#[track_caller]
fn pointer(text: &str) -> JsonPointer {
    text.parse().unwrap()
}

#[test]
fn a_pointer_round_trips_unchanged() {
    for text in ["", "/", "/a", "/a/0", "/a//b", "/~0~1", "/é/𝄞", "/ ", "/a b/\"/\\"] {
        assert_eq!(pointer(text).to_string(), text);
        assert_eq!(pointer(text).as_str(), text);
        assert_eq!(pointer(text).as_ref() as &str, text);
        assert_eq!(serde_json::to_value(pointer(text)).unwrap(), text);
        assert!(pointer(text) == text && pointer(text) == *text);
        assert!(pointer(text) != "/other" && pointer(text) != *"/other");
    }
    assert_eq!(format!("{:>4}|{:<4}|", pointer("/a"), pointer("/b")), "  /a|/b  |");
}

#[test]
fn an_invalid_pointer_is_refused() {
    for text in ["a", "a/b", " /a", "#/a", "/~", "/a~", "/~2", "/~a/b", "/a/~/b", "/~01~", "~0"] {
        let error = text.parse::<JsonPointer>().expect_err(text);
        let message = "not a JSON Pointer: expected nothing, or `/` before each token and `~` only as `~0` and `~1`";
        assert_eq!(error.to_string(), message);
        assert!(Error::source(&error).is_none());
    }
}

#[test]
fn tokens_are_unescaped() {
    let tokens = |text: &str| pointer(text).tokens().map(std::borrow::Cow::into_owned).collect::<Vec<_>>();
    assert_eq!(tokens(""), [""; 0]);
    assert_eq!(tokens("/"), [""]);
    assert_eq!(tokens("/a/0"), ["a", "0"]);
    assert_eq!(tokens("/a//b/"), ["a", "", "b", ""]);
    assert_eq!(tokens("/~1~0/~01/~10"), ["/~", "~1", "/0"]);
}

#[test]
fn every_pointer_but_the_root_has_a_parent() {
    assert_eq!(pointer("").parent(), None);
    assert_eq!(pointer("/a").parent(), Some(JsonPointer::root()));
    assert_eq!(pointer("/").parent(), Some(JsonPointer::root()));
    assert_eq!(pointer("/a/0/b").parent(), Some(pointer("/a/0")));
    assert_eq!(pointer("/a~1b").parent(), Some(JsonPointer::root()));
    assert!(JsonPointer::root().is_root() && JsonPointer::default().is_root());
    assert!(!pointer("/").is_root() && !pointer("/a").is_root());
}

#[test]
fn a_pointer_is_built_by_pushing_tokens() {
    let mut built = JsonPointer::root();
    built.push_member("a/b~c");
    built.push_index(10);
    built.push_member("");
    assert_eq!(built, pointer("/a~1b~0c/10/"));
    assert_eq!(built.tokens().collect::<Vec<_>>(), ["a/b~c", "10", ""]);
}
