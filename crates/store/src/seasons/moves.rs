//! The moves of a season, by an administrator or by the clock.

use jiff::Timestamp;
use plaudit_domain::{
    criterion::Criterion,
    fact::{Fact, FactKind},
    ids::SeasonId,
    nomination, policy,
    refusal::Refusal,
    season::{Event, Readiness, Season, Status, Timetable},
    stage::Kind,
    standing, terms,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait},
};

use super::{load, load_categories};
use crate::{
    Moment, Store, StoreError, assignments, deliberation, eligibility_rules,
    entities::{nominations, seasons},
    ledger,
    moment::stored,
    nominations as sent, questions, rule_sets, shortlist,
    write::Tx,
};

/// What is still missing before the season may open.
pub async fn readiness(store: &Store, id: SeasonId) -> Result<Readiness, StoreError> {
    let season = load(store.read(), id).await?;
    look(store.read(), &season).await
}

async fn look(conn: &impl ConnectionTrait, season: &Season) -> Result<Readiness, StoreError> {
    let terms = crate::terms::load_list(conn, season.programme).await?;
    let rules = rule_sets::load(conn, season.id).await?;
    Ok(Readiness {
        terms_approved: terms
            .iter()
            .any(|version| version.status == terms::Status::Approved),
        dates_complete: season.timetable.missing().is_empty()
            && season.timetable.out_of_order().is_empty(),
        has_questions: !questions::list_of(conn, season.id).await?.is_empty(),
        has_criteria: rules
            .stages
            .kinds()
            .into_iter()
            .all(|stage| stage == Kind::Sift || rules.clone().in_stage(stage).total_weight() > 0),
        scales_described: rules.every_criterion().all(Criterion::is_described),
        has_category: !load_categories(conn, season.id).await?.is_empty(),
        has_eligibility_rules: !eligibility_rules::list_of(conn, season.id)
            .await?
            .is_empty(),
        rule_set: rules.is_complete().then_some(rules.id),
    })
}

/// Moves a season. What undoes something needs a reason; opening needs everything ready, and locks the rule set.
pub async fn move_on(
    store: &Store,
    moment: &Moment,
    id: SeasonId,
    event: Event,
    reason: Option<String>,
) -> Result<Status, StoreError> {
    if event == Event::Extend {
        // Putting off the close needs the new close: see `extend`.
        return Err(Refusal::Incomplete(vec!["dates"]).into());
    }
    store
        .write(
            (moment.clone(), id, event, reason),
            |tx, (moment, id, event, reason)| {
                Box::pin(async move {
                    let season = load_locked(tx, *id).await?;
                    apply(tx, moment, &season, *event, reason.as_deref()).await
                })
            },
        )
        .await
}

/// Puts off the close for everybody: lapsed drafts are drafts again, and nominators are told by letter.
pub async fn extend(
    store: &Store,
    moment: &Moment,
    id: SeasonId,
    closes_at: Timestamp,
    reason: String,
) -> Result<Status, StoreError> {
    store
        .write(
            (moment.clone(), id, closes_at, reason),
            |tx, (moment, id, closes_at, reason)| {
                Box::pin(async move {
                    let season = load_locked(tx, *id).await?;
                    let timetable = Timetable {
                        closes_at: Some(*closes_at),
                        ..season.timetable
                    };
                    policy::may_extend(&season.timetable, &timetable, moment.now)?;
                    let status = after(&season, Event::Extend, Some(reason))?;
                    let change = seasons::ActiveModel {
                        id: Set(id.0),
                        closes_at: Set(Some(stored(*closes_at))),
                        ..Default::default()
                    };
                    seasons::Entity::update(change)
                        .exec_without_returning(tx)
                        .await?;
                    set_drafts(
                        tx,
                        *id,
                        nomination::Status::Lapsed,
                        nomination::Status::Draft,
                        moment,
                    )
                    .await?;
                    sent::tell_of_extension(tx, moment, *id).await?;
                    finish(tx, moment, &season, Event::Extend, status, Some(reason)).await
                })
            },
        )
        .await
}

