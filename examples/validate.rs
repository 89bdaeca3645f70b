//! Reads captured `DescribeBackup` documents and prints what they are and which rules they break.
//!
//! ```text
//! cargo run --example validate -- [OPTIONS] [FILE]...
//! ```
//!
//! Without files it reads standard input. Documents that stand one after another in a file are each read.
//! The exit status is 0 without errors, 1 with violations of severity error, 2 where a document could not be read.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use clap::{Arg, ArgAction, ArgMatches, Command};
use dynamodb_backup_model::json::Locator;
use dynamodb_backup_model::{DescribeBackupResponse, JsonPointer, Report, Rule, Severity, Validate, Violation, json};
use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let matches = command().get_matches();
    match run(&matches, &mut io::stdout().lock()) {
        Ok(code) => code,
        // The reader of our output went away: there is nobody left to tell.
        Err(fault) if fault.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("error: can't write: {fault}");
            ExitCode::from(2)
        }
    }
}

fn command() -> Command {
    let rule = |id: &str| Rule::from_id(id).ok_or("no rule has this id: see --rules");
    Command::new("validate")
        .about("Says what captured DescribeBackup documents are and which rules they break")
        .after_help("Exit status: 0 without errors, 1 with errors, 2 where a document could not be read.")
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .num_args(0..)
                .help("Files to read; standard input without any, or as -"),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .value_parser(["auto", "lines", "snippets", "json"])
                .default_value("auto")
                .help("How violations are shown; auto: snippets on a terminal, else lines"),
        )
        .arg(
            Arg::new("allow")
                .long("allow")
                .value_name("RULE")
                .value_parser(rule)
                .action(ArgAction::Append)
                .help("Leaves out the violations of a rule"),
        )
        .arg(
            Arg::new("deny-warnings")
                .long("deny-warnings")
                .action(ArgAction::SetTrue)
                .help("Exits with 1 on warnings too"),
        )
        .arg(Arg::new("explain").long("explain").value_name("RULE").value_parser(rule).help("Explains a rule"))
        .arg(Arg::new("rules").long("rules").action(ArgAction::SetTrue).help("Lists all rules"))
}

