//! Who judges, in public: what each says of themselves, and whether it is shown, at `/admin/biographies/{season}`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::{MembershipId, SeasonId};
use plaudit_store::reports::biographies::{self as report, Panel, Row};
use plaudit_store::{StoreError, biographies};

use super::filled::Filled;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{
    Biographies, Biography, BiographyRemoval, PanelPublication, PanelPublicationRemoval,
};
use crate::say;
use crate::shown::biography::{parse, version, written};
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(list)
        .typed_post(publish)
        .typed_post(unpublish)
        .typed_get(show)
        .typed_post(edit)
        .typed_post(hide)
}

/// Everybody on the panel, and the switch.
async fn list(
    path: Biographies,
    admin: Admin,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let panel = report::panel(&app.store, &admin.viewer(), path.season).await?;
    Ok(view::list(&admin, &panel))
}

/// Shows who judges.
async fn publish(
    path: PanelPublication,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let season = path.season;
    biographies::show(&app.store, &app.moment(admin.actor()), season, true).await?;
    Ok(Notice::good(say!(admin.words, "biographies-on")).then(Biographies { season }))
}

/// Shows it no more.
async fn unpublish(
    path: PanelPublicationRemoval,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let season = path.season;
    biographies::show(&app.store, &app.moment(admin.actor()), season, false).await?;
    Ok(Notice::plain(say!(admin.words, "biographies-off")).then(Biographies { season }))
}

async fn one(
    app: &App,
    admin: &Admin,
    season: SeasonId,
    membership: MembershipId,
) -> Result<(Panel, Row), PageError> {
    let panel = report::panel(&app.store, &admin.viewer(), season).await?;
    let row = panel
        .rows
        .iter()
        .find(|row| row.membership == membership)
        .cloned()
        .ok_or(PageError::NotFound)?;
    Ok((panel, row))
}

async fn show(
    path: Biography,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let (panel, row) = one(&app, &admin, path.season, path.membership).await?;
    let filled = Filled::fresh(written(row.biography.as_ref(), &row.name));
    Ok(view::one(&admin, &panel, &row, &filled).into_response())
}

/// Changes it; it is shown again once they agree to it.
async fn edit(
    path: Biography,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let (season, membership) = (path.season, path.membership);
    let (panel, row) = one(&app, &admin, season, membership).await?;
    let said = match parse(&raw) {
        Ok(said) => said,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::one(&admin, &panel, &row, &filled)));
        }
    };
    let moment = app.moment(admin.actor());
    let seen = version(&raw);
    match biographies::edit(&app.store, &moment, (season, membership), seen, said).await {
        Ok(()) => {
            let said = say!(admin.words, "biographies-edited", name = row.name);
            Ok(Notice::good(said).then(Biographies { season }))
        }
        Err(StoreError::Stale) => {
            let (panel, row) = one(&app, &admin, season, membership).await?;
            let filled = Filled::stale(raw, written(row.biography.as_ref(), &row.name));
            Ok(filled.answer(view::one(&admin, &panel, &row, &filled)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Takes it off the page.
async fn hide(
    path: BiographyRemoval,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let (season, membership) = (path.season, path.membership);
    let (_, row) = one(&app, &admin, season, membership).await?;
    let moment = app.moment(admin.actor());
    biographies::hide(&app.store, &moment, (season, membership)).await?;
    let said = say!(admin.words, "biographies-hidden", name = row.name);
    Ok(Notice::plain(said).then(Biographies { season }))
}
