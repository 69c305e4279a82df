//! What the panel is asked to keep to itself, and who accepted it, at `/admin/confidentiality/{season}`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::text;
use plaudit_store::reports::confidentiality::{self as report, Register};
use plaudit_store::{StoreError, confidentiality};

use super::filled::{Filled, VERSION, version};
use super::run::Run;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::{Confidentiality, ConfidentialityRemoval};
use crate::say;
use crate::state::App;

/// The text, in Markdown.
const BODY: &str = "body";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_post(write)
        .typed_post(remove)
}

async fn show(
    path: Confidentiality,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let register = report::register(&app.store, &admin.viewer(), path.season).await?;
    let body = match register.in_force() {
        Some(version) => version.body.clone(),
        None => report::earlier(&app.store, &admin.viewer(), &run.season)
            .await?
            .unwrap_or_else(|| say!(admin.words, "confidentiality-suggestion")),
    };
    let filled = Filled::fresh(written(&register, body));
    Ok(view::show(&admin, &run, &register, &filled).into_response())
}

fn written(register: &Register, body: String) -> RawForm {
    let last = register.versions.first();
    let number = last.map_or(0, |version| version.number).to_string();
    RawForm::from_pairs([(VERSION, number), (BODY, body)])
}

/// Brings the next version into force, unless somebody else has meanwhile.
async fn write(
    path: Confidentiality,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let season = path.season;
    let run = Run::load(&app, season).await?;
    let mut errors = raw.errors();
    let body = text::paragraphs(raw.get(BODY), None);
    let body = errors.take(BODY, "confidentiality-body-noun", body);
    let Some(body) = body.filter(|_| errors.is_empty()) else {
        let register = report::register(&app.store, &admin.viewer(), season).await?;
        let filled = Filled::wrong(raw, errors);
        return Ok(filled.answer(view::show(&admin, &run, &register, &filled)));
    };
    let moment = app.moment(admin.actor());
    match confidentiality::write(&app.store, &moment, season, version(&raw), body).await {
        Ok(()) => Ok(Notice::good(say!(admin.words, "confidentiality-written")).then(path)),
        Err(StoreError::Stale) => {
            let register = report::register(&app.store, &admin.viewer(), season).await?;
            let now = register.in_force().map_or("", |now| now.body.as_str());
            let filled = Filled::stale(raw, written(&register, now.to_owned()));
            Ok(filled.answer(view::show(&admin, &run, &register, &filled)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Asks for nothing from here on; what was accepted stays on record.
async fn remove(
    path: ConfidentialityRemoval,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let season = path.season;
    let moment = app.moment(admin.actor());
    confidentiality::write(&app.store, &moment, season, version(&raw), String::new()).await?;
    Ok(
        Notice::plain(say!(admin.words, "confidentiality-removed"))
            .then(Confidentiality { season }),
    )
}
