//! The yes-or-no rules that a season's form asks first, at `/admin/eligibility`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::eligibility::{Answer, Rule};
use plaudit_domain::ids::EligibilityRuleId;
use plaudit_domain::text::{self, Fault};
use plaudit_store::StoreError;
use plaudit_store::eligibility_rules::{self, RuleWords};

use super::filled::{Filled, VERSION, in_english, version};
use super::run::Run;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::{
    EligibilityRule, EligibilityRuleRemoval, EligibilityRules, NewEligibilityRule,
};
use crate::say;
use crate::state::App;

/// The question.
const PROMPT: &str = "prompt";
/// What helps to answer it.
const HELP: &str = "help";
/// The answer that makes eligible.
const WANTED: &str = "wanted";

/// The longest question, in characters.
const PROMPT_LIMIT: usize = 500;

/// Every field in the order of the page, with the key of its label.
const FIELDS: [(&str, &str); 3] = [
    (PROMPT, "eligibility-prompt"),
    (HELP, "eligibility-help"),
    (WANTED, "eligibility-wanted"),
];

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(list)
        .typed_get(ask)
        .typed_post(add)
        .typed_get(edit)
        .typed_post(change)
        .typed_post(remove)
}

async fn list(
    path: EligibilityRules,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let rules = eligibility_rules::list(&app.store, run.season.id).await?;
    Ok(view::list(&admin, &run, &rules).into_response())
}

async fn ask(
    path: NewEligibilityRule,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let raw = RawForm::from_pairs([(WANTED, Answer::Yes.as_str())]);
    Ok(view::new(&admin, &run, &Filled::fresh(raw)).into_response())
}

async fn add(
    path: NewEligibilityRule,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let words = match parse(&raw, None) {
        Ok(words) => words,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::new(&admin, &run, &filled)));
        }
    };
    let moment = app.moment(admin.actor());
    eligibility_rules::add(&app.store, &moment, run.season.id, words).await?;
    let notice = Notice::good(say!(admin.words, "eligibility-added"));
    Ok(notice.then(EligibilityRules {
        season: run.season.id,
    }))
}

/// Reads what was typed, or says everything that is wrong with it.
fn parse(raw: &RawForm, before: Option<&Rule>) -> Result<RuleWords, FieldErrors> {
    let mut errors = raw.errors();
    let prompt = errors.take(
        PROMPT,
        "eligibility-prompt-noun",
        text::line(raw.get(PROMPT), PROMPT_LIMIT),
    );
    let help = errors.take(
        HELP,
        "eligibility-help-noun",
        text::optional_paragraphs(raw.get(HELP), None),
    );
    let wanted = errors.take(
        WANTED,
        "eligibility-wanted-noun",
        match Answer::parse(raw.get(WANTED)) {
            Ok(wanted @ (Answer::Yes | Answer::No)) => Ok(wanted),
            _ => Err(Fault::NotAChoice),
        },
    );
    match (prompt, help, wanted) {
        (Some(prompt), Some(help), Some(wanted)) if errors.is_empty() => Ok(RuleWords {
            prompt: in_english(before.map(|rule| &rule.prompt), prompt),
            help: in_english(before.map(|rule| &rule.help), help),
            wanted,
        }),
        _ => Err(errors),
    }
}

/// A rule of this season; another season's is not found.
async fn find(app: &App, run: &Run, id: EligibilityRuleId) -> Result<Rule, PageError> {
    eligibility_rules::list(&app.store, run.season.id)
        .await?
        .into_iter()
        .find(|rule| rule.id == id)
        .ok_or(PageError::NotFound)
}

fn written(run: &Run, rule: &Rule) -> RawForm {
    RawForm::from_pairs([
        (VERSION, run.season.revision.to_string()),
        (PROMPT, rule.prompt.first().to_owned()),
        (HELP, rule.help.first().to_owned()),
        (WANTED, rule.wanted.as_str().to_owned()),
    ])
}

async fn edit(
    path: EligibilityRule,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let rule = find(&app, &run, path.rule).await?;
    let filled = Filled::fresh(written(&run, &rule));
    Ok(view::edit(&admin, &run, &rule, &filled).into_response())
}

/// Changes a rule: all of it while the season is a draft, its words only while it is open.
async fn change(
    path: EligibilityRule,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let before = find(&app, &run, path.rule).await?;
    let words = match parse(&raw, Some(&before)) {
        Ok(words) => words,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::edit(&admin, &run, &before, &filled)));
        }
    };
    let moment = app.moment(admin.actor());
    match eligibility_rules::change(&app.store, &moment, before.id, version(&raw), words).await {
        Ok(()) => {
            let notice = Notice::good(say!(admin.words, "eligibility-changed"));
            Ok(notice.then(EligibilityRules {
                season: run.season.id,
            }))
        }
        Err(StoreError::Stale) => {
            let run = Run::load(&app, path.season).await?;
            let now = find(&app, &run, path.rule).await?;
            let filled = Filled::stale(raw, written(&run, &now));
            Ok(filled.answer(view::edit(&admin, &run, &now, &filled)))
        }
        Err(error) => Err(error.into()),
    }
}

async fn remove(
    path: EligibilityRuleRemoval,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season).await?;
    let rule = find(&app, &run, path.rule).await?;
    let moment = app.moment(admin.actor());
    eligibility_rules::remove(&app.store, &moment, rule.id).await?;
    let notice = Notice::good(say!(admin.words, "eligibility-removed"));
    Ok(notice.then(EligibilityRules {
        season: run.season.id,
    }))
}
