//! The nomination form: `/nominate/{programme}`. Whatever is posted is kept first, and judged afterwards.

mod begun;
mod fresh;
mod posted;
mod views;

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Json, Router};
use axum_extra::routing::RouterExt;
use jiff::SignedDuration;
use plaudit_domain::nomination::{Status, Submission};
use plaudit_domain::policy;
use plaudit_domain::refusal::Refusal;
use plaudit_store::nominations::{self, Kept, Sending};
use plaudit_store::reports::nomination;
use plaudit_store::{Moment, StoreError};
use serde_json::json;

use super::slug;
use crate::http::actor::Visitor;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::rate_limit::{Class, Client};
use crate::paths::public::{
    Nominate, NominateDraft, Nomination, NominationCheck, NominationReceipt,
};
use crate::say;
use crate::shown::nomination_form::{Asked, field, pairs, parse};
use crate::state::App;
use posted::{Letter, Posted, Press};
use views::Special;
pub(super) use views::{FormPage, anchor, device_draft};

/// Nobody reads and fills in the form in less time.
const LEAST_TIME: SignedDuration = SignedDuration::from_secs(2);

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(fresh::show)
        .typed_post(receive)
        .typed_post(autosave)
}

/// Keeps what was typed, and goes on as the button says.
async fn receive(
    path: Nominate,
    visitor: Visitor,
    client: Client,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let desk = Desk {
        moment: app.moment(visitor.actor()),
        visitor,
        client,
        app,
    };
    let mut posted = Posted::read(&desk.app, &desk.visitor, &slug(&path.programme)?, raw).await?;
    if let Some(response) = desk.closed(&mut posted).await? {
        return Ok(response);
    }
    let mut response = match Press::read(&posted.raw) {
        Press::AddClaim => {
            posted.add_claim();
            desk.keep_and_show(&mut posted).await
        }
        Press::RemoveClaim(index) => {
            posted.remove_claim(index);
            desk.keep_and_show(&mut posted).await
        }
        Press::Save => desk.save(&mut posted).await,
        Press::Check => desk.check(&mut posted).await,
        Press::Submit => desk.submit(&mut posted).await,
    }?;
    let sent =
        response.status() == StatusCode::SEE_OTHER && Press::read(&posted.raw) == Press::Submit;
    let cookie = begun::cookie(&desk.app, &posted, sent);
    response.headers_mut().append(SET_COOKIE, cookie);
    Ok(response)
}

