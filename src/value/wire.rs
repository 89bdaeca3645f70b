//! The wire format of strings, numbers and lists.

use super::text::Text;
use alloc::string::String;
use core::fmt::Write as _;

pub(crate) fn push_list<T>(list: &[T], push: impl Fn(&T, &mut String), out: &mut String) {
    out.push('[');
    for (index, element) in list.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        push(element, out);
    }
    out.push(']');
}

/// Appends a JSON string, escaping what JSON requires and no more.
pub(crate) fn push_string(out: &mut String, text: &str) {
    out.push('"');
    push_escaped(out, text);
    out.push('"');
}

/// Appends what a JSON string has between its quotation marks.
#[inline]
pub(crate) fn push_escaped(out: &mut String, text: &str) {
    if is_plain(text.as_bytes()) { out.push_str(text) } else { push_escapes(out, text) }
}

/// Whether nothing has to be escaped. Eight bytes are looked at together.
#[inline]
fn is_plain(text: &[u8]) -> bool {
    let Some(last) = text.last_chunk() else {
        return text.iter().all(|byte| *byte >= 0x20 && *byte != b'"' && *byte != b'\\');
    };
    // The last chunk overlaps with the one before it.
    let (chunks, _) = text.as_chunks();
    chunks.iter().fold(marked(*last), |marks, chunk| marks | marked(*chunk)) == 0
}

/// Not 0 if one of the bytes has to be escaped.
#[inline]
fn marked(bytes: [u8; 8]) -> u64 {
    const EACH: u64 = u64::from_ne_bytes([1; 8]);
    const HIGH_BITS: u64 = EACH << 7;

    let word = u64::from_ne_bytes(bytes);
    // A byte that is less than the limit borrows the high bit, which it doesn't have itself.
    let less = |word: u64, limit: u64| word.wrapping_sub(EACH * limit) & !word;
    let equals = |byte: u8| less(word ^ (EACH * u64::from(byte)), 1);
    (less(word, 0x20) | equals(b'"') | equals(b'\\')) & HIGH_BITS
}

#[cold]
fn push_escapes(out: &mut String, text: &str) {
    let mut plain = 0;
    for (index, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            0x08 => "\\b",
            0x09 => "\\t",
            0x0A => "\\n",
            0x0C => "\\f",
            0x0D => "\\r",
            0x00..=0x1F => "",
            _ => continue,
        };
        out.push_str(&text[plain..index]);
        plain = index + 1;
        if escape.is_empty() {
            let _ = write!(out, "\\u{byte:04x}");
        } else {
            out.push_str(escape);
        }
    }
    out.push_str(&text[plain..]);
}

/// Appends an integer.
pub(crate) fn push_integer(out: &mut String, integer: i64) {
    let mut digits = [b'0'; MOST_DIGITS];
    let first = put_digits(&mut digits, integer.unsigned_abs()).min(MOST_DIGITS - 1);
    if integer < 0 {
        out.push('-');
    }
    out.push_str(ascii(&digits[first..]));
}

/// As many digits as 2^64 has.
const MOST_DIGITS: usize = 20;

/// Puts the digits of a number at the end of a row of zeros. Returns the index of the first one, which 0 has none of.
fn put_digits(zeros: &mut [u8], mut number: u64) -> usize {
    let mut first = zeros.len();
    while number > 0 {
        first -= 1;
        // A digit fits.
        zeros[first] += (number % 10) as u8;
        number /= 10;
    }
    first
}

fn ascii(digits: &[u8]) -> &str {
    core::str::from_utf8(digits).unwrap_or_default()
}

/// Appends a decimal number that has a fraction or an exponent in the manner of Java's `Double.toString`: from a
/// thousandth up to ten million as a plain decimal, beyond that with one digit before the point and an exponent, and
/// always with a digit on both sides of the point.
pub(crate) fn push_number(out: &mut String, decimal: &str) {
    let (sign, unsigned) = match decimal.strip_prefix('-') {
        Some(unsigned) => ("-", unsigned),
        None => ("", decimal),
    };
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));

    let mut written = Text::new(whole);
    written.push_str(fraction);
    let digits = written.trim_start_matches('0');
    let leading_zeros = written.len() - digits.len();

    out.push_str(sign);
    // The power of ten of the first digit. One that is beyond `i64`, or an exponent that is, no `Double` has either.
    let power = |exponent: i64| {
        let shift = i64::try_from(whole.len()).ok()? - 1 - i64::try_from(leading_zeros).ok()?;
        exponent.checked_add(shift)
    };
    match exponent.parse().ok().and_then(power) {
        Some(exponent) => push_double(out, digits, exponent),
        None if digits.is_empty() => push_double(out, digits, 0),
        None => out.push_str(unsigned),
    }
}

/// Appends a number of seconds in that manner.
// The numbers of digits are small.
#[allow(clippy::cast_possible_wrap)]
pub(crate) fn push_seconds(out: &mut String, is_negative: bool, seconds: u64, nanos: u32) {
    const NANO_DIGITS: usize = 9;

    let mut digits = [b'0'; MOST_DIGITS + NANO_DIGITS];
    let first_of_nanos = put_digits(&mut digits, nanos.into());
    let first_of_seconds = put_digits(&mut digits[..MOST_DIGITS], seconds);
    let first = if seconds > 0 { first_of_seconds } else { first_of_nanos };
    if is_negative {
        out.push('-');
    }
    let exponent = (MOST_DIGITS as i64 - 1) - first as i64;
    push_double(out, ascii(&digits[first..]), exponent);
}

