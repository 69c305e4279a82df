//! Cases: the nominee's acceptance, the fact check, eligibility, and leaving the season. The shortlist is in
//! [`shortlist`](crate::shortlist).

mod acceptance;
mod fact_check;
pub mod several;
#[cfg(test)]
mod tests;
mod withdrawal;

use std::collections::BTreeMap;

use plaudit_domain::{
    acceptance as nominee,
    case::{Event, Status, decision},
    fact::{Fact, FactKind},
    fact_check as check,
    ids::{AccountId, CaseId, CategoryId, DecisionId, PersonId, SeasonId},
    policy,
    refusal::Refusal,
    season,
    status::NotPossible,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, LinkDef, Linked, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{Expr, ExprTrait, IntoColumnRef, Query, SelectStatement},
};
use uuid::Uuid;

use crate::{
    Moment, Store, StoreError, deliberation,
    entities::{cases, categories, decisions, nominations, people},
    error::changed_as_seen,
    kept::Kept,
    ledger, seasons,
    write::Tx,
};

pub use acceptance::record_acceptance;
pub use fact_check::{Checked, record_fact_check, restart_fact_check};
pub(crate) use withdrawal::close_empty;
pub use withdrawal::withdraw;

/// A case as it was seen: its version says whether somebody changed it since.
pub type Seen = (CaseId, i64);

/// A case as its row holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Case {
    pub(crate) id: CaseId,
    pub(crate) category: CategoryId,
    pub(crate) nominee: PersonId,
    pub(crate) status: Status,
    pub(crate) acceptance: nominee::Status,
    pub(crate) fact_check: check::Status,
    pub(crate) version: i64,
}

/// From a case to its nominee.
pub(crate) struct Nominee;

impl Linked for Nominee {
    type FromEntity = cases::Entity;
    type ToEntity = people::Entity;

    fn link(&self) -> Vec<LinkDef> {
        let link = cases::Entity::belongs_to(people::Entity)
            .from(cases::Column::NomineeId)
            .to(people::Column::Id);
        vec![link.into()]
    }
}

/// A case that must exist.
pub(crate) async fn load(conn: &impl ConnectionTrait, id: CaseId) -> Result<Case, StoreError> {
    let row = cases::Entity::find_by_id(id.0)
        .one(conn)
        .await?
        .ok_or(StoreError::NotFound)?;
    read(&row)
}

/// Turns a row into a case.
pub(crate) fn read(row: &cases::Model) -> Result<Case, StoreError> {
    Ok(Case {
        id: row.id.into(),
        category: row.category_id.into(),
        nominee: row.nominee_id.into(),
        status: Status::parse(&row.status)?,
        acceptance: nominee::Status::parse(&row.acceptance)?,
        fact_check: check::Status::parse(&row.fact_check)?,
        version: row.version,
    })
}

/// A case as it was seen, and its season, for whoever decides on it now: refused to those from whom it is kept.
pub(crate) async fn load_seen(
    tx: &Tx,
    moment: &Moment,
    (id, version): Seen,
) -> Result<(Case, season::Season), StoreError> {
    let case = load(tx, id).await?;
    Kept::of_actor(tx, moment.by).await?.refuse(id)?;
    let season = season_of(tx, case.category).await?;
    if case.version == version {
        Ok((case, season))
    } else {
        Err(StoreError::Stale)
    }
}

/// Joins the case that a row is about, and the case's category, which knows the season.
pub(crate) fn join_case(
    select: &mut SelectStatement,
    about: impl IntoColumnRef,
) -> &mut SelectStatement {
    use categories::Column as Category;
    select
        .inner_join(
            cases::Entity,
            Expr::col((cases::Entity, cases::Column::Id)).equals(about),
        )
        .inner_join(
            categories::Entity,
            Expr::col((categories::Entity, Category::Id))
                .equals((cases::Entity, cases::Column::CategoryId)),
        )
}

