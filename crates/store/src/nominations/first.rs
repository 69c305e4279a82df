//! Nominations that are sent for the first time: as many as there are, with few statements for each table.

use std::collections::BTreeMap;

use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::NominationId,
    nomination::Status,
    season::Season,
};
use sea_orm::{ActiveValue::Set, EntityTrait};

use super::{
    Sending, content, draft, key, letters,
    sending::{Outcome, Sent, columns, refuse_stale, status_after},
};
use crate::{
    Moment, StoreError,
    entities::nominations,
    ledger,
    outbox::{self, NewLetter},
    people::{self, Written},
    prepared,
    write::Tx,
};

/// A form that may be sent, and of which nothing was sent before.
pub(super) struct First<'a> {
    moment: &'a Moment,
    sending: &'a Sending,
    /// What was kept of it while it was typed.
    kept: Option<&'a nominations::Model>,
    season: &'a Season,
    status: Status,
}

impl<'a> First<'a> {
    /// The form, unless it comes at the wrong time or would overwrite another window's.
    pub(super) fn new(
        moment: &'a Moment,
        sending: &'a Sending,
        kept: Option<&'a nominations::Model>,
        season: &'a Season,
    ) -> Result<Self, StoreError> {
        let was = match kept {
            Some(row) => Status::parse(&row.status)?,
            None => Status::Draft,
        };
        let status = status_after(was, season, moment)?;
        if let Some(row) = kept {
            refuse_stale(row, sending)?;
        }
        Ok(Self {
            moment,
            sending,
            kept,
            season,
            status,
        })
    }

    fn letter(&self) -> &'static str {
        match self.status {
            Status::Lapsed => letters::LATE,
            _ => letters::RECEIPT,
        }
    }

    fn outcome(&self) -> Outcome {
        match self.status {
            Status::Lapsed => Outcome::Lapsed,
            _ => Outcome::Submitted,
        }
    }
}

/// Writes them down with their people, keys, facts and letters, and answers in their order.
pub(super) async fn write(tx: &Tx, firsts: &[First<'_>]) -> Result<Vec<Sent>, StoreError> {
    let both = firsts.iter().flat_map(|first| {
        let said = &first.sending.submission;
        [&said.nominee, &said.nominator].map(|person| (first.moment, person))
    });
    let people = people::insert_each(tx, both).await?;
    let (pairs, _) = people.as_chunks::<2>();

    let mut sent = Vec::with_capacity(firsts.len());
    let mut rows = Vec::new();
    let mut keys = Vec::new();
    for (first, [nominee, nominator]) in firsts.iter().zip(pairs) {
        let (moment, submission) = (first.moment, &first.sending.submission);
        let said = columns(moment, first.status, submission, [nominee.id, nominator.id]);
        let (nomination, number) = if let Some(kept) = first.kept {
            let change = nominations::ActiveModel {
                id: Set(kept.id),
                version: Set(kept.version + 1),
                ..said
            };
            nominations::Entity::update(change)
                .exec_without_returning(tx)
                .await?;
            (kept.id.into(), kept.number.clone())
        } else {
            let nomination: NominationId = moment.id();
            let number = draft::fresh_number();
            let blank = draft::blank(moment, nomination, &number, first.season.id);
            rows.push(nominations::ActiveModel {
                id: blank.id,
                number: blank.number,
                season_id: blank.season_id,
                case_id: blank.case_id,
                started_at: blank.started_at,
                confirmed_at: blank.confirmed_at,
                chased_at: blank.chased_at,
                created_at: blank.created_at,
                version: Set(1),
                ..said
            });
            keys.push(key::row_of(moment, nomination, &first.sending.key));
            (nomination, number)
        };
        sent.push(Sent {
            nomination,
            number,
            outcome: first.outcome(),
        });
    }
    prepared::insert(tx, rows).await?;
    prepared::insert(tx, keys).await?;
    // A draft's link may have gone to another address than the form says now.
    let drafts = firsts
        .iter()
        .filter_map(|first| Some(first.kept.as_ref()?.id));
    key::confirm_no_more(tx, drafts).await?;
    let said = firsts.iter().zip(&sent);
    let said =
        said.map(|(first, sent)| (first.moment, sent.nomination.0, &first.sending.submission));
    content::insert(tx, said).await?;
    tell(tx, firsts, &sent, pairs).await?;
    Ok(sent)
}

/// Notes the facts and queues the letters.
async fn tell(
    tx: &Tx,
    firsts: &[First<'_>],
    sent: &[Sent],
    people: &[[Written; 2]],
) -> Result<(), StoreError> {
    let mut facts = Vec::with_capacity(firsts.len());
    let mut queued = Vec::with_capacity(firsts.len());
    let mut keys = BTreeMap::new();
    for ((first, sent), [nominee, nominator]) in firsts.iter().zip(sent).zip(people) {
        let submission = &first.sending.submission;
        let fact = Fact::new(FactKind::NominationSubmitted)
            .in_season(first.season.id)
            .about(sent.nomination)
            .with("number", sent.number.as_str())
            .with("status", first.status.as_str())
            .with_id("category", submission.category)
            .saying("nominee", nominee.id, submission.nominee.name.as_str())
            .saying(
                "nominator",
                nominator.id,
                submission.nominator.name.as_str(),
            );
        facts.push((first.moment, fact));
        for person in [nominee, nominator] {
            keys.insert(person.id.0, person.key.to_vec());
        }
        if let Some(address) = submission.nominator.email.clone() {
            let letter = NewLetter {
                kind: first.letter(),
                to: Some(nominator.id),
                address,
                language: first.sending.language.clone(),
                merge: key::about(sent.nomination),
            };
            queued.push((first.moment, letter));
        }
    }
    ledger::note_each(tx, facts, &keys).await?;
    outbox::queue_each(tx, queued).await?;
    Ok(())
}
