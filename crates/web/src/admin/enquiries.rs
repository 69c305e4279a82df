//! Judges' questions to the secretary, and their answers, at `/admin/enquiries/{season}`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_store::enquiries;
use plaudit_store::reports::enquiries as reports;

use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::note;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{Enquiries, EnquiryAnswer};
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(list)
        .typed_get(show)
        .typed_post(answer)
}

/// Every question of the season, those that wait first.
async fn list(path: Enquiries, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
    let listed = reports::get(&app.store, &admin.viewer(), path.season).await?;
    Ok(view::list(&admin, &listed))
}

/// One question, and the form for its answer.
async fn show(
    path: EnquiryAnswer,
    admin: Admin,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let listed = reports::get(&app.store, &admin.viewer(), path.season).await?;
    let nothing = (RawForm::default(), FieldErrors::default());
    view::one(&admin, &listed, &path, (&nothing.0, &nothing.1)).ok_or(PageError::NotFound)
}

/// Answers it, once.
async fn answer(
    path: EnquiryAnswer,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let season = path.season;
    let text = match note::parse(&raw, "enquiry-answer-noun") {
        Ok(text) => text,
        Err(errors) => {
            let listed = reports::get(&app.store, &admin.viewer(), season).await?;
            let page = view::one(&admin, &listed, &path, (&raw, &errors));
            return Ok(page.ok_or(PageError::NotFound)?.unprocessable());
        }
    };
    let moment = app.moment(admin.actor());
    let language = admin.words.language();
    enquiries::answer(
        &app.store,
        &moment,
        admin.account(),
        (season, path.enquiry),
        text,
        &language,
    )
    .await?;
    Ok(Notice::good(say!(admin.words, "enquiries-answered-now")).then(Enquiries { season }))
}
