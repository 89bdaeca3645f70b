//! The part of the document around each violation, with the violation underlined.

use super::{Entry, Found, Show, Unreadable, lines, path_name};
use crate::output::Output;
use crate::summary::Summary;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use dynamodb_backup_model::validate::Omitted;
use dynamodb_backup_model::{Captured, Report, Severity};
use std::io::Write as _;
use std::ops::Range;

/// As many bytes before and after the start of a value are shown at most: more than fit on a terminal's line.
const CONTEXT: usize = 600;

/// As many bytes of a value are underlined at most.
const UNDERLINED: usize = 80;

pub(super) struct Snippets(Renderer);

impl Snippets {
    pub(super) fn new(is_colored: bool) -> Self {
        Self(if is_colored { Renderer::styled() } else { Renderer::plain() })
    }

    fn render(&self, group: Group<'_>) -> String {
        self.0.render(&[group])
    }
}

impl Show for Snippets {
    fn document(&self, entry: &Entry<'_>, captured: &Captured, output: &mut Output) {
        lines::document(entry, captured, output);
    }

    fn violation(&self, entry: &Entry<'_>, found: &Found<'_>, output: &mut Output) {
        let Found { violation, location, is_absent } = found;
        let text = entry.document.text().unwrap_or_default();
        let document_start = entry.document.range().start;
        let (source, range) = excerpt(text, location.range.start - document_start..location.range.end - document_start);
        let column = source[..range.start].chars().count() + 1;
        let label = if *is_absent { "missing in here" } else { "" };
        let snippet = Snippet::source(source)
            .path(&entry.source.name)
            .line_start(location.line)
            .annotation(AnnotationKind::Primary.span(range).label(label));
        let title = level(violation.severity()).primary_title(violation.message()).id(violation.rule().id());
        let note = format!("in {}", path_name(violation.path(), "the whole document"));
        let text = self.render(title.element(snippet).element(Level::NOTE.message(note)));
        let _ = writeln!(output.out(), "{}\n", in_file(text, location.line, column, location.column));
    }

    fn omitted(&self, entry: &Entry<'_>, omitted: &Omitted, output: &mut Output) {
        let message = format!("{} more violations of this rule", omitted.count());
        let title = level(omitted.severity()).primary_title(message).id(omitted.rule().id());
        let (line, column) = (entry.document.line(), entry.document.column());
        let origin = Origin::path(&entry.source.name).line(line).char_column(column);
        let _ = writeln!(output.out(), "{}\n", self.render(title.element(origin)));
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

/// The line on which a value begins, or the part of a long one around that, and the value's bytes in it: enough of them
/// to know it by.
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
    let value_end = boundary(value.end.min(value.start + UNDERLINED)).min(end);
    (&text[start..end], value.start - start..value_end - start)
}

/// Puts the column in the file where the second line of a snippet has the one in the excerpt.
fn in_file(mut snippet: String, line: usize, in_excerpt: usize, column: usize) -> String {
    let header = snippet.find('\n').map_or(0, |newline| newline + 1);
    let header_end = snippet[header..].find('\n').map_or(snippet.len(), |newline| header + newline);
    let counted = format!(":{line}:{in_excerpt}");
    if in_excerpt != column
        && let Some(at) = snippet[header..header_end].rfind(&counted)
    {
        snippet.replace_range(header + at..header + at + counted.len(), &format!(":{line}:{column}"));
    }
    snippet
}
