//! What holds for the documents of any bytes.

use dynamodb_backup_model::json::{self, Document, ErrorKind};
use serde::de::IgnoredAny;
use serde_json::Value;

/// The input as UTF-8, and whether it is UTF-16.
fn decoded(bytes: &[u8]) -> (Vec<u8>, bool) {
    let units = |unit: fn([u8; 2]) -> u16| -> (Vec<u8>, bool) {
        let (pairs, rest) = bytes[2..].as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
        let mut text = String::from_utf16_lossy(&units);
        if !rest.is_empty() {
            text.push('\u{FFFD}');
        }
        (text.into_bytes(), true)
    };
    match bytes {
        [0xFF, 0xFE, ..] => units(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => units(u16::from_be_bytes),
        _ => (bytes.to_vec(), false),
    }
}

/// Line and column by a count from the start.
fn counted(before: &[u8]) -> (usize, usize) {
    let lines: Vec<&[u8]> = before.split(|byte| *byte == b'\n').collect();
    (lines.len(), String::from_utf8_lossy(lines[lines.len() - 1]).chars().count() + 1)
}

fn levels(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| matches!(byte, b'[' | b'{')).count()
}

/// Holds the documents of the bytes to all that is promised about them.
pub(crate) fn assert_invariants(bytes: &[u8]) {
    let (text, is_utf_16) = decoded(bytes);
    let documents: Vec<Document<'_>> = json::documents(bytes).collect();
    let first = if text.starts_with(b"\xEF\xBB\xBF") && !is_utf_16 { 3 } else { 0 };
    let mut covered = first;
    let mut in_array = false;
    let mut is_broken = false;
    for (number, document) in documents.iter().enumerate() {
        let range = document.range();
        assert!(range.start >= covered, "{document:?} begins within the one before");
        only_separators(&text[covered..range.start], &mut in_array, is_broken);
        assert!(document.path().is_root() || in_array, "{document:?} is in no array");
        assert!(range.end <= text.len(), "{document:?} ends after the input");
        assert!(!range.is_empty() || number + 1 == documents.len(), "{document:?} is empty");
        covered = range.end;
        is_broken |= document.text().is_err();
        assert_eq!((document.line(), document.column()), counted(&text[first..range.start]), "{document:?}");
        let alone = &text[range];
        if !is_utf_16 || !String::from_utf8_lossy(alone).contains('\u{FFFD}') {
            reads_alone(document, alone);
        }
        if document.text().is_ok() {
            let location = document.locator().locate(&dynamodb_backup_model::JsonPointer::root());
            assert_eq!((location.line, location.column), (document.line(), document.column()), "{document:?}");
            assert_eq!((location.offset, location.range), (document.range().start, document.range()), "{document:?}");
        }
    }
    only_separators(&text[covered..], &mut in_array, is_broken);
    what_serde_json_reads_is_found(&text[first..], &documents);
}

/// Between documents are white space, and the brackets and commas of an array.
fn only_separators(between: &[u8], in_array: &mut bool, is_broken: bool) {
    for byte in between {
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' => {}
            b'[' => *in_array = true,
            b']' | b',' if *in_array => {}
            b'}' if *in_array && is_broken => {}
            _ => panic!("{:?} is in no document", char::from(*byte)),
        }
    }
}

/// The bytes of a document by themselves are the same value, or have the same error.
fn reads_alone(document: &Document<'_>, alone: &[u8]) {
    match document.text() {
        Ok(text) => {
            assert_eq!(text.as_bytes(), alone);
            assert!(json::from_slice::<IgnoredAny>(alone).is_ok(), "{document:?} is not JSON");
            match (document.read::<Value>(), json::from_slice::<Value>(alone)) {
                (Ok(found), Ok(expected)) => assert_eq!(found, expected),
                (Err(found), Err(expected)) => same_error(document, &found, &expected),
                (found, expected) => panic!("{document:?}: {found:?}, but alone {expected:?}"),
            }
        }
        Err(error) => {
            assert_eq!(document.read::<Value>().as_ref(), Err(error));
            match json::from_slice::<IgnoredAny>(alone) {
                Err(expected) if levels(alone) <= 127 => same_error(document, error, &expected),
                Err(_) => {}
                Ok(IgnoredAny) => {
                    let expected = json::from_slice::<Value>(alone).expect_err("too deep");
                    same_error(document, error, &expected);
                }
            }
        }
    }
}

fn same_error(document: &Document<'_>, found: &json::Error, alone: &json::Error) {
    // An array that is cut has an error of its own.
    if document.range().is_empty() {
        assert_eq!(found.kind(), ErrorKind::Eof, "{document:?}");
        return;
    }
    assert_eq!((found.kind(), found.message(), found.path()), (alone.kind(), alone.message(), alone.path()));
    assert_eq!(found.offset(), document.range().start + alone.offset(), "{document:?}");
    assert_eq!(found.line(), document.line() + alone.line() - 1, "{document:?}");
    let before = if alone.line() == 1 { document.column() - 1 } else { 0 };
    assert_eq!(found.column(), before + alone.column(), "{document:?}");
}

/// An input without an error has the documents that `serde_json` finds in it.
fn what_serde_json_reads_is_found(text: &[u8], documents: &[Document<'_>]) {
    let Ok(values) = serde_json::Deserializer::from_slice(text).into_iter::<Value>().collect::<Result<Vec<_>, _>>()
    else {
        return;
    };
    let expected: Vec<(String, Value)> = values
        .into_iter()
        .flat_map(|value| match value {
            Value::Array(elements) => {
                elements.into_iter().enumerate().map(|(index, value)| (format!("/{index}"), value)).collect()
            }
            value => vec![(String::new(), value)],
        })
        .collect();
    // Without half of a surrogate pair, which the text does not show.
    if documents.iter().any(|document| document.read::<Value>().is_err_and(|error| error.kind() == ErrorKind::Encoding))
    {
        assert_eq!(documents.len(), expected.len());
        return;
    }
    let found: Vec<(String, Value)> =
        documents.iter().map(|document| (document.path().to_string(), document.read().unwrap())).collect();
    assert_eq!(found, expected);
}
