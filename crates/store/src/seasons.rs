//! Seasons: setting one up, its dates and categories, and its moves.

mod announced;
mod categories;
mod moves;

use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::{ProgrammeId, SeasonId, StageId},
    policy,
    refusal::Refusal,
    season::{ClaimsAsked, Season, Status, Timetable},
    stage::Kind,
    text::Texts,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use crate::{
    Moment, Store, StoreError,
    entities::{seasons, stages},
    error::changed_as_seen,
    ledger,
    moment::{read_maybe, stored},
    programmes, rule_sets, texts,
    write::Tx,
};

pub use announced::announced_at;
pub(crate) use announced::announced_at_in;
use categories::insert_category;
pub use categories::{
    add_category, categories, category, remove_category, rename_category, stages,
};
pub(crate) use categories::{load_categories, load_stages};
pub use moves::{close_due, extend, move_on, readiness};
pub(crate) use moves::{finish, load_locked, put_off, status_held};

/// What an administrator writes about a season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeasonWords {
    /// What it is called: `2027`.
    pub name: String,
    /// Its dates.
    pub timetable: Timetable,
    /// What a nominator declares.
    pub declaration: Texts,
    /// How many progress claims it asks for.
    pub claims: ClaimsAsked,
}

/// Sets up a season: a draft with one category named after the programme, one stage, and a draft rule set.
pub async fn create(
    store: &Store,
    moment: &Moment,
    programme: ProgrammeId,
    words: SeasonWords,
) -> Result<SeasonId, StoreError> {
    store
        .write(
            (moment.clone(), programme, words),
            |tx, (moment, programme, words)| {
                Box::pin(async move {
                    let programme = programmes::load(tx, *programme).await?;
                    refuse_taken(tx, programme.id, &words.name, None).await?;
                    insert(tx, moment, programme.id, words, &programme.words.title).await
                })
            },
        )
        .await
}

pub(crate) async fn insert(
    tx: &Tx,
    moment: &Moment,
    programme: ProgrammeId,
    words: &SeasonWords,
    category: &Texts,
) -> Result<SeasonId, StoreError> {
    let id: SeasonId = moment.id();
    let row = seasons::ActiveModel {
        id: Set(id.0),
        programme_id: Set(programme.0),
        status: Set(Status::Draft.as_str().to_owned()),
        revision: Set(1),
        version: Set(1),
        created_at: Set(moment.at()),
        ..columns(words)
    };
    seasons::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    insert_category(tx, moment, id, category, 0).await?;
    let stage: StageId = moment.id();
    let row = stages::ActiveModel {
        id: Set(stage.0),
        season_id: Set(id.0),
        kind: Set(Kind::Scoring.as_str().to_owned()),
        title_texts: Set(texts::stored(&Texts::english("Scoring"))),
        position: Set(0),
    };
    stages::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    rule_sets::insert_draft(tx, moment, id).await?;
    let fact = Fact::new(FactKind::SeasonCreated)
        .in_season(id)
        .about(programme)
        .with("name", words.name.as_str());
    ledger::note(tx, moment, fact).await?;
    Ok(id)
}

/// A name is one season's in a programme: people tell them apart by it. The programme is held, so that of two who give a
/// name at once the second is refused.
async fn refuse_taken(
    tx: &Tx,
    programme: ProgrammeId,
    name: &str,
    but: Option<SeasonId>,
) -> Result<(), StoreError> {
    programmes::hold(tx, programme).await?;
    let seasons = of_programme(tx, programme).await?;
    let mut others = seasons.iter().filter(|other| Some(other.id) != but);
    if others.any(|other| other.is_called(name)) {
        return Err(Refusal::Taken.into());
    }
    Ok(())
}

fn columns(words: &SeasonWords) -> seasons::ActiveModel {
    let dates = &words.timetable;
    seasons::ActiveModel {
        name: Set(words.name.clone()),
        opens_at: Set(dates.opens_at.map(stored)),
        closes_at: Set(dates.closes_at.map(stored)),
        judging_ends_at: Set(dates.judging_ends_at.map(stored)),
        decision_at: Set(dates.decision_at.map(stored)),
        announcement_at: Set(dates.announcement_at.map(stored)),
        declaration_texts: Set(texts::stored(&words.declaration)),
        claims_least: Set(words.claims.least().into()),
        claims_most: Set(words.claims.most().into()),
        ..Default::default()
    }
}

