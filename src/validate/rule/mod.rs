//! The table of rules: a file per group, a row per rule.
//!
//! A file's macro hands its rows to the next macro, after those of the files before; the last one, `rules!`, makes the
//! enums [`Group`] and [`Rule`] of all of them. The call at the end of this file lists the files in the order of the
//! catalogue.

#[macro_use]
mod presence_and_enums;
#[macro_use]
mod names_and_text;
#[macro_use]
mod key_schemas;
#[macro_use]
mod projections;
#[macro_use]
mod billing_and_throughput;
#[macro_use]
mod sizes;
#[macro_use]
mod features;
#[macro_use]
mod arns;
#[macro_use]
mod times;
#[macro_use]
mod vector_indexes;
#[macro_use]
mod documents;
#[macro_use]
mod lists_of_backups;
#[macro_use]
mod point_in_time_recovery;

mod id;

use core::fmt;
pub use id::ParseIdError;

/// How bad a violation is.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{Rule, Severity};
///
/// assert_eq!(Rule::KeySchemaOrder.severity(), Severity::Error);
/// assert!(Severity::Error > Severity::Warning);
/// assert_eq!("warning".parse::<Severity>()?, Severity::Warning);
/// # Ok::<(), dynamodb_backup_model::validate::ParseIdError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The rule is a quota that AWS raises on request, or states what is always observed but nowhere promised, or is
    /// violated by old or edited real responses.
    Warning,
    /// No real response of the current service violates the rule.
    Error,
}

impl Severity {
    /// Every severity, the mildest first.
    pub const ALL: &'static [Self] = &[Self::Warning, Self::Error];

    /// Returns `error` or `warning`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use dynamodb_backup_model::Severity;
    /// assert_eq!(Severity::Error.as_str(), "error");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|severity| severity.as_str() == id)
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Each group: docs, variant, id, title; each of its rows: variant, id, severity, then what people read.
macro_rules! rules {
    ([] $(
        $( #[$group_doc:meta] )*
        $group:ident = $group_id:literal, $title:literal {
            $($variant:ident = $id:literal, $severity:ident {
                summary: $summary:literal,
                example: $example:literal,
                source: $source:literal,
                help: $help:literal,
            })+
        }
    )+) => {
        /// What a rule is about.
        ///
        /// # Examples
        ///
        /// ```
        /// use dynamodb_backup_model::{Rule, validate::Group};
        ///
        /// let group: Group = "key-schemas".parse()?;
        /// assert_eq!(group, Rule::LsiCount.group());
        /// assert_eq!(group.to_string(), "Key schemas");
        /// # Ok::<(), dynamodb_backup_model::validate::ParseIdError>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Group {
            $( $( #[$group_doc] )* $group, )+
        }

        impl Group {
            /// Every group, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$group,)+];

            /// Returns the stable id of the group, in kebab case.
            ///
            /// # Examples
            ///
            /// ```
            /// # use dynamodb_backup_model::validate::Group;
            /// assert_eq!(Group::BillingAndThroughput.id(), "billing-and-throughput");
            /// ```
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$group => $group_id,)+
                }
            }

            /// Returns the group with the given id, or `None` if there is none.
            ///
            /// # Examples
            ///
            /// ```
            /// # use dynamodb_backup_model::validate::Group;
            /// assert_eq!(Group::from_id("times"), Some(Group::Times));
            /// assert_eq!(Group::from_id("Times"), None);
            /// ```
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|group| group.id() == id)
            }

