//! How far judging is, and chasing whoever has something left: `/admin/progress/{season}`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::reminding::Days;
use plaudit_store::assignments;
use plaudit_store::reports::progress;

use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{JudgeReminders, Progress, Reminding};
use crate::say;
use crate::shown::progress as shown;
use crate::state::App;

/// The days on which judges are reminded by themselves.
const DAYS: &str = "days";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_get(preview_reminders)
        .typed_post(send_reminders)
        .typed_post(set_reminding)
}

/// How far everybody is.
async fn show(
    path: Progress,
    admin: Admin,
    uri: Uri,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let query = RawForm::from_bytes(uri.query().unwrap_or_default().as_bytes());
    let page = shown::page_asked(&query);
    let found = progress::progress(&app.store, &admin.viewer(), path.season).await?;
    Ok(view::page(
        &admin,
        &found,
        page,
        app.clock.now(),
        &view::Typed::default(),
    ))
}

/// Whom a reminder would go to, and what it would say to each.
async fn preview_reminders(
    path: JudgeReminders,
    admin: Admin,
    uri: Uri,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let query = RawForm::from_bytes(uri.query().unwrap_or_default().as_bytes());
    let found = progress::progress(&app.store, &admin.viewer(), path.season).await?;
    Ok(view::reminders(
        &admin,
        &found,
        &shown::judges_named(&query),
    ))
}

/// Reminds them.
async fn send_reminders(
    path: JudgeReminders,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let moment = app.moment(admin.actor());
    let (season, language) = (path.season, admin.words.language());
    let count = assignments::remind_several(
        &app.store,
        &moment,
        season,
        &shown::judges_named(&raw),
        &language,
    )
    .await?;
    let said = say!(admin.words, "progress-reminded", count = count);
    Ok(Notice::good(said).then(Progress { season }))
}

/// Sets the days on which judges are reminded by themselves.
async fn set_reminding(
    path: Reminding,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let season = path.season;
    let mut errors: FieldErrors = raw.errors();
    let days = errors.take(DAYS, "progress-days-noun", Days::parse(raw.get(DAYS)));
    let Some(days) = days.filter(|_| errors.is_empty()) else {
        let found = progress::progress(&app.store, &admin.viewer(), season).await?;
        let typed = view::Typed { raw, errors };
        return Ok(view::page(&admin, &found, 1, app.clock.now(), &typed).unprocessable());
    };
    let said = if days.is_some() {
        say!(admin.words, "progress-days-set")
    } else {
        say!(admin.words, "progress-days-off")
    };
    let moment = app.moment(admin.actor());
    assignments::set_reminding_days(&app.store, &moment, season, days).await?;
    Ok(Notice::good(said).then(Progress { season }))
}
