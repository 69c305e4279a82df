//! Puts the areas together behind the guards that every request passes.

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;

use crate::http::{error, form, headers, notice, origin, request_id};
use crate::state::App;
use crate::{accounts, admin, exports, judging, public, server};

/// The whole site.
///
/// A request passes the layers from the top: it gets its number, its answer gets its headers, errors
/// are shown, a panic becomes one, a foreign form is turned away, and what was typed is kept.
pub fn router(app: App) -> Router {
    let guards = ServiceBuilder::new()
        .layer(from_fn(request_id::name))
        .layer(from_fn_with_state(app.clone(), headers::guard))
        .layer(from_fn(notice::clear))
        .layer(from_fn_with_state(app.clone(), error::show))
        .layer(CatchPanicLayer::custom(error::panicked))
        .layer(origin::check(&app.settings.public_url()))
        .layer(from_fn(form::keep));
    Router::new()
        .merge(accounts::routes())
        .merge(judging::routes(&app))
        .merge(admin::routes(&app))
        .merge(exports::routes())
        .merge(server::routes())
        .merge(public::routes())
        .fallback(error::fallback)
        .method_not_allowed_fallback(error::no_such_method)
        .layer(guards)
        .with_state(app)
}
