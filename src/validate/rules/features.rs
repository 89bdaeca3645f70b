//! Streams, time to live and encryption.

use super::Quoted;
use crate::model::{SseDescription, SseStatus, SseType, StreamSpecification, TimeToLiveDescription, TimeToLiveStatus};
use crate::validate::{Check, Path, Rule};

#[inline]
pub(crate) fn view_type_is_of_an_enabled_stream(check: &mut Check<'_>, at: &Path<'_>, stream: &StreamSpecification) {
    let at = at.member(StreamSpecification::stream_view_type);
    match (stream.stream_enabled, &stream.stream_view_type) {
        (Some(true), None) => check.report(
            Rule::StreamViewTypeMissing,
            &at,
            format_args!("expected the view type of an enabled stream, found none"),
        ),
        (Some(false), Some(found)) => check.report(
            Rule::StreamViewTypeUnexpected,
            &at,
            format_args!("expected no view type of a stream that is not enabled, found {}", Quoted(found.as_str())),
        ),
        (Some(true), Some(_)) | (Some(false), None) | (None, _) => {}
    }
}

#[inline]
pub(crate) fn attribute_is_of_an_enabled_time_to_live(
    check: &mut Check<'_>,
    at: &Path<'_>,
    ttl: &TimeToLiveDescription,
) {
    let attribute = at.member(TimeToLiveDescription::attribute_name);
    match (&ttl.time_to_live_status, &ttl.attribute_name) {
        (Some(TimeToLiveStatus::Enabled), None) => check.report(
            Rule::TtlAttributeMissing,
            &attribute,
            format_args!("expected the attribute of a time to live that is ENABLED, found none"),
        ),
        (Some(TimeToLiveStatus::Disabled), Some(found)) => check.report(
            Rule::TtlAttributeUnexpected,
            &attribute,
            format_args!("expected no attribute of a time to live that is DISABLED, found {}", Quoted(found.as_str())),
        ),
        (None, Some(found)) => check.report(
            Rule::TtlStatusMissing,
            &at.member(TimeToLiveDescription::time_to_live_status),
            format_args!("expected the status of the time to live on {}, found none", Quoted(found.as_str())),
        ),
        (
            Some(
                TimeToLiveStatus::Enabled
                | TimeToLiveStatus::Enabling
                | TimeToLiveStatus::Disabling
                | TimeToLiveStatus::Unknown(_),
            ),
            Some(_),
        )
        | (
            Some(
                TimeToLiveStatus::Disabled
                | TimeToLiveStatus::Enabling
                | TimeToLiveStatus::Disabling
                | TimeToLiveStatus::Unknown(_),
            )
            | None,
            None,
        ) => {}
    }
}

#[inline]
pub(crate) fn encryption_type_is_supported(check: &mut Check<'_>, at: &Path<'_>, sse: &SseDescription) {
    if sse.sse_type == Some(SseType::Aes256) {
        check.report(
            Rule::SseTypeLegacy,
            &at.member(SseDescription::sse_type),
            format_args!("expected KMS, found AES256, which the service no longer names"),
        );
    }
}

#[inline]
pub(crate) fn encryption_status_is_supported(check: &mut Check<'_>, at: &Path<'_>, sse: &SseDescription) {
    match &sse.status {
        Some(status @ (SseStatus::Enabling | SseStatus::Disabling | SseStatus::Disabled)) => check.report(
            Rule::SseStatusLegacy,
            &at.member(SseDescription::status),
            format_args!("expected ENABLED or UPDATING, found {status}"),
        ),
        Some(SseStatus::Enabled | SseStatus::Updating | SseStatus::Unknown(_)) | None => {}
    }
}

/// Whether the encryption is with a KMS key; `None` where that can't be told.
fn is_kms(sse: &SseDescription) -> Option<bool> {
    match &sse.sse_type {
        Some(SseType::Kms) => Some(true),
        Some(SseType::Aes256) | None => Some(false),
        Some(SseType::Unknown(_)) => None,
    }
}

#[inline]
pub(crate) fn key_is_of_kms_encryption(check: &mut Check<'_>, at: &Path<'_>, sse: &SseDescription) {
    let at = at.member(SseDescription::kms_master_key_arn);
    match (is_kms(sse), &sse.kms_master_key_arn) {
        (Some(true), None) => {
            check.report(Rule::SseKeyMissing, &at, format_args!("expected the key of KMS encryption, found none"));
        }
        (Some(false), Some(_)) => check.report(
            Rule::SseKeyUnexpected,
            &at,
            format_args!("expected a key only with SSEType KMS, found one with {}", sse_type_name(sse)),
        ),
        (Some(true), Some(_)) | (Some(false), None) | (None, _) => {}
    }
}

fn sse_type_name(sse: &SseDescription) -> &str {
    sse.sse_type.as_ref().map_or("no SSEType", SseType::as_str)
}

#[inline]
pub(crate) fn inaccessible_key_is_of_kms_encryption(check: &mut Check<'_>, at: &Path<'_>, sse: &SseDescription) {
    if is_kms(sse) == Some(false) && sse.inaccessible_encryption_date_time.is_some() {
        check.report(
            Rule::SseInaccessibleWithoutKms,
            &at.member(SseDescription::inaccessible_encryption_date_time),
            format_args!("expected the time only with SSEType KMS, found it with {}", sse_type_name(sse)),
        );
    }
}

#[inline]
pub(crate) fn key_arn_has_its_form(check: &mut Check<'_>, at: &Path<'_>, sse: &SseDescription) {
    let Some(arn) = &sse.kms_master_key_arn else { return };
    let at = at.member(SseDescription::kms_master_key_arn);
    let key = match arn.parse() {
        Ok(key) => key,
        Err(fault) => {
            check.report(
                Rule::SseKeyArnFormat,
                &at,
                format_args!("not the ARN of a KMS key: {fault}, found {}", Quoted(arn.as_str())),
            );
            return;
        }
    };
    let Some(expected) = check.around.table_scope() else { return };
    let found = key.scope;
    if (found.partition, found.region) != (expected.partition, expected.region) {
        check.report(
            Rule::SseKeyArnRegion,
            &at,
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
