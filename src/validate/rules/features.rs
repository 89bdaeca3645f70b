//! Streams, time to live and encryption.

use super::Quoted;
use crate::model::{
    ArnScope, OpenEnum, SseDescription, SseStatus, SseType, StreamSpecification, TimeToLiveDescription,
    TimeToLiveStatus,
};
use crate::validate::{Check, Path, Rule};

#[inline]
pub(crate) fn stream_view_type_missing(check: &mut Check<'_>, at: &Path<'_>, stream: &StreamSpecification) {
    if stream.stream_enabled == Some(true) && OpenEnum::present(stream.stream_view_type.as_ref()).is_none() {
        check.report(
            Rule::StreamViewTypeMissing,
            &at.member(StreamSpecification::stream_view_type),
            format_args!("expected the view type of an enabled stream, found none"),
        );
    }
}

#[inline]
pub(crate) fn stream_view_type_unexpected(check: &mut Check<'_>, at: &Path<'_>, stream: &StreamSpecification) {
    if stream.stream_enabled == Some(false)
        && let Some(found) = OpenEnum::present(stream.stream_view_type.as_ref())
    {
        check.report(
            Rule::StreamViewTypeUnexpected,
            &at.member(StreamSpecification::stream_view_type),
            format_args!("expected no view type of a stream that is not enabled, found {}", Quoted(found.as_str())),
        );
    }
}

#[inline]
pub(crate) fn ttl_attribute_missing(check: &mut Check<'_>, at: &Path<'_>, ttl: &TimeToLiveDescription) {
    if matches!(ttl.time_to_live_status, Some(TimeToLiveStatus::Enabled)) && ttl.attribute_name.is_none() {
        check.report(
            Rule::TtlAttributeMissing,
            &at.member(TimeToLiveDescription::attribute_name),
            format_args!("expected the attribute of a time to live that is ENABLED, found none"),
        );
    }
}

#[inline]
pub(crate) fn ttl_attribute_unexpected(check: &mut Check<'_>, at: &Path<'_>, ttl: &TimeToLiveDescription) {
    if matches!(ttl.time_to_live_status, Some(TimeToLiveStatus::Disabled))
        && let Some(found) = &ttl.attribute_name
    {
        check.report(
            Rule::TtlAttributeUnexpected,
            &at.member(TimeToLiveDescription::attribute_name),
            format_args!("expected no attribute of a time to live that is DISABLED, found {}", Quoted(found.as_str())),
        );
    }
}

#[inline]
pub(crate) fn ttl_status_missing(check: &mut Check<'_>, at: &Path<'_>, ttl: &TimeToLiveDescription) {
    if OpenEnum::present(ttl.time_to_live_status.as_ref()).is_none()
        && let Some(found) = &ttl.attribute_name
    {
        check.report(
            Rule::TtlStatusMissing,
            &at.member(TimeToLiveDescription::time_to_live_status),
            format_args!("expected the status of the time to live on {}, found none", Quoted(found.as_str())),
        );
    }
}

#[inline]
pub(crate) fn sse_type_legacy(check: &mut Check<'_>, at: &Path<'_>, sse: &SseDescription) {
    if matches!(sse.sse_type, Some(SseType::Aes256)) {
        check.report(
            Rule::SseTypeLegacy,
            &at.member(SseDescription::sse_type),
            format_args!("expected KMS, found AES256, which the service no longer names"),
        );
    }
}

#[inline]
pub(crate) fn sse_status_legacy(check: &mut Check<'_>, at: &Path<'_>, sse: &SseDescription) {
    match OpenEnum::present(sse.status.as_ref()) {
        Some(status @ (SseStatus::Enabling | SseStatus::Disabling | SseStatus::Disabled)) => check.report(
            Rule::SseStatusLegacy,
            &at.member(SseDescription::status),
            format_args!("expected ENABLED or UPDATING, found {status}"),
        ),
        Some(SseStatus::Enabled | SseStatus::Updating | SseStatus::Unknown(_)) | None => {}
    }
}

/// Whether the encryption is with a KMS key; `None` if that is not known.
fn is_kms(sse: &SseDescription) -> Option<bool> {
    match OpenEnum::present(sse.sse_type.as_ref()) {
        Some(SseType::Kms) => Some(true),
        Some(SseType::Aes256) | None => Some(false),
        Some(SseType::Unknown(_)) => None,
    }
}

#[inline]
pub(crate) fn sse_key_missing(check: &mut Check<'_>, at: &Path<'_>, sse: &SseDescription) {
    if is_kms(sse) == Some(true) && sse.kms_master_key_arn.is_none() {
        check.report(
            Rule::SseKeyMissing,
            &at.member(SseDescription::kms_master_key_arn),
            format_args!("expected the key of KMS encryption, found none"),
        );
    }
}

#[inline]
pub(crate) fn sse_key_unexpected(check: &mut Check<'_>, at: &Path<'_>, sse: &SseDescription) {
    if is_kms(sse) == Some(false) && sse.kms_master_key_arn.is_some() {
        check.report(
            Rule::SseKeyUnexpected,
            &at.member(SseDescription::kms_master_key_arn),
            format_args!("expected a key only with SSEType KMS, found one with {}", sse_type_name(sse)),
        );
    }
}

fn sse_type_name(sse: &SseDescription) -> &str {
    OpenEnum::present(sse.sse_type.as_ref()).map_or("no SSEType", SseType::as_str)
}

#[inline]
pub(crate) fn sse_inaccessible_without_kms(check: &mut Check<'_>, at: &Path<'_>, sse: &SseDescription) {
    if is_kms(sse) == Some(false) && sse.inaccessible_encryption_date_time.is_some() {
        check.report(
            Rule::SseInaccessibleWithoutKms,
            &at.member(SseDescription::inaccessible_encryption_date_time),
            format_args!("expected the time only with SSEType KMS, found it with {}", sse_type_name(sse)),
        );
    }
}

/// `sse-key-arn-format`, and the rule about an ARN of the right form.
#[inline]
pub(crate) fn sse_key_arn(check: &mut Check<'_>, at: &Path<'_>, sse: &SseDescription) {
    let Some(arn) = &sse.kms_master_key_arn else { return };
    let at = at.member(SseDescription::kms_master_key_arn);
    match arn.parse() {
        Ok(key) => sse_key_arn_region(check, &at, key.scope),
        Err(error) => check.report(
            Rule::SseKeyArnFormat,
            &at,
            format_args!("not the ARN of a KMS key: {error}, found {}", Quoted(arn.as_str())),
        ),
    }
}

fn sse_key_arn_region(check: &mut Check<'_>, at: &Path<'_>, found: ArnScope<'_>) {
    let Some(expected) = check.context.table_facts.scope() else { return };
    if (found.partition, found.region) != (expected.partition, expected.region) {
        check.report(
            Rule::SseKeyArnRegion,
            at,
            format_args!(
                "expected a key in the table's {} and {}, found {} and {}",
                Quoted(expected.partition),
                Quoted(expected.region),
                Quoted(found.partition),
                Quoted(found.region)
            ),
        );
    }
}
