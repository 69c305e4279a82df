//! The panel's meeting: what it resolved of each finalist, with the reason, and taken back with another until the season
//! is decided.

mod agenda;
pub mod ballots;
mod deciding;
pub mod readings;
mod resolution;
mod room;
pub(crate) mod table;

use plaudit_domain::{
    case::{Event, Status},
    ids::{CategoryId, SeasonId},
    membership::{self, Role},
    policy,
    refusal::Refusal,
    season::Season,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use crate::{
    Actor, Moment, Store, StoreError,
    cases::{self, Seen},
    entities::{cases as case_rows, memberships},
    kept::Kept,
    reports::Viewer,
    write::Tx,
};

pub use agenda::{ByHand, arrange, draw_up};
pub use deciding::decide;
pub(crate) use deciding::{is_signed, refuse_signed};
pub use resolution::sign;
pub(crate) use resolution::{is_any_signed, unsigned};
pub use room::{call, note_attendance, revision};
pub(crate) use room::{present, stir_case, stir_season};

/// Records that a finalist won, alone or jointly, is commended or won nothing; or takes that back.
///
/// A result is one among those of its category, so that nobody records any there who is kept from one of its cases.
pub async fn resolve(
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
                Box::pin(async move { resolve_in(tx, moment, seen, event, reason).await })
            },
        )
        .await
}

/// The same inside an operation.
pub(crate) async fn resolve_in(
    tx: &Tx,
    moment: &Moment,
    seen: Seen,
    event: Event,
    reason: &str,
) -> Result<(), StoreError> {
    let (case, season) = cases::load_seen(tx, moment, seen).await?;
    refuse_rival(tx, moment.by, case.category).await?;
    // Held, so that nothing is taken back while the season is being decided.
    let status = refuse_signed(tx, season.id, case.category).await?;
    policy::may_resolve(status, case.status, event)?;
    if event != Event::UndoResolution {
        cases::reasoned(event.needs_reason(), reason)?;
        deciding::refuse_unsupported(tx, &case, season.id, event).await?;
    }
    let place = (&case, season.id);
    cases::move_on(tx, moment, place, event, reason, |fact| fact).await
}

/// Refuses whoever is kept from a case of this category.
async fn refuse_rival(tx: &Tx, by: Actor, category: CategoryId) -> Result<(), StoreError> {
    let kept = Kept::of_actor(tx, by).await?;
    if kept.is_empty() {
        return Ok(());
    }
    let rivals = case_rows::Entity::find()
        .filter(case_rows::Column::CategoryId.eq(category.0))
        .filter(case_rows::Column::Id.is_in(kept.cases.iter().copied()))
        .count(tx)
        .await?;
    if rivals > 0 {
        return Err(Refusal::OwnInterest.into());
    }
    Ok(())
}

/// How many finalists of the season, of those that are not kept from the viewer, have no result yet.
pub async fn unsettled(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<u64, StoreError> {
    let kept = Kept::of(store.read(), viewer).await?;
    count_unsettled(store.read(), season, &kept).await
}

async fn count_unsettled(
    conn: &impl ConnectionTrait,
    season: SeasonId,
    kept: &Kept,
) -> Result<u64, StoreError> {
    Ok(case_rows::Entity::find()
        .filter(case_rows::Column::Id.in_subquery(cases::of_season(season)))
        .filter(case_rows::Column::Id.is_not_in(kept.cases.iter().copied()))
        .filter(case_rows::Column::Status.eq(Status::Shortlisted.as_str()))
        .count(conn)
        .await?)
}

/// How many cases of the season have no end yet: finalists without a result, and those that nobody decided on.
async fn count_open(conn: &impl ConnectionTrait, season: SeasonId) -> Result<u64, StoreError> {
    let open = [Status::Shortlisted, Status::InJudging].map(Status::as_str);
    Ok(case_rows::Entity::find()
        .filter(case_rows::Column::Id.in_subquery(cases::of_season(season)))
        .filter(case_rows::Column::Status.is_in(open))
        .count(conn)
        .await?)
}

/// Whether a resolution of the season waits for somebody of its panel to sign it.
pub async fn awaits_signature(store: &Store, season: SeasonId) -> Result<bool, StoreError> {
    Ok(unsigned(store.read(), season).await?.is_some())
}

/// The category whose resolution waits for a signature while the panel meets, if any does.
pub(crate) async fn awaited(
    conn: &impl ConnectionTrait,
    season: &Season,
) -> Result<Option<CategoryId>, StoreError> {
    match policy::may_resolve_in(season.status) {
        Ok(()) => unsigned(conn, season.id).await,
        Err(_) => Ok(None),
    }
}

/// Whether this viewer may find the season decided now, to be told before they ask.
pub async fn may_decide(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<(), StoreError> {
    let account = match *viewer {
        Viewer::Administrator(account) => Actor::Account(account),
        _ => return Err(StoreError::NotFound),
    };
    refuse_undecided(store.read(), account, season).await
}

/// Refuses to decide a season while a finalist is without a result. Who is kept from a case of the season would learn by
/// trying how that case stands, so another administrator decides it where there is one who is kept from none.
pub(crate) async fn refuse_undecided(
    conn: &impl ConnectionTrait,
    by: Actor,
    season: SeasonId,
) -> Result<(), StoreError> {
    let kept = Kept::of_actor(conn, by).await?;
    if !kept.is_empty() && is_kept_from(conn, &kept, season).await? {
        for administrator in administrators(conn).await? {
            let other = Kept::from(conn, administrator.into()).await?;
            if !is_kept_from(conn, &other, season).await? {
                return Err(Refusal::OwnInterest.into());
            }
        }
    }
    let all = count_unsettled(conn, season, &Kept::default()).await?;
    let seen = count_unsettled(conn, season, &kept).await?;
    policy::may_decide(if all > 0 { seen.max(1) } else { 0 })?;
    if unsigned(conn, season).await?.is_some() {
        return Err(Refusal::NotSigned.into());
    }
    Ok(())
}

async fn is_kept_from(
    conn: &impl ConnectionTrait,
    kept: &Kept,
    season: SeasonId,
) -> Result<bool, StoreError> {
    let count = case_rows::Entity::find()
        .filter(case_rows::Column::Id.in_subquery(cases::of_season(season)))
        .filter(case_rows::Column::Id.is_in(kept.cases.iter().copied()))
        .count(conn)
        .await?;
    Ok(count > 0)
}

async fn administrators(conn: &impl ConnectionTrait) -> Result<Vec<Uuid>, StoreError> {
    Ok(memberships::Entity::find()
        .select_only()
        .column(memberships::Column::AccountId)
        .filter(memberships::Column::Role.eq(Role::Administrator.as_str()))
        .filter(memberships::Column::Status.eq(membership::Status::Active.as_str()))
        .into_tuple()
        .all(conn)
        .await?)
}
