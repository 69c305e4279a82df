//! Programmes; their stewards are in `bodies`.

mod bodies;

use plaudit_domain::{
    accent::Accent,
    fact::{Fact, FactKind},
    ids::{ProgrammeId, SeasonId},
    mark::MarkName,
    person::{Contact, Email, Telephone},
    programme::{Programme, ProgrammeWords, Slug, Steward},
    refusal::Refusal,
    steward,
    window::Zone,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, Query},
};

use crate::{
    Moment, Store, StoreError,
    entities::{programmes, seasons, stewards},
    error::changed_as_seen,
    ledger, texts,
    write::Tx,
};

pub(crate) use bodies::insert_steward;
pub use bodies::{add_steward, move_steward, rename_steward};

/// Sets up a programme; its slug must be free.
pub async fn create(
    store: &Store,
    moment: &Moment,
    words: ProgrammeWords,
) -> Result<ProgrammeId, StoreError> {
    store
        .write((moment.clone(), words), |tx, (moment, words)| {
            Box::pin(insert(tx, moment, words))
        })
        .await
}

pub(crate) async fn insert(
    tx: &Tx,
    moment: &Moment,
    words: &ProgrammeWords,
) -> Result<ProgrammeId, StoreError> {
    refuse_taken(tx, &words.slug, None).await?;
    let id: ProgrammeId = moment.id();
    let row = programmes::ActiveModel {
        id: Set(id.0),
        version: Set(1),
        created_at: Set(moment.at()),
        ..columns(words)
    };
    programmes::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    ledger::note(
        tx,
        moment,
        Fact::new(FactKind::ProgrammeCreated)
            .about(id)
            .with("slug", words.slug.as_str()),
    )
    .await?;
    Ok(id)
}

/// Changes what is written about a programme, if nobody has since the version that was seen.
pub async fn change(
    store: &Store,
    moment: &Moment,
    id: ProgrammeId,
    version: i64,
    words: ProgrammeWords,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), id, version, words),
            |tx, (moment, id, version, words)| {
                Box::pin(async move {
                    let before = load(tx, *id).await?;
                    refuse_taken(tx, &words.slug, Some(*id)).await?;
                    if before.version != *version {
                        return Err(StoreError::Stale);
                    }
                    let row = programmes::ActiveModel {
                        version: Set(version + 1),
                        ..columns(words)
                    };
                    let changed = programmes::Entity::update_many()
                        .set(row)
                        .filter(programmes::Column::Id.eq(id.0))
                        .filter(programmes::Column::Version.eq(*version))
                        .exec(tx)
                        .await?;
                    changed_as_seen(&changed)?;
                    touch_seasons(tx, *id).await?;
                    ledger::note(tx, moment, Fact::new(FactKind::ProgrammeChanged).about(*id))
                        .await?;
                    Ok(())
                })
            },
        )
        .await
}

/// Whatever was rendered of the programme's seasons is old.
pub(crate) async fn touch_seasons(tx: &Tx, id: ProgrammeId) -> Result<(), StoreError> {
    seasons::Entity::update_many()
        .col_expr(
            seasons::Column::Revision,
            Expr::col(seasons::Column::Revision).add(1),
        )
        .filter(seasons::Column::ProgrammeId.eq(id.0))
        .exec(tx)
        .await?;
    Ok(())
}

/// Holds the programme until the transaction ends: whoever else would hold it waits.
pub(crate) async fn hold(tx: &Tx, id: ProgrammeId) -> Result<(), StoreError> {
    programmes::Entity::find_by_id(id.0)
        .lock_exclusive()
        .one(tx)
        .await?
        .map(|_| ())
        .ok_or(StoreError::NotFound)
}

async fn refuse_taken(tx: &Tx, slug: &Slug, but: Option<ProgrammeId>) -> Result<(), StoreError> {
    let holder = programmes::Entity::find()
        .filter(programmes::Column::Slug.eq(slug.as_str()))
        .one(tx)
        .await?;
    match holder {
        Some(holder) if Some(holder.id) != but.map(|id| id.0) => Err(Refusal::Taken.into()),
        _ => Ok(()),
    }
}

fn columns(words: &ProgrammeWords) -> programmes::ActiveModel {
    programmes::ActiveModel {
        slug: Set(words.slug.to_string()),
        title_texts: Set(texts::stored(&words.title)),
        purpose_texts: Set(texts::stored(&words.purpose)),
        eligibility_texts: Set(texts::stored(&words.eligibility)),
        decision_texts: Set(texts::stored(&words.decision)),
        zone: Set(words.zone.name().to_owned()),
        contact_name: Set(words.contact.name.clone()),
        contact_email: Set(words.contact.email.to_string()),
        contact_telephone: Set(words.contact.telephone.as_str().to_owned()),
        accent: Set(words.accent.map(|accent| accent.to_string())),
        ..Default::default()
    }
}

