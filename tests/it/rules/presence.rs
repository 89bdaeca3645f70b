//! Members that must be there, and the values of enums.

use super::document::{Document, gone, key, ledger, music, music_on_demand, papers};
use dynamodb_backup_model::{DescribeBackupOutput, KeyType, Validate, json};
use serde_json::json;

#[track_caller]
fn lacks_its_description(text: &str, message: &str) {
    let report = json::from_str::<DescribeBackupOutput>(text).unwrap().validate();
    assert_eq!(super::document::shown(&report), ["backup-description-missing@/BackupDescription"]);
    assert!(report.violations()[0].message().contains(message), "{report}");
}

#[test]
fn an_output_has_a_backup_description() {
    lacks_its_description("{}", "found none");
    lacks_its_description(r#"{"BackupDescription":null}"#, "found none");
    lacks_its_description(r#"{"ResponseMetadata":{}}"#, "found none");
    lacks_its_description(r#"{"TableDescription":{"TableName":"Music"}}"#, "found none");
    lacks_its_description(r#"{"BackupDetails":{}}"#, r#"put `{"BackupDescription": …}` around it"#);
    lacks_its_description(r#"{"SourceTableDetails":{}}"#, r#"put `{"BackupDescription": …}` around it"#);
    lacks_its_description(r#"{"SourceTableFeatureDetails":{}}"#, r#"put `{"BackupDescription": …}` around it"#);
}

#[test]
fn a_description_has_details_and_a_source_table() {
    music()
        .set("/BackupDescription", json!({}))
        .violates(&["backup-details-missing@backup", "source-table-details-missing@table"]);
    music().remove("backup").violates(&["backup-details-missing@backup"]);
    music().set("backup", json!(null)).violates(&["backup-details-missing@backup"]);
    music().remove("table").violates(&["source-table-details-missing@table"]);
    music().remove("features").violates_nothing();
    music().set("features", json!({})).violates_nothing();
}

#[track_caller]
fn requires(document: &Document, paths: &[&str]) {
    for path in paths {
        let expected = [format!("required-member-missing@{path}")];
        document.clone().remove(path).violates(&expected);
        document.clone().set(path, json!(null)).violates(&expected);
    }
}

#[test]
fn members_that_the_service_model_requires_are_present() {
    requires(&music(), &["backup/BackupArn", "backup/BackupName", "backup/BackupStatus"]);
    requires(&music(), &["backup/BackupCreationDateTime"]);
    requires(&music(), &["table/TableName", "table/TableId", "table/KeySchema", "table/TableCreationDateTime"]);
    requires(&music(), &["table/ProvisionedThroughput"]);
    requires(&music(), &["table/KeySchema/0/AttributeName", "table/KeySchema/1/AttributeName"]);
    requires(&music(), &["table/KeySchema/0/KeyType"]);
    requires(&music(), &["local/0/KeySchema/0/AttributeName", "local/0/KeySchema/0/KeyType"]);
    requires(&music(), &["local/0/KeySchema/1/AttributeName", "local/0/KeySchema/1/KeyType"]);
    requires(&music(), &["global/0/KeySchema/0/AttributeName", "global/0/KeySchema/0/KeyType"]);
    requires(&music(), &["global/0/KeySchema/1/AttributeName", "global/0/KeySchema/1/KeyType"]);
    requires(&music(), &["table/ProvisionedThroughput/ReadCapacityUnits"]);
    requires(&music(), &["table/ProvisionedThroughput/WriteCapacityUnits"]);
    requires(&music(), &["global/1/ProvisionedThroughput/ReadCapacityUnits"]);
    requires(&music(), &["global/1/ProvisionedThroughput/WriteCapacityUnits"]);
    requires(
        &music().remove("features/StreamDescription/StreamViewType"),
        &["features/StreamDescription/StreamEnabled"],
    );
    requires(&music(), &["features/StreamDescription/StreamEnabled"]);
    requires(&papers(), &["vector/0/VectorAttribute/AttributeName"]);
    requires(&papers(), &["vector/0/SearchSchema/0/AttributeName", "vector/0/SearchSchema/0/SearchSchemaElementType"]);
    requires(&papers(), &["vector/0/SearchSchema/1/AttributeName", "vector/0/SearchSchema/1/SearchSchemaElementType"]);
}

#[test]
fn members_that_the_service_model_leaves_optional_may_be_absent() {
    music().remove("backup/BackupSizeBytes").violates_nothing();
    ledger().remove("backup/BackupExpiryDateTime").violates_nothing();
    music().remove("table/TableSizeBytes").violates_nothing();
    music().remove("table/ItemCount").violates_nothing();
    music().remove("table/BillingMode").violates_nothing();
    music().remove("local").violates_nothing();
    music().remove("global").violates_nothing();
    music().remove("features/StreamDescription").violates_nothing();
    music().remove("features/TimeToLiveDescription").violates_nothing();
    music().set("features/TimeToLiveDescription", json!({})).violates_nothing();
    music().remove("features/SSEDescription").violates_nothing();
    music().set("features/SSEDescription", json!({})).violates_nothing();
    papers().remove("vector").violates_nothing();
}

#[test]
fn a_backup_has_a_type() {
    for document in [music(), ledger()] {
        document.remove("backup/BackupType").violates(&["backup-type-missing@backup/BackupType"]);
    }
    // Without a type the name may be a SYSTEM backup's and the expiry its.
    gone().remove("backup/BackupType").violates(&["backup-type-missing@backup/BackupType"]);
}

#[track_caller]
fn index_needs(document: &Document, index: &str, members: &[&str]) {
    for member in members {
        document
            .clone()
            .remove(&format!("{index}/{member}"))
            .violates(&[format!("index-member-missing@{index}/{member}")]);
    }
    let all: Vec<String> = members.iter().map(|member| format!("index-member-missing@{index}/{member}")).collect();
    document.clone().set(index, json!({})).violates(&all);
}

#[test]
fn an_index_has_the_members_that_define_it() {
    index_needs(&music(), "local/0", &["IndexName", "KeySchema", "Projection"]);
    index_needs(&music_on_demand(), "global/0", &["IndexName", "KeySchema", "Projection"]);
    index_needs(
        &papers(),
        "vector/0",
        &["IndexName", "VectorAttribute", "Projection", "Dimensions", "DistanceFunction"],
    );
    music_on_demand().remove("global/0/ProvisionedThroughput").violates_nothing();
    papers().remove("vector/0/SearchSchema").violates_nothing();
}

#[track_caller]
fn knows(document: &Document, path: &str, values: &[&str]) {
    let expected = format!("unknown-enum-value@{path}");
    for value in values {
        let report = document.clone().set(path, *value).report();
        assert!(!super::document::shown(&report).contains(&expected), "{value}: {report}");
    }
    let lower_case = values[0].to_lowercase();
    let longer = format!("{} ", values[0]);
    for value in ["SOMETHING_NEW", " ", &lower_case, &longer] {
        document.clone().set(path, value).violates(&[&expected]);
    }
    // An empty string is an absent value, as clients in Go write it.
    let [empty, absent] = [document.clone().set(path, ""), document.clone().remove(path)];
    assert_eq!(super::document::shown(&empty.report()), super::document::shown(&absent.report()), "{path}");
}

#[test]
fn enum_values_are_listed_in_the_service_model() {
    knows(&music(), "backup/BackupStatus", &["CREATING", "DELETED", "AVAILABLE"]);
    knows(&music(), "backup/BackupType", &["USER", "SYSTEM", "AWS_BACKUP"]);
    knows(&music().remove("local"), "table/KeySchema/0/KeyType", &["HASH", "RANGE"]);
    knows(&music(), "table/KeySchema/1/KeyType", &["HASH", "RANGE"]);
    knows(&music(), "local/0/KeySchema/1/KeyType", &["HASH", "RANGE"]);
    knows(&music(), "global/0/KeySchema/0/KeyType", &["HASH", "RANGE"]);
    knows(&music(), "table/BillingMode", &["PROVISIONED", "PAY_PER_REQUEST"]);
    knows(&music(), "local/0/Projection/ProjectionType", &["ALL", "KEYS_ONLY", "INCLUDE"]);
    knows(&music(), "global/0/Projection/ProjectionType", &["ALL", "KEYS_ONLY", "INCLUDE"]);
    knows(&papers(), "vector/0/Projection/ProjectionType", &["ALL", "KEYS_ONLY", "INCLUDE"]);
    let view_types = ["NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"];
    knows(&music(), "features/StreamDescription/StreamViewType", &view_types);
    let statuses = ["ENABLING", "DISABLING", "ENABLED", "DISABLED"];
    knows(&music(), "features/TimeToLiveDescription/TimeToLiveStatus", &statuses);
    let statuses = ["ENABLING", "ENABLED", "DISABLING", "DISABLED", "UPDATING"];
    knows(&music(), "features/SSEDescription/Status", &statuses);
    knows(&music(), "features/SSEDescription/SSEType", &["AES256", "KMS"]);
    knows(&papers(), "vector/0/DistanceFunction", &["COSINE", "DOT_PRODUCT", "EUCLIDEAN"]);
    knows(&papers(), "vector/0/SearchSchema/0/SearchSchemaElementType", &["HASH", "INLINE_FILTER"]);
    music().set("backup/BackupStatus", "ACTIVE").violates(&["unknown-enum-value@backup/BackupStatus"]);
}

/// What each rule that reads an enum makes of a value that it does not know.
#[test]
fn no_rule_depends_on_an_unknown_value() {
    let unknown = |path: &str| [format!("unknown-enum-value@{path}")];
    let typed = |document: Document| document.set("backup/BackupType", "COPY");
    typed(gone()).violates(&unknown("backup/BackupType"));
    typed(gone()).remove("backup/BackupExpiryDateTime").violates(&unknown("backup/BackupType"));
    typed(music()).set("backup/BackupExpiryDateTime", 1.7e9).violates(&unknown("backup/BackupType"));
    typed(ledger()).violates(&unknown("backup/BackupType"));

    let billed = |document: Document| document.set("table/BillingMode", "FREE");
    for units in [json!([0, 0]), json!([0, 5]), json!([5, 0]), json!([5, 5])] {
        let units = json!({"ReadCapacityUnits": units[0], "WriteCapacityUnits": units[1]});
        billed(music()).set("table/ProvisionedThroughput", units.clone()).violates(&unknown("table/BillingMode"));
        billed(music()).set("global/0/ProvisionedThroughput", units).violates(&unknown("table/BillingMode"));
    }
    let maxima = json!({"MaxReadRequestUnits": 100});
    billed(music()).set("table/OnDemandThroughput", maxima).violates(&unknown("table/BillingMode"));
    billed(music()).remove("global/0/ProvisionedThroughput").violates(&unknown("table/BillingMode"));
    billed(papers()).violates(&unknown("table/BillingMode"));

    let projected = |projection| music().set("local/0/Projection", projection);
    for names in [json!(null), json!([]), json!(["a"])] {
        projected(json!({"ProjectionType": "SOME", "NonKeyAttributes": names}))
            .violates(&unknown("local/0/Projection/ProjectionType"));
    }

    let ttl = "features/TimeToLiveDescription";
    music().set(ttl, json!({"TimeToLiveStatus": "PAUSED"})).violates(&unknown(&format!("{ttl}/TimeToLiveStatus")));
    music()
        .set(ttl, json!({"TimeToLiveStatus": "PAUSED", "AttributeName": "x"}))
        .violates(&unknown(&format!("{ttl}/TimeToLiveStatus")));

    let sse = "features/SSEDescription";
    for member in ["KMSMasterKeyArn", "InaccessibleEncryptionDateTime"] {
        let value = if member == "KMSMasterKeyArn" {
            music().get("features/SSEDescription/KMSMasterKeyArn").clone()
        } else {
            json!(1.7e9)
        };
        music()
            .set(sse, json!({"Status": "ENABLED", "SSEType": "BLOWFISH", member: value}))
            .violates(&unknown(&format!("{sse}/SSEType")));
    }
    music().set(sse, json!({"Status": "ENABLED", "SSEType": "BLOWFISH"})).violates(&unknown(&format!("{sse}/SSEType")));

    // Two unknown elements may be HASH and RANGE: nothing is known to lack.
    let both =
        |list: &str| [format!("unknown-enum-value@{list}/0/KeyType"), format!("unknown-enum-value@{list}/1/KeyType")];
    for list in ["table/KeySchema", "local/0/KeySchema", "global/0/KeySchema"] {
        music().set(list, key("a FIRST, b SECOND")).violates(&both(list));
    }
    let element = json!({"AttributeName": "a", "SearchSchemaElementType": "BOTH"});
    papers().set("vector/0/SearchSchema", vec![element.clone(), element]).violates(&[
        "unknown-enum-value@vector/0/SearchSchema/0/SearchSchemaElementType",
        "unknown-enum-value@vector/0/SearchSchema/1/SearchSchemaElementType",
    ]);
}

#[test]
fn messages_show_unknown_enum_values_verbatim() {
    let KeyType::Unknown(value) = KeyType::from("SORT") else { panic!("not a type of key") };
    assert_eq!((value.to_string(), format!("{value:>6}")), ("SORT".to_owned(), "  SORT".to_owned()));
    assert_eq!(KeyType::Unknown(value).to_string(), "SORT");
}
