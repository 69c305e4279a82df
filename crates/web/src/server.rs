//! Whether the server lives and can work, for whatever watches over it: `/healthz` and `/readyz`; and what its pages look like: `/assets` and `/gallery`.

use axum::Router;
use axum::extract::State;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use maud::Markup;
use plaudit_domain::mark::MarkName;
use plaudit_store::marks;

use crate::assets;
use crate::gallery::{self, Room};
use crate::http::actor::Visitor;
use crate::http::error::PageError;
use crate::paths::server::{Asset, Gallery, GalleryPack, GalleryRoom, Health, Mark, Readiness};
use crate::state::App;
use crate::ui::page::Place;

/// What belongs to no audience.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .typed_get(health)
        .typed_get(readiness)
        .typed_get(asset)
        .typed_get(mark)
        .typed_get(gallery)
        .typed_get(gallery_room)
        .typed_get(gallery_pack)
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
async fn asset(path: Asset, asked: HeaderMap) -> Response {
    match assets::find(&path.name) {
        Some(asset) => asset.answer(&asked),
        None => PageError::NotFound.into_response(),
    }
}

/// A programme's mark. Opened by itself it is a document, in which nothing may run and from which nothing is fetched.
async fn mark(path: Mark, State(app): State<App>) -> Result<Response, PageError> {
    let name = MarkName::parse(&path.name).ok_or(PageError::NotFound)?;
    let bytes = marks::find(&app.store, &name)
        .await?
        .ok_or(PageError::NotFound)?;
    let headers = [
        (CONTENT_TYPE, name.kind().media_type()),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        ),
    ];
    Ok((headers, bytes).into_response())
}

/// What there is to see in the gallery; whoever runs a server for others has no use for it.
async fn gallery(
    _: Gallery,
    State(app): State<App>,
    visitor: Visitor,
) -> Result<Markup, PageError> {
    if !app.settings.gallery {
        return Err(PageError::NotFound);
    }
    Ok(gallery::index(&visitor.words))
}

/// Some of it in one of the three moods.
async fn gallery_room(
    path: GalleryRoom,
    State(app): State<App>,
    visitor: Visitor,
) -> Result<Markup, PageError> {
    let place = Place::ALL
        .into_iter()
        .find(|place| place.as_str() == path.place);
    let room = Room::ALL
        .into_iter()
        .find(|room| room.as_str() == path.room);
    match (place, room) {
        (Some(place), Some(room)) if app.settings.gallery => {
            Ok(gallery::room(&visitor.words, place, room))
        }
        _ => Err(PageError::NotFound),
    }
}

/// Cases as a file. Taken away it answers to no policy of ours; shown from here it may have its own style and nothing else.
async fn gallery_pack(
    path: GalleryPack,
    State(app): State<App>,
    visitor: Visitor,
) -> Result<Response, PageError> {
    let pack = gallery::pack(&visitor.words, &path.pack)
        .filter(|_| app.settings.gallery)
        .ok_or(PageError::NotFound)?;
    let policy = "default-src 'none'; style-src 'unsafe-inline'";
    Ok(([(CONTENT_SECURITY_POLICY, policy)], pack).into_response())
}
