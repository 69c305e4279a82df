//! What is scored in a season, at `/admin/criteria`.

mod correction;
mod form;
mod view;

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::criterion;
use plaudit_domain::ids::CriterionId;
use plaudit_domain::policy;
use plaudit_domain::rule_set::RuleSet;
use plaudit_domain::stage::Kind;
use plaudit_store::{StoreError, rule_sets};

use super::filled::{Filled, version};
use super::place;
use super::run::Run;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::{Criteria, Criterion, CriterionPlace, CriterionRemoval, NewCriterion};
use crate::say;
use crate::state::App;

/// The query's name for the stage of a new criterion.
const STAGE: &str = "stage";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(list)
        .typed_get(ask)
        .typed_post(add)
        .typed_get(edit)
        .typed_post(change)
        .typed_post(put)
        .typed_post(remove)
        .merge(correction::routes())
}

async fn list(path: Criteria, admin: Admin, State(app): State<App>) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let rules = rule_sets::edited(&app.store, run.season.id).await?;
    let is_scored = rule_sets::is_scored(&app.store, run.season.id).await?;
    let may_correct = policy::may_correct_rules(run.season.status, rules.status, is_scored).is_ok();
    Ok(view::list(&admin, &run, &rules, may_correct).into_response())
}

async fn ask(
    path: NewCriterion,
    admin: Admin,
    RawQuery(query): RawQuery,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let rules = rule_sets::edited(&app.store, run.season.id).await?;
    let stage = stage_of(query, &rules);
    let filled = Filled::fresh(form::suggested(&admin.words, rules.criteria_in(stage)));
    Ok(view::new(&admin, &path.of_stage(stage), &run, &filled).into_response())
}

async fn add(
    path: NewCriterion,
    admin: Admin,
    RawQuery(query): RawQuery,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let rules = rule_sets::edited(&app.store, run.season.id).await?;
    let stage = stage_of(query, &rules);
    let there: Vec<_> = rules.every_criterion().cloned().collect();
    let read = match form::parse(&raw, None, &there) {
        Ok(read) => read,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            let path = path.of_stage(stage);
            return Ok(filled.answer(view::new(&admin, &path, &run, &filled)));
        }
    };
    let moment = app.moment(admin.actor());
    let season = run.season.id;
    let criterion =
        rule_sets::add_criterion_in(&app.store, &moment, (season, stage), read.words).await?;
    Ok(saved(
        &admin,
        Criterion { season, criterion },
        read.describes_all,
    ))
}

/// Where saving leads: to the list, or back to the page that now has a field for each point of the new scale.
fn saved(admin: &Admin, path: Criterion, describes_all: bool) -> Response {
    if describes_all {
        let season = path.season;
        Notice::good(say!(admin.words, "criteria-saved")).then(Criteria { season })
    } else {
        Notice::plain(say!(admin.words, "criteria-saved-scale")).then(path)
    }
}

/// A criterion of this rule set, of whatever stage; another season's is not found.
fn find(rules: &RuleSet, id: CriterionId) -> Result<criterion::Criterion, PageError> {
    rules
        .every_criterion()
        .find(|criterion| criterion.id == id)
        .cloned()
        .ok_or(PageError::NotFound)
}

/// The stage that the form is for: the interview where the address says so and there is one, else the scoring.
fn stage_of(query: Option<String>, rules: &RuleSet) -> Kind {
    let asked = RawForm::from_bytes(query.unwrap_or_default().as_bytes());
    match Kind::parse(asked.trimmed(STAGE)) {
        Ok(Kind::Interview) if rules.stages.interview.is_some() => Kind::Interview,
        _ => Kind::Scoring,
    }
}

impl NewCriterion {
    /// The form for a criterion of this stage.
    fn of_stage(&self, stage: Kind) -> String {
        match stage {
            Kind::Interview => format!("{self}?{STAGE}={stage}"),
            Kind::Sift | Kind::Scoring => self.to_string(),
        }
    }
}

async fn edit(
    path: Criterion,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let rules = rule_sets::edited(&app.store, run.season.id).await?;
    let criterion = find(&rules, path.criterion)?;
    let filled = Filled::fresh(form::written(&run, &criterion));
    Ok(view::edit(&admin, &run, &criterion, &filled).into_response())
}

/// Changes a criterion of a draft, unless somebody else has meanwhile.
async fn change(
    path: Criterion,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let rules = rule_sets::edited(&app.store, run.season.id).await?;
    let before = find(&rules, path.criterion)?;
    let read = match form::parse(&raw, Some(&before), &[]) {
        Ok(read) => read,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::edit(&admin, &run, &before, &filled)));
        }
    };
    let moment = app.moment(admin.actor());
    let seen = version(&raw);
    match rule_sets::change_criterion(&app.store, &moment, before.id, seen, read.words).await {
        Ok(()) => Ok(saved(&admin, path, read.describes_all)),
        Err(StoreError::Stale) => {
            let run = Run::load(&app, path.season).await?;
            let rules = rule_sets::edited(&app.store, run.season.id).await?;
            let now = find(&rules, path.criterion)?;
            let filled = Filled::stale(raw, form::written(&run, &now));
            Ok(filled.answer(view::edit(&admin, &run, &now, &filled)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Moves a criterion one place up or down.
async fn put(
    path: CriterionPlace,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let rules = rule_sets::edited(&app.store, path.season).await?;
    let ids = |stage: Kind| -> Vec<CriterionId> {
        let criteria = rules.criteria_in(stage).iter();
        criteria.map(|criterion| criterion.id).collect()
    };
    let order = [Kind::Scoring, Kind::Interview]
        .into_iter()
        .find_map(|stage| place::moved(&ids(stage), path.criterion, &raw))
        .ok_or(PageError::NotFound)?;
    let moment = app.moment(admin.actor());
    rule_sets::reorder_criteria(&app.store, &moment, path.season, order).await?;
    let notice = Notice::good(say!(admin.words, "criteria-moved"));
    Ok(notice.then(Criteria {
        season: path.season,
    }))
}

async fn remove(
    path: CriterionRemoval,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let rules = rule_sets::edited(&app.store, path.season).await?;
    let criterion = find(&rules, path.criterion)?;
    let moment = app.moment(admin.actor());
    rule_sets::remove_criterion(&app.store, &moment, criterion.id).await?;
    let notice = Notice::good(say!(admin.words, "criteria-removed"));
    Ok(notice.then(Criteria {
        season: path.season,
    }))
}
