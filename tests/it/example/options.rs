//! Options of the program.

use super::{BROKEN, Run, path, run};
use crate::fixtures::fixture;

#[test]
fn the_summary_can_be_shown_alone() {
    for format in ["lines", "snippets", "github"] {
        let Run { code, out, err } = run(&["--quiet", "--format", format], format!("{BROKEN}{{").as_bytes());
        assert_eq!((code, err.as_str()), (2, ""), "{format}");
        assert!(out.starts_with("1 file, 2 documents: 0 valid, 1 with errors, 1 unreadable\nwarning["), "{out}");
    }
    for format in ["json", "sarif"] {
        let Run { code, out, err } = run(&["-q", "--format", format], BROKEN.as_bytes());
        assert_eq!((code, out.as_str()), (1, ""), "{format}");
        assert!(err.starts_with("1 file, 1 document: 0 valid, 1 with errors, 0 unreadable\nwarning["), "{err}");
    }
    let Run { code, out, .. } = run(&["-q", "no/such/file.json", &path("full")], b"");
    assert_eq!(code, 2);
    assert_eq!(out, "2 files (1 unreadable), 1 document: 1 valid, 0 with errors, 0 unreadable\n");
}

#[test]
fn rules_can_be_denied_by_id() {
    let warning = path("wire-2018");
    assert_eq!(run(&[&warning], b"").code, 0);
    let Run { code, out, .. } = run(&["--deny", "text-length,backup-type-missing", &warning], b"");
    assert_eq!(code, 1);
    assert!(out.contains(": error[backup-type-missing] at "), "{out}");
    assert!(out.contains("0 valid, 1 with errors"), "{out}");
    assert_eq!(run(&["--deny", "text-length", &warning], b"").code, 0);
}

#[test]
fn limits_and_the_wire_format_can_be_set() {
    let keys = r#"[{"AttributeName":"a","KeyType":"HASH"},{"AttributeName":"b","KeyType":"HASH"}]"#;
    let full = fixture("full").text;
    let (start, rest) = full.split_once(r#""GlobalSecondaryIndexes":[{"#).unwrap();
    let (index, end) = rest.split_once(r#""KeySchema":"#).unwrap();
    let end = end.split_once(']').unwrap().1;
    let text = format!(r#"{start}"GlobalSecondaryIndexes":[{{{index}"KeySchema":{keys}{end}"#);
    assert_eq!(run(&[], text.as_bytes()).code, 0);
    assert_eq!(run(&["--limits", "current"], text.as_bytes()).code, 0);
    let Run { code, out, .. } = run(&["--limits", "before-2025-11"], text.as_bytes());
    assert_eq!(code, 1);
    assert!(out.contains("error[key-schema-hash-count] at "), "{out}");

    let text = path("cli-v2-iso-offset");
    assert_eq!(run(&[&text], b"").code, 0);
    let Run { code, out, .. } = run(&["--wire", &text], b"");
    assert_eq!(code, 1);
    assert!(out.contains("error[timestamp-not-epoch] at "), "{out}");
}

#[test]
fn colors_are_used_only_on_a_terminal_unless_requested() {
    let colored =
        |when: &str| run(&["--format", "snippets", "--color", when], BROKEN.as_bytes()).out.contains('\u{1B}');
    assert_eq!(["auto", "never", "always"].map(colored), [false, false, true]);
}

#[test]
fn the_version_is_that_of_the_crate() {
    let Run { code, out, .. } = run(&["--version"], b"");
    assert_eq!((code, out.as_str()), (0, concat!("validate ", env!("CARGO_PKG_VERSION"), "\n")));
}
