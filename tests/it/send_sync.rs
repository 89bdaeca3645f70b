//! Every public type is `Send` and `Sync`.

use crate::rooms::source_root;
use dynamodb_backup_model::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn assert_send_sync<T: Send + Sync>() {}

/// Asserts that the types are `Send` and `Sync`, and returns their names, those that need other features included.
macro_rules! public_types {
    ($([$cfg:meta] $($type:ty),+;)+) => {{
        $(
            #[cfg($cfg)]
            {
                $(assert_send_sync::<$type>();)+
            }
        )+
        [$($(stringify!($type)),+),+].into_iter().map(|path| {
            let path = path.split('<').next().unwrap();
            path.rsplit("::").next().unwrap().trim().to_owned()
        })
    }};
}

/// The file of a module that is declared in another module's file.
fn module_file(parent: &Path, name: &str) -> PathBuf {
    let folder = match parent.file_name().unwrap().to_str().unwrap() {
        "lib.rs" | "mod.rs" => parent.parent().unwrap().to_owned(),
        _ => parent.with_extension(""),
    };
    let file = folder.join(name).with_extension("rs");
    if file.exists() { file } else { folder.join(name).join("mod.rs") }
}

/// Collects the names of the items that a public module declares and re-exports, and those of its public modules.
fn collect_names(file: &Path, names: &mut BTreeSet<String>) {
    let source = fs::read_to_string(file).unwrap();
    let code: String =
        source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    for item in code.split("\npub ").skip(1) {
        let (kind, rest) = item.split_once(' ').unwrap();
        let name: String = rest.chars().take_while(|char| char.is_alphanumeric() || *char == '_').collect();
        match kind {
            "struct" | "enum" | "union" | "type" => {
                names.insert(name);
            }
            "mod" => collect_names(&module_file(file, &name), names),
            "use" => {
                let path = rest.split_once(';').unwrap().0;
                // `pub use model::*` in the crate root is a public module, which is visited anyway.
                if let Some(module) = path.strip_suffix("::*") {
                    collect_names(&module_file(file, module), names);
                }
                let words = path.split(|char: char| !(char.is_alphanumeric() || char == '_'));
                let is_type = |word: &&str| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
                names.extend(words.filter(is_type).map(str::to_owned));
            }
            _ => {}
        }
    }
}

/// The names of all public traits, which are exported like types.
fn traits() -> BTreeSet<String> {
    let sources = crate::rooms::all_sources().into_iter().map(|path| fs::read_to_string(path).unwrap());
    let code: String = sources.collect();
    let traits = code.split("\npub trait ").skip(1);
    traits.map(|rest| rest.chars().take_while(|char| char.is_alphanumeric()).collect()).collect()
}

