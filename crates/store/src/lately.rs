//! How categories stood when they were last asked for. A large award has a hundred thousand scores, and whoever reads its ranking
//! reads it again and again: the scores are read once, and not before something has happened in the season.
//!
//! Whatever bears on a standing is a fact of its season, noted in the transaction that changes it. So as long as no more
//! facts can be seen, the scores are the same; and an instance sees by that what another one wrote.

use std::{
    collections::{BTreeSet, VecDeque},
    sync::{Arc, Mutex, PoisonError},
};

use plaudit_domain::ids::{CategoryId, SeasonId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use crate::{StoreError, certainties::Whose, entities::facts, kept::Kept, standings::Stood};

/// How many are kept at most: an organisation has few seasons in judging at once, and few people who run them.
const MOST: usize = 8;

/// How a category stood.
#[derive(Clone, Debug)]
pub(crate) struct Last {
    /// Where its cases stand.
    pub(crate) stood: Arc<Stood>,
    /// Under which name its certainty is kept.
    pub(crate) whose: Whose,
}

/// Where they are kept. A clone is the same place.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lately {
    /// The one asked for last comes first.
    kept: Arc<Mutex<VecDeque<(Key, u64, Last)>>>,
}

/// A category, and what of it is kept from whoever asks.
type Key = (CategoryId, BTreeSet<Uuid>);

impl Lately {
    /// How the category stood when its season had so many facts.
    pub(crate) fn of(&self, category: CategoryId, kept: &Kept, facts: u64) -> Option<Last> {
        let mut all = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let is_it = |(key, then, _): &(Key, u64, Last)| {
            key.0 == category && key.1 == kept.cases && *then == facts
        };
        let place = all.iter().position(is_it)?;
        let found = all.remove(place)?;
        let last = found.2.clone();
        all.push_front(found);
        Some(last)
    }

    /// Keeps how it stands, in the place of how it stood. The facts were counted before anything of it was read.
    pub(crate) fn keep(&self, category: CategoryId, kept: &Kept, facts: u64, last: Last) {
        let key = (category, kept.cases.clone());
        let mut all = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|(other, _, _)| *other != key);
        all.truncate(MOST - 1);
        all.push_front((key, facts, last));
    }
}

/// How many facts of a season can be seen.
pub(crate) async fn facts(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<u64, StoreError> {
    Ok(facts::Entity::find()
        .filter(facts::Column::SeasonId.eq(season.0))
        .count(conn)
        .await?)
}
