//! Forms of the room that are refused: each comes back to its own page with why, and nothing of it is written.

use axum::http::StatusCode;
use plaudit_domain::case::Status as CaseStatus;
use plaudit_domain::rule_set::{Deciding, Meeting};
use plaudit_web::paths::judging::{
    Agenda, AgendaItem, Attendance, Ballot, BallotCount, BallotPaper, CaseAtHand, Minutes,
    Resolution,
};

use super::{CHAIR, FOURTH, OUT, SECRETARY, meeting, meeting_by};
use crate::support::Page;

/// The page in conflict: its title, and what its summary says.
#[track_caller]
fn told(page: Page) -> (String, Vec<String>) {
    let page = page.expect(StatusCode::CONFLICT);
    let title = page.title();
    let title = title.split(" – ").next().unwrap_or_default();
    (title.to_owned(), page.problems())
}

fn said(heading: &str, why: &str) -> (String, Vec<String>) {
    (format!("Error: {heading}"), vec![why.to_owned()])
}

const OTHER_ROLE: &str = "Your role does not include this.";

#[tokio::test]
async fn a_ballot_that_is_refused_says_why_on_the_page_of_its_case() {
    let judged = meeting_by(Meeting {
        deciding: Deciding::Ballot,
        quorum: 0,
    })
    .await;
    let (category, case) = (judged.category, judged.cases[0]);
    let mut chair = judged.drawn_up().await;
    judged.call(&mut chair, Some(0)).await;
    let paper = BallotPaper { category, case };
    let heading = "Case 1: Nominee 1";
    let no_ballot = "There is no ballot for this: open one, or count the one that is open.";
    let before = judged.facts_noted().await;
    let page = chair.post(&paper, &[("choice", "award")]).await;
    assert_eq!(told(page), said(heading, no_ballot));
    let counting = BallotCount { category, case };
    let page = chair.post::<&str, &str>(&counting, &[]).await;
    assert_eq!(told(page), said(heading, no_ballot));
    let opening = Ballot { category, case };
    let mut judge = judged.panel.site.signed_in(FOURTH).await;
    let page = judge.post::<&str, &str>(&opening, &[]).await;
    assert_eq!(told(page), said(heading, OTHER_ROLE));
    assert_eq!(judged.facts_noted().await, before);

    let page = chair.post::<&str, &str>(&opening, &[]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    let page = judge.post(&paper, &[("choice", "award")]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    let page = judge.post(&paper, &[("choice", "not-award")]).await;
    let voted = "You have voted in this ballot already.";
    assert_eq!(told(page), said(heading, voted));
    let mut out = judged.panel.site.signed_in(OUT).await;
    let page = out.post(&paper, &[("choice", "award")]).await;
    let no_vote = "You are out of one of the cases that the panel decides between, so you have no vote on the others either.";
    assert_eq!(told(page), said(heading, no_vote));
    let mut secretary = judged.panel.site.signed_in(SECRETARY).await;
    let page = secretary.post(&paper, &[("choice", "award")]).await;
    assert_eq!(told(page), said(heading, OTHER_ROLE));

    // One paper is in, whatever was tried, and it says what was chosen first.
    chair.post::<&str, &str>(&counting, &[]).await;
    let page = judged.decided(&mut chair, 0, "award", "One of one.").await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    let minutes = chair.open(Minutes { category }).await.ok();
    let count = "Votes: Award 1, Highly commend 0, No award 0, Abstain 0.";
    assert!(minutes.text().contains(count), "{}", minutes.text());
    // A paper that comes after the result was recorded is told so, and whoever is out of a case finds none.
    let before = judged.facts_noted().await;
    let page = judge.post(&paper, &[("choice", "award")]).await;
    let awarded = "This is not possible while the case is “Awarded”.";
    assert_eq!(told(page), said(heading, awarded));
    let elsewhere = BallotPaper {
        category,
        case: judged.cases[1],
    };
    let page = out.post(&elsewhere, &[("choice", "award")]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert_eq!(judged.facts_noted().await, before);
}

#[tokio::test]
async fn whoever_only_judges_is_told_on_the_pages_of_the_meeting_that_others_keep_it() {
    let judged = meeting().await;
    let category = judged.category;
    judged.drawn_up().await;
    let before = judged.facts_noted().await;
    let case = judged.cases[0].to_string();
    let there = judged.panel.site.account(CHAIR).await.to_string();
    let item = AgendaItem {
        category,
        case: judged.cases[0],
    };
    let mut judge = judged.panel.site.signed_in(FOURTH).await;
    let calling = CaseAtHand { category };
    for (path, pair, heading) in [
        (calling.to_string(), ("case", &case), "Deliberation"),
        (
            Attendance { category }.to_string(),
            ("present", &there),
            "Note who is here",
        ),
        (
            Agenda { category }.to_string(),
            ("how", &"up".to_owned()),
            "Agenda",
        ),
        (item.to_string(), ("how", &"down".to_owned()), "Agenda"),
        (
            Resolution { category }.to_string(),
            ("version", &"1".to_owned()),
            "Minutes",
        ),
    ] {
        let page = judge.post(&path, &[pair]).await;
        assert_eq!(told(page), said(heading, OTHER_ROLE), "{path}");
    }
    let (reason, version) = ("The clearest progress.", "7");
    let forged = [("event", "award"), ("reason", reason), ("version", version)];
    let page = judge.post(&judged.deliberated(0), &forged).await;
    assert!(
        page.text()
            .contains("What you typed: The clearest progress.")
    );
    assert_eq!(told(page), said("Case 1: Nominee 1", OTHER_ROLE));
    assert_eq!(judged.facts_noted().await, before);
}

#[tokio::test]
async fn a_judge_who_is_out_of_a_finalist_decides_nothing_and_is_told_why() {
    let judged = meeting().await;
    judged.drawn_up().await;
    let before = judged.facts_noted().await;
    let forged = [
        ("event", "award"),
        ("reason", "A friend."),
        ("version", "7"),
    ];
    let mut out = judged.panel.site.signed_in(OUT).await;
    let page = out.post(&judged.deliberated(0), &forged).await;
    assert_eq!(told(page), said("Case 1: Nominee 1", OTHER_ROLE));
    // Of the case itself they learn nothing, not even that it was decided on.
    let page = out.post(&judged.deliberated(1), &forged).await;
    let page = page.expect(StatusCode::NOT_FOUND);
    assert!(!page.body().contains("Nominee 2"));
    assert_eq!(judged.result_of(0).await, CaseStatus::Shortlisted);
    assert_eq!(judged.result_of(1).await, CaseStatus::Shortlisted);
    assert_eq!(judged.facts_noted().await, before);
}

#[tokio::test]
async fn minutes_are_not_signed_while_a_finalist_has_no_result_and_say_so_again() {
    let judged = meeting().await;
    let category = judged.category;
    let mut chair = judged.drawn_up().await;
    judged
        .decided(&mut chair, 1, "commend", "A close second.")
        .await;
    let before = judged.facts_noted().await;
    let page = chair
        .post(&Resolution { category }, &[("version", "1")])
        .await;
    assert_eq!(
        told(page),
        said(
            "Minutes",
            "One finalist has no result yet. Record it first."
        )
    );
    assert_eq!(judged.facts_noted().await, before);
}

#[tokio::test]
async fn who_is_here_is_not_noted_after_the_signature_and_the_page_says_so() {
    let judged = meeting().await;
    let category = judged.category;
    let mut chair = judged.drawn_up().await;
    let page = chair.open(Attendance { category }).await.ok();
    let here = judged.panel.site.account(CHAIR).await.to_string();
    let form = page.form(Attendance { category });
    let form = form.with(&[("present", here.as_str())]);
    for (index, event) in [(0, "award"), (1, "commend")] {
        judged
            .decided(&mut chair, index, event, "By consensus.")
            .await;
    }
    let page = chair.open(Minutes { category }).await.ok();
    let signing = page.form(Resolution { category });
    chair.send(signing, &[]).await.ok();
    let before = judged.facts_noted().await;
    let page = chair.submit(form, &[]).await;
    let over = "The season is not in deliberation, so no result can be recorded or taken back.";
    assert_eq!(told(page), said("Note who is here", over));
    assert_eq!(judged.facts_noted().await, before);
}
