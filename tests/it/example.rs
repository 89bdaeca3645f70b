//! The example program `validate`, run as a process.

use crate::fixtures::fixture;
use dynamodb_backup_model::Rule;
use serde_json::Value;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::SystemTime;
use std::{env, fs};

/// The newest file in a folder, or the file itself.
fn newest(path: &Path) -> SystemTime {
    if path.is_dir() {
        fs::read_dir(path).unwrap().map(|entry| newest(&entry.unwrap().path())).max().unwrap()
    } else {
        path.metadata().unwrap().modified().unwrap()
    }
}

/// The program that was built beside this test, which must not be older than what it is made of.
#[track_caller]
fn program() -> PathBuf {
    let test = env::current_exe().unwrap();
    let program =
        test.parent().unwrap().parent().unwrap().join("examples/validate").with_extension(env::consts::EXE_EXTENSION);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = newest(&root.join("src")).max(newest(&root.join("examples/validate.rs")));
    let built = program.metadata().and_then(|program| program.modified());
    assert!(
        built.is_ok_and(|built| built >= sources),
        "{} is missing or old: `cargo build --example validate`, or run all tests, which builds it",
        program.display()
    );
    program
}

struct Run {
    code: i32,
    out: String,
    err: String,
}

/// Runs the program in the project's folder with that text as its input.
#[track_caller]
fn run(arguments: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(program())
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that only lists its rules does not wait for its input.
    let _ = child.stdin.take().unwrap().write_all(input);
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap().replace("\r\n", "\n");
    Run { code: status.code().unwrap(), out: text(stdout), err: text(stderr) }
}

fn path(name: &str) -> String {
    format!("tests/fixtures/valid/{name}.json")
}

/// Two errors and two warnings on known lines.
const BROKEN: &str = r#"{
  "BackupDescription": {
    "BackupDetails": {
      "BackupArn": "arn:aws:dynamodb:us-east-1:000000000001:table/abc/backup/01000000000000-00000000",
      "BackupName": "née 𝄞", "BackupStatus": "ACTIVE",
      "BackupCreationDateTime": 1000000000,
      "BackupType": "USER"
    },
    "SourceTableDetails": {
      "TableName": "abc",
      "TableArn": "arn:aws:dynamodb:us-east-1:000000000001:table/abc",
      "TableId": "00000000-0000-0000-0000-000000000000",
      "KeySchema": [
        {"AttributeName": "b", "KeyType": "RANGE"},
        {"AttributeName": "a", "KeyType": "HASH"}
      ],
      "TableCreationDateTime": 1000000000,
      "ProvisionedThroughput": {"ReadCapacityUnits": 0, "WriteCapacityUnits": 0}
    }
  }
}"#;

#[test]
fn a_valid_file_is_named_and_counted_and_the_status_is_0() {
    let Run { code, out, err } = run(&[&path("full")], b"");
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(
        out,
        "tests/fixtures/valid/full.json: document 1: output: backup \"music-before-migration\" of table \"Music\", AVAILABLE\n\
         0 errors, 0 warnings\n"
    );
}

#[test]
fn error_responses_are_told_from_outputs() {
    let Run { code, out, .. } = run(&[&path("error-wire-upper-case-message"), &path("error-boto3-throttled")], b"");
    assert_eq!(code, 0);
    let first = "tests/fixtures/valid/error-wire-upper-case-message.json: document 1: error response: AccessDeniedException: User: ";
    assert!(out.starts_with(first), "{out}");
    let second = "tests/fixtures/valid/error-boto3-throttled.json: document 1: error response (HTTP 400): ThrottlingException: Rate exceeded\n";
    assert!(out.contains(second), "{out}");
}

#[test]
fn violations_are_lines_with_file_line_and_column_and_the_status_is_1() {
    let Run { code, out, err } = run(&["--format", "lines"], BROKEN.as_bytes());
    assert_eq!((code, err.as_str()), (1, ""));
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[0], "<stdin>: document 1: output: backup \"née 𝄞\" of table \"abc\", ACTIVE");
    let starts = [
        "<stdin>:5:21: error[text-pattern] at /BackupDescription/BackupDetails/BackupName: ",
        "<stdin>:5:46: warning[unknown-enum-value] at /BackupDescription/BackupDetails/BackupStatus: ",
        "<stdin>:13:20: error[key-schema-order] at /BackupDescription/SourceTableDetails/KeySchema: ",
        "<stdin>:9:27: warning[billing-mode-missing] at /BackupDescription/SourceTableDetails/BillingMode: ",
    ];
    assert_eq!(lines.len(), 2 + starts.len(), "{out}");
    for (line, start) in lines[1..].iter().zip(starts) {
        assert!(line.starts_with(start), "{line}\n{start}");
    }
    assert_eq!(lines[5], "2 errors, 2 warnings");
}

