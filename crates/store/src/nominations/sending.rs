//! Sending a nomination, once for each key: what comes again under the same key amends, or is the same.

use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::{NominationId, PersonId},
    nomination::{Event, Status, Submission},
    policy,
    refusal::Refusal,
    season::Season,
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    EntityTrait,
};

use super::{
    Sending, content, draft,
    first::{self, First},
    key, letters, together,
};
use crate::{
    Moment, Store, StoreError,
    entities::nominations,
    ledger,
    outbox::{self, NewLetter},
    people, seasons,
    write::Tx,
};

/// What became of a form that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The nomination.
    pub nomination: NominationId,
    /// Its number, for the receipt.
    pub number: String,
    /// What sending it did.
    pub outcome: Outcome,
}

/// What sending a form did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is a new nomination.
    Submitted,
    /// It changed one that had been sent.
    Amended,
    /// It said what had already been sent: a button pressed twice.
    Unchanged,
    /// It came after the close: kept whole, as lapsed, so that an administrator may admit it.
    Lapsed,
}

/// Sends a nomination: the first time under this key it is submitted, later it is amended, never sent twice.
pub async fn submit(store: &Store, moment: &Moment, sending: Sending) -> Result<Sent, StoreError> {
    together::submit(store, moment, sending).await
}

/// The same in a transaction of its own.
pub(super) async fn submit_alone(
    store: &Store,
    moment: &Moment,
    sending: &Sending,
) -> Result<Sent, StoreError> {
    store
        .write(
            (moment.clone(), sending.clone()),
            |tx, (moment, sending)| {
                Box::pin(async move {
                    let row = key::held(tx, moment, &sending.key).await?;
                    send(tx, moment, row, sending).await
                })
            },
        )
        .await
}

/// Changes what was sent; a key that leads to nothing is not found, where [`submit`] would begin a nomination.
pub async fn amend(store: &Store, moment: &Moment, sending: Sending) -> Result<Sent, StoreError> {
    store
        .write((moment.clone(), sending), |tx, (moment, sending)| {
            Box::pin(async move {
                let row = key::held(tx, moment, &sending.key).await?;
                let row = row.ok_or(StoreError::NotFound)?;
                send(tx, moment, Some(row), sending).await
            })
        })
        .await
}

async fn send(
    tx: &Tx,
    moment: &Moment,
    row: Option<nominations::Model>,
    sending: &Sending,
) -> Result<Sent, StoreError> {
    let before = said_before(tx, row.as_ref()).await?;
    let season = row
        .as_ref()
        .map_or(sending.season, |row| row.season_id.into());
    let (Some(row), Some(before)) = (&row, before) else {
        let season = seasons::load(tx, season).await?;
        let first = First::new(moment, sending, row.as_ref(), &season)?;
        let sent = first::write(tx, &[first]).await?;
        return sent.into_iter().next().ok_or(StoreError::NotFound);
    };
    let was = Status::parse(&row.status)?;
    if before == sending.submission && matches!(was, Status::Submitted | Status::Lapsed) {
        return Ok(Sent {
            nomination: row.id.into(),
            number: row.number.clone(),
            outcome: Outcome::Unchanged,
        });
    }
    let season = seasons::load(tx, season).await?;
    let status = status_after(was, &season, moment)?;
    refuse_stale(row, sending)?;
    write_amended(tx, moment, (row, &before), &season, status, sending).await
}

/// Writes anew what was sent before.
async fn write_amended(
    tx: &Tx,
    moment: &Moment,
    (row, before): (&nominations::Model, &Submission),
    season: &Season,
    status: Status,
    sending: &Sending,
) -> Result<Sent, StoreError> {
    let submission = &sending.submission;
    let people = correct_people(tx, row, before, submission).await?;
    let said = columns(moment, status, submission, people);
    update(tx, moment, (row, before), submission, said).await?;
    if before.nominator.email != submission.nominator.email {
        key::expire_letters(tx, moment, row.id, &sending.key).await?;
        key::confirm_no_more(tx, [row.id]).await?;
    }
    content::remove(tx, row.id).await?;
    content::insert(tx, [(moment, row.id, submission)]).await?;

    let (outcome, kind, letter) = match status {
        Status::Lapsed => (
            Outcome::Lapsed,
            FactKind::NominationSubmitted,
            letters::LATE,
        ),
        _ => (
            Outcome::Amended,
            FactKind::NominationAmended,
            letters::AMENDED,
        ),
    };
    let [nominee, nominator] = people;
    let fact = Fact::new(kind)
        .in_season(season.id)
        .about(row.id)
        .with("number", row.number.as_str())
        .with("status", status.as_str())
        .with_id("category", submission.category)
        .saying("nominee", nominee, submission.nominee.name.as_str())
        .saying("nominator", nominator, submission.nominator.name.as_str());
    ledger::note(tx, moment, fact).await?;
    if let Some(address) = submission.nominator.email.clone() {
        let letter = NewLetter {
            kind: letter,
            to: Some(nominator),
            address,
            language: sending.language.clone(),
            merge: key::about(row.id.into()),
        };
        outbox::queue(tx, moment, letter).await?;
    }
    Ok(Sent {
        nomination: row.id.into(),
        number: row.number.clone(),
        outcome,
    })
}

