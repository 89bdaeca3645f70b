//! Texts: any, and those that keep the limits of their rows.

use super::source::Source;
use crate::model::{TextLimits, TextPattern};
use crate::value::{NUMBER, RAW_VALUE};
use alloc::format;
use alloc::string::String;
use core::fmt::Write as _;

const NAME_CHARS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";

/// Characters at which readers and writers of JSON, YAML and UTF-8 part ways.
const SPECIAL_CHARS: &[char] = &[
    'a',
    '"',
    '\\',
    '/',
    '~',
    '$',
    ' ',
    '\t',
    '\n',
    '\r',
    '\0',
    '\u{8}',
    '\u{C}',
    '\u{1F}',
    '\u{7F}',
    '\u{85}',
    'é',
    '\u{301}',
    'ß',
    '\u{2028}',
    '\u{FEFF}',
    '\u{FFFD}',
    '\u{FFFF}',
    '𝄞',
    '\u{10FFFF}',
];

/// Texts that some reader takes for something else.
const SPECIAL_TEXTS: &[&str] = &[
    "null",
    "true",
    "~",
    "1e3",
    "0x1F",
    "-",
    "2019-12-17",
    "AVAILABLE",
    "HASH",
    "BackupDescription",
    "AttributeName",
    "Error",
    "message",
    "__type",
    NUMBER,
    RAW_VALUE,
    "arn:aws:dynamodb:us-west-2:123456789012:table/Music",
    "arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a",
    "arn:aws:kms:us-west-2:123456789012:key/mrk-67c1526d2d8940a3947df29d0358c35a",
];

/// Any text at all.
pub(crate) fn any_text(source: &mut Source<'_, '_>) -> String {
    let mut text = String::new();
    match source.number(0..=7) {
        0 => {}
        1..=3 => {
            while source.another() {
                text.push(name_char(source));
            }
        }
        4 => {
            while source.another() {
                text.push(source.pick(SPECIAL_CHARS));
            }
        }
        5 => {
            while source.another() {
                text.push(source.char());
            }
        }
        // As long as the limits of names, and a little longer.
        6 => {
            let unit = source.pick(&['a', 'é', '𝄞']);
            let len = source.pick(&[1, 2, 3, 63, 64, 127, 128, 254, 255, 256, 274]);
            text.extend(core::iter::repeat_n(unit, len));
        }
        _ => text.push_str(source.pick(SPECIAL_TEXTS)),
    }
    text
}

/// Any text for which there is no name on the list.
pub(crate) fn any_text_but(source: &mut Source<'_, '_>, is_known: impl Fn(&str) -> bool) -> String {
    let mut text = any_text(source);
    while is_known(&text) {
        text.push('_');
    }
    text
}

pub(crate) fn name_char(source: &mut Source<'_, '_>) -> char {
    char::from(source.pick(NAME_CHARS))
}

/// A text that keeps the limits, both ends of its length included.
pub(crate) fn valid_text(source: &mut Source<'_, '_>, limits: TextLimits) -> String {
    /// A longer text is made only now and then: it says little that a shorter one does not.
    const LONG: usize = 1024;

    if limits.pattern == Some(TextPattern::LowerCaseUuid) {
        return uuid(source);
    }
    let least = limits.min_chars;
    let most = limits.max_chars.unwrap_or(LONG);
    let most = if source.once_in(64) { most } else { most.min(LONG) };
    let len = source.count(least..=most);
    text_of(source, limits, len)
}

/// A text of so many characters that keeps the limits otherwise.
pub(crate) fn text_of(source: &mut Source<'_, '_>, limits: TextLimits, len: usize) -> String {
    /// So many characters are chosen one by one; those behind them are all alike.
    const CHOSEN: usize = 12;

    let mut text = String::new();
    let mut unit = 'a';
    for place in 0..len {
        if place < CHOSEN {
            unit = match limits.pattern {
                Some(TextPattern::Name | TextPattern::LowerCaseUuid) => name_char(source),
                None => match source.number(0..=7) {
                    0..=4 => name_char(source),
                    5 | 6 => source.pick(SPECIAL_CHARS),
                    _ => source.char(),
                },
            };
        }
        let left = len - place - 1;
        let fits = limits.max_bytes.is_none_or(|max| text.len() + unit.len_utf8() + left <= max);
        text.push(if fits { unit } else { 'a' });
    }
    text
}

fn uuid(source: &mut Source<'_, '_>) -> String {
    let hex = hex(source, 32);
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

/// So many hexadecimal digits in lower case.
pub(crate) fn hex(source: &mut Source<'_, '_>, len: usize) -> String {
    let mut digits = String::new();
    while digits.len() < len {
        // Writing to a `String` can't fail.
        let _ = write!(digits, "{:016x}", source.bits());
    }
    digits.truncate(len);
    digits
}

/// A text that keeps the limits and for which `is_taken` says no.
pub(crate) fn fresh_text(source: &mut Source<'_, '_>, limits: TextLimits, is_taken: impl Fn(&str) -> bool) -> String {
    let text = valid_text(source, limits);
    if !is_taken(&text) {
        return text;
    }
    // Counts up, from the shortest text there is.
    let width = limits.min_chars;
    let mut counted = (0..usize::MAX).map(|number| format!("{number:0width$}"));
    counted.find(|text| !is_taken(text)).unwrap_or(text)
}
