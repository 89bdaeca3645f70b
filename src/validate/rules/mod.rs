//! The rules, a file per group. Each function states a law and reports where it is broken.
//!
//! They are `inline`, so that they can become a part of the walk that calls them: in a valid document there is next to
//! nothing to do but to look at each member once.

pub(super) mod arns;
pub(super) mod features;
pub(super) mod key_schemas;
pub(super) mod presence;
pub(super) mod projections;
pub(super) mod sizes;
pub(super) mod text;
pub(super) mod throughput;
pub(super) mod times;
pub(super) mod vector_indexes;

use alloc::vec::Vec;
use core::fmt;

#[cfg(not(feature = "std"))]
use alloc::collections::BTreeSet as Set;
#[cfg(feature = "std")]
use std::collections::HashSet as Set;

/// A text of the document within a message: quoted, and cut where it is longer than any name that the service knows.
///
/// A document can repeat a fault as often as it likes: messages that held all of a long text could together become
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
/// A response that keeps the quotas needs no memory for it; a hostile one takes time in proportion to its length.
#[inline]
fn each_later<'v>(count: usize, name: impl Fn(usize) -> Option<&'v str>, mut report: impl FnMut(usize, usize)) {
    /// With fewer, comparing each with each is the faster way.
    const FEW: usize = 32;

    match count {
        0 | 1 => {}
        2..FEW => each_later_of_few(count, name, report),
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
    // Sorted by a hash, equal names come to stand together. A map would be slower from where it outgrows the caches.
    let key = sort_key();
    let mut sorted: Vec<_> = (0..count).filter_map(|index| Some((key(name(index)?), index))).collect();
    sorted.sort_unstable_by_key(|(key, _)| *key);
    let mut found = Vec::new();
    for same_key in sorted.chunk_by_mut(|(a, _), (b, _)| a == b) {
        same_key.sort_unstable_by_key(|(_, index)| *index);
        for (place, (_, later)) in same_key.iter().enumerate().skip(1) {
            if let Some((_, first)) = same_key[..place].iter().find(|(_, first)| name(*first) == name(*later)) {
                found.push((*later, *first));
            }
        }
    }
    found.sort_unstable();
    for (later, first) in found {
        report(later, first);
    }
}

/// What to sort names by, so that equal ones come to stand together: a hash that nobody can foresee, without the
/// standard library the name itself.
#[cfg(feature = "std")]
fn sort_key() -> impl Fn(&str) -> u64 {
    use std::hash::{BuildHasher, RandomState};

    let hasher = RandomState::new();
    move |name| hasher.hash_one(name)
}

#[cfg(not(feature = "std"))]
fn sort_key<'v>() -> impl Fn(&'v str) -> &'v str {
    |name| name
}

#[cfg(test)]
mod tests {
    use super::{Quoted, each_later};
    use alloc::string::ToString;
    use alloc::vec::Vec;

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(Quoted("a\n\"é").to_string(), r#""a\n\"é""#);
        for unit in ["a", "é", "𝄞"] {
            let whole = alloc::format!("\"{}\"", unit.repeat(300));
            assert_eq!(Quoted(&unit.repeat(300)).to_string(), whole);
            let cut = alloc::format!("{whole}… ({} bytes)", 301 * unit.len());
            assert_eq!(Quoted(&unit.repeat(301)).to_string(), cut);
        }
    }

    #[test]
    fn few_and_many_names_are_judged_alike() {
        for count in [31, 32, 33, 34, 200] {
            let texts: Vec<_> = (0..count).map(|n| alloc::format!("n{}", n % 20)).collect();
            let names: Vec<_> =
                texts.iter().enumerate().map(|(n, text)| (n % 7 != 3).then_some(text.as_str())).collect();
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
}
