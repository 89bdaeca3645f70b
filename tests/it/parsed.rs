//! What some fixtures are once they are read.

use crate::fixtures::fixture;

#[test]
fn parsed_fixtures_match_their_snapshots() {
    for name in [
        "full",
        "cli-v2-iso-offset",
        "boto3-str-datetime",
        "system-backup",
        "unknown-enum-values",
        "vector-indexes",
        "null-members",
        "error-wire",
        "error-boto3",
    ] {
        insta::with_settings!({ snapshot_suffix => name }, {
            insta::assert_debug_snapshot!("parsed", fixture(name).response());
        });
    }
}
