//! The judges of a season: asking them, seeing how far they are, reminding and removing them, at `/admin/judges/{season}`.

mod abstentions;
mod filter;
mod form;
mod in_the_way;
mod role;
mod suspension;
mod view;

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::{MembershipId, SeasonId};
use plaudit_domain::membership::{Scope, Status};
use plaudit_domain::policy;
use plaudit_domain::quorum::Submitted;
use plaudit_domain::refusal::Refusal;
use plaudit_store::StoreError;
use plaudit_store::assignments;
use plaudit_store::interests;
use plaudit_store::memberships::{self, Invitation};
use plaudit_store::reports::judges::{self, JudgeRow, Judges as Panel};
use plaudit_store::reports::quorum;

use super::invited;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{JudgeInvitation, JudgeInvitations, JudgeReminder, JudgeRemoval, Judges};
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(list)
        .typed_post(invite)
        .typed_post(send_again)
        .typed_post(remind)
        .typed_get(ask_before_removal)
        .typed_post(remove)
        .typed_post(send_all_again)
        .merge(role::routes())
        .merge(suspension::routes())
}

/// Everybody who was asked, with their progress, and a form to ask somebody else.
async fn list(
    path: Judges,
    admin: Admin,
    uri: Uri,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let panel = judges::get(&app.store, &admin.viewer(), path.season).await?;
    let cases = judges::expected_cases(&app.store, &admin.viewer(), path.season).await?;
    let raw = form::suggested(&admin.words, &panel.about, cases, app.clock.now());
    let now = app.clock.now();
    Ok(view::list(
        &admin,
        &panel,
        filter::read(&uri),
        &raw,
        &FieldErrors::default(),
        now,
    ))
}

/// Asks somebody to judge, by letter.
async fn invite(
    path: Judges,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let panel = judges::get(&app.store, &admin.viewer(), path.season).await?;
    policy::may_change_panel(panel.about.season.status)?;
    let now = app.clock.now();
    let asked = match form::parse(&admin.words, &raw, &panel, now) {
        Ok(asked) => asked,
        Err(errors) => {
            return Ok(view::list(&admin, &panel, None, &raw, &errors, now).unprocessable());
        }
    };
    let season = path.season;
    let found = in_the_way::unread(&app, &admin, season, (&asked.name, &asked.email), &raw).await?;
    let late = in_the_way::late(&app, &admin, &panel.about.season, asked.role, &raw).await?;
    if !found.is_empty() || late.is_some() {
        let first = in_the_way::First {
            name: &asked.name,
            found: &found,
            late: late.as_ref(),
        };
        let page = in_the_way::view::page(&admin, &panel.about, &first, &raw);
        return Ok(page.unprocessable());
    }
    let words = &admin.words;
    let invitation = Invitation {
        name: asked.name.clone(),
        email: asked.email.clone(),
        role: asked.role,
        scope: Scope::Season(path.season),
        of_what: view::season_name(words, &panel),
        language: words.language(),
    };
    let moment = app.moment(admin.actor());
    match memberships::invite_to_work(&app.store, &moment, invitation, asked.ask).await {
        Ok(membership) => {
            // Whoever is nominee, nominator or referee is out of the case from the start.
            interests::record_parts(&app.store, &moment, season, membership).await?;
            let notice = invited::asked(&app, words, (&asked.name, &asked.email)).await?;
            Ok(notice.then(path))
        }
        // Somebody else was faster.
        Err(StoreError::Refused(Refusal::SecondChair)) => {
            let mut errors = FieldErrors::default();
            errors.say(form::ROLE, "judges-second-chair");
            Ok(view::list(&admin, &panel, None, &raw, &errors, now).unprocessable())
        }
        Err(error) => Err(error.into()),
    }
}

/// One judge of the season that the address names, while its panel can change; another season's is not found.
async fn one(
    app: &App,
    admin: &Admin,
    season: SeasonId,
    membership: MembershipId,
) -> Result<(Panel, JudgeRow), PageError> {
    let panel = judges::get(&app.store, &admin.viewer(), season).await?;
    let row = panel
        .rows
        .iter()
        .find(|row| row.membership == membership)
        .cloned()
        .ok_or(PageError::NotFound)?;
    policy::may_change_panel(panel.about.season.status)?;
    Ok((panel, row))
}

/// Sends an invitation that was not answered once more.
async fn send_again(
    path: JudgeInvitation,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let (_, judge) = one(&app, &admin, path.season, path.membership).await?;
    memberships::send_again(&app.store, &app.moment(admin.actor()), judge.membership).await?;
    let list = Judges {
        season: path.season,
    };
    Ok(invited::sent(&admin.words, (&judge.name, &judge.email)).then(list))
}

/// Sends every invitation that was not answered once more.
async fn send_all_again(
    path: JudgeInvitations,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let panel = judges::get(&app.store, &admin.viewer(), path.season).await?;
    policy::may_change_panel(panel.about.season.status)?;
    let waiting: Vec<_> = panel
        .rows
        .iter()
        .filter(|row| row.status == Status::Invited)
        .collect();
    let moment = app.moment(admin.actor());
    for row in &waiting {
        memberships::send_again(&app.store, &moment, row.membership).await?;
    }
    let said = say!(admin.words, "judges-all-invited", count = waiting.len());
    Ok(Notice::good(said).then(Judges {
        season: path.season,
    }))
}

/// Reminds a judge of what is left.
async fn remind(
    path: JudgeReminder,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let (_, judge) = one(&app, &admin, path.season, path.membership).await?;
    let moment = app.moment(admin.actor());
    let language = admin.words.language();
    assignments::remind(
        &app.store,
        &moment,
        path.season,
        judge.membership,
        &language,
    )
    .await?;
    let said = say!(admin.words, "judges-reminded", name = judge.name);
    Ok(Notice::good(said).then(Judges {
        season: path.season,
    }))
}

/// What it would mean to remove a judge.
async fn ask_before_removal(
    path: JudgeRemoval,
    admin: Admin,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let (panel, judge) = one(&app, &admin, path.season, path.membership).await?;
    let quorum = quorum::get(&app.store, &admin.viewer(), path.season).await?;
    let change = quorum.without(judge.membership, Submitted::Counts);
    Ok(view::removal(&admin, &panel, &judge, &change))
}

/// Removes a judge: what they submitted stays and counts, and their desk is closed. They can be asked again.
async fn remove(
    path: JudgeRemoval,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let (_, judge) = one(&app, &admin, path.season, path.membership).await?;
    memberships::end(&app.store, &app.moment(admin.actor()), judge.membership).await?;
    let said = say!(admin.words, "judges-removed", name = judge.name);
    Ok(Notice::good(said).then(Judges {
        season: path.season,
    }))
}
