//! Rules about ARNs, and about what they share with names and with each other.

macro_rules! arns {
    ([$next:ident $($then:ident)*] $($rows:tt)*) => {
        $next! { [$($then)*] $($rows)*
            /// ARNs, and what they share with names and with each other.
            Arns = "arns", "ARNs and the backup id" {
                TableArnMissing = "table-arn-missing", Warning {
                    summary: "a table has a TableArn",
                    example: "SourceTableDetails without TableArn",
                    source: "every recorded response; the service model does not require it",
                    help: "The account and the region of the table cannot be compared with those of the backup without it.",
                }
                TableArnFormat = "table-arn-format", Error {
                    summary: "TableArn is `arn:<partition>:dynamodb:<region>:<account>:table/<name>`",
                    example: "the ARN of a stream",
                    source: "Service Authorization Reference, resource types of DynamoDB",
                    help: "Other ARNs of DynamoDB begin alike: remove what follows the table's name.",
                }
                TableArnNameMismatch = "table-arn-name-mismatch", Error {
                    summary: "the table that TableArn names is TableName",
                    example: "`…:table/Other` and TableName `Music`",
                    source: "format of ARNs",
                    help: "Both name one table: if you anonymize a document, change them together.",
                }
                BackupArnFormat = "backup-arn-format", Error {
                    summary: "BackupArn is `arn:<partition>:dynamodb:<region>:<account>:table/<name>/backup/<id>`, or for an AWS_BACKUP backup `arn:<partition>:backup:<region>:<account>:recovery-point:<id>`",
                    example: "the ARN of a table",
                    source: "Service Authorization Reference, resource types of DynamoDB; AWS Backup guide, ARNs of resources",
                    help: "A backup is restored and deleted by its ARN, which works with no other form.",
                }
                BackupArnTableMismatch = "backup-arn-table-mismatch", Error {
                    summary: "the table that BackupArn names is TableName",
                    example: "`…:table/Other/backup/…` and TableName `Music`",
                    source: "format of ARNs",
                    help: "Both name one table: if you anonymize a document, change them together.",
                }
                BackupArnAccountMismatch = "backup-arn-account-mismatch", Error {
                    summary: "BackupArn and TableArn have the same account",
                    example: "123456789012 and 210987654321",
                    source: "a backup belongs to its table's account",
                    help: "A backup cannot leave its account: if you mask account ids, do it alike in every ARN.",
                }
                BackupArnPartitionMismatch = "backup-arn-partition-mismatch", Error {
                    summary: "BackupArn and TableArn have the same partition",
                    example: "aws and aws-cn",
                    source: "format of ARNs",
                    help: "Partitions share neither accounts nor regions, so that one of the two ARNs comes from elsewhere.",
                }
                BackupArnRegionMismatch = "backup-arn-region-mismatch", Warning {
                    summary: "BackupArn and TableArn have the same region",
                    example: "us-east-1 and us-west-2",
                    source: "the service responds with the ARN from the request",
                    help: "A backup is in its table's region: the request named another one, or an ARN was edited.",
                }
                ArnRegionPartition = "arn-region-partition", Warning {
                    summary: "an ARN's region belongs to its partition",
                    example: "`arn:aws:dynamodb:cn-north-1:…`",
                    source: "AWS partitions",
                    help: "No endpoint serves such an ARN: its partition is that of the region, such as `aws-cn` for `cn-north-1`.",
                }
                BackupIdFormat = "backup-id-format", Warning {
                    summary: "a backup's id is 14 digits, `-` and 8 hexadecimal digits in lower case",
                    example: "`01576616366715-c8b6kdk3`",
                    source: "every real id observed; undocumented",
                    help: "An id of another form was probably invented; in this form it also tells when the backup was created.",
                }
                BackupIdTimeMismatch = "backup-id-time-mismatch", Warning {
                    summary: "the digits of a backup's id are BackupCreationDateTime in milliseconds since the epoch, within 1",
                    example: "`01576616366715` and 1576616367.715",
                    source: "every real response observed; undocumented",
                    help: "If you change or round the creation time, change the id as well.",
                }
            }
        }
    };
}
