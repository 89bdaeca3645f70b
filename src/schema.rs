//! JSON Schema (draft 2020-12) of the model, with the feature `schemars`.
//!
//! A schema says what the rules of severity error say, as far as they speak of one value by itself: which members must
//! be there, the limits of texts, lists and numbers. Like the model it is open to members and enum values that it
//! doesn't list, and takes a timestamp as a number or a text. What needs more than one value, such as an ARN that names
//! the table, is left to [`validate`](crate::Validate::validate).

use crate::checked::Valid;
use crate::json::Structure;
use crate::model::{
    BackupDetails, BackupName, BackupType, Constrained, DescribeBackupError, DescribeBackupOutput,
    DescribeBackupResponse, Json, JsonObject, OpenEnum, TextLimits, Timestamp,
};
use crate::validate::{Limits, Severity, Validate};
use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec::Vec;
use core::any::TypeId;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

/// The schema of a structure, member by member.
pub(crate) struct Object {
    shape: &'static str,
    required: Vec<String>,
    properties: Map<String, Value>,
    schema: Schema,
}

impl Object {
    pub(crate) fn of<T: Structure + Default + Validate>(docs: &str) -> Self {
        // The rules know which members must be there: they miss them in a value that has none.
        let empty = T::default();
        let missed = empty.validate();
        let missed = missed.iter().filter(|violation| violation.severity() == Severity::Error);
        let required =
            missed.filter_map(|violation| violation.path().as_str().strip_prefix('/').map(ToOwned::to_owned));
        Self {
            shape: empty.shape(),
            required: required.collect(),
            properties: Map::new(),
            schema: json_schema!({ "type": "object", "description": description(docs) }),
        }
    }

    pub(crate) fn member<T: JsonSchema>(&mut self, generator: &mut SchemaGenerator, name: &str, docs: &str) {
        // A null stands for an absent member.
        let mut schema = if self.required.iter().any(|required| required == name) {
            generator.subschema_for::<T>()
        } else {
            generator.subschema_for::<Option<T>>()
        };
        schema.insert("description".into(), description(docs).into());
        if let Value::Object(limits) = limits(self.shape, name) {
            schema.ensure_object().extend(limits);
        }
        self.properties.insert(name.into(), schema.into());
    }

    pub(crate) fn build(self) -> Schema {
        let Self { shape, required, properties, mut schema } = self;
        schema.insert("properties".into(), properties.into());
        if !required.is_empty() {
            schema.insert("required".into(), required.into());
        }
        if shape == BackupDetails::default().shape() {
            schema.insert("anyOf".into(), backup_names());
        }
        schema
    }
}

/// A backup's name keeps its limits, or its type is SYSTEM, or its type is unknown and it ends as a SYSTEM backup's does.
fn backup_names() -> Value {
    let (kind, name) = (BackupDetails::backup_type.name, BackupDetails::backup_name.name);
    let others: Vec<&str> =
        BackupType::VALUES.iter().filter(|kind| **kind != BackupType::System).map(BackupType::as_str).collect();
    let suffix = BackupName::SYSTEM_SUFFIX.replace('$', r"\$") + "$";
    json!([
        { "properties": { name: text_limits(BackupName::LIMITS) } },
        { "properties": { kind: { "const": BackupType::System.as_str() } }, "required": [kind] },
        { "properties": { kind: { "not": { "enum": others } }, name: { "pattern": suffix } } },
    ])
}

