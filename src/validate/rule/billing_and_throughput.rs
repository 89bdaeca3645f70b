//! Rules about how a table is billed, and about its throughput.

macro_rules! billing_and_throughput {
    ([$next:ident $($then:ident)*] $($rows:tt)*) => {
        $next! { [$($then)*] $($rows)*
            /// How a table is billed, and its throughput.
            BillingAndThroughput = "billing-and-throughput", "Billing and throughput" {
                PayPerRequestCapacity = "pay-per-request-capacity", Error {
                    summary: "with BillingMode PAY_PER_REQUEST every capacity unit is 0",
                    example: "PAY_PER_REQUEST with 5 read capacity units",
                    source: "API reference, DescribeBackup, ReadCapacityUnits and WriteCapacityUnits",
                    help: "An on-demand table has no provisioned throughput: set the units to 0, or correct BillingMode.",
                }
                ProvisionedCapacityZero = "provisioned-capacity-zero", Error {
                    summary: "with BillingMode PROVISIONED no capacity unit is 0",
                    example: "PROVISIONED with 0 read capacity units",
                    source: "service model, PositiveLongObject; developer guide, quotas",
                    help: "A table with 0 units could serve no request; 0 is what an on-demand table has, so check BillingMode.",
                }
                CapacityNegative = "capacity-negative", Error {
                    summary: "no capacity unit is less than 0",
                    example: "-1 read capacity units",
                    source: "service model, PositiveLongObject",
                    help: "Capacity is what a table can serve per second: look for a -1 that was meant as unknown or unlimited.",
                }
                CapacityHalfZero = "capacity-half-zero", Error {
                    summary: "without BillingMode, either both capacity units are 0 or neither is",
                    example: "0 read and 5 write capacity units",
                    source: "follows from the two billing modes",
                    help: "Two zeros mean on demand and none means provisioned; one zero can be neither.",
                }
                GsiCapacityMissing = "gsi-capacity-missing", Warning {
                    summary: "with BillingMode PROVISIONED a global secondary index has ProvisionedThroughput",
                    example: "PROVISIONED with an index without ProvisionedThroughput",
                    source: "every recorded provisioned index",
                    help: "Each global secondary index of a provisioned table has its own throughput: add it, or correct BillingMode.",
                }
                BillingModeMissing = "billing-mode-missing", Warning {
                    summary: "a table whose capacity units are 0 and 0 has a BillingMode",
                    example: "0 and 0 without BillingMode",
                    source: "only an on-demand table has 0 and 0",
                    help: "Only an on-demand table has no units: add BillingMode PAY_PER_REQUEST.",
                }
                OnDemandThroughputRange = "on-demand-throughput-range", Error {
                    summary: "an on-demand limit is at least 1, or -1 for none",
                    example: "MaxReadRequestUnits 0",
                    source: "API reference, OnDemandThroughput",
                    help: "A limit of 0 would refuse every request: leave the member out, or write -1, if there is no limit.",
                }
                OnDemandThroughputEmpty = "on-demand-throughput-empty", Warning {
                    summary: "an OnDemandThroughput has at least one member",
                    example: "`\"OnDemandThroughput\": {}`",
                    source: "API reference, OnDemandThroughput",
                    help: "An empty structure limits nothing: leave it out.",
                }
                OnDemandThroughputUnexpected = "on-demand-throughput-unexpected", Warning {
                    summary: "with BillingMode PROVISIONED there is no OnDemandThroughput",
                    example: "PROVISIONED with on-demand limits of 100 and 100",
                    source: "API reference, OnDemandThroughput; a backup may be older than the mode",
                    help: "On-demand limits do nothing for a provisioned table: they may be left over from before a change of BillingMode.",
                }
            }
        }
    };
}
