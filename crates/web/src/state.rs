//! What every handler can reach: the database, the time, the words, the settings.

use std::sync::{Arc, PoisonError, RwLock};

use plaudit_domain::window::Zone;
use plaudit_store::organisations::Organisation;
use plaudit_store::{Actor, Moment, Store, StoreError, organisations, programmes};

use crate::clock::Clock;
use crate::config::Settings;
use crate::http::kept::KeptPages;
use crate::http::rate_limit::RateLimits;
use crate::letters::post_office::PostOffice;
use crate::live::Live;
use crate::words::WordBook;

/// The state of a server. A clone is the same server.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub store: Store,
    /// The time.
    pub clock: Clock,
    /// The words, in every language.
    pub words: WordBook,
    /// What the operator decided.
    pub settings: Arc<Settings>,
    /// How often who may do what.
    pub limits: Arc<RateLimits>,
    /// Where letters go.
    pub post_office: PostOffice,
    /// Pages that need not be rendered again.
    pub kept_pages: KeptPages,
    /// Rooms that screens follow.
    pub live: Live,
    last_known: Arc<RwLock<Option<Arc<Organisation>>>>,
}

impl App {
    /// A server over this database.
    pub fn new(store: Store, clock: Clock, settings: Settings, post_office: PostOffice) -> Self {
        Self {
            store,
            clock,
            words: WordBook::load(),
            limits: Arc::new(RateLimits::new(&settings.limits)),
            settings: Arc::new(settings),
            post_office,
            kept_pages: KeptPages::default(),
            live: Live::default(),
            last_known: Arc::default(),
        }
    }

    /// Now, by this actor, with fresh ids.
    pub fn moment(&self, by: Actor) -> Moment {
        self.clock.moment(by)
    }

    /// Whose award this is; none before the set-up.
    pub async fn organisation(&self) -> Result<Option<Arc<Organisation>>, StoreError> {
        let organisation = organisations::find(&self.store).await?.map(Arc::new);
        let mut last = self
            .last_known
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        last.clone_from(&organisation);
        Ok(organisation)
    }

    /// The zone in which instants are shown that belong to no programme: letters, sessions, the ledger.
    pub async fn zone(&self) -> Result<Zone, StoreError> {
        Ok(programmes::shared_zone(&self.store)
            .await?
            .unwrap_or_default())
    }

    /// The organisation as it was last read, for the error page when the database is away.
    pub(crate) fn organisation_last_known(&self) -> Option<Arc<Organisation>> {
        self.last_known
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}
