//! How far judging is, for chair and deputy: nothing of a case that they are out of, and no score, at
//! `/judging/progress/{season}`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_store::assignments;
use plaudit_store::reports::progress;

use crate::http::actor::Chair;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::judging::{JudgeReminders, Progress};
use crate::say;
use crate::shown::progress as shown;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_get(preview_reminders)
        .typed_post(send_reminders)
}

fn query(uri: &Uri) -> RawForm {
    RawForm::from_bytes(uri.query().unwrap_or_default().as_bytes())
}

/// How far everybody is.
async fn show(
    path: Progress,
    chair: Chair,
    uri: Uri,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let found = progress::progress(&app.store, &chair.viewer(), path.season).await?;
    let page = shown::page_asked(&query(&uri));
    Ok(view::page(&chair, &found, page, app.clock.now()))
}

/// Whom a reminder would go to, and what it would say to each.
async fn preview_reminders(
    path: JudgeReminders,
    chair: Chair,
    uri: Uri,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let found = progress::progress(&app.store, &chair.viewer(), path.season).await?;
    let named = shown::judges_named(&query(&uri));
    Ok(view::reminders(&chair, &found, &named))
}

/// Reminds them; whose only cases left are ones that the chair is out of is not written to, and not told of.
async fn send_reminders(
    path: JudgeReminders,
    chair: Chair,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let season = path.season;
    // Refuses whoever does not run this season's panel.
    progress::progress(&app.store, &chair.viewer(), season).await?;
    let moment = app.moment(chair.actor());
    let named = shown::judges_named(&raw);
    let language = chair.words.language();
    let count = assignments::remind_several(&app.store, &moment, season, &named, &language).await?;
    let said = say!(chair.words, "progress-reminded", count = count);
    Ok(Notice::good(said).then(Progress { season }))
}
