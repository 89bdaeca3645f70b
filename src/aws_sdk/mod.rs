//! Conversions from and to the types of [`aws_sdk_dynamodb`](https://docs.rs/aws-sdk-dynamodb), with the feature
//! `aws-sdk-dynamodb`.
//!
//! Each input, output, structure and enum of the backup operations converts both ways, and so does the error of each
//! operation, from and to [`ErrorResponse`](crate::ErrorResponse).
//!
//! # Examples
//!
//! What a client returned, as JSON and with its report:
//!
//! ```
//! use aws_sdk_dynamodb::operation::list_backups as sdk;
//! use aws_sdk_dynamodb::types;
//! use dynamodb_backup_model::{ListBackupsOutput, Validate, json};
//!
//! // Instead of `client.list_backups().send().await?`.
//! let summary = types::BackupSummary::builder().table_name("Music").backup_size_bytes(-1).build();
//! let sdk_output = sdk::ListBackupsOutput::builder().backup_summaries(summary).build();
//!
//! let output = ListBackupsOutput::from(&sdk_output);
//! assert_eq!(
//!     json::to_wire_string(&output),
//!     r#"{"BackupSummaries":[{"BackupSizeBytes":-1,"TableName":"Music"}]}"#
//! );
//! assert!(!output.validate().is_valid());
//! ```
//!
//! A recorded document, for code that takes the SDK's types:
//!
//! ```
//! use aws_sdk_dynamodb::operation::list_backups as sdk;
//! use dynamodb_backup_model::{ListBackupsOutput, json};
//!
//! let output: ListBackupsOutput = json::from_str(r#"{"BackupSummaries":[{"TableName":"Music"}]}"#)?;
//! let sdk_output = sdk::ListBackupsOutput::try_from(output)?;
//! assert_eq!(sdk_output.backup_summaries()[0].table_name(), Some("Music"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The error of an operation:
//!
//! ```
//! use aws_sdk_dynamodb::operation::delete_backup as sdk;
//! use aws_sdk_dynamodb::types::error::BackupInUseException;
//! use dynamodb_backup_model::ErrorResponse;
//!
//! let in_use = BackupInUseException::builder().message("try again").build();
//! let error = ErrorResponse::from(sdk::DeleteBackupError::BackupInUseException(in_use));
//! assert!(error.is_backup_in_use_exception());
//! assert_eq!(error.message(), Some("try again"));
//! ```
//!
//! # From the SDK
//!
//! Structures, enums and errors convert by [`From`], owned or by reference. Unknown enum values and empty lists are
//! kept, and instants to the nanosecond.
//!
//! ## What the SDK loses
//!
//! - Unknown members, and the form of timestamps.
//! - The digits of a timestamp that its `f64` does not hold: the SDK reads 1576616366.715 as 1576616366.714999… .
//! - The absence of a member that the service model requires: the SDK replaces it by an empty string, an empty key
//!   schema, 0, `false`, 1970-01-01, or an enum with the value `no value was set`. These are converted like any other
//!   value. Most of them violate a rule, but not the one about the missing member.
//!
//! [`DateTime`][date-time] converts to a [`Timestamp`] by [`TryFrom`], since it also has instants outside the years
//! -9999 to 9999. In a structure such an instant becomes an unknown member, as a number.
//!
//! # To the SDK
//!
//! Enums, errors and [`Timestamp`] convert by [`From`], structures by [`TryFrom`]: the SDK's types require members, and
//! hold some integers in 32 bits. [`ToSdkError`] says which member does not fit. Unknown members are left out, as by the
//! SDK when it reads.
//!
//! # Rust version
//!
//! With this feature the crate needs the Rust version that the SDK needs, which is newer than its own.
//!
//! [date-time]: https://docs.rs/aws-smithy-types/1/aws_smithy_types/struct.DateTime.html

mod errors;
mod structures;

use crate::model::{Json, JsonObject, Timestamp, TimestampError, with_enums, with_strings};
use crate::shape::StringMember;
use crate::validate::JsonPointer;
use crate::value::path::{Path, Row};
use alloc::string::String;
use alloc::vec::Vec;
use aws_sdk_dynamodb::primitives::DateTime;
use aws_sdk_dynamodb::types;
use core::fmt;
use serde_json::Number;

/// An error of converting to a type of the SDK: a member that the SDK requires is absent, or does not fit.
///
/// # Examples
///
/// ```
/// use aws_sdk_dynamodb::types;
/// use dynamodb_backup_model::PointInTimeRecoverySpecification;
/// use dynamodb_backup_model::aws_sdk::ToSdkErrorKind;
///
/// let mut specification = PointInTimeRecoverySpecification::default();
/// let error = types::PointInTimeRecoverySpecification::try_from(specification.clone()).unwrap_err();
/// assert_eq!(error.path(), "/PointInTimeRecoveryEnabled");
/// assert_eq!(error.kind(), ToSdkErrorKind::MissingMember);
///
/// specification.point_in_time_recovery_enabled = Some(true);
/// specification.recovery_period_in_days = Some(3_000_000_000);
/// let error = types::PointInTimeRecoverySpecification::try_from(specification).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "at /RecoveryPeriodInDays: expected a 32-bit integer, as aws-sdk-dynamodb has it, found 3000000000"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ToSdkError {
    path: JsonPointer,
    kind: ToSdkErrorKind,
}

/// The reason of a [`ToSdkError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToSdkErrorKind {
    /// A member that the SDK's type requires is absent.
    MissingMember,
    /// The SDK's type has an integer of 32 bits for the member, into which its value does not fit.
    IntegerOutOfRange(i64),
}

impl ToSdkError {
    fn new(at: &Path<'_>, kind: ToSdkErrorKind) -> Self {
        Self { path: at.to_pointer(), kind }
    }

