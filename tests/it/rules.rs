//! The rules of the catalogue, each from both sides.

mod alone;
mod arns;
mod document;
mod features;
mod fixtures;
mod ids;
mod key_schemas;
mod limits;
mod numbers;
mod omitted;
mod order;
mod presence;
mod projections;
mod report;
mod silence;
mod text;
mod throughput;
mod times;
mod vector_indexes;
