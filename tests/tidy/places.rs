//! Areas stand side by side: none imports another. What two share goes down.

use super::nothing_breaks;
use super::sources::{self, Source};

/// The audiences, each a folder of the web crate.
const AREAS: &[&str] = &[
    "public", "judging", "stewards", "admin", "exports", "accounts", "api",
];

/// The area that a file belongs to.
fn area(source: &Source) -> Option<&'static str> {
    let first = source.in_web()?.split('/').next()?;
    AREAS
        .iter()
        .find(|area| first.trim_end_matches(".rs") == **area)
        .copied()
}

/// The web crate's modules that the code reaches: the first names after `crate::` and `super::super::…`.
fn reached(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for start in ["crate::", "super::"] {
        for (at, _) in code.match_indices(start) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|symbol| symbol.is_alphanumeric() || "_:".contains(symbol)) {
                continue; // a later part of a path that was met at its head
            }
            let path = code[at + start.len()..].trim_start_matches("super::");
            match path.strip_prefix('{') {
                Some(group) => names.extend(group_heads(group)),
                None => names.extend(head(path)),
            }
        }
    }
    names
}

/// The first name of a path.
fn head(path: &str) -> Option<String> {
    let name: String = path
        .trim_start()
        .chars()
        .take_while(|symbol| symbol.is_alphanumeric() || *symbol == '_')
        .collect();
    (!name.is_empty()).then_some(name)
}

/// The first names inside `{…}`, without those of the groups inside it.
pub(super) fn group_heads(group: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let mut heads = Vec::new();
    let mut item = 0;
    for (at, symbol) in group.char_indices() {
        match symbol {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                heads.extend(head(&group[item..at]));
                item = at + 1;
                if symbol == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    heads
}

fn neighbours(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| source.is_rust()) {
        let Some(home) = area(source) else { continue };
        for name in reached(&source.code) {
            if name != home && AREAS.contains(&name.as_str()) {
                found.push(format!("{} → {name}", source.path));
            }
        }
    }
    found
}

#[test]
fn areas_do_not_import_areas() {
    nothing_breaks(
        "An area imports no other: what two share goes down to shown, ui, store::reports or domain.",
        &neighbours(sources::all()),
    );
}

#[test]
fn an_area_that_reaches_its_neighbour_is_seen() {
    let planted = [
        Source::planted(
            "crates/web/src/admin/desk.rs",
            "use crate::{paths::{self, judging}, judging::desk};",
        ),
        Source::planted(
            "crates/web/src/exports.rs",
            "fn a() { crate::admin::shortlist::rows() }",
        ),
        Source::planted(
            "crates/web/src/public/home.rs",
            "use super::super::accounts::gate;\nuse crate::public::x;",
        ),
        Source::planted("crates/web/src/router.rs", "use crate::{admin, judging};"),
    ];
    assert_eq!(
        neighbours(&planted),
        [
            "crates/web/src/admin/desk.rs → judging",
            "crates/web/src/exports.rs → admin",
            "crates/web/src/public/home.rs → accounts",
        ]
    );
}
