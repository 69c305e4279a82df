//! The e-mail domains that are no sign of a conflict, at `/admin/domains`.

mod form;
mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_store::{StoreError, suggestions};

use super::filled::{Filled, version};
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::Domains;
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(edit).typed_post(change)
}

async fn edit(_: Domains, admin: Admin, State(app): State<App>) -> Result<Response, PageError> {
    let (version, domains) = suggestions::domains(&app.store, &admin.viewer()).await?;
    let filled = Filled::fresh(form::written(version, &domains));
    Ok(view::edit(&admin, &filled).into_response())
}

/// Changes the list, unless somebody else has meanwhile.
async fn change(
    path: Domains,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let domains = match form::parse(&raw) {
        Ok(domains) => domains,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::edit(&admin, &filled)));
        }
    };
    let moment = app.moment(admin.actor());
    match suggestions::change_domains(&app.store, &moment, version(&raw), domains).await {
        Ok(()) => Ok(Notice::good(say!(admin.words, "domains-saved")).then(path)),
        Err(StoreError::Stale) => {
            let (version, now) = suggestions::domains(&app.store, &admin.viewer()).await?;
            let filled = Filled::stale(raw, form::written(version, &now));
            Ok(filled.answer(view::edit(&admin, &filled)))
        }
        Err(error) => Err(error.into()),
    }
}
