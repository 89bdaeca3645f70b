//! The builders of the structures, with the feature `builder`.
//!
//! A builder sets members of any string, number or list that [`IntoMember`](crate::IntoMember) turns into the member's
//! type. It checks nothing, since it makes whatever a response can hold: [`validate`](crate::Validate::validate) the
//! value to see what is missing or wrong.
//!
//! # Examples
//!
//! ```
//! use dynamodb_backup_model::{KeySchemaElement, SourceTableDetails, Validate, json};
//!
//! let table = SourceTableDetails::builder()
//!     .table_name("Music")
//!     .key_schema([KeySchemaElement::builder().attribute_name("Artist").key_type("HASH").build()])
//!     .build();
//! assert_eq!(
//!     json::to_wire_string(&table),
//!     r#"{"KeySchema":[{"AttributeName":"Artist","KeyType":"HASH"}],"TableName":"Music"}"#
//! );
//! assert!(!table.validate().is_valid());
//! ```

pub use super::backup::{BackupDescriptionBuilder, BackupDetailsBuilder};
pub use super::continuous_backups::{
    ContinuousBackupsDescriptionBuilder, DescribeContinuousBackupsInputBuilder, DescribeContinuousBackupsOutputBuilder,
    PointInTimeRecoveryDescriptionBuilder, PointInTimeRecoverySpecificationBuilder,
    UpdateContinuousBackupsInputBuilder, UpdateContinuousBackupsOutputBuilder,
};
pub use super::create_backup::{CreateBackupInputBuilder, CreateBackupOutputBuilder};
pub use super::delete_backup::{DeleteBackupInputBuilder, DeleteBackupOutputBuilder};
pub use super::describe_backup::{DescribeBackupInputBuilder, DescribeBackupOutputBuilder};
pub use super::error_response::{ErrorDetailBuilder, ErrorResponseBuilder};
pub use super::features::{
    SourceTableFeatureDetailsBuilder, SseDescriptionBuilder, StreamSpecificationBuilder, TimeToLiveDescriptionBuilder,
};
pub use super::index::{
    GlobalSecondaryIndexInfoBuilder, LocalSecondaryIndexInfoBuilder, ProjectionBuilder, SearchSchemaElementBuilder,
    VectorAttributeDefinitionBuilder, VectorIndexInfoBuilder,
};
pub use super::key_schema::KeySchemaElementBuilder;
pub use super::list_backups::{BackupSummaryBuilder, ListBackupsInputBuilder, ListBackupsOutputBuilder};
pub use super::source_table::{OnDemandThroughputBuilder, ProvisionedThroughputBuilder, SourceTableDetailsBuilder};

#[cfg(test)]
mod tests {
    #[test]
    fn every_structure_has_its_builder_here() {
        let words: alloc::vec::Vec<&str> =
            include_str!("builder.rs").split(|char: char| !char.is_ascii_alphanumeric()).collect();
        macro_rules! check_each {
            ($($name:ident)+) => {$(
                let builder = concat!(stringify!($name), "Builder");
                assert!(words.contains(&builder), "{builder}");
            )+};
        }
        crate::model::with_structures!(check_each);
    }
}
