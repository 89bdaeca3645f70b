//! Rules about members that must be present, and about the values of enums.

macro_rules! presence_and_enums {
    ([$next:ident $($then:ident)*] $($rows:tt)*) => {
        $next! { [$($then)*] $($rows)*
            /// Members that must be present, and the values of enums.
            PresenceAndEnums = "presence-and-enums", "Presence and enums" {
                BackupDescriptionMissing = "backup-description-missing", Error {
                    summary: "a response has its one member, BackupDescription",
                    example: "`{}`, or a backup description without the object around it",
                    source: "every recorded response; the service model marks it optional",
                    help: "Without it there is nothing to check; put a bare description into `{\"BackupDescription\": …}`.",
                }
                BackupDetailsMissing = "backup-details-missing", Error {
                    summary: "a backup description has BackupDetails",
                    example: "`{\"BackupDescription\": {\"SourceTableDetails\": {…}}}`",
                    source: "every recorded response",
                    help: "These details hold the backup's ARN, status and creation time, without which it cannot be identified.",
                }
                SourceTableDetailsMissing = "source-table-details-missing", Error {
                    summary: "a backup description has SourceTableDetails",
                    example: "`{\"BackupDescription\": {\"BackupDetails\": {…}}}`",
                    source: "every recorded response",
                    help: "These details hold the name and the key of the table, without which nobody can tell what a restore creates.",
                }
                RequiredMemberMissing = "required-member-missing", Error {
                    summary: "a structure has every member that the service model requires, except BackupType",
                    example: "SourceTableDetails without TableId, as the moto emulator responds",
                    source: "service model, the lists of required members",
                    help: "Clients generated from the service model rely on these members: add what an emulator or an edit left out.",
                }
                BackupTypeMissing = "backup-type-missing", Warning {
                    summary: "a backup has a BackupType",
                    example: "BackupDetails without BackupType",
                    source: "service model; real responses from January to April 2018 lack it",
                    help: "The type decides how the backup is named and when it expires: add it, unless the response is from early 2018.",
                }
                IndexMemberMissing = "index-member-missing", Error {
                    summary: "an index has every member without which it cannot be created",
                    example: "a global secondary index without Projection",
                    source: "CreateTable; the service model requires no member of an index in a response",
                    help: "A restore has to create the index anew, which needs this member.",
                }
                UnknownEnumValue = "unknown-enum-value", Warning {
                    summary: "an enum's value is one that the service model lists",
                    example: "BackupStatus `ACTIVE`",
                    source: "service model, the lists of enum values",
                    help: "Check the value for a typo; one that AWS has added since is kept and written back unchanged.",
                }
            }
        }
    };
}
