//! What Plaudit remembers: every change is one operation, one transaction: load, ask the domain, write, note the
//! facts, queue the letters, commit. SQLite by default, PostgreSQL by URL, one code path.
//!
//! Operations are free functions in a module named for their aggregate, `&Store` first: `nominations::submit(&store,
//! &moment, …)`. `get` must exist, `find` may not, `list` is many. What screens and files read is in [`reports`],
//! where each report takes its viewer. No entity leaves the crate.

pub mod abstentions;
pub mod accounts;
pub mod assignments;
pub mod biographies;
mod blind;
pub mod cases;
mod certainties;
pub mod column_choices;
pub mod confidentiality;
mod connection;
pub mod deliberation;
pub mod demo;
pub mod eligibility_rules;
pub mod enquiries;
mod entities;
mod error;
pub mod exports;
mod gathered;
mod health;
pub mod interests;
mod kept;
mod lately;
pub mod ledger;
pub mod marks;
pub mod memberships;
mod moment;
pub mod nominations;
pub mod organisations;
pub mod outbox;
pub mod people;
pub mod plans;
pub mod practice;
mod prepared;
mod presiding;
pub mod programmes;
pub mod proofs;
pub mod publications;
pub mod questions;
pub mod readings;
pub mod references;
pub mod reopenings;
pub mod reports;
pub mod rule_sets;
pub mod scorecards;
pub mod screening;
pub mod seasons;
pub mod secrets;
pub mod sessions;
pub mod shipped;
pub mod shortlist;
pub mod stages;
mod standings;
pub mod suggestions;
pub mod terms;
mod texts;
pub mod tokens;
pub mod trial_letters;
mod write;

#[cfg(test)]
mod builders;
#[cfg(test)]
mod demo_tests;
#[cfg(test)]
mod judging_tests;
#[cfg(test)]
mod ledger_tests;
#[cfg(test)]
mod shipped_tests;
#[cfg(test)]
mod write_tests;

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use futures_util::future::BoxFuture;
use sea_orm::{DatabaseConnection, DbBackend};
use tokio::sync::RwLock;

pub use connection::Address;
pub use error::StoreError;
pub use moment::{Actor, Ids, Moment};
use write::{Door, Tx};

/// An open database. Cloning it is cheap; every clone is the same database.
#[derive(Clone, Debug)]
pub struct Store {
    readers: DatabaseConnection,
    door: Arc<RwLock<Door>>,
    keys: Arc<secrets::Keys>,
    statements: Arc<AtomicU64>,
    health: Arc<health::Health>,
    forms: reports::nomination_form::KeptForms,
    sendings: nominations::Sendings,
    public_seasons: reports::nomination_form::PublicSeasons,
    organisations: organisations::Reads,
    frames: reports::scorecard::Frames,
    certainties: certainties::Certainties,
    lately: lately::Lately,
}

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// One file.
    Sqlite,
    /// A server, which several instances may share.
    Postgres,
}

impl Store {
    /// Opens the database and brings its schema up to date; instances that start together queue for that.
    pub async fn open(address: &Address, now: jiff::Timestamp) -> Result<Self, StoreError> {
        let statements = Arc::new(AtomicU64::new(0));
        let pools = connection::open(address, &statements).await?;
        let keys = secrets::Keys::load_or_make(&pools.writer, now).await?;
        let is_postgres = pools.writer.get_database_backend() == DbBackend::Postgres;
        // While PostgreSQL writes one batch, the next is made ready and written beside it; SQLite has one writer.
        let sendings = nominations::Sendings::written(if is_postgres { 2 } else { 1 });
        Ok(Self {
            readers: pools.readers,
            door: Arc::new(RwLock::new(Door::new(pools.writer))),
            keys: Arc::new(keys),
            statements,
            health: Arc::new(health::Health::of(address)),
            forms: reports::nomination_form::KeptForms::default(),
            sendings,
            public_seasons: reports::nomination_form::PublicSeasons::default(),
            organisations: organisations::Reads::default(),
            frames: reports::scorecard::Frames::default(),
            certainties: certainties::Certainties::default(),
            lately: lately::Lately::default(),
        })
    }

    /// Which database it is.
    pub fn engine(&self) -> Engine {
        if self.readers.get_database_backend() == DbBackend::Postgres {
            Engine::Postgres
        } else {
            Engine::Sqlite
        }
    }

    /// How many statements were sent to the database so far; tests compare it before and after a page.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Waits for every write that was begun, then lets go of the database. Operations fail afterwards.
    pub async fn close(&self) -> Result<(), StoreError> {
        self.sendings.finish().await;
        let mut door = self.door.write().await;
        door.close().await;
        self.readers.close_by_ref().await?;
        Ok(door.let_go().await?)
    }

    /// Waits while nominations are being written, at most this long: for what may come a little later than they.
    pub async fn give_way(&self, patience: Duration) {
        // Out of patience is as good as rested.
        let _ = tokio::time::timeout(patience, self.sendings.rest()).await;
    }

    /// What reads go through.
    pub(crate) fn read(&self) -> &DatabaseConnection {
        &self.readers
    }

    /// The forms that were read before, each as of a revision.
    pub(crate) fn forms(&self) -> &reports::nomination_form::KeptForms {
        &self.forms
    }

    /// Where forms wait that are to be sent.
    pub(crate) fn sendings(&self) -> &nominations::Sendings {
        &self.sendings
    }

    /// Where those wait who ask which form is a programme's of today.
    pub(crate) fn public_seasons(&self) -> &reports::nomination_form::PublicSeasons {
        &self.public_seasons
    }

    /// Where those wait who ask whose installation it is.
    pub(crate) fn organisations(&self) -> &organisations::Reads {
        &self.organisations
    }

    /// Where those wait who ask by what a season is scored.
    pub(crate) fn frames(&self) -> &reports::scorecard::Frames {
        &self.frames
    }

    /// How sure each standing is, as far as it was worked out.
    pub(crate) fn certainties(&self) -> &certainties::Certainties {
        &self.certainties
    }

    /// How categories stood when they were last asked for.
    pub(crate) fn lately(&self) -> &lately::Lately {
        &self.lately
    }

    /// Keys of the server's own.
    pub(crate) fn keys(&self) -> &secrets::Keys {
        &self.keys
    }

    /// The one door for writes; see [`write`](mod@write). The job gets the transaction and its own input by reference, because it
    /// may be run more than once.
    pub(crate) async fn write<I, T, F>(&self, input: I, job: F) -> Result<T, StoreError>
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
        F: for<'a> Fn(&'a Tx, &'a I) -> BoxFuture<'a, Result<T, StoreError>>
            + Send
            + Sync
            + 'static,
    {
        self.door.read().await.pass(input, job).await
    }
}
