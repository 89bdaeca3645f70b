//! The constrained strings of the service model: one table, one row each.

use crate::shape::{StringKind, StringMember};
use crate::value::text::{Text, TextError, TextLimits, TextPattern};
use alloc::string::String;
use core::fmt;

/// What the rules ask of every constrained string.
pub(crate) trait Constrained: StringMember {
    const TYPE_NAME: &'static str;
    const LIMITS: TextLimits;
    /// Whether some values may break the limits: then a rule of their own decides.
    const HAS_EXCEPTION: bool;
}

/// A limit of a row, or `any` where there is none.
macro_rules! limit {
    (any) => {
        None
    };
    ($max:literal) => {
        Some($max)
    };
    ($pattern:ident) => {
        Some(TextPattern::$pattern)
    };
}

/// Each row: docs, type, the service model's shapes, then the limits, and what they do not hold for. The dollar sign at
/// the start is for the macro that this one defines, which passes all types on to another.
macro_rules! strings {
    ($dollar:tt $(
        $( #[$doc:meta] )*
        $name:ident: [$($shape:literal),+],
            $min:literal to $max:tt characters, $bytes:tt bytes, pattern $pattern:tt $(, except $exception:ident)?;
    )+) => {$(
        $( #[$doc] )*
        ///
#[doc = concat!(
            "Limits: ", $min, " to ", stringify!($max), " characters, ", stringify!($bytes), " bytes; pattern: `",
            stringify!($pattern), "`. Reading JSON keeps a text that breaks them; the rules report it.",
        )]
        ///
        #[doc = concat!("Service model: ", $("`", $shape, "` ",)+)]
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Text);

        impl $name {
            /// The limits that [`TryFrom`] checks and the rules report.
            pub const LIMITS: TextLimits = TextLimits {
                min_chars: $min,
                max_chars: limit!($max),
                max_bytes: limit!($bytes),
                pattern: limit!($pattern),
            };

            /// The shapes of the service model that this type stands for.
            pub const SHAPES: &'static [&'static str] = &[$($shape),+];

            /// Takes a text as it is, whether it keeps the limits or not, as reading JSON does.
            #[must_use]
            pub fn unchecked(text: impl AsRef<str>) -> Self {
                Self(Text::new(text))
            }

            /// The text.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl Constrained for $name {
            const TYPE_NAME: &'static str = stringify!($name);
            const LIMITS: TextLimits = Self::LIMITS;
            const HAS_EXCEPTION: bool = {
                const EXCEPTIONS: &[&str] = &[$(stringify!($exception))?];
                !EXCEPTIONS.is_empty()
            };
        }

        impl TryFrom<&str> for $name {
            type Error = TextError;
            fn try_from(text: &str) -> Result<Self, TextError> {
                match Self::LIMITS.check(text) {
                    Ok(()) => Ok(Self(Text::new(text))),
                    Err(fault) => Err(TextError { type_name: stringify!($name), fault }),
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = TextError;
            fn try_from(text: String) -> Result<Self, TextError> {
                Self::try_from(text.as_str())
            }
        }

        impl core::str::FromStr for $name {
            type Err = TextError;
            fn from_str(text: &str) -> Result<Self, TextError> {
                Self::try_from(text)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0.into()
            }
        }

        impl AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                self.0.as_str()
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.0.as_str() == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.0.as_str() == *other
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.0.as_str())
            }
        }

        impl StringMember for $name {
            const KIND: StringKind = StringKind::Constrained(stringify!($name));

            #[inline]
            fn of(string: &str) -> Self {
                Self(Text::new(string))
            }
        }
        crate::shape::string_member!($name);
    )+

        /// Passes the types of all constrained strings on to a macro.
        macro_rules! with_strings {
            ($dollar callback:ident) => {
                $dollar callback! { $($name)+ }
            };
        }
        pub(crate) use with_strings;

        /// Every row: the type's name, its shapes and its limits.
        #[cfg(test)]
        pub(crate) const ROWS: &[(&str, &[&str], TextLimits)] = &[$((stringify!($name), $name::SHAPES, $name::LIMITS)),+];
    };
}

