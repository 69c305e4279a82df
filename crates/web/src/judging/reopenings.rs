//! Scorecards of others that whoever presides over a panel opens again, with a reason: `/judging/reopenings/{season}`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::policy;
use plaudit_domain::refusal::Refusal;
use plaudit_domain::season::Status;
use plaudit_store::reopenings;
use plaudit_store::reports::reopenings::{self as report, ReopeningRow};

use crate::http::actor::Chair;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::note as posted;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::judging::{Reopening, Reopenings};
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(list)
        .typed_get(ask)
        .typed_post(reopen)
}

/// Those that are in, in the cases in which one presides.
async fn list(path: Reopenings, chair: Chair, State(app): State<App>) -> Result<Answer, PageError> {
    let found = report::list(&app.store, &chair.viewer(), path.season).await?;
    Ok(view::list(&chair, &found))
}

/// One of them; refused with words while it cannot be opened.
async fn find(
    app: &App,
    chair: &Chair,
    path: &Reopening,
) -> Result<(report::Reopenings, ReopeningRow), PageError> {
    let found = report::list(&app.store, &chair.viewer(), path.season).await?;
    let row = found
        .rows
        .iter()
        .find(|row| row.assignment == path.assignment)
        .cloned()
        .ok_or(PageError::NotFound)?;
    match found.season.status {
        Status::Judging => Ok((found, row)),
        Status::Deliberation => Err(Refusal::MeetingBegun.into()),
        _ => Err(Refusal::NotJudging.into()),
    }
}

/// What opening it again means, and the form.
async fn ask(path: Reopening, chair: Chair, State(app): State<App>) -> Result<Answer, PageError> {
    let (found, row) = find(&app, &chair, &path).await?;
    let nothing = (RawForm::default(), FieldErrors::default());
    Ok(view::ask(&chair, &found, &row, (&nothing.0, &nothing.1)))
}

/// Opens it again.
async fn reopen(
    path: Reopening,
    chair: Chair,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let (found, row) = find(&app, &chair, &path).await?;
    let reason = match posted::parse(&raw, "reopening-reason-noun") {
        Ok(reason) => reason,
        Err(errors) => {
            return Ok(view::ask(&chair, &found, &row, (&raw, &errors)).unprocessable());
        }
    };
    let moment = app.moment(chair.actor());
    let about = (path.season, path.assignment);
    let language = chair.words.language();
    reopenings::reopen(
        &app.store,
        &moment,
        chair.account(),
        about,
        &reason,
        &language,
    )
    .await?;
    let season = path.season;
    let done = say!(chair.words, "reopening-done", number = row.number);
    Ok(Notice::good(done).then(Reopenings { season }))
}

/// Whether the list leads anywhere while the season stands so.
pub(super) fn is_offered(season: Status) -> bool {
    policy::may_reopen_for(season, plaudit_domain::assignment::Status::Locked).is_ok()
}
