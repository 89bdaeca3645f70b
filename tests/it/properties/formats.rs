//! What is left of a response in formats other than JSON, and wherever serde buffers it.

use dynamodb_backup_model::{DescribeBackupResponse, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Display;

/// The response with each of its timestamps changed, if each can be.
fn with_timestamps(
    response: &DescribeBackupResponse,
    change: impl Fn(Timestamp) -> Option<Timestamp>,
) -> Option<DescribeBackupResponse> {
    let mut response = response.clone();
    if let DescribeBackupResponse::Output(output) = &mut response
        && let Some(description) = &mut output.backup_description
    {
        let details = description.backup_details.as_mut();
        let (created, expires) = details
            .map(|details| (&mut details.backup_creation_date_time, &mut details.backup_expiry_date_time))
            .unzip();
        let table = description.source_table_details.as_mut();
        let table_created = table.map(|table| &mut table.table_creation_date_time);
        let features = description.source_table_feature_details.as_mut();
        let sse = features.and_then(|features| features.sse_description.as_mut());
        let inaccessible = sse.map(|sse| &mut sse.inaccessible_encryption_date_time);
        for timestamp in [created, expires, table_created, inaccessible].into_iter().flatten().flatten() {
            *timestamp = change(*timestamp)?;
        }
    }
    Some(response)
}

/// Whether `serde_json` has its feature `arbitrary_precision`, with which two notations of a number are not equal.
pub(crate) fn numbers_are_digits() -> bool {
    let number: serde_json::Number = "1.0E1".parse().unwrap();
    number.to_string() != "10.0"
}

/// The float that serde keeps of a timestamp's number, and whether every program that writes it writes that number.
fn float_of(digits: &str) -> (f64, bool) {
    let float: f64 = digits.parse().unwrap();
    // Halfway between two decimals, a float ends one digit after both. Those that do not end soon are cut.
    let is_halfway = || format!("{float:.30}").trim_end_matches('0').len() == digits.len() + 1;
    (float, format!("{float}") == digits && !is_halfway())
}

/// The digits of a number with a fraction.
fn fraction(at: Timestamp) -> Option<String> {
    Some(at.to_string()).filter(|digits| at.is_epoch() && digits.contains('.'))
}

/// The timestamp in the form in which a format other than JSON gives it back; `None` where none can hold it.
fn as_other_formats_have_it(at: Timestamp) -> Option<Timestamp> {
    if fraction(at).is_none_or(|digits| float_of(&digits).1) {
        return Some(at);
    }
    let at = at.to_offset_date_time().to_offset(time::UtcOffset::UTC);
    let string = format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:09}Z",
        at.year(),
        u8::from(at.month()),
        at.day(),
        at.hour(),
        at.minute(),
        at.second(),
        at.nanosecond()
    );
    (at.year() >= 0).then(|| string.parse().unwrap())
}

/// The timestamp of the float that a buffer of serde's keeps of a number; `None` where that is the year 10000.
/// With `arbitrary_precision`, a buffer keeps the digits.
fn as_a_buffer_has_it(at: Timestamp) -> Option<Timestamp> {
    let Some(digits) = fraction(at).filter(|_| !numbers_are_digits()) else { return Some(at) };
    Timestamp::from_epoch_text(&format!("{:e}", float_of(&digits).0)).ok()
}

/// Holds the result of reading to a value, and its timestamps to their forms.
#[track_caller]
fn is_read(format: &str, found: Result<DescribeBackupResponse, impl Display>, expected: &DescribeBackupResponse) {
    let found = found.unwrap_or_else(|error| panic!("{format}: {error}"));
    assert_eq!(&found, expected, "{format}");
    assert_eq!(serde_json::to_string(&found).unwrap(), serde_json::to_string(expected).unwrap(), "{format}");
}

