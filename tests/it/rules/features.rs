//! Streams, time to live and encryption.

use super::document::{Document, music};
use serde_json::{Value, json};

#[test]
fn only_an_enabled_stream_has_a_view_type() {
    let with = |stream: Value| music().set("features/StreamDescription", stream);
    let path = "features/StreamDescription/StreamViewType";
    for view_type in ["NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"] {
        with(json!({"StreamEnabled": true, "StreamViewType": view_type})).violates_nothing();
        with(json!({"StreamEnabled": false, "StreamViewType": view_type}))
            .violates(&[format!("stream-view-type-unexpected@{path}")]);
    }
    with(json!({"StreamEnabled": false})).violates_nothing();
    with(json!({"StreamEnabled": true})).violates(&[format!("stream-view-type-missing@{path}")]);
    with(json!({"StreamEnabled": true, "StreamViewType": null}))
        .violates(&[format!("stream-view-type-missing@{path}")]);
    with(json!({"StreamEnabled": true, "StreamViewType": "NEW"})).violates(&[format!("unknown-enum-value@{path}")]);
    with(json!({"StreamEnabled": false, "StreamViewType": "NEW"}))
        .violates(&[format!("unknown-enum-value@{path}"), format!("stream-view-type-unexpected@{path}")]);
    with(json!({})).violates(&["required-member-missing@features/StreamDescription/StreamEnabled"]);
}

#[test]
fn time_to_live_has_an_attribute_while_it_is_enabled() {
    let with = |ttl: Value| music().set("features/TimeToLiveDescription", ttl);
    let status = |status: &str| with(json!({"TimeToLiveStatus": status}));
    let both = |status: &str| with(json!({"TimeToLiveStatus": status, "AttributeName": "ttl"}));
    let attribute = "features/TimeToLiveDescription/AttributeName";
    both("ENABLED").violates_nothing();
    both("ENABLING").violates_nothing();
    both("DISABLING").violates_nothing();
    both("DISABLED").violates(&[format!("ttl-attribute-unexpected@{attribute}")]);
    status("ENABLED").violates(&[format!("ttl-attribute-missing@{attribute}")]);
    status("ENABLING").violates_nothing();
    status("DISABLING").violates_nothing();
    status("DISABLED").violates_nothing();
    with(json!({"AttributeName": "ttl"}))
        .violates(&["ttl-status-missing@features/TimeToLiveDescription/TimeToLiveStatus"]);
    with(json!({})).violates_nothing();
}

const SSE: &str = "features/SSEDescription";
const ARN: &str = "features/SSEDescription/KMSMasterKeyArn";

fn key_arn() -> Value {
    music().get(ARN).clone()
}

fn sse(description: Value) -> Document {
    music().set(SSE, description)
}

#[test]
fn the_type_of_encryption_is_kms() {
    sse(json!({"Status": "ENABLED", "SSEType": "KMS", "KMSMasterKeyArn": key_arn()})).violates_nothing();
    sse(json!({"Status": "ENABLED"})).violates_nothing();
    sse(json!({"Status": "ENABLED", "SSEType": "AES256"}))
        .violates(&["sse-type-legacy@features/SSEDescription/SSEType"]);
}

#[test]
fn encryption_is_enabled_or_updating() {
    let with = |status: &str| music().set("features/SSEDescription/Status", status);
    with("ENABLED").violates_nothing();
    with("UPDATING").violates_nothing();
    for status in ["ENABLING", "DISABLING", "DISABLED"] {
        with(status).violates(&["sse-status-legacy@features/SSEDescription/Status"]);
    }
    music().remove("features/SSEDescription/Status").violates_nothing();
}

#[test]
fn kms_encryption_names_its_key() {
    let missing = [format!("sse-key-missing@{ARN}")];
    music().remove(ARN).violates(&missing);
    music().remove(ARN).set("features/SSEDescription/Status", "UPDATING").violates(&missing);
    sse(json!({"SSEType": "KMS"})).violates(&missing);
    sse(json!({"Status": "ENABLED"})).violates_nothing();
}

#[test]
fn a_key_comes_with_kms_encryption() {
    let unexpected = format!("sse-key-unexpected@{ARN}");
    sse(json!({"SSEType": "KMS", "KMSMasterKeyArn": key_arn()})).violates_nothing();
    sse(json!({"KMSMasterKeyArn": key_arn()})).violates(&[&unexpected]);
    sse(json!({"Status": "ENABLED", "KMSMasterKeyArn": key_arn()})).violates(&[&unexpected]);
    sse(json!({"SSEType": "AES256", "KMSMasterKeyArn": key_arn()}))
        .violates(&["sse-type-legacy@features/SSEDescription/SSEType", &unexpected]);
}

