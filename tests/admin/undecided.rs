//! `/admin/shortlist/{category}/rest` and `/admin/shortlist/{category}/cut/removal`: several cases decided on at once, and none that
//! stays in judging once the panel has resolved.

use axum::http::StatusCode;
use plaudit_domain::case::Status as CaseStatus;
use plaudit_domain::season::{Event, Status};
use plaudit_store::ledger;
use plaudit_store::reports::{Viewer, case::case_page};
use plaudit_web::paths::admin::{
    Cut, CutRemoval, Dashboard, PlaceRemoval, Rest, RestRemoval, SeasonDecision,
    SeasonDeliberation, Shortlist,
};

use super::deliberation::resolve;
use super::shortlist::{Judged, judged};
use crate::support::people::ADMINISTRATOR;

impl Judged {
    async fn take_the_cut(&self) {
        let path = Cut {
            category: self.category,
        };
        let (mut browser, page) = self.open(&path).await;
        browser.send(page.form(&path), &[]).await.ok();
    }

    async fn case_status(&self, index: usize) -> CaseStatus {
        let viewer = Viewer::Administrator(self.panel.site.account(ADMINISTRATOR).await);
        let store = self.panel.site.store();
        let page = case_page(store, &viewer, self.cases[index]).await;
        page.expect("the case").status
    }

    async fn noted(&self) -> u64 {
        let found = ledger::verify(self.panel.site.store()).await;
        let found = found.expect("the ledger is read");
        found.sealed + found.unsealed
    }
}

#[tokio::test]
async fn cases_that_nobody_decided_on_are_left_out_in_one_press_and_come_back_with_a_reason() {
    let judged = judged().await;
    let category = judged.category;
    judged.take_the_cut().await;
    let (mut browser, page) = judged.open(Shortlist { category }).await;
    assert!(
        page.text()
            .contains("One case is neither on the shortlist, in reserve nor left out.")
    );
    // Judging is not over in the list of what needs doing.
    let steps = browser.open(Dashboard).await.ok();
    assert!(steps.text().contains("Make the shortlist"));
    let begin = SeasonDeliberation {
        season: judged.panel.season,
    };
    let page = browser.open(&begin).await.ok();
    assert!(page.text().contains("Nominee 3"), "{}", page.excerpt());

    let path = Rest { category };
    let page = browser.open(&path).await.ok();
    assert_eq!(page.all("main li bdi"), ["Nominee 3"]);
    let before = judged.noted().await;
    let page = browser.send(page.form(&path), &[]).await.ok();
    assert_eq!(page.first(".notice"), "One case is left out.");
    assert_eq!(judged.noted().await, before + 1);
    assert_eq!(
        judged.statuses().await,
        [
            "Shortlisted",
            "Shortlisted",
            "Not shortlisted Below the merit floor"
        ]
    );

    let place = super::shortlist::place(&judged, 2);
    let page = browser.open(&place).await.ok();
    let removal = PlaceRemoval {
        category,
        case: judged.cases[2],
    };
    let page = browser.submit(page.form(&removal), &[]).await;
    assert_eq!(page.problems(), ["Enter the reason"]);
    let reason = [("reason-undo", "A scorecard is missing.")];
    browser.send(page.form(&removal), &reason).await.ok();
    assert_eq!(judged.case_status(2).await, CaseStatus::InJudging);
}

#[tokio::test]
async fn what_was_left_out_together_is_put_back_in_one_press_with_a_reason() {
    let judged = judged().await;
    let category = judged.category;
    judged.decide(0, "shortlist", "").await;
    let rest = Rest { category };
    let (mut browser, page) = judged.open(&rest).await;
    assert!(page.text().contains("(Within the cut)"));
    let reason = [("reason", "One place alone is left.")];
    let page = browser.send(page.form(&rest), &reason).await.ok();
    assert_eq!(page.first(".notice"), "2 cases are left out.");
    let path = RestRemoval { category };
    let page = browser.open(Shortlist { category }).await.ok();
    assert_eq!(
        page.link("Put those back that were left out together"),
        path.to_string()
    );
    let page = browser.open(&path).await.ok();
    assert_eq!(page.all("main li bdi"), ["Nominee 2", "Nominee 3"]);
    let before = judged.noted().await;
    let page = browser.submit(page.form(&path), &[]).await;
    assert_eq!(page.problems(), ["Enter the reason"]);
    assert_eq!(judged.noted().await, before);
    let reason = [("reason", "A second place was found.")];
    let page = browser.send(page.form(&path), &reason).await.ok();
    assert_eq!(page.first(".notice"), "2 cases are in judging again.");
    for index in [1, 2] {
        assert_eq!(judged.case_status(index).await, CaseStatus::InJudging);
    }
    let page = browser.open(&path).await.ok();
    assert!(page.text().contains("There is nothing to put back"));
}

