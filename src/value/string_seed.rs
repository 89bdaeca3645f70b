use core::fmt;
use serde::de::{DeserializeSeed, Deserializer, Visitor};

/// Reads a string and makes something of it.
///
/// The function also gets whether the string outlives the deserializer.
pub(crate) struct StringSeed<E, F> {
    expected: E,
    make: F,
}

impl<T, E: fmt::Display, F: FnOnce(&str, bool) -> T> StringSeed<E, F> {
    #[inline]
    pub(crate) fn new(expected: E, make: F) -> Self {
        Self { expected, make }
    }
}

impl<T, F: FnOnce(&str, bool) -> T> StringSeed<&'static str, F> {
    /// For the name of a member.
    #[inline]
    pub(crate) fn name(make: F) -> Self {
        Self::new("a member's name", make)
    }
}

impl<'de, T, E: fmt::Display, F: FnOnce(&str, bool) -> T> DeserializeSeed<'de> for StringSeed<E, F> {
    type Value = T;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de, T, E: fmt::Display, F: FnOnce(&str, bool) -> T> Visitor<'de> for StringSeed<E, F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.expected.fmt(f)
    }

    #[inline]
    fn visit_str<R>(self, string: &str) -> Result<T, R> {
        Ok((self.make)(string, false))
    }

    #[inline]
    fn visit_borrowed_str<R>(self, string: &'de str) -> Result<T, R> {
        Ok((self.make)(string, true))
    }
}
