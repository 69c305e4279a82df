//! The shortlist as far as the meeting may still change it: a reserve who moves up, and a decision against the ranking.

use axum::http::StatusCode;
use plaudit_domain::case::Status as CaseStatus;
use plaudit_domain::season::{Event, Status};
use plaudit_store::rule_sets::RuleSetWords;
use plaudit_web::paths::{
    admin::Minutes as AdminMinutes,
    judging::{AgendaItem, DecisionRemoval, DeliberatedCase, Minutes, Resolution},
};

use super::{CHAIR, OUT, cases_in, scored_as};
use crate::admin::shortlist::Judged;
use crate::support::{Client, people::ADMINISTRATOR};

/// Three cases at 100, 80 and 60 per cent, of which the rule set puts two forward; the panel meets.
async fn two_of_three() -> Judged {
    let words = RuleSetWords {
        shortlist_size: 2,
        ..RuleSetWords::default()
    };
    let judged = scored_as(words, OUT, ["5", "4", "3"]).await;
    judged.panel.move_on(Event::BeginDeliberation).await;
    judged
}

impl Judged {
    async fn taken_back(&self, browser: &mut Client, index: usize, why: &str) {
        let path = DecisionRemoval {
            category: self.category,
            case: self.cases[index],
        };
        let page = browser.open(self.deliberated(index)).await.ok();
        let form = page.form(&path);
        browser.send(form, &[("reason-undo", why)]).await.ok();
    }

    /// What the History says of so many moves of cases, the latest first.
    async fn moves(&self, count: usize) -> Vec<String> {
        let mut administrator = self.panel.site.signed_in(ADMINISTRATOR).await;
        let season = self.panel.season;
        let page = format!("/admin/history?season={season}&kind=case-moved");
        let page = administrator.open(&page).await.ok();
        let rows = page.table().into_iter().skip(1).take(count);
        rows.map(|row| row[2].clone()).collect()
    }
}

/// A move against the ranking by the chair, as the History tells it.
fn moved(case: &str, to: &str, why: &str, rank: &str, total: &str) -> String {
    format!(
        "{case} moved to {to}, by {}.IT-progress award, 2027reason: {why}it departs from the ranking; rank: {rank}; received: 3; rule set: 2; \
         total hundredths: {total}",
        CHAIR.name
    )
}

#[tokio::test]
async fn a_reserve_moves_up_with_a_reason_that_minutes_and_history_keep() {
    let judged = two_of_three().await;
    let category = judged.category;
    let mut chair = judged.drawn_up().await;
    // What follows the ranking needs no reason, and there is room for no third.
    let page = judged.decided(&mut chair, 2, "hold-in-reserve", "").await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert_eq!(judged.result_of(2).await, CaseStatus::Reserve);
    let before = judged.facts_noted().await;
    let page = judged
        .decided(&mut chair, 2, "promote", "We like it.")
        .await;
    let page = page.expect(StatusCode::CONFLICT);
    assert_eq!(
        page.problems(),
        ["The shortlist is full: the rule set allows 2."]
    );
    assert_eq!(page.value("reason"), "We like it.");
    assert_eq!(judged.facts_noted().await, before);

    judged
        .taken_back(&mut chair, 1, "The service was shut down in May.")
        .await;
    let before = judged.facts_noted().await;
    let page = judged.decided(&mut chair, 2, "promote", " ").await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problems(), ["Enter the reason"]);
    assert_eq!(judged.result_of(2).await, CaseStatus::Reserve);
    assert_eq!(judged.facts_noted().await, before);

    let why = "Next in line, now that case 2 is out.";
    let page = judged.decided(&mut chair, 2, "promote", why).await;
    let page = chair.follow(page).await.ok();
    assert_eq!(page.first(".notice"), "What the panel decided is recorded.");
    assert_eq!(judged.result_of(2).await, CaseStatus::Shortlisted);
    assert_eq!(judged.facts_noted().await, before + 1);

    let minutes = chair.open(Minutes { category }).await.ok();
    assert_eq!(
        cases_in(&minutes),
        "Case 1: Nominee 1 Shortlisted Rank 1, weighted total 100.00 Shortlisted \
         Case 2: Nominee 2 In judging Rank 2, weighted total 80.00 Shortlisted \
         Taken back: The service was shut down in May. \
         Case 3: Nominee 3 Shortlisted Rank 3, weighted total 60.00 Held in reserve \
         Promoted from the reserve This departs from the ranking. \
         Next in line, now that case 2 is out."
    );
    assert_eq!(
        judged.moves(1).await,
        [moved("Case 3: Nominee 3", "shortlisted", why, "3", "6000")]
    );
}

