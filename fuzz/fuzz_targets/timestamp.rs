//! Parsing timestamps, compared with a simple reference that uses big integers.

#![no_main]

use arbitrary::Arbitrary;
use dynamodb_backup_model::{Timestamp, json};
use libfuzzer_sys::fuzz_target;
use num_bigint::BigInt;
use regex::Regex;
use std::sync::LazyLock;

/// A string that is close to being a timestamp, or any string.
#[derive(Arbitrary, Debug)]
enum Text {
    Any(String),
    Number { negative: bool, whole: u64, zeros: u8, fraction: Option<Digits>, exponent: Option<i16> },
    Date { date: [u16; 3], separator: Separator, time: [u8; 3], fraction: Option<Digits>, offset: Offset },
}

#[derive(Arbitrary, Debug)]
struct Digits {
    leading_zeros: u8,
    digits: u64,
}

#[derive(Arbitrary, Debug)]
enum Separator {
    Upper,
    Lower,
    Space,
    Other(char),
}

#[derive(Arbitrary, Debug)]
enum Offset {
    None,
    Upper,
    Lower,
    Utc,
    Digits { space: bool, negative: bool, parts: [u8; 3], form: u8 },
}

impl Digits {
    fn text(&self) -> String {
        format!(".{}{}", "0".repeat(usize::from(self.leading_zeros % 24)), self.digits)
    }
}

impl Text {
    fn text(self) -> String {
        let fraction = |digits: &Option<Digits>| digits.as_ref().map(Digits::text).unwrap_or_default();
        match self {
            Self::Any(text) => text,
            Self::Number { negative, whole, zeros, fraction: digits, exponent } => {
                let sign = if negative { "-" } else { "" };
                let zeros = "0".repeat(usize::from(zeros % 40));
                let exponent = exponent.map(|exponent| format!("e{exponent}")).unwrap_or_default();
                // Most instants are of ten digits; the rest of the numbers are tried too.
                let whole = if whole % 2 == 0 { whole % 300_000_000_000 } else { whole };
                format!("{sign}{whole}{zeros}{}{exponent}", fraction(&digits))
            }
            Self::Date {
                date: [year, month, day],
                separator,
                time: [hour, minute, second],
                fraction: digits,
                offset,
            } => {
                let separator = match separator {
                    Separator::Upper => 'T',
                    Separator::Lower => 't',
                    Separator::Space => ' ',
                    Separator::Other(char) => char,
                };
                let offset = match offset {
                    Offset::None => String::new(),
                    Offset::Upper => "Z".to_owned(),
                    Offset::Lower => "z".to_owned(),
                    Offset::Utc => " UTC".to_owned(),
                    Offset::Digits { space, negative, parts: [hour, minute, second], form } => {
                        let sign = format!("{}{}", if space { " " } else { "" }, if negative { '-' } else { '+' });
                        let (hour, minute, second) = (hour % 28, minute % 62, second % 62);
                        match form % 5 {
                            0 => format!("{sign}{hour:02}"),
                            1 => format!("{sign}{hour:02}{minute:02}"),
                            2 => format!("{sign}{hour:02}:{minute:02}"),
                            3 => format!("{sign}{hour:02}{minute:02}{second:02}"),
                            _ => format!("{sign}{hour:02}:{minute:02}:{second:02}"),
                        }
                    }
                };
                format!(
                    "{:04}-{:02}-{:02}{separator}{:02}:{:02}:{:02}{}{offset}",
                    year % 10_000,
                    month % 14,
                    day % 33,
                    hour % 26,
                    minute % 62,
                    second % 62,
                    fraction(&digits)
                )
            }
        }
    }
}

static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^(-?)([0-9]+)(?:\\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$").unwrap());

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[Tt]|( ))([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]{1,9}))?\
         (?:[Zz]|( UTC)|( ?)([+-])([0-9]{2})(?:([0-9]{2})([0-9]{2})?|:([0-9]{2})(?::([0-9]{2}))?)?)$",
    )
    .unwrap()
});

/// Days since 0000-01-01 in the Gregorian calendar, counted year by year and month by month.
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let lengths = [31, if leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let length = lengths.get(usize::try_from(month - 1).ok()?)?;
    if !(1..=*length).contains(&day) {
        return None;
    }
    let years: i64 = (0..year).map(|year| if leap(year) { 366 } else { 365 }).sum();
    Some(years + lengths[..usize::try_from(month - 1).ok()?].iter().sum::<i64>() + day - 1)
}

/// Nanoseconds since the epoch, if they are within the years -9999 to 9999.
fn in_range(nanos: BigInt) -> Option<i128> {
    // 9999-12-31T23:59:59.999999999Z and -9999-01-01T00:00:00Z, after `date`.
    let range = -377_705_116_800_000_000_000_i128..=253_402_300_799_999_999_999_i128;
    i128::try_from(nanos).ok().filter(|nanos| range.contains(nanos))
}

