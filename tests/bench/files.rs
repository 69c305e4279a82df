//! Long files: the scores of a large award as CSV beside the database's own shell, and as a spreadsheet.

use std::{
    io,
    net::SocketAddr,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use plaudit_domain::ids::CategoryId;
use plaudit_store::Address;
use plaudit_web::paths::exports::{Scores, ScoresSheet};
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use super::{
    Figure,
    large::{Size, award},
    machine, median,
};
use crate::support::{Database, Site, people::ADMINISTRATOR, server::Server};

const TURNS: usize = 3;

/// A million scores as CSV, and a hundred thousand as a spreadsheet.
pub(crate) async fn files() -> Vec<Figure> {
    let mut figures = csv(Size {
        cases: 2_001,
        judges: 125,
        per_case: 125,
    })
    .await;
    figures.extend(
        spreadsheet(Size {
            cases: 201,
            judges: 125,
            per_case: 125,
        })
        .await,
    );
    figures
}

/// A server over a large award, and an administrator who takes files from it.
struct Serving {
    site: Site,
    category: CategoryId,
    server: Server,
    cookie: String,
    /// What the server held before.
    held: f64,
    _folder: TempDir,
}

impl Serving {
    async fn award(extent: Size) -> Self {
        let (site, category) = award(extent).await;
        let folder = tempfile::tempdir().expect("the system has room for a folder");
        let server = Server::start(&site.database, folder.path(), &[]);
        let cookie = site.session_of(ADMINISTRATOR).await;
        server.client().open("/").await.ok();
        Self {
            held: machine::megabytes(server.process.id()),
            site,
            category,
            server,
            cookie,
            _folder: folder,
        }
    }

    async fn take(&self, path: impl ToString) -> Taken {
        Taken::of(self.server.address, &path.to_string(), &self.cookie).await
    }

    /// By how many megabytes it has grown at most.
    fn grown(&self) -> f64 {
        machine::most_megabytes(self.server.process.id()) - self.held
    }
}

async fn csv(extent: Size) -> Vec<Figure> {
    let serving = Serving::award(extent).await;
    let path = Scores {
        category: serving.category,
    };
    let (mut ours, mut first, mut theirs) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let taken = serving.take(&path).await;
        // With the head, and the scores that the first case's judges have not given yet.
        assert!(taken.lines > extent.rows(), "{} lines", taken.lines);
        ours.push(taken.whole);
        first.push(taken.first);
        theirs.push(shell(&serving.site.database));
    }
    let (ours, theirs) = (median(ours), median(theirs));
    let (shell, wanted) = match serving.site.database.address() {
        Address::Sqlite(_) => ("the sqlite3 shell", 3.0),
        Address::Postgres(_) => ("COPY", 2.5),
    };
    let what = format!("scores.csv of {} rows", extent.rows());
    let beside = format!(
        "{what} in {:.1} s, beside {:.1} s of {shell}",
        ours / 1_000.0,
        theirs / 1_000.0
    );
    vec![
        Figure::at_most(beside, ours / theirs, wanted, "times"),
        Figure::at_most(format!("{what}: first byte"), median(first), 200.0, "ms"),
        Figure::at_most(
            format!("{what}: memory that it takes"),
            serving.grown(),
            32.0,
            "MB",
        ),
    ]
}

async fn spreadsheet(extent: Size) -> Vec<Figure> {
    let serving = Serving::award(extent).await;
    let path = ScoresSheet {
        category: serving.category,
    };
    let mut times = Vec::new();
    for _ in 0..TURNS {
        times.push(serving.take(&path).await.whole);
    }
    let what = format!("scores.xlsx of {} rows", extent.rows());
    vec![
        Figure::at_most(what.clone(), median(times) / 1_000.0, 5.0, "s"),
        Figure::at_most(
            format!("{what}: memory that it takes"),
            serving.grown(),
            100.0,
            "MB",
        ),
    ]
}

impl Size {
    /// How many scores were given: the award has four criteria.
    fn rows(self) -> usize {
        (self.cases - 1) * self.per_case * 4
    }
}

/// A file that was taken from the server.
struct Taken {
    first: Duration,
    whole: Duration,
    lines: usize,
}

impl Taken {
    async fn of(server: SocketAddr, path: &str, cookie: &str) -> Self {
        let mut connection = TcpStream::connect(server).await.expect("it listens");
        let request = format!(
            "GET {path} HTTP/1.1\r\nhost: {server}\r\ncookie: plaudit_session={cookie}\r\nconnection: close\r\n\r\n"
        );
        let began = Instant::now();
        connection
            .write_all(request.as_bytes())
            .await
            .expect("it listens");
        let mut buffer = vec![0; 64 * 1024];
        let mut count = connection.read(&mut buffer).await.expect("it answers");
        let first = began.elapsed();
        assert!(buffer.starts_with(b"HTTP/1.1 200"), "the file is given");
        let mut lines = 0;
        while count > 0 {
            lines += buffer[..count].split(|byte| *byte == b'\n').count() - 1;
            count = connection.read(&mut buffer).await.expect("it answers");
        }
        Self {
            first,
            whole: began.elapsed(),
            lines,
        }
    }
}

/// How long the database's own shell takes to say the same rows, without what Plaudit works out.
fn shell(database: &Database) -> Duration {
    const ROWS: &str = "select cases.number, nominee.name, nominee.employer, categories.title_texts, judge.name,
        assignments.status, criteria.key, criteria.title_texts, criteria.weight, scores.steps, criteria.lowest,
        criteria.highest, scorecards.version, scorecards.comment, scorecards.strongest, scorecards.would_have_helped,
        scorecards.submitted_at, rule_sets.number, cases.created_at, criteria.stage, scorecards.vote
        from cases join people nominee on nominee.id = cases.nominee_id
        join categories on categories.id = cases.category_id join assignments on assignments.case_id = cases.id
        join accounts on accounts.id = assignments.judge_id join people judge on judge.id = accounts.person_id
        join scorecards on scorecards.assignment_id = assignments.id
        join scores on scores.scorecard_id = scorecards.id join criteria on criteria.id = scores.criterion_id
        join rule_sets on rule_sets.id = scorecards.rule_set_id
        order by cases.number, judge.name, judge.id, criteria.position";
    let mut command = match database.address() {
        Address::Sqlite(path) => {
            let mut command = Command::new("sqlite3");
            command
                .args(["-readonly", "-csv", "-header"])
                .arg(path)
                .arg(ROWS);
            command
        }
        Address::Postgres(url) => {
            let copy = format!("copy ({ROWS}) to stdout with (format csv, header)");
            let mut command = Command::new("psql");
            command.args(["-q", "-d", url, "-c", &copy]);
            command
        }
    };
    let began = Instant::now();
    let mut shell = command
        .stdout(Stdio::piped())
        .spawn()
        .expect("the shell is installed");
    let mut said = shell.stdout.take().expect("its output is piped");
    let bytes = io::copy(&mut said, &mut io::sink()).expect("it says the rows");
    let done = shell.wait().expect("it ends");
    assert!(done.success() && bytes > 0, "the shell says the rows");
    began.elapsed()
}
