//! The minutes, and the resolution that is signed below them: `/judging/deliberation/{category}/minutes`.

pub(super) mod view;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_store::deliberation;

use super::sent::{On, Sent};
use crate::http::actor::Panellist;
use crate::http::attempt::Attempt;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::judging::{Minutes, Resolution};
use crate::say;
use crate::shown::decision::VERSION;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show).typed_post(sign)
}

/// The minutes as they stand.
async fn show(
    path: Minutes,
    panellist: Panellist,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let sent = Sent::new(&app, &panellist, path.category, On::Minutes);
    sent.page(&Attempt::default()).await
}

/// Signs what was read; if anything changed since, or not all is settled, the minutes are shown again.
async fn sign(
    path: Resolution,
    panellist: Panellist,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let category = path.category;
    let attempt = Attempt::new(raw);
    let (moment, by) = (app.moment(panellist.actor()), panellist.account());
    let signed = deliberation::sign(&app.store, &moment, by, category, attempt.version()).await;
    let sent = Sent::new(&app, &panellist, category, On::Minutes);
    let said = Notice::good(say!(panellist.words, "minutes-signed"));
    sent.settle((attempt, VERSION), signed, said.then(Minutes { category }))
        .await
}
