//! Rules about captured documents and the wire format.

macro_rules! documents {
    ([$next:ident $($then:ident)*] $($rows:tt)*) => {
        $next! { [$($then)*] $($rows)*
            /// What a captured document is, and how timestamps are written on the wire.
            Documents = "documents", "Documents and operations" {
                DocumentUnrecognized = "document-unrecognized", Error {
                    summary: "a captured document is the output of a backup operation, a part of one, or an error response",
                    example: "`{\"Table\": {…}}`, the output of DescribeTable",
                    source: "the service model",
                    help: "The message says what it seems to be: capture the output of a backup operation, or validate that part.",
                }
                TimestampNotEpoch = "timestamp-not-epoch", Error {
                    summary: "with `Limits::wire_timestamps`, a timestamp is a number",
                    example: "`\"2019-12-17T20:59:26.715Z\"` in the body of a response",
                    source: "the AWS JSON protocol has epoch seconds; the AWS SDKs refuse anything else",
                    help: "Send epoch seconds: see `with_epoch_timestamps`.",
                }
                TimestampFinerThanMilliseconds = "timestamp-finer-than-milliseconds", Warning {
                    summary: "with `Limits::wire_timestamps`, a timestamp has at most 3 digits of a second's fraction",
                    example: "1576616366.71512",
                    source: "every recorded body of a response",
                    help: "The service itself has milliseconds: round the time when it is recorded.",
                }
            }
        }
    };
}
