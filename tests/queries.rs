//! Lists: a page costs the same number of statements for one row and for thirty.

mod rows;

use std::collections::BTreeMap;

use crate::support::{
    Client, Site,
    people::{ADMINISTRATOR, JUDGES},
    site_map::SiteMap,
};

/// What each page that a browser finds costs, asked for twice so that what is kept in memory is there.
async fn costs(site: &Site, browser: &mut Client, from: &[&str]) -> BTreeMap<&'static str, u64> {
    let mut map = SiteMap::default();
    map.explore(browser, from).await;
    let mut costs = BTreeMap::new();
    for (pattern, path) in map.found() {
        browser.get(path).await;
        let (page, statements) = site.statements_of(browser.get(path)).await;
        if page.status.is_success() {
            costs.insert(pattern, statements);
        }
    }
    costs
}

/// Every page of one audience, with few rows and with many.
async fn compare(audience: &str, from: &[&str], expected: &[&str]) {
    let mut measured = Vec::new();
    for count in [1, 30] {
        let site = rows::site_with(count).await;
        let mut browser = match audience {
            "judge" => site.signed_in(JUDGES[0]).await,
            "administrator" => site.signed_in(ADMINISTRATOR).await,
            _ => site.visitor(),
        };
        measured.push(costs(&site, &mut browser, from).await);
    }
    let [few, many] = measured.as_slice() else {
        return;
    };
    for pattern in expected {
        assert!(
            few.contains_key(pattern) && many.contains_key(pattern),
            "nothing led a {audience} to {pattern}"
        );
    }
    let dearer: Vec<_> = many
        .iter()
        .filter_map(|(pattern, cost)| Some((pattern, few.get(pattern)?, cost)))
        .filter(|(_, few, many)| many > few)
        .map(|(pattern, few, many)| format!("{pattern}: {few} statements, and {many} for thirty"))
        .collect();
    assert!(
        dearer.is_empty(),
        "read the rows with one statement:\n  {}",
        dearer.join("\n  ")
    );
}

#[tokio::test]
async fn administrators_lists_cost_the_same_for_one_row_and_for_thirty() {
    let lists = [
        "/admin",
        "/admin/nominations/{season}",
        "/admin/cases",
        "/admin/judges/{season}",
        "/admin/interests/{season}",
        "/admin/ranking/{category}",
        "/admin/shortlist/{category}",
        "/admin/outbox",
        "/admin/history",
        "/admin/people",
        "/accounts/sessions",
        "/exports/nominations/{season}/nominations.csv",
        "/exports/scores/{category}/scores.csv",
        "/exports/shortlist/{category}/shortlist.csv",
    ];
    compare("administrator", &["/admin"], &lists).await;
}

#[tokio::test]
async fn a_judges_desk_costs_the_same_for_one_case_and_for_thirty() {
    compare(
        "judge",
        &["/judging"],
        &["/judging", "/judging/scorecards/{assignment}"],
    )
    .await;
}

#[tokio::test]
async fn public_pages_cost_the_same_however_many_nominations_there_are() {
    compare("visitor", &["/"], &["/", "/{programme}"]).await;
}
