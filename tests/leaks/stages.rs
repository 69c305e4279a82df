//! Nothing leaks in a sift and in an interview either.

use axum::http::StatusCode;
use plaudit_web::paths::{
    admin::{StageInterviews, StageMove, Stages},
    judging::{Reading, Scorecard},
};

use super::{
    hidden::{Hidden, MARKS, OTHER_ADMINISTRATOR},
    no_count_moves, walk,
};
use crate::{
    journeys::stages::with_sift,
    support::people::{ADMINISTRATOR, JUDGES},
};

#[tokio::test]
async fn in_a_sift_and_after_it_whoever_is_out_of_a_case_finds_no_trace_of_it() {
    let hidden = Hidden::in_stages(with_sift()).await;
    let site = &hidden.panel.site;
    let season = hidden.panel.season;
    let walks = [
        (JUDGES[0], "/judging"),
        (JUDGES[2], "/judging"),
        (ADMINISTRATOR, "/admin"),
    ];
    for (who, start) in walks {
        let mut browser = site.signed_in(who).await;
        assert!(walk(&hidden, who.name, &mut browser, start).await > 5);
    }
    // The list is measured as a whole, so the conflicted administrator neither sees that line of it nor decides on it.
    let mut browser = site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(StageMove { season }).await.ok();
    let refused = browser.send(page.form(StageMove { season }), &[]).await;
    assert_eq!(
        refused.status,
        StatusCode::CONFLICT,
        "{}",
        refused.excerpt()
    );
    let mut other = site.signed_in(OTHER_ADMINISTRATOR).await;
    let page = other.open(StageMove { season }).await.ok();
    assert!(page.body().contains(MARKS[0]));
    let none = page.form(StageMove { season }).with(&[("on", "")]);
    let reason = [("reason", "Nothing of it can be told.")];
    other.send(none, &reason).await.ok();
    for (who, start) in walks {
        let mut browser = site.signed_in(who).await;
        assert!(walk(&hidden, who.name, &mut browser, start).await > 3);
    }
}

#[tokio::test]
async fn in_an_interview_whoever_is_out_of_a_finalists_case_finds_no_trace_of_it() {
    let hidden = Hidden::in_the_interview().await;
    let site = &hidden.panel.site;
    let season = hidden.panel.season;
    let walks = [
        (JUDGES[0], "/judging"),
        (JUDGES[2], "/judging"),
        (ADMINISTRATOR, "/admin"),
    ];
    for (who, start) in walks {
        let mut browser = site.signed_in(who).await;
        assert!(walk(&hidden, who.name, &mut browser, start).await > 3);
    }
    // Neither is it theirs to say where the finalist is met, nor that they have read the case.
    let field = format!("appointment[{}]", hidden.case);
    let mut browser = site.signed_in(ADMINISTRATOR).await;
    browser
        .post(StageInterviews { season }, &[(field.as_str(), "Elsewhere")])
        .await
        .expect(StatusCode::SEE_OTHER);
    let assignment = hidden.met();
    let mut browser = site.signed_in(JUDGES[0]).await;
    browser
        .post(Reading { assignment }, &[("version", "0")])
        .await
        .expect(StatusCode::NOT_FOUND);
    // The other administrator and a judge who is in it do find it, so that the marks are there to be found.
    let mut other = site.signed_in(OTHER_ADMINISTRATOR).await;
    let page = other.open(Stages { season }).await.ok();
    assert!(page.body().contains(MARKS[0]) && page.body().contains("Marked room"));
    assert!(!page.body().contains("Elsewhere"), "nothing was written");
    let mut judge = site.signed_in(JUDGES[1]).await;
    let page = judge.open(Scorecard { assignment }).await.ok();
    assert!(page.body().contains("Marked room") && page.body().contains("Marked comment"));
}

#[tokio::test]
async fn no_count_moves_when_the_hidden_case_changes_in_a_sift() {
    no_count_moves(&Hidden::in_stages(with_sift()).await).await;
}

#[tokio::test]
async fn no_count_moves_when_the_hidden_case_changes_in_an_interview() {
    no_count_moves(&Hidden::in_the_interview().await).await;
}