/// Puts the close off as a part of something else that nominators are told of.
pub(crate) async fn put_off(
    tx: &Tx,
    moment: &Moment,
    season: &Season,
    closes_at: Timestamp,
    reason: &str,
) -> Result<(), StoreError> {
    let timetable = Timetable {
        closes_at: Some(closes_at),
        ..season.timetable
    };
    policy::may_extend(&season.timetable, &timetable, moment.now)?;
    let change = seasons::ActiveModel {
        id: Set(season.id.0),
        closes_at: Set(Some(stored(closes_at))),
        ..Default::default()
    };
    seasons::Entity::update(change)
        .exec_without_returning(tx)
        .await?;
    if season.status == Status::Open {
        super::touch(tx, season.id).await?;
        let fact = Fact::new(FactKind::SeasonChanged)
            .in_season(season.id)
            .about(season.id)
            .with("closes_at", closes_at);
        ledger::note(tx, moment, fact).await?;
        return Ok(());
    }
    let status = after(season, Event::Extend, Some(reason))?;
    set_drafts(
        tx,
        season.id,
        nomination::Status::Lapsed,
        nomination::Status::Draft,
        moment,
    )
    .await?;
    finish(tx, moment, season, Event::Extend, status, Some(reason)).await?;
    Ok(())
}

/// Closes every open season whose close has passed, and says how many those were. The clock causes it.
pub async fn close_due(store: &Store, moment: &Moment) -> Result<u64, StoreError> {
    let due = |now: Timestamp| {
        seasons::Entity::find()
            .filter(seasons::Column::Status.eq(Status::Open.as_str()))
            .filter(seasons::Column::ClosesAt.lt(stored(now)))
    };
    if due(moment.now).one(store.read()).await?.is_none() {
        return Ok(0);
    }
    store
        .write(moment.clone(), move |tx, moment| {
            Box::pin(async move {
                let mut closed = 0;
                for row in due(moment.now).lock_exclusive().all(tx).await? {
                    let season = super::read(row)?;
                    apply(tx, moment, &season, Event::Close, None).await?;
                    closed += 1;
                }
                Ok(closed)
            })
        })
        .await
}

fn after(season: &Season, event: Event, reason: Option<&str>) -> Result<Status, StoreError> {
    let status = season.status.after(event)?;
    if event.needs_reason() && reason.is_none_or(|reason| reason.trim().is_empty()) {
        return Err(Refusal::ReasonNeeded.into());
    }
    Ok(status)
}

/// The season, held until the transaction ends: whoever scores under it is waited for, and waits.
pub(crate) async fn load_locked(tx: &Tx, id: SeasonId) -> Result<Season, StoreError> {
    seasons::Entity::find_by_id(id.0)
        .lock_exclusive()
        .one(tx)
        .await?
        .map(super::read)
        .ok_or(StoreError::NotFound)?
}

/// The season's status, which stays until the transaction ends.
pub(crate) async fn status_held(tx: &Tx, id: SeasonId) -> Result<Status, StoreError> {
    let status: Option<String> = seasons::Entity::find_by_id(id.0)
        .select_only()
        .column(seasons::Column::Status)
        .lock_shared()
        .into_tuple()
        .one(tx)
        .await?;
    Ok(Status::parse(&status.ok_or(StoreError::NotFound)?)?)
}

