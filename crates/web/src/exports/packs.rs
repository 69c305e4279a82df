//! What the cases of a category say, to be printed and without any score: `/exports/packs/{category}/cases.html`, and one of
//! them: `/exports/packs/{category}/{case}/case.html`.

mod view;

use axum::Router;
use axum::extract::{Query, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{Html, IntoResponse, Response};
use axum_extra::routing::RouterExt;
use maud::Render;
use plaudit_domain::export::Export;
use plaudit_domain::ids::CategoryId;
use plaudit_store::exports;
use plaudit_store::reports::Viewer;
use plaudit_store::reports::case_pack::{self as report, Which};
use serde::Deserialize;

use crate::http::actor::Signed;
use crate::http::error::PageError;
use crate::paths::exports::{CasePack, CasePackOfOne};
use crate::state::App;

/// What may be asked of a pack in its address.
#[derive(Debug, Default, Deserialize)]
struct Options {
    /// `finalists`, or all.
    #[serde(default)]
    of: Option<String>,
    /// Whether names are left out.
    #[serde(default)]
    blind: Option<String>,
}

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(all).typed_get(one)
}

/// All cases, or the finalists.
async fn all(
    path: CasePack,
    signed: Signed,
    State(app): State<App>,
    Query(options): Query<Options>,
) -> Result<Response, PageError> {
    let which = match options.of.as_deref() {
        None => Which::All,
        Some("finalists") => Which::Finalists,
        Some(_) => return Err(PageError::NotFound),
    };
    download(&app, &signed, (path.category, which), &options).await
}

/// One case.
async fn one(
    path: CasePackOfOne,
    signed: Signed,
    State(app): State<App>,
    Query(options): Query<Options>,
) -> Result<Response, PageError> {
    let which = Which::One(path.case);
    download(&app, &signed, (path.category, which), &options).await
}

/// The file. Who may have it is asked of the very panel.
async fn download(
    app: &App,
    signed: &Signed,
    (category, which): (CategoryId, Which),
    options: &Options,
) -> Result<Response, PageError> {
    let viewer = match signed.viewer() {
        Viewer::Administrator(account) => Viewer::Administrator(account),
        _ => Viewer::Panellist(signed.account()),
    };
    let is_blind = options.blind.as_deref() == Some("yes");
    let pack = report::get(&app.store, &viewer, (category, which), is_blind).await?;
    let moment = app.moment(signed.actor());
    let season = pack.season.id;
    let export = Export::CasePack;
    exports::note_as(&app.store, &moment, pack.role, export, season, category).await?;
    let name = match which {
        Which::One(_) => "attachment; filename=\"case.html\"",
        Which::All | Which::Finalists => "attachment; filename=\"cases.html\"",
    };
    let page = view::document(signed, &pack, which).render().into_string();
    let head = [
        (
            CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        ),
        (CONTENT_DISPOSITION, HeaderValue::from_static(name)),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((head, Html(page)).into_response())
}
