//! Any value of any operation, valid ones and ones with a known violation, under any limits: what reads it agrees with the
//! report about it.

#![no_main]

#[path = "../../tests/it/properties/report.rs"]
#[allow(dead_code)]
mod report;
#[path = "../../tests/it/properties/tree.rs"]
#[allow(dead_code)]
mod tree;
#[path = "../../tests/it/properties/views.rs"]
mod views;
#[path = "../../tests/it/properties/visit.rs"]
mod visit;

use arbitrary::{Arbitrary, Unstructured};
use dynamodb_backup_model::generate::{BrokenValue, ValidOutput};
use dynamodb_backup_model::{
    CreateBackupOutput, DeleteBackupOutput, DescribeBackupOutput, DescribeContinuousBackupsOutput, Limits,
    ListBackupsOutput, Rule, UpdateContinuousBackupsOutput,
};
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
enum Case {
    Valid(ValidOutput),
    Output(DescribeBackupOutput),
    Deleted(DeleteBackupOutput),
    Created(CreateBackupOutput),
    Page(ListBackupsOutput),
    ContinuousBackups(DescribeContinuousBackupsOutput),
    Updated(UpdateContinuousBackupsOutput),
    Broken(Broken),
}

#[derive(Debug)]
struct Broken(BrokenValue);

impl<'a> Arbitrary<'a> for Broken {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        let rule = Rule::arbitrary(bytes)?;
        Ok(Self(BrokenValue::arbitrary_for(rule, bytes)))
    }
}

fuzz_target!(|input: (Case, Limits)| {
    let (case, limits) = input;
    let value = match case {
        Case::Valid(ValidOutput(output)) | Case::Output(output) => BrokenValue::Output(output),
        Case::Deleted(output) => BrokenValue::DeleteOutput(output),
        Case::Created(output) => BrokenValue::CreateOutput(output),
        Case::Page(output) => BrokenValue::Page(output),
        Case::ContinuousBackups(output) => BrokenValue::ContinuousBackups(output),
        Case::Updated(output) => BrokenValue::UpdateOutput(output),
        Case::Broken(Broken(value)) => value,
    };
    views::hold(&value, &limits);
});
