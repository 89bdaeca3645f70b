//! The inputs and outputs of all operations, by the names of their shapes; and a captured document of any of them.

use dynamodb_backup_model::{
    Captured, CreateBackupInput, CreateBackupOutput, DeleteBackupInput, DeleteBackupOutput, DescribeBackupInput,
    DescribeBackupOutput, DescribeContinuousBackupsInput, DescribeContinuousBackupsOutput, Limits, ListBackupsInput,
    ListBackupsOutput, Report, UpdateContinuousBackupsInput, UpdateContinuousBackupsOutput, Validate, json,
};

/// A type that a whole document is read as.
pub(crate) struct Root {
    pub(crate) name: &'static str,
    read: fn(&str, &Limits) -> Result<Read, json::Error>,
}

/// What came of a document.
pub(crate) struct Read {
    pub(crate) debug: String,
    pub(crate) json: String,
    pub(crate) wire: String,
    pub(crate) report: Report,
}

macro_rules! root {
    ($name:ident) => {
        Root {
            name: stringify!($name),
            read: |text, limits| {
                let value: $name = json::from_str(text)?;
                Ok(Read {
                    debug: format!("{value:?}"),
                    json: serde_json::to_string(&value).unwrap(),
                    wire: json::to_wire_string(&value),
                    report: value.validate_with(limits),
                })
            },
        }
    };
}

pub(crate) const CAPTURED: &Root = &root!(Captured);

macro_rules! roots {
    ($($name:ident)+) => {
        pub(crate) const ROOTS: &[Root] = &[$(root!($name)),+];
    };
}
roots! {
    DescribeBackupInput DescribeBackupOutput CreateBackupInput CreateBackupOutput DeleteBackupInput DeleteBackupOutput
    ListBackupsInput ListBackupsOutput DescribeContinuousBackupsInput DescribeContinuousBackupsOutput
    UpdateContinuousBackupsInput UpdateContinuousBackupsOutput
}

#[track_caller]
pub(crate) fn root(name: &str) -> &'static Root {
    ROOTS.iter().find(|root| root.name == name).unwrap_or_else(|| panic!("no input or output {name}"))
}

impl Root {
    #[track_caller]
    pub(crate) fn read(&self, text: &str) -> Read {
        self.read_with(text, &Limits::default())
    }

    #[track_caller]
    pub(crate) fn read_with(&self, text: &str, limits: &Limits) -> Read {
        (self.read)(text, limits).unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }

    #[track_caller]
    pub(crate) fn error(&self, text: &str) -> json::Error {
        (self.read)(text, &Limits::default()).err().unwrap_or_else(|| panic!("{} is read from {text}", self.name))
    }
}
