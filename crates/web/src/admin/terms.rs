//! The terms of a programme, in versions, at `/admin/terms`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::{ProgrammeId, TermsId};
use plaudit_domain::programme::Programme;
use plaudit_domain::refusal::Refusal;
use plaudit_domain::terms::{Event, Status};
use plaudit_domain::text;
use plaudit_store::{StoreError, programmes, seasons, terms};

use super::filled::{Filled, PREVIEW, THEN, VERSION, in_english, version};
use super::run::zone;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::{
    NewTerms, Terms, TermsApproval, TermsCirculation, TermsCirculationRemoval, TermsRefusal,
    TermsVersions,
};
use crate::say;
use crate::state::App;

/// The text, in Markdown.
const BODY: &str = "body";
/// How the approval was given.
const NOTE: &str = "note";
/// Why the executives declined.
const REFUSAL: &str = "refusal";
/// Why it goes back to be written.
const CHANGE: &str = "change";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(list)
        .typed_post(draft)
        .typed_get(ask)
        .typed_get(show)
        .typed_post(rewrite)
        .typed_post(circulate)
        .typed_post(take_back)
        .typed_post(approve)
        .typed_post(refuse)
}

async fn list(
    path: TermsVersions,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let programme = programmes::get(&app.store, path.programme).await?;
    let versions = terms::list(&app.store, programme.id).await?;
    let season = seasons::list(&app.store, programme.id)
        .await?
        .into_iter()
        .next();
    let page = view::list(
        &admin,
        &programme,
        &versions,
        season.as_ref(),
        &zone(&programme),
    );
    Ok(page.into_response())
}

/// The next version, which begins with the text of the latest, or with what is written about the programme.
async fn ask(path: NewTerms, admin: Admin, State(app): State<App>) -> Result<Response, PageError> {
    let programme = programmes::get(&app.store, path.programme).await?;
    let latest = terms::list(&app.store, programme.id)
        .await?
        .into_iter()
        .next();
    let body = match latest {
        Some(latest) => latest.body.first().to_owned(),
        None => suggested(&admin, &programme),
    };
    let filled = Filled::fresh(RawForm::from_pairs([(BODY, body)]));
    Ok(view::new(&admin, &programme, &filled, false).into_response())
}

fn suggested(admin: &Admin, programme: &Programme) -> String {
    let about = &programme.words;
    say!(
        admin.words,
        "terms-suggestion",
        purpose = about.purpose.first(),
        eligibility = about.eligibility.first(),
        decision = about.decision.first(),
    )
}

async fn draft(
    path: TermsVersions,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let programme = programmes::get(&app.store, path.programme).await?;
    if raw.get(THEN) == PREVIEW {
        return Ok(view::new(&admin, &programme, &Filled::fresh(raw), true).into_response());
    }
    let mut errors = raw.errors();
    let body = errors.take(
        BODY,
        "terms-body-noun",
        text::paragraphs(raw.get(BODY), None),
    );
    let Some(body) = body.filter(|_| errors.is_empty()) else {
        let filled = Filled::wrong(raw, errors);
        return Ok(filled.answer(view::new(&admin, &programme, &filled, false)));
    };
    let latest = terms::list(&app.store, programme.id)
        .await?
        .into_iter()
        .next();
    let body = in_english(latest.map(|latest| latest.body).as_ref(), body);
    let moment = app.moment(admin.actor());
    let terms = terms::draft(&app.store, &moment, programme.id, body).await?;
    let notice = Notice::good(say!(admin.words, "terms-drafted"));
    Ok(notice.then(Terms {
        programme: programme.id,
        terms,
    }))
}

/// A version of this programme's terms; another programme's is not found.
async fn find(
    app: &App,
    programme: ProgrammeId,
    id: TermsId,
) -> Result<(Programme, terms::Terms), PageError> {
    let version = terms::get(&app.store, id).await?;
    if version.programme != programme {
        return Err(PageError::NotFound);
    }
    let programme = programmes::get(&app.store, programme).await?;
    Ok((programme, version))
}

fn written(version: &terms::Terms) -> RawForm {
    RawForm::from_pairs([
        (VERSION, version.version.to_string()),
        (BODY, version.body.first().to_owned()),
    ])
}

