//! The documents of an input: how they are found, and where reading continues after a malformed one.

use crate::fixtures::valid;
use crate::other_formats::HAS_ARBITRARY_PRECISION;
use crate::properties::documents::assert_invariants;
use dynamodb_backup_model::json::{self, Document, ErrorKind};
use dynamodb_backup_model::{DescribeBackupOutput, JsonPointer};
use proptest::prelude::*;
use serde_json::Value;
use std::fmt::Write as _;
use std::time::Instant;

/// Each document as `line:column path text`, a malformed one with `!` and its bytes.
#[track_caller]
fn shown(bytes: &[u8]) -> Vec<String> {
    assert_invariants(bytes);
    json::documents(bytes)
        .map(|document| {
            let mut line = format!("{}:{} ", document.line(), document.column());
            if !document.path().is_root() {
                write!(line, "{} ", document.path()).unwrap();
            }
            match document.text() {
                Ok(text) => line.push_str(text),
                Err(_) => write!(line, "!{}", String::from_utf8_lossy(&bytes[document.range()])).unwrap(),
            }
            line
        })
        .collect()
}

#[track_caller]
fn errors(bytes: &[u8]) -> Vec<String> {
    json::documents(bytes).filter_map(|document| Some(document.text().err()?.to_string())).collect()
}

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect()
}

#[test]
fn documents_are_found_with_any_separator() {
    let none: [&str; 0] = [];
    assert_eq!(shown(b""), none);
    assert_eq!(shown(b" \r\n\t "), none);
    assert_eq!(shown(b"{}"), ["1:1 {}"]);
    assert_eq!(shown(b"\n  {} \n"), ["2:3 {}"]);
    assert_eq!(shown(b"{\"a\":1}{\"b\":2}\t{}"), ["1:1 {\"a\":1}", "1:8 {\"b\":2}", "1:16 {}"]);
    assert_eq!(shown(b"{}\n{}\n\n{}"), ["1:1 {}", "2:1 {}", "4:1 {}"]);
    assert_eq!(shown(b"{}\r\n{}\r\n"), ["1:1 {}", "2:1 {}"]);
    assert_eq!(shown(b"{\n  \"a\": [\n    {}\n  ]\n}\n{\n}"), ["1:1 {\n  \"a\": [\n    {}\n  ]\n}", "6:1 {\n}"]);
    assert_eq!(shown("{\"é\":\"𝄞\"} {}".as_bytes()), ["1:1 {\"é\":\"𝄞\"}", "1:11 {}"]);
}

#[test]
fn a_value_that_is_not_an_object_is_a_document() {
    assert_eq!(shown(b"1 -2.5e3\nnull \"a b\"true"), ["1:1 1", "1:3 -2.5e3", "2:1 null", "2:6 \"a b\"", "2:11 true"]);
}

#[test]
fn every_top_level_array_is_split_into_its_elements() {
    let none: [&str; 0] = [];
    assert_eq!(shown(b"[]"), none);
    assert_eq!(shown(b" [ ] []\n"), none);
    assert_eq!(shown(b"[{},{\"a\":[1,{}]}]"), ["1:2 /0 {}", "1:5 /1 {\"a\":[1,{}]}"]);
    assert_eq!(shown(b"[\n  {},\n  {\n  }\n]\n"), ["2:3 /0 {}", "3:3 /1 {\n  }"]);
    assert_eq!(shown(b"[[{}], 1, \"]\"]"), ["1:2 /0 [{}]", "1:8 /1 1", "1:11 /2 \"]\""]);
    assert_eq!(shown(b"{} [{},{}] {}\n[{}]"), ["1:1 {}", "1:5 /0 {}", "1:8 /1 {}", "1:12 {}", "2:2 /0 {}"]);
    // How elements are separated is not checked.
    assert_eq!(shown(b"[,{} {},,{},]"), ["1:3 /0 {}", "1:6 /1 {}", "1:10 /2 {}"]);
}

