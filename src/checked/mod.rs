//! Values without error-severity violations, and a view of them without an `Option` for what must be present.
//!
//! [`Valid`] proves that a value violates no error-severity rule. [`Backup`] reads a valid response: what such a
//! response must have is returned as it is, and alternatives that exclude each other are the variants of an enum.
//!
//! # Examples
//!
//! ```
//! use dynamodb_backup_model::checked::{Billing, Projected};
//! use dynamodb_backup_model::{DescribeBackupOutput, Valid};
//! # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
//!
//! let valid = Valid::<DescribeBackupOutput>::from_json_str(body)?;
//! let backup = valid.backup();
//! assert_eq!(backup.table().key().to_string(), "Artist (HASH), SongTitle (RANGE)");
//! assert!(matches!(backup.table().billing(), Billing::Provisioned(capacity) if capacity.read == 25));
//! let index = backup.index("by-label").unwrap();
//! assert_eq!(index.projection(), Projected::KeysOnly);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

/// What each view of a backup says, from the wire structure that the method returns; then the docs in which the views
/// differ, of the type and of the size.
macro_rules! backup_getters {
    ($details:ident, $type_doc:literal, $size_doc:literal) => {
        /// Returns the backup's ARN.
        #[must_use]
        pub fn arn(self) -> &'a BackupArn {
            present(self.$details().backup_arn.as_ref())
        }

        /// Returns the backup's name.
        #[must_use]
        pub fn name(self) -> &'a BackupName {
            present(self.$details().backup_name.as_ref())
        }

        /// Returns the backup's status.
        #[must_use]
        pub fn status(self) -> &'a BackupStatus {
            present(OpenEnum::present(self.$details().backup_status.as_ref()))
        }

        #[doc = $type_doc]
        #[must_use]
        pub fn backup_type(self) -> Option<&'a BackupType> {
            OpenEnum::present(self.$details().backup_type.as_ref())
        }

        #[doc = $size_doc]
        #[must_use]
        pub fn size_bytes(self) -> Option<u64> {
            self.$details().backup_size_bytes.map(unsigned)
        }

        /// Returns when the backup was created.
        #[must_use]
        pub fn created_at(self) -> Timestamp {
            *present(self.$details().backup_creation_date_time.as_ref())
        }

        /// Returns when the backup expires automatically; `None` if it is kept until it is deleted.
        #[must_use]
        pub fn expires_at(self) -> Option<Timestamp> {
            self.$details().backup_expiry_date_time
        }
    };
}

mod backup;
mod error;
mod index;
mod key;
mod listed;
mod throughput;

use crate::json;
use crate::model::{
    BackupDescription, BackupDetails, CreateBackupOutput, DeleteBackupOutput, DescribeBackupOutput,
    DescribeContinuousBackupsOutput, ListBackupsOutput, UpdateContinuousBackupsOutput, with_structures,
};
use crate::shape::{PushWire, WireValue};
use crate::validate::{Limits, Report, Validate};
use alloc::string::{String, ToString};
use core::ops::Deref;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};

pub use backup::{Backup, Encryption, Table};
pub use error::{Invalid, ReadError};
pub use index::{GlobalIndex, Index, LocalIndex, Projected, VectorIndex};
pub use key::{GlobalKey, PrimaryKey};
pub use listed::{CreatedBackup, ListedBackup, Recovery};
pub use throughput::{Billing, Capacity, OnDemandLimits};

/// A value that violates no error-severity rule.
///
/// # Reading
///
/// A `Valid` value dereferences to the value itself. For a response that means two ways to read it, which differ in
/// what they return:
///
/// | | returns |
/// | --- | --- |
/// | `valid.table()` | the wire structure, an `Option<&SourceTableDetails>` with members that are `Option`s too |
/// | `valid.backup().table()` | a [`Table`], whose methods return what every valid response has without an `Option` |
///
/// # Serde
///
/// Deserializing fails if the value has error-severity violations with the limits of the current service. Serializing
/// writes the value itself.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
/// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
///
/// let valid = Valid::<DescribeBackupOutput>::from_json_str(body)?;
/// assert_eq!(valid.backup().table().name(), "Music");
/// assert_eq!(valid.table().unwrap().table_name.as_ref().unwrap(), "Music");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// An invalid value is returned with its report:
///
/// ```
/// use dynamodb_backup_model::{DescribeBackupOutput, Rule, Valid};
///
/// let invalid = Valid::new(DescribeBackupOutput::default()).unwrap_err();
/// assert!(invalid.report().contains(Rule::BackupDescriptionMissing));
/// let (output, report) = invalid.into_parts();
/// # assert_eq!(output, DescribeBackupOutput::default());
/// # assert_eq!(report.error_count(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Valid<T>(T);

