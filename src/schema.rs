//! JSON Schema (draft 2020-12) of the model, with the feature `schemars`.
//!
//! A schema says what the error-severity rules say, as far as they speak of one value by itself: which members must
//! be there, the limits of strings, lists and numbers. Like the model it is open to members and enum values that it
//! does not list, and takes a timestamp as a number or a string. What needs more than one value, such as an ARN that names
//! the table, is left to [`validate`](crate::Validate::validate).

use crate::checked::Valid;
use crate::model::{
    BackupDetails, BackupName, BackupType, Constrained, DescribeBackupOutput, ErrorResponse, ListBackupsInput,
    OpenEnum, PointInTimeRecoverySpecification, TextLimits, with_enums, with_strings, with_structures,
};
use crate::shape::{Structure, Visit, VisitMembers};
use crate::validate::{Limits, Severity, rule_of};
use crate::value::path::Row;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::RangeInclusive;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

/// Each row: a type, which its schema is named after, and how the schema is made.
macro_rules! schemas {
    ($($name:ident $($inline:ident)?, |$generator:pat_param| $schema:expr;)+) => {$(
        impl JsonSchema for crate::model::$name {
            $(fn $inline() -> bool {
                true
            })?

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )+};
}

macro_rules! structures {
    ($($name:ident)+) => {
        schemas! { $($name, |generator| object(&Self::default(), generator);)+ }
    };
}
with_structures!(structures);

/// The members of a structure, one by one.
struct Members<'g> {
    shape: &'static str,
    required: Vec<&'static str>,
    properties: Map<String, Value>,
    generator: &'g mut SchemaGenerator,
}

impl<T: JsonSchema> Visit<T> for Members<'_> {
    fn member(&mut self, row: &'static Row, _: Option<&T>) {
        let is_required = rule_of(row.presence).is_some_and(|rule| rule.severity() == Severity::Error);
        let mut schema = if is_required {
            self.required.push(row.name);
            self.generator.subschema_for::<T>()
        } else {
            // A null represents an absent member.
            self.generator.subschema_for::<Option<T>>()
        };
        schema.insert("description".into(), description(row.docs).into());
        if let Value::Object(limits) = limits(self.shape, row.name) {
            schema.ensure_object().extend(limits);
        }
        self.properties.insert(row.name.into(), schema.into());
    }
}

fn object<T>(empty: &T, generator: &mut SchemaGenerator) -> Schema
where
    T: Structure + for<'g> VisitMembers<Members<'g>>,
{
    let mut members = Members { shape: empty.shape(), required: Vec::new(), properties: Map::new(), generator };
    empty.visit_members(&mut members);
    let Members { shape, required, properties, .. } = members;
    let mut schema = json_schema!({
        "type": "object",
        "description": description(empty.docs()),
        "properties": properties,
    });
    if !required.is_empty() {
        schema.insert("required".into(), required.into());
    }
    if ["BackupDetails", "BackupSummary"].contains(&shape) {
        schema.insert("anyOf".into(), backup_names());
    }
    schema
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
    let Limits { local_secondary_indexes, non_key_attributes, .. } = Limits::CURRENT;
    match (shape, member) {
        ("BackupDetails" | "BackupSummary", "BackupSizeBytes")
        | ("SourceTableDetails", "TableSizeBytes" | "ItemCount")
        | ("ProvisionedThroughput", _) => json!({ "minimum": 0 }),
        ("OnDemandThroughput", _) => json!({ "minimum": -1, "not": { "const": 0 } }),
        ("VectorIndexInfo", "Dimensions") => json!({ "minimum": 1 }),
        (_, "KeySchema") | ("VectorIndexInfo", "SearchSchema") => json!({ "minItems": 1 }),
        ("Projection", "NonKeyAttributes") => json!({ "maxItems": non_key_attributes, "uniqueItems": true }),
        ("ListBackupsInput", "Limit") => range(&ListBackupsInput::LIMITS),
        (_, "RecoveryPeriodInDays") => range(&PointInTimeRecoverySpecification::RECOVERY_PERIODS_IN_DAYS),
        // Elsewhere it depends on the type of the backup.
        ("CreateBackupInput", "BackupName") => text_limits(BackupName::LIMITS).into(),
        ("SourceTableFeatureDetails", "LocalSecondaryIndexes") => json!({ "maxItems": local_secondary_indexes }),
        _ => Value::Null,
    }
}

fn range(allowed: &RangeInclusive<i64>) -> Value {
    json!({ "minimum": allowed.start(), "maximum": allowed.end() })
}

/// Docs as running text, up to their examples: a line's end is a space, an empty line ends a paragraph.
fn description(docs: &str) -> String {
    let mut text = String::new();
    for line in docs.lines().map(str::trim).take_while(|line| *line != "# Examples") {
        if line.is_empty() {
            text.push_str("\n\n");
        } else {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push(' ');
            }
            text.push_str(line);
        }
    }
    text.truncate(text.trim_end().len());
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

macro_rules! strings {
    ($($name:ident)+) => {
        schemas! { $($name, |_| {
            let mut schema = json_schema!({ "type": "string" });
            if !<Self as Constrained>::HAS_EXCEPTION {
                schema.ensure_object().extend(text_limits(Self::LIMITS));
            }
            schema
        };)+ }
    };
}
with_strings!(strings);

macro_rules! enums {
    ($($name:ident)+) => {
        schemas! { $($name, |_| json_schema!({
            "description": description(<Self as OpenEnum>::DOCS),
            "anyOf": [
                { "enum": <Self as OpenEnum>::STRINGS },
                { "type": "string", "description": "A value that AWS has added since this schema was made." },
            ],
        });)+ }
    };
}
with_enums!(enums);

schemas! {
    Timestamp, |_| json_schema!({
        "anyOf": [
            { "type": "number", "description": "Seconds since the epoch, as the service sends them." },
            {
                "type": "string",
                "description": "A date and time with its offset from UTC, as the AWS CLI and boto3 print it.",
                "pattern": Self::TEXT_PATTERN,
            },
        ],
    });

    DescribeBackupResponse, |generator| {
        let (output, error) = (DescribeBackupOutput::backup_description.name, ErrorResponse::error.name);
        let strings = [
            ErrorResponse::type_name.name,
            ErrorResponse::lower_case_message.name,
            ErrorResponse::upper_case_message.name,
        ];
        let shown_by = |name: &str, kind: &str| json!({ "properties": { name: { "type": kind } }, "required": [name] });
        let mut shown: Vec<Value> = strings.iter().map(|name| shown_by(name, "string")).collect();
        shown.push(shown_by(error, "object"));
        for (code, beside) in ErrorResponse::codes_of_clients() {
            let mut schema = shown_by(code, "string");
            if !beside.is_empty() {
                schema["anyOf"] = beside.iter().map(|member| json!({ "required": [member] })).collect();
            }
            shown.push(schema);
        }
        json_schema!({
            "if": { "properties": { output: { "type": "null" } }, "anyOf": shown },
            "then": {
                "anyOf": [
                    generator.subschema_for::<ErrorResponse>(),
                    { "type": "object", "description": "Members of another kind are kept as unknown ones." },
                ],
            },
            "else": generator.subschema_for::<DescribeBackupOutput>(),
        })
    };

    Json inline_schema, |_| true.into();

    JsonObject inline_schema, |_| json_schema!({ "type": "object" });
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
