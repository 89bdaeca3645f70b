//! The rules of the catalogue, each from both sides.

mod arns;
mod document;
mod features;
mod fixtures;
mod key_schemas;
mod presence;
mod projections;
mod text;
mod throughput;
mod times;
mod vector_indexes;
