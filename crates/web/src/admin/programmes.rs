//! Programmes: the list, setting one up, and what is written about each, at `/admin/programmes`.

mod form;
mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::refusal::Refusal;
use plaudit_domain::season::{Status, Timetable};
use plaudit_store::shipped::{self, SetUp};
use plaudit_store::{StoreError, programmes, seasons, terms};

use super::filled::{Filled, PREVIEW, THEN, version};
use super::run::zone;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::{
    NewProgramme, Programme, ProgrammeWords, Programmes, SeasonWords, ShippedProgramme,
};
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(list)
        .typed_post(create)
        .typed_get(ask)
        .typed_post(set_up_shipped)
        .typed_get(show)
        .typed_get(edit)
        .typed_post(change)
}

/// Every programme with its seasons, and the ways to set another up.
async fn list(_: Programmes, admin: Admin, State(app): State<App>) -> Result<Response, PageError> {
    let programmes = programmes::list(&app.store).await?;
    let seasons = seasons::list_all(&app.store).await?;
    let award = shipped::it_progress();
    let shipped = (!programmes
        .iter()
        .any(|programme| programme.words.slug.as_str() == award.slug))
    .then_some(&award);
    Ok(view::list(&admin, &programmes, &seasons, shipped).into_response())
}

/// The form for a programme from nothing, with what most will want already in it.
async fn ask(_: NewProgramme, admin: Admin) -> Result<Response, PageError> {
    let organisation = admin.organisation.clone().ok_or(PageError::NotFound)?;
    let raw = form::suggested(&admin.words, &organisation.contact);
    Ok(view::new(&admin, &Filled::fresh(raw), false).into_response())
}

/// Sets a programme up from nothing.
async fn create(
    _: Programmes,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    if raw.get(THEN) == PREVIEW {
        return Ok(view::new(&admin, &Filled::fresh(raw), true).into_response());
    }
    let words = match form::parse(&raw, None) {
        Ok(words) => words,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::new(&admin, &filled, false)));
        }
    };
    let moment = app.moment(admin.actor());
    match programmes::create(&app.store, &moment, words).await {
        Ok(programme) => {
            let notice = Notice::good(say!(admin.words, "programmes-created"));
            Ok(notice.then(Programme { programme }))
        }
        Err(StoreError::Refused(Refusal::Taken)) => {
            let filled = form::taken(raw);
            Ok(filled.answer(view::new(&admin, &filled, false)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Sets up the award that ships with the program; its dates are asked next.
async fn set_up_shipped(
    _: ShippedProgramme,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let organisation = admin.organisation.clone().ok_or(PageError::NotFound)?;
    let moment = app.moment(admin.actor());
    let decided = SetUp {
        contact: organisation.contact.clone(),
        stewards: vec![organisation.name.clone()],
        season: form::next_year(app.clock.now()),
        timetable: Timetable::default(),
    };
    let (_, season) = shipped::set_up(&app.store, &moment, shipped::it_progress(), decided).await?;
    let notice = Notice::good(say!(admin.words, "programmes-shipped-done"));
    Ok(notice.then(SeasonWords { season }))
}

/// One programme: its stewards, its terms, its seasons, and what comes next.
async fn show(
    path: Programme,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let programme = programmes::get(&app.store, path.programme).await?;
    let terms = terms::list(&app.store, programme.id).await?;
    let seasons = seasons::list(&app.store, programme.id).await?;
    let is_set_up = match seasons.first() {
        Some(season) if season.status == Status::Draft => {
            seasons::readiness(&app.store, season.id).await?.is_set_up()
        }
        Some(_) => true,
        None => false,
    };
    let shown = view::Shown {
        programme: &programme,
        terms: &terms,
        seasons: &seasons,
        is_set_up,
    };
    Ok(view::show(&admin, &shown, &zone(&programme)).into_response())
}

/// What is written about it, to be changed.
async fn edit(
    path: ProgrammeWords,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let programme = programmes::get(&app.store, path.programme).await?;
    let filled = Filled::fresh(form::written(&programme));
    Ok(view::edit(&admin, &programme, &filled, false).into_response())
}

/// Changes what is written about it, unless somebody else has meanwhile.
async fn change(
    path: ProgrammeWords,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let programme = programmes::get(&app.store, path.programme).await?;
    if raw.get(THEN) == PREVIEW {
        return Ok(view::edit(&admin, &programme, &Filled::fresh(raw), true).into_response());
    }
    let words = match form::parse(&raw, Some(&programme.words)) {
        Ok(words) => words,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::edit(&admin, &programme, &filled, false)));
        }
    };
    let moment = app.moment(admin.actor());
    let seen = version(&raw);
    let filled = match programmes::change(&app.store, &moment, programme.id, seen, words).await {
        Ok(()) => {
            let notice = Notice::good(say!(admin.words, "programmes-changed"));
            return Ok(notice.then(Programme {
                programme: programme.id,
            }));
        }
        Err(StoreError::Refused(Refusal::Taken)) => form::taken(raw),
        Err(StoreError::Stale) => {
            let now = programmes::get(&app.store, programme.id).await?;
            Filled::stale(raw, form::written(&now))
        }
        Err(error) => return Err(error.into()),
    };
    Ok(filled.answer(view::edit(&admin, &programme, &filled, false)))
}
