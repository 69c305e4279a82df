//! A nominator's own pages, by a key that nobody else has: `/nominations/{key}` and what hangs below it.

mod views;

use axum::Router;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::NominationId;
use plaudit_domain::nomination::Status;
use plaudit_domain::policy;
use plaudit_domain::programme::Programme;
use plaudit_domain::refusal::Refusal;
use plaudit_store::nominations::{self, Held, Kept, Typed};
use plaudit_store::reports::nomination::{self, Nomination as TheNomination};
use plaudit_store::reports::nomination_form;
use plaudit_store::secrets::Token;
use plaudit_store::{Moment, StoreError};
use serde::Deserialize;

use super::nominate::FormPage;
use crate::http::actor::Visitor;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::rate_limit::{Class, Client};
use crate::http::response::Answer;
use crate::paths::public::{
    Nomination, NominationCheck, NominationConfirmation, NominationForm, NominationReceipt,
    NominationRenewal, NominationWithdrawal,
};
use crate::say;
use crate::shown::nomination_form::{Asked, field, pairs, parse};
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(look)
        .typed_get(form)
        .typed_get(check)
        .typed_get(receipt)
        .typed_post(confirm)
        .typed_get(ask_to_withdraw)
        .typed_post(withdraw)
        .typed_post(renew)
}

/// A nomination with the key in the path, which led to it.
struct Mine {
    key: Token,
    held: Held,
    nomination: TheNomination,
    moment: Moment,
}

/// The key, in whichever of the paths.
#[derive(Deserialize)]
struct Key {
    key: String,
}

impl FromRequestParts<App> for Mine {
    type Rejection = Lost;

    /// What this key leads to. Another's key, and one that is none, leads nowhere; an expired one to a new letter.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Lost> {
        let visitor = Visitor::from_request_parts(parts, app).await?;
        let Ok(Path(path)) = Path::<Key>::from_request_parts(parts, app).await else {
            return Err(PageError::NotFound.into());
        };
        let key = Token::parse(&path.key).ok_or(PageError::NotFound)?;
        let moment = app.moment(visitor.actor());
        match nominations::find_by_key(&app.store, moment.now, &key).await {
            Ok(Some(held)) if held.expired => {
                let programme = programme_of(app, held.nomination).await?;
                let renewal = NominationRenewal { key: path.key };
                let page = views::expired(&visitor, &renewal, &programme);
                return Err(Lost::Expired(Box::new(page)));
            }
            Ok(Some(_)) => {}
            Ok(None) => return Err(PageError::NotFound.into()),
            Err(error) => return Err(PageError::from(error).into()),
        }
        let found = nomination::by_key(&app.store, moment.now, &key)
            .await
            .map_err(PageError::from)?;
        let (held, nomination) = found.ok_or(PageError::NotFound)?;
        Ok(Self {
            key,
            held,
            nomination,
            moment,
        })
    }
}

/// Why there is no page for a key.
enum Lost {
    /// It has expired: a page that sends a new one.
    Expired(Box<Answer>),
    /// It leads to nothing.
    Page(PageError),
}

impl From<PageError> for Lost {
    fn from(error: PageError) -> Self {
        Self::Page(error)
    }
}

impl IntoResponse for Lost {
    fn into_response(self) -> Response {
        match self {
            Self::Expired(page) => page.into_response(),
            Self::Page(error) => error.into_response(),
        }
    }
}

impl Mine {
    /// What stands in the form: what was typed and not sent, else what was sent.
    fn typed(&self, visitor: &Visitor) -> Typed {
        let sent = || pairs::in_form(&visitor.words, &self.nomination);
        self.nomination
            .typed
            .clone()
            .or_else(sent)
            .unwrap_or_default()
    }

    fn page<'a>(&'a self, app: &App, visitor: &'a Visitor) -> views::Page<'a> {
        let path = Nomination {
            key: self.key.text(),
        };
        views::Page {
            visitor,
            key: &self.key,
            held: self.held,
            nomination: &self.nomination,
            now: self.moment.now,
            link: app.settings.public_url().link(path),
        }
    }

    /// Whether nothing more can be sent: it was withdrawn, or was sent and can be changed no more.
    fn is_closed(&self) -> bool {
        let Self {
            nomination, moment, ..
        } = self;
        match nomination.status {
            Status::Withdrawn => true,
            Status::Draft | Status::Lapsed => false,
            status => {
                let season = &nomination.season;
                policy::may_amend(status, season.status, &season.timetable, moment.now).is_err()
            }
        }
    }

    /// The number of what was sent, where the form is to change it.
    fn sent(&self) -> Option<String> {
        let is_sent = self.nomination.submission.is_some();
        (is_sent && self.nomination.status != Status::Lapsed)
            .then(|| self.nomination.number.clone())
    }

    fn kept(&self) -> Kept {
        Kept {
            nomination: self.nomination.id,
            status: self.nomination.status,
            version: self.nomination.version,
            other: self.nomination.set_aside.clone(),
        }
    }
}

/// The nomination as it stands, and what can be done with it.
async fn look(
    _: Nomination,
    visitor: Visitor,
    mine: Mine,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let page = mine.page(&app, &visitor);
    let form = nomination_form::of_season(&app.store, mine.nomination.season.id).await?;
    let asked = Asked::by_form(&form);
    Ok(match &mine.nomination.submission {
        Some(_) => page.sent(&asked),
        None => page.unsent(&asked, &mine.typed(&visitor)),
    }
    .into_response())
}

