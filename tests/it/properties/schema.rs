//! The service model as the tests know it: what reads, and what a document is equal to.

use super::tree::{Tree, decimal};
use dynamodb_backup_model::Timestamp;

pub(crate) enum Kind {
    Text,
    Whole,
    Flag,
    Time,
    Structure(&'static Schema),
    List(&'static Kind),
}

pub(crate) struct Schema(&'static [(&'static str, Kind)]);

use Kind::{Flag, List, Structure, Text, Time, Whole};

pub(crate) const OUTPUT: Schema = Schema(&[("BackupDescription", Structure(&DESCRIPTION))]);

const DESCRIPTION: Schema = Schema(&[
    ("BackupDetails", Structure(&DETAILS)),
    ("SourceTableDetails", Structure(&TABLE)),
    ("SourceTableFeatureDetails", Structure(&FEATURES)),
]);

const DETAILS: Schema = Schema(&[
    ("BackupArn", Text),
    ("BackupName", Text),
    ("BackupSizeBytes", Whole),
    ("BackupStatus", Text),
    ("BackupType", Text),
    ("BackupCreationDateTime", Time),
    ("BackupExpiryDateTime", Time),
]);

const TABLE: Schema = Schema(&[
    ("TableName", Text),
    ("TableId", Text),
    ("TableArn", Text),
    ("TableSizeBytes", Whole),
    ("KeySchema", List(&Structure(&KEY_ELEMENT))),
    ("TableCreationDateTime", Time),
    ("ProvisionedThroughput", Structure(&PROVISIONED)),
    ("OnDemandThroughput", Structure(&ON_DEMAND)),
    ("ItemCount", Whole),
    ("BillingMode", Text),
]);

const FEATURES: Schema = Schema(&[
    ("LocalSecondaryIndexes", List(&Structure(&LOCAL))),
    ("GlobalSecondaryIndexes", List(&Structure(&GLOBAL))),
    ("StreamDescription", Structure(&Schema(&[("StreamEnabled", Flag), ("StreamViewType", Text)]))),
    ("TimeToLiveDescription", Structure(&Schema(&[("TimeToLiveStatus", Text), ("AttributeName", Text)]))),
    (
        "SSEDescription",
        Structure(&Schema(&[
            ("Status", Text),
            ("SSEType", Text),
            ("KMSMasterKeyArn", Text),
            ("InaccessibleEncryptionDateTime", Time),
        ])),
    ),
    ("VectorIndexes", List(&Structure(&VECTOR))),
]);

const KEY_ELEMENT: Schema = Schema(&[("AttributeName", Text), ("KeyType", Text)]);
const PROVISIONED: Schema = Schema(&[("ReadCapacityUnits", Whole), ("WriteCapacityUnits", Whole)]);
const ON_DEMAND: Schema = Schema(&[("MaxReadRequestUnits", Whole), ("MaxWriteRequestUnits", Whole)]);
const PROJECTION: Schema = Schema(&[("ProjectionType", Text), ("NonKeyAttributes", List(&Text))]);

const LOCAL: Schema = Schema(&[
    ("IndexName", Text),
    ("KeySchema", List(&Structure(&KEY_ELEMENT))),
    ("Projection", Structure(&PROJECTION)),
]);

const GLOBAL: Schema = Schema(&[
    ("IndexName", Text),
    ("KeySchema", List(&Structure(&KEY_ELEMENT))),
    ("Projection", Structure(&PROJECTION)),
    ("ProvisionedThroughput", Structure(&PROVISIONED)),
    ("OnDemandThroughput", Structure(&ON_DEMAND)),
]);

const VECTOR: Schema = Schema(&[
    ("IndexName", Text),
    ("VectorAttribute", Structure(&Schema(&[("AttributeName", Text)]))),
    ("SearchSchema", List(&Structure(&Schema(&[("AttributeName", Text), ("SearchSchemaElementType", Text)])))),
    ("Projection", Structure(&PROJECTION)),
    ("Dimensions", Whole),
    ("DistanceFunction", Text),
]);

/// Any other document: an error response, an unknown member.
pub(crate) const NOTHING_KNOWN: Schema = Schema(&[]);

impl Schema {
    fn member(&self, name: &str) -> Option<&'static Kind> {
        self.0.iter().find(|(other, _)| *other == name).map(|(_, kind)| kind)
    }

    /// The document as it must come back: members in one order, numbers in one format; `None` if it must be refused.
    pub(crate) fn kept(&self, tree: &Tree) -> Option<Tree> {
        let Tree::Object(members) = tree else { return None };
        let mut kept = Vec::new();
        for (name, value) in members {
            if members.iter().filter(|(other, _)| other == name).count() > 1 {
                return None;
            }
            let value = match self.member(name) {
                // An absent member; PHP writes `[]` for an empty structure.
                Some(_) if *value == Tree::Null => Tree::Null,
                Some(Structure(_)) if *value == Tree::List(Vec::new()) => value.clone(),
                Some(kind) => kind.kept(value)?,
                None => kept_unknown(value)?,
            };
            kept.push((name.clone(), value));
        }
        kept.sort_by(|(a, _), (b, _)| a.cmp(b));
        Some(Tree::Object(kept))
    }
}

impl Kind {
    fn kept(&self, tree: &Tree) -> Option<Tree> {
        match (self, tree) {
            (Text, Tree::String(_)) | (Flag, Tree::Bool(_)) => Some(tree.clone()),
            (Whole, Tree::Number(digits)) if digits != "-0" && digits.parse::<i64>().is_ok() => {
                Some(Tree::Number(decimal(digits)))
            }
            (Time, Tree::Number(digits)) => {
                Timestamp::from_epoch_text(digits).is_ok().then(|| Tree::Number(decimal(digits)))
            }
            (Time, Tree::String(text)) => text.parse::<Timestamp>().is_ok().then(|| tree.clone()),
            (Structure(schema), tree) => schema.kept(tree),
            (List(kind), Tree::List(values)) => {
                values.iter().map(|value| kind.kept(value)).collect::<Option<_>>().map(Tree::List)
            }
            _ => None,
        }
    }
}

fn kept_unknown(tree: &Tree) -> Option<Tree> {
    Some(match tree {
        Tree::Null | Tree::Bool(_) | Tree::String(_) => tree.clone(),
        // As `serde_json` holds it, which its features decide.
        Tree::Number(digits) => {
            let number: serde_json::Number = digits.parse().ok()?;
            Tree::Number(decimal(&number.to_string()))
        }
        Tree::List(values) => Tree::List(values.iter().map(kept_unknown).collect::<Option<_>>()?),
        Tree::Object(_) => NOTHING_KNOWN.kept(tree)?,
    })
}
