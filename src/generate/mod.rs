//! Values made from random bytes.
mod any;
mod source;
#[cfg(feature = "proptest")]
mod strategy;
mod text;
mod time;

#[cfg(feature = "proptest")]
pub use strategy::*;
