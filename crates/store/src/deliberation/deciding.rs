//! What the panel decides of a case in its room: the shortlist as far as it is still open, and the result of each finalist.

use plaudit_domain::{
    case::Event,
    ids::{AccountId, CategoryId, SeasonId},
    policy,
    season::Status,
};
use sea_orm::{ConnectionTrait, EntityTrait};

use super::{ballots, readings, room, table::Table};
use crate::{
    Moment, Store, StoreError,
    cases::{self, Case, Seen},
    entities::deliberations,
    rule_sets, seasons, shortlist,
    write::Tx,
};

/// Decides on a case at the table, or takes a decision back: whoever presides or keeps the record, and is out of none of
/// the cases that it is measured against.
pub async fn decide(
    store: &Store,
    moment: &Moment,
    by: AccountId,
    category: CategoryId,
    seen: Seen,
    (event, reason): (Event, &str),
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), by, category, seen, event, reason.to_owned()),
            |tx, &(ref moment, by, category, seen, event, ref reason)| {
                Box::pin(async move {
                    let room::Entered { table, .. } = room::enter(tx, by, category).await?;
                    let case = cases::load(tx, seen.0).await?;
                    if case.category != category || table.is_out(by, seen.0) {
                        return Err(StoreError::NotFound);
                    }
                    table.may_record(by)?;
                    match event {
                        Event::Award | Event::Commend | Event::NotAward | Event::UndoResolution => {
                            super::resolve_in(tx, moment, seen, event, reason).await
                        }
                        Event::UndoShortlist => shortlist::undo_in(tx, moment, seen, reason).await,
                        event => shortlist::decide_in(tx, moment, seen, event, reason).await,
                    }
                })
            },
        )
        .await
}

/// Refuses to decide anything in this category once its resolution is signed. The season is held meanwhile.
pub(crate) async fn refuse_signed(
    tx: &Tx,
    season: SeasonId,
    category: CategoryId,
) -> Result<Status, StoreError> {
    let status = seasons::status_held(tx, season).await?;
    policy::may_still_decide(is_signed(tx, category).await?)?;
    Ok(status)
}

/// Whether the resolution on this category is signed.
pub(crate) async fn is_signed(
    conn: &impl ConnectionTrait,
    category: CategoryId,
) -> Result<bool, StoreError> {
    let row = deliberations::Entity::find_by_id(category.0)
        .one(conn)
        .await?;
    Ok(row.is_some_and(|row| row.signed_at.is_some()))
}

/// Refuses a result that the rules of the meeting do not carry. What is there is asked for only where somebody noted it.
pub(super) async fn refuse_unsupported(
    tx: &Tx,
    case: &Case,
    season: SeasonId,
    event: Event,
) -> Result<(), StoreError> {
    let meeting = rule_sets::load(tx, season).await?.meeting;
    let table = Table::load(tx, case.category).await?;
    let present = room::present(tx, case.category).await?;
    let voters: Vec<AccountId> = table.voters().intersection(&present).copied().collect();
    let read = readings::of(tx, &[case.id]).await?;
    let unread = voters
        .iter()
        .filter(|voter| !read.contains(&(case.id, **voter)))
        .count();
    let whole = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let counted = ballots::counted(tx, case.id).await?;
    let (there, unread) = (whole(voters.len()), whole(unread));
    policy::may_stand(meeting, there, unread, counted.as_ref(), event)?;
    Ok(())
}
