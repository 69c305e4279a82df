//! Changing who judges what by hand: a case is given, taken away, handed over, or exchanged for another.

use plaudit_domain::{
    assignment::{Event, Status},
    fact::{Fact, FactKind},
    ids::{AccountId, AssignmentId, CaseId, SeasonId},
    plan::change,
    policy,
    refusal::Refusal,
    season,
};
use sea_orm::{ActiveValue::Set, EntityTrait, sea_query::OnConflict};

use super::{Inputs, load, raise};
use crate::{
    Moment, Store, StoreError,
    assignments::{self, New},
    entities::{assignments as rows, plan_pairs},
    kept::Kept,
    ledger, seasons,
    write::Tx,
};

/// What changes hands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// The case.
    pub case: CaseId,
    /// Who gives it up; nobody where one more is to read it.
    pub from: Option<AccountId>,
    /// Who takes it; nobody where one fewer is to read it.
    pub to: Option<AccountId>,
    /// The case that comes back in return.
    pub exchange: Option<CaseId>,
    /// Why; needed once the case is on desks.
    pub reason: String,
}

/// Changes the plan by hand. While the case is only planned, a proposal is changed, and the next plan keeps it so; once
/// it is on desks, the change is on the desks at once, with its reason.
pub async fn hand_over(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    seen: i64,
    handed: Handed,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), season, seen, handed),
            |tx, (moment, season, seen, handed)| {
                Box::pin(async move {
                    let inputs = load(tx, *season).await?;
                    inputs.refuse_kept(&Kept::of_actor(tx, moment.by).await?)?;
                    policy::may_plan(seasons::status_held(tx, *season).await?)?;
                    let moves = moves(&inputs, handed)?;
                    raise(tx, *season, *seen).await?;
                    for one in moves {
                        apply(tx, moment, &inputs, one, &handed.reason).await?;
                    }
                    Ok(())
                })
            },
        )
        .await
}

/// One thing that is written.
enum Move<'a> {
    /// A proposal goes, and the judge is not to have the case.
    Forget(&'a rows::Model),
    /// What is on a desk goes off it.
    Take(&'a rows::Model, Status),
    /// A case is given: proposed, or at once on the desk.
    Give(CaseId, AccountId, bool),
}

/// Everything that is to be written, or why it may not be.
fn moves<'a>(inputs: &'a Inputs, handed: &Handed) -> Result<Vec<Move<'a>>, StoreError> {
    let mut found = Vec::new();
    if let Some(from) = handed.from {
        found.push(taken(inputs, handed.case, from, handed.to.is_some())?);
    }
    if let Some(to) = handed.to {
        found.push(given(inputs, handed.case, to)?);
    }
    match (handed.exchange, handed.from, handed.to) {
        (Some(back), Some(from), Some(to)) => {
            found.push(taken(inputs, back, to, true)?);
            found.push(given(inputs, back, from)?);
        }
        (Some(_), ..) => return Err(StoreError::NotFound),
        (None, ..) => {}
    }
    let is_seen = found
        .iter()
        .any(|one| matches!(one, Move::Take(..) | Move::Give(_, _, true)));
    if found.is_empty() {
        Err(StoreError::NotFound)
    } else if is_seen && handed.reason.trim().is_empty() {
        Err(Refusal::ReasonNeeded.into())
    } else {
        Ok(found)
    }
}

fn taken(
    inputs: &Inputs,
    case: CaseId,
    judge: AccountId,
    goes_on: bool,
) -> Result<Move<'_>, StoreError> {
    let row = inputs
        .rows
        .iter()
        .find(|row| row.case_id == case.0 && row.judge_id == judge.0)
        .ok_or(StoreError::NotFound)?;
    let status = Status::parse(&row.status)?;
    match status {
        Status::Proposed => Ok(Move::Forget(row)),
        Status::Published | Status::Scoring if goes_on => {
            Ok(Move::Take(row, status.after(Event::Reassign)?))
        }
        Status::Published | Status::Scoring => {
            Ok(Move::Take(row, status.after(Event::GoOnWithout)?))
        }
        // A scorecard that is in is not thrown away by rearranging.
        _ => Err(status
            .after(Event::Reassign)
            .map_or_else(StoreError::from, |_| StoreError::Stale)),
    }
}

