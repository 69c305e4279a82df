//! Suspending somebody from the panel: `/admin/judges/{season}/{membership}/suspension`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::membership::Event;
use plaudit_domain::quorum::Submitted;
use plaudit_domain::refusal::Refusal;
use plaudit_domain::text::{self, Fault};
use plaudit_store::memberships;
use plaudit_store::reports::judges::{JudgeRow, Judges as Panel};
use plaudit_store::reports::quorum::{self, Quorum};

use super::one;
use crate::admin::filled::Filled;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::{JudgeSuspension, Judges};
use crate::say;
use crate::state::App;

/// Why.
const REASON: &str = "reason";
/// What becomes of the scorecards that are in.
const SUBMITTED: &str = "submitted";
/// They count.
const COUNTS: &str = "counts";
/// They are set aside.
const SET_ASIDE: &str = "set-aside";

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(ask).typed_post(suspend)
}

/// Who it is, if they can be suspended, and what it would do.
async fn open(
    app: &App,
    admin: &Admin,
    path: &JudgeSuspension,
) -> Result<(Panel, JudgeRow, Quorum), PageError> {
    let (panel, judge) = one(app, admin, path.season, path.membership).await?;
    judge.status.after(Event::Suspend).map_err(Refusal::from)?;
    let quorum = quorum::get(&app.store, &admin.viewer(), path.season).await?;
    Ok((panel, judge, quorum))
}

async fn ask(
    path: JudgeSuspension,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let (panel, judge, quorum) = open(&app, &admin, &path).await?;
    let filled = Filled::fresh(RawForm::from_pairs([(SUBMITTED, COUNTS)]));
    Ok(view::page(&admin, &panel, &judge, &quorum, &filled).into_response())
}

async fn suspend(
    path: JudgeSuspension,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let (panel, judge, quorum) = open(&app, &admin, &path).await?;
    let mut errors = raw.errors();
    let submitted = match raw.get(SUBMITTED) {
        COUNTS => Ok(Submitted::Counts),
        SET_ASIDE => Ok(Submitted::SetAside),
        _ => Err(Fault::NotAChoice),
    };
    let submitted = errors.take(SUBMITTED, "judges-submitted-noun", submitted);
    let reason = text::paragraphs(raw.get(REASON), None);
    let reason = errors.take(REASON, "seasons-reason-noun", reason);
    let (Some(submitted), Some(reason), true) = (submitted, reason, errors.is_empty()) else {
        let filled = Filled::wrong(raw, errors);
        return Ok(filled.answer(view::page(&admin, &panel, &judge, &quorum, &filled)));
    };
    let moment = app.moment(admin.actor());
    memberships::suspend(&app.store, &moment, judge.membership, submitted, reason).await?;
    let said = say!(admin.words, "judges-suspension-done", name = judge.name);
    Ok(Notice::good(said).then(Judges {
        season: path.season,
    }))
}
