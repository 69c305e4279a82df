//! Whether the server lives and can work, for whatever watches over it: `/healthz` and `/readyz`.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;

use crate::assets;
use crate::http::error::PageError;
use crate::paths::server::{Asset, Health, Readiness};
use crate::state::App;

/// What belongs to no audience.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .typed_get(health)
        .typed_get(readiness)
        .typed_get(asset)
}

/// The process answers.
async fn health(_: Health) -> &'static str {
    "ok\n"
}

/// The process answers and its database does.
async fn readiness(_: Readiness, State(app): State<App>) -> (StatusCode, &'static str) {
    match app.store.ping().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database does not answer\n",
            )
        }
    }
}

/// The stylesheet, the script or the mark.
async fn asset(path: Asset) -> Response {
    match assets::find(&path.name) {
        Some(asset) => asset.into_response(),
        None => PageError::NotFound.into_response(),
    }
}
