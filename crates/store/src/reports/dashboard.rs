//! What needs doing next in every season that is going on: behind `/admin`.

mod panel;
mod tallies;

use std::collections::BTreeMap;

use plaudit_domain::{
    ids::{CategoryId, SeasonId},
    next_steps::{NextStep, Tally, beginning, next_steps},
    programme::Programme,
    season::{Category, Season, Status},
    steward, terms as agreed,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{Viewer, interests as interests_report, outbox, sheet};
use crate::{
    Store, StoreError, accounts,
    deliberation::{self, table::Table},
    entities::{categories, letters},
    kept::Kept,
    outbox::LetterStatus,
    programmes, seasons, terms, texts,
};

/// What an administrator comes to.
#[derive(Clone, Debug)]
pub struct Dashboard {
    /// The seasons that are neither archived nor cancelled, those of one programme together.
    pub seasons: Vec<SeasonRow>,
    /// The programmes that never had a season.
    pub beginnings: Vec<BeginningRow>,
    /// Whether there is any programme at all.
    pub has_programmes: bool,
    /// How many letters were given up.
    pub letters_failed: u64,
    /// How many letters wait to be sent.
    pub letters_queued: u64,
    /// How many cases are kept from the viewer by an interest of their own.
    pub kept: usize,
    /// How many of these are kept from every administrator.
    pub unattended: usize,
}

/// A season that is going on.
#[derive(Clone, Debug)]
pub struct SeasonRow {
    /// The programme, for its words and its zone.
    pub programme: Programme,
    /// The season.
    pub season: Season,
    /// What is won in it.
    pub categories: Vec<Category>,
    /// How much there is of everything.
    pub tally: Tally,
    /// How many cases fewer judges are left for than the quorum, so that they cannot be ranked.
    pub short: usize,
    /// What needs doing, in its order.
    pub steps: Vec<NextStep>,
    /// Of which category the resolution waits for the signature of somebody on the panel; the last of them decides the season.
    pub unsigned: Option<CategoryId>,
    /// Who that is. Not told to whoever is kept from a case: a deputy's name would say that the chair is out of one.
    pub signatory: Option<String>,
}

/// A programme that never had a season.
#[derive(Clone, Debug)]
pub struct BeginningRow {
    /// The programme.
    pub programme: Programme,
    /// What needs doing, in its order.
    pub steps: Vec<NextStep>,
}

/// How much of everything there is in one season, of what is not kept from the viewer.
pub async fn tally(store: &Store, viewer: &Viewer, season: SeasonId) -> Result<Tally, StoreError> {
    let Viewer::Administrator(account) = *viewer else {
        return Err(StoreError::NotFound);
    };
    let conn = store.read();
    let season = seasons::load(conn, season).await?;
    let kept = Kept::of(conn, viewer).await?;
    let mut tallies =
        tallies::tallies(conn, std::slice::from_ref(&season), (account, &kept)).await?;
    Ok(tallies.remove(&season.id).unwrap_or_default())
}

/// What needs doing now.
pub async fn dashboard(store: &Store, viewer: &Viewer) -> Result<Dashboard, StoreError> {
    let Viewer::Administrator(account) = *viewer else {
        return Err(StoreError::NotFound);
    };
    let conn = store.read();
    let programmes = programmes::list(store).await?;
    let all = seasons::list_all(store).await?;
    let beginnings = beginnings(conn, &programmes, &all).await?;
    let has_programmes = !programmes.is_empty();
    let going_on: Vec<Season> = all
        .into_iter()
        .filter(|season| !matches!(season.status, Status::Archived | Status::Cancelled))
        .collect();
    let mut categories = categories(conn, &going_on).await?;
    let kept = Kept::of(conn, viewer).await?;
    let mut tallies = tallies::tallies(conn, &going_on, (account, &kept)).await?;
    let mut rows = Vec::new();
    for programme in programmes {
        for season in going_on
            .iter()
            .filter(|season| season.programme == programme.id)
        {
            let tally = tallies.remove(&season.id).unwrap_or_default();
            let readiness = match season.status {
                Status::Draft => Some(seasons::readiness(store, season.id).await?),
                _ => None,
            };
            let unsigned = deliberation::awaited(conn, season).await?;
            let signatory = match unsigned.filter(|_| kept.is_empty()) {
                Some(category) => signatory(conn, category).await?,
                None => None,
            };
            rows.push(SeasonRow {
                unsigned,
                signatory,
                short: interests_report::count_short(conn, season, &kept).await?,
                programme: programme.clone(),
                steps: next_steps(season, readiness.as_ref(), &tally),
                categories: categories.remove(&season.id).unwrap_or_default(),
                season: season.clone(),
                tally,
            });
        }
    }
    let letters = async |status: LetterStatus| {
        letters::Entity::find()
            .filter(letters::Column::Status.eq(status.as_str()))
            .filter(outbox::not_to(&kept))
            .count(conn)
            .await
    };
    let own: Vec<Uuid> = kept.cases.iter().copied().collect();
    Ok(Dashboard {
        kept: own.len(),
        unattended: sheet::unattended(conn, &own).await?,
        seasons: rows,
        beginnings,
        has_programmes,
        letters_failed: letters(LetterStatus::Failed).await?,
        letters_queued: letters(LetterStatus::Queued).await?,
    })
}

async fn signatory(
    conn: &impl ConnectionTrait,
    category: CategoryId,
) -> Result<Option<String>, StoreError> {
    match Table::load(conn, category).await?.signatory() {
        Some(account) => Ok(Some(accounts::get_in(conn, account).await?.name)),
        None => Ok(None),
    }
}

/// The programmes without a season, each with its first steps.
async fn beginnings(
    conn: &impl ConnectionTrait,
    programmes: &[Programme],
    seasons: &[Season],
) -> Result<Vec<BeginningRow>, StoreError> {
    let mut rows = Vec::new();
    for programme in programmes {
        if seasons
            .iter()
            .any(|season| season.programme == programme.id)
        {
            continue;
        }
        let approved = (terms::load_list(conn, programme.id).await?.iter())
            .any(|version| version.status == agreed::Status::Approved);
        let stewards =
            (programme.stewards.iter()).any(|steward| steward.status == steward::Status::Active);
        rows.push(BeginningRow {
            steps: beginning(stewards, approved),
            programme: programme.clone(),
        });
    }
    Ok(rows)
}

async fn categories(
    conn: &impl ConnectionTrait,
    seasons: &[Season],
) -> Result<BTreeMap<SeasonId, Vec<Category>>, StoreError> {
    let rows = categories::Entity::find()
        .filter(categories::Column::SeasonId.is_in(seasons.iter().map(|season| season.id.0)))
        .order_by_asc(categories::Column::Position)
        .all(conn)
        .await?;
    let mut by_season: BTreeMap<SeasonId, Vec<Category>> = BTreeMap::new();
    for row in rows {
        by_season
            .entry(row.season_id.into())
            .or_default()
            .push(Category {
                id: row.id.into(),
                title: texts::read(row.title_texts)?,
            });
    }
    Ok(by_season)
}
