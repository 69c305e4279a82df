//! The publication of assignments: in a small award, every case on every judge's desk.

use std::collections::{BTreeMap, BTreeSet};

use plaudit_domain::{
    acceptance,
    assignment::{Event, Status},
    case,
    fact::{Detail, Fact, FactKind},
    fact_check,
    ids::{AssignmentId, InterestId, SeasonId, StageId},
    interest::{self, conflicts::Effect},
    membership, policy,
    season::{self, Season},
    stage::Kind,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    prelude::Json,
    sea_query::{Expr, ExprTrait, Order, Query},
};
use uuid::Uuid;

use super::{JudgeRow, telling::tell};
use crate::{
    Moment, StoreError,
    entities::{assignments, cases, categories, interests as interest_rows, memberships},
    interests, ledger, memberships as memberships_of, plans, seasons, stages,
    write::Tx,
};

/// How many rows go into one statement: both databases limit its parameters.
pub(crate) const ROWS: usize = 1_000;

/// Lays every case that is before the judges on every active judge's desk, with the question of interests unanswered.
///
/// What is there stays as it is, so it may be called again: when a judge accepts late, or a case becomes eligible late.
/// A judge who has a part in a case, or left its category, is recused from it at once. Cases that get their first judge move into judging. Each judge who gets some is told by letter.
pub(crate) async fn publish_everything(
    tx: &Tx,
    moment: &Moment,
    season: &Season,
) -> Result<(), StoreError> {
    if plans::is_made(tx, season.id).await? {
        return plans::publish_in(tx, moment, season).await.map(drop);
    }
    let judges = active_judges(tx, season).await?;
    let before_judges = cases_before_judges(tx, season).await?;
    let stage = stages::id_of(tx, season.id, season.stage).await?;
    if judges.is_empty() || before_judges.is_empty() {
        return Ok(());
    }
    let ids: Vec<Uuid> = before_judges.iter().map(|case| case.id).collect();
    let assigned: BTreeSet<(Uuid, Uuid)> = assignments::Entity::find()
        .filter(assignments::Column::CaseId.is_in(ids.clone()))
        .filter(assignments::Column::StageId.eq(stage.0))
        .all(tx)
        .await?
        .into_iter()
        .map(|row| (row.case_id, row.judge_id))
        .collect();
    let answered: BTreeMap<(Uuid, Uuid), interest::Status> = interest_rows::Entity::find()
        .filter(interest_rows::Column::CaseId.is_in(ids.clone()))
        .all(tx)
        .await?
        .into_iter()
        .map(|row| {
            Ok((
                (row.case_id, row.judge_id),
                interest::Status::parse(&row.status)?,
            ))
        })
        .collect::<Result<_, StoreError>>()?;
    let parts = interests::parts(tx, &ids).await?;
    let out_of_category = out_of_category(tx, &ids).await?;

    let mut new = New::default();
    let mut given = Vec::new();
    for judge in &judges {
        let mut published = Vec::new();
        for case in &before_judges {
            let pair = (case.id, judge.id);
            if assigned.contains(&pair) {
                continue;
            }
            let has_a_part = parts
                .get(&case.id)
                .is_some_and(|parts| parts.include(judge));
            let out = if has_a_part {
                Some((interest::Kind::Part, Effect::OutOfCase))
            } else {
                out_of_category
                    .get(&(case.category_id, judge.id))
                    .map(|kind| (*kind, Effect::OutOfCategory))
            };
            let interest = match answered.get(&pair) {
                Some(interest) => *interest,
                None => new.interest(moment, season.id, pair, out)?,
            };
            if new.assignment(moment, pair, stage, interest)? == Status::Published {
                published.push(Detail::Id(case.id));
            }
        }
        if !published.is_empty() {
            given.push(judge);
            let fact = Fact::new(FactKind::AssignmentsPublished)
                .in_season(season.id)
                .about(judge.id)
                .with("cases", Detail::List(published));
            new.facts.push(fact);
        }
    }
    for case in &before_judges {
        new.begin(season.id, case);
    }
    new.write(tx, moment).await?;
    tell(tx, moment, season.id, &given).await
}

