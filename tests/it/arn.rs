//! Reading ARNs and backup ids.

use dynamodb_backup_model::{ArnError, BackupArn, BackupArnParts, BackupId, KmsMasterKeyArn, TableArn};
use time::macros::datetime;

const TABLE: &str = "arn:aws:dynamodb:us-west-2:123456789012:table/Music";
const BACKUP: &str = "arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a";
const RECOVERY_POINT: &str =
    "arn:aws:backup:us-west-2:123456789012:recovery-point:1EB3B5E7-9EB0-435A-A80B-108B488B0D45";
const KEY: &str = "arn:aws:kms:us-west-2:123456789012:key/mrk-67c1526d2d8940a3947df29d0358c35a";

/// The parts put together again, or what is wrong.
fn table(text: &str) -> Result<String, ArnError> {
    TableArn::unchecked(text).parse().map(|parts| parts.to_string())
}

fn backup(text: &str) -> Result<String, ArnError> {
    BackupArn::unchecked(text).parse().map(|parts| parts.to_string())
}

fn key(text: &str) -> Result<String, ArnError> {
    KmsMasterKeyArn::unchecked(text).parse().map(|parts| parts.to_string())
}

type Read = fn(&str) -> Result<String, ArnError>;

const KINDS: &[(&str, Read)] = &[(TABLE, table), (BACKUP, backup), (RECOVERY_POINT, backup), (KEY, key)];

#[test]
fn parsing_returns_the_parts_of_an_arn() {
    let arn = TableArn::unchecked(TABLE);
    let parts = arn.parse().unwrap();
    assert_eq!(
        (parts.scope.partition, parts.scope.region, parts.scope.account_id),
        ("aws", "us-west-2", "123456789012")
    );
    assert_eq!(parts.table_name, "Music");
    assert_eq!(parts.scope.to_string(), "aws:us-west-2:123456789012");

    let arn = BackupArn::unchecked(BACKUP);
    let BackupArnParts::DynamoDb { scope, table_name, backup_id, .. } = arn.parse().unwrap() else { panic!("{arn}") };
    assert_eq!((scope, table_name), (parts.scope, "Music"));
    assert_eq!(backup_id.as_str(), "01576616366715-b4e58d3a");

    let arn = BackupArn::unchecked(RECOVERY_POINT);
    let parsed = arn.parse().unwrap();
    assert_eq!(parsed.scope(), parts.scope);
    let BackupArnParts::AwsBackup { recovery_point_id, .. } = parsed else { panic!("{arn}") };
    assert_eq!(recovery_point_id, "1EB3B5E7-9EB0-435A-A80B-108B488B0D45");

    let arn = KmsMasterKeyArn::unchecked(KEY);
    let parsed = arn.parse().unwrap();
    assert_eq!((parsed.scope, parsed.key_id), (parts.scope, "mrk-67c1526d2d8940a3947df29d0358c35a"));
}

