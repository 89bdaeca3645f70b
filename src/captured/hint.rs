//! What a document that is not recognized seems to be.

use super::form::{Case, Form, Names, deciding_members};
use crate::model::{BackupDetails, ErrorResponse, Json, JsonObject};
use crate::value::pointer::JsonPointer;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// Looks at each value of the document once.
pub(super) fn hint(json: &Json) -> Option<String> {
    if let Json::Array(_) = json {
        return Some("a list: if its elements are documents, `json::documents` takes it apart".into());
    }
    let mut search = Search { steps: Vec::new(), best: None };
    search.look_at(json);
    search.best.map(|Found { what, steps }| format!("{}", Hint { what, pointer: pointer(&steps) }))
}

/// What a value seems to be.
#[derive(Clone, Copy)]
enum What {
    Document(Form),
    /// A document whose members' names are written in another case.
    InCase(Case),
    /// Something of a backup whose members' names are written in another case.
    PartInCase(Case),
    /// A string that holds the JSON of a document.
    Text,
    /// The output or the input of an operation, or a part of one.
    Other(&'static str),
    /// An error response with a code.
    Error,
}

impl What {
    /// What is found at several levels is named by the first of these.
    fn rank(self) -> u8 {
        match self {
            Self::Document(_) => 0,
            Self::InCase(_) => 1,
            Self::Text => 2,
            Self::PartInCase(_) => 3,
            Self::Other(_) => 4,
            Self::Error => 5,
        }
    }
}

#[derive(Clone, Copy)]
enum Step<'j> {
    Member(&'j str),
    Index(usize),
}

struct Found<'j> {
    what: What,
    steps: Vec<Step<'j>>,
}

/// Goes through the values of a document.
struct Search<'j> {
    steps: Vec<Step<'j>>,
    best: Option<Found<'j>>,
}

impl<'j> Search<'j> {
    fn look_at(&mut self, json: &'j Json) {
        /// No document that is read has more levels.
        const MOST_LEVELS: usize = 127;

        // Of the same rank the outermost is named, and the first of several.
        let most = match &self.best {
            None => u8::MAX,
            Some(best) if self.steps.len() < best.steps.len() => best.what.rank(),
            Some(best) => match best.what.rank().checked_sub(1) {
                Some(most) => most,
                None => return,
            },
        };
        if let Some(what) = what(json, most) {
            self.best = Some(Found { what, steps: self.steps.clone() });
        }
        if self.steps.len() == MOST_LEVELS {
            return;
        }
        match json {
            Json::Array(values) => {
                for (index, value) in values.iter().enumerate() {
                    self.step_into(Step::Index(index), value);
                }
            }
            Json::Object(members) => {
                for (name, value) in members {
                    self.step_into(Step::Member(name), value);
                }
            }
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
        }
    }

    fn step_into(&mut self, step: Step<'j>, value: &'j Json) {
        self.steps.push(step);
        self.look_at(value);
        self.steps.pop();
    }
}

