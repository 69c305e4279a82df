//! What is typed and not yet sent: kept with every post of the form, whatever its errors and even after the close.

use jiff::Timestamp;
use plaudit_domain::{
    ids::{NominationId, SeasonId},
    nomination::{Event, Status},
    person::Email,
    policy,
    refusal::Refusal,
    season::Season,
};
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Typed, key, letters};
use crate::{
    Moment, Store, StoreError,
    entities::nominations,
    outbox::{self, NewLetter},
    seasons,
    secrets::{self, Token},
    write::Tx,
};

/// A form as it was posted.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The form's key.
    pub key: Token,
    /// The season that the form was for.
    pub season: SeasonId,
    /// The version that the form was made from; 0 if nothing was kept yet.
    pub version: i64,
    /// What was typed.
    pub typed: Typed,
    /// What was sent since the form was made, where the store asked for it by answering that the form is stale.
    pub sent_since: Option<SentSince>,
    /// Where a letter with the private link shall go, and in which language, if one is wanted.
    pub letter: Option<(Email, String)>,
}

/// What was sent, as the form would hold it: only who shows forms can tell how it reads in them.
#[derive(Clone, Debug)]
pub struct SentSince {
    /// The version that it became.
    pub version: i64,
    /// Its fields.
    pub typed: Typed,
}

/// What became of a posted form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The nomination in which it is kept.
    pub nomination: NominationId,
    /// Where that stands: lapsed, if the close had passed.
    pub status: Status,
    /// The version to be carried by the next page of the form.
    pub version: i64,
    /// What another window holds instead. Both texts are kept; the next post decides.
    pub other: Option<Typed>,
}

/// What the column `typed` holds.
#[derive(Serialize, Deserialize)]
pub(crate) struct Unsent {
    pub(crate) pairs: Typed,
    /// A text that came from another window and would have overwritten words.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) set_aside: Option<Typed>,
}

impl Unsent {
    fn new(typed: &Typed) -> Self {
        Self {
            pairs: typed.clone(),
            set_aside: None,
        }
    }

    pub(crate) fn read(typed: Option<&Value>) -> Result<Option<Self>, StoreError> {
        typed
            .map(|json| Self::deserialize(json).map_err(StoreError::unreadable))
            .transpose()
    }

    fn json(&self) -> Value {
        serde_json::to_value(self).expect("pairs of texts are plain JSON")
    }
}

/// Keeps what was typed, as a draft of a new nomination or of an amendment; once the close has passed, as lapsed.
///
/// Where something was sent since the form was made, and the draft does not say what, it is stale and nothing is kept.
pub async fn keep_draft(store: &Store, moment: &Moment, draft: Draft) -> Result<Kept, StoreError> {
    store
        .write((moment.clone(), draft), |tx, (moment, draft)| {
            Box::pin(async move {
                let kept = match key::held(tx, moment, &draft.key).await? {
                    Some(row) => keep(tx, moment, row, draft).await?,
                    None => begin(tx, moment, draft).await?,
                };
                if let Some((address, language)) = &draft.letter {
                    let letter = NewLetter {
                        kind: letters::LINK,
                        to: None,
                        address: address.clone(),
                        language: language.clone(),
                        merge: key::about(kept.nomination),
                    };
                    outbox::queue(tx, moment, letter).await?;
                }
                Ok(kept)
            })
        })
        .await
}

async fn begin(tx: &Tx, moment: &Moment, draft: &Draft) -> Result<Kept, StoreError> {
    let season = seasons::load(tx, draft.season).await?;
    let nomination: NominationId = moment.id();
    let status = status_in(&season, Status::Draft, moment.now)?;
    nominations::Entity::insert(nominations::ActiveModel {
        status: Set(status.as_str().to_owned()),
        typed: Set(Some(Unsent::new(&draft.typed).json())),
        version: Set(1),
        ..blank(moment, nomination, &fresh_number(), draft.season)
    })
    .exec_without_returning(tx)
    .await?;
    key::insert(tx, moment, nomination, &draft.key).await?;
    Ok(Kept {
        nomination,
        status,
        version: 1,
        other: None,
    })
}

