//! The order in which members decide the kind of a document.

use super::{captured, is};
use dynamodb_backup_model::{Captured, json};

/// Members that decide, each with what it makes of a document, in the order in which they do. The values are right, null,
/// and, of a kind that the member can't have, wrong.
const DECIDING: [(&str, &str, [&str; 2]); 7] = [
    ("DescribeBackup", "BackupDescription", ["{}", "7"]),
    ("ListBackups", "BackupSummaries", ["[]", "{}"]),
    ("ContinuousBackups", "ContinuousBackupsDescription", ["{}", "\"x\""]),
    ("BackupDescription", "SourceTableDetails", ["{}", "[7]"]),
    ("BackupDescription", "SourceTableFeatureDetails", ["{}", "false"]),
    ("CreateBackup", "BackupDetails", ["{}", "1.5"]),
    ("BackupDetails", "BackupArn\":\"x\",\"BackupStatus", ["\"y\"", "{}"]),
];

#[test]
fn the_deciding_member_of_two_does_not_depend_on_order_or_on_the_other_value() {
    for (first, (kind, member, [right, wrong])) in DECIDING.iter().enumerate() {
        for (_, other, values) in &DECIDING[first + 1..] {
            for value in values.iter().chain(&["null"]) {
                // What is another document's member alone is an unknown one here, of any type.
                let is_shared = *kind == "BackupDescription" && *other != "BackupArn\":\"x\",\"BackupStatus";
                if is_shared && *value == values[1] {
                    continue;
                }
                for right in [*right, "null"] {
                    is(kind, &format!(r#"{{"{member}":{right},"{other}":{value}}}"#));
                    is(kind, &format!(r#"{{"{other}":{value},"x":0,"{member}":{right}}}"#));
                }
                let text = format!(r#"{{"{other}":{value},"{member}":{wrong}}}"#);
                json::from_str::<Captured>(&text).expect_err(&text);
            }
        }
    }
}

#[test]
fn members_of_an_error_are_unknown_members_of_a_document() {
    let error =
        r#""__type":"a#B","message":"m","Error":{"Code":"C"},"Code":"D","name":"E","$metadata":{"httpStatusCode":400}"#;
    for (kind, member, [right, _]) in DECIDING {
        is(kind, &format!(r#"{{{error},"{member}":{right}}}"#));
        is(kind, &format!(r#"{{"{member}":{right},{error}}}"#));
    }
    is("error", &format!("{{{error}}}"));
}

#[test]
fn bare_details_need_an_arn_with_a_status_or_name_and_no_table_name() {
    let value = r#":"x""#;
    for (names, kind) in [
        (&["BackupArn"][..], "unrecognized"),
        (&["BackupStatus", "BackupName"], "unrecognized"),
        (&["BackupArn", "BackupType"], "unrecognized"),
        (&["BackupArn", "BackupStatus"], "BackupDetails"),
        (&["BackupArn", "BackupName"], "BackupDetails"),
        (&["BackupName", "BackupStatus", "BackupArn"], "BackupDetails"),
        (&["BackupArn", "BackupStatus", "TableId", "TableArn"], "BackupDetails"),
        (&["BackupArn", "BackupStatus", "TableName"], "unrecognized"),
        (&["TableName", "BackupArn", "BackupName"], "unrecognized"),
        (&["TableName", "BackupArn", "BackupName", "message"], "error"),
    ] {
        let members: Vec<String> = names.iter().map(|name| format!("{name:?}{value}")).collect();
        is(kind, &format!("{{{}}}", members.join(",")));
        let reversed: Vec<String> = names.iter().rev().map(|name| format!("{name:?}{value}")).collect();
        is(kind, &format!("{{{}}}", reversed.join(",")));
    }
    is("unrecognized", r#"{"BackupArn":"x","BackupStatus":"y","TableName":null}"#);
}

#[test]
fn names_are_compared_after_unescaping() {
    is("DescribeBackup", r#"{"\u0042ackupDescription":{}}"#);
    is("ListBackups", r#"{"Backup\u0053ummaries":[]}"#);
    is("unrecognized", r#"{"BackupDescription\u0000":{}}"#);
    is("unrecognized", r#"{"x":{"BackupDescription":{}},"y":"BackupSummaries"}"#);
}

/// What another kind of document has is kept without being looked at.
#[test]
fn members_that_do_not_decide_are_kept_as_unknown_members() {
    let text = r#"{"BackupSummaries":[],"BackupDetails":{"BackupCreationDateTime":"never"},"BackupArn":5}"#;
    let Captured::ListBackups(output) = captured(text) else { panic!("{text}") };
    assert_eq!(output.unmodeled.len(), 2);
}

#[test]
fn duplicate_members_are_refused_in_every_kind() {
    for (kind, member, [right, _]) in DECIDING {
        let text = format!(r#"{{"{member}":{right},"x":1,"x":2}}"#);
        let error = json::from_str::<Captured>(&text).expect_err(kind);
        assert!(error.message().contains('x'), "{error}");
        let text = format!(r#"{{"{member}":{right},"{member}":{right}}}"#);
        json::from_str::<Captured>(&text).expect_err(kind);
    }
    for text in [r#"{"a":1,"a":1}"#, r#"[{"a":{"b":1,"b":2}}]"#, r#"{"__type":"x","__type":"y"}"#] {
        json::from_str::<Captured>(text).expect_err(text);
    }
}
