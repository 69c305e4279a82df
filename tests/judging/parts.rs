//! Whoever is to judge and is nominee or nominator of a case: stopped at the invitation, on the sheet and at the gate.

use axum::http::StatusCode;
use plaudit_domain::{
    interest::{Declaration, Kind, Status},
    membership::{Role, Scope},
    season::Event,
};
use plaudit_store::{
    Actor, interests,
    reports::{Viewer, interests as report},
    screening::Destination,
};
use plaudit_web::paths::{accounts::Interests, admin::Judges, judging::Desk};

use super::panel::Panel;
use crate::support::people::{ADMINISTRATOR, JUDGES, Somebody};

/// The nominee of the first case.
const NOMINEE: Somebody = Somebody {
    name: "Nominee 1",
    address: "nominee.1@council.example",
};

/// Every interest of this person: the case's number, where it stands and what it rests on.
async fn interests_of(panel: &Panel, who: Somebody) -> Vec<(i64, Status, Option<Kind>)> {
    let viewer = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    let found = report::get(panel.site.store(), &viewer, panel.season).await;
    let account = panel.site.account(who).await;
    let mut rows: Vec<_> = found
        .expect("the interests")
        .rows
        .iter()
        .filter(|row| row.account == account)
        .map(|row| (row.number, row.status, row.kind))
        .collect();
    rows.sort_by_key(|(number, ..)| *number);
    rows
}

#[tokio::test]
async fn a_nominee_who_is_to_judge_is_told_of_before_the_letter_goes_and_is_out_of_the_case() {
    let panel = Panel::screening(2).await;
    let path = Judges {
        season: panel.season,
    };
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(&path).await.ok();
    let said = [("name", NOMINEE.name), ("email", NOMINEE.address)];
    let warned = browser
        .send(page.form(&path), &said)
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        warned.table()[1],
        [
            "Nominee 1 Council 1",
            "1",
            "is the nominee (nominee.1@council.example)"
        ]
    );
    let listed = browser.open(&path).await.ok();
    assert!(
        !listed.text().contains(NOMINEE.address),
        "nobody was invited"
    );
    browser.send(warned.form(&path), &[]).await.ok();
    let history = browser.open("/admin/history?kind=interest-declared").await;
    let told = history.ok().text();
    assert!(told.contains("Nominee 1 and Case 1: Nominee 1"), "{told}");
}

#[tokio::test]
async fn nominee_and_nominator_do_not_find_their_case_on_the_sheet_and_answer_nothing_about_it() {
    let nominators = [(1, JUDGES[0].address), (2, "two@partner.example")];
    let (panel, sent) = Panel::nominated(&nominators).await;
    let case = panel.make_eligible(sent[0]).await;
    panel.make_eligible(sent[1]).await;
    let (store, season) = (panel.site.store(), panel.season);
    panel
        .join(NOMINEE, Role::Judge, Scope::Season(season))
        .await;
    for who in [JUDGES[0], NOMINEE] {
        let mut browser = panel.site.signed_in(who).await;
        let sheet = browser.open(Interests { season }).await.ok();
        assert!(sheet.text().contains("Nominee 2"), "{}", sheet.excerpt());
        assert!(!sheet.body().contains(&case.to_string()), "{}", who.name);
        assert!(!sheet.body().contains("Council 1"), "{}", who.name);
        // An answer by whatever way puts them out, whatever it says.
        let account = panel.site.account(who).await;
        let moment = panel.site.app.moment(Actor::Account(account));
        let answers = vec![(case, Declaration::None)];
        let outcomes = interests::declare_on_sheet(store, &moment, account, season, answers).await;
        assert_eq!(outcomes.expect("an answer")[0].1.status, Status::Recused);
        let out = (1, Status::Recused, Some(Kind::Part));
        assert_eq!(interests_of(&panel, who).await[0], out);
    }
    panel.move_on(Event::BeginJudging).await;
    for who in [JUDGES[0], NOMINEE] {
        assert_eq!(panel.assignments(who).await.len(), 1, "{}", who.name);
    }
    assert_eq!(panel.assignments(JUDGES[1]).await.len(), 2);
}

#[tokio::test]
async fn a_judge_whose_nomination_joins_a_case_after_their_answer_is_out_of_it_from_then_on() {
    let nominators = [(1, "one@partner.example"), (1, JUDGES[0].address)];
    let (panel, sent) = Panel::nominated(&nominators).await;
    let case = panel.make_eligible(sent[0]).await;
    let (store, season) = (panel.site.store(), panel.season);
    let account = panel.site.account(JUDGES[0]).await;
    let moment = panel.site.app.moment(Actor::Account(account));
    let answers = vec![(case, Declaration::None)];
    interests::declare_on_sheet(store, &moment, account, season, answers)
        .await
        .expect("there is none yet");
    assert_eq!(
        interests_of(&panel, JUDGES[0]).await,
        [(1, Status::None, None)]
    );

    panel.accept(sent[1], Destination::Case(case)).await;
    let out = (1, Status::Recused, Some(Kind::Part));
    assert_eq!(interests_of(&panel, JUDGES[0]).await, [out]);
    panel.move_on(Event::BeginJudging).await;
    assert_eq!(panel.assignments(JUDGES[0]).await, []);
    let mut browser = panel.site.signed_in(JUDGES[0]).await;
    let desk = browser.open(Desk).await.ok();
    assert!(!desk.body().contains("Nominee 1"));
    // Whoever has no part in it keeps what they have.
    assert_eq!(panel.assignments(JUDGES[1]).await.len(), 1);
}
