//! How timestamps are made, compared and changed.

use dynamodb_backup_model::{Timestamp, TimestampError};
use std::time::Duration;
#[cfg(feature = "std")]
use std::time::SystemTime;

fn parsed(string: &str) -> Timestamp {
    string.parse().unwrap_or_else(|error| panic!("{string}: {error}"))
}

#[test]
fn display_parses_to_the_same_instant_and_form() {
    for string in [
        "2019-12-17T20:59:26.715Z",
        "2019-12-17 12:59:26.715 -0800",
        "2019-12-17 20:59:26 UTC",
        "1576616366",
        "1576616366.715",
        "-0.000000001",
        "-1",
        "0",
        "253402300799.999999999",
    ] {
        let timestamp = parsed(string);
        assert_eq!(timestamp.to_string(), string);
        assert_eq!(timestamp.is_epoch(), !string.contains(':'));
    }
    assert_eq!(parsed("1.576616366715E9").to_string(), "1576616366.715");
    for (string, error) in [
        ("", TimestampError::NotATimestamp),
        ("now", TimestampError::NotATimestamp),
        ("1576616366715", TimestampError::Milliseconds),
        ("1e-10", TimestampError::TooFine),
        ("1e30", TimestampError::OutOfRange),
        ("2019-12-17", TimestampError::NoTime),
    ] {
        assert_eq!(string.parse::<Timestamp>(), Err(error), "{string}");
    }
    for json in [r#""1576616366""#, r#""1576616366.715""#, r#""-1""#] {
        assert!(serde_json::from_str::<Timestamp>(json).is_err(), "{json}");
    }
}

#[test]
fn unix_millis_rounds_toward_the_past() {
    for (string, millis) in [
        ("2019-12-17T20:59:26.715Z", 1_576_616_366_715),
        ("2019-12-17T20:59:26.715999999Z", 1_576_616_366_715),
        ("-0.000000001", -1),
        ("-0.001", -1),
        ("-0.0010001", -2),
        ("253402300799.999999999", 253_402_300_799_999),
        ("-377705116800", -377_705_116_800_000),
    ] {
        assert_eq!(parsed(string).unix_millis(), millis, "{string}");
        let cut = parsed(string).truncate_to_millis();
        assert_eq!(cut.unix_nanos(), i128::from(millis) * 1_000_000, "{string}");
        assert_eq!(Timestamp::from_unix_millis(millis), Ok(cut));
    }
}

#[test]
fn truncation_keeps_the_form() {
    for (string, cut) in [
        ("1576616366", "1576616366"),
        ("1576616366.7159", "1576616366.715"),
        ("2019-12-17T20:59:26Z", "2019-12-17T20:59:26Z"),
        ("2019-12-17T20:59:26.71Z", "2019-12-17T20:59:26.71Z"),
        ("2019-12-17 20:59:26.715000+00:00", "2019-12-17 20:59:26.715+00:00"),
        ("1969-12-31 15:59:59.999999999 -0800", "1969-12-31 15:59:59.999 -0800"),
    ] {
        assert_eq!(parsed(string).truncate_to_millis().to_string(), cut);
    }
}

#[test]
fn the_precision_is_that_of_the_last_written_digit() {
    for (string, nanos) in [
        ("2019-12-17T20:59:26Z", 1_000_000_000),
        ("2019-12-17T20:59:26.0Z", 100_000_000),
        ("2019-12-17T20:59:26.000Z", 1_000_000),
        ("2019-12-17T20:59:26.000000+00:00", 1_000),
        ("2019-12-17T20:59:26.00000000Z", 10),
        ("2019-12-17T20:59:26.000000000Z", 1),
        ("1576616366", 1),
        ("1576616366.7", 1),
    ] {
        assert_eq!(parsed(string).precision(), Duration::from_nanos(nanos), "{string}");
    }
}

#[test]
fn adding_and_subtracting_durations_is_checked() {
    let first = parsed("-377705116800");
    let last = parsed("253402300799.999999999");
    let whole = last.duration_since(first).unwrap();
    assert_eq!(whole, Duration::new(631_107_417_599, 999_999_999));
    assert_eq!(first.checked_add(whole), Some(last));
    assert_eq!(last.checked_sub(whole), Some(first));
    let nano = Duration::from_nanos(1);
    assert_eq!((last.checked_add(nano), first.checked_sub(nano)), (None, None));
    assert_eq!((last.checked_add(Duration::MAX), first.checked_sub(Duration::MAX)), (None, None));
    assert_eq!(first.checked_add(whole + nano), None);

    let local = parsed("2019-12-18T00:59:26.9+04:00");
    let later = local.checked_add(Duration::from_millis(200)).unwrap();
    assert_eq!(later.to_string(), "1576616367.1");
    assert_eq!(later.to_offset_date_time().offset().whole_hours(), 4);
    assert_eq!(later.duration_since(local), Some(Duration::from_millis(200)));
    assert_eq!(local.duration_since(later), None);
    assert_eq!(local.duration_since(local), Some(Duration::ZERO));
    assert_eq!(parsed("0.5").duration_since(parsed("-0.5")), Some(Duration::from_secs(1)));
    assert_eq!(parsed("0.4").duration_since(parsed("0.5")), None);
}

#[cfg(feature = "std")]
#[test]
fn system_time_converts_both_ways() {
    for (digits, at) in [
        ("1576616366.715", SystemTime::UNIX_EPOCH + Duration::from_millis(1_576_616_366_715)),
        ("-0.5", SystemTime::UNIX_EPOCH - Duration::from_millis(500)),
        ("-1", SystemTime::UNIX_EPOCH - Duration::from_secs(1)),
        ("0", SystemTime::UNIX_EPOCH),
    ] {
        assert_eq!(Timestamp::try_from(at), Ok(parsed(digits)), "{digits}");
        assert_eq!(SystemTime::try_from(parsed(digits)), Ok(at), "{digits}");
        assert!(Timestamp::try_from(at).unwrap().is_epoch());
    }
    let beyond = SystemTime::UNIX_EPOCH + Duration::from_secs(253_402_300_800);
    assert_eq!(Timestamp::try_from(beyond), Err(TimestampError::OutOfRange));
    let now = SystemTime::now();
    assert_eq!(SystemTime::try_from(Timestamp::try_from(now).unwrap()), Ok(now));
}

#[test]
fn the_time_crate_is_re_exported() {
    let at = dynamodb_backup_model::time::OffsetDateTime::UNIX_EPOCH;
    assert_eq!(Timestamp::from(at).unix_nanos(), 0);
}
