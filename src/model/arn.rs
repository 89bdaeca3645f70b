//! The parts of ARNs, and backup ids.

use super::text::{BackupArn, KmsMasterKeyArn, TableArn};
use crate::value::text::{Characters, LOWER_CASE_HEX, NAME};
use core::fmt;
use time::OffsetDateTime;

/// The parts of every ARN that precede the resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ArnScope<'a> {
    /// The partition, such as `aws` or `aws-cn`.
    pub partition: &'a str,
    /// The region, such as `eu-west-1`.
    pub region: &'a str,
    /// The account, 12 digits.
    pub account_id: &'a str,
}

impl ArnScope<'_> {
    /// Returns the partition that the region belongs to, by the region's prefix: a region without a known prefix is in
    /// `aws`.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::TableArn;
    ///
    /// let arn = TableArn::try_from("arn:aws:dynamodb:cn-north-1:123456789012:table/Music")?;
    /// let scope = arn.parse()?.scope;
    /// assert_eq!(scope.partition, "aws");
    /// assert_eq!(scope.partition_of_region(), "aws-cn");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn partition_of_region(&self) -> &'static str {
        const PARTITIONS: [(&str, &str); 8] = [
            ("cn-", "aws-cn"),
            ("us-gov-", "aws-us-gov"),
            ("eusc-", "aws-eusc"),
            ("us-iso-", "aws-iso"),
            ("us-isob-", "aws-iso-b"),
            ("eu-isoe-", "aws-iso-e"),
            ("us-isof-", "aws-iso-f"),
            ("eu-isof-", "aws-iso-f"),
        ];
        PARTITIONS.iter().find(|(prefix, _)| self.region.starts_with(prefix)).map_or("aws", |(_, partition)| partition)
    }
}

/// The parts of a table's ARN: `arn:<partition>:dynamodb:<region>:<account>:table/<name>`.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::TableArn;
///
/// let arn = TableArn::try_from("arn:aws:dynamodb:us-west-2:123456789012:table/Music")?;
/// let parts = arn.parse()?;
/// assert_eq!(parts.table_name, "Music");
/// assert_eq!(parts.scope.account_id, "123456789012");
/// assert_eq!(parts.to_string(), arn.as_str());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct TableArnParts<'a> {
    /// Partition, region and account.
    pub scope: ArnScope<'a>,
    /// The table's name.
    pub table_name: &'a str,
}

impl<'a> TableArnParts<'a> {
    /// The parts of an ARN that is this table's, followed by `rest`.
    pub(crate) fn backup(self, rest: &'a str) -> Option<BackupArnParts<'a>> {
        let Self { scope, table_name } = self;
        let id = rest.strip_prefix("/backup/").filter(|id| is_id(id))?;
        Some(BackupArnParts::DynamoDb { scope, table_name, backup_id: BackupId(id) })
    }
}

/// The parts of a backup's ARN.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{BackupArn, BackupArnParts};
///
/// let arn = "arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a";
/// let arn = BackupArn::try_from(arn)?;
/// let parts = arn.parse()?;
/// assert_eq!(parts.scope().region, "us-west-2");
/// match parts {
///     BackupArnParts::DynamoDb { table_name, .. } => assert_eq!(table_name, "Music"),
///     BackupArnParts::AwsBackup { recovery_point_id, .. } => println!("{recovery_point_id}"),
///     other => println!("{other}"),
/// }
/// assert_eq!(parts.to_string(), arn.as_str());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BackupArnParts<'a> {
    /// `arn:<partition>:dynamodb:<region>:<account>:table/<name>/backup/<id>`
    #[non_exhaustive]
    DynamoDb {
        /// Partition, region and account.
        scope: ArnScope<'a>,
        /// The name of the table that was backed up.
        table_name: &'a str,
        /// The id of the backup.
        backup_id: BackupId<'a>,
    },
    /// `arn:<partition>:backup:<region>:<account>:recovery-point:<id>`, of a backup that AWS Backup made.
    #[non_exhaustive]
    AwsBackup {
        /// Partition, region and account.
        scope: ArnScope<'a>,
        /// The id of the recovery point.
        recovery_point_id: &'a str,
    },
}

