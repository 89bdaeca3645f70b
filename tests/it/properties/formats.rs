//! Plain serde with formats other than JSON keeps values too.

use super::config;
use crate::timestamp_formats::as_other_formats_have_it;
use dynamodb_backup_model::{DescribeBackupResponse, generate};
use proptest::prelude::*;

/// The response with its timestamps in the forms in which they come back, if each can be written.
fn expected(response: &DescribeBackupResponse) -> Option<DescribeBackupResponse> {
    let mut response = response.clone();
    if let DescribeBackupResponse::Output(output) = &mut response
        && let Some(description) = &mut output.backup_description
    {
        let details = description.backup_details.as_mut();
        let (created, expires) = details
            .map(|details| (&mut details.backup_creation_date_time, &mut details.backup_expiry_date_time))
            .unzip();
        let table = description.source_table_details.as_mut();
        let table_created = table.map(|table| &mut table.table_creation_date_time);
        let features = description.source_table_feature_details.as_mut();
        let sse = features.and_then(|features| features.sse_description.as_mut());
        let inaccessible = sse.map(|sse| &mut sse.inaccessible_encryption_date_time);
        for timestamp in [created, expires, table_created, inaccessible].into_iter().flatten().flatten() {
            *timestamp = as_other_formats_have_it(*timestamp)?;
        }
    }
    Some(response)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_response_comes_back_through_message_pack(response in generate::any_response()) {
        let Some(expected) = expected(&response) else {
            prop_assert!(rmp_serde::to_vec_named(&response).is_err());
            return Ok(());
        };
        let bytes = rmp_serde::to_vec_named(&response).unwrap();
        let again = rmp_serde::from_slice(&bytes).unwrap();
        prop_assert_eq!(&response, &again);
        prop_assert_eq!(serde_json::to_string(&expected).unwrap(), serde_json::to_string(&again).unwrap());
    }

    #[test]
    fn every_response_comes_back_through_yaml(response in generate::any_response()) {
        let Some(expected) = expected(&response) else {
            prop_assert!(serde_norway::to_string(&response).is_err());
            return Ok(());
        };
        let text = serde_norway::to_string(&response).unwrap();
        let again = serde_norway::from_str(&text).unwrap();
        prop_assert_eq!(&response, &again);
        prop_assert_eq!(serde_json::to_string(&expected).unwrap(), serde_json::to_string(&again).unwrap());
    }
}
