//! Forms that are posted from somebody else's page are refused, by what browsers say of where a
//! request comes from; no tokens, so that a form left open for a day still posts.

use axum::response::IntoResponse;
use axum::response::Response;
use tower_http::csrf::{CsrfLayer, ProtectionError};

use super::error::PageError;
use crate::config::PublicUrl;

/// The layer that refuses them with our own page.
pub(crate) fn check(
    public_url: &PublicUrl,
) -> CsrfLayer<impl FnMut(ProtectionError) -> Response + Clone + Send + Sync + 'static> {
    CsrfLayer::new()
        .add_trusted_origin(public_url.origin())
        .expect("a public URL is an origin")
        .with_rejection_response(|_: ProtectionError| PageError::ForeignOrigin.into_response())
}
