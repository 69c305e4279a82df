//! What declared interests lead to, a part of the rules of a season: `/admin/conflicts/{season}`.

mod form;
mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_store::{StoreError, rule_sets};

use super::filled::{Filled, version};
use super::run::Run;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::Conflicts;
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show).typed_post(change)
}

async fn show(
    path: Conflicts,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let rules = rule_sets::edited(&app.store, run.season.id).await?;
    let filled = Filled::fresh(form::written(&run, &rules.conflict_policy()));
    Ok(view::show(&admin, &run, &rules, &filled).into_response())
}

/// Changes the policy of a draft, unless somebody else has meanwhile.
async fn change(
    path: Conflicts,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let rules = rule_sets::edited(&app.store, run.season.id).await?;
    let policy = match form::parse(&raw) {
        Ok(policy) => policy,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::show(&admin, &run, &rules, &filled)));
        }
    };
    let moment = app.moment(admin.actor());
    let season = run.season.id;
    match rule_sets::change_conflicts(&app.store, &moment, season, version(&raw), policy).await {
        Ok(()) => Ok(Notice::good(say!(admin.words, "conflicts-saved")).then(path)),
        Err(StoreError::Stale) => {
            let run = Run::load(&app, season).await?;
            let now = rule_sets::edited(&app.store, season).await?;
            let filled = Filled::stale(raw, form::written(&run, &now.conflict_policy()));
            Ok(filled.answer(view::show(&admin, &run, &now, &filled)))
        }
        Err(error) => Err(error.into()),
    }
}