/// What the rules ask of a number or a list by itself.
fn limits(shape: &str, member: &str) -> Value {
    let Limits { local_secondary_indexes, non_key_attributes, .. } = Limits::TODAY;
    match (shape, member) {
        ("BackupDetails", "BackupSizeBytes")
        | ("SourceTableDetails", "TableSizeBytes" | "ItemCount")
        | ("ProvisionedThroughput", _) => json!({ "minimum": 0 }),
        ("OnDemandThroughput", _) => json!({ "minimum": -1, "not": { "const": 0 } }),
        ("VectorIndexInfo", "Dimensions") => json!({ "minimum": 1 }),
        (_, "KeySchema") | ("VectorIndexInfo", "SearchSchema") => json!({ "minItems": 1 }),
        ("Projection", "NonKeyAttributes") => json!({ "maxItems": non_key_attributes, "uniqueItems": true }),
        ("SourceTableFeatureDetails", "LocalSecondaryIndexes") => json!({ "maxItems": local_secondary_indexes }),
        _ => Value::Null,
    }
}

/// Docs as running text: a line's end is a space, an empty line ends a paragraph.
fn description(docs: &str) -> String {
    let mut text = String::new();
    for line in docs.lines().map(str::trim) {
        if line.is_empty() {
            text.push_str("\n\n");
        } else {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push(' ');
            }
            text.push_str(line);
        }
    }
    text
}

fn text_limits(limits: TextLimits) -> Map<String, Value> {
    let mut keywords = Map::new();
    if limits.min_chars > 0 {
        keywords.insert("minLength".into(), limits.min_chars.into());
    }
    if let Some(max) = limits.max_chars {
        keywords.insert("maxLength".into(), max.into());
    }
    if let Some(pattern) = limits.pattern {
        keywords.insert("pattern".into(), pattern.regex().into());
    }
    keywords
}

pub(crate) fn text<T: Constrained + 'static>() -> Schema {
    let mut schema = json_schema!({ "type": "string" });
    // What a backup's name may be depends on the backup's type, which stands beside it.
    if TypeId::of::<T>() != TypeId::of::<BackupName>() {
        schema.ensure_object().extend(text_limits(T::LIMITS));
    }
    schema
}

pub(crate) fn open_enum<T: OpenEnum>(docs: &str) -> Schema {
    let values: Vec<&str> = T::VALUES.iter().map(T::as_str).collect();
    json_schema!({
        "description": description(docs),
        "anyOf": [
            { "enum": values },
            { "type": "string", "description": "A value that AWS has added since this schema was made." },
        ],
    })
}

impl JsonSchema for Timestamp {
    fn schema_name() -> Cow<'static, str> {
        "Timestamp".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                { "type": "number", "description": "Seconds since the epoch, as the service sends them." },
                {
                    "type": "string",
                    "description": "A date and time with its offset from UTC, as the AWS CLI and boto3 print it.",
                    "pattern": Self::TEXT_PATTERN,
                },
            ],
        })
    }
}

impl JsonSchema for DescribeBackupResponse {
    fn schema_name() -> Cow<'static, str> {
        "DescribeBackupResponse".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (output, error) = (DescribeBackupOutput::backup_description.name, DescribeBackupError::error.name);
        let texts = [
            DescribeBackupError::type_name.name,
            DescribeBackupError::lower_case_message.name,
            DescribeBackupError::upper_case_message.name,
        ];
        let shown_by = |name: &str, kind: &str| json!({ "properties": { name: { "type": kind } }, "required": [name] });
        let mut shown: Vec<Value> = texts.iter().map(|name| shown_by(name, "string")).collect();
        shown.push(shown_by(error, "object"));
        json_schema!({
            "if": { "properties": { output: { "type": "null" } }, "anyOf": shown },
            "then": {
                "anyOf": [
                    generator.subschema_for::<DescribeBackupError>(),
                    { "type": "object", "description": "Members of another kind are kept as unknown ones." },
                ],
            },
            "else": generator.subschema_for::<DescribeBackupOutput>(),
        })
    }
}

/// The schema of the value: what makes it valid beyond that is not in it.
impl<T: JsonSchema> JsonSchema for Valid<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl JsonSchema for Json {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Json".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        true.into()
    }
}

impl JsonSchema for JsonObject {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "JsonObject".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object" })
    }
}
