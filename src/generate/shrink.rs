//! How the bytes of a failing case shrink.

use alloc::vec::Vec;

/// The search for fewer and smaller bytes that still fail.
pub(super) struct Shrinking {
    /// The simplest bytes that are known to fail.
    failing: Vec<u8>,
    /// Those that are being tried.
    current: Vec<u8>,
    edit: Edit,
    /// The block that is edited.
    at: usize,
    len: usize,
    /// Whether anything failed since the blocks were large.
    improved: bool,
}

/// What is tried with a block of bytes.
#[derive(Clone, Copy)]
enum Edit {
    Remove,
    /// Makes the simplest choice at the block's start, and removes what hung on the old one.
    Skip,
    Clear,
    Decrement,
}

impl Shrinking {
    /// Blocks of this size and less are tried in every size and at every index: what hangs on one choice is of
    /// any length.
    const LARGE: usize = 16;

    pub(super) fn of(bytes: Vec<u8>) -> Self {
        let len = bytes.len();
        Self { failing: bytes.clone(), current: bytes, edit: Edit::Remove, at: 0, len, improved: false }
    }

    /// The bytes that are being tried.
    pub(super) fn current(&self) -> &[u8] {
        &self.current
    }

    pub(super) fn simplify(&mut self) -> bool {
        self.improved |= self.failing != self.current;
        self.failing.clone_from(&self.current);
        self.next()
    }

    pub(super) fn complicate(&mut self) -> bool {
        // What passed is not tried again.
        self.step();
        self.next()
    }

    /// Goes on to the next edit that makes a difference.
    fn next(&mut self) -> bool {
        while self.len > 0 {
            let end = (self.at + self.len).min(self.failing.len());
            if self.at < end {
                self.current.clone_from(&self.failing);
                match self.edit {
                    Edit::Remove => drop(self.current.drain(self.at..end)),
                    Edit::Skip => {
                        self.current[self.at] = 0;
                        self.current.drain(self.at + 1..end);
                    }
                    Edit::Clear => self.current[self.at..end].fill(0),
                    Edit::Decrement => {
                        self.current[self.at..end].iter_mut().for_each(|byte| *byte = byte.saturating_sub(1));
                    }
                }
                if self.current != self.failing {
                    return true;
                }
            }
            self.step();
        }
        self.current.clone_from(&self.failing);
        false
    }

    /// From each block to the next, then with other edits, then with smaller blocks, then all over again for as long
    /// as that helps.
    fn step(&mut self) {
        self.at += if self.len > Self::LARGE { self.len } else { 1 };
        if self.at < self.failing.len() {
            return;
        }
        self.at = 0;
        (self.edit, self.len) = match self.edit {
            Edit::Remove => (Edit::Skip, self.len),
            Edit::Skip => (Edit::Clear, self.len),
            Edit::Clear => (Edit::Decrement, self.len),
            Edit::Decrement if self.len > Self::LARGE => (Edit::Remove, self.len / 2),
            Edit::Decrement => (Edit::Remove, self.len - 1),
        };
        if self.len == 0 && self.improved {
            self.improved = false;
            self.len = Self::LARGE.min(self.failing.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Shrinking;
    use alloc::vec;
    use alloc::vec::Vec;

    /// What is left of the bytes, and how many tries it took.
    fn shrunk(bytes: Vec<u8>, fails: impl Fn(&[u8]) -> bool) -> (Vec<u8>, usize) {
        assert!(fails(&bytes));
        let mut shrinking = Shrinking::of(bytes);
        let (mut tries, mut more) = (0, shrinking.simplify());
        while more {
            tries += 1;
            more = if fails(&shrinking.current) { shrinking.simplify() } else { shrinking.complicate() };
        }
        assert!(fails(&shrinking.current));
        (shrinking.current, tries)
    }

    #[test]
    fn shrinking_finds_the_simplest_bytes_in_few_tries() {
        let many: Vec<u8> = (0..=255).rev().chain(0..=255).collect();
        assert_eq!(shrunk(many.clone(), |_| true), (vec![], 1));
        assert_eq!(shrunk(many.clone(), |bytes| bytes.iter().any(|byte| *byte >= 9)), (vec![9], 400));
        assert_eq!(shrunk(many.clone(), |bytes| bytes.len() % 2 == 0 && bytes.contains(&7)), (vec![0, 7], 482));
        assert_eq!(shrunk(many.clone(), |bytes| bytes.len() >= 30), (vec![0; 30], 1846));
        assert_eq!(shrunk(many, |bytes| bytes.windows(2).any(|two| two[0] > two[1])), (vec![1, 0], 370));
    }

    /// Only when the first byte is 0 can others be left out, and that is tried last.
    #[test]
    fn a_successful_step_is_followed_by_a_larger_one() {
        let bytes: Vec<u8> = [200, 9].into_iter().chain(30..60).collect();
        let fails = |bytes: &[u8]| bytes.contains(&9) && (bytes.len() >= 20 || bytes[0] == 0);
        assert_eq!(shrunk(bytes, fails), (vec![0, 9], 817));
    }
}
