//! Interests: what judges declare before a case's content opens to them, what is ruled on it, and who steps out.

mod batch;
mod declaring;
mod parts;
pub(crate) mod rulers;
pub(crate) mod sheet;
mod suggested;
pub(crate) mod typed;

use plaudit_domain::{
    assignment,
    fact::{Fact, FactKind},
    ids::{AccountId, AssignmentId, CaseId, InterestId, PersonId, SeasonId},
    interest::{Event, Kind, Status},
    policy,
    refusal::Refusal,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait, Query},
};
use uuid::Uuid;

use crate::{
    Moment, Store, StoreError,
    assignments::{self, Held},
    cases::join_case,
    deliberation,
    entities::{accounts, assignments as assignment_rows, categories, interests},
    error::changed_as_seen,
    ledger, seasons,
    write::Tx,
};

pub use declaring::{Outcome, declare, declare_on_sheet};
pub(crate) use parts::{Parts, parts, recuse_unasked_who_have_a_part, recuse_who_has_a_part};
pub use rulers::may_rule;
use rulers::refuse_other_rulers;
pub use suggested::{About, confirm_suggestion, dismiss_suggestion, record_parts};
pub use typed::keep_sheet;

/// Steps out of a case that was open to the judge: a conflict that they found later.
pub async fn step_out(
    store: &Store,
    moment: &Moment,
    judge: AccountId,
    assignment: AssignmentId,
    words: String,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), judge, assignment, words),
            |tx, (moment, judge, assignment, words)| {
                Box::pin(async move {
                    let held = assignments::held(tx, *judge, *assignment).await?;
                    policy::may_declare(held.season_status, held.interest_status, Event::Recuse)?;
                    refuse_without_reason(Event::Recuse, words)?;
                    let ruling = Ruling {
                        event: Event::Recuse,
                        reason: words.clone(),
                    };
                    apply(tx, moment, &Ruled::from(&held), &ruling).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// What is ruled on an interest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// No conflict, a conflict, or a conflict found later.
    pub event: Event,
    /// Why; an empty one only where the interest itself is the reason.
    pub reason: String,
}

/// Rules on an interest that waits, or recuses a judge from a case that was open to them.
pub async fn rule(
    store: &Store,
    moment: &Moment,
    interest: InterestId,
    ruling: Ruling,
) -> Result<Status, StoreError> {
    store
        .write(
            (moment.clone(), interest, ruling),
            |tx, (moment, interest, ruling)| {
                Box::pin(async move {
                    let ruled = load(tx, *interest).await?;
                    refuse_other_rulers(tx, moment.by, ruled.season, ruled.case, ruled.judge)
                        .await?;
                    let season = seasons::load(tx, ruled.season).await?;
                    policy::may_rule(season.status, ruled.status, ruling.event)?;
                    refuse_without_reason(ruling.event, &ruling.reason)?;
                    apply(tx, moment, &ruled, ruling).await
                })
            },
        )
        .await
}

fn refuse_without_reason(event: Event, reason: &str) -> Result<(), Refusal> {
    if event.needs_reason() && reason.trim().is_empty() {
        Err(Refusal::ReasonNeeded)
    } else {
        Ok(())
    }
}

/// An interest with what a ruling on it touches.
struct Ruled {
    id: InterestId,
    status: Status,
    case: CaseId,
    season: SeasonId,
    judge: AccountId,
    judge_person: PersonId,
}

impl From<&Held> for Ruled {
    fn from(held: &Held) -> Self {
        Self {
            id: held.interest,
            status: held.interest_status,
            case: held.case,
            season: held.season,
            judge: held.judge,
            judge_person: held.judge_person,
        }
    }
}

#[derive(FromQueryResult)]
struct RuledRow {
    status: String,
    case_id: Uuid,
    season_id: Uuid,
    judge_id: Uuid,
    person_id: Uuid,
}

async fn load(tx: &Tx, id: InterestId) -> Result<Ruled, StoreError> {
    let mut select = Query::select();
    select.from(interests::Entity);
    join_case(&mut select, (interests::Entity, interests::Column::CaseId))
        .inner_join(
            accounts::Entity,
            Expr::col((accounts::Entity, accounts::Column::Id))
                .equals((interests::Entity, interests::Column::JudgeId)),
        )
        .column((interests::Entity, interests::Column::Status))
        .column((interests::Entity, interests::Column::CaseId))
        .column((categories::Entity, categories::Column::SeasonId))
        .column((interests::Entity, interests::Column::JudgeId))
        .column((accounts::Entity, accounts::Column::PersonId))
        .and_where(Expr::col((interests::Entity, interests::Column::Id)).eq(id.0));
    let row = tx.query_one(&select).await?.ok_or(StoreError::NotFound)?;
    let row = RuledRow::from_query_result(&row, "")?;
    Ok(Ruled {
        id,
        status: Status::parse(&row.status)?,
        case: row.case_id.into(),
        season: row.season_id.into(),
        judge: row.judge_id.into(),
        judge_person: row.person_id.into(),
    })
}

/// Writes a ruling down; a recusal takes the judge's assignments to the case with it, whatever was scored.
async fn apply(
    tx: &Tx,
    moment: &Moment,
    ruled: &Ruled,
    ruling: &Ruling,
) -> Result<Status, StoreError> {
    let status = ruled.status.after(ruling.event)?;
    if status == Status::Recused {
        recuse_assignments(tx, ruled.case, ruled.judge).await?;
    }
    let change = interests::ActiveModel {
        status: Set(status.as_str().to_owned()),
        ruled_by: Set(moment.by.account().map(|by| by.0)),
        ruling_reason: Set(Some(ruling.reason.clone())),
        ruled_at: Set(Some(moment.at())),
        ..Default::default()
    };
    let changed = interests::Entity::update_many()
        .set(change)
        .filter(interests::Column::Id.eq(ruled.id.0))
        .filter(interests::Column::Status.eq(ruled.status.as_str()))
        .exec(tx)
        .await?;
    changed_as_seen(&changed)?;
    let fact = Fact::new(FactKind::InterestRuled)
        .in_season(ruled.season)
        .about(ruled.id)
        .with_id("case", ruled.case)
        .with_id("judge", ruled.judge)
        .with("from", ruled.status.as_str())
        .with("to", status.as_str())
        .saying("reason", ruled.judge_person, ruling.reason.as_str());
    ledger::note(tx, moment, fact).await?;
    // Who is out may have changed under a meeting.
    deliberation::stir_case(tx, ruled.case).await?;
    Ok(status)
}

async fn recuse_assignments(tx: &Tx, case: CaseId, judge: AccountId) -> Result<(), StoreError> {
    let rows = assignment_rows::Entity::find()
        .filter(assignment_rows::Column::CaseId.eq(case.0))
        .filter(assignment_rows::Column::JudgeId.eq(judge.0))
        // A scorecard that is being submitted comes first, and is recused then.
        .lock_exclusive()
        .all(tx)
        .await?;
    let mut moves = Vec::with_capacity(rows.len());
    for row in rows {
        let status = assignment::Status::parse(&row.status)?;
        if status != assignment::Status::Recused {
            let recused = status.after(assignment::Event::Recuse)?;
            moves.push((AssignmentId(row.id), (status, recused)));
        }
    }
    for (id, statuses) in moves {
        assignments::set(tx, id, statuses).await?;
    }
    Ok(())
}

/// Where the interest of somebody ends who has a part in the case: declared for them, and ruled on at once.
pub(crate) fn recused_for_a_part() -> Result<Status, Refusal> {
    Ok(Status::Asked
        .after(Event::Declare)?
        .after(Event::RuleRecused)?)
}

/// The fact that somebody was found to be out of a case: they have a part in it, or left its category.
pub(crate) fn found_out(
    season: SeasonId,
    interest: InterestId,
    case: CaseId,
    judge: AccountId,
    kind: Kind,
) -> Fact {
    declared(season, interest, case, judge, Status::Recused, Some(kind))
}

fn declared(
    season: SeasonId,
    interest: InterestId,
    case: CaseId,
    judge: AccountId,
    status: Status,
    kind: Option<Kind>,
) -> Fact {
    let fact = Fact::new(FactKind::InterestDeclared)
        .in_season(season)
        .about(interest)
        .with_id("case", case)
        .with_id("judge", judge)
        .with("status", status.as_str());
    match kind {
        Some(kind) => fact.with("kind", kind.as_str()),
        None => fact,
    }
}
