//! The formats of the output.

mod github;
mod json;
mod lines;
mod sarif;
mod snippets;

use crate::args::{Args, Format};
use crate::files::Source;
use crate::output::Output;
use crate::summary::Summary;
use dynamodb_backup_model::json::{Document, Error, Location, Locator};
use dynamodb_backup_model::validate::Omitted;
use dynamodb_backup_model::{Captured, JsonPointer, Report, Violation};
use std::io::Write as _;

/// A format. What it does not show, it has no method for.
pub(crate) trait Show: Send + Sync {
    fn opening(&self, _: &mut Output) {}

    /// How many bytes of each thing shown separate it from the one before it.
    fn separator_length(&self) -> usize {
        0
    }

    fn document(&self, _: &Entry<'_>, _: &Captured, _: &mut Output) {}

    fn violation(&self, entry: &Entry<'_>, found: &Found<'_>, output: &mut Output);

    fn omitted(&self, entry: &Entry<'_>, omitted: &Omitted, output: &mut Output);

    /// Shown after all violations of a document.
    fn verdict(&self, _: &Report, _: &mut Output) {}

    fn unreadable(&self, unreadable: &Unreadable<'_>, output: &mut Output);

    fn closing(&self, summary: &Summary, output: &mut Output);
}

pub(crate) fn new(args: &Args) -> Box<dyn Show> {
    if args.is_quiet {
        return Box::new(Quiet { is_for_programs: matches!(args.format, Format::Json | Format::Sarif) });
    }
    match args.format {
        Format::Lines => Box::new(lines::Lines),
        Format::Snippets => Box::new(snippets::Snippets::new(args.is_colored)),
        Format::Json => Box::new(json::Json),
        Format::Github => Box::new(github::Github),
        Format::Sarif => Box::new(sarif::Sarif),
    }
}

/// A document in its file.
pub(crate) struct Entry<'p> {
    pub(crate) source: &'p Source,
    pub(crate) number: usize,
    pub(crate) document: &'p Document<'p>,
}

/// A violation in the text of its document.
pub(crate) struct Found<'f> {
    pub(crate) violation: &'f Violation,
    /// Of an absent value, that of its nearest ancestor.
    pub(crate) location: Location,
    pub(crate) is_absent: bool,
}

impl<'f> Found<'f> {
    pub(crate) fn new(violation: &'f Violation, locator: &Locator<'_>) -> Self {
        let present = locator.find(violation.path());
        let is_absent = present.is_none();
        Self { violation, location: present.unwrap_or_else(|| locator.locate(violation.path())), is_absent }
    }
}

/// A document or a file that can't be read.
pub(crate) struct Unreadable<'u> {
    pub(crate) source: &'u Source,
    pub(crate) document: Option<UnreadableDocument<'u>>,
    pub(crate) message: &'u str,
}

pub(crate) struct UnreadableDocument<'u> {
    pub(crate) number: usize,
    pub(crate) location: &'u Location,
    pub(crate) path: &'u JsonPointer,
}

impl<'u> Unreadable<'u> {
    pub(crate) fn file(source: &'u Source, reason: &'u str) -> Self {
        Self { source, document: None, message: reason }
    }

    pub(crate) fn document(entry: &Entry<'u>, error: &'u Error) -> Self {
        let document = UnreadableDocument { number: entry.number, location: error.location(), path: error.path() };
        Self { source: entry.source, document: Some(document), message: error.message() }
    }

    /// What can't be read and why, without the entry in the file.
    pub(crate) fn sentence(&self) -> String {
        match &self.document {
            Some(UnreadableDocument { number, path, .. }) => {
                format!("can't read document {number}: in {}: {}", path_name(path, "the top level"), self.message)
            }
            None => format!("can't read {}: {}", self.source.name, self.message),
        }
    }
}

/// The path, or what the empty path is called.
pub(crate) fn path_name<'p>(path: &'p JsonPointer, root: &'p str) -> &'p str {
    if path.is_root() { root } else { path.as_str() }
}

/// The summary alone.
struct Quiet {
    /// Whether standard output is for programs, which would take the summary for something else.
    is_for_programs: bool,
}

impl Show for Quiet {
    fn violation(&self, _: &Entry<'_>, _: &Found<'_>, _: &mut Output) {}

    fn omitted(&self, _: &Entry<'_>, _: &Omitted, _: &mut Output) {}

    fn unreadable(&self, _: &Unreadable<'_>, _: &mut Output) {}

    fn closing(&self, summary: &Summary, output: &mut Output) {
        let text = if self.is_for_programs { output.err() } else { output.out() };
        let _ = write!(text, "{summary}");
    }
}
