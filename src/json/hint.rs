//! What an input seems to be that is not JSON, and what to do about it.

const PYTHON: &str = "Python's notation: write it with `json.dumps(response, default=str)`";
const NODE: &str = "the notation of Node.js: write it with `JSON.stringify(response)`";
const YAML: &str = "YAML: use the AWS CLI's option `--output json`";

/// Says what an input seems to be that is not JSON from the byte `at` on.
pub(super) fn no_json(bytes: &[u8], at: usize) -> Option<&'static str> {
    let start = bytes.trim_ascii_start();
    let (before, rest) = bytes.split_at_checked(at)?;
    let before = before.trim_ascii();
    match start {
        [0x1F, 0x8B, ..] => Some("gzip: decompress it first"),
        [0, 1..=0x7F, ..] | [1..=0x7F, 0, ..] => Some("UTF-16 without a byte order mark: save it as UTF-8"),
        [b'<', ..] if is_html(start) => Some("HTML: the service did not send this"),
        [b'<', ..] => Some("XML: use the JSON output of the API or of the AWS CLI"),
        _ if start.starts_with(b"HTTP/") => Some("the headers of an HTTP response: call curl without its option `-i`"),
        _ if is_yaml(start) => Some(YAML),
        _ if before == b"{" && (rest.starts_with(b"'$metadata'") || is_bare_name(rest)) => Some(NODE),
        _ if is_python(before, rest) => Some(PYTHON),
        _ => None,
    }
}

fn is_html(start: &[u8]) -> bool {
    [&b"<!doctype html"[..], b"<html", b"<head", b"<body"]
        .iter()
        .any(|tag| start.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag)))
}

/// Whether the first line is `---`, `Name:` or `- Name:`.
fn is_yaml(start: &[u8]) -> bool {
    let line = start.split(|byte| *byte == b'\n').next().unwrap_or_default().trim_ascii_end();
    let (name, is_element) = line.strip_prefix(b"- ").map_or((line, false), |name| (name, true));
    match name.iter().position(|byte| !byte.is_ascii_alphanumeric()) {
        Some(end) if end > 0 => name[end..] == *b":" || is_element && name[end..].starts_with(b": "),
        _ => line == b"---",
    }
}

/// Whether there is a member's name without quotation marks.
fn is_bare_name(rest: &[u8]) -> bool {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$');
    let starts = rest.first().is_some_and(|byte| is_name(byte) && !byte.is_ascii_digit());
    starts && rest.iter().find(|byte| !is_name(byte)) == Some(&b':')
}

fn is_python(before: &[u8], rest: &[u8]) -> bool {
    let words = [&b"None"[..], b"True", b"False", b"datetime.", b"Decimal(", b"b'", b"b\"", b"u'"];
    let is_within = before.last().is_some_and(|last| b"{[(,:".contains(last));
    is_within && (rest.starts_with(b"'") || words.iter().any(|word| rest.starts_with(word)))
        || [&b"OrderedDict("[..], b"defaultdict("].iter().any(|start| before.is_empty() && rest.starts_with(start))
}
