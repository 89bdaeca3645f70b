//! Measures this crate beside everything else that reads a `DescribeBackup` response: the same bytes, one process.
//!
//! `cargo run --release`, from this folder. The contenders take turns in many short rounds, and the fastest round of
//! each is printed: what else the machine does only ever makes a round slower. Time is the thread's own: what other
//! programs take is not counted.

mod aws;
mod by_hand;
// The broken document is not compared.
#[allow(dead_code)]
#[path = "../../documents/mod.rs"]
mod documents;
mod heap;

use aws_sdk_dynamodb::operation::describe_backup::DescribeBackupOutput as DescribeBackupOutputOfTheSdk;
use aws_sdk_dynamodb::operation::list_backups::ListBackupsOutput as ListBackupsOutputOfTheSdk;
use cpu_time::ThreadTime;
use documents::Growth;
use dynamodb_backup_model::{DescribeBackupOutput, ListBackupsOutput, Validate, json};
use heap::Heap;
use serde::de::IgnoredAny;
use std::hint::black_box;
use std::time::Duration;

/// What is measured: its name, and the work, done so many times.
struct Contender<'w> {
    name: &'static str,
    work: Box<dyn Fn(usize) + 'w>,
}

impl<'w> Contender<'w> {
    fn new<T>(name: &'static str, work: impl Fn() -> T + 'w) -> Self {
        let work = move |times| {
            for _ in 0..times {
                drop(black_box(work()));
            }
        };
        Self { name, work: Box::new(work) }
    }
}

struct Measured {
    name: &'static str,
    nanos: f64,
    heap: Heap,
}

