#![doc = include_str!("../README.md")]
#![no_std]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod checked;
pub mod json;
pub mod model;
pub mod validate;

pub use checked::{Backup, Valid};
pub use model::*;
pub use validate::{JsonPointer, Limits, Report, Rule, Severity, Validate, Violation};
