//! Inputs: what both sides hold goes there and back.

use crate::fields;
use aws_sdk_dynamodb::operation;
use dynamodb_backup_model::{
    CreateBackupInput, DeleteBackupInput, DescribeBackupInput, DescribeContinuousBackupsInput, Json, JsonObject,
    ListBackupsInput, UpdateContinuousBackupsInput, json,
};
use ecosystem::{any_output, cases};
use proptest::prelude::proptest;

const BACKUP: &str =
    r#"{"BackupArn":"arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a"}"#;
const TABLE: &str = r#"{"TableName":"Music"}"#;

/// Each row: the SDK's module, the input, the number of its fields, and a document that has all of its members.
macro_rules! inputs {
    ($($module:ident: $input:ident, $count:literal, $whole:expr;)+) => {$(
        mod $module {
            use super::*;

            type Theirs = operation::$module::$input;

            #[test]
            fn every_member_round_trips() {
                let ours: $input = json::from_str($whole).unwrap();
                let theirs = Theirs::try_from(ours.clone()).unwrap();
                assert_eq!($input::from(&theirs), ours);
                assert_eq!($input::from(theirs.clone()), ours);
                let mut names = fields(&format!("{ours:#?}"));
                assert!(names.remove("unmodeled"));
                assert_eq!(names.len(), $count);
                assert_eq!(fields(&format!("{theirs:#?}")), names);
            }

            #[test]
            fn unknown_members_are_left_out() {
                let mut ours: $input = json::from_str($whole).unwrap();
                ours.unmodeled = [("Unheard", Json::Null)].into_iter().collect();
                let back = $input::from(Theirs::try_from(ours.clone()).unwrap());
                assert_eq!(back.unmodeled, JsonObject::new());
                ours.unmodeled = JsonObject::new();
                assert_eq!(back, ours);
            }

            #[test]
            fn absent_members_stay_absent() {
                let theirs = Theirs::builder().build().unwrap();
                assert_eq!($input::from(&theirs), $input::default());
                assert_eq!(Theirs::try_from($input::default()), Ok(theirs));
            }

            #[test]
            fn every_value_of_the_sdk_round_trips() {
                proptest!(cases(2_000), |(ours in any_output::<$input>())| {
                    if let Ok(theirs) = Theirs::try_from(ours) {
                        assert_eq!(Theirs::try_from($input::from(&theirs)), Ok(theirs));
                    }
                });
            }
        }
    )+};
}

inputs! {
    describe_backup: DescribeBackupInput, 1, BACKUP;
    delete_backup: DeleteBackupInput, 1, BACKUP;
    create_backup: CreateBackupInput, 2, r#"{"TableName":"Music","BackupName":"nightly"}"#;
    list_backups: ListBackupsInput, 6, r#"{"TableName":"Music","Limit":7,"TimeRangeLowerBound":1683000000,"TimeRangeUpperBound":1683000000.5,"ExclusiveStartBackupArn":"arn","BackupType":"ALL"}"#;
    describe_continuous_backups: DescribeContinuousBackupsInput, 1, TABLE;
    update_continuous_backups: UpdateContinuousBackupsInput, 4, r#"{"TableName":"Music","PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true,"RecoveryPeriodInDays":7}}"#;
}
