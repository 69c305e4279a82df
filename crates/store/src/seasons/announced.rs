//! When a season's result became public: the ledger knows, and no date of the timetable does.

use jiff::Timestamp;
use plaudit_domain::{
    fact::FactKind,
    season::{Event, Season, Status},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{Store, StoreError, entities::facts, moment::read};

/// When the result of this season was announced, if it is.
pub async fn announced_at(store: &Store, season: &Season) -> Result<Option<Timestamp>, StoreError> {
    announced_at_in(store.read(), season).await
}

pub(crate) async fn announced_at_in(
    conn: &impl ConnectionTrait,
    season: &Season,
) -> Result<Option<Timestamp>, StoreError> {
    if !matches!(season.status, Status::Announced | Status::Archived) {
        return Ok(None);
    }
    let announced = format!(r#""event":"{}""#, Event::Announce);
    let fact = facts::Entity::find()
        .filter(facts::Column::SubjectId.eq(season.id.0))
        .filter(facts::Column::Kind.eq(FactKind::SeasonMoved.as_str()))
        .filter(facts::Column::Body.contains(announced))
        .order_by_desc(facts::Column::At)
        .one(conn)
        .await?;
    fact.map(|fact| read(fact.at)).transpose()
}
