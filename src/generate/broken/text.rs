use super::Draft;
use crate::generate::plan::Plan;
use crate::generate::source::Source;
use crate::generate::text::{string_of_len, valid_string};
use crate::model::{
    AttributeName, BackupArn, BackupName, BackupType, IndexName, SearchSchemaAttributeName, TableId, TableName,
    TextLimits,
};
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

/// A string that is too short or too long, and right otherwise.
pub(super) fn of_wrong_length(source: &mut Source<'_, '_>, limits: TextLimits, least: usize) -> String {
    let max = limits.max_chars.unwrap_or(limits.min_chars);
    let too_long = max + source.pick(&[1, 1, 2, 45]);
    let is_short = limits.min_chars > least && source.flag();
    let len = if is_short { source.number(least..=limits.min_chars - 1) } else { too_long };
    string_of_len(source, TextLimits { max_bytes: None, ..limits }, len)
}

pub(super) fn perhaps_table_name_length(source: &mut Source<'_, '_>, plan: &mut Plan) {
    if source.once_in(6) {
        // An empty name would not match its pattern either.
        plan.table_name = TableName::unchecked(of_wrong_length(source, TableName::LIMITS, 1));
    }
}

pub(super) fn text_length(source: &mut Source<'_, '_>, draft: &mut Draft) {
    if has_table_name_of_wrong_length(draft) {
        return;
    }
    match source.number(0..=4) {
        0 if draft.plan.backup_type != BackupType::System => {
            let name = of_wrong_length(source, BackupName::LIMITS, 1);
            draft.details().backup_name = Some(BackupName::unchecked(name));
        }
        1 if draft.plan.recovery_point => backup_arn_too_long(source, draft),
        2 if !draft.plan.index_names.is_empty() => {
            *draft.one(source) = IndexName::unchecked(of_wrong_length(source, IndexName::LIMITS, 1));
        }
        3 if !draft.every::<SearchSchemaAttributeName>().is_empty() => {
            let name = of_wrong_length(source, SearchSchemaAttributeName::LIMITS, 0);
            *draft.one(source) = SearchSchemaAttributeName::unchecked(name);
        }
        _ => {
            let name = AttributeName::unchecked(of_wrong_length(source, AttributeName::LIMITS, 0));
            rename_an_attribute(source, draft, &name);
        }
    }
}

pub(super) fn has_table_name_of_wrong_length(draft: &Draft) -> bool {
    TableName::LIMITS.check(draft.plan.table_name.as_str()).is_err()
}

/// Only the ARN of a recovery point has an id of any length.
pub(super) fn backup_arn_too_long(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let arn = draft.details().backup_arn.get_or_insert_default();
    let missing = BackupArn::LIMITS.max_chars.unwrap_or_default() + 1 - arn.as_str().len();
    let more = missing + source.pick(&[0, 1, 100]);
    *arn = BackupArn::unchecked(format!("{arn}{}", "x".repeat(more)));
}

pub(super) fn text_pattern(source: &mut Source<'_, '_>, draft: &mut Draft) {
    match source.number(0..=2) {
        0 if draft.plan.backup_type != BackupType::System => {
            let name = not_a_name(source, BackupName::LIMITS);
            draft.details().backup_name = Some(BackupName::unchecked(name));
        }
        1 if !draft.plan.index_names.is_empty() => {
            *draft.one(source) = IndexName::unchecked(not_a_name(source, IndexName::LIMITS));
        }
        _ => {
            let id = valid_string(source, TableId::LIMITS);
            let id = match source.number(0..=5) {
                0 => id.replace(|char: char| char.is_ascii_hexdigit(), "A"),
                1 => id.replace('-', ""),
                2 => id + "\n",
                3 => id[1..].to_string(),
                4 => format!("{{{id}}}"),
                _ => String::new(),
            };
            draft.table().table_id = Some(TableId::unchecked(id));
        }
    }
}

/// A string of the right length with a character that names do not have, at either end or within.
fn not_a_name(source: &mut Source<'_, '_>, limits: TextLimits) -> String {
    let max = limits.max_chars.unwrap_or(usize::MAX);
    let mut chars: Vec<char> = valid_string(source, limits).chars().take(max - 1).collect();
    let char = source.pick(&[' ', '$', '/', '\n', 'é', '\0', '"', '+', ':', '\u{FEFF}']);
    let index = source.number(0..=chars.len());
    chars.insert(index, char);
    chars.into_iter().collect()
}

pub(super) fn attribute_name_bytes(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let TextLimits { max_chars, max_bytes, .. } = AttributeName::LIMITS;
    let unit = source.pick(&['é', '€', '𝄞']);
    let least = max_bytes.unwrap_or_default() / unit.len_utf8() + 1;
    let len = source.number(least..=max_chars.unwrap_or(least));
    let name = AttributeName::unchecked(core::iter::repeat_n(unit, len).collect::<String>());
    rename_an_attribute(source, draft, &name);
}

/// Gives an attribute a new name wherever it is named.
fn rename_an_attribute(source: &mut Source<'_, '_>, draft: &mut Draft, new: &AttributeName) {
    let names = draft.every::<AttributeName>();
    let old = names[source.number(0..=names.len() - 1)].clone();
    names.into_iter().filter(|name| **name == old).for_each(|name| *name = new.clone());
}

pub(super) fn system_backup_name(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let table = draft.plan.table_name.as_str();
    let name = match source.number(0..=4) {
        0 => String::from("nightly"),
        1 => table.to_string(),
        2 => format!("x{table}{}", BackupName::SYSTEM_SUFFIX),
        3 => format!("{table}{} ", BackupName::SYSTEM_SUFFIX),
        _ => BackupName::SYSTEM_SUFFIX.to_string(),
    };
    draft.details().backup_name = Some(BackupName::unchecked(name));
}

pub(super) fn two_indexes(source: &mut Source<'_, '_>, plan: &mut Plan) {
    match source.number(0..=3) {
        0 => plan.with_global_indexes(2),
        1 => plan.with_local_indexes(2),
        2 => {
            plan.with_local_indexes(1);
            plan.with_global_indexes(1);
        }
        _ => plan.with_vector_indexes(2),
    }
}

pub(super) fn index_name_duplicate(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let mut names = draft.every::<IndexName>();
    let later = source.number(1..=names.len() - 1);
    *names[later] = names[source.number(0..=later - 1)].clone();
}
