//! The generators cover what they are meant to: a property is tested only for what is generated.

use super::config;
use dynamodb_backup_model::{
    BackupArnParts, BackupType, DescribeBackupOutput, Json, Limits, ProjectionType, Rule, SourceTableFeatureDetails,
    Timestamp, Validate, generate,
};
use proptest::strategy::{Strategy, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use std::collections::BTreeSet;
use std::fmt::{Debug, Display};

/// The same values every time.
pub(super) fn samples<T: Debug>(strategy: impl Strategy<Value = T>, count: usize) -> impl Iterator<Item = T> {
    let mut runner = TestRunner::deterministic();
    (0..count).map(move |_| strategy.new_tree(&mut runner).unwrap().current())
}

#[track_caller]
pub(super) fn holds_all(found: &BTreeSet<String>, expected: &str) {
    for name in expected.split_whitespace() {
        assert!(found.contains(name), "never {name}, only {found:?}");
    }
}

#[test]
fn clean_responses_cover_every_kind() {
    let mut found = BTreeSet::new();
    for output in samples(generate::clean_output(), 1500) {
        kinds(&output, &mut found);
    }
    holds_all(
        &found,
        "type:USER type:SYSTEM type:AWS_BACKUP arn:own arn:recovery-point arn:AWS_BACKUP+own
        status:AVAILABLE status:CREATING status:DELETED size:- size:0 size:9223372036854775807
        partition:aws partition:aws-cn partition:aws-us-gov partition:aws-eusc partition:aws-iso partition:aws-iso-b
        partition:aws-iso-e partition:aws-iso-f
        billing:- billing:PROVISIONED billing:PAY_PER_REQUEST
        key:1 key:2 table-name:3 table-name:255 backup-name:3 backup-name:255 backup-name:274
        attribute:1 attribute:255 index-name:3 index-name:255
        expiry:AWS_BACKUP+- expiry:AWS_BACKUP+at expiry:SYSTEM+at expiry:USER+-
        features:- features:empty local:- local:0 local:1 local:5 global:- global:0 global:1 global:20
        vector:- vector:0 vector:1 vector:5 vector:shared
        global-key:HASH global-key:HASH+RANGE global-key:HASH+HASH+HASH+HASH+RANGE+RANGE+RANGE+RANGE
        projection:ALL projection:KEYS_ONLY projection:INCLUDE names:1 names:20 names-total:100
        dimensions:1 dimensions:4096 search:- search:1 search:18 search:19
        stream:- stream:false stream:NEW_IMAGE stream:OLD_IMAGE stream:NEW_AND_OLD_IMAGES stream:KEYS_ONLY
        ttl:- ttl:ENABLED+at ttl:DISABLED+- ttl:ENABLING+at ttl:ENABLING+- ttl:DISABLING+at ttl:DISABLING+- ttl:-+-
        sse:- sse:KMS sse:no-type sse:inaccessible
        on-demand:-+-1 on-demand:-1+- on-demand:9223372036854775807+-1 index-capacity:- index-capacity:0 index-capacity:1
        time:number time:whole time:T time:t time:space time:Z time:z time:+05 time:UTC
        time:space-before-offset time:nanos
        unmodeled:output unmodeled:details",
    );
}

fn adder(found: &mut BTreeSet<String>) -> impl FnMut(&str, &dyn Display) {
    |kind, what| {
        found.insert(format!("{kind}:{what}"));
    }
}

fn number(number: Option<i64>) -> String {
    number.map_or_else(|| "-".to_owned(), |number| number.to_string())
}

fn len(count: Option<usize>) -> String {
    count.map_or_else(|| "-".to_owned(), |count| count.to_string())
}

fn name_of<T: AsRef<str>>(value: Option<&T>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.as_ref().to_owned())
}

