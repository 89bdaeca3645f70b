//! Lines that users write: each compiles, and does what it says.

use dynamodb_backup_model::checked::{Billing, ReadError};
use dynamodb_backup_model::json::{self, Location, Locator};
use dynamodb_backup_model::validate::Group;
use dynamodb_backup_model::*;
use std::collections::{HashMap, HashSet};
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
    assert_eq!(
        serde_json::to_string(&(Rule::GsiCount, Severity::Warning, Group::KeySchemas))?,
        r#"["gsi-count","warning","key-schemas"]"#
    );
    assert_eq!((Group::KeySchemas.id(), Severity::Warning.to_string().as_str()), ("key-schemas", "warning"));
    assert!(!Rule::KeySchemaOrder.help().is_empty());
    assert_eq!("key-schemas".parse::<Group>()?, Group::KeySchemas);
    assert_eq!(Group::KeySchemas.to_string(), "Key schemas");
    assert_eq!(serde_json::from_str::<JsonPointer>("\"/a/0\"")?.to_string(), "/a/0");
    let error = serde_json::from_str::<JsonPointer>("5").unwrap_err().to_string();
    assert!(error.starts_with("invalid type: integer `5`, expected a JSON Pointer"), "{error}");
    let limits: Limits = serde_json::from_str(r#"{"global_secondary_indexes":50}"#)?;
    assert_eq!(limits.global_secondary_indexes, 50);
    assert_eq!(limits.local_secondary_indexes, Limits::CURRENT.local_secondary_indexes);
    assert!(serde_json::from_str::<Limits>(r#"{"gsis":50}"#).is_err());
    assert_eq!(serde_json::from_str::<Limits>(&serde_json::to_string(&limits)?)?, limits);
    assert_eq!(serde_json::to_string(&"/a/0".parse::<JsonPointer>()?)?, "\"/a/0\"");
    let BackupStatus::Unknown(unknown) = BackupStatus::from("ARCHIVED") else { return Err("it is unknown".into()) };
    assert_eq!(AsRef::<str>::as_ref(&unknown), "ARCHIVED");
    assert_eq!(DescribeBackupInput::CALLS_PER_SECOND, 10);
    Ok(())
}

#[test]
fn outputs_of_one_form_convert_and_pages_lead_to_the_next() -> Outcome {
    let describe: DescribeBackupOutput = json::from_str(r#"{"BackupDescription":{},"New":1}"#)?;
    let delete = DeleteBackupOutput::from(describe.clone());
    assert_eq!(json::to_wire_string(&delete), r#"{"BackupDescription":{},"New":1}"#);
    assert_eq!(DescribeBackupOutput::from(delete), describe);
    let describe: DescribeContinuousBackupsOutput = json::from_str(r#"{"ContinuousBackupsDescription":{},"New":1}"#)?;
    let update = UpdateContinuousBackupsOutput::from(describe.clone());
    assert_eq!(json::to_wire_string(&update), r#"{"ContinuousBackupsDescription":{},"New":1}"#);
    assert_eq!(DescribeContinuousBackupsOutput::from(update), describe);

    let input: ListBackupsInput = json::from_str(r#"{"Limit":1,"TableName":"Music"}"#)?;
    let page: ListBackupsOutput = json::from_str(r#"{"BackupSummaries":[],"LastEvaluatedBackupArn":"arn"}"#)?;
    let next = input.next_page(&page).ok_or("no next page")?;
    assert_eq!(json::to_wire_string(&next), r#"{"ExclusiveStartBackupArn":"arn","Limit":1,"TableName":"Music"}"#);
    assert_eq!(next.next_page(&json::from_str(r#"{"BackupSummaries":[]}"#)?), None);
    Ok(())
}

#[test]
fn timestamps_are_parsed_converted_and_shifted() -> Outcome {
    let at = Timestamp::from_unix_millis(1_576_616_366_715)?;
    assert_eq!(at.to_string().parse::<Timestamp>()?, at);
    assert_eq!("1576616366.715".parse::<Timestamp>()?, at);
    assert!(json::from_str::<Timestamp>("\"1576616366.715\"").is_err());
    assert_eq!(at.unix_millis(), 1_576_616_366_715);
    let later = at.checked_add(Duration::from_secs(35 * 86_400)).ok_or("in range")?;
    assert_eq!(later.duration_since(at), Some(Duration::from_secs(35 * 86_400)));
    assert_eq!(later.checked_sub(Duration::from_secs(35 * 86_400)), Some(at));
    assert_eq!(Timestamp::from_unix_nanos(1_576_616_366_715_999_999)?.truncate_to_millis(), at);
    assert_eq!(Timestamp::from_unix_nanos(-1)?.truncate_to_millis().unix_millis(), -1);
    assert_eq!(dynamodb_backup_model::time::OffsetDateTime::from(at).unix_timestamp(), 1_576_616_366);
    Ok(())
}

#[cfg(feature = "std")]
#[test]
fn timestamps_convert_to_and_from_system_time() -> Outcome {
    let at = Timestamp::from_unix_millis(1_576_616_366_715)?;
    let system: SystemTime = at.try_into()?;
    assert_eq!(Timestamp::try_from(system)?, at);
    Ok(())
}

#[cfg(feature = "builder")]
#[test]
fn builder_setters_accept_values_that_convert() -> Outcome {
    let at = Timestamp::from_unix_millis(1_576_616_366_715)?;
    let built = BackupDetails::builder().backup_name("nightly").backup_creation_date_time(at).build();
    assert_eq!(built.backup_creation_date_time, Some(at));
    Ok(())
}

#[test]
fn reports_count_violations_and_valid_wraps_the_value() -> Outcome {
    let output: DescribeBackupOutput = json::from_str(FULL)?;
    assert!(output.details().is_some_and(|details| details.backup_name.is_some()));
    assert!(output.table().is_some_and(|table| table.key_schema.is_some()) && output.features().is_some());
    let report = output.validate();
    assert_eq!((report.error_count(), report.warning_count()), (0, 0));
    assert_eq!((report.count(Rule::KeySchemaOrder), report.contains(Rule::KeySchemaOrder)), (0, false));
    assert_eq!(report.of_group(Group::KeySchemas).count(), 0);
    assert_eq!(report.clone().into_iter().collect::<Report>(), report);
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
    let wire: &BackupDetails = backup.as_wire().backup_details.as_ref().ok_or("it is present")?;
    assert_eq!(wire.backup_name.as_ref(), Some(backup.name()));
    assert_eq!(backup.table().as_wire(), valid.table().ok_or("it is present")?);
    let index = backup.indexes().next().ok_or("there is one")?;
    assert_eq!(backup.index(index.name().as_str()), Some(index));
    assert!(HashSet::from([backup]).contains(&backup));
    assert!(backup.table().key().to_string().contains("Artist"));
    let bad = Valid::<DescribeBackupOutput>::from_json_str("{}").unwrap_err();
    assert!(matches!(bad, ReadError::Invalid(_)) && bad.source().is_some());
    assert!(!bad.to_string().contains(&bad.source().ok_or("it has one")?.to_string()));
    Ok(())
}

#[test]
fn json_objects_are_maps_and_json_parses_and_displays() -> Outcome {
    let mut members = JsonObject::new();
    members.insert("a", 1);
    members.insert("b", 0.5);
    assert!(members.contains_key("a") && members["a"].as_i64() == Some(1) && members["b"].as_f64() == Some(0.5));
    for (_, value) in &members {
        assert!(value.as_str().is_none() && !value.is_null());
    }
    assert!(members["c"].is_null());
    members.extend([("c", Json::from(true))]);
    if let Some(value) = members.get_mut("c") {
        *value = Json::from(vec![Some("x"), None]);
    }
    assert_eq!(members.into_iter().map(|(name, _)| name).collect::<Vec<_>>(), ["a", "b", "c"]);
    assert_eq!(
        (Json::from(u64::MAX).to_string(), Json::from(f64::NAN), Json::from(())),
        (u64::MAX.to_string(), Json::Null, Json::Null)
    );
    let array: JsonArray = [Json::from(1.5_f32), Json::from(true)].into_iter().collect();
    assert_eq!(
        (array[0].as_f64(), array[1].as_bool(), Json::Array(array).as_array().map(|array| array.len())),
        (Some(1.5), Some(true), Some(2))
    );
    assert!("{}".parse::<Json>()?.as_object().is_some_and(JsonObject::is_empty));
    assert_eq!("[1,\"x\"]".parse::<Json>()?.to_string(), "[1,\"x\"]");
    Ok(())
}

#[test]
fn a_locator_returns_a_location_or_none() -> Outcome {
    let locator = Locator::new(FULL);
    assert!(locator.find(&"/Nope".parse()?).is_none());
    let location: Location = locator.find(&"/BackupDescription".parse()?).ok_or("it is there")?;
    assert_eq!(location.to_string(), format!("{}:{}", location.line, location.column));
    let error = json::from_str::<DescribeBackupOutput>("{\n  7}").unwrap_err();
    assert_eq!(error.location().to_string(), "2:3");
    Ok(())
}
