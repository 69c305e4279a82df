//! Deciding on several nominations at once, each with a preview first: `/admin/nominations/{season}/acceptances`, its
//! removal, and `/admin/nominations/{season}/reminders`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::{CaseId, NominationId, SeasonId};
use plaudit_store::nominations::remind;
use plaudit_store::reports::nominations_chosen::{self, NominationsChosen};
use plaudit_store::screening::{self, Place, Seen, Several};
use uuid::Uuid;

use super::filter::CHOSEN;
use crate::admin::deciding::Attempt;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::paths::admin::{Acceptances, AcceptancesRemoval, Nominations, Reminders};
use crate::say;
use crate::state::App;

/// Why several are told apart.
const REASON: &str = "reason";

/// The word for a case of its own.
const NEW: &str = "new";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(preview_acceptances)
        .typed_post(accept)
        .typed_get(preview_removal)
        .typed_post(tell_apart)
        .typed_get(preview_reminders)
        .typed_post(send_reminders)
}

/// The nominations that the address names.
fn named(uri: &Uri) -> Vec<NominationId> {
    let query = RawForm::from_bytes(uri.query().unwrap_or_default().as_bytes());
    ids(&query)
}

fn ids(raw: &RawForm) -> Vec<NominationId> {
    raw.all(CHOSEN)
        .filter_map(|id| Uuid::parse_str(id).ok())
        .map(NominationId::from)
        .collect()
}

async fn load(
    app: &App,
    admin: &Admin,
    season: SeasonId,
    ids: &[NominationId],
) -> Result<NominationsChosen, PageError> {
    Ok(nominations_chosen::chosen(&app.store, &admin.viewer(), season, ids).await?)
}

/// What accepting them would mean.
async fn preview_acceptances(
    path: Acceptances,
    admin: Admin,
    uri: Uri,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let chosen = load(&app, &admin, path.season, &named(&uri)).await?;
    Ok(view::acceptances(&admin, &chosen))
}

/// Accepts them as the preview showed it.
async fn accept(
    path: Acceptances,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let chosen: Vec<(Seen, Place)> = raw.all(CHOSEN).filter_map(read_place).collect();
    let moment = app.moment(admin.actor());
    let done = screening::accept_several(&app.store, &moment, &chosen).await?;
    let said = say!(
        admin.words,
        "several-accepted",
        count = done.moved,
        left = done.left
    );
    Ok(back_to_list(
        path.season,
        chosen.iter().map(|((id, _), _)| *id),
        done,
        said,
    ))
}

/// What the preview wrote about one nomination: its id, the version that was seen, and where it goes.
fn written_place(seen: Seen, place: Place) -> String {
    let to = match place {
        Place::NewCase => NEW.to_owned(),
        Place::Case(case) => format!("case-{case}"),
        Place::With(other) => format!("with-{other}"),
    };
    format!("{}.{}.{to}", seen.0, seen.1)
}

fn read_place(text: &str) -> Option<(Seen, Place)> {
    let (seen, to) = text.rsplit_once('.')?;
    let id = |text: &str| Uuid::parse_str(text).ok();
    let place = match to.split_once('-') {
        None if to == NEW => Place::NewCase,
        Some(("case", case)) => Place::Case(CaseId::from(id(case)?)),
        Some(("with", other)) => Place::With(NominationId::from(id(other)?)),
        _ => return None,
    };
    Some((read_seen(seen)?, place))
}

fn read_seen(text: &str) -> Option<Seen> {
    let (id, version) = text.split_once('.')?;
    Some((Uuid::parse_str(id).ok()?.into(), version.parse().ok()?))
}

/// Back to the list, on which they are chosen still, so that what was done can be taken back.
fn back_to_list(
    season: SeasonId,
    chosen: impl Iterator<Item = NominationId>,
    done: Several,
    said: String,
) -> Response {
    let notice = if done.left > 0 {
        Notice::plain(said)
    } else {
        Notice::good(said)
    };
    notice.then_at(&Nominations { season }.with_chosen(chosen))
}

/// What telling them apart would mean, and why it is done.
async fn preview_removal(
    path: AcceptancesRemoval,
    admin: Admin,
    uri: Uri,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let chosen = load(&app, &admin, path.season, &named(&uri)).await?;
    Ok(view::removal(&admin, &chosen, &Attempt::default()))
}

/// Tells them apart from their cases.
async fn tell_apart(
    path: AcceptancesRemoval,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let mut attempt = Attempt::new(raw);
    let reason = attempt.reason(REASON, true);
    let seen: Vec<Seen> = attempt.raw.all(CHOSEN).filter_map(read_seen).collect();
    if !attempt.errors.is_empty() {
        let ids: Vec<NominationId> = seen.iter().map(|(id, _)| *id).collect();
        let chosen = load(&app, &admin, path.season, &ids).await?;
        return Ok(view::removal(&admin, &chosen, &attempt).unprocessable());
    }
    let moment = app.moment(admin.actor());
    let done = screening::tell_several_apart(&app.store, &moment, &seen, &reason).await?;
    let said = say!(
        admin.words,
        "several-told-apart",
        count = done.moved,
        left = done.left
    );
    Ok(back_to_list(
        path.season,
        seen.iter().map(|(id, _)| *id),
        done,
        said,
    ))
}

/// Whom a reminder would go to.
async fn preview_reminders(
    path: Reminders,
    admin: Admin,
    uri: Uri,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let chosen = load(&app, &admin, path.season, &named(&uri)).await?;
    Ok(view::reminders(&admin, &chosen))
}

/// Reminds the nominators to confirm their addresses.
async fn send_reminders(
    path: Reminders,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let moment = app.moment(admin.actor());
    let count = remind(&app.store, &moment, path.season, &ids(&raw)).await?;
    let season = path.season;
    Ok(
        Notice::good(say!(admin.words, "several-reminded", count = count))
            .then(Nominations { season }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_preview_writes_reads_back() {
        let id = Uuid::from_u128(7);
        let seen: Seen = (id.into(), 3);
        let places = [
            Place::NewCase,
            Place::Case(id.into()),
            Place::With(id.into()),
        ];
        for place in places {
            assert_eq!(read_place(&written_place(seen, place)), Some((seen, place)));
        }
        for odd in [
            "",
            "x.1.new",
            "1.new",
            &format!("{id}.1.old"),
            &format!("{id}.one.new"),
        ] {
            assert_eq!(read_place(odd), None, "{odd}");
        }
    }
}
