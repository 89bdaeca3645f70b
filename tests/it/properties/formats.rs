//! Plain serde with formats other than JSON keeps values too.

use super::config;
use dynamodb_backup_model::generate;
use proptest::prelude::*;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_response_comes_back_through_message_pack(response in generate::any_response()) {
        let bytes = rmp_serde::to_vec_named(&response).unwrap();
        let again = rmp_serde::from_slice(&bytes).unwrap();
        prop_assert_eq!(&response, &again);
        prop_assert_eq!(serde_json::to_string(&response).unwrap(), serde_json::to_string(&again).unwrap());
    }

    #[test]
    fn every_response_comes_back_through_yaml(response in generate::any_response()) {
        let text = serde_norway::to_string(&response).unwrap();
        let again = serde_norway::from_str(&text).unwrap();
        prop_assert_eq!(&response, &again);
        prop_assert_eq!(serde_json::to_string(&response).unwrap(), serde_json::to_string(&again).unwrap());
    }
}