    /// Returns the path of the member, from the value that was to be converted.
    #[must_use]
    pub fn path(&self) -> &JsonPointer {
        &self.path
    }

    /// Returns what is wrong with the member.
    #[must_use]
    pub fn kind(&self) -> ToSdkErrorKind {
        self.kind
    }
}

impl fmt::Display for ToSdkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at {}: ", self.path)?;
        match self.kind {
            ToSdkErrorKind::MissingMember => {
                f.write_str("expected a member that aws-sdk-dynamodb requires, found none")
            }
            ToSdkErrorKind::IntegerOutOfRange(found) => {
                write!(f, "expected a 32-bit integer, as aws-sdk-dynamodb has it, found {found}")
            }
        }
    }
}

impl core::error::Error for ToSdkError {}

/// A value of the model, and `Sdk`, the SDK's type for it.
trait SdkConvert<Sdk>: Sized {
    /// Returns the value, or as JSON what the model's type cannot hold.
    fn from_sdk(sdk: &Sdk) -> Result<Self, Json>;

    fn to_sdk(self, at: &Path<'_>) -> Result<Sdk, ToSdkError>;
}

/// Converts a member from the SDK. What its type cannot hold becomes an unknown member.
fn from_sdk<T: SdkConvert<Sdk>, Sdk>(member: Option<&Sdk>, row: &'static Row, unmodeled: &mut JsonObject) -> Option<T> {
    match T::from_sdk(member?) {
        Ok(value) => Some(value),
        Err(other) => {
            unmodeled.insert(row.name, other);
            None
        }
    }
}

/// Converts a member to the SDK.
fn to_sdk<T: SdkConvert<Sdk>, Sdk>(
    member: Option<T>,
    row: &'static Row,
    at: &Path<'_>,
) -> Result<Option<Sdk>, ToSdkError> {
    member.map(|value| value.to_sdk(&at.member(row))).transpose()
}

impl SdkConvert<Self> for i64 {
    fn from_sdk(sdk: &Self) -> Result<Self, Json> {
        Ok(*sdk)
    }

    fn to_sdk(self, _: &Path<'_>) -> Result<Self, ToSdkError> {
        Ok(self)
    }
}

impl SdkConvert<i32> for i64 {
    fn from_sdk(sdk: &i32) -> Result<Self, Json> {
        Ok((*sdk).into())
    }

    fn to_sdk(self, at: &Path<'_>) -> Result<i32, ToSdkError> {
        i32::try_from(self).map_err(|_| ToSdkError::new(at, ToSdkErrorKind::IntegerOutOfRange(self)))
    }
}

impl SdkConvert<Self> for bool {
    fn from_sdk(sdk: &Self) -> Result<Self, Json> {
        Ok(*sdk)
    }

    fn to_sdk(self, _: &Path<'_>) -> Result<Self, ToSdkError> {
        Ok(self)
    }
}

impl SdkConvert<DateTime> for Timestamp {
    fn from_sdk(sdk: &DateTime) -> Result<Self, Json> {
        Self::try_from(*sdk).map_err(|_| Number::from_f64(sdk.as_secs_f64()).map_or(Json::Null, Json::Number))
    }

    fn to_sdk(self, _: &Path<'_>) -> Result<DateTime, ToSdkError> {
        Ok(self.into())
    }
}

impl TryFrom<DateTime> for Timestamp {
    type Error = TimestampError;

    fn try_from(sdk: DateTime) -> Result<Self, TimestampError> {
        Self::from_unix_nanos(sdk.as_nanos())
    }
}

impl From<Timestamp> for DateTime {
    fn from(timestamp: Timestamp) -> Self {
        let at = timestamp.to_offset_date_time();
        Self::from_secs_and_nanos(at.unix_timestamp(), at.nanosecond())
    }
}

impl<T: SdkConvert<Sdk>, Sdk> SdkConvert<Vec<Sdk>> for Vec<T> {
    fn from_sdk(sdk: &Vec<Sdk>) -> Result<Self, Json> {
        sdk.iter().map(T::from_sdk).collect()
    }

    fn to_sdk(self, at: &Path<'_>) -> Result<Vec<Sdk>, ToSdkError> {
        self.into_iter().enumerate().map(|(index, element)| element.to_sdk(&at.index(index))).collect()
    }
}

macro_rules! strings {
    ($($name:ident)+) => {$(
        impl SdkConvert<String> for crate::model::$name {
            fn from_sdk(sdk: &String) -> Result<Self, Json> {
                Ok(Self::of(sdk))
            }

            fn to_sdk(self, _: &Path<'_>) -> Result<String, ToSdkError> {
                Ok(self.into())
            }
        }
    )+};
}
with_strings!(strings);

macro_rules! enums {
    // The codes of errors are no enum of the SDK's: `errors` has them.
    (only ErrorCode) => {};
    (only $name:ident) => {
        impl From<&types::$name> for crate::model::$name {
            fn from(sdk: &types::$name) -> Self {
                Self::from(sdk.as_str())
            }
        }

        impl From<types::$name> for crate::model::$name {
            fn from(sdk: types::$name) -> Self {
                Self::from(&sdk)
            }
        }

        impl From<crate::model::$name> for types::$name {
            fn from(value: crate::model::$name) -> Self {
                Self::from(value.as_str())
            }
        }

        impl SdkConvert<types::$name> for crate::model::$name {
            fn from_sdk(sdk: &types::$name) -> Result<Self, Json> {
                Ok(sdk.into())
            }

            fn to_sdk(self, _: &Path<'_>) -> Result<types::$name, ToSdkError> {
                Ok(self.into())
            }
        }
    };
    ($($name:ident)+) => {
        $(enums! { only $name })+
    };
}
with_enums!(enums);