fn pointer(steps: &[Step<'_>]) -> JsonPointer {
    let mut pointer = JsonPointer::root();
    for step in steps {
        match *step {
            Step::Member(name) => pointer.push_member(name),
            Step::Index(index) => pointer.push_index(index),
        }
    }
    pointer
}

/// What a value seems to be, if that is of such a rank or before.
fn what(json: &Json, most: u8) -> Option<What> {
    let what = match json {
        Json::String(text) => holds_document(text).then_some(What::Text),
        Json::Object(members) => what_object(members, most),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Array(_) => None,
    };
    what.filter(|what| what.rank() <= most)
}

fn holds_document(text: &str) -> bool {
    text.trim_start().starts_with(['{', '[', '"']) && deciding_members().any(|member| text.contains(member))
}

fn what_object(members: &JsonObject, most: u8) -> Option<What> {
    let names = || members.iter().map(|(name, _)| name);
    if let Some(form) = Names::form_of(Case::Pascal, names()) {
        return Some(What::Document(form));
    }
    let mut cases = [Case::Camel, Case::Snake].into_iter();
    if let Some(case) = cases.clone().find(|case| Names::form_of(*case, names()).is_some()) {
        return Some(What::InCase(case));
    }
    let is_part = |case: &Case| names().any(|name| PARTS.iter().any(|member| case.is(name, member)));
    if let Some(case) = cases.find(is_part) {
        return Some(What::PartInCase(case));
    }
    // Something better has been found: these can be skipped.
    if most < What::Other("").rank() {
        return None;
    }
    let has = |member: &&str| members.get(member).is_some();
    if let Some((_, what)) = OTHERS.iter().find(|(all, _)| all.iter().all(has)) {
        return Some(What::Other(what));
    }
    ErrorResponse::is_code_in(members).then_some(What::Error)
}

/// Members that belong to a backup in another case too.
const PARTS: [&str; 4] = [
    BackupDetails::backup_arn.name,
    BackupDetails::backup_status.name,
    BackupDetails::backup_size_bytes.name,
    BackupDetails::backup_creation_date_time.name,
];

/// Members that together tell what else an object is. The first that matches counts.
const OTHERS: &[(&[&str], &str)] = &[
    // Parts of the model's own documents.
    (
        &["BackupArn", "TableName", "BackupStatus"],
        "a backup's summary: an element of BackupSummaries in the output of ListBackups",
    ),
    (
        &["PointInTimeRecoveryDescription"],
        "a ContinuousBackupsDescription by itself: put `{\"ContinuousBackupsDescription\": …}` around it",
    ),
    (
        &["ContinuousBackupsStatus"],
        "a ContinuousBackupsDescription by itself: put `{\"ContinuousBackupsDescription\": …}` around it",
    ),
    // Inputs.
    (&["TargetTableName"], "the input of RestoreTableFromBackup or RestoreTableToPointInTime"),
    (&["TableName", "BackupName"], "the input of CreateBackup"),
    (&["TableName", "PointInTimeRecoverySpecification"], "the input of UpdateContinuousBackups"),
    // Other operations of DynamoDB.
    (&["Table"], "the output of DescribeTable"),
    (
        &["TableDescription"],
        "the output of CreateTable, UpdateTable, DeleteTable, RestoreTableFromBackup or RestoreTableToPointInTime",
    ),
    (&["TableNames"], "the output of ListTables"),
    (&["ExportDescription"], "the output of DescribeExport or ExportTableToPointInTime"),
    (&["ExportSummaries"], "the output of ListExports"),
    (&["ImportTableDescription"], "the output of DescribeImport or ImportTable"),
    (&["ImportSummaryList"], "the output of ListImports"),
    (&["TimeToLiveDescription"], "the output of DescribeTimeToLive"),
    (&["TimeToLiveSpecification"], "the output or the input of UpdateTimeToLive"),
    (&["GlobalTableDescription"], "the output of DescribeGlobalTable"),
    (&["GlobalTables"], "the output of ListGlobalTables"),
    (&["Items", "Count"], "the output of Scan or Query"),
    (&["Item"], "the output of GetItem, or an item of an export"),
    (&["AccountMaxReadCapacityUnits"], "the output of DescribeLimits"),
    (&["TableName", "TableStatus"], "the member Table of DescribeTable's output by itself"),
    (&["TableName", "TableCreationDateTime"], "the SourceTableDetails of a backup by themselves"),
    // AWS Backup.
    (&["RecoveryPoints"], "the output of AWS Backup's ListRecoveryPointsByBackupVault or ListRecoveryPointsByResource"),
    (&["RecoveryPointArn", "BackupJobId"], "the output of AWS Backup's StartBackupJob or DescribeBackupJob"),
    (&["RecoveryPointArn"], "the output of AWS Backup's DescribeRecoveryPoint"),
    (&["BackupJobs"], "the output of AWS Backup's ListBackupJobs"),
    (&["BackupJobId"], "the output of AWS Backup's StartBackupJob or DescribeBackupJob"),
    (&["RestoreJobs"], "the output of AWS Backup's ListRestoreJobs"),
    (&["BackupVaultList"], "the output of AWS Backup's ListBackupVaults"),
    (&["BackupPlansList"], "the output of AWS Backup's ListBackupPlans"),
    (&["BackupPlan"], "the output of AWS Backup's GetBackupPlan"),
    // Other services.
    (&["Backups"], "the output of DescribeBackups of Amazon FSx or AWS CloudHSM"),
    (&["DBSnapshots"], "the output of Amazon RDS's DescribeDBSnapshots"),
    (&["Snapshots"], "the output of DescribeSnapshots of Amazon EC2 or Amazon ElastiCache"),
    (&["AWSTemplateFormatVersion"], "an AWS CloudFormation template"),
    (&["terraform_version"], "a Terraform state or plan"),
    // What too little is known of.
    (&["BackupArn"], "the input of DescribeBackup or DeleteBackup"),
];

struct Hint {
    what: What,
    pointer: JsonPointer,
}

impl fmt::Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = if self.pointer.is_root() { "" } else { " at " };
        let pointer = &self.pointer;
        match self.what {
            What::Document(form) => write!(f, "{}{at}{pointer}: take that out", form.describe()),
            What::InCase(case) | What::PartInCase(case) => {
                let (case, writers) = match case {
                    Case::Camel => ("camelCase", "the Java SDK and AWS CloudTrail write them"),
                    Case::Pascal | Case::Snake => ("snake_case", "Ruby and Terraform write them"),
                };
                write!(
                    f,
                    "members in {case}{at}{pointer}, as {writers}: the service's own names are like BackupDescription"
                )
            }
            What::Text => write!(f, "a string{at}{pointer} that holds the JSON of a document: decode it first"),
            What::Other(what) => write!(f, "{what}{at}{pointer}"),
            What::Error => write!(f, "an error response{at}{pointer}: take that out"),
        }
    }
}