fn given(inputs: &Inputs, case: CaseId, judge: AccountId) -> Result<Move<'_>, StoreError> {
    let has_it = |row: &&rows::Model| row.case_id == case.0 && row.judge_id == judge.0;
    if inputs.rows.iter().any(|row| has_it(&row)) {
        return Err(Refusal::Barred.into());
    }
    // What was once set aside by hand can be taken back by hand.
    match change::may_give(&inputs.instance, case, judge) {
        Ok(()) | Err(plaudit_domain::plan::Bar::ByHand) => {}
        Err(_) => return Err(Refusal::Barred.into()),
    }
    let on_desks = inputs.rows.iter().any(|row| {
        row.case_id == case.0
            && Status::parse(&row.status).is_ok_and(|status| status != Status::Proposed)
    });
    let is_seen = inputs.season.status == season::Status::Judging && on_desks;
    Ok(Move::Give(case, judge, is_seen))
}

async fn apply(
    tx: &Tx,
    moment: &Moment,
    inputs: &Inputs,
    one: Move<'_>,
    reason: &str,
) -> Result<(), StoreError> {
    let season = inputs.season.id;
    match one {
        Move::Forget(row) => {
            rows::Entity::delete_by_id(row.id).exec(tx).await?;
            let pair = (row.case_id.into(), row.judge_id.into());
            set_pair(tx, season, pair, false).await
        }
        Move::Take(row, to) => {
            let from = Status::parse(&row.status)?;
            assignments::set(tx, row.id.into(), (from, to)).await?;
            let fact = moved(
                inputs,
                row.id.into(),
                (row.case_id.into(), row.judge_id.into()),
            )
            .with("from", from.as_str())
            .with("to", to.as_str());
            note(tx, moment, inputs, fact, row.judge_id.into(), reason).await
        }
        Move::Give(case, judge, false) => {
            let row = row(moment, inputs, (case, judge), Status::Proposed);
            rows::Entity::insert(row).exec_without_returning(tx).await?;
            set_pair(tx, season, (case, judge), true).await
        }
        Move::Give(case, judge, true) => {
            let published = Status::Proposed.after(Event::Publish)?;
            let row = row(moment, inputs, (case, judge), published);
            let id = AssignmentId(row.id.clone().unwrap());
            rows::Entity::insert(row).exec_without_returning(tx).await?;
            if !inputs.asked.contains_key(&(case.0, judge.0)) {
                let mut new = New::default();
                new.interest(moment, season, (case.0, judge.0), None)?;
                new.write(tx, moment).await?;
            }
            let fact = moved(inputs, id, (case, judge))
                .with("from", Status::Proposed.as_str())
                .with("to", published.as_str());
            note(tx, moment, inputs, fact, judge, reason).await
        }
    }
}

fn row(
    moment: &Moment,
    inputs: &Inputs,
    (case, judge): (CaseId, AccountId),
    status: Status,
) -> rows::ActiveModel {
    let id: AssignmentId = moment.id();
    rows::ActiveModel {
        id: Set(id.0),
        case_id: Set(case.0),
        stage_id: Set(inputs.stage.0),
        judge_id: Set(judge.0),
        status: Set(status.as_str().to_owned()),
        published_at: Set((status == Status::Published).then(|| moment.at())),
        created_at: Set(moment.at()),
    }
}

async fn set_pair(
    tx: &Tx,
    season: SeasonId,
    (case, judge): (CaseId, AccountId),
    is_wanted: bool,
) -> Result<(), StoreError> {
    let row = plan_pairs::ActiveModel {
        season_id: Set(season.0),
        case_id: Set(case.0),
        judge_id: Set(judge.0),
        is_wanted: Set(is_wanted),
    };
    let over = OnConflict::columns([plan_pairs::Column::CaseId, plan_pairs::Column::JudgeId])
        .update_column(plan_pairs::Column::IsWanted)
        .to_owned();
    plan_pairs::Entity::insert(row)
        .on_conflict(over)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

fn moved(inputs: &Inputs, id: AssignmentId, (case, judge): (CaseId, AccountId)) -> Fact {
    Fact::new(FactKind::AssignmentMoved)
        .in_season(inputs.season.id)
        .about(id)
        .with_id("case", case)
        .with_id("judge", judge)
}

async fn note(
    tx: &Tx,
    moment: &Moment,
    inputs: &Inputs,
    fact: Fact,
    judge: AccountId,
    reason: &str,
) -> Result<(), StoreError> {
    let person = inputs.judges.iter().find(|row| row.id == judge.0);
    let fact = match person {
        Some(row) => fact.saying("reason", row.person_id.into(), reason),
        None => fact,
    };
    ledger::note(tx, moment, fact).await?;
    Ok(())
}
