//! Arguments of the builders' setters.

use super::StringMember;
use crate::value::timestamp::Timestamp;
use alloc::string::String;
use alloc::vec::Vec;
use time::OffsetDateTime;

/// A value that a builder's setter takes for a member of type `T`.
///
/// | member | takes, besides its own type |
/// | --- | --- |
/// | a constrained string or an open enum | `&str`, `String`, `&String` |
/// | a [`Timestamp`] | [`OffsetDateTime`][time] |
/// | a list | an array or a slice of what its elements take |
/// | a `String` | `&str` |
///
/// It is not [`Into`], since a string converts into a constrained string by checking it ([`TryFrom`]), and a builder
/// makes whatever a response can hold, valid or not.
///
/// # Examples
///
/// ```
/// use dynamodb_backup_model::{BackupDetails, BackupName};
///
/// let name = BackupName::try_from("nightly")?;
/// let details = BackupDetails::builder().backup_name(name).backup_status("AVAILABLE").build();
/// assert_eq!(details, BackupDetails::builder().backup_name("nightly").backup_status("AVAILABLE").build());
/// # Ok::<(), dynamodb_backup_model::TextError>(())
/// ```
///
/// [time]: https://docs.rs/time/0.3/time/struct.OffsetDateTime.html
#[diagnostic::on_unimplemented(
    message = "a member of type `{T}` can't be set to a `{Self}`",
    label = "expected `{T}` or what converts into it",
    note = "a constrained string or an open enum takes a `&str` or `String` too; a list takes an array or a slice",
    note = "a `Timestamp` takes a `time::OffsetDateTime` too; make one of anything else with `Timestamp::from_unix_millis`, `Timestamp::try_from(system_time)?` or `\"2019-12-17T20:59:26Z\".parse::<Timestamp>()?`"
)]
pub trait IntoMember<T> {
    /// The member's value.
    fn into_member(self) -> T;
}

impl<T> IntoMember<T> for T {
    fn into_member(self) -> T {
        self
    }
}

impl IntoMember<Timestamp> for OffsetDateTime {
    fn into_member(self) -> Timestamp {
        self.into()
    }
}

impl<T, V: IntoMember<T>, const N: usize> IntoMember<Vec<T>> for [V; N] {
    fn into_member(self) -> Vec<T> {
        self.into_iter().map(V::into_member).collect()
    }
}

impl<T, V: IntoMember<T> + Clone> IntoMember<Vec<T>> for &[V] {
    fn into_member(self) -> Vec<T> {
        self.iter().cloned().map(V::into_member).collect()
    }
}

impl<T: StringMember> IntoMember<T> for &str {
    fn into_member(self) -> T {
        T::of(self)
    }
}

impl<T: StringMember> IntoMember<T> for String {
    fn into_member(self) -> T {
        T::of(&self)
    }
}

impl<T: StringMember> IntoMember<T> for &String {
    fn into_member(self) -> T {
        T::of(self)
    }
}

impl IntoMember<String> for &str {
    fn into_member(self) -> String {
        self.into()
    }
}
