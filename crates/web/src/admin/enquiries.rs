//! Judges' questions to the secretary, and their answers, at `/admin/enquiries/{season}`.

mod view;

use axum::Router;
use axum::extract;
use axum::http::Uri;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_store::enquiries;
use plaudit_store::reports::enquiries::{self as reports, EnquiryRow};

use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::note;
use crate::http::notice::Notice;
use crate::http::query::Address;
use crate::http::response::Answer;
use crate::paths::admin::{Enquiries, EnquiryAnswer};
use crate::say;
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(list)
        .typed_get(show)
        .typed_post(answer)
}

/// The query's name.
const STATE: &str = "state";

/// Which questions are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// They wait for an answer.
    Waiting,
    /// They have one.
    Answered,
}

impl State {
    const ALL: [Self; 2] = [Self::Waiting, Self::Answered];

    /// Its word in the address.
    fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Answered => "answered",
        }
    }

    fn holds(self, row: &EnquiryRow) -> bool {
        row.answer.is_some() == (self == Self::Answered)
    }
}

impl Enquiries {
    /// Those that wait for an answer.
    pub(in crate::admin) fn waiting(&self) -> String {
        Address::of(self)
            .with(STATE, State::Waiting.as_str())
            .to_string()
    }
}

/// Every question of the season that the address asks for, those that wait first.
async fn list(
    path: Enquiries,
    admin: Admin,
    uri: Uri,
    extract::State(app): extract::State<App>,
) -> Result<Answer, PageError> {
    let query = RawForm::from_bytes(uri.query().unwrap_or_default().as_bytes());
    let said = query.trimmed(STATE);
    let asked = State::ALL.into_iter().find(|state| state.as_str() == said);
    let listed = reports::get(&app.store, &admin.viewer(), path.season).await?;
    Ok(view::list(&admin, &listed, asked))
}

/// One question, and the form for its answer.
async fn show(
    path: EnquiryAnswer,
    admin: Admin,
    extract::State(app): extract::State<App>,
) -> Result<Answer, PageError> {
    let listed = reports::get(&app.store, &admin.viewer(), path.season).await?;
    let nothing = (RawForm::default(), FieldErrors::default());
    view::one(&admin, &listed, &path, (&nothing.0, &nothing.1)).ok_or(PageError::NotFound)
}

/// Answers it, once.
async fn answer(
    path: EnquiryAnswer,
    admin: Admin,
    extract::State(app): extract::State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let season = path.season;
    let text = match note::parse(&raw, "enquiry-answer-noun") {
        Ok(text) => text,
        Err(errors) => {
            let listed = reports::get(&app.store, &admin.viewer(), season).await?;
            let page = view::one(&admin, &listed, &path, (&raw, &errors));
            return Ok(page.ok_or(PageError::NotFound)?.unprocessable());
        }
    };
    let moment = app.moment(admin.actor());
    let language = admin.words.language();
    enquiries::answer(
        &app.store,
        &moment,
        admin.account(),
        (season, path.enquiry),
        text,
        &language,
    )
    .await?;
    Ok(Notice::good(say!(admin.words, "enquiries-answered-now")).then(Enquiries { season }))
}