fn kinds(output: &DescribeBackupOutput, found: &mut BTreeSet<String>) {
    let mut add = adder(found);
    let description = output.backup_description.as_ref().unwrap();
    let details = description.backup_details.as_ref().unwrap();
    let table = description.source_table_details.as_ref().unwrap();
    if !output.unmodeled.is_empty() {
        add("unmodeled", &"output");
    }
    if !details.unmodeled.is_empty() {
        add("unmodeled", &"details");
    }

    let backup_type = name_of(details.backup_type.as_ref());
    add("type", &backup_type);
    add("status", &name_of(details.backup_status.as_ref()));
    add("size", &number(details.backup_size_bytes));
    add("expiry", &format!("{backup_type}+{}", details.backup_expiry_date_time.map_or("-", |_| "at")));
    match details.backup_arn.as_ref().unwrap().parse().unwrap() {
        BackupArnParts::AwsBackup { scope, .. } => {
            add("arn", &"recovery-point");
            add("partition", &scope.partition);
        }
        BackupArnParts::DynamoDb { scope, .. } => {
            add("arn", &"own");
            add("partition", &scope.partition);
            if details.backup_type == Some(BackupType::AwsBackup) {
                add("arn", &"AWS_BACKUP+own");
            }
        }
        other => panic!("an ARN that the tests do not know: {other:?}"),
    }
    add("backup-name", &details.backup_name.as_ref().unwrap().as_str().len());
    add("table-name", &table.table_name.as_ref().unwrap().as_str().len());
    add("billing", &name_of(table.billing_mode.as_ref()));
    add("key", &table.key_schema.as_ref().unwrap().len());
    for element in table.key_schema.iter().flatten() {
        add("attribute", &element.attribute_name.as_ref().unwrap().as_str().len());
    }
    if let Some(limits) = &table.on_demand_throughput {
        let [read, write] = [limits.max_read_request_units, limits.max_write_request_units].map(number);
        add("on-demand", &format!("{read}+{write}"));
    }
    let times = [details.backup_creation_date_time, details.backup_expiry_date_time, table.table_creation_date_time];
    for at in times.into_iter().flatten() {
        add("time", &form(at));
    }

    match &description.source_table_feature_details {
        None => add("features", &"-"),
        Some(features) => {
            drop(add);
            kinds_of_features(features, found);
        }
    }
}

fn kinds_of_features(features: &SourceTableFeatureDetails, found: &mut BTreeSet<String>) {
    let mut add = adder(found);
    if serde_json::to_string(features).unwrap() == "{}" {
        add("features", &"empty");
    }
    add("local", &len(features.local_secondary_indexes.as_ref().map(Vec::len)));
    add("global", &len(features.global_secondary_indexes.as_ref().map(Vec::len)));
    add("vector", &len(features.vector_indexes.as_ref().map(Vec::len)));
    let mut projections = Vec::new();
    for index in features.local_secondary_indexes.iter().flatten() {
        add("index-name", &index.index_name.as_ref().unwrap().as_str().len());
        projections.extend(&index.projection);
    }
    for index in features.global_secondary_indexes.iter().flatten() {
        let types: Vec<_> =
            index.key_schema.iter().flatten().map(|element| name_of(element.key_type.as_ref())).collect();
        add("global-key", &types.join("+"));
        add(
            "index-capacity",
            &number(index.provisioned_throughput.as_ref().and_then(|units| units.read_capacity_units)),
        );
        projections.extend(&index.projection);
    }
    let names = |projections: &[&dynamodb_backup_model::Projection]| {
        projections.iter().flat_map(|projection| &projection.non_key_attributes).flatten().count()
    };
    add("names-total", &names(&projections));
    let vectors = features.vector_indexes.as_deref().unwrap_or_default();
    for (position, index) in vectors.iter().enumerate() {
        add("dimensions", &number(index.dimensions));
        add("search", &len(index.search_schema.as_ref().map(Vec::len)));
        projections.extend(&index.projection);
        if vectors[..position].iter().any(|other| other.vector_attribute == index.vector_attribute) {
            add("vector", &"shared");
        }
    }
    for projection in projections {
        add("projection", &name_of(projection.projection_type.as_ref()));
        if projection.projection_type == Some(ProjectionType::Include) {
            add("names", &names(&[projection]));
        }
    }
    match &features.stream_description {
        None => add("stream", &"-"),
        Some(stream) if stream.stream_enabled == Some(false) => add("stream", &"false"),
        Some(stream) => add("stream", &name_of(stream.stream_view_type.as_ref())),
    }
    match &features.time_to_live_description {
        None => add("ttl", &"-"),
        Some(ttl) => {
            let attribute = ttl.attribute_name.as_ref().map_or("-", |_| "at");
            add("ttl", &format!("{}+{attribute}", name_of(ttl.time_to_live_status.as_ref())));
        }
    }
    match &features.sse_description {
        None => add("sse", &"-"),
        Some(sse) => {
            add("sse", &sse.sse_type.as_ref().map_or("no-type", |sse_type| sse_type.as_str()));
            sse.inaccessible_encryption_date_time.into_iter().for_each(|_| add("sse", &"inaccessible"));
        }
    }
}