fn run(matches: &ArgMatches, out: &mut impl Write) -> io::Result<ExitCode> {
    if matches.get_flag("rules") {
        for rule in Rule::ALL {
            writeln!(out, "{:<36} {:<8} {}", rule.id(), rule.severity(), rule.summary())?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(rule) = matches.get_one::<Rule>("explain") {
        writeln!(out, "{}[{rule}]: {}", rule.severity(), rule.summary())?;
        writeln!(out, "broken by: {}\nsource:    {}", rule.example(), rule.source())?;
        return Ok(ExitCode::SUCCESS);
    }

    let options = Options {
        format: match matches.get_one::<String>("format").map(String::as_str) {
            Some("json") => Format::Json,
            Some("lines") => Format::Lines,
            Some("snippets") => Format::Snippets,
            _ if io::stdout().is_terminal() => Format::Snippets,
            _ => Format::Lines,
        },
        color: io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
        allowed: matches.get_many("allow").unwrap_or_default().copied().collect(),
        deny_warnings: matches.get_flag("deny-warnings"),
    };
    let files: Vec<&str> = match matches.get_many::<String>("file") {
        Some(files) => files.map(String::as_str).collect(),
        None => vec!["-"],
    };
    let mut worst = Outcome::Fine;
    for file in files {
        worst = worst.max(check_file(file, &options, out)?);
    }
    Ok(ExitCode::from(worst as u8))
}

struct Options {
    format: Format,
    color: bool,
    allowed: Vec<Rule>,
    deny_warnings: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Format {
    Lines,
    Snippets,
    Json,
}

/// The exit status that a document asks for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Fine = 0,
    Broken = 1,
    Unreadable = 2,
}

fn check_file(file: &str, options: &Options, out: &mut impl Write) -> io::Result<Outcome> {
    let (name, read) = if file == "-" {
        let mut bytes = Vec::new();
        ("<stdin>", io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes))
    } else {
        (file, fs::read(file))
    };
    let bytes = match read {
        Ok(bytes) => bytes,
        Err(fault) => {
            eprintln!("error: can't read {name}: {fault}");
            return Ok(Outcome::Unreadable);
        }
    };
    let mut worst = Outcome::Fine;
    let mut start = 0;
    for number in 1.. {
        start += bytes[start..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let rest = &bytes[start..];
        if rest.is_empty() {
            if number == 1 {
                eprintln!("error: {name}: expected a JSON document, found nothing");
                worst = Outcome::Unreadable;
            }
            break;
        }
        // A document that can't be read has no end: the rest of the file is taken for it.
        let mut documents = serde_json::Deserializer::from_slice(rest).into_iter::<serde::de::IgnoredAny>();
        let document = match documents.next() {
            Some(Ok(_)) => &rest[..documents.byte_offset()],
            _ => rest,
        };
        let place = Place::behind(&bytes[..start], name, number);
        let outcome = match json::from_slice::<DescribeBackupResponse>(document) {
            Ok(response) => show(&place, document, &response, options, out)?,
            Err(fault) => {
                let (line, column) = place.in_file(fault.line(), fault.column());
                let path = if fault.path().is_root() { "the top level" } else { fault.path().as_str() };
                eprintln!(
                    "{name}:{line}:{column}: error: can't read document {number}: in {path}: {}",
                    fault.message()
                );
                Outcome::Unreadable
            }
        };
        worst = worst.max(outcome);
        start += document.len();
    }
    Ok(worst)
}

/// Where a document stands.
struct Place<'a> {
    file: &'a str,
    number: usize,
    lines_before: usize,
    /// Characters between the start of the document's first line and the document.
    columns_before: usize,
}

impl<'a> Place<'a> {
    fn behind(before: &[u8], file: &'a str, number: usize) -> Self {
        let text = String::from_utf8_lossy(before);
        let last_line = text.rsplit('\n').next().unwrap_or_default();
        Self { file, number, lines_before: text.matches('\n').count(), columns_before: last_line.chars().count() }
    }

    /// Line and column in the file of a line and column in the document.
    fn in_file(&self, line: usize, column: usize) -> (usize, usize) {
        (self.lines_before + line, if line == 1 { self.columns_before + column } else { column })
    }
}

fn show(
    place: &Place<'_>,
    document: &[u8],
    response: &DescribeBackupResponse,
    options: &Options,
    out: &mut impl Write,
) -> io::Result<Outcome> {
    let report = response.validate().without(&options.allowed);
    let text = std::str::from_utf8(document).unwrap_or_default();
    if options.format != Format::Json {
        writeln!(out, "{}: document {}: {}", place.file, place.number, describe(response))?;
    }
    let renderer = if options.color { Renderer::styled() } else { Renderer::plain() };
    // Only a report that names a place needs to know where the places are.
    let locator = if report.is_empty() { Locator::new("") } else { Locator::new(text) };
    for violation in &report {
        let location = locator.locate(violation.path());
        let (line, column) = place.in_file(location.line, location.column);
        match options.format {
            Format::Json => {
                let object = serde_json::json!({
                    "file": place.file,
                    "document": place.number,
                    "rule": violation.rule().id(),
                    "severity": violation.severity().as_str(),
                    "path": violation.path().as_str(),
                    "line": line,
                    "column": column,
                    "message": violation.message(),
                });
                writeln!(out, "{object}")?;
            }
            Format::Lines => writeln!(out, "{}:{line}:{column}: {violation}", place.file)?,
            Format::Snippets => {
                writeln!(out, "{}\n", renderer.render(&[snippet(place, text, violation, &locator)]))?;
            }
        }
    }
    if options.format != Format::Json {
        writeln!(out, "{}", summary(&report))?;
    }
    let fine = report.is_empty() || report.is_valid() && !options.deny_warnings;
    Ok(if fine { Outcome::Fine } else { Outcome::Broken })
}

/// The part of the document around the fault, with the fault underlined.
fn snippet<'a>(place: &Place<'a>, text: &'a str, violation: &'a Violation, locator: &Locator<'_>) -> Group<'a> {
    let location = locator.locate(violation.path());
    let (first_line, _) = place.in_file(1, 1);
    // Of a value that goes over many lines, the first is enough to know it by.
    let line_end = text[location.range.start..].find('\n').map_or(text.len(), |length| location.range.start + length);
    let range = location.range.start..location.range.end.min(line_end);
    let level = match violation.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    // An absent member is shown at what it is missing in.
    let is_absent = violation.path().parent().is_some_and(|parent| locator.locate(&parent) == location);
    let label = if is_absent { "missing in here" } else { "" };
    let snippet = Snippet::source(text)
        .path(place.file)
        .line_start(first_line)
        .annotation(AnnotationKind::Primary.span(range).label(label));
    level
        .primary_title(violation.message())
        .id(violation.rule().id())
        .element(snippet)
        .element(Level::NOTE.message(format!("in {}", place_name(violation.path()))))
}

fn place_name(path: &JsonPointer) -> &str {
    if path.is_root() { "the whole document" } else { path.as_str() }
}

fn describe(response: &DescribeBackupResponse) -> String {
    let output = match response {
        DescribeBackupResponse::Error(error) => {
            let status = error.http_status().map_or(String::new(), |status| format!(" (HTTP {status})"));
            return format!("error response{status}: {error}");
        }
        DescribeBackupResponse::Output(output) => output,
    };
    let backup = output.backup_description.as_ref();
    let details = backup.and_then(|backup| backup.backup_details.as_ref());
    let table = backup.and_then(|backup| backup.source_table_details.as_ref());
    let name = |text: Option<&str>| text.map_or("without a name".to_owned(), |text| format!("{text:?}"));
    format!(
        "output: backup {} of table {}, {}",
        name(details.and_then(|details| details.backup_name.as_ref()).map(AsRef::as_ref)),
        name(table.and_then(|table| table.table_name.as_ref()).map(AsRef::as_ref)),
        details.and_then(|details| details.backup_status.as_ref()).map_or("without a status", |status| status.as_str()),
    )
}

/// The closing line of a report.
fn summary(report: &Report) -> String {
    report.to_string().lines().last().unwrap_or_default().to_owned()
}
