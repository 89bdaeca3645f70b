//! SARIF 2.1.0, which code scanning and editors read.
//!
//! The log is written as it comes: the list of results is its last member, and is left open until the end.

use super::{Entry, Found, Show, Unreadable};
use crate::files::Source;
use crate::output::Output;
use crate::summary::Summary;
use dynamodb_backup_model::validate::Omitted;
use dynamodb_backup_model::{JsonPointer, Rule, Severity};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use std::io::Write as _;
use std::path::Component;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The rule of documents and files that can't be read, which is none of the library's.
const UNREADABLE: &str = "unreadable";

/// What follows the results.
const CLOSING: &str = "]}]}";

/// What has to be escaped in a segment of a path. A colon could end a scheme.
const NOT_IN_A_SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub(super) struct Sarif;

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    /// The last member: see `CLOSING`.
    results: [(); 0],
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<ReportingDescriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReportingDescriptor {
    id: &'static str,
    short_description: Message<'static>,
    help: Message<'static>,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Message<'m> {
    text: &'m str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'r> {
    rule_id: &'r str,
    rule_index: usize,
    level: &'static str,
    message: Message<'r>,
    locations: [Location<'r>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'l> {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    logical_locations: Option<[LogicalLocation<'l>; 1]>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation<'l> {
    fully_qualified_name: &'l JsonPointer,
}

impl Show for Sarif {
    fn opening(&self, output: &mut Output) {
        let unreadable = ReportingDescriptor {
            id: UNREADABLE,
            short_description: Message { text: "a document or a file can be read" },
            help: Message {
                text: "The message says where reading has stopped: what follows in the document is not checked.",
            },
            default_configuration: Configuration { level: Severity::Error.as_str() },
        };
        let rules = Rule::ALL.iter().map(|rule| ReportingDescriptor {
            id: rule.id(),
            short_description: Message { text: rule.summary() },
            help: Message { text: rule.help() },
            default_configuration: Configuration { level: rule.severity().as_str() },
        });
        let driver = Driver {
            name: concat!(env!("CARGO_PKG_NAME"), " validate"),
            version: env!("CARGO_PKG_VERSION"),
            rules: rules.chain([unreadable]).collect(),
        };
        let run = Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", results: [] };
        let out = output.out();
        let _ = serde_json::to_writer(&mut *out, &Log { schema: SCHEMA, version: "2.1.0", runs: [run] });
        out.truncate(out.len() - CLOSING.len());
    }

    fn separator_length(&self) -> usize {
        1
    }

    fn violation(&self, entry: &Entry<'_>, found: &Found<'_>, output: &mut Output) {
        let Found { violation, location, .. } = found;
        let rule = violation.rule();
        let physical_location = physical_location(entry.source, Some((location.line, location.column)));
        let logical_locations = Some([LogicalLocation { fully_qualified_name: violation.path() }]);
        let location = Location { physical_location, logical_locations };
        show(Some(rule), violation.severity(), violation.message(), location, output);
    }

    fn omitted(&self, entry: &Entry<'_>, omitted: &Omitted, output: &mut Output) {
        let message = format!("{} more violations of this rule in document {}", omitted.count(), entry.number);
        let start = Some((entry.document.line(), entry.document.column()));
        let location = Location { physical_location: physical_location(entry.source, start), logical_locations: None };
        show(Some(omitted.rule()), omitted.severity(), &message, location, output);
    }

    fn unreadable(&self, unreadable: &Unreadable<'_>, output: &mut Output) {
        let document = unreadable.document.as_ref();
        let start = document.map(|document| (document.location.line, document.location.column));
        let location = Location {
            physical_location: physical_location(unreadable.source, start),
            logical_locations: document.map(|document| [LogicalLocation { fully_qualified_name: document.path }]),
        };
        show(None, Severity::Error, &unreadable.sentence(), location, output);
    }

    fn closing(&self, summary: &Summary, output: &mut Output) {
        let _ = writeln!(output.out(), "{CLOSING}");
        let _ = write!(output.err(), "{summary}");
    }
}

/// Writes a result after a separator. Without a rule it is about something that can't be read.
fn show(rule: Option<Rule>, severity: Severity, message: &str, location: Location<'_>, output: &mut Output) {
    let result = SarifResult {
        rule_id: rule.map_or(UNREADABLE, Rule::id),
        rule_index: rule.map_or(Rule::ALL.len(), |rule| rule as usize),
        level: severity.as_str(),
        message: Message { text: message },
        locations: [location],
    };
    let out = output.out();
    out.push(b',');
    let _ = serde_json::to_writer(out, &result);
}

fn physical_location(source: &Source, start: Option<(usize, usize)>) -> PhysicalLocation {
    let region = start.map(|(start_line, start_column)| Region { start_line, start_column });
    PhysicalLocation { artifact_location: ArtifactLocation { uri: uri(source) }, region }
}

/// A reference relative to where the program was started, or a `file` URI.
fn uri(source: &Source) -> String {
    let Some(path) = source.path() else { return utf8_percent_encode(&source.name, NOT_IN_A_SEGMENT).to_string() };
    let mut uri = String::new();
    for component in path.components() {
        match component {
            Component::RootDir if uri.is_empty() => uri.push_str("file://"),
            Component::RootDir | Component::CurDir => {}
            Component::Prefix(prefix) => {
                uri.push_str("file:///");
                uri.extend(utf8_percent_encode(&prefix.as_os_str().to_string_lossy(), NOT_IN_A_SEGMENT));
            }
            Component::ParentDir | Component::Normal(_) => {
                if !uri.is_empty() {
                    uri.push('/');
                }
                uri.extend(utf8_percent_encode(&component.as_os_str().to_string_lossy(), NOT_IN_A_SEGMENT));
            }
        }
    }
    uri
}
