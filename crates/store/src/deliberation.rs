//! The panel's meeting: what it resolved of each finalist, with the reason, and taken back with another until the season
//! is decided.

use plaudit_domain::{
    case::{Event, Status},
    ids::SeasonId,
    policy,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::{
    Moment, Store, StoreError,
    cases::{self, Seen},
    entities::cases as case_rows,
    seasons,
};

/// Records that a finalist won, alone or jointly, is commended or won nothing; or takes that back.
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
                Box::pin(async move {
                    let (case, season) = cases::load_seen(tx, moment, seen).await?;
                    // Held, so that nothing is taken back while the season is being decided.
                    let status = seasons::status_held(tx, season.id).await?;
                    policy::may_resolve(status, case.status, event)?;
                    let place = (&case, season.id);
                    cases::move_on(tx, moment, place, event, reason, |fact| fact).await
                })
            },
        )
        .await
}

/// How many finalists of the season have no result yet: a season is decided when there are none.
pub async fn unsettled(store: &Store, season: SeasonId) -> Result<u64, StoreError> {
    count_unsettled(store.read(), season).await
}

pub(crate) async fn count_unsettled(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<u64, StoreError> {
    Ok(case_rows::Entity::find()
        .filter(case_rows::Column::Id.in_subquery(cases::of_season(season)))
        .filter(case_rows::Column::Status.eq(Status::Shortlisted.as_str()))
        .count(conn)
        .await?)
}
