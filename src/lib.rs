#![doc = include_str!("../README.md")]
#![no_std]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[cfg(feature = "aws-sdk-dynamodb")]
pub mod aws_sdk;
#[cfg(feature = "builder")]
mod builder;
pub mod checked;
pub mod json;
pub mod model;
pub mod validate;

#[cfg(feature = "builder")]
pub use builder::IntoMember;
pub use checked::{Backup, Valid};
pub use model::*;
pub use validate::{JsonPointer, Limits, Report, Rule, Severity, Validate, Violation};
