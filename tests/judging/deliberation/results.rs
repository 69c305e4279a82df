//! What a meeting can come to, and who signs it where the chair is out.

use axum::http::StatusCode;
use plaudit_domain::case::Status as CaseStatus;
use plaudit_domain::season::{Event, Status};
use plaudit_store::rule_sets::RuleSetWords;
use plaudit_web::paths::{
    admin::{Dashboard, Minutes as AdminMinutes, Nominations, SeasonAnnouncement},
    judging::{Minutes, Resolution},
    public::Programme,
};

use super::{CHAIR, DEPUTY, OUT, SECRETARY, cases_in, meeting, scored_as};
use crate::admin::shortlist::Judged;
use crate::support::people::ADMINISTRATOR;

/// The outcome as minutes and public page say it, after these two results were recorded in the room, signed and announced.
async fn announced(events: [&str; 2]) -> (Judged, String, Vec<String>, Vec<String>) {
    let judged = meeting().await;
    let category = judged.category;
    let mut chair = judged.drawn_up().await;
    for (index, event) in [0, 1].into_iter().zip(events) {
        let page = judged
            .decided(&mut chair, index, event, "By consensus.")
            .await;
        assert_eq!(page.status, StatusCode::SEE_OTHER);
    }
    let page = chair.open(Minutes { category }).await.ok();
    let form = page.form(&Resolution { category });
    let minutes = chair.send(form, &[]).await.ok();
    assert_eq!(judged.stands().await, Status::Decided);
    let told = minutes.all(".notice")[1].clone();
    let mut administrator = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let path = SeasonAnnouncement {
        season: judged.panel.season,
    };
    let page = administrator.open(&path).await.ok();
    let reason = [("reason", "The conference is earlier this year.")];
    administrator.send(page.form(&path), &reason).await.ok();
    let public = Programme {
        programme: "it-progress".to_owned(),
    };
    let page = judged.panel.site.visitor().open(&public).await.ok();
    let honoured = page.all(".honoured .honoured-name");
    let commended = page.all(".commended .honoured-name");
    (judged, told, honoured, commended)
}

#[tokio::test]
async fn two_finalists_win_jointly() {
    let (judged, told, honoured, commended) = announced(["award", "award"]).await;
    assert_eq!(told, "2 cases win jointly.");
    for index in [0, 1] {
        assert_eq!(judged.result_of(index).await, CaseStatus::Awarded);
    }
    assert_eq!(honoured, ["Nominee 1", "Nominee 2"]);
    assert_eq!(commended, Vec::<String>::new());
}

#[tokio::test]
async fn nobody_wins_and_one_is_highly_commended() {
    let (judged, told, honoured, commended) = announced(["commend", "not-award"]).await;
    assert_eq!(told, "The panel makes no award.");
    assert_eq!(judged.result_of(0).await, CaseStatus::HighlyCommended);
    assert_eq!(judged.result_of(1).await, CaseStatus::NotAwarded);
    assert_eq!(honoured, Vec::<String>::new());
    assert_eq!(commended, ["Nominee 1"]);
}

const RIVAL: &str = "You are out of a case of this category, and each is measured against the others, so somebody else records \
                     what the panel decides and signs it. Nothing was changed.";

#[tokio::test]
async fn where_the_chair_is_out_of_a_case_the_deputy_records_and_signs_in_their_place() {
    let judged = scored_as(RuleSetWords::default(), CHAIR, ["5", "4", "2"]).await;
    judged.panel.move_on(Event::BeginDeliberation).await;
    let category = judged.category;
    let mut chair = judged.drawn_up().await;
    let forged = [
        ("event", "award"),
        ("reason", "The clearest progress."),
        ("version", "7"),
    ];
    let before = judged.facts_noted().await;
    // The case from which they are out is not there for them, and its rival they cannot decide.
    let page = chair.post(&judged.deliberated(1), &forged).await;
    let page = page.expect(StatusCode::NOT_FOUND);
    assert!(!page.body().contains("Nominee 2"));
    let page = chair.open(judged.deliberated(0)).await.ok();
    assert!(!page.has("textarea"), "a form that would be refused");
    let page = chair.post(&judged.deliberated(0), &forged).await;
    let page = page.expect(StatusCode::CONFLICT);
    assert_eq!(page.problems(), [RIVAL]);
    assert!(
        page.text()
            .contains("What you typed: The clearest progress.")
    );
    assert_eq!(judged.facts_noted().await, before);

    let mut deputy = judged.panel.site.signed_in(DEPUTY).await;
    for (index, event) in [(0, "award"), (1, "commend")] {
        let page = judged
            .decided(&mut deputy, index, event, "By consensus.")
            .await;
        assert_eq!(page.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(judged.result_of(0).await, CaseStatus::Awarded);
    assert_eq!(judged.result_of(1).await, CaseStatus::HighlyCommended);
    // The administrator is told who it is that signs, and finds the season's pages beside the minutes.
    let mut administrator = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let page = administrator.open(Dashboard).await.ok();
    let signs = format!(
        "{} signs the resolution, under the minutes in the room of the meeting",
        DEPUTY.name
    );
    let page = administrator.open(page.link(&signs)).await.ok();
    assert_eq!(page.path, AdminMinutes { category }.to_string());
    let season = judged.panel.season;
    assert_eq!(page.link("Nominations"), Nominations { season }.to_string());

    let minutes = Minutes { category };
    let form = deputy.open(&minutes).await.ok();
    let form = form.form(&Resolution { category });
    let before = judged.facts_noted().await;
    for (who, why) in [
        (CHAIR, RIVAL),
        (SECRETARY, "Your role does not include this."),
        (OUT, "Your role does not include this."),
    ] {
        let mut browser = judged.panel.site.signed_in(who).await;
        let page = browser.open(&minutes).await.ok();
        assert!(!page.text().contains("Sign the resolution"), "{}", who.name);
        let page = browser.submit(form.clone(), &[]).await;
        let page = page.expect(StatusCode::CONFLICT);
        assert_eq!(page.problems(), [why], "{}", who.name);
        assert_eq!(page.heading(), browser.open(&minutes).await.ok().heading());
    }
    assert_eq!(judged.facts_noted().await, before);
    assert_eq!(judged.stands().await, Status::Deliberation);

    let page = deputy.send(form, &[]).await.ok();
    assert_eq!(page.first(".notice"), "The resolution is signed.");
    assert!(page.text().contains("Signed by Carys Vaughan, Deputy"));
    assert_eq!(judged.stands().await, Status::Decided);
    // What the chair reads of it has nothing of the case from which they are out.
    let page = chair.open(&minutes).await.ok();
    assert_eq!(
        cases_in(&page),
        "Case 1: Nominee 1 Awarded Rank 1, weighted total 100.00 Shortlisted Awarded By consensus."
    );
    assert!(!page.body().contains("Nominee 2"));
}
