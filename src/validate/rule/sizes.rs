//! Rules about sizes and counts.

macro_rules! sizes {
    ([$next:ident $($then:ident)*] $($rows:tt)*) => {
        $next! { [$($then)*] $($rows)*
            /// Sizes and counts.
            Sizes = "sizes", "Sizes" {
                SizeNegative = "size-negative", Error {
                    summary: "sizes and item counts are at least 0",
                    example: "ItemCount -1",
                    source: "service model, BackupSizeBytes and ItemCount",
                    help: "These numbers are updated later than the table but are never less than 0: look for a -1 that was meant as unknown.",
                }
            }
        }
    };
}
