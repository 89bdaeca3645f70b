//! Documents that were made to want much memory for their size get no more than others.

#[path = "../benches/documents/hostile.rs"]
mod hostile;

use allocation_counter::measure;
use dynamodb_backup_model::{Captured, Validate, json};
use hostile::{Shape, shapes};
use std::hint::black_box;

/// What `SECURITY.md` says.
const MOST: f64 = 40.0;

/// Reads, validates, locates and shows each document of an input, while what came before lives.
fn everything(input: &str) {
    for document in json::documents(input.as_bytes()) {
        let captured = document.read::<Captured>();
        let report = captured.as_ref().map(Captured::validate).unwrap_or_default();
        let locator = document.locator();
        for violation in &report {
            black_box(locator.locate(violation.path()));
        }
        black_box(report.to_string());
        black_box(serde_json::to_string(&report).unwrap());
    }
}

/// The input as one document, whatever it is.
fn whole(input: &[u8]) {
    drop(black_box(json::from_slice::<Captured>(input)));
}

/// The most bytes that were held at one time, for each byte of the input.
fn peak(input: &str, work: impl FnOnce()) -> f64 {
    let held = u32::try_from(measure(work).bytes_max).unwrap();
    f64::from(held) / f64::from(u32::try_from(input.len()).unwrap())
}

/// How many times its size a document of the shape takes, and its name.
fn times(shape: &Shape) -> (f64, &str) {
    let input = shape.document_just_over(100_000);
    let found = peak(&input, || everything(&input)).max(peak(&input, || whole(input.as_bytes())));
    assert!(found <= MOST, "{}: {found:.1} times {} bytes", shape.name, input.len());
    (found, &shape.name)
}

/// The first of two where neither is worse.
fn worse<'s>(one: (f64, &'s str), other: (f64, &'s str)) -> (f64, &'s str) {
    if other.0 > one.0 { other } else { one }
}

fn worst(shapes: &[Shape]) -> (f64, &str) {
    shapes.iter().map(times).reduce(worse).unwrap()
}

#[test]
fn no_document_takes_more_than_forty_times_its_size() {
    // With `serde_json`'s feature `arbitrary_precision` each number is a string on the way.
    if serde_json::from_str::<serde_json::Value>("1e400").is_ok() {
        return;
    }
    let shapes = shapes();
    let (first, second) = shapes.split_at(shapes.len() / 2);
    let [first, second] = std::thread::scope(|scope| {
        [first, second].map(|half| scope.spawn(move || worst(half))).map(|half| half.join().unwrap())
    });
    let (found, name) = worse(first, second);
    let line = format!("takes {found:.1} times its size: {name}");
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = words(include_str!("../SECURITY.md"));
    assert!(said.contains(&words(&line)), "SECURITY.md does not say that the worst shape {line}");
}

#[test]
fn a_locator_keeps_at_most_three_times_the_text() {
    for shape in shapes() {
        let input = shape.document_just_over(100_000);
        let mut locator = None;
        let kept = measure(|| locator = Some(json::Locator::new(&input))).bytes_current;
        assert!(kept > 0 && usize::try_from(kept).unwrap() <= 3 * input.len(), "{}: {kept} bytes", shape.name);
    }
}

/// Brackets without an end, and what cannot be decoded after them.
#[test]
fn an_error_deep_within_an_input_takes_little_memory() {
    for (open, end) in [("[", ""), ("[", "\u{FFFD}"), (r#"{"":"#, ""), (r#"[{"":"#, "é")] {
        let input = open.repeat(100_000) + end;
        for cut in [0, 1] {
            let bytes = &input.as_bytes()[..input.len() - cut];
            let found = peak(&input, || whole(bytes));
            assert!(found < 4.0, "{open}…{end}: {found:.1} times {} bytes", bytes.len());
        }
    }
}
