#![doc = include_str!("../README.md")]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(any(feature = "std", feature = "arbitrary"))]
extern crate std;

#[cfg(feature = "aws-sdk-dynamodb")]
pub mod aws_sdk;
mod captured;
pub mod checked;
#[cfg(feature = "arbitrary")]
pub mod generate;
pub mod json;
pub mod model;
#[cfg(feature = "schemars")]
mod schema;
mod shape;
pub mod validate;
mod value;

pub use captured::Captured;
#[doc(inline)]
pub use checked::{Backup, Valid};
#[doc(inline)]
pub use model::*;
#[cfg(feature = "builder")]
pub use shape::IntoMember;
pub use time;
#[doc(inline)]
pub use validate::{JsonPointer, Limits, Report, Rule, Severity, Validate, Violation};
