//! Values that have been checked, and what no longer needs asking of them.
//!
//! [`Valid`] holds a value of which no rule of severity error is broken. [`Backup`] reads a valid response: what such
//! a response must have is there without an `Option`, and what excludes each other is an enum.

mod backup;
mod listed;

use crate::json;
use crate::model::{BackupDescription, DescribeBackupOutput};
use crate::shape::{PushWire, WireValue};
use crate::validate::{Limits, Report, Validate};
use alloc::string::String;
use core::fmt;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};

pub use backup::{
    Backup, Billing, Capacity, Encryption, GlobalIndex, GlobalKey, LocalIndex, Maxima, PrimaryKey, Projected, Table,
    VectorIndex,
};
pub use listed::{CreatedBackup, ListedBackup, Recovery};

/// A value that breaks no rule of severity error.
///
/// ```
/// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
///
/// let fault = Valid::<DescribeBackupOutput>::from_json_slice(b"{}").unwrap_err();
/// assert!(fault.to_string().contains("backup-description-missing"));
/// ```
///
/// As a serde [`Deserialize`] it refuses what is not valid, with the limits of today's service.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Valid<T>(T);

impl<T: Validate> Valid<T> {
    /// Checks a value with the limits of today's service.
    ///
    /// # Errors
    ///
    /// Hands the value back with the report, where it has violations of severity error.
    #[allow(clippy::result_large_err)]
    pub fn new(value: T) -> Result<Self, Invalid<T>> {
        Self::with_limits(value, &Limits::default())
    }

    /// Checks a value with the limits given.
    ///
    /// # Errors
    ///
    /// Hands the value back with the report, where it has violations of severity error.
    #[allow(clippy::result_large_err)]
    pub fn with_limits(value: T, limits: &Limits) -> Result<Self, Invalid<T>> {
        let report = value.validate_with(limits);
        if report.is_valid() { Ok(Self(value)) } else { Err(Invalid { value, report }) }
    }

    /// Reads one JSON document and checks it.
    ///
    /// # Errors
    ///
    /// Where the document can't be read or breaks a rule of severity error.
    #[allow(clippy::result_large_err)]
    pub fn from_json_slice(bytes: &[u8]) -> Result<Self, ReadError<T>>
    where
        T: DeserializeOwned,
    {
        let value = json::from_slice(bytes).map_err(ReadError::Json)?;
        Self::new(value).map_err(ReadError::Invalid)
    }
}

impl<T> Valid<T> {
    /// The value.
    #[must_use]
    pub fn get(&self) -> &T {
        &self.0
    }

    /// The value, to be changed again.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> AsRef<T> for Valid<T> {
    fn as_ref(&self) -> &T {
        &self.0
    }
}

impl<T: Serialize> Serialize for Valid<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Validate + Deserialize<'de>> Deserialize<'de> for Valid<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(T::deserialize(deserializer)?).map_err(|invalid| {
            let mut errors = invalid.report.errors();
            let first = errors.next().map(alloc::string::ToString::to_string).unwrap_or_default();
            match errors.count() {
                0 => D::Error::custom(first),
                others => D::Error::custom(format_args!("{first} (and {others} more)")),
            }
        })
    }
}

impl<T: WireValue> PushWire for Valid<T> {
    fn push_wire(&self, out: &mut String) {
        self.0.push_wire(out);
    }
}

impl<T: WireValue> WireValue for Valid<T> {}

/// A value that breaks rules of severity error, and the report about it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Invalid<T> {
    value: T,
    report: Report,
}

impl<T> Invalid<T> {
    /// The value.
    #[must_use]
    pub fn value(&self) -> &T {
        &self.value
    }

    /// Every violation, those of severity warning too.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// The value and the report.
    pub fn into_parts(self) -> (T, Report) {
        (self.value, self.report)
    }
}

impl<T> fmt::Display for Invalid<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.report.fmt(f)
    }
}

impl<T: fmt::Debug> core::error::Error for Invalid<T> {}

/// Why a document did not become a [`Valid`] value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ReadError<T> {
    /// It can't be read.
    Json(json::Error),
    /// It can be read, but breaks rules.
    Invalid(Invalid<T>),
}

impl<T> fmt::Display for ReadError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(fault) => fault.fmt(f),
            Self::Invalid(fault) => fault.fmt(f),
        }
    }
}

impl<T: fmt::Debug> core::error::Error for ReadError<T> {}

impl Valid<DescribeBackupOutput> {
    /// The backup that the response describes.
    #[must_use]
    pub fn backup(&self) -> Backup<'_> {
        Backup::of(present(self.0.backup_description.as_ref()))
    }
}

impl Valid<BackupDescription> {
    /// The backup that is described.
    #[must_use]
    pub fn backup(&self) -> Backup<'_> {
        Backup::of(&self.0)
    }
}

/// What a rule of severity error demands is there in every valid value.
fn present<T>(member: Option<T>) -> T {
    member.expect("a valid value has each member that a rule of severity error demands")
}

/// A capacity, size or count that a rule of severity error keeps from being negative.
fn unsigned(number: i64) -> u64 {
    number.unsigned_abs()
}