#[test]
fn a_malformed_line_affects_only_that_line() {
    let lines = b"{\"a\":1}\n{\"a\": {\"b\": \n{\"c\":3}\n{\"d\": oops}\n{\"e\":\"x}\n{\"f\":6}";
    let expected = [
        "1:1 {\"a\":1}",
        "2:1 !{\"a\": {\"b\":",
        "3:1 {\"c\":3}",
        "4:1 !{\"d\": oops}",
        "5:1 !{\"e\":\"x}",
        "6:1 {\"f\":6}",
    ];
    assert_eq!(shown(lines), expected);
    assert_eq!(
        errors(lines),
        [
            "expected a value, found the end of the text at line 2, column 12, in /a/b",
            "expected a value at line 4, column 7, in /d",
            "expected the rest of a string, found the end of the text at line 5, column 9, in /e"
        ]
    );
    let lines = String::from_utf8(lines.to_vec()).unwrap().replace('\n', "\r\n");
    assert_eq!(shown(lines.as_bytes()), expected);
}

#[test]
fn a_truncated_line_affects_only_that_line() {
    let whole = crate::fixtures::fixture("full").text;
    let whole = whole.trim();
    for end in 1..whole.len() {
        let Some(cut) = whole.get(..end) else { continue };
        let lines = format!("{whole}\n{cut}\n{whole}\n{cut}");
        let documents: Vec<Document<'_>> = json::documents(lines.as_bytes()).collect();
        let found: Vec<_> = documents.iter().map(|document| (document.line(), document.text().is_ok())).collect();
        assert_eq!(found, [(1, true), (2, false), (3, true), (4, false)], "{cut}");
        assert_eq!(&lines[documents[1].range()], cut.trim_end());
        assert_eq!(documents[2].text(), Ok(whole));
    }
}

#[test]
fn a_truncated_last_line_is_one_document() {
    assert_eq!(shown(b"{}\n{\"a\": [1, "), ["1:1 {}", "2:1 !{\"a\": [1,"]);
    assert_eq!(shown(b"{}\n{\n\n"), ["1:1 {}", "2:1 !{"]);
}

#[test]
fn a_malformed_multi_line_document_affects_only_itself() {
    let malformed = "{\n  \"a\": oops,\n  \"b\": [\n    {\n    }\n  ]\n}";
    let input = format!("{{\n}}\n{malformed}\n{{\n  \"c\": {{}}\n}}\n");
    assert_eq!(shown(input.as_bytes()), ["1:1 {\n}", &format!("3:1 !{malformed}"), "10:1 {\n  \"c\": {}\n}"]);
    let indented = format!("  {}", input.replace('\n', "\n  "));
    let malformed = malformed.replace('\n', "\n  ");
    assert_eq!(shown(indented.as_bytes()), ["1:3 {\n  }", &format!("3:3 !{malformed}"), "10:3 {\n    \"c\": {}\n  }"]);
}

#[test]
fn consecutive_garbage_is_one_document() {
    assert_eq!(
        shown(b"INFO: start\n  more\n\n{\"a\":1}\nWARN x\n  {\"b\":2} ]\n{}"),
        ["1:1 !INFO: start\n  more", "4:1 {\"a\":1}", "5:1 !WARN x", "6:3 {\"b\":2}", "6:11 !]", "7:1 {}"]
    );
    assert_eq!(shown(b"{},\n{}"), ["1:1 {}", "1:3 !,", "2:1 {}"]);
    assert_eq!(shown(b"x {}\ny"), ["1:1 !x {}\ny"]);
    assert_eq!(shown(b"2019-12-17 {}\n{}"), ["1:1 !2019-12-17 {}", "2:1 {}"]);
    assert_eq!(shown(b"[INFO] {}\n{}"), ["1:2 /0 !INFO] {}", "2:1 {}"]);
}

