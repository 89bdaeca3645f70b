//! Rules about the order of times, and about how long backups are kept.

macro_rules! times {
    ([$next:ident $($then:ident)*] $($rows:tt)*) => {
        $next! { [$($then)*] $($rows)*
            /// The order of times, and how long backups are kept.
            Times = "times", "Times" {
                BackupBeforeTable = "backup-before-table", Error {
                    summary: "a backup is not older than its table",
                    example: "a BackupCreationDateTime 1 ms before TableCreationDateTime",
                    source: "CreateBackup needs the table",
                    help: "Nobody can back up a table that does not exist yet: check the units and offsets of both times.",
                }
                ExpiryBeforeCreation = "expiry-before-creation", Error {
                    summary: "a backup expires after its creation",
                    example: "a BackupExpiryDateTime equal to BackupCreationDateTime",
                    source: "follows from what the two mean",
                    help: "Such a backup could never be restored: check the units and offsets of both times.",
                }
                SystemBackupExpiry = "system-backup-expiry", Error {
                    summary: "a SYSTEM backup expires 35 days after its creation, within a second",
                    example: "a SYSTEM backup that expires after 34 days",
                    source: "API reference, DescribeBackup, BackupExpiryDateTime",
                    help: "DynamoDB keeps the backup of a deleted table for this fixed time: another expiry was computed or edited.",
                }
                SystemBackupExpiryMissing = "system-backup-expiry-missing", Warning {
                    summary: "a SYSTEM backup has a BackupExpiryDateTime",
                    example: "a SYSTEM backup without it",
                    source: "API reference, DescribeBackup, BackupExpiryDateTime",
                    help: "These backups expire automatically: without the time nobody can tell when the last copy of the table is gone.",
                }
                UserBackupExpiry = "user-backup-expiry", Warning {
                    summary: "a USER backup has no BackupExpiryDateTime",
                    example: "a USER backup with it",
                    source: "every observed USER backup",
                    help: "A USER backup is kept until somebody deletes it: check BackupType, or remove the expiry.",
                }
            }
        }
    };
}
