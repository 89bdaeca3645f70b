//! The numbers that summaries, examples and docs give people are those that the crate goes by.

use super::document::gone;
use dynamodb_backup_model::model::{BackupId, TextPattern};
use dynamodb_backup_model::{
    AttributeName, BackupName, Limits, ListBackupsInput, PointInTimeRecoverySpecification, Rule, TableArn, TableName,
};
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

/// The numbers among the words of a string, without those in backticks.
fn numbers(text: &str) -> Vec<String> {
    let outside: Vec<&str> = text.split('`').step_by(2).collect();
    let words = outside.iter().flat_map(|part| part.split_whitespace());
    let words = words.map(|word| word.trim_matches([',', ';', ':', '.', '(', ')']));
    words.filter(|word| is_number(word)).map(str::to_owned).collect()
}

fn is_number(word: &str) -> bool {
    let digits = word.strip_prefix('-').unwrap_or(word);
    digits.starts_with(|char: char| char.is_ascii_digit()) && digits.parse::<f64>().is_ok()
}

/// The one number of the range for which something holds.
#[track_caller]
fn only(mut range: std::ops::Range<usize>, holds: impl Fn(usize) -> bool) -> usize {
    let found: Vec<usize> = range.by_ref().filter(|number| holds(*number)).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found[0]
}

fn created() -> f64 {
    gone().get("backup/BackupCreationDateTime").as_f64().unwrap()
}

/// The days after which a SYSTEM backup expires, as the rule has it.
fn days_kept() -> usize {
    only(1..400, |days| {
        let expiry = created() + f64::from(u32::try_from(days).unwrap()) * 86_400.0;
        !gone().set("backup/BackupExpiryDateTime", expiry).report().contains(Rule::SystemBackupExpiry)
    })
}

#[test]
fn the_message_about_the_expiry_of_a_system_backup_gives_the_days() {
    let report = gone().set("backup/BackupExpiryDateTime", created() + 1.0).report();
    let message = report.violations()[0].message();
    assert!(message.starts_with(&format!("expected {} days after the creation", days_kept())), "{message}");
}

/// By how many milliseconds a backup's id and its creation may differ, as the rule has it.
fn millis_apart() -> usize {
    let silent = |millis: u32| {
        let document = gone().set("backup/BackupCreationDateTime", created() + f64::from(millis) / 1000.0);
        !document.report().contains(Rule::BackupIdTimeMismatch)
    };
    (0..20).take_while(|millis| silent(*millis)).count() - 1
}

/// The digits and the hexadecimal digits of a backup's id.
fn digits_of_an_id() -> (usize, usize) {
    let is_id = |digits: usize, hex: usize| {
        BackupId::new(&format!("{}-{}", "1".repeat(digits), "a".repeat(hex))).unix_millis().is_some()
    };
    let digits = only(1..30, |digits| (1..30).any(|hex| is_id(digits, hex)));
    (digits, only(1..30, |hex| is_id(digits, hex)))
}

/// The digits of an account in an ARN.
fn digits_of_an_account() -> usize {
    only(1..30, |digits| {
        let arn = format!("arn:aws:dynamodb:eu-west-1:{}:table/Music", "1".repeat(digits));
        TableArn::unchecked(arn).parse().is_ok()
    })
}

