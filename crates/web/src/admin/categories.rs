//! The categories of a season: what is won, at `/admin/categories`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::CategoryId;
use plaudit_domain::person::NAME_LIMIT;
use plaudit_domain::season;
use plaudit_domain::text;
use plaudit_store::{StoreError, seasons};

use super::filled::{Filled, VERSION, in_english, version};
use super::run::Run;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::{Categories, Category, CategoryRemoval};
use crate::say;
use crate::state::App;

/// The field of a category's name.
const TITLE: &str = "title";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(list)
        .typed_post(add)
        .typed_get(edit)
        .typed_post(rename)
        .typed_post(remove)
}

async fn list(
    path: Categories,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let categories = seasons::categories(&app.store, run.season.id).await?;
    Ok(view::list(&admin, &run, &categories, &Filled::default()).into_response())
}

async fn add(
    path: Categories,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let mut errors = raw.errors();
    let title = errors.take(
        TITLE,
        "categories-name-noun",
        text::line(raw.get(TITLE), NAME_LIMIT),
    );
    let Some(title) = title.filter(|_| errors.is_empty()) else {
        let categories = seasons::categories(&app.store, run.season.id).await?;
        let filled = Filled::wrong(raw, errors);
        return Ok(filled.answer(view::list(&admin, &run, &categories, &filled)));
    };
    let moment = app.moment(admin.actor());
    seasons::add_category(&app.store, &moment, run.season.id, in_english(None, title)).await?;
    Ok(Notice::good(say!(admin.words, "categories-added")).then(path))
}

/// A category of this season; another season's is not found.
async fn find(app: &App, run: &Run, id: CategoryId) -> Result<season::Category, PageError> {
    let (category, season) = seasons::category(&app.store, id).await?;
    if season == run.season.id {
        Ok(category)
    } else {
        Err(PageError::NotFound)
    }
}

fn written(run: &Run, category: &season::Category) -> RawForm {
    RawForm::from_pairs([
        (VERSION, run.season.revision.to_string()),
        (TITLE, category.title.first().to_owned()),
    ])
}

async fn edit(path: Category, admin: Admin, State(app): State<App>) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let category = find(&app, &run, path.category).await?;
    let filled = Filled::fresh(written(&run, &category));
    Ok(view::edit(&admin, &run, &category, &filled).into_response())
}

async fn rename(
    path: Category,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let before = find(&app, &run, path.category).await?;
    let mut errors = raw.errors();
    let title = errors.take(
        TITLE,
        "categories-name-noun",
        text::line(raw.get(TITLE), NAME_LIMIT),
    );
    let Some(title) = title.filter(|_| errors.is_empty()) else {
        let filled = Filled::wrong(raw, errors);
        return Ok(filled.answer(view::edit(&admin, &run, &before, &filled)));
    };
    let moment = app.moment(admin.actor());
    let title = in_english(Some(&before.title), title);
    let seen = version(&raw);
    match seasons::rename_category(&app.store, &moment, before.id, seen, title).await {
        Ok(()) => {
            let notice = Notice::good(say!(admin.words, "categories-renamed"));
            Ok(notice.then(Categories {
                season: run.season.id,
            }))
        }
        Err(StoreError::Stale) => {
            let run = Run::load(&app, path.season).await?;
            let now = find(&app, &run, path.category).await?;
            let filled = Filled::stale(raw, written(&run, &now));
            Ok(filled.answer(view::edit(&admin, &run, &now, &filled)))
        }
        Err(error) => Err(error.into()),
    }
}

async fn remove(
    path: CategoryRemoval,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let category = find(&app, &run, path.category).await?;
    let moment = app.moment(admin.actor());
    seasons::remove_category(&app.store, &moment, category.id).await?;
    let notice = Notice::good(say!(admin.words, "categories-removed"));
    Ok(notice.then(Categories {
        season: run.season.id,
    }))
}
