//! Values made from random bytes: for tests, fuzzing and benchmarks.
//!
//! With the feature `arbitrary`, every type of the model implements [`Arbitrary`](https://docs.rs/arbitrary) and holds
//! whatever it can: absent members, unknown members, unknown enum values, strings that violate every limit. Such
//! a value round-trips through JSON. [`ValidOutput`], [`CleanOutput`] and [`BrokenOutput`] are responses
//! whose report is known in advance.
//!
//! With the feature `proptest` there is a strategy for each of these: the functions that begin with `any_` and
//! `valid_`, [`clean_output`] and [`broken`]. They make the same values from proptest's bytes. There are more of them
//! for the parts of a response and for the inputs and outputs of the other operations, and [`broken_page`] and
//! [`broken_value`] for the rules about these.
//!
//! The same bytes make the same values in all patch versions of a minor version, so that a corpus keeps its
//! meaning.
//!
//! ```
//! use arbitrary::{Arbitrary, Unstructured};
//! use dynamodb_backup_model::Validate;
//! use dynamodb_backup_model::generate::{BrokenOutput, ValidOutput};
//!
//! let bytes: Vec<u8> = (0..=255).cycle().take(4096).collect();
//! let mut bytes = Unstructured::new(&bytes);
//! let ValidOutput(output) = ValidOutput::arbitrary(&mut bytes)?;
//! assert!(output.validate().is_valid());
//! let BrokenOutput { rule, output, limits, .. } = BrokenOutput::arbitrary(&mut bytes)?;
//! assert!(output.validate_with(&limits).iter().any(|violation| violation.rule() == rule));
//! # Ok::<(), arbitrary::Error>(())
//! ```

mod any;
mod broken;
mod family;
mod plan;
#[cfg(feature = "proptest")]
mod shrink;
mod source;
#[cfg(feature = "proptest")]
mod strategy;
mod text;
mod time;
mod valid;

use crate::model::DescribeBackupOutput;
use crate::validate::{Limits, Rule, Severity};
use arbitrary::{Arbitrary, Unstructured};
pub use broken::{BrokenValue, OUTPUT_RULES, PAGE_RULES};
use source::Source;
#[cfg(feature = "proptest")]
pub use strategy::*;

/// A response that violates no error-severity rule; half of them violate a warning-severity one.
///
/// # Examples
///
/// ```
/// use arbitrary::{Arbitrary, Unstructured};
/// use dynamodb_backup_model::{Valid, generate::ValidOutput};
///
/// let ValidOutput(output) = ValidOutput::arbitrary(&mut Unstructured::new(b"random bytes"))?;
/// assert!(Valid::new(output).is_ok());
/// # Ok::<(), arbitrary::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ValidOutput(pub DescribeBackupOutput);

impl<'a> Arbitrary<'a> for ValidOutput {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        Ok(Self(output_with_warning_or_none(&mut Source::new(bytes, &Limits::CURRENT))))
    }
}

/// A response that violates no rule at all.
///
/// # Examples
///
/// ```
/// use arbitrary::{Arbitrary, Unstructured};
/// use dynamodb_backup_model::{Validate, generate::CleanOutput};
///
/// let CleanOutput(output) = CleanOutput::arbitrary(&mut Unstructured::new(b"random bytes"))?;
/// assert!(output.validate().is_empty());
/// # Ok::<(), arbitrary::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CleanOutput(pub DescribeBackupOutput);

impl<'a> Arbitrary<'a> for CleanOutput {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        Ok(Self(valid::any_output(&mut Source::new(bytes, &Limits::CURRENT))))
    }
}

/// A response that violates one rule, perhaps in several locations, and no other error-severity rule.
///
/// It violates no other warning-severity rule either, with two exceptions. Another partition in `BackupArn`
/// (`backup-arn-partition-mismatch`) is one to which its region does not belong, or its region is another one too.
/// And the current limits leave no room for `lsi-projected-attributes-total` alone: see [`limits_for`].
///
/// The rule is one of [`OUTPUT_RULES`].
///
/// # Examples
///
/// ```
/// use arbitrary::{Arbitrary, Unstructured};
/// use dynamodb_backup_model::{Validate, generate::BrokenOutput};
///
/// let BrokenOutput { rule, output, limits, .. } = BrokenOutput::arbitrary(&mut Unstructured::new(b"random bytes"))?;
/// assert!(output.validate_with(&limits).contains(rule));
/// # Ok::<(), arbitrary::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct BrokenOutput {
    /// The rule that is violated.
    pub rule: Rule,
    /// The response.
    pub output: DescribeBackupOutput,
    /// The limits to validate the response with.
    pub limits: Limits,
}

impl<'a> Arbitrary<'a> for BrokenOutput {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        let rule = Source::new(bytes, &Limits::CURRENT).pick(OUTPUT_RULES);
        let limits = limits_for(rule);
        let output = broken::output(&mut Source::new(bytes, &limits), rule);
        Ok(Self { rule, output, limits })
    }
}

/// Returns the limits under which [`BrokenOutput`] and [`BrokenValue`] violate a rule and no other.
///
/// They are the current limits with two exceptions. For `lsi-projected-attributes-total`, the 100 names that all local
/// secondary indexes may have together are as many as 5 indexes of 20 names have, so that under the current limits only
/// a response with too many indexes or too many names in one of them has more. And the two rules about the wire format
/// of timestamps are silent without [`Limits::wire_timestamps`].
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{Limits, Rule, generate};
///
/// assert!(generate::limits_for(Rule::TimestampNotEpoch).wire_timestamps);
/// assert_eq!(generate::limits_for(Rule::KeySchemaOrder), Limits::CURRENT);
/// ```
#[must_use]
pub fn limits_for(rule: Rule) -> Limits {
    match rule {
        Rule::LsiProjectedAttributesTotal => {
            Limits { lsi_non_key_attributes_total: Limits::CURRENT.non_key_attributes, ..Limits::CURRENT }
        }
        Rule::TimestampNotEpoch | Rule::TimestampFinerThanMilliseconds => {
            Limits { wire_timestamps: true, ..Limits::CURRENT }
        }
        _ => Limits::CURRENT,
    }
}

fn output_with_warning_or_none(source: &mut Source<'_, '_>) -> DescribeBackupOutput {
    if source.flag() {
        let is_warning = |rule: &Rule| rule.severity() == Severity::Warning && limits_for(*rule) == Limits::CURRENT;
        let warnings = OUTPUT_RULES.iter().copied().filter(is_warning);
        let rule = source.pick_from(warnings);
        broken::output(source, rule)
    } else {
        valid::any_output(source)
    }
}
