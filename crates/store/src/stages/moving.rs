//! A season's way from one stage to the next: who goes on is decided on what was seen, and taken back until something
//! was put down in the next stage.

use std::collections::{BTreeMap, BTreeSet};

use plaudit_domain::{
    assignment,
    case::{Event, Status},
    fact::{Detail, Fact, FactKind},
    ids::{CaseId, SeasonId},
    policy,
    refusal::Refusal,
    rule_set::RuleSet,
    season::Season,
    stage::{self, Kind},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr,
};
use uuid::Uuid;

use super::{candidates, current_ones, set_current};
use crate::{
    Moment, Store, StoreError,
    assignments::{self, ROWS},
    cases::{self, of_season},
    entities::{assignments as rows, cases as case_rows, readings},
    kept::Kept,
    ledger, rule_sets, seasons,
    write::Tx,
};

/// Ends the stage that the season is in: of the cases that were seen, with their marks, the chosen go on, and the others
/// do not. A list that is not what the votes come to has a reason.
pub async fn go_on(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    seen: BTreeMap<CaseId, String>,
    chosen: BTreeSet<CaseId>,
    reason: &str,
) -> Result<Kind, StoreError> {
    store
        .write(
            (moment.clone(), season, seen, chosen, reason.to_owned()),
            |tx, (moment, season, seen, chosen, reason)| {
                Box::pin(async move {
                    let season = seasons::load_locked(tx, *season).await?;
                    policy::may_move_stage(season.status)?;
                    cases::decider(moment)?;
                    let rules = rule_sets::load(tx, season.id).await?;
                    let to = rules
                        .stages
                        .after(season.stage)
                        .ok_or(StoreError::NotFound)?;
                    let found = candidates(tx, &season, &rules, &Kept::default()).await?;
                    let kept = Kept::of_actor(tx, moment.by).await?;
                    for one in &found {
                        kept.refuse(one.case)?;
                    }
                    let now: BTreeMap<CaseId, String> =
                        found.iter().map(|one| (one.case, one.mark())).collect();
                    if now != *seen || !chosen.iter().all(|case| now.contains_key(case)) {
                        return Err(StoreError::Stale);
                    }
                    let goes_on = |case: CaseId| match season.stage {
                        // Whom the interview is for, the shortlist says.
                        Kind::Scoring | Kind::Interview => {
                            found.iter().any(|one| one.case == case && one.goes_on())
                        }
                        Kind::Sift => chosen.contains(&case),
                    };
                    let departs = found.iter().any(|one| {
                        (one.verdict)
                            .is_some_and(|verdict| stage::departs(verdict, goes_on(one.case)))
                    });
                    let reason = cases::reasoned(departs, reason)?;
                    let (on, out): (Vec<CaseId>, Vec<CaseId>) = found
                        .iter()
                        .map(|one| one.case)
                        .partition(|case| goes_on(*case));
                    if season.stage == Kind::Sift {
                        leave_out(tx, moment, &season, &out, reason).await?;
                    }
                    end_for_all_but(tx, &season, &on).await?;
                    note(tx, moment, (&season, to), (&on, &out), reason).await?;
                    set_current(tx, season.id, to).await?;
                    let season = Season {
                        stage: to,
                        ..season
                    };
                    assignments::publish_everything(tx, moment, &season).await?;
                    Ok(to)
                })
            },
        )
        .await
}

/// Takes the move to the stage that the season is in back: every case is where it was, and nobody has lost anything.
pub async fn go_back(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    reason: &str,
) -> Result<Kind, StoreError> {
    store
        .write(
            (moment.clone(), season, reason.to_owned()),
            |tx, (moment, season, reason)| {
                Box::pin(async move {
                    let season = seasons::load_locked(tx, *season).await?;
                    policy::may_move_stage(season.status)?;
                    let rules = rule_sets::load(tx, season.id).await?;
                    let to = rules
                        .stages
                        .before(season.stage)
                        .ok_or(StoreError::NotFound)?;
                    let reason = cases::reasoned(true, reason)?;
                    refuse_going_back(tx, &season, &rules).await?;
                    let left: Vec<case_rows::Model> = case_rows::Entity::find()
                        .filter(case_rows::Column::Id.in_subquery(of_season(season.id)))
                        .filter(case_rows::Column::OutAfter.eq(to.as_str()))
                        .all(tx)
                        .await?;
                    let kept = Kept::of_actor(tx, moment.by).await?;
                    for row in &left {
                        kept.refuse(row.id.into())?;
                    }
                    for row in left.iter().filter(|_| to == Kind::Sift) {
                        let case = cases::read(row)?;
                        if case.status == Status::NotShortlisted {
                            let whose = (&case, season.id);
                            cases::move_on(tx, moment, whose, Event::Readmit, reason, |fact| fact)
                                .await?;
                        }
                    }
                    let back: Vec<Uuid> = left.iter().map(|row| row.id).collect();
                    set_out_after(tx, &back, None).await?;
                    // Nobody began them, so that nothing hangs on them: the ledger keeps that they were published.
                    rows::Entity::delete_many()
                        .filter(rows::Column::CaseId.in_subquery(of_season(season.id)))
                        .filter(rows::Column::StageId.in_subquery(current_ones()))
                        .exec(tx)
                        .await?;
                    let back: Vec<CaseId> = back.into_iter().map(Into::into).collect();
                    note(tx, moment, (&season, to), (&back, &[]), reason).await?;
                    set_current(tx, season.id, to).await?;
                    Ok(to)
                })
            },
        )
        .await
}

