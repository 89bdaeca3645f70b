//! Reports and violations.

use super::{Group, JsonPointer, Rule, Severity};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// One rule violated at one location.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{ProvisionedThroughput, Rule, Severity, Validate};
///
/// let mut capacity = ProvisionedThroughput::default();
/// capacity.read_capacity_units = Some(-1);
/// capacity.write_capacity_units = Some(5);
///
/// let report = capacity.validate();
/// let violation = &report.violations()[0];
/// assert_eq!(violation.rule(), Rule::CapacityNegative);
/// assert_eq!(violation.severity(), Severity::Error);
/// assert_eq!(violation.path(), "/ReadCapacityUnits");
/// assert_eq!(violation.message(), "expected at least 0, found -1");
/// assert_eq!(
///     violation.to_string(),
///     "error[capacity-negative] at /ReadCapacityUnits: expected at least 0, found -1"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Violation {
    pub(super) rule: Rule,
    severity: Severity,
    path: JsonPointer,
    message: String,
}

impl Violation {
    /// A violation with the rule's own severity.
    pub(super) fn new(rule: Rule, path: JsonPointer, message: String) -> Self {
        Self { rule, severity: rule.severity(), path, message }
    }

    /// Returns the violated rule.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// Returns how bad the violation is: the rule's own severity, unless [`Report::with_severity`] changed it.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// Returns the path of the value that violates the rule; of an absent member, the path it would have.
    #[must_use]
    pub fn path(&self) -> &JsonPointer {
        &self.path
    }

    /// Returns what was expected and what was found, for people. It may change from version to version.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

/// `error[key-schema-order] at /KeySchema: …`
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rule, severity, path, message } = self;
        write!(f, "{severity}[{rule}]")?;
        if !path.is_root() {
            write!(f, " at {path}")?;
        }
        write!(f, ": {message}")
    }
}

impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { rule, severity, path, message } = self;
        let mut violation = serializer.serialize_struct("Violation", 4)?;
        violation.serialize_field("rule", rule)?;
        violation.serialize_field("severity", severity)?;
        violation.serialize_field("path", path)?;
        violation.serialize_field("message", message)?;
        violation.end()
    }
}

/// How many violations of one rule a [`Report`] counts but does not hold.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Omitted {
    rule: Rule,
    severity: Severity,
    count: usize,
}

impl Omitted {
    /// Violations with the rule's own severity.
    pub(super) fn new(rule: Rule, count: usize) -> Self {
        Self { rule, severity: rule.severity(), count }
    }

    /// Returns the violated rule.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// Returns how bad the violations are: the rule's own severity, unless [`Report::with_severity`] changed it.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// Returns the number of violations, at least 1.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }
}

/// `error[text-length]: 4000 more`
impl fmt::Display for Omitted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rule, severity, count } = self;
        write!(f, "{severity}[{rule}]: {count} more")
    }
}

impl Serialize for Omitted {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { rule, severity, count } = self;
        let mut omitted = serializer.serialize_struct("Omitted", 3)?;
        omitted.serialize_field("rule", rule)?;
        omitted.serialize_field("severity", severity)?;
        omitted.serialize_field("count", count)?;
        omitted.end()
    }
}

