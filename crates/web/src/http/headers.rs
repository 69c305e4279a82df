//! The headers that every answer carries, and those that keep private pages private.

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use super::session;
use crate::paths;
use crate::state::App;

/// Only what comes from us is loaded, nothing inline runs, no other site frames us or takes our forms.
const CONTENT_POLICY: &str = "default-src 'self'; base-uri 'none'; object-src 'none'; \
     form-action 'self'; frame-ancestors 'none'";

/// Where people reach us by https, browsers ask in no other way for a year: not even a link that says `http:` shows a
/// session or a private page to the network.
const ONLY_HTTPS: &str = "max-age=31536000";

const OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");

/// Puts them on.
pub(crate) async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map(|path| path.as_str().to_owned())
        .unwrap_or_default();
    let secret = paths::holds_secret(&route);
    let private = secret || is_private(&route) || session::is_carried(request.headers());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut put = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    put(X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(OPENER_POLICY, "same-origin");
    put(RESOURCE_POLICY, "same-origin");
    put(
        PERMISSIONS_POLICY,
        "camera=(), microphone=(), geolocation=()",
    );
    // A secret address goes to nobody, not even to ourselves. `no-referrer` would also make browsers post a form with
    // the origin `null`, which over plain http is all that says where the form came from.
    let referrer = if secret {
        "strict-origin"
    } else {
        "same-origin"
    };
    put(REFERRER_POLICY, referrer);
    if app.settings.public_url().is_secure() {
        put(STRICT_TRANSPORT_SECURITY, ONLY_HTTPS);
    }
    // What is stricter than a page says so itself.
    if !headers.contains_key(CONTENT_SECURITY_POLICY) {
        let policy = HeaderValue::from_static(CONTENT_POLICY);
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    // Assets say themselves how long they keep. A public page is asked for anew, yet the back button
    // still finds what was typed on it.
    if !headers.contains_key(CACHE_CONTROL) {
        let keep = if private { "no-store" } else { "no-cache" };
        headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    }
    response
}

/// Whether a page stands behind a gate, by its area.
fn is_private(route: &str) -> bool {
    ["/judging", "/admin", "/exports", "/accounts"]
        .iter()
        .any(|area| route.starts_with(area))
}
