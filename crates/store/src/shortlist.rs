//! The shortlist: cases put forward, held in reserve or left out, with a reason where that departs from the ranking,
//! and taken back with another.

mod rest;
#[cfg(test)]
mod tests;

use plaudit_domain::{
    case::{Event, Status},
    fact::Fact,
    ids::{CaseId, CategoryId},
    policy,
    rule_set::WhatIf,
    shortlist,
    stage::Kind,
    standing::Place,
    status::NotPossible,
};

use crate::{
    Moment, Store, StoreError,
    cases::{self, Case, Seen},
    deliberation,
    kept::Kept,
    stages,
    standings::{self, Stood},
    write::Tx,
};

pub use rest::leave_out;
pub(crate) use rest::settle;

/// The detail of a fact that says that a case was put forward as one of the cut.
pub(crate) const CUT: &str = "cut";
/// The same for those that were left out in one step.
pub(crate) const REST: &str = "rest";

/// Puts a case on the shortlist, holds it in reserve, promotes it from there, or leaves it out.
pub async fn decide(
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
                Box::pin(async move { decide_in(tx, moment, seen, event, reason).await })
            },
        )
        .await
}

/// The same inside an operation.
pub(crate) async fn decide_in(
    tx: &Tx,
    moment: &Moment,
    seen: Seen,
    event: Event,
    reason: &str,
) -> Result<(), StoreError> {
    let (case, season) = cases::load_seen(tx, moment, seen).await?;
    // Held, so that the season is not decided meanwhile.
    policy::may_shortlist_in(deliberation::refuse_signed(tx, season.id, case.category).await?)?;
    case.after(event)?;
    shortlist::may_change_in(season.stage, event)?;
    let stood = stood_for(tx, moment, case.category).await?;
    let place = place(&stood, case.id)?;
    let departs = shortlist::departs(place, event);
    match event {
        Event::Shortlist | Event::Promote => {
            refuse_short_of(&stood, place)?;
            let size = stood.rules.shortlist_size;
            shortlist::may_add(size, &stood.standing, finalists(&stood))?;
        }
        Event::HoldInReserve => refuse_short_of(&stood, place)?,
        Event::LeaveOut => {}
        other => {
            return Err(NotPossible {
                status: case.status,
                event: other,
            }
            .into());
        }
    }
    let reason = cases::reasoned(departs || event.needs_reason(), reason)?;
    apply(tx, moment, &stood, (&case, event), reason, |fact| fact).await?;
    if season.stage == Kind::Interview && event == Event::Promote {
        stages::join_late(tx, moment, &season, case.id).await?;
    }
    Ok(())
}

/// Takes a case off the shortlist or out of the reserve, or takes back that it was left out: it is in judging again.
pub async fn undo(
    store: &Store,
    moment: &Moment,
    seen: Seen,
    reason: &str,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), seen, reason.to_owned()),
            |tx, &(ref moment, seen, ref reason)| {
                Box::pin(async move { undo_in(tx, moment, seen, reason).await })
            },
        )
        .await
}

/// The same inside an operation.
pub(crate) async fn undo_in(
    tx: &Tx,
    moment: &Moment,
    seen: Seen,
    reason: &str,
) -> Result<(), StoreError> {
    let (case, season) = cases::load_seen(tx, moment, seen).await?;
    // Held, so that the season is not decided meanwhile.
    policy::may_shortlist_in(deliberation::refuse_signed(tx, season.id, case.category).await?)?;
    let event = shortlist::undoing(case.status);
    shortlist::may_change_in(season.stage, event)?;
    let stood = stood_for(tx, moment, case.category).await?;
    // What a sift left behind has no place here: it comes back with the move to the stage.
    place(&stood, case.id)?;
    let place = (&case, season.id);
    cases::move_on(tx, moment, place, event, reason, |fact| fact).await
}

/// Takes back what one step put forward or left out, in one step too: those cases, which stand so now, are in judging again.
pub async fn take_back(
    store: &Store,
    moment: &Moment,
    (category, status): (CategoryId, Status),
    previewed: Vec<Seen>,
    reason: &str,
) -> Result<usize, StoreError> {
    store
        .write(
            (
                moment.clone(),
                category,
                status,
                previewed,
                reason.to_owned(),
            ),
            |tx, &(ref moment, category, status, ref previewed, ref reason)| {
                Box::pin(async move {
                    if previewed.is_empty() {
                        return Err(StoreError::Stale);
                    }
                    for seen in previewed {
                        let case = cases::load(tx, seen.0).await?;
                        if case.category != category || case.status != status {
                            return Err(StoreError::Stale);
                        }
                        undo_in(tx, moment, *seen, reason).await?;
                    }
                    Ok(previewed.len())
                })
            },
        )
        .await
}

