//! A value of any operation.

use crate::captured::Captured;
use crate::generate::limits_for;
use crate::generate::source::Source;
use crate::model::{self, Json};
use crate::shape::Structure;
use crate::validate::{Limits, Report, Rule, Validate as _};
use arbitrary::Unstructured;
use serde::ser::{Serialize, Serializer};

/// Each row: docs, a variant and its structure.
macro_rules! broken_values {
    ($( $( #[$doc:meta] )* $variant:ident($structure:ident); )+) => {
        /// A value that violates one rule: the structure that the rule is about.
        ///
        /// It is serialized as the structure itself.
        ///
        /// # Examples
        ///
        #[cfg_attr(feature = "proptest", doc = "```")]
        #[cfg_attr(not(feature = "proptest"), doc = "```ignore")]
        /// use dynamodb_backup_model::Rule;
        /// use dynamodb_backup_model::generate::{BrokenValue, broken_value, limits_for};
        /// use proptest::prelude::*;
        ///
        /// proptest!(|(value in broken_value(Rule::ListLimitRange))| {
        ///     let report = value.validate_with(&limits_for(Rule::ListLimitRange));
        ///     prop_assert_eq!(report.violations()[0].path(), "/Limit");
        ///     let BrokenValue::ListInput(input) = &value else { panic!("only an input has a limit") };
        ///     prop_assert_eq!(serde_json::to_string(&value)?, serde_json::to_string(input)?);
        /// });
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[allow(clippy::large_enum_variant)]
        #[non_exhaustive]
        pub enum BrokenValue {
            $( $( #[$doc] )* $variant(model::$structure), )+
            /// A document that is neither the output of an operation on backups, nor a part of one, nor an error
            /// response.
            Document(Json),
        }

        impl BrokenValue {
            /// Returns a value that violates that rule, perhaps in several locations, and no other error-severity
            /// rule, under [`limits_for`] the rule.
            ///
            /// # Examples
            ///
            /// ```
            /// use arbitrary::Unstructured;
            /// use dynamodb_backup_model::Rule;
            /// use dynamodb_backup_model::generate::{BrokenValue, limits_for};
            ///
            /// let bytes: Vec<u8> = (0..=255).cycle().take(4096).collect();
            /// let rule = Rule::PitrWindowOrder;
            /// let value = BrokenValue::arbitrary_for(rule, &mut Unstructured::new(&bytes));
            /// assert!(value.validate_with(&limits_for(rule)).iter().all(|violation| violation.rule() == rule));
            /// ```
            #[must_use]
            pub fn arbitrary_for(rule: Rule, bytes: &mut Unstructured<'_>) -> Self {
                super::value(&mut Source::new(bytes, &limits_for(rule)), rule)
            }

            /// Reports every violation, with the given limits.
            pub fn validate_with(&self, limits: &Limits) -> Report {
                match self {
                    $(Self::$variant(structure) => structure.validate_with(limits),)+
                    Self::Document(json) => Captured::Unrecognized(json.clone()).validate_with(limits),
                }
            }

            /// The structure, if it is one.
            pub(super) fn structure(&mut self) -> Option<&mut dyn Structure> {
                match self {
                    $(Self::$variant(structure) => Some(structure),)+
                    Self::Document(_) => None,
                }
            }
        }

        impl Serialize for BrokenValue {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(structure) => structure.serialize(serializer),)+
                    Self::Document(document) => document.serialize(serializer),
                }
            }
        }
    };
}

broken_values! {
    /// The input of a `DescribeBackup` call.
    DescribeInput(DescribeBackupInput);
    /// The output of a `DescribeBackup` call.
    Output(DescribeBackupOutput);
    /// The input of a `CreateBackup` call.
    CreateInput(CreateBackupInput);
    /// The output of a `CreateBackup` call.
    CreateOutput(CreateBackupOutput);
    /// The input of a `DeleteBackup` call.
    DeleteInput(DeleteBackupInput);
    /// The output of a `DeleteBackup` call.
    DeleteOutput(DeleteBackupOutput);
    /// The input of a `ListBackups` call.
    ListInput(ListBackupsInput);
    /// The output of a `ListBackups` call.
    Page(ListBackupsOutput);
    /// The input of a `DescribeContinuousBackups` call.
    DescribeContinuousBackupsInput(DescribeContinuousBackupsInput);
    /// The output of a `DescribeContinuousBackups` call.
    ContinuousBackups(DescribeContinuousBackupsOutput);
    /// The input of an `UpdateContinuousBackups` call.
    UpdateInput(UpdateContinuousBackupsInput);
    /// The output of an `UpdateContinuousBackups` call.
    UpdateOutput(UpdateContinuousBackupsOutput);
}