/// The same for a judge who accepts, or a case that becomes eligible, when judging has begun already; before, nothing.
pub(crate) async fn publish_late(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
) -> Result<(), StoreError> {
    let season = seasons::load(tx, season).await?;
    // Where there is a plan, whoever comes late waits for the next one.
    if season.status == season::Status::Judging && !plans::is_made(tx, season.id).await? {
        publish_everything(tx, moment, &season).await?;
    }
    Ok(())
}

/// Which judges left which categories of these cases altogether, and why: a case that comes late is kept from them too.
pub(crate) async fn out_of_category(
    tx: &impl ConnectionTrait,
    cases: &[Uuid],
) -> Result<BTreeMap<(Uuid, Uuid), interest::Kind>, StoreError> {
    let rows = interest_rows::Entity::find()
        .filter(interest_rows::Column::CaseId.is_in(cases.iter().copied()))
        .filter(interest_rows::Column::Effect.eq(Effect::OutOfCategory.as_str()))
        .filter(interest_rows::Column::Status.eq(interest::Status::Recused.as_str()))
        .all(tx)
        .await?;
    let of: BTreeMap<Uuid, Uuid> = cases::Entity::find()
        .filter(cases::Column::Id.is_in(rows.iter().map(|row| row.case_id)))
        .all(tx)
        .await?
        .into_iter()
        .map(|case| (case.id, case.category_id))
        .collect();
    let mut out = BTreeMap::new();
    for row in rows {
        let kind = row.kind.as_deref().map(interest::Kind::parse).transpose()?;
        if let Some(category) = of.get(&row.case_id) {
            out.insert(
                (*category, row.judge_id),
                kind.unwrap_or(interest::Kind::Other),
            );
        }
    }
    Ok(out)
}

/// Who judges in the stage that the season is in.
pub(crate) async fn active_judges(
    tx: &impl ConnectionTrait,
    season: &Season,
) -> Result<Vec<JudgeRow>, StoreError> {
    use memberships::Column as M;
    let mut select = JudgeRow::of_members();
    select
        .column((memberships::Entity, M::Stages))
        .and_where(Expr::col((memberships::Entity, M::ScopeId)).eq(season.id.0))
        .and_where(memberships_of::scores())
        .and_where(
            Expr::col((memberships::Entity, M::Status)).eq(membership::Status::Active.as_str()),
        )
        .order_by((memberships::Entity, M::Id), Order::Asc);
    let mut judges = Vec::new();
    for row in tx.query_all(&select).await? {
        let of = Marked::from_query_result(&row, "")?.stages;
        let of = of.as_ref().map(memberships_of::read_stages).transpose()?;
        if of.is_none_or(|of| of.contains(&season.stage)) {
            judges.push(JudgeRow::from_query_result(&row, "")?);
        }
    }
    Ok(judges)
}

#[derive(FromQueryResult)]
struct Marked {
    stages: Option<Json>,
}

/// The season's cases that judges read, or may from now on, in the order of their numbers.
pub(crate) async fn cases_before_judges(
    tx: &impl ConnectionTrait,
    season: &Season,
) -> Result<Vec<cases::Model>, StoreError> {
    let in_season = Query::select()
        .column(categories::Column::Id)
        .from(categories::Entity)
        .and_where(Expr::col(categories::Column::SeasonId).eq(season.id.0))
        .to_owned();
    let rows = cases::Entity::find()
        .filter(cases::Column::CategoryId.in_subquery(in_season))
        .filter(cases::Column::OutAfter.is_null())
        .order_by_asc(cases::Column::Number)
        .order_by_asc(cases::Column::Id)
        .all(tx)
        .await?;
    let mut before = Vec::new();
    for row in rows {
        use case::Status::{InJudging, Reserve, Shortlisted};
        let status = case::Status::parse(&row.status)?;
        if season.stage == Kind::Interview && status != Shortlisted {
            continue;
        }
        let may_begin = policy::may_begin_judging(
            season.status,
            status,
            acceptance::Status::parse(&row.acceptance)?,
            fact_check::Status::parse(&row.fact_check)?,
        );
        if may_begin.is_ok() || matches!(status, InJudging | Shortlisted | Reserve) {
            before.push(row);
        }
    }
    Ok(before)
}

