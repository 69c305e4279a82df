//! Reminding a judge of what is left: asked for by an administrator, and true at the moment when the letter is sent.

use plaudit_domain::{
    ids::{AccountId, MembershipId, SeasonId},
    programme::Programme,
    refusal::Refusal,
    season::{self, Season},
};
use serde::{Deserialize, Serialize};

use crate::{
    Moment, Store, StoreError, accounts,
    kept::Kept,
    memberships,
    outbox::{self, Merge, NewLetter},
    reports::judges::{self, JudgeRow, Progress},
    seasons,
    write::Tx,
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

/// What a letter to a judge says of their cases, looked up when it is sent: whoever has finished meanwhile is not told otherwise.
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
                memberships::panel_in(tx, *season)
                    .await?
                    .into_iter()
                    .find(|(there, _)| there.id == *membership && there.role.scores())
                    .ok_or(StoreError::NotFound)?;
                if remind_in(tx, moment, *season, Some(&[*membership]), language).await? == 0 {
                    return Err(Refusal::NothingLeft.into());
                }
                Ok(())
            })
        })
        .await
}

/// Queues a reminder to each of these judges of a season who can do something now; answers how many.
pub async fn remind_several(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    memberships: &[MembershipId],
    language: &str,
) -> Result<u64, StoreError> {
    let input = (
        moment.clone(),
        season,
        memberships.to_vec(),
        language.to_owned(),
    );
    store
        .write(input, |tx, (moment, season, memberships, language)| {
            Box::pin(remind_in(
                tx,
                moment,
                *season,
                Some(memberships.as_slice()),
                language,
            ))
        })
        .await
}

/// The same within a transaction, for the judges named or for all. Whoever is done, or waits for a ruling on all that
/// is left, is not written to.
pub(super) async fn remind_in(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    named: Option<&[MembershipId]>,
    language: &str,
) -> Result<u64, StoreError> {
    let season = seasons::load(tx, season).await?;
    if season.status != season::Status::Judging {
        return Err(Refusal::NotJudging.into());
    }
    let kept = Kept::of_actor(tx, moment.by).await?;
    let progress = judges::progress(tx, season.id, &kept).await?;
    let letters: Vec<NewLetter> = memberships::panel_in(tx, season.id)
        .await?
        .into_iter()
        .filter(|(membership, _)| membership.role.scores())
        .filter(|(membership, _)| named.is_none_or(|named| named.contains(&membership.id)))
        .filter(|(membership, account)| {
            let progress = progress.get(&account.id).copied().unwrap_or_default();
            JudgeRow::is_left_something(membership.status, progress)
        })
        .map(|(_, account)| {
            let merge = ReminderLetter {
                account: account.id,
                season: season.id,
            };
            NewLetter::of(
                &merge,
                Some(account.person),
                account.email.clone(),
                language.to_owned(),
            )
        })
        .collect();
    Ok(outbox::queue_all(tx, moment, letters).await?.len() as u64)
}

/// What the reminder says now; nothing once there is nothing left that they can do.
pub async fn reminder(
    store: &Store,
    letter: &ReminderLetter,
) -> Result<Option<Reminder>, StoreError> {
    left_to(store, letter.account, letter.season).await
}

/// What is left to a judge now; nothing once that is nothing, or the season is not in judging.
pub(super) async fn left_to(
    store: &Store,
    judge: AccountId,
    season: SeasonId,
) -> Result<Option<Reminder>, StoreError> {
    let season = seasons::get(store, season).await?;
    let progress = judges::progress(store.read(), season.id, &Kept::default()).await?;
    let progress = progress.get(&judge).copied().unwrap_or_default();
    if season.status != season::Status::Judging || progress.left() == 0 {
        return Ok(None);
    }
    Ok(Some(Reminder {
        name: accounts::get(store, judge).await?.name,
        programme: crate::programmes::get(store, season.programme).await?,
        progress,
        season,
    }))
}
