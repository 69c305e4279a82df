//! The real binary as a process: how soon it answers, what it holds, how much it takes at once.

use std::{
    fs::{self, File},
    net::{SocketAddr, TcpListener},
    path::Path,
    process::Stdio,
    sync::Arc,
    time::{Duration, Instant},
};

use jiff::SignedDuration;
use plaudit_store::{Store, nominations, secrets::Token};
use plaudit_web::{clock::Clock, shown::nomination_form::field};
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use super::{
    Figure, bare,
    load::{Asked, per_second},
    machine, median,
};
use crate::{
    filling::{answers, nominate, pairs},
    support::{
        Database, Stage, form,
        server::{Server, serve},
        stage,
    },
};

/// How many ask at once for a page, and how many nominate at once.
const READERS: usize = 32;
const NOMINATORS: usize = 64;
/// How long one round of asking lasts; the rounds of what is compared follow each other.
const ROUND: Duration = Duration::from_secs(3);
const ROUNDS: usize = 5;

/// An award that is open today, in a database that nobody serves yet.
struct Award {
    database: Database,
    folder: TempDir,
    /// A form shown long enough ago.
    shown_at: String,
}

impl Award {
    async fn open() -> Self {
        let database = Stage::SetUp.database().await;
        let now = Clock::system().now();
        let store = Store::open(database.address(), now)
            .await
            .expect("the database opens");
        stage::open_season_around(&store, now).await;
        let shown_at = nominations::stamp(&store, now - SignedDuration::from_mins(1));
        store.close().await.expect("the store closes");
        Self {
            database,
            folder: tempfile::tempdir().expect("the system has room for a folder"),
            shown_at,
        }
    }

    /// Starts a server that logs into a file, as one in earnest does; it may not listen yet.
    fn serve(&self) -> Server {
        let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = free.local_addr().expect("a bound socket");
        drop(free);
        let log = File::create(self.folder.path().join("log")).expect("the folder can be written");
        let process = serve(&self.database, self.folder.path(), &address.to_string())
            .args(["--nominations-per-hour", "0", "--letters-per-hour", "0"])
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .expect("the binary starts");
        Server { process, address }
    }

    /// The same, once it listens.
    async fn served(&self) -> Server {
        let server = self.serve();
        connected(server.address).await;
        server
    }
}

async fn connected(address: SocketAddr) -> TcpStream {
    loop {
        match TcpStream::connect(address).await {
            Ok(connection) => return connection,
            Err(_) => tokio::time::sleep(Duration::from_micros(200)).await,
        }
    }
}

/// How soon it answers over a database that is there, and what it holds when nobody asks.
pub(crate) async fn idle() -> Vec<Figure> {
    let award = Award::open().await;
    let mut starts = Vec::new();
    for _ in 0..11 {
        starts.push(first_byte(&award).await);
    }
    let server = award.served().await;
    server.client().open("/").await.ok();
    server.client().open(nominate()).await.ok();
    // The sealer, the sender and the closer of seasons have each had a turn.
    tokio::time::sleep(Duration::from_secs(3)).await;
    vec![
        Figure::at_most(
            "first byte after the start, median",
            median(starts),
            50.0,
            "ms",
        ),
        Figure::at_most(
            "memory when idle",
            machine::megabytes(server.process.id()),
            30.0,
            "MB",
        ),
    ]
}

/// From the start of the process to the first byte of its home page.
async fn first_byte(award: &Award) -> Duration {
    let began = Instant::now();
    let server = award.serve();
    let mut connection = connected(server.address).await;
    let request = format!("GET / HTTP/1.1\r\nhost: {}\r\n\r\n", server.address);
    connection
        .write_all(request.as_bytes())
        .await
        .expect("it listens");
    connection.read_u8().await.expect("it answers");
    began.elapsed()
}

