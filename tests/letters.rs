//! Letters reach a mail server, once as far as anybody can see, and a failure is in plain sight.

mod contact;
mod forms;
mod proof;

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use plaudit_store::outbox::{self, LetterStatus};
use plaudit_store::reports::{self, Viewer};
use plaudit_store::{Actor, accounts};
use plaudit_web::letters::post_office::{PATIENCE, PostOffice};
use plaudit_web::letters::sender;
use plaudit_web::state::App;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use uuid::Uuid;

use crate::support::people::ADMINISTRATOR;
use crate::support::{Letter, Site, Stage};

/// A mail server that answers messages as it is told to, and remembers what it was offered.
#[derive(Clone)]
struct Sink {
    url: String,
    answer: Arc<Mutex<&'static str>>,
    /// What it answers the next messages, before that; nothing for one that it never answers.
    first: Arc<Mutex<VecDeque<Option<&'static str>>>>,
    offered: Arc<Mutex<Vec<String>>>,
}

impl Sink {
    async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("it has an address");
        let sink = Self {
            url: format!("smtp://{address}"),
            answer: Arc::new(Mutex::new("250 taken")),
            first: Arc::default(),
            offered: Arc::default(),
        };
        let server = sink.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = server.clone();
                tokio::spawn(async move { server.converse(stream).await });
            }
        });
        sink
    }

    async fn converse(&self, stream: TcpStream) -> std::io::Result<()> {
        let (reader, mut writer) = stream.into_split();
        let mut lines = BufReader::new(reader).lines();
        let mut late = None;
        writer.write_all(b"220 sink\r\n").await?;
        while let Some(line) = lines.next_line().await? {
            let reply = match line.split(':').next().unwrap_or_default() {
                "DATA" => {
                    writer.write_all(b"354 go on\r\n").await?;
                    let mut message = Vec::new();
                    while let Some(line) = lines.next_line().await? {
                        if line == "." {
                            break;
                        }
                        message.push(line);
                    }
                    let mut offered = self.offered.lock().expect("nobody panics with it");
                    offered.push(message.join("\r\n"));
                    let mut first = self.first.lock().expect("nobody panics with it");
                    match first.pop_front() {
                        Some(Some(answer)) => answer,
                        // What it would have said comes when the client has long gone on.
                        Some(None) => {
                            late = Some("250 taken, late");
                            continue;
                        }
                        None => *self.answer.lock().expect("nobody panics with it"),
                    }
                }
                _ => "250 sink",
            };
            if let Some(late) = late.take() {
                writer.write_all(format!("{late}\r\n").as_bytes()).await?;
            }
            writer.write_all(format!("{reply}\r\n").as_bytes()).await?;
        }
        Ok(())
    }

    fn answers(&self, answer: &'static str) {
        *self.answer.lock().expect("nobody panics with it") = answer;
    }

    fn offered(&self) -> Vec<String> {
        self.offered.lock().expect("nobody panics with it").clone()
    }
}

/// The site's application, handing its letters to this mail server.
fn sending_to(site: &Site, sink: &Sink) -> App {
    sending_with(site, sink, PATIENCE)
}

/// The same, but it does not wait for an answer longer than this.
fn sending_with(site: &Site, sink: &Sink, patience: Duration) -> App {
    let post_office = PostOffice::smtp(&sink.url, patience);
    let post_office = post_office.expect("the address of a mail server");
    let settings = (*site.app.settings).clone();
    App::new(
        site.store().clone(),
        site.app.clock.clone(),
        settings,
        post_office,
    )
}

async fn ask(site: &Site) {
    let moment = site.app.moment(Actor::Visitor);
    let email = ADMINISTRATOR.email();
    accounts::ask_to_sign_in(site.store(), &moment, &email, "en".to_owned(), None)
        .await
        .expect("the letter is queued");
}

async fn send(app: &App) -> usize {
    sender::send_due(app).await.expect("the outbox can be read")
}

fn message_id(message: &str) -> &str {
    message
        .lines()
        .find_map(|line| line.strip_prefix("Message-ID: "))
        .expect("a message has an id")
}

/// The one letter of the outbox: where it stands, how often it was tried, and what the mail server said.
async fn standing(site: &Site) -> (LetterStatus, i64, Option<String>) {
    let viewer = Viewer::Administrator(site.account(ADMINISTRATOR).await);
    let mut outbox = reports::outbox::outbox(
        site.store(),
        &viewer,
        &reports::outbox::OutboxFilter::default(),
    )
    .await
    .expect("the outbox can be read");
    assert_eq!(outbox.rows.len(), 1);
    let row = outbox.rows.remove(0);
    (row.status, row.tries, row.failure)
}

#[tokio::test]
async fn a_letter_is_sent_once_and_says_who_answers_it() {
    let site = Site::at(Stage::SetUp).await;
    let sink = Sink::open().await;
    let app = sending_to(&site, &sink);
    ask(&site).await;
    assert_eq!(send(&app).await, 1);
    assert_eq!(send(&app).await, 0);
    assert_eq!(standing(&site).await, (LetterStatus::Sent, 1, None));
    let offered = sink.offered();
    assert_eq!(offered.len(), 1);
    assert!(
        offered[0].contains("Reply-To: \"Olu Bright\" <awards@society.example>\r\n"),
        "{}",
        offered[0]
    );
    assert!(message_id(&offered[0]).ends_with("@award.example>"));
    let letter = Letter::read(&offered[0]);
    assert_eq!(letter.to, ADMINISTRATOR.address);
    let link = letter.link("/accounts/sign-in/");
    let page = site.visitor().open(&link).await.ok();
    assert!(page.forms().iter().any(|form| form.action == link));
}

