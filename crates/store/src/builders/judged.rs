//! Nominations, cases and scorecards as rows, for tests of what comes after them.

use plaudit_domain::{
    assignment, case,
    ids::{AccountId, CaseId, CategoryId, SeasonId},
    nomination,
    person::{Email, Person},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{moment, received};
use crate::{
    Actor, Moment, Store, StoreError,
    entities::{accounts, assignments, cases, nominations, scorecards, scores},
    people, rule_sets, screening, seasons,
};

/// An hour at which everything in these tests happens.
pub(crate) const THEN: &str = "2027-03-10T10:00:00Z";

/// Somebody as a form names them.
pub(crate) fn person(name: &str, employer: &str) -> Person {
    let local: String = name
        .chars()
        .map(|c| {
            if c.is_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '.'
            }
        })
        .collect();
    Person {
        name: name.into(),
        email: Email::parse(&format!("{local}@marrowby.example")).ok(),
        telephone: None,
        role: None,
        employer: Some(employer.into()),
    }
}

/// An account for this person.
pub(crate) async fn account(store: &Store, name: &str) -> AccountId {
    let moment = moment(THEN);
    let named = person(name, "The society");
    store
        .write((moment, named), |tx, (moment, named)| {
            Box::pin(async move {
                let person_id = people::insert(tx, moment, named).await?;
                let id: AccountId = moment.id();
                let row = accounts::ActiveModel {
                    id: Set(id.0),
                    person_id: Set(person_id.0),
                    email: Set(named
                        .email
                        .as_ref()
                        .map(ToString::to_string)
                        .unwrap_or_default()),
                    created_at: Set(moment.at()),
                    signed_in_at: Set(None),
                };
                accounts::Entity::insert(row)
                    .exec_without_returning(tx)
                    .await?;
                Ok(id)
            })
        })
        .await
        .expect("an account")
}

/// An administrator's moment.
pub(crate) async fn administrator(store: &Store) -> (AccountId, Moment) {
    let id = account(store, "Jo Marsh").await;
    (id, acting(id))
}

/// A moment in which this account acts.
pub(crate) fn acting(id: AccountId) -> Moment {
    let mut moment = moment(THEN);
    moment.by = Actor::Account(id);
    moment
}

/// The one category of a season.
pub(crate) async fn category(store: &Store, season: SeasonId) -> CategoryId {
    seasons::categories(store, season)
        .await
        .expect("categories")[0]
        .id
}

/// A nomination with this status.
pub(crate) async fn nominated(
    store: &Store,
    season: SeasonId,
    nominee: Person,
    status: nomination::Status,
) -> screening::Seen {
    let category = category(store, season).await;
    store
        .write(
            (moment(THEN), nominee, season, category, status),
            |tx, &(ref moment, ref nominee, season, category, status)| {
                Box::pin(async move {
                    let nominator = person("Robin Teal", "Marrowby Council");
                    let [nominee, nominator] =
                        people::insert_all(tx, moment, [nominee, &nominator]).await?;
                    let row = received(moment, (season, category), [nominee, nominator], status);
                    let id = row.id.clone().unwrap();
                    nominations::Entity::insert(row)
                        .exec_without_returning(tx)
                        .await?;
                    Ok((id.into(), 1))
                })
            },
        )
        .await
        .expect("a nomination")
}

/// A case of this nominee, laid before the judges.
pub(crate) async fn case_in_judging(store: &Store, season: SeasonId, nominee: &str) -> CaseId {
    let (_, moment) = administrator_again(store).await;
    let person = person(nominee, "Marrowby Council");
    let seen = nominated(store, season, person, nomination::Status::Submitted).await;
    let case = screening::accept(store, &moment, seen, screening::Destination::NewCase)
        .await
        .expect("a case");
    set_case_status(store, case, case::Status::InJudging).await;
    case
}

async fn administrator_again(store: &Store) -> (AccountId, Moment) {
    let found = accounts::Entity::find()
        .filter(accounts::Column::Email.eq("jo.marsh@marrowby.example"))
        .one(store.read())
        .await
        .expect("accounts");
    match found {
        Some(row) => (row.id.into(), acting(row.id.into())),
        None => administrator(store).await,
    }
}

/// Writes a case's status as it is, without its moves.
pub(crate) async fn set_case_status(store: &Store, case: CaseId, status: case::Status) {
    store
        .write((case, status), |tx, &(case, status)| {
            Box::pin(async move {
                cases::Entity::update_many()
                    .col_expr(cases::Column::Status, Expr::value(status.as_str()))
                    .filter(cases::Column::Id.eq(case.0))
                    .exec(tx)
                    .await?;
                Ok(())
            })
        })
        .await
        .expect("a status");
}

/// A submitted scorecard with these steps, in the order of the criteria.
pub(crate) async fn scored(
    store: &Store,
    season: SeasonId,
    case: CaseId,
    judge: AccountId,
    steps: &[i64],
) {
    let stage = seasons::stages(store, season).await.expect("stages")[0].id;
    let rules = rule_sets::current(store, season).await.expect("rules");
    let steps: Vec<_> = rules
        .criteria
        .iter()
        .map(|criterion| criterion.id)
        .zip(steps.iter().copied())
        .collect();
    store
        .write(
            (moment(THEN), case, judge, stage, rules.id, steps),
            |tx, &(ref moment, case, judge, stage, rules, ref steps)| {
                Box::pin(async move {
                    let assignment: plaudit_domain::ids::AssignmentId = moment.id();
                    let row = assignments::ActiveModel {
                        id: Set(assignment.0),
                        case_id: Set(case.0),
                        stage_id: Set(stage.0),
                        judge_id: Set(judge.0),
                        status: Set(assignment::Status::Submitted.as_str().to_owned()),
                        published_at: Set(Some(moment.at())),
                        created_at: Set(moment.at()),
                    };
                    assignments::Entity::insert(row)
                        .exec_without_returning(tx)
                        .await?;
                    let card: plaudit_domain::ids::ScorecardId = moment.id();
                    let row = scorecards::ActiveModel {
                        id: Set(card.0),
                        assignment_id: Set(assignment.0),
                        rule_set_id: Set(rules.0),
                        vote: Set(None),
                        comment: Set("Clear figures".to_owned()),
                        strongest: Set(String::new()),
                        would_have_helped: Set(String::new()),
                        submitted_at: Set(Some(moment.at())),
                        first_submitted_at: Set(Some(moment.at())),
                        version: Set(1),
                        created_at: Set(moment.at()),
                        updated_at: Set(moment.at()),
                    };
                    scorecards::Entity::insert(row)
                        .exec_without_returning(tx)
                        .await?;
                    let rows = steps.iter().map(|(criterion, steps)| scores::ActiveModel {
                        scorecard_id: Set(card.0),
                        criterion_id: Set(criterion.0),
                        steps: Set(*steps),
                    });
                    scores::Entity::insert_many(rows)
                        .exec_without_returning(tx)
                        .await?;
                    Ok::<_, StoreError>(())
                })
            },
        )
        .await
        .expect("a scorecard");
}