/// Puts forward, in one step, the cases that a preview showed to be within the cut and not yet put forward.
///
/// If the ranking says otherwise by now, nothing is done: the preview is stale.
pub async fn take(
    store: &Store,
    moment: &Moment,
    category: CategoryId,
    previewed: Vec<Seen>,
    reason: &str,
) -> Result<usize, StoreError> {
    store
        .write(
            (moment.clone(), category, previewed, reason.to_owned()),
            |tx, &(ref moment, category, ref previewed, ref reason)| {
                Box::pin(async move {
                    let stood = stood_for_all(tx, moment, (category, Event::Shortlist)).await?;
                    let proposed = proposal(&stood);
                    refuse_stale(&proposed, previewed)?;
                    let already = finalists(&stood);
                    let size = stood.rules.shortlist_size;
                    let more = u32::try_from(proposed.len()).unwrap_or(u32::MAX);
                    if more > 0 {
                        let last = already.saturating_add(more - 1);
                        shortlist::may_add(size, &stood.standing, last)?;
                    }
                    for case in &proposed {
                        let chosen = (*case, Event::Shortlist);
                        let by_cut = |fact: Fact| fact.with(CUT, true);
                        apply(tx, moment, &stood, chosen, reason.trim(), by_cut).await?;
                    }
                    Ok(proposed.len())
                })
            },
        )
        .await
}

/// How the category stands, for whoever moves several of its cases so in one step. Held, so that the season is not decided
/// meanwhile.
async fn stood_for_all(
    tx: &Tx,
    moment: &Moment,
    (category, event): (CategoryId, Event),
) -> Result<Stood, StoreError> {
    let stood = stood_for(tx, moment, category).await?;
    let season = &stood.season;
    policy::may_shortlist_in(deliberation::refuse_signed(tx, season.id, category).await?)?;
    shortlist::may_change_in(season.stage, event)?;
    cases::decider(moment)?;
    Ok(stood)
}

/// Refuses where a preview showed other cases than these, or showed them otherwise than they are.
fn refuse_stale(cases: &[&Case], previewed: &[Seen]) -> Result<(), StoreError> {
    let mut now: Vec<Seen> = cases.iter().map(|case| (case.id, case.version)).collect();
    let mut seen = previewed.to_vec();
    now.sort_unstable();
    seen.sort_unstable();
    if now == seen {
        Ok(())
    } else {
        Err(StoreError::Stale)
    }
}

/// How the category stands, for whoever decides on it: each place is measured against all others, so that nobody decides here
/// who is kept from one of them.
async fn stood_for(tx: &Tx, moment: &Moment, category: CategoryId) -> Result<Stood, StoreError> {
    // The scoring makes the shortlist, whatever comes after it.
    let of = (category, Kind::Scoring);
    let stood = standings::load_in(tx, of, &Kept::default(), &WhatIf::default()).await?;
    let kept = Kept::of_actor(tx, moment.by).await?;
    for case in stood.cases.keys() {
        kept.refuse(*case)?;
    }
    Ok(stood)
}

/// The cases within the cut that are still in judging, best first: what taking the cut would put forward.
pub(crate) fn proposal(stood: &Stood) -> Vec<&Case> {
    stood
        .standing
        .places
        .iter()
        .filter(|place| place.is_within_cut)
        .filter_map(|place| stood.cases.get(&place.case))
        .filter(|case| case.status == Status::InJudging)
        .collect()
}

/// How many cases are put forward.
pub(crate) fn finalists(stood: &Stood) -> u32 {
    let count = stood
        .cases
        .values()
        .filter(|case| case.status == Status::Shortlisted)
        .count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn place(stood: &Stood, case: CaseId) -> Result<&Place, StoreError> {
    stood.standing.of_case(case).ok_or(StoreError::NotFound)
}

/// Neither quorum nor merit floor can be departed from, whatever the reason.
fn refuse_short_of(stood: &Stood, place: &Place) -> Result<(), StoreError> {
    Ok(policy::may_put_forward(
        place.received,
        stood.rules.quorum,
        !place.is_below_merit_floor,
    )?)
}

/// Moves the case and records beside the move how it stood then.
async fn apply(
    tx: &Tx,
    moment: &Moment,
    stood: &Stood,
    (case, event): (&Case, Event),
    reason: &str,
    how: impl FnOnce(Fact) -> Fact,
) -> Result<(), StoreError> {
    let place = place(stood, case.id)?;
    let with_standing = |fact: Fact| {
        let mut fact = fact
            .with("departs", shortlist::departs(place, event))
            .with("received", i64::from(place.received))
            .with("rule-set", i64::from(stood.rules.number));
        if let Some(rank) = place.rank {
            fact = fact.with("rank", i64::from(rank));
        }
        if let Some(figures) = &place.figures {
            fact = fact.with("total-hundredths", figures.total.hundredths());
        }
        how(fact)
    };
    let whose = (case, stood.season.id);
    cases::move_on(tx, moment, whose, event, reason, with_standing).await
}
