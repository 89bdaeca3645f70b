//! Reading, validating and writing at three sizes, and how the time grows.

// What `criterion_group!` makes is public and has no docs.
#![allow(missing_docs)]

mod documents;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use documents::Growth;
use dynamodb_backup_model::{DescribeBackupOutput, Validate, json};

fn read(text: &str) -> DescribeBackupOutput {
    json::from_slice(text.as_bytes()).expect("the document reads")
}

fn documents_of_three_sizes(criterion: &mut Criterion) {
    let large = documents::large();
    for (size, text) in [("minimal", documents::MINIMAL), ("full", documents::FULL.trim_end()), ("large", &large)] {
        let output = read(text);
        let mut group = criterion.benchmark_group(size);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function("read", |bencher| bencher.iter(|| read(text)));
        group.bench_function("validate", |bencher| bencher.iter(|| output.validate()));
        group.bench_function("read and validate", |bencher| {
            bencher.iter(|| {
                let output = read(text);
                let report = output.validate();
                (output, report)
            });
        });
        group.bench_function("write", |bencher| bencher.iter(|| serde_json::to_string(&output)));
        group.bench_function("write as the service", |bencher| bencher.iter(|| json::to_wire_string(&output)));
        group.finish();
    }
}

fn report_of_an_invalid_document(criterion: &mut Criterion) {
    let output = read(&documents::broken());
    let violations = output.validate().len();
    assert!(violations > 100, "only {violations} violations");
    let mut group = criterion.benchmark_group("broken");
    group.throughput(Throughput::Elements(violations as u64));
    group.bench_function("validate", |bencher| bencher.iter(|| output.validate()));
    group.bench_function("report as text", |bencher| bencher.iter(|| output.validate().to_string()));
    group.finish();
}

fn time_by_size_of_document(criterion: &mut Criterion) {
    for (what, sizes) in documents::growing() {
        let mut group = criterion.benchmark_group(format!("growth of {what}"));
        group.sample_size(10);
        for text in sizes.map(Growth::document) {
            let output = read(&text);
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_function(BenchmarkId::new("read", text.len()), |bencher| bencher.iter(|| read(&text)));
            group
                .bench_function(BenchmarkId::new("validate", text.len()), |bencher| bencher.iter(|| output.validate()));
        }
        group.finish();
    }
}

criterion_group!(benches, documents_of_three_sizes, report_of_an_invalid_document, time_by_size_of_document);
criterion_main!(benches);
