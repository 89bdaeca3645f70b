//! The open enums of the service model: one table, one row per value.

use crate::shape::{StringKind, StringMember};
use crate::value::text::{Text, string_traits};
use alloc::string::String;

/// An enum value that this version of the crate does not list, kept as it was.
///
/// It can only be made by converting a string into an enum: a string that the service model lists becomes its variant.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::BackupStatus;
///
/// let BackupStatus::Unknown(value) = BackupStatus::from("ARCHIVED") else { panic!() };
/// assert_eq!(value.as_str(), "ARCHIVED");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownValue(Text);

impl UnknownValue {
    // Kept out of the code that reads the values of each enum.
    #[cold]
    fn new(string: &str) -> Self {
        Self(Text::new(string))
    }

    /// Returns the string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl From<UnknownValue> for String {
    fn from(value: UnknownValue) -> Self {
        value.0.into()
    }
}

string_traits!(UnknownValue);

/// What the rules need from every open enum.
pub(crate) trait OpenEnum: StringMember {
    const TYPE_NAME: &'static str;
    /// The values that the service model lists, as strings.
    const STRINGS: &'static [&'static str];
    #[cfg(feature = "schemars")]
    const DOCS: &'static str;
    fn is_unknown(&self) -> bool;

    /// Whether it is the empty string, which clients in Go write for an absent member.
    #[inline]
    fn is_absent(&self) -> bool {
        self.is_unknown() && self.as_ref().is_empty()
    }

    /// The value of a member, unless it is an empty string.
    #[inline]
    fn present(member: Option<&Self>) -> Option<&Self> {
        member.filter(|value| !value.is_absent())
    }
}

/// Each enum: docs, type, shape, if it is one of the service model; each row: docs, variant, the string in JSON. The
/// dollar sign at the start is for the macro that this one defines, which passes all types on to another.
macro_rules! open_enums {
    ($dollar:tt $(
        $( #[doc = $doc:literal] )*
        $name:ident: $($shape:literal)? {
            $( $( #[doc = $value_doc:literal] )* $variant:ident = $string:literal, )+
        }
    )+) => {$(
        $( #[doc = $doc] )*
        ///
        #[doc = concat!($("Service model: `", $shape, "`. ",)? "Any other string is kept as `Unknown`.")]
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $( #[doc = $value_doc] )*
                ///
                #[doc = concat!("`", $string, "` in JSON.")]
                $variant,
            )+
            /// A value that this version of the crate does not list.
            Unknown(UnknownValue),
        }

        impl $name {
            /// The values that this version of the crate lists, in the order of the service model.
            pub const VALUES: &'static [Self] = &[$(Self::$variant),+];

            $(
                /// The name of the service model's shape.
                pub const SHAPE: &'static str = $shape;
            )?

            /// Returns the string in JSON.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $string,)+
                    Self::Unknown(value) => value.as_str(),
                }
            }

            /// Returns whether this version of the crate does not list the value.
            #[must_use]
            pub fn is_unknown(&self) -> bool {
                matches!(self, Self::Unknown(_))
            }
        }

        impl OpenEnum for $name {
            const TYPE_NAME: &'static str = stringify!($name);
            const STRINGS: &'static [&'static str] = &[$($string),+];
            #[cfg(feature = "schemars")]
            const DOCS: &'static str = concat!($($doc, "\n"),*);

            #[inline]
            fn is_unknown(&self) -> bool {
                matches!(self, Self::Unknown(_))
            }
        }

        impl From<&str> for $name {
            #[inline]
            fn from(string: &str) -> Self {
                match string {
                    $($string => Self::$variant,)+
                    _ => Self::Unknown(UnknownValue::new(string)),
                }
            }
        }

        impl From<String> for $name {
            #[inline]
            fn from(string: String) -> Self {
                Self::from(string.as_str())
            }
        }

        impl core::str::FromStr for $name {
            type Err = core::convert::Infallible;
            #[inline]
            fn from_str(string: &str) -> Result<Self, Self::Err> {
                Ok(Self::from(string))
            }
        }

        impl From<$name> for String {
            #[inline]
            fn from(value: $name) -> Self {
                match value {
                    $name::Unknown(value) => value.into(),
                    known => known.as_str().into(),
                }
            }
        }

        string_traits!($name);

        impl StringMember for $name {
            const KIND: StringKind = StringKind::Enum(stringify!($name), <Self as OpenEnum>::STRINGS);

            #[inline]
            fn of(string: &str) -> Self {
                Self::from(string)
            }
        }
        crate::shape::string_member!($name);
    )+

        /// Passes the types of all open enums on to a macro.
        macro_rules! with_enums {
            ($dollar callback:ident) => {
                $dollar callback! { $($name)+ }
            };
        }
        pub(crate) use with_enums;

        /// Every enum: its name and its strings.
        #[cfg(test)]
        pub(crate) const TABLE: &[(&str, &[&str])] = &[$((stringify!($name), &[$($string),+])),+];
    };
}

