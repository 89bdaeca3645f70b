//! Texts that are nearly right: a fault is found where it is.
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
    let Err(fault) = json::from_str::<DescribeBackupOutput>(text) else {
        if text.len() < 10_000 {
            every_value_is_where_the_locator_says(text, &locator);
        }
        return;
    };
    let place = locator.locate(fault.path());
    assert!(place.range.end <= text.len(), "the locator points behind the end: {place:?}");
    let before = &text[..fault.offset()];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    assert_eq!(fault.line(), before.matches('\n').count() + 1, "the line is not that of the offset: {fault}");
    assert_eq!(fault.column(), text[line_start..fault.offset()].chars().count() + 1, "nor is the column: {fault}");
    assert!(!fault.message().is_empty(), "a fault without a message: {fault}");
    match fault.kind() {
        ErrorKind::Eof => assert_eq!(fault.offset(), text.len(), "the text ends at its end: {fault}"),
        ErrorKind::Syntax => {
            // What stands before the fault may end too soon, even within a number, or be of a wrong type, but is
            // JSON so far.
            if let Err(earlier) = json::from_str::<DescribeBackupOutput>(before) {
                assert!(
                    earlier.kind() != ErrorKind::Syntax || before[earlier.offset()..].chars().count() <= 1,
                    "the text before {fault} has a fault of its own: {earlier}"
                );
            }
        }
        ErrorKind::Data => {
            let parsed = Tree::try_read(text);
            if parsed.as_ref().is_some_and(|tree| tree.resolve(fault.path().tokens()).is_none()) {
                panic!("there is nothing at the path of {fault}");
            }
        }
        _ => panic!("a text is UTF-8: {fault}"),
    }
});

/// The text at the place of each value is that value.
fn every_value_is_where_the_locator_says(text: &str, locator: &Locator<'_>) {
    fn walk(text: &str, locator: &Locator<'_>, path: &mut Vec<Step>, tree: &Tree) {
        let mut pointer = dynamodb_backup_model::JsonPointer::root();
        for step in path.iter() {
            match step {
                Step::Member(name) => pointer.push_member(name),
                Step::Index(index) => pointer.push_index(*index),
            }
        }
        let place = locator.locate(&pointer);
        assert_eq!(place.offset, place.range.start, "a place begins at its offset");
        assert_eq!(Tree::read(&text[place.range.clone()]), *tree, "at {pointer} stands another value");
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
