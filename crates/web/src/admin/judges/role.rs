//! What somebody is on the panel: `/admin/judges/{season}/{membership}/role`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::quorum::Submitted;
use plaudit_domain::refusal::Refusal;
use plaudit_domain::text;
use plaudit_store::StoreError;
use plaudit_store::memberships;
use plaudit_store::reports::quorum;

use super::form::{ROLE, is_chair, role};
use super::one;
use crate::admin::filled::Filled;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{JudgeRole, Judges};
use crate::say;
use crate::state::App;

/// Why it changes.
const REASON: &str = "reason";

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(ask).typed_post(change)
}

/// What each other role would mean.
async fn ask(path: JudgeRole, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
    let (panel, judge) = one(&app, &admin, path.season, path.membership).await?;
    let quorum = quorum::get(&app.store, &admin.viewer(), path.season).await?;
    let loss = quorum.without(judge.membership, Submitted::Counts);
    let filled = Filled::fresh(RawForm::from_pairs([(ROLE, judge.role.as_str())]));
    Ok(view::page(&admin, &panel, &judge, &loss, &filled))
}

/// Gives the role.
async fn change(
    path: JudgeRole,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let (panel, judge) = one(&app, &admin, path.season, path.membership).await?;
    let mut errors = raw.errors();
    let role = errors.take(ROLE, "judges-role-noun", role(raw.get(ROLE)));
    if role.is_some_and(|role| role == plaudit_domain::membership::Role::Chair)
        && panel
            .rows
            .iter()
            .any(|other| other.membership != judge.membership && is_chair(other))
    {
        errors.say(ROLE, "judges-second-chair");
    }
    let reason = errors.take(
        REASON,
        "seasons-reason-noun",
        text::paragraphs(raw.get(REASON), None),
    );
    let done = match (role, reason) {
        (Some(role), Some(reason)) if errors.is_empty() => {
            let moment = app.moment(admin.actor());
            memberships::change_role(&app.store, &moment, judge.membership, role, reason).await
        }
        _ => Err(Refusal::ReasonNeeded.into()),
    };
    match done {
        Ok(()) => {
            let said = say!(admin.words, "judges-role-changed", name = judge.name);
            let season = path.season;
            return Ok(Notice::good(said).then(Judges { season }));
        }
        // Somebody else was faster.
        Err(StoreError::Refused(Refusal::SecondChair)) => errors.say(ROLE, "judges-second-chair"),
        Err(error) if errors.is_empty() => return Err(error.into()),
        Err(_) => {}
    }
    let quorum = quorum::get(&app.store, &admin.viewer(), path.season).await?;
    let loss = quorum.without(judge.membership, Submitted::Counts);
    let filled = Filled::wrong(raw, errors);
    Ok(filled.answer(view::page(&admin, &panel, &judge, &loss, &filled)))
}
