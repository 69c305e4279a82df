//! A case beside its scorecard: read, score, save, submit, take back, at `/judging/scorecards/{assignment}`.

mod abstention;
pub(super) mod form;
mod saving;
pub(super) mod views;
mod vote;

use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::refusal::Refusal;
use plaudit_store::reports::scorecard;
use plaudit_store::{StoreError, readings, scorecards};

use self::saving::Saving;
use self::views::Shown;
use crate::http::actor::Judge;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::judging::{Gate, Reading, Scorecard, SubmissionRemoval};
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_post(save)
        .typed_post(reopen)
        .typed_get(abstention::show)
        .typed_post(abstention::abstain)
        .typed_post(vote::vote)
        .typed_post(read)
}

/// The case and the scorecard; whoever has not passed the gate is sent there.
async fn show(
    path: Scorecard,
    judge: Judge,
    State(app): State<App>,
) -> Result<Response, PageError> {
    match scorecard::get(&app.store, &judge.viewer(), path.assignment).await {
        Ok(card) => {
            let raw = form::of(&card.rules.criteria, &card.kept.scores);
            Ok(views::page(&judge, &card, &Shown::of(&raw)).into_response())
        }
        Err(StoreError::Refused(Refusal::InterestNotDeclared | Refusal::RulingPending)) => {
            let gate = Gate {
                assignment: path.assignment,
            };
            Ok(Redirect::to(&gate.to_string()).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Keeps the judge's scores so far, or submits them; a half-filled scorecard is fine as long as it is not submitted.
async fn save(
    path: Scorecard,
    judge: Judge,
    State(app): State<App>,
    headers: HeaderMap,
    raw: RawForm,
) -> Result<Response, PageError> {
    let frame = scorecard::frame(&app.store, &judge.viewer(), path.assignment).await?;
    let saving = Saving {
        app: &app,
        judge: &judge,
        assignment: path.assignment,
        criteria: &frame.criteria,
        zone: &frame.zone,
        raw: &raw,
    };
    if saving::is_by_script(&headers) {
        return Ok(saving.by_script().await);
    }
    match raw.trimmed(form::PRESSED) {
        form::SUBMIT => Box::pin(saving.submit()).await,
        _ => saving.save_and_go_back().await,
    }
}

/// Says that the judge has read this finalist.
async fn read(path: Reading, judge: Judge, State(app): State<App>) -> Result<Response, PageError> {
    let assignment = path.assignment;
    let moment = app.moment(judge.actor());
    readings::confirm(&app.store, &moment, judge.account(), assignment).await?;
    Ok(Notice::good(say!(judge.words, "reading-confirmed")).then(Scorecard { assignment }))
}

/// Takes a submitted scorecard back, to change it.
async fn reopen(
    path: SubmissionRemoval,
    judge: Judge,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let assignment = path.assignment;
    let moment = app.moment(judge.actor());
    scorecards::reopen(&app.store, &moment, judge.account(), assignment).await?;
    Ok(Notice::plain(say!(judge.words, "scorecard-reopened")).then(Scorecard { assignment }))
}
