//! What one is asked to keep to oneself, read and accepted by a button, at `/judging/confidentiality`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_store::reports::confidentiality as report;
use plaudit_store::{StoreError, confidentiality};

use crate::http::actor::Panellist;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::judging::{Confidentiality, ConfidentialityAcceptance, Desk, Panels};
use crate::say;
use crate::state::App;

/// The number of the version that the button stood under.
const VERSION: &str = "version";

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show).typed_post(accept)
}

/// The text in force on each of one's panels, those to be accepted first.
async fn show(
    _: Confidentiality,
    panellist: Panellist,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let asked = report::own(&app.store, &panellist.viewer()).await?;
    Ok(view::page(&panellist, &asked))
}

/// Accepts the text that was read, and leads on to the cases.
async fn accept(
    path: ConfidentialityAcceptance,
    panellist: Panellist,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let words = &panellist.words;
    let number = raw.trimmed(VERSION).parse().unwrap_or_default();
    let moment = app.moment(panellist.actor());
    let account = panellist.account();
    match confidentiality::accept(&app.store, &moment, account, path.season, number).await {
        Ok(()) => {
            let said = Notice::good(say!(words, "confidentiality-accepted"));
            Ok(if panellist.signed_in.roles.is_judge() {
                said.then(Desk)
            } else {
                said.then(Panels)
            })
        }
        Err(StoreError::Stale) => {
            Ok(Notice::bad(say!(words, "confidentiality-changed")).then(Confidentiality))
        }
        Err(error) => Err(error.into()),
    }
}
