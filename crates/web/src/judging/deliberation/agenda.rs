//! The order in which a meeting takes its cases: `/judging/deliberation/{category}/agenda`.

pub(super) mod view;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_store::deliberation::{self, ByHand};

use super::sent::{On, Sent};
use super::{load, to};
use crate::http::actor::Panellist;
use crate::http::attempt::Attempt;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::judging::{Agenda, AgendaItem};
use crate::say;
use crate::state::App;

/// What is done with a case by hand: the field, and its values.
const HOW: &str = "how";
const WAYS: [(&str, ByHand); 4] = [
    ("up", ByHand::Up),
    ("down", ByHand::Down),
    ("add", ByHand::Add),
    ("remove", ByHand::Remove),
];

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_post(draw_up)
        .typed_post(arrange)
}

/// The agenda as it stands.
async fn show(
    path: Agenda,
    panellist: Panellist,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let room = load(&app, &panellist, path.category).await?;
    Ok(view::page(&panellist, &room, &Attempt::default()))
}

/// Draws it up so that people leave the room least.
async fn draw_up(
    path: Agenda,
    panellist: Panellist,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let category = path.category;
    let (moment, by) = (app.moment(panellist.actor()), panellist.account());
    let drawn = deliberation::draw_up(&app.store, &moment, by, category).await;
    let said = Notice::good(say!(panellist.words, "agenda-drawn-up"));
    let tried = (Attempt::default(), HOW);
    let sent = Sent::new(&app, &panellist, category, On::Agenda);
    sent.settle(tried, drawn, said.then(Agenda { category }))
        .await
}

/// Moves a case by hand.
async fn arrange(
    path: AgendaItem,
    panellist: Panellist,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let AgendaItem { category, case } = path;
    let how = WAYS
        .iter()
        .find(|(word, _)| *word == raw.trimmed(HOW))
        .map(|(_, how)| *how)
        .ok_or(PageError::NotFound)?;
    let (moment, by) = (app.moment(panellist.actor()), panellist.account());
    let arranged = deliberation::arrange(&app.store, &moment, by, (category, case), how).await;
    let sent = Sent::new(&app, &panellist, category, On::Agenda);
    let tried = (Attempt::new(raw), HOW);
    sent.settle(tried, arranged, to(&Agenda { category })).await
}
