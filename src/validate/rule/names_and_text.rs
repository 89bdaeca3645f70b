//! Rules about what names and other strings may contain.

macro_rules! names_and_text {
    ([$next:ident $($then:ident)*] $($rows:tt)*) => {
        $next! { [$($then)*] $($rows)*
            /// What names and other strings may contain.
            NamesAndText = "names-and-text", "Names and text" {
                TextLength = "text-length", Error {
                    summary: "a string has as many characters as its shape allows",
                    example: "a TableName of 256 characters",
                    source: "service model, `min` and `max` of each shape",
                    help: "The service refuses a string of such a length: look for one that was cut, edited or put into the wrong member.",
                }
                TextPattern = "text-pattern", Error {
                    summary: "a name has only a-z, A-Z, 0-9, `_`, `.` and `-`, and a TableId is a UUID in lower case",
                    example: "a TableName with a space in it",
                    source: "service model, `pattern` of each shape, matched against the whole string",
                    help: "The service accepts no other characters: look for an ARN instead of a name, a stray space or a newline.",
                }
                AttributeNameBytes = "attribute-name-bytes", Warning {
                    summary: "an attribute name that is short enough in characters has at most 255 bytes in UTF-8",
                    example: "an attribute name of 200 × `é`, which is 400 bytes",
                    source: "developer guide, naming rules; the service model counts characters",
                    help: "The two authorities disagree on what is counted, so the service may refuse a table with this name.",
                }
                SystemBackupName = "system-backup-name", Warning {
                    summary: "a SYSTEM backup is named after its table, with the suffix `$DeletedTableBackup`",
                    example: "a SYSTEM backup named `nightly`",
                    source: "developer guide, point-in-time recovery",
                    help: "DynamoDB chooses the names of these backups: check BackupType, or change both names if you anonymize one.",
                }
                IndexNameDuplicate = "index-name-duplicate", Error {
                    summary: "no two indexes of a table share a name, whatever their kinds",
                    example: "a local and a global secondary index both named `by-date`",
                    source: "API reference, IndexName",
                    help: "A query selects an index by its name alone: rename one of the two.",
                }
            }
        }
    };
}
