//! The example program `validate`, run as a process.

mod documents;
mod options;

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
    let sources = newest(&root.join("src")).max(newest(&root.join("examples/validate")));
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
    run_in(Path::new(env!("CARGO_MANIFEST_DIR")), arguments, input)
}

#[track_caller]
fn run_in(folder: &Path, arguments: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(program())
        .args(arguments)
        .current_dir(folder)
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

/// A new folder with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in files {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    folder
}

/// A folder with documents of every kind, valid and not, and with what can't be read.
fn captures(name: &str) -> PathBuf {
    let lines = format!("{}\n{{\"BackupDescription\":\n{}\n", fixture("wire-2018").text, r#"{"Table":{}}"#);
    let many = format!(
        r#"[{{"BackupDescription":{{"SourceTableDetails":{{"KeySchema":[{}]}}}}}}]"#,
        vec![r#"{"AttributeName":"","KeyType":"HASH"}"#; 1200].join(",")
    );
    folder(
        name,
        &[
            ("broken.json", BROKEN),
            ("kinds/error.json", &fixture("error-wire").text),
            ("kinds/full.json", &fixture("full").text),
            ("lines.jsonl", &lines),
            ("many.json", &many),
            ("nothing.ndjson", ""),
            ("odd, 100%: name.JSON", r#"{"BackupDescription": null}"#),
            ("read-me.txt", "not read"),
        ],
    )
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
fn a_valid_file_is_listed_and_the_exit_status_is_0() {
    let Run { code, out, err } = run(&[&path("full")], b"");
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(
        out,
        "tests/fixtures/valid/full.json: document 1: DescribeBackup: backup \"music-before-migration\" of table \"Music\", AVAILABLE\n\
         0 errors, 0 warnings\n\
         1 file, 1 document: 1 valid, 0 with errors, 0 unreadable\n"
    );
}

#[test]
fn error_responses_are_distinguished_from_outputs() {
    let Run { code, out, .. } = run(&[&path("error-wire-upper-case-message"), &path("error-boto3-throttled")], b"");
    assert_eq!(code, 0);
    let first = "tests/fixtures/valid/error-wire-upper-case-message.json: document 1: error response: AccessDeniedException: User: ";
    assert!(out.starts_with(first), "{out}");
    let second = "tests/fixtures/valid/error-boto3-throttled.json: document 1: error response (HTTP 400): ThrottlingException: Rate exceeded\n";
    assert!(out.contains(second), "{out}");
}

#[test]
fn violations_have_file_line_and_column_and_the_exit_status_is_1() {
    let Run { code, out, err } = run(&["--format", "lines"], BROKEN.as_bytes());
    assert_eq!((code, err.as_str()), (1, ""));
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[0], "<stdin>: document 1: DescribeBackup: backup \"née 𝄞\" of table \"abc\", ACTIVE");
    let starts = [
        "<stdin>:5:21: error[text-pattern] at /BackupDescription/BackupDetails/BackupName: ",
        "<stdin>:5:46: warning[unknown-enum-value] at /BackupDescription/BackupDetails/BackupStatus: ",
        "<stdin>:13:20: error[key-schema-order] at /BackupDescription/SourceTableDetails/KeySchema: ",
        "<stdin>:9:27: warning[billing-mode-missing] at /BackupDescription/SourceTableDetails/BillingMode: ",
    ];
    for (line, start) in lines[1..].iter().zip(starts) {
        assert!(line.starts_with(start), "{line}\n{start}");
    }
    let closing = [
        "2 errors, 2 warnings",
        "1 file, 1 document: 0 valid, 1 with errors, 0 unreadable",
        "warning[unknown-enum-value]: 1",
        "error[text-pattern]: 1",
        "error[key-schema-order]: 1",
        "warning[billing-mode-missing]: 1",
    ];
    assert_eq!(lines[1 + starts.len()..], closing);
}

#[test]
fn output_is_plain_lines_without_a_terminal() {
    let automatic = run(&[], BROKEN.as_bytes());
    let lines = run(&["--format", "lines"], BROKEN.as_bytes());
    assert_eq!((automatic.code, automatic.out), (lines.code, lines.out));
}

#[test]
fn snippets_show_the_source_line() {
    let Run { code, out, err } = run(&["--format", "snippets", "-"], BROKEN.as_bytes());
    assert_eq!((code, err.as_str()), (1, ""));
    insta::assert_snapshot!(out);
}

#[test]
fn the_json_format_is_one_object_per_violation() {
    let Run { code, out, err } = run(&["--format", "json", &path("full"), "-", &path("wire-2018")], BROKEN.as_bytes());
    assert_eq!(code, 1);
    assert!(err.starts_with("3 files, 3 documents: 2 valid, 1 with errors, 0 unreadable\n"), "{err}");
    let violations: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(violations.len(), 5);
    for violation in &violations {
        let mut names: Vec<&str> = violation.as_object().unwrap().keys().map(String::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, ["column", "document", "file", "kind", "line", "message", "path", "rule", "severity"]);
        assert_eq!(violation["kind"], "violation");
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
fn documents_in_one_stream_have_their_own_line_numbers() {
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
    assert!(out.contains("<stdin>: document 5: DescribeBackup: "), "{out}");
    assert_eq!(out.matches(" document ").count(), 5, "{out}");
}

#[test]
fn an_unreadable_document_is_reported_with_its_location_and_the_exit_status_is_2() {
    let stream = format!(
        "{}\n{}",
        fixture("wire-2018").text,
        BROKEN.replace("0, \"WriteCapacityUnits", "\"5\", \"WriteCapacityUnits")
    );
    let Run { code, out, err } = run(&["--format", "lines"], stream.as_bytes());
    assert_eq!(code, 2);
    assert!(out.starts_with("<stdin>: document 1: DescribeBackup: "), "{out}");
    assert_eq!(
        err,
        "<stdin>:19:54: error: can't read document 2: in /BackupDescription/SourceTableDetails/ProvisionedThroughput/ReadCapacityUnits: \
         expected a 64-bit integer, found the string \"5\"\n"
    );
    for (input, expected) in [
        (&b""[..], "error: can't read <stdin>: expected a JSON document, found nothing\n"),
        (b" \n ", "error: can't read <stdin>: expected a JSON document, found nothing\n"),
        (b"{} x", "<stdin>:1:4: error: can't read document 2: in the top level: expected a value\n"),
    ] {
        let Run { code, err, .. } = run(&[], input);
        assert_eq!((code, err.as_str()), (2, expected));
    }
}

#[test]
fn an_unreadable_file_does_not_hide_the_others() {
    let Run { code, out, err } = run(&["no/such/file.json", "tests/it", &path("full")], b"");
    assert_eq!(code, 2);
    assert!(out.starts_with("tests/fixtures/valid/full.json: document 1: DescribeBackup: "), "{out}");
    assert!(err.contains("error: can't read no/such/file.json: "), "{err}");
    assert!(
        err.contains("error: can't read tests/it: expected files named *.json, *.jsonl or *.ndjson, found none\n"),
        "{err}"
    );
    assert_eq!(err.lines().count(), 2, "{err}");
}

#[test]
fn the_worst_document_determines_the_exit_status() {
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
fn rules_can_be_allowed_by_id() {
    let all = run(&["--format", "lines"], BROKEN.as_bytes());
    assert!(all.out.contains("[text-pattern]") && all.out.contains("[key-schema-order]"), "{}", all.out);
    let one = run(&["--format", "lines", "--allow", "text-pattern"], BROKEN.as_bytes());
    assert!(!one.out.contains("[text-pattern]") && one.out.contains("[key-schema-order]"), "{}", one.out);
    assert!(one.out.contains("\n1 error, 2 warnings\n"), "{}", one.out);
    assert_eq!(one.code, 1);
    let both = run(&["--allow", "text-pattern", "--allow", "key-schema-order"], BROKEN.as_bytes());
    assert_eq!(both.code, 0);
    assert!(both.out.contains("\n0 errors, 2 warnings\n"), "{}", both.out);
    let listed = run(&["--allow", "text-pattern,key-schema-order"], BROKEN.as_bytes());
    assert_eq!((listed.code, listed.out), (0, both.out));
    let allowed = run(&["--deny-warnings", "--allow", "backup-type-missing", &path("wire-2018")], b"");
    assert_eq!(allowed.code, 0);
}

#[test]
fn every_rule_is_listed_and_explained() {
    let Run { code, out, .. } = run(&["--list-rules"], b"");
    assert_eq!(code, 0);
    let ids: Vec<&str> = out.lines().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(ids, Rule::ALL.iter().map(|rule| rule.id()).collect::<Vec<_>>());
    for rule in [Rule::ALL[0], Rule::ALL[Rule::ALL.len() - 1]] {
        let Run { code, out, .. } = run(&["--explain", rule.id()], b"");
        assert_eq!(code, 0);
        assert!(out.starts_with(&format!("{}[{}]: {}\n", rule.severity(), rule.id(), rule.summary())), "{out}");
        for part in [rule.help(), rule.example(), rule.source()] {
            assert!(out.contains(part), "{out}");
        }
    }
}

#[test]
fn an_unknown_rule_or_option_is_refused() {
    for arguments in [
        &["--allow", "no-such-rule"][..],
        &["--allow", "text-pattern,no-such-rule"],
        &["--deny", "no-such-rule"],
        &["--explain", "text_pattern"],
        &["--format", "xml"],
        &["--limits", "2019"],
        &["--color", "red"],
        &["--jobs", "0"],
        &["--no-such"],
    ] {
        let Run { code, out, err } = run(arguments, b"{}");
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.starts_with("error: "), "{err}");
    }
}

#[test]
fn a_folder_in_the_lines_format() {
    let Run { code, out, err } = run_in(&captures("lines"), &["--format", "lines", "."], b"");
    assert_eq!(code, 2);
    insta::assert_snapshot!(shortened(&format!("{out}--- standard error\n{err}")));
}

#[test]
fn a_folder_in_the_snippets_format() {
    let Run { code, out, err } = run_in(&captures("snippets"), &["--format", "snippets", "."], b"");
    assert_eq!(code, 2);
    let out = without_middle(&out, "\n\n");
    insta::assert_snapshot!(format!("{out}--- standard error\n{err}"));
}

#[test]
fn a_folder_in_the_json_format_includes_unreadable_documents() {
    let Run { code, out, err } = run_in(&captures("json"), &["--format", "json", "."], b"");
    assert_eq!(code, 2);
    let lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let unreadable: Vec<&str> =
        lines.iter().filter(|line| line["kind"] == "unreadable").map(|line| line["file"].as_str().unwrap()).collect();
    assert_eq!(unreadable, ["lines.jsonl", "nothing.ndjson"]);
    insta::assert_snapshot!(shortened(&format!("{out}--- standard error\n{err}")));
}

#[test]
fn a_folder_in_the_github_format() {
    let Run { code, out, err } = run_in(&captures("github"), &["--format", "github", "."], b"");
    assert_eq!((code, err.as_str()), (2, ""));
    insta::assert_snapshot!(shortened(&out));
}

#[test]
fn the_github_format_names_no_file_for_standard_input() {
    let Run { out, .. } = run(&["--format", "github"], br#"{"Table":{}} {"#);
    insta::assert_snapshot!(out);
}

#[test]
fn a_folder_in_the_sarif_format() {
    let Run { code, out, err } = run_in(&captures("sarif"), &["--format", "sarif", "."], b"");
    assert_eq!(code, 2);
    let mut log: Value = serde_json::from_str(&out).unwrap();
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array_mut().unwrap();
    let ids: Vec<&str> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert_eq!(ids, Rule::ALL.iter().map(|rule| rule.id()).chain(["unreadable"]).collect::<Vec<_>>());
    for (rule, described) in Rule::ALL.iter().zip(rules.iter()) {
        assert_eq!(described["help"]["text"], rule.help());
        assert_eq!(described["shortDescription"]["text"], rule.summary());
        assert_eq!(described["defaultConfiguration"]["level"], rule.severity().as_str());
    }
    let ids: Vec<String> = ids.into_iter().map(str::to_owned).collect();
    // The rules have their own tests.
    rules.drain(1..ids.len() - 1);
    let results = log["runs"][0]["results"].as_array_mut().unwrap();
    for result in results.iter() {
        assert_eq!(result["ruleId"], *ids[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()]);
    }
    let is_of_many = |result: &Value| result.to_string().contains("many.json");
    let (first, last) = (results.iter().position(is_of_many).unwrap(), results.iter().rposition(is_of_many).unwrap());
    results.drain(first + 2..last - 1);
    log.sort_all_objects();
    insta::assert_snapshot!(format!("{log:#}\n--- standard error\n{err}"));
}

#[test]
fn a_sarif_log_without_results_is_complete() {
    let Run { code, out, .. } = run(&["--format", "sarif", &path("full")], b"");
    assert_eq!(code, 0);
    let log: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(log["runs"][0]["results"], serde_json::json!([]));
}

/// Text of which at most so many lines about one file are left.
fn shortened(text: &str) -> String {
    without_middle(text, "\n")
}

/// Leaves out what there is of the file `many.json`, but for both ends.
fn without_middle(text: &str, separator: &str) -> String {
    let pieces: Vec<&str> = text.split(separator).collect();
    let is_of_many = |piece: &&str| ["many.json:", "many.json,", "many.json\""].iter().any(|name| piece.contains(name));
    let (first, last) = (pieces.iter().position(is_of_many).unwrap(), pieces.iter().rposition(is_of_many).unwrap());
    assert!(last - first > 900, "{text}");
    [&pieces[..first + 3], &["…"], &pieces[last - 1..]].concat().join(separator)
}

#[test]
fn output_is_the_same_with_any_number_of_jobs() {
    let one_line = |name: &str| fixture(name).text.replace('\n', "");
    let text = format!("{}\n{}\n{{\n{}\n", one_line("full"), BROKEN.replace('\n', ""), one_line("wire-2018"));
    let large = text.repeat(70);
    let files: Vec<(String, String)> = (0..40)
        .map(|number| (format!("{number:02}.jsonl"), if number % 9 == 4 { large.clone() } else { text.clone() }))
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = folder("jobs", &files);
    for format in ["lines", "snippets", "json", "github", "sarif"] {
        let one = run_in(&folder, &["--format", format, "."], b"");
        assert_eq!(one.code, 2);
        for jobs in ["2", "5"] {
            let many = run_in(&folder, &["--format", format, "--jobs", jobs, ".", "00.jsonl"], b"");
            let all = run_in(&folder, &["--format", format, ".", "00.jsonl"], b"");
            assert_eq!((many.code, many.err), (all.code, all.err), "{format}");
            assert!(many.out == all.out, "{format}, {jobs} jobs");
            assert!(many.out.len() > one.out.len());
        }
    }
}

#[test]
fn folders_are_searched_for_json_files_in_name_order() {
    let text = fixture("full").text;
    let names = ["b.json", "a/z.ndjson", "a/b/c.jsonl", "c.JSON", "a.txt", "a.json.bak", "d.json/e.json"];
    let folder = folder("search", &names.map(|name| (name, text.as_str())));
    let Run { code, out, err } = run_in(&folder, &["--format", "lines", ".", "a.txt"], b"");
    assert_eq!((code, err.as_str()), (0, ""));
    let found: Vec<&str> =
        out.lines().filter_map(|line| line.split_once(": document ")).map(|(file, _)| file).collect();
    assert_eq!(found, ["a/b/c.jsonl", "a/z.ndjson", "b.json", "c.JSON", "d.json/e.json", "a.txt"]);
}
