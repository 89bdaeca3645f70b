use super::Draft;
use crate::generate::plan::{REGIONS, partition_of};
use crate::generate::source::Source;
use crate::generate::time::{real_nanos, written};
use crate::generate::valid::{attribute, kms_key};
use crate::model::{AttributeName, KmsMasterKeyArn, SseStatus, SseType, StreamViewType, TimeToLiveStatus};
use alloc::format;
use alloc::string::String;

fn stream(draft: &mut Draft, enabled: bool, view_type: Option<StreamViewType>) {
    let stream = draft.features().stream_description.get_or_insert_default();
    stream.stream_enabled = Some(enabled);
    stream.stream_view_type = view_type;
}

pub(super) fn stream_view_type_missing(_: &mut Source<'_, '_>, draft: &mut Draft) {
    stream(draft, true, None);
}

pub(super) fn stream_view_type_unexpected(source: &mut Source<'_, '_>, draft: &mut Draft) {
    stream(draft, false, Some(source.pick(StreamViewType::VALUES)));
}

fn time_to_live(draft: &mut Draft, status: Option<TimeToLiveStatus>, attribute_name: Option<AttributeName>) {
    let time_to_live = draft.features().time_to_live_description.get_or_insert_default();
    time_to_live.time_to_live_status = status;
    time_to_live.attribute_name = attribute_name;
}

pub(super) fn ttl_attribute_missing(_: &mut Source<'_, '_>, draft: &mut Draft) {
    time_to_live(draft, Some(TimeToLiveStatus::Enabled), None);
}

pub(super) fn ttl_attribute_unexpected(source: &mut Source<'_, '_>, draft: &mut Draft) {
    time_to_live(draft, Some(TimeToLiveStatus::Disabled), Some(attribute(source, &[])));
}

pub(super) fn ttl_status_missing(source: &mut Source<'_, '_>, draft: &mut Draft) {
    time_to_live(draft, None, Some(attribute(source, &[])));
}

fn encryption(draft: &mut Draft, sse_type: Option<SseType>, key: Option<KmsMasterKeyArn>) {
    let encryption = draft.encryption();
    // Only KMS has a key that can be inaccessible.
    if sse_type != Some(SseType::Kms) {
        encryption.inaccessible_encryption_date_time = None;
    }
    encryption.sse_type = sse_type;
    encryption.kms_master_key_arn = key;
}

/// A key in the table's region.
fn key(source: &mut Source<'_, '_>, draft: &Draft) -> KmsMasterKeyArn {
    kms_key(source, draft.plan.partition, draft.plan.region)
}

pub(super) fn sse_type_legacy(_: &mut Source<'_, '_>, draft: &mut Draft) {
    encryption(draft, Some(SseType::Aes256), None);
}

pub(super) fn sse_status_legacy(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let legacy = [SseStatus::Enabling, SseStatus::Disabling, SseStatus::Disabled];
    draft.encryption().status = Some(source.pick(&legacy));
}

pub(super) fn sse_key_missing(_: &mut Source<'_, '_>, draft: &mut Draft) {
    encryption(draft, Some(SseType::Kms), None);
}

pub(super) fn sse_key_unexpected(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let key = key(source, draft);
    encryption(draft, None, Some(key));
}

pub(super) fn sse_key_arn_format(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let key = key(source, draft);
    let arn = key.as_str();
    let malformed = match source.number(0..=5) {
        0 => String::from("alias/aws/dynamodb"),
        1 => arn.replacen(":key/", ":alias/", 1),
        2 => format!("{arn}/"),
        3 => arn.replacen("arn:", "", 1),
        4 => arn.replacen(":kms:", ":dynamodb:", 1),
        _ => String::new(),
    };
    encryption(draft, Some(SseType::Kms), Some(KmsMasterKeyArn::unchecked(malformed)));
}

pub(super) fn sse_key_arn_region(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let region = source.pick_from(REGIONS.iter().filter(|region| **region != draft.plan.region));
    let key = kms_key(source, partition_of(region), region);
    encryption(draft, Some(SseType::Kms), Some(key));
}

pub(super) fn sse_inaccessible_without_kms(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let since = real_nanos(source);
    encryption(draft, None, None);
    draft.encryption().inaccessible_encryption_date_time = Some(written(source, since));
}
