//! `/judging/rulings/{season}` and `/judging/rulings/{season}/{interest}`, in the demo's world, in which the chair rules.

use axum::http::StatusCode;
use plaudit_domain::{
    interest::{Event, Status},
    person::Email,
};
use plaudit_store::{
    interests,
    reports::{Viewer, interests as report},
};
use plaudit_web::paths::{
    admin,
    judging::{Desk, Ruling, Rulings},
};

use crate::support::{Site, Stage, stage::world};

/// The interest of somebody in a nominee's case.
pub(crate) async fn interest(site: &Site, judge: &str, nominee: &str) -> report::InterestRow {
    let viewer = Viewer::Administrator(site.account(world().administrator.clone()).await);
    report::get(site.store(), &viewer, world().season)
        .await
        .expect("the interests")
        .rows
        .into_iter()
        .find(|row| row.judge == judge && row.nominee == nominee)
        .expect("the demo has it")
}

/// The chair is found to be in conflict with a nominee's case.
pub(crate) async fn recuse_chair(site: &Site, nominee: &str) {
    let own = interest(site, "Rosalind Achterberg", nominee).await;
    let ruling = interests::Ruling {
        event: Event::Recuse,
        reason: "A cousin.".to_owned(),
    };
    interests::rule(site.store(), &site.moment(), own.id, ruling)
        .await
        .expect("the chair is out");
}

async fn listed(site: &Site, who: &Email) -> String {
    let season = world().season;
    let mut browser = site.signed_in(who.clone()).await;
    browser.open(Rulings { season }).await.ok().text()
}

#[tokio::test]
async fn the_chair_rules_from_the_desk_and_the_administrator_does_not() {
    let site = Site::at(Stage::Demo).await;
    let season = world().season;
    let waiting = interest(&site, "Ffion Maddocks", "Mared Llŷr Prydderch").await;
    let mut chair = site.signed_in(world().chair.clone()).await;
    let desk = chair.open(Desk).await.ok();
    let list = Rulings { season };
    assert_eq!(
        desk.link("Interests: 2 wait for your ruling"),
        list.to_string()
    );
    let one = Ruling {
        season,
        interest: waiting.id,
    };
    let page = chair.open(&one).await.ok();
    assert!(page.text().contains("cataloguing working group"));
    let wrong = chair
        .send(page.form(&one), &[])
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.problems().len(), 2);
    let before = interest(&site, "Ffion Maddocks", "Mared Llŷr Prydderch").await;
    assert_eq!(before, waiting, "nothing was written");

    let theirs = admin::Ruling {
        season,
        interest: waiting.id,
    };
    let fields = [("ruling", "rule-may-judge"), ("reason", "Long ago.")];
    let mut administrator = site.signed_in(world().administrator.clone()).await;
    let dashboard = administrator.open("/admin").await.ok().text();
    assert!(dashboard.contains("The chair rules on declared interests"));
    assert!(!dashboard.contains("Rule on declared interests"));
    let refused = administrator
        .post(&theirs, &fields)
        .await
        .expect(StatusCode::CONFLICT);
    assert!(
        refused
            .text()
            .contains("somebody else rules on this interest"),
        "{}",
        refused.excerpt()
    );
    assert_eq!(
        interest(&site, "Ffion Maddocks", "Mared Llŷr Prydderch").await,
        waiting
    );

    let done = chair.send(page.form(&one), &fields).await.ok();
    assert_eq!(done.path, list.to_string());
    let after = interest(&site, "Ffion Maddocks", "Mared Llŷr Prydderch").await;
    assert_eq!(after.status, Status::MayJudge);
    assert_eq!(after.ruling_reason, "Long ago.");
    let desk = chair.open(Desk).await.ok();
    desk.link("Interests: one waits for your ruling");
    let history = administrator
        .open(format!("{}?kind=interest-ruled", admin::History))
        .await
        .ok();
    assert!(
        history
            .text()
            .contains("Rosalind Achterberg ruled on an interest")
    );
}

#[tokio::test]
async fn a_chair_in_conflict_does_not_see_the_case_and_the_deputy_rules() {
    let site = Site::at(Stage::Demo).await;
    let season = world().season;
    let (keith, mared) = ("Keith Larbalestier", "Mared Llŷr Prydderch");
    let both = listed(&site, &world().chair).await;
    assert!(both.contains(keith) && both.contains(mared));
    let deputys = listed(&site, &world().deputy).await;
    assert!(!deputys.contains(keith) && !deputys.contains(mared));

    recuse_chair(&site, keith).await;
    let chairs = listed(&site, &world().chair).await;
    assert!(!chairs.contains(keith) && chairs.contains(mared));
    let waiting = interest(&site, "Martin Ashgrove-Lee", keith).await;
    let one = Ruling {
        season,
        interest: waiting.id,
    };
    let fields = [("ruling", "rule-recused"), ("reason", "It counts.")];
    let mut chair = site.signed_in(world().chair.clone()).await;
    chair.get(&one).await.expect(StatusCode::NOT_FOUND);
    chair
        .post(&one, &fields)
        .await
        .expect(StatusCode::NOT_FOUND);
    let own = interest(&site, "Rosalind Achterberg", keith).await;
    let own = Ruling {
        season,
        interest: own.id,
    };
    chair.get(&own).await.expect(StatusCode::NOT_FOUND);
    assert_eq!(
        interest(&site, "Martin Ashgrove-Lee", keith).await,
        waiting,
        "nothing was written"
    );

    let mut deputy = site.signed_in(world().deputy.clone()).await;
    deputy
        .open(Desk)
        .await
        .ok()
        .link("Interests: one waits for your ruling");
    let form = deputy.open(&one).await.ok().form(&one);
    deputy.send(form, &fields).await.ok();
    let ruled = interest(&site, "Martin Ashgrove-Lee", keith).await;
    assert_eq!(ruled.status, Status::Recused);

    for who in [&world().judge, &world().secretary] {
        let mut browser = site.signed_in(who.clone()).await;
        browser
            .get(Rulings { season })
            .await
            .expect(StatusCode::NOT_FOUND);
        browser.get(&one).await.expect(StatusCode::NOT_FOUND);
    }
}