fn form(at: Timestamp) -> String {
    let text = serde_json::to_string(&at).unwrap();
    let text = text.trim_matches('"');
    if !at.is_epoch() {
        let (before, offset) = text.split_at(19);
        return match offset.trim_start_matches(['.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) {
            letter @ ("Z" | "z") => letter.to_owned(),
            " UTC" => "UTC".to_owned(),
            offset if offset.starts_with(' ') => "space-before-offset".to_owned(),
            offset if offset.len() == 3 => "+05".to_owned(),
            _ => before[10..11].replace(' ', "space"),
        };
    }
    match text.split_once('.') {
        None => "whole".to_owned(),
        Some((_, fraction)) if fraction.len() == 9 => "nanos".to_owned(),
        Some(_) => "number".to_owned(),
    }
}

/// The members at which generated outputs violate a rule, without the indexes of list elements.
fn violated_members(rule: Rule) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for output in samples(generate::broken(rule), 1200) {
        for violation in &output.validate() {
            let tokens: Vec<_> = violation.path().tokens().skip(2).collect();
            let names = tokens.iter().filter(|token| token.parse::<usize>().is_err());
            found.insert(names.map(ToString::to_string).collect::<Vec<_>>().join("/"));
        }
    }
    found
}

#[test]
fn rules_about_many_members_are_violated_at_each() {
    holds_all(
        &violated_members(Rule::RequiredMemberMissing),
        "BackupArn BackupName BackupStatus BackupCreationDateTime TableName TableId KeySchema TableCreationDateTime
        ProvisionedThroughput KeySchema/AttributeName KeySchema/KeyType ProvisionedThroughput/ReadCapacityUnits
        ProvisionedThroughput/WriteCapacityUnits LocalSecondaryIndexes/KeySchema/AttributeName
        LocalSecondaryIndexes/KeySchema/KeyType GlobalSecondaryIndexes/KeySchema/AttributeName
        GlobalSecondaryIndexes/KeySchema/KeyType GlobalSecondaryIndexes/ProvisionedThroughput/ReadCapacityUnits
        GlobalSecondaryIndexes/ProvisionedThroughput/WriteCapacityUnits StreamDescription/StreamEnabled
        VectorIndexes/VectorAttribute/AttributeName VectorIndexes/SearchSchema/AttributeName
        VectorIndexes/SearchSchema/SearchSchemaElementType",
    );
    holds_all(
        &violated_members(Rule::IndexMemberMissing),
        "LocalSecondaryIndexes/IndexName LocalSecondaryIndexes/KeySchema LocalSecondaryIndexes/Projection
        GlobalSecondaryIndexes/IndexName GlobalSecondaryIndexes/KeySchema GlobalSecondaryIndexes/Projection
        VectorIndexes/IndexName VectorIndexes/VectorAttribute VectorIndexes/Projection VectorIndexes/Dimensions
        VectorIndexes/DistanceFunction",
    );
    holds_all(
        &violated_members(Rule::UnknownEnumValue),
        "BackupStatus BackupType BillingMode KeySchema/KeyType LocalSecondaryIndexes/KeySchema/KeyType
        LocalSecondaryIndexes/Projection/ProjectionType GlobalSecondaryIndexes/KeySchema/KeyType
        GlobalSecondaryIndexes/Projection/ProjectionType StreamDescription/StreamViewType
        TimeToLiveDescription/TimeToLiveStatus SSEDescription/Status SSEDescription/SSEType
        VectorIndexes/DistanceFunction VectorIndexes/Projection/ProjectionType
        VectorIndexes/SearchSchema/SearchSchemaElementType",
    );
    holds_all(
        &violated_members(Rule::TextLength),
        "BackupArn BackupName TableName KeySchema/AttributeName LocalSecondaryIndexes/IndexName
        LocalSecondaryIndexes/KeySchema/AttributeName LocalSecondaryIndexes/Projection/NonKeyAttributes
        GlobalSecondaryIndexes/IndexName GlobalSecondaryIndexes/KeySchema/AttributeName
        GlobalSecondaryIndexes/Projection/NonKeyAttributes TimeToLiveDescription/AttributeName VectorIndexes/IndexName
        VectorIndexes/VectorAttribute/AttributeName VectorIndexes/SearchSchema/AttributeName
        VectorIndexes/Projection/NonKeyAttributes",
    );
    holds_all(
        &violated_members(Rule::TextPattern),
        "BackupName TableId LocalSecondaryIndexes/IndexName GlobalSecondaryIndexes/IndexName VectorIndexes/IndexName",
    );
    for rule in [Rule::KeySchemaHashCount, Rule::KeySchemaRangeCount, Rule::KeySchemaOrder] {
        holds_all(
            &violated_members(rule),
            "KeySchema LocalSecondaryIndexes/KeySchema GlobalSecondaryIndexes/KeySchema",
        );
    }
}

