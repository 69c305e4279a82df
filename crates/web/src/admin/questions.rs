//! What a season's form asks, at `/admin/questions`.

mod choices;
mod form;
mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::QuestionId;
use plaudit_domain::question;
use plaudit_store::{StoreError, eligibility_rules, questions};

use super::filled::{Filled, version};
use super::place;
use super::run::Run;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::{
    NewQuestion, Question, QuestionPlace, QuestionRemoval, Questions, QuestionsPreview,
};
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(list)
        .typed_get(ask)
        .typed_post(add)
        .typed_get(preview)
        .typed_get(edit)
        .typed_post(change)
        .typed_post(put)
        .typed_post(remove)
}

async fn list(
    path: Questions,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let questions = questions::list(&app.store, run.season.id).await?;
    Ok(view::list(&admin, &run, &questions).into_response())
}

/// The form as nominators will see it, with nothing to send.
async fn preview(
    path: QuestionsPreview,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let rules = eligibility_rules::list(&app.store, run.season.id).await?;
    let questions = questions::list(&app.store, run.season.id).await?;
    Ok(view::preview(&admin, &run, &rules, &questions).into_response())
}

async fn ask(
    path: NewQuestion,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    Ok(view::new(&admin, &run, &Filled::fresh(form::suggested())).into_response())
}

async fn add(
    path: NewQuestion,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let there = questions::list(&app.store, run.season.id).await?;
    let words = match form::parse(&raw, None, &there) {
        Ok(words) => words,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::new(&admin, &run, &filled)));
        }
    };
    let moment = app.moment(admin.actor());
    questions::add(&app.store, &moment, run.season.id, words).await?;
    let notice = Notice::good(say!(admin.words, "questions-added"));
    Ok(notice.then(Questions {
        season: run.season.id,
    }))
}

/// A question of this season; another season's is not found.
async fn find(app: &App, run: &Run, id: QuestionId) -> Result<question::Question, PageError> {
    questions::list(&app.store, run.season.id)
        .await?
        .into_iter()
        .find(|question| question.id == id)
        .ok_or(PageError::NotFound)
}

async fn edit(path: Question, admin: Admin, State(app): State<App>) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let question = find(&app, &run, path.question).await?;
    let filled = Filled::fresh(form::written(&run, &question));
    Ok(view::edit(&admin, &run, &question, &filled).into_response())
}

/// Changes a question: all of it while the season is a draft, its words only while it is open.
async fn change(
    path: Question,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let before = find(&app, &run, path.question).await?;
    let there = questions::list(&app.store, run.season.id).await?;
    let words = match form::parse(&raw, Some(&before), &there) {
        Ok(words) => words,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::edit(&admin, &run, &before, &filled)));
        }
    };
    let moment = app.moment(admin.actor());
    match questions::change(&app.store, &moment, before.id, version(&raw), words).await {
        Ok(()) => {
            let notice = Notice::good(say!(admin.words, "questions-changed"));
            Ok(notice.then(Questions {
                season: run.season.id,
            }))
        }
        Err(StoreError::Stale) => {
            let run = Run::load(&app, path.season).await?;
            let now = find(&app, &run, path.question).await?;
            let filled = Filled::stale(raw, form::written(&run, &now));
            Ok(filled.answer(view::edit(&admin, &run, &now, &filled)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Moves a question one place up or down.
async fn put(
    path: QuestionPlace,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let questions = questions::list(&app.store, run.season.id).await?;
    let ids: Vec<QuestionId> = questions.iter().map(|question| question.id).collect();
    let order = place::moved(&ids, path.question, &raw).ok_or(PageError::NotFound)?;
    let moment = app.moment(admin.actor());
    questions::reorder(&app.store, &moment, run.season.id, order).await?;
    let notice = Notice::good(say!(admin.words, "questions-moved"));
    Ok(notice.then(Questions {
        season: run.season.id,
    }))
}

async fn remove(
    path: QuestionRemoval,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let question = find(&app, &run, path.question).await?;
    let moment = app.moment(admin.actor());
    questions::remove(&app.store, &moment, question.id).await?;
    let notice = Notice::good(say!(admin.words, "questions-removed"));
    Ok(notice.then(Questions {
        season: run.season.id,
    }))
}
