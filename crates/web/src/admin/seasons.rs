//! Seasons: setting one up, and where it stands, at `/admin/seasons`.

pub(in crate::admin) mod form;
mod moves;
mod results;
mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::{CategoryId, SeasonId};
use plaudit_domain::policy;
use plaudit_domain::refusal::Refusal;
use plaudit_domain::season::Category;
use plaudit_domain::stage::Kind;
use plaudit_store::{
    StoreError, deliberation, eligibility_rules, programmes, questions, rule_sets, seasons,
};

use super::filled::{Filled, version};
use super::run::{Run, zone};
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::{NewSeason, Season, SeasonWords};
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(ask)
        .typed_post(create)
        .typed_get(show)
        .typed_get(edit)
        .typed_post(change)
        .merge(moves::routes())
}

/// The form for the next season, with dates that would do.
async fn ask(path: NewSeason, admin: Admin, State(app): State<App>) -> Result<Response, PageError> {
    let programme = programmes::get(&app.store, path.programme).await?;
    let earlier = seasons::list(&app.store, programme.id)
        .await?
        .into_iter()
        .next();
    let today = app.clock.now().to_zoned_datetime(zone(&programme)).date();
    let raw = form::suggested(&admin.words, today, earlier.as_ref());
    Ok(view::new(&admin, &programme, &Filled::fresh(raw)).into_response())
}

async fn create(
    path: NewSeason,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let programme = programmes::get(&app.store, path.programme).await?;
    let there = seasons::list(&app.store, programme.id).await?;
    let zone = &programme.words.zone;
    let words = match form::parse(&admin.words, &raw, zone, None, &there, app.clock.now()) {
        Ok(words) => words,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::new(&admin, &programme, &filled)));
        }
    };
    let moment = app.moment(admin.actor());
    let season = match seasons::create(&app.store, &moment, programme.id, words).await {
        Ok(season) => season,
        // Somebody gave it to another season meanwhile.
        Err(StoreError::Refused(Refusal::Taken)) => {
            let filled = form::taken(raw);
            return Ok(filled.answer(view::new(&admin, &programme, &filled)));
        }
        Err(error) => return Err(error.into()),
    };
    let notice = Notice::good(say!(admin.words, "seasons-created"));
    Ok(notice.then(Season { season }))
}

/// What of a season is there, as its page counts it.
#[derive(Debug)]
struct Counts {
    /// Finalists without a result, of those that are not kept from whoever looks.
    unsettled: u64,
    /// Whether somebody of the panel has yet to sign its resolution.
    awaits_signature: bool,
    /// Whether a stage is still to come.
    stage_to_come: bool,
    first_category: Option<CategoryId>,
    categories: usize,
    /// What is won in it.
    won: Vec<Category>,
    rules: usize,
    questions: usize,
    criteria: usize,
    undescribed: usize,
}

async fn count(
    app: &App,
    admin: &Admin,
    season: SeasonId,
    stage: Kind,
) -> Result<Counts, PageError> {
    let rules = rule_sets::current(&app.store, season).await?;
    let undescribed = rules
        .every_criterion()
        .filter(|criterion| !criterion.is_described())
        .count();
    let categories = seasons::categories(&app.store, season).await?;
    Ok(Counts {
        unsettled: deliberation::unsettled(&app.store, &admin.viewer(), season).await?,
        awaits_signature: deliberation::awaits_signature(&app.store, season).await?,
        stage_to_come: rules.stages.after(stage).is_some(),
        first_category: categories.first().map(|category| category.id),
        categories: categories.len(),
        won: categories,
        rules: eligibility_rules::list(&app.store, season).await?.len(),
        questions: questions::list(&app.store, season).await?.len(),
        criteria: rules.criteria.len(),
        undescribed,
    })
}

/// Where a season stands, what is missing before it may open, and every move that is possible now.
async fn show(path: Season, admin: Admin, State(app): State<App>) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let readiness = seasons::readiness(&app.store, run.season.id).await?;
    let counts = count(&app, &admin, run.season.id, run.season.stage).await?;
    let now = app.clock.now();
    let shown = view::Shown {
        announced_at: seasons::announced_at(&app.store, &run.season).await?,
        moves: moves::possible(&run.season, &readiness, &counts, now),
        run,
        readiness,
        counts,
    };
    Ok(view::show(&admin, &shown, now).into_response())
}

async fn edit(
    path: SeasonWords,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    policy::may_change_season(run.season.status)?;
    let mut raw = form::written(&admin.words, &run);
    let undated = run
        .season
        .timetable
        .dates()
        .iter()
        .all(|(_, at)| at.is_none());
    if undated {
        let today = app.clock.now().to_zoned_datetime(run.zone()).date();
        raw = form::with_suggested_dates(&admin.words, raw, today);
    }
    Ok(view::edit(&admin, &run, &Filled::fresh(raw), undated).into_response())
}

/// Changes a season's name, dates and declaration, unless somebody else has meanwhile.
async fn change(
    path: SeasonWords,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    policy::may_change_season(run.season.status)?;
    let there = seasons::list(&app.store, run.programme.id).await?;
    let read = form::parse(
        &admin.words,
        &raw,
        &run.programme.words.zone,
        Some(&run.season),
        &there,
        app.clock.now(),
    );
    let words = match read {
        Ok(words) => words,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::edit(&admin, &run, &filled, false)));
        }
    };
    let moment = app.moment(admin.actor());
    let seen = version(&raw);
    let filled = match seasons::change(&app.store, &moment, run.season.id, seen, words).await {
        Ok(()) => {
            let notice = Notice::good(say!(admin.words, "seasons-changed"));
            return Ok(notice.then(Season {
                season: run.season.id,
            }));
        }
        Err(StoreError::Stale) => {
            let now = Run::load(&app, path.season).await?;
            Filled::stale(raw, form::written(&admin.words, &now))
        }
        Err(StoreError::Refused(Refusal::Taken)) => form::taken(raw),
        Err(StoreError::Refused(Refusal::Locked)) => {
            let mut errors = FieldErrors::default();
            errors.say(&form::day("closes"), "seasons-close-stays");
            Filled::wrong(raw, errors)
        }
        Err(error) => return Err(error.into()),
    };
    Ok(filled.answer(view::edit(&admin, &run, &filled, false)))
}