#[test]
fn reading_continues_in_the_array_after_a_malformed_element() {
    let lines = b"[\n  {\"a\":1},\n  {\"a\":oops},\n  {\"a\":3}\n]\n";
    assert_eq!(shown(lines), ["2:3 /0 {\"a\":1}", "3:3 /1 !{\"a\":oops},", "4:3 /2 {\"a\":3}"]);
    let pretty = b"[\n {\n  \"a\": [\n   {}\n  ],\n  oops\n },\n {\n  \"b\": 2\n }\n]";
    assert_eq!(shown(pretty), ["2:2 /0 !{\n  \"a\": [\n   {}\n  ],\n  oops\n },", "8:2 /1 {\n  \"b\": 2\n }"]);
    let beside_the_bracket = b"[{\"a\": oops},\n {\"b\": 2},\n {\"c\": 3}]\n";
    assert_eq!(shown(beside_the_bracket), ["1:2 /0 !{\"a\": oops},", "2:2 /1 {\"b\": 2}", "3:2 /2 {\"c\": 3}"]);
    // Nothing is indented: what is inside the malformed element is taken for the next.
    assert_eq!(
        shown(b"[\n{\"a\": oops,\n\"b\": [\n{\"c\": 1}\n]},\n{\"d\": 2}\n]"),
        ["2:1 /0 !{\"a\": oops,\n\"b\": [", "4:1 /1 {\"c\": 1}", "6:1 /2 {\"d\": 2}"]
    );
    // A list that is indented is an element, one that is not is the next array.
    assert_eq!(shown(b"[\n [oops],\n [2]\n]"), ["2:2 /0 ![oops],", "3:2 /1 [2]"]);
    assert_eq!(shown(b"[\n [oops],\n[2]"), ["2:2 /0 ![oops],", "3:2 /0 2"]);
}

#[test]
fn a_malformed_one_line_array_loses_its_rest() {
    assert_eq!(
        shown(b"[{\"a\":1},{\"a\":oops},{\"a\":3}]\n{\"b\":1}\n"),
        ["1:2 /0 {\"a\":1}", "1:10 /1 !{\"a\":oops},{\"a\":3}]", "2:1 {\"b\":1}"]
    );
    assert_eq!(
        shown(b"[{\"a\":oops}]\n[{\"b\":1},{\"b\":2}]"),
        ["1:2 /0 !{\"a\":oops}]", "2:2 /0 {\"b\":1}", "2:10 /1 {\"b\":2}"]
    );
    assert_eq!(shown(b"[{\"a\":1},{\"a\n[{\"b\":1}]"), ["1:2 /0 {\"a\":1}", "1:10 /1 !{\"a", "2:2 /0 {\"b\":1}"]);
}

#[test]
fn an_array_truncated_between_elements_is_an_error() {
    for (input, line, column) in [(&b"[{},"[..], 1, 5), (b"[{}", 1, 4), (b"[\n{}\n", 3, 1)] {
        assert_invariants(input);
        let last = json::documents(input).last().unwrap();
        let error = last.text().unwrap_err();
        assert_eq!((last.path().as_str(), last.range()), ("/1", input.len()..input.len()));
        assert_eq!((error.kind(), error.line(), error.column()), (ErrorKind::Eof, line, column));
        assert_eq!(error.message(), "expected the rest of a list, found the end of the text");
    }
    assert_eq!(shown(b"["), ["1:2 /0 !"]);
    // Nothing is reported twice.
    assert_eq!(shown(b"[{},{"), ["1:2 /0 {}", "1:5 /1 !{"]);
}