/// What a publication writes, one statement per table and thousand rows.
#[derive(Default)]
pub(crate) struct New {
    interests: Vec<interest_rows::ActiveModel>,
    assignments: Vec<assignments::ActiveModel>,
    pub(crate) facts: Vec<Fact>,
    begun: Vec<Uuid>,
}

impl New {
    /// Moves a case into judging that is not there yet.
    pub(crate) fn begin(&mut self, season: SeasonId, case: &cases::Model) {
        if case.status == case::Status::Eligible.as_str() {
            self.begun.push(case.id);
            let fact = Fact::new(FactKind::CaseMoved)
                .in_season(season)
                .about(case.id)
                .with("from", case.status.as_str())
                .with("to", case::Status::InJudging.as_str());
            self.facts.push(fact);
        }
    }

    pub(crate) fn interest(
        &mut self,
        moment: &Moment,
        season: SeasonId,
        (case, judge): (Uuid, Uuid),
        out: Option<(interest::Kind, Effect)>,
    ) -> Result<interest::Status, StoreError> {
        let id: InterestId = moment.id();
        let asked = interest_rows::ActiveModel {
            id: Set(id.0),
            case_id: Set(case),
            judge_id: Set(judge),
            status: Set(interest::Status::Asked.as_str().to_owned()),
            kind: Set(None),
            words: Set(None),
            declared_at: Set(None),
            ruled_by: Set(None),
            ruling_reason: Set(None),
            ruled_at: Set(None),
            effect: Set(None),
            confirmed_at: Set(None),
            created_at: Set(moment.at()),
        };
        let Some((kind, effect)) = out else {
            self.interests.push(asked);
            return Ok(interest::Status::Asked);
        };
        let recused = interests::recused_for_a_part()?;
        self.interests.push(interest_rows::ActiveModel {
            status: Set(recused.as_str().to_owned()),
            kind: Set(Some(kind.as_str().to_owned())),
            effect: Set(Some(effect.as_str().to_owned())),
            declared_at: Set(Some(moment.at())),
            ruled_at: Set(Some(moment.at())),
            ..asked
        });
        let fact = interests::found_out(season, id, case.into(), judge.into(), kind);
        self.facts.push(fact.with("effect", effect.as_str()));
        Ok(recused)
    }

    pub(crate) fn assignment(
        &mut self,
        moment: &Moment,
        (case, judge): (Uuid, Uuid),
        stage: StageId,
        interest: interest::Status,
    ) -> Result<Status, StoreError> {
        let event = if interest == interest::Status::Recused {
            Event::Recuse
        } else {
            Event::Publish
        };
        let status = Status::Proposed.after(event)?;
        let id: AssignmentId = moment.id();
        self.assignments.push(assignments::ActiveModel {
            id: Set(id.0),
            case_id: Set(case),
            stage_id: Set(stage.0),
            judge_id: Set(judge),
            status: Set(status.as_str().to_owned()),
            published_at: Set((status == Status::Published).then(|| moment.at())),
            created_at: Set(moment.at()),
        });
        Ok(status)
    }

    pub(crate) async fn write(self, tx: &Tx, moment: &Moment) -> Result<(), StoreError> {
        for rows in self.interests.chunks(ROWS) {
            interest_rows::Entity::insert_many(rows.to_vec())
                .exec_without_returning(tx)
                .await?;
        }
        for rows in self.assignments.chunks(ROWS) {
            assignments::Entity::insert_many(rows.to_vec())
                .exec_without_returning(tx)
                .await?;
        }
        if !self.begun.is_empty() {
            cases::Entity::update_many()
                .col_expr(
                    cases::Column::Status,
                    Expr::value(case::Status::InJudging.as_str()),
                )
                .col_expr(
                    cases::Column::Version,
                    Expr::col(cases::Column::Version).add(1),
                )
                .filter(cases::Column::Id.is_in(self.begun))
                .exec(tx)
                .await?;
        }
        for facts in self.facts.chunks(ROWS) {
            ledger::note_all(tx, moment, facts.to_vec()).await?;
        }
        Ok(())
    }
}
