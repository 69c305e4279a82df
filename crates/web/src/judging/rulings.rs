//! The interests that the chair rules on, and the deputy where the chair is in conflict, at `/judging/rulings/{season}`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::{InterestId, SeasonId};
use plaudit_store::interests;
use plaudit_store::reports::interests::{InterestRow, Interests};
use plaudit_store::reports::rulings;

use crate::http::actor::Chair;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::judging::{Ruling, Rulings};
use crate::say;
use crate::shown::ruling;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(list)
        .typed_get(show)
        .typed_post(rule)
}

/// Those that wait, then those that were answered.
async fn list(path: Rulings, chair: Chair, State(app): State<App>) -> Result<Answer, PageError> {
    let listed = rulings::get(&app.store, &chair.viewer(), path.season).await?;
    Ok(view::list(&chair, &listed))
}

async fn one(
    app: &App,
    chair: &Chair,
    season: SeasonId,
    interest: InterestId,
) -> Result<(Interests, InterestRow), PageError> {
    let listed = rulings::get(&app.store, &chair.viewer(), season).await?;
    let row = listed.one(interest).cloned().ok_or(PageError::NotFound)?;
    Ok((listed, row))
}

/// One interest, and the ruling on it.
async fn show(path: Ruling, chair: Chair, State(app): State<App>) -> Result<Answer, PageError> {
    let (listed, row) = one(&app, &chair, path.season, path.interest).await?;
    let fresh = (&RawForm::default(), &FieldErrors::default());
    Ok(view::ruling(&chair, &listed, &row, fresh))
}

/// Rules on it.
async fn rule(
    path: Ruling,
    chair: Chair,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let season = path.season;
    let (listed, row) = one(&app, &chair, season, path.interest).await?;
    let ruling = match ruling::parse(&raw, &row) {
        Ok(ruling) => ruling,
        Err(errors) => {
            return Ok(view::ruling(&chair, &listed, &row, (&raw, &errors)).unprocessable());
        }
    };
    let moment = app.moment(chair.actor());
    interests::rule(&app.store, &moment, path.interest, ruling).await?;
    let said = say!(
        chair.words,
        "interests-ruled",
        judge = row.judge,
        number = row.number
    );
    Ok(Notice::good(said).then(Rulings { season }))
}
