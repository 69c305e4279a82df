//! The room on many screens: what happens at one instance is told at another, and nothing to whoever is out.

use std::time::Duration;

use axum::http::StatusCode;
use plaudit_domain::ids::CategoryId;
use plaudit_store::Store;
use plaudit_web::{paths::judging::DeliberationEvents, router::router, state::App};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    time::timeout,
};

use super::{FOURTH, OUT, meeting};
use crate::support::{SESSION, Site, people::Somebody};

/// No event takes longer, on however slow a machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// A screen that follows a room over a real connection.
struct Screen(BufReader<TcpStream>);

impl Screen {
    async fn open(app: &App, site: &Site, who: Somebody, category: CategoryId) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("its address");
        let pages =
            router(app.clone()).into_make_service_with_connect_info::<std::net::SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, pages).await });
        let mut connection = TcpStream::connect(address).await.expect("it answers");
        let token = site.session_of(who).await;
        let request = format!(
            "GET {} HTTP/1.1\r\nhost: award.example\r\naccept: text/event-stream\r\nconnection: close\r\ncookie: {SESSION}={token}\r\n\r\n",
            DeliberationEvents { category }
        );
        connection
            .write_all(request.as_bytes())
            .await
            .expect("it is asked");
        Self(BufReader::new(connection))
    }

    /// What stands above the stream.
    async fn head(&mut self) -> String {
        let mut head = String::new();
        let read = async {
            while !head.ends_with("\r\n\r\n") {
                self.0.read_line(&mut head).await.expect("a line");
            }
        };
        timeout(PATIENCE, read).await.expect("in good time");
        head
    }

    /// The next state that it is told.
    async fn told(&mut self) -> String {
        let next = async {
            loop {
                let mut line = String::new();
                let read = self.0.read_line(&mut line).await.expect("a line");
                assert!(read > 0, "the stream ended");
                if let Some(state) = line.strip_prefix("data:") {
                    return state.trim().to_owned();
                }
            }
        };
        timeout(PATIENCE, next).await.expect("in good time")
    }

    /// Whether it ends.
    async fn ends(&mut self) -> bool {
        let mut rest = Vec::new();
        timeout(PATIENCE, self.0.read_to_end(&mut rest))
            .await
            .is_ok()
    }
}

/// Another instance over the same database.
async fn elsewhere(site: &Site) -> App {
    let store = Store::open(site.database.address(), site.app.clock.now())
        .await
        .expect("the database opens");
    let (clock, post_office) = (site.app.clock.clone(), site.app.post_office.clone());
    let settings = plaudit_web::config::Settings::clone(&site.app.settings);
    App::new(store, clock, settings, post_office)
}

#[tokio::test]
async fn every_screen_is_told_at_whichever_instance_and_comes_back_to_the_same_state() {
    let judged = meeting().await;
    let (site, category) = (&judged.panel.site, judged.category);
    let mut chair = judged.drawn_up().await;
    let other = elsewhere(site).await;
    let mut here = Screen::open(&site.app, site, FOURTH, category).await;
    let mut there = Screen::open(&other, site, FOURTH, category).await;
    // A proxy that gathers answers would hand the events on minutes late.
    let head = here.head().await;
    assert!(head.contains("x-accel-buffering: no\r\n"), "{head}");
    let before = here.told().await;
    assert_eq!(there.told().await, before);

    assert_eq!(
        judged.call(&mut chair, Some(0)).await,
        StatusCode::SEE_OTHER
    );
    let after = here.told().await;
    assert_ne!(after, before);
    assert_eq!(there.told().await, after);
    // The page shows the state that the event names.
    let mut judge = site.signed_in(FOURTH).await;
    let page = judge.open(judged.room()).await.ok();
    assert_eq!(page.attributes("#room", "data-live-state").concat(), after);

    // A server that stops ends its streams; a screen that comes back, to a fresh instance, finds the same.
    other.live.stop();
    assert!(there.ends().await);
    let fresh = elsewhere(site).await;
    let mut again = Screen::open(&fresh, site, FOURTH, category).await;
    assert_eq!(again.told().await, after);
}

#[tokio::test]
async fn whoever_is_out_is_told_when_they_go_and_come_back_and_of_nothing_between() {
    let judged = meeting().await;
    let (site, category) = (&judged.panel.site, judged.category);
    let mut chair = judged.drawn_up().await;
    let mut screen = Screen::open(&site.app, site, OUT, category).await;
    let inside = screen.told().await;
    judged.call(&mut chair, Some(1)).await;
    let out = screen.told().await;
    assert_ne!(out, inside);
    // A result in the case from which they are out changes nothing for them.
    let path = judged.deliberated(1);
    let page = chair.open(&path).await.ok();
    let form = page.form(&path).press("event", "award");
    chair.send(form, &[("reason", "Shown well.")]).await.ok();
    let mut browser = site.signed_in(OUT).await;
    let once = browser.get(&DeliberationEvents { category }).await;
    assert_eq!(once.status, StatusCode::OK);
    assert_eq!(once.whole().trim(), format!("data: {out}"));
    judged.call(&mut chair, None).await;
    assert_eq!(
        screen.told().await,
        inside,
        "they are back, and nothing was said"
    );
}
