//! The gate of a case: whom it concerns, and whether the judge has an interest in it, at `/judging/interests/{assignment}`.

mod form;
mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::interest::Status;
use plaudit_domain::interest::conflicts::Effect;
use plaudit_store::interests;
use plaudit_store::reports::gate;

use crate::http::actor::Judge;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::judging::{Desk, Gate, Recusal, Scorecard};
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_post(declare)
        .typed_post(step_out)
}

/// Whom the case concerns, and the question or what became of its answer.
async fn show(path: Gate, judge: Judge, State(app): State<App>) -> Result<Answer, PageError> {
    let gate = gate::get(&app.store, &judge.viewer(), path.assignment).await?;
    Ok(view::page(
        &judge,
        &gate,
        &RawForm::default(),
        &FieldErrors::default(),
    ))
}

/// Takes the answer: the case opens, or waits for the ruling.
async fn declare(
    path: Gate,
    judge: Judge,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let declaration = match form::parse(&raw) {
        Ok(declaration) => declaration,
        Err(errors) => {
            let gate = gate::get(&app.store, &judge.viewer(), path.assignment).await?;
            return Ok(view::page(&judge, &gate, &raw, &errors).unprocessable());
        }
    };
    let moment = app.moment(judge.actor());
    let id = path.assignment;
    let outcome = interests::declare(&app.store, &moment, judge.account(), id, declaration).await?;
    let words = &judge.words;
    let scorecard = Scorecard { assignment: id };
    Ok(match (outcome.status, outcome.effect) {
        (Status::None, _) => Notice::good(say!(words, "gate-opened")).then(scorecard),
        (Status::MayJudge, _) => Notice::good(say!(words, "gate-stays")).then(scorecard),
        (Status::Recused, Some(Effect::OutOfCategory)) => {
            Notice::plain(say!(words, "gate-out-of-category")).then(Desk)
        }
        (Status::Recused, _) => Notice::plain(say!(words, "gate-out-of-case")).then(Desk),
        _ => Notice::plain(say!(words, "gate-waits")).then(Desk),
    })
}

/// Steps out of a case that was open.
async fn step_out(
    path: Recusal,
    judge: Judge,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let reason = match form::parse_reason(&raw) {
        Ok(reason) => reason,
        Err(errors) => {
            let gate = gate::get(&app.store, &judge.viewer(), path.assignment).await?;
            return Ok(view::page(&judge, &gate, &raw, &errors)
                .unprocessable()
                .into_response());
        }
    };
    let moment = app.moment(judge.actor());
    interests::step_out(
        &app.store,
        &moment,
        judge.account(),
        path.assignment,
        reason,
    )
    .await?;
    Ok(Notice::plain(say!(judge.words, "gate-stepped-out")).then(Desk))
}