/// Every violation of a value, in document order as the service model has it.
///
/// # Size
///
/// A report holds at most [`Limits::max_violations`](super::Limits::max_violations), the first ones, and counts the
/// others by rule: a document can violate rules more often than anybody wants to read about. Iterators
/// return the violations that it holds; whatever counts or decides ([`len`](Self::len),
/// [`error_count`](Self::error_count), [`is_valid`](Self::is_valid), [`contains`](Self::contains), …) includes the
/// [`omitted`](Self::omitted) ones.
///
/// # Output
///
/// [`Display`](fmt::Display) writes a line for each violation, one for each rule with omitted violations, and the
/// number of errors and warnings. Serialized, a report is
/// `{"errors": 1, "warnings": 0, "violations": [{"rule", "severity", "path", "message"}], "omitted": [{"rule",
/// "severity", "count"}]}`, where the numbers include the omitted violations and `omitted` is usually empty.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{DescribeBackupOutput, Rule, Validate, json};
///
/// let output: DescribeBackupOutput = json::from_str(r#"{"BackupDescription": {"BackupDetails": {"BackupSizeBytes": -1}}}"#)?;
/// let report = output.validate();
/// assert!(!report.is_valid());
/// assert!(report.contains(Rule::SizeNegative));
/// for violation in &report {
///     println!("{violation}");
/// }
/// # Ok::<(), json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[must_use]
pub struct Report {
    pub(super) violations: Vec<Violation>,
    /// In the order of the rules, each at most once.
    pub(super) omitted: Vec<Omitted>,
}

