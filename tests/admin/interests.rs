//! `/admin/interests/{season}`.

use axum::http::StatusCode;
use plaudit_domain::assignment::Status;
use plaudit_web::paths::admin::{Enquiries, Interests, JudgeReminders, Progress, Ruling};
use plaudit_web::paths::judging::{Desk, Scorecard};

use crate::judging::panel::{Panel, all, score_fields};
use crate::support::{
    Site, Stage,
    people::{ADMINISTRATOR, JUDGES},
    stage::world,
};

#[tokio::test]
async fn a_conflict_that_is_found_later_takes_the_submitted_scorecard_out() {
    let panel = Panel::judging(1).await;
    let (mut judge, assignment, card) = panel.scorecard(JUDGES[0]).await;
    let path = Scorecard { assignment };
    let fields = score_fields(&card);
    judge
        .send(card.form(&path).press("do", "submit"), &all(&fields, "4"))
        .await
        .ok();

    let mut administrator = panel.site.signed_in(ADMINISTRATOR).await;
    let season = panel.season;
    let listed = administrator.open(Interests { season }).await.ok();
    assert_eq!(listed.table()[1][3..5], ["No interest", "No interest"]);
    let page = administrator
        .open(listed.attributes("td a", "href")[0].clone())
        .await
        .ok();
    assert!(page.text().contains("it no longer counts"));
    let form = page.form(&page.path);
    let wrong = administrator
        .send(form, &[])
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.problems(), ["Enter the reason"]);
    let reason = [("reason", "Their sister manages the nominee.")];
    let done = administrator
        .send(wrong.form(&page.path), &reason)
        .await
        .ok();
    assert_eq!(done.path, Interests { season }.to_string());
    assert_eq!(done.table()[1][4], "Recused");

    let desk = judge.open(Desk).await.ok();
    assert!(desk.text().contains("You are out of case 1."));
    judge.get(&path).await.expect(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_interest_of_another_season_is_not_found() {
    let panel = Panel::judging(1).await;
    panel.scorecard(JUDGES[0]).await;
    let mut administrator = panel.site.signed_in(ADMINISTRATOR).await;
    let listed = administrator
        .open(Interests {
            season: panel.season,
        })
        .await
        .ok();
    let link = listed.attributes("td a", "href")[0].clone();
    let interest = link
        .split('/')
        .nth(4)
        .and_then(|id| id.parse().ok())
        .expect("an interest");
    let elsewhere = Ruling {
        season: uuid::Uuid::nil().into(),
        interest,
    };
    administrator
        .get(&elsewhere)
        .await
        .expect(StatusCode::NOT_FOUND);
    administrator
        .post(&elsewhere, &[("reason", "x")])
        .await
        .expect(StatusCode::NOT_FOUND);
    let (_, assignment) = panel.first_case(JUDGES[0]).await;
    let there = crate::judging::panel::status(&panel, JUDGES[0], assignment).await;
    assert_eq!(there, Status::Published);
}

#[tokio::test]
async fn the_interests_are_narrowed_by_how_they_stand() {
    let panel = Panel::judging(1).await;
    panel.scorecard(JUDGES[0]).await;
    let (mut judge, assignment) = panel.first_case(JUDGES[1]).await;
    let gate = plaudit_web::paths::judging::Gate { assignment };
    let page = judge.open(&gate).await.ok();
    let unsure = [("interest", "unsure"), ("words", "We once met.")];
    judge.send(page.form(&gate), &unsure).await.ok();
    let mut administrator = panel.site.signed_in(ADMINISTRATOR).await;
    let path = Interests {
        season: panel.season,
    };
    let page = administrator.open(&path).await.ok();
    assert_eq!(
        page.all(".filter-bar select[name=status] option"),
        [
            "Every status",
            "Not answered yet (1)",
            "Waits for a ruling (1)",
            "No interest (1)"
        ]
    );
    for (status, name) in [("waiting", JUDGES[1].name), ("none", JUDGES[0].name)] {
        let page = administrator
            .open(format!("{path}?status={status}"))
            .await
            .ok();
        assert_eq!(page.all("tbody th"), [name]);
    }
    let page = administrator
        .open(format!("{path}?status=recused"))
        .await
        .ok();
    assert_eq!(page.first(".empty-title"), "No interest here");
    assert_eq!(page.link("Show all"), path.to_string());
}

#[tokio::test]
async fn who_has_not_answered_their_sheet_is_named_and_the_list_is_filtered_by_judge() {
    let panel = Panel::judging(2).await;
    panel.scorecard(JUDGES[0]).await;
    let season = panel.season;
    let path = Interests { season };
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(&path).await.ok();
    let waiting = page.all("main ul li");
    for (judge, left) in [
        (JUDGES[0], "1 of 2 still to answer"),
        (JUDGES[1], "2 of 2 still to answer"),
        (JUDGES[2], "2 of 2 still to answer"),
    ] {
        let line = format!("{}: {left}", judge.name);
        assert!(waiting.contains(&line), "{line} is not in {waiting:?}");
    }
    assert!(
        page.all("select[name=status] option")
            .contains(&"Not answered yet (3)".to_owned())
    );
    let judge = panel.site.account(JUDGES[0]).await;
    let page = browser.open(format!("{path}?judge={judge}")).await.ok();
    assert_eq!(page.all("main ul li").len(), 1);
    assert!(
        page.all("select[name=status] option")
            .contains(&"No interest (1)".to_owned())
    );
    let page = browser
        .open(format!("{path}?judge={judge}&status=none"))
        .await
        .ok();
    assert_eq!(page.table().len(), 2);
    let other = panel.site.account(JUDGES[1]).await;
    let page = browser
        .open(format!("{path}?judge={other}&status=none"))
        .await
        .ok();
    assert!(!page.has("table"));
}

#[tokio::test]
async fn who_has_not_answered_costs_the_same_for_one_case_and_for_thirty() {
    let mut costs = Vec::new();
    for cases in [1, 30] {
        let panel = Panel::judging(cases).await;
        let season = panel.season;
        let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
        let (page, cost) = panel
            .site
            .statements_of(browser.open(Interests { season }))
            .await;
        page.ok();
        costs.push(cost);
    }
    assert_eq!(costs[0], costs[1]);
}

#[tokio::test]
async fn another_season_is_found_at_the_same_page() {
    let site = Site::at(Stage::Demo).await;
    let mut browser = site.signed_in(world().administrator.clone()).await;
    let season = world().season;
    for path in [
        Interests { season }.to_string(),
        Progress { season }.to_string(),
        Enquiries { season }.to_string(),
        JudgeReminders { season }.to_string(),
    ] {
        let page = browser.open(&path).await.ok();
        let others = page.attributes("main a", "href");
        let (before, after) = path
            .split_once(&season.to_string())
            .expect("a page of the season");
        let there = others
            .iter()
            .filter(|other| other.starts_with(before) && other.ends_with(after))
            .filter(|other| !other.contains(&season.to_string()))
            .count();
        assert!(there > 0, "{path} leads to none of {others:?}");
    }
}
