//! Reminding a judge of what is left: asked for by an administrator, and true at the moment when the letter is sent.

use plaudit_domain::{
    ids::{AccountId, MembershipId, SeasonId},
    membership::{Role, Scope},
    programme::Programme,
    refusal::Refusal,
    season::{self, Season},
};
use serde::{Deserialize, Serialize};

use crate::{
    Moment, Store, StoreError, accounts, memberships,
    outbox::{self, Merge, NewLetter},
    reports::judges::{self, JudgeRow, Progress},
    seasons,
};

/// The letter that reminds a judge.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReminderLetter {
    /// The judge.
    pub account: AccountId,
    /// The season in which something is left.
    pub season: SeasonId,
}

impl Merge for ReminderLetter {
    const KIND: &'static str = "judge-reminder";
}

/// What a reminder says, looked up when it is sent: whoever has finished meanwhile is not told otherwise.
#[derive(Clone, Debug)]
pub struct Reminder {
    /// Whom it greets.
    pub name: String,
    /// The programme, whose zone the date is shown in.
    pub programme: Programme,
    /// The season.
    pub season: Season,
    /// How far the judge is; that they are out of cases is not told.
    pub progress: Progress,
}

/// Queues a reminder to one judge of a season, if there is something that they can do now.
pub async fn remind(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    membership: MembershipId,
    language: &str,
) -> Result<(), StoreError> {
    let input = (moment.clone(), season, membership, language.to_owned());
    store
        .write(input, |tx, (moment, season, membership, language)| {
            Box::pin(async move {
                let season = seasons::load(tx, *season).await?;
                let (membership, account) =
                    memberships::of(tx, Role::Judge, Scope::Season(season.id))
                        .await?
                        .into_iter()
                        .find(|(there, _)| there.id == *membership)
                        .ok_or(StoreError::NotFound)?;
                let progress = judges::progress(tx, season.id).await?;
                let progress = progress.get(&account.id).copied().unwrap_or_default();
                if season.status != season::Status::Judging {
                    return Err(Refusal::NotJudging.into());
                }
                if !JudgeRow::is_left_something(membership.status, progress) {
                    return Err(Refusal::NothingLeft.into());
                }
                let merge = ReminderLetter {
                    account: account.id,
                    season: season.id,
                };
                let letter = NewLetter::of(
                    &merge,
                    Some(account.person),
                    account.email.clone(),
                    language.clone(),
                );
                outbox::queue(tx, moment, letter).await?;
                Ok(())
            })
        })
        .await
}

/// What the reminder says now.
pub async fn reminder(store: &Store, letter: &ReminderLetter) -> Result<Reminder, StoreError> {
    let season = seasons::get(store, letter.season).await?;
    let progress = judges::progress(store.read(), season.id).await?;
    Ok(Reminder {
        name: accounts::get(store, letter.account).await?.name,
        programme: crate::programmes::get(store, season.programme).await?,
        progress: progress.get(&letter.account).copied().unwrap_or_default(),
        season,
    })
}
