//! A sheet as it is typed: kept while somebody goes down the list, so that nothing is lost before they declare.

use plaudit_domain::{
    ids::{AccountId, InterestId, SeasonId},
    policy,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::sheet;
use crate::{Moment, Store, StoreError, entities::sheets, seasons, write::Tx};

/// Keeps what stands in the form, whatever it is; it declares nothing.
pub async fn keep_sheet(
    store: &Store,
    moment: &Moment,
    account: AccountId,
    season: SeasonId,
    typed: Vec<(String, String)>,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), account, season, typed),
            |tx, (moment, account, season, typed)| {
                Box::pin(async move {
                    sheet::declares(tx, *account, *season).await?;
                    policy::may_answer_sheet(seasons::load(tx, *season).await?.status)?;
                    drop_sheet(tx, *account, *season).await?;
                    let row = sheets::ActiveModel {
                        id: Set(moment.id::<InterestId>().0),
                        account_id: Set(account.0),
                        season_id: Set(season.0),
                        typed: Set(json!(typed)),
                        updated_at: Set(moment.at()),
                    };
                    sheets::Entity::insert(row)
                        .exec_without_returning(tx)
                        .await?;
                    Ok(())
                })
            },
        )
        .await
}

/// What was typed and not declared yet.
pub(crate) async fn typed(
    conn: &impl ConnectionTrait,
    account: AccountId,
    season: SeasonId,
) -> Result<Vec<(String, String)>, StoreError> {
    let row = sheets::Entity::find()
        .filter(sheets::Column::AccountId.eq(account.0))
        .filter(sheets::Column::SeasonId.eq(season.0))
        .one(conn)
        .await?;
    match row {
        Some(row) => serde_json::from_value(row.typed).map_err(StoreError::unreadable),
        None => Ok(Vec::new()),
    }
}

/// Forgets what was typed.
pub(super) async fn drop_sheet(
    tx: &Tx,
    account: AccountId,
    season: SeasonId,
) -> Result<(), StoreError> {
    sheets::Entity::delete_many()
        .filter(sheets::Column::AccountId.eq(account.0))
        .filter(sheets::Column::SeasonId.eq(season.0))
        .exec(tx)
        .await?;
    Ok(())
}
