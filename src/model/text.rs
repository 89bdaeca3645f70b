//! The constrained strings of the service model: one table, one row each.

use crate::shape::{StringKind, StringMember};
use crate::value::text::{Text, TextError, TextLimits, TextPattern, string_traits};
use alloc::string::String;
use core::borrow::Borrow;

/// What the rules need from every constrained string.
pub(crate) trait Constrained: StringMember {
    const TYPE_NAME: &'static str;
    const LIMITS: TextLimits;
    /// Whether some values may violate the limits: then a rule of their own decides.
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

/// The limits of a row for people.
macro_rules! limits_doc {
    (@chars 0 any) => {
        ""
    };
    (@chars 0 $max:literal) => {
        concat!("Must have up to ", $max, " characters. ")
    };
    (@chars $min:literal $max:literal) => {
        concat!("Must have ", $min, " to ", $max, " characters. ")
    };
    (@bytes any) => {
        ""
    };
    (@bytes $max:literal) => {
        concat!("Must have up to ", $max, " bytes of UTF-8. ")
    };
    (@pattern any) => {
        ""
    };
    (@pattern $pattern:ident) => {
        concat!("Must match [`TextPattern::", stringify!($pattern), "`]. ")
    };
    (0 any any any) => {
        "The service model sets no limits."
    };
    ($min:tt $max:tt $bytes:tt $pattern:tt) => {
        concat!(
            limits_doc!(@chars $min $max),
            limits_doc!(@bytes $bytes),
            limits_doc!(@pattern $pattern),
            "[`TryFrom`] checks this. Reading JSON does not: it keeps any string, and the rules report it."
        )
    };
}

/// Each row: docs, type, the service model's shapes, then the limits, and the values that are exempt from them. The
/// dollar sign at the start is for the macro that this one defines, which passes all types on to another.
macro_rules! strings {
    ($dollar:tt $(
        $( #[$doc:meta] )*
        $name:ident: [$($shape:literal),+],
            $min:tt to $max:tt characters, $bytes:tt bytes, pattern $pattern:tt $(, except $exception:ident)?;
    )+) => {$(
        $( #[$doc] )*
        ///
        /// # Limits
        ///
        #[doc = limits_doc!($min $max $bytes $pattern)]
        ///
        #[doc = concat!("Service model: ", strings!(@shapes $($shape)+), ".")]
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

            /// The shapes of the service model that this type represents.
            pub const SHAPES: &'static [&'static str] = &[$($shape),+];

            /// Makes a value of any string, even if it violates the limits, as reading JSON does.
            #[must_use]
            pub fn unchecked(string: impl AsRef<str>) -> Self {
                Self(Text::new(string))
            }

            /// Returns the string.
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
            #[inline]
            fn try_from(string: &str) -> Result<Self, TextError> {
                match Self::LIMITS.check(string) {
                    Ok(()) => Ok(Self(Text::new(string))),
                    Err(kind) => Err(TextError { type_name: stringify!($name), kind }),
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = TextError;
            #[inline]
            fn try_from(string: String) -> Result<Self, TextError> {
                Self::try_from(string.as_str())
            }
        }

        impl core::str::FromStr for $name {
            type Err = TextError;
            #[inline]
            fn from_str(string: &str) -> Result<Self, TextError> {
                Self::try_from(string)
            }
        }

        impl From<$name> for String {
            #[inline]
            fn from(value: $name) -> Self {
                value.0.into()
            }
        }

        /// Equality, order and hash are those of the string, so that maps find a value by its string.
        impl Borrow<str> for $name {
            #[inline]
            fn borrow(&self) -> &str {
                self.0.as_str()
            }
        }

        string_traits!($name);

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
    (@shapes $first:literal $($shape:literal)*) => {
        concat!("`", $first, "`" $(, ", `", $shape, "`")*)
    };
}

strings! {
    $
    /// The ARN of a backup; [`BackupArn::parse`] returns its parts.
    BackupArn: ["BackupArn"], 37 to 1024 characters, any bytes, pattern any;

    /// The ARN of a table; [`TableArn::parse`] returns its parts.
    TableArn: ["TableArn"], 1 to 1024 characters, any bytes, pattern any;

    /// The name or the ARN of a table, as some inputs take it; [`table_name`](TableNameOrArn::table_name) and
    /// [`arn`](TableNameOrArn::arn) say which it is.
    TableNameOrArn: ["TableArn"], 1 to 1024 characters, any bytes, pattern any;

    /// The ARN of a KMS key; [`KmsMasterKeyArn::parse`] returns its parts.
    KmsMasterKeyArn: ["KMSMasterKeyArn"], 0 to any characters, any bytes, pattern any;

    /// The name of a backup.
    ///
    /// The name of a SYSTEM backup satisfies neither limit: it is the table's name followed by
    /// [`BackupName::SYSTEM_SUFFIX`], which has up to 274 characters, a `$` among them.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::BackupName;
    /// use std::collections::HashMap;
    ///
    /// let name = BackupName::try_from("nightly")?;
    /// assert_eq!(name, "nightly");
    /// assert!(BackupName::try_from("every night").is_err());
    ///
    /// let sizes = HashMap::from([(name, 47_185_920)]);
    /// assert_eq!(sizes.get("nightly"), Some(&47_185_920));
    /// # Ok::<(), dynamodb_backup_model::TextError>(())
    /// ```
    BackupName: ["BackupName"], 3 to 255 characters, any bytes, pattern Name, except SYSTEM;

    /// The name of a table.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::TableName;
    ///
    /// let name: TableName = "Music".parse()?;
    /// assert_eq!(name.as_str(), "Music");
    ///
    /// let error = "my table".parse::<TableName>().unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "not a valid TableName: expected only the characters a-z, A-Z, 0-9, `_`, `.` and `-`"
    /// );
    /// assert_eq!(TableName::unchecked("my table"), "my table");
    /// # Ok::<(), dynamodb_backup_model::TextError>(())
    /// ```
    TableName: ["TableName"], 3 to 255 characters, any bytes, pattern Name;

    /// The unique id of a table. A table that is later created under the same name has another one.
    TableId: ["TableId"], 0 to any characters, any bytes, pattern LowerCaseUuid;

    /// The name of a local, global or vector index.
    IndexName: ["IndexName"], 3 to 255 characters, any bytes, pattern Name;

    /// The name of an attribute that is a key, is projected, holds the time for Time to Live (TTL) or holds a vector.
    ///
    /// The service model limits the characters, the developer guide the bytes of UTF-8. Both limits apply here, the
    /// second as a warning-severity rule.
    AttributeName: ["KeySchemaAttributeName", "NonKeyAttributeName", "TimeToLiveAttributeName", "VectorAttributeName"],
        1 to 255 characters, 255 bytes, pattern any;

    /// The name of an attribute in the search schema of a vector index.
    SearchSchemaAttributeName: ["AttributeName"], 0 to 65535 characters, any bytes, pattern any;
}

impl BackupName {
    /// What follows the table's name in the name of a SYSTEM backup.
    ///
    /// Source: DynamoDB developer guide, point-in-time recovery.
    pub const SYSTEM_SUFFIX: &'static str = "$DeletedTableBackup";

    /// Returns the name of a SYSTEM backup of the table.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{BackupName, TableName};
    ///
    /// let name = BackupName::system(&TableName::try_from("Music")?);
    /// assert_eq!(name, "Music$DeletedTableBackup");
    /// # Ok::<(), dynamodb_backup_model::TextError>(())
    /// ```
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
    use crate::value::text::TextErrorKind;

    #[test]
    fn every_row_accepts_its_shortest_and_longest_strings_only() {
        for (name, _, limits) in ROWS {
            for unit in ["a", "é", "𝄞"] {
                let counted = TextLimits { max_bytes: None, pattern: None, ..*limits };
                assert_eq!(counted.check(&unit.repeat(limits.min_chars)), Ok(()), "{name}");
                if let Some(below) = limits.min_chars.checked_sub(1) {
                    assert!(counted.check(&unit.repeat(below)).is_err(), "{name}");
                }
                if let Some(max) = limits.max_chars {
                    assert_eq!(counted.check(&unit.repeat(max)), Ok(()), "{name}");
                    let error = TextErrorKind::Length { chars: max + 1, min: limits.min_chars, max: Some(max) };
                    assert_eq!(counted.check(&unit.repeat(max + 1)), Err(error), "{name}");
                }
            }
        }
    }
}
