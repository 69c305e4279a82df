//! Judging in the store: assignments laid out, interests asked, scores kept, and every fact of it.

mod scoring;

use std::collections::BTreeMap;

use plaudit_domain::{
    assignment, case,
    ids::{AccountId, AssignmentId, CaseId, InterestId},
    interest::{self, Declaration, Kind},
    refusal::Refusal,
    rule_set::RuleSet,
    scorecard::Scores,
    season,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{
    Actor, Moment, Store, StoreError,
    assignments::publish_late,
    builders::{Panel, empty_store, judge, moment, panel},
    entities::{accounts, assignments, cases, facts, interests as interest_rows},
    interests::{self, Ruling},
    rule_sets, scorecards, seasons,
};

fn now() -> Moment {
    moment("2027-04-02T19:00:00Z")
}

async fn move_on(store: &Store, panel: &Panel, event: season::Event, reason: Option<&str>) {
    seasons::move_on(
        store,
        &now(),
        panel.season,
        event,
        reason.map(ToOwned::to_owned),
    )
    .await
    .expect("the season moves");
}

async fn in_judging(store: &Store, judges: usize, cases: usize) -> Panel {
    let panel = panel(store, judges, cases).await;
    move_on(store, &panel, season::Event::BeginJudging, None).await;
    panel
}

async fn assignment(store: &Store, judge: AccountId, case: CaseId) -> AssignmentId {
    assignments::Entity::find()
        .filter(assignments::Column::JudgeId.eq(judge.0))
        .filter(assignments::Column::CaseId.eq(case.0))
        .one(store.read())
        .await
        .expect("a query")
        .expect("an assignment")
        .id
        .into()
}

async fn change_address(store: &Store, judge: AccountId, address: &'static str) {
    store
        .write((judge, address), |tx, &(judge, address)| {
            Box::pin(async move {
                let change = accounts::ActiveModel {
                    id: Set(judge.0),
                    email: Set(address.to_owned()),
                    ..Default::default()
                };
                accounts::Entity::update(change)
                    .exec_without_returning(tx)
                    .await?;
                Ok(())
            })
        })
        .await
        .expect("the judge has another address");
}

async fn status(store: &Store, id: AssignmentId) -> String {
    assignments::Entity::find_by_id(id.0)
        .one(store.read())
        .await
        .expect("a query")
        .expect("an assignment")
        .status
}

async fn interest(store: &Store, judge: AccountId, case: CaseId) -> interest_rows::Model {
    interest_rows::Entity::find()
        .filter(interest_rows::Column::JudgeId.eq(judge.0))
        .filter(interest_rows::Column::CaseId.eq(case.0))
        .one(store.read())
        .await
        .expect("a query")
        .expect("an interest")
}

/// Every fact of these kinds as its kind and its body, in order.
async fn noted(store: &Store, kinds: &[&str]) -> Vec<(String, serde_json::Value)> {
    facts::Entity::find()
        .filter(facts::Column::Kind.is_in(kinds.iter().copied()))
        .order_by_asc(facts::Column::Id)
        .all(store.read())
        .await
        .expect("a query")
        .into_iter()
        .map(|fact| {
            let body = serde_json::from_str(&fact.body).expect("a body");
            (fact.kind, body)
        })
        .collect()
}

fn all(rules: &RuleSet, steps: i64) -> Scores {
    Scores {
        steps: rules
            .criteria
            .iter()
            .map(|criterion| (criterion.id, steps))
            .collect(),
        comment: "clear before and after".into(),
        ..Scores::default()
    }
}

/// A panel of one judge and one case whose gate is passed, with the rule set.
async fn open_case(store: &Store) -> (Panel, AccountId, AssignmentId, RuleSet) {
    let panel = in_judging(store, 1, 1).await;
    let judge = panel.judges[0];
    let id = assignment(store, judge, panel.cases[0]).await;
    let status = interests::declare(store, &now(), judge, id, Declaration::None).await;
    assert_eq!(status.expect("an answer").status, interest::Status::None);
    let rules = rule_sets::current(store, panel.season)
        .await
        .expect("rules");
    (panel, judge, id, rules)
}

#[tokio::test]
async fn every_judge_is_assigned_every_case_when_judging_begins() {
    let (store, _folder) = empty_store().await;
    let panel = in_judging(&store, 2, 3).await;
    for judge in &panel.judges {
        for case in &panel.cases {
            let id = assignment(&store, *judge, *case).await;
            assert_eq!(status(&store, id).await, "published");
            assert_eq!(interest(&store, *judge, *case).await.status, "asked");
        }
    }
    let statuses: Vec<String> = cases::Entity::find()
        .all(store.read())
        .await
        .expect("cases")
        .into_iter()
        .map(|case| case.status)
        .collect();
    assert_eq!(statuses, ["in-judging"; 3]);
    let facts = noted(&store, &["assignments-published", "case-moved"]).await;
    let kinds: Vec<&str> = facts.iter().map(|(kind, _)| kind.as_str()).collect();
    assert_eq!(
        kinds,
        [
            "assignments-published",
            "assignments-published",
            "case-moved",
            "case-moved",
            "case-moved"
        ]
    );
    assert_eq!(
        facts[0].1["cases"].as_array().map(Vec::len),
        Some(3),
        "the fact names every case"
    );
}

#[tokio::test]
async fn a_case_that_is_not_eligible_or_not_confirmed_is_not_laid_before_judges() {
    let (store, _folder) = empty_store().await;
    let panel = panel(&store, 1, 3).await;
    for (case, status, acceptance) in [
        (panel.cases[0], case::Status::Forming, "accepted"),
        (panel.cases[1], case::Status::Eligible, "declined"),
    ] {
        store
            .write(
                (case, status, acceptance),
                |tx, &(case, status, acceptance)| {
                    Box::pin(async move {
                        let change = cases::ActiveModel {
                            id: Set(case.0),
                            status: Set(status.as_str().to_owned()),
                            acceptance: Set(acceptance.to_owned()),
                            ..Default::default()
                        };
                        cases::Entity::update(change)
                            .exec_without_returning(tx)
                            .await?;
                        Ok(())
                    })
                },
            )
            .await
            .expect("the case is changed");
    }
    move_on(&store, &panel, season::Event::BeginJudging, None).await;
    let assigned: Vec<CaseId> = assignments::Entity::find()
        .all(store.read())
        .await
        .expect("assignments")
        .into_iter()
        .map(|row| row.case_id.into())
        .collect();
    assert_eq!(assigned, [panel.cases[2]]);
}

#[tokio::test]
async fn what_is_published_twice_is_there_once_and_a_late_judge_gets_every_case() {
    let (store, _folder) = empty_store().await;
    let panel = in_judging(&store, 1, 2).await;
    let late = judge(&store, panel.season, 2).await;
    for _ in 0..2 {
        store
            .write((now(), panel.season), |tx, &(ref moment, season)| {
                Box::pin(publish_late(tx, moment, season))
            })
            .await
            .expect("it is published");
    }
    let rows = assignments::Entity::find()
        .all(store.read())
        .await
        .expect("assignments");
    assert_eq!(rows.len(), 4);
    assert_eq!(rows.iter().filter(|row| row.judge_id == late.0).count(), 2);
    assert_eq!(noted(&store, &["assignments-published"]).await.len(), 2);
}

#[tokio::test]
async fn a_judge_who_is_nominee_or_nominator_is_out_of_the_case_before_they_see_it() {
    let (store, _folder) = empty_store().await;
    let panel = panel(&store, 1, 3).await;
    let judge = panel.judges[0];
    change_address(&store, judge, "nominator-2@council.example").await;
    move_on(&store, &panel, season::Event::BeginJudging, None).await;
    let mut found = Vec::new();
    for case in &panel.cases {
        let id = assignment(&store, judge, *case).await;
        let interest = interest(&store, judge, *case).await;
        found.push((interest.status, interest.kind, status(&store, id).await));
    }
    let asked = ("asked".to_owned(), None, "published".to_owned());
    let out = (
        "recused".to_owned(),
        Some("part".to_owned()),
        "recused".to_owned(),
    );
    assert_eq!(found, [asked.clone(), out, asked]);
    let facts = noted(&store, &["interest-declared"]).await;
    assert_eq!(facts.len(), 1);
    assert_eq!(facts[0].1["kind"], "part");
    assert_eq!(facts[0].1["status"], "recused");
}

#[tokio::test]
async fn whoever_turns_out_to_have_a_part_is_recused_at_the_gate_whatever_they_answer() {
    let (store, _folder) = empty_store().await;
    let panel = in_judging(&store, 1, 1).await;
    let judge = panel.judges[0];
    change_address(&store, judge, "nominee-1@council.example").await;
    let id = assignment(&store, judge, panel.cases[0]).await;
    let answer = interests::declare(&store, &now(), judge, id, Declaration::None).await;
    assert_eq!(answer.expect("an answer").status, interest::Status::Recused);
    assert_eq!(status(&store, id).await, "recused");
}

#[tokio::test]
async fn an_answer_on_the_sheet_opens_no_case_in_which_the_judge_has_a_part_by_now() {
    let (store, _folder) = empty_store().await;
    let panel = panel(&store, 1, 1).await;
    let (judge, case) = (panel.judges[0], panel.cases[0]);
    let answers = vec![(case, Declaration::None)];
    interests::declare_on_sheet(&store, &now(), judge, panel.season, answers)
        .await
        .expect("an answer");
    change_address(&store, judge, "nominee-1@council.example").await;
    move_on(&store, &panel, season::Event::BeginJudging, None).await;
    let id = assignment(&store, judge, case).await;
    let answer = interests::declare(&store, &now(), judge, id, Declaration::None).await;
    assert_eq!(answer.expect("an answer").status, interest::Status::Recused);
    assert_eq!(status(&store, id).await, "recused");
}

#[tokio::test]
async fn a_declared_interest_shuts_the_case_until_it_is_ruled_on() {
    let (store, _folder) = empty_store().await;
    let panel = in_judging(&store, 1, 1).await;
    let (judge, case) = (panel.judges[0], panel.cases[0]);
    let id = assignment(&store, judge, case).await;
    let at = now();
    let save = |version| scorecards::save(&store, &at, judge, id, Scores::default(), version);
    assert!(matches!(
        save(0).await,
        Err(StoreError::Refused(Refusal::InterestNotDeclared))
    ));
    let declaration = Declaration::Interest {
        kind: Kind::Supplier,
        words: "My firm sold them a system in 2024.".into(),
    };
    let answer = interests::declare(&store, &now(), judge, id, declaration).await;
    assert_eq!(
        answer.expect("an answer").status,
        interest::Status::Declared
    );
    assert!(matches!(
        save(0).await,
        Err(StoreError::Refused(Refusal::RulingPending))
    ));
    let again = interests::declare(&store, &now(), judge, id, Declaration::None).await;
    assert!(matches!(
        again,
        Err(StoreError::Refused(Refusal::NotPossible { .. }))
    ));
    let waiting: InterestId = interest(&store, judge, case).await.id.into();
    let without = Ruling {
        event: interest::Event::RuleMayJudge,
        reason: " ".into(),
    };
    assert!(matches!(
        interests::rule(&store, &now(), waiting, without).await,
        Err(StoreError::Refused(Refusal::ReasonNeeded))
    ));
    let ruling = Ruling {
        event: interest::Event::RuleMayJudge,
        reason: "Three years ago, another department.".into(),
    };
    let ruled = interests::rule(&store, &now(), waiting, ruling).await;
    assert_eq!(ruled.expect("a ruling"), interest::Status::MayJudge);
    assert_eq!(save(0).await.expect("it is saved"), 1);
    let facts = noted(&store, &["interest-declared", "interest-ruled"]).await;
    let said: Vec<_> = facts
        .iter()
        .map(|(kind, body)| (kind.as_str(), body["status"].as_str(), body["to"].as_str()))
        .collect();
    assert_eq!(
        said,
        [
            ("interest-declared", Some("declared"), None),
            ("interest-ruled", None, Some("may-judge")),
        ]
    );
    // The words stand in the ledger only as a seal.
    assert!(facts[0].1["words"]["hmac"].is_string());
}

#[tokio::test]
async fn a_recusal_that_is_found_later_takes_the_submitted_scorecard_out() {
    let (store, _folder) = empty_store().await;
    let (panel, judge, id, rules) = open_case(&store).await;
    scorecards::submit(&store, &now(), judge, id, all(&rules, 4), 0)
        .await
        .expect("it is submitted");
    let open: InterestId = interest(&store, judge, panel.cases[0]).await.id.into();
    let ruling = Ruling {
        event: interest::Event::Recuse,
        reason: "Their sister manages the nominee.".into(),
    };
    interests::rule(&store, &now(), open, ruling)
        .await
        .expect("a ruling");
    assert_eq!(status(&store, id).await, "recused");
    let read = scorecards::reopen(&store, &now(), judge, id).await;
    assert!(matches!(read, Err(StoreError::Refused(Refusal::Recused))));
}

#[tokio::test]
async fn a_judge_may_step_out_with_a_reason() {
    let (store, _folder) = empty_store().await;
    let (_panel, judge, id, _rules) = open_case(&store).await;
    let none = interests::step_out(&store, &now(), judge, id, String::new()).await;
    assert!(matches!(
        none,
        Err(StoreError::Refused(Refusal::ReasonNeeded))
    ));
    assert_eq!(status(&store, id).await, "published");
    interests::step_out(
        &store,
        &now(),
        judge,
        id,
        "We were at school together.".into(),
    )
    .await
    .expect("out");
    assert_eq!(status(&store, id).await, "recused");
}
