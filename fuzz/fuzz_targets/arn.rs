//! Parsing ARNs, compared with regular expressions, and printing their parts.

#![no_main]

use arbitrary::Arbitrary;
use dynamodb_backup_model::{ArnScope, BackupArn, BackupArnParts, BackupId, KmsMasterKeyArn, TableArn};
use libfuzzer_sys::fuzz_target;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// A piece of an ARN, or of something close to one.
#[derive(Arbitrary, Debug)]
enum Piece {
    Arn,
    Aws,
    AwsDash,
    DynamoDb,
    Backup,
    Kms,
    Region,
    Account(u64),
    Table,
    BackupOf,
    RecoveryPoint,
    Key,
    Name,
    Id(u64, u32),
    Colon,
    Slash,
    Char(char),
    Ascii(u8),
    Text(String),
}

impl Piece {
    fn push(&self, arn: &mut String) {
        match self {
            Self::Arn => arn.push_str("arn:"),
            Self::Aws => arn.push_str("aws:"),
            Self::AwsDash => arn.push_str("aws-"),
            Self::DynamoDb => arn.push_str("dynamodb:"),
            Self::Backup => arn.push_str("backup:"),
            Self::Kms => arn.push_str("kms:"),
            Self::Region => arn.push_str("us-west-2:"),
            Self::Account(number) => arn.push_str(&format!("{:012}:", number % 2_000_000_000_000)),
            Self::Table => arn.push_str("table/"),
            Self::BackupOf => arn.push_str("/backup/"),
            Self::RecoveryPoint => arn.push_str("recovery-point:"),
            Self::Key => arn.push_str("key/"),
            Self::Name => arn.push_str("My_Table.1-x"),
            Self::Id(millis, random) => arn.push_str(&format!("{:014}-{random:08x}", millis % 1_000_000_000_000_000)),
            Self::Colon => arn.push(':'),
            Self::Slash => arn.push('/'),
            Self::Char(char) => arn.push(*char),
            Self::Ascii(byte) => arn.push(char::from(byte & 0x7F)),
            Self::Text(text) => arn.push_str(text),
        }
    }
}

fn regex(service: &str, resource: &str) -> Regex {
    Regex::new(&format!("^arn:(aws|aws-[a-z0-9-]+):{service}:([a-z0-9-]+):([0-9]{{12}}):{resource}$")).unwrap()
}

static TABLE: LazyLock<Regex> = LazyLock::new(|| regex("dynamodb", "table/([a-zA-Z0-9_.-]+)"));
static BACKUP: LazyLock<Regex> =
    LazyLock::new(|| regex("dynamodb", "table/([a-zA-Z0-9_.-]+)/backup/([\\x21-\\x7E&&[^/:]]+)"));
static RECOVERY_POINT: LazyLock<Regex> = LazyLock::new(|| regex("backup", "recovery-point:([\\x21-\\x7E&&[^/:]]+)"));
static KEY: LazyLock<Regex> = LazyLock::new(|| regex("kms", "key/([\\x21-\\x7E&&[^/:]]+)"));
static ID: LazyLock<Regex> = LazyLock::new(|| Regex::new("^([0-9]{14})-[0-9a-f]{8}$").unwrap());

fn same_scope(scope: ArnScope<'_>, parts: &Captures<'_>) {
    assert_eq!(scope.partition, &parts[1], "the partition");
    assert_eq!(scope.region, &parts[2], "the region");
    assert_eq!(scope.account_id, &parts[3], "the account");
    assert!(scope.partition_of_region().starts_with("aws"), "every region is in a partition of AWS");
}

fuzz_target!(|pieces: Vec<Piece>| {
    let mut text = String::new();
    for piece in &pieces {
        piece.push(&mut text);
    }

    let arn = TableArn::unchecked(&text);
    match (arn.parse(), TABLE.captures(&text)) {
        (Ok(found), Some(expected)) => {
            same_scope(found.scope, &expected);
            assert_eq!(found.table_name, &expected[4], "the name in {text:?}");
            assert_eq!(found.to_string(), text, "the parts display as the ARN");
        }
        (Err(_), None) => {}
        (found, expected) => panic!("as a table's ARN {text:?} gives {found:?}, expected {expected:?}"),
    }

    let arn = BackupArn::unchecked(&text);
    match (arn.parse(), BACKUP.captures(&text), RECOVERY_POINT.captures(&text)) {
        (Ok(found), Some(expected), None) => {
            assert_eq!(found.to_string(), text, "the parts display as the ARN");
            let BackupArnParts::DynamoDb { scope, table_name, backup_id, .. } = found else {
                panic!("{text:?} is DynamoDB's own, found {found:?}");
            };
            same_scope(scope, &expected);
            assert_eq!((table_name, backup_id.as_str()), (&expected[4], &expected[5]), "the resource in {text:?}");
        }
        (Ok(found), None, Some(expected)) => {
            assert_eq!(found.to_string(), text, "the parts display as the ARN");
            let BackupArnParts::AwsBackup { scope, recovery_point_id, .. } = found else {
                panic!("{text:?} is of AWS Backup, found {found:?}");
            };
            same_scope(scope, &expected);
            assert_eq!(recovery_point_id, &expected[4], "the resource in {text:?}");
        }
        (Err(_), None, None) => {}
        (found, own, other) => panic!("as a backup's ARN {text:?} gives {found:?}, expected {own:?} or {other:?}"),
    }

    let arn = KmsMasterKeyArn::unchecked(&text);
    match (arn.parse(), KEY.captures(&text)) {
        (Ok(found), Some(expected)) => {
            same_scope(found.scope, &expected);
            assert_eq!(found.key_id, &expected[4], "the id in {text:?}");
            assert_eq!(found.to_string(), text, "the parts display as the ARN");
        }
        (Err(_), None) => {}
        (found, expected) => panic!("as a key's ARN {text:?} gives {found:?}, expected {expected:?}"),
    }

    let id = BackupId::new(&text);
    let expected: Option<i64> = ID.captures(&text).map(|parts| parts[1].parse().unwrap());
    assert_eq!(id.unix_millis(), expected, "the milliseconds of {text:?}");
    assert_eq!(
        id.created_at().map(|at| at.unix_timestamp_nanos()),
        expected.map(|millis| i128::from(millis) * 1_000_000).filter(|nanos| *nanos < 253_402_300_800_000_000_000),
        "the time of {text:?}"
    );
});