/// Through a format other than JSON, a response comes back, or is refused on writing if no timestamp can be written.
#[track_caller]
pub(crate) fn comes_back<W, E: Display, F: Display>(
    format: &str,
    response: &DescribeBackupResponse,
    write: impl FnOnce(&DescribeBackupResponse) -> Result<W, E>,
    read: impl FnOnce(W) -> Result<DescribeBackupResponse, F>,
) {
    match (write(response), with_timestamps(response, as_other_formats_have_it)) {
        (Ok(written), Some(expected)) => is_read(format, read(written), &expected),
        (Err(_), None) => {}
        (Ok(_), None) => panic!("{format}: a timestamp should have been refused"),
        (Err(error), Some(_)) => panic!("{format}: {error}"),
    }
}

#[derive(Serialize, Deserialize)]
struct Field<T> {
    field: T,
}

#[derive(Serialize, Deserialize)]
struct Flattened<T> {
    #[serde(rename = "id of the wrapper")]
    id: u8,
    #[serde(flatten)]
    inner: T,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged<T> {
    Inner(T),
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "tag of the wrapper")]
enum Internal<T> {
    Inner(T),
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "tag", content = "content")]
enum Adjacent<T> {
    Inner(T),
}

/// Holds a response to coming back from JSON, inside every wrapper, and from the formats that the tests know.
pub(crate) fn hold(response: &DescribeBackupResponse) {
    type R = DescribeBackupResponse;

    let text = serde_json::to_string(response).unwrap();
    is_read("str", serde_json::from_str(&text), response);
    is_read("slice", serde_json::from_slice(text.as_bytes()), response);
    is_read("reader", serde_json::from_reader(text.as_bytes()), response);
    let field = serde_json::to_string(&Field { field: [Some(response)] }).unwrap();
    is_read("field", serde_json::from_str::<Field<[_; 1]>>(&field).map(|Field { field: [inner] }| inner), response);
    let variant = serde_json::to_string(&Adjacent::Inner(response)).unwrap();
    is_read("variant", serde_json::from_str::<Adjacent<_>>(&variant).map(|Adjacent::Inner(inner)| inner), response);
    let map = serde_json::to_string(&BTreeMap::from([("a", response)])).unwrap();
    is_read("map", serde_json::from_str::<BTreeMap<String, _>>(&map).map(|mut map| map.remove("a").unwrap()), response);

    let expected = with_timestamps(response, as_a_buffer_has_it);
    let is_buffered = |wrapper: &str, found: serde_json::Result<R>| match &expected {
        Some(expected) => {
            is_read(wrapper, found.map(|found| with_timestamps(&found, as_a_buffer_has_it).unwrap()), expected);
        }
        None => assert!(found.is_err(), "{wrapper}: {found:?}"),
    };
    let value: Value = serde_json::to_value(response).unwrap();
    is_buffered("borrowed value", R::deserialize(&value));
    is_buffered("value", serde_json::from_value(value));
    let flattened = serde_json::to_string(&Flattened { id: 1, inner: response }).unwrap();
    is_buffered("flatten", serde_json::from_str(&flattened).map(|Flattened { inner, .. }| inner));
    let untagged = serde_json::to_string(&Untagged::Inner(response)).unwrap();
    assert_eq!(untagged, text);
    is_buffered("untagged", serde_json::from_str(&untagged).map(|Untagged::Inner(inner)| inner));
    let internal = serde_json::to_string(&Internal::Inner(response)).unwrap();
    is_buffered("internally tagged", serde_json::from_str(&internal).map(|Internal::Inner(inner)| inner));
    let adjacent = format!(r#"{{"content":{text},"tag":"Inner"}}"#);
    is_buffered("adjacently tagged", serde_json::from_str(&adjacent).map(|Adjacent::Inner(inner)| inner));

    comes_back("MessagePack", response, rmp_serde::to_vec_named, |bytes| rmp_serde::from_slice(&bytes));
    comes_back("MessagePack, short", response, rmp_serde::to_vec, |bytes| rmp_serde::from_slice(&bytes));
    comes_back("YAML", response, serde_norway::to_string, |text| serde_norway::from_str(&text));
    comes_back("YAML value", response, |response| serde_norway::to_value(response), serde_norway::from_value);
}