/// Keeps the form as it stands, for the script.
async fn autosave(
    path: NominateDraft,
    visitor: Visitor,
    client: Client,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let moment = app.moment(visitor.actor());
    let posted = Posted::read(&app, &visitor, &slug(&path.programme)?, raw).await?;
    let zone = posted.form.programme.words.zone.time_zone();
    let saved_at = visitor.words.clock(moment.now, &zone);
    let saved = |version: i64| json!({ "saved_at": saved_at, "version": version });
    if posted.is_untouched() {
        return Ok(Json(saved(posted.version)).into_response());
    }
    allow_saving(&app, &client, &posted, &moment).await?;
    match posted.keep(&app, &visitor, &moment, None).await {
        Ok(Kept {
            other: None,
            version,
            ..
        }) => {
            let mut response = Json(saved(version)).into_response();
            let cookie = begun::cookie(&app, &posted, false);
            response.headers_mut().append(SET_COOKIE, cookie);
            Ok(response)
        }
        Ok(_) | Err(StoreError::Refused(_)) => {
            Ok((StatusCode::CONFLICT, Json(json!({ "stale": true }))).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Counts one more draft saved by this client, and one more begun if nothing was kept under its key before.
async fn allow_saving(
    app: &App,
    client: &Client,
    posted: &Posted,
    moment: &Moment,
) -> Result<(), PageError> {
    let client = client.key();
    app.limits.allow(Class::Save, &client)?;
    // The version is what the browser says, so it does not tell.
    if nominations::find_by_key(&app.store, moment.now, &posted.key)
        .await?
        .is_none()
    {
        app.limits.allow(Class::Draft, &client)?;
    }
    Ok(())
}

/// What answers one posted form.
struct Desk {
    app: App,
    visitor: Visitor,
    client: Client,
    moment: Moment,
}

impl Desk {
    /// Keeps what was typed. A form for what can take no more becomes a form of its own.
    async fn keep(&self, posted: &mut Posted) -> Result<Kept, PageError> {
        if posted.is_untouched() {
            return Ok(posted.nothing_kept());
        }
        allow_saving(&self.app, &self.client, posted, &self.moment).await?;
        let letter = posted.letter_to().filter(|address| {
            let limits = &self.app.limits;
            limits.allow(Class::LetterTo, address.as_str()).is_ok()
                && limits.allow(Class::Letter, &self.client.key()).is_ok()
        });
        let letter = letter.map(|address| (address, self.visitor.words.language()));
        if letter.is_some() {
            posted.letter = Letter::Queued;
        }
        let Self {
            app,
            visitor,
            moment,
            ..
        } = self;
        let kept = match posted.keep(app, visitor, moment, letter).await {
            Err(StoreError::Refused(Refusal::NotPossible { .. })) => {
                posted.begin_anew();
                posted.keep(app, visitor, moment, None).await?
            }
            kept => kept?,
        };
        posted.is_new &= kept.version == 1;
        posted.version = kept.version;
        if !matches!(
            kept.status,
            Status::Draft | Status::Lapsed | Status::Withdrawn
        ) {
            posted.sent = self.current(posted).await?.map(|sent| sent.number);
        }
        Ok(kept)
    }

    /// The nomination as it stands, if the form's key leads to one.
    async fn current(&self, posted: &Posted) -> Result<Option<nomination::Nomination>, StoreError> {
        let found = nomination::by_key(&self.app.store, self.moment.now, &posted.key).await?;
        Ok(found.map(|(_, nomination)| nomination))
    }

    /// The way to the nomination's own page, where it was sent and the close has passed: what was typed is kept there.
    async fn closed(&self, posted: &mut Posted) -> Result<Option<Response>, PageError> {
        let now = self.moment.now;
        let season = &posted.form.season;
        if policy::may_nominate(season.status, &season.timetable, now).is_ok() {
            return Ok(None);
        }
        let Some(sent) = self.current(posted).await? else {
            return Ok(None);
        };
        let may_send =
            matches!(
                sent.status,
                Status::Draft | Status::Lapsed | Status::Withdrawn
            ) || policy::may_amend(sent.status, sent.season.status, &sent.season.timetable, now)
                .is_ok();
        if may_send {
            return Ok(None);
        }
        self.keep(posted).await?;
        Ok(Some(self.to_own_page(posted, "nominate-amendment-closed")))
    }

    fn to_own_page(&self, posted: &Posted, why: &str) -> Response {
        Notice::bad(self.visitor.words.get(why)).then(Nomination {
            key: posted.key.text(),
        })
    }

    /// The same form again, with what was typed.
    fn page<'a>(&'a self, posted: &'a Posted, kept: &Kept) -> FormPage<'a> {
        FormPage::new(
            &self.visitor,
            &posted.form,
            &posted.key,
            posted.shown_at(&self.app, &self.moment),
            self.moment.now,
        )
        .filled(&posted.raw)
        .kept(kept)
        .present(posted.present.as_deref())
        .sent(posted.sent.clone())
        .special(posted.began_anew.then_some(Special::BegunAnew))
    }

    async fn keep_and_show(&self, posted: &mut Posted) -> Result<Response, PageError> {
        let kept = self.keep(posted).await?;
        let page = self.page(posted, &kept);
        Ok(match kept.other {
            Some(_) => page.render().conflict(),
            None => page.render().into_response(),
        })
    }

    async fn save(&self, posted: &mut Posted) -> Result<Response, PageError> {
        posted.letter = Letter::Wanted;
        let kept = self.keep(posted).await?;
        if kept.other.is_some() || posted.is_untouched() {
            return Ok(self.page(posted, &kept).render().conflict());
        }
        let words = &self.visitor.words;
        let notice = if posted.letter == Letter::Queued {
            say!(words, "nominate-saved-letter")
        } else {
            say!(words, "nominate-saved")
        };
        Ok(Notice::good(notice).then(Nomination {
            key: posted.key.text(),
        }))
    }

    /// What the form says, or all that is wrong with it; nothing is wrong with one that only a program, or a browser
    /// unasked, filled in too well.
    fn parse(&self, posted: &Posted) -> Result<Submission, FieldErrors> {
        let parsed = parse(
            &self.visitor.words,
            &Asked::by_form(&posted.form),
            &posted.raw,
        );
        if posted.raw.trimmed(field::TRAP).is_empty() {
            return parsed;
        }
        Err(parsed.err().unwrap_or_default())
    }

    /// The form again with what is wrong with it, all at once.
    fn wrong(&self, posted: &Posted, kept: &Kept, errors: &FieldErrors) -> Response {
        let is_trapped = !posted.raw.trimmed(field::TRAP).is_empty();
        self.page(posted, kept)
            .errors(errors)
            .special(is_trapped.then_some(Special::Trapped))
            .render()
            .unprocessable()
    }

    async fn check(&self, posted: &mut Posted) -> Result<Response, PageError> {
        let parsed = self.parse(posted);
        let kept = self.keep(posted).await?;
        if kept.other.is_some() {
            return Ok(self.page(posted, &kept).render().conflict());
        }
        match parsed {
            Err(errors) => Ok(self.wrong(posted, &kept, &errors)),
            Ok(_) if self.is_hurried(posted) => Ok(self.hurried(posted, &kept)),
            Ok(_) => Ok(see(&NominationCheck {
                key: posted.key.text(),
            })),
        }
    }

    async fn submit(&self, posted: &mut Posted) -> Result<Response, PageError> {
        let submission = match self.parse(posted) {
            Ok(submission) => submission,
            Err(errors) => {
                let kept = self.keep(posted).await?;
                return Ok(self.wrong(posted, &kept, &errors));
            }
        };
        if self.is_hurried(posted) {
            let kept = self.keep(posted).await?;
            if posted.is_new {
                return Ok(self.hurried(posted, &kept));
            }
        }
        let limits = &self.app.limits;
        if let Err(too_many) = limits.allow(Class::Nomination, &self.client.key()) {
            self.keep(posted).await?;
            return Err(too_many);
        }
        let sending = Sending {
            key: posted.key.clone(),
            season: posted.form.season.id,
            version: posted.version,
            typed: posted.typed.clone(),
            submission,
            language: self.visitor.words.language(),
        };
        match nominations::submit(&self.app.store, &self.moment, sending).await {
            Ok(_) => Ok(see(&NominationReceipt {
                key: posted.key.text(),
            })),
            Err(StoreError::Stale) => self.stale(posted).await,
            Err(StoreError::Refused(refusal)) => self.refused(posted, &refusal).await,
            Err(error) => Err(error.into()),
        }
    }

    /// Both texts, where another window has kept or sent something else meanwhile.
    async fn stale(&self, posted: &mut Posted) -> Result<Response, PageError> {
        let mut kept = self.keep(posted).await?;
        if kept.other.is_none()
            && let Some(current) = self.current(posted).await?
        {
            kept.other = pairs::in_form(&self.visitor.words, &current);
        }
        Ok(self.page(posted, &kept).render().conflict())
    }

    /// What could not be sent, and why. What was typed is kept all the same.
    async fn refused(&self, posted: &mut Posted, refusal: &Refusal) -> Result<Response, PageError> {
        let kept = self.keep(posted).await?;
        match refusal {
            Refusal::Closed { .. } => Ok(self.to_own_page(posted, "nominate-amendment-closed")),
            Refusal::NotPossible { .. } if posted.began_anew => {
                Ok(self.page(posted, &kept).render().conflict())
            }
            Refusal::NotPossible { .. } => Ok(self.to_own_page(posted, "nominate-decided")),
            other => Err(other.clone().into()),
        }
    }

    /// Whether the form came back faster than a person fills it in.
    fn is_hurried(&self, posted: &Posted) -> bool {
        nominations::stamped_at(&self.app.store, posted.raw.get(field::SHOWN_AT))
            .is_none_or(|shown_at| self.moment.now.duration_since(shown_at) < LEAST_TIME)
            && posted.is_new
    }

    fn hurried(&self, posted: &Posted, kept: &Kept) -> Response {
        let page = self.page(posted, kept).special(Some(Special::Hurried));
        page.render().unprocessable()
    }
}

fn see(path: &impl axum_extra::routing::TypedPath) -> Response {
    Redirect::to(&path.to_string()).into_response()
}