#[test]
fn invalid_utf_8_affects_only_its_document() {
    assert_eq!(
        shown(b"{\"a\":1}\n{\"a\":\"\xE9\"}\n{\"a\":3}"),
        ["1:1 {\"a\":1}", "2:1 !{\"a\":\"\u{FFFD}\"}", "3:1 {\"a\":3}"]
    );
    assert_eq!(
        shown(b"{\"\xF0\x9F\":{}}{\"\x80\x80\":[]} {}"),
        ["1:1 !{\"\u{FFFD}\":{}}", "1:9 !{\"\u{FFFD}\u{FFFD}\":[]}", "1:19 {}"]
    );
    assert_eq!(shown(b"[{\"a\":\"\xFF\"},{}]"), ["1:2 /0 !{\"a\":\"\u{FFFD}\"}", "1:12 /1 {}"]);
    assert_eq!(
        errors(b"{}\n{\n\"a\":\"\xC3\xA9\xE9\"}\n\xFF\n{}"),
        [
            "expected UTF-8, found the byte 0xE9 at line 3, column 7, in /a",
            "expected UTF-8, found the byte 0xFF at line 4, column 1, at the top level"
        ]
    );
}

#[test]
fn a_byte_order_mark_counts_in_the_offset_but_not_in_the_column() {
    let input = b"\xEF\xBB\xBF{\"a\":5}\n{}";
    assert_eq!(shown(input), ["1:1 {\"a\":5}", "2:1 {}"]);
    let document = json::documents(input).next().unwrap();
    assert_eq!(document.range(), 3..10);
    let error = document.read::<Vec<u8>>().unwrap_err();
    assert_eq!((error.line(), error.column(), error.offset()), (1, 1, 3));
    let location = document.locator().locate(&"/a".parse().unwrap());
    assert_eq!((location.line, location.column, location.offset, location.range), (1, 6, 8, 8..9));
    // A document by itself has none.
    assert!(json::from_slice::<Value>(b"\xEF\xBB\xBF{}").unwrap_err().message().contains("byte order mark"));
    assert_eq!(json::documents(b"\xEF\xBB\xBF").count(), 0);
    // Nor has one that follows another.
    assert!(errors("{}\n\u{FEFF}{}".as_bytes())[0].contains("byte order mark"));
}

#[test]
fn utf_16_gives_the_same_documents_as_utf_8() {
    let text = "{\"é\": \"𝄞€\"}\r\n[{\"a\": 1},\r\n {\"b\": oops}]\r\n";
    let expected: Vec<Document<'_>> = json::documents(text.as_bytes()).collect();
    assert_eq!(expected.len(), 3);
    for bytes in [utf_16(text, u16::to_le_bytes), utf_16(text, u16::to_be_bytes)] {
        assert_invariants(&bytes);
        let found: Vec<Document<'_>> = json::documents(&bytes).collect();
        assert_eq!(format!("{found:?}"), format!("{expected:?}"));
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found.text(), expected.text());
        }
    }
    let empty: [u8; 2] = [0xFF, 0xFE];
    assert_eq!(json::documents(&empty).count(), 0);
}

#[test]
fn a_lone_surrogate_affects_only_its_document() {
    for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        let mut units: Vec<u16> = "\u{FEFF}{\"a\":\"?\"} {\"?\":\"𝄞\"}{\"\u{FFFD}\":1}\n?\n{}".encode_utf16().collect();
        let marks: Vec<usize> = (0..units.len()).filter(|at| units[*at] == u16::from(b'?')).collect();
        for (mark, half) in marks.into_iter().zip([0xD834, 0xDD1E, 0xDC00]) {
            units[mark] = half;
        }
        let mut input: Vec<u8> = units.into_iter().flat_map(bytes).collect();
        assert_invariants(&input);
        let shown: Vec<String> = json::documents(&input)
            .map(|document| match document.text() {
                Ok(text) => text.to_owned(),
                Err(error) => error.to_string(),
            })
            .collect();
        let message = "expected UTF-16, found half of a surrogate pair at";
        assert_eq!(
            shown,
            [
                &format!("{message} line 1, column 7, in /a"),
                &format!("{message} line 1, column 13, at the top level"),
                "{\"\u{FFFD}\":1}",
                &format!("{message} line 2, column 1, at the top level"),
                "{}"
            ]
        );
        input.push(b' ');
        assert_invariants(&input);
        assert_eq!(
            json::documents(&input).last().unwrap().text().unwrap_err().to_string(),
            "expected UTF-16, found a single byte at the end at line 3, column 3, at the top level"
        );
    }
}

