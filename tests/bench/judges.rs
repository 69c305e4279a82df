//! Judges at work all at once: five hundred who each save every two seconds at the real binary, and a very long desk.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use plaudit_domain::{
    ids::{AccountId, AssignmentId},
    interest::Declaration,
    person::Email,
};
use plaudit_store::{
    Actor, Store, interests,
    reports::{Viewer, desk, scorecard},
};
use plaudit_web::paths::judging::{Desk, Scorecard};
use tokio::{io::AsyncWriteExt, net::TcpStream, task::JoinSet};

use super::{Figure, load::read_answer, percentile};
use crate::{
    rows,
    support::{Site, people::JUDGES, server::Server},
};

const JUDGES_AT_ONCE: usize = 500;
const AT_ONCE: u32 = 500;
const EVERY: Duration = Duration::from_secs(2);
/// How often each saves: a minute of all of them, so that SQLite's log is moved into its file meanwhile.
const SAVES: i64 = 30;
const DESKS: usize = 200;

/// One judge with a scorecard open.
struct Judge {
    account: AccountId,
    assignment: AssignmentId,
    cookie: String,
}

/// How long a save takes while five hundred judges type, and whether each of them is there afterwards.
pub(crate) async fn saving() -> Vec<Figure> {
    let site = rows::site_in_judging(1, JUDGES_AT_ONCE - JUDGES.len()).await;
    let judges = judges(&site).await;
    let folder = tempfile::tempdir().expect("the system has room for a folder");
    let server = Server::start(&site.database, folder.path(), &[]);
    let began = Instant::now();
    let mut typing = JoinSet::new();
    for (number, judge) in (0..).zip(&judges) {
        let first = EVERY * number / AT_ONCE;
        let request = Request::of(server.address, judge);
        typing.spawn(async move { request.save_again_and_again(began + first).await });
    }
    let times: Vec<Duration> = typing.join_all().await.into_iter().flatten().collect();
    let lost = lost(site.store(), &judges).await;
    let sent = u32::try_from(times.len()).expect("so many are not sent");
    let rate = f64::from(sent) / began.elapsed().as_secs_f64();
    vec![
        Figure::at_most(
            format!("save, {JUDGES_AT_ONCE} judges every 2 s ({rate:.0}/s), p99"),
            percentile(times, 99),
            50.0,
            "ms",
        ),
        Figure::at_most("saves lost of those", lost, 0.0, "saves"),
    ]
}

/// Every judge of the season, signed in and past the gate of the one case.
async fn judges(site: &Site) -> Vec<Judge> {
    let mut judges = Vec::with_capacity(JUDGES_AT_ONCE);
    for number in 0..JUDGES_AT_ONCE {
        let email: Email = match JUDGES.get(number) {
            Some(judge) => judge.email(),
            None => rows::judge_email(number + 1 - JUDGES.len()),
        };
        let account = site.account(email.clone()).await;
        let rows = desk::seasons(site.store(), &Viewer::Judge(account))
            .await
            .expect("the desk");
        let assignment = rows[0].rows[0].assignment;
        let moment = site.app.moment(Actor::Account(account));
        interests::declare(
            site.store(),
            &moment,
            account,
            assignment,
            Declaration::None,
        )
        .await
        .expect("the gate opens");
        judges.push(Judge {
            account,
            assignment,
            cookie: site.session_of(email).await,
        });
    }
    judges
}

/// How many judges do not find what they saved last.
async fn lost(store: &Store, judges: &[Judge]) -> f64 {
    let mut lost = 0;
    for judge in judges {
        let viewer = Viewer::Judge(judge.account);
        let kept = scorecard::kept(store, &viewer, judge.assignment)
            .await
            .expect("the scorecard");
        let whole = kept.version == SAVES && kept.scores.comment == comment(SAVES);
        lost += i32::from(!whole);
    }
    f64::from(lost)
}

fn comment(save: i64) -> String {
    format!("Clear, and well shown: {save}.")
}

/// What one judge's browser sends.
struct Request {
    address: SocketAddr,
    path: String,
    cookie: String,
}

impl Request {
    fn of(address: SocketAddr, judge: &Judge) -> Self {
        let assignment = judge.assignment;
        Self {
            address,
            path: Scorecard { assignment }.to_string(),
            cookie: judge.cookie.clone(),
        }
    }

    fn text(&self, version: i64) -> String {
        let body = format!(
            "version={version}&comment={}",
            comment(version + 1).replace(' ', "+")
        );
        format!(
            "POST {} HTTP/1.1\r\nhost: {address}\r\norigin: http://{address}\r\nx-requested-with: fetch\r\n\
             cookie: plaudit_session={}\r\ncontent-type: application/x-www-form-urlencoded\r\n\
             content-length: {}\r\n\r\n{body}",
            self.path,
            self.cookie,
            body.len(),
            address = self.address,
        )
    }

    /// Saves on the beat, whatever the answers take, and says how long each took.
    async fn save_again_and_again(&self, first: Instant) -> Vec<Duration> {
        let mut connection = TcpStream::connect(self.address)
            .await
            .expect("the server listens");
        connection.set_nodelay(true).expect("the socket is open");
        let mut buffer = Vec::with_capacity(4 * 1024);
        let mut times = Vec::new();
        let mut due = first;
        for version in 0..SAVES {
            tokio::time::sleep_until(due.into()).await;
            due += EVERY;
            let began = Instant::now();
            connection
                .write_all(self.text(version).as_bytes())
                .await
                .expect("the server listens");
            read_answer(&mut connection, &mut buffer).await;
            times.push(began.elapsed());
            let said = String::from_utf8_lossy(&buffer);
            let kept = format!("\"version\":{}", version + 1);
            assert!(
                said.starts_with("HTTP/1.1 200") && said.contains(&kept),
                "not saved: {said}"
            );
        }
        times
    }
}

/// A desk with two hundred cases.
pub(crate) async fn long_desk() -> Figure {
    let site = rows::site_in_judging(DESKS, 0).await;
    let mut browser = site.signed_in(JUDGES[0]).await;
    let mut times = Vec::new();
    for _ in 0..500 {
        let began = Instant::now();
        let page = browser.get(Desk).await;
        times.push(began.elapsed());
        assert_eq!(page.ok().table().len(), 1 + DESKS);
    }
    Figure::at_most(
        format!("judge's desk, {DESKS} cases, p99"),
        percentile(times, 99),
        30.0,
        "ms",
    )
}
