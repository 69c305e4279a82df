//! What a crash and a lost connection must not take: whatever was answered with a receipt is there, whole, with its fact
//! and its letter; and of what was not answered there is all or nothing. The real binary, on the run's own database.

mod full;

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use plaudit_domain::fact::FactKind;
use plaudit_store::{
    Store, nominations,
    reports::{
        Viewer,
        history::{self, HistoryFilter},
        names::Named,
        nomination, outbox,
    },
    secrets::Token,
};
use plaudit_web::{clock::Clock, paths::public::NominationReceipt, shown::nomination_form::field};
use tempfile::TempDir;
use tokio::{sync::Semaphore, task::JoinSet};

use crate::{
    public::filling::{answers_with, nominate, pairs},
    support::{
        Database, Stage,
        form::Form,
        people::ADMINISTRATOR,
        server::{self, Server},
        stage,
    },
};

/// Nobody in a storm waits for the rate limits.
const UNLIMITED: [&str; 4] = ["--nominations-per-hour", "0", "--letters-per-hour", "0"];

/// How many send at once.
const SENDERS: usize = 16;

/// A nomination that a test sent: its key, and the name and address that it can be known by.
#[derive(Debug, Clone)]
struct Sent {
    key: Token,
    nominee: String,
    nominator: String,
}

/// A season that is open today, on the system's clock, and a server over it.
struct Award {
    database: Database,
    folder: TempDir,
    server: Server,
    /// The form filled in, as it was shown a while ago.
    form: Form,
}

impl Award {
    async fn open() -> Self {
        let database = Stage::SetUp.database().await;
        let now = Clock::system().now();
        let store = Store::open(database.address(), now)
            .await
            .expect("the database opens");
        stage::open_season_around(&store, now).await;
        // Whoever sends as fast as these is taken for a program, unless the form was shown a while ago.
        let shown_at = nominations::stamp(&store, now - SignedDuration::from_mins(1));
        store.close().await.expect("the store closes");
        let folder = tempfile::tempdir().expect("the system has room for a folder");
        let server = Server::start(&database, folder.path(), &UNLIMITED);
        let page = server.client().open(nominate()).await.ok();
        let answers = answers_with(&page, &[]);
        let form = page
            .form(nominate())
            .with(&pairs(&answers))
            .forged(field::SHOWN_AT, &shown_at)
            .forged(field::PRESSED, "submit");
        Self {
            database,
            folder,
            server,
            form,
        }
    }

    /// The form for another nominee, under a key of its own.
    fn form_for(&self, number: usize) -> (Sent, Form) {
        let sent = Sent {
            key: Token::fresh(),
            nominee: format!("Nominee {number}"),
            nominator: format!("nominator-{number}@marrowby.example"),
        };
        let typed = [
            (field::NOMINEE_NAME, sent.nominee.as_str()),
            (field::NOMINATOR_EMAIL, sent.nominator.as_str()),
        ];
        let form = self
            .form
            .clone()
            .with(&typed)
            .forged(field::KEY, &sent.key.text());
        (sent, form)
    }

    /// What is in the database once nobody serves it.
    async fn found(&self) -> Found {
        Found::read(&self.database).await
    }

    /// What `plaudit verify --ledger` says.
    fn verified(&self) -> String {
        let output = server::run(&[
            "verify".as_ref(),
            "--ledger".as_ref(),
            "--database-url".as_ref(),
            self.database.url().as_ref(),
            "--data-dir".as_ref(),
            self.folder.path().as_os_str(),
        ]);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(
            output.status.success(),
            "{said}{}",
            String::from_utf8_lossy(&output.stderr)
        );
        said
    }
}

/// What the database holds of the nominations: facts by the nomination's number, receipts by address.
struct Found {
    store: Store,
    facts: BTreeMap<String, usize>,
    receipts: BTreeMap<String, usize>,
}

impl Found {
    async fn read(database: &Database) -> Self {
        let store = Store::open(database.address(), Clock::system().now())
            .await
            .expect("the database opens after the crash");
        let administrator =
            plaudit_store::accounts::find_by_email(&store, &ADMINISTRATOR.email()).await;
        let administrator = administrator
            .expect("the accounts can be read")
            .expect("the administrator is there")
            .id;
        let viewer = Viewer::Administrator(administrator);
        let mut facts = BTreeMap::new();
        let mut filter = HistoryFilter {
            kind: Some(FactKind::NominationSubmitted),
            ..HistoryFilter::default()
        };
        loop {
            let page = history::history(&store, &viewer, &filter)
                .await
                .expect("the ledger can be read");
            for row in page.rows {
                let Some(Named::Nomination(_, number)) = row.subject else {
                    assert!(
                        row.subject.is_none(),
                        "a fact of a nomination that is not there"
                    );
                    continue;
                };
                *facts.entry(number).or_default() += 1;
            }
            filter.before = page.next;
            if filter.before.is_none() {
                break;
            }
        }
        let mut receipts = BTreeMap::new();
        let letters = outbox::outbox(&store, &viewer, &outbox::OutboxFilter::default())
            .await
            .expect("the outbox can be read");
        let pages = letters.total.div_ceil(outbox::PAGE);
        for page in 1..=pages {
            let asked = outbox::OutboxFilter {
                page,
                ..outbox::OutboxFilter::default()
            };
            let letters = outbox::outbox(&store, &viewer, &asked)
                .await
                .expect("the outbox can be read");
            for letter in letters
                .rows
                .into_iter()
                .filter(|letter| letter.kind == nominations::letters::RECEIPT)
            {
                *receipts.entry(letter.address).or_default() += 1;
            }
        }
        Self {
            store,
            facts,
            receipts,
        }
    }