#[allow(clippy::result_large_err)]
impl<T: Validate> Valid<T> {
    /// Validates a value with the limits of the current service.
    ///
    /// # Errors
    ///
    /// Returns the value and the report if there are error-severity violations.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{AttributeName, KeySchemaElement, Valid};
    ///
    /// let element = KeySchemaElement::hash(AttributeName::try_from("Artist")?);
    /// assert!(Valid::new(element).is_ok());
    /// assert!(Valid::new(KeySchemaElement::default()).is_err());
    /// # Ok::<(), dynamodb_backup_model::TextError>(())
    /// ```
    pub fn new(value: T) -> Result<Self, Invalid<T>> {
        Self::with_limits(value, &Limits::default())
    }

    /// Validates a value with the given limits.
    ///
    /// # Errors
    ///
    /// Returns the value and the report if there are error-severity violations.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{DescribeBackupOutput, Limits, Valid, json};
    /// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
    ///
    /// let output: DescribeBackupOutput = json::from_str(body)?;
    /// let mut limits = Limits::default();
    /// limits.non_key_attributes = 2;
    /// assert!(Valid::with_limits(output, &limits).is_err());
    /// # Ok::<(), json::Error>(())
    /// ```
    pub fn with_limits(value: T, limits: &Limits) -> Result<Self, Invalid<T>> {
        Self::checked(value, limits).map(|(valid, _)| valid)
    }

    /// Validates a value with the limits of the current service, and returns the report together with the valid value: it
    /// may have warnings.
    ///
    /// # Errors
    ///
    /// Returns the value and the report if there are error-severity violations.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{DescribeBackupOutput, Rule, Valid, json};
    /// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
    ///
    /// let mut output: DescribeBackupOutput = json::from_str(body)?;
    /// output.backup_description.as_mut().unwrap().backup_details.as_mut().unwrap().backup_type = None;
    ///
    /// let (valid, report) = Valid::with_report(output)?;
    /// assert_eq!(valid.backup().backup_type(), None);
    /// assert!(report.contains(Rule::BackupTypeMissing));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_report(value: T) -> Result<(Self, Report), Invalid<T>> {
        Self::checked(value, &Limits::default())
    }

    fn checked(value: T, limits: &Limits) -> Result<(Self, Report), Invalid<T>> {
        let report = value.validate_with(limits);
        if report.is_valid() { Ok((Self(value), report)) } else { Err(Invalid::new(value, report)) }
    }

    /// Reads one JSON document and validates it with the limits of the current service.
    ///
    /// # Errors
    ///
    /// Returns an error if the document cannot be read or has error-severity violations.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::checked::ReadError;
    /// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
    ///
    /// match Valid::<DescribeBackupOutput>::from_json_slice(b"{}") {
    ///     Ok(valid) => println!("{}", valid.backup().name()),
    ///     Err(ReadError::Json(error)) => println!("cannot be read: {error}"),
    ///     Err(ReadError::Invalid(invalid)) => println!("{}", invalid.report()),
    ///     Err(error) => println!("{error}"),
    /// }
    /// ```
    pub fn from_json_slice(bytes: &[u8]) -> Result<Self, ReadError<T>>
    where
        T: DeserializeOwned,
    {
        Ok(Self::new(json::from_slice(bytes)?)?)
    }

    /// Reads one JSON document and validates it with the limits of the current service.
    ///
    /// # Errors
    ///
    /// Returns an error if the document cannot be read or has error-severity violations.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
    /// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
    ///
    /// let valid = Valid::<DescribeBackupOutput>::from_json_str(body)?;
    /// assert_eq!(valid.backup().name(), "music-before-migration");
    /// # Ok::<(), dynamodb_backup_model::checked::ReadError<DescribeBackupOutput>>(())
    /// ```
    pub fn from_json_str(text: &str) -> Result<Self, ReadError<T>>
    where
        T: DeserializeOwned,
    {
        Self::from_json_slice(text.as_bytes())
    }
}

impl<T> Valid<T> {
    /// Returns the value.
    #[must_use]
    pub fn get(&self) -> &T {
        &self.0
    }

    /// Returns the value, which may then be changed.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Valid<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> AsRef<T> for Valid<T> {
    fn as_ref(&self) -> &T {
        &self.0
    }
}

macro_rules! try_from {
    ($($name:ident)+) => {$(
        /// Validates the value as [`Valid::new`] does.
        impl TryFrom<crate::model::$name> for Valid<crate::model::$name> {
            type Error = Invalid<crate::model::$name>;

            #[inline]
            fn try_from(value: crate::model::$name) -> Result<Self, Self::Error> {
                Self::new(value)
            }
        }
    )+};
}
with_structures!(try_from);

