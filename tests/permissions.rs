//! Who may what: one snapshot of what every route answers each role. A new line in it is a decision; read it.
//!
//! Reads share a site. A write gets one of its own, so that none answers for what another did. Nothing is filled in, so a
//! write that is allowed answers 422 where it asks for something, and 303 where the button alone says it all.

use std::fmt::Write as _;

use plaudit_web::paths::{ROUTES, Route};

use crate::support::{
    Client, Page, Site, Stage,
    people::{ADMINISTRATOR, JUDGES, Somebody},
};

/// The roles, in the order of the columns.
const ROLES: [(&str, Option<Somebody>); 3] = [
    ("visitor", None),
    ("judge", Some(JUDGES[0])),
    ("administrator", Some(ADMINISTRATOR)),
];

async fn browser(site: &Site, somebody: Option<Somebody>) -> Client {
    match somebody {
        Some(somebody) => site.signed_in(somebody).await,
        None => site.visitor(),
    }
}

/// What stands for each part of a URL: something that is there, and a made-up secret for each secret.
fn parts() -> Vec<(&'static str, String)> {
    let nothing = "00000000-0000-7000-8000-000000000000";
    vec![
        ("{token}", "0".repeat(64)),
        ("{key}", "0".repeat(64)),
        ("{session}", nothing.to_owned()),
        ("{name}", "none.css".to_owned()),
        ("{place}", "public".to_owned()),
        ("{season}", nothing.to_owned()),
        ("{membership}", nothing.to_owned()),
        ("{interest}", nothing.to_owned()),
        ("{assignment}", nothing.to_owned()),
        ("{programme}", "it-progress".to_owned()),
    ]
}

/// The route's URL with something for each of its parts.
fn filled(route: &Route, parts: &[(&str, String)]) -> String {
    let path = parts
        .iter()
        .fold(route.pattern.to_owned(), |path, (part, value)| {
            path.replace(part, value)
        });
    assert!(
        !path.contains('{'),
        "say in tests/permissions.rs what stands for the parts of {}",
        route.pattern
    );
    path
}

/// The status, and where a redirect leads, without its query.
fn said(page: &Page, parts: &[(&str, String)]) -> String {
    let status = page.status.as_u16().to_string();
    let Some(to) = page.location() else {
        return status;
    };
    let to = to.split('?').next().unwrap_or_default().to_owned();
    let to = parts
        .iter()
        .fold(to, |to, (part, value)| to.replace(value.as_str(), part));
    format!("{status} → {to}")
}

#[tokio::test]
async fn every_route_answers_each_role_as_this_says() {
    let reading = Site::at(Stage::Open).await;
    let parts = parts();
    let mut table = String::new();
    for route in ROUTES {
        let path = filled(route, &parts);
        for method in route.methods {
            write!(table, "{method:4} {:52}", route.pattern).expect("a string takes it");
            for (role, somebody) in ROLES {
                let page = if *method == "GET" {
                    browser(&reading, somebody).await.get(&path).await
                } else {
                    let site = Site::at(Stage::Open).await;
                    browser(&site, somebody)
                        .await
                        .post::<&str, &str>(&path, &[])
                        .await
                };
                assert!(
                    !page.status.is_server_error(),
                    "{method} {path} fails for a {role}: {}",
                    page.excerpt()
                );
                write!(table, " {role} {:28}", said(&page, &parts)).expect("a string takes it");
            }
            table.truncate(table.trim_end().len());
            table.push('\n');
        }
    }
    insta::assert_snapshot!("every_route_and_role", table);
}
