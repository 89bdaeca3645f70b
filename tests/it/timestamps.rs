//! Instants, exact to the nanosecond in every notation.

use crate::exact::assert_same;
use crate::round_trip::pseudo_random;
use dynamodb_backup_model::{BackupDetails, ListBackupsInput, Timestamp, TimestampError, Validate, json};
use std::collections::{BTreeSet, HashSet};
use std::hash::{BuildHasher as _, RandomState};
use std::time::{Duration, Instant};
use time::OffsetDateTime;
use time::macros::datetime;

pub(crate) const EXPECTED: &str =
    "expected a timestamp: a number of seconds since the epoch, or a date and time with an offset";

/// The timestamp that JSON has in that notation.
#[track_caller]
fn read(notation: &str) -> Timestamp {
    let text = format!(r#"{{"BackupCreationDateTime":{notation}}}"#);
    let details: BackupDetails = json::from_str(&text).unwrap_or_else(|error| panic!("{notation}: {error}"));
    details.backup_creation_date_time.unwrap()
}

#[track_caller]
fn refused(notation: &str) -> String {
    let text = format!(r#"{{"BackupCreationDateTime":{notation}}}"#);
    json::from_str::<BackupDetails>(&text).expect_err(notation).message().to_owned()
}

fn plain(timestamp: Timestamp) -> String {
    serde_json::to_string(&timestamp).unwrap()
}

fn wire(timestamp: Timestamp) -> String {
    let mut details = BackupDetails::default();
    details.backup_creation_date_time = Some(timestamp);
    let text = json::to_wire_string(&details);
    text.strip_prefix(r#"{"BackupCreationDateTime":"#).unwrap().strip_suffix('}').unwrap().to_owned()
}

#[test]
fn numbers_are_read_to_the_last_digit() {
    for (notation, nanos) in [
        ("1.576616366715E9", 1_576_616_366_715_000_000),
        ("1576616366.715", 1_576_616_366_715_000_000),
        ("1576616366715e-3", 1_576_616_366_715_000_000),
        ("0.1576616366715e+10", 1_576_616_366_715_000_000),
        ("15766163667150000000000E-13", 1_576_616_366_715_000_000),
        ("1576616366.715000000000000000000000", 1_576_616_366_715_000_000),
        ("1576616366", 1_576_616_366_000_000_000),
        ("1576616366.123456789", 1_576_616_366_123_456_789),
        ("1.576616366123456789E9", 1_576_616_366_123_456_789),
        ("1576616366.000000001", 1_576_616_366_000_000_001),
        ("0.000000001", 1),
        ("1e-9", 1),
        ("-1e-9", -1),
        ("-0.5", -500_000_000),
        ("-1.5E0", -1_500_000_000),
        ("-62135596800", -62_135_596_800_000_000_000),
        ("0", 0),
        ("-0", 0),
        ("0.0", 0),
        ("0e99", 0),
        ("0.000000000000", 0),
        // Seconds whose nanoseconds are beyond the precision of an `f64`.
        ("253402300799.999999999", 253_402_300_799_999_999_999),
        ("8589934592.000001", 8_589_934_592_000_001_000),
    ] {
        assert_eq!(read(notation).unix_nanos(), nanos, "{notation}");
        assert_same(&plain(read(notation)), notation);
        assert_same(&wire(read(notation)), notation);
    }
}

#[test]
fn strings_are_read_to_the_last_digit() {
    for (notation, nanos) in [
        ("2019-12-17T20:59:26.715Z", 1_576_616_366_715_000_000),
        ("2019-12-18T00:59:26.715000+04:00", 1_576_616_366_715_000_000),
        ("2019-12-17 20:59:26.715+00:00", 1_576_616_366_715_000_000),
        ("2019-12-17t11:29:26.715-0930", 1_576_616_366_715_000_000),
        ("2019-12-17T09:59:26.715-11", 1_576_616_366_715_000_000),
        ("2019-12-17T21:18:58.715+00:19:32", 1_576_616_366_715_000_000),
        ("2019-12-17T20:59:26.123456789z", 1_576_616_366_123_456_789),
        ("2019-12-17 12:59:26.715 -0800", 1_576_616_366_715_000_000),
        ("2019-12-17 12:59:26 -0800", 1_576_616_366_000_000_000),
        ("2019-12-17 12:59:26.715 -08:00", 1_576_616_366_715_000_000),
        ("2019-12-17 12:59:26.715000000 -08:00:00", 1_576_616_366_715_000_000),
        ("2019-12-17 20:59:26 +00", 1_576_616_366_000_000_000),
        ("2019-12-17 20:59:26 UTC", 1_576_616_366_000_000_000),
        ("2019-12-17 20:59:26.715 UTC", 1_576_616_366_715_000_000),
        ("2019-12-17 20:59:26.123456789 UTC", 1_576_616_366_123_456_789),
        ("2019-12-18T20:58:26+23:59", 1_576_616_366_000_000_000),
        ("2019-12-16T21:00:26-2359", 1_576_616_366_000_000_000),
        ("2019-12-18T20:58:25+23:58:59", 1_576_616_366_000_000_000),
        ("2019-12-17T20:59:26-00:00", 1_576_616_366_000_000_000),
        ("1970-01-01T00:00:00Z", 0),
        ("1969-12-31T23:59:59.999999999Z", -1),
        ("2024-02-29T00:00:00Z", 1_709_164_800_000_000_000),
        ("0000-01-01T00:00:00Z", -62_167_219_200_000_000_000),
        ("9999-12-31T23:59:59.999999999Z", 253_402_300_799_999_999_999),
    ] {
        assert_eq!(read(&format!("\"{notation}\"")).unix_nanos(), nanos, "{notation}");
        assert_eq!(notation.parse::<Timestamp>().unwrap().to_string(), notation);
        assert_eq!(plain(read(&format!("\"{notation}\""))), format!("\"{notation}\""));
        assert_eq!(wire(read(&format!("\"{notation}\""))), format!("\"{notation}\""));
    }
}

/// A number of nanoseconds in the wire format, made by shifting digits alone.
fn java(nanos: i128) -> String {
    let sign = if nanos < 0 { "-" } else { "" };
    let digits = format!("{:010}", nanos.unsigned_abs());
    let (whole, fraction) = digits.split_at(digits.len() - 9);
    let fraction = fraction.trim_end_matches('0');
    let point = |fraction: &str| if fraction.is_empty() { "0".to_owned() } else { fraction.to_owned() };
    if whole.len() > 7 {
        let mantissa = format!("{whole}{fraction}");
        let rest = mantissa[1..].trim_end_matches('0');
        format!("{sign}{}.{}E{}", &whole[..1], point(rest), whole.len() - 1)
    } else if whole == "0" && !fraction.is_empty() && fraction.starts_with("000") {
        let zeros = fraction.len() - fraction.trim_start_matches('0').len();
        let mantissa = &fraction[zeros..];
        format!("{sign}{}.{}E-{}", &mantissa[..1], point(&mantissa[1..]), zeros + 1)
    } else {
        format!("{sign}{whole}.{}", point(fraction))
    }
}

/// The decimal number of seconds with at least that many digits after the point.
fn decimal(nanos: i128, least: usize) -> String {
    let sign = if nanos < 0 { "-" } else { "" };
    let digits = format!("{:010}", nanos.unsigned_abs());
    let (whole, fraction) = digits.split_at(digits.len() - 9);
    let needed = fraction.trim_end_matches('0').len().max(least);
    format!("{sign}{whole}.{}", &fraction[..needed])
}

#[test]
fn ten_thousand_instants_are_exact_in_every_notation() {
    let mut random = pseudo_random(7);
    for number in 0..10_000 {
        let unit = [1_000_000, 1_000, 1][number % 3];
        // From before the epoch to the year 2159, and every hundredth one over the whole range.
        let span: i128 = if number % 100 == 0 { 253_402_300_799 } else { 6_000_000_000 };
        let seconds = i128::from(random.next().unwrap()) % span * if number % 10 == 0 { -1 } else { 1 };
        let nanos = seconds * 1_000_000_000 + i128::from(random.next().unwrap() % 1_000_000_000) / unit * unit;
        let exponent = format!("{nanos}E-9");
        let at = OffsetDateTime::from_unix_timestamp_nanos(nanos).unwrap();
        for notation in [java(nanos), decimal(nanos, 1), decimal(nanos, 6), decimal(nanos, 9), exponent] {
            let timestamp = read(&notation);
            assert_eq!(timestamp.unix_nanos(), nanos, "{notation}");
            assert_eq!(timestamp.to_offset_date_time(), at, "{notation}");
            assert_same(&plain(timestamp), &notation);
            assert_eq!(wire(timestamp), java(nanos), "{notation}");
            assert_eq!(read(&plain(timestamp)).unix_nanos(), nanos, "{notation}");
            assert_eq!(read(&wire(timestamp)).unix_nanos(), nanos, "{notation}");
        }
        let minutes = (random.next().unwrap() % (2 * 14 * 60)) as i32 - 14 * 60;
        let local = at.to_offset(time::UtcOffset::from_whole_seconds(minutes * 60).unwrap());
        if (0..=9999).contains(&local.year()) {
            let (sign, offset) = (if minutes < 0 { '-' } else { '+' }, minutes.abs());
            let text = format!(
                "\"{:04}-{:02}-{:02} {:02}:{:02}:{:02}.{:09}{sign}{:02}:{:02}\"",
                local.year(),
                u8::from(local.month()),
                local.day(),
                local.hour(),
                local.minute(),
                local.second(),
                local.nanosecond(),
                offset / 60,
                offset % 60
            );
            let timestamp = read(&text);
            assert_eq!(timestamp.unix_nanos(), nanos, "{text}");
            assert_eq!(plain(timestamp), text);
            assert_eq!(wire(timestamp), text);
            assert_eq!(wire(timestamp.to_epoch()), java(nanos), "{text}");
        }
    }
}

#[test]
fn both_ends_of_the_range_are_accepted_and_nothing_beyond() {
    let (first, last) = (datetime!(-9999-01-01 0:00 UTC), datetime!(9999-12-31 23:59:59.999999999 UTC));
    for (notation, at) in [
        ("-377705116800", first),
        ("-377705116800.000000000", first),
        ("-3.777051168E11", first),
        ("253402300799.999999999", last),
        ("2.53402300799999999999E11", last),
    ] {
        assert_eq!(read(notation).to_offset_date_time(), at, "{notation}");
        assert_same(&plain(read(notation)), notation);
        assert_same(&wire(read(notation)), notation);
    }
    for notation in [
        "-377705116800.000000001",
        "999999999999.999999999",
        "253402300800000",
        "-253402300800000",
        "-377705116801",
        "253402300800",
        "253402300800.0",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "18446744073709551615",
        "340282366920938463463374607431768211456",
        "1e15",
        "1e31",
        "1e308",
        "-1e400",
        "\"9999-12-31T23:59:59-00:01\"",
        "\"9999-12-31T23:59:59.999999999-23\"",
    ] {
        assert!(refused(notation).contains(": outside the range of time"), "{notation}");
    }
    assert_eq!(Timestamp::from_unix_nanos(i128::MAX), Err(TimestampError::OutOfRange));
    assert_eq!(Timestamp::from_unix_millis(i64::MIN), Err(TimestampError::OutOfRange));
    assert_eq!(Timestamp::from_unix_nanos(last.unix_timestamp_nanos()).unwrap().to_offset_date_time(), last);
    assert!(Timestamp::from_unix_nanos(last.unix_timestamp_nanos() + 1).is_err());
}

#[test]
fn fractions_finer_than_a_nanosecond_are_refused() {
    for notation in [
        "1576616366.7150000001",
        "1.5766163667150000001E9",
        "0.0000000001",
        "1e-10",
        "-1e-10",
        "1e-400",
        "15e-10",
        "1576616366715e-13",
        "\"2019-12-17T20:59:26.7150000000Z\"",
        "\"2019-12-17T20:59:26.0000000000Z\"",
    ] {
        assert!(refused(notation).contains(": finer than a nanosecond"), "{notation}");
    }
}

#[test]
fn ambiguous_instants_are_refused_with_what_to_do() {
    use TimestampError::{
        DotNetDate, Milliseconds, MonthName, NoOffset, NoTime, NotATimestamp, OffsetOutOfRange, QuotedNumber, ZoneName,
    };

    for (notation, error, advice) in [
        ("1576616366715", Milliseconds, "divide by 1000"),
        ("-1576616366715", Milliseconds, "divide by 1000"),
        ("1576616366715.0", Milliseconds, "divide by 1000"),
        ("1.576616366715E12", Milliseconds, "divide by 1000"),
        ("1576616366715.123", Milliseconds, "divide by 1000"),
        ("1000000000000", Milliseconds, "divide by 1000"),
        ("253402300799999", Milliseconds, "divide by 1000"),
        (r#""1576616366715""#, Milliseconds, "divide by 1000"),
        (r#""1576616366""#, QuotedNumber, "remove the quotation marks"),
        (r#""1576616366.715""#, QuotedNumber, "remove the quotation marks"),
        (r#""1.576616366715E9""#, QuotedNumber, "remove the quotation marks"),
        (r#""-1""#, QuotedNumber, "remove the quotation marks"),
        (r#""/Date(1576616366715)/""#, DotNetDate, "divide by 1000"),
        (r#""\/Date(1576616366715-0800)\/""#, DotNetDate, "divide by 1000"),
        (r#""Dec 17, 2019 8:59:26 PM""#, MonthName, "CloudTrail's times are in UTC"),
        (r#""Tue, 17 Dec 2019 20:59:26 GMT""#, MonthName, "expected digits alone"),
        (r#""17-DEC-2019""#, MonthName, "expected digits alone"),
        (r#""2019-12-17""#, NoTime, "expected a time and an offset"),
        (r#""2019-12-17T20:59:26.715""#, NoOffset, "expected `Z` or an offset"),
        (r#""2019-12-17 20:59:26""#, NoOffset, "expected `Z` or an offset"),
        (r#""2019-12-17 12:59:26 PST""#, ZoneName, "expected `Z` or an offset"),
        (r#""2019-12-17T20:59:26UTC""#, ZoneName, "expected `Z` or an offset"),
        (r#""2019-12-17T20:59:26 UTC""#, ZoneName, "expected `Z` or an offset"),
        (r#""2019-12-17 20:59:26 utc""#, ZoneName, "expected `Z` or an offset"),
        (r#""2019-12-17 20:59:26 Z""#, ZoneName, "expected `Z` or an offset"),
        (r#""2019-12-17 20:59:26.715 +0000 UTC""#, ZoneName, "expected `Z` or an offset"),
        (r#""2019-12-17T20:59:26.715Z[UTC]""#, ZoneName, "expected `Z` or an offset"),
        (r#""2019-12-17T20:59:26+01:00[Europe/Paris]""#, ZoneName, "expected `Z` or an offset"),
        (r#""2019-12-17T20:59:26+24:00""#, OffsetOutOfRange, "at most 23 hours and 59 minutes"),
        (r#""2019-12-17T20:59:26-24""#, OffsetOutOfRange, "at most 23 hours and 59 minutes"),
        (r#""2019-12-17 20:59:26 +2400""#, OffsetOutOfRange, "at most 23 hours and 59 minutes"),
        (r#""2019-12-17T20:59:26+23:59:01""#, OffsetOutOfRange, "at most 23 hours and 59 minutes"),
        (r#""2019-12-17T20:59:26+99""#, OffsetOutOfRange, "at most 23 hours and 59 minutes"),
        (r#""2019-12-17T12:59:26 -0800""#, NotATimestamp, "such as `2019-12-17T20:59:26.715+00:00`"),
        (r#""2019-12-17 12:59:26  -0800""#, NotATimestamp, "such as `2019-12-17T20:59:26.715+00:00`"),
        (r#""2019-12-17 20:59:26 ""#, NotATimestamp, "such as `2019-12-17T20:59:26.715+00:00`"),
        (r#""2019-12-17 20:59:26 -0800 ""#, NotATimestamp, "such as `2019-12-17T20:59:26.715+00:00`"),
        (r#""2019-12-17T20:59:26+23:60""#, NotATimestamp, "such as `2019-12-17T20:59:26.715+00:00`"),
        (r#""2019-12-17 8:59 PM""#, NotATimestamp, "such as `2019-12-17T20:59:26.715+00:00`"),
        (r#""12/17/2019 20:59:26""#, NotATimestamp, "such as `2019-12-17T20:59:26.715+00:00`"),
        (r#""in December""#, NotATimestamp, "such as `2019-12-17T20:59:26.715+00:00`"),
    ] {
        let message = refused(notation);
        assert!(message.ends_with(&error.to_string()), "{message}");
        assert!(error.to_string().contains(advice), "{error}");
        assert!(!matches!(error, Milliseconds | DotNetDate) || error.to_string().contains("milliseconds"), "{error}");
    }
}

/// Each takes time in proportion to its text alone: a power of ten worked out would take until the end of time.
#[test]
fn huge_exponents_and_long_numbers_are_refused_quickly() {
    let start = Instant::now();
    let zeros = "0".repeat(100_000);
    for (notation, expected) in [
        ("1e1000000000000".to_owned(), "outside"),
        ("1e-1000000000000".to_owned(), "finer"),
        ("1e99999999999999999999999999".to_owned(), "outside"),
        ("-1e-99999999999999999999999999".to_owned(), "finer"),
        ("1e9223372036854775807".to_owned(), "outside"),
        ("1e-9223372036854775808".to_owned(), "finer"),
        (format!("1{zeros}"), "outside"),
        (format!("0.{zeros}1"), "finer"),
        (format!("1.{zeros}1"), "finer"),
        ("9".repeat(100_000), "outside"),
        (format!("0.{}", "9".repeat(100_000)), "finer"),
    ] {
        let message = refused(&notation);
        assert!(message.contains(expected), "{message}");
    }
    for (notation, nanos) in [
        (format!("0.{zeros}1e100001"), 1_000_000_000),
        (format!("1{zeros}e-100000"), 1_000_000_000),
        (format!("1.{zeros}"), 1_000_000_000),
        (format!("0e{}", "9".repeat(1_000)), 0),
        (format!("0.{zeros}e-{}", "9".repeat(1_000)), 0),
        (format!("1576616366.715e{}", "0".repeat(1_000)), 1_576_616_366_715_000_000),
    ] {
        assert_eq!(read(&notation).unix_nanos(), nanos);
    }
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn equality_order_and_hash_compare_the_instant() {
    let same = ["1576616366.715", "1.576616366715E9", "\"2019-12-17T20:59:26.715Z\"", "\"2019-12-18 00:59:26.715+04\""];
    let same = same.map(read);
    assert_eq!(HashSet::from(same).len(), 1);
    assert_eq!(BTreeSet::from(same).len(), 1);
    let later = read("1576616366.715000001");
    for timestamp in same {
        assert_eq!(timestamp, same[0]);
        assert!(timestamp < later && later != timestamp);
    }
    let hasher = RandomState::new();
    let others = ["1576616366.715", "1576616366.715000001", "1576616367.715", "-1576616366.715"].map(read);
    assert_eq!(BTreeSet::from(others.map(|timestamp| hasher.hash_one(timestamp))).len(), others.len());
}

#[test]
fn timestamps_built_in_memory_have_the_wire_format() {
    let at = datetime!(2019-12-17 20:59:26.715 +4);
    for timestamp in [
        Timestamp::from(at),
        Timestamp::from_unix_millis(1_576_601_966_715).unwrap(),
        Timestamp::from_unix_nanos(1_576_601_966_715_000_000).unwrap(),
        Timestamp::from_epoch_text("1576601966.715").unwrap(),
        "2019-12-17T20:59:26.715000+04:00".parse::<Timestamp>().unwrap().to_epoch(),
    ] {
        assert!(timestamp.is_epoch());
        assert_eq!(timestamp, Timestamp::from(at));
        assert_eq!(wire(timestamp), "1.576601966715E9");
        assert_eq!(plain(timestamp), "1576601966.715");
        assert_eq!(timestamp.to_string(), "1576601966.715");
        assert_eq!(OffsetDateTime::from(timestamp), at);
    }
    assert_eq!(wire(Timestamp::from(datetime!(2019-12-17 20:59:26 UTC))), "1.576616366E9");
    assert_eq!(plain(Timestamp::from(datetime!(2019-12-17 20:59:26 UTC))), "1576616366.0");
    assert_eq!(read("\"2019-12-17T20:59:26+04:00\"").to_offset_date_time().offset().whole_hours(), 4);
}

#[test]
fn from_epoch_text_accepts_only_decimal_numbers() {
    for text in [
        "", "-", "+1", ".5", "5.", "1e", "1e+", "1 ", " 1", "0x10", "1_000", "NaN", "inf", "1.5.2", "1e5e5", "--1", "١",
    ] {
        assert_eq!(Timestamp::from_epoch_text(text), Err(TimestampError::NotANumber), "{text:?}");
    }
    assert_eq!(Timestamp::from_epoch_text("007.50").unwrap().unix_nanos(), 7_500_000_000);
}

/// A float that another format holds is read by its shortest decimal.
#[test]
fn floats_from_other_formats_are_read_as_their_shortest_decimals() {
    let packed = rmp_serde::to_vec(&1_576_616_366.715_f64).unwrap();
    let timestamp: Timestamp = rmp_serde::from_slice(&packed).unwrap();
    assert_eq!(timestamp.unix_nanos(), 1_576_616_366_715_000_000);
    let timestamp: Timestamp = rmp_serde::from_slice(&rmp_serde::to_vec(&1_576_616_366_i64).unwrap()).unwrap();
    assert_eq!(plain(timestamp), "1576616366");
    let timestamp: Timestamp = serde_norway::from_str("1.576616366715e9").unwrap();
    assert_eq!(timestamp.unix_nanos(), 1_576_616_366_715_000_000);
    for float in [f64::NAN, f64::INFINITY, 1e300, 1e-300] {
        assert!(rmp_serde::from_slice::<Timestamp>(&rmp_serde::to_vec(&float).unwrap()).is_err(), "{float}");
    }
}

#[test]
fn errors_name_what_was_found_instead_of_a_timestamp() {
    for (text, found) in
        [("true", "true"), ("false", "false"), ("null", "null"), ("[1]", "a list"), (r#"{"a":1}"#, "an object")]
    {
        let error = json::from_str::<Timestamp>(text).unwrap_err();
        assert_eq!(error.message(), format!("{EXPECTED}, found {found}"));
    }
}

#[test]
fn messages_have_no_more_digits_of_a_second_than_milli_micro_or_nanoseconds_need() {
    for (fraction, digits) in [
        ("", ""),
        (".0", ""),
        (".5", ".500"),
        (".001", ".001"),
        (".0015", ".001500"),
        (".000001", ".000001"),
        (".0000015", ".000001500"),
        (".000000001", ".000000001"),
    ] {
        let (lower, upper) = ("2020-01-01T00:00:02Z", format!("2020-01-01T00:00:00{fraction}Z"));
        let text = format!(r#"{{"TimeRangeLowerBound":"{lower}","TimeRangeUpperBound":"{upper}"}}"#);
        let report = json::from_str::<ListBackupsInput>(&text).unwrap().validate();
        let message = report.iter().next().unwrap().message();
        assert!(message.ends_with(&format!("lower bound {lower}, found 2020-01-01T00:00:00{digits}Z")), "{message}");
    }
}
