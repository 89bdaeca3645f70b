//! What documents that were made to want much of it take: memory and time, step by step.
//!
//! Prints a table. Heap is the most that is held at any time up to the end of a step, while what the steps before made
//! lives, in bytes for each byte of the document. Time is that of all steps, the fastest of several runs.

// What a benchmark makes is private.
#![allow(missing_docs)]

#[path = "documents/hostile.rs"]
mod hostile;

use dynamodb_backup_model::{Captured, Validate, json};
use hostile::shapes;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Reads, validates, locates and shows the documents of an input, or does only the first of these steps.
fn work(input: &str, steps: usize) {
    for document in json::documents(input.as_bytes()) {
        let captured = black_box(document.read::<Captured>());
        if steps < 2 {
            continue;
        }
        let report = black_box(captured.as_ref().map(Captured::validate).unwrap_or_default());
        if steps < 3 {
            continue;
        }
        let locator = black_box(document.locator());
        for violation in &report {
            black_box(locator.locate(violation.path()));
        }
        if steps < 4 {
            continue;
        }
        black_box(report.to_string());
        black_box(serde_json::to_string(&report).expect("a report can be written"));
    }
}

fn time(input: &str, runs: u32) -> Duration {
    let run = |_| {
        let start = Instant::now();
        work(input, 4);
        start.elapsed()
    };
    (0..runs).map(run).min().unwrap_or_default()
}

fn main() {
    let has = |flag: &str| std::env::args().any(|argument| argument == flag);
    // `cargo test` runs benchmarks too, without the flag: there it is enough that they run.
    let (sizes, runs) = if has("--bench") && !has("--test") { ([125_000, 1_000_000], 5) } else { ([1_000, 8_000], 1) };
    println!("| shape | bytes | read | validate | locate | show | 1 ×, ms | 8 ×, ms | times |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    let mut worst = (0.0, String::new());
    for shape in shapes() {
        let just_over = shape.document_just_over(sizes[0]);
        let heap = [1, 2, 3, 4].map(|steps| {
            let counted = allocation_counter::measure(|| work(&just_over, steps));
            let [held, bytes] =
                [counted.bytes_max, just_over.len() as u64].map(|count| u32::try_from(count).unwrap_or(u32::MAX));
            f64::from(held) / f64::from(bytes)
        });
        let [one, eight] = sizes.map(|size| time(&shape.document(size), runs).as_secs_f64() * 1e3);
        let [read, validate, locate, show] = heap.map(|times| format!("{times:.1}"));
        println!(
            "| {} | {} | {read} | {validate} | {locate} | {show} | {one:.2} | {eight:.2} | {:.1} |",
            shape.name,
            just_over.len(),
            eight / one
        );
        if heap[3] > worst.0 {
            worst = (heap[3], shape.name);
        }
    }
    println!("\nThe worst takes {:.1} times its size: {}", worst.0, worst.1);
}
