//! What is printed, in order, and where.

use crate::progress::Progress;
use crate::summary::Summary;
use std::io::{self, StdoutLock, Write as _};
use std::mem;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stream {
    Out,
    Err,
}

/// A piece of the output, and what the summary gains by it.
#[derive(Default)]
pub(crate) struct Output {
    segments: Vec<(Stream, Vec<u8>)>,
    pub(crate) summary: Summary,
    /// The bytes of the input that were dealt with.
    pub(crate) bytes_read: u64,
}

impl Output {
    /// The end of what goes to standard output.
    pub(crate) fn out(&mut self) -> &mut Vec<u8> {
        self.end_of(Stream::Out)
    }

    /// The end of what goes to standard error.
    pub(crate) fn err(&mut self) -> &mut Vec<u8> {
        self.end_of(Stream::Err)
    }

    fn end_of(&mut self, stream: Stream) -> &mut Vec<u8> {
        if self.segments.last().is_none_or(|(last, _)| *last != stream) {
            self.segments.push((stream, Vec::new()));
        }
        let last = self.segments.len() - 1;
        &mut self.segments[last].1
    }
}

/// Prints pieces of the output and adds up their summaries.
pub(crate) struct Writer {
    out: StdoutLock<'static>,
    progress: Progress,
    summary: Summary,
    /// How many bytes of what goes to standard output next are left out.
    skipped: usize,
}

impl Writer {
    pub(crate) fn new(progress: Progress) -> Self {
        Self { out: io::stdout().lock(), progress, summary: Summary::default(), skipped: 0 }
    }

    pub(crate) fn write(&mut self, output: &Output) -> io::Result<()> {
        self.summary.add(&output.summary);
        let (out, skipped) = (&mut self.out, &mut self.skipped);
        self.progress.beside(|| {
            output.segments.iter().try_for_each(|(stream, text)| match stream {
                Stream::Out => out.write_all(&text[mem::take(skipped).min(text.len())..]),
                // The two are often one terminal.
                Stream::Err => out.flush().and_then(|()| io::stderr().write_all(text)),
            })
        })?;
        self.progress.advance(output.bytes_read);
        Ok(())
    }

    /// Leaves out so many bytes of what goes to standard output next.
    pub(crate) fn skip(&mut self, bytes: usize) {
        self.skipped = bytes;
    }

    pub(crate) fn summary(&self) -> &Summary {
        &self.summary
    }

    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.progress.finish();
        self.out.flush()
    }
}
