//! One nomination with everything that was said in it, as it was asked: for its nominator, its letters and who decides
//! on it.

use jiff::Timestamp;
use plaudit_domain::{
    eligibility::Rule,
    ids::NominationId,
    nomination::{Status, Submission},
    programme::Programme,
    question::Question,
    season::{Category, Season},
};
use sea_orm::EntityTrait;

use super::{Viewer, administrator_only};
use crate::{
    Store, StoreError, eligibility_rules,
    entities::nominations,
    kept::Kept,
    moment::{read, read_maybe},
    nominations::{self as operations, Held, Typed, Unsent, find_by_key},
    programmes, questions, seasons,
    secrets::Token,
};

/// A nomination with all that was said in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nomination {
    /// Its id.
    pub id: NominationId,
    /// Its number, as the receipt gives it.
    pub number: String,
    /// Where it stands.
    pub status: Status,
    /// Grows with every change.
    pub version: i64,
    /// The programme.
    pub programme: Programme,
    /// The season.
    pub season: Season,
    /// When its result was announced, if it is.
    pub announced_at: Option<Timestamp>,
    /// What can be won.
    pub categories: Vec<Category>,
    /// What was sent, once something was.
    pub submission: Option<Submission>,
    /// The questions that it answers, as they were asked.
    pub questions: Vec<Question>,
    /// The rules that it answers.
    pub rules: Vec<Rule>,
    /// What is typed and not sent.
    pub typed: Option<Typed>,
    /// What came from another window and would have overwritten that.
    pub set_aside: Option<Typed>,
    /// When it was sent.
    pub submitted_at: Option<Timestamp>,
    /// When the nominator's address was confirmed.
    pub confirmed_at: Option<Timestamp>,
    /// When it last changed, a saved draft included.
    pub updated_at: Timestamp,
    /// Whether it came after the close.
    pub late: bool,
}

/// The nomination that this key leads to. The key itself says that its holder may see everything in it; an expired one
/// leads to nothing.
pub async fn by_key(
    store: &Store,
    now: Timestamp,
    key: &Token,
) -> Result<Option<(Held, Nomination)>, StoreError> {
    match find_by_key(store, now, key).await? {
        Some(held) if !held.expired => Ok(Some((held, load(store, held.nomination).await?))),
        _ => Ok(None),
    }
}

/// A nomination for who decides on it: nobody else finds one by its id.
pub async fn get(
    store: &Store,
    viewer: &Viewer,
    id: NominationId,
) -> Result<Nomination, StoreError> {
    administrator_only(viewer)?;
    let kept = Kept::of(store.read(), viewer).await?;
    if kept.nominations.contains(&id.0) {
        return Err(StoreError::NotFound);
    }
    load(store, id).await
}

/// A nomination for the letter that is about it, which goes to its nominator.
pub async fn for_letter(store: &Store, id: NominationId) -> Result<Nomination, StoreError> {
    load(store, id).await
}

async fn load(store: &Store, id: NominationId) -> Result<Nomination, StoreError> {
    let conn = store.read();
    let row = nominations::Entity::find_by_id(id.0)
        .one(conn)
        .await?
        .ok_or(StoreError::NotFound)?;
    let season = seasons::load(conn, row.season_id.into()).await?;
    let programme = programmes::load(conn, season.programme).await?;
    let submission = operations::submissions(conn, std::slice::from_ref(&row))
        .await?
        .remove(&id);
    let questions = match &submission {
        Some(said) => questions::as_asked(conn, said.answers.keys().map(|id| id.0)).await?,
        None => Vec::new(),
    };
    let categories = seasons::load_categories(conn, season.id).await?;
    let rules = eligibility_rules::list_of(conn, season.id).await?;
    let unsent = Unsent::read(row.typed.as_ref())?;
    let (typed, set_aside) = match unsent {
        Some(unsent) => (Some(unsent.pairs), unsent.set_aside),
        None => (None, None),
    };
    Ok(Nomination {
        announced_at: seasons::announced_at_in(conn, &season).await?,
        id,
        status: Status::parse(&row.status)?,
        version: row.version,
        rules,
        programme,
        season,
        categories,
        submission,
        questions,
        typed,
        set_aside,
        submitted_at: read_maybe(row.submitted_at)?,
        confirmed_at: read_maybe(row.confirmed_at)?,
        updated_at: read(row.updated_at)?,
        late: row.late,
        number: row.number,
    })
}
