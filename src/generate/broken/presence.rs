use super::{Breach, Parts, one, with_an_index};
use crate::generate::source::Source;
use crate::generate::text::any_text;
use crate::model::{BackupDescription, BackupType, SourceTableFeatureDetails};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

/// A member that can be taken out, whatever its type.
trait Member {
    fn take_out(&mut self);
}

impl<T> Member for Option<T> {
    fn take_out(&mut self) {
        *self = None;
    }
}

pub(super) fn backup_description_missing() -> Breach {
    Breach::of_any(|source, parts| {
        let description = parts.0.backup_description.take();
        // As it is often pasted: without the object around it.
        if let Some(description) = description.filter(|_| source.flag())
            && let Ok(crate::Json::Object(members)) = serde_json::to_value(description).map(crate::Json::from)
        {
            parts.0.unmodeled = members;
        }
    })
}

pub(super) fn backup_details_missing() -> Breach {
    Breach::of_any(|_, parts| parts.description().backup_details = None)
}

pub(super) fn source_table_details_missing() -> Breach {
    Breach::of_any(|_, parts| parts.description().source_table_details = None)
}

pub(super) fn required_member_missing() -> Breach {
    Breach::of_any(|source, parts| {
        let whole_sections = source.flag();
        let members = required_members(parts, whole_sections);
        one(source, members).take_out();
    })
}

/// The table's key and capacity themselves, or what is required of them.
fn required_members<'o>(parts: &'o mut Parts<'_>, whole_sections: bool) -> Vec<&'o mut dyn Member> {
    let mut members: Vec<&mut dyn Member> = Vec::new();
    let BackupDescription { backup_details, source_table_details, source_table_feature_details, .. } =
        parts.description();
    let mut keys = Vec::new();
    let mut capacities = Vec::new();
    if let Some(details) = backup_details {
        members.push(&mut details.backup_arn);
        members.push(&mut details.backup_name);
        members.push(&mut details.backup_status);
        members.push(&mut details.backup_creation_date_time);
    }
    if let Some(table) = source_table_details {
        members.push(&mut table.table_name);
        members.push(&mut table.table_id);
        members.push(&mut table.table_creation_date_time);
        if whole_sections {
            members.push(&mut table.key_schema);
            members.push(&mut table.provisioned_throughput);
        } else {
            keys.push(&mut table.key_schema);
            capacities.push(&mut table.provisioned_throughput);
        }
    }
    if let Some(features) = source_table_feature_details {
        let SourceTableFeatureDetails {
            local_secondary_indexes,
            global_secondary_indexes,
            stream_description,
            vector_indexes,
            ..
        } = features;
        keys.extend(local_secondary_indexes.iter_mut().flatten().map(|index| &mut index.key_schema));
        for index in global_secondary_indexes.iter_mut().flatten() {
            keys.push(&mut index.key_schema);
            capacities.push(&mut index.provisioned_throughput);
        }
        if let Some(stream) = stream_description {
            members.push(&mut stream.stream_enabled);
        }
        for index in vector_indexes.iter_mut().flatten() {
            if let Some(attribute) = &mut index.vector_attribute {
                members.push(&mut attribute.attribute_name);
            }
            for element in index.search_schema.iter_mut().flatten() {
                members.push(&mut element.attribute_name);
                members.push(&mut element.search_schema_element_type);
            }
        }
    }
    for element in keys.into_iter().flatten().flatten() {
        members.push(&mut element.attribute_name);
        members.push(&mut element.key_type);
    }
    for capacity in capacities.into_iter().flatten() {
        members.push(&mut capacity.read_capacity_units);
        members.push(&mut capacity.write_capacity_units);
    }
    members
}

pub(super) fn backup_type_missing() -> Breach {
    Breach::new(
        |source, plan| {
            // Of the others the type can be told.
            plan.recovery_point = false;
            plan.backup_type = source.pick(&[BackupType::User, BackupType::AwsBackup]);
        },
        |_, parts| parts.details().backup_type = None,
    )
}

