//! Rules about pages of `ListBackups` and about inputs.

macro_rules! lists_of_backups {
    ([$next:ident $($then:ident)*] $($rows:tt)*) => {
        $next! { [$($then)*] $($rows)*
            /// Pages of `ListBackups`, and the inputs that name a table.
            ListsOfBackups = "lists-of-backups", "Lists of backups" {
                BackupSummariesMissing = "backup-summaries-missing", Error {
                    summary: "the output of ListBackups has BackupSummaries",
                    example: "`{\"LastEvaluatedBackupArn\": \"…\"}`",
                    source: "every recorded response",
                    help: "A page without backups has an empty list: write `[]`.",
                }
                SummaryMemberMissing = "summary-member-missing", Error {
                    summary: "a summary has TableName, TableId, TableArn, BackupArn, BackupName, BackupCreationDateTime and BackupStatus",
                    example: "a summary without BackupArn",
                    source: "every recorded response; the service model requires none of them",
                    help: "Without these members a backup can be neither found nor restored: take the summary as the service sent it.",
                }
                BackupSummaryDuplicate = "backup-summary-duplicate", Warning {
                    summary: "no two summaries of a page have the same BackupArn",
                    example: "one BackupArn in two summaries",
                    source: "API reference, ListBackups",
                    help: "The same page was probably added twice: continue with `ListBackupsInput::next_page`.",
                }
                ListLimitRange = "list-limit-range", Error {
                    summary: "the Limit of ListBackups is 1 to 100",
                    example: "Limit 101",
                    source: "service model, BackupsInputLimit",
                    help: "The service refuses any other Limit: request more pages instead of larger ones.",
                }
                TimeRangeOrder = "time-range-order", Error {
                    summary: "the TimeRangeUpperBound of ListBackups is not before its TimeRangeLowerBound",
                    example: "an upper bound 1 s before the lower one",
                    source: "API reference, ListBackups",
                    help: "Nothing was created in such a range: exchange the bounds.",
                }
                TableNameOrArn = "table-name-or-arn", Error {
                    summary: "the TableName of an input is the name or the ARN of a table",
                    example: "`my table`, or the ARN of an index",
                    source: "API reference: the name or the ARN of the table",
                    help: "The service finds no such table: give its name, or the ARN that ends in `table/<name>`.",
                }
            }
        }
    };
}
