//! A number for each request, in the log and on the error page, and the one line that is logged for it.

use std::fmt;

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use crate::clock::Stopwatch;

const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// What a request is called; a visitor can read it out on the telephone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequestId(u32);

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

impl RequestId {
    fn fresh() -> Self {
        // Without a random source there are no sessions either, and nothing to tell apart.
        Self(getrandom::u32().unwrap_or_default())
    }
}

/// Names the request, and logs it by its route's template: what people typed into addresses is theirs.
pub(crate) async fn name(mut request: Request, next: Next) -> Response {
    let id = RequestId::fresh();
    request.extensions_mut().insert(id);
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "none".to_owned(), |path| path.as_str().to_owned());
    let watch = Stopwatch::start();
    let mut response = next.run(request).await;
    if let Ok(value) = HeaderValue::try_from(id.to_string()) {
        response.headers_mut().insert(HEADER, value);
    }
    tracing::info!(
        %id,
        %method,
        route,
        status = response.status().as_u16(),
        milliseconds = u64::try_from(watch.elapsed().as_millis()).unwrap_or(u64::MAX),
        "answered"
    );
    response
}
