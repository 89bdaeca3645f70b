//! One document after another: read, validated, shown.

use crate::args::Args;
use crate::files::Source;
use crate::output::Output;
use crate::show::{self, Entry, Found, Show, Unreadable};
use crate::summary::Summary;
use dynamodb_backup_model::json::Document;
use dynamodb_backup_model::{Captured, Limits, Rule, Severity, Validate as _};

pub(crate) struct Checker {
    limits: Limits,
    allowed: Vec<Rule>,
    denied: Vec<Rule>,
    show: Box<dyn Show>,
}

/// What there is to check.
pub(crate) enum Item<'i> {
    Unreadable(&'i Source, String),
    /// A file that can be read: its documents follow.
    File,
    /// A document, and its number in its file.
    Document(&'i Source, usize, Document<'i>),
}

impl Checker {
    pub(crate) fn new(args: &Args) -> Self {
        Self {
            limits: args.limits.clone(),
            allowed: args.allowed.clone(),
            denied: args.denied.clone(),
            show: show::new(args),
        }
    }

    pub(crate) fn opening(&self) -> Output {
        let mut output = Output::default();
        self.show.opening(&mut output);
        output
    }

    /// How many bytes separate what is shown from what was shown before it.
    pub(crate) fn separator_length(&self) -> usize {
        self.show.separator_length()
    }

    pub(crate) fn closing(&self, summary: &Summary) -> Output {
        let mut output = Output::default();
        self.show.closing(summary, &mut output);
        output
    }

    pub(crate) fn check(&self, item: &Item<'_>, output: &mut Output) {
        match item {
            Item::File => output.summary.add_file(),
            Item::Unreadable(source, reason) => {
                output.summary.add_unreadable_file();
                self.show.unreadable(&Unreadable::file(source, reason), output);
            }
            Item::Document(source, number, document) => {
                output.bytes_read += document.range().len() as u64;
                self.check_document(&Entry { source, number: *number, document }, output);
            }
        }
    }

    fn check_document(&self, entry: &Entry<'_>, output: &mut Output) {
        let captured: Captured = match entry.document.read() {
            Ok(captured) => captured,
            Err(error) => {
                output.summary.add_unreadable_document();
                self.show.unreadable(&Unreadable::document(entry, &error), output);
                return;
            }
        };
        let mut report = captured.validate_with(&self.limits).without(&self.allowed);
        for rule in &self.denied {
            report = report.with_severity(*rule, Severity::Error);
        }
        output.summary.add_document(&report);

        self.show.document(entry, &captured, output);
        if !report.is_empty() {
            let locator = entry.document.locator();
            for violation in &report {
                self.show.violation(entry, &Found::new(violation, &locator), output);
            }
            for omitted in report.omitted() {
                self.show.omitted(entry, omitted, output);
            }
        }
        self.show.verdict(&report, output);
    }
}
