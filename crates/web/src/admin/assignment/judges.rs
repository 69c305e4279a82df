//! What a plan knows of each judge: own loads, and where they work, at `/admin/assignment/{season}/judges`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::AccountId;
use plaudit_domain::text::{self, Fault};
use plaudit_store::plans::{self, JudgeWords};
use plaudit_store::reports::plan::{JudgeRow, Made};

use super::{form, load_made};
use crate::admin::filled::{Filled, VERSION, version};
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{Assignment, AssignmentJudges};
use crate::say;
use crate::state::App;

/// The most cases that one judge can be given.
const LARGEST: u32 = 10_000;
/// The longest name of an organisation, in characters.
const ORGANISATION_LIMIT: usize = 200;

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show).typed_post(change)
}

/// The name of a judge's field.
fn field(of: &str, judge: &JudgeRow) -> String {
    format!("{of}-{}", judge.membership)
}

const LEAST: &str = "least";
const MOST: &str = "most";
const ORGANISATION: &str = "organisation";

fn written(made: &Made) -> RawForm {
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let mut pairs = vec![(VERSION.to_owned(), made.plan.version.to_string())];
    for judge in &made.judges {
        pairs.push((field(LEAST, judge), number(judge.own.0)));
        pairs.push((field(MOST, judge), number(judge.own.1)));
        let organisation = judge.organisation.clone().unwrap_or_default();
        pairs.push((field(ORGANISATION, judge), organisation));
    }
    RawForm::from_pairs(pairs)
}

fn parse(raw: &RawForm, made: &Made) -> Result<Vec<(AccountId, JudgeWords)>, FieldErrors> {
    let mut errors = raw.errors();
    let mut all = Vec::with_capacity(made.judges.len());
    for judge in &made.judges {
        let name = field(LEAST, judge);
        let least = form::optional(raw.trimmed(&name), 0, LARGEST);
        let least = errors
            .take(&name, "assignment-own-least-noun", least)
            .flatten();
        let name = field(MOST, judge);
        let most = form::optional(raw.trimmed(&name), 0, LARGEST).and_then(|most| match most {
            Some(most) if least.is_some_and(|least| least > most) => Err(Fault::OutOfRange {
                lowest: least.map(|least| least.to_string()),
                highest: Some(LARGEST.to_string()),
            }),
            most => Ok(most),
        });
        let most = errors
            .take(&name, "assignment-own-most-noun", most)
            .flatten();
        let name = field(ORGANISATION, judge);
        let organisation = text::optional_line(raw.get(&name), ORGANISATION_LIMIT);
        let organisation = errors
            .take(&name, "assignment-organisation-noun", organisation)
            .flatten();
        all.push((
            judge.id,
            JudgeWords {
                least,
                most,
                organisation,
            },
        ));
    }
    if errors.is_empty() {
        Ok(all)
    } else {
        Err(errors)
    }
}

/// Every judge's row, as a form.
async fn show(
    path: AssignmentJudges,
    admin: Admin,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let (page, made) = load_made(&app, &admin, path.season).await?;
    let filled = Filled::fresh(written(&made));
    Ok(view::page(&admin, &page, &made, &filled))
}

/// Sets them all.
async fn change(
    path: AssignmentJudges,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let (page, made) = load_made(&app, &admin, path.season).await?;
    let judges = match parse(&raw, &made) {
        Ok(judges) => judges,
        Err(errors) => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::page(&admin, &page, &made, &filled)));
        }
    };
    let season = path.season;
    plans::set_judges(&app.store, season, version(&raw), judges).await?;
    Ok(Notice::good(say!(admin.words, "assignment-judges-saved")).then(Assignment { season }))
}
