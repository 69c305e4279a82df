//! The floors: which crate may stand on which, which crate may use what from outside, and what may be
//! written where.

use super::nothing_breaks;
use super::sources::{self, Source};

/// Every crate of ours, and those that it may stand on.
const FLOORS: &[(&str, &[&str])] = &[
    ("plaudit-ranking", &[]),
    ("plaudit-domain", &["plaudit-ranking"]),
    ("plaudit-migrations", &[]),
    ("plaudit-store", &["plaudit-domain", "plaudit-migrations"]),
    (
        "plaudit-web",
        &["plaudit-store", "plaudit-domain", "plaudit-ranking"],
    ),
    (
        "plaudit-tests",
        &["plaudit-web", "plaudit-store", "plaudit-domain"],
    ),
];

/// Crates from outside that belong to one floor, and who may name them.
const KEPT: &[(&[&str], &[&str])] = &[
    (&["sea-orm"], &["plaudit-store"]),
    (
        &["sea-orm-migration"],
        &["plaudit-migrations", "plaudit-store"],
    ),
    (
        &["maud", "lettre", "governor", "tower-http"],
        &["plaudit-web"],
    ),
    (
        &["axum", "axum-extra", "clap", "csv", "tower"],
        &["plaudit-web", "plaudit-tests"],
    ),
    (
        &["tokio", "futures-util"],
        &["plaudit-store", "plaudit-web", "plaudit-tests"],
    ),
    (
        &["jiff"],
        &[
            "plaudit-domain",
            "plaudit-store",
            "plaudit-web",
            "plaudit-tests",
        ],
    ),
];

/// A place where one kind of code belongs.
struct Kept {
    words: &'static [&'static str],
    belongs: fn(&Source) -> bool,
    rule: &'static str,
}

const PLACES: &[Kept] = &[
    Kept {
        words: &["sea_orm"],
        belongs: |source| {
            source.path.starts_with("crates/store/") || source.path.starts_with("migrations/")
        },
        rule: "The database is the store's and the migrations' alone: move the query into crates/store.",
    },
    Kept {
        words: &["html!"],
        belongs: is_view,
        rule: "HTML belongs in a view.rs, a views/ folder, shown/, ui/, letters/ or the gallery: move it there.",
    },
    Kept {
        words: &[
            "Timestamp::now(",
            "Zoned::now(",
            "SystemTime::now(",
            "Utc::now(",
            "Local::now(",
            "now_v7(",
            "new_v4(",
        ],
        belongs: |source| is_one_of(source, &["crates/web/src/clock.rs"]),
        rule: "Only crates/web/src/clock.rs reads the time or makes an id: take a Moment as an argument.",
    },
    Kept {
        words: &["env::var", "env::vars", "env::args"],
        belongs: |source| {
            is_one_of(
                source,
                &[
                    "crates/web/src/cli.rs",
                    "crates/web/src/config.rs",
                    "crates/web/src/main.rs",
                ],
            )
        },
        rule: "Only the web crate's cli.rs and config.rs read the environment: pass the setting in.",
    },
];

fn is_view(source: &Source) -> bool {
    source.in_web().is_some_and(|path| {
        let folder = path.split('/').next().unwrap_or_default();
        path.ends_with("/view.rs")
            || path.contains("/views/")
            || path.ends_with("/views.rs")
            || ["shown", "ui", "letters", "gallery"].contains(&folder.trim_end_matches(".rs"))
    })
}

fn is_one_of(source: &Source, paths: &[&str]) -> bool {
    paths.contains(&source.path.as_str())
}

/// Tests may stand in for the clock and read the run's settings; the crates may not.
fn is_product(source: &Source) -> bool {
    source.path.starts_with("crates/") || source.path.starts_with("migrations/")
}

fn out_of_place<'a>(kept: &Kept, sources: impl Iterator<Item = &'a Source>) -> Vec<String> {
    sources
        .filter(|source| source.is_rust() && is_product(source) && !(kept.belongs)(source))
        .flat_map(|source| source.lines_with(kept.words))
        .collect()
}

