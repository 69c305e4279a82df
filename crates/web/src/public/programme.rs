//! A programme's page, `/{programme}`, and its whole form to read and print, `/{programme}/form`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::routing::RouterExt;
use plaudit_store::reports::programme_page::{self, ProgrammePage};

use super::{in_small_letters, slug};
use crate::http::actor::Visitor;
use crate::http::error::PageError;
use crate::http::response::Answer;
use crate::paths::public::{Programme, ProgrammeForm};
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show).typed_get(form)
}

/// What the programme is for, who is eligible, when, and how it is judged.
async fn show(
    path: Programme,
    visitor: Visitor,
    State(app): State<App>,
) -> Result<Response, PageError> {
    if let Some(programme) = in_small_letters(&path.programme) {
        return Ok(Redirect::to(&Programme { programme }.to_string()).into_response());
    }
    let page = find(&app, &visitor, &path.programme).await?;
    Ok(view::page(&visitor, &page, app.clock.now()).into_response())
}

/// Everything that the form asks, without anything to fill in.
async fn form(
    path: ProgrammeForm,
    visitor: Visitor,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let page = find(&app, &visitor, &path.programme).await?;
    Ok(view::form(&visitor, &page, app.clock.now()))
}

async fn find(app: &App, visitor: &Visitor, segment: &str) -> Result<ProgrammePage, PageError> {
    programme_page::find(&app.store, &visitor.viewer(), &slug(segment)?)
        .await?
        .ok_or(PageError::NotFound)
}
