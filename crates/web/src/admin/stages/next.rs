//! From one stage to the next, with who goes on and who does not shown first, and back: `/admin/stages/{season}/next`.

mod view;

use std::collections::{BTreeMap, BTreeSet};

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::CaseId;
use plaudit_store::reports::stages as report;
use plaudit_store::stages;
use uuid::Uuid;

use crate::admin::deciding::Attempt;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::{StageMove, StageMoveRemoval, Stages};
use crate::say;
use crate::shown::stages::name;
use crate::state::App;

/// Why the list departs from the votes, or why the move is taken back.
pub(in crate::admin::stages) const REASON: &str = "reason";
/// A case as the page showed it, with its mark.
const SEEN: &str = "seen";
/// A case that goes on.
const CHOSEN: &str = "on";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_post(go_on)
        .typed_post(go_back)
}

/// Who would go on, and what the stage that ends lacks.
async fn show(
    path: StageMove,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let found = report::next(&app.store, &admin.viewer(), path.season).await?;
    Ok(view::page(&admin, &found, &Attempt::default()).into_response())
}

/// Moves the season on with the cases that are ticked, or shows what has changed since.
async fn go_on(
    path: StageMove,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let season = path.season;
    let mut attempt = Attempt::new(raw);
    let reason = attempt.reason(REASON, false);
    let seen: BTreeMap<CaseId, String> = attempt.raw.all(SEEN).filter_map(mark).collect();
    let chosen: BTreeSet<CaseId> = attempt.raw.all(CHOSEN).filter_map(case).collect();
    if attempt.errors.is_empty() {
        let moment = app.moment(admin.actor());
        let done = stages::go_on(&app.store, &moment, season, seen, chosen, &reason).await;
        match attempt.settle(REASON, done)? {
            Ok(to) => {
                let said = say!(
                    admin.words,
                    "stages-gone-on",
                    stage = name(&admin.words, to)
                );
                return Ok(Notice::good(said).then(Stages { season }));
            }
            Err(tried) => attempt = tried,
        }
    }
    let found = report::next(&app.store, &admin.viewer(), season).await?;
    let page = view::page(&admin, &found, &attempt);
    Ok(if attempt.stale {
        page.conflict()
    } else {
        page.unprocessable()
    })
}

/// Takes the last move back, with a reason.
async fn go_back(
    path: StageMoveRemoval,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let season = path.season;
    let mut attempt = Attempt::new(raw);
    let reason = attempt.reason(REASON, true);
    if attempt.errors.is_empty() {
        let moment = app.moment(admin.actor());
        let to = stages::go_back(&app.store, &moment, season, &reason).await?;
        let said = say!(
            admin.words,
            "stages-gone-back",
            stage = name(&admin.words, to)
        );
        return Ok(Notice::good(said).then(Stages { season }));
    }
    let page = super::page(&app, &admin, &Stages { season }, None, &attempt).await?;
    Ok(page.unprocessable())
}

fn case(text: &str) -> Option<CaseId> {
    Some(Uuid::parse_str(text).ok()?.into())
}

fn mark(text: &str) -> Option<(CaseId, String)> {
    let (id, mark) = text.split_once('.')?;
    Some((case(id)?, mark.to_owned()))
}
