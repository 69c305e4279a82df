//! What one says of oneself in public, shown only where one agrees, at `/judging/biographies/{season}`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_store::reports::biographies as report;
use plaudit_store::{StoreError, biographies};

use crate::http::actor::Panellist;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::judging::{Biography, BiographyRemoval, Panels};
use crate::say;
use crate::shown::biography::{parse, version, written};
use crate::state::App;

/// The box that agrees to have it shown.
const AGREES: &str = "agrees";
/// It is ticked.
const YES: &str = "yes";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_post(write)
        .typed_post(erase)
}

async fn show(
    path: Biography,
    panellist: Panellist,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let own = report::own(&app.store, &panellist.viewer(), path.season).await?;
    let mut raw = written(own.biography.as_ref(), &own.name);
    let agreed = own.biography.as_ref().and_then(|kept| kept.agreed_at);
    if agreed.is_some() {
        raw = raw.with(AGREES, YES);
    }
    let fresh = FieldErrors::default();
    Ok(view::page(&panellist, &own, &raw, &fresh, false).into_response())
}

/// Keeps it, and shows it if they agree.
async fn write(
    path: Biography,
    panellist: Panellist,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let season = path.season;
    let own = report::own(&app.store, &panellist.viewer(), season).await?;
    let said = match parse(&raw) {
        Ok(said) => said,
        Err(errors) => {
            return Ok(view::page(&panellist, &own, &raw, &errors, false).unprocessable());
        }
    };
    let agrees = raw.trimmed(AGREES) == YES;
    let moment = app.moment(panellist.actor());
    let place = (panellist.account(), season);
    let seen = version(&raw);
    match biographies::write_own(&app.store, &moment, place, seen, said, agrees).await {
        Ok(()) => {
            let key = if agrees {
                "biography-shown"
            } else {
                "biography-kept"
            };
            Ok(Notice::good(panellist.words.get(key)).then(Panels))
        }
        Err(StoreError::Stale) => {
            let now = report::own(&app.store, &panellist.viewer(), season).await?;
            let seen = written(now.biography.as_ref(), &now.name);
            let raw = raw.with("version", seen.get("version"));
            let nothing = FieldErrors::default();
            Ok(view::page(&panellist, &now, &raw, &nothing, true).conflict())
        }
        Err(error) => Err(error.into()),
    }
}

/// Erases it.
async fn erase(
    path: BiographyRemoval,
    panellist: Panellist,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let moment = app.moment(panellist.actor());
    let place = (panellist.account(), path.season);
    biographies::erase_own(&app.store, &moment, place).await?;
    Ok(Notice::plain(say!(panellist.words, "biography-erased")).then(Panels))
}
