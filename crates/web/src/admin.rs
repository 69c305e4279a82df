//! What administrators see: running programmes and seasons, at `/admin`.

mod interests;
mod judges;

use axum::Router;
use axum::middleware::from_extractor_with_state;

use crate::http::actor::Admin;
use crate::state::App;

/// The pages of this area, for administrators.
pub(crate) fn routes(app: &App) -> Router<App> {
    Router::new()
        .merge(interests::routes())
        .merge(judges::routes())
        .route_layer(from_extractor_with_state::<Admin, App>(app.clone()))
}
