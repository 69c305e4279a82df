//! The site map: every path is routed, and some test names it.

use plaudit_web::paths::{self, Area, ROUTES, Route};

use super::nothing_breaks;
use super::places::group_heads;
use super::sources::{self, Source};

/// Whether the code holds the name as a word of its own.
fn holds_word(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let is_part = |symbol: char| symbol.is_alphanumeric() || symbol == '_';
        !code[..at].chars().next_back().is_some_and(is_part)
            && !code[at + name.len()..].chars().next().is_some_and(is_part)
    })
}

/// Whether the code names the typed path, as `area::Name` or out of an imported `area::{…, Name}`.
fn holds_path(code: &str, area: &str, name: &str) -> bool {
    let group = format!("{area}::{{");
    holds_word(code, &format!("{area}::{name}"))
        || code.match_indices(&group).any(|(at, _)| {
            group_heads(&code[at + group.len()..])
                .iter()
                .any(|head| head == name)
        })
}

/// Whether a test says which page it asks for: by the typed path, or by the URL itself.
fn is_named(route: &Route, tests: &[&Source]) -> bool {
    tests.iter().any(|test| {
        holds_path(&test.code, route.area.as_str(), route.name)
            || ["\"", "?"]
                .iter()
                .any(|end| test.text.contains(&format!("\"{}{end}", route.pattern)))
    })
}

/// Where a route's handler may stand.
fn is_home_of(source: &Source, area: Area) -> bool {
    source.in_web().is_some_and(|path| {
        let own = path
            .split('/')
            .next()
            .unwrap_or_default()
            .trim_end_matches(".rs")
            == area.as_str();
        own || (area == Area::Server && path != "paths.rs")
    })
}

#[test]
fn every_route_is_named_by_a_test() {
    // The snapshot of roles walks over all routes, so it would name them all and say nothing.
    let tests: Vec<_> = sources::rust()
        .filter(|source| {
            source.path.starts_with("tests/") && !source.path.starts_with("tests/tidy")
        })
        .filter(|source| source.path != "tests/permissions.rs")
        .collect();
    let untested: Vec<_> = ROUTES
        .iter()
        .filter(|route| !is_named(route, &tests))
        .map(|route| {
            format!(
                "{} ({}::{})",
                route.pattern,
                route.area.as_str(),
                route.name
            )
        })
        .collect();
    nothing_breaks(
        "Write a test in tests/<area>/ that asks for it by its typed path.",
        &untested,
    );
}

#[test]
fn every_path_is_routed() {
    let unrouted: Vec<_> = ROUTES
        .iter()
        .filter(|route| {
            !sources::rust().any(|source| {
                is_home_of(source, route.area) && holds_word(&source.code, route.name)
            })
        })
        .map(|route| {
            format!(
                "{} ({}::{})",
                route.pattern,
                route.area.as_str(),
                route.name
            )
        })
        .collect();
    nothing_breaks(
        "Mount a handler for it in its area's routes(), or take it off the site map.",
        &unrouted,
    );
}

#[test]
fn no_programme_can_take_an_address_of_ours() {
    let open: Vec<_> = ROUTES
        .iter()
        .filter_map(|route| route.pattern.split('/').nth(1))
        .filter(|first| !first.is_empty() && !first.starts_with('{') && !paths::is_reserved(first))
        .map(str::to_owned)
        .collect();
    nothing_breaks("Add the first segment to paths::RESERVED.", &open);
}

#[test]
fn a_path_is_named_as_a_whole_word_or_a_whole_url() {
    let route = Route {
        pattern: "/admin/cases",
        methods: &["GET"],
        area: Area::Admin,
        name: "Case",
    };
    let test = |text: &str| Source::planted("tests/admin/cases.rs", text);
    assert!(is_named(&route, &[&test("get(admin::Case { case })")]));
    assert!(is_named(&route, &[&test("get(\"/admin/cases?page=2\")")]));
    assert!(!is_named(
        &route,
        &[&test("get(admin::Cases); // admin::Case")]
    ));
    assert!(!is_named(&route, &[&test("get(\"/admin/cases/1\")")]));
}
