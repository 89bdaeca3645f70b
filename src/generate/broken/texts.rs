use super::{Breach, Parts, one};
use crate::generate::source::Source;
use crate::generate::text::{text_of, valid_text};
use crate::model::{
    AttributeName, BackupArn, BackupName, BackupType, IndexName, SearchSchemaAttributeName, SourceTableFeatureDetails,
    TableArn, TableId, TableName, TextLimits,
};
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

/// A text that is too short or too long, and right otherwise.
fn of_wrong_length(source: &mut Source<'_, '_>, limits: TextLimits, least: usize) -> String {
    let max = limits.max_chars.unwrap_or(limits.min_chars);
    let too_long = max + source.pick(&[1, 1, 2, 45]);
    let len =
        if limits.min_chars > least && source.flag() { source.number(least..=limits.min_chars - 1) } else { too_long };
    text_of(source, TextLimits { max_bytes: None, ..limits }, len)
}

pub(super) fn text_length() -> Breach {
    Breach::of_any(|source, parts| {
        let system = parts.details().backup_type == Some(BackupType::System);
        let recovery_point = matches!(
            parts.details().backup_arn.as_ref().map(BackupArn::parse),
            Some(Ok(crate::BackupArnParts::AwsBackup { .. }))
        );
        match source.number(0..=5) {
            0 => {
                // Without a character the name would not match its pattern either.
                let name = TableName::unchecked(of_wrong_length(source, TableName::LIMITS, 1));
                rename_table(parts, &name);
            }
            1 if !system => {
                let name = of_wrong_length(source, BackupName::LIMITS, 1);
                parts.details().backup_name = Some(BackupName::unchecked(name));
            }
            2 if recovery_point => {
                let arn = parts.details().backup_arn.take().unwrap_or_default();
                let missing = BackupArn::LIMITS.max_chars.unwrap_or_default() + 1 - arn.as_str().len();
                let more = missing + source.pick(&[0, 1, 100]);
                parts.details().backup_arn = Some(BackupArn::unchecked(format!("{arn}{}", "x".repeat(more))));
            }
            3 if !index_names(parts).is_empty() => {
                let name = IndexName::unchecked(of_wrong_length(source, IndexName::LIMITS, 1));
                *one(source, index_names(parts)) = name;
            }
            4 if !searched_names(parts).is_empty() => {
                let name = of_wrong_length(source, SearchSchemaAttributeName::LIMITS, 0);
                *one(source, searched_names(parts)) = SearchSchemaAttributeName::unchecked(name);
            }
            _ => {
                let name = AttributeName::unchecked(of_wrong_length(source, AttributeName::LIMITS, 0));
                rename_an_attribute(source, parts, &name);
            }
        }
    })
}

pub(super) fn text_pattern() -> Breach {
    Breach::of_any(|source, parts| {
        let system = parts.details().backup_type == Some(BackupType::System);
        match source.number(0..=2) {
            0 if !system => {
                let name = not_a_name(source, BackupName::LIMITS);
                parts.details().backup_name = Some(BackupName::unchecked(name));
            }
            1 if !index_names(parts).is_empty() => {
                let name = IndexName::unchecked(not_a_name(source, IndexName::LIMITS));
                *one(source, index_names(parts)) = name;
            }
            _ => {
                let id = valid_text(source, TableId::LIMITS);
                let id = match source.number(0..=5) {
                    0 => id.replace(|char: char| char.is_ascii_hexdigit(), "A"),
                    1 => id.replace('-', ""),
                    2 => id + "\n",
                    3 => id[1..].to_string(),
                    4 => format!("{{{id}}}"),
                    _ => String::new(),
                };
                parts.table().table_id = Some(TableId::unchecked(id));
            }
        }
    })
}

/// A text of the right length that has a character which names do not have, at either end or within.
fn not_a_name(source: &mut Source<'_, '_>, limits: TextLimits) -> String {
    let max = limits.max_chars.unwrap_or(usize::MAX);
    let mut text: Vec<char> = valid_text(source, limits).chars().take(max - 1).collect();
    let char = source.pick(&[' ', '$', '/', '\n', 'é', '\0', '"', '+', ':', '\u{FEFF}']);
    let place = source.number(0..=text.len());
    text.insert(place, char);
    text.into_iter().collect()
}

pub(super) fn attribute_name_bytes() -> Breach {
    Breach::of_any(|source, parts| {
        let limits = AttributeName::LIMITS;
        let (max_chars, max_bytes) = (limits.max_chars.unwrap_or(usize::MAX), limits.max_bytes.unwrap_or(usize::MAX));
        let unit = source.pick(&['é', '€', '𝄞']);
        let len = source.number(max_bytes / unit.len_utf8() + 1..=max_chars);
        let name = AttributeName::unchecked(core::iter::repeat_n(unit, len).collect::<String>());
        rename_an_attribute(source, parts, &name);
    })
}

