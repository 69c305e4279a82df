//! The ledger in plain sentences, filtered by season, kind, who caused it, case and time: `/admin/history`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::CaseId;
use plaudit_store::reports::history;
use plaudit_store::{programmes, seasons};

use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::paths::admin::History;
use crate::shown::history_asked::{CASE, HistoryAsked};
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show)
}

impl History {
    /// What has to do with this case.
    pub(super) fn of_case(self, case: CaseId) -> String {
        format!("{self}?{CASE}={case}")
    }
}

/// A page of the ledger, the latest first; nothing of it while what is asked for cannot be understood.
async fn show(
    _: History,
    admin: Admin,
    uri: Uri,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let viewer = admin.viewer();
    let zone = app.zone().await?;
    let (store, words) = (&app.store, &admin.words);
    let asked = HistoryAsked::read(store, &viewer, (&zone, words), uri.query()).await?;
    let page = view::History {
        read: history::history(store, &viewer, &asked.filter).await?,
        kinds: history::kinds(store, &viewer, &asked.filter).await?,
        actors: history::actors(store, &viewer).await?,
        programmes: programmes::list(store).await?,
        seasons: seasons::list_all(store).await?,
        zone,
        asked,
    };
    let answer = page.show(&admin);
    Ok(if page.asked.errors.is_empty() {
        answer.into_response()
    } else {
        answer.unprocessable()
    })
}
