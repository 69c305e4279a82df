//! Telling judges that cases lie on their desk: one letter for all that one operation laid there, true at the moment when
//! it is sent.

use std::collections::BTreeSet;

use plaudit_domain::{
    ids::{AccountId, SeasonId},
    person::Email,
    text::FIRST_LANGUAGE,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{JudgeRow, reminder::Reminder, reminder::left_to};
use crate::{
    Moment, Store, StoreError,
    entities::letters,
    outbox::{self, LetterStatus, Merge, NewLetter},
    write::Tx,
};

/// The letter that tells a judge of cases on their desk.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CasesLetter {
    /// The judge.
    pub account: AccountId,
    /// The season whose cases they are.
    pub season: SeasonId,
}

impl Merge for CasesLetter {
    const KIND: &'static str = "judge-cases";
}

/// Queues a letter to each judge on whose desk something was laid. Whose last one has yet to go out gets no second: that
/// one counts when it is written.
pub(crate) async fn tell(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    judges: &[&JudgeRow],
) -> Result<(), StoreError> {
    if judges.is_empty() {
        return Ok(());
    }
    let told = about_to_be_told(tx, season).await?;
    let letters = judges
        .iter()
        .filter(|judge| !told.contains(&judge.id))
        .map(|judge| {
            let merge = CasesLetter {
                account: judge.id.into(),
                season,
            };
            let address = Email::parse(&judge.email)
                .map_err(|_| StoreError::unreadable("a judge's address"))?;
            let to = Some(judge.person_id.into());
            Ok(NewLetter::of(
                &merge,
                to,
                address,
                FIRST_LANGUAGE.to_owned(),
            ))
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    if !letters.is_empty() {
        outbox::queue_all(tx, moment, letters).await?;
    }
    Ok(())
}

/// To whom a letter about this season waits that nobody has begun to send. Held, so that nobody begins before these cases are
/// there to be counted.
async fn about_to_be_told(tx: &Tx, season: SeasonId) -> Result<BTreeSet<Uuid>, StoreError> {
    letters::Entity::find()
        .filter(letters::Column::Kind.eq(CasesLetter::KIND))
        .filter(letters::Column::Status.eq(LetterStatus::Queued.as_str()))
        .filter(letters::Column::ClaimedBy.is_null())
        .lock_exclusive()
        .all(tx)
        .await?
        .into_iter()
        .map(|row| {
            let merge: CasesLetter =
                serde_json::from_value(row.merge).map_err(StoreError::unreadable)?;
            Ok((merge.season == season).then_some(merge.account.0))
        })
        .filter_map(Result::transpose)
        .collect()
}

/// What the letter says now; nothing once there is nothing on the desk that they can do.
pub async fn told(store: &Store, letter: &CasesLetter) -> Result<Option<Reminder>, StoreError> {
    left_to(store, letter.account, letter.season).await
}
