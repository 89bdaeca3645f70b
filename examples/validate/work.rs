//! Who does the work: this thread, or several, in batches whose output is printed in the order of the input.

use crate::check::{Checker, Item};
use crate::files::Source;
use crate::output::{Output, Writer};
use dynamodb_backup_model::json;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use rayon::{Scope, ThreadPool, ThreadPoolBuilder};
use std::collections::VecDeque;
use std::io;
use std::iter;
use std::sync::mpsc;

/// Files are read together up to so many bytes; a larger file is read by itself.
const GROUP_BYTES: u64 = 8 << 20;
const GROUP_FILES: usize = 1024;

/// Documents are checked together up to so many bytes.
const BATCH_BYTES: usize = 64 << 10;
const BATCH_ITEMS: usize = 256;

/// How many batches per thread may wait to be printed.
const WAITING_BATCHES: usize = 8;

pub(crate) struct Workers(Option<ThreadPool>);

impl Workers {
    pub(crate) fn new(jobs: usize) -> io::Result<Self> {
        if jobs == 1 {
            return Ok(Self(None));
        }
        ThreadPoolBuilder::new().num_threads(jobs).build().map(|pool| Self(Some(pool))).map_err(io::Error::other)
    }

    /// Checks all documents of the sources. Several threads read the next files while they check documents.
    pub(crate) fn check(&self, sources: &[Source], checker: &Checker, writer: &mut Writer) -> io::Result<()> {
        let mut groups = groups(sources);
        let Some(pool) = &self.0 else {
            return groups.try_for_each(|group| {
                let contents: Vec<_> = group.iter().map(Source::read).collect();
                batches(group, &contents).try_for_each(|batch| writer.write(&check_batch(checker, &batch)))
            });
        };
        let (mut group, mut contents) = (&[][..], Vec::new());
        loop {
            let next = groups.next();
            let mut next_contents = Vec::new();
            pool.in_place_scope(|scope| {
                if let Some(next) = next {
                    scope.spawn(|_| next_contents = next.par_iter().map(Source::read).collect());
                }
                check_in_scope(scope, pool.current_num_threads(), batches(group, &contents), checker, writer)
            })?;
            let Some(next) = next else { return Ok(()) };
            (group, contents) = (next, next_contents);
        }
    }
}

/// Splits the sources into those that are read together.
fn groups(sources: &[Source]) -> impl Iterator<Item = &[Source]> {
    let mut rest = sources;
    iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (group, others) = rest.split_at(group_length(rest));
        rest = others;
        Some(group)
    })
}

/// How many of the sources are read together, at least one.
fn group_length(sources: &[Source]) -> usize {
    let mut bytes = 0_u64;
    let fitting = sources.iter().take(GROUP_FILES).take_while(|source| {
        bytes = bytes.saturating_add(source.size().unwrap_or(u64::MAX));
        bytes <= GROUP_BYTES
    });
    fitting.count().max(1)
}

fn check_in_scope<'s>(
    scope: &Scope<'s>,
    jobs: usize,
    batches: impl Iterator<Item = Vec<Item<'s>>>,
    checker: &'s Checker,
    writer: &mut Writer,
) -> io::Result<()> {
    let mut waiting = VecDeque::new();
    for batch in batches {
        let (sender, receiver) = mpsc::sync_channel(1);
        scope.spawn(move |_| {
            // The receiver has gone if nothing can be printed any more.
            let _ = sender.send(check_batch(checker, &batch));
        });
        waiting.push_back(receiver);
        if waiting.len() > WAITING_BATCHES * jobs
            && let Some(first) = waiting.pop_front()
        {
            writer.write(&receive(&first))?;
        }
    }
    waiting.iter().try_for_each(|receiver| writer.write(&receive(receiver)))
}

/// Waits for a batch. A thread that panicked has no output; its panic goes on when all threads are done.
fn receive(receiver: &mpsc::Receiver<Output>) -> Output {
    receiver.recv().unwrap_or_default()
}

fn check_batch(checker: &Checker, batch: &[Item<'_>]) -> Output {
    let mut output = Output::default();
    for item in batch {
        checker.check(item, &mut output);
    }
    output
}

/// Splits what the sources hold into batches.
fn batches<'b>(
    sources: &'b [Source],
    contents: &'b [Result<Vec<u8>, String>],
) -> impl Iterator<Item = Vec<Item<'b>>> + use<'b> {
    let mut items = sources.iter().zip(contents).flat_map(|(source, content)| items(source, content));
    iter::from_fn(move || {
        let mut batch = Vec::new();
        let mut bytes = 0;
        while bytes < BATCH_BYTES
            && batch.len() < BATCH_ITEMS
            && let Some(item) = items.next()
        {
            if let Item::Document(_, _, document) = &item {
                bytes += document.range().len();
            }
            batch.push(item);
        }
        if batch.is_empty() { None } else { Some(batch) }
    })
}

fn items<'i>(source: &'i Source, content: &'i Result<Vec<u8>, String>) -> Box<dyn Iterator<Item = Item<'i>> + 'i> {
    let bytes = match content {
        Ok(bytes) => bytes,
        Err(reason) => return Box::new(iter::once(Item::Unreadable(source, reason.clone()))),
    };
    let mut documents = (1..).zip(json::documents(bytes)).peekable();
    if documents.peek().is_none() {
        let reason = "expected a JSON document, found nothing".to_owned();
        return Box::new(iter::once(Item::Unreadable(source, reason)));
    }
    let documents = documents.map(move |(number, document)| Item::Document(source, number, document));
    Box::new(iter::once(Item::File).chain(documents))
}
