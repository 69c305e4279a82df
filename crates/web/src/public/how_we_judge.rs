//! How a season is judged, to read and to print: `/{programme}/how-we-judge`.

mod view;

use axum::Router;
use axum::extract::State;
use axum_extra::routing::RouterExt;
use plaudit_store::reports::programme_page;

use super::slug;
use crate::http::actor::Visitor;
use crate::http::error::PageError;
use crate::http::response::Answer;
use crate::paths::public::HowWeJudge;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show)
}

/// The rules as they are published, and what changed since they were first.
async fn show(
    path: HowWeJudge,
    visitor: Visitor,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let slug = slug(&path.programme)?;
    let judged = programme_page::how_we_judge(&app.store, &visitor.viewer(), &slug)
        .await?
        .ok_or(PageError::NotFound)?;
    Ok(view::page(&visitor, &judged))
}
