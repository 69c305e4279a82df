//! What is published of a category's results: `/{programme}/results/{category}/public-results.zip`.

use axum::Router;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_store::publications;

use super::slug;
use crate::http::error::PageError;
use crate::paths::public::PublicResults;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(download)
}

/// The file as it was published. Nobody may keep it for others: once it is taken back it is gone.
async fn download(path: PublicResults, State(app): State<App>) -> Result<Response, PageError> {
    let slug = slug(&path.programme)?;
    let file = publications::public_file(&app.store, &slug, path.category)
        .await?
        .ok_or(PageError::NotFound)?;
    let head = [
        (CONTENT_TYPE, HeaderValue::from_static("application/zip")),
        (
            CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment; filename=\"public-results.zip\""),
        ),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((head, file).into_response())
}