/// A programme that must exist.
pub async fn get(store: &Store, id: ProgrammeId) -> Result<Programme, StoreError> {
    load(store.read(), id).await
}

/// The programme at this address, if there is one.
pub async fn find_by_slug(store: &Store, slug: &Slug) -> Result<Option<Programme>, StoreError> {
    let row = programmes::Entity::find()
        .filter(programmes::Column::Slug.eq(slug.as_str()))
        .one(store.read())
        .await?;
    match row {
        Some(row) => Ok(read(store.read(), vec![row]).await?.pop()),
        None => Ok(None),
    }
}

/// Every programme, in the order in which they were set up.
pub async fn list(store: &Store) -> Result<Vec<Programme>, StoreError> {
    let rows = programmes::Entity::find()
        .order_by_asc(programmes::Column::Id)
        .all(store.read())
        .await?;
    read(store.read(), rows).await
}

pub(crate) async fn load(
    conn: &impl ConnectionTrait,
    id: ProgrammeId,
) -> Result<Programme, StoreError> {
    let row = programmes::Entity::find_by_id(id.0)
        .one(conn)
        .await?
        .ok_or(StoreError::NotFound)?;
    read(conn, vec![row])
        .await?
        .pop()
        .ok_or(StoreError::NotFound)
}

/// The zone of a season's programme.
pub(crate) async fn zone(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<Zone, StoreError> {
    let programme = Query::select()
        .column(seasons::Column::ProgrammeId)
        .from(seasons::Entity)
        .and_where(Expr::col(seasons::Column::Id).eq(season.0))
        .to_owned();
    let name: String = programmes::Entity::find()
        .select_only()
        .column(programmes::Column::Zone)
        .filter(programmes::Column::Id.in_subquery(programme))
        .into_tuple()
        .one(conn)
        .await?
        .ok_or(StoreError::NotFound)?;
    Zone::parse(&name).map_err(|_| StoreError::unreadable("a zone"))
}

/// The zone that all programmes share, for what belongs to none of them; nothing if they have none in common.
pub async fn shared_zone(store: &Store) -> Result<Option<Zone>, StoreError> {
    let zones: Vec<String> = programmes::Entity::find()
        .select_only()
        .column(programmes::Column::Zone)
        .distinct()
        .limit(2)
        .into_tuple()
        .all(store.read())
        .await?;
    match zones.as_slice() {
        [only] => Ok(Zone::parse(only).ok()),
        _ => Ok(None),
    }
}

async fn read(
    conn: &impl ConnectionTrait,
    rows: Vec<programmes::Model>,
) -> Result<Vec<Programme>, StoreError> {
    let bodies = stewards::Entity::find()
        .filter(stewards::Column::ProgrammeId.is_in(rows.iter().map(|row| row.id)))
        .order_by_asc(stewards::Column::Position)
        .all(conn)
        .await?;
    rows.into_iter()
        .map(|row| {
            let stewards = bodies
                .iter()
                .filter(|body| body.programme_id == row.id)
                .map(|body| {
                    let status = steward::Status::parse(&body.status)?;
                    Ok(Steward {
                        id: body.id.into(),
                        name: body.name.clone(),
                        status,
                    })
                })
                .collect::<Result<_, StoreError>>()?;
            Ok(Programme {
                id: row.id.into(),
                stewards,
                version: row.version,
                mark: mark(row.mark.as_deref())?,
                words: words(row)?,
            })
        })
        .collect()
}

fn words(row: programmes::Model) -> Result<ProgrammeWords, StoreError> {
    Ok(ProgrammeWords {
        slug: Slug::parse(&row.slug).map_err(|_| StoreError::unreadable("a slug"))?,
        title: texts::read(row.title_texts)?,
        purpose: texts::read(row.purpose_texts)?,
        eligibility: texts::read(row.eligibility_texts)?,
        decision: texts::read(row.decision_texts)?,
        zone: Zone::parse(&row.zone).map_err(|_| StoreError::unreadable("a zone"))?,
        accent: accent(row.accent.as_deref())?,
        contact: contact(row.contact_name, &row.contact_email, &row.contact_telephone)?,
    })
}

fn accent(kept: Option<&str>) -> Result<Option<Accent>, StoreError> {
    kept.map(|digits| Accent::parse(digits).map_err(|_| StoreError::unreadable("an accent")))
        .transpose()
}

fn mark(kept: Option<&str>) -> Result<Option<MarkName>, StoreError> {
    kept.map(|name| MarkName::parse(name).ok_or_else(|| StoreError::unreadable("a mark")))
        .transpose()
}

/// A contact as its three columns hold it.
pub(crate) fn contact(name: String, email: &str, telephone: &str) -> Result<Contact, StoreError> {
    Ok(Contact {
        name,
        email: Email::parse(email).map_err(|_| StoreError::unreadable("a contact's address"))?,
        telephone: Telephone::parse(telephone)
            .map_err(|_| StoreError::unreadable("a contact's number"))?,
    })
}
