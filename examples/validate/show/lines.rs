//! A line per document, violation and verdict.

use super::{Entry, Found, Show, Unreadable};
use crate::output::Output;
use crate::sentence::sentence;
use crate::summary::Summary;
use dynamodb_backup_model::validate::Omitted;
use dynamodb_backup_model::{Captured, Report};
use std::io::Write as _;

pub(super) struct Lines;

impl Show for Lines {
    fn document(&self, entry: &Entry<'_>, captured: &Captured, output: &mut Output) {
        document(entry, captured, output);
    }

    fn violation(&self, entry: &Entry<'_>, found: &Found<'_>, output: &mut Output) {
        let _ = writeln!(output.out(), "{}:{}: {}", entry.source.name, found.location, found.violation);
    }

    fn omitted(&self, entry: &Entry<'_>, omitted: &Omitted, output: &mut Output) {
        let (line, column) = (entry.document.line(), entry.document.column());
        let _ = writeln!(output.out(), "{}:{line}:{column}: {omitted}", entry.source.name);
    }

    fn verdict(&self, report: &Report, output: &mut Output) {
        verdict(report, output);
    }

    fn unreadable(&self, unreadable: &Unreadable<'_>, output: &mut Output) {
        self::unreadable(unreadable, output);
    }

    fn closing(&self, summary: &Summary, output: &mut Output) {
        let _ = write!(output.out(), "{summary}");
    }
}

pub(super) fn document(entry: &Entry<'_>, captured: &Captured, output: &mut Output) {
    let _ = writeln!(output.out(), "{}: document {}: {}", entry.source.name, entry.number, sentence(captured));
}

/// The number of errors and warnings.
pub(super) fn verdict(report: &Report, output: &mut Output) {
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    let (errors, warnings) = (report.error_count(), report.warning_count());
    let _ = writeln!(output.out(), "{errors} error{}, {warnings} warning{}", plural(errors), plural(warnings));
}

pub(super) fn unreadable(unreadable: &Unreadable<'_>, output: &mut Output) {
    let sentence = unreadable.sentence();
    let _ = match &unreadable.document {
        Some(document) => {
            writeln!(output.err(), "{}:{}: error: {sentence}", unreadable.source.name, document.location)
        }
        None => writeln!(output.err(), "error: {sentence}"),
    };
}
