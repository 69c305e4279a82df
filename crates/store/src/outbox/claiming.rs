//! Claiming letters that are due: of several instances only one sends each.

use jiff::{SignedDuration, Timestamp};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, LockBehavior, LockType},
};
use uuid::Uuid;

use super::{Letter, LetterStatus, letter};
use crate::{Store, StoreError, entities::letters, moment::stored};

/// How long a claim holds: longer than a mail server takes to answer, short enough to try again soon after a crash.
const CLAIM: SignedDuration = SignedDuration::from_mins(2);

/// Claims up to `limit` letters that are due, for this sender alone, until the claim runs out.
pub async fn claim(
    store: &Store,
    now: Timestamp,
    sender: Uuid,
    limit: u64,
) -> Result<Vec<Letter>, StoreError> {
    let nothing_due = letters::Entity::find()
        .filter(free(now))
        // By the index that knows what waits, however many were sent before.
        .order_by_asc(letters::Column::DueAt)
        .one(store.read())
        .await?
        .is_none();
    if nothing_due {
        return Ok(Vec::new());
    }
    store
        .write((now, sender, limit), |tx, &(now, sender, limit)| {
            Box::pin(async move {
                // By their ids from here on: who looked for its own among all that waits would read the whole backlog.
                let due: Vec<Uuid> = letters::Entity::find()
                    .select_only()
                    .column(letters::Column::Id)
                    .filter(free(now))
                    .order_by_asc(letters::Column::DueAt)
                    .limit(limit)
                    // Of two instances neither waits for what the other is about to claim.
                    .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
                    .into_tuple()
                    .all(tx)
                    .await?;
                if due.is_empty() {
                    return Ok(Vec::new());
                }
                letters::Entity::update_many()
                    .col_expr(letters::Column::ClaimedBy, Expr::value(sender))
                    .col_expr(
                        letters::Column::ClaimedUntil,
                        Expr::value(stored(now + CLAIM)),
                    )
                    .col_expr(
                        letters::Column::Tries,
                        Expr::col(letters::Column::Tries).add(1),
                    )
                    .filter(letters::Column::Id.is_in(due.iter().copied()))
                    .exec(tx)
                    .await?;
                let mine = letters::Entity::find()
                    .filter(letters::Column::Id.is_in(due))
                    .order_by_asc(letters::Column::Id)
                    .all(tx)
                    .await?;
                mine.into_iter().map(letter).collect()
            })
        })
        .await
}

fn free(now: Timestamp) -> Condition {
    Condition::all()
        .add(letters::Column::Status.eq(LetterStatus::Queued.as_str()))
        .add(letters::Column::DueAt.lte(stored(now)))
        .add(
            Condition::any()
                .add(letters::Column::ClaimedUntil.is_null())
                .add(letters::Column::ClaimedUntil.lt(stored(now))),
        )
}
