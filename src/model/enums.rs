//! The open enums of the service model: one table, one row per value.

use crate::shape::{StringKind, StringMember};
use crate::value::text::Text;
use core::fmt;

/// An enum value that this version of the crate doesn't list, kept as it came.
///
/// Only reading makes one: a text that the service model lists becomes the variant that stands for it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownValue(Text);

impl UnknownValue {
    // Kept out of the code that reads the values of each enum.
    #[cold]
    fn new(text: &str) -> Self {
        Self(Text::new(text))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0.as_str())
    }
}

/// What the rules ask of every open enum.
pub(crate) trait OpenEnum: StringMember {
    const TYPE_NAME: &'static str;
    /// The values that the service model lists, as strings.
    const STRINGS: &'static [&'static str];
    #[cfg(feature = "schemars")]
    const DOCS: &'static str;
    fn is_unknown(&self) -> bool;
}

/// Each enum: docs, type, shape; each row: docs, variant, the string in JSON. The dollar sign at the start is for the
/// macro that this one defines, which passes all types on to another.
macro_rules! open_enums {
    ($dollar:tt $(
        $( #[doc = $doc:literal] )*
        $name:ident: $shape:literal {
            $( $( #[$value_doc:meta] )* $variant:ident = $text:literal, )+
        }
    )+) => {$(
        $( #[doc = $doc] )*
        ///
        #[doc = concat!("Service model: `", $shape, "`. Any other text is kept as `Unknown`.")]
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $( #[$value_doc] )*
                ///
                #[doc = concat!("`", $text, "` in JSON.")]
                $variant,
            )+
            /// A text that the service model did not list when this version was made.
            Unknown(UnknownValue),
        }

        impl $name {
            /// The values that the service model lists, in its order.
            pub const VALUES: &'static [Self] = &[$(Self::$variant),+];

            /// The name of the service model's shape.
            pub const SHAPE: &'static str = $shape;

            /// The text in JSON.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Unknown(text) => text.as_str(),
                }
            }

            /// Whether the service model did not list this text.
            #[must_use]
            pub fn is_unknown(&self) -> bool {
                matches!(self, Self::Unknown(_))
            }
        }

        impl OpenEnum for $name {
            const TYPE_NAME: &'static str = stringify!($name);
            const STRINGS: &'static [&'static str] = &[$($text),+];
            #[cfg(feature = "schemars")]
            const DOCS: &'static str = concat!($($doc, "\n"),*);

            #[inline]
            fn is_unknown(&self) -> bool {
                matches!(self, Self::Unknown(_))
            }
        }

        impl From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)+
                    _ => Self::Unknown(UnknownValue::new(text)),
                }
            }
        }

        impl From<alloc::string::String> for $name {
            fn from(text: alloc::string::String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl core::str::FromStr for $name {
            type Err = core::convert::Infallible;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(Self::from(text))
            }
        }

        impl AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

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

        /// Every enum: its shape and its texts.
        #[cfg(test)]
        pub(crate) const TABLE: &[(&str, &[&str])] = &[$(($shape, &[$($text),+])),+];
    };
}

open_enums! {
    $
    /// The state of a backup.
    ///
    /// The API page's prose speaks of ACTIVE where its enum, the service model and every recorded response have
    /// AVAILABLE; the enum is followed here.
    BackupStatus: "BackupStatus" {
        /// The backup is being made.
        Creating = "CREATING",
        /// The backup has been deleted: `DeleteBackup` answers with the same structure.
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
        /// Capacity units are set beforehand.
        Provisioned = "PROVISIONED",
        /// On demand: each request is charged, and all capacity units are given as 0.
        PayPerRequest = "PAY_PER_REQUEST",
    }

    /// The part that an attribute plays in a primary key.
    KeyType: "KeyType" {
        /// A partition key.
        Hash = "HASH",
        /// A sort key.
        Range = "RANGE",
    }

    /// Which attributes an index holds copies of.
    ProjectionType: "ProjectionType" {
        /// All of the table's attributes.
        All = "ALL",
        /// Only the keys of the index and of the table.
        KeysOnly = "KEYS_ONLY",
        /// The keys and the attributes that `NonKeyAttributes` names.
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

    /// The state of a table's time to live.
    TimeToLiveStatus: "TimeToLiveStatus" {
        /// Being switched on.
        Enabling = "ENABLING",
        /// Being switched off.
        Disabling = "DISABLING",
        /// On.
        Enabled = "ENABLED",
        /// Off.
        Disabled = "DISABLED",
    }

    /// The state of a table's server-side encryption.
    ///
    /// The service model lists five values; the API page says that only `ENABLED` and `UPDATING` are supported.
    SseStatus: "SSEStatus" {
        /// Being switched on.
        Enabling = "ENABLING",
        /// On.
        Enabled = "ENABLED",
        /// Being switched off.
        Disabling = "DISABLING",
        /// Off.
        Disabled = "DISABLED",
        /// Changing its key.
        Updating = "UPDATING",
    }

    /// The kind of a table's server-side encryption.
    ///
    /// The service model lists two values; the API page says that only `KMS` is supported.
    SseType: "SSEType" {
        /// With a key that DynamoDB owns.
        Aes256 = "AES256",
        /// With a key in the account's Key Management Service.
        Kms = "KMS",
    }

    /// The part that an attribute plays in the search schema of a vector index.
    SearchSchemaElementType: "SearchSchemaElementType" {
        /// The partition that a search is held to.
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

    /// The code of an error response.
    ///
    /// The operations name those that are listed; any call to DynamoDB can also answer with one of the errors that all
    /// of its operations share, such as `ThrottlingException`.
    ErrorCode: "errors of the backup operations" {
        /// No backup has the given ARN.
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
        fn check<T: OpenEnum + for<'a> From<&'a str> + PartialEq + fmt::Debug>(texts: &[&str]) {
            for text in texts {
                let value = T::from(text);
                assert_eq!((value.as_ref(), value.is_unknown()), (*text, false));
                for other in [text.to_lowercase(), alloc::format!("{text} "), alloc::format!("{text}\n")] {
                    let unknown = T::from(&other);
                    assert_eq!((unknown.as_ref(), unknown.is_unknown()), (other.as_str(), true));
                }
            }
        }

        let mut checks = TABLE.iter();
        macro_rules! check_each {
            ($($name:ident)+) => {$(
                let (shape, texts) = checks.next().unwrap();
                assert_eq!(*shape, $name::SHAPE);
                assert!($name::VALUES.iter().map($name::as_str).eq(texts.iter().copied()));
                check::<$name>(texts);
            )+};
        }
        with_enums!(check_each);
        assert!(checks.next().is_none());
    }
}
