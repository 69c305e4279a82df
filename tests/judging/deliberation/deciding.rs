//! What is decided in the room: results, votes, two people at once, the resolution and the minutes.

use axum::http::StatusCode;
use plaudit_domain::case::Status as CaseStatus;
use plaudit_domain::rule_set::{Deciding, Meeting};
use plaudit_domain::season::{Event, Status};
use plaudit_store::{
    ledger,
    reports::{Viewer, ranking},
    seasons,
};
use plaudit_web::paths::{
    admin::{Minutes as AdminMinutes, SeasonDecision, SeasonDeliberationRemoval},
    judging::{
        Attendance, Ballot, BallotCount, BallotPaper, DecisionRemoval, Minutes, Resolution,
        SubmissionRemoval,
    },
};

use super::{CHAIR, DEPUTY, FOURTH, OUT, SECRETARY, meeting, meeting_by, scored};
use crate::admin::shortlist::Judged;
use crate::support::{
    Client, Page,
    people::{ADMINISTRATOR, Somebody},
};

impl Judged {
    pub(super) async fn result_of(&self, index: usize) -> CaseStatus {
        let viewer = Viewer::Administrator(self.panel.site.account(ADMINISTRATOR).await);
        ranking::ranking(self.panel.site.store(), &viewer, self.category)
            .await
            .expect("the ranking")
            .rows
            .into_iter()
            .find(|row| row.case == self.cases[index])
            .expect("the case")
            .status
    }

    pub(super) async fn decided(
        &self,
        browser: &mut Client,
        index: usize,
        event: &str,
        reason: &str,
    ) -> Page {
        let path = self.deliberated(index);
        let page = browser.open(&path).await.ok();
        let form = page.form(&path).press("event", event);
        browser.submit(form, &[("reason", reason)]).await
    }

    pub(super) async fn stands(&self) -> Status {
        seasons::get(self.panel.site.store(), self.panel.season)
            .await
            .expect("the season")
            .status
    }

