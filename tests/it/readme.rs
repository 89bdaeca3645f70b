//! What the README shows is what the crate does.

use std::path::Path;
use std::process::Command;

const README: &str = include_str!("../../README.md");

/// The block of code after a marker.
#[track_caller]
fn block(marker: &str) -> &'static str {
    let rest = README.split_once(marker).expect("the README has the marker").1;
    let (language, rest) = rest.trim_start().split_once('\n').expect("a block follows the marker");
    assert!(language.starts_with("```"), "a block follows the marker, not {language}");
    rest.split_once("```").expect("the block ends").0
}

/// What GitHub and the registry would show of rustdoc's hidden lines and links, which neither of them supports.
fn rustdoc_only(markdown: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut is_code = false;
    for line in markdown.lines() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        } else if is_code {
            if line.trim() == "#" || line.trim_start().starts_with("# ") {
                found.push(line);
            }
        } else {
            // Whatever is between backticks is shown as it is, but may be the text of a link.
            let outside_code: String = line.split('`').step_by(2).collect();
            if outside_code.match_indices(']').any(|(at, _)| !outside_code[at + 1..].starts_with('(')) {
                found.push(line);
            }
        }
    }
    if is_code {
        found.push("a block of code does not end");
    }
    found
}

#[test]
fn the_readme_renders_without_rustdoc() {
    assert_eq!(rustdoc_only(README), [""; 0]);
}

#[test]
fn hidden_lines_and_dangling_brackets_are_found() {
    for (markdown, line) in [
        ("```rust\n# use crate::x;\nx();\n```", "# use crate::x;"),
        ("```\nx();\n    #\n```", "    #"),
        ("- item\n  ```rust\n  # fn main() {\n  ```", "  # fn main() {"),
        ("See [`Report`].", "See [`Report`]."),
        ("See [the report][Report].", "See [the report][Report]."),
        ("[Report]: crate::Report", "[Report]: crate::Report"),
        ("```\nx();", "a block of code does not end"),
    ] {
        assert_eq!(rustdoc_only(markdown), [line], "{markdown}");
    }
    let markdown = "# Title\n\n[`Report`](https://docs.rs) of `[1]`\n\n```rust\n#[test]\nlet x = [1];\n```";
    assert_eq!(rustdoc_only(markdown), [""; 0]);
}

/// The README's block is not compiled, since it needs a feature; the example is.
#[test]
fn the_builder_in_the_readme_is_part_of_the_example() {
    let trimmed = |text: &str| text.lines().map(str::trim).collect::<Vec<_>>().join("\n");
    let example = trimmed(include_str!("../../examples/mock_response.rs"));
    assert!(example.contains(&trimmed(block("<!-- builder -->"))), "{example}");
}

#[test]
fn the_report_in_the_readme_is_the_output_of_the_program() {
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
