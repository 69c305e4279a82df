//! What the results package holds, to whom it may be given, how it is checked, and what of it is published:
//! `/admin/package/{category}`.

mod views;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_store::publications;
use plaudit_store::reports::package;
use plaudit_store::reports::publication::{self, PublicPart};
use plaudit_store::secrets;

use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::package::public::{self, Made};
use crate::paths::admin::{Package, ResultsPublication, ResultsPublicationRemoval};
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_post(publish)
        .typed_post(withdraw)
}

/// The page, with the key that the package is signed under, and what could be published.
async fn show(path: Package, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
    let (viewer, category) = (admin.viewer(), path.category);
    let about = package::about(&app.store, &viewer, category).await?;
    let publishing = publication::publishing(&app.store, &viewer, category).await?;
    let made = match &publishing.part {
        Ok(part) => Some(made(&app, part)?),
        Err(_) => None,
    };
    Ok(views::page(&admin, &about, &publishing, made.as_ref()))
}

/// Publishes what the page showed; if it would be something else by now, the page shows that.
async fn publish(
    path: ResultsPublication,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let category = path.category;
    let part = publication::part(&app.store, &admin.viewer(), category).await?;
    let made = made(&app, &part)?;
    if raw.get(views::DIGEST) != made.digest {
        return Ok(Notice::bad(say!(admin.words, "publishing-changed")).then(Package { category }));
    }
    publications::publish(&app.store, &app.moment(admin.actor()), category, made.file).await?;
    Ok(Notice::good(say!(admin.words, "publishing-done")).then(Package { category }))
}

/// Takes it back.
async fn withdraw(
    path: ResultsPublicationRemoval,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let category = path.category;
    publications::withdraw(&app.store, &app.moment(admin.actor()), category).await?;
    Ok(Notice::plain(say!(admin.words, "publishing-withdrawn")).then(Package { category }))
}

fn made(app: &App, part: &PublicPart) -> Result<Made, PageError> {
    public::made(part, |manifest| secrets::sign(&app.store, manifest))
        .map_err(|error| PageError::Bug(error.to_string()))
}
