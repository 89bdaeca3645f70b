//! The table of rules in the docs is made from the rules.

use dynamodb_backup_model::Rule;
use std::fmt::Write as _;

const SHOWN: &str = include_str!("../../src/validate/rules.md");

fn table() -> String {
    let mut table = String::new();
    let mut group = None;
    for rule in Rule::ALL {
        if group != Some(rule.group()) {
            group = Some(rule.group());
            let title = rule.group().title();
            write!(
                table,
                "\n## {title}\n\n| id | severity | requirement | violated by | source |\n|---|---|---|---|---|\n"
            )
            .unwrap();
        }
        let cell = |text: &str| text.replace('|', "\\|");
        let (summary, example, source) = (cell(rule.summary()), cell(rule.example()), cell(rule.source()));
        // A variant is named as its `Debug` output.
        let id = format!("[`{rule}`](Rule::{rule:?})");
        writeln!(table, "| {id} | {} | {summary} | {example} | {source} |", rule.severity()).unwrap();
    }
    table.trim_start().to_owned()
}

/// To update it: `UPDATE_RULES=1 cargo test --test it rule_table`.
#[test]
fn the_rule_table_in_the_docs_is_up_to_date() {
    let table = table();
    if std::env::var_os("UPDATE_RULES").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/validate/rules.md"), &table).unwrap();
        return;
    }
    assert_eq!(SHOWN, table, "src/validate/rules.md is out of date: see this test's docs");
}
