//! The way to a value while a document is looked at.

use super::pointer::JsonPointer;
use alloc::vec::Vec;

/// What the table of a structure says about one of its members.
pub(crate) struct Row {
    /// The member's name in JSON.
    pub(crate) name: &'static str,
    /// The member's number in the order of the service model.
    pub(crate) number: u8,
    pub(crate) presence: Presence,
    /// The docs of the field.
    #[cfg(feature = "schemars")]
    pub(crate) docs: &'static str,
}

/// Whether a member must be there.
///
/// Each kind of presence but the first belongs to one rule, which is named after it: `-missing` follows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    /// It may be absent as far as it alone is concerned.
    Optional,
    /// The service model requires it.
    RequiredMember,
    /// No index can be created without it.
    IndexMember,
    BackupDescription,
    BackupDetails,
    SourceTableDetails,
    BackupType,
    TableArn,
    ProjectionType,
    BackupSummaries,
    /// Every recorded summary of a backup has it.
    SummaryMember,
    ContinuousBackupsDescription,
}

/// The way from the value that is looked at to one inside it. It lives on the stack: a valid document costs no memory.
pub(crate) struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    step: Step,
}

enum Step {
    Root,
    Member(&'static Row),
    Index(usize),
}

impl Path<'_> {
    pub(crate) const ROOT: Path<'static> = Path { parent: None, step: Step::Root };

    #[inline]
    pub(crate) fn member(&self, row: &'static Row) -> Path<'_> {
        Path { parent: Some(self), step: Step::Member(row) }
    }

    #[inline]
    pub(crate) fn index(&self, index: usize) -> Path<'_> {
        Path { parent: Some(self), step: Step::Index(index) }
    }

    pub(crate) fn to_pointer(&self) -> JsonPointer {
        let mut pointer = self.parent.map(Path::to_pointer).unwrap_or_default();
        match self.step {
            Step::Root => {}
            Step::Member(row) => pointer.push_member(row.name),
            Step::Index(index) => pointer.push_index(index),
        }
        pointer
    }

    /// The location as the model orders it: the numbers of members and elements.
    pub(crate) fn to_position(&self) -> Vec<usize> {
        let mut position = self.parent.map(Path::to_position).unwrap_or_default();
        match self.step {
            Step::Root => {}
            Step::Member(row) => position.push(row.number.into()),
            Step::Index(index) => position.push(index),
        }
        position
    }
}
