//! Workflow commands, which GitHub Actions shows as annotations.
//!
//! GitHub shows a limited number of them per step: the summary is printed too.

use super::{Entry, Found, Show, Unreadable, path_name};
use crate::files::Source;
use crate::output::Output;
use crate::summary::Summary;
use dynamodb_backup_model::Severity;
use dynamodb_backup_model::validate::Omitted;
use std::fmt::{self, Write as _};
use std::io::Write as _;

pub(super) struct Github;

impl Show for Github {
    fn violation(&self, entry: &Entry<'_>, found: &Found<'_>, output: &mut Output) {
        let Found { violation, location, .. } = found;
        let message = format!("{}, in {}", violation.message(), path_name(violation.path(), "the whole document"));
        let at = Some((location.line, location.column));
        command(violation.severity(), entry.source, at, violation.rule().id(), &message, output);
    }

    fn omitted(&self, entry: &Entry<'_>, omitted: &Omitted, output: &mut Output) {
        let message = format!("{} more violations of this rule in document {}", omitted.count(), entry.number);
        let at = Some((entry.document.line(), entry.document.column()));
        command(omitted.severity(), entry.source, at, omitted.rule().id(), &message, output);
    }

    fn unreadable(&self, unreadable: &Unreadable<'_>, output: &mut Output) {
        let at = unreadable.document.as_ref().map(|document| (document.location.line, document.location.column));
        command(Severity::Error, unreadable.source, at, "unreadable", &unreadable.sentence(), output);
    }

    fn closing(&self, summary: &Summary, output: &mut Output) {
        let _ = write!(output.out(), "{summary}");
    }
}

/// `::error file=a.json,line=5,col=21,title=text-pattern::message`
fn command(
    severity: Severity,
    source: &Source,
    at: Option<(usize, usize)>,
    title: &str,
    message: &str,
    output: &mut Output,
) {
    let mut text = format!("::{severity} ");
    let _ = match (source.path(), at) {
        // An annotation is of a file or of the whole run.
        (None, _) => write!(text, "title={}::{}", Escaped::property(title), Escaped::message(&source.name)),
        (Some(_), None) => {
            write!(text, "file={},title={}::", Escaped::property(&source.name), Escaped::property(title))
        }
        (Some(_), Some((line, column))) => write!(
            text,
            "file={},line={line},col={column},title={}::",
            Escaped::property(&source.name),
            Escaped::property(title)
        ),
    };
    if source.path().is_none() {
        let _ = match at {
            Some((line, column)) => write!(text, ":{line}:{column}: "),
            None => write!(text, ": "),
        };
    }
    let _ = writeln!(output.out(), "{text}{}", Escaped::message(message));
}

/// Text without the characters that have a meaning in a command.
struct Escaped<'t> {
    text: &'t str,
    is_property: bool,
}

impl<'t> Escaped<'t> {
    fn message(text: &'t str) -> Self {
        Self { text, is_property: false }
    }

    fn property(text: &'t str) -> Self {
        Self { text, is_property: true }
    }
}

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.chars().try_for_each(|char| match char {
            '%' | '\r' | '\n' => write!(f, "%{:02X}", u32::from(char)),
            ':' | ',' if self.is_property => write!(f, "%{:02X}", u32::from(char)),
            char => f.write_char(char),
        })
    }
}
