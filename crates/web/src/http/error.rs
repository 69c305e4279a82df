//! What can keep a page from being shown, and the one error page that says so: what happened, and a
//! way onward.

mod view;

use std::sync::Arc;
use std::time::Duration;

use axum::extract::rejection::PathRejection;
use axum::extract::{FromRequestParts, MatchedPath, Request, State};
use axum::http::header::RETRY_AFTER;
use axum::http::{Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use plaudit_domain::membership::Roles;
use plaudit_domain::refusal::Refusal;
use plaudit_store::StoreError;
use plaudit_store::reports::home::{self, Standing};

use super::actor::Visitor;
use super::cookies;
use super::form::Typed;
use super::request_id::RequestId;
use super::return_to;
use crate::paths::accounts::{Sessions, SignIn};
use crate::paths::{admin, judging, public};
use crate::say;
use crate::state::App;
use crate::ui::link::Link;
use crate::ui::page::Place;
pub(crate) use view::Told;

/// How long a database that is restarted or freed of a lock is commonly away.
const AWAY_SECONDS: u64 = 30;

/// Why there is no page. A handler returns it by `?`, and does not think of how it looks.
#[derive(Debug, Clone)]
pub enum PageError {
    /// There is no such thing, or none that this visitor may know of.
    NotFound,
    /// The address exists, but not for this method.
    NoSuchMethod,
    /// The domain refuses; nothing was written.
    Refused(Refusal),
    /// Somebody changed it in the meantime.
    Stale,
    /// The visitor is not signed in, or no longer.
    SignInFirst {
        /// The page that was asked for, if it can be gone back to.
        return_to: Option<String>,
    },
    /// The form was posted from somebody else's page.
    ForeignOrigin,
    /// The browser keeps no cookies, and whoever signs in needs one.
    NoCookies,
    /// The form is larger than any of ours.
    TooLarge,
    /// What was posted is not a form.
    NotAForm,
    /// Too often in too short a time.
    TooMany {
        /// When to come again.
        wait: Duration,
    },
    /// The database is locked, full or gone.
    Database(String),
    /// A mistake of ours.
    Bug(String),
}

impl PageError {
    /// The status that goes with the page.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::NoSuchMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Refused(_) | Self::Stale => StatusCode::CONFLICT,
            Self::SignInFirst { .. } | Self::ForeignOrigin => StatusCode::FORBIDDEN,
            Self::NoCookies => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotAForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Database(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Bug(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// After how many seconds a browser, a proxy or a search engine may ask again.
    fn come_again_in(&self) -> Option<u64> {
        match self {
            Self::TooMany { wait } => Some(wait.as_secs().saturating_add(1)),
            Self::Database(_) => Some(AWAY_SECONDS),
            _ => None,
        }
    }

    /// The part of the words' keys that is this error's own: `error-{key}-title`, `error-{key}-text`.
    fn key(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::NoSuchMethod => "no-such-method",
            Self::Refused(_) => "refused",
            Self::Stale => "stale",
            Self::SignInFirst { .. } => "sign-in-first",
            Self::ForeignOrigin => "foreign-origin",
            Self::NoCookies => "no-cookies",
            Self::TooLarge => "too-large",
            Self::NotAForm => "not-a-form",
            Self::TooMany { .. } => "too-many",
            Self::Database(_) => "database",
            Self::Bug(_) => "bug",
        }
    }

    /// Whether sending the same form once more can help, so that it is kept for that.
    pub(crate) fn may_be_sent_again(&self) -> bool {
        matches!(
            self,
            Self::Stale
                | Self::Refused(_)
                | Self::SignInFirst { .. }
                | Self::NoCookies
                | Self::TooMany { .. }
                | Self::Database(_)
                | Self::Bug(_)
        )
    }

    fn note(&self, request: &Asked) {
        let Asked { id, route, .. } = request;
        match self {
            Self::Database(error) => {
                tracing::error!(%id, route, error, "the database does not answer");
            }
            Self::Bug(error) => tracing::error!(%id, route, error, "a mistake of ours"),
            Self::Refused(refusal) => {
                tracing::info!(%id, route, refusal = refusal.key(), "refused");
            }
            Self::ForeignOrigin => tracing::warn!(%id, route, "a form from another origin"),
            other => tracing::debug!(%id, route, error = other.key(), "no page"),
        }
    }
}

impl From<StoreError> for PageError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::NotFound,
            StoreError::Refused(refusal) => Self::Refused(refusal),
            StoreError::Stale => Self::Stale,
            StoreError::Database(error) => Self::Database(error.to_string()),
        }
    }
}

impl From<Refusal> for PageError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// An address whose shape is right and whose content is not: a page that does not exist.
#[derive(Debug, Default)]
pub struct NoSuchPage;

impl From<PathRejection> for NoSuchPage {
    fn from(_: PathRejection) -> Self {
        Self
    }
}

impl IntoResponse for NoSuchPage {
    fn into_response(self) -> Response {
        PageError::NotFound.into_response()
    }
}

/// The error on its way out, to be shown by [`show`], which knows the visitor's language.
#[derive(Clone)]
struct Unshown(Arc<PageError>);

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        if let Self::SignInFirst {
            return_to: Some(page),
        } = &self
        {
            let page = return_to::carried_by(&SignIn, Some(page));
            return Redirect::to(&page).into_response();
        }
        let mut response = self.status().into_response();
        if let Some(seconds) = self.come_again_in() {
            response.headers_mut().insert(RETRY_AFTER, seconds.into());
        }
        if matches!(self, Self::NoCookies) {
            // Sent again with cookies allowed, it comes with this one.
            cookies::give(response.headers_mut());
        }
        response.extensions_mut().insert(Unshown(Arc::new(self)));
        response
    }
}