open_enums! {
    $
    /// The status of a backup.
    ///
    /// The prose of the API page has ACTIVE where its list of values, the service model and every recorded response
    /// have AVAILABLE, as this enum does.
    ///
    /// # Examples
    ///
    /// A value that AWS adds later is kept as [`Unknown`](Self::Unknown), and written as it was read:
    ///
    /// ```
    /// use dynamodb_backup_model::BackupStatus;
    ///
    /// assert_eq!(BackupStatus::from("AVAILABLE"), BackupStatus::Available);
    /// assert_eq!(BackupStatus::Available, "AVAILABLE");
    ///
    /// let status = BackupStatus::from("ARCHIVED");
    /// match &status {
    ///     BackupStatus::Available => println!("can be restored"),
    ///     BackupStatus::Unknown(value) => assert_eq!(value, "ARCHIVED"),
    ///     other => println!("{other}"),
    /// }
    /// assert_eq!(String::from(status), "ARCHIVED");
    /// ```
    BackupStatus: "BackupStatus" {
        /// The backup is being made.
        Creating = "CREATING",
        /// The backup has been deleted: `DeleteBackup` returns the same structure.
        Deleted = "DELETED",
        /// The backup can be restored.
        Available = "AVAILABLE",
    }

    /// Who made a backup, and for how long it is kept.
    BackupType: "BackupType" {
        /// Made on demand by the account's owner and kept until it is deleted.
        User = "USER",
        /// Made by DynamoDB when a table with point-in-time recovery was deleted; kept for 35 days.
        System = "SYSTEM",
        /// Made through the AWS Backup service.
        AwsBackup = "AWS_BACKUP",
    }

    /// How a table's reads and writes are charged and limited.
    BillingMode: "BillingMode" {
        /// By the provisioned throughput.
        Provisioned = "PROVISIONED",
        /// On demand: each request is charged, and all capacity units are 0.
        PayPerRequest = "PAY_PER_REQUEST",
    }

    /// The role of an attribute in a primary key.
    KeyType: "KeyType" {
        /// A partition key.
        Hash = "HASH",
        /// A sort key.
        Range = "RANGE",
    }

    /// Which attributes an index holds copies of.
    ProjectionType: "ProjectionType" {
        /// All attributes of the table.
        All = "ALL",
        /// Only the keys of the index and of the table.
        KeysOnly = "KEYS_ONLY",
        /// The keys and the attributes in `NonKeyAttributes`.
        Include = "INCLUDE",
    }

    /// What a stream records of an item that was changed.
    StreamViewType: "StreamViewType" {
        /// The whole item after the change.
        NewImage = "NEW_IMAGE",
        /// The whole item before the change.
        OldImage = "OLD_IMAGE",
        /// The item before and after the change.
        NewAndOldImages = "NEW_AND_OLD_IMAGES",
        /// Only the item's keys.
        KeysOnly = "KEYS_ONLY",
    }

    /// The status of a table's Time to Live (TTL).
    TimeToLiveStatus: "TimeToLiveStatus" {
        /// Being enabled.
        Enabling = "ENABLING",
        /// Being disabled.
        Disabling = "DISABLING",
        /// Enabled.
        Enabled = "ENABLED",
        /// Disabled.
        Disabled = "DISABLED",
    }

    /// The status of a table's server-side encryption.
    ///
    /// The service model lists five values; the API page says that only `ENABLED` and `UPDATING` are supported.
    SseStatus: "SSEStatus" {
        /// Being enabled.
        Enabling = "ENABLING",
        /// Enabled.
        Enabled = "ENABLED",
        /// Being disabled.
        Disabling = "DISABLING",
        /// Disabled.
        Disabled = "DISABLED",
        /// Being updated, with another key for instance.
        Updating = "UPDATING",
    }

    /// The type of a table's server-side encryption.
    ///
    /// The service model lists two values; the API page says that only `KMS` is supported.
    SseType: "SSEType" {
        /// With an AWS owned key.
        Aes256 = "AES256",
        /// With a key in the account's Key Management Service.
        Kms = "KMS",
    }

    /// The role of an attribute in the search schema of a vector index.
    SearchSchemaElementType: "SearchSchemaElementType" {
        /// The partition key: its value selects the partition that a search looks at.
        Hash = "HASH",
        /// An attribute that a search can filter by.
        InlineFilter = "INLINE_FILTER",
    }

    /// How a vector index measures the distance of two vectors.
    VectorDistanceFunction: "VectorDistanceFunction" {
        /// By their angle.
        Cosine = "COSINE",
        /// By their inner product.
        DotProduct = "DOT_PRODUCT",
        /// By the straight line between them.
        Euclidean = "EUCLIDEAN",
    }

    /// The type of the backups that `ListBackups` is to list.
    BackupTypeFilter: "BackupTypeFilter" {
        /// On-demand backups.
        User = "USER",
        /// Backups of deleted tables that had point-in-time recovery.
        System = "SYSTEM",
        /// Backups made through the AWS Backup service.
        AwsBackup = "AWS_BACKUP",
        /// Backups of every type.
        All = "ALL",
    }

    /// Whether a table has continuous backups.
    ContinuousBackupsStatus: "ContinuousBackupsStatus" {
        /// It has.
        Enabled = "ENABLED",
        /// It has not.
        Disabled = "DISABLED",
    }

    /// Whether a table can be restored to a point in time.
    PointInTimeRecoveryStatus: "PointInTimeRecoveryStatus" {
        /// It can.
        Enabled = "ENABLED",
        /// It cannot.
        Disabled = "DISABLED",
    }

    /// The name of the error in an error response.
    ///
    /// The listed ones are those that the service model has for the backup operations. Every call to DynamoDB can also
    /// fail with an error that all operations share, such as `ThrottlingException`.
    ErrorCode: {
        /// There is no backup with this ARN.
        BackupNotFoundException = "BackupNotFoundException",
        /// Another operation on the backup is in progress.
        BackupInUseException = "BackupInUseException",
        /// No table has the given name or ARN.
        TableNotFoundException = "TableNotFoundException",
        /// Another operation on the table is in progress.
        TableInUseException = "TableInUseException",
        /// Backups have not yet been enabled for the table.
        ContinuousBackupsUnavailableException = "ContinuousBackupsUnavailableException",
        /// Too many operations are in progress.
        LimitExceededException = "LimitExceededException",
        /// The service failed.
        InternalServerError = "InternalServerError",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_reads_as_its_own_variant() {
        fn check<T: OpenEnum + for<'a> From<&'a str> + PartialEq + core::fmt::Debug>(strings: &[&str]) {
            for string in strings {
                let value = T::from(string);
                assert_eq!((value.as_ref(), value.is_unknown()), (*string, false));
                for other in [string.to_lowercase(), alloc::format!("{string} "), alloc::format!("{string}\n")] {
                    let unknown = T::from(&other);
                    assert_eq!((unknown.as_ref(), unknown.is_unknown()), (other.as_str(), true));
                }
            }
        }

        let mut checks = TABLE.iter();
        macro_rules! check_each {
            ($($name:ident)+) => {$(
                let (name, strings) = checks.next().unwrap();
                assert_eq!(*name, stringify!($name));
                assert!($name::VALUES.iter().map($name::as_str).eq(strings.iter().copied()));
                check::<$name>(strings);
            )+};
        }
        with_enums!(check_each);
        assert!(checks.next().is_none());
    }
}