impl<T: Serialize> Serialize for Valid<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Validate + Deserialize<'de>> Deserialize<'de> for Valid<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(T::deserialize(deserializer)?).map_err(|invalid| {
            let report = invalid.report();
            let first = report.errors().next().map(ToString::to_string).unwrap_or_default();
            match report.error_count().saturating_sub(1) {
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

impl Valid<DescribeBackupOutput> {
    /// Returns the view of the backup that the response describes.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{DescribeBackupOutput, Valid};
    /// # let body = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/valid/full.json"));
    ///
    /// let valid = Valid::<DescribeBackupOutput>::from_json_str(body)?;
    /// let backup = valid.backup();
    /// println!("{} of {}, made at {}", backup.name(), backup.table().name(), backup.created_at());
    /// # Ok::<(), dynamodb_backup_model::checked::ReadError<DescribeBackupOutput>>(())
    /// ```
    #[must_use]
    pub fn backup(&self) -> Backup<'_> {
        Backup::new(present(self.0.backup_description.as_ref()))
    }
}

impl Valid<BackupDescription> {
    /// Returns the view of the described backup.
    #[must_use]
    pub fn backup(&self) -> Backup<'_> {
        Backup::new(&self.0)
    }
}

impl Valid<DeleteBackupOutput> {
    /// Returns the backup that was deleted.
    #[must_use]
    pub fn backup(&self) -> Backup<'_> {
        Backup::new(present(self.get().backup_description.as_ref()))
    }
}

impl Valid<CreateBackupOutput> {
    /// Returns the backup that is being created.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{BackupStatus, CreateBackupOutput, Valid};
    ///
    /// let output = Valid::<CreateBackupOutput>::from_json_slice(br#"{"BackupDetails":{
    ///     "BackupArn":"arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a",
    ///     "BackupCreationDateTime":1.576616366715E9,"BackupName":"nightly","BackupStatus":"CREATING",
    ///     "BackupType":"USER"}}"#)?;
    /// assert_eq!(*output.backup().status(), BackupStatus::Creating);
    /// # Ok::<(), dynamodb_backup_model::checked::ReadError<CreateBackupOutput>>(())
    /// ```
    #[must_use]
    pub fn backup(&self) -> CreatedBackup<'_> {
        CreatedBackup(present(self.get().backup_details.as_ref()))
    }
}

impl Valid<BackupDetails> {
    /// Returns the backup that the details describe.
    #[must_use]
    pub fn backup(&self) -> CreatedBackup<'_> {
        CreatedBackup(self.get())
    }
}

impl Valid<ListBackupsOutput> {
    /// Returns the backups of the page.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{ListBackupsOutput, Valid};
    ///
    /// let page = Valid::<ListBackupsOutput>::from_json_slice(br#"{"BackupSummaries":[{
    ///     "BackupArn":"arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a",
    ///     "BackupCreationDateTime":1.576616366715E9,"BackupName":"nightly","BackupStatus":"AVAILABLE",
    ///     "BackupType":"USER","TableArn":"arn:aws:dynamodb:us-west-2:123456789012:table/Music",
    ///     "TableId":"b0c04bcc-309b-4352-b2ae-9088af169fe2","TableName":"Music"}]}"#)?;
    /// for backup in page.backups() {
    ///     println!("{} of {}", backup.name(), backup.table_name());
    /// }
    /// assert_eq!(page.backups().len(), 1);
    /// # Ok::<(), dynamodb_backup_model::checked::ReadError<ListBackupsOutput>>(())
    /// ```
    pub fn backups(&self) -> impl ExactSizeIterator<Item = ListedBackup<'_>> {
        present(self.get().backup_summaries.as_deref()).iter().map(ListedBackup)
    }
}

impl Valid<DescribeContinuousBackupsOutput> {
    /// Returns whether and how far back the table can be restored to a point in time.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::checked::Recovery;
    /// use dynamodb_backup_model::{DescribeContinuousBackupsOutput, Valid};
    ///
    /// let output = Valid::<DescribeContinuousBackupsOutput>::from_json_slice(
    ///     br#"{"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED",
    ///         "PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"DISABLED"}}}"#,
    /// )?;
    /// assert_eq!(output.recovery(), Recovery::Off);
    /// # Ok::<(), dynamodb_backup_model::checked::ReadError<DescribeContinuousBackupsOutput>>(())
    /// ```
    #[must_use]
    pub fn recovery(&self) -> Recovery<'_> {
        Recovery::of(present(self.get().continuous_backups_description.as_ref()))
    }
}

impl Valid<UpdateContinuousBackupsOutput> {
    /// Returns whether and how far back the table can be restored to a point in time after the change.
    #[must_use]
    pub fn recovery(&self) -> Recovery<'_> {
        Recovery::of(present(self.get().continuous_backups_description.as_ref()))
    }
}

/// Returns a member that an error-severity rule requires.
fn present<T>(member: Option<T>) -> T {
    member.expect("a valid value has each member that an error-severity rule requires")
}

/// Returns a throughput, size or count, which an error-severity rule keeps from being negative.
fn unsigned(number: i64) -> u64 {
    number.unsigned_abs()
}