/// Appends a number by its digits from the first one that is not 0, and the power of ten of that one.
fn push_double(out: &mut String, digits: &str, exponent: i64) {
    let digits = digits.trim_end_matches('0');
    let Some((first, others)) = digits.split_at_checked(1) else {
        out.push_str("0.0");
        return;
    };
    if let Ok(zeros @ 0..=2) = usize::try_from(-1 - exponent) {
        out.push_str("0.");
        out.extend(core::iter::repeat_n('0', zeros));
        out.push_str(digits);
    } else if let Ok(after_first @ 0..=6) = usize::try_from(exponent) {
        let split = digits.len().min(after_first + 1);
        out.push_str(&digits[..split]);
        out.extend(core::iter::repeat_n('0', after_first + 1 - split));
        out.push('.');
        out.push_str(if split < digits.len() { &digits[split..] } else { "0" });
    } else {
        out.push_str(first);
        out.push('.');
        out.push_str(if others.is_empty() { "0" } else { others });
        out.push('E');
        push_integer(out, exponent);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn numbers_are_written_as_java_writes_a_double() {
        for (decimal, java) in [
            ("1516149542.009", "1.516149542009E9"),
            ("1708055245.570", "1.70805524557E9"),
            ("1516149542", "1.516149542E9"),
            ("1.516149542009E9", "1.516149542009E9"),
            ("1e300", "1.0E300"),
            ("-2.5e-7", "-2.5E-7"),
            ("0.0", "0.0"),
            ("-0.0", "-0.0"),
            ("0e999", "0.0"),
            ("0.001", "0.001"),
            ("0.00123", "0.00123"),
            ("0.000999", "9.99E-4"),
            ("12.5e-2", "0.125"),
            ("1", "1.0"),
            ("100", "100.0"),
            ("9999999", "9999999.0"),
            ("9999999.25", "9999999.25"),
            ("10000000", "1.0E7"),
            ("12345678.9", "1.23456789E7"),
            ("1e+9", "1.0E9"),
            ("1E99999999999999999999", "1E99999999999999999999"),
            ("-0.0E99999999999999999999", "-0.0"),
            ("1e9223372036854775807", "1.0E9223372036854775807"),
            ("12e9223372036854775806", "1.2E9223372036854775807"),
            ("12e9223372036854775807", "12e9223372036854775807"),
            ("-0.12e9223372036854775808", "-0.12e9223372036854775808"),
            ("0.12e-9223372036854775808", "0.12e-9223372036854775808"),
            ("12e-9223372036854775808", "1.2E-9223372036854775807"),
        ] {
            let mut out = String::new();
            push_number(&mut out, decimal);
            assert_eq!(out, java, "{decimal}");
        }
    }

    #[test]
    fn seconds_are_written_like_the_decimal_of_the_same_value() {
        for seconds in [0, 1, 7, 10, 999, 1_000, 9_999_999, 10_000_000, 1_516_149_542, 253_402_300_799, u64::MAX] {
            for nanos in [0, 1, 10, 100_000, 999_999, 1_000_000, 9_000_000, 10_000_000, 120_000_000, 999_999_999] {
                for is_negative in [false, true] {
                    let sign = if is_negative { "-" } else { "" };
                    let (mut expected, mut found) = (String::new(), String::new());
                    push_number(&mut expected, &alloc::format!("{sign}{seconds}.{nanos:09}"));
                    push_seconds(&mut found, is_negative, seconds, nanos);
                    assert_eq!(found, expected, "{sign}{seconds}.{nanos:09}");
                }
            }
        }
    }

    #[test]
    fn integers_are_written_as_rust_prints_them() {
        for integer in [0, 1, -1, 9, 10, -10, 99, 100, 1_234_567_890, i64::MAX, i64::MIN] {
            let mut out = String::new();
            push_integer(&mut out, integer);
            assert_eq!(out, alloc::format!("{integer}"));
        }
    }

    #[test]
    fn a_character_to_escape_is_found_at_any_index() {
        for special in ['\0', '\u{1f}', '\n', '"', '\\'] {
            for plain in [' ', '!', '#', '[', ']', '\u{7f}', 'é', '𝄞'] {
                for len in 0..20 {
                    for at in 0..=len {
                        let mut text: Vec<char> = [plain].repeat(len);
                        text.insert(at, special);
                        for text in [String::from_iter(text), String::from_iter([plain].repeat(len))] {
                            let mut out = String::new();
                            push_string(&mut out, &text);
                            assert_eq!(out, serde_json::to_string(&text).unwrap());
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn strings_are_escaped_as_serde_json_escapes_them() {
        let all: String = (0..=0x2FF).filter_map(char::from_u32).chain(['\u{2028}', '𝄞']).collect();
        let mut out = String::new();
        push_string(&mut out, &all);
        assert_eq!(out, serde_json::to_string(&all).unwrap());
    }
}
