//! The violations that are found, in whatever order, while a value is walked.

use super::report::{Omitted, Report, Violation};
use super::rule::Rule;
use alloc::vec::Vec;

/// The first violations in document order, and the number of the others.
///
/// Twice as many as a report holds are kept until they are sorted and cut, so that memory is bounded and each
/// violation is sorted only a few times.
pub(super) struct Collector {
    max: usize,
    /// After a cut, the first `max` are sorted, and the last of these is the bound for later ones.
    found: Vec<Found>,
    /// The number of omitted violations of each rule, in the order of [`Rule::ALL`]; empty before the first cut.
    omitted: Vec<usize>,
}

struct Found {
    /// The location in the document as the model orders it: members and elements by their numbers.
    position: Vec<usize>,
    violation: Violation,
}

impl Found {
    fn key(&self) -> (&[usize], Rule) {
        (&self.position, self.violation.rule)
    }
}

impl Collector {
    pub(super) const fn new(max: usize) -> Self {
        Self { max, found: Vec::new(), omitted: Vec::new() }
    }

    /// Takes a violation, which is not built if a report would omit it anyway.
    pub(super) fn push(&mut self, rule: Rule, position: Vec<usize>, violation: impl FnOnce() -> Violation) {
        if self.is_beyond_the_last(rule, &position) {
            self.omitted[rule as usize] += 1;
            return;
        }
        self.found.push(Found { position, violation: violation() });
        if self.found.len() >= self.max.saturating_mul(2) {
            self.sort_and_cut();
        }
    }

    /// Whether as many as a report holds precede it; of equals, the earlier ones do.
    fn is_beyond_the_last(&self, rule: Rule, position: &[usize]) -> bool {
        let last = self.max.checked_sub(1).and_then(|last| self.found.get(last));
        !self.omitted.is_empty() && last.is_none_or(|last| last.key() <= (position, rule))
    }

    fn sort_and_cut(&mut self) {
        self.found.sort_by(|a, b| a.key().cmp(&b.key()));
        if self.found.len() > self.max {
            self.omitted.resize(Rule::ALL.len(), 0);
            for found in self.found.drain(self.max..) {
                self.omitted[found.violation.rule as usize] += 1;
            }
        }
    }

    #[inline]
    pub(super) fn into_report(self) -> Report {
        // Most values are valid: they are not to pay for the rest.
        if self.found.is_empty() && self.omitted.is_empty() { Report::default() } else { self.into_sorted_report() }
    }

    #[cold]
    fn into_sorted_report(mut self) -> Report {
        self.sort_and_cut();
        let omitted = Rule::ALL.iter().zip(self.omitted).filter(|(_, count)| *count > 0);
        Report {
            violations: self.found.into_iter().map(|found| found.violation).collect(),
            omitted: omitted.map(|(rule, count)| Omitted::new(*rule, count)).collect(),
        }
    }
}
