use super::{Draft, one_member};
use crate::generate::source::Source;
use crate::generate::text::any_string;
use crate::model::Json;
use crate::shape::{Slot, StringKind, Structure};
use crate::validate::rule_of;
use alloc::string::String;

pub(super) fn backup_description_missing(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let description = draft.output.backup_description.take();
    // As it is often pasted: without the object around it.
    if let Some(description) = description.filter(|_| source.flag())
        && let Ok(Json::Object(members)) = serde_json::to_value(description).map(Json::from)
    {
        draft.output.unmodeled = members;
    }
}

/// Removes a member to whose absence the draft's rule applies, for every such rule.
pub(super) fn member_missing(source: &mut Source<'_, '_>, draft: &mut Draft) {
    let rule = Some(draft.rule);
    draft.one_member(source, |row, member| rule_of(row.presence) == rule && member.is_present()).remove();
}

pub(super) fn unknown_enum_value(source: &mut Source<'_, '_>, draft: &mut Draft) {
    make_an_enum_unknown(source, &mut draft.output);
}

/// Gives one of the enums inside a structure a value that is not listed.
pub(super) fn make_an_enum_unknown(source: &mut Source<'_, '_>, structure: &mut dyn Structure) {
    let string = unlisted(source);
    let member = one_member(source, structure, |_, member| {
        member.is_present()
            && matches!(member.slot(), Slot::String(slot) if matches!(slot.kind(), StringKind::Enum(..)))
    });
    if let Slot::String(slot) = member.slot() {
        slot.set(&string);
    }
}

/// A string that no enum lists, and not the empty one, which represents an absent value.
fn unlisted(source: &mut Source<'_, '_>) -> String {
    let mut string = match source.number(0..=3) {
        0 => String::from("ACTIVE"),
        1 => String::new(),
        2 => String::from("available"),
        _ => any_string(source),
    };
    string.push('?');
    string
}