async fn keep(
    tx: &Tx,
    moment: &Moment,
    row: nominations::Model,
    draft: &Draft,
) -> Result<Kept, StoreError> {
    let season = seasons::load(tx, row.season_id.into()).await?;
    let before = Status::parse(&row.status)?;
    let status = status_in(&season, before, moment.now)?;
    let unsent = Unsent::read(row.typed.as_ref())?;
    let other = match clash(unsent.as_ref(), row.version, draft.version, &draft.typed) {
        None if was_sent_since(&row, draft.version) => sent_instead(&row, draft)?,
        other => other,
    };
    // What is kept already is no change: who went back to a page that was kept still holds what is kept.
    let is_known = status == before
        && unsent
            .as_ref()
            .is_some_and(|unsent| unsent.set_aside.is_none() && unsent.pairs == draft.typed);
    let (unsent, version) = match &other {
        None if is_known => (Unsent::new(&draft.typed), row.version),
        None => (Unsent::new(&draft.typed), row.version + 1),
        Some(other) => (
            Unsent {
                pairs: other.clone(),
                set_aside: Some(draft.typed.clone()),
            },
            row.version,
        ),
    };
    nominations::Entity::update(nominations::ActiveModel {
        id: Set(row.id),
        status: Set(status.as_str().to_owned()),
        typed: Set(Some(unsent.json())),
        version: Set(version),
        updated_at: Set(moment.at()),
        ..Default::default()
    })
    .exec_without_returning(tx)
    .await?;
    Ok(Kept {
        nomination: row.id.into(),
        status,
        version,
        other,
    })
}

/// What another window holds, if these words would overwrite some of it.
pub(super) fn clash(
    unsent: Option<&Unsent>,
    version: i64,
    seen: i64,
    typed: &Typed,
) -> Option<Typed> {
    unsent
        .filter(|_| version != seen)
        .filter(|unsent| unsent.pairs.would_lose_to(typed))
        .map(|unsent| unsent.pairs.clone())
}

/// Whether something was sent that a form of this version does not know. Sending makes the next version of what was typed
/// before, so the form that was itself just sent still holds what was sent, and may be changed to amend it.
pub(super) fn was_sent_since(row: &nominations::Model, seen: i64) -> bool {
    let holds_it = row.typed.is_none() && row.version == seen + 1;
    row.submitted_at.is_some() && row.version != seen && !holds_it
}

/// What was sent instead, if these words differ from it, and nothing was typed since.
fn sent_instead(row: &nominations::Model, draft: &Draft) -> Result<Option<Typed>, StoreError> {
    match &draft.sent_since {
        _ if row.typed.is_some() => Ok(None),
        Some(sent) if sent.version == row.version => Ok(sent
            .typed
            .differs_from(&draft.typed)
            .then(|| sent.typed.clone())),
        _ => Err(StoreError::Stale),
    }
}

/// The status that a form keeps when it is posted now. A withdrawn nomination takes nothing more.
fn status_in(season: &Season, status: Status, now: Timestamp) -> Result<Status, StoreError> {
    match (
        status,
        policy::may_nominate(season.status, &season.timetable, now),
    ) {
        (Status::Withdrawn, _) => Ok(status.after(Event::Submit)?),
        (Status::Draft, Err(Refusal::Closed { .. })) => Ok(status.after(Event::Lapse)?),
        (Status::Draft, Err(refusal)) => Err(refusal.into()),
        (status, _) => Ok(status),
    }
}

/// A number for a receipt: random, so that it tells nothing of how many there are, and easy to read aloud.
pub(super) fn fresh_number() -> String {
    let letters = secrets::letters(8);
    format!("{}-{}", &letters[..4], &letters[4..])
}

/// A row of which nothing is known but its season.
pub(super) fn blank(
    moment: &Moment,
    nomination: NominationId,
    number: &str,
    season: SeasonId,
) -> nominations::ActiveModel {
    nominations::ActiveModel {
        id: Set(nomination.0),
        number: Set(number.to_owned()),
        season_id: Set(season.0),
        category_id: Set(None),
        status: Set(Status::Draft.as_str().to_owned()),
        nominee_id: Set(None),
        nominator_id: Set(None),
        relationship: Set(None),
        relationship_words: Set(None),
        self_nomination: Set(false),
        eligibility: Set(Value::Object(serde_json::Map::new())),
        typed: Set(None),
        case_id: Set(None),
        started_at: Set(Some(moment.at())),
        submitted_at: Set(None),
        confirmed_at: Set(None),
        chased_at: Set(None),
        late: Set(false),
        version: Set(0),
        created_at: Set(moment.at()),
        updated_at: Set(moment.at()),
    }
}
