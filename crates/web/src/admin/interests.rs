//! The interests of a season, what is suggested, and what is ruled on them, at `/admin/interests/{season}`.

mod filter;
mod list;
mod suggested;
mod view;

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::{InterestId, SeasonId};
use plaudit_store::reports::interests::{self as reports, InterestRow, Interests as Listed};
use plaudit_store::{interests, suggestions};

use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{Interests, Ruling};
use crate::say;
use crate::shown::ruling;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(list)
        .typed_get(show)
        .typed_post(rule)
        .merge(suggested::routes())
}

/// Every interest that was answered, those that wait first, who has not answered, and what is suggested.
async fn list(
    path: Interests,
    admin: Admin,
    uri: Uri,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let viewer = admin.viewer();
    let listed = reports::get(&app.store, &viewer, path.season).await?;
    let suggested = suggestions::of_panel(&app.store, &viewer, path.season).await?;
    let unanswered = reports::unanswered(&app.store, &viewer, path.season).await?;
    let found = list::Found {
        listed: &listed,
        suggested: &suggested,
        unanswered: &unanswered,
        asked: filter::read(&uri),
    };
    Ok(found.page(&admin))
}

async fn one(
    app: &App,
    admin: &Admin,
    season: SeasonId,
    interest: InterestId,
) -> Result<(Listed, InterestRow), PageError> {
    let listed = reports::get(&app.store, &admin.viewer(), season).await?;
    let row = listed.one(interest).cloned().ok_or(PageError::NotFound)?;
    Ok((listed, row))
}

/// One interest, and what may be ruled on it by whom.
async fn show(path: Ruling, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
    let (listed, row) = one(&app, &admin, path.season, path.interest).await?;
    let about = (row.case, row.account);
    let may = interests::may_rule(&app.store, admin.account(), path.season, about).await;
    let refusal = view::refusal(&admin, may)?;
    Ok(view::ruling(
        &admin,
        &listed,
        &row,
        refusal.as_deref(),
        (&RawForm::default(), &FieldErrors::default()),
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
    let ruling = match ruling::parse(&raw, &row) {
        Ok(ruling) => ruling,
        Err(errors) => {
            let page = view::ruling(&admin, &listed, &row, None, (&raw, &errors));
            return Ok(page.unprocessable());
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
