//! The official SDK's own deserializer of the response, without a client and without HTTP.

use aws_sdk_dynamodb::operation::describe_backup::DescribeBackup;
use aws_sdk_dynamodb::operation::list_backups::ListBackups;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin;
use aws_smithy_runtime_api::client::ser_de::{DeserializeResponse, SharedResponseDeserializer};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::{ConfigBag, FrozenLayer};

pub struct Deserializer {
    operation: FrozenLayer,
    config: ConfigBag,
}

impl Deserializer {
    pub fn of_describe_backup() -> Self {
        Self::new(&DescribeBackup::new())
    }

    pub fn of_list_backups() -> Self {
        Self::new(&ListBackups::new())
    }

    fn new(operation: &impl RuntimePlugin) -> Self {
        let operation = operation.config().expect("the operation has a configuration");
        Self { operation, config: ConfigBag::base() }
    }

    pub fn response(bytes: &[u8]) -> HttpResponse {
        HttpResponse::new(200.try_into().expect("a status"), SdkBody::from(bytes))
    }

    pub fn read<T: std::fmt::Debug + Send + Sync + 'static>(&self, response: &HttpResponse) -> T {
        let deserializer =
            self.operation.load::<SharedResponseDeserializer>().expect("the operation has a deserializer");
        let output = deserializer.deserialize_nonstreaming_with_config(response, &self.config);
        output.expect("the document reads").downcast().expect("an output of the operation")
    }
}
