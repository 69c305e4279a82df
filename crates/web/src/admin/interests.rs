//! The interests of a season's judges, and what is ruled on them, at `/admin/interests/{season}`.

mod filter;
mod form;
mod view;

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::{InterestId, SeasonId};
use plaudit_store::interests;
use plaudit_store::reports::interests::{self as reports, InterestRow, Interests as Listed};

use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{Interests, Ruling};
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(list)
        .typed_get(show)
        .typed_post(rule)
}

/// Every interest that was answered, those that wait first.
async fn list(
    path: Interests,
    admin: Admin,
    uri: Uri,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let listed = reports::get(&app.store, &admin.viewer(), path.season).await?;
    Ok(view::list(&admin, &listed, filter::read(&uri)))
}

async fn one(
    app: &App,
    admin: &Admin,
    season: SeasonId,
    interest: InterestId,
) -> Result<(Listed, InterestRow), PageError> {
    let listed = reports::get(&app.store, &admin.viewer(), season).await?;
    let row = listed
        .rows
        .iter()
        .find(|row| row.id == interest)
        .cloned()
        .ok_or(PageError::NotFound)?;
    Ok((listed, row))
}

/// One interest, and what may be ruled on it.
async fn show(path: Ruling, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
    let (listed, row) = one(&app, &admin, path.season, path.interest).await?;
    Ok(view::ruling(
        &admin,
        &listed,
        &row,
        &RawForm::default(),
        &FieldErrors::default(),
    ))
}

/// Rules on it.
async fn rule(
    path: Ruling,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let (listed, row) = one(&app, &admin, path.season, path.interest).await?;
    let ruling = match form::parse(&raw, &row) {
        Ok(ruling) => ruling,
        Err(errors) => {
            return Ok(view::ruling(&admin, &listed, &row, &raw, &errors).unprocessable());
        }
    };
    let moment = app.moment(admin.actor());
    interests::rule(&app.store, &moment, path.interest, ruling).await?;
    let said = say!(
        admin.words,
        "interests-ruled",
        judge = row.judge,
        number = row.number
    );
    Ok(Notice::good(said).then(Interests {
        season: path.season,
    }))
}