impl<'a> BackupArnParts<'a> {
    /// Returns partition, region and account.
    #[must_use]
    pub fn scope(&self) -> ArnScope<'a> {
        match *self {
            Self::DynamoDb { scope, .. } | Self::AwsBackup { scope, .. } => scope,
        }
    }
}

/// The parts of a KMS key's ARN: `arn:<partition>:kms:<region>:<account>:key/<id>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct KmsKeyArnParts<'a> {
    /// Partition, region and account.
    pub scope: ArnScope<'a>,
    /// The id of the key.
    pub key_id: &'a str,
}

/// The id of a backup, the last part of its ARN.
///
/// AWS documents no form. Every recorded id from the service is 14 digits, `-` and 8 hexadecimal digits, in lower
/// case. The former are the creation time in milliseconds since the epoch.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::BackupId;
///
/// let id = BackupId::new("01576616366715-b4e58d3a");
/// assert_eq!(id.unix_millis(), Some(1_576_616_366_715));
/// assert_eq!(BackupId::new("01576616366715").unix_millis(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BackupId<'a>(&'a str);

impl<'a> BackupId<'a> {
    /// Returns an id of the form of a real one.
    #[cfg(feature = "arbitrary")]
    pub(crate) fn format(unix_millis: i128, random: u32) -> alloc::string::String {
        alloc::format!("{unix_millis:014}-{random:08x}")
    }

    /// Makes an id of any string.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::BackupId;
    ///
    /// assert_eq!(BackupId::new("01576616366715-b4e58d3a").unix_millis(), Some(1_576_616_366_715));
    /// assert_eq!(BackupId::new("nightly").unix_millis(), None);
    /// ```
    #[must_use]
    pub const fn new(id: &'a str) -> Self {
        Self(id)
    }

    /// Returns the string.
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        self.0
    }

    /// Returns when the backup was made, in milliseconds since the epoch; `None` if the id has another form than the
    /// service's.
    #[must_use]
    pub fn unix_millis(self) -> Option<i64> {
        let (millis, random) = self.0.split_at_checked(14)?;
        let random = random.strip_prefix('-')?;
        if random.len() != 8 || !LOWER_CASE_HEX.contains_all(random.as_bytes()) {
            return None;
        }
        millis.bytes().try_fold(0, |millis, byte| match byte {
            b'0'..=b'9' => Some(millis * 10 + i64::from(byte - b'0')),
            _ => None,
        })
    }

    /// Returns when the backup was made, to the millisecond; `None` if the id has another form than the service's.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::{BackupId, Timestamp};
    ///
    /// let created = BackupId::new("01576616366715-b4e58d3a").created_at().unwrap();
    /// assert_eq!(Timestamp::from(created), "2019-12-17T20:59:26.715Z".parse()?);
    /// # Ok::<(), dynamodb_backup_model::TimestampError>(())
    /// ```
    #[must_use]
    pub fn created_at(self) -> Option<OffsetDateTime> {
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.unix_millis()?) * 1_000_000).ok()
    }
}

impl fmt::Display for BackupId<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

/// An error of parsing an ARN: its first malformed part.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{ArnError, TableArn};
///
/// let arn = TableArn::unchecked("arn:aws:dynamodb:us-west-2:1234:table/Music");
/// let error = arn.parse().unwrap_err();
/// assert_eq!(error, ArnError::AccountId);
/// assert_eq!(error.to_string(), "expected an account of 12 digits");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ArnError {
    /// The string does not begin with `arn:` or has fewer than six parts.
    NotAnArn,
    /// The partition is not `aws` and does not begin with `aws-`.
    Partition,
    /// The service is not this one.
    Service(&'static str),
    /// The region is empty or has other characters than lower-case letters, digits and `-`.
    Region,
    /// The account is not 12 digits.
    AccountId,
    /// The resource, which follows the account, does not have this form.
    Resource(&'static str),
}

impl fmt::Display for ArnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnArn => f.write_str("expected `arn:<partition>:<service>:<region>:<account>:<resource>`"),
            Self::Partition => f.write_str("expected the partition `aws` or one that begins with `aws-`"),
            Self::Service(service) => write!(f, "expected the service `{service}`"),
            Self::Region => f.write_str("expected a region of lower-case letters, digits and `-`"),
            Self::AccountId => f.write_str("expected an account of 12 digits"),
            Self::Resource(form) => write!(f, "expected the resource `{form}` and nothing after it"),
        }
    }
}