#[test]
fn valid_responses_violate_every_warning_severity_rule() {
    let outputs = samples(generate::valid_output(), 1500);
    let found: BTreeSet<Rule> =
        outputs.flat_map(|output| output.validate()).map(|violation| violation.rule()).collect();
    let is_expected = |rule: &Rule| rule.severity().as_str() == "warning" && !needs_other_limits(*rule);
    let expected = generate::OUTPUT_RULES.iter().copied().filter(is_expected);
    assert_eq!(found, expected.collect());
}

#[test]
fn arbitrary_responses_violate_most_rules() {
    let outputs = samples(generate::any_output(), 1000);
    let found: BTreeSet<Rule> =
        outputs.flat_map(|output| output.validate()).map(|violation| violation.rule()).collect();
    assert!(found.len() > Rule::ALL.len() / 2, "only {found:?}");
}

#[test]
fn a_failing_value_shrinks_to_the_smallest_failing_value() {
    let config = Config { cases: 1000, failure_persistence: None, max_shrink_iters: 100_000, ..config() };
    // The same case every time.
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let error = runner.run(&generate::any_output(), |output| {
        let table = output.backup_description.and_then(|description| description.source_table_details);
        let fails = table.is_some_and(|table| table.item_count.is_some_and(|count| count >= 10));
        if fails { Err(TestCaseError::fail("10 items")) } else { Ok(()) }
    });
    let Err(TestError::Fail(_, smallest)) = error else { panic!("it never failed: {error:?}") };
    let smallest = serde_json::to_string(&smallest).unwrap();
    assert_eq!(smallest, r#"{"BackupDescription":{"SourceTableDetails":{"ItemCount":10}}}"#);
}

#[test]
fn strategies_and_value_trees_implement_debug() {
    let strategy = generate::any_json();
    assert_eq!(format!("{strategy:?}"), "Generated { .. }");
    let tree = strategy.new_tree(&mut TestRunner::deterministic()).unwrap();
    assert!(format!("{tree:?}").starts_with("GeneratedTree { bytes: ["));
}

#[test]
fn limits_for_a_rule_are_current_unless_it_needs_others() {
    for rule in Rule::ALL.iter().copied() {
        let limits = generate::limits_for(rule);
        assert_eq!(limits != Limits::CURRENT, needs_other_limits(rule), "{rule}");
    }
}

fn needs_other_limits(rule: Rule) -> bool {
    [Rule::LsiProjectedAttributesTotal, Rule::TimestampNotEpoch, Rule::TimestampFinerThanMilliseconds].contains(&rule)
}

#[test]
fn unknown_members_contain_every_kind_of_json() {
    let kind = |json: &Json| match json {
        Json::Null => "null",
        Json::Bool(_) => "bool",
        Json::Number(number) if number.is_f64() => "float",
        Json::Number(number) if number.is_u64() && !number.is_i64() => "large",
        Json::Number(_) => "whole",
        Json::String(_) => "string",
        Json::Array(_) => "list",
        Json::Object(_) => "object",
        _ => "another",
    };
    let found = samples(generate::any_json(), 1000).map(|json| kind(&json).to_owned()).collect();
    holds_all(&found, "null bool float large whole string list object");
}
