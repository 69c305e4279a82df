//! The results package: `/exports/package/{category}/results-package.zip`.

use std::io::{Seek as _, SeekFrom};

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::export::Export;
use plaudit_store::reports::package as report;
use plaudit_store::{exports, secrets};
use tokio_util::io::ReaderStream;

use crate::http::actor::Signed;
use crate::http::error::PageError;
use crate::package;
use crate::paths::exports::Package;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(download)
}

/// The package, made whole beside the requests before its first byte is sent: its signature stands at its end, and half of
/// one proves nothing.
async fn download(
    path: Package,
    signed: Signed,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let viewer = signed.viewer();
    let category = path.category;
    let about = report::about(&app.store, &viewer, category).await?;
    let package = report::package(&app.store, &viewer, category).await?;
    let moment = app.moment(signed.actor());
    let season = about.about.season.id;
    exports::note(
        &app.store,
        &moment,
        &viewer,
        Export::Package,
        season,
        category,
    )
    .await?;
    let store = app.store.clone();
    let made = tokio::task::spawn_blocking(move || {
        let mut file = tempfile::tempfile()?;
        let out = std::io::BufWriter::new(&mut file);
        package::write(&package, |manifest| secrets::sign(&store, manifest), out)?;
        let length = file.stream_position()?;
        file.seek(SeekFrom::Start(0))?;
        Ok::<_, std::io::Error>((file, length))
    });
    let (file, length) = made
        .await
        .map_err(|error| PageError::Bug(error.to_string()))?
        .map_err(|error| PageError::Bug(error.to_string()))?;
    let body = Body::from_stream(ReaderStream::new(tokio::fs::File::from_std(file)));
    let head = [
        (CONTENT_TYPE, HeaderValue::from_static("application/zip")),
        (
            CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment; filename=\"results-package.zip\""),
        ),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (CONTENT_LENGTH, HeaderValue::from(length)),
    ];
    Ok((head, body).into_response())
}
