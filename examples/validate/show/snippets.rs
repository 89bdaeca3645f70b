//! The part of the document around each violation, with the violation underlined.

use super::{Found, Place, Show, Unreadable, lines, path_name};
use crate::output::Output;
use crate::summary::Summary;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use dynamodb_backup_model::validate::Omitted;
use dynamodb_backup_model::{Captured, Report, Severity};
use std::io::Write as _;
use std::ops::Range;

/// As many bytes before and after the start of a value are shown at most: more than fit on a terminal's line.
const CONTEXT: usize = 600;

pub(super) struct Snippets(Renderer);

impl Snippets {
    pub(super) fn new(is_colored: bool) -> Self {
        Self(if is_colored { Renderer::styled() } else { Renderer::plain() })
    }

    fn show(&self, group: Group<'_>, output: &mut Output) {
        let _ = writeln!(output.out(), "{}\n", self.0.render(&[group]));
    }
}

impl Show for Snippets {
    fn document(&self, place: &Place<'_>, captured: &Captured, output: &mut Output) {
        lines::document(place, captured, output);
    }

    fn violation(&self, place: &Place<'_>, found: &Found<'_>, output: &mut Output) {
        let Found { violation, location, is_absent } = found;
        let text = place.document.text().unwrap_or_default();
        let document_start = place.document.range().start;
        let (source, range) = excerpt(text, location.range.start - document_start..location.range.end - document_start);
        let label = if *is_absent { "missing in here" } else { "" };
        let snippet = Snippet::source(source)
            .line_start(location.line)
            .annotation(AnnotationKind::Primary.span(range).label(label));
        let title = level(violation.severity()).primary_title(violation.message()).id(violation.rule().id());
        let origin = Origin::path(&place.source.name).line(location.line).char_column(location.column);
        let note = format!("in {}", path_name(violation.path(), "the whole document"));
        self.show(title.element(origin).element(snippet).element(Level::NOTE.message(note)), output);
    }

    fn omitted(&self, place: &Place<'_>, omitted: &Omitted, output: &mut Output) {
        let message = format!("{} more violations of this rule", omitted.count());
        let title = level(omitted.severity()).primary_title(message).id(omitted.rule().id());
        let (line, column) = (place.document.line(), place.document.column());
        self.show(title.element(Origin::path(&place.source.name).line(line).char_column(column)), output);
    }

    fn verdict(&self, report: &Report, output: &mut Output) {
        lines::verdict(report, output);
    }

    fn unreadable(&self, unreadable: &Unreadable<'_>, output: &mut Output) {
        lines::unreadable(unreadable, output);
    }

    fn closing(&self, summary: &Summary, output: &mut Output) {
        let _ = write!(output.out(), "\n{summary}");
    }
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    }
}

/// The line on which a value begins, or the part of a long one around that, and the value's bytes in it.
fn excerpt(text: &str, value: Range<usize>) -> (&str, Range<usize>) {
    let boundary = |mut byte: usize| {
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    };
    let first = boundary(value.start.saturating_sub(CONTEXT));
    let start = text[first..value.start].rfind('\n').map_or(first, |newline| first + newline + 1);
    let last = boundary(text.len().min(value.start + CONTEXT));
    let end = text[value.start..last].find('\n').map_or(last, |newline| value.start + newline);
    (&text[start..end], value.start - start..value.end.min(end) - start)
}