    /// Notes these as present.
    pub(super) async fn present(&self, people: &[Somebody]) {
        let mut secretary = self.panel.site.signed_in(SECRETARY).await;
        let mut fields = Vec::new();
        for one in people {
            fields.push(("present", self.panel.site.account(*one).await.to_string()));
        }
        let category = self.category;
        secretary
            .post(&Attendance { category }, &fields)
            .await
            .expect(StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn the_chair_records_results_with_reasons_and_takes_them_back_with_another() {
    let judged = meeting().await;
    let mut chair = judged.drawn_up().await;
    let before = judged.facts_noted().await;
    let page = judged.decided(&mut chair, 0, "award", " ").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problems(), ["Enter the reason"]);
    assert_eq!(judged.facts_noted().await, before);
    let page = judged
        .decided(&mut chair, 0, "award", "The clearest progress.")
        .await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert_eq!(judged.result_of(0).await, CaseStatus::Awarded);

    let removal = DecisionRemoval {
        category: judged.category,
        case: judged.cases[0],
    };
    let page = chair.open(judged.deliberated(0)).await.ok();
    let reason = [("reason-undo", "Recorded too early.")];
    let page = chair.send(page.form(&removal), &reason).await.ok();
    assert_eq!(page.first(".notice"), "The decision is taken back.");
    assert_eq!(judged.result_of(0).await, CaseStatus::Shortlisted);
    assert_eq!(judged.facts_noted().await, before + 2);
    // What is in judging is put on the shortlist here only above the merit floor.
    let page = judged
        .decided(&mut chair, 2, "shortlist", "We like it.")
        .await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    // The form is there again with what was typed, and says why.
    assert_eq!(
        page.problems(),
        ["The case does not reach the merit floor."]
    );
    assert_eq!(page.value("reason"), "We like it.");
    assert_eq!(judged.facts_noted().await, before + 2);
}

#[tokio::test]
async fn of_two_who_decide_one_case_at_once_the_second_is_told_and_loses_nothing() {
    let judged = meeting().await;
    let mut chair = judged.drawn_up().await;
    let mut secretary = judged.panel.site.signed_in(SECRETARY).await;
    let path = judged.deliberated(0);
    let opened = secretary.open(&path).await.ok();
    let page = judged
        .decided(&mut chair, 0, "commend", "A close second.")
        .await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    let before = judged.facts_noted().await;
    let form = opened.form(&path).press("event", "award");
    let page = secretary
        .submit(form, &[("reason", "The clearest progress of all.")])
        .await;
    let page = page.expect(StatusCode::CONFLICT);
    let told = page.first(".notice");
    assert!(told.contains("Highly commended"), "{told}");
    assert!(told.contains("A close second."), "{told}");
    assert!(told.contains("The clearest progress of all."), "{told}");
    assert_eq!(judged.result_of(0).await, CaseStatus::HighlyCommended);
    assert_eq!(judged.facts_noted().await, before);
}

#[tokio::test]
async fn whoever_is_out_or_not_entitled_decides_nothing() {
    let judged = meeting().await;
    judged.drawn_up().await;
    let before = judged.facts_noted().await;
    let version = 7_i64.to_string();
    let forged = [
        ("event", "award"),
        ("reason", "A friend"),
        ("version", version.as_str()),
    ];
    for (who, expected) in [
        (OUT, StatusCode::NOT_FOUND),
        (FOURTH, StatusCode::CONFLICT),
        (DEPUTY, StatusCode::CONFLICT),
    ] {
        let mut browser = judged.panel.site.signed_in(who).await;
        let page = browser.post(&judged.deliberated(1), &forged).await;
        assert_eq!(page.status, expected, "{}", who.name);
    }
    // Out of a rival's case, nobody decides on the others either.
    let mut out = judged.panel.site.signed_in(OUT).await;
    let page = out.post(&judged.deliberated(0), &forged).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert_eq!(judged.result_of(1).await, CaseStatus::Shortlisted);
    assert_eq!(judged.facts_noted().await, before);
}

#[tokio::test]
async fn a_result_needs_a_quorum_that_has_read_the_case() {
    let judged = meeting_by(Meeting {
        deciding: Deciding::Consensus,
        quorum: 3,
    })
    .await;
    let mut chair = judged.drawn_up().await;
    // Whoever is out of a finalist's case has no vote, and so is none of the three.
    judged.present(&[CHAIR, DEPUTY, OUT]).await;
    let before = judged.facts_noted().await;
    let page = judged
        .decided(&mut chair, 0, "award", "The clearest progress.")
        .await;
    let page = page.expect(StatusCode::CONFLICT);
    assert!(
        page.text()
            .contains("A result needs 3 judges with a vote, and 2 are noted as present.")
    );
    assert_eq!(judged.facts_noted().await, before);
    judged.present(&[CHAIR, DEPUTY, FOURTH]).await;
    let page = judged
        .decided(&mut chair, 0, "award", "The clearest progress.")
        .await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn where_votes_are_taken_a_result_follows_the_ballot_and_nobody_learns_who_voted_what() {
    let judged = meeting_by(Meeting {
        deciding: Deciding::Ballot,
        quorum: 0,
    })
    .await;
    let (category, case) = (judged.category, judged.cases[0]);
    let mut chair = judged.drawn_up().await;
    let page = judged
        .decided(&mut chair, 0, "award", "The clearest progress.")
        .await;
    let page = page.expect(StatusCode::CONFLICT);
    assert!(page.text().contains("There is no ballot for this"));

    judged.call(&mut chair, Some(0)).await;
    let page = chair.open(judged.room()).await.ok();
    chair
        .send(page.form(&Ballot { category, case }), &[])
        .await
        .ok();
    let paper = BallotPaper { category, case };
    for (who, choice) in [(CHAIR, "award"), (DEPUTY, "commend"), (FOURTH, "award")] {
        let mut browser = judged.panel.site.signed_in(who).await;
        let page = browser.open(judged.room()).await.ok();
        let form = page.form(&paper).press("choice", choice);
        let page = browser.send(form, &[]).await.ok();
        assert_eq!(page.first(".notice"), "You have voted.");
        // A paper that is in stays in, and one has one.
        let again = browser.post(&paper, &[("choice", "not-award")]).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
    }
    let mut out = judged.panel.site.signed_in(OUT).await;
    let page = out.post(&paper, &[("choice", "award")]).await;
    assert!(page.expect(StatusCode::CONFLICT).text().contains("no vote"));
    let mut secretary = judged.panel.site.signed_in(SECRETARY).await;
    secretary
        .post(&paper, &[("choice", "award")])
        .await
        .expect(StatusCode::CONFLICT);
    // Until it is counted a ballot says how many have voted, and nothing else.
    let page = chair.open(judged.room()).await.ok();
    assert!(page.text().contains("A ballot is open. 3 have voted."));
    assert!(!page.text().contains("Votes:"));
    chair
        .send(page.form(&BallotCount { category, case }), &[])
        .await
        .ok();
    let page = judged.decided(&mut chair, 0, "commend", "It lost.").await;
    assert!(
        page.expect(StatusCode::CONFLICT)
            .text()
            .contains("No more than half of the votes")
    );
    let page = judged
        .decided(&mut chair, 0, "award", "Two of three.")
        .await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    let minutes = chair.open(Minutes { category }).await.ok();
    assert!(
        minutes
            .text()
            .contains("Votes: Award 2, Highly commend 1, No award 0, Abstain 0.")
    );
    for name in [CHAIR.name, DEPUTY.name, FOURTH.name] {
        assert!(!minutes.all(".card").join(" ").contains(name), "{name}");
    }
}

#[tokio::test]
async fn the_resolution_is_signed_by_the_chair_sealed_in_the_ledger_and_stays() {
    let judged = meeting().await;
    let category = judged.category;
    let mut chair = judged.drawn_up().await;
    judged.call(&mut chair, Some(1)).await;
    judged
        .decided(&mut chair, 1, "commend", "A close second.")
        .await;
    let minutes = Minutes { category };
    let page = chair.open(&minutes).await.ok();
    assert!(page.text().contains("One finalist has no result yet."));
    let resolution = Resolution { category };
    let before = judged.facts_noted().await;
    chair
        .post(&resolution, &[("version", "99")])
        .await
        .expect(StatusCode::CONFLICT);
    assert_eq!(judged.facts_noted().await, before);

    judged
        .decided(&mut chair, 0, "award", "The clearest progress.")
        .await;
    // An administrator does not sign in the chair's place.
    let season = judged.panel.season;
    let mut administrator = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let page = administrator.get(&SeasonDecision { season }).await;
    assert!(
        page.expect(StatusCode::CONFLICT)
            .text()
            .contains("waits for the signature of the chair")
    );
    let page = chair.open(&minutes).await.ok();
    let form = page.form(&resolution);
    let before = judged.facts_noted().await;
    for who in [DEPUTY, SECRETARY, FOURTH] {
        let mut browser = judged.panel.site.signed_in(who).await;
        let page = browser.open(&minutes).await.ok();
        assert!(!page.text().contains("Sign the resolution"));
        let refused = browser.submit(form.clone(), &[]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", who.name);
    }
    assert_eq!(judged.facts_noted().await, before);
    // What was read before something changed is not signed.
    judged.call(&mut chair, Some(0)).await;
    let page = chair.submit(form, &[]).await.expect(StatusCode::CONFLICT);
    assert!(
        page.text()
            .contains("Something changed while you were reading.")
    );
    assert_eq!(judged.stands().await, Status::Deliberation);

    let page = chair.open(&minutes).await.ok();
    let page = chair.send(page.form(&resolution), &[]).await.ok();
    assert_eq!(page.first(".notice"), "The resolution is signed.");
    assert_eq!(judged.stands().await, Status::Decided);
    ledger::seal(judged.panel.site.store())
        .await
        .expect("sealed");
    let page = chair.open(&minutes).await.ok();
    assert!(page.text().contains("Signed by Dev Mistry, Chair"));
    assert_eq!(page.first(".resolution .digest").len(), 64);
    let text = page.text();
    assert!(text.contains("One case wins the award."));
    assert!(
        text.contains("Out while it was taken: Bola Idris"),
        "{text}"
    );
    let page = administrator.open(AdminMinutes { category }).await.ok();
    assert_eq!(page.all(".card").len(), 2);

    // After it nothing is taken back, here or at the administrators' desk.
    let before = judged.facts_noted().await;
    let removal = DecisionRemoval {
        category,
        case: judged.cases[0],
    };
    chair
        .post(
            &removal,
            &[("reason-undo", "A better thought."), ("version", "8")],
        )
        .await
        .expect(StatusCode::CONFLICT);
    administrator
        .post(
            &SeasonDeliberationRemoval { season },
            &[("reason", "More scores.")],
        )
        .await
        .expect(StatusCode::CONFLICT);
    assert_eq!(judged.facts_noted().await, before);
    assert_eq!(judged.stands().await, Status::Decided);
}

#[tokio::test]
async fn no_judge_takes_a_scorecard_back_while_the_panel_meets() {
    let judged = scored().await;
    let assignment = judged.panel.assignments(CHAIR).await[0];
    judged.panel.move_on(Event::BeginDeliberation).await;
    let before = judged.facts_noted().await;
    let mut judge = judged.panel.site.signed_in(CHAIR).await;
    let page = judge
        .post::<&str, &str>(&SubmissionRemoval { assignment }, &[])
        .await
        .expect(StatusCode::CONFLICT);
    assert!(
        page.text()
            .contains("The panel meets on the scores as they are locked.")
    );
    assert_eq!(judged.facts_noted().await, before);
}