/// What the error page needs to know of the request.
struct Asked {
    id: String,
    route: String,
    method: Method,
    uri: Uri,
}

/// Shows every error as a page, in the visitor's words, once, and logs it, once.
pub(crate) async fn show(State(app): State<App>, request: Request, next: Next) -> Response {
    let asked = Asked {
        id: request
            .extensions()
            .get::<RequestId>()
            .map_or_else(String::new, ToString::to_string),
        route: request
            .extensions()
            .get::<MatchedPath>()
            .map_or_else(|| "none".to_owned(), |path| path.as_str().to_owned()),
        method: request.method().clone(),
        uri: request.uri().clone(),
    };
    let (parts, body) = request.into_parts();
    let mut kept = parts.clone();
    let response = next.run(Request::from_parts(parts.clone(), body)).await;
    let Some(Unshown(error)) = response.extensions().get::<Unshown>().cloned() else {
        return response;
    };
    error.note(&asked);
    let comes_first = matches!(
        *error,
        PageError::Refused(Refusal::ConfidentialityNotAccepted)
    );
    if comes_first && asked.method.is_safe() {
        return Redirect::to(&judging::Confidentiality.to_string()).into_response();
    }
    // Who asks is read again rather than carried along, since the error may be that it cannot be read.
    let visitor = match Visitor::from_request_parts(&mut kept, &app).await {
        Ok(visitor) => visitor,
        Err(_) => Visitor::unknown(&parts, &app),
    };
    let typed = response
        .extensions()
        .get::<Typed>()
        .map(|typed| &typed.0)
        .filter(|form| error.may_be_sent_again() && !form.is_empty());
    let onward = match &*error {
        PageError::Database(_) | PageError::Bug(_) => Vec::new(),
        PageError::NotFound => onward(&visitor, &app, true).await,
        _ => onward(&visitor, &app, false).await,
    };
    let frame = visitor.frame(place(&visitor, asked.uri.path()));
    let page = Told {
        words: &visitor.words,
        error: &error,
        path: asked.uri.path(),
        is_safe: asked.method.is_safe(),
        id: &asked.id,
        typed,
        signed_in: visitor
            .signed_in
            .as_ref()
            .map(|signed_in| signed_in.account.name.as_str()),
        onward: &onward,
        contact: frame.contact.as_ref(),
    }
    .page(&frame);
    let (mut head, _) = response.into_parts();
    let shown = (error.status(), page).into_response();
    head.headers.extend(shown.headers().clone());
    Response::from_parts(head, shown.into_body())
}

/// The place that the address belongs to, for whoever works there.
fn place(visitor: &Visitor, path: &str) -> Place {
    let roles = visitor.signed_in.as_ref().map(|signed_in| &signed_in.roles);
    match path.split('/').nth(1) {
        Some("admin") if roles.is_some_and(Roles::is_administrator) => Place::Administration,
        Some("judging") if roles.is_some_and(Roles::is_on_panel) => Place::Judging,
        _ => Place::Public,
    }
}

/// Where this reader may want to go: their desks, what is open, and the start page.
async fn onward(visitor: &Visitor, app: &App, is_lost: bool) -> Vec<Link> {
    let words = &visitor.words;
    let mut links = Vec::new();
    match &visitor.signed_in {
        Some(signed_in) => {
            if signed_in.roles.is_administrator() {
                links.push(Link::new(
                    say!(words, "error-to-administration"),
                    &admin::Dashboard,
                ));
            }
            if signed_in.roles.is_judge() {
                links.push(Link::new(say!(words, "error-to-desk"), &judging::Desk));
            } else if signed_in.roles.is_on_panel() {
                links.push(Link::new(say!(words, "panels-title"), &judging::Panels));
            }
            links.push(Link::new(say!(words, "frame-sessions"), &Sessions));
        }
        None if is_lost => links.push(Link::new(say!(words, "error-to-sign-in"), &SignIn)),
        None => {}
    }
    if is_lost {
        // A page that is not there is not worth an error of its own.
        let rows = home::read(&app.store, &visitor.viewer(), app.clock.now()).await;
        let open = rows.unwrap_or_default().into_iter();
        links.extend(
            open.filter(|row| row.standing == Standing::Open)
                .map(|row| {
                    let programme = row.programme.words;
                    let title = programme.title.in_language(&words.language()).to_owned();
                    let page = public::Programme {
                        programme: programme.slug.to_string(),
                    };
                    Link::new(say!(words, "error-to-programme", programme = title), &page)
                }),
        );
    }
    links.push(Link::new(say!(words, "error-to-the-start"), &public::Home));
    links
}

/// What is asked for and is not there; a trailing slash is forgiven.
pub(crate) async fn fallback(method: Method, uri: Uri) -> Response {
    let path = uri.path();
    let shorter = path.trim_end_matches('/');
    if method == Method::GET && shorter.len() < path.len() && shorter.starts_with('/') {
        // Two slashes at the start would be another host's address, and browsers take a backslash for a slash.
        if !shorter.starts_with("//") && !shorter.contains('\\') {
            return Redirect::permanent(shorter).into_response();
        }
    }
    PageError::NotFound.into_response()
}

/// A known address asked for in a way it does not answer.
pub(crate) async fn no_such_method() -> PageError {
    PageError::NoSuchMethod
}

/// A handler that panicked: a mistake of ours, shown as such.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the layer that catches panics hands over what it caught"
)]
pub(crate) fn panicked(cause: Box<dyn std::any::Any + Send + 'static>) -> Response {
    let cause = cause
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| cause.downcast_ref::<&str>().map(|text| (*text).to_owned()))
        .unwrap_or_else(|| "a panic without words".to_owned());
    PageError::Bug(cause).into_response()
}
