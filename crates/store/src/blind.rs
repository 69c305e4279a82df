//! Which seasons their judges read without names now: asked before a name is shown to a judge, on a screen or in a file.

use std::collections::BTreeSet;

use plaudit_domain::{
    ids::SeasonId,
    rule_set::{self, Reading},
    season,
    stage::Kind,
};
use sea_orm::{
    ConnectionTrait, FromQueryResult,
    sea_query::{Expr, ExprTrait, Query},
};
use uuid::Uuid;

use crate::{
    StoreError,
    entities::{rule_sets, seasons},
};

#[derive(FromQueryResult)]
struct Row {
    season_id: Uuid,
    status: String,
    stage: String,
}

/// Those seasons, in one statement.
pub(crate) async fn seasons(conn: &impl ConnectionTrait) -> Result<BTreeSet<SeasonId>, StoreError> {
    use rule_sets::Column as R;
    let mut select = Query::select();
    select
        .from(rule_sets::Entity)
        .inner_join(
            seasons::Entity,
            Expr::col((seasons::Entity, seasons::Column::Id))
                .equals((rule_sets::Entity, R::SeasonId)),
        )
        .column((rule_sets::Entity, R::SeasonId))
        .column((seasons::Entity, seasons::Column::Status))
        .column((seasons::Entity, seasons::Column::Stage))
        .and_where(Expr::col((rule_sets::Entity, R::Reading)).eq(Reading::Blind.as_str()))
        .and_where(Expr::col((rule_sets::Entity, R::Status)).eq(rule_set::Status::Locked.as_str()));
    let mut blind = BTreeSet::new();
    for row in conn.query_all(&select).await? {
        let row = Row::from_query_result(&row, "")?;
        let (status, stage) = (
            season::Status::parse(&row.status)?,
            Kind::parse(&row.stage)?,
        );
        if !Reading::Blind.shows_names(status, stage) {
            blind.insert(row.season_id.into());
        }
    }
    Ok(blind)
}

/// Whether this season is one of them.
pub(crate) async fn is_read(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<bool, StoreError> {
    Ok(seasons(conn).await?.contains(&season))
}