#[test]
fn what_is_no_terminal_gets_lines() {
    let automatic = run(&[], BROKEN.as_bytes());
    let lines = run(&["--format", "lines"], BROKEN.as_bytes());
    assert_eq!((automatic.code, automatic.out), (lines.code, lines.out));
}

#[test]
fn snippets_show_the_place() {
    let Run { code, out, err } = run(&["--format", "snippets", "-"], BROKEN.as_bytes());
    assert_eq!((code, err.as_str()), (1, ""));
    insta::assert_snapshot!(out);
}

#[test]
fn json_is_one_object_per_violation() {
    let Run { code, out, err } = run(&["--format", "json", &path("full"), "-", &path("wire-2018")], BROKEN.as_bytes());
    assert_eq!((code, err.as_str()), (1, ""));
    let violations: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(violations.len(), 5);
    for violation in &violations {
        let mut names: Vec<&str> = violation.as_object().unwrap().keys().map(String::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, ["column", "document", "file", "line", "message", "path", "rule", "severity"]);
        assert!(Rule::from_id(violation["rule"].as_str().unwrap()).is_some());
        assert!(!violation["message"].as_str().unwrap().is_empty());
    }
    let place = |violation: &Value| {
        let text = |name: &str| violation[name].as_str().unwrap().to_owned();
        let number = |name: &str| violation[name].as_u64().unwrap();
        (
            text("file"),
            number("document"),
            number("line"),
            number("column"),
            text("rule"),
            text("severity"),
            text("path"),
        )
    };
    let own = |file: &str, line, column, rule: &str, severity: &str, path: &str| {
        (file.to_owned(), 1, line, column, rule.to_owned(), severity.to_owned(), path.to_owned())
    };
    assert_eq!(
        place(&violations[2]),
        own("<stdin>", 13, 20, "key-schema-order", "error", "/BackupDescription/SourceTableDetails/KeySchema")
    );
    assert_eq!(
        place(&violations[4]),
        own(&path("wire-2018"), 1, 39, "backup-type-missing", "warning", "/BackupDescription/BackupDetails/BackupType")
    );
}

#[test]
fn documents_in_one_stream_have_their_own_lines() {
    let wire = fixture("wire-2018").text;
    let error = fixture("error-wire").text;
    // Behind white space, on one line with the document before, and over many lines.
    let stream = format!("\n  {wire}{error} {wire}\n\n{BROKEN}\n{wire}");
    let Run { code, out, err } = run(&["--format", "lines"], stream.as_bytes());
    assert_eq!((code, err.as_str()), (1, ""));
    let third = 2 + wire.chars().count() + error.chars().count() + 1;
    for (number, line, column) in [(1, 2, 39 + 2), (3, 2, 39 + third), (5, 25, 39)] {
        let start = format!("<stdin>:{line}:{column}: warning[backup-type-missing] at ");
        assert!(out.contains(&start), "{number}: {start}\n{out}");
    }
    assert!(out.contains("<stdin>: document 2: error response (HTTP 400): BackupNotFoundException: "), "{out}");
    assert!(out.contains("<stdin>:8:21: error[text-pattern] at "), "{out}");
    assert!(out.contains("<stdin>: document 5: output: "), "{out}");
    assert_eq!(out.matches(" document ").count(), 5, "{out}");
}

#[test]
fn a_document_that_cannot_be_read_is_told_with_its_place_and_the_status_is_2() {
    let stream = format!(
        "{}\n{}",
        fixture("wire-2018").text,
        BROKEN.replace("0, \"WriteCapacityUnits", "\"5\", \"WriteCapacityUnits")
    );
    let Run { code, out, err } = run(&["--format", "lines"], stream.as_bytes());
    assert_eq!(code, 2);
    assert!(out.starts_with("<stdin>: document 1: output: "), "{out}");
    assert_eq!(
        err,
        "<stdin>:19:54: error: can't read document 2: in /BackupDescription/SourceTableDetails/ProvisionedThroughput/ReadCapacityUnits: \
         expected a whole number of 64 bits, found the text \"5\"\n"
    );
    for (input, expected) in [
        (&b""[..], "error: <stdin>: expected a JSON document, found nothing\n"),
        (b" \n ", "error: <stdin>: expected a JSON document, found nothing\n"),
        (b"{} x", "<stdin>:1:4: error: can't read document 2: in the top level: expected a value\n"),
        (
            b"\xEF\xBB\xBF{}",
            "<stdin>:1:1: error: can't read document 1: in the top level: expected JSON, found a byte order mark: save the text without it\n",
        ),
        (
            b"\xFF\xFE{\0",
            "<stdin>:1:1: error: can't read document 1: in the top level: expected UTF-8, found UTF-16: save the text as UTF-8\n",
        ),
    ] {
        let Run { code, err, .. } = run(&[], input);
        assert_eq!((code, err.as_str()), (2, expected));
    }
}

