//! A question to the secretary about a case, whose answer every judge of the case reads, at `/judging/enquiries/{assignment}`.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_store::enquiries;
use plaudit_store::reports::scorecard;

use super::note::{Ask, page};
use crate::http::actor::Judge;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::note as posted;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::judging::{Enquiry, Scorecard};
use crate::say;
use crate::state::App;

const ASK: Ask = Ask {
    title: "enquiry-title",
    text: "enquiry-text",
    label: "enquiry-question",
    hint: "enquiry-question-hint",
    button: "enquiry-ask",
};

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show).typed_post(ask)
}

/// The form; a case that is shut has none.
async fn show(path: Enquiry, judge: Judge, State(app): State<App>) -> Result<Answer, PageError> {
    let card = scorecard::get(&app.store, &judge.viewer(), path.assignment).await?;
    let nothing = (RawForm::default(), FieldErrors::default());
    Ok(page(&judge, &card, &ASK, &path, (&nothing.0, &nothing.1)))
}

/// Sends the question.
async fn ask(
    path: Enquiry,
    judge: Judge,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let assignment = path.assignment;
    let question = match posted::parse(&raw, "enquiry-noun") {
        Ok(question) => question,
        Err(errors) => {
            let card = scorecard::get(&app.store, &judge.viewer(), assignment).await?;
            return Ok(page(&judge, &card, &ASK, &path, (&raw, &errors)).unprocessable());
        }
    };
    let moment = app.moment(judge.actor());
    enquiries::ask(&app.store, &moment, judge.account(), assignment, question).await?;
    Ok(Notice::good(say!(judge.words, "enquiry-sent")).then(Scorecard { assignment }))
}
