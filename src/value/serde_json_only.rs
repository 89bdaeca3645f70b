//! Which format a serializer writes, where that decides what can be written.
//!
//! A number with more digits than a double holds can be written by [`RawValue`] alone, which `serde_json` recognizes by
//! a private name and any other format takes for an ordinary structure of that name. serde has no way to ask a
//! serializer for its format, and one that has begun to write can't be asked to begin anew, so the types are asked. Their
//! names are for people and may change: then the tests fail, and a number is written in the way of the other formats.

use alloc::string::String;
use core::any::type_name;
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::value::RawValue;

/// Whether the serializer is one of `serde_json`'s, or one in which serde buffers what goes on to `serde_json`, such as
/// a variant under `flatten`.
///
/// The error's type tells where a buffer's content goes; it doesn't suffice alone, since other formats use
/// `serde_json`'s errors.
pub(crate) fn is_serde_json<S: Serializer>() -> bool {
    type_name::<S::Error>() == type_name::<serde_json::Error>()
        && matches!(crate_name(type_name::<S>()), "serde_json" | "serde")
}

/// Writes a JSON number by its digits. Only for a serializer that [`is_serde_json`].
pub(crate) fn serialize_digits<S: Serializer>(digits: String, serializer: S) -> Result<S::Ok, S::Error> {
    RawValue::from_string(digits).map_err(S::Error::custom)?.serialize(serializer)
}

/// Returns an error if what the serializer writes can't be read back, since its format doesn't say of what type a
/// value is.
pub(crate) fn require_self_describing<S: Serializer>() -> Result<(), S::Error> {
    match crate_name(type_name::<S>()) {
        "bincode" | "postcard" => {
            Err(S::Error::custom("expected a format that says of what type each value is, such as JSON or MessagePack"))
        }
        _ => Ok(()),
    }
}

/// Writes the `null` of a member that is absent.
pub(crate) fn serialize_absent<S: Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
    // Some formats leave out a `None`, and TOML refuses a unit. RON reads a unit as a value.
    if crate_name(type_name::<S>()) == "ron" { serializer.serialize_none() } else { serializer.serialize_unit() }
}

/// The crate of a type, which may be a reference.
fn crate_name(type_name: &str) -> &str {
    let path = type_name.strip_prefix('&').unwrap_or(type_name);
    let path = path.strip_prefix("mut ").unwrap_or(path);
    path.split_once("::").map_or(path, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::crate_name;

    #[test]
    fn the_crate_of_a_type_is_the_first_segment_of_its_path() {
        assert_eq!(crate_name("serde_json::value::ser::Serializer"), "serde_json");
        assert_eq!(crate_name("&mut serde_json::ser::Serializer<&mut alloc::vec::Vec<u8>>"), "serde_json");
        assert_eq!(crate_name("&serde_json_bytes::Serializer<serde_json::Error>"), "serde_json_bytes");
        assert_eq!(crate_name("()"), "()");
    }
}
