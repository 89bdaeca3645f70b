//! What a member of a structure holds, and how a location in a document is named.

pub(crate) mod path;
pub(crate) mod pointer;
pub(crate) mod serde_json_only;
mod string_seed;
pub(crate) mod text;
pub(crate) mod timestamp;
pub(crate) mod unmodeled;
pub(crate) mod wire;

use alloc::vec::Vec;

pub(crate) use string_seed::StringSeed;

/// The name under which `serde_json` hands over the JSON of a value.
pub(crate) const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// The name under which `serde_json` hands over a number when its feature `arbitrary_precision` is on.
pub(crate) const NUMBER: &str = "$serde_json::private::Number";

/// What is said to have been found where there is a list instead of a structure. Other messages of serde say
/// "sequence" for a list: by this one, JSON's errors tell that the list's first element has not been read yet.
pub(crate) const OPENED_LIST: &str = "list";

/// Makes room for another element. While a long list moves it is held twice: it grows by half, where `Vec` would double
/// it, so that a document takes less memory for its size.
#[inline]
pub(crate) fn grow_by_half<T>(list: &mut Vec<T>) {
    if list.len() >= 1_024 && list.len() == list.capacity() {
        list.reserve_exact(list.len() / 2);
    }
}
