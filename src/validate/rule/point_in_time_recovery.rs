//! Rules about continuous backups and point-in-time recovery.

macro_rules! point_in_time_recovery {
    ([$next:ident $($then:ident)*] $($rows:tt)*) => {
        $next! { [$($then)*] $($rows)*
            /// Continuous backups and point-in-time recovery.
            PointInTimeRecovery = "point-in-time-recovery", "Point-in-time recovery" {
                ContinuousBackupsDescriptionMissing = "continuous-backups-description-missing", Error {
                    summary: "the output of DescribeContinuousBackups and UpdateContinuousBackups has ContinuousBackupsDescription",
                    example: "`{}` read as that output",
                    source: "every published response",
                    help: "Take the whole response: its one member is missing.",
                }
                RecoveryPeriodRange = "recovery-period-range", Error {
                    summary: "RecoveryPeriodInDays is 1 to 35",
                    example: "RecoveryPeriodInDays 36",
                    source: "service model, RecoveryPeriodInDays",
                    help: "The service keeps at least one day and at most five weeks: choose a period in between.",
                }
                PitrWindowOrder = "pitr-window-order", Error {
                    summary: "the EarliestRestorableDateTime is not after the LatestRestorableDateTime",
                    example: "an earliest time 1 s after the latest",
                    source: "API reference, PointInTimeRecoveryDescription",
                    help: "No time lies in such a window: check whether the two were exchanged.",
                }
                PitrWindowMissing = "pitr-window-missing", Warning {
                    summary: "with PointInTimeRecoveryStatus ENABLED both ends of the window are present",
                    example: "ENABLED without LatestRestorableDateTime",
                    source: "every published response",
                    help: "Without both ends nobody can tell to which times the table can be restored.",
                }
                PitrWindowUnexpected = "pitr-window-unexpected", Warning {
                    summary: "with PointInTimeRecoveryStatus DISABLED neither end of the window is present",
                    example: "DISABLED with EarliestRestorableDateTime",
                    source: "every published response",
                    help: "A table without point-in-time recovery can be restored to no time: check the status.",
                }
                PitrWithoutContinuousBackups = "pitr-without-continuous-backups", Warning {
                    summary: "point-in-time recovery is ENABLED only with ContinuousBackupsStatus ENABLED",
                    example: "PointInTimeRecoveryStatus ENABLED with ContinuousBackupsStatus DISABLED",
                    source: "developer guide, point-in-time recovery",
                    help: "Point-in-time recovery needs continuous backups: one of the two states is wrong.",
                }
            }
        }
    };
}