impl core::error::Error for ArnError {}

const TABLE: &str = "table/<name>";
const BACKUP: &str = "table/<name>/backup/<id>";
const RECOVERY_POINT: &str = "recovery-point:<id>";
const KEY: &str = "key/<id>";

static DIGIT: Characters = Characters::between(&[(b'0', b'9')]);
static LOWER_CASE: Characters = Characters::between(&[(b'a', b'z'), (b'0', b'9'), (b'-', b'-')]);

/// Returns the parts that all ARNs share, the service and the resource.
fn split(arn: &str) -> Result<(ArnScope<'_>, &str, &str), ArnError> {
    let parts = arn.strip_prefix("arn:").and_then(|rest| {
        let (partition, partition_is_plain, rest) = part(rest, &LOWER_CASE)?;
        let (service, _, rest) = part(rest, &LOWER_CASE)?;
        let (region, region_is_plain, rest) = part(rest, &LOWER_CASE)?;
        let (account_id, account_is_digits, resource) = part(rest, &DIGIT)?;
        let are_plain = (partition_is_plain, region_is_plain, account_is_digits);
        Some((ArnScope { partition, region, account_id }, are_plain, service, resource))
    });
    let Some((scope, are_plain, service, resource)) = parts else { return Err(ArnError::NotAnArn) };
    let (partition_is_plain, region_is_plain, account_is_digits) = are_plain;
    match scope.partition.strip_prefix("aws") {
        Some("") => {}
        Some(rest) if rest.len() > 1 && rest.starts_with('-') && partition_is_plain => {}
        _ => return Err(ArnError::Partition),
    }
    if scope.region.is_empty() || !region_is_plain {
        return Err(ArnError::Region);
    }
    if scope.account_id.len() != 12 || !account_is_digits {
        return Err(ArnError::AccountId);
    }
    Ok((scope, service, resource))
}

/// Returns what precedes the first colon, whether all of its characters are in the set, and what follows the colon.
// In one pass: parts of an ARN are too short for a search that has to be set up first.
#[inline]
fn part<'a>(string: &'a str, set: &Characters) -> Option<(&'a str, bool, &'a str)> {
    let mut is_in_set = true;
    for (index, byte) in string.bytes().enumerate() {
        if byte == b':' {
            return Some((&string[..index], is_in_set, &string[index + 1..]));
        }
        is_in_set &= set.contains(byte);
    }
    None
}

fn service(found: &str, expected: &'static str) -> Result<(), ArnError> {
    if found == expected { Ok(()) } else { Err(ArnError::Service(expected)) }
}

fn is_table_name(string: &str) -> bool {
    !string.is_empty() && NAME.contains_all(string.as_bytes())
}

/// Whether all characters are visible ASCII, except those that separate the parts of an ARN.
fn is_id(string: &str) -> bool {
    static ID: Characters = Characters::between(&[(b'!', b'.'), (b'0', b'9'), (b';', b'~')]);

    !string.is_empty() && ID.contains_all(string.as_bytes())
}

impl TableArn {
    /// Returns the parts of a table's ARN.
    ///
    /// # Errors
    ///
    /// Returns the first malformed part.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::TableArn;
    ///
    /// let arn = TableArn::try_from("arn:aws:dynamodb:us-west-2:123456789012:table/Music")?;
    /// assert_eq!(arn.parse()?.table_name, "Music");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn parse(&self) -> Result<TableArnParts<'_>, ArnError> {
        let (scope, found, resource) = split(self.as_str())?;
        service(found, "dynamodb")?;
        match resource.strip_prefix("table/") {
            Some(table_name) if is_table_name(table_name) => Ok(TableArnParts { scope, table_name }),
            _ => Err(ArnError::Resource(TABLE)),
        }
    }
}

