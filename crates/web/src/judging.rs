//! What judges see: their desk, the gate of each case, and the scorecard beside its text, at `/judging`.

mod desk;
mod interests;
mod scorecards;

use axum::Router;
use axum::middleware::from_extractor_with_state;

use crate::http::actor::Judge;
use crate::state::App;

/// The pages of this area, for judges of whatever season.
pub(crate) fn routes(app: &App) -> Router<App> {
    Router::new()
        .merge(desk::routes())
        .merge(interests::routes())
        .merge(scorecards::routes())
        .route_layer(from_extractor_with_state::<Judge, App>(app.clone()))
}
