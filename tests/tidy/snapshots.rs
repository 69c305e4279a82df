//! Snapshots: each one is still asked for by a test.

use std::path::Path;

use super::nothing_breaks;
use super::sources::{self, Source, has_ending};

/// Why a snapshot is no longer asked for, if so.
fn orphaned(snapshot: &Source, sources: &[Source]) -> Option<String> {
    let said = snapshot
        .text
        .lines()
        .find_map(|line| line.strip_prefix("source: "))?;
    let Some(test) = sources.iter().find(|source| source.path == said) else {
        return Some(format!("{}: {said} is gone", snapshot.path));
    };
    let stem = Path::new(&snapshot.path).file_stem()?.to_str()?;
    let name = stem.rsplit("__").next().unwrap_or(stem);
    // Unnamed ones are called after their test, the second of a test `…-2`.
    let unnumbered = name.trim_end_matches(|symbol: char| symbol.is_ascii_digit());
    let function = unnumbered.strip_suffix('-').unwrap_or(name);
    let asked = test.text.contains(&format!("\"{name}\""))
        || test.code.contains(&format!("fn {function}("))
        || test.code.contains(&format!("fn test_{function}("));
    (!asked).then(|| format!("{}: no test in {said} asks for \"{name}\"", snapshot.path))
}

fn orphans(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|source| has_ending(&source.path, "snap"))
        .filter_map(|snapshot| orphaned(snapshot, sources))
        .collect()
}

#[test]
fn every_snapshot_is_asked_for_by_a_test() {
    nothing_breaks(
        "Delete the snapshot, or name it by a literal in its test.",
        &orphans(sources::all()),
    );
}

#[test]
fn a_snapshot_that_nobody_asks_for_is_seen() {
    let header = "---\nsource: tests/a.rs\nexpression: x\n---\n";
    let planted = [
        Source::planted(
            "tests/a.rs",
            "fn shortlist_columns() {}\nfn b() { assert_snapshot!(\"roles\", x) }",
        ),
        Source::planted(
            "tests/snapshots/plaudit__a__shortlist_columns-2.snap",
            header,
        ),
        Source::planted("tests/snapshots/plaudit__a__roles.snap", header),
        Source::planted("tests/snapshots/plaudit__a__old.snap", header),
        Source::planted(
            "tests/snapshots/plaudit__b__x.snap",
            "---\nsource: tests/b.rs\n---\n",
        ),
    ];
    assert_eq!(
        orphans(&planted),
        [
            "tests/snapshots/plaudit__a__old.snap: no test in tests/a.rs asks for \"old\"",
            "tests/snapshots/plaudit__b__x.snap: tests/b.rs is gone",
        ]
    );
}
