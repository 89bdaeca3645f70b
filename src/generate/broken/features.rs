use super::{Breach, Parts};
use crate::generate::source::Source;
use crate::generate::time::{genuine_nanos, written};
use crate::generate::valid::{Plan, REGIONS, attribute, kms_key};
use crate::model::{
    KmsMasterKeyArn, SseDescription, SseStatus, SseType, StreamSpecification, StreamViewType, TableArnParts,
    TimeToLiveDescription, TimeToLiveStatus,
};
use alloc::format;
use alloc::string::{String, ToString as _};

fn stream(parts: &mut Parts<'_>, change: impl FnOnce(&mut StreamSpecification)) {
    change(parts.features().stream_description.get_or_insert_default());
}

fn time_to_live(parts: &mut Parts<'_>, change: impl FnOnce(&mut TimeToLiveDescription)) {
    change(parts.features().time_to_live_description.get_or_insert_default());
}

pub(super) fn stream_view_type_missing() -> Breach {
    Breach::of_any(|_, parts| {
        stream(parts, |stream| {
            stream.stream_enabled = Some(true);
            stream.stream_view_type = None;
        });
    })
}

pub(super) fn stream_view_type_unexpected() -> Breach {
    Breach::of_any(|source, parts| {
        let view_type = source.pick(StreamViewType::VALUES);
        stream(parts, |stream| {
            stream.stream_enabled = Some(false);
            stream.stream_view_type = Some(view_type);
        });
    })
}

pub(super) fn ttl_attribute_missing() -> Breach {
    Breach::of_any(|_, parts| {
        time_to_live(parts, |ttl| {
            ttl.time_to_live_status = Some(TimeToLiveStatus::Enabled);
            ttl.attribute_name = None;
        });
    })
}

pub(super) fn ttl_attribute_unexpected() -> Breach {
    Breach::of_any(|source, parts| {
        let name = attribute(source, &[]);
        time_to_live(parts, |ttl| {
            ttl.time_to_live_status = Some(TimeToLiveStatus::Disabled);
            ttl.attribute_name = Some(name);
        });
    })
}

pub(super) fn ttl_status_missing() -> Breach {
    Breach::of_any(|source, parts| {
        let name = attribute(source, &[]);
        time_to_live(parts, |ttl| {
            ttl.time_to_live_status = None;
            ttl.attribute_name = Some(name);
        });
    })
}

fn encrypted(_: &mut Source<'_, '_>, plan: &mut Plan) {
    plan.encryption = true;
}

fn encryption<'o>(parts: &'o mut Parts<'_>) -> &'o mut SseDescription {
    parts.features().sse_description.get_or_insert_default()
}

/// Encryption with a key in the table's region.
fn with_key(source: &mut Source<'_, '_>, parts: &mut Parts<'_>) {
    let arn = parts.table().table_arn.clone().unwrap_or_default();
    if let Ok(TableArnParts { scope, .. }) = arn.parse() {
        let sse = encryption(parts);
        sse.sse_type = Some(SseType::Kms);
        sse.kms_master_key_arn = Some(kms_key(source, scope.partition, scope.region));
    }
}

pub(super) fn sse_type_legacy() -> Breach {
    Breach::new(encrypted, |_, parts| {
        let sse = encryption(parts);
        sse.sse_type = Some(SseType::Aes256);
        sse.kms_master_key_arn = None;
        sse.inaccessible_encryption_date_time = None;
    })
}

pub(super) fn sse_status_legacy() -> Breach {
    Breach::new(encrypted, |source, parts| {
        encryption(parts).status = Some(source.pick(&[SseStatus::Enabling, SseStatus::Disabling, SseStatus::Disabled]));
    })
}

pub(super) fn sse_key_missing() -> Breach {
    Breach::new(encrypted, |_, parts| {
        let sse = encryption(parts);
        sse.sse_type = Some(SseType::Kms);
        sse.kms_master_key_arn = None;
    })
}

pub(super) fn sse_key_unexpected() -> Breach {
    Breach::new(encrypted, |source, parts| {
        with_key(source, parts);
        let sse = encryption(parts);
        sse.sse_type = None;
        sse.inaccessible_encryption_date_time = None;
    })
}

pub(super) fn sse_key_arn_format() -> Breach {
    Breach::new(encrypted, |source, parts| {
        with_key(source, parts);
        let sse = encryption(parts);
        let arn = sse.kms_master_key_arn.take().unwrap_or_default();
        let arn = arn.as_str();
        let broken = match source.number(0..=5) {
            0 => String::from("alias/aws/dynamodb"),
            1 => arn.replacen(":key/", ":alias/", 1),
            2 => format!("{arn}/"),
            3 => arn.replacen("arn:", "", 1),
            4 => arn.replacen(":kms:", ":dynamodb:", 1),
            _ => String::new(),
        };
        sse.kms_master_key_arn = Some(KmsMasterKeyArn::unchecked(broken));
    })
}

pub(super) fn sse_key_arn_region() -> Breach {
    Breach::new(encrypted, |source, parts| {
        let arn = parts.table().table_arn.clone().unwrap_or_default().as_str().to_string();
        let elsewhere = |(partition, region): &&(&str, &str)| !arn.contains(&format!("{partition}:dynamodb:{region}:"));
        let others: alloc::vec::Vec<_> = REGIONS.iter().filter(elsewhere).copied().collect();
        let (partition, region) = source.pick(&others);
        let key = kms_key(source, partition, region);
        let sse = encryption(parts);
        sse.sse_type = Some(SseType::Kms);
        sse.kms_master_key_arn = Some(key);
    })
}

pub(super) fn sse_inaccessible_without_kms() -> Breach {
    Breach::new(encrypted, |source, parts| {
        let since = genuine_nanos(source);
        let since = written(source, since);
        let sse = encryption(parts);
        sse.sse_type = None;
        sse.kms_master_key_arn = None;
        sse.inaccessible_encryption_date_time = Some(since);
    })
}