#[test]
fn documents_outlive_the_iterator() {
    let bytes = utf_16("{\"a\": 1}\n{\"b\": 2}", u16::to_le_bytes);
    let mut documents = json::documents(&bytes);
    let first = documents.next().unwrap();
    let rest = documents.clone();
    drop(documents);
    assert_eq!(first.clone().text(), Ok("{\"a\": 1}"));
    assert_eq!(rest.map(|document| document.text().unwrap().to_owned()).collect::<Vec<_>>(), ["{\"b\": 2}"]);
    let text = String::from("{\"name\": \"x\"}");
    let document = json::documents(text.as_bytes()).next().unwrap();
    let borrowed: std::collections::BTreeMap<&str, &str> = document.read().unwrap();
    assert_eq!(borrowed["name"], "x");
    let is_shared: &(dyn std::any::Any + Send + Sync) = &json::documents(b"{}").next();
    assert!(is_shared.is::<Option<Document<'static>>>());
}

#[test]
fn debug_output_says_where_a_document_is() {
    let mut documents = json::documents(b"[\n {}]");
    assert_eq!(format!("{documents:?}"), "Documents { next: 0, array: None, .. }");
    let document = documents.next().unwrap();
    let path = r#"JsonPointer("/0")"#;
    assert_eq!(
        format!("{document:?}"),
        format!("Document {{ range: 3..5, line: 2, column: 2, path: {path}, error: None, .. }}")
    );
}

#[test]
fn utf_8_is_not_copied() {
    let input = b" {\"a\": 1}\n{}";
    for document in json::documents(input) {
        assert_eq!(document.text().unwrap().as_ptr(), input[document.range()].as_ptr());
    }
}

#[test]
fn errors_and_locations_count_in_the_whole_input() {
    let input = "{}\n  {\"é\": {}, \"BackupDescription\": {\n    \"BackupDetails\": 7}}".as_bytes();
    let document = json::documents(input).nth(1).unwrap();
    let error = document.read::<DescribeBackupOutput>().unwrap_err();
    assert_eq!(error.path(), &"/BackupDescription/BackupDetails");
    assert_eq!((error.line(), error.column()), (3, 22));
    assert_eq!(&input[error.offset()..=error.offset()], b"7");
    let location = document.locator().find(error.path()).unwrap();
    assert_eq!(location, {
        let mut at = error.location().clone();
        at.range.end += 1;
        at
    });
    assert_eq!(document.locator().find(&"/absent".parse().unwrap()), None);
    let first = document.locator().locate(&"/é".parse().unwrap());
    assert_eq!((first.to_string(), &input[first.range]), ("2:9".to_owned(), &b"{}"[..]));
    assert_eq!(document.locator().locate(&JsonPointer::root()).range, document.range());
}

#[test]
fn nesting_is_limited_in_one_line_and_across_lines() {
    for separator in ["", "\n "] {
        let nested = |levels: usize| {
            let levels = levels - 1;
            format!("{{\"a\":{separator}{}1{}}}", "[ ".repeat(levels), format!("{separator}]").repeat(levels))
        };
        let input = format!("{}\n{}\n{}\n", nested(127), nested(128), nested(127));
        assert_invariants(input.as_bytes());
        let documents: Vec<Document<'_>> = json::documents(input.as_bytes()).collect();
        assert_eq!(documents.iter().map(|document| document.text().is_ok()).collect::<Vec<_>>(), [true, false, true]);
        let error = documents[1].text().unwrap_err();
        assert_eq!(error.message(), "expected at most 127 levels of lists and objects");
        assert_eq!(error.path().as_str(), format!("/a{}", "/0".repeat(126)));
        assert!(documents[0].read::<Value>().is_ok());
        // The elements of an array are documents.
        let array = format!("[{}]", nested(127));
        assert_eq!(json::documents(array.as_bytes()).filter(|document| document.text().is_ok()).count(), 1);
    }
}

#[test]
fn a_document_of_another_type_can_still_be_read_as_json() {
    let input = br#"{"a":"\ud834"} {"a":1e400} {"a":1,"a":2}"#;
    assert!(json::documents(input).all(|document| document.text().is_ok()));
    let is_refused = json::documents(input).map(|document| document.read::<DescribeBackupOutput>().is_err());
    assert_eq!(is_refused.collect::<Vec<_>>(), [true, !HAS_ARBITRARY_PRECISION, true]);
}

#[test]
fn every_fixture_is_found_in_every_layout() {
    let fixtures: Vec<String> = valid().into_iter().map(|fixture| fixture.text.trim().to_owned()).collect();
    let values: Vec<Value> = fixtures.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
    let pretty: Vec<String> = values.iter().map(|value| serde_json::to_string_pretty(value).unwrap()).collect();
    let array = serde_json::to_string_pretty(&values).unwrap();
    for input in
        [fixtures.join("\n"), fixtures.concat(), pretty.join("\n"), pretty.join("\r\n").replace('\n', "\r\n"), array]
    {
        assert_invariants(input.as_bytes());
        for bytes in [input.clone().into_bytes(), utf_16(&input, u16::to_le_bytes)] {
            let found: Vec<Value> = json::documents(&bytes).map(|document| document.read().unwrap()).collect();
            assert_eq!(found, values);
        }
    }
}

/// Fails where ten times the input takes far more than ten times as long, however often it is tried: a machine that is
/// busy can spoil a measurement, but not make one better.
#[track_caller]
fn assert_linear(name: &str, count: usize, input: impl Fn(usize) -> String) {
    let duration = |count: usize| {
        let input = input(count);
        let start = Instant::now();
        assert!(json::documents(input.as_bytes()).count() > 0);
        start.elapsed()
    };
    let mut measured = Vec::new();
    for _ in 0..20 {
        let (small, large) = (duration(count / 10), duration(count));
        if large < small * 25 {
            return;
        }
        measured.push((small, large));
    }
    panic!("{name:?} {count} times, a tenth and all: {measured:?}");
}

#[test]
fn time_is_linear_in_the_input() {
    for (unit, last) in [("{\n", ""), ("[\n", ""), ("{\"a\":[\n", ""), ("{\"a\":[]\n", ""), ("{\"\u{E9}\":\"\\\n", "")]
    {
        assert_linear(unit, 20_000, |count| format!("{}{last}", unit.repeat(count)));
    }
    for (unit, last) in [("[{}, oops]\n", ""), ("{\"a\":{}}\n", ""), ("}\n{", ""), ("{\n}\n", "")] {
        assert_linear(unit, 50_000, |count| format!("{}{last}", unit.repeat(count)));
    }
    for (unit, last) in
        [("{}", ""), ("[1]", ""), ("[{}],", "]"), ("[", ""), ("x ", ""), ("x\n", ""), ("\n", "{"), (" ", "{")]
    {
        assert_linear(unit, 300_000, |count| format!("{}{last}", unit.repeat(count)));
    }
}

#[test]
fn a_million_lines_of_an_open_brace_are_a_million_documents() {
    let input = "{\n".repeat(1_000_000);
    assert_eq!(json::documents(input.as_bytes()).count(), 1_000_000);
    assert!(json::documents(input.as_bytes()).take(1_000).all(|document| document.text().is_err()));
    assert_linear("{\n", 100_000, |count| "{\n".repeat(count));
}

#[test]
fn an_unterminated_string_affects_only_its_line() {
    let input = |count: usize| format!("{{\"a\": \"{}\n{}", "x".repeat(100 * count), "{\"b\": 1}\n".repeat(count));
    let readable = json::documents(input(20_000).as_bytes()).filter(|document| document.text().is_ok()).count();
    assert_eq!(readable, 20_000);
    assert_linear("a long string", 20_000, input);
}

#[test]
fn whitespace_takes_no_memory() {
    let mut input = vec![b' '; 64 << 20];
    input.iter_mut().step_by(80).for_each(|byte| *byte = b'\n');
    let mut count = 0;
    let allocated = allocation_counter::measure(|| count = json::documents(&input).count());
    assert_eq!((count, allocated.count_total), (0, 0));
    input.extend_from_slice(b"{}");
    let allocated = allocation_counter::measure(|| {
        let document = json::documents(&input).next().unwrap();
        assert_eq!((document.line(), document.column()), ((64 << 20) / 80 + 2, 64));
        assert!(document.text().is_ok());
    });
    assert_eq!(allocated.count_total, 0);
}

#[test]
fn memory_does_not_grow_with_the_number_of_documents() {
    let peak = |count: usize| {
        let input = "{\"a\": [1, 2]}\n{\"b\": \n".repeat(count);
        allocation_counter::measure(|| assert_eq!(json::documents(input.as_bytes()).count(), 2 * count)).bytes_max
    };
    assert_eq!(peak(10), peak(10_000));
}

/// Parts of inputs that people have, and of inputs that only a fuzzer has.
fn part() -> impl Strategy<Value = Vec<u8>> {
    prop::sample::select(vec![
        &b"{"[..],
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b"\"",
        b"\\",
        b"\n",
        b"\n",
        b"\n",
        b"\r\n",
        b" ",
        b"  ",
        b"\t",
        b"0",
        b"-1.5e3",
        b"null",
        b"true",
        b"x",
        b"\"a\":",
        b"\"a\"",
        b"\"\\ud834\"",
        b"1e999",
        b"{}",
        b"[]",
        b"{\"a\":1}",
        b"{\"a\":[{}]}",
        b"{\n  \"a\": {\n  }\n}",
        b"[\n  {},\n  {}\n]",
        b"{'a': None}",
        b"\xFF",
        b"\xC3\xA9",
        b"\"\xE9\"",
        b"\xEF\xBB\xBF",
        b"\xFF\xFE",
        b"\xFE\xFF",
        b"\0",
        b"{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":",
        b"[[[[[[[[[[[[[[[[",
    ])
    .prop_map(<[u8]>::to_vec)
}

proptest! {
    #![proptest_config(crate::properties::config())]

    #[test]
    fn any_bytes_are_split_consistently(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        assert_invariants(&bytes);
    }

    #[test]
    fn any_fragments_are_split_consistently(parts in prop::collection::vec(part(), 0..40)) {
        assert_invariants(&parts.concat());
    }

    #[test]
    fn any_utf_16_units_are_split_consistently(parts in prop::collection::vec(part(), 0..20), half in any::<u16>(), big in any::<bool>()) {
        let bytes = if big { u16::to_be_bytes } else { u16::to_le_bytes };
        let mut input = utf_16(&String::from_utf8_lossy(&parts.concat()), bytes);
        input.extend(bytes(half));
        assert_invariants(&input);
    }

    /// Unless one begins an array, the lines of a file do not know of each other.
    #[test]
    fn each_line_that_begins_with_a_brace_is_read_on_its_own(
        lines in prop::collection::vec(prop::collection::vec(part(), 0..8).prop_map(|parts| parts.concat()), 1..8),
    ) {
        let mut lines: Vec<Vec<u8>> = lines
            .into_iter()
            .map(|line| [&b"{\"a\":"[..], &line, b"}"].concat().into_iter().filter(|byte| *byte != b'\n').collect())
            .collect();
        lines.retain(|line| json::documents(line).all(|document| document.path().is_root()));
        let input = lines.join(&b'\n');
        let read = |bytes: &[u8]| json::documents(bytes).map(|document| document.text().is_ok()).collect::<Vec<_>>();
        prop_assert_eq!(read(&input), lines.iter().flat_map(|line| read(line)).collect::<Vec<_>>());
    }
}
