//! How a screen of the room learns that it shows what is no more: server-sent events, at
//! `/judging/deliberation/{category}/events`.
//!
//! An event holds a digest of what this viewer's screen would show, and nothing else; the screen asks for its page when that is
//! another than its own. So nobody learns from an event what their page would not tell them, nor that something happened in a case
//! from which they are out.

use std::convert::Infallible;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use futures_util::stream;
use plaudit_domain::ids::CategoryId;
use tokio::sync::watch;
use tokio::time::Instant;

use super::{load, view};
use crate::http::actor::Panellist;
use crate::http::error::PageError;
use crate::paths::judging::DeliberationEvents;
use crate::state::App;

/// After this long a screen asks anew, so that whoever was signed out meanwhile is no longer told anything.
const LONGEST: Duration = Duration::from_mins(10);

/// How soon a browser asks anew when the stream has ended.
const AGAIN: Duration = Duration::from_secs(1);

/// Has a proxy that gathers answers, as nginx does, hand each event on when it comes.
const AS_IT_COMES: (&str, &str) = ("x-accel-buffering", "no");

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(follow)
}

/// Where a screen's stream stands.
struct Screen {
    app: App,
    panellist: Panellist,
    category: CategoryId,
    revisions: watch::Receiver<i64>,
    shown: Option<String>,
    ends: Instant,
}

impl Screen {
    /// Waits for what would change the screen; none when it is over, the server stops or the viewer may see it no longer.
    async fn next(&mut self) -> Option<Event> {
        loop {
            let state = self.state().await.ok()?;
            if self.shown.as_ref() != Some(&state) {
                let event = Event::default().retry(AGAIN).data(&state);
                self.shown = Some(state);
                return Some(event);
            }
            tokio::select! {
                () = self.app.live.stopped() => return None,
                () = tokio::time::sleep_until(self.ends) => return None,
                changed = self.revisions.changed() => changed.ok()?,
            }
        }
    }

    async fn state(&mut self) -> Result<String, PageError> {
        self.revisions.mark_unchanged();
        let room = load(&self.app, &self.panellist, self.category).await?;
        Ok(view::state(&view::live(&self.panellist.words, &room)))
    }
}

/// Follows the room; whoever asks for no stream is told its state once.
async fn follow(
    path: DeliberationEvents,
    panellist: Panellist,
    State(app): State<App>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let category = path.category;
    let room = load(&app, &panellist, category).await?;
    let is_stream = headers
        .get(ACCEPT)
        .and_then(|accepted| accepted.to_str().ok())
        .is_some_and(|accepted| accepted.contains("text/event-stream"));
    if !is_stream {
        let state = view::state(&view::live(&panellist.words, &room));
        let once = format!("data: {state}\n\n");
        return Ok(([(CONTENT_TYPE, "text/event-stream")], once).into_response());
    }
    let screen = Screen {
        revisions: app.live.follow(&app.store, category),
        app,
        panellist,
        category,
        shown: None,
        ends: Instant::now() + LONGEST,
    };
    let events = stream::unfold(screen, |mut screen| async move {
        let event = screen.next().await?;
        Some((Ok::<_, Infallible>(event), screen))
    });
    let stream = Sse::new(events).keep_alive(KeepAlive::default());
    Ok(([AS_IT_COMES], stream).into_response())
}