    /// The number of a nomination that is there whole; nothing if no trace of it is there.
    async fn number_of(&self, sent: &Sent, now: Timestamp) -> Option<String> {
        let found = nomination::by_key(&self.store, now, &sent.key)
            .await
            .expect("the nominations can be read");
        let receipts = self
            .receipts
            .get(&sent.nominator)
            .copied()
            .unwrap_or_default();
        let Some((_, found)) = found else {
            assert_eq!(
                receipts, 0,
                "a receipt for {}, who is not there",
                sent.nominee
            );
            return None;
        };
        let submission = found.submission.expect("what is there was sent");
        assert_eq!(submission.nominee.name, sent.nominee);
        assert_eq!(submission.answers.len(), 6, "{} is not whole", sent.nominee);
        assert_eq!(submission.claims.len(), 1, "{} is not whole", sent.nominee);
        assert_eq!(receipts, 1, "{} has not one receipt", sent.nominee);
        assert_eq!(
            self.facts.get(&found.number),
            Some(&1),
            "{} has not one fact",
            sent.nominee
        );
        Some(found.number)
    }
}

/// Asserts that what was answered is there, that everything there is whole, and that nothing else is there.
async fn assert_kept(found: &Found, answered: &[Sent], attempted: &[Sent]) {
    let now = Clock::system().now();
    for sent in answered {
        assert!(
            found.number_of(sent, now).await.is_some(),
            "{} was answered with a receipt and is not there",
            sent.nominee
        );
    }
    let mut there = 0;
    for sent in attempted {
        there += usize::from(found.number_of(sent, now).await.is_some());
    }
    assert_eq!(
        found.facts.len(),
        there,
        "facts of nominations that nobody sent"
    );
    assert_eq!(
        found.receipts.len(),
        there,
        "receipts for nominations that nobody sent"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_kill_in_a_storm_loses_nothing_that_was_answered() {
    let mut award = Award::open().await;
    let attempted = Arc::new(Mutex::new(Vec::new()));
    let mut answered = Vec::new();
    for round in 0..2 {
        let receipts = Arc::new(Semaphore::new(0));
        let mut senders = JoinSet::new();
        for sender in 0..SENDERS {
            let forms: Vec<_> = (0..200)
                .map(|count| award.form_for(((round * SENDERS) + sender) * 1000 + count))
                .collect();
            let (attempted, receipts) = (Arc::clone(&attempted), Arc::clone(&receipts));
            let mut client = award.server.client();
            senders.spawn(async move {
                let mut answered = Vec::new();
                for (sent, form) in forms {
                    attempted
                        .lock()
                        .expect("nobody panics with it")
                        .push(sent.clone());
                    let Ok(page) = client.try_submit(&form).await else {
                        break;
                    };
                    let page = page.expect(StatusCode::SEE_OTHER);
                    assert_eq!(
                        page.location(),
                        Some(
                            NominationReceipt {
                                key: sent.key.text()
                            }
                            .to_string()
                            .as_str()
                        )
                    );
                    answered.push(sent);
                    receipts.add_permits(1);
                }
                answered
            });
        }
        // In the middle of it: many are answered, and every sender has one under way.
        let many = receipts.acquire_many(150).await.expect("nobody closes it");
        award.server.kill();
        drop(many);
        while let Some(sender) = senders.join_next().await {
            answered.extend(sender.expect("no sender panics"));
        }
        award.server = Server::start(&award.database, award.folder.path(), &UNLIMITED);
        let mut client = award.server.client();
        for sent in answered.iter().rev().take(20) {
            let page = client
                .open(NominationReceipt {
                    key: sent.key.text(),
                })
                .await
                .ok();
            assert!(page.text().contains(&sent.nominator), "{}", page.excerpt());
        }
    }
    award.server.kill();
    assert!(award.verified().contains("The ledger holds."));
    let attempted = attempted.lock().expect("nobody panics with it").clone();
    assert!(
        answered.len() >= 300 && attempted.len() > answered.len(),
        "{} of {}",
        answered.len(),
        attempted.len()
    );
    assert_kept(&award.found().await, &answered, &attempted).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hundreds_of_hang_ups_lose_nothing_that_was_answered() {
    let mut award = Award::open().await;
    let mut senders = JoinSet::new();
    for sender in 0..SENDERS {
        let forms: Vec<_> = (0..40)
            .map(|count| award.form_for(sender * 1000 + count))
            .collect();
        let mut client = award.server.client();
        senders.spawn(async move {
            let (mut answered, mut attempted) = (Vec::new(), Vec::new());
            for (count, (sent, form)) in forms.into_iter().enumerate() {
                attempted.push(sent.clone());
                if count % 4 == 3 {
                    // Somebody patient, on a connection that others have hung up on.
                    client
                        .try_submit(&form)
                        .await
                        .expect("the server answers")
                        .expect(StatusCode::SEE_OTHER);
                    answered.push(sent);
                } else {
                    // From before the form was read to after its answer was written.
                    let after = Duration::from_micros(
                        u64::try_from(count * SENDERS + sender).expect("a small number") * 40,
                    );
                    client
                        .submit_and_hang_up(&form, after)
                        .await
                        .expect("the server takes connections");
                }
            }
            (answered, attempted)
        });
    }
    let (mut answered, mut attempted) = (Vec::new(), Vec::new());
    while let Some(sender) = senders.join_next().await {
        let (more_answered, more_attempted) = sender.expect("no sender panics");
        answered.extend(more_answered);
        attempted.extend(more_attempted);
    }
    // Nothing may hang on in a transaction that only a tidy end would commit.
    award.server.kill();
    assert_eq!((answered.len(), attempted.len()), (160, 640));
    assert!(award.verified().contains("The ledger holds."));
    assert_kept(&award.found().await, &answered, &attempted).await;
}
