//! Who may what: one snapshot of what every route answers each role, in the demo's world. A new line in it is a decision;
//! read it.
//!
//! Reads share a site. An administrator's writes get one each, so that none answers for what another did. Nothing is filled
//! in, so a write that is allowed answers 422 where it asks for something, and 303 where the button alone says it all.

use std::fmt::Write as _;

use plaudit_domain::person::Email;
use plaudit_store::{eligibility_rules, questions, rule_sets};
use plaudit_web::paths::{ROUTES, Route};

use crate::support::{
    Client, Page, Site, Stage,
    site_map::{SiteMap, matched},
    stage::world,
};

/// What stands for the parts of a URL to which no page leads: made-up secrets, and things that are not there.
const MADE_UP: &[(&str, &str)] = &[
    (
        "token",
        "0000000000000000000000000000000000000000000000000000000000000000",
    ),
    (
        "key",
        "0000000000000000000000000000000000000000000000000000000000000000",
    ),
    ("session", "00000000-0000-7000-8000-000000000000"),
    ("letter", "00000000-0000-7000-8000-000000000000"),
    ("reference", "00000000-0000-7000-8000-000000000000"),
    ("judge", "00000000-0000-7000-8000-000000000000"),
    ("sign", "domain"),
    ("name", "none.css"),
    ("place", "public"),
    ("room", "texts"),
    ("pack", "cases.html"),
];

/// The roles, in the order of the columns.
fn roles() -> [(&'static str, Option<Email>); 7] {
    [
        ("visitor", None),
        ("judge", Some(world().judge.clone())),
        ("chair", Some(world().chair.clone())),
        ("deputy", Some(world().deputy.clone())),
        ("secretary", Some(world().secretary.clone())),
        ("observer", Some(world().observer.clone())),
        ("administrator", Some(world().administrator.clone())),
    ]
}

async fn browser(site: &Site, email: Option<Email>) -> Client {
    match email {
        Some(email) => site.signed_in(email).await,
        None => site.visitor(),
    }
}

/// What each role comes upon by following links.
async fn explored(site: &Site) -> SiteMap {
    let mut map = SiteMap::default();
    for (role, email) in roles() {
        let start = match role {
            "judge" | "chair" | "deputy" => "/judging",
            "secretary" | "observer" => "/judging/panels",
            "administrator" => "/admin",
            _ => "/",
        };
        map.explore(&mut browser(site, email).await, &[start]).await;
    }
    map
}

/// A URL for each route.
async fn urls(site: &Site, map: &SiteMap) -> Vec<(&'static Route, String)> {
    // Once a season is open no page leads to where its form and rules are changed, but the URLs are still there.
    let season = world().season;
    let rules = eligibility_rules::list(site.store(), season)
        .await
        .expect("the rules");
    let questions = questions::list(site.store(), season)
        .await
        .expect("the questions");
    let criteria = rule_sets::current(site.store(), season)
        .await
        .expect("the criteria")
        .criteria;
    let locked = [
        ("rule", rules[0].id.to_string()),
        ("question", questions[0].id.to_string()),
        ("criterion", criteria[0].id.to_string()),
    ];
    let mut given: Vec<_> = locked
        .iter()
        .map(|(part, id)| (*part, id.as_str()))
        .collect();
    given.extend(MADE_UP);
    // While the demo's season is judged, no page leads to the room of its meeting.
    let last = |of: &str| {
        let (_, path) = map.found().find(|(pattern, _)| *pattern == of)?;
        path.rsplit('/').next()
    };
    for (part, of) in [
        ("category", "/admin/ranking/{category}"),
        ("case", "/admin/cases/{case}"),
    ] {
        given.extend(last(of).map(|id| (part, id)));
    }
    let urls: Vec<_> = ROUTES
        .iter()
        .map(|route| (route, map.url(route, &given)))
        .collect();
    let missing: Vec<_> = urls
        .iter()
        .filter(|(_, url)| url.is_none())
        .map(|(route, _)| route.pattern)
        .collect();
    assert!(
        missing.is_empty(),
        "no page of the demo leads to these, and tests/permissions.rs makes nothing up for them: {missing:#?}"
    );
    urls.into_iter()
        .filter_map(|(route, url)| Some((route, url?)))
        .collect()
}

/// The status, and where a redirect leads.
fn said(page: &Page) -> String {
    let status = page.status.as_u16().to_string();
    let Some(to) = page.location() else {
        return status;
    };
    let to = to.split('?').next().unwrap_or_default();
    let to = matched(to).map_or(to, |(route, _)| route.pattern);
    format!("{status} → {to}")
}

#[tokio::test]
async fn every_route_answers_each_role_as_this_says() {
    let reading = Site::at(Stage::Demo).await;
    let map = explored(&reading).await;
    let mut table = String::new();
    for (route, path) in urls(&reading, &map).await {
        for method in route.methods {
            writeln!(table, "{method} {}", route.pattern).expect("a string takes it");
            for (role, email) in roles() {
                // Only what an administrator does changes what others are answered.
                let own = (role == "administrator" && *method != "GET").then_some(Stage::Demo);
                let site = match own {
                    Some(stage) => &Site::at(stage).await,
                    None => &reading,
                };
                let mut browser = browser(site, email).await;
                let page = match *method {
                    "GET" => browser.get(&path).await,
                    _ => browser.post::<&str, &str>(&path, &[]).await,
                };
                assert!(
                    !page.status.is_server_error(),
                    "{method} {path} fails for a {role}: {}",
                    page.excerpt()
                );
                writeln!(table, "    {role:14} {}", said(&page)).expect("a string takes it");
            }
        }
    }
    insta::assert_snapshot!("every_route_and_role", table);
}

#[tokio::test]
async fn no_link_leads_nowhere() {
    let site = Site::at(Stage::Demo).await;
    let map = explored(&site).await;
    assert!(
        map.found().count() > 50,
        "the demo has more pages than {}",
        map.found().count()
    );
    assert_eq!(map.dead, Vec::<String>::new());
}