#[tokio::test]
async fn what_is_taken_back_in_the_room_is_said_on_its_button() {
    let judged = two_of_three().await;
    let category = judged.category;
    let mut chair = judged.drawn_up().await;
    let case = |index: usize| DeliberatedCase {
        category,
        case: judged.cases[index],
    };
    let removal = |index: usize| DecisionRemoval {
        category,
        case: judged.cases[index],
    };
    let page = chair.open(case(0)).await.ok();
    assert!(page.text().contains("Take it off the shortlist"));
    assert!(page.text().contains("No result is recorded yet."));
    // Of a case in judging nothing is recorded that could be taken back.
    let page = chair.open(case(2)).await.ok();
    let removed = removal(2).to_string();
    assert!(page.forms().iter().all(|form| form.action != removed));
    judged.decided(&mut chair, 0, "award", "Clear.").await;
    let page = chair.open(case(0)).await.ok();
    assert!(page.text().contains("Take the result back"));
    assert!(!page.text().contains("Take it off the shortlist"));
    page.form(removal(0));
}

#[tokio::test]
async fn a_departure_from_the_ranking_is_recorded_with_its_reason_and_the_resolution_says_so() {
    let judged = two_of_three().await;
    let category = judged.category;
    let mut chair = judged.drawn_up().await;
    judged
        .taken_back(&mut chair, 1, "Put forward too early.")
        .await;
    let before = judged.facts_noted().await;
    // Passing over the second, and putting the third in its place: each is against the ranking.
    for (index, event, status) in [
        (1, "leave-out", CaseStatus::InJudging),
        (2, "shortlist", CaseStatus::InJudging),
    ] {
        let page = judged.decided(&mut chair, index, event, "").await;
        let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.problems(), ["Enter the reason"]);
        assert_eq!(judged.result_of(index).await, status);
    }
    assert_eq!(judged.facts_noted().await, before);
    for (index, event, why) in [
        (1, "leave-out", "The service was shut down in May."),
        (2, "shortlist", "Shown to be in use at nine councils."),
    ] {
        let page = judged.decided(&mut chair, index, event, why).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(judged.result_of(1).await, CaseStatus::NotShortlisted);
    assert_eq!(judged.result_of(2).await, CaseStatus::Shortlisted);
    assert_eq!(judged.facts_noted().await, before + 2);

    // Taken off the agenda, the case that was passed over is in the minutes all the same.
    let item = AgendaItem {
        category,
        case: judged.cases[1],
    };
    let page = chair.post(&item, &[("how", "remove")]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    for (index, event) in [(0, "award"), (2, "commend")] {
        judged
            .decided(&mut chair, index, event, "By consensus.")
            .await;
    }
    let minutes = Minutes { category };
    let page = chair.open(&minutes).await.ok();
    let form = page.form(&Resolution { category });
    let page = chair.send(form, &[]).await.ok();
    assert_eq!(judged.stands().await, Status::Decided);
    let told = "Case 1: Nominee 1 Awarded Rank 1, weighted total 100.00 Shortlisted Awarded By consensus. \
                Case 2: Nominee 2 Not shortlisted Rank 2, weighted total 80.00 Shortlisted \
                Taken back: Put forward too early. Not shortlisted This departs from the ranking. \
                The service was shut down in May. \
                Case 3: Nominee 3 Highly commended Rank 3, weighted total 60.00 Shortlisted \
                This departs from the ranking. Shown to be in use at nine councils. \
                Highly commended By consensus.";
    assert_eq!(cases_in(&page), told);
    let mut administrator = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let page = administrator.open(AdminMinutes { category }).await.ok();
    assert_eq!(cases_in(&page), told);
    let (shown, shut) = (
        "Shown to be in use at nine councils.",
        "The service was shut down in May.",
    );
    assert_eq!(
        judged.moves(4).await[2..],
        [
            moved("Case 3: Nominee 3", "shortlisted", shown, "3", "6000"),
            moved("Case 2: Nominee 2", "not shortlisted", shut, "2", "8000"),
        ]
    );
}
