//! The practice case, scored like a real one and answered at once, at `/judging/practice/{season}`.
//!
//! Its form asks by GET: nothing of it is kept.

mod view;

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::SeasonId;
use plaudit_store::reports::desk::{self, DeskSeason};
use plaudit_store::{practice, rule_sets};

use self::view::Example;
use super::scorecards::form;
use crate::http::actor::Judge;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::judging::{Practice, PracticeAnswers};
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show).typed_get(answers)
}

/// The example and the empty form; whoever is no judge of the season finds none.
async fn show(path: Practice, judge: Judge, State(app): State<App>) -> Result<Answer, PageError> {
    let example = example(&app, &judge, path.season).await?;
    let nothing = (RawForm::default(), FieldErrors::default());
    Ok(view::form(&judge, &example, (&nothing.0, &nothing.1)))
}

/// What was given beside what the panel gives; the form again while a score is missing.
async fn answers(
    path: PracticeAnswers,
    judge: Judge,
    State(app): State<App>,
    uri: Uri,
) -> Result<Response, PageError> {
    let example = example(&app, &judge, path.season).await?;
    let raw = RawForm::from_bytes(uri.query().unwrap_or_default().as_bytes());
    if raw.is_empty() {
        // Somebody followed the address alone: nothing was sent, so nothing is wrong.
        let nothing = FieldErrors::default();
        return Ok(view::form(&judge, &example, (&raw, &nothing)).into_response());
    }
    let criteria = &example.rules.criteria;
    let given = form::parse_draft(&judge.words, &raw, criteria).and_then(|given| {
        let errors = form::unfinished(&judge.words, &given, criteria);
        if errors.is_empty() {
            Ok(given)
        } else {
            Err(errors)
        }
    });
    Ok(match given {
        Ok(given) => view::answers(&judge, &example, &given).into_response(),
        Err(errors) => view::form(&judge, &example, (&raw, &errors)).unprocessable(),
    })
}

async fn example(app: &App, judge: &Judge, season: SeasonId) -> Result<Example, PageError> {
    let desk: DeskSeason = desk::seasons(&app.store, &judge.viewer())
        .await?
        .into_iter()
        .find(|desk| desk.season.id == season)
        .ok_or(PageError::NotFound)?;
    let case = practice::find(&app.store, season)
        .await?
        .ok_or(PageError::NotFound)?;
    Ok(Example {
        rules: rule_sets::current(&app.store, season).await?,
        case: case.words,
        desk,
    })
}
