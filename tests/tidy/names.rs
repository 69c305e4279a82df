//! Names, sizes and what may lie in the repository.

use super::nothing_breaks;
use super::sources::{self, Source, has_ending};

/// Modules that say nothing of what is in them, so that everything ends up there.
const EMPTY_MODULES: &[&str] = &[
    "utils", "util", "helpers", "helper", "common", "services", "service", "misc", "manager",
    "managers", "stuff", "shared",
];

/// Endings of a type's name that say nothing either.
const EMPTY_ENDINGS: &[&str] = &[
    "Service", "Manager", "Helper", "Util", "Utils", "Data", "Info", "Dto", "Impl",
];

/// What may lie at the root: four folders, and what tools and readers look for there.
const ROOT: &[&str] = &[
    "crates",
    "migrations",
    "tests",
    ".ci",
    "Cargo.toml",
    "Cargo.lock",
    "README.md",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "clippy.toml",
    ".gitignore",
];

/// Longer than this, a file does more than one thing.
const LONGEST: usize = 400;

/// Files that are written by hand and read whole. Words and snapshots are looked up, not read through.
const WRITTEN: &[&str] = &["rs", "mjs", "js", "css"];

/// What only one machine knows, and must not be committed. In halves, so that this file passes.
const FOREIGN: &[(&str, &str)] = &[
    ("/wor", "k/"),
    ("/ro", "ot/"),
    ("/ho", "me/"),
    ("/tmp/", "wt"),
    ("/tmp/", "plan"),
    ("/tmp/", "target"),
    ("registry.", "npmjs"),
    ("static.", "crates.io"),
    ("index.", "crates.io"),
    ("crates.", "io/api"),
    ("registry.", "yarnpkg"),
    ("proxy.", "golang"),
    ("\"resol", "ved\""),
];

fn without_a_first_sentence(source: &Source) -> bool {
    let said = source.text.lines().next().unwrap_or_default();
    said.strip_prefix("//! ")
        .is_none_or(|sentence| sentence.len() <= 10)
}

fn empty_names(source: &Source) -> Vec<String> {
    let mut found: Vec<String> = source
        .path
        .trim_end_matches(".rs")
        .split('/')
        .filter(|part| EMPTY_MODULES.contains(part))
        .map(|part| format!("{}: {part}", source.path))
        .collect();
    for line in source.code.lines() {
        let mut words = line
            .split(|symbol: char| !symbol.is_alphanumeric() && symbol != '_')
            .filter(|word| !word.is_empty());
        while let Some(word) = words.next() {
            let name = words.clone().next().unwrap_or_default();
            let names_a_type = ["struct", "enum", "trait", "type"].contains(&word);
            if names_a_type && EMPTY_ENDINGS.iter().any(|ending| name.ends_with(ending)) {
                found.push(format!("{}: {name}", source.path));
            }
            if word == "mod" && EMPTY_MODULES.contains(&name) {
                found.push(format!("{}: mod {name}", source.path));
            }
        }
    }
    found
}

/// Whether the word stands in the text; a path from the root only where it does not continue another.
fn begins_somewhere(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        !word.starts_with('/')
            || !before.is_some_and(|symbol| symbol.is_alphanumeric() || symbol == '}')
    })
}

fn foreign(source: &Source) -> Vec<String> {
    if source.path == "Cargo.lock" {
        return Vec::new(); // as cargo writes it
    }
    FOREIGN
        .iter()
        .map(|(one, other)| format!("{one}{other}"))
        .filter(|word| begins_somewhere(&source.text, word))
        .map(|word| format!("{}: {word}", source.path))
        .collect()
}

#[test]
fn each_file_begins_by_saying_what_it_is_for() {
    let silent: Vec<_> = sources::rust()
        .filter(|source| without_a_first_sentence(source))
        .map(|source| source.path.clone())
        .collect();
    nothing_breaks(
        "Begin the file with one `//!` sentence: what it is for, and its URL if it is a page.",
        &silent,
    );
}

#[test]
fn names_say_what_is_in_them() {
    let empty: Vec<_> = sources::rust().flat_map(empty_names).collect();
    nothing_breaks(
        "Name it for what it is in the domain; \"Service\" or \"utils\" says nothing.",
        &empty,
    );
}

#[test]
fn no_file_outgrows_its_reader() {
    let long: Vec<_> = sources::all()
        .iter()
        .filter(|source| {
            WRITTEN
                .iter()
                .any(|ending| has_ending(&source.path, ending))
        })
        .map(|source| (source, source.text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(source, lines)| format!("{}: {lines} lines", source.path))
        .collect();
    nothing_breaks(
        "Split it: thing.rs (handlers), thing/form.rs, thing/view.rs, or by what it does. 400 lines is the most.",
        &long,
    );
}

#[test]
fn the_root_holds_only_what_is_looked_for_there() {
    let strays: Vec<_> = sources::all()
        .iter()
        .filter(|source| !ROOT.contains(&source.path.split('/').next().unwrap_or_default()))
        .map(|source| source.path.clone())
        .collect();
    nothing_breaks("Move it into the crate that it belongs to.", &strays);
}

#[test]
fn nothing_of_one_machine_is_committed() {
    let found: Vec<_> = sources::all().iter().flat_map(foreign).collect();
    nothing_breaks(
        "Take out the path or the host: it is true on one machine only.",
        &found,
    );
}

#[test]
fn empty_names_and_foreign_words_are_seen() {
    let source = Source::planted(
        "crates/web/src/helpers/case.rs",
        "fn x() {}\npub struct CaseInfo;\nmod utils;\n// struct AService\nenum Kind {}\n",
    );
    assert!(without_a_first_sentence(&source));
    assert_eq!(
        empty_names(&source),
        [
            "crates/web/src/helpers/case.rs: helpers",
            "crates/web/src/helpers/case.rs: CaseInfo",
            "crates/web/src/helpers/case.rs: mod utils",
        ]
    );
    let lock = Source::planted(
        "package-lock.json",
        &format!("{{ {}{}: 1 }}", "\"resol", "ved\""),
    );
    assert_eq!(foreign(&lock).len(), 1);
    let home = |before: &str| Source::planted("a.md", &format!("{before}{}{}x", "/ho", "me/"));
    assert_eq!(foreign(&home("cd ")).len(), 1);
    assert_eq!(foreign(&home("src/public")).len(), 0);
}
