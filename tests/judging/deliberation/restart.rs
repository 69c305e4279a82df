//! A server that is restarted in the middle of a meeting: the room is in the database, so everybody comes back to the same.

use axum::http::StatusCode;
use plaudit_domain::case::Status as CaseStatus;
use plaudit_domain::rule_set::{Deciding, Meeting};
use plaudit_web::paths::judging::{
    Ballot, BallotCount, BallotPaper, DeliberationEvents, Minutes, Resolution,
};

use super::{CHAIR, DEPUTY, FOURTH, OUT, SECRETARY, cases_in, meeting_by};
use crate::admin::shortlist::Judged;
use crate::support::{Client, SESSION, people::Somebody};

/// What somebody's screens show of the meeting: the room, its state as the stream names it, the case and the minutes.
type Seen = (Vec<String>, String, StatusCode, String, Vec<String>);

async fn seen(judged: &Judged, browser: &mut Client) -> Seen {
    let category = judged.category;
    let room = browser.open(judged.room()).await.ok();
    let stream = browser.get(&DeliberationEvents { category }).await.ok();
    let state = stream.whole().trim().to_owned();
    let shown = room.attributes("#room", "data-live-state").concat();
    assert_eq!(state, format!("data: {shown}"));
    let case = browser.get(judged.deliberated(0)).await;
    let minutes = browser.open(Minutes { category }).await.ok();
    (
        room.all("#room > *"),
        state,
        case.status,
        case.text(),
        minutes.all(".card, .summary-list"),
    )
}

/// Somebody's browser, kept open while the server goes: the same session at whichever instance.
async fn at_both(judged: &Judged, who: Somebody) -> (Client, Client) {
    let site = &judged.panel.site;
    let token = site.session_of(who).await;
    let here = site.visitor().with_cookie(SESSION, token.clone());
    let there = site.visitor_elsewhere().await.with_cookie(SESSION, token);
    (here, there)
}

/// The second case has its result by a ballot; the first is at hand, and two of three have voted on it.
async fn in_the_middle() -> Judged {
    let judged = meeting_by(Meeting {
        deciding: Deciding::Ballot,
        quorum: 0,
    })
    .await;
    let category = judged.category;
    let mut chair = judged.drawn_up().await;
    judged.present(&[CHAIR, DEPUTY, FOURTH, OUT]).await;
    judged.call(&mut chair, Some(1)).await;
    let case = judged.cases[1];
    let nothing: &[(&str, &str)] = &[];
    chair.post(&Ballot { category, case }, nothing).await;
    let paper = BallotPaper { category, case };
    chair.post(&paper, &[("choice", "commend")]).await;
    let page = chair.post(&BallotCount { category, case }, nothing).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    let page = judged
        .decided(&mut chair, 1, "commend", "A close second.")
        .await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    judged.call(&mut chair, Some(0)).await;
    let case = judged.cases[0];
    chair.post(&Ballot { category, case }, nothing).await;
    let paper = BallotPaper { category, case };
    for who in [CHAIR, DEPUTY] {
        let mut browser = judged.panel.site.signed_in(who).await;
        let page = browser.post(&paper, &[("choice", "award")]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER);
    }
    judged
}

#[tokio::test]
async fn a_restart_in_the_middle_of_a_meeting_brings_everybody_back_to_the_same_case_and_ballot() {
    let judged = in_the_middle().await;
    let (category, case) = (judged.category, judged.cases[0]);
    let paper = BallotPaper { category, case };
    let before = judged.facts_noted().await;
    judged.panel.site.app.live.stop();
    let mut back = Vec::new();
    for who in [CHAIR, DEPUTY, FOURTH, SECRETARY, OUT] {
        let (mut here, mut there) = at_both(&judged, who).await;
        let as_it_was = seen(&judged, &mut here).await;
        assert_eq!(seen(&judged, &mut there).await, as_it_was, "{}", who.name);
        back.push(there);
    }
    assert_eq!(judged.facts_noted().await, before);

    // They go on where they were: who voted has voted, who had not votes, and the chair counts, decides and signs.
    let again = back[1].post(&paper, &[("choice", "not-award")]).await;
    let again = again.expect(StatusCode::CONFLICT);
    assert_eq!(again.problems(), ["You have voted in this ballot already."]);
    let page = back[2].open(judged.room()).await.ok();
    assert!(page.text().contains("A ballot is open. 2 have voted."));
    let form = page.form(&paper).press("choice", "commend");
    let page = back[2].send(form, &[]).await.ok();
    assert_eq!(page.first(".notice"), "You have voted.");
    let chair = &mut back[0];
    let page = chair.open(judged.room()).await.ok();
    chair
        .send(page.form(&BallotCount { category, case }), &[])
        .await
        .ok();
    let page = judged.decided(chair, 0, "award", "Two of three.").await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert_eq!(judged.result_of(0).await, CaseStatus::Awarded);
    assert_eq!(judged.result_of(1).await, CaseStatus::HighlyCommended);
    let page = chair.open(Minutes { category }).await.ok();
    let page = chair
        .send(page.form(&Resolution { category }), &[])
        .await
        .ok();
    assert_eq!(
        cases_in(&page),
        "Case 1: Nominee 1 Awarded Rank 1, weighted total 100.00 \
         Votes: Award 2, Highly commend 1, No award 0, Abstain 0. Shortlisted Awarded Two of three. \
         Case 2: Nominee 2 Highly commended Rank 2, weighted total 80.00 \
         Out while it was taken: Bola Idris \
         Votes: Award 0, Highly commend 1, No award 0, Abstain 0. \
         Shortlisted Highly commended A close second."
    );
}