impl BackupArn {
    /// Returns the parts of a backup's ARN, DynamoDB's or AWS Backup's.
    ///
    /// # Errors
    ///
    /// Returns the first malformed part.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::BackupArn;
    ///
    /// let arn = "arn:aws:backup:us-west-2:123456789012:recovery-point:1eb3b5e7-9eb0-435a-a80b-108b488b0d45";
    /// let arn = BackupArn::try_from(arn)?;
    /// assert_eq!(arn.parse()?.scope().account_id, "123456789012");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn parse(&self) -> Result<BackupArnParts<'_>, ArnError> {
        let (scope, found, resource) = split(self.as_str())?;
        if found == "backup" {
            return match resource.strip_prefix("recovery-point:") {
                Some(recovery_point_id) if is_id(recovery_point_id) => {
                    Ok(BackupArnParts::AwsBackup { scope, recovery_point_id })
                }
                _ => Err(ArnError::Resource(RECOVERY_POINT)),
            };
        }
        service(found, "dynamodb")?;
        let parts = resource.strip_prefix("table/").and_then(|rest| {
            let (table_name, rest) = rest.split_at(rest.find('/')?);
            if is_table_name(table_name) { TableArnParts { scope, table_name }.backup(rest) } else { None }
        });
        parts.ok_or(ArnError::Resource(BACKUP))
    }
}

impl KmsMasterKeyArn {
    /// Returns the parts of a KMS key's ARN.
    ///
    /// # Errors
    ///
    /// Returns the first malformed part.
    ///
    /// # Examples
    ///
    /// ```
    /// use dynamodb_backup_model::KmsMasterKeyArn;
    ///
    /// let arn = KmsMasterKeyArn::try_from("arn:aws:kms:us-west-2:123456789012:key/1234abcd")?;
    /// assert_eq!(arn.parse()?.key_id, "1234abcd");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn parse(&self) -> Result<KmsKeyArnParts<'_>, ArnError> {
        let (scope, found, resource) = split(self.as_str())?;
        service(found, "kms")?;
        match resource.strip_prefix("key/") {
            Some(key_id) if is_id(key_id) => Ok(KmsKeyArnParts { scope, key_id }),
            _ => Err(ArnError::Resource(KEY)),
        }
    }
}

impl fmt::Display for ArnScope<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { partition, region, account_id } = self;
        write!(f, "{partition}:{region}:{account_id}")
    }
}

impl fmt::Display for TableArnParts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_arn(f, self.scope, "dynamodb", format_args!("table/{}", self.table_name))
    }
}

impl fmt::Display for BackupArnParts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::DynamoDb { scope, table_name, backup_id } => {
                write_arn(f, scope, "dynamodb", format_args!("table/{table_name}/backup/{backup_id}"))
            }
            Self::AwsBackup { scope, recovery_point_id } => {
                write_arn(f, scope, "backup", format_args!("recovery-point:{recovery_point_id}"))
            }
        }
    }
}

impl fmt::Display for KmsKeyArnParts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_arn(f, self.scope, "kms", format_args!("key/{}", self.key_id))
    }
}

fn write_arn(
    f: &mut fmt::Formatter<'_>,
    scope: ArnScope<'_>,
    service: &str,
    resource: fmt::Arguments<'_>,
) -> fmt::Result {
    let ArnScope { partition, region, account_id } = scope;
    write!(f, "arn:{partition}:{service}:{region}:{account_id}:{resource}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    #[test]
    fn a_backup_arn_is_built_from_a_table_arn_and_an_id() {
        let good = ["/backup/01576616366715-b4e58d3a", "/backup/x"];
        let bad = [
            "",
            "/backup",
            "/backup/",
            "backup/x",
            "/backups/x",
            "/backup/a/b",
            "/backup/a:b",
            "/backup/é",
            "//backup/x",
        ];
        for table in
            ["arn:aws:dynamodb:us-west-2:123456789012:table/Music", "arn:aws-cn:dynamodb:r:000000000000:table/a.-_"]
        {
            for rest in good.into_iter().chain(bad) {
                let arn = BackupArn::unchecked(format!("{table}{rest}"));
                let parts = TableArn::unchecked(table);
                let parts = parts.parse().unwrap().backup(rest);
                assert_eq!(parts.is_some(), good.contains(&rest), "{arn}");
                assert_eq!(parts, arn.parse().ok(), "{arn}");
            }
        }
    }
}