/// The form, filled in: a draft to be gone on with, or a nomination to be amended.
async fn form(
    path: NominationForm,
    visitor: Visitor,
    mine: Mine,
    State(app): State<App>,
) -> Result<Response, PageError> {
    if mine.is_closed() {
        return Ok(see(&Nomination { key: path.key }));
    }
    let raw = RawForm::from_pairs(mine.typed(&visitor).0);
    let form = nomination_form::of_season(&app.store, mine.nomination.season.id).await?;
    let form = nomination_form::as_asked(&app.store, form, &field::revisions_in(&raw)).await?;
    let shown_at = nominations::stamp(&app.store, mine.moment.now);
    let page = FormPage::new(&visitor, &form, &mine.key, shown_at, mine.moment.now);
    Ok(page
        .filled(&raw)
        .kept(&mine.kept())
        .sent(mine.sent())
        .render()
        .into_response())
}

/// What will be sent, to be checked; or the form again, if something in it is not right.
async fn check(
    path: NominationCheck,
    visitor: Visitor,
    mine: Mine,
    State(app): State<App>,
) -> Result<Response, PageError> {
    if mine.is_closed() {
        return Ok(see(&Nomination { key: path.key }));
    }
    let typed = mine.typed(&visitor);
    let raw = RawForm::from_pairs(typed.0.clone());
    let form = nomination_form::of_season(&app.store, mine.nomination.season.id).await?;
    let form = nomination_form::as_asked(&app.store, form, &field::revisions_in(&raw)).await?;
    let asked = Asked::by_form(&form);
    let shown_at = nominations::stamp(&app.store, mine.moment.now);
    match parse(&visitor.words, &asked, &raw) {
        Ok(submission) => {
            let page = mine.page(&app, &visitor);
            let answer = page.check(&asked, &submission, &typed, &shown_at);
            Ok(answer.into_response())
        }
        Err(errors) => {
            let page = FormPage::new(&visitor, &form, &mine.key, shown_at, mine.moment.now);
            let page = page
                .filled(&raw)
                .kept(&mine.kept())
                .sent(mine.sent())
                .errors(&errors);
            Ok(page.render().unprocessable())
        }
    }
}

/// What was received, under which number, and what happens next.
async fn receipt(
    path: NominationReceipt,
    visitor: Visitor,
    mine: Mine,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let is_withdrawn = mine.nomination.status == Status::Withdrawn;
    if mine.nomination.submission.is_none() || is_withdrawn {
        return Ok(see(&Nomination { key: path.key }));
    }
    let page = mine.page(&app, &visitor);
    Ok(page.receipt().into_response())
}

/// Records that the letter's reader has it, once.
async fn confirm(
    path: NominationConfirmation,
    visitor: Visitor,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let key = Token::parse(&path.key).ok_or(PageError::NotFound)?;
    let moment = app.moment(visitor.actor());
    match nominations::confirm(&app.store, &moment, &key).await {
        Ok(()) => {
            let done = say!(visitor.words, "nomination-confirmed-now");
            Ok(Notice::good(done).then(Nomination { key: path.key }))
        }
        // The page itself says what this key is good for.
        Err(StoreError::Refused(Refusal::LinkSpent)) => Ok(see(&Nomination { key: path.key })),
        Err(error) => Err(error.into()),
    }
}

/// Says what it means, and asks once more.
async fn ask_to_withdraw(
    path: NominationWithdrawal,
    visitor: Visitor,
    mine: Mine,
) -> Result<Response, PageError> {
    if mine.nomination.status == Status::Withdrawn {
        return Ok(see(&Nomination { key: path.key }));
    }
    Ok(views::withdrawal(&visitor, &path, &mine.nomination).into_response())
}

/// Takes the nomination back, for good.
async fn withdraw(
    path: NominationWithdrawal,
    visitor: Visitor,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let key = Token::parse(&path.key).ok_or(PageError::NotFound)?;
    let moment = app.moment(visitor.actor());
    let language = visitor.words.language();
    nominations::withdraw_by_nominator(&app.store, &moment, &key, &language).await?;
    let done = say!(visitor.words, "nomination-withdrawn-now");
    Ok(Notice::good(done).then(Nomination { key: path.key }))
}

/// Sends a new link to the address that the expired one went to.
async fn renew(
    path: NominationRenewal,
    visitor: Visitor,
    client: Client,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let key = Token::parse(&path.key).ok_or(PageError::NotFound)?;
    app.limits.allow(Class::Letter, &client.key())?;
    // One link leads to one address.
    app.limits.allow(Class::LetterTo, &path.key)?;
    let moment = app.moment(visitor.actor());
    let language = visitor.words.language();
    nominations::renew_key(&app.store, &moment, &key, &language).await?;
    let held = nominations::find_by_key(&app.store, moment.now, &key).await?;
    let held = held.ok_or(PageError::NotFound)?;
    let programme = programme_of(&app, held.nomination).await?;
    Ok(views::renewed(&visitor, &programme))
}

/// The programme alone of a nomination whose key has expired, for the look of what says so.
async fn programme_of(app: &App, nomination: NominationId) -> Result<Programme, PageError> {
    let nomination = nomination::for_letter(&app.store, nomination).await?;
    Ok(nomination.programme)
}

fn see(path: &impl axum_extra::routing::TypedPath) -> Response {
    Redirect::to(&path.to_string()).into_response()
}