/// The numbers in a rule's summary, example and source, in this order.
///
/// Where the rule rests on `Limits` or on a string's row they are computed from these, and where it has a number of its
/// own it is measured. What remains is written out: 0 and 1 as the least of something, and values in examples.
fn expected(rule: Rule) -> Vec<String> {
    let limits = Limits::CURRENT;
    let max_chars = TableName::LIMITS.max_chars.unwrap();
    let max_bytes = AttributeName::LIMITS.max_bytes.unwrap();
    let and_one_more = |limit: usize| vec![limit, limit + 1];
    let ends_and_one_more = |range: &RangeInclusive<i64>| {
        [*range.start(), *range.end(), range.end() + 1].map(|end| usize::try_from(end).unwrap()).to_vec()
    };
    let numbers = match rule {
        Rule::TextLength => vec![max_chars + 1],
        Rule::AttributeNameBytes => vec![max_bytes, 200, 400],
        Rule::KeySchemaHashCount => vec![1, limits.gsi_hash_elements],
        Rule::KeySchemaRangeCount => vec![limits.gsi_range_elements],
        Rule::LsiCount => and_one_more(limits.local_secondary_indexes),
        Rule::GsiCount => and_one_more(limits.global_secondary_indexes),
        Rule::ProjectionAttributesEmpty | Rule::BackupBeforeTable | Rule::TimeRangeOrder | Rule::PitrWindowOrder => {
            vec![1]
        }
        Rule::ProjectionAttributesCount => and_one_more(limits.non_key_attributes),
        Rule::LsiProjectedAttributesTotal => and_one_more(limits.lsi_non_key_attributes_total),
        Rule::ProjectedAttributesTotal => {
            let (total, each) = (limits.non_key_attributes_total, limits.non_key_attributes);
            vec![total, total / each, each, total % each + 1]
        }
        Rule::PayPerRequestCapacity => vec![0, 5],
        Rule::CapacityHalfZero => vec![0, 0, 5],
        Rule::BillingModeMissing => vec![0; 6],
        Rule::OnDemandThroughputUnexpected => vec![100, 100],
        Rule::ProvisionedCapacityZero => vec![0, 0],
        Rule::VectorDimensions => vec![1, 0],
        Rule::BackupIdFormat => {
            let (digits, hex) = digits_of_an_id();
            vec![digits, hex]
        }
        Rule::SystemBackupExpiry => vec![days_kept(), days_kept() - 1],
        Rule::VectorCount => and_one_more(limits.vector_indexes),
        Rule::VectorDimensionsQuota => and_one_more(usize::try_from(limits.vector_dimensions).unwrap()),
        Rule::VectorSearchSchemaFilterQuota => and_one_more(limits.vector_inline_filters),
        Rule::VectorSharedAttributeDimensions => vec![4, 8],
        // Where not all are natural numbers.
        Rule::CapacityNegative | Rule::SizeNegative => return vec!["0".into(), "-1".into()],
        Rule::OnDemandThroughputRange => return ["1", "-1", "0"].map(str::to_owned).to_vec(),
        Rule::BackupArnAccountMismatch => return ["123456789012", "210987654321"].map(str::to_owned).to_vec(),
        Rule::BackupIdTimeMismatch => return vec![millis_apart().to_string(), "1576616367.715".into()],
        Rule::BackupTypeMissing => vec![2018],
        Rule::TimestampFinerThanMilliseconds => return vec!["3".into(), "1576616366.71512".into()],
        Rule::ListLimitRange => ends_and_one_more(&ListBackupsInput::LIMITS),
        Rule::RecoveryPeriodRange => ends_and_one_more(&PointInTimeRecoverySpecification::RECOVERY_PERIODS_IN_DAYS),
        _ => Vec::new(),
    };
    numbers.iter().map(ToString::to_string).collect()
}

#[test]
fn summaries_and_examples_give_the_numbers_of_the_limits() {
    for &rule in Rule::ALL {
        let said = [rule.summary(), rule.example(), rule.source()].map(numbers).concat();
        assert_eq!(said, expected(rule), "{rule}: {}; {}; {}", rule.summary(), rule.example(), rule.source());
        let other: Vec<String> = numbers(rule.help()).into_iter().filter(|n| n != "0" && n != "-1").collect();
        assert!(other == [""; 0] || other == ["2018"], "the help of {rule} has a number that nothing is tied to");
    }
    // What the values in examples are to be.
    assert!(200 <= AttributeName::LIMITS.max_chars.unwrap());
    assert_eq!(400, "é".repeat(200).len());
    assert!(400 > AttributeName::LIMITS.max_bytes.unwrap());
    for account in expected(Rule::BackupArnAccountMismatch) {
        assert_eq!(account.len(), digits_of_an_account());
    }
}

/// The docs of each file, a line for each block of doc comments. Examples are left out: they are tested by running.
fn docs_of_sources(folder: &Path) -> Vec<(PathBuf, Vec<String>)> {
    let mut docs = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            docs.extend(docs_of_sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let mut blocks = vec![String::new()];
            let mut is_example = false;
            for line in fs::read_to_string(&path).unwrap().lines() {
                let line = line.trim_start();
                match line.strip_prefix("///").or_else(|| line.strip_prefix("//!")) {
                    Some(doc) if doc.trim().starts_with("```") => is_example = !is_example,
                    Some(_) if is_example => {}
                    Some(doc) => {
                        let block = blocks.last_mut().unwrap();
                        block.push_str(doc.trim());
                        block.push(' ');
                    }
                    None => blocks.push(String::new()),
                }
            }
            blocks.retain(|block| !block.is_empty());
            docs.push((path, blocks));
        }
    }
    docs
}

