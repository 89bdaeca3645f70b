//! The rules that a response must satisfy, and the reports about them.
//!
//! [`Validate::validate`] reports everything at once: each [`Violation`] says which [`Rule`] is violated, how bad that
//! is, where, and why. A rule is silent about what it cannot check, such as an unknown enum value, and about what
//! another rule reports. No real response of the current service violates an **error**-severity rule; a **warning** is
//! a quota that AWS raises on request, a fact that is always observed but nowhere promised, or one that old, lagging
//! or edited responses violate.
//!
//! What is *not* reported, since it is allowed: unknown members; empty lists of indexes; a global secondary index with
//! the table's own key; a Time to Live attribute that is a key; a key attribute among `NonKeyAttributes`, and the order of
//! those; sizes and item counts that disagree; a status of `DELETED`.
//!
//! # The rules
//!

#![doc = include_str!("rules.md")]
// The table is made of strings that terminals show too.
#![allow(clippy::doc_markdown)]

mod collector;
mod facts;
mod limits;
mod report;
mod rule;
mod rules;
mod walk;

use alloc::string::ToString;
use core::fmt;

use crate::model::{
    DescribeBackupResponse, KeySchemaElement, SearchSchemaElement, SourceTableDetails, with_structures,
};
use crate::value::path::{Path, Presence, Row};
pub use crate::value::pointer::{JsonPointer, JsonPointerError};
use collector::Collector;
use facts::TableFacts;
pub use limits::Limits;
pub use report::{Omitted, Report, Violation};
pub use rule::{Group, ParseIdError, Rule, Severity};
use walk::Walk;

/// A value that can be checked by the rules: every structure of the model, a list of key schema or search schema elements,
/// [`DescribeBackupResponse`], and [`Captured`](crate::Captured).
///
/// Paths start at the value itself. A rule that needs more than the value holds, such as the table's billing mode for
/// an index alone, is silent.
///
/// The trait is sealed.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{DescribeBackupOutput, Limits, Rule, Validate};
///
/// let report = DescribeBackupOutput::default().validate();
/// assert!(report.contains(Rule::BackupDescriptionMissing));
///
/// let mut limits = Limits::default();
/// limits.global_secondary_indexes = 50;
/// let report = DescribeBackupOutput::default().validate_with(&limits);
/// assert!(!report.is_valid());
/// ```
#[allow(private_bounds)]
pub trait Validate: Walk {
    /// Reports every violation, with the limits of the current service.
    fn validate(&self) -> Report {
        self.validate_with(&Limits::default())
    }

    /// Reports every violation, with the given limits.
    fn validate_with(&self, limits: &Limits) -> Report {
        let context = self.context();
        let mut check = Check { limits, context: &context, found: Collector::new(limits.max_violations) };
        self.walk(&Path::ROOT, &mut check);
        check.found.into_report()
    }
}

macro_rules! validate {
    ($($name:ident)+) => {
        $(impl Validate for crate::model::$name {})+
    };
}
with_structures!(validate);

impl Validate for DescribeBackupResponse {}

impl Validate for crate::captured::Captured {}

impl Validate for [KeySchemaElement] {}

impl Validate for [SearchSchemaElement] {}

/// What one walk over a value carries along.
pub(crate) struct Check<'v> {
    pub(crate) limits: &'v Limits,
    pub(crate) context: &'v Context<'v>,
    found: Collector,
}

/// What the rules about one section ask of another.
#[derive(Clone, Copy, Default)]
pub(crate) struct Context<'v> {
    pub(crate) table: Option<&'v SourceTableDetails>,
    pub(crate) table_facts: TableFacts<'v>,
}

/// The rule about the absence of such a member.
pub(crate) const fn rule_of(presence: Presence) -> Option<Rule> {
    Some(match presence {
        Presence::Optional => return None,
        Presence::RequiredMember => Rule::RequiredMemberMissing,
        Presence::IndexMember => Rule::IndexMemberMissing,
        Presence::BackupDescription => Rule::BackupDescriptionMissing,
        Presence::BackupDetails => Rule::BackupDetailsMissing,
        Presence::SourceTableDetails => Rule::SourceTableDetailsMissing,
        Presence::BackupType => Rule::BackupTypeMissing,
        Presence::TableArn => Rule::TableArnMissing,
        Presence::ProjectionType => Rule::ProjectionTypeMissing,
        Presence::BackupSummaries => Rule::BackupSummariesMissing,
        Presence::SummaryMember => Rule::SummaryMemberMissing,
        Presence::ContinuousBackupsDescription => Rule::ContinuousBackupsDescriptionMissing,
    })
}

impl Check<'_> {
    // What few documents need stays out of the way of what all of them do.
    #[cold]
    pub(crate) fn report(&mut self, rule: Rule, at: &Path<'_>, message: fmt::Arguments<'_>) {
        self.found.push(rule, at.to_position(), || Violation::new(rule, at.to_pointer(), message.to_string()));
    }
}
