//! `/judging/reopenings/{season}`: scorecards that the chair opens again, and what is refused.

use axum::http::StatusCode;
use plaudit_domain::assignment::Status;
use plaudit_domain::interest::{Declaration, Kind};
use plaudit_domain::membership::Role;
use plaudit_domain::season::Event;
use plaudit_store::{Actor, interests, ledger, seasons};
use plaudit_web::paths::judging::{Panels, Reopening, Reopenings, Scorecard};

use super::panel::{Panel, all, score_fields, status};
use crate::support::{
    Page,
    people::{ADMINISTRATOR, JUDGES, Somebody},
};

const CHAIR: Somebody = JUDGES[2];
const DEPUTY: Somebody = JUDGES[1];

async fn facts(panel: &Panel) -> u64 {
    let found = ledger::verify(panel.site.store()).await;
    let found = found.expect("the ledger is read");
    found.sealed + found.unsealed
}

/// Two cases, scored by all, with a chair and a deputy; the scores are locked.
async fn meeting() -> Panel {
    let panel = Panel::judging(2).await;
    panel.give_role(CHAIR, Role::Chair).await;
    panel.give_role(DEPUTY, Role::Deputy).await;
    for judge in JUDGES {
        panel.score(judge, &["5", "4"]).await;
    }
    panel.move_on(Event::BeginDeliberation).await;
    panel
}

/// Breaks the meeting off.
async fn break_off(panel: &Panel) {
    let reason = Some("One scorecard rests on a figure that was wrong.".to_owned());
    let (store, moment) = (panel.site.store(), panel.site.moment());
    seasons::move_on(store, &moment, panel.season, Event::ReturnToJudging, reason)
        .await
        .expect("the meeting is broken off");
}

#[tokio::test]
async fn the_chair_opens_a_locked_scorecard_again_with_a_reason_and_its_judge_changes_it() {
    let panel = meeting().await;
    break_off(&panel).await;
    let season = panel.season;
    let mut chair = panel.site.signed_in(CHAIR).await;
    let panels = chair.open(Panels).await.ok();
    assert_eq!(
        panels.link("Open a scorecard again"),
        Reopenings { season }.to_string()
    );
    let list = chair.open(Reopenings { season }).await.ok();
    // Two judges besides the chair, two cases each; the chair's own stay locked.
    assert_eq!(list.table().len(), 1 + 4);
    assert_eq!(list.table()[1][0], "Case 1: Nominee 1");

    let assignment = panel.assignments(JUDGES[0]).await[0];
    let path = Reopening { season, assignment };
    let form = chair.open(&path).await.ok().form(&path);
    let before = facts(&panel).await;
    let empty = chair.submit(form.clone(), &[("note", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(facts(&panel).await, before);
    let reason = [("note", "The figure for 2025 was a whole year’s.")];
    let page = chair.send(form, &reason).await.ok();
    assert!(page.first(".notice").contains("case 1 is open again"));
    assert_eq!(facts(&panel).await, before + 1);
    assert_eq!(status(&panel, JUDGES[0], assignment).await, Status::Scoring);
    let letter = panel.site.letter_to(JUDGES[0].address).await;
    assert_eq!(
        letter.subject,
        "Your scorecard of case 1 is open again: IT-progress award 2027"
    );
    let why = "Reason: The figure for 2025 was a whole year’s.\n";
    assert!(letter.text.contains(why), "{}", letter.text);
    let theirs = Scorecard { assignment }.to_string();
    assert_eq!(letter.link("/judging/scorecards/"), theirs);

    let mut judge = panel.site.signed_in(JUDGES[0]).await;
    let page = judge.open(Scorecard { assignment }).await.ok();
    let fields = score_fields(&page);
    let form = page.form(&Scorecard { assignment }).press("do", "submit");
    judge.send(form, &all(&fields, "3")).await.ok();
    assert_eq!(
        status(&panel, JUDGES[0], assignment).await,
        Status::Submitted
    );
    let mut administrator = panel.site.signed_in(ADMINISTRATOR).await;
    let history = format!("/admin/history?season={season}");
    let history = administrator.open(&history).await.ok();
    let text = history.text();
    assert!(text.contains("The figure for 2025 was a whole year’s."));
    assert!(text.contains("A submitted scorecard was changed"));
}

#[tokio::test]
async fn nothing_is_opened_again_while_the_panel_meets() {
    let panel = meeting().await;
    let season = panel.season;
    let assignment = panel.assignments(JUDGES[0]).await[0];
    let mut chair = panel.site.signed_in(CHAIR).await;
    let before = facts(&panel).await;
    let path = Reopening { season, assignment };
    for page in [
        chair.get(&path).await,
        chair.post(&path, &[("note", "A better thought.")]).await,
    ] {
        let page = page.expect(StatusCode::CONFLICT);
        assert!(page.text().contains("Break the meeting off first"));
    }
    assert_eq!(facts(&panel).await, before);
    assert_eq!(status(&panel, JUDGES[0], assignment).await, Status::Locked);
}

#[tokio::test]
async fn nobody_opens_their_own_and_the_deputy_only_where_the_chair_is_kept_from_the_case() {
    let panel = Panel::judging(2).await;
    panel.give_role(CHAIR, Role::Chair).await;
    panel.give_role(DEPUTY, Role::Deputy).await;
    let account = panel.site.account(CHAIR).await;
    let moment = panel.site.app.moment(Actor::Account(account));
    let assignment = panel.assignments(CHAIR).await[0];
    let family = Declaration::Interest {
        kind: Kind::Family,
        words: "My cousin.".to_owned(),
    };
    interests::declare(panel.site.store(), &moment, account, assignment, family)
        .await
        .expect("it is declared");
    for judge in [JUDGES[0], DEPUTY] {
        panel.score(judge, &["5", "4"]).await;
    }
    let season = panel.season;
    let mut chair = panel.site.signed_in(CHAIR).await;
    let mut deputy = panel.site.signed_in(DEPUTY).await;
    let cases = |page: &Page| -> Vec<String> {
        let rows = page.table();
        rows.iter().skip(1).map(|row| row[0].clone()).collect()
    };
    let list = chair.open(Reopenings { season }).await.ok();
    assert_eq!(cases(&list), ["Case 2: Nominee 2", "Case 2: Nominee 2"]);
    let list = deputy.open(Reopenings { season }).await.ok();
    assert_eq!(cases(&list), ["Case 1: Nominee 1"]);

    let before = facts(&panel).await;
    let of = |assignment| Reopening { season, assignment };
    let theirs = of(panel.assignments(JUDGES[0]).await[0]);
    let own = of(panel.assignments(DEPUTY).await[0]);
    let reason = [("note", "A better thought.")];
    let page = chair.post(&theirs, &reason).await;
    page.expect(StatusCode::NOT_FOUND);
    let page = deputy.post(&own, &reason).await;
    page.expect(StatusCode::NOT_FOUND);
    assert_eq!(facts(&panel).await, before);
    let form = deputy.open(&theirs).await.ok().form(&theirs);
    deputy.send(form, &reason).await.ok();
}