#[test]
fn the_time_of_an_inaccessible_key_comes_with_kms_encryption() {
    let path = "features/SSEDescription/InaccessibleEncryptionDateTime";
    music().set(path, 1.7e9).violates_nothing();
    sse(json!({"InaccessibleEncryptionDateTime": 1.7e9})).violates(&[format!("sse-inaccessible-without-kms@{path}")]);
    sse(json!({"SSEType": "AES256", "InaccessibleEncryptionDateTime": "2023-11-14T22:13:20Z"})).violates(&[
        "sse-type-legacy@features/SSEDescription/SSEType",
        "sse-inaccessible-without-kms@features/SSEDescription/InaccessibleEncryptionDateTime",
    ]);
    sse(json!({"SSEType": "KMS", "InaccessibleEncryptionDateTime": 1.7e9}))
        .violates(&[format!("sse-key-missing@{ARN}")]);
}

#[test]
fn the_key_is_an_arn_of_a_kms_key() {
    let with = |arn: &str| music().set(ARN, arn);
    for id in ["mrk-67c1526d2d8940a3947df29d0358c35a", "b0c04bcc-309b-4352-b2ae-9088af169fe2", "x"] {
        with(&format!("arn:aws:kms:us-west-2:123456789012:key/{id}")).violates_nothing();
        with(&format!("arn:aws:kms:us-west-2:000000000000:key/{id}")).violates_nothing();
    }
    for arn in [
        "",
        "alias/aws/dynamodb",
        "b0c04bcc-309b-4352-b2ae-9088af169fe2",
        "arn:aws:kms:us-west-2:123456789012:alias/x",
        "arn:aws:kms:us-west-2:123456789012:key/",
        "arn:aws:kms:us-west-2:123456789012:key",
        "arn:aws:kms:us-west-2:123456789012:",
        "arn:aws:kms:us-west-2:123456789012",
        "arn:aws:kms:us-west-2:123456789012:key/x/y",
        "arn:aws:kms:us-west-2:123456789012:key/x:y",
        "arn:aws:kms:us-west-2:123456789012:key/x\n",
        "arn:aws:kms:us-west-2:123456789012:key/é",
        "arn:aws:kms:us-west-2:123456789012:Key/x",
        " arn:aws:kms:us-west-2:123456789012:key/x",
        "urn:aws:kms:us-west-2:123456789012:key/x",
        "arn:azure:kms:us-west-2:123456789012:key/x",
        "arn::kms:us-west-2:123456789012:key/x",
        "arn:aws:dynamodb:us-west-2:123456789012:key/x",
        "arn:aws:kms::123456789012:key/x",
        "arn:aws:kms:US-WEST-2:123456789012:key/x",
        "arn:aws:kms:us-west-2:12345678901:key/x",
        "arn:aws:kms:us-west-2:1234567890123:key/x",
        "arn:aws:kms:us-west-2:12345678901x:key/x",
        "arn:aws:kms:us-west-2::key/x",
    ] {
        with(arn).violates(&[format!("sse-key-arn-format@{ARN}")]);
    }
}

#[test]
fn the_key_is_in_the_partition_and_region_of_the_table() {
    let with = |arn: &str| music().set(ARN, arn);
    let elsewhere = format!("sse-key-arn-region@{ARN}");
    with("arn:aws:kms:us-east-1:123456789012:key/x").violates(&[&elsewhere]);
    with("arn:aws-cn:kms:us-west-2:123456789012:key/x").violates(&[&elsewhere]);
    with("arn:aws-cn:kms:cn-north-1:123456789012:key/x").violates(&[&elsewhere]);
    with("arn:aws:kms:us-west-2:210987654321:key/x").violates_nothing();
    // Nothing to compare with.
    let far = || with("arn:aws:kms:us-east-1:123456789012:key/x");
    far().remove("table/TableArn").violates(&["table-arn-missing@table/TableArn"]);
    far().remove("table").violates(&["source-table-details-missing@table"]);
    far().set("table/TableArn", "arn").violates(&["table-arn-format@table/TableArn"]);
}