#[test]
fn parts_display_as_the_arn_they_were_parsed_from() {
    for (arn, read) in KINDS {
        assert_eq!(read(arn).as_deref(), Ok(*arn));
        for partition in
            ["aws-cn", "aws-us-gov", "aws-eusc", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-x1"]
        {
            let arn = arn.replacen(":aws:", &format!(":{partition}:"), 1);
            assert_eq!(read(&arn), Ok(arn.clone()));
        }
        for region in ["a", "eu-central-1", "us-gov-west-1", "us-isob-east-1", "x9"] {
            let arn = arn.replacen("us-west-2", region, 1);
            assert_eq!(read(&arn), Ok(arn.clone()));
        }
        for account in ["000000000000", "999999999999"] {
            let arn = arn.replacen("123456789012", account, 1);
            assert_eq!(read(&arn), Ok(arn.clone()));
        }
    }
    for name in ["a", "a.-_Z9", "-", ".", &"x".repeat(300)] {
        for arn in [TABLE, BACKUP] {
            let arn = arn.replace("Music", name);
            let read = if arn.contains("/backup/") { backup } else { table };
            assert_eq!(read(&arn), Ok(arn.clone()));
        }
    }
    for id in ["1", "01489602797149-73d8d5bc", "$weird!id", "a.b_c~"] {
        for arn in [
            format!("arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/{id}"),
            format!("arn:aws:backup:us-west-2:123456789012:recovery-point:{id}"),
        ] {
            assert_eq!(backup(&arn), Ok(arn.clone()));
        }
        let arn = format!("arn:aws:kms:us-west-2:123456789012:key/{id}");
        assert_eq!(key(&arn), Ok(arn.clone()));
    }
}

#[test]
fn each_shared_part_has_its_own_error() {
    for (arn, read) in KINDS {
        for (part, bad, error) in [
            ("arn:", "", ArnError::NotAnArn),
            ("arn:", "ARN:", ArnError::NotAnArn),
            ("arn:", " arn:", ArnError::NotAnArn),
            ("arn:", "urn:", ArnError::NotAnArn),
            (":aws:", ":", ArnError::Partition),
            (":aws:", "::", ArnError::Partition),
            (":aws:", ":AWS:", ArnError::Partition),
            (":aws:", ":aws-:", ArnError::Partition),
            (":aws:", ":aws2:", ArnError::Partition),
            (":aws:", ":azure:", ArnError::Partition),
            (":aws:", ":aws-CN:", ArnError::Partition),
            (":aws:", ":aws-ü:", ArnError::Partition),
            ("us-west-2", "", ArnError::Region),
            ("us-west-2", "US-WEST-2", ArnError::Region),
            ("us-west-2", "us west 2", ArnError::Region),
            ("us-west-2", "us_west_2", ArnError::Region),
            ("us-west-2", "us-wést-2", ArnError::Region),
            ("123456789012", "", ArnError::AccountId),
            ("123456789012", "12345678901", ArnError::AccountId),
            ("123456789012", "1234567890123", ArnError::AccountId),
            ("123456789012", "12345678901a", ArnError::AccountId),
            ("123456789012", "12345678901٢", ArnError::AccountId),
            ("123456789012", "1234-5678-9012", ArnError::AccountId),
        ] {
            let invalid = arn.replacen(part, bad, 1);
            assert_ne!(invalid, *arn, "{part}");
            let found = read(&invalid).expect_err(&invalid);
            // Without its partition an ARN has a part too few, and each of the others is one to the left.
            if bad != ":" {
                assert_eq!(found, error, "{invalid}");
            }
        }
        for (text, error) in [
            ("", ArnError::NotAnArn),
            ("arn", ArnError::NotAnArn),
            ("arn:aws", ArnError::NotAnArn),
            ("arn:aws:dynamodb:us-west-2:123456789012", ArnError::NotAnArn),
            (":::::", ArnError::NotAnArn),
            ("Music", ArnError::NotAnArn),
        ] {
            assert_eq!(read(text), Err(error), "{text}");
        }
        for suffix in [" ", "\n", "\0", "é", "/", ":", "/x", ":x"] {
            assert!(read(&format!("{arn}{suffix}")).is_err(), "{arn}{suffix:?}");
        }
    }
}

#[test]
fn an_arn_of_another_service_is_refused() {
    assert_eq!(table(KEY), Err(ArnError::Service("dynamodb")));
    assert_eq!(table(RECOVERY_POINT), Err(ArnError::Service("dynamodb")));
    assert_eq!(table(&TABLE.replace("dynamodb", "DynamoDB")), Err(ArnError::Service("dynamodb")));
    assert_eq!(backup(KEY), Err(ArnError::Service("dynamodb")));
    assert_eq!(backup(&BACKUP.replace(":dynamodb:", "::")), Err(ArnError::Service("dynamodb")));
    assert_eq!(key(TABLE), Err(ArnError::Service("kms")));
}

#[test]
fn a_resource_has_the_expected_form_and_nothing_after_it() {
    let at = |service: &str, resource: &str| format!("arn:aws:{service}:us-west-2:123456789012:{resource}");
    for resource in [
        "",
        "table",
        "table/",
        "Table/Music",
        "table:Music",
        "/table/Music",
        "table/My Music",
        "table/Musik$",
        "table/Müsic",
        "table/Music/",
        "table/Music/stream/2019-12-17T20:59:26.715",
        "table/Music/index/by-year",
        "table/Music/backup/01576616366715-b4e58d3a",
        "global-table/Music",
    ] {
        assert_eq!(table(&at("dynamodb", resource)), Err(ArnError::Resource("table/<name>")), "{resource}");
    }
    for resource in [
        "table/Music",
        "table/Music/backup",
        "table/Music/backup/",
        "table//backup/1",
        "table/Music/Backup/1",
        "table/Music/backup/a b",
        "table/Music/backup/é",
        "table/Music/backup/1/2",
        "table/Music/backup/1:2",
        "table/Music/export/1",
        "table/A/B/backup/1",
        "backup/1",
        "recovery-point:1",
    ] {
        let error = Err(ArnError::Resource("table/<name>/backup/<id>"));
        assert_eq!(backup(&at("dynamodb", resource)), error, "{resource}");
    }
    for resource in [
        "",
        "recovery-point:",
        "recovery-point/1",
        "recovery-point:1:2",
        "recovery-point: ",
        "backup-vault:a",
        "table/Music/backup/1",
    ] {
        assert_eq!(backup(&at("backup", resource)), Err(ArnError::Resource("recovery-point:<id>")), "{resource}");
    }
    for resource in ["", "key", "key/", "key:1", "alias/aws/dynamodb", "key/a/b", "key/a b", "KEY/a"] {
        assert_eq!(key(&at("kms", resource)), Err(ArnError::Resource("key/<id>")), "{resource}");
    }
}

#[test]
fn the_prefix_of_a_region_determines_its_partition() {
    for (region, partition) in [
        ("us-east-1", "aws"),
        ("eu-west-1", "aws"),
        ("cn-north-1", "aws-cn"),
        ("us-gov-west-1", "aws-us-gov"),
        ("eusc-de-east-1", "aws-eusc"),
        ("us-iso-east-1", "aws-iso"),
        ("us-isob-east-1", "aws-iso-b"),
        ("eu-isoe-west-1", "aws-iso-e"),
        ("us-isof-south-1", "aws-iso-f"),
        ("eu-isof-west-1", "aws-iso-f"),
        ("us-isox-east-1", "aws"),
        ("cnx-1", "aws"),
    ] {
        let arn = TableArn::unchecked(TABLE.replace("us-west-2", region));
        assert_eq!(arn.parse().unwrap().scope.partition_of_region(), partition, "{region}");
    }
}

#[test]
fn a_real_backup_id_contains_its_creation_time() {
    let id = BackupId::new("01576616366715-b4e58d3a");
    assert_eq!(id.unix_millis(), Some(1_576_616_366_715));
    assert_eq!(id.created_at(), Some(datetime!(2019-12-17 20:59:26.715 UTC)));
    assert_eq!(id.to_string(), id.as_str());
    assert_eq!(BackupId::new("00000000000000-00000000").unix_millis(), Some(0));
    assert_eq!(BackupId::new("99999999999999-ffffffff").unix_millis(), Some(99_999_999_999_999));
    for text in [
        "",
        "-",
        "01576616366715",
        "1576616366715-b4e58d3a",
        "001576616366715-b4e58d3a",
        "01576616366715-B4E58D3A",
        "01576616366715-b4e58d3",
        "01576616366715-b4e58d3aa",
        "01576616366715-c8b6kdk3",
        "01576616366715_b4e58d3a",
        "0157661636671a-b4e58d3a",
        "+1576616366715-b4e58d3a",
        "01576616366715-b4e58d3a-",
        "٠١٢٣٤٥٦-b4e58d3a",
    ] {
        assert_eq!(BackupId::new(text).unix_millis(), None, "{text}");
        assert_eq!(BackupId::new(text).created_at(), None, "{text}");
    }
}

#[test]
fn errors_say_what_was_expected() {
    for (error, text) in [
        (ArnError::NotAnArn, "expected `arn:<partition>:<service>:<region>:<account>:<resource>`"),
        (ArnError::Partition, "expected the partition `aws` or one that begins with `aws-`"),
        (ArnError::Service("kms"), "expected the service `kms`"),
        (ArnError::Region, "expected a region of lower-case letters, digits and `-`"),
        (ArnError::AccountId, "expected an account of 12 digits"),
        (ArnError::Resource("key/<id>"), "expected the resource `key/<id>` and nothing after it"),
    ] {
        assert_eq!(error.to_string(), text);
    }
}
