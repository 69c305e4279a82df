//! The filters of `/admin/cases`, and `/admin/cases/several/{season}/told` and `/admin/cases/several/{season}/eligibility` with
//! their removals.

use axum::http::StatusCode;
use plaudit_domain::ids::CaseId;
use plaudit_store::screening::Destination;
use plaudit_web::paths::admin::{Case, NomineeAnswer};
use plaudit_web::paths::admin::{
    Cases, CasesEligible, CasesEligibleRemoval, CasesTold, CasesToldRemoval, Dashboard, Withdrawal,
};

use crate::judging::panel::Panel;
use crate::support::{Client, Page, people::ADMINISTRATOR};

/// After the close: cases 1 and 2 are forming, case 3 is eligible.
async fn three() -> (Panel, Vec<CaseId>, Client) {
    let nominators = [
        (1, "ann@x.example"),
        (2, "bob@x.example"),
        (3, "cas@x.example"),
    ];
    let (panel, sent) = Panel::nominated(&nominators).await;
    let mut cases = Vec::new();
    for nomination in &sent[..2] {
        cases.push(panel.accept(*nomination, Destination::NewCase).await);
    }
    cases.push(panel.make_eligible(sent[2]).await);
    let browser = panel.site.signed_in(ADMINISTRATOR).await;
    (panel, cases, browser)
}

fn ticked(path: &impl ToString, cases: &[CaseId]) -> String {
    let ids: Vec<String> = cases.iter().map(|case| format!("case={case}")).collect();
    format!("{}?{}", path.to_string(), ids.join("&"))
}

async fn list(panel: &Panel, browser: &mut Client, query: &str) -> Page {
    let path = format!("{Cases}?season={}{query}", panel.season);
    browser.open(path).await.ok()
}

fn nominees(page: &Page) -> Vec<String> {
    page.all("tbody th")
}

/// The status, acceptance and fact check of each case.
async fn standings(panel: &Panel, browser: &mut Client) -> Vec<Vec<String>> {
    let page = list(panel, browser, "").await;
    let rows = page.table();
    rows[1..].iter().map(|row| row[4..6].to_vec()).collect()
}

#[tokio::test]
async fn cases_are_found_by_nominee_employer_acceptance_and_fact_check_with_counts_that_agree() {
    let (panel, cases, mut browser) = three().await;
    let page = list(&panel, &mut browser, "&search=COUNCIL+2").await;
    assert_eq!(nominees(&page), ["Nominee 2"]);
    let offered = page.all("select option");
    for counted in [
        "Forming (1)",
        "Not accepted yet (1)",
        "Not confirmed yet (1)",
    ] {
        assert!(offered.contains(&counted.to_owned()), "{offered:?}");
    }
    let page = list(&panel, &mut browser, "&acceptance=missing").await;
    assert_eq!(nominees(&page), ["Nominee 1", "Nominee 2"]);
    let page = list(
        &panel,
        &mut browser,
        "&acceptance=accepted&fact-check=received",
    )
    .await;
    assert_eq!(nominees(&page), ["Nominee 3"]);
    let page = list(&panel, &mut browser, "&fact-check=missing&status=eligible").await;
    assert_eq!(page.first(".empty-title"), "No case matches");

    // Who is out is not counted among the nominees, here as on the dashboard.
    let page = browser.open(Case { case: cases[1] }).await.ok();
    let path = Withdrawal { case: cases[1] };
    browser.send(page.form(path), &[]).await.ok();
    let page = list(&panel, &mut browser, "").await;
    assert_eq!(
        page.first(".lede"),
        "2 nominees, each with everything that was said about them. One more is out of the season."
    );
}

#[tokio::test]
async fn the_steps_of_the_dashboard_lead_to_the_cases_that_they_are_about() {
    let (panel, _, mut browser) = three().await;
    let page = browser.open(Dashboard).await.ok();
    let season = panel.season;
    let links = page.attributes("main a", "href");
    for query in ["acceptance=missing", "fact-check=missing", "status=forming"] {
        let path = format!("{Cases}?season={season}&{query}");
        assert!(links.contains(&path), "{path} is not among {links:?}");
    }
}

