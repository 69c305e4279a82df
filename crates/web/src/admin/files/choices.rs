//! Saved choices of columns, at `/admin/files/{season}/choices`: made, changed and removed.

mod form;
mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::column_choice::ColumnChoice;
use plaudit_domain::export::Export;
use plaudit_domain::ids::SeasonId;
use plaudit_domain::membership::Role;
use plaudit_domain::policy;
use plaudit_domain::refusal::Refusal;
use plaudit_domain::text::Fault;
use plaudit_store::{StoreError, column_choices};

use crate::admin::filled::{Filled, version};
use crate::admin::run::Run;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::{ColumnChoice as OneChoice, ColumnChoiceRemoval, Files, NewColumnChoice};
use crate::say;
use crate::shown::columns;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(ask)
        .typed_post(add)
        .typed_get(edit)
        .typed_post(change)
        .typed_post(remove)
}

/// The file by its word; there is no such page for what has no columns.
fn file(word: &str) -> Result<Export, PageError> {
    let file = Export::parse(word).map_err(|_| PageError::NotFound)?;
    let may = policy::may_export(Role::Administrator, file).is_ok();
    if may && !columns::of(file).is_empty() {
        Ok(file)
    } else {
        Err(PageError::NotFound)
    }
}

async fn ask(
    path: NewColumnChoice,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let file = file(&path.file)?;
    let run = Run::load(&app, path.season).await?;
    let filled = Filled::fresh(RawForm::default());
    Ok(view::new(&admin, &run, file, &filled).into_response())
}

async fn add(
    path: NewColumnChoice,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let file = file(&path.file)?;
    let run = Run::load(&app, path.season).await?;
    let refused = |raw, errors| {
        let filled = Filled::wrong(raw, errors);
        Ok(filled.answer(view::new(&admin, &run, file, &filled)))
    };
    let chosen = match form::parse(&raw, file) {
        Ok(chosen) => chosen,
        Err(errors) => return refused(raw, errors),
    };
    let name = chosen.name.clone();
    let moment = app.moment(admin.actor());
    match column_choices::add(&app.store, &moment, chosen).await {
        Ok(_) => Ok(kept(&admin, path.season, name.as_str())),
        Err(StoreError::Refused(Refusal::Taken)) => refused(raw, taken()),
        Err(error) => Err(error.into()),
    }
}

async fn load(app: &App, path: &OneChoice) -> Result<(Run, ColumnChoice), PageError> {
    let run = Run::load(app, path.season).await?;
    let choice = column_choices::get(&app.store, path.choice).await?;
    Ok((run, choice))
}

async fn edit(
    path: OneChoice,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let (run, choice) = load(&app, &path).await?;
    let filled = Filled::fresh(form::written(&choice));
    Ok(view::edit(&admin, &run, &choice, &filled).into_response())
}

async fn change(
    path: OneChoice,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let (run, before) = load(&app, &path).await?;
    let refused = |raw, errors| {
        let filled = Filled::wrong(raw, errors);
        Ok(filled.answer(view::edit(&admin, &run, &before, &filled)))
    };
    let chosen = match form::parse(&raw, before.chosen.file) {
        Ok(chosen) => chosen,
        Err(errors) => return refused(raw, errors),
    };
    let name = chosen.name.clone();
    let moment = app.moment(admin.actor());
    let seen = (before.id, version(&raw));
    match column_choices::change(&app.store, &moment, seen, chosen).await {
        Ok(()) => Ok(kept(&admin, path.season, name.as_str())),
        Err(StoreError::Refused(Refusal::Taken)) => refused(raw, taken()),
        Err(StoreError::Stale) => {
            let (run, now) = load(&app, &path).await?;
            let filled = Filled::stale(raw, form::written(&now));
            Ok(filled.answer(view::edit(&admin, &run, &now, &filled)))
        }
        Err(error) => Err(error.into()),
    }
}

async fn remove(
    path: ColumnChoiceRemoval,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let ColumnChoiceRemoval { season, choice } = path;
    let run = Run::load(&app, season).await?;
    let choice = column_choices::get(&app.store, choice).await?;
    column_choices::remove(&app.store, choice.id).await?;
    let season = run.season.id;
    let name = choice.chosen.name;
    let said = say!(admin.words, "choice-removed", name = name.as_str());
    Ok(Notice::good(said).then(Files { season }))
}

fn kept(admin: &Admin, season: SeasonId, name: &str) -> Response {
    let said = say!(admin.words, "choice-saved", name = name);
    Notice::good(said).then(Files { season })
}

/// That the file has a choice of this name already.
fn taken() -> FieldErrors {
    let mut errors = FieldErrors::default();
    errors.fault(form::NAME, "choice-name-noun", Fault::Taken);
    errors
}
