//! The command line.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use dynamodb_backup_model::{Limits, Rule};
use std::io::{self, IsTerminal as _};
use std::num::NonZero;
use std::path::PathBuf;

/// What the program was asked to do.
// A switch is a switch.
#[allow(clippy::struct_excessive_bools)]
pub(crate) struct Args {
    /// Files and directories, and `-` for standard input.
    pub(crate) paths: Vec<PathBuf>,
    pub(crate) format: Format,
    pub(crate) is_quiet: bool,
    pub(crate) is_colored: bool,
    /// The rules whose violations are left out.
    pub(crate) allowed: Vec<Rule>,
    /// The rules whose violations are errors.
    pub(crate) denied: Vec<Rule>,
    pub(crate) denies_warnings: bool,
    pub(crate) limits: Limits,
    pub(crate) jobs: usize,
    pub(crate) explained: Option<Rule>,
    pub(crate) lists_rules: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Lines,
    Snippets,
    Json,
    Github,
    Sarif,
}

impl Args {
    /// Reads the command line, or ends the program with what is wrong with it.
    pub(crate) fn parse() -> Self {
        Self::from_matches(&command().get_matches())
    }

    fn from_matches(matches: &ArgMatches) -> Self {
        let is_terminal = io::stdout().is_terminal();
        let text = |name| matches.get_one::<String>(name).map(String::as_str);
        let rules = |name| matches.get_many(name).unwrap_or_default().copied().collect();
        let mut limits = match text("limits") {
            Some("before-2025-11") => Limits::BEFORE_2025_11,
            _ => Limits::CURRENT,
        };
        limits.wire_timestamps = matches.get_flag("wire");
        Self {
            paths: matches.get_many("path").map_or_else(|| vec!["-".into()], |paths| paths.cloned().collect()),
            format: match text("format") {
                Some("lines") => Format::Lines,
                Some("snippets") => Format::Snippets,
                Some("json") => Format::Json,
                Some("github") => Format::Github,
                Some("sarif") => Format::Sarif,
                _ if is_terminal => Format::Snippets,
                _ => Format::Lines,
            },
            is_quiet: matches.get_flag("quiet"),
            is_colored: match text("color") {
                Some("always") => true,
                Some("never") => false,
                _ => is_terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
            },
            allowed: rules("allow"),
            denied: rules("deny"),
            denies_warnings: matches.get_flag("deny-warnings"),
            limits,
            jobs: matches.get_one("jobs").map_or(1, |jobs: &NonZero<usize>| jobs.get()),
            explained: matches.get_one("explain").copied(),
            lists_rules: matches.get_flag("list-rules"),
        }
    }
}

fn command() -> Command {
    let rule = |id: &str| Rule::from_id(id).ok_or("no rule has this id: see --list-rules");
    let option = |name: &'static str, value: &'static str| Arg::new(name).long(name).value_name(value);
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    let rules =
        |name: &'static str| option(name, "RULE").value_parser(rule).value_delimiter(',').action(ArgAction::Append);
    let one_of = |name: &'static str, value: &'static str, values: &[&'static str]| {
        option(name, value).value_parser(PossibleValuesParser::new(values)).default_value(values[0])
    };
    Command::new("validate")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Says what captured documents of DynamoDB's backup operations are and which rules they violate")
        .after_help("Exit status: 0 without errors, 1 with errors, 2 if anything could not be read.")
        .arg(
            Arg::new("path")
                .value_name("PATH")
                .num_args(0..)
                .value_parser(value_parser!(PathBuf))
                .help("Files, and directories with *.json, *.jsonl and *.ndjson; standard input without any, or as -"),
        )
        .arg(
            one_of("format", "FORMAT", &["auto", "lines", "snippets", "json", "github", "sarif"])
                .help("How violations are shown; auto: snippets on a terminal, else lines"),
        )
        .arg(flag("quiet").short('q').help("Prints the closing summary alone"))
        .arg(one_of("color", "WHEN", &["auto", "always", "never"]).help("Whether snippets are colored"))
        .arg(rules("allow").help("Leaves out the violations of these rules"))
        .arg(rules("deny").help("Makes violations of these rules errors"))
        .arg(flag("deny-warnings").help("Exits with 1 on warnings too"))
        .arg(
            one_of("limits", "LIMITS", &["current", "before-2025-11"])
                .help("The service's limits of today, or from before keys with several attributes"),
        )
        .arg(flag("wire").help("Checks that timestamps are those of the wire format"))
        .arg(
            option("jobs", "N")
                .short('j')
                .value_parser(value_parser!(NonZero<usize>))
                .default_value("1")
                .help("How many threads check documents; the order of the output stays that of the input"),
        )
        .arg(option("explain", "RULE").value_parser(rule).help("Explains a rule"))
        .arg(flag("list-rules").alias("rules").help("Lists all rules"))
}
