//! Acting on several cases at once, each with a preview first: `/admin/cases/several/{season}/told`, its removal, and the
//! same for `eligibility`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::{CaseId, SeasonId};
use plaudit_store::cases::Seen;
use plaudit_store::cases::several::{Together, do_together};
use plaudit_store::reports::cases_chosen::{self, CasesChosen};
use uuid::Uuid;

use super::filter::{self, CHOSEN};
use crate::admin::deciding::Attempt;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{
    Cases, CasesEligible, CasesEligibleRemoval, CasesTold, CasesToldRemoval,
};
use crate::state::App;

/// Why it is done, or a note where no reason is needed.
const REASON: &str = "reason";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(|path: CasesTold, admin: Admin, uri: Uri, State(app): State<App>| async move {
            preview(&app, &admin, path.season, &uri, Together::Tell).await
        })
        .typed_post(|path: CasesTold, admin: Admin, State(app): State<App>, raw: RawForm| async move {
            act(&app, &admin, path.season, raw, Together::Tell).await
        })
        .typed_get(|path: CasesToldRemoval, admin: Admin, uri: Uri, State(app): State<App>| async move {
            preview(&app, &admin, path.season, &uri, Together::Untell).await
        })
        .typed_post(|path: CasesToldRemoval, admin: Admin, State(app): State<App>, raw: RawForm| async move {
            act(&app, &admin, path.season, raw, Together::Untell).await
        })
        .typed_get(|path: CasesEligible, admin: Admin, uri: Uri, State(app): State<App>| async move {
            preview(&app, &admin, path.season, &uri, Together::FindEligible).await
        })
        .typed_post(|path: CasesEligible, admin: Admin, State(app): State<App>, raw: RawForm| async move {
            act(&app, &admin, path.season, raw, Together::FindEligible).await
        })
        .typed_get(|path: CasesEligibleRemoval, admin: Admin, uri: Uri, State(app): State<App>| async move {
            preview(&app, &admin, path.season, &uri, Together::Reopen).await
        })
        .typed_post(|path: CasesEligibleRemoval, admin: Admin, State(app): State<App>, raw: RawForm| async move {
            act(&app, &admin, path.season, raw, Together::Reopen).await
        })
}

/// Where this is done with cases of this season.
pub(super) fn path(season: SeasonId, what: Together) -> String {
    match what {
        Together::Tell => CasesTold { season }.to_string(),
        Together::Untell => CasesToldRemoval { season }.to_string(),
        Together::FindEligible => CasesEligible { season }.to_string(),
        Together::Reopen => CasesEligibleRemoval { season }.to_string(),
    }
}

/// Its part of a key of words.
pub(super) fn word(what: Together) -> &'static str {
    match what {
        Together::Tell => "tell",
        Together::Untell => "untell",
        Together::FindEligible => "eligible",
        Together::Reopen => "reopen",
    }
}

async fn load(
    app: &App,
    admin: &Admin,
    season: SeasonId,
    ids: &[CaseId],
) -> Result<CasesChosen, PageError> {
    Ok(cases_chosen::chosen(&app.store, &admin.viewer(), season, ids).await?)
}

/// What it would mean for the cases that the address names.
async fn preview(
    app: &App,
    admin: &Admin,
    season: SeasonId,
    uri: &Uri,
    what: Together,
) -> Result<Answer, PageError> {
    let query = RawForm::from_bytes(uri.query().unwrap_or_default().as_bytes());
    let chosen = load(app, admin, season, &filter::ids(&query)).await?;
    Ok(view::page(admin, &chosen, what, &Attempt::default()))
}

/// Does it as the preview showed it, and goes back to the list, on which they are ticked still, so that it can be taken back.
async fn act(
    app: &App,
    admin: &Admin,
    season: SeasonId,
    raw: RawForm,
    what: Together,
) -> Result<Response, PageError> {
    let mut attempt = Attempt::new(raw);
    let reason = attempt.reason(REASON, what.needs_reason());
    let seen: Vec<Seen> = attempt.raw.all(CHOSEN).filter_map(read_seen).collect();
    let ids: Vec<CaseId> = seen.iter().map(|(id, _)| *id).collect();
    if !attempt.errors.is_empty() {
        let chosen = load(app, admin, season, &ids).await?;
        return Ok(view::page(admin, &chosen, what, &attempt).unprocessable());
    }
    let moment = app.moment(admin.actor());
    let done = do_together(&app.store, &moment, &seen, what, &reason).await?;
    let said = admin.words.fill(
        &format!("cases-several-{}-done", word(what)),
        &[("count", done.moved.into()), ("left", done.left.into())],
    );
    let notice = if done.left > 0 {
        Notice::plain(said)
    } else {
        Notice::good(said)
    };
    Ok(notice.then_at(&Cases.with_chosen(season, ids.into_iter())))
}

/// What the preview wrote about one case: its id, and the version that was seen.
fn written(seen: Seen) -> String {
    format!("{}.{}", seen.0, seen.1)
}

fn read_seen(text: &str) -> Option<Seen> {
    let (id, version) = text.split_once('.')?;
    Some((Uuid::parse_str(id).ok()?.into(), version.parse().ok()?))
}