#[tokio::test]
async fn leaving_out_what_the_ranking_puts_forward_needs_a_reason() {
    let judged = judged().await;
    let path = Rest {
        category: judged.category,
    };
    let (mut browser, page) = judged.open(&path).await;
    let before = judged.noted().await;
    let page = browser.submit(page.form(&path), &[]).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problems(), ["Enter the reason"]);
    assert_eq!(judged.noted().await, before);
    // A preview that is not true any more decides nothing.
    judged.decide(0, "shortlist", "").await;
    let before = judged.noted().await;
    let answer = browser
        .submit(page.form(&path), &[("reason", "No award.")])
        .await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert_eq!(judged.noted().await, before);
}

#[tokio::test]
async fn the_last_cut_is_taken_back_in_one_press_with_a_reason() {
    let judged = judged().await;
    let category = judged.category;
    judged.take_the_cut().await;
    let (mut browser, page) = judged.open(Shortlist { category }).await;
    let onward = page.link("Begin the deliberation");
    assert!(onward.ends_with("/deliberation"));
    let links = page.all("main td a");
    assert_eq!(links[0], "Take it off the shortlist Nominee 1");
    assert_eq!(links[2], "Decide Nominee 3");

    let path = CutRemoval { category };
    let page = browser.open(&path).await.ok();
    assert_eq!(page.all("main li bdi"), ["Nominee 1", "Nominee 2"]);
    let before = judged.noted().await;
    let page = browser.submit(page.form(&path), &[]).await;
    assert_eq!(page.problems(), ["Enter the reason"]);
    assert_eq!(judged.noted().await, before);
    let reason = [("reason", "A scorecard came in late.")];
    let page = browser.send(page.form(&path), &reason).await.ok();
    assert_eq!(page.first(".notice"), "2 cases are in judging again.");
    assert_eq!(judged.noted().await, before + 2);
    for index in [0, 1] {
        assert_eq!(judged.case_status(index).await, CaseStatus::InJudging);
    }
    let page = browser.open(&path).await.ok();
    assert!(page.text().contains("There is no cut to take back"));
}

#[tokio::test]
async fn what_is_left_in_judging_is_not_shortlisted_with_the_resolution() {
    let judged = judged().await;
    judged.take_the_cut().await;
    judged.panel.move_on(Event::BeginDeliberation).await;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    for (index, event) in [(0, "award"), (1, "not-award")] {
        resolve(&judged, &mut browser, index, event, "By consensus.").await;
    }
    let path = SeasonDecision {
        season: judged.panel.season,
    };
    let page = browser.open(&path).await.ok();
    assert!(page.text().contains("it becomes “Not shortlisted”"));
    assert!(page.text().contains("Nominee 3"));
    let before = judged.noted().await;
    browser.send(page.form(&path), &[]).await.ok();
    // The case, and the season.
    assert_eq!(judged.noted().await, before + 2);
    assert_eq!(judged.case_status(2).await, CaseStatus::NotShortlisted);
}

#[tokio::test]
async fn what_the_ranking_puts_forward_is_decided_on_before_the_panel_has_resolved() {
    let judged = judged().await;
    judged.panel.move_on(Event::BeginDeliberation).await;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let path = SeasonDecision {
        season: judged.panel.season,
    };
    let page = browser.open(&path).await.ok();
    let before = judged.noted().await;
    let page = browser.submit(page.form(&path), &[]).await;
    let page = page.expect(StatusCode::CONFLICT);
    assert!(
        page.text()
            .contains("2 cases that the ranking puts forward"),
        "{}",
        page.excerpt()
    );
    assert_eq!(judged.noted().await, before);
    assert_eq!(
        judged.panel.site.season().await.status,
        Status::Deliberation
    );
    assert_eq!(judged.case_status(0).await, CaseStatus::InJudging);
}
