//! Strings: any, and those within the limits of their rows.

use super::source::Source;
use crate::model::{TextLimits, TextPattern};
use crate::value::text::NAME_RANGES;
use crate::value::{NUMBER, RAW_VALUE};
use alloc::format;
use alloc::string::String;
use core::fmt::Write as _;

/// Characters at which readers and writers of JSON, YAML and UTF-8 part ways.
const SPECIAL_CHARS: &str =
    "a\"\\/~$ \t\n\r\0\u{8}\u{C}\u{1F}\u{7F}\u{85}é\u{301}ß\u{2028}\u{FEFF}\u{FFFD}\u{FFFF}𝄞\u{10FFFF}";

/// Strings that some readers take for something else, with spaces between them.
const SPECIAL_STRINGS: &str = "null true ~ 1e3 0x1F - 2019-12-17 AVAILABLE HASH BackupDescription AttributeName Error \
    message __type arn:aws:dynamodb:us-west-2:123456789012:table/Music \
    arn:aws:dynamodb:us-west-2:123456789012:table/Music/backup/01576616366715-b4e58d3a \
    arn:aws:kms:us-west-2:123456789012:key/mrk-67c1526d2d8940a3947df29d0358c35a";

/// Any string at all.
pub(crate) fn any_string(source: &mut Source<'_, '_>) -> String {
    let mut string = String::new();
    match source.number(0..=7) {
        0 => {}
        form @ 1..=5 => {
            while source.another() {
                string.push(match form {
                    1..=3 => name_char(source),
                    4 => special_char(source),
                    _ => source.char(),
                });
            }
        }
        // As long as the limits of names, and a little longer.
        6 => {
            let unit = source.pick(&['a', 'é', '𝄞']);
            let len = source.pick(&[1, 2, 3, 63, 64, 127, 128, 254, 255, 256, 274]);
            string.extend(core::iter::repeat_n(unit, len));
        }
        _ => string.push_str(source.pick_from(SPECIAL_STRINGS.split(' ').chain([NUMBER, RAW_VALUE]))),
    }
    string
}

/// Any string that is not known.
pub(crate) fn any_string_except(source: &mut Source<'_, '_>, is_known: impl Fn(&str) -> bool) -> String {
    let mut string = any_string(source);
    while is_known(&string) {
        string.push('_');
    }
    string
}

pub(crate) fn name_char(source: &mut Source<'_, '_>) -> char {
    let len = |(first, last): &(u8, u8)| last - first + 1;
    let mut number = source.number(0..=NAME_RANGES.iter().map(len).sum::<u8>() - 1);
    for range in NAME_RANGES {
        if number < len(range) {
            return char::from(range.0 + number);
        }
        number -= len(range);
    }
    unreachable!("the number is less than all lengths together")
}

fn special_char(source: &mut Source<'_, '_>) -> char {
    source.pick_from(SPECIAL_CHARS.chars())
}

/// A string within the limits, both ends of its length included.
pub(crate) fn valid_string(source: &mut Source<'_, '_>, limits: TextLimits) -> String {
    /// A longer string is made only now and then: it shows little that a shorter one does not.
    const LONG: usize = 1024;

    if limits.pattern == Some(TextPattern::LowerCaseUuid) {
        return uuid(source);
    }
    let least = limits.min_chars;
    let most = limits.max_chars.unwrap_or(LONG);
    let most = if source.once_in(64) { most } else { most.min(LONG) };
    let len = source.count(least..=most);
    string_of_len(source, limits, len)
}

/// A string of `len` characters that is within the other limits.
pub(crate) fn string_of_len(source: &mut Source<'_, '_>, limits: TextLimits, len: usize) -> String {
    /// This many characters are chosen one by one; those after them are all alike.
    const CHOSEN: usize = 12;

    let mut string = String::new();
    let mut unit = 'a';
    for index in 0..len {
        if index < CHOSEN {
            unit = match limits.pattern {
                Some(TextPattern::Name | TextPattern::LowerCaseUuid) => name_char(source),
                None => match source.number(0..=7) {
                    0..=4 => name_char(source),
                    5 | 6 => special_char(source),
                    _ => source.char(),
                },
            };
        }
        let left = len - index - 1;
        let fits = limits.max_bytes.is_none_or(|max| string.len() + unit.len_utf8() + left <= max);
        string.push(if fits { unit } else { 'a' });
    }
    string
}

fn uuid(source: &mut Source<'_, '_>) -> String {
    let hex = hex(source, 32);
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

/// `len` hexadecimal digits in lower case.
pub(crate) fn hex(source: &mut Source<'_, '_>, len: usize) -> String {
    let mut digits = String::new();
    while digits.len() < len {
        // Writing to a `String` can't fail.
        let _ = write!(digits, "{:016x}", source.bits());
    }
    digits.truncate(len);
    digits
}

/// A string within the limits for which `is_taken` returns false.
pub(crate) fn unique_string(
    source: &mut Source<'_, '_>,
    limits: TextLimits,
    is_taken: impl Fn(&str) -> bool,
) -> String {
    let string = valid_string(source, limits);
    if !is_taken(&string) {
        return string;
    }
    // Counts up, from the shortest string there is.
    let width = limits.min_chars;
    let mut counted = (0..usize::MAX).map(|number| format!("{number:0width$}"));
    counted.find(|other| !is_taken(other)).unwrap_or(string)
}