/// What the docs of the source files say about limits; each must be there, word for word.
fn phrases() -> Vec<String> {
    let limits = Limits::CURRENT;
    let (hashes, ranges) = (limits.gsi_hash_elements, limits.gsi_range_elements);
    let (locals, globals) = (limits.local_secondary_indexes, limits.global_secondary_indexes);
    let (vectors, names, total) = (limits.vector_indexes, limits.non_key_attributes, limits.non_key_attributes_total);
    let system_name = TableName::LIMITS.max_chars.unwrap() + BackupName::SYSTEM_SUFFIX.len();
    let (days, (digits, hex), account) = (days_kept(), digits_of_an_id(), digits_of_an_account());
    let uuid = TextPattern::LowerCaseUuid.regex().split(['{', '}']).skip(1).step_by(2).collect::<Vec<_>>();
    let [time, middle @ .., node] = &*uuid else { panic!("{uuid:?}") };
    vec![
        format!("The local secondary indexes, up to {locals}."),
        format!("The global secondary indexes, up to {globals} unless AWS raised"),
        format!("The vector indexes, up to {vectors} unless AWS raised"),
        format!("up to {hashes} HASH elements, then up to {ranges} RANGE elements"),
        format!("`CreateTable`, up to {hashes} since November 2025"),
        format!("`CreateTable`, up to {ranges} since November 2025"),
        format!("1 to {names} in one index, up to {total} over all of a table's"),
        format!("as many as {locals} indexes of {names} names"),
        format!("the {total} names that all local secondary indexes may have"),
        format!("{days} days after its creation for a SYSTEM backup"),
        format!("kept for {days} days"),
        format!("Absent for {} days", PointInTimeRecoverySpecification::RECOVERY_PERIODS_IN_DAYS.end()),
        format!("up to {system_name} characters"),
        format!("{digits} digits, `-` and {hex} hexadecimal digits"),
        format!("{time}, {} and {node} hexadecimal digits", middle.join(", ")),
        format!("without an allocation up to {} bytes", size_of::<TableName>()),
        format!("The account, {account} digits"),
        format!("The account is not {account} digits"),
    ]
}

/// What the docs say besides: not about the crate's limits, or about the least of something.
const OTHER: [&str; 9] = [
    "more than 127 levels",
    "at least 0",
    "at least 1",
    "up to 4 KB",
    "up to 1 KB",
    "-9999 to 9999",
    "years 0 to 9999",
    "up to 23 hours",
    "more than 23 hours",
];

/// The words around a number by which it is a limit.
fn limits_in(block: &str) -> Vec<String> {
    const BEFORE: [&str; 5] = ["up to", "at most", "at least", "more than", "maximum of"];
    const AFTER: [&str; 8] = ["to", "days", "digits", "hexadecimal", "characters", "names", "elements", "indexes"];

    let words: Vec<&str> = block.split_whitespace().collect();
    let trimmed = |index: usize| words.get(index).map_or("", |word: &&str| word.trim_matches([',', ';', ':', '.']));
    let is_limit = |index: &usize| {
        let before = index.checked_sub(2).map(|before| words[before..*index].join(" "));
        is_number(trimmed(*index))
            && (before.is_some_and(|before| BEFORE.contains(&&*before)) || AFTER.contains(&trimmed(index + 1)))
    };
    let around = |index: usize| words[index.saturating_sub(4)..words.len().min(index + 5)].join(" ");
    (0..words.len()).filter(is_limit).map(around).collect()
}

/// If this test fails after a change of a doc, write the number into [`phrases`] from where the crate has it.
#[test]
fn docs_give_the_numbers_of_the_limits() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let docs = docs_of_sources(&source);
    let phrases = phrases();
    for phrase in &phrases {
        let is_said = docs.iter().any(|(_, blocks)| blocks.iter().any(|block| block.contains(phrase)));
        assert!(is_said, "no doc in src/ says: {phrase}");
    }
    let mut untied = Vec::new();
    for (path, blocks) in docs {
        for block in blocks {
            let known = phrases.iter().map(String::as_str).chain(OTHER);
            let block = known.fold(block, |block, phrase| block.replace(phrase, " "));
            untied.extend(limits_in(&block).into_iter().map(|limit| format!("{}: {limit}", path.display())));
        }
    }
    assert_eq!(untied, [""; 0], "a doc gives a limit that this test does not tie to a number of the crate");
}
