//! The rooms of `src/`, from the top down: none names one above it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each floor names only what is below it. What shares a floor doesn't name each other.
const FLOORS: &[&[&str]] = &[
    &["lib"],
    &["aws_sdk", "generate", "schema"],
    &["checked"],
    &["validate"],
    &["captured"],
    &["model"],
    &["json"],
    &["shape"],
    &["value"],
];

fn floor_of(room: &str) -> usize {
    let floor = FLOORS.iter().position(|floor| floor.contains(&room));
    floor.unwrap_or_else(|| panic!("the room {room} has no floor"))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

pub(crate) fn source_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

pub(crate) fn all_sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    sources(&source_root(), &mut found);
    assert!(found.len() > 30, "{found:?}");
    found
}

fn room_of(path: &Path) -> String {
    let inside = path.strip_prefix(source_root()).unwrap();
    let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
    first.strip_suffix(".rs").unwrap_or(first).to_owned()
}

/// The source without comments and without the unit tests at its end, bodies of macros included.
fn code(path: &Path) -> String {
    let source = fs::read_to_string(path).unwrap();
    let source = source.split("#[cfg(test)]\nmod tests").next().unwrap();
    source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The words that follow `crate::`, each of a group in braces included.
fn names_after_crate(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, path) in code.match_indices("crate::") {
        let rest = &code[at + path.len()..];
        // In a group, only what begins an item at the first level names a room.
        let (group, is_group) = match rest.strip_prefix('{') {
            Some(group) => (group, true),
            None => (rest, false),
        };
        let mut depth = 0;
        let mut item = String::new();
        let mut is_begin = true;
        for char in group.chars() {
            match char {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 && is_group => is_begin = true,
                char if depth == 0 && is_begin && (char.is_alphanumeric() || char == '_') => item.push(char),
                char if char.is_whitespace() && item.is_empty() => {}
                _ => is_begin = false,
            }
            if !(item.is_empty() || char.is_alphanumeric() || char == '_') {
                names.insert(std::mem::take(&mut item));
                is_begin = char == ',';
                if !is_group {
                    break;
                }
            }
        }
        if !item.is_empty() {
            names.insert(item);
        }
    }
    names
}

/// The room of a name: a module of the crate, or for an item of the crate root the root itself.
fn room_named(name: &str) -> &str {
    let is_room = FLOORS.iter().any(|floor| floor.contains(&name));
    if is_room { name } else { "lib" }
}

#[test]
fn crate_paths_are_found_in_paths_groups_and_macros() {
    let code = "use crate::model::{A, B};\nuse crate::{\n    Limits, json::{self, Error}, value,\n};\nimpl crate::shape::Member for $name {}\n\
                use $crate::checked;";
    let names: Vec<String> = names_after_crate(code).into_iter().collect();
    assert_eq!(names, ["Limits", "checked", "json", "model", "shape", "value"]);
}

#[test]
fn no_room_uses_a_higher_one() {
    let mut wrong = Vec::new();
    for path in all_sources() {
        let room = room_of(&path);
        if room == "lib" {
            continue;
        }
        for name in names_after_crate(&code(&path)) {
            let named = room_named(&name);
            // A higher floor has a lower number.
            if named != room && floor_of(named) <= floor_of(&room) {
                wrong.push(format!("{}: crate::{name}", path.display()));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn no_source_file_is_over_500_lines() {
    let long: Vec<String> = all_sources()
        .iter()
        .map(|path| (path, fs::read_to_string(path).unwrap().lines().count()))
        .filter(|(_, lines)| *lines > 500)
        .map(|(path, lines)| format!("{} has {lines} lines", path.display()))
        .collect();
    assert_eq!(long, [""; 0]);
}