/// The ids of the season's cases, as a part of another query.
pub(crate) fn of_season(season: SeasonId) -> SelectStatement {
    let categories = Query::select()
        .column(categories::Column::Id)
        .from(categories::Entity)
        .and_where(categories::Column::SeasonId.eq(season.0))
        .to_owned();
    Query::select()
        .column(cases::Column::Id)
        .from(cases::Entity)
        .and_where(cases::Column::CategoryId.in_subquery(categories))
        .to_owned()
}

/// The numbers of these cases.
pub(crate) async fn numbers(
    conn: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<BTreeMap<Uuid, i64>, StoreError> {
    let rows: Vec<(Uuid, i64)> = cases::Entity::find()
        .select_only()
        .column(cases::Column::Id)
        .column(cases::Column::Number)
        .filter(cases::Column::Id.is_in(ids))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(rows.into_iter().collect())
}

/// The season of a category that must exist.
pub(crate) async fn season_of(
    conn: &impl ConnectionTrait,
    category: CategoryId,
) -> Result<season::Season, StoreError> {
    let category = categories::Entity::find_by_id(category.0)
        .one(conn)
        .await?
        .ok_or(StoreError::NotFound)?;
    seasons::load(conn, category.season_id.into()).await
}

impl Case {
    /// What the case becomes by this event.
    pub(crate) fn after(&self, event: Event) -> Result<Status, StoreError> {
        Ok(self.status.after(event)?)
    }

    /// The fact that it moved.
    pub(crate) fn moved(&self, season: SeasonId, to: Status) -> Fact {
        Fact::new(FactKind::CaseMoved)
            .in_season(season)
            .about(self.id)
            .with("from", self.status.as_str())
            .with("to", to.as_str())
    }
}

/// Changes a case's row, unless somebody was faster.
pub(crate) async fn set(
    tx: &Tx,
    case: &Case,
    change: cases::ActiveModel,
) -> Result<(), StoreError> {
    let changed = cases::Entity::update_many()
        .set(cases::ActiveModel {
            version: Set(case.version + 1),
            ..change
        })
        .filter(cases::Column::Id.eq(case.id.0))
        .filter(cases::Column::Version.eq(case.version))
        .exec(tx)
        .await?;
    changed_as_seen(&changed)
}

/// Writes a case's status, unless somebody was faster.
pub(crate) async fn set_status(tx: &Tx, case: &Case, status: Status) -> Result<(), StoreError> {
    let change = cases::ActiveModel {
        status: Set(status.as_str().to_owned()),
        ..Default::default()
    };
    set(tx, case, change).await
}

/// Names the case after the earliest of the nominations that stay, if it was named after the nominee of the one that left.
pub(crate) async fn rename_after(
    tx: &Tx,
    case: &Case,
    nominee_of_left: PersonId,
) -> Result<(), StoreError> {
    if case.nominee != nominee_of_left {
        return Ok(());
    }
    let next: Option<Option<Uuid>> = nominations::Entity::find()
        .select_only()
        .column(nominations::Column::NomineeId)
        .filter(nominations::Column::CaseId.eq(case.id.0))
        .filter(nominations::Column::NomineeId.ne(nominee_of_left.0))
        .order_by_asc(nominations::Column::SubmittedAt)
        .order_by_asc(nominations::Column::Id)
        .into_tuple()
        .one(tx)
        .await?;
    let Some(nominee) = next.flatten() else {
        return Ok(());
    };
    let change = cases::ActiveModel {
        nominee_id: Set(nominee),
        ..Default::default()
    };
    set(tx, case, change).await
}

/// Who decides: decisions are an account's, never the system's.
pub(crate) fn decider(moment: &Moment) -> Result<AccountId, StoreError> {
    moment.by.account().ok_or(StoreError::NotFound)
}

/// Keeps a decision beside its fact, so that a page need not search the ledger for it.
pub(crate) async fn decided(
    tx: &Tx,
    moment: &Moment,
    case: CaseId,
    kind: decision::Kind,
    reason: &str,
) -> Result<(), StoreError> {
    let id: DecisionId = moment.id();
    let row = decisions::ActiveModel {
        id: Set(id.0),
        case_id: Set(case.0),
        kind: Set(kind.as_str().to_owned()),
        reason: Set(reason.to_owned()),
        decided_by: Set(decider(moment)?.0),
        decided_at: Set(moment.at()),
        undone_at: Set(None),
        undone_reason: Set(None),
    };
    decisions::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Marks the standing decisions of these kinds as undone.
pub(crate) async fn undone(
    tx: &Tx,
    moment: &Moment,
    case: CaseId,
    kinds: &[decision::Kind],
    reason: &str,
) -> Result<(), StoreError> {
    decisions::Entity::update_many()
        .col_expr(decisions::Column::UndoneAt, Expr::value(moment.at()))
        .col_expr(decisions::Column::UndoneReason, Expr::value(reason))
        .filter(decisions::Column::CaseId.eq(case.0))
        .filter(decisions::Column::UndoneAt.is_null())
        .filter(decisions::Column::Kind.is_in(kinds.iter().map(|kind| kind.as_str())))
        .exec(tx)
        .await?;
    Ok(())
}

/// A reason without the space around it, if this needs none or there is one.
pub(crate) fn reasoned(needed: bool, reason: &str) -> Result<&str, StoreError> {
    let reason = reason.trim();
    if needed && reason.is_empty() {
        return Err(Refusal::ReasonNeeded.into());
    }
    Ok(reason)
}

/// Moves a case and keeps the decision that this is, or marks the one that it undoes.
pub(crate) async fn move_on(
    tx: &Tx,
    moment: &Moment,
    (case, season): (&Case, SeasonId),
    event: Event,
    reason: &str,
    fact: impl FnOnce(Fact) -> Fact,
) -> Result<(), StoreError> {
    let status = case.after(event)?;
    let reason = reasoned(event.needs_reason(), reason)?;
    decider(moment)?;
    set_status(tx, case, status).await?;
    if let Some(kind) = decision::of(event) {
        decided(tx, moment, case.id, kind, reason).await?;
    }
    let undoes = decision::undone_by(event);
    if !undoes.is_empty() {
        undone(tx, moment, case.id, undoes, reason).await?;
    }
    let moved = case
        .moved(season, status)
        .saying("reason", case.nominee, reason);
    ledger::note(tx, moment, fact(moved)).await?;
    deliberation::stir_case(tx, case.id).await
}

/// Decides that a case is eligible, that it is not, or takes the latter back.
pub async fn decide_eligibility(
    store: &Store,
    moment: &Moment,
    seen: Seen,
    event: Event,
    reason: &str,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), seen, event, reason.to_owned()),
            |tx, &(ref moment, seen, event, ref reason)| {
                Box::pin(async move {
                    let (case, season) = load_seen(tx, moment, seen).await?;
                    policy::may_screen(season.status)?;
                    match event {
                        Event::FindEligible => {
                            case.after(event)?;
                            policy::may_find_eligible(case.acceptance, case.fact_check)?;
                        }
                        Event::FindNotEligible | Event::Reopen => {}
                        other => {
                            return Err(NotPossible {
                                status: case.status,
                                event: other,
                            }
                            .into());
                        }
                    }
                    move_on(tx, moment, (&case, season.id), event, reason, |fact| fact).await
                })
            },
        )
        .await
}

/// Takes a case out by decision, for good.
pub async fn disqualify(
    store: &Store,
    moment: &Moment,
    seen: Seen,
    reason: &str,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), seen, reason.to_owned()),
            |tx, &(ref moment, seen, ref reason)| {
                Box::pin(async move {
                    let (case, season) = load_seen(tx, moment, seen).await?;
                    let place = (&case, season.id);
                    move_on(tx, moment, place, Event::Disqualify, reason, |fact| fact).await
                })
            },
        )
        .await
}
