//! Who has read which finalist: every judge of an interview reads all of them before they score any. A scorecard of the scoring
//! that is in says as much as a word given for it.

use std::collections::{BTreeMap, BTreeSet};

use plaudit_domain::{
    assignment,
    fact::{Fact, FactKind},
    ids::{AccountId, AssignmentId, SeasonId},
    interest, policy,
    refusal::Refusal,
    season,
    stage::Kind,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait, OnConflict, Order, Query},
};
use uuid::Uuid;

use crate::{
    Moment, Store, StoreError,
    assignments::{self, Held},
    cases::of_season,
    entities::{assignments as rows, cases, categories, interests, readings, stages},
    kept::Kept,
    ledger,
    scorecards::held_still,
};

/// A finalist that a judge has not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unread {
    /// The judge's assignment, by which they find it.
    pub assignment: AssignmentId,
    /// The case's number.
    pub number: i64,
}

/// The judge says that they have read this finalist; saying it again changes nothing.
pub async fn confirm(
    store: &Store,
    moment: &Moment,
    judge: AccountId,
    assignment: AssignmentId,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), judge, assignment),
            |tx, &(ref moment, judge, assignment)| {
                Box::pin(async move {
                    let held = held_still(tx, judge, assignment).await?;
                    policy::may_read_case(held.at_gate())?;
                    if held.stage != Kind::Interview {
                        return Err(StoreError::NotFound);
                    }
                    if held.season_status != season::Status::Judging {
                        return Err(Refusal::NotJudging.into());
                    }
                    let there = readings::Entity::find()
                        .filter(readings::Column::CaseId.eq(held.case.0))
                        .filter(readings::Column::JudgeId.eq(judge.0))
                        .one(tx)
                        .await?;
                    if there.is_some() {
                        return Ok(());
                    }
                    let row = readings::ActiveModel {
                        id: Set(moment.id::<AssignmentId>().0),
                        case_id: Set(held.case.0),
                        judge_id: Set(judge.0),
                        created_at: Set(moment.at()),
                    };
                    let over = [readings::Column::CaseId, readings::Column::JudgeId];
                    readings::Entity::insert(row)
                        .on_conflict(OnConflict::columns(over).do_nothing().to_owned())
                        .exec_without_returning(tx)
                        .await?;
                    let fact = Fact::new(FactKind::FinalistRead)
                        .in_season(held.season)
                        .about(held.id)
                        .with_id("case", held.case)
                        .with_id("judge", judge);
                    ledger::note(tx, moment, fact).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// Refuses a score in an interview to a judge who has not read every finalist.
pub(crate) async fn refuse_unread(
    conn: &impl ConnectionTrait,
    held: &Held,
) -> Result<(), StoreError> {
    if held.stage != Kind::Interview {
        return Ok(());
    }
    let missing = unread(conn, held.season, Some(held.judge), &Kept::default()).await?;
    match missing.get(&held.judge).map_or(0, BTreeSet::len) {
        0 => Ok(()),
        missing => Err(Refusal::FinalistsUnread { missing }.into()),
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    judge_id: Uuid,
    case_id: Uuid,
    number: i64,
}

/// The finalists that judges of a season in its interview have not read, by judge, for one judge or for all; those that somebody
/// is out of are not theirs to read.
pub(crate) async fn unread(
    conn: &impl ConnectionTrait,
    season: SeasonId,
    judge: Option<AccountId>,
    kept: &Kept,
) -> Result<BTreeMap<AccountId, BTreeSet<Unread>>, StoreError> {
    use assignment::Status::{Locked, Published, Scoring, Submitted};
    let theirs = [Published, Scoring, Submitted, Locked].map(assignment::Status::as_str);
    let mut select = Query::select();
    assignments::on_desks(&mut select)
        .column((rows::Entity, rows::Column::Id))
        .column((rows::Entity, rows::Column::JudgeId))
        .column((rows::Entity, rows::Column::CaseId))
        .column((cases::Entity, cases::Column::Number))
        .and_where(Expr::col((categories::Entity, categories::Column::SeasonId)).eq(season.0))
        .and_where(Expr::col((stages::Entity, stages::Column::Kind)).eq(Kind::Interview.as_str()))
        .and_where(Expr::col((rows::Entity, rows::Column::Status)).is_in(theirs))
        .and_where(
            Expr::col((interests::Entity, interests::Column::Status))
                .ne(interest::Status::Recused.as_str()),
        )
        .and_where(
            Expr::col((cases::Entity, cases::Column::Id)).is_not_in(kept.cases.iter().copied()),
        )
        .order_by((cases::Entity, cases::Column::Number), Order::Asc);
    if let Some(judge) = judge {
        select.and_where(Expr::col((rows::Entity, rows::Column::JudgeId)).eq(judge.0));
    }
    let read = read_in(conn, season).await?;
    let mut missing: BTreeMap<AccountId, BTreeSet<Unread>> = BTreeMap::new();
    for row in conn.query_all(&select).await? {
        let row = Row::from_query_result(&row, "")?;
        if !read.contains(&(row.case_id, row.judge_id)) {
            missing
                .entry(row.judge_id.into())
                .or_default()
                .insert(Unread {
                    assignment: row.id.into(),
                    number: row.number,
                });
        }
    }
    Ok(missing)
}

/// Which judge has read which case: by their word, or by a scorecard of the scoring that is in.
async fn read_in(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<BTreeSet<(Uuid, Uuid)>, StoreError> {
    let scoring = Query::select()
        .column(stages::Column::Id)
        .from(stages::Entity)
        .and_where(Expr::col(stages::Column::SeasonId).eq(season.0))
        .and_where(Expr::col(stages::Column::Kind).eq(Kind::Scoring.as_str()))
        .to_owned();
    let counting = assignment::Status::ALL
        .iter()
        .filter(|status| status.counts())
        .map(|status| status.as_str());
    let scored: Vec<(Uuid, Uuid)> = rows::Entity::find()
        .select_only()
        .column(rows::Column::CaseId)
        .column(rows::Column::JudgeId)
        .filter(rows::Column::StageId.in_subquery(scoring))
        .filter(rows::Column::Status.is_in(counting))
        .into_tuple()
        .all(conn)
        .await?;
    let said: Vec<(Uuid, Uuid)> = readings::Entity::find()
        .select_only()
        .column(readings::Column::CaseId)
        .column(readings::Column::JudgeId)
        .filter(readings::Column::CaseId.in_subquery(of_season(season)))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(scored.into_iter().chain(said).collect())
}