/// Changes a season's name, dates and declaration, if nobody has since the version that was seen.
///
/// Once nominations are open, the opening stays as it was and the close may not come earlier than `moment`; a close
/// that has passed is put off by [`extend`], never here.
pub async fn change(
    store: &Store,
    moment: &Moment,
    id: SeasonId,
    version: i64,
    words: SeasonWords,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), id, version, words),
            |tx, (moment, id, version, words)| {
                Box::pin(async move {
                    let before = load(tx, *id).await?;
                    policy::may_change_dates(
                        before.status,
                        &before.timetable,
                        &words.timetable,
                        moment.now,
                    )?;
                    if before.version != *version {
                        return Err(StoreError::Stale);
                    }
                    refuse_taken(tx, before.programme, &words.name, Some(*id)).await?;
                    let row = seasons::ActiveModel {
                        version: Set(version + 1),
                        revision: Set(before.revision + 1),
                        ..columns(words)
                    };
                    let changed = seasons::Entity::update_many()
                        .set(row)
                        .filter(seasons::Column::Id.eq(id.0))
                        .filter(seasons::Column::Version.eq(*version))
                        .exec(tx)
                        .await?;
                    changed_as_seen(&changed)?;
                    let mut fact = Fact::new(FactKind::SeasonChanged).in_season(*id).about(*id);
                    for (name, at) in words.timetable.dates() {
                        if let Some(at) = at {
                            fact = fact.with(name, at);
                        }
                    }
                    ledger::note(tx, moment, fact).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// A season whose form and categories may still be changed in substance.
pub(crate) async fn load_draft(tx: &Tx, id: SeasonId) -> Result<Season, StoreError> {
    let season = load(tx, id).await?;
    policy::may_change_questions(season.status)?;
    Ok(season)
}

/// Notes how something that a season is set up with was changed; visitors see it from the commit on.
pub(crate) async fn note_change(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    (kind, subject): (FactKind, Uuid),
    how: &str,
) -> Result<(), StoreError> {
    touch(tx, season).await?;
    let fact = Fact::new(kind)
        .in_season(season)
        .about(subject)
        .with("how", how);
    ledger::note(tx, moment, fact).await?;
    Ok(())
}

/// Something that a visitor could see has changed: whatever was rendered from an earlier revision is old.
pub(crate) async fn touch(tx: &Tx, id: SeasonId) -> Result<(), StoreError> {
    seasons::Entity::update_many()
        .col_expr(
            seasons::Column::Revision,
            Expr::col(seasons::Column::Revision).add(1),
        )
        .filter(seasons::Column::Id.eq(id.0))
        .exec(tx)
        .await?;
    Ok(())
}

/// The same for every season: something has changed that stands on the pages of all.
pub(crate) async fn touch_all(tx: &Tx) -> Result<(), StoreError> {
    seasons::Entity::update_many()
        .col_expr(
            seasons::Column::Revision,
            Expr::col(seasons::Column::Revision).add(1),
        )
        .exec(tx)
        .await?;
    Ok(())
}

/// Holds the season until the commit, if nothing that a visitor could see has changed since the revision that was seen.
///
/// What is set up for a season (questions, rules, criteria, categories) is changed as one thing, so its forms carry
/// the season's revision. It is asked last of all that may refuse, and writes nothing.
pub(crate) async fn hold(tx: &Tx, id: SeasonId, seen: i64) -> Result<(), StoreError> {
    let held = seasons::Entity::update_many()
        .col_expr(
            seasons::Column::Revision,
            Expr::col(seasons::Column::Revision),
        )
        .filter(seasons::Column::Id.eq(id.0))
        .filter(seasons::Column::Revision.eq(seen))
        .exec(tx)
        .await?;
    changed_as_seen(&held)
}

/// Refuses an order that leaves something out, names it twice or names something else.
pub(crate) fn refuse_other_members<T: Ord + Copy>(
    there: &[T],
    named: &[T],
) -> Result<(), StoreError> {
    let sorted = |ids: &[T]| {
        let mut ids = ids.to_vec();
        ids.sort_unstable();
        ids
    };
    if sorted(there) == sorted(named) {
        Ok(())
    } else {
        Err(StoreError::Stale)
    }
}

/// A season that must exist.
pub async fn get(store: &Store, id: SeasonId) -> Result<Season, StoreError> {
    load(store.read(), id).await
}

/// A programme's seasons, the latest first.
pub async fn list(store: &Store, programme: ProgrammeId) -> Result<Vec<Season>, StoreError> {
    of_programme(store.read(), programme).await
}

async fn of_programme(
    conn: &impl ConnectionTrait,
    programme: ProgrammeId,
) -> Result<Vec<Season>, StoreError> {
    let rows = seasons::Entity::find()
        .filter(seasons::Column::ProgrammeId.eq(programme.0))
        .order_by_desc(seasons::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter().map(read).collect()
}

/// Every season of every programme, the latest first.
pub async fn list_all(store: &Store) -> Result<Vec<Season>, StoreError> {
    let rows = seasons::Entity::find()
        .order_by_desc(seasons::Column::Id)
        .all(store.read())
        .await?;
    rows.into_iter().map(read).collect()
}

/// The season that the public sees: the latest that is neither a draft nor cancelled, else none.
pub async fn current(store: &Store, programme: ProgrammeId) -> Result<Option<Season>, StoreError> {
    let hidden = [Status::Draft, Status::Cancelled].map(Status::as_str);
    let row = seasons::Entity::find()
        .filter(seasons::Column::ProgrammeId.eq(programme.0))
        .filter(seasons::Column::Status.is_not_in(hidden))
        .order_by_desc(seasons::Column::Id)
        .one(store.read())
        .await?;
    row.map(read).transpose()
}

pub(crate) async fn load(conn: &impl ConnectionTrait, id: SeasonId) -> Result<Season, StoreError> {
    read(
        seasons::Entity::find_by_id(id.0)
            .one(conn)
            .await?
            .ok_or(StoreError::NotFound)?,
    )
}

pub(crate) fn read(row: seasons::Model) -> Result<Season, StoreError> {
    Ok(Season {
        id: row.id.into(),
        programme: row.programme_id.into(),
        name: row.name,
        status: Status::parse(&row.status)?,
        stage: Kind::parse(&row.stage)?,
        timetable: Timetable {
            opens_at: read_maybe(row.opens_at)?,
            closes_at: read_maybe(row.closes_at)?,
            judging_ends_at: read_maybe(row.judging_ends_at)?,
            decision_at: read_maybe(row.decision_at)?,
            announcement_at: read_maybe(row.announcement_at)?,
        },
        declaration: texts::read(row.declaration_texts)?,
        claims: read_claims(row.claims_least, row.claims_most)?,
        revision: row.revision,
        version: row.version,
    })
}

fn read_claims(least: i64, most: i64) -> Result<ClaimsAsked, StoreError> {
    let whole = |number| u32::try_from(number).map_err(StoreError::unreadable);
    ClaimsAsked::new(whole(least)?, whole(most)?)
        .map_err(|_| StoreError::unreadable("how many claims a season asks for"))
}
