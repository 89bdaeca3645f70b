//! The rules, a file per group. Each function states a law and reports where it is broken.

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

use core::fmt;

#[cfg(not(feature = "std"))]
use alloc::collections::{BTreeMap as Map, BTreeSet as Set};
#[cfg(feature = "std")]
use std::collections::{HashMap as Map, HashSet as Set};

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
fn each_later<'v>(names: impl Iterator<Item = Option<&'v str>> + Clone, mut report: impl FnMut(usize, usize)) {
    /// Up to this many, comparing each with each is the faster way.
    const FEW: usize = 32;

    if names.clone().nth(FEW).is_none() {
        for (later, name) in names.clone().enumerate() {
            if name.is_none() {
                continue;
            }
            if let Some(first) = names.clone().take(later).position(|other| other == name) {
                report(later, first);
            }
        }
        return;
    }
    let mut seen: Map<&str, usize> = Map::new();
    for (later, name) in names.enumerate() {
        if let Some(name) = name {
            let first = *seen.entry(name).or_insert(later);
            if first != later {
                report(later, first);
            }
        }
    }
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
            let names = texts.iter().enumerate().map(|(n, text)| (n % 7 != 3).then_some(text.as_str()));
            let mut found = Vec::new();
            each_later(names.clone(), |later, first| found.push((later, first)));
            let names: Vec<_> = names.collect();
            let expected: Vec<_> = (0..count)
                .filter(|later| names[*later].is_some())
                .filter_map(|later| Some((later, names[..later].iter().position(|name| *name == names[later])?)))
                .collect();
            assert_eq!(found, expected);
            assert!(!found.is_empty());
        }
    }
}