/// What the form's page and the sending of nominations reach, each beside what is bare.
pub(crate) async fn busy(times_bare: f64) -> Vec<Figure> {
    let award = Award::open().await;
    let server = award.served().await;
    let hello = bare::serve(bare::hello()).await;
    let hello_page = Asked::page(hello, "/");
    let form_page = Asked::page(server.address, &nominate().to_string());
    let (hello, form) = compare(READERS, (hello, &hello_page), (&server, &form_page)).await;

    let sending = sending(&award, &server).await;
    let rows = bare::serve(bare::three_rows(award.database.address()).await).await;
    let bare_rows = bare_rows(rows, &sending);
    let (bare, sent) = compare(NOMINATORS, (rows, &bare_rows), (&server, &sending)).await;
    let letters = letters_per_second(award.folder.path()).await;
    vec![
        Figure::at_least(
            format!("form page, {form:.0}/s beside {hello:.0}/s of \"hello\""),
            form / hello * 100.0,
            10.0,
            "%",
        ),
        Figure::at_least(
            format!("nominations, {sent:.0}/s beside {bare:.0}/s of three bare rows"),
            sent / bare,
            times_bare,
            "times",
        ),
        Figure::at_least(
            "letters written for them, once they rest",
            letters,
            50.0,
            "/s",
        ),
        Figure::at_most(
            "memory after that",
            machine::megabytes(server.process.id()),
            200.0,
            "MB",
        ),
    ]
}

/// The middle round of each, in turns, so that what else the machine does falls on both. Ours is held still while the
/// bare one is asked: what it does for nominations after it has answered must not cost the other.
async fn compare(
    clients: usize,
    (bare, bare_asked): (SocketAddr, &Arc<Asked>),
    (ours, ours_asked): (&Server, &Arc<Asked>),
) -> (f64, f64) {
    let (mut of_bare, mut of_ours) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        machine::signal(ours.process.id(), "STOP");
        of_bare.push(per_second(bare, clients, ROUND, bare_asked).await);
        machine::signal(ours.process.id(), "CONT");
        of_ours.push(per_second(ours.address, clients, ROUND, ours_asked).await);
    }
    (middle(of_bare), middle(of_ours))
}

/// How many letters are written in a second of those that gave way to nominations.
async fn letters_per_second(data: &Path) -> f64 {
    let count = || {
        fs::read_dir(data.join("letters")).map_or(0, |letters| {
            u32::try_from(letters.count()).unwrap_or(u32::MAX)
        })
    };
    let (began, before) = (Instant::now(), count());
    tokio::time::sleep(ROUND).await;
    f64::from(count() - before) / began.elapsed().as_secs_f64()
}

fn middle(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates[rates.len() / 2]
}

/// A whole nomination, sent once under each fresh key.
async fn sending(award: &Award, server: &Server) -> Arc<Asked> {
    let page = server.client().open(nominate()).await.ok();
    let mut filled = page
        .form(nominate())
        .with(&pairs(&answers(&page)))
        .forged(field::SHOWN_AT, &award.shown_at)
        .forged(field::PRESSED, "submit");
    filled.fields.retain(|(name, _)| name != field::KEY);
    let body = form::encoded(&filled.pairs());
    let (address, path) = (server.address, nominate().to_string());
    let request = move || {
        let key = Token::fresh().text();
        posted(address, &path, &format!("{body}&{}={key}", field::KEY))
    };
    Arc::new(Asked {
        request: Box::new(request),
        answer: "HTTP/1.1 303",
    })
}

/// As many bytes, for which three rows are written and no more is done.
fn bare_rows(server: SocketAddr, like: &Asked) -> Arc<Asked> {
    let length = (like.request)().len();
    let request = posted(server, "/", &"x".repeat(length));
    Arc::new(Asked {
        request: Box::new(move || request.clone()),
        answer: "HTTP/1.1 200",
    })
}

fn posted(server: SocketAddr, path: &str, body: &str) -> Vec<u8> {
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: {server}\r\norigin: http://{server}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    (head + body).into_bytes()
}