impl Report {
    /// Returns whether there is no error-severity violation.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{DescribeBackupOutput, Validate};
    ///
    /// assert!(!DescribeBackupOutput::default().validate().is_valid());
    /// ```
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.error_count() == 0
    }

    /// Returns whether there is no violation at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the number of violations, including the omitted ones.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count_if(|_, _| true)
    }

    /// Returns the number of error-severity violations, including the omitted ones.
    #[must_use]
    pub fn error_count(&self) -> usize {
        self.count_if(|_, severity| severity == Severity::Error)
    }

    /// Returns the number of warning-severity violations, including the omitted ones.
    #[must_use]
    pub fn warning_count(&self) -> usize {
        self.count_if(|_, severity| severity == Severity::Warning)
    }

    /// Returns the number of violations of a rule, including the omitted ones.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{DescribeBackupOutput, Rule, Validate};
    ///
    /// let report = DescribeBackupOutput::default().validate();
    /// assert_eq!(report.count(Rule::BackupDescriptionMissing), 1);
    /// assert_eq!(report.count(Rule::SizeNegative), 0);
    /// ```
    #[must_use]
    pub fn count(&self, rule: Rule) -> usize {
        self.count_if(|violated, _| violated == rule)
    }

    /// Returns whether a rule is violated, even if all of its violations are omitted.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{DescribeBackupOutput, Rule, Validate};
    ///
    /// let report = DescribeBackupOutput::default().validate();
    /// assert!(report.contains(Rule::BackupDescriptionMissing));
    /// assert_eq!((report.error_count(), report.warning_count()), (1, 0));
    /// ```
    #[must_use]
    pub fn contains(&self, rule: Rule) -> bool {
        self.count(rule) > 0
    }

    fn count_if(&self, is_counted: impl Fn(Rule, Severity) -> bool) -> usize {
        let held = self.violations.iter().filter(|violation| is_counted(violation.rule, violation.severity)).count();
        let omitted = self.omitted.iter().filter(|omitted| is_counted(omitted.rule, omitted.severity));
        held + omitted.map(|omitted| omitted.count).sum::<usize>()
    }

    /// Returns the violations that the report holds.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// Returns the number of violations that the report does not hold, by rule and in the order of [`Rule::ALL`].
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{Limits, ProvisionedThroughput, Rule, Validate};
    ///
    /// let mut limits = Limits::default();
    /// limits.max_violations = 1;
    /// let report = ProvisionedThroughput::default().validate_with(&limits);
    /// assert_eq!(report.violations().len(), 1);
    /// assert_eq!(report.omitted()[0].rule(), Rule::RequiredMemberMissing);
    /// assert_eq!(report.omitted()[0].count(), 1);
    /// assert_eq!(report.len(), 2);
    /// ```
    #[must_use]
    pub fn omitted(&self) -> &[Omitted] {
        &self.omitted
    }

    /// Returns an iterator over the violations that the report holds.
    pub fn iter(&self) -> core::slice::Iter<'_, Violation> {
        self.violations.iter()
    }

    /// Returns an iterator over the error-severity violations that the report holds.
    pub fn errors(&self) -> impl Iterator<Item = &Violation> {
        self.iter().filter(|violation| violation.severity == Severity::Error)
    }

    /// Returns an iterator over the warning-severity violations that the report holds.
    pub fn warnings(&self) -> impl Iterator<Item = &Violation> {
        self.iter().filter(|violation| violation.severity == Severity::Warning)
    }

    /// Returns an iterator over the violations of a group's rules that the report holds.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{OnDemandThroughput, Validate, validate::Group};
    ///
    /// let report = OnDemandThroughput::default().validate();
    /// assert_eq!(report.of_group(Group::BillingAndThroughput).count(), 1);
    /// assert_eq!(report.of_group(Group::Times).count(), 0);
    /// ```
    pub fn of_group(&self, group: Group) -> impl Iterator<Item = &Violation> {
        self.iter().filter(move |violation| violation.rule.group() == group)
    }

    /// Returns the report without the violations of some rules.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{OnDemandThroughput, Rule, Validate};
    ///
    /// let report = OnDemandThroughput::default().validate();
    /// assert!(report.without(&[Rule::OnDemandThroughputEmpty]).is_empty());
    /// ```
    pub fn without(mut self, rules: &[Rule]) -> Self {
        self.violations.retain(|violation| !rules.contains(&violation.rule));
        self.omitted.retain(|omitted| !rules.contains(&omitted.rule));
        self
    }

    /// Returns the report with another severity for the violations of a rule.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{OnDemandThroughput, Rule, Severity, Validate};
    ///
    /// let report = OnDemandThroughput::default().validate();
    /// assert!(report.is_valid());
    /// assert!(!report.with_severity(Rule::OnDemandThroughputEmpty, Severity::Error).is_valid());
    /// ```
    pub fn with_severity(mut self, rule: Rule, severity: Severity) -> Self {
        for violation in self.violations.iter_mut().filter(|violation| violation.rule == rule) {
            violation.severity = severity;
        }
        for omitted in self.omitted.iter_mut().filter(|omitted| omitted.rule == rule) {
            omitted.severity = severity;
        }
        self
    }

    /// Returns nothing if the report is [valid](Self::is_valid), warnings or not.
    ///
    /// # Errors
    ///
    /// Returns an error, the report itself, if there is an error-severity violation.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{DescribeBackupOutput, OnDemandThroughput, Validate};
    ///
    /// assert!(OnDemandThroughput::default().validate().into_result().is_ok());
    /// let report = DescribeBackupOutput::default().validate().into_result().unwrap_err();
    /// assert_eq!(report.error_count(), 1);
    /// ```
    pub fn into_result(self) -> Result<(), Self> {
        if self.is_valid() { Ok(()) } else { Err(self) }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for violation in self {
            writeln!(f, "{violation}")?;
        }
        for omitted in &self.omitted {
            writeln!(f, "{omitted}")?;
        }
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        let (errors, warnings) = (self.error_count(), self.warning_count());
        write!(f, "{errors} error{}, {warnings} warning{}", plural(errors), plural(warnings))
    }
}

impl core::error::Error for Report {}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut report = serializer.serialize_struct("Report", 4)?;
        report.serialize_field("errors", &self.error_count())?;
        report.serialize_field("warnings", &self.warning_count())?;
        report.serialize_field("violations", &self.violations)?;
        report.serialize_field("omitted", &self.omitted)?;
        report.end()
    }
}

/// Holds every violation in the order given; no [`Limits`](super::Limits) apply, and nothing is omitted.
impl FromIterator<Violation> for Report {
    fn from_iter<I: IntoIterator<Item = Violation>>(violations: I) -> Self {
        Self { violations: violations.into_iter().collect(), omitted: Vec::new() }
    }
}

impl IntoIterator for Report {
    type Item = Violation;
    type IntoIter = alloc::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.violations.into_iter()
    }
}

impl<'r> IntoIterator for &'r Report {
    type Item = &'r Violation;
    type IntoIter = core::slice::Iter<'r, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.violations.iter()
    }
}