#[tokio::test]
async fn several_nominees_are_recorded_as_told_after_a_preview_and_it_is_taken_back_with_a_reason()
{
    let (panel, cases, mut browser) = three().await;
    let season = panel.season;
    let path = CasesTold { season };
    let preview = browser.open(ticked(&path, &cases)).await.ok();
    assert_eq!(preview.table().len(), 3, "two under the head");
    assert!(preview.text().contains("Left out"));
    let untold = ["Forming", "Not told yet"].map(str::to_owned).to_vec();
    assert_eq!(
        standings(&panel, &mut browser).await[..2],
        [untold.clone(), untold.clone()]
    );

    let page = browser.send(preview.form(&path), &[]).await.ok();
    assert!(
        page.first(".notice")
            .starts_with("2 nominees are recorded as told.")
    );
    assert_eq!(
        page.attributes("input[name=case][checked]", "value").len(),
        2,
        "they are ticked still, so that it can be taken back"
    );
    let told = ["Forming", "Told"].map(str::to_owned).to_vec();
    assert_eq!(
        standings(&panel, &mut browser).await[..2],
        [told.clone(), told]
    );

    let path = CasesToldRemoval { season };
    let preview = browser.open(ticked(&path, &cases)).await.ok();
    let refused = browser.submit(preview.form(&path), &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.problems(), ["Enter the reason"]);
    let page = browser
        .send(
            preview.form(&path),
            &[("reason", "The letters were not posted")],
        )
        .await
        .ok();
    assert_eq!(page.first(".notice"), "2 nominees count as not told.");
    assert_eq!(
        standings(&panel, &mut browser).await[..2],
        [untold.clone(), untold]
    );
}

#[tokio::test]
async fn several_cases_are_found_eligible_where_nothing_is_missing_and_taken_back() {
    let (panel, cases, mut browser) = three().await;
    let season = panel.season;
    let back = CasesEligibleRemoval { season };
    let preview = browser.open(ticked(&back, &cases)).await.ok();
    assert_eq!(preview.table().len(), 2, "one under the head");
    browser
        .send(preview.form(&back), &[("reason", "Ticked in error")])
        .await
        .ok();
    let page = list(&panel, &mut browser, "&status=forming").await;
    assert_eq!(nominees(&page).len(), 3);

    let path = CasesEligible { season };
    let preview = browser.open(ticked(&path, &cases)).await.ok();
    assert_eq!(preview.table().len(), 2, "one under the head");
    // Somebody is faster with it: it is left as it is.
    let late = browser.open(ticked(&path, &cases)).await.ok();
    let page = browser.send(preview.form(&path), &[]).await.ok();
    assert!(page.first(".notice").starts_with("One case is eligible."));
    let page = browser.send(late.form(&path), &[]).await.ok();
    assert!(
        page.first(".notice")
            .starts_with("0 are eligible. 1 left as they were")
    );
    let page = list(&panel, &mut browser, "&status=eligible").await;
    assert_eq!(nominees(&page), ["Nominee 3"]);
}

#[tokio::test]
async fn that_a_nominee_was_told_is_taken_back_on_the_page_of_the_case_with_a_reason_only() {
    let (panel, cases, mut browser) = three().await;
    let case = cases[0];
    let path = NomineeAnswer { case };
    let page = browser.open(Case { case }).await.ok();
    let page = browser
        .send(page.form(&path).press("event", "tell"), &[])
        .await
        .ok();
    let form = page.form(&path).press("event", "take-back");
    let refused = browser.submit(form, &[]).await;
    assert_eq!(refused.problems(), ["Enter the reason"]);
    let form = refused.form(&path).press("event", "take-back");
    browser
        .send(form, &[("note-acceptance", "It was another nominee")])
        .await
        .ok();
    let untold = ["Forming", "Not told yet"].map(str::to_owned).to_vec();
    assert_eq!(standings(&panel, &mut browser).await[0], untold);
}
