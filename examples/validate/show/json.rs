//! A JSON object per line, for programs.

use super::{Entry, Found, Show, Unreadable, UnreadableDocument};
use crate::output::Output;
use crate::summary::Summary;
use dynamodb_backup_model::validate::Omitted;
use dynamodb_backup_model::{JsonPointer, Rule, Severity};
use serde::Serialize;
use std::io::Write as _;

pub(super) struct Json;

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Line<'l> {
    Violation {
        file: &'l str,
        document: usize,
        line: usize,
        column: usize,
        rule: Rule,
        severity: Severity,
        path: &'l JsonPointer,
        message: &'l str,
    },
    /// Violations that are counted alone.
    Omitted { file: &'l str, document: usize, rule: Rule, severity: Severity, count: usize },
    /// What names a document is null for a file that can't be read.
    Unreadable {
        file: &'l str,
        document: Option<usize>,
        line: Option<usize>,
        column: Option<usize>,
        path: Option<&'l JsonPointer>,
        message: &'l str,
    },
}

impl Line<'_> {
    fn show(&self, output: &mut Output) {
        let out = output.out();
        let _ = serde_json::to_writer(&mut *out, self);
        out.push(b'\n');
    }
}

impl Show for Json {
    fn violation(&self, entry: &Entry<'_>, found: &Found<'_>, output: &mut Output) {
        let Found { violation, location, .. } = found;
        let line = Line::Violation {
            file: &entry.source.name,
            document: entry.number,
            line: location.line,
            column: location.column,
            rule: violation.rule(),
            severity: violation.severity(),
            path: violation.path(),
            message: violation.message(),
        };
        line.show(output);
    }

    fn omitted(&self, entry: &Entry<'_>, omitted: &Omitted, output: &mut Output) {
        let line = Line::Omitted {
            file: &entry.source.name,
            document: entry.number,
            rule: omitted.rule(),
            severity: omitted.severity(),
            count: omitted.count(),
        };
        line.show(output);
    }

    fn unreadable(&self, unreadable: &Unreadable<'_>, output: &mut Output) {
        let of_document = |value: fn(&UnreadableDocument<'_>) -> usize| unreadable.document.as_ref().map(value);
        let line = Line::Unreadable {
            file: &unreadable.source.name,
            document: of_document(|document| document.number),
            line: of_document(|document| document.location.line),
            column: of_document(|document| document.location.column),
            path: unreadable.document.as_ref().map(|document| document.path),
            message: unreadable.message,
        };
        line.show(output);
    }

    fn closing(&self, summary: &Summary, output: &mut Output) {
        let _ = write!(output.err(), "{summary}");
    }
}
