//! Lists: a page costs the same number of statements for one row and for thirty.

mod published;
mod rows;
mod stages;

use std::collections::BTreeMap;

use plaudit_web::paths::admin::Cases;

use crate::support::{
    Client, Site,
    people::{ADMINISTRATOR, JUDGES, Somebody},
    site_map::SiteMap,
};

/// Statements by the pattern of their page.
type Costs = BTreeMap<&'static str, u64>;

/// What each page that a browser finds costs, asked for twice so that what is kept in memory is there.
async fn costs(site: &Site, browser: &mut Client, from: &[&str]) -> Costs {
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
    no_dearer(audience, &measured, expected);
}

/// The same for somebody in a season of more than one stage: each site with its number of rows.
async fn compare_in_stages(who: Somebody, sites: [&Site; 2], from: &[&str], expected: &[&str]) {
    let mut measured = Vec::new();
    for site in sites {
        let mut browser = site.signed_in(who).await;
        measured.push(costs(site, &mut browser, from).await);
    }
    no_dearer(who.name, &measured, expected);
}

/// What was measured with few rows and with many costs the same, and each of these pages is among it.
fn no_dearer(audience: &str, measured: &[Costs], expected: &[&str]) {
    assert_eq!(measured.len(), 2, "with few rows, and with many");
    let (few, many) = (&measured[0], &measured[1]);
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
        "/admin/progress/{season}",
        "/admin/ranking/{category}",
        "/admin/ranking/{category}/certainty",
        "/admin/shortlist/{category}",
        "/admin/deliberation/{category}",
        "/admin/outbox",
        "/admin/history",
        "/admin/people",
        "/accounts/sessions",
        "/exports/nominations/{season}/nominations.csv",
        "/exports/history/history.csv",
        "/exports/scores/{category}/scores.csv",
        "/exports/ranking/{category}/ranking.csv",
        "/exports/shortlist/{category}/shortlist.csv",
        "/admin/package/{category}",
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
async fn the_pages_of_a_sift_cost_the_same_for_one_case_and_for_thirty() {
    let (few, many) = (stages::sifting(1).await, stages::sifting(30).await);
    let sites = [&few, &many];
    let run = ["/admin/stages/{season}", "/admin/stages/{season}/next"];
    compare_in_stages(ADMINISTRATOR, sites, &["/admin"], &run).await;
    let judged = ["/judging", "/judging/scorecards/{assignment}"];
    compare_in_stages(JUDGES[0], sites, &["/judging"], &judged).await;
}

#[tokio::test]
async fn the_pages_of_an_interview_cost_the_same_for_one_finalist_and_for_thirty() {
    let (few, many) = (
        stages::interviewing(1).await,
        stages::interviewing(30).await,
    );
    let sites = [&few, &many];
    let run = ["/admin/stages/{season}", "/admin/ranking/{category}"];
    compare_in_stages(ADMINISTRATOR, sites, &["/admin"], &run).await;
    let judged = ["/judging", "/judging/scorecards/{assignment}"];
    for who in [JUDGES[0], stages::UNREAD] {
        compare_in_stages(who, sites, &["/judging"], &judged).await;
    }
}

#[tokio::test]
async fn public_pages_cost_the_same_however_many_nominations_there_are() {
    compare("visitor", &["/"], &["/", "/{programme}"]).await;
}

#[tokio::test]
async fn the_pages_of_published_results_cost_the_same_for_one_case_and_for_thirty() {
    let (few, many) = (
        published::published(1).await,
        published::published(30).await,
    );
    let sites = [&few, &many];
    let page = ["/admin/package/{category}"];
    compare_in_stages(ADMINISTRATOR, sites, &["/admin"], &page).await;
    let mut measured = Vec::new();
    for site in sites {
        measured.push(costs(site, &mut site.visitor(), &["/"]).await);
    }
    let pages = [
        "/{programme}",
        "/{programme}/results/{category}/public-results.zip",
    ];
    no_dearer("visitor", &measured, &pages);
}

#[tokio::test]
async fn a_long_list_of_cases_comes_in_pages_that_keep_the_filter() {
    let site = rows::site_with_cases(53).await;
    let mut browser = site.signed_in(ADMINISTRATOR).await;
    let first = browser.open(Cases).await.ok();
    assert_eq!(first.table().len(), 1 + 50);
    let text = first.text();
    assert!(text.contains("53 nominees"), "all are counted: {text}");
    assert_eq!(first.first(".pager p"), "Showing 1 to 50 of 53");

    let next = first.attributes(".pager a[rel=next]", "href").remove(0);
    let second = browser.open(next).await.ok();
    let numbers: Vec<String> = second.table()[1..]
        .iter()
        // Before the number stands the box that ticks the case.
        .map(|row| row[1].clone())
        .collect();
    assert_eq!(numbers, ["51", "52", "53"]);

    let season = site.season().await.id;
    let filtered = format!("{Cases}?season={season}&status=forming&page=99");
    let last = browser.open(filtered).await.ok();
    assert_eq!(
        last.table()[1..],
        second.table()[1..],
        "the last page there is"
    );
    let back = last.attributes(".pager a[rel=prev]", "href").remove(0);
    assert!(back.contains("status=forming"), "{back}");
    let none = format!("{Cases}?season={season}&status=in-judging");
    let none = browser.open(none).await.ok();
    assert_eq!(none.first(".empty-title"), "No case matches");
}
