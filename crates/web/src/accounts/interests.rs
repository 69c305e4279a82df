//! One's own sheet of interests for a season, for judges, stewards' executives and those who run the award:
//! `/accounts/interests/{season}`.

mod form;
mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::interest::Status;
use plaudit_domain::interest::conflicts::Effect;
use plaudit_store::interests::{self, Outcome};
use plaudit_store::reports::sheet::{self, Sheet};

use crate::http::actor::Signed;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::accounts::{Interests, InterestsDraft};
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_post(declare)
        .typed_post(keep)
}

/// Everybody whom the cases concern, with what was answered and what is typed.
async fn show(
    path: Interests,
    signed: Signed,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let sheet = sheet::get(&app.store, signed.account(), path.season).await?;
    let raw = RawForm::from_pairs(sheet.typed.clone());
    Ok(view::page(&signed, &sheet, &raw, &FieldErrors::default()))
}

/// Declares what is answered; with its own button, that there is no interest in all the rest of what the page showed.
async fn declare(
    path: Interests,
    signed: Signed,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let sheet = sheet::get(&app.store, signed.account(), path.season).await?;
    let answers = match form::parse(&raw, &sheet) {
        Ok(answers) => answers,
        Err(errors) => return Ok(view::page(&signed, &sheet, &raw, &errors).unprocessable()),
    };
    let moment = app.moment(signed.actor());
    let (account, season) = (signed.account(), path.season);
    let outcomes =
        interests::declare_on_sheet(&app.store, &moment, account, season, answers).await?;
    let notice = said(&signed, &sheet, &outcomes);
    Ok(Notice::good(notice).then(path))
}

/// What was done, the consequences by name: nobody should learn from a closed door that they are out of a case.
fn said(
    signed: &Signed,
    sheet: &Sheet,
    outcomes: &[(plaudit_domain::ids::CaseId, Outcome)],
) -> String {
    let words = &signed.words;
    let names = |is: &dyn Fn(&Outcome) -> bool| -> Vec<String> {
        outcomes
            .iter()
            .filter(|(_, outcome)| is(outcome))
            .filter_map(|(case, _)| {
                let row = sheet.rows().find(|row| row.case == *case)?;
                Some(row.concerned.nominee.name.clone())
            })
            .collect()
    };
    let out = names(&|outcome| outcome.status == Status::Recused);
    let wide = outcomes
        .iter()
        .any(|(_, outcome)| outcome.effect == Some(Effect::OutOfCategory));
    let waiting = names(&|outcome| matches!(outcome.status, Status::Declared | Status::Unsure));
    let staying = names(&|outcome| outcome.status == Status::MayJudge);
    let mut parts = vec![say!(words, "sheet-declared", count = outcomes.len())];
    if !out.is_empty() {
        parts.push(say!(words, "sheet-now-out", names = words.list(&out)));
    }
    if wide {
        parts.push(say!(words, "sheet-now-out-of-category"));
    }
    if !waiting.is_empty() {
        parts.push(say!(
            words,
            "sheet-now-waiting",
            names = words.list(&waiting)
        ));
    }
    if !staying.is_empty() {
        parts.push(say!(
            words,
            "sheet-now-staying",
            names = words.list(&staying)
        ));
    }
    parts.join(" ")
}

/// Keeps the sheet as it is typed; the answer is for the script.
async fn keep(
    path: InterestsDraft,
    signed: Signed,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let moment = app.moment(signed.actor());
    let typed = raw
        .pairs()
        .filter(|(name, _)| form::is_answer(name))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    interests::keep_sheet(&app.store, &moment, signed.account(), path.season, typed).await?;
    let zone = app.zone().await?;
    let saved_at = signed.words.clock(moment.now, &zone.time_zone());
    let answer = serde_json::json!({ "saved_at": saved_at, "version": 0 });
    Ok(axum::Json(answer).into_response())
}
