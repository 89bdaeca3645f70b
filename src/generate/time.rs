//! Instants and the forms in which they are written.

use super::source::Source;
use crate::model::Timestamp;
use crate::value::timestamp::NANOS_PER_SECOND;
use alloc::format;
use alloc::string::String;
use core::ops::RangeInclusive;
use time::{OffsetDateTime, UtcOffset};

pub(crate) const SECOND: i128 = NANOS_PER_SECOND as i128;
pub(crate) const MILLI: i128 = SECOND / 1_000;
pub(crate) const DAY: i128 = 86_400 * SECOND;

/// What every instant must be in, in nanoseconds since the epoch.
fn range() -> RangeInclusive<i128> {
    let (first, last) = (*Timestamp::SECONDS.start(), *Timestamp::SECONDS.end());
    i128::from(first) * SECOND..=i128::from(last) * SECOND + (SECOND - 1)
}

/// Any instant in any form.
pub(crate) fn any_timestamp(source: &mut Source<'_, '_>) -> Timestamp {
    let range = range();
    let (first, last) = (*range.start(), *range.end());
    let nanos = match source.number(0..=7) {
        0 => 0,
        1 | 2 => real_nanos(source),
        3 => {
            let unit = source.pick(&[1, 1_000, MILLI, SECOND]);
            real_nanos(source) + unit * i128::from(source.number(-1_000..=1_000))
        }
        // Where the step from one `f64` to the next grows beyond a microsecond.
        4 => (1 << 33) * SECOND + i128::from(source.number(-2_000_000_000..=2_000_000_000)),
        5 => source.pick(&[first, last, first + 1, last - 1, -1, 1, SECOND - 1, -SECOND]),
        _ => {
            let unit = source.pick(&[1, 1_000, MILLI, SECOND, DAY]);
            source.number(first / unit..=last / unit) * unit
        }
    };
    written(source, nanos.clamp(first, last))
}

/// An instant as the service gives it: to the millisecond, between 2012 and 2050.
pub(crate) fn real_nanos(source: &mut Source<'_, '_>) -> i128 {
    let range = 1_326_844_800_000..=2_524_608_000_000_i64;
    let millis = match source.number(0..=3) {
        0 => 1_576_616_366_715,
        1 => source.number(range) / 1_000 * 1_000,
        _ => source.number(range),
    };
    i128::from(millis) * MILLI
}

/// The instant, in any form that holds all of it and that the limits allow.
pub(crate) fn written(source: &mut Source<'_, '_>, nanos: i128) -> Timestamp {
    let last_form = if source.limits.wire_timestamps { 1 } else { 3 };
    let text = match source.number(0..=last_form) {
        1 if nanos % SECOND == 0 => return number(&format!("{}", nanos / SECOND), nanos),
        0 | 1 => None,
        _ => date_and_time(source, nanos),
    };
    text.unwrap_or_else(|| number(&format!("{nanos}e-9"), nanos))
}

/// One of the spans of time, rounded up to a whole millisecond where the limits require the wire format.
pub(crate) fn pick_span(source: &mut Source<'_, '_>, spans: &[i128]) -> i128 {
    let span = source.pick(spans);
    if source.limits.wire_timestamps { (span + MILLI - 1) / MILLI * MILLI } else { span }
}

fn number(text: &str, nanos: i128) -> Timestamp {
    let timestamp = Timestamp::from_epoch_text(text).unwrap_or_else(|error| panic!("generated {text}: {error}"));
    debug_assert_eq!(timestamp.unix_nanos(), nanos);
    timestamp
}

/// The instant as a string, with any offset; `None` where its year would not be of four digits.
pub(crate) fn date_and_time(source: &mut Source<'_, '_>, nanos: i128) -> Option<Timestamp> {
    let text = date_and_time_text(source, nanos)?;
    Some(text.parse().unwrap_or_else(|error| panic!("generated the timestamp {text:?}: {error}")))
}

fn date_and_time_text(source: &mut Source<'_, '_>, nanos: i128) -> Option<String> {
    let (sign, factor) = source.pick(&[('+', 1), ('-', -1)]);
    let (offset, hms) = match source.number(0..=7) {
        0 | 1 => (String::from("+00:00"), [0, 0, 0]),
        2 => (String::from(source.pick(&["Z", "z"])), [0, 0, 0]),
        form => {
            // The greatest offset has no seconds.
            let (hour, minute, second) = (source.number(0..=23), source.number(0..=59), source.number(0..=59));
            let second = if (hour, minute) == (23, 59) { 0 } else { second };
            match form {
                3 => (format!("{sign}{hour:02}"), [hour, 0, 0]),
                4 => (format!("{sign}{hour:02}{minute:02}"), [hour, minute, 0]),
                5 => (format!("{sign}{hour:02}{minute:02}{second:02}"), [hour, minute, second]),
                6 => (format!("{sign}{hour:02}:{minute:02}:{second:02}"), [hour, minute, second]),
                _ => (format!("{sign}{hour:02}:{minute:02}"), [hour, minute, 0]),
            }
        }
    };
    let [hour, minute, second] = hms.map(|part| factor * part);
    let utc = OffsetDateTime::from_unix_timestamp_nanos(nanos).ok()?;
    let at = utc.checked_to_offset(UtcOffset::from_hms(hour, minute, second).ok()?)?;
    if !(0..=9999).contains(&at.year()) {
        return None;
    }
    let separator = source.pick(&['T', ' ', 't']);
    // Some write a space before the offset too, and the name of UTC.
    let offset = match (separator, &*offset) {
        (' ', "z") => " UTC".into(),
        (' ', digits) if digits != "Z" && source.pick(&[false, true]) => format!(" {digits}"),
        _ => offset,
    };
    let fraction = format!("{:09}", at.nanosecond());
    let needed = fraction.trim_end_matches('0').len();
    let fraction = match source.number(0..=3) {
        0 => &fraction[..needed.max(if needed == 0 { 0 } else { 6 })],
        1 => &fraction[..needed],
        _ => &fraction[..source.number(needed..=9)],
    };
    let point = if fraction.is_empty() { "" } else { "." };
    let (date, time) = (at.date(), at.time());
    Some(format!(
        "{:04}-{:02}-{:02}{separator}{:02}:{:02}:{:02}{point}{fraction}{offset}",
        date.year(),
        u8::from(date.month()),
        date.day(),
        time.hour(),
        time.minute(),
        time.second(),
    ))
}