#[test]
fn files_that_cannot_be_opened_do_not_hide_the_others() {
    let Run { code, out, err } = run(&["no/such/file.json", "tests", &path("full")], b"");
    assert_eq!(code, 2);
    assert!(out.starts_with("tests/fixtures/valid/full.json: document 1: output: "), "{out}");
    assert!(err.contains("error: can't read no/such/file.json: "), "{err}");
    assert!(err.contains("error: can't read tests: "), "{err}");
    assert_eq!(err.lines().count(), 2, "{err}");
}

#[test]
fn the_worst_document_decides_the_status() {
    let cut = "{";
    for (stream, code) in [
        (fixture("full").text, 0),
        (fixture("wire-2018").text, 0),
        (format!("{}{BROKEN}", fixture("full").text), 1),
        (format!("{BROKEN}{}", fixture("full").text), 1),
        (format!("{BROKEN}{cut}"), 2),
        (format!("{}{cut}", fixture("full").text), 2),
    ] {
        assert_eq!(run(&[], stream.as_bytes()).code, code, "{stream}");
    }
    assert_eq!(run(&["-", &path("full")], BROKEN.as_bytes()).code, 1);
}

#[test]
fn warnings_can_be_denied() {
    let warning = path("wire-2018");
    assert_eq!(run(&[&warning], b"").code, 0);
    assert_eq!(run(&["--deny-warnings", &warning], b"").code, 1);
    assert_eq!(run(&["--deny-warnings", "--format", "json", &warning], b"").code, 1);
    assert_eq!(run(&["--deny-warnings", &path("full")], b"").code, 0);
}

#[test]
fn rules_can_be_allowed_by_their_ids() {
    let all = run(&["--format", "lines"], BROKEN.as_bytes());
    assert!(all.out.contains("[text-pattern]") && all.out.contains("[key-schema-order]"), "{}", all.out);
    let one = run(&["--format", "lines", "--allow", "text-pattern"], BROKEN.as_bytes());
    assert!(!one.out.contains("[text-pattern]") && one.out.contains("[key-schema-order]"), "{}", one.out);
    assert!(one.out.ends_with("1 error, 2 warnings\n"), "{}", one.out);
    assert_eq!(one.code, 1);
    let both = run(&["--allow", "text-pattern", "--allow", "key-schema-order"], BROKEN.as_bytes());
    assert_eq!(both.code, 0);
    assert!(both.out.ends_with("0 errors, 2 warnings\n"), "{}", both.out);
    let allowed = run(&["--deny-warnings", "--allow", "backup-type-missing", &path("wire-2018")], b"");
    assert_eq!(allowed.code, 0);
}

#[test]
fn every_rule_is_listed_and_explained() {
    let Run { code, out, .. } = run(&["--rules"], b"");
    assert_eq!(code, 0);
    let ids: Vec<&str> = out.lines().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(ids, Rule::ALL.iter().map(|rule| rule.id()).collect::<Vec<_>>());
    for rule in [Rule::ALL[0], Rule::ALL[Rule::ALL.len() - 1]] {
        let Run { code, out, .. } = run(&["--explain", rule.id()], b"");
        assert_eq!(code, 0);
        assert!(out.starts_with(&format!("{}[{}]: {}\n", rule.severity(), rule.id(), rule.summary())), "{out}");
        assert!(out.contains(rule.source()), "{out}");
    }
}

#[test]
fn a_rule_or_option_that_there_is_not_is_refused() {
    for arguments in
        [&["--allow", "no-such-rule"][..], &["--explain", "text_pattern"], &["--format", "xml"], &["--no-such"]]
    {
        let Run { code, out, err } = run(arguments, b"{}");
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.starts_with("error: "), "{err}");
    }
}
