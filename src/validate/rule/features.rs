//! Rules about streams, Time to Live (TTL) and encryption.

macro_rules! features {
    ([$next:ident $($then:ident)*] $($rows:tt)*) => {
        $next! { [$($then)*] $($rows)*
            /// Streams, Time to Live (TTL) and encryption.
            Features = "features", "Streams, TTL, encryption" {
                StreamViewTypeMissing = "stream-view-type-missing", Error {
                    summary: "an enabled stream has a StreamViewType",
                    example: "StreamEnabled `true` alone",
                    source: "API reference, StreamSpecification",
                    help: "The type says what each record of the stream holds; a stream cannot be enabled without one.",
                }
                StreamViewTypeUnexpected = "stream-view-type-unexpected", Error {
                    summary: "a disabled stream has no StreamViewType",
                    example: "StreamEnabled `false` with NEW_IMAGE",
                    source: "API reference, StreamSpecification",
                    help: "A disabled stream has no records: remove the type, or make StreamEnabled `true`.",
                }
                TtlAttributeMissing = "ttl-attribute-missing", Error {
                    summary: "TTL settings that are ENABLED name their attribute",
                    example: "TimeToLiveStatus ENABLED alone",
                    source: "UpdateTimeToLive",
                    help: "The attribute holds the time at which an item expires; TTL cannot be enabled without one.",
                }
                TtlAttributeUnexpected = "ttl-attribute-unexpected", Warning {
                    summary: "TTL settings that are DISABLED name no attribute",
                    example: "TimeToLiveStatus DISABLED with `expires`",
                    source: "observed responses",
                    help: "No attribute expires items while TTL is disabled: remove the name, or correct the status.",
                }
                TtlStatusMissing = "ttl-status-missing", Warning {
                    summary: "TTL settings that name an attribute have a TimeToLiveStatus",
                    example: "AttributeName `expires` alone",
                    source: "observed responses; the service model requires neither",
                    help: "An attribute alone does not tell whether items expire: add the status.",
                }
                SseTypeLegacy = "sse-type-legacy", Warning {
                    summary: "SSEType is not AES256",
                    example: "SSEType AES256",
                    source: "API reference, DescribeBackup names only KMS; the enum has both",
                    help: "KMS is the only type documented as supported; a table with an AWS owned key shows no type.",
                }
                SseStatusLegacy = "sse-status-legacy", Warning {
                    summary: "the encryption's status is ENABLED or UPDATING",
                    example: "Status DISABLED",
                    source: "API reference, DescribeBackup names only these two; the enum has five",
                    help: "The other statuses are not documented as supported; encryption with the AWS owned key cannot be disabled.",
                }
                SseKeyMissing = "sse-key-missing", Warning {
                    summary: "encryption of SSEType KMS names its key",
                    example: "SSEType KMS without KMSMasterKeyArn",
                    source: "every observed response; the service model does not require it",
                    help: "A restore fails without access to the key, and nobody can tell which key that is.",
                }
                SseKeyUnexpected = "sse-key-unexpected", Warning {
                    summary: "only encryption of SSEType KMS names a key",
                    example: "a KMSMasterKeyArn without SSEType",
                    source: "a key of the account means KMS",
                    help: "A key implies the type: set SSEType to KMS, or remove the key.",
                }
                SseKeyArnFormat = "sse-key-arn-format", Error {
                    summary: "KMSMasterKeyArn is `arn:<partition>:kms:<region>:<account>:key/<id>`",
                    example: "`alias/aws/dynamodb`",
                    source: "responses have the ARN of the key, not of an alias",
                    help: "The service resolves an alias or an id to the ARN of its key: write that ARN.",
                }
                SseKeyArnRegion = "sse-key-arn-region", Warning {
                    summary: "the key is in the partition and region of the table",
                    example: "a table in us-west-2 with a key in us-east-1",
                    source: "a table's key is in the table's own region",
                    help: "DynamoDB encrypts a table with a key of the same region only: one of the two ARNs comes from elsewhere.",
                }
                SseInaccessibleWithoutKms = "sse-inaccessible-without-kms", Warning {
                    summary: "only encryption of SSEType KMS has an InaccessibleEncryptionDateTime",
                    example: "an InaccessibleEncryptionDateTime without SSEType",
                    source: "API reference, DescribeBackup: it is the time at which the KMS key became inaccessible",
                    help: "The time says since when the KMS key could not be used, so that there must be one: check SSEType.",
                }
            }
        }
    };
}
