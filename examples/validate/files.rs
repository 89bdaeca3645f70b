//! What is read: files, the files of directories, standard input.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The files of a directory that are read, by their extensions.
const EXTENSIONS: [&str; 3] = ["json", "jsonl", "ndjson"];

/// One input.
pub(crate) struct Source {
    /// The path as people see it.
    pub(crate) name: String,
    kind: Kind,
}

enum Kind {
    Stdin,
    /// A file, with its size if that is known.
    File(PathBuf, Option<u64>),
    /// What cannot be read, and why.
    Unreadable(String),
}

impl Source {
    /// Finds the inputs that the paths name, in their order; those of a directory are sorted by name.
    pub(crate) fn find(paths: &[PathBuf]) -> Vec<Self> {
        paths.iter().flat_map(|path| Self::find_in(path)).collect()
    }

    fn find_in(path: &Path) -> Vec<Self> {
        if path == Path::new("-") {
            return vec![Self { name: "<stdin>".to_owned(), kind: Kind::Stdin }];
        }
        if !path.is_dir() {
            return vec![Self::file(path)];
        }
        let mut sources: Vec<Self> = WalkDir::new(path)
            .sort_by_file_name()
            .into_iter()
            .filter(|entry| entry.as_ref().map_or(true, is_input))
            .map(|entry| match entry {
                Ok(entry) => Self::file(entry.path()),
                Err(error) => {
                    let path = error.path().unwrap_or(path).to_owned();
                    let reason = io::Error::from(error).to_string();
                    Self { name: path.display().to_string(), kind: Kind::Unreadable(reason) }
                }
            })
            .collect();
        if sources.is_empty() {
            let reason = "expected files named *.json, *.jsonl or *.ndjson, found none".to_owned();
            sources.push(Self { name: path.display().to_string(), kind: Kind::Unreadable(reason) });
        }
        sources
    }

    fn file(path: &Path) -> Self {
        // A pipe has no size that says anything.
        let size = path.metadata().ok().filter(fs::Metadata::is_file).map(|metadata| metadata.len());
        let name = path.strip_prefix(".").unwrap_or(path).display().to_string();
        Self { name, kind: Kind::File(path.to_owned(), size) }
    }

    /// The number of bytes, if that is known before they are read.
    pub(crate) fn size(&self) -> Option<u64> {
        match &self.kind {
            Kind::File(_, size) => *size,
            Kind::Unreadable(_) => Some(0),
            Kind::Stdin => None,
        }
    }

    /// The path, of what is no file nothing.
    pub(crate) fn path(&self) -> Option<&Path> {
        match &self.kind {
            Kind::File(path, _) => Some(path),
            Kind::Stdin | Kind::Unreadable(_) => None,
        }
    }

    /// Reads all of it, or says why that is not possible.
    pub(crate) fn read(&self) -> Result<Vec<u8>, String> {
        let bytes = match &self.kind {
            Kind::Stdin => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
            }
            Kind::File(path, _) => fs::read(path),
            Kind::Unreadable(reason) => return Err(reason.clone()),
        };
        bytes.map_err(|error| error.to_string())
    }
}

/// Whether a directory's entry is a file to be read. Links to files are followed, those to directories are not.
fn is_input(entry: &DirEntry) -> bool {
    let extension = entry.path().extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known)) && !entry.path().is_dir()
}