fn reference_of_number(text: &str) -> Option<i128> {
    let parts = NUMBER.captures(text)?;
    let fraction = parts.get(3).map_or("", |fraction| fraction.as_str());
    let digits = format!("{}{fraction}", &parts[2]);
    let stripped = digits.trim_end_matches('0');
    if stripped.is_empty() {
        return Some(0);
    }
    let zeros = BigInt::from(digits.len()) - BigInt::from(stripped.len());
    let exponent: BigInt = parts.get(4).map_or("0", |exponent| exponent.as_str()).parse().ok()?;
    let power = exponent + zeros + 9 - BigInt::from(fraction.len());
    // 10^60 nanoseconds are out of every range, and more than nine digits of a fraction are too fine.
    let power = u32::try_from(power).ok().filter(|power| *power < 60)?;
    let size: BigInt = stripped.parse().ok()?;
    let nanos = size * BigInt::from(10).pow(power);
    in_range(if parts[1].is_empty() { nanos } else { -nanos })
}

fn reference_of_date(text: &str) -> Option<i128> {
    let parts = DATE.captures(text)?;
    let part = |index: usize| parts.get(index).map_or(0, |part| part.as_str().parse::<i64>().unwrap());
    let is_there = |index: usize| parts.get(index).is_some_and(|part| !part.as_str().is_empty());
    // A space before the offset or `UTC` goes with one before the time.
    if (is_there(9) || is_there(10)) && !is_there(4) {
        return None;
    }
    let (hour, minute, second) = (part(5), part(6), part(7));
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let fraction: i64 = format!("{:0<9}", parts.get(8).map_or("", |fraction| fraction.as_str())).parse().ok()?;
    let (hours, minutes, seconds) = (part(12), part(13) + part(15), part(14) + part(16));
    // RFC 3339 has offsets of up to 23:59.
    if hours > 23 || minutes > 59 || seconds > 59 || (hours, minutes, seconds) > (23, 59, 0) {
        return None;
    }
    let offset = (hours * 60 + minutes) * 60 + seconds;
    let offset = if parts.get(11).is_some_and(|sign| sign.as_str() == "-") { -offset } else { offset };
    let days = days(part(1), part(2), part(3))? - days(1970, 1, 1)?;
    let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second - offset;
    in_range(BigInt::from(seconds) * 1_000_000_000 + fraction)
}

fuzz_target!(|text: Text| {
    let text = text.text();

    let number = Timestamp::from_epoch_text(&text);
    assert_eq!(number.ok().map(Timestamp::unix_nanos), reference_of_number(&text), "as a number: {text:?} {number:?}");
    let parsed: Result<Timestamp, _> = text.parse();
    let reference = reference_of_date(&text).or_else(|| reference_of_number(&text));
    assert_eq!(parsed.ok().map(Timestamp::unix_nanos), reference, "as a string: {text:?} {parsed:?}");
    let date = parsed.ok().filter(|date| !date.is_epoch());
    if let Some(date) = date {
        assert_eq!(date.to_string(), text, "a string is kept verbatim");
    }
    let quoted = serde_json::to_string(&text).unwrap();
    let read: Option<Timestamp> = json::from_str(&quoted).ok();
    assert_eq!(read.map(Timestamp::unix_nanos), reference_of_date(&text), "in JSON: {quoted}");

    for timestamp in [number.ok(), date, date.map(Timestamp::to_epoch)].into_iter().flatten() {
        let nanos = timestamp.unix_nanos();
        let printed = timestamp.to_string();
        let again: Result<Timestamp, _> = printed.parse();
        assert_eq!(again.map(Timestamp::unix_nanos), Ok(nanos), "{printed} is another instant");
        assert_eq!(again.map(Timestamp::is_epoch), Ok(timestamp.is_epoch()), "{printed} is of another form");
        let cut = timestamp.truncate_to_millis();
        assert_eq!(
            cut.unix_nanos(),
            nanos.div_euclid(1_000_000) * 1_000_000,
            "{printed} was cut to another millisecond"
        );
        assert_eq!(i128::from(timestamp.unix_millis()), nanos.div_euclid(1_000_000), "{printed}");
        let written = serde_json::to_string(&timestamp).expect("every timestamp can be written");
        if timestamp.is_epoch() {
            assert_eq!(reference_of_number(&written), Some(nanos), "{written} is another number");
        }
        let again: Timestamp = json::from_str(&written).unwrap_or_else(|error| panic!("{written}: {error}"));
        assert_eq!(again.unix_nanos(), nanos, "{written} reads as another instant");
        assert_eq!(again.is_epoch(), timestamp.is_epoch(), "{written} reads in another form");
        assert_eq!(again.to_string(), printed, "{written} reads in another form");
        let details = dynamodb_backup_model::BackupDetails::default();
        let wire = json::to_wire_string(&{
            let mut details = details;
            details.backup_creation_date_time = Some(timestamp);
            details
        });
        let again: dynamodb_backup_model::BackupDetails = json::from_str(&wire).expect("the wire format can be read");
        let again = again.backup_creation_date_time.expect("the member was written");
        assert_eq!(again.unix_nanos(), nanos, "{wire} reads as another instant");
    }
});