pub(super) fn system_backup_name() -> Breach {
    Breach::new(
        |_, plan| {
            plan.backup_type = BackupType::System;
            plan.recovery_point = false;
        },
        |source, parts| {
            let table = parts.table().table_name.clone().unwrap_or_default();
            let name = match source.number(0..=4) {
                0 => String::from("nightly"),
                1 => table.as_str().to_string(),
                2 => format!("x{table}{}", BackupName::SYSTEM_SUFFIX),
                3 => format!("{table}{} ", BackupName::SYSTEM_SUFFIX),
                _ => BackupName::SYSTEM_SUFFIX.to_string(),
            };
            parts.details().backup_name = Some(BackupName::unchecked(name));
        },
    )
}

pub(super) fn index_name_duplicate() -> Breach {
    Breach::new(
        |source, plan| match source.number(0..=3) {
            0 => plan.global_indexes = plan.global_indexes.max(2),
            1 => plan.with_local_indexes(2),
            2 => {
                plan.with_local_indexes(1);
                plan.global_indexes = plan.global_indexes.max(1);
            }
            _ => plan.with_vector_indexes(2),
        },
        |source, parts| {
            let mut names = index_names(parts);
            let later = names.remove(source.number(1..=names.len() - 1));
            *later = source.pick(&names.into_iter().map(|name| name.clone()).collect::<Vec<_>>());
        },
    )
}

fn index_names<'o>(parts: &'o mut Parts<'_>) -> Vec<&'o mut IndexName> {
    let features = parts.features();
    let local = features.local_secondary_indexes.iter_mut().flatten().filter_map(|index| index.index_name.as_mut());
    let global = features.global_secondary_indexes.iter_mut().flatten().filter_map(|index| index.index_name.as_mut());
    let vector = features.vector_indexes.iter_mut().flatten().filter_map(|index| index.index_name.as_mut());
    local.chain(global).chain(vector).collect()
}

fn searched_names<'o>(parts: &'o mut Parts<'_>) -> Vec<&'o mut SearchSchemaAttributeName> {
    let indexes = parts.features().vector_indexes.iter_mut().flatten();
    let elements = indexes.filter_map(|index| index.search_schema.as_mut()).flatten();
    elements.filter_map(|element| element.attribute_name.as_mut()).collect()
}

/// Calls the table by another name wherever it is called by its name.
fn rename_table(parts: &mut Parts<'_>, name: &TableName) {
    if let Some(old) = parts.table().table_name.replace(name.clone()) {
        // Names of three characters and more could stand elsewhere in an ARN, but not between these marks.
        let (old, new) = (format!(":table/{old}"), format!(":table/{name}"));
        let table_arn = parts.table().table_arn.take().map(|arn| arn.as_str().replacen(&old, &new, 1));
        parts.table().table_arn = table_arn.map(TableArn::unchecked);
        let backup_arn = parts.details().backup_arn.take().map(|arn| arn.as_str().replacen(&old, &new, 1));
        parts.details().backup_arn = backup_arn.map(BackupArn::unchecked);
    }
    if parts.details().backup_type == Some(BackupType::System) {
        parts.details().backup_name = Some(BackupName::system(name));
    }
}

/// Gives an attribute a new name: in one of the places beside keys, or in all keys that it stands in.
fn rename_an_attribute(source: &mut Source<'_, '_>, parts: &mut Parts<'_>, name: &AttributeName) {
    let keys = parts.key_attributes();
    let others = attributes_beside_keys(parts);
    if others.is_empty() || source.flag() {
        let old = source.pick(&keys);
        rename_key(parts, &old, name);
    } else {
        *one(source, others) = name.clone();
    }
}

fn attributes_beside_keys<'o>(parts: &'o mut Parts<'_>) -> Vec<&'o mut AttributeName> {
    let SourceTableFeatureDetails {
        local_secondary_indexes,
        global_secondary_indexes,
        time_to_live_description,
        vector_indexes,
        ..
    } = parts.features();
    let mut names = Vec::new();
    let mut projections = Vec::new();
    projections.extend(local_secondary_indexes.iter_mut().flatten().map(|index| &mut index.projection));
    projections.extend(global_secondary_indexes.iter_mut().flatten().map(|index| &mut index.projection));
    for index in vector_indexes.iter_mut().flatten() {
        projections.push(&mut index.projection);
        names.extend(index.vector_attribute.iter_mut().filter_map(|attribute| attribute.attribute_name.as_mut()));
    }
    names.extend(time_to_live_description.iter_mut().filter_map(|ttl| ttl.attribute_name.as_mut()));
    let projections = projections.into_iter().flatten().filter_map(|projection| projection.non_key_attributes.as_mut());
    names.extend(projections.filter_map(|projected| projected.last_mut()));
    names
}

fn rename_key(parts: &mut Parts<'_>, old: &AttributeName, new: &AttributeName) {
    for element in parts.keys().into_iter().flatten().flatten() {
        if element.attribute_name.as_ref() == Some(old) {
            element.attribute_name = Some(new.clone());
        }
    }
}
