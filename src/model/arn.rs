//! Reading ARNs and backup ids.

use super::text::{BackupArn, KmsMasterKeyArn, TableArn};
use crate::value::text::{Characters, LOWER_CASE_HEX, NAME};
use core::fmt;
use time::OffsetDateTime;

/// What stands in front of a resource in every ARN.
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
    /// The partition that the region belongs to, by its prefix: what has none of the special ones is in `aws`.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct TableArnParts<'a> {
    /// Partition, region and account.
    pub scope: ArnScope<'a>,
    /// The table's name.
    pub table_name: &'a str,
}

impl<'a> TableArnParts<'a> {
    /// The parts of an ARN that begins with this table's, by what it has behind that.
    pub(crate) fn backup(self, behind: &'a str) -> Option<BackupArnParts<'a>> {
        let Self { scope, table_name } = self;
        let id = behind.strip_prefix("/backup/").filter(|id| is_id(id))?;
        Some(BackupArnParts::DynamoDb { scope, table_name, backup_id: BackupId(id) })
    }
}

/// The parts of a backup's ARN.
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
    /// Partition, region and account.
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
/// AWS documents no form. Every genuine id that was seen is 14 digits, `-` and 8 hexadecimal digits in lower case, the
/// former being the creation time in milliseconds since the epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BackupId<'a>(&'a str);

impl<'a> BackupId<'a> {
    /// Returns an id of the form of a real one.
    #[cfg(feature = "arbitrary")]
    pub(crate) fn format(unix_millis: i128, random: u32) -> alloc::string::String {
        alloc::format!("{unix_millis:014}-{random:08x}")
    }

    /// Takes any text for an id.
    #[must_use]
    pub const fn new(id: &'a str) -> Self {
        Self(id)
    }

    /// The text.
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        self.0
    }

    /// Milliseconds since the epoch at which the backup was made, where the id has the form of a genuine one.
    #[must_use]
    pub fn unix_millis(self) -> Option<i64> {
        let (millis, random) = self.0.split_at_checked(14)?;
        let random = random.strip_prefix('-')?;
        if random.len() != 8 || !LOWER_CASE_HEX.make_up(random.as_bytes()) {
            return None;
        }
        millis.bytes().try_fold(0, |millis, byte| match byte {
            b'0'..=b'9' => Some(millis * 10 + i64::from(byte - b'0')),
            _ => None,
        })
    }

    /// When the backup was made, to the millisecond, where the id has the form of a genuine one.
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

/// Which part of a text keeps it from being the ARN that was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ArnError {
    /// It does not begin with `arn:` or has fewer than six parts.
    NotAnArn,
    /// The partition is not `aws` and does not begin with `aws-`.
    Partition,
    /// The service is another than the one named here.
    Service(&'static str),
    /// The region is empty or has other characters than lower-case letters, digits and `-`.
    Region,
    /// The account is not 12 digits.
    AccountId,
    /// What follows the account has not the form named here.
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
            Self::Resource(form) => write!(f, "expected the resource `{form}` and nothing behind it"),
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

/// The parts that all ARNs share, the service and the resource.
fn split(arn: &str) -> Result<(ArnScope<'_>, &str, &str), ArnError> {
    let parts = arn.strip_prefix("arn:").and_then(|rest| {
        let (partition, rest) = split_at(rest, b':')?;
        let (service, rest) = split_at(rest, b':')?;
        let (region, rest) = split_at(rest, b':')?;
        let (account_id, resource) = split_at(rest, b':')?;
        Some((ArnScope { partition, region, account_id }, service, resource))
    });
    let Some((scope, service, resource)) = parts else { return Err(ArnError::NotAnArn) };
    let ArnScope { partition, region, account_id } = scope;
    match partition.strip_prefix("aws") {
        Some("") => {}
        Some(rest) if rest.len() > 1 && rest.starts_with('-') && LOWER_CASE.make_up(rest.as_bytes()) => {}
        _ => return Err(ArnError::Partition),
    }
    if region.is_empty() || !LOWER_CASE.make_up(region.as_bytes()) {
        return Err(ArnError::Region);
    }
    if account_id.len() != 12 || !DIGIT.make_up(account_id.as_bytes()) {
        return Err(ArnError::AccountId);
    }
    Ok((scope, service, resource))
}

/// What stands before the first such byte, an ASCII character, and what stands behind it.
fn split_at(text: &str, mark: u8) -> Option<(&str, &str)> {
    let place = position(text.as_bytes(), mark)?;
    Some((&text[..place], &text[place + 1..]))
}

/// Looks at eight bytes at a time: parts of an ARN are too short for a search that has to be set up first.
fn position(text: &[u8], mark: u8) -> Option<usize> {
    const LOW: u64 = u64::from_le_bytes([0x01; 8]);
    const HIGH: u64 = u64::from_le_bytes([0x80; 8]);

    let marks = u64::from_le_bytes([mark; 8]);
    let (words, rest) = text.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        // Zero where the mark stands; of the zeros the lowest one is surely found.
        let word = u64::from_le_bytes(*word) ^ marks;
        let zeros = word.wrapping_sub(LOW) & !word & HIGH;
        if zeros != 0 {
            return Some(8 * index + zeros.trailing_zeros() as usize / 8);
        }
    }
    let place = rest.iter().position(|byte| *byte == mark)?;
    Some(8 * words.len() + place)
}

fn service(found: &str, expected: &'static str) -> Result<(), ArnError> {
    if found == expected { Ok(()) } else { Err(ArnError::Service(expected)) }
}

fn is_table_name(text: &str) -> bool {
    !text.is_empty() && NAME.make_up(text.as_bytes())
}

/// Any visible ASCII characters but those that divide an ARN.
fn is_id(text: &str) -> bool {
    static ID: Characters = Characters::between(&[(b'!', b'.'), (b'0', b'9'), (b';', b'~')]);

    !text.is_empty() && ID.make_up(text.as_bytes())
}

impl TableArn {
    /// Reads the parts of a table's ARN.
    ///
    /// # Errors
    ///
    /// Says which part is not as it should be.
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
    /// Reads the parts of a backup's ARN, DynamoDB's or AWS Backup's.
    ///
    /// # Errors
    ///
    /// Says which part is not as it should be.
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
            let (table_name, behind) = rest.split_at(position(rest.as_bytes(), b'/')?);
            if is_table_name(table_name) { TableArnParts { scope, table_name }.backup(behind) } else { None }
        });
        parts.ok_or(ArnError::Resource(BACKUP))
    }
}

impl KmsMasterKeyArn {
    /// Reads the parts of a KMS key's ARN.
    ///
    /// # Errors
    ///
    /// Says which part is not as it should be.
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
    fn a_backups_arn_is_its_tables_and_an_id() {
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
            for behind in good.into_iter().chain(bad) {
                let arn = BackupArn::unchecked(format!("{table}{behind}"));
                let parts = TableArn::unchecked(table);
                let parts = parts.parse().unwrap().backup(behind);
                assert_eq!(parts.is_some(), good.contains(&behind), "{arn}");
                assert_eq!(parts, arn.parse().ok(), "{arn}");
            }
        }
    }
}
