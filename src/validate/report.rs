//! What the rules found.

use super::{JsonPointer, Rule, Severity};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// One rule broken in one place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Violation {
    pub(super) rule: Rule,
    pub(super) path: JsonPointer,
    pub(super) message: String,
}

impl Violation {
    /// The rule that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// How bad that is: the rule's own severity.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.rule.severity()
    }

    /// The value that breaks the rule; for an absent member the place where it would stand.
    #[must_use]
    pub fn path(&self) -> &JsonPointer {
        &self.path
    }

    /// What was expected and what was found, for people. It may change from version to version.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

/// `error[key-schema-order] at /KeySchema: …`
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rule, path, message } = self;
        write!(f, "{}[{}]", rule.severity(), rule.id())?;
        if !path.is_root() {
            write!(f, " at {path}")?;
        }
        write!(f, ": {message}")
    }
}

impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { rule, path, message } = self;
        let mut violation = serializer.serialize_struct("Violation", 4)?;
        violation.serialize_field("rule", rule.id())?;
        violation.serialize_field("severity", rule.severity().as_str())?;
        violation.serialize_field("path", path)?;
        violation.serialize_field("message", message)?;
        violation.end()
    }
}

/// Every violation of a value, in the order of the document as the service model has it.
///
/// [`Display`](fmt::Display) gives a line for each and a closing count. Serialized it is
/// `{"errors": 1, "warnings": 0, "violations": [{"rule", "severity", "path", "message"}]}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[must_use]
pub struct Report {
    pub(super) violations: Vec<Violation>,
}

impl Report {
    /// Whether no rule of severity error is broken.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.errors().next().is_none()
    }

    /// Whether no rule at all is broken.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.violations.is_empty()
    }

    /// The number of violations.
    #[must_use]
    pub fn len(&self) -> usize {
        self.violations.len()
    }

    /// All violations.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// All violations, one after another.
    pub fn iter(&self) -> core::slice::Iter<'_, Violation> {
        self.violations.iter()
    }

    /// The violations of severity error.
    pub fn errors(&self) -> impl Iterator<Item = &Violation> {
        self.of(Severity::Error)
    }

    /// The violations of severity warning.
    pub fn warnings(&self) -> impl Iterator<Item = &Violation> {
        self.of(Severity::Warning)
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = &Violation> {
        self.violations.iter().filter(move |violation| violation.severity() == severity)
    }

    /// The same report without the violations of some rules.
    pub fn without(mut self, rules: &[Rule]) -> Self {
        self.violations.retain(|violation| !rules.contains(&violation.rule));
        self
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for violation in self {
            writeln!(f, "{violation}")?;
        }
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        let (errors, warnings) = (self.errors().count(), self.warnings().count());
        write!(f, "{errors} error{}, {warnings} warning{}", plural(errors), plural(warnings))
    }
}

impl core::error::Error for Report {}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut report = serializer.serialize_struct("Report", 3)?;
        report.serialize_field("errors", &self.errors().count())?;
        report.serialize_field("warnings", &self.warnings().count())?;
        report.serialize_field("violations", &self.violations)?;
        report.end()
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
