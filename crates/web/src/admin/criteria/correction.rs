//! Correcting the words of a criterion that is published: `/admin/criteria/{season}/{criterion}/correction`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::criterion::Criterion;
use plaudit_domain::policy;
use plaudit_store::{StoreError, rule_sets};

use super::{find, form};
use crate::admin::filled::{Filled, version};
use crate::admin::run::Run;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::{Criteria, CriterionCorrection};
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(ask).typed_post(correct)
}

/// The criterion, if its words may still be corrected.
async fn open(app: &App, path: &CriterionCorrection) -> Result<(Run, Criterion), PageError> {
    let run = Run::load(app, path.season).await?;
    let rules = rule_sets::current(&app.store, path.season).await?;
    let status = rules.status;
    let criterion = find(&rules, path.criterion)?;
    let is_scored = rule_sets::is_scored(&app.store, path.season).await?;
    policy::may_correct_rules(run.season.status, status, is_scored)?;
    Ok((run, criterion))
}

async fn ask(
    path: CriterionCorrection,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let (run, criterion) = open(&app, &path).await?;
    let filled = Filled::fresh(form::written(&run, &criterion));
    Ok(view::page(&admin, &run, &criterion, &filled).into_response())
}

/// Corrects the words; weight and scale stay whatever is posted.
async fn correct(
    path: CriterionCorrection,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let (run, before) = open(&app, &path).await?;
    let wording = match form::parse_wording(&raw, &before) {
        Ok(wording) => wording,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::page(&admin, &run, &before, &filled)));
        }
    };
    let moment = app.moment(admin.actor());
    let (season, seen) = (path.season, version(&raw));
    match rule_sets::correct(&app.store, &moment, season, before.id, seen, wording).await {
        Ok(()) => {
            let notice = Notice::good(say!(admin.words, "criteria-corrected"));
            Ok(notice.then(Criteria { season }))
        }
        Err(StoreError::Stale) => {
            let (run, now) = open(&app, &path).await?;
            let filled = Filled::stale(raw, form::written(&run, &now));
            Ok(filled.answer(view::page(&admin, &run, &now, &filled)))
        }
        Err(error) => Err(error.into()),
    }
}