/// The names that a manifest's dependency tables hold, those for tests too.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut in_table = false;
    let mut names = Vec::new();
    for line in manifest.lines().map(str::trim) {
        if let Some(table) = line.strip_prefix('[') {
            in_table = table.trim_end_matches(']').ends_with("dependencies");
        } else if in_table && let Some((name, _)) = line.split_once('=') {
            let name = name.trim().trim_matches('"');
            names.push(name.split('.').next().unwrap_or(name).to_owned());
        }
    }
    names
}

fn name_of(manifest: &str) -> &str {
    manifest
        .lines()
        .find_map(|line| line.strip_prefix("name = "))
        .map(|name| name.trim_matches('"'))
        .unwrap_or_default()
}

fn edges_that_are_not_ours(manifest: &str) -> Vec<String> {
    let name = name_of(manifest);
    let Some((_, floors)) = FLOORS.iter().find(|(floor, _)| *floor == name) else {
        return vec![format!("{name} is no floor of the house")];
    };
    let mut wrong = Vec::new();
    for dependency in dependencies(manifest) {
        if dependency.starts_with("plaudit-") && !floors.contains(&dependency.as_str()) {
            wrong.push(format!("{name} → {dependency}"));
        }
        let keepers = KEPT
            .iter()
            .find(|(kept, _)| kept.contains(&dependency.as_str()));
        if keepers.is_some_and(|(_, keepers)| !keepers.contains(&name)) {
            wrong.push(format!("{name} → {dependency}"));
        }
    }
    wrong
}

#[test]
fn each_crate_stands_only_on_those_under_it() {
    let manifests: Vec<_> = sources::all()
        .iter()
        .filter(|source| source.path.ends_with("/Cargo.toml"))
        .collect();
    assert_eq!(
        manifests.len(),
        FLOORS.len(),
        "a crate is gone, or a new one has no floor"
    );
    let wrong: Vec<_> = manifests
        .iter()
        .flat_map(|manifest| edges_that_are_not_ours(&manifest.text))
        .collect();
    nothing_breaks(
        "ranking ← domain ← store ← web, and each outside crate on its floor: move the code, not the edge.",
        &wrong,
    );
}

#[test]
fn an_edge_upwards_is_seen() {
    let manifest = "[package]\nname = \"plaudit-domain\"\n[dev-dependencies]\nplaudit-store.workspace = true\nsea-orm = \"2\"\nuuid = \"1\"\n";
    assert_eq!(
        edges_that_are_not_ours(manifest),
        ["plaudit-domain → plaudit-store", "plaudit-domain → sea-orm"]
    );
}

#[test]
fn each_kind_of_code_is_in_its_place() {
    for kept in PLACES {
        nothing_breaks(kept.rule, &out_of_place(kept, sources::all().iter()));
    }
}

#[test]
fn code_out_of_its_place_is_seen() {
    let planted = [
        Source::planted(
            "crates/web/src/public/home.rs",
            "//! x\nfn a() { html! {} }\n// html! sea_orm\n",
        ),
        Source::planted("crates/web/src/public/home/view.rs", "fn a() { html! {} }"),
        Source::planted("crates/web/src/letters/receipt.rs", "fn a() { html! {} }"),
        Source::planted(
            "crates/store/src/write.rs",
            "use sea_orm::Set;\nfn a() { Timestamp::now() }",
        ),
        Source::planted(
            "crates/domain/src/season.rs",
            "use sea_orm::Set;\n\nfn b() { std::env::var(\"X\") }",
        ),
    ];
    let seen: Vec<_> = PLACES
        .iter()
        .flat_map(|kept| out_of_place(kept, planted.iter()))
        .collect();
    assert_eq!(
        seen,
        [
            "crates/domain/src/season.rs:1: sea_orm",
            "crates/web/src/public/home.rs:2: html!",
            "crates/store/src/write.rs:2: Timestamp::now(",
            "crates/domain/src/season.rs:3: env::var",
        ]
    );
}
