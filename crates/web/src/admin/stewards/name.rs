//! What a steward is called: `/admin/stewards/{programme}/{steward}/name`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::person::NAME_LIMIT;
use plaudit_domain::refusal::Refusal;
use plaudit_domain::text;
use plaudit_store::{StoreError, programmes};

use super::{NAME, find};
use crate::admin::filled::Filled;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::{StewardName, Stewards};
use crate::say;
use crate::state::App;

/// The name that the form was opened with.
const SEEN: &str = "seen";

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(ask).typed_post(rename)
}

async fn ask(
    path: StewardName,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let programme = programmes::get(&app.store, path.programme).await?;
    let steward = find(&programme, path.steward)?;
    let name = steward.name.clone();
    let filled = Filled::fresh(RawForm::from_pairs([(NAME, name.clone()), (SEEN, name)]));
    Ok(view::page(&admin, &programme, steward, &filled).into_response())
}

/// Corrects it.
async fn rename(
    path: StewardName,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let programme = programmes::get(&app.store, path.programme).await?;
    let steward = find(&programme, path.steward)?;
    let mut errors = raw.errors();
    let typed = text::line(raw.get(NAME), NAME_LIMIT);
    let name = errors.take(NAME, "stewards-name-noun", typed);
    let Some(name) = name.filter(|_| errors.is_empty()) else {
        let filled = Filled::wrong(raw, errors);
        return Ok(filled.answer(view::page(&admin, &programme, steward, &filled)));
    };
    let (moment, seen) = (app.moment(admin.actor()), raw.get(SEEN).to_owned());
    match programmes::rename_steward(&app.store, &moment, steward.id, seen, name).await {
        Ok(()) => {
            let notice = Notice::good(say!(admin.words, "stewards-renamed"));
            Ok(notice.then(Stewards {
                programme: programme.id,
            }))
        }
        Err(StoreError::Refused(Refusal::Taken)) => {
            errors.say(NAME, "stewards-there-already");
            let filled = Filled::wrong(raw, errors);
            Ok(filled.answer(view::page(&admin, &programme, steward, &filled)))
        }
        Err(error) => Err(error.into()),
    }
}
