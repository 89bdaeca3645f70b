use super::{Error, from_str};
use crate::value::unmodeled::Json;
use core::str::FromStr;

/// Reads one JSON document.
impl FromStr for Json {
    type Err = Error;

    /// # Errors
    ///
    /// Those of [`from_str`].
    fn from_str(text: &str) -> Result<Self, Error> {
        from_str(text)
    }
}
