//! Strings that are almost valid JSON: errors and values are located where they are.
//!
//! Run it with `-dict=dict/broken_text`.

#![no_main]

#[path = "../../tests/it/properties/tree.rs"]
#[allow(dead_code)]
mod tree;

use dynamodb_backup_model::DescribeBackupOutput;
use dynamodb_backup_model::json::{self, ErrorKind, Locator};
use libfuzzer_sys::fuzz_target;
use tree::Tree;

fuzz_target!(|text: &str| {
    let locator = Locator::new(text);
    let Err(error) = json::from_str::<DescribeBackupOutput>(text) else {
        if text.len() < 10_000 {
            assert_every_value_is_located(text, &locator);
        }
        return;
    };
    let location = locator.locate(error.path());
    assert!(location.range.end <= text.len(), "the locator points beyond the end: {location:?}");
    let before = &text[..error.offset()];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    assert_eq!(error.line(), before.matches('\n').count() + 1, "the line does not match the offset: {error}");
    assert_eq!(
        error.column(),
        text[line_start..error.offset()].chars().count() + 1,
        "the column does not match the offset: {error}"
    );
    assert!(!error.message().is_empty(), "an error without a message: {error}");
    match error.kind() {
        ErrorKind::Eof => assert_eq!(error.offset(), text.len(), "an unexpected end is located at the end: {error}"),
        ErrorKind::Syntax => {
            // The text before the error may be truncated, even within a number, or contain a wrong type, but is
            // valid so far.
            if let Err(earlier) = json::from_str::<DescribeBackupOutput>(before) {
                assert!(
                    earlier.kind() != ErrorKind::Syntax || before[earlier.offset()..].chars().count() <= 1,
                    "the text before {error} has an error of its own: {earlier}"
                );
            }
        }
        ErrorKind::Data => {
            let parsed = Tree::try_read(text);
            if parsed.as_ref().is_some_and(|tree| tree.resolve(error.path().tokens()).is_none()) {
                panic!("there is nothing at the path of {error}");
            }
        }
        _ => panic!("a str is UTF-8: {error}"),
    }
});

/// Asserts that the text at the location of each value is that value.
fn assert_every_value_is_located(text: &str, locator: &Locator<'_>) {
    fn walk(text: &str, locator: &Locator<'_>, path: &mut Vec<Step>, tree: &Tree) {
        let mut pointer = dynamodb_backup_model::JsonPointer::root();
        for step in path.iter() {
            match step {
                Step::Member(name) => pointer.push_member(name),
                Step::Index(index) => pointer.push_index(*index),
            }
        }
        let location = locator.locate(&pointer);
        assert_eq!(location.offset, location.range.start, "a location begins at its offset");
        assert_eq!(Tree::read(&text[location.range.clone()]), *tree, "at {pointer} is another value");
        match tree {
            Tree::List(values) => {
                for (index, value) in values.iter().enumerate() {
                    path.push(Step::Index(index));
                    walk(text, locator, path, value);
                    path.pop();
                }
            }
            Tree::Object(members) => {
                for (name, value) in members {
                    path.push(Step::Member(name.clone()));
                    walk(text, locator, path, value);
                    path.pop();
                }
            }
            _ => {}
        }
    }

    enum Step {
        Member(String),
        Index(usize),
    }

    walk(text, locator, &mut Vec::new(), &Tree::read(text));
}
