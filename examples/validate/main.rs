//! Reads captured documents of DynamoDB's backup operations and prints what they are and which rules they violate.
//!
//! ```text
//! cargo run --example validate -- [OPTIONS] [PATH]...
//! ```
//!
//! A path is a file or a directory, which is searched for `*.json`, `*.jsonl` and `*.ndjson`; without paths standard
//! input is read. A file can have any number of documents: one after another, one per line, or in an array.
//!
//! The exit status is 0 without errors, 1 with error-severity violations, 2 if anything could not be read.

mod args;
mod check;
mod files;
mod output;
mod progress;
mod sentence;
mod show;
mod summary;
mod work;

use args::Args;
use check::Checker;
use dynamodb_backup_model::Rule;
use files::Source;
use output::Writer;
use progress::Progress;
use std::fmt::Write as _;
use std::io;
use std::process::ExitCode;
use summary::Summary;
use work::Workers;

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(code) => code,
        // The reader of the output has left: there is nobody to tell.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> io::Result<ExitCode> {
    if args.lists_rules {
        return print(&list_rules());
    }
    if let Some(rule) = args.explained {
        return print(&explain(rule));
    }

    let checker = Checker::new(args);
    let workers = Workers::new(args.jobs)?;
    let sources = Source::find(&args.paths);
    let mut writer = Writer::new(Progress::new(&sources));
    writer.write(&checker.opening())?;
    // Nothing precedes what is shown first.
    writer.skip(checker.separator_length());
    workers.check(&sources, &checker, &mut writer)?;
    writer.skip(0);
    let summary = writer.summary().clone();
    writer.write(&checker.closing(&summary))?;
    writer.finish()?;
    Ok(exit_code(&summary, args.denies_warnings))
}

fn exit_code(summary: &Summary, denies_warnings: bool) -> ExitCode {
    ExitCode::from(match summary {
        summary if summary.has_unreadable() => 2,
        summary if summary.has_errors() || denies_warnings && summary.has_violations() => 1,
        _ => 0,
    })
}

fn print(text: &str) -> io::Result<ExitCode> {
    io::Write::write_all(&mut io::stdout(), text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn list_rules() -> String {
    Rule::ALL.iter().fold(String::new(), |mut text, rule| {
        let _ = writeln!(text, "{:<36} {:<8} {}", rule.id(), rule.severity(), rule.summary());
        text
    })
}

fn explain(rule: Rule) -> String {
    format!(
        "{}[{rule}]: {}\n\n{}\n\nviolated by: {}\nsource:      {}\n",
        rule.severity(),
        rule.summary(),
        rule.help(),
        rule.example(),
        rule.source()
    )
}