/// What had been sent before, if anything.
async fn said_before(
    tx: &Tx,
    row: Option<&nominations::Model>,
) -> Result<Option<Submission>, StoreError> {
    match row {
        Some(row) if row.nominee_id.is_some() => {
            let mut said = content::submissions(tx, std::slice::from_ref(row)).await?;
            Ok(said.remove(&row.id.into()))
        }
        _ => Ok(None),
    }
}

/// The status in which a form that is sent now ends: submitted, or lapsed after the close.
pub(super) fn status_after(
    was: Status,
    season: &Season,
    moment: &Moment,
) -> Result<Status, StoreError> {
    if was == Status::Lapsed {
        return Ok(was);
    }
    match policy::may_amend(was, season.status, &season.timetable, moment.now) {
        Ok(()) if was == Status::Submitted => Ok(was),
        Ok(()) => Ok(was.after(Event::Submit)?),
        Err(Refusal::Closed { .. }) if was == Status::Draft => Ok(was.after(Event::Lapse)?),
        Err(refusal) => Err(refusal.into()),
    }
}

/// Refuses to overwrite what another window holds, or has sent since this form was made.
pub(super) fn refuse_stale(row: &nominations::Model, sending: &Sending) -> Result<(), StoreError> {
    let unsent = draft::Unsent::read(row.typed.as_ref())?;
    let overwrites_draft = draft::clash(
        unsent.as_ref(),
        row.version,
        sending.version,
        &sending.typed,
    )
    .is_some();
    let overwrites_sent = draft::was_sent_since(row, sending.version);
    if overwrites_draft || overwrites_sent {
        Err(StoreError::Stale)
    } else {
        Ok(())
    }
}

/// Corrects what is written of the nominee and the nominator.
async fn correct_people(
    tx: &Tx,
    row: &nominations::Model,
    before: &Submission,
    submission: &Submission,
) -> Result<[PersonId; 2], StoreError> {
    let (Some(nominee), Some(nominator)) = (row.nominee_id, row.nominator_id) else {
        return Err(StoreError::unreadable("a nomination without its people"));
    };
    if before.nominee != submission.nominee {
        people::update(tx, nominee.into(), &submission.nominee).await?;
    }
    if before.nominator != submission.nominator {
        people::update(tx, nominator.into(), &submission.nominator).await?;
    }
    Ok([nominee.into(), nominator.into()])
}

/// The columns that hold what is said.
pub(super) fn columns(
    moment: &Moment,
    status: Status,
    submission: &Submission,
    [nominee, nominator]: [PersonId; 2],
) -> nominations::ActiveModel {
    nominations::ActiveModel {
        category_id: Set(Some(submission.category.0)),
        status: Set(status.as_str().to_owned()),
        nominee_id: Set(Some(nominee.0)),
        nominator_id: Set(Some(nominator.0)),
        relationship: Set(Some(submission.relationship.as_str().to_owned())),
        relationship_words: Set(submission.relationship_words.clone()),
        self_nomination: Set(submission.is_self_nomination()),
        eligibility: Set(content::write_eligibility(&submission.eligibility)),
        typed: Set(None),
        submitted_at: Set(Some(moment.at())),
        late: Set(status == Status::Lapsed),
        updated_at: Set(moment.at()),
        ..Default::default()
    }
}

/// A nomination that is amended.
async fn update(
    tx: &Tx,
    moment: &Moment,
    (row, before): (&nominations::Model, &Submission),
    submission: &Submission,
    mut said: nominations::ActiveModel,
) -> Result<(), StoreError> {
    said.id = Set(row.id);
    said.version = Set(row.version + 1);
    // It was received when it was first sent.
    said.submitted_at = NotSet;
    // Another address has not been confirmed by anybody.
    if before.nominator.email != submission.nominator.email {
        said.confirmed_at = Set(None);
        said.chased_at = Set(None);
    }
    said.updated_at = Set(moment.at());
    nominations::Entity::update(said)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
