//! The stewards of a programme: the bodies that own it jointly, at `/admin/stewards`.

mod name;
mod proof;
mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::StewardId;
use plaudit_domain::person::NAME_LIMIT;
use plaudit_domain::programme::{Programme, Steward};
use plaudit_domain::{steward, text};
use plaudit_store::{programmes, proofs};

use super::filled::Filled;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::{StewardRetirement, Stewards};
use crate::say;
use crate::state::App;

/// The field of a new steward's name.
const NAME: &str = "name";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(list)
        .typed_post(add)
        .typed_post(proof::mail_to)
        .typed_get(ask_to_retire)
        .typed_post(retire)
        .merge(name::routes())
}

async fn list(path: Stewards, admin: Admin, State(app): State<App>) -> Result<Response, PageError> {
    let programme = programmes::get(&app.store, path.programme).await?;
    // The first steward is most often the body that runs the installation.
    let first = admin
        .organisation
        .as_ref()
        .filter(|_| programme.stewards.is_empty());
    let filled = first.map_or_else(Filled::default, |organisation| {
        Filled::fresh(RawForm::from_pairs([(NAME, organisation.name.clone())]))
    });
    let to = proofs::addresses(&app.store, programme.id).await?;
    let proof = Filled::fresh(proof::written(&programme, &to));
    Ok(view::list(&admin, &programme, &filled, &proof).into_response())
}

/// Adds a steward at the end.
async fn add(
    path: Stewards,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let programme = programmes::get(&app.store, path.programme).await?;
    let to = proofs::addresses(&app.store, programme.id).await?;
    let proof = Filled::fresh(proof::written(&programme, &to));
    let mut errors = raw.errors();
    let name = errors.take(
        NAME,
        "stewards-name-noun",
        text::line(raw.get(NAME), NAME_LIMIT),
    );
    let is_there = |name: &str| {
        programme
            .stewards
            .iter()
            .any(|steward| steward.status == steward::Status::Active && steward.name == name)
    };
    let Some(name) = name.filter(|_| errors.is_empty()) else {
        let filled = Filled::wrong(raw, errors);
        return Ok(filled.answer(view::list(&admin, &programme, &filled, &proof)));
    };
    if is_there(&name) {
        errors.say(NAME, "stewards-there-already");
        let filled = Filled::wrong(raw, errors);
        return Ok(filled.answer(view::list(&admin, &programme, &filled, &proof)));
    }
    let moment = app.moment(admin.actor());
    programmes::add_steward(&app.store, &moment, programme.id, name).await?;
    Ok(Notice::good(say!(admin.words, "stewards-added")).then(path))
}

/// Says what it means that a steward retires.
async fn ask_to_retire(
    path: StewardRetirement,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let programme = programmes::get(&app.store, path.programme).await?;
    let steward = find(&programme, path.steward)?;
    Ok(view::retirement(&admin, &programme, steward).into_response())
}

/// The steward leaves the programme.
async fn retire(
    path: StewardRetirement,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let programme = programmes::get(&app.store, path.programme).await?;
    let steward = find(&programme, path.steward)?;
    let moment = app.moment(admin.actor());
    programmes::move_steward(&app.store, &moment, steward.id, steward::Event::Retire).await?;
    let notice = Notice::good(say!(
        admin.words,
        "stewards-retired",
        name = steward.name.as_str()
    ));
    Ok(notice.then(Stewards {
        programme: programme.id,
    }))
}

/// A steward of this programme; another programme's is not found.
fn find(programme: &Programme, id: StewardId) -> Result<&Steward, PageError> {
    programme
        .stewards
        .iter()
        .find(|steward| steward.id == id)
        .ok_or(PageError::NotFound)
}
