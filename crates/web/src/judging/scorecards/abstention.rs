//! Abstaining from a case, with a reason, at `/judging/scorecards/{assignment}/abstention`.

use axum::extract::State;
use axum::response::Response;
use plaudit_store::abstentions;
use plaudit_store::reports::scorecard;

use super::super::note::{Ask, page};
use crate::http::actor::Judge;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::note as posted;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::judging::{Abstention, Desk};
use crate::say;
use crate::state::App;

const ASK: Ask = Ask {
    title: "abstention-title",
    text: "abstention-text",
    label: "abstention-reason",
    hint: "abstention-reason-hint",
    button: "abstention-abstain",
};

/// What abstaining means, and the form.
pub(super) async fn show(
    path: Abstention,
    judge: Judge,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let card = scorecard::get(&app.store, &judge.viewer(), path.assignment).await?;
    let nothing = (RawForm::default(), FieldErrors::default());
    Ok(page(&judge, &card, &ASK, &path, (&nothing.0, &nothing.1)))
}

/// Abstains: the case leaves the desk.
pub(super) async fn abstain(
    path: Abstention,
    judge: Judge,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let card = scorecard::get(&app.store, &judge.viewer(), path.assignment).await?;
    let reason = match posted::parse(&raw, "abstention-noun") {
        Ok(reason) => reason,
        Err(errors) => {
            return Ok(page(&judge, &card, &ASK, &path, (&raw, &errors)).unprocessable());
        }
    };
    let moment = app.moment(judge.actor());
    abstentions::abstain(
        &app.store,
        &moment,
        judge.account(),
        path.assignment,
        reason,
    )
    .await?;
    let number = card.case.number;
    Ok(Notice::plain(say!(judge.words, "abstention-done", number = number)).then(Desk))
}
