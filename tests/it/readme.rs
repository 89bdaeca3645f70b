//! What the README shows is what the crate does.

use std::path::Path;
use std::process::Command;

const README: &str = include_str!("../../README.md");

/// The text block behind a marker.
#[track_caller]
fn block(marker: &str) -> &'static str {
    let rest = README.split_once(marker).expect("the README has the marker").1;
    let rest = rest.trim_start().strip_prefix("```text\n").expect("a text block stands behind the marker");
    rest.split_once("```").expect("the block ends").0
}

#[test]
fn the_report_is_the_one_that_the_program_prints() {
    let test = std::env::current_exe().unwrap();
    let program = test.parent().and_then(Path::parent).unwrap().join("examples/validate");
    let output = Command::new(program)
        .args(["--format", "snippets", "tests/fixtures/several-faults.json"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), block("<!-- report -->"));
    assert_eq!(output.status.code(), Some(1));
}
