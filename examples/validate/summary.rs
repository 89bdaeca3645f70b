//! The closing summary.

use dynamodb_backup_model::{Report, Rule, Severity};
use std::collections::BTreeMap;
use std::fmt;

/// How many of what were seen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Summary {
    files: usize,
    unreadable_files: usize,
    documents: usize,
    valid: usize,
    with_errors: usize,
    unreadable: usize,
    violations: BTreeMap<(Rule, Severity), usize>,
}

impl Summary {
    pub(crate) fn add_file(&mut self) {
        self.files += 1;
    }

    pub(crate) fn add_unreadable_file(&mut self) {
        self.files += 1;
        self.unreadable_files += 1;
    }

    pub(crate) fn add_document(&mut self, report: &Report) {
        self.documents += 1;
        if report.is_valid() {
            self.valid += 1;
        } else {
            self.with_errors += 1;
        }
        for violation in report {
            *self.violations.entry((violation.rule(), violation.severity())).or_default() += 1;
        }
        for omitted in report.omitted() {
            *self.violations.entry((omitted.rule(), omitted.severity())).or_default() += omitted.count();
        }
    }

    pub(crate) fn add_unreadable_document(&mut self) {
        self.documents += 1;
        self.unreadable += 1;
    }

    pub(crate) fn add(&mut self, other: &Self) {
        let Self { files, unreadable_files, documents, valid, with_errors, unreadable, violations } = other;
        self.files += files;
        self.unreadable_files += unreadable_files;
        self.documents += documents;
        self.valid += valid;
        self.with_errors += with_errors;
        self.unreadable += unreadable;
        for (key, count) in violations {
            *self.violations.entry(*key).or_default() += count;
        }
    }

    pub(crate) fn has_unreadable(&self) -> bool {
        self.unreadable > 0 || self.unreadable_files > 0
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.with_errors > 0
    }

    pub(crate) fn has_violations(&self) -> bool {
        !self.violations.is_empty()
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { files, unreadable_files, documents, valid, with_errors, unreadable, violations } = self;
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        write!(f, "{files} file{}", plural(*files))?;
        if *unreadable_files > 0 {
            write!(f, " ({unreadable_files} unreadable)")?;
        }
        writeln!(
            f,
            ", {documents} document{}: {valid} valid, {with_errors} with errors, {unreadable} unreadable",
            plural(*documents)
        )?;
        violations.iter().try_for_each(|((rule, severity), count)| writeln!(f, "{severity}[{rule}]: {count}"))
    }
}