            /// Returns the title of the group.
            ///
            /// # Examples
            ///
            /// ```
            /// # use dynamodb_backup_model::validate::Group;
            /// assert_eq!(Group::Features.title(), "Streams, TTL, encryption");
            /// ```
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self {
                    $(Self::$group => $title,)+
                }
            }
        }

        /// A rule that a response must satisfy.
        ///
        /// A rule's id is public and never changes its meaning. Rules may be added.
        ///
        /// # Examples
        ///
        /// ```
        /// use dynamodb_backup_model::{Rule, Severity};
        ///
        /// let rule: Rule = "key-schema-order".parse()?;
        /// assert_eq!(rule, Rule::KeySchemaOrder);
        /// assert_eq!(rule.severity(), Severity::Error);
        /// println!("{rule}: {}. {}", rule.summary(), rule.help());
        /// # Ok::<(), dynamodb_backup_model::validate::ParseIdError>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(
                #[doc = concat!("`", $id, "`: ", $summary, ".\n\n", $help, "\n")]
                #[doc = concat!("- Severity: [`", stringify!($severity), "`](Severity::", stringify!($severity), ")")]
                #[doc = concat!("- Violated by: ", $example)]
                #[doc = concat!("- Source: ", $source)]
                $variant,
            )+)+
        }

        impl Rule {
            /// Every rule, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$($(Self::$variant,)+)+];

            /// Returns the stable id of the rule, in kebab case.
            ///
            /// # Examples
            ///
            /// ```
            /// # use dynamodb_backup_model::Rule;
            /// assert_eq!(Rule::KeySchemaOrder.id(), "key-schema-order");
            /// ```
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $($(Self::$variant => $id,)+)+
                }
            }

            /// Returns the rule with the given id, or `None` if there is none.
            ///
            /// # Examples
            ///
            /// ```
            /// # use dynamodb_backup_model::Rule;
            /// assert_eq!(Rule::from_id("gsi-count"), Some(Rule::GsiCount));
            /// assert_eq!(Rule::from_id("GsiCount"), None);
            /// ```
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|rule| rule.id() == id)
            }

            /// Returns how bad a violation of the rule is.
            ///
            /// # Examples
            ///
            /// ```
            /// # use dynamodb_backup_model::{Rule, Severity};
            /// assert_eq!(Rule::GsiCount.severity(), Severity::Warning);
            /// ```
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self {
                    $($(Self::$variant => Severity::$severity,)+)+
                }
            }

            /// Returns what the rule is about.
            ///
            /// # Examples
            ///
            /// ```
            /// # use dynamodb_backup_model::{Rule, validate::Group};
            /// assert_eq!(Rule::GsiCount.group(), Group::KeySchemas);
            /// ```
            #[must_use]
            pub const fn group(self) -> Group {
                match self {
                    $($(Self::$variant => Group::$group,)+)+
                }
            }

            /// Returns what the rule requires, as a sentence without its capital and full stop.
            ///
            /// Where it names a number, it is that of [`Limits::CURRENT`](crate::Limits::CURRENT).
            ///
            /// # Examples
            ///
            /// ```
            /// # use dynamodb_backup_model::Rule;
            /// assert_eq!(Rule::GsiCount.summary(), "a table has at most 20 global secondary indexes");
            /// ```
            #[must_use]
            pub const fn summary(self) -> &'static str {
                match self {
                    $($(Self::$variant => $summary,)+)+
                }
            }

            /// Returns something that violates the rule.
            ///
            /// # Examples
            ///
            /// ```
            /// # use dynamodb_backup_model::Rule;
            /// assert_eq!(Rule::GsiCount.example(), "21 global secondary indexes");
            /// ```
            #[must_use]
            pub const fn example(self) -> &'static str {
                match self {
                    $($(Self::$variant => $example,)+)+
                }
            }

            /// Returns the authority on which the rule rests.
            ///
            /// # Examples
            ///
            /// ```
            /// # use dynamodb_backup_model::Rule;
            /// assert_eq!(Rule::GsiCount.source(), "developer guide, quotas; raised on request");
            /// ```
            #[must_use]
            pub const fn source(self) -> &'static str {
                match self {
                    $($(Self::$variant => $source,)+)+
                }
            }

            /// Returns a sentence on why the rule matters, or on what to do about a violation.
            ///
            /// # Examples
            ///
            /// ```
            /// # use dynamodb_backup_model::Rule;
            /// let help = Rule::GsiCount.help();
            /// assert!(help.contains("`Limits::global_secondary_indexes`"));
            /// ```
            #[must_use]
            pub const fn help(self) -> &'static str {
                match self {
                    $($(Self::$variant => $help,)+)+
                }
            }
        }
    };
}

/// The group's title.
impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.title())
    }
}

/// The rule's id.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

presence_and_enums! { [
    names_and_text
    key_schemas
    projections
    billing_and_throughput
    sizes
    features
    arns
    times
    vector_indexes
    documents
    lists_of_backups
    point_in_time_recovery
    rules
] }
