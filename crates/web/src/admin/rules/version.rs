//! A later version of rules that are published: `/admin/rules/{season}/version`. It is prepared on the pages of a draft; its
//! publication has a reason, tells every nominator by letter, and puts off the close.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use jiff::Timestamp;
use plaudit_domain::policy;
use plaudit_domain::rule_set::{RuleSet, Status};
use plaudit_domain::season::Timetable;
use plaudit_domain::text;
use plaudit_store::rule_sets::Publication;
use plaudit_store::{StoreError, rule_sets};

use crate::admin::filled::{Filled, VERSION, version};
use crate::admin::run::Run;
use crate::admin::seasons::form as dates;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::{Rules, RulesVersion, RulesVersionDraft, RulesVersionDraftRemoval};
use crate::say;
use crate::state::App;
use crate::words::Words;

/// Why the rules change.
const REASON: &str = "reason";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(ask)
        .typed_post(publish)
        .typed_post(prepare)
        .typed_post(discard)
}

/// What is in force, what is being prepared, and what scorecards were begun.
struct Open {
    run: Run,
    rules: RuleSet,
    later: Option<RuleSet>,
    begun: u64,
}

/// The rules, if a later version may take their place.
async fn open(app: &App, season: plaudit_domain::ids::SeasonId) -> Result<Open, PageError> {
    let run = Run::load(app, season).await?;
    let rules = rule_sets::current(&app.store, season).await?;
    let is_scored = rule_sets::is_scored(&app.store, season).await?;
    policy::may_renew_rules(run.season.status, rules.status, is_scored)?;
    let edited = rule_sets::edited(&app.store, season).await?;
    Ok(Open {
        run,
        rules,
        later: Some(edited).filter(|edited| edited.status == Status::Draft),
        begun: rule_sets::unfinished(&app.store, season).await?,
    })
}

/// The close as it stands.
fn written(words: &Words, run: &Run) -> RawForm {
    let close = dates::written(words, run);
    let revision = run.season.revision.to_string();
    [dates::day("closes"), dates::time("closes")]
        .iter()
        .fold(RawForm::default(), |raw, name| {
            raw.with(name, close.get(name))
        })
        .with(VERSION, &revision)
}

async fn ask(
    path: RulesVersion,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let open = open(&app, path.season).await?;
    let filled = Filled::fresh(written(&admin.words, &open.run));
    Ok(view::page(&admin, &open, &filled).into_response())
}

/// Begins a later version, to be changed where a draft is.
async fn prepare(
    path: RulesVersionDraft,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let season = path.season;
    rule_sets::prepare(&app.store, &app.moment(admin.actor()), season).await?;
    let begun = say!(admin.words, "rules-version-begun");
    Ok(Notice::good(begun).then(RulesVersion { season }))
}

/// Gives it up.
async fn discard(
    path: RulesVersionDraftRemoval,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let season = path.season;
    rule_sets::discard(&app.store, &app.moment(admin.actor()), season).await?;
    let given_up = say!(admin.words, "rules-version-given-up");
    Ok(Notice::plain(given_up).then(Rules { season }))
}

/// Puts the later version in its place.
async fn publish(
    path: RulesVersion,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let found = open(&app, path.season).await?;
    let now = app.clock.now();
    let publication = match parse(&admin.words, &raw, &found.run, now) {
        Ok(publication) => publication,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::page(&admin, &found, &filled)));
        }
    };
    let moment = app.moment(admin.actor());
    let season = path.season;
    match rule_sets::publish(&app.store, &moment, season, version(&raw), publication).await {
        Ok(()) => Ok(Notice::good(say!(admin.words, "rules-version-done")).then(Rules { season })),
        Err(StoreError::Stale) => {
            let now = open(&app, season).await?;
            let filled = Filled::stale(raw, written(&admin.words, &now.run));
            Ok(filled.answer(view::page(&admin, &now, &filled)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Reads what was typed, or says everything that is wrong with it.
fn parse(
    words: &Words,
    raw: &RawForm,
    run: &Run,
    now: Timestamp,
) -> Result<Publication, FieldErrors> {
    let mut errors = raw.errors();
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
    match (closes_at, reason) {
        (Some(closes_at), Some(reason)) if errors.is_empty() => {
            Ok(Publication { reason, closes_at })
        }
        _ => Err(errors),
    }
}
