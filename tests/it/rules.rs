//! The rules of the catalogue, each from both sides.

mod alone;
mod arns;
mod document;
mod documents;
mod features;
mod fixtures;
mod ids;
mod key_schemas;
mod limits;
mod lists;
mod numbers;
mod omitted;
mod order;
mod presence;
mod projections;
mod recovery;
mod report;
mod silence;
mod summaries;
mod text;
mod throughput;
mod times;
mod vector_indexes;
