//! A later version of rules that are published: `/admin/rules/{season}/version`. It has a reason, tells every nominator
//! by letter, and puts off the close.

mod view;

use std::collections::BTreeMap;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use jiff::Timestamp;
use plaudit_domain::criterion::Criterion;
use plaudit_domain::ids::CriterionId;
use plaudit_domain::policy;
use plaudit_domain::rule_set::RuleSet;
use plaudit_domain::season::Timetable;
use plaudit_domain::text;
use plaudit_store::rule_sets::Renewal;
use plaudit_store::{StoreError, rule_sets};

use super::form;
use crate::admin::criteria::weight;
use crate::admin::filled::{Filled, VERSION, version};
use crate::admin::run::Run;
use crate::admin::seasons::form as dates;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::{Rules, RulesVersion};
use crate::say;
use crate::state::App;
use crate::words::Words;

/// Why the rules change.
const REASON: &str = "reason";

/// The field with a criterion's weight.
fn weight_field(criterion: &Criterion) -> String {
    format!("weight[{}]", criterion.id)
}

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(ask).typed_post(renew)
}

/// The rules, if a later version may take their place.
async fn open(app: &App, path: &RulesVersion) -> Result<(Run, RuleSet), PageError> {
    let run = Run::load(app, path.season).await?;
    let rules = rule_sets::current(&app.store, path.season).await?;
    let is_scored = rule_sets::is_scored(&app.store, path.season).await?;
    policy::may_renew_rules(run.season.status, rules.status, is_scored)?;
    Ok((run, rules))
}

/// What is decided now, with the close as it stands.
fn written(words: &Words, run: &Run, rules: &RuleSet) -> RawForm {
    let raw = form::written(run, rules);
    let raw = rules.criteria.iter().fold(raw, |raw, criterion| {
        raw.with(&weight_field(criterion), &criterion.weight.to_string())
    });
    let close = dates::written(words, run);
    let revision = run.season.revision.to_string();
    [dates::day("closes"), dates::time("closes")]
        .iter()
        .fold(raw, |raw, name| raw.with(name, close.get(name)))
        .with(VERSION, &revision)
}

async fn ask(
    path: RulesVersion,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let (run, rules) = open(&app, &path).await?;
    let filled = Filled::fresh(written(&admin.words, &run, &rules));
    Ok(view::page(&admin, &run, &rules, &filled).into_response())
}

/// Puts the later version in its place.
async fn renew(
    path: RulesVersion,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let (run, rules) = open(&app, &path).await?;
    let now = app.clock.now();
    let renewal = match parse(&admin.words, &raw, &run, &rules, now) {
        Ok(renewal) => renewal,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::page(&admin, &run, &rules, &filled)));
        }
    };
    let moment = app.moment(admin.actor());
    let season = path.season;
    match rule_sets::renew(&app.store, &moment, season, version(&raw), renewal).await {
        Ok(()) => Ok(Notice::good(say!(admin.words, "rules-version-done")).then(Rules { season })),
        Err(StoreError::Stale) => {
            let (run, rules) = open(&app, &path).await?;
            let filled = Filled::stale(raw, written(&admin.words, &run, &rules));
            Ok(filled.answer(view::page(&admin, &run, &rules, &filled)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Reads what was typed, or says everything that is wrong with it.
fn parse(
    words: &Words,
    raw: &RawForm,
    run: &Run,
    rules: &RuleSet,
    now: Timestamp,
) -> Result<Renewal, FieldErrors> {
    let (settings, mut errors) = match form::parse(raw) {
        Ok(settings) => (Some(settings), FieldErrors::default()),
        Err(errors) => (None, errors),
    };
    let mut weights: BTreeMap<CriterionId, u32> = BTreeMap::new();
    for criterion in &rules.criteria {
        let field = weight_field(criterion);
        let typed = weight(raw.trimmed(&field));
        if let Some(weight) = errors.take(&field, "criteria-weight-noun", typed) {
            weights.insert(criterion.id, weight);
        }
    }
    let (zone, old) = (&run.programme.words.zone, run.season.timetable);
    let closes_at = dates::date(words, raw, &mut errors, "closes", zone, old.closes_at);
    let timetable = Timetable { closes_at, ..old };
    if closes_at.is_some() && policy::may_extend(&old, &timetable, now).is_err() {
        errors.say(&dates::day("closes"), "seasons-extension-too-early");
    } else if raw.trimmed(&dates::day("closes")).is_empty() {
        errors.say(&dates::day("closes"), "rules-version-close-needed");
    }
    let reason = text::paragraphs(raw.get(REASON), None);
    let reason = errors.take(REASON, "seasons-reason-noun", reason);
    match (settings, closes_at, reason) {
        (Some(words), Some(closes_at), Some(reason)) if errors.is_empty() => Ok(Renewal {
            words,
            weights,
            reason,
            closes_at,
        }),
        _ => Err(errors),
    }
}
