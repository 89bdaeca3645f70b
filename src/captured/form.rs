//! The members that show what an object is.

use crate::model::{
    BackupDescription, BackupDetails, BackupSummary, CreateBackupOutput, DescribeBackupOutput,
    DescribeContinuousBackupsOutput, ListBackupsOutput,
};

/// What an object is by the names of its members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    DescribeBackup,
    ListBackups,
    ContinuousBackups,
    BackupDescription,
    CreateBackup,
    BackupDetails,
}

impl Form {
    /// What it is, in a sentence.
    pub(super) fn describe(self) -> &'static str {
        match self {
            Self::DescribeBackup => "the output of DescribeBackup",
            Self::ListBackups => "the output of ListBackups",
            Self::ContinuousBackups => "the output of DescribeContinuousBackups",
            Self::BackupDescription => "a BackupDescription",
            Self::CreateBackup => "the output of CreateBackup",
            Self::BackupDetails => "a backup's details",
        }
    }
}

/// Each member that decides alone, in the order in which they do.
const DECIDING: [(&str, Form); 6] = [
    (DescribeBackupOutput::backup_description.name, Form::DescribeBackup),
    (ListBackupsOutput::backup_summaries.name, Form::ListBackups),
    (DescribeContinuousBackupsOutput::continuous_backups_description.name, Form::ContinuousBackups),
    (BackupDescription::source_table_details.name, Form::BackupDescription),
    (BackupDescription::source_table_feature_details.name, Form::BackupDescription),
    (CreateBackupOutput::backup_details.name, Form::CreateBackup),
];

/// The members each of which shows by itself what an object is.
pub(crate) fn deciding_members() -> impl Iterator<Item = &'static str> {
    DECIDING.iter().map(|(member, _)| *member)
}

/// How the words of members' names are set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// `BackupArn`, as the service has them.
    Pascal,
    /// `backupArn`
    Camel,
    /// `backup_arn`
    Snake,
}

impl Case {
    /// Whether the name is that of the member in this case.
    pub(super) fn is(self, name: &str, member: &str) -> bool {
        match self {
            Self::Pascal => name == member,
            // Nearly all names differ in length.
            Self::Camel => {
                let (name, member) = (name.as_bytes(), member.as_bytes());
                name.len() == member.len()
                    && name.first() == member.first().map(u8::to_ascii_lowercase).as_ref()
                    && name.get(1..) == member.get(1..)
            }
            Self::Snake => {
                let words = member.bytes().enumerate().flat_map(|(index, byte)| {
                    let gap = (index > 0 && byte.is_ascii_uppercase()).then_some(b'_');
                    gap.into_iter().chain([byte.to_ascii_lowercase()])
                });
                name.bytes().eq(words)
            }
        }
    }
}

/// The names of an object's members, as far as they decide what it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Names {
    case: Case,
    /// The index of the first deciding member.
    first: usize,
    has_arn: bool,
    has_status_or_name: bool,
    has_table_name: bool,
}

impl Names {
    pub(super) fn new(case: Case) -> Self {
        Self { case, first: DECIDING.len(), has_arn: false, has_status_or_name: false, has_table_name: false }
    }

    pub(super) fn add(&mut self, name: &str) {
        let is = |member| self.case.is(name, member);
        if let Some(index) = DECIDING[..self.first].iter().position(|(member, _)| is(member)) {
            self.first = index;
        }
        self.has_arn |= is(BackupDetails::backup_arn.name);
        self.has_status_or_name |= is(BackupDetails::backup_status.name) || is(BackupDetails::backup_name.name);
        self.has_table_name |= is(BackupSummary::table_name.name);
    }

    /// Whether no other name can change what the object is.
    pub(super) fn is_decided(&self) -> bool {
        self.first == 0
    }

    pub(super) fn form(&self) -> Option<Form> {
        match DECIDING.get(self.first) {
            Some((_, form)) => Some(*form),
            None if self.has_arn && self.has_status_or_name && !self.has_table_name => Some(Form::BackupDetails),
            None => None,
        }
    }

    /// What an object with members of these names is.
    pub(super) fn form_of<'n>(case: Case, names: impl Iterator<Item = &'n str>) -> Option<Form> {
        let mut decided = Self::new(case);
        names.for_each(|name| decided.add(name));
        decided.form()
    }
}
