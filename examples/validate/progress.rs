//! A progress bar on standard error, if that is a terminal and the work takes longer than a second.

use crate::files::Source;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal as _};
use std::time::{Duration, Instant};

const DELAY: Duration = Duration::from_secs(1);
const STYLE: &str = "{wide_bar} {binary_bytes} of {binary_total_bytes}, {eta} left";
const STYLE_WITHOUT_TOTAL: &str = "{spinner} {binary_bytes}";

pub(crate) struct Progress {
    bar: ProgressBar,
    started: Instant,
}

impl Progress {
    pub(crate) fn new(sources: &[Source]) -> Self {
        let total: Option<u64> = sources.iter().map(Source::size).sum();
        let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::hidden());
        let style = if total.is_some() { STYLE } else { STYLE_WITHOUT_TOTAL };
        if let Ok(style) = ProgressStyle::with_template(style) {
            bar.set_style(style);
        }
        Self { bar, started: Instant::now() }
    }

    pub(crate) fn advance(&self, bytes: u64) {
        if self.bar.is_hidden() && io::stderr().is_terminal() && self.started.elapsed() >= DELAY {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(bytes);
    }

    /// Prints something without leaving a part of the bar on the terminal.
    pub(crate) fn beside<R>(&self, print: impl FnOnce() -> R) -> R {
        if self.bar.is_hidden() { print() } else { self.bar.suspend(print) }
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
