//! What somebody is on the panel: `/admin/judges/{season}` and `/admin/judges/{season}/{membership}/role`.

use axum::http::StatusCode;
use plaudit_domain::ids::MembershipId;
use plaudit_domain::membership::{Role, Status};
use plaudit_store::memberships;
use plaudit_web::paths::admin::{JudgeRole, Judges};
use plaudit_web::paths::judging::{Desk, Panels};

use crate::judging::panel::Panel;
use crate::support::{
    Client, Page,
    people::{ADMINISTRATOR, JUDGES, Somebody},
};

async fn list(panel: &Panel) -> (Client, Page) {
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let season = panel.season;
    let page = browser.open(Judges { season }).await.ok();
    (browser, page)
}

async fn membership(panel: &Panel, who: Somebody) -> MembershipId {
    memberships::panel(panel.site.store(), panel.season)
        .await
        .expect("the panel")
        .into_iter()
        .find(|(_, account)| account.email == who.email())
        .expect("they are on it")
        .0
        .id
}

async fn role(panel: &Panel, who: Somebody) -> Role {
    let id = membership(panel, who).await;
    memberships::get(panel.site.store(), id)
        .await
        .expect("the membership")
        .role
}

/// Gives a role by the page, and answers with what came of it.
async fn give(panel: &Panel, who: Somebody, role: Role) -> Page {
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let path = JudgeRole {
        season: panel.season,
        membership: membership(panel, who).await,
    };
    let asked = browser.open(&path).await.ok();
    let filled = [("role", role.as_str()), ("reason", "Agreed by telephone.")];
    browser.send(asked.form(&path), &filled).await
}

#[tokio::test]
async fn a_chair_scores_like_every_judge() {
    let panel = Panel::judging(2).await;
    give(&panel, JUDGES[0], Role::Chair).await.ok();
    assert_eq!(role(&panel, JUDGES[0]).await, Role::Chair);
    assert_eq!(panel.assignments(JUDGES[0]).await.len(), 2);
    let mut chair = panel.site.signed_in(JUDGES[0]).await;
    let desk = chair.open(Desk).await.ok();
    assert!(desk.text().contains("0 of 2 cases scored"));
    let (_, page) = list(&panel).await;
    let roles: Vec<_> = page.table()[1..].iter().map(|row| row[1].clone()).collect();
    assert_eq!(roles, ["Chair", "Judge", "Judge"]);
}

#[tokio::test]
async fn a_panel_has_one_chair() {
    let panel = Panel::judging(1).await;
    give(&panel, JUDGES[0], Role::Chair).await.ok();
    let refused = give(&panel, JUDGES[1], Role::Chair).await;
    let refused = refused.expect(StatusCode::UNPROCESSABLE_ENTITY);
    let said = "The panel has a chair already. Give the chair another role first.";
    assert_eq!(refused.problems(), [said]);
    assert_eq!(role(&panel, JUDGES[1]).await, Role::Judge);

    let (mut browser, _) = list(&panel).await;
    let path = Judges {
        season: panel.season,
    };
    let second = [
        ("name", "Esi Quaye"),
        ("email", "esi.quaye@judges.example"),
        ("role", "chair"),
    ];
    let refused = browser.post(&path, &second).await;
    assert_eq!(
        refused.expect(StatusCode::UNPROCESSABLE_ENTITY).problems(),
        [said]
    );
    let on_it = memberships::panel(panel.site.store(), panel.season).await;
    assert_eq!(on_it.expect("the panel").len(), 3);
}

#[tokio::test]
async fn whoever_becomes_secretary_scores_no_more_and_the_page_says_what_that_costs() {
    let panel = Panel::judging(2).await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let path = JudgeRole {
        season: panel.season,
        membership: membership(&panel, JUDGES[0]).await,
    };
    let asked = browser.open(&path).await.ok();
    assert_eq!(
        asked.all("main li"),
        [
            "No scorecard of theirs is in.",
            "2 cases go without their scorecards.",
            "Case 1: Nominee 1",
            "Case 2: Nominee 2"
        ]
    );
    let without_reason = browser
        .send(asked.form(&path), &[("role", "secretary")])
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(without_reason.problems(), ["Enter the reason"]);
    assert_eq!(role(&panel, JUDGES[0]).await, Role::Judge);

    give(&panel, JUDGES[0], Role::Secretary).await.ok();
    let mut secretary = panel.site.signed_in(JUDGES[0]).await;
    secretary.get(Desk).await.expect(StatusCode::NOT_FOUND);
    let page = secretary.open(Panels).await.ok();
    assert_eq!(
        page.table()[1..],
        [
            [JUDGES[1].name, "Judge"],
            [JUDGES[2].name, "Judge"],
            [JUDGES[0].name, "Secretary"]
        ]
    );
    give(&panel, JUDGES[0], Role::Deputy).await.ok();
    assert_eq!(panel.assignments(JUDGES[0]).await.len(), 2);
}

#[tokio::test]
async fn somebody_who_is_asked_again_has_one_place_with_the_new_role() {
    let panel = Panel::judging(1).await;
    let (mut browser, page) = list(&panel).await;
    let path = Judges {
        season: panel.season,
    };
    let esi = |role| {
        [
            ("name", "Esi Quaye"),
            ("email", "esi.quaye@judges.example"),
            ("role", role),
        ]
    };
    let form = page.form(&path).forged("go-on", "yes");
    browser.send(form, &esi("judge")).await.ok();
    let twice = browser.post(&path, &esi("observer")).await;
    assert_eq!(
        twice.expect(StatusCode::UNPROCESSABLE_ENTITY).problems(),
        ["The person’s email address is already in use"]
    );
    let on_it = memberships::panel(panel.site.store(), panel.season)
        .await
        .expect("the panel");
    let esi_place = &on_it[3].0;
    assert_eq!(
        (esi_place.role, esi_place.status),
        (Role::Judge, Status::Invited)
    );
    memberships::end(panel.site.store(), &panel.site.moment(), esi_place.id)
        .await
        .expect("the invitation is taken back");
    browser.send(page.form(&path), &esi("observer")).await.ok();
    let on_it = memberships::panel(panel.site.store(), panel.season)
        .await
        .expect("the panel");
    assert_eq!(on_it.len(), 4);
    assert_eq!(
        (on_it[3].0.role, on_it[3].0.status),
        (Role::Observer, Status::Invited)
    );
}
