//! The application over a database of its own, with a clock that a test moves and letters that it reads.

use std::net::SocketAddr;

use axum::Router;
use jiff::SignedDuration;
use plaudit_domain::{ids::AccountId, person::Email, season::Season};
use plaudit_store::sessions::{self, Beginning};
use plaudit_store::{Actor, Moment, Store, accounts, programmes, seasons};
use plaudit_web::{
    clock::Clock,
    config::{Limits, LogFormat, Settings, TrustedProxies},
    letters::{post_office::PostOffice, sender},
    router::router,
    state::App,
};
use tempfile::TempDir;

use super::{client::Client, database::Database, letters::Letter, stage::Stage};

/// The cookie that a signed-in browser carries.
pub(crate) const SESSION: &str = "__Host-plaudit_session";

/// A whole site in this process. Nothing in it happens by itself: letters go out when they are asked for, and time
/// passes when it is told to.
pub(crate) struct Site {
    pub(crate) app: App,
    router: Router,
    /// Held until the end, after everything that uses them.
    folder: TempDir,
    pub(crate) database: Database,
}

impl Site {
    /// A site that has come so far, without limits on how often anybody does anything.
    pub(crate) async fn at(stage: Stage) -> Self {
        Self::with_limits(stage, Limits::none()).await
    }

    /// A site that has come so far, with these limits.
    pub(crate) async fn with_limits(stage: Stage, limits: Limits) -> Self {
        Self::made(stage, limits, true).await
    }

    /// A site as it is run for others: without what only developers need.
    pub(crate) async fn released(stage: Stage) -> Self {
        Self::made(stage, Limits::none(), false).await
    }

    async fn made(stage: Stage, limits: Limits, gallery: bool) -> Self {
        let folder = tempfile::tempdir().expect("the system has room for a folder");
        let database = stage.database().await;
        let clock = Clock::still(stage.begins_at());
        let store = Store::open(database.address(), clock.now())
            .await
            .expect("the database opens");
        let settings = Settings {
            listen: SocketAddr::from(([127, 0, 0, 1], 80)),
            data_dir: folder.path().to_owned(),
            database_url: None,
            public_url: Some("https://award.example".parse().expect("a public URL")),
            smtp_url: None,
            letters_from: None,
            trusted_proxies: TrustedProxies::default(),
            log_format: LogFormat::Text,
            limits,
            gallery,
        };
        let post_office = PostOffice::folder(settings.letters_dir());
        let app = App::new(store, clock, settings, post_office);
        Self {
            router: router(app.clone()),
            app,
            folder,
            database,
        }
    }

    /// The database.
    pub(crate) fn store(&self) -> &Store {
        &self.app.store
    }

    /// Now, by the system, for operations that a test does without a page.
    pub(crate) fn moment(&self) -> Moment {
        self.app.moment(Actor::System)
    }

    /// Lets time pass.
    pub(crate) fn wait(&self, time: SignedDuration) {
        self.app.clock.advance(time);
    }

    /// Somebody's fresh browser.
    pub(crate) fn visitor(&self) -> Client {
        Client::of_router(
            self.router.clone(),
            self.app.settings.public_url().to_string(),
        )
    }

    /// A fresh browser at another instance, over the same database.
    pub(crate) async fn visitor_elsewhere(&self) -> Client {
        let (clock, settings) = (self.app.clock.clone(), Settings::clone(&self.app.settings));
        let store = Store::open(self.database.address(), clock.now())
            .await
            .expect("the database opens");
        let origin = settings.public_url().to_string();
        let elsewhere = App::new(store, clock, settings, self.app.post_office.clone());
        Client::of_router(router(elsewhere), origin)
    }

    /// The secret of a session of somebody's, begun now.
    pub(crate) async fn session_of(&self, somebody: impl Into<Email>) -> String {
        let account = self.account(somebody).await;
        let moment = self.app.moment(Actor::Account(account));
        let beginning = Beginning {
            account,
            device: "Plaudit's tests".to_owned(),
            lasts: SignedDuration::from_hours(24 * 14),
            instead_of: None,
        };
        let token = sessions::start(self.store(), &moment, beginning)
            .await
            .expect("the session starts");
        token.text()
    }

    /// A browser that is signed in already. How one signs in is another test's story.
    pub(crate) async fn signed_in(&self, somebody: impl Into<Email>) -> Client {
        let token = self.session_of(somebody).await;
        self.visitor().with_cookie(SESSION, token)
    }

    /// Somebody's account.
    pub(crate) async fn account(&self, somebody: impl Into<Email>) -> AccountId {
        let found = accounts::find_by_email(self.store(), &somebody.into())
            .await
            .expect("the accounts can be read");
        found.expect("the stage has this account").id
    }

    /// The season of the IT-progress award.
    pub(crate) async fn season(&self) -> Season {
        let programmes = programmes::list(self.store())
            .await
            .expect("the programmes can be read");
        let season = seasons::current(self.store(), programmes[0].id)
            .await
            .expect("the season can be read");
        season.expect("the stage has a season")
    }

    /// Sends what is due, and gives every letter that ever went out, in the order of their queueing.
    pub(crate) async fn letters(&self) -> Vec<Letter> {
        sender::send_due(&self.app)
            .await
            .expect("the outbox can be read");
        Letter::all_in(&self.folder.path().join("letters"))
    }

    /// The last letter that went to this address, after what is due was sent.
    pub(crate) async fn letter_to(&self, address: &str) -> Letter {
        let mut letters = self.letters().await;
        letters.retain(|letter| letter.to == address);
        let letter = letters.pop();
        letter.unwrap_or_else(|| Letter {
            reply_to: String::new(),
            to: format!("nobody: no letter went to {address}"),
            subject: String::new(),
            html: String::new(),
            text: String::new(),
        })
    }

    /// How many statements the database was sent while the work was done.
    pub(crate) async fn statements_of<T>(&self, work: impl Future<Output = T>) -> (T, u64) {
        let before = self.store().statements();
        let done = work.await;
        (done, self.store().statements() - before)
    }
}
