//! The home page: which programmes are open, which come, and what is past.

use jiff::Timestamp;
use plaudit_domain::{
    policy,
    programme::Programme,
    refusal::Refusal,
    season::{Season, Status},
};

use super::Viewer;
use crate::{Store, StoreError, programmes, seasons};

/// How a season stands, as somebody sees it who might nominate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Nominations are received now.
    Open,
    /// They will be; everything can be read already.
    Coming,
    /// They have closed, and the result is not announced.
    Closed,
    /// The season is over.
    Past,
}

/// A programme with its public season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeRow {
    /// The programme.
    pub programme: Programme,
    /// Its latest season that the public may know of.
    pub season: Season,
    /// How that stands.
    pub standing: Standing,
}

/// How a season stands at this instant; nothing while the public may not know of it.
pub fn standing(season: &Season, now: Timestamp) -> Option<Standing> {
    match season.status {
        Status::Draft | Status::Cancelled => None,
        Status::Announced | Status::Archived => Some(Standing::Past),
        _ => match policy::may_nominate(season.status, &season.timetable, now) {
            Ok(()) => Some(Standing::Open),
            Err(Refusal::NotOpenYet { .. }) => Some(Standing::Coming),
            Err(_) => Some(Standing::Closed),
        },
    }
}

/// Every programme that the public may know of: what is open first, and within that what closes first. Everybody sees
/// the same.
pub async fn read(
    store: &Store,
    _viewer: &Viewer,
    now: Timestamp,
) -> Result<Vec<ProgrammeRow>, StoreError> {
    let programmes = programmes::list(store).await?;
    let seasons = seasons::list_all(store).await?;
    let mut rows: Vec<ProgrammeRow> = programmes
        .into_iter()
        .filter_map(|programme| {
            let (season, standing) = seasons
                .iter()
                .filter(|season| season.programme == programme.id)
                .find_map(|season| Some((season.clone(), standing(season, now)?)))?;
            Some(ProgrammeRow {
                programme,
                season,
                standing,
            })
        })
        .collect();
    rows.sort_by_key(|row| (row.standing, row.season.timetable.closes_at));
    Ok(rows)
}
