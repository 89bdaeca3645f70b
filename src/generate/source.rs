//! Choices made from bytes.

use crate::validate::Limits;
use alloc::vec::Vec;
use arbitrary::Unstructured;
use core::ops::RangeInclusive;

/// Where generated values get their choices from.
///
/// The first choice is always the simplest one, and it is what a source without any bytes left chooses: fewer and
/// smaller bytes make a simpler value, so that shrinking the bytes shrinks the value.
pub(crate) struct Source<'s, 'b> {
    bytes: &'s mut Unstructured<'b>,
    /// The limits that valid values are within.
    pub(crate) limits: &'s Limits,
}

impl<'s, 'b> Source<'s, 'b> {
    pub(crate) fn new(bytes: &'s mut Unstructured<'b>, limits: &'s Limits) -> Self {
        Self { bytes, limits }
    }

    /// A number of the range, its start first.
    pub(crate) fn number<T: arbitrary::unstructured::Int>(&mut self, range: RangeInclusive<T>) -> T {
        let start = *range.start();
        self.bytes.int_in_range(range).unwrap_or(start)
    }

    /// A number of the range, often one of its ends or one near its start.
    pub(crate) fn count(&mut self, range: RangeInclusive<usize>) -> usize {
        let (least, most) = (*range.start(), *range.end());
        match self.number(0..=7) {
            0 | 1 => least,
            7 => most,
            6 => self.number(range),
            _ => self.number(least..=most.min(least + 3)),
        }
    }

    /// True once in so many times, false at first.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.number(0..=times - 1) == times - 1
    }

    /// True or false, false at first.
    pub(crate) fn flag(&mut self) -> bool {
        self.once_in(2)
    }

    /// One of the values, of which there is at least one; the first at first.
    pub(crate) fn pick<T: Clone>(&mut self, values: &[T]) -> T {
        values[self.number(0..=values.len() - 1)].clone()
    }

    /// One of the items, of which there is at least one; the first at first.
    pub(crate) fn pick_from<T>(&mut self, items: impl IntoIterator<Item = T>) -> T {
        let mut items: Vec<T> = items.into_iter().collect();
        items.swap_remove(self.number(0..=items.len() - 1))
    }

    /// Whether there are bytes for another element: an endless source would make an endless list.
    pub(crate) fn another(&mut self) -> bool {
        !self.bytes.is_empty() && self.number(0..=3) != 0
    }

    pub(crate) fn bits(&mut self) -> u64 {
        self.bytes.arbitrary().unwrap_or_default()
    }

    pub(crate) fn char(&mut self) -> char {
        self.bytes.arbitrary().unwrap_or('a')
    }
}
