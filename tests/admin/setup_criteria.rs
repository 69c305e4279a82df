//! `/admin/criteria` and `/admin/rules`.

use axum::http::StatusCode;
use plaudit_domain::ids::SeasonId;
use plaudit_domain::rule_set::{
    AtTheCut, Deciding, Meeting, OthersScores, Reading, RuleSet, TieBreak,
};
use plaudit_store::rule_sets;
use plaudit_web::paths::admin;

use super::setup_world::{Desk, conflict};
use crate::support::Stage;

async fn rules(desk: &Desk, season: SeasonId) -> RuleSet {
    rule_sets::current(desk.site.store(), season)
        .await
        .expect("the rule set")
}

#[tokio::test]
async fn a_criterion_gets_a_field_for_each_point_of_its_new_scale() {
    let (mut desk, season) = Desk::with_draft().await;
    let new = admin::NewCriterion { season };
    let answers = [
        ("title", "Courage"),
        ("weight", "25"),
        ("lowest", "1"),
        ("highest", "3"),
        ("step", "1"),
        ("descriptor[1]", "some"),
        ("descriptor[2]", "more"),
        ("descriptor[3]", "most"),
    ];
    desk.fill(&new, &answers).await.ok();
    let added = rules(&desk, season).await.criteria.remove(4);
    assert_eq!(added.key, "courage");
    let said: Vec<_> = added
        .descriptors
        .values()
        .map(plaudit_domain::text::Texts::first)
        .collect();
    assert_eq!(said, ["some", "more", "most"]);
    let list = desk.open(admin::Criteria { season }).await;
    let shares: Vec<_> = list.table()[1..].iter().map(|row| row[2].clone()).collect();
    assert_eq!(shares, ["28%", "20%", "20%", "12%", "20%"]);

    let path = admin::Criterion {
        season,
        criterion: added.id,
    };
    let page = desk.fill(&path, &[("step", "0.5")]).await.ok();
    assert_eq!(page.path, path.to_string());
    let form = page.form(&path);
    assert_eq!(form.value("descriptor[2]").as_deref(), Some("more"));
    let page = desk
        .browser
        .send(form.clone(), &[("descriptor[1.5]", "a bit")])
        .await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problems(), ["Enter what 2.5 means"]);
    assert_eq!(page.value("descriptor[1.5]"), "a bit");
    let between = [("descriptor[1.5]", "a bit"), ("descriptor[2.5]", "a lot")];
    desk.browser.send(form, &between).await.ok();
    let criterion = rules(&desk, season).await.criteria.remove(4);
    assert_eq!(criterion.descriptors.len(), 5);
}

#[tokio::test]
async fn a_criterion_says_everything_that_is_wrong_and_writes_nothing() {
    let (mut desk, season) = Desk::with_draft().await;
    let before = rules(&desk, season).await;
    let criterion = before.criteria[0].id;
    let path = admin::Criterion { season, criterion };
    let wrong = [("title", ""), ("weight", "0"), ("descriptor[3]", " ")];
    let page = desk.fill(&path, &wrong).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems(),
        [
            "Enter the name of the criterion",
            "The weight must be from 1 to 1000",
            "Enter what 3 means"
        ]
    );
    for (scale, problem) in [
        (
            [("lowest", "5"), ("highest", "1"), ("step", "1")],
            "The highest point must be above the lowest",
        ),
        (
            [("lowest", "0"), ("highest", "5"), ("step", "2")],
            "The step must lead from the lowest point to the highest in whole steps, at most a hundred of them",
        ),
        (
            [("lowest", "low"), ("highest", "5"), ("step", "1")],
            "The lowest point is not in the right form",
        ),
    ] {
        let page = desk.fill(&path, &scale).await;
        let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.problems(), [problem]);
    }
    assert_eq!(rules(&desk, season).await, before);
}

#[tokio::test]
async fn of_two_who_change_a_criterion_the_second_sees_both() {
    let (mut desk, season) = Desk::with_draft().await;
    let criterion = rules(&desk, season).await.criteria[0].id;
    let path = admin::Criterion { season, criterion };
    let (first, second) = (desk.open(&path).await, desk.open(&path).await);
    let changed = [("weight", "40"), ("descriptor[1]", "hardly any")];
    desk.browser.send(first.form(&path), &changed).await.ok();
    let page = desk
        .browser
        .send(second.form(&path), &[("weight", "30")])
        .await;
    let page = page.expect(StatusCode::CONFLICT);
    assert_eq!(
        conflict(&page),
        [
            ["Weight", "40", "30"],
            ["1 means", "hardly any", "Change unclear"]
        ]
    );
    assert_eq!(rules(&desk, season).await.criteria[0].weight, 40);
    desk.browser.send(page.form(&path), &[]).await.ok();
    assert_eq!(rules(&desk, season).await.criteria[0].weight, 30);
}

