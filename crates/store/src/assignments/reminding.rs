//! Reminding judges without being asked to: on the days before the due date that a season says.

use plaudit_domain::{
    ids::{MembershipId, SeasonId},
    policy,
    reminding::Days,
    season,
    text::FIRST_LANGUAGE,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait, OnConflict, Query},
};

use super::reminder::remind_in;
use crate::{
    Moment, Store, StoreError,
    entities::{reminding, seasons as season_rows},
    moment, seasons,
    write::Tx,
};

/// The days on which a season reminds its judges; none where it does not.
pub async fn reminding_days(store: &Store, season: SeasonId) -> Result<Option<Days>, StoreError> {
    days_in(store.read(), season).await
}

pub(crate) async fn days_in(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<Option<Days>, StoreError> {
    let row = reminding::Entity::find_by_id(season.0).one(conn).await?;
    row.map_or(Ok(None), |row| read(&row.days))
}

fn read(days: &str) -> Result<Option<Days>, StoreError> {
    Days::parse(days).map_err(|_| StoreError::unreadable("the days of reminders"))
}

/// Lets a season remind its judges on these days, or not at all. A day that has passed is not caught up with.
pub async fn set_reminding_days(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    days: Option<Days>,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), season, days),
            |tx, (moment, season, days)| {
                Box::pin(async move {
                    policy::may_change_season(seasons::status_held(tx, *season).await?)?;
                    let Some(days) = days else {
                        reminding::Entity::delete_by_id(season.0).exec(tx).await?;
                        return Ok(());
                    };
                    let row = reminding::ActiveModel {
                        season_id: Set(season.0),
                        days: Set(days.text()),
                        reminded_at: Set(moment.at()),
                    };
                    let over = OnConflict::column(reminding::Column::SeasonId)
                        .update_columns([reminding::Column::Days, reminding::Column::RemindedAt])
                        .to_owned();
                    reminding::Entity::insert(row)
                        .on_conflict(over)
                        .exec_without_returning(tx)
                        .await?;
                    Ok(())
                })
            },
        )
        .await
}

/// Queues the reminders of every season in which they are due; answers how many.
pub async fn remind_due(store: &Store, moment: &Moment) -> Result<u64, StoreError> {
    if due(store.read(), moment).await?.is_empty() {
        return Ok(0);
    }
    store
        .write(moment.clone(), |tx, moment| {
            Box::pin(async move {
                let mut queued = 0;
                for season in due(tx, moment).await? {
                    queued +=
                        remind_in(tx, moment, season, None::<&[MembershipId]>, FIRST_LANGUAGE)
                            .await?;
                    done(tx, moment, season).await?;
                }
                Ok(queued)
            })
        })
        .await
}

/// The seasons in judging of which a reminder is due.
async fn due(conn: &impl ConnectionTrait, moment: &Moment) -> Result<Vec<SeasonId>, StoreError> {
    let in_judging = Query::select()
        .column(season_rows::Column::Id)
        .from(season_rows::Entity)
        .and_where(Expr::col(season_rows::Column::Status).eq(season::Status::Judging.as_str()))
        .to_owned();
    let rows = reminding::Entity::find()
        .filter(reminding::Column::SeasonId.in_subquery(in_judging))
        .all(conn)
        .await?;
    let mut found = Vec::new();
    for row in rows {
        let season = seasons::load(conn, row.season_id.into()).await?;
        let last = moment::read(row.reminded_at)?;
        let is_due = read(&row.days)?
            .zip(season.timetable.judging_ends_at)
            .is_some_and(|(days, due_at)| days.is_due(due_at, last, moment.now));
        if is_due {
            found.push(season.id);
        }
    }
    Ok(found)
}

async fn done(tx: &Tx, moment: &Moment, season: SeasonId) -> Result<(), StoreError> {
    reminding::Entity::update_many()
        .col_expr(reminding::Column::RemindedAt, Expr::value(moment.at()))
        .filter(reminding::Column::SeasonId.eq(season.0))
        .exec(tx)
        .await?;
    Ok(())
}
