//! One suggested conflict, to be confirmed or dismissed with a reason:
//! `/admin/interests/{season}/suggestions/{case}/{judge}/{sign}`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::interest::signs::Sign;
use plaudit_domain::interest::{CHARACTER_LIMIT, WORD_LIMIT};
use plaudit_domain::text::{self, Fault};
use plaudit_store::interests::{self, About};
use plaudit_store::reports::interests::{self as reports, Interests as Listed};
use plaudit_store::suggestions::{self, Suggested};

use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{Interests, Suggestion};
use crate::say;
use crate::state::App;

/// What is made of it.
const DO: &str = "do";
const CONFIRM: &str = "confirm";
const DISMISS: &str = "dismiss";
/// Why.
const REASON: &str = "reason";

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show).typed_post(settle)
}

async fn one(
    app: &App,
    admin: &Admin,
    path: &Suggestion,
) -> Result<(Listed, Suggested, About), PageError> {
    let sign = Sign::parse(&path.sign).map_err(|_| PageError::NotFound)?;
    let viewer = admin.viewer();
    let listed = reports::get(&app.store, &viewer, path.season).await?;
    let suggested = suggestions::of_panel(&app.store, &viewer, path.season)
        .await?
        .into_iter()
        .find(|each| {
            each.account == path.judge
                && each.suggestion.case == Some(path.case)
                && each.suggestion.sign == sign
        })
        .ok_or(PageError::NotFound)?;
    let about = About {
        season: path.season,
        case: path.case,
        judge: path.judge,
        sign,
    };
    Ok((listed, suggested, about))
}

/// What the two have in common.
async fn show(path: Suggestion, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
    let (listed, suggested, _) = one(&app, &admin, &path).await?;
    let fresh = (&RawForm::default(), &FieldErrors::default());
    Ok(view::page(&admin, &listed, &suggested, &path, fresh))
}

/// Confirms or dismisses it.
async fn settle(
    path: Suggestion,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let (listed, suggested, about) = one(&app, &admin, &path).await?;
    let mut errors = raw.errors();
    let confirm = match raw.get(DO) {
        CONFIRM => Some(true),
        DISMISS => Some(false),
        _ => {
            errors.say(DO, "suggested-missing");
            None
        }
    };
    let reason = errors.take(REASON, "interests-reason-noun", written(raw.get(REASON)));
    let (Some(confirm), Some(reason), true) = (confirm, reason, errors.is_empty()) else {
        let page = view::page(&admin, &listed, &suggested, &path, (&raw, &errors));
        return Ok(page.unprocessable());
    };
    let moment = app.moment(admin.actor());
    let said = if confirm {
        interests::confirm_suggestion(&app.store, &moment, about, &reason).await?;
        "suggested-confirmed"
    } else {
        interests::dismiss_suggestion(&app.store, &moment, about, &reason).await?;
        "suggested-dismissed"
    };
    let said = say!(
        admin.words,
        said,
        judge = suggested.judge,
        number = suggested.suggestion.number
    );
    Ok(Notice::good(said).then(Interests {
        season: path.season,
    }))
}

fn written(typed: &str) -> Result<String, Fault> {
    let count = typed.chars().count();
    if count > CHARACTER_LIMIT {
        return Err(Fault::TooLong {
            limit: CHARACTER_LIMIT,
            count,
        });
    }
    text::paragraphs(typed, Some(WORD_LIMIT))
}
