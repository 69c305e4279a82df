//! `/exports/packs/…`: what the cases of a category say, to be printed.

use axum::http::StatusCode;
use plaudit_domain::membership::Role;
use plaudit_web::paths::{
    admin::{Case, Shortlist},
    exports::{CasePack, CasePackOfOne},
    judging::Deliberation,
};

use crate::admin::shortlist::judged;
use crate::judging::deliberation::{CHAIR, DEPUTY, FOURTH, OUT, SECRETARY, meeting};
use crate::support::{Page, people::ADMINISTRATOR};

/// The names of the cases of a pack.
fn cases(page: &Page) -> Vec<String> {
    page.all("article > h1")
}

#[tokio::test]
async fn an_administrator_prints_all_cases_the_finalists_or_one_with_names_or_without() {
    let judged = meeting().await;
    let category = judged.category;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let pack = CasePack { category };
    let page = browser.open(&pack).await.ok();
    assert_eq!(
        page.header("content-disposition"),
        "attachment; filename=\"cases.html\""
    );
    assert_eq!(
        cases(&page),
        [
            "Case 1: Nominee 1",
            "Case 2: Nominee 2",
            "Case 3: Nominee 3"
        ]
    );
    assert!(page.text().contains("Council 1"));
    // Nothing of the scores is in it.
    for word in ["Weighted total", "Rank", "scorecard", "100.00"] {
        assert!(!page.text().contains(word), "{word}");
    }
    let shortlist = browser.open(Shortlist { category }).await.ok();
    let link = shortlist.link("The finalists’ cases, to print");
    assert_eq!(link, format!("{pack}?of=finalists"));
    let page = browser.open(&link).await.ok();
    assert_eq!(cases(&page), ["Case 1: Nominee 1", "Case 2: Nominee 2"]);
    let blind = browser.open(format!("{pack}?blind=yes")).await.ok();
    assert_eq!(cases(&blind), ["Case 1", "Case 2", "Case 3"]);
    for name in ["Nominee 1", "Council 1", "Nominator"] {
        assert!(!blind.body().contains(name), "{name}");
    }
    let case = judged.cases[1];
    let page = browser.open(Case { case }).await.ok();
    let link = page.link("This case, to print");
    assert_eq!(link, CasePackOfOne { category, case }.to_string());
    let page = browser.open(&link).await.ok();
    assert_eq!(cases(&page), ["Case 2: Nominee 2"]);
    let none = browser.open(format!("{pack}?of=nonsense")).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_keeps_the_meeting_prints_its_cases_and_whoever_is_out_of_one_does_not_have_it() {
    let judged = meeting().await;
    let category = judged.category;
    let site = &judged.panel.site;
    judged.drawn_up().await;
    for who in [CHAIR, DEPUTY, SECRETARY] {
        let mut browser = site.signed_in(who).await;
        let room = browser.open(Deliberation { category }).await.ok();
        let link = room.link("The finalists’ cases, to print");
        let page = browser.open(&link).await.ok();
        let both = ["Case 1: Nominee 1", "Case 2: Nominee 2"];
        assert_eq!(cases(&page), both, "{}", who.name);
    }
    let before = judged.facts_noted().await;
    for who in [OUT, FOURTH] {
        let mut browser = site.signed_in(who).await;
        let none = browser.open(CasePack { category }).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND, "{}", who.name);
        let room = browser.open(Deliberation { category }).await.ok();
        assert!(!room.body().contains("/exports/packs/"));
    }
    assert_eq!(judged.facts_noted().await, before);
    // A judge who is out of the second case becomes the deputy.
    judged.panel.give_role(DEPUTY, Role::Judge).await;
    judged.panel.give_role(OUT, Role::Deputy).await;
    let mut out = site.signed_in(OUT).await;
    let page = out.open(CasePack { category }).await.ok();
    assert_eq!(cases(&page), ["Case 1: Nominee 1", "Case 3: Nominee 3"]);
    let case = judged.cases[1];
    let none = out.open(CasePackOfOne { category, case }).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn before_the_panel_meets_only_an_administrator_has_the_cases() {
    let judged = judged().await;
    let category = judged.category;
    let panel = &judged.panel;
    panel.give_role(CHAIR, Role::Chair).await;
    let mut chair = panel.site.signed_in(CHAIR).await;
    let refused = chair.open(CasePack { category }).await;
    let refused = refused.expect(StatusCode::CONFLICT);
    assert!(!refused.body().contains("Nominee 1"));
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    browser.open(CasePack { category }).await.ok();
}