/// One move inside an operation. Everything that may refuse comes before the first write.
pub(crate) async fn apply(
    tx: &Tx,
    moment: &Moment,
    season: &Season,
    event: Event,
    reason: Option<&str>,
) -> Result<Status, StoreError> {
    let status = after(season, event, reason)?;
    match event {
        Event::Open => {
            if season.timetable.closes_at <= Some(moment.now) {
                return Err(Refusal::Incomplete(vec!["close-to-come"]).into());
            }
            let missing = look(tx, season).await?.missing();
            if !missing.is_empty() {
                return Err(Refusal::Incomplete(missing).into());
            }
            let rules = rule_sets::load(tx, season.id).await?;
            for stage in rules.stages.kinds() {
                let is_scored = stage != Kind::Sift;
                if is_scored && standing::check(&rules.clone().in_stage(stage)).is_err() {
                    return Err(Refusal::Incomplete(vec!["criteria"]).into());
                }
            }
            rule_sets::lock(tx, moment, season.id).await?;
        }
        Event::Close => {
            policy::may_close(&season.timetable, moment.now)?;
            set_drafts(
                tx,
                season.id,
                nomination::Status::Draft,
                nomination::Status::Lapsed,
                moment,
            )
            .await?;
        }
        Event::ReturnToJudging if deliberation::is_any_signed(tx, season.id).await? => {
            return Err(Refusal::Resolved.into());
        }
        Event::BeginJudging => {
            let judges = assignments::active_judges(tx, season).await?;
            policy::may_begin_with(judges.len())?;
            assignments::publish_everything(tx, moment, season).await?;
        }
        Event::ReturnToJudging => {
            assignments::publish_everything(tx, moment, season).await?;
        }
        Event::BeginDeliberation => {
            let stages = rule_sets::load(tx, season.id).await?.stages;
            if stages.after(season.stage).is_some() {
                return Err(Refusal::StageToCome.into());
            }
            assignments::go_on_without(tx, moment, season, reason).await?;
            assignments::lock_everything(tx, moment, season).await?;
        }
        Event::Decide => {
            deliberation::refuse_undecided(tx, moment.by, season.id).await?;
            for category in load_categories(tx, season.id).await? {
                shortlist::settle(tx, moment, category.id).await?;
            }
        }
        Event::Announce => {
            let has_reason = reason.is_some_and(|reason| !reason.trim().is_empty());
            policy::may_announce(&season.timetable, moment.now, has_reason)?;
        }
        _ => {}
    }
    finish(tx, moment, season, event, status, reason).await
}

pub(crate) async fn finish(
    tx: &Tx,
    moment: &Moment,
    season: &Season,
    event: Event,
    status: Status,
    reason: Option<&str>,
) -> Result<Status, StoreError> {
    seasons::Entity::update_many()
        .col_expr(seasons::Column::Status, Expr::value(status.as_str()))
        .col_expr(
            seasons::Column::Revision,
            Expr::col(seasons::Column::Revision).add(1),
        )
        .col_expr(
            seasons::Column::Version,
            Expr::col(seasons::Column::Version).add(1),
        )
        .filter(seasons::Column::Id.eq(season.id.0))
        .exec(tx)
        .await?;
    let mut fact = Fact::new(FactKind::SeasonMoved)
        .in_season(season.id)
        .about(season.id)
        .with("event", event.as_str())
        .with("from", season.status.as_str())
        .with("to", status.as_str());
    if let (Event::Announce, Some(published)) = (event, season.timetable.announcement_at) {
        // What people were told, beside when it was: a departure from the timetable is on record.
        fact = fact.with("published", published);
    }
    if let Some(reason) = reason {
        fact = fact.with("reason", reason);
    }
    ledger::note(tx, moment, fact).await?;
    deliberation::stir_season(tx, season.id).await?;
    Ok(status)
}

/// Every draft of the season lapses at the close, and is a draft again after an extension.
async fn set_drafts(
    tx: &Tx,
    season: SeasonId,
    from: nomination::Status,
    to: nomination::Status,
    moment: &Moment,
) -> Result<(), StoreError> {
    nominations::Entity::update_many()
        .col_expr(nominations::Column::Status, Expr::value(to.as_str()))
        .col_expr(nominations::Column::UpdatedAt, Expr::value(moment.at()))
        .filter(nominations::Column::SeasonId.eq(season.0))
        .filter(nominations::Column::Status.eq(from.as_str()))
        .exec(tx)
        .await?;
    Ok(())
}
