//! The site map is in order: each URL once, in its area, under a segment that is reserved.

use super::*;
use std::collections::BTreeSet;

#[test]
fn every_fixed_first_segment_is_reserved() {
    for route in ROUTES {
        let first = route.pattern.split('/').nth(1).unwrap_or_default();
        if !first.is_empty() && !first.starts_with('{') {
            assert!(is_reserved(first), "{} is not reserved", route.pattern);
        }
    }
}

#[test]
fn the_first_segment_names_the_area() {
    for route in ROUTES {
        let first = route.pattern.split('/').nth(1).unwrap_or_default();
        let area = match first {
            "judging" => Area::Judging,
            "admin" => Area::Admin,
            "exports" => Area::Exports,
            "accounts" => Area::Accounts,
            "assets" | "gallery" | "healthz" | "readyz" => Area::Server,
            _ => Area::Public,
        };
        assert_eq!(route.area, area, "{}", route.pattern);
    }
}

#[test]
fn each_url_stands_once() {
    let patterns: BTreeSet<_> = ROUTES.iter().map(|route| route.pattern).collect();
    assert_eq!(patterns.len(), ROUTES.len());
}

#[test]
fn a_link_is_the_pattern_filled() {
    let link = accounts::SignInLink {
        token: "a b/c".to_owned(),
    };
    assert_eq!(link.to_string(), "/accounts/sign-in/a%20b%2Fc");
}