#[tokio::test]
async fn what_is_refused_for_now_is_tried_again_later_as_the_same_message() {
    let site = Site::at(Stage::SetUp).await;
    let sink = Sink::open().await;
    let app = sending_to(&site, &sink);
    ask(&site).await;
    sink.answers("451 come back later");
    assert_eq!(send(&app).await, 1);
    let (status, tries, failure) = standing(&site).await;
    assert_eq!((status, tries), (LetterStatus::Queued, 1));
    let failure = failure.unwrap_or_default();
    assert!(failure.contains("come back later"), "{failure}");

    sink.answers("250 taken");
    assert_eq!(send(&app).await, 0, "not before its time");
    site.wait(SignedDuration::from_mins(1));
    assert_eq!(send(&app).await, 1);
    assert_eq!(standing(&site).await, (LetterStatus::Sent, 2, None));
    let offered = sink.offered();
    assert_eq!(offered.len(), 2);
    assert_eq!(message_id(&offered[0]), message_id(&offered[1]));
    // Each try carries a link of its own, since no secret is kept that could be sent again.
    let links: Vec<String> = offered
        .iter()
        .map(|message| Letter::read(message).link("/accounts/sign-in/"))
        .collect();
    assert_ne!(links[0], links[1]);
}

#[tokio::test]
async fn what_is_refused_for_good_is_given_up_in_plain_sight() {
    let site = Site::at(Stage::SetUp).await;
    let sink = Sink::open().await;
    let app = sending_to(&site, &sink);
    ask(&site).await;
    sink.answers("550 nobody of that name");
    assert_eq!(send(&app).await, 1);
    let (status, tries, failure) = standing(&site).await;
    assert_eq!((status, tries), (LetterStatus::Failed, 1));
    let failure = failure.unwrap_or_default();
    assert!(failure.contains("nobody of that name"), "{failure}");
    site.wait(SignedDuration::from_hours(48));
    assert_eq!(send(&app).await, 0);
}

#[tokio::test]
async fn an_answer_that_comes_late_is_not_taken_for_the_next_letters() {
    let site = Site::at(Stage::SetUp).await;
    let sink = Sink::open().await;
    let app = sending_with(&site, &sink, Duration::from_secs(3));
    let answers = [
        Some("250 taken"),
        None,
        Some("554 not from you"),
        Some("250 taken"),
    ];
    *sink.first.lock().expect("nobody panics with it") = answers.into();
    for _ in &answers {
        ask(&site).await;
        site.wait(SignedDuration::from_secs(1));
    }
    assert_eq!(send(&app).await, 4);
    let viewer = Viewer::Administrator(site.account(ADMINISTRATOR).await);
    let mut rows = reports::outbox::outbox(
        site.store(),
        &viewer,
        &reports::outbox::OutboxFilter::default(),
    )
    .await
    .expect("the outbox can be read")
    .rows;
    rows.sort_by_key(|row| row.created_at);
    let became: Vec<_> = rows.iter().map(|row| (row.status, row.tries)).collect();
    assert_eq!(
        became,
        [
            (LetterStatus::Sent, 1),
            (LetterStatus::Queued, 1),
            (LetterStatus::Failed, 1),
            (LetterStatus::Sent, 1),
        ]
    );
    let failure = rows[2].failure.as_deref().unwrap_or_default();
    assert!(failure.contains("not from you"), "{failure}");
}

#[tokio::test]
async fn a_mail_server_that_is_never_there_is_given_up_after_a_week_of_tries() {
    let site = Site::at(Stage::SetUp).await;
    let sink = Sink::open().await;
    let app = sending_to(&site, &sink);
    ask(&site).await;
    sink.answers("451 come back later");
    let mut tries = 0;
    for _ in 0..24 * 7 {
        tries += send(&app).await;
        site.wait(SignedDuration::from_hours(1));
    }
    assert_eq!(tries, 7);
    let (status, tries, _) = standing(&site).await;
    assert_eq!((status, tries), (LetterStatus::Failed, 7));
}

#[tokio::test]
async fn letters_are_claimed_oldest_first_and_are_free_again_once_a_claim_runs_out() {
    let site = Site::at(Stage::SetUp).await;
    let began = site.app.clock.now();
    for _ in 0..3 {
        ask(&site).await;
        site.wait(SignedDuration::from_secs(1));
    }
    assert_eq!(claimed(&site, began, 2).await, [(0, 1), (1, 1)]);
    assert_eq!(claimed(&site, began, 2).await, [(2, 1)]);
    assert_eq!(claimed(&site, began, 2).await, []);
    site.wait(SignedDuration::from_mins(3));
    assert_eq!(claimed(&site, began, 9).await, [(0, 2), (1, 2), (2, 2)]);
}

/// Of each letter that is claimed now, how many seconds after this it was due, and how often it was claimed so far.
async fn claimed(site: &Site, began: Timestamp, limit: u64) -> Vec<(i64, u32)> {
    let letters = outbox::claim(site.store(), site.app.clock.now(), Uuid::nil(), limit).await;
    let letters = letters.expect("the outbox can be read").into_iter();
    letters
        .map(|letter| (letter.due_at.duration_since(began).as_secs(), letter.tries))
        .collect()
}

#[tokio::test]
async fn several_senders_send_each_letter_once() {
    let site = Site::at(Stage::SetUp).await;
    let sink = Sink::open().await;
    for _ in 0..25 {
        ask(&site).await;
    }
    let apps = [(); 4].map(|()| sending_to(&site, &sink));
    let sent = futures_util::future::join_all(apps.iter().map(send)).await;
    assert_eq!(sent.iter().sum::<usize>(), 25);
    let offered = sink.offered();
    let ids: BTreeSet<&str> = offered.iter().map(|message| message_id(message)).collect();
    assert_eq!((offered.len(), ids.len()), (25, 25));
}
