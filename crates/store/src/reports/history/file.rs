//! The ledger as a file: every fact that is asked for, the earliest first, behind `history.csv`.
//!
//! Read some facts at a time, each page by the same few statements, so that a slow client holds no connection.

use std::collections::VecDeque;

use futures_util::{Stream, stream};
use jiff::Timestamp;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{FactRow, HistoryFilter, asked::Asked, rows};
use crate::{
    Store, StoreError,
    entities::facts,
    moment::{read, stored},
    reports::{Viewer, administrator_only},
};

/// How many facts are read at a time.
const AT_ONCE: u64 = 1_000;

/// A file of the ledger that somebody may have.
#[derive(Clone, Debug)]
pub struct HistoryFile(Asked);

/// The file that is asked for; to whoever may not have it, there is no such file.
pub async fn file(
    store: &Store,
    viewer: &Viewer,
    filter: &HistoryFilter,
) -> Result<HistoryFile, StoreError> {
    administrator_only(viewer)?;
    Ok(HistoryFile(Asked::new(store.read(), viewer, filter).await?))
}

struct Reading {
    store: Store,
    asked: Asked,
    made_at: Timestamp,
    after: Option<(Timestamp, Uuid)>,
    ready: VecDeque<FactRow>,
    at_end: bool,
}

/// Its rows, up to the instant at which it is made: the ledger grows while it is read.
pub fn file_rows(
    store: &Store,
    file: HistoryFile,
    made_at: Timestamp,
) -> impl Stream<Item = Result<FactRow, StoreError>> + Send + 'static {
    let reading = Reading {
        store: store.clone(),
        asked: file.0,
        made_at,
        after: None,
        ready: VecDeque::new(),
        at_end: false,
    };
    stream::try_unfold(reading, |mut reading| async move {
        while reading.ready.is_empty() && !reading.at_end {
            reading.read_on().await?;
        }
        Ok(reading.ready.pop_front().map(|row| (row, reading)))
    })
}

impl Reading {
    async fn read_on(&mut self) -> Result<(), StoreError> {
        let mut query = self
            .asked
            .query()
            .filter(facts::Column::At.lte(stored(self.made_at)));
        if let Some((at, id)) = self.after {
            let same_instant = Condition::all()
                .add(facts::Column::At.eq(stored(at)))
                .add(facts::Column::Id.gt(id));
            query = query.filter(
                Condition::any()
                    .add(facts::Column::At.gt(stored(at)))
                    .add(same_instant),
            );
        }
        let found = query
            .order_by_asc(facts::Column::At)
            .order_by_asc(facts::Column::Id)
            .limit(AT_ONCE)
            .all(self.store.read())
            .await?;
        let Some(last) = found.last() else {
            self.at_end = true;
            return Ok(());
        };
        self.after = Some((read(last.at)?, last.id));
        self.ready = rows(&self.store, found, &self.asked.hidden).await?.into();
        Ok(())
    }
}