async fn show(path: Terms, admin: Admin, State(app): State<App>) -> Result<Response, PageError> {
    let (programme, version) = find(&app, path.programme, path.terms).await?;
    let filled = Filled::fresh(written(&version));
    Ok(view::show(&admin, &programme, &version, &filled, false).into_response())
}

/// Rewrites a draft, unless somebody else has meanwhile.
async fn rewrite(
    path: Terms,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let (programme, before) = find(&app, path.programme, path.terms).await?;
    if raw.get(THEN) == PREVIEW {
        let filled = Filled::fresh(raw);
        return Ok(view::show(&admin, &programme, &before, &filled, true).into_response());
    }
    let mut errors = raw.errors();
    let body = errors.take(
        BODY,
        "terms-body-noun",
        text::paragraphs(raw.get(BODY), None),
    );
    let Some(body) = body.filter(|_| errors.is_empty()) else {
        let filled = Filled::wrong(raw, errors);
        return Ok(filled.answer(view::show(&admin, &programme, &before, &filled, false)));
    };
    let moment = app.moment(admin.actor());
    let body = in_english(Some(&before.body), body);
    match terms::rewrite(&app.store, &moment, before.id, version(&raw), body).await {
        Ok(()) => Ok(Notice::good(say!(admin.words, "terms-rewritten")).then(path)),
        Err(StoreError::Stale) => {
            let now = terms::get(&app.store, before.id).await?;
            let filled = Filled::stale(raw, written(&now));
            Ok(filled.answer(view::show(&admin, &programme, &now, &filled, false)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Puts a draft before the stewards' executives. Who they are, is up to the stewards: this records that it was done.
async fn circulate(
    path: TermsCirculation,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let (programme, shown) = find(&app, path.programme, path.terms).await?;
    let moment = app.moment(admin.actor());
    let seen = (shown.id, version(&raw));
    terms::move_on(&app.store, &moment, seen, Event::SendForApproval, None).await?;
    let notice = Notice::good(say!(admin.words, "terms-circulated"));
    Ok(notice.then(Terms {
        programme: programme.id,
        terms: shown.id,
    }))
}

async fn take_back(
    path: TermsCirculationRemoval,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let told = Told {
        event: Event::Change,
        field: CHANGE,
        done: "terms-taken-back",
    };
    told.record(&admin, &app, (path.programme, path.terms), raw)
        .await
}

async fn approve(
    path: TermsApproval,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let told = Told {
        event: Event::Approve,
        field: NOTE,
        done: "terms-approved",
    };
    told.record(&admin, &app, (path.programme, path.terms), raw)
        .await
}

async fn refuse(
    path: TermsRefusal,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let told = Told {
        event: Event::Refuse,
        field: REFUSAL,
        done: "terms-refused",
    };
    told.record(&admin, &app, (path.programme, path.terms), raw)
        .await
}

/// Something that happens to the terms outside, and is recorded here with what was said.
struct Told {
    event: Event,
    field: &'static str,
    done: &'static str,
}

impl Told {
    async fn record(
        &self,
        admin: &Admin,
        app: &App,
        (programme, id): (ProgrammeId, TermsId),
        raw: RawForm,
    ) -> Result<Response, PageError> {
        let (programme, shown) = find(app, programme, id).await?;
        let seen = (shown.id, version(&raw));
        let mut errors = raw.errors();
        let noun = match self.event {
            Event::Approve => "terms-note-noun",
            _ => "terms-reason-noun",
        };
        let said = errors.take(
            self.field,
            noun,
            text::paragraphs(raw.get(self.field), None),
        );
        // A version that moved on meanwhile has no form to show the error at: the move itself is refused.
        let Some(said) = said.filter(|_| errors.is_empty()) else {
            if shown.status != Status::UnderApproval {
                return Err(PageError::Refused(Refusal::ReasonNeeded));
            }
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::show(admin, &programme, &shown, &filled, false)));
        };
        let moment = app.moment(admin.actor());
        terms::move_on(&app.store, &moment, seen, self.event, Some(said)).await?;
        let done = admin.words.get(self.done);
        let terms = Terms {
            programme: programme.id,
            terms: shown.id,
        };
        Ok(Notice::good(done).then(terms))
    }
}
