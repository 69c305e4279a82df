//! Whose installation it is, and who answers questions, at `/admin/organisation`.

mod form;
mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_store::{StoreError, organisations};

use super::filled::{Filled, version};
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::Organisation;
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(edit).typed_post(change)
}

async fn edit(_: Organisation, admin: Admin) -> Result<Response, PageError> {
    let organisation = admin.organisation.clone().ok_or(PageError::NotFound)?;
    let filled = Filled::fresh(form::written(&organisation));
    Ok(view::edit(&admin, &filled).into_response())
}

/// Changes the name and the contact, unless somebody else has meanwhile.
async fn change(
    path: Organisation,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let (name, contact) = match form::parse(&raw) {
        Ok(read) => read,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::edit(&admin, &filled)));
        }
    };
    let moment = app.moment(admin.actor());
    match organisations::change(&app.store, &moment, version(&raw), name, contact).await {
        Ok(()) => Ok(Notice::good(say!(admin.words, "organisation-saved")).then(path)),
        Err(StoreError::Stale) => {
            let now = app.organisation().await?.ok_or(PageError::NotFound)?;
            let filled = Filled::stale(raw, form::written(&now));
            Ok(filled.answer(view::edit(&admin, &filled)))
        }
        Err(error) => Err(error.into()),
    }
}
