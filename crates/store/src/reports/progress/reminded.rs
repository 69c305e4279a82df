//! When judges were last reminded.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use jiff::Timestamp;
use plaudit_domain::ids::SeasonId;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait, Query},
};
use uuid::Uuid;

use crate::{
    StoreError,
    assignments::ReminderLetter,
    entities::{accounts, letters, memberships},
    moment::read,
    outbox::Merge,
};

/// When a reminder about this season was last queued for each person.
pub(super) async fn latest(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<BTreeMap<Uuid, Timestamp>, StoreError> {
    let judging = Query::select()
        .column((accounts::Entity, accounts::Column::PersonId))
        .from(accounts::Entity)
        .inner_join(
            memberships::Entity,
            Expr::col((memberships::Entity, memberships::Column::AccountId))
                .equals((accounts::Entity, accounts::Column::Id)),
        )
        .and_where(Expr::col((memberships::Entity, memberships::Column::ScopeId)).eq(season.0))
        .to_owned();
    let sent: Vec<(Option<Uuid>, sea_orm::prelude::Json, DateTime<Utc>)> = letters::Entity::find()
        .select_only()
        .column(letters::Column::PersonId)
        .column(letters::Column::Merge)
        .column(letters::Column::CreatedAt)
        .filter(letters::Column::Kind.eq(ReminderLetter::KIND))
        .filter(letters::Column::PersonId.in_subquery(judging))
        .into_tuple()
        .all(conn)
        .await?;
    let mut latest: BTreeMap<Uuid, Timestamp> = BTreeMap::new();
    for (person, merge, at) in sent {
        let letter: ReminderLetter =
            serde_json::from_value(merge).map_err(StoreError::unreadable)?;
        let Some(person) = person.filter(|_| letter.season == season) else {
            continue;
        };
        let at = read(at)?;
        let known = latest.entry(person).or_insert(at);
        *known = at.max(*known);
    }
    Ok(latest)
}
