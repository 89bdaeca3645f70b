//! What the README shows is what the crate does.

use std::path::Path;
use std::process::Command;

const README: &str = include_str!("../../README.md");

/// The text block after a marker.
#[track_caller]
fn block(marker: &str) -> &'static str {
    let rest = README.split_once(marker).expect("the README has the marker").1;
    let rest = rest.trim_start().strip_prefix("```text\n").expect("a text block follows the marker");
    rest.split_once("```").expect("the block ends").0
}

/// GitHub and the registry show the file as it is: neither rustdoc's hidden lines nor its links work there.
#[test]
fn nothing_in_the_readme_needs_rustdoc() {
    let mut is_code = false;
    for line in README.lines() {
        if line.starts_with("```") {
            is_code = !is_code;
        } else if is_code {
            assert!(line.trim() != "#" && !line.trim_start().starts_with("# "), "a hidden line: {line}");
        } else {
            let outside_code: String = line.split('`').step_by(2).collect();
            for (at, _) in outside_code.match_indices(']') {
                assert!(outside_code[at + 1..].starts_with('('), "a bracket without an address: {line}");
            }
        }
    }
    assert!(!is_code, "a block of code does not end");
}

#[test]
fn the_report_is_the_one_that_the_program_prints() {
    let test = std::env::current_exe().unwrap();
    let program = test.parent().and_then(Path::parent).unwrap().join("examples/validate");
    let output = Command::new(program)
        .args(["--format", "snippets", "tests/fixtures/several-violations.json"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), block("<!-- report -->"));
    assert_eq!(output.status.code(), Some(1));
}
