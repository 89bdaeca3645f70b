//! Lines that users write: each compiles, and does what it says.

use dynamodb_backup_model::checked::{Billing, ReadError};
use dynamodb_backup_model::json::{self, Location, Locator};
use dynamodb_backup_model::validate::Group;
use dynamodb_backup_model::*;
use std::collections::HashMap;
use std::error::Error;
use std::time::Duration;
#[cfg(feature = "std")]
use std::time::SystemTime;

type Outcome = Result<(), Box<dyn Error>>;

const FULL: &str = include_str!("../fixtures/valid/full.json");

#[test]
fn strings_and_enums_are_looked_up_compared_and_parsed() -> Outcome {
    let by_name = HashMap::from([(BackupName::try_from("nightly")?, 1)]);
    assert_eq!(by_name.get("nightly"), Some(&1));
    assert!(BackupStatus::Available == *"AVAILABLE" && BackupStatus::Available == "AVAILABLE");
    assert_eq!(String::from(BackupStatus::Available), "AVAILABLE");
    assert_eq!("key-schema-order".parse::<Rule>()?, Rule::KeySchemaOrder);
    assert_eq!(serde_json::from_str::<Rule>("\"key-schema-order\"")?, Rule::KeySchemaOrder);
    assert_eq!("error".parse::<Severity>()?, Severity::Error);
    assert_eq!("key-schemas".parse::<Group>()?, Group::KeySchemas);
    assert_eq!(Group::KeySchemas.to_string(), "Key schemas");
    assert_eq!(serde_json::from_str::<JsonPointer>("\"/a/0\"")?.to_string(), "/a/0");
    let limits: Limits = serde_json::from_str(r#"{"global_secondary_indexes":50}"#)?;
    assert_eq!(limits.global_secondary_indexes, 50);
    assert_eq!(limits.local_secondary_indexes, Limits::CURRENT.local_secondary_indexes);
    assert!(serde_json::from_str::<Limits>(r#"{"gsis":50}"#).is_err());
    assert_eq!(DescribeBackupInput::CALLS_PER_SECOND, 10);
    Ok(())
}

#[test]
fn timestamps_convert_and_count() -> Outcome {
    let at = Timestamp::from_unix_millis(1_576_616_366_715)?;
    assert_eq!(at.to_string().parse::<Timestamp>()?, at);
    assert_eq!(at.unix_millis(), 1_576_616_366_715);
    let later = at.checked_add(Duration::from_secs(35 * 86_400)).ok_or("in range")?;
    assert_eq!(later.duration_since(at), Some(Duration::from_secs(35 * 86_400)));
    assert_eq!(later.checked_sub(Duration::from_secs(35 * 86_400)), Some(at));
    assert_eq!(Timestamp::from_unix_nanos(1_576_616_366_715_999_999)?.truncate_to_millis(), at);
    assert_eq!(dynamodb_backup_model::time::OffsetDateTime::from(at).unix_timestamp(), 1_576_616_366);
    Ok(())
}

#[cfg(feature = "std")]
#[test]
fn timestamps_convert_from_and_to_the_systems_clock() -> Outcome {
    let at = Timestamp::from_unix_millis(1_576_616_366_715)?;
    let system: SystemTime = at.try_into()?;
    assert_eq!(Timestamp::try_from(system)?, at);
    Ok(())
}

#[cfg(feature = "builder")]
#[test]
fn builders_take_what_converts() -> Outcome {
    let at = Timestamp::from_unix_millis(1_576_616_366_715)?;
    let built = BackupDetails::builder().backup_name("nightly").backup_creation_date_time(at).build();
    assert_eq!(built.backup_creation_date_time, Some(at));
    Ok(())
}

#[test]
fn reports_count_and_values_are_valid_with_or_without_them() -> Outcome {
    let output: DescribeBackupOutput = json::from_str(FULL)?;
    assert!(output.details().is_some_and(|details| details.backup_name.is_some()));
    assert!(output.table().is_some_and(|table| table.key_schema.is_some()) && output.features().is_some());
    let report = output.validate();
    assert_eq!((report.error_count(), report.warning_count()), (0, 0));
    assert_eq!((report.count(Rule::KeySchemaOrder), report.contains(Rule::KeySchemaOrder)), (0, false));
    assert_eq!(report.into_result(), Ok(()));
    let (valid, report): (Valid<DescribeBackupOutput>, Report) = Valid::with_report(output.clone())?;
    assert!(report.with_severity(Rule::GsiCount, Severity::Error).is_empty());
    assert_eq!(Valid::<DescribeBackupOutput>::from_json_str(FULL)?, valid);
    assert_eq!(Valid::try_from(output)?, valid);
    assert!(valid.backup_description.is_some());
    let backup = valid.backup();
    assert_eq!(backup, valid.backup());
    assert!(backup.table().billing().to_string().starts_with("PROVISIONED"));
    assert!(matches!(backup.table().billing(), Billing::Provisioned(_)));
    assert!(backup.as_wire().backup_details.is_some());
    let bad = Valid::<DescribeBackupOutput>::from_json_str("{}").unwrap_err();
    assert!(matches!(bad, ReadError::Invalid(_)) && bad.source().is_some());
    Ok(())
}

#[test]
fn any_json_reads_like_a_map_or_a_value() -> Outcome {
    let mut members = JsonObject::new();
    members.insert("a", 1);
    members.insert("b", 0.5);
    assert!(members.contains_key("a") && members["a"].as_i64() == Some(1) && members["b"].as_f64() == Some(0.5));
    for (_, value) in &members {
        assert!(value.as_str().is_none() && !value.is_null());
    }
    assert!(members["c"].is_null());
    assert_eq!("[1,\"x\"]".parse::<Json>()?.to_string(), "[1,\"x\"]");
    Ok(())
}

#[test]
fn a_locator_finds_a_value_or_nothing() -> Outcome {
    let locator = Locator::new(FULL);
    assert!(locator.find(&"/Nope".parse()?).is_none());
    let location: Location = locator.find(&"/BackupDescription".parse()?).ok_or("it is there")?;
    assert_eq!(location.to_string(), format!("{}:{}", location.line, location.column));
    Ok(())
}

#[test]
fn every_public_type_can_be_sent_and_shared() {
    fn sync<T: Send + Sync>() {}

    sync::<DescribeBackupOutput>();
    sync::<DescribeBackupResponse>();
    sync::<ListBackupsOutput>();
    sync::<CreateBackupOutput>();
    sync::<DescribeContinuousBackupsOutput>();
    sync::<ErrorResponse>();
    sync::<Captured>();
    sync::<Json>();
    sync::<JsonObject>();
    sync::<Timestamp>();
    sync::<Report>();
    sync::<Violation>();
    sync::<Limits>();
    sync::<Rule>();
    sync::<json::Error>();
    sync::<Locator<'static>>();
    sync::<json::Document<'static>>();
    sync::<Valid<DescribeBackupOutput>>();
    sync::<Backup<'static>>();
    sync::<ReadError<DescribeBackupOutput>>();
}
