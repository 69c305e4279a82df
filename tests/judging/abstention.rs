//! `/judging/scorecards/{assignment}/abstention`.

use axum::http::StatusCode;
use plaudit_domain::assignment::Status;
use plaudit_web::paths::{
    admin::Judges,
    judging::{Abstention, Desk, Scorecard},
};

use super::panel::{Panel, all, open_gate, score_fields, status};
use crate::support::people::{ADMINISTRATOR, JUDGES};

#[tokio::test]
async fn a_judge_abstains_with_a_reason_that_the_administrator_reads() {
    let panel = Panel::judging(2).await;
    let (mut browser, assignment, page) = panel.scorecard(JUDGES[0]).await;
    let path = Abstention { assignment };
    assert_eq!(page.link("Abstain from this case"), path.to_string());
    let form = browser.open(&path).await.ok().form(&path);
    let refused = browser
        .send(form, &[])
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.problems(), ["Enter why you cannot score it"]);
    assert_eq!(
        status(&panel, JUDGES[0], assignment).await,
        Status::Published
    );

    let reason = [("note", "I cannot read the figures in the annex.")];
    let desk = browser.send(refused.form(&path), &reason).await.ok();
    assert_eq!(desk.path, Desk.to_string());
    assert!(desk.text().contains("You have abstained from case 1."));
    assert!(desk.text().contains("0 of 1 cases scored"));
    assert_eq!(
        status(&panel, JUDGES[0], assignment).await,
        Status::Abstained
    );

    let season = panel.season;
    let mut administrator = panel.site.signed_in(ADMINISTRATOR).await;
    let judges = administrator.open(Judges { season }).await.ok();
    let row = judges
        .all("section tr")
        .into_iter()
        .find(|row| row.contains("annex"))
        .unwrap_or_default();
    assert!(row.starts_with(JUDGES[0].name), "{row}");
    assert!(row.contains("I cannot read the figures in the annex."));
}

#[tokio::test]
async fn whoever_abstained_can_neither_score_nor_abstain_again() {
    let panel = Panel::judging(1).await;
    let (mut browser, assignment, page) = panel.scorecard(JUDGES[0]).await;
    let fields = score_fields(&page);
    let path = Abstention { assignment };
    let reason = [("note", "I am ill until June.")];
    let form = browser.open(&path).await.ok().form(&path);
    browser.send(form, &reason).await.ok();
    let mut pairs = all(&fields, "3");
    pairs.extend([("version", "0"), ("do", "submit")]);
    browser
        .post(Scorecard { assignment }, &pairs)
        .await
        .expect(StatusCode::CONFLICT);
    browser
        .post(&path, &reason)
        .await
        .expect(StatusCode::CONFLICT);
    let page = browser.open(Scorecard { assignment }).await.ok();
    assert!(page.text().contains("You have abstained from this case."));
    assert!(!page.text().contains("Your weighted total"));
    assert_eq!(
        status(&panel, JUDGES[0], assignment).await,
        Status::Abstained
    );
}

#[tokio::test]
async fn nobody_abstains_for_another_nor_after_a_submit_nor_with_too_many_words() {
    let panel = Panel::judging(1).await;
    let (mut browser, assignment, page) = panel.scorecard(JUDGES[0]).await;
    let path = Abstention { assignment };
    let reason = [("note", "No.")];
    let mut other = panel.site.signed_in(JUDGES[1]).await;
    other.get(&path).await.expect(StatusCode::NOT_FOUND);
    other
        .post(&path, &reason)
        .await
        .expect(StatusCode::NOT_FOUND);
    let much = "x".repeat(100_000);
    let page_again = browser
        .post(&path, &[("note", much.as_str())])
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page_again.value("note"), much);
    assert_eq!(
        status(&panel, JUDGES[0], assignment).await,
        Status::Published
    );
    let fields = score_fields(&page);
    let submit = page.form(Scorecard { assignment }).press("do", "submit");
    browser.send(submit, &all(&fields, "3")).await.ok();
    browser
        .post(&path, &reason)
        .await
        .expect(StatusCode::CONFLICT);
    assert_eq!(
        status(&panel, JUDGES[0], assignment).await,
        Status::Submitted
    );
    // A judge who has not opened the case has no form to abstain with.
    let shut = panel.assignments(JUDGES[1]).await[0];
    let path = Abstention { assignment: shut };
    other
        .post(&path, &reason)
        .await
        .expect(StatusCode::CONFLICT);
    open_gate(&mut other, shut).await;
    assert_eq!(status(&panel, JUDGES[1], shut).await, Status::Published);
}