#[test]
fn every_public_type_is_send_and_sync() {
    let asserted: BTreeSet<String> = public_types! {
        [all()]
        // Structures.
        BackupDescription, BackupDetails, BackupSummary, ContinuousBackupsDescription, CreateBackupInput,
        CreateBackupOutput, DeleteBackupInput, DeleteBackupOutput, DescribeBackupInput, DescribeBackupOutput,
        DescribeBackupResponse, DescribeContinuousBackupsInput, DescribeContinuousBackupsOutput, ErrorDetail,
        ErrorResponse, GlobalSecondaryIndexInfo, KeySchemaElement, ListBackupsInput, ListBackupsOutput,
        LocalSecondaryIndexInfo, OnDemandThroughput, PointInTimeRecoveryDescription, PointInTimeRecoverySpecification,
        Projection, ProvisionedThroughput, SearchSchemaElement, SourceTableDetails, SourceTableFeatureDetails,
        SseDescription, StreamSpecification, TimeToLiveDescription, UpdateContinuousBackupsInput,
        UpdateContinuousBackupsOutput, VectorAttributeDefinition, VectorIndexInfo,
        // Enums.
        BackupStatus, BackupType, BackupTypeFilter, BillingMode, ContinuousBackupsStatus, ErrorCode, KeyType,
        PointInTimeRecoveryStatus, ProjectionType, SearchSchemaElementType, SseStatus, SseType, StreamViewType,
        TimeToLiveStatus, UnknownValue, VectorDistanceFunction,
        // Strings and ARNs.
        AttributeName, BackupArn, BackupName, IndexName, KmsMasterKeyArn, SearchSchemaAttributeName, TableArn, TableId,
        TableName, TableNameOrArn, TextError, TextErrorKind, TextLimits, TextPattern, ArnError, ArnScope<'static>,
        BackupArnParts<'static>, BackupId<'static>, KmsKeyArnParts<'static>, TableArnParts<'static>,
        // Other values.
        Captured, Json, JsonArray, JsonObject, JsonObjectIntoIter, JsonObjectIter<'static>, Timestamp, TimestampError,
        json::Document<'static>, json::Documents<'static>, json::Error, json::ErrorKind, json::Location,
        json::Locator<'static>,
        // Validation and the checked view.
        Limits, Report, Rule, Severity, Violation, validate::Group, validate::JsonPointer, validate::JsonPointerError,
        validate::Omitted, validate::ParseIdError, Valid<DescribeBackupOutput>, checked::Invalid<DescribeBackupOutput>,
        checked::ReadError<DescribeBackupOutput>, Backup<'static>, checked::Table<'static>, checked::Billing<'static>,
        checked::Capacity, checked::OnDemandLimits, checked::Encryption<'static>, checked::Index<'static>,
        checked::LocalIndex<'static>, checked::GlobalIndex<'static>, checked::VectorIndex<'static>,
        checked::Projected<'static>, checked::PrimaryKey<'static>, checked::GlobalKey<'static>,
        checked::CreatedBackup<'static>, checked::ListedBackup<'static>, checked::Recovery<'static>;

        [feature = "builder"]
        builder::BackupDescriptionBuilder, builder::BackupDetailsBuilder, builder::BackupSummaryBuilder,
        builder::ContinuousBackupsDescriptionBuilder, builder::CreateBackupInputBuilder,
        builder::CreateBackupOutputBuilder, builder::DeleteBackupInputBuilder, builder::DeleteBackupOutputBuilder,
        builder::DescribeBackupInputBuilder, builder::DescribeBackupOutputBuilder,
        builder::DescribeContinuousBackupsInputBuilder, builder::DescribeContinuousBackupsOutputBuilder,
        builder::ErrorDetailBuilder, builder::ErrorResponseBuilder, builder::GlobalSecondaryIndexInfoBuilder,
        builder::KeySchemaElementBuilder, builder::ListBackupsInputBuilder, builder::ListBackupsOutputBuilder,
        builder::LocalSecondaryIndexInfoBuilder, builder::OnDemandThroughputBuilder,
        builder::PointInTimeRecoveryDescriptionBuilder, builder::PointInTimeRecoverySpecificationBuilder,
        builder::ProjectionBuilder, builder::ProvisionedThroughputBuilder, builder::SearchSchemaElementBuilder,
        builder::SourceTableDetailsBuilder, builder::SourceTableFeatureDetailsBuilder, builder::SseDescriptionBuilder,
        builder::StreamSpecificationBuilder, builder::TimeToLiveDescriptionBuilder,
        builder::UpdateContinuousBackupsInputBuilder, builder::UpdateContinuousBackupsOutputBuilder,
        builder::VectorAttributeDefinitionBuilder, builder::VectorIndexInfoBuilder;

        [feature = "arbitrary"]
        generate::BrokenOutput, generate::BrokenValue, generate::CleanOutput, generate::ValidOutput;

        [feature = "proptest"]
        generate::Generated<DescribeBackupOutput>, generate::GeneratedTree<DescribeBackupOutput>;

        [feature = "aws-sdk-dynamodb"]
        aws_sdk::ToSdkError, aws_sdk::ToSdkErrorKind;
    }
    .collect();
    let mut public = BTreeSet::new();
    collect_names(&source_root().join("lib.rs"), &mut public);
    let public: BTreeSet<String> = public.difference(&traits()).cloned().collect();
    assert!(public.len() > 100, "{public:?}");
    assert_eq!(asserted, public);
}
