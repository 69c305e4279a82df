//! What became of the letters of the demo's past: they went out when they were written, and nobody waits for them.

use jiff::Timestamp;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use crate::{Store, StoreError, entities::letters, moment::stored, outbox::LetterStatus};

/// Marks every letter that was written before `now` as sent on its day, so that the first letter which a newcomer
/// finds is one that they caused.
pub(super) async fn went_out(store: &Store, now: Timestamp) -> Result<(), StoreError> {
    store
        .write(now, |tx, &now| {
            Box::pin(async move {
                letters::Entity::update_many()
                    .col_expr(
                        letters::Column::Status,
                        Expr::value(LetterStatus::Sent.as_str()),
                    )
                    .col_expr(letters::Column::Tries, Expr::value(1))
                    .col_expr(
                        letters::Column::SentAt,
                        Expr::col(letters::Column::CreatedAt),
                    )
                    .filter(letters::Column::Status.eq(LetterStatus::Queued.as_str()))
                    .filter(letters::Column::CreatedAt.lt(stored(now)))
                    .exec(tx)
                    .await?;
                Ok(())
            })
        })
        .await
}