/// The contenders in turn, round after round; of each the fastest round.
fn measure(contenders: &[Contender<'_>], rounds: usize, round: Duration) -> Vec<Measured> {
    let times: Vec<usize> = contenders
        .iter()
        .map(|Contender { work, .. }| {
            work(1);
            let start = ThreadTime::now();
            let mut times = 0;
            while start.elapsed() < round {
                work(1);
                times += 1;
            }
            times
        })
        .collect();
    let mut fastest = vec![f64::INFINITY; contenders.len()];
    for _ in 0..rounds {
        for ((contender, times), fastest) in contenders.iter().zip(&times).zip(&mut fastest) {
            let start = ThreadTime::now();
            (contender.work)(*times);
            *fastest = fastest.min(start.elapsed().as_nanos() as f64 / *times as f64);
        }
    }
    contenders
        .iter()
        .zip(fastest)
        .map(|(contender, nanos)| {
            let ((), heap) = heap::of(|| (contender.work)(1));
            Measured { name: contender.name, nanos, heap }
        })
        .collect()
}

fn print(title: &str, bytes: usize, base: &str, measured: &[Measured]) {
    let base = measured.iter().find(|one| one.name == base).map_or(f64::NAN, |one| one.nanos);
    println!("\n### {title}\n");
    println!("| | ns | MB/s | allocations | peak heap (bytes) | time against ours |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    for Measured { name, nanos, heap: Heap { allocations, peak } } in measured {
        let (speed, ratio) = (bytes as f64 / nanos * 1e3, nanos / base);
        println!("| {name} | {nanos:.0} | {speed:.0} | {allocations} | {peak} | {ratio:.2} |");
    }
}

fn compare(title: &str, text: &str, rounds: usize) {
    const ROUND: Duration = Duration::from_millis(2);
    const OURS: &str = "this crate";

    let bytes = text.as_bytes();
    let title = |verb: &str| format!("{verb} the {title} document ({} bytes)", bytes.len());
    let aws = aws::Deserializer::of_describe_backup();
    let response = aws::Deserializer::response(bytes);
    let read = || json::from_slice::<DescribeBackupOutput>(bytes).expect("reads");
    let ours = read();
    assert!(ours.validate().is_valid());

    let readers = [
        Contender::new(OURS, read),
        Contender::new("this crate, read and validate", || {
            let output = read();
            output.validate()
        }),
        Contender::new("this crate, validate what was read before", || ours.validate()),
        Contender::new("aws-sdk-dynamodb", || aws.read::<DescribeBackupOutputOfTheSdk>(&response)),
        Contender::new("rusoto_dynamodb", || {
            serde_json::from_slice::<rusoto_dynamodb::DescribeBackupOutput>(bytes).expect("reads")
        }),
        Contender::new("structs by hand, serde_json", || {
            serde_json::from_slice::<by_hand::DescribeBackupOutput>(bytes).expect("reads")
        }),
        Contender::new("serde_json::Value", || serde_json::from_slice::<serde_json::Value>(bytes).expect("reads")),
        Contender::new("simd_json::OwnedValue, with the copy that it needs", || {
            simd_json::to_owned_value(&mut bytes.to_vec()).expect("reads")
        }),
        Contender::new("sonic_rs::Value", || sonic_rs::from_slice::<sonic_rs::Value>(bytes).expect("reads")),
        Contender::new("sonic_rs into this crate's types", || {
            sonic_rs::from_slice::<DescribeBackupOutput>(bytes).expect("reads")
        }),
        Contender::new("nothing kept (IgnoredAny), serde_json", || {
            serde_json::from_slice::<IgnoredAny>(bytes).expect("reads")
        }),
    ];
    print(&title("Reading"), bytes.len(), OURS, &measure(&readers, rounds, ROUND));

    let by_hand: by_hand::DescribeBackupOutput = serde_json::from_slice(bytes).expect("reads");
    let rusoto: rusoto_dynamodb::DescribeBackupOutput = serde_json::from_slice(bytes).expect("reads");
    let value: serde_json::Value = serde_json::from_slice(bytes).expect("reads");
    assert_eq!(json::to_wire_string(&ours), text, "a document in the wire format");
    let writers = [
        Contender::new(OURS, || serde_json::to_string(&ours).expect("writes")),
        Contender::new("this crate, in the wire format", || json::to_wire_string(&ours)),
        Contender::new("rusoto_dynamodb", || serde_json::to_string(&rusoto).expect("writes")),
        Contender::new("structs by hand, serde_json", || serde_json::to_string(&by_hand).expect("writes")),
        Contender::new("serde_json::Value", || serde_json::to_string(&value).expect("writes")),
    ];
    print(&title("Writing"), bytes.len(), OURS, &measure(&writers, rounds, ROUND));
}

/// How the time grows where one thing grows to ten and a hundred times its number.
fn growth() {
    println!("\n### Ten times the number, how many times the time\n");
    println!("| what grows | numbers | bytes | reading, ms | times | validating, ms | times |");
    println!("| --- | --- | --- | --- | --- | --- | --- |");
    for (what, sizes) in documents::growing() {
        let texts = sizes.map(Growth::document);
        let outputs = texts.each_ref().map(|text| json::from_str::<DescribeBackupOutput>(text).expect("reads"));
        let read = texts
            .each_ref()
            .map(|text| Contender::new(what, move || json::from_str::<DescribeBackupOutput>(text).expect("reads")));
        let validate = outputs.each_ref().map(|output| Contender::new(what, move || output.validate()));
        let millis = |contenders: &[Contender<'_>]| -> Vec<f64> {
            measure(contenders, 15, Duration::from_millis(20)).iter().map(|one| one.nanos / 1e6).collect()
        };
        let (read, validate) = (millis(&read), millis(&validate));
        let numbers = sizes.map(|size| size.indexes.max(size.names).max(size.unmodeled).to_string()).join(", ");
        let bytes = texts.each_ref().map(|text| text.len().to_string()).join(", ");
        let list = |millis: &[f64]| millis.iter().map(|one| format!("{one:.3}")).collect::<Vec<_>>().join(", ");
        let times = |millis: &[f64]| {
            millis.windows(2).map(|two| format!("{:.1}", two[1] / two[0])).collect::<Vec<_>>().join(", ")
        };
        println!(
            "| {what} | {numbers} | {bytes} | {} | {} | {} | {} |",
            list(&read),
            times(&read),
            list(&validate),
            times(&validate)
        );
    }
}

/// A page of as many summaries as the service lists at once.
fn compare_pages() {
    const SUMMARIES: usize = 100;

    let text = documents::page(SUMMARIES);
    let bytes = text.as_bytes();
    let aws = aws::Deserializer::of_list_backups();
    let response = aws::Deserializer::response(bytes);
    let read = || json::from_slice::<ListBackupsOutput>(bytes).expect("reads");
    let ours = read();
    assert!(ours.validate().is_empty(), "{}", ours.validate());
    let readers = [
        Contender::new("this crate", read),
        Contender::new("this crate, read and validate", || {
            let output = read();
            output.validate()
        }),
        Contender::new("this crate, validate what was read before", || ours.validate()),
        Contender::new("aws-sdk-dynamodb", || aws.read::<ListBackupsOutputOfTheSdk>(&response)),
        Contender::new("serde_json::Value", || serde_json::from_slice::<serde_json::Value>(bytes).expect("reads")),
    ];
    let title = format!("Reading a page of {SUMMARIES} summaries ({} bytes)", bytes.len());
    print(&title, bytes.len(), "this crate", &measure(&readers, 101, Duration::from_millis(2)));
}

fn main() {
    let only: Vec<String> = std::env::args().skip(1).collect();
    let wanted = |part: &str| only.is_empty() || only.iter().any(|one| one == part);
    for (title, text, rounds) in [
        ("minimal", documents::MINIMAL.to_owned(), 301),
        ("full", documents::FULL.to_owned(), 301),
        ("large", documents::large(), 101),
    ] {
        if wanted(title) {
            compare(title, text.trim_end(), rounds);
        }
    }
    if wanted("page") {
        compare_pages();
    }
    if wanted("growth") {
        growth();
    }
}