#[tokio::test]
async fn criteria_move_and_are_removed() {
    let (mut desk, season) = Desk::with_draft().await;
    let order = |rules: RuleSet| -> Vec<_> { rules.criteria.iter().map(|each| each.id).collect() };
    let before = order(rules(&desk, season).await);
    let place = admin::CriterionPlace {
        season,
        criterion: before[3],
    };
    let list = desk.open(admin::Criteria { season }).await;
    desk.browser.send(list.form(&place), &[]).await.ok();
    let now = order(rules(&desk, season).await);
    assert_eq!(now, [before[0], before[1], before[3], before[2]]);
    let removal = admin::CriterionRemoval {
        season,
        criterion: before[0],
    };
    let page = desk
        .open(admin::Criterion {
            season,
            criterion: before[0],
        })
        .await;
    desk.browser.send(page.form(&removal), &[]).await.ok();
    assert_eq!(order(rules(&desk, season).await), now[1..]);
}

#[tokio::test]
async fn rules_are_changed_with_every_fault_at_its_field() {
    let (mut desk, season) = Desk::with_draft().await;
    let path = admin::Rules { season };
    let before = rules(&desk, season).await;
    let wrong = [
        ("merit-floor", "101"),
        ("quorum", "0"),
        ("shortlist-size", ""),
        ("tie-break-1", "criteria"),
        ("tie-break-2", "criteria"),
    ];
    let page = desk.fill(&path, &wrong).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems(),
        [
            "The merit floor must be from 0 to 100",
            "The number of scorecards that a case needs must be from 1 to 100",
            "Enter the number of finalists",
            "What tells ties apart is given twice",
        ]
    );
    assert_eq!(rules(&desk, season).await, before);
    let right = [
        ("merit-floor", "62.5"),
        ("quorum", "2"),
        ("shortlist-size", "3"),
        ("tie-break-1", "head-to-head"),
        ("tie-break-2", ""),
        ("at-the-cut", "lot"),
        ("reading", "blind"),
        ("others-scores", "after-lock"),
        ("deciding", "ballot"),
        ("meeting-quorum", "4"),
    ];
    desk.fill(&path, &right).await.ok();
    let after = rules(&desk, season).await;
    assert_eq!(
        (after.merit_floor, after.quorum, after.shortlist_size),
        (6_250, 2, 3)
    );
    assert_eq!(after.tie_break, [TieBreak::HeadToHead]);
    assert_eq!(
        (after.at_the_cut, after.reading, after.others_scores),
        (AtTheCut::Lot, Reading::Blind, OthersScores::AfterLock)
    );
    let (deciding, quorum) = (Deciding::Ballot, 4);
    assert_eq!(after.meeting, Meeting { deciding, quorum });
}

#[tokio::test]
async fn of_two_who_change_the_rules_the_second_sees_both() {
    let (mut desk, season) = Desk::with_draft().await;
    let path = admin::Rules { season };
    let (first, second) = (desk.open(&path).await, desk.open(&path).await);
    desk.browser
        .send(second.form(&path), &[("quorum", "4")])
        .await
        .ok();
    let page = desk
        .browser
        .send(first.form(&path), &[("quorum", "5")])
        .await;
    let page = page.expect(StatusCode::CONFLICT);
    assert_eq!(
        conflict(&page),
        [["Scorecards that a case needs", "4", "5"]]
    );
    assert_eq!(rules(&desk, season).await.quorum, 4);
    desk.browser.send(page.form(&path), &[]).await.ok();
    assert_eq!(rules(&desk, season).await.quorum, 5);
}

#[tokio::test]
async fn an_open_season_shows_its_locked_version_and_refuses_every_change() {
    let mut desk = Desk::at(Stage::Open).await;
    let season = desk.latest().await.id;
    let before = rules(&desk, season).await;
    let digest = before.digest.clone().expect("it is locked");
    let criterion = before.criteria[0].id;
    for path in [
        admin::Criteria { season }.to_string(),
        admin::Rules { season }.to_string(),
    ] {
        let page = desk.open(&path).await;
        assert_eq!(page.first(".digest"), digest);
        assert!(page.text().contains("Version 1 is locked and published"));
        assert!(page.all("main form").is_empty());
    }
    let revision = desk.season(season).await.revision.to_string();
    let everything = [
        ("version", revision.as_str()),
        ("title", "Luck"),
        ("weight", "99"),
        ("lowest", "0"),
        ("highest", "1"),
        ("step", "1"),
        ("to", "down"),
        ("method", "mean"),
        ("merit-floor", "0"),
        ("quorum", "1"),
        ("shortlist-size", "1"),
        ("at-the-cut", "lot"),
        ("reading", "blind"),
        ("others-scores", "after-own"),
        ("deciding", "ballot"),
    ];
    for path in [
        admin::NewCriterion { season }.to_string(),
        admin::Criterion { season, criterion }.to_string(),
        admin::CriterionPlace { season, criterion }.to_string(),
        admin::CriterionRemoval { season, criterion }.to_string(),
        admin::Rules { season }.to_string(),
    ] {
        let page = desk.browser.post(&path, &everything).await;
        page.expect(StatusCode::CONFLICT);
    }
    assert_eq!(rules(&desk, season).await, before);
}