pub(super) fn index_member_missing() -> Breach {
    Breach::new(with_an_index, |source, parts| {
        let mut members: Vec<&mut dyn Member> = Vec::new();
        let SourceTableFeatureDetails { local_secondary_indexes, global_secondary_indexes, vector_indexes, .. } =
            parts.features();
        for index in local_secondary_indexes.iter_mut().flatten() {
            members.push(&mut index.index_name);
            members.push(&mut index.key_schema);
            members.push(&mut index.projection);
        }
        for index in global_secondary_indexes.iter_mut().flatten() {
            members.push(&mut index.index_name);
            members.push(&mut index.key_schema);
            members.push(&mut index.projection);
        }
        for index in vector_indexes.iter_mut().flatten() {
            members.push(&mut index.index_name);
            members.push(&mut index.vector_attribute);
            members.push(&mut index.projection);
            members.push(&mut index.dimensions);
            members.push(&mut index.distance_function);
        }
        one(source, members).take_out();
    })
}

pub(super) fn unknown_enum_value() -> Breach {
    Breach::new(
        |_, plan| {
            if plan.backup_type == BackupType::System {
                // Its name is only right for its type.
                plan.backup_type = BackupType::User;
            }
        },
        |source, parts| {
            let text = unlisted(source);
            let places = enum_values(parts);
            one(source, places)(text);
        },
    )
}

/// A text that no enum lists.
fn unlisted(source: &mut Source<'_, '_>) -> String {
    let mut text = match source.number(0..=3) {
        0 => String::from("ACTIVE"),
        1 => String::new(),
        2 => String::from("available"),
        _ => any_text(source),
    };
    if !text.is_empty() {
        text.push('?');
    }
    text
}

fn enum_values<'o>(parts: &'o mut Parts<'_>) -> Vec<Box<dyn FnOnce(String) + 'o>> {
    fn set<'o, T: From<String>>(value: &'o mut Option<T>, setters: &mut Vec<Box<dyn FnOnce(String) + 'o>>) {
        if value.is_some() {
            setters.push(Box::new(|text| *value = Some(T::from(text))));
        }
    }

    let mut setters = Vec::new();
    let BackupDescription { backup_details, source_table_details, source_table_feature_details, .. } =
        parts.description();
    let mut keys = Vec::new();
    let mut projections = Vec::new();
    if let Some(details) = backup_details {
        set(&mut details.backup_status, &mut setters);
        set(&mut details.backup_type, &mut setters);
    }
    if let Some(table) = source_table_details {
        set(&mut table.billing_mode, &mut setters);
        keys.push(&mut table.key_schema);
    }
    if let Some(features) = source_table_feature_details {
        for index in features.local_secondary_indexes.iter_mut().flatten() {
            keys.push(&mut index.key_schema);
            projections.push(&mut index.projection);
        }
        for index in features.global_secondary_indexes.iter_mut().flatten() {
            keys.push(&mut index.key_schema);
            projections.push(&mut index.projection);
        }
        for index in features.vector_indexes.iter_mut().flatten() {
            set(&mut index.distance_function, &mut setters);
            projections.push(&mut index.projection);
            for element in index.search_schema.iter_mut().flatten() {
                set(&mut element.search_schema_element_type, &mut setters);
            }
        }
        if let Some(stream) = &mut features.stream_description {
            set(&mut stream.stream_view_type, &mut setters);
        }
        if let Some(ttl) = &mut features.time_to_live_description {
            set(&mut ttl.time_to_live_status, &mut setters);
        }
        if let Some(sse) = &mut features.sse_description {
            set(&mut sse.status, &mut setters);
            set(&mut sse.sse_type, &mut setters);
        }
    }
    for element in keys.into_iter().flatten().flatten() {
        set(&mut element.key_type, &mut setters);
    }
    for projection in projections.into_iter().flatten() {
        set(&mut projection.projection_type, &mut setters);
    }
    setters
}