strings! {
    $
    /// The ARN of a backup; [`BackupArn::parse`] reads its parts.
    BackupArn: ["BackupArn"], 37 to 1024 characters, any bytes, pattern any;

    /// The ARN of a table; [`TableArn::parse`] reads its parts.
    TableArn: ["TableArn"], 1 to 1024 characters, any bytes, pattern any;

    /// The name or the ARN of a table, as some inputs take it; [`table_name`](TableNameOrArn::table_name) and
    /// [`arn`](TableNameOrArn::arn) say which it is.
    TableNameOrArn: ["TableArn"], 1 to 1024 characters, any bytes, pattern any;

    /// The ARN of a KMS key; [`KmsMasterKeyArn::parse`] reads its parts.
    KmsMasterKeyArn: ["KMSMasterKeyArn"], 0 to any characters, any bytes, pattern any;

    /// The name of a backup.
    ///
    /// The name of a SYSTEM backup keeps neither limit: it is the table's name with
    /// [`BackupName::SYSTEM_SUFFIX`] behind it, up to 274 characters with a `$` among them.
    BackupName: ["BackupName"], 3 to 255 characters, any bytes, pattern Name, except SYSTEM;

    /// The name of a table.
    TableName: ["TableName"], 3 to 255 characters, any bytes, pattern Name;

    /// The unique id of a table, which a table of the same name made later does not share.
    TableId: ["TableId"], 0 to any characters, any bytes, pattern LowerCaseUuid;

    /// The name of a local, global or vector index.
    IndexName: ["IndexName"], 3 to 255 characters, any bytes, pattern Name;

    /// The name of an attribute that is a key, is projected, holds the time to live or holds a vector.
    ///
    /// The service model counts characters; the developer guide counts bytes of UTF-8. Both limits are kept here,
    /// the second as a rule of severity warning.
    AttributeName: ["KeySchemaAttributeName", "NonKeyAttributeName", "TimeToLiveAttributeName", "VectorAttributeName"],
        1 to 255 characters, 255 bytes, pattern any;

    /// The name of an attribute in the search schema of a vector index.
    SearchSchemaAttributeName: ["AttributeName"], 0 to 65535 characters, any bytes, pattern any;
}

impl BackupName {
    /// What stands behind the table's name in the name of a SYSTEM backup.
    ///
    /// Source: DynamoDB developer guide, point-in-time recovery.
    pub const SYSTEM_SUFFIX: &'static str = "$DeletedTableBackup";

    /// The name that a SYSTEM backup of the table has.
    #[must_use]
    pub fn system(table: &TableName) -> Self {
        let mut name = table.0.clone();
        name.push_str(Self::SYSTEM_SUFFIX);
        Self(name)
    }
}

impl TableNameOrArn {
    /// Returns the table's name: the string itself, or the name that the ARN ends in.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::TableNameOrArn;
    ///
    /// let table = TableNameOrArn::try_from("arn:aws:dynamodb:us-west-2:123456789012:table/Music")?;
    /// assert_eq!(table.table_name().unwrap(), "Music");
    /// assert!(TableNameOrArn::unchecked("my table").table_name().is_none());
    /// # Ok::<(), dynamodb_backup_model::TextError>(())
    /// ```
    #[must_use]
    pub fn table_name(&self) -> Option<TableName> {
        match self.arn() {
            Some(arn) => arn.parse().ok().map(|arn| TableName::unchecked(arn.table_name)),
            None => TableName::try_from(self.as_str()).ok(),
        }
    }

    /// Returns the table's ARN, if the string is one.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::TableNameOrArn;
    ///
    /// assert!(TableNameOrArn::unchecked("arn:aws:dynamodb:us-west-2:123456789012:table/Music").arn().is_some());
    /// assert!(TableNameOrArn::unchecked("Music").arn().is_none());
    /// ```
    #[must_use]
    pub fn arn(&self) -> Option<TableArn> {
        let arn = TableArn(self.0.clone());
        if arn.parse().is_ok() { Some(arn) } else { None }
    }
}

impl From<TableName> for TableNameOrArn {
    fn from(name: TableName) -> Self {
        Self(name.0)
    }
}

impl From<TableArn> for TableNameOrArn {
    fn from(arn: TableArn) -> Self {
        Self(arn.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::text::TextFault;

    #[test]
    fn every_row_takes_both_ends_of_its_length_and_nothing_beyond() {
        for (name, _, limits) in ROWS {
            for unit in ["a", "é", "𝄞"] {
                let counted = TextLimits { max_bytes: None, pattern: None, ..*limits };
                assert_eq!(counted.check(&unit.repeat(limits.min_chars)), Ok(()), "{name}");
                if let Some(below) = limits.min_chars.checked_sub(1) {
                    assert!(counted.check(&unit.repeat(below)).is_err(), "{name}");
                }
                if let Some(max) = limits.max_chars {
                    assert_eq!(counted.check(&unit.repeat(max)), Ok(()), "{name}");
                    let fault = TextFault::Length { chars: max + 1, min: limits.min_chars, max: Some(max) };
                    assert_eq!(counted.check(&unit.repeat(max + 1)), Err(fault), "{name}");
                }
            }
        }
    }
}
