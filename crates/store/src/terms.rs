//! The terms of a programme, in versions; that they are approved is recorded by hand for now.

use jiff::Timestamp;
use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::{ProgrammeId, TermsId},
    refusal::Refusal,
    terms::{Event, Status},
    text::Texts,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

use crate::{
    Moment, Store, StoreError, entities::terms, error::changed_as_seen, ledger, moment::read_maybe,
    texts, write::Tx,
};

/// One version of the terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Its id.
    pub id: TermsId,
    /// Whose terms.
    pub programme: ProgrammeId,
    /// Its number, from 1.
    pub number: i64,
    /// The text, in Markdown.
    pub body: Texts,
    /// Where it stands.
    pub status: Status,
    /// How the approval was given: "approved at the meeting of …".
    pub approval_note: Option<String>,
    /// When it was approved.
    pub approved_at: Option<Timestamp>,
    /// How often its text was rewritten.
    pub version: i64,
}

/// Drafts the next version.
pub async fn draft(
    store: &Store,
    moment: &Moment,
    programme: ProgrammeId,
    body: Texts,
) -> Result<TermsId, StoreError> {
    store
        .write(
            (moment.clone(), programme, body),
            |tx, (moment, programme, body)| Box::pin(insert(tx, moment, *programme, body)),
        )
        .await
}

pub(crate) async fn insert(
    tx: &Tx,
    moment: &Moment,
    programme: ProgrammeId,
    body: &Texts,
) -> Result<TermsId, StoreError> {
    crate::programmes::load(tx, programme).await?;
    let number = load_list(tx, programme)
        .await?
        .first()
        .map_or(1, |latest| latest.number + 1);
    let id: TermsId = moment.id();
    let row = terms::ActiveModel {
        id: Set(id.0),
        programme_id: Set(programme.0),
        number: Set(number),
        body_texts: Set(texts::stored(body)),
        status: Set(Status::Draft.as_str().to_owned()),
        approval_note: Set(None),
        version: Set(1),
        created_at: Set(moment.at()),
        approved_at: Set(None),
    };
    terms::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    let fact = Fact::new(FactKind::TermsDrafted)
        .about(programme)
        .with_id("terms", id)
        .with("number", number);
    ledger::note(tx, moment, fact).await?;
    Ok(id)
}

/// Rewrites a version that is still a draft, if nobody has since the `version` that was seen.
pub async fn rewrite(
    store: &Store,
    moment: &Moment,
    id: TermsId,
    version: i64,
    body: Texts,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), id, version, body),
            |tx, (moment, id, version, body)| {
                Box::pin(async move {
                    let before = load(tx, *id).await?;
                    if before.status != Status::Draft {
                        return Err(Refusal::Locked.into());
                    }
                    let change = terms::ActiveModel {
                        body_texts: Set(texts::stored(body)),
                        version: Set(version + 1),
                        ..Default::default()
                    };
                    let changed = terms::Entity::update_many()
                        .set(change)
                        .filter(terms::Column::Id.eq(id.0))
                        .filter(terms::Column::Version.eq(*version))
                        .exec(tx)
                        .await?;
                    changed_as_seen(&changed)?;
                    let fact = Fact::new(FactKind::TermsDrafted)
                        .about(before.programme)
                        .with_id("terms", *id)
                        .with("number", before.number);
                    ledger::note(tx, moment, fact).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// Moves a version whose text was seen as it stands now. An approval says how it was given, and supersedes the version approved before; what sends it back
/// says why.
pub async fn move_on(
    store: &Store,
    moment: &Moment,
    seen: (TermsId, i64),
    event: Event,
    note: Option<String>,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), seen, event, note),
            |tx, &(ref moment, (id, version), event, ref note)| {
                Box::pin(async move {
                    if load(tx, id).await?.version != version {
                        return Err(StoreError::Stale);
                    }
                    apply(tx, moment, id, event, note.as_deref()).await
                })
            },
        )
        .await
}

pub(crate) async fn apply(
    tx: &Tx,
    moment: &Moment,
    id: TermsId,
    event: Event,
    note: Option<&str>,
) -> Result<(), StoreError> {
    let before = load(tx, id).await?;
    let status = before.status.after(event)?;
    let says_why = event == Event::Approve || event.needs_reason();
    if says_why && note.is_none_or(|note| note.trim().is_empty()) {
        return Err(Refusal::ReasonNeeded.into());
    }
    if event == Event::Approve {
        for other in load_list(tx, before.programme)
            .await?
            .into_iter()
            .filter(|other| other.status == Status::Approved)
        {
            set_status(tx, moment, &other, Status::Superseded, None).await?;
        }
    }
    set_status(tx, moment, &before, status, note).await
}

async fn set_status(
    tx: &Tx,
    moment: &Moment,
    version: &Terms,
    status: Status,
    note: Option<&str>,
) -> Result<(), StoreError> {
    let mut change = terms::ActiveModel {
        status: Set(status.as_str().to_owned()),
        ..Default::default()
    };
    if status == Status::Approved {
        change.approved_at = Set(Some(moment.at()));
        change.approval_note = Set(note.map(str::to_owned));
    }
    let changed = terms::Entity::update_many()
        .set(change)
        .filter(terms::Column::Id.eq(version.id.0))
        .filter(terms::Column::Version.eq(version.version))
        .filter(terms::Column::Status.eq(version.status.as_str()))
        .exec(tx)
        .await?;
    changed_as_seen(&changed)?;
    let mut fact = Fact::new(FactKind::TermsMoved)
        .about(version.programme)
        .with_id("terms", version.id)
        .with("number", version.number)
        .with("status", status.as_str());
    if let Some(reason) = note.filter(|_| status == Status::Draft) {
        fact = fact.with("reason", reason);
    }
    ledger::note(tx, moment, fact).await?;
    Ok(())
}

/// A version that must exist.
pub async fn get(store: &Store, id: TermsId) -> Result<Terms, StoreError> {
    load(store.read(), id).await
}

/// Every version, the latest first.
pub async fn list(store: &Store, programme: ProgrammeId) -> Result<Vec<Terms>, StoreError> {
    load_list(store.read(), programme).await
}

pub(crate) async fn load_list(
    conn: &impl ConnectionTrait,
    programme: ProgrammeId,
) -> Result<Vec<Terms>, StoreError> {
    let rows = terms::Entity::find()
        .filter(terms::Column::ProgrammeId.eq(programme.0))
        .order_by_desc(terms::Column::Number)
        .all(conn)
        .await?;
    rows.into_iter().map(read).collect()
}

async fn load(conn: &impl ConnectionTrait, id: TermsId) -> Result<Terms, StoreError> {
    read(
        terms::Entity::find_by_id(id.0)
            .one(conn)
            .await?
            .ok_or(StoreError::NotFound)?,
    )
}

fn read(row: terms::Model) -> Result<Terms, StoreError> {
    Ok(Terms {
        id: row.id.into(),
        programme: row.programme_id.into(),
        number: row.number,
        body: texts::read(row.body_texts)?,
        status: Status::parse(&row.status)?,
        approval_note: row.approval_note,
        approved_at: read_maybe(row.approved_at)?,
        version: row.version,
    })
}