/// A reserve who moves up while finalists are interviewed is one of them.
pub(crate) async fn join_late(
    tx: &Tx,
    moment: &Moment,
    season: &Season,
    case: CaseId,
) -> Result<(), StoreError> {
    set_out_after(tx, &[case.0], None).await?;
    assignments::publish_late(tx, moment, season.id).await
}

/// Whether the move to the stage that the season is in can be taken back.
pub(crate) async fn may_still_go_back(
    conn: &impl ConnectionTrait,
    season: &Season,
    rules: &RuleSet,
) -> Result<bool, StoreError> {
    match refuse_going_back(conn, season, rules).await {
        Ok(()) => Ok(true),
        Err(StoreError::Refused(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Refuses once something was put down in the stage that the season is in, or names were seen in it that the stage before does
/// not show.
async fn refuse_going_back(
    conn: &impl ConnectionTrait,
    season: &Season,
    rules: &RuleSet,
) -> Result<(), StoreError> {
    use assignment::Status::{Proposed, Published, Recused};
    let shows = |stage| rules.reading.shows_names(season.status, stage);
    let before = rules.stages.before(season.stage);
    if before.is_some_and(|before| shows(season.stage) && !shows(before)) {
        return Err(Refusal::NamesSeen.into());
    }
    let season = season.id;
    let untouched = [Proposed, Published, Recused].map(assignment::Status::as_str);
    let begun = rows::Entity::find()
        .filter(rows::Column::CaseId.in_subquery(of_season(season)))
        .filter(rows::Column::StageId.in_subquery(current_ones()))
        .filter(rows::Column::Status.is_not_in(untouched))
        .count(conn)
        .await?;
    let read = readings::Entity::find()
        .filter(readings::Column::CaseId.in_subquery(of_season(season)))
        .count(conn)
        .await?;
    if begun == 0 && read == 0 {
        Ok(())
    } else {
        Err(Refusal::StageBegun.into())
    }
}

/// The cases that a sift leaves out are not shortlisted, by decision.
async fn leave_out(
    tx: &Tx,
    moment: &Moment,
    season: &Season,
    out: &[CaseId],
    reason: &str,
) -> Result<(), StoreError> {
    for case in out {
        let case = cases::load(tx, *case).await?;
        let in_stage = |fact: Fact| fact.with("stage", season.stage.as_str());
        let whose = (&case, season.id);
        cases::move_on(tx, moment, whose, Event::LeaveOut, reason, in_stage).await?;
    }
    Ok(())
}

/// Every case that took part in the stage and does not go on had its last.
async fn end_for_all_but(tx: &Tx, season: &Season, on: &[CaseId]) -> Result<(), StoreError> {
    let on: BTreeSet<Uuid> = on.iter().map(|case| case.0).collect();
    let out: Vec<Uuid> = case_rows::Entity::find()
        .filter(case_rows::Column::Id.in_subquery(of_season(season.id)))
        .filter(case_rows::Column::OutAfter.is_null())
        .all(tx)
        .await?
        .into_iter()
        .filter(|row| !on.contains(&row.id) && is_judged(row))
        .map(|row| row.id)
        .collect();
    set_out_after(tx, &out, Some(season.stage)).await
}

fn is_judged(row: &case_rows::Model) -> bool {
    let status = Status::parse(&row.status);
    status.is_ok_and(plaudit_domain::case::decision::is_ranked)
}

async fn set_out_after(tx: &Tx, ids: &[Uuid], stage: Option<Kind>) -> Result<(), StoreError> {
    for ids in ids.chunks(ROWS) {
        case_rows::Entity::update_many()
            .col_expr(
                case_rows::Column::OutAfter,
                Expr::value(stage.map(Kind::as_str)),
            )
            .filter(case_rows::Column::Id.is_in(ids.iter().copied()))
            .exec(tx)
            .await?;
    }
    Ok(())
}

async fn note(
    tx: &Tx,
    moment: &Moment,
    (season, to): (&Season, Kind),
    (on, out): (&[CaseId], &[CaseId]),
    reason: &str,
) -> Result<(), StoreError> {
    let list =
        |cases: &[CaseId]| Detail::List(cases.iter().map(|case| Detail::Id(case.0)).collect());
    let mut fact = Fact::new(FactKind::StageMoved)
        .in_season(season.id)
        .about(season.id)
        .with("from", season.stage.as_str())
        .with("to", to.as_str())
        .with("on", list(on))
        .with("out", list(out));
    if !reason.is_empty() {
        fact = fact.with("reason", reason);
    }
    ledger::note(tx, moment, fact).await?;
    Ok(())
}
