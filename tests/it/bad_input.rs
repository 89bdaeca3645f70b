//! Errors of documents that can't be read: one table, one snapshot.

use crate::other_formats::HAS_ARBITRARY_PRECISION;
use dynamodb_backup_model::json::{self, ErrorKind};
use dynamodb_backup_model::{BackupArn, DescribeBackupOutput, DescribeBackupResponse, ErrorDetail, SourceTableDetails};
use serde::de::{Error as _, IgnoredAny, Unexpected};
use serde::{Deserialize, Deserializer};
use std::fmt::Write as _;

/// Puts the text into a backup's details.
fn details(members: &str) -> String {
    format!(r#"{{"BackupDescription":{{"BackupDetails":{{{members}}}}}}}"#)
}

/// Puts the text into a table's details.
fn table(members: &str) -> String {
    format!(r#"{{"BackupDescription":{{"SourceTableDetails":{{{members}}}}}}}"#)
}

/// Puts the text into a table's features.
fn features(members: &str) -> String {
    format!(r#"{{"BackupDescription":{{"SourceTableFeatureDetails":{{{members}}}}}}}"#)
}

/// A creation time before another member.
fn time(value: &str) -> String {
    details(&format!(r#""BackupCreationDateTime":{value},"BackupName":"abc""#))
}

/// Lines as people have them, a tab and characters of more than one byte among them.
const LINES: &str = "{
  \"BackupDescription\": {
    \"BackupDetails\": {
      \"BackupName\": \"Grüße 𝄞\",\t\"BackupSizeBytes\": SIZE,
      \"BackupCreationDateTime\": TIME
    },
    \"SourceTableDetails\": {
      \"KeySchema\": [
        {\"AttributeName\": \"a\", \"KeyType\": \"HASH\"},
        {\"AttributeName\": \"b\", \"KeyType\": TYPE}
      ]
    }
  }
}
";

fn lines(size: &str, time: &str, key_type: &str) -> String {
    LINES.replace("SIZE", size).replace("TIME", time).replace("TYPE", key_type)
}

fn deep(levels: usize) -> String {
    format!("{{\"a\":{}1{}}}", "[".repeat(levels - 1), "]".repeat(levels - 1))
}

// A table: a row is a line.
#[rustfmt::skip]
#[allow(clippy::too_many_lines)]
fn cases() -> Vec<(&'static str, Vec<u8>)> {
    let text = |text: &str| text.as_bytes().to_vec();
    let mut utf_16 = vec![0xFF, 0xFE];
    utf_16.extend("{}".encode_utf16().flat_map(u16::to_le_bytes));
    let mut utf_16_be = vec![0xFE, 0xFF];
    utf_16_be.extend("{}".encode_utf16().flat_map(u16::to_be_bytes));
    vec![
        // No document, or no JSON.
        ("empty", text("")),
        ("only whitespace", text(" \n\t ")),
        ("some prose", text("An error occurred (BackupNotFoundException)")),
        ("a second document after the first", text("{}\n{}")),
        ("garbage after the document", text("{\"a\":1} x")),
        ("an extra brace", text("{\"a\":{}}}")),
        ("single quotes", text("{'BackupDescription': {}}")),
        ("Python's literals", text("{\"BackupDescription\": None}")),
        ("a comment", text("{\n  // the backup\n  \"BackupDescription\": {}\n}")),
        ("a trailing comma in an object", details(r#""BackupName":"abc","#).into()),
        ("a trailing comma in a list", table("\"KeySchema\":[{},{},]").into()),
        ("a trailing comma in an unknown list", text("{\"a\":[1,2,]}")),
        ("no comma between members", details("\"BackupName\":\"abc\" \"BackupStatus\":\"AVAILABLE\"").into()),
        ("no comma between elements", table("\"KeySchema\":[{} {}]").into()),
        ("no colon", details("\"BackupName\" \"abc\"").into()),
        ("no value", details("\"BackupName\":,\"BackupStatus\":1").into()),
        ("a name without quotation marks", details("BackupName:\"abc\"").into()),
        ("a number for a name", text("{1:2}")),
        ("a list closed as an object", table("\"KeySchema\":[{}}").into()),
        ("a leading zero", details("\"BackupSizeBytes\":01").into()),
        ("a leading plus", details("\"BackupSizeBytes\":+1").into()),
        ("no digit after the point", details("\"AddedLater\":1.").into()),
        ("NaN", details("\"AddedLater\":NaN").into()),
        ("a control character in a string", details("\"BackupName\":\"a\nb\"").into()),
        ("an unknown escape", details(r#""BackupName":"a\x41""#).into()),
        ("an escape of three digits", details(r#""BackupName":"a\u041""#).into()),
        ("a lone high surrogate", details(r#""BackupName":"a\ud834b""#).into()),
        ("a lone low surrogate", details(r#""AddedLater":"\udd1e""#).into()),
        ("a lone surrogate in a name", text(r#"{"\ud834":1}"#)),
        ("a lone surrogate in a timestamp", time(r#""2019-12-17T20:59:26\ud834""#).into()),
        ("127 levels of nesting are read, 128 are not", deep(128).into()),
        ("200 levels of nesting", deep(200).into()),
        ("100,000 levels of nesting", deep(100_000).into()),
        // Encoding.
        ("a byte order mark", text("\u{FEFF}{}")),
        ("UTF-16, little endian", utf_16),
        ("UTF-16, big endian", utf_16_be),
        ("Latin-1", b"{\"BackupDescription\":{\"BackupDetails\":{\"BackupName\":\"caf\xE9\"}}}".to_vec()),
        ("a text truncated in the middle of a character", b"{\n\"a\": \"\xC3\xA9 \xF0\x9D\x84".to_vec()),
        ("an encoded surrogate", b"{\"a\":\"\xED\xA0\xB4\"}".to_vec()),
        // Cut off.
        ("truncated in an object", text("{\"BackupDescription\":{")),
        ("truncated in a name", text("{\"BackupDescription\":{\"BackupDet")),
        ("truncated after a name", text("{\"BackupDescription\":{\"BackupDetails\"")),
        ("truncated after a colon", text("{\"BackupDescription\":{\"BackupDetails\":")),
        ("truncated after a comma", text("{\"BackupDescription\":{\"BackupDetails\":{},")),
        ("truncated in a string", text("{\"BackupDescription\":{\"BackupDetails\":{\"BackupName\":\"ab")),
        ("truncated in an escape", text("{\"BackupDescription\":{\"BackupDetails\":{\"BackupName\":\"ab\\u00")),
        ("truncated in a number", text("{\"BackupDescription\":{\"BackupDetails\":{\"BackupSizeBytes\":12")),
        ("truncated in an exponent", text("{\"BackupDescription\":{\"BackupDetails\":{\"BackupCreationDateTime\":1.576616366715E")),
        ("truncated before an exponent", text("{\"BackupDescription\":{\"BackupDetails\":{\"BackupCreationDateTime\":1.576616366715")),
        ("truncated in a word", text("{\"BackupDescription\":{\"BackupDetails\":nu")),
        ("truncated in a list", text("{\"BackupDescription\":{\"SourceTableDetails\":{\"KeySchema\":[{\"AttributeName\":\"a\"}")),
        ("truncated after the comma of a list", text("{\"BackupDescription\":{\"SourceTableDetails\":{\"KeySchema\":[{},\n")),
        ("truncated in an unknown list", text("{\"a\":[1,[2,3,{\"b\":[")),
        ("truncated in a timestamp", text("{\"BackupDescription\":{\"BackupDetails\":{\"BackupCreationDateTime\":\"2019-12-")),
        ("truncated after a timestamp", text("{\"BackupDescription\":{\"BackupDetails\":{\"BackupCreationDateTime\":1.5E9")),
        // The wrong type for each kind of member.
        ("a list for the document", text("[{}]")),
        ("null for the document", text("null")),
        ("a string for the document", text("\"{}\"")),
        ("a number for the document", text("7")),
        ("a list for the document, after whitespace", text(" \n [{}]")),
        ("a list for a structure", text("{\"BackupDescription\":[{}]}")),
        ("a list in a list for a structure", text("{\"BackupDescription\": [ [1]]}")),
        ("a list of a structure for the structure", features("\"StreamDescription\": [\n{\"StreamEnabled\":true}]").into()),
        ("an empty list for the document", text("[]")),
        ("an empty list for an element", table("\"KeySchema\":[{},[]]").into()),
        ("an empty list for a string", details("\"BackupName\":[]").into()),
        ("a string for a structure", details("\"BackupName\":\"abc\"").replace("{\"BackupName\":\"abc\"}", "\"abc\"").into()),
        ("false for a structure", features("\"StreamDescription\":false").into()),
        ("an object for a list", table("\"KeySchema\":{\"AttributeName\":\"a\"}").into()),
        ("a string for a list", features("\"GlobalSecondaryIndexes\":\"none\"").into()),
        ("null for an element", table("\"KeySchema\":[{},null]").into()),
        ("a list for an element", features("\"LocalSecondaryIndexes\":[{},{},[]]").into()),
        ("a list for the first element", features("\"LocalSecondaryIndexes\": [ [] ]").into()),
        ("a word for the first element", features("\"LocalSecondaryIndexes\":[nothing]").into()),
        ("an object for the first element of a list of names", features("\"LocalSecondaryIndexes\":[{\"Projection\":{\"NonKeyAttributes\":[{\"S\":\"a\"}]}}]").into()),
        ("a number for an element of a list of names", features("\"LocalSecondaryIndexes\":[{\"Projection\":{\"NonKeyAttributes\":[\"a\",\"b\",7]}}]").into()),
        ("a number for a string", details("\"BackupName\":7").into()),
        ("an object for a string", details("\"BackupArn\":{\"S\":\"arn\"}").into()),
        ("a list for an enum", details("\"BackupStatus\":[\"AVAILABLE\"]").into()),
        ("true for an enum", table("\"BillingMode\":true").into()),
        ("a string for an integer", details("\"BackupSizeBytes\":\"7\"").into()),
        ("a float for an integer", details("\"BackupSizeBytes\":7.0").into()),
        ("an exponent for an integer", table("\"ItemCount\":7e3").into()),
        ("an integer beyond 64 bits", table("\"ItemCount\":9223372036854775808").into()),
        ("an integer far beyond 64 bits", table("\"ItemCount\":-92233720368547758080000").into()),
        ("null deep within is fine, true is not", table("\"ProvisionedThroughput\":{\"ReadCapacityUnits\":null,\"WriteCapacityUnits\":true}").into()),
        ("a string for true or false", features("\"StreamDescription\":{\"StreamEnabled\":\"true\"}").into()),
        ("a number for true or false", features("\"StreamDescription\":{\"StreamEnabled\":1}").into()),
        // Timestamps.
        ("a timestamp without an offset", time("\"2019-12-17T20:59:26.715\"").into()),
        ("a timestamp without an offset that is the last member", details("\"BackupCreationDateTime\":\"2019-12-17 20:59:26\"").into()),
        ("a date", time("\"2019-12-17\"").into()),
        ("a time of day", time("\"20:59:26Z\"").into()),
        ("epoch seconds in a string", time("\"1576616366.715\"").into()),
        ("a timestamp in another notation", time("\"Tue, 17 Dec 2019 20:59:26 GMT\"").into()),
        ("an empty timestamp", time("\"\"").into()),
        ("the 30th of February", time("\"2020-02-30T00:00:00Z\"").into()),
        ("the hour 24", time("\"2020-02-29T24:00:00Z\"").into()),
        ("a leap second", time("\"2016-12-31T23:59:60Z\"").into()),
        ("a comma before the fraction", time("\"2019-12-17T20:59:26,715Z\"").into()),
        ("no digit in the fraction", time("\"2019-12-17T20:59:26.Z\"").into()),
        ("ten digits in the fraction", time("\"2019-12-17T20:59:26.7150000000Z\"").into()),
        ("an offset of one digit", time("\"2019-12-17T20:59:26+4\"").into()),
        ("an offset of 60 minutes", time("\"2019-12-17T20:59:26+01:60\"").into()),
        ("whitespace after a timestamp", time("\"2019-12-17T20:59:26Z \"").into()),
        ("letters for digits", time("\"٢٠١٩-12-17T20:59:26Z\"").into()),
        ("an instant that its offset puts into the year 10000", time("\"9999-12-31T23:59:59-01:00\"").into()),
        ("a number finer than a nanosecond", time("1576616366.7150000001").into()),
        ("a number beyond the year 9999", time("253402300800").into()),
        ("milliseconds for seconds", time("1576616366715").into()),
        ("a number beyond 64 bits", time("18446744073709551615").into()),
        ("a number beyond every range", time("1e400").into()),
        ("true for a timestamp", time("true").into()),
        ("a list for a timestamp", time("[1576616366]").into()),
        ("an object for a timestamp", time("{\"S\":{\"a\":[]}}").into()),
        ("an object for a timestamp that is the last member", details("\"BackupExpiryDateTime\":{\"seconds\":1576616366}").into()),
        ("an object for a timestamp that is the last member of the last member", details("\"BackupExpiryDateTime\":{\"at\":{\"seconds\":{}}}").into()),
        ("a list for a timestamp that is the last member", table("\"TableCreationDateTime\":[]").into()),
        ("a timestamp in the last member of a feature", features("\"SSEDescription\":{\"InaccessibleEncryptionDateTime\":\"soon\"},\"VectorIndexes\":[]").into()),
        // Duplicate members.
        ("a duplicate known member", details("\"BackupName\":\"abc\",\"BackupStatus\":\"AVAILABLE\",\"BackupName\":\"abc\"").into()),
        ("a duplicate known member, null first", details("\"BackupSizeBytes\":null,\"BackupSizeBytes\":1").into()),
        ("a duplicate unknown member", details("\"New\":1,\"New\":1").into()),
        ("a duplicate member deep in an unknown one", details("\"New\":[1,{\"a\":{\"b\":1,\"c\":2,\"b\":3}}]").into()),
        ("a duplicate section", text("{\"BackupDescription\":{},\n \"BackupDescription\":{}}")),
        ("a duplicate member, once escaped", text(r#"{"a":1,"\u0061":2}"#)),
        // Names that a JSON Pointer escapes, or that contain line breaks.
        ("names with / and ~", text(r#"{"a/b":{"~":{"":[{"c~1d":1,"c~1d":1}]}}}"#)),
        ("names with line breaks and quotation marks", text(r#"{"a\nb":{"\"q\"\u001b[1m":1,"\"q\"\u001b[1m":2}}"#)),
        ("an error beside a name with an escape", text(r#"{"\u0042ackupDescription":{"Backup\u0044etails":7}}"#)),
        // Lines and columns; a column counts characters.
        ("lines: a string for an integer", lines("\"7\"", "1", "\"RANGE\"").into()),
        ("lines: a float for an integer", lines("1.5", "1", "\"RANGE\"").into()),
        ("lines: a timestamp", lines("7", "\"2019-12-17\"", "\"RANGE\"").into()),
        ("lines: an object for a timestamp", lines("7", "{\n      \"a\": {}\n    }", "\"RANGE\"").into()),
        ("lines: a number for an enum", lines("7", "1", "5").into()),
        ("lines: no value", lines("7", "1", "").into()),
        ("lines: an unknown literal", lines("7", "1", "RANGE").into()),
        ("lines: truncated", lines("7", "1", "\"R").trim_end_matches(|last| last != 'R').into()),
        ("lines with carriage returns", lines("7", "nil", "\"RANGE\"").replace('\n', "\r\n").into()),
        ("a line of characters of more than one byte", "{\"ключ\": \"значение\", \"BackupDescription\": 5}".into()),
        ("an error after an emoji in the document", "{\"a\": \"𝄞𝄞\" \"b\": 1}".into()),
        // The length of a message.
        ("a long string for a number", details(&format!("\"BackupSizeBytes\":\"{}\"", "é".repeat(5_000))).into()),
        ("a long timestamp", time(&format!("\"{}\"", "9".repeat(5_000))).into()),
        ("a long duplicate name", { let name = "n".repeat(5_000); text(&format!("{{\"{name}\":1,\"{name}\":2}}")) }),
    ]
}

/// The document in one line.
fn shown(bytes: &[u8]) -> String {
    bytes.utf8_chunks().fold(String::new(), |mut text, chunk| {
        text.extend(chunk.valid().chars().map(|char| match char {
            '\n' => "⏎".to_owned(),
            '\u{FEFF}' | '\0'..' ' => char.escape_default().to_string(),
            _ => char.to_string(),
        }));
        chunk.invalid().iter().for_each(|byte| write!(text, "\\x{byte:02X}").unwrap());
        text
    })
}

/// The start and the end of a long string.
fn abridged(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= 160 {
        return text.to_owned();
    }
    let (start, end) = (&chars[..70], &chars[chars.len() - 70..]);
    format!("{} … {}", start.iter().collect::<String>(), end.iter().collect::<String>())
}

#[test]
fn errors_show_their_location() {
    let mut table = String::new();
    for (name, bytes) in cases() {
        let error = json::from_slice::<DescribeBackupOutput>(&bytes).expect_err(name);
        writeln!(
            table,
            "{name}\n    {}\n    {:?} at {}:{} (byte {}) {:?}\n    {error}\n",
            abridged(&shown(&bytes)),
            error.kind(),
            error.line(),
            error.column(),
            error.offset(),
            abridged(error.path().as_str()),
        )
        .unwrap();
    }
    insta::assert_snapshot!(table);
}

#[test]
fn errors_display_as_one_line_with_message_line_column_and_path() {
    for (name, bytes) in cases() {
        let error = json::from_slice::<DescribeBackupOutput>(&bytes).expect_err(name);
        let line = error.to_string();
        assert!(!line.contains(char::is_control), "{name}: {line:?}");
        assert!(line.chars().count() < 800, "{name}: {line:?}");
        let location = format!(" at line {}, column {}, ", error.line(), error.column());
        assert!(
            line.starts_with(error.message()) && line[error.message().len()..].starts_with(&location),
            "{name}: {line}"
        );
    }
}

#[test]
fn line_and_column_match_the_byte_offset() {
    for (name, bytes) in cases() {
        let error = json::from_slice::<DescribeBackupOutput>(&bytes).expect_err(name);
        let before = bytes[..error.offset()].utf8_chunks().map(|chunk| chunk.valid()).collect::<String>();
        let last_line = before.rsplit('\n').next().unwrap();
        assert_eq!(error.line(), before.matches('\n').count() + 1, "{name}");
        assert_eq!(error.column(), last_line.chars().count() + 1, "{name}");
    }
}

/// The error and its location do not depend on the type that was asked for.
#[test]
fn a_response_fails_with_the_same_errors_as_an_output() {
    for (name, bytes) in cases() {
        let output = json::from_slice::<DescribeBackupOutput>(&bytes).expect_err(name);
        let response = json::from_slice::<DescribeBackupResponse>(&bytes).expect_err(name);
        assert_eq!(output, response, "{name}");
    }
}

#[test]
fn every_error_kind_has_at_least_five_cases() {
    let kinds: Vec<ErrorKind> = cases()
        .iter()
        .map(|(name, bytes)| json::from_slice::<DescribeBackupOutput>(bytes).expect_err(name).kind())
        .collect();
    for kind in [ErrorKind::Encoding, ErrorKind::Syntax, ErrorKind::Eof, ErrorKind::Data] {
        assert!(kinds.iter().filter(|found| **found == kind).count() >= 5, "{kind:?}");
    }
}

#[test]
fn a_truncated_document_is_an_eof_error() {
    let whole = crate::fixtures::fixture("non-ascii-attribute-names").text;
    for end in 0..whole.len() {
        let error = json::from_slice::<DescribeBackupOutput>(&whole.as_bytes()[..end]).expect_err("cut");
        let expected = if whole.is_char_boundary(end) { ErrorKind::Eof } else { ErrorKind::Encoding };
        assert_eq!(error.kind(), expected, "{end}: {error}");
        assert_eq!(error.line(), 1);
    }
}

#[test]
fn an_error_within_a_character_is_located_at_that_character() {
    for text in [r#"{"é":"\u00é"}"#, r#"{"é":"\u0€"}"#, r#"{"é":"\u𝄞"}"#] {
        let error = json::from_str::<DescribeBackupOutput>(text).expect_err("not an escape");
        let (at, _) = text.char_indices().rev().nth(2).expect("a character");
        assert_eq!(error.kind(), ErrorKind::Syntax, "{text}");
        assert_eq!((error.offset(), error.column()), (at, text[..at].chars().count() + 1), "{text}");
    }
}

#[test]
fn a_value_that_is_not_in_a_document_has_its_own_message() {
    let string = json::from_str::<BackupArn>("5").expect_err("not a string");
    assert_eq!(string.message(), "expected a string (BackupArn), found the number 5");
    let plain = json::from_str::<ErrorDetail>(r#"{"Message":{}}"#).expect_err("not a string");
    assert_eq!(plain.message(), "expected a string, found an object");
}

#[test]
fn nesting_is_limited_at_127_levels() {
    assert!(json::from_str::<DescribeBackupOutput>(&deep(127)).is_ok());
    assert!(json::from_str::<DescribeBackupOutput>(&deep(128)).is_err());
}

/// The JSON Pointer of every value in a document.
fn pointers(value: &serde_json::Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        serde_json::Value::Array(values) => {
            values.iter().enumerate().for_each(|(index, value)| pointers(value, &format!("{at}/{index}"), found));
        }
        serde_json::Value::Object(members) => {
            members.iter().for_each(|(name, value)| pointers(value, &format!("{at}/{name}"), found));
        }
        _ => {}
    }
}

/// Replaces each value by one of each wrong type, in a document of one line and in one of many.
#[test]
fn every_value_of_a_wrong_type_is_reported_at_its_pointer_and_offset() {
    let mut count = 0;
    for name in ["full", "vector-indexes", "inaccessible-key", "on-demand-maxima", "cli-v2-iso-offset"] {
        let document: serde_json::Value = serde_json::from_str(&crate::fixtures::fixture(name).text).unwrap();
        let mut all = Vec::new();
        pointers(&document, "", &mut all);
        let pretty = serde_json::to_string_pretty(&document).unwrap();
        for text in [document.to_string(), pretty.replace('\n', "\r\n")] {
            let locator = json::Locator::new(&text);
            for pointer in &all {
                let range = locator.locate(&pointer.parse().unwrap()).range;
                for wrong in
                    ["[]", "{}", "[ [] ]", "{\"x\": \n {}}", "true", "-1.5e1000", "\"x\"", "18446744073709551616"]
                {
                    let changed = format!("{}{wrong}{}", &text[..range.start], &text[range.end..]);
                    let Err(error) = json::from_str::<DescribeBackupOutput>(&changed) else { continue };
                    let element =
                        if wrong == "[ [] ]" && error.path().as_str() != pointer { ("/0", 2) } else { ("", 0) };
                    assert_eq!(error.path().as_str(), format!("{pointer}{}", element.0), "{wrong}: {error}");
                    let expected = range.start + element.1;
                    // A number out of `serde_json`'s range is located at its end.
                    assert!(error.offset() == expected || wrong == "-1.5e1000", "{wrong}: {error}");
                    count += 1;
                }
            }
        }
    }
    assert!(count > 1_000, "{count}");
}

#[test]
fn a_member_name_that_resembles_a_message_is_quoted_verbatim() {
    let error = json::from_str::<DescribeBackupOutput>(r#"{"a, expected b":1,"a, expected b":2}"#).unwrap_err();
    assert_eq!(error.message(), "duplicate member `a, expected b`");
}

#[test]
fn an_unknown_number_out_of_range_is_kept_or_an_error() {
    let text = r#"{"New":1e400}"#;
    match json::from_str::<DescribeBackupOutput>(text) {
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Data);
            assert_eq!(error.message(), "expected a number within the range of doubles, found the number 1e400");
            assert_eq!(error.offset(), 7);
            assert_eq!(error.path(), &"/New");
        }
        // With `serde_json`'s feature `arbitrary_precision`.
        Ok(output) => assert_eq!(serde_json::to_string(&output).unwrap().replace("1e+400", "1e400"), text),
    }
}

#[test]
fn a_string_or_number_is_found_as_it_is_in_the_text() {
    for value in [r#""7""#, r#""\u0037\/\"""#, r#"", expected \t`a`""#] {
        let error =
            json::from_str::<DescribeBackupOutput>(&details(&format!(r#""BackupSizeBytes":{value}"#))).unwrap_err();
        assert_eq!(error.message(), format!("expected a 64-bit integer, found the string {value}"));
    }
    for value in ["7e0", "-7.50", "0.1e1", "18446744073709551616"] {
        let error = json::from_str::<DescribeBackupOutput>(&details(&format!(r#""BackupName":{value}"#))).unwrap_err();
        assert_eq!(error.message(), format!("expected a string (BackupName), found the number {value}"));
    }
}

#[derive(Debug, Deserialize)]
struct Flattened {
    #[serde(flatten)]
    #[allow(dead_code)]
    table: SourceTableDetails,
}

/// A type of a user's reads past an unknown member, however deep its value is.
#[test]
fn an_error_after_a_value_of_too_many_levels_has_its_path() {
    #[derive(Debug, Deserialize)]
    struct Inner {
        #[allow(dead_code)]
        wanted: u8,
    }

    for levels in [100, 126, 127, 128, 129, 130, 200] {
        let deep = format!("{}[1,[]],[2]{}", "[".repeat(levels), "]".repeat(levels));
        let text = format!(r#"[{{"wanted":1}},{{"deep":{deep},"wanted":true}}]"#);
        let error = json::from_str::<Vec<Inner>>(&text).unwrap_err();
        assert_eq!(error.path(), &"/1/wanted", "{levels}");
    }
}

/// serde hands over the value without its text, and after everything else; with `arbitrary_precision`, a number as a map.
#[test]
fn messages_say_what_was_found_through_flatten_too() {
    for (member, found) in [
        (r#""TableName":{}"#, "an object"),
        (r#""TableName":["a"]"#, "a list"),
        (r#""TableName":true"#, "true"),
        (r#""TableName":-7.5"#, if HAS_ARBITRARY_PRECISION { "an object" } else { "the number -7.5" }),
        (r#""ItemCount":"x""#, r#"the string "x""#),
        (r#""KeySchema":[null]"#, "null"),
    ] {
        for after in ["", r#","Z":"}""#, r#","Z":7"#] {
            let error = json::from_str::<Flattened>(&format!("{{{member}{after}}}")).unwrap_err();
            assert!(error.message().ends_with(&format!(", found {found}")), "{member}{after}: {error}");
        }
    }
}

/// A type of a user's, which refuses whatever it reads.
#[derive(Debug)]
struct Refused<const KIND: usize>;

const KINDS: [Unexpected<'static>; 6] = [
    Unexpected::Other("number"),
    Unexpected::Other("number `8`"),
    Unexpected::Option,
    Unexpected::Unit,
    Unexpected::Bytes(b""),
    Unexpected::Str("a"),
];

impl<'de, const KIND: usize> Deserialize<'de> for Refused<KIND> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer)?;
        Err(D::Error::invalid_type(KINDS[KIND], &"something else"))
    }
}

#[test]
fn messages_say_what_other_types_refuse() {
    fn message<const KIND: usize>(text: &str) -> String {
        json::from_str::<Refused<KIND>>(text).unwrap_err().message().to_owned()
    }

    for (message, found) in [
        (message::<0>("7"), "the number 7"),
        (message::<0>("{}"), "a number"),
        (message::<1>("{}"), "the number 8"),
        (message::<2>("{}"), "null"),
        (message::<3>("{}"), "null"),
        (message::<4>("{}"), "byte array"),
        (message::<5>(r#""\u0061""#), r#"the string "\u0061""#),
        (message::<5>(r#""b""#), r#"the string "a""#),
        (message::<5>("[]"), r#"the string "a""#),
    ] {
        assert_eq!(message, format!("expected something else, found {found}"));
    }
}
