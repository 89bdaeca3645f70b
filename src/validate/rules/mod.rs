//! The rules, a file per group. A function is named after its rule's id and reports where the rule is violated.
//!
//! They are `inline`, so that they can become a part of the walk that calls them: in a valid document there is next to
//! nothing to do but to look at each member once.

pub(super) mod arns;
pub(super) mod documents;
pub(super) mod features;
pub(super) mod key_schemas;
pub(super) mod lists;
pub(super) mod presence;
pub(super) mod projections;
pub(super) mod recovery;
pub(super) mod sizes;
pub(super) mod text;
pub(super) mod throughput;
pub(super) mod times;
pub(super) mod vector_indexes;

use alloc::collections::BTreeMap;
use core::fmt;

/// The number of a list's elements; an absent list has none.
#[inline]
fn count<T>(list: Option<&[T]>) -> usize {
    list.map_or(0, <[T]>::len)
}

/// A string of the document within a message: quoted, and cut where it is longer than any name that the service knows.
///
/// A document can repeat a violation as often as it likes: messages with all of a long string could together become
/// far larger than the document.
struct Quoted<'v>(&'v str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST_CHARS: usize = 300;

        match self.0.char_indices().nth(MOST_CHARS) {
            None => write!(f, "{:?}", self.0),
            Some((end, _)) => write!(f, "{:?}… ({} bytes)", &self.0[..end], self.0.len()),
        }
    }
}

/// Calls `report` with the index of every item whose name came before, and with the index of the first of that name.
///
/// A response within the quotas needs no memory for it.
#[inline]
fn each_later<'v>(count: usize, name: impl Fn(usize) -> Option<&'v str>, mut report: impl FnMut(usize, usize)) {
    /// With fewer, comparing each with each is the faster way.
    const FEW: usize = 32;

    match count {
        0 | 1 => {}
        // As most keys have.
        2 => {
            if name(0).is_some_and(|first| name(1) == Some(first)) {
                report(1, 0);
            }
        }
        3..FEW => each_later_of_few(count, name, report),
        FEW.. => each_later_of_many(count, &name, &mut report),
    }
}

fn each_later_of_few<'v>(count: usize, name: impl Fn(usize) -> Option<&'v str>, mut report: impl FnMut(usize, usize)) {
    for later in 1..count {
        if let Some(this) = name(later)
            && let Some(first) = (0..later).find(|first| name(*first) == Some(this))
        {
            report(later, first);
        }
    }
}

#[cold]
fn each_later_of_many<'v>(count: usize, name: &dyn Fn(usize) -> Option<&'v str>, report: &mut dyn FnMut(usize, usize)) {
    if are_different(count, name) {
        return;
    }
    let mut firsts = BTreeMap::new();
    for index in 0..count {
        if let Some(name) = name(index) {
            let first = *firsts.entry(name).or_insert(index);
            if first != index {
                report(index, first);
            }
        }
    }
}

/// Whether no two of as many names as a page can have are the same, found without memory; `false` for more names.
fn are_different<'v>(count: usize, name: &dyn Fn(usize) -> Option<&'v str>) -> bool {
    let mut sorted = [0_usize; 100];
    if count > sorted.len() {
        return false;
    }
    for index in 0..count {
        let this = name(index);
        let earlier = &sorted[..index];
        let slot = match earlier.last() {
            // Most pages are in order.
            Some(last) if name(*last) >= this => earlier.binary_search_by(|other| name(*other).cmp(&this)),
            _ => Err(index),
        };
        let Err(slot) = slot else { return false };
        sorted.copy_within(slot..index, slot + 1);
        sorted[slot] = index;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{Quoted, each_later};
    use alloc::string::ToString;
    use alloc::vec::Vec;

    #[test]
    fn long_strings_are_cut_between_characters() {
        assert_eq!(Quoted("a\n\"é").to_string(), r#""a\n\"é""#);
        for unit in ["a", "é", "𝄞"] {
            let whole = alloc::format!("\"{}\"", unit.repeat(300));
            assert_eq!(Quoted(&unit.repeat(300)).to_string(), whole);
            let cut = alloc::format!("{whole}… ({} bytes)", 301 * unit.len());
            assert_eq!(Quoted(&unit.repeat(301)).to_string(), cut);
        }
    }

    #[test]
    fn short_and_long_lists_find_the_same_duplicates() {
        for count in [31, 32, 33, 34, 99, 100, 101, 200] {
            let strings: Vec<_> = (0..count).map(|n| alloc::format!("n{}", n % 20)).collect();
            let names: Vec<_> =
                strings.iter().enumerate().map(|(n, string)| (n % 7 != 3).then_some(string.as_str())).collect();
            let mut found = Vec::new();
            each_later(count, |index| names[index], |later, first| found.push((later, first)));
            let expected: Vec<_> = (0..count)
                .filter(|later| names[*later].is_some())
                .filter_map(|later| Some((later, names[..later].iter().position(|name| *name == names[later])?)))
                .collect();
            assert_eq!(found, expected);
            assert!(!found.is_empty());
        }
    }

    #[test]
    fn one_duplicate_is_found_in_any_order() {
        for count in [32, 97] {
            for first in 0..count - 1 {
                let mut names: Vec<_> = (0..count).map(|n| alloc::format!("{:02}", n * 35 % 97)).collect();
                let mut found = Vec::new();
                each_later(count, |index| Some(&*names[index]), |later, first| found.push((later, first)));
                assert!(found.is_empty());
                names[count - 1] = names[first].clone();
                each_later(count, |index| Some(&*names[index]), |later, first| found.push((later, first)));
                assert_eq!(found, [(count - 1, first)]);
            }
        }
    }
}
