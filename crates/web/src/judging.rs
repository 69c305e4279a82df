//! What judges see: their desk, the gate of each case, and the scorecard beside its text, at `/judging`.

mod biographies;
mod confidentiality;
mod deliberation;
mod desk;
mod diagnostics;
mod enquiries;
mod interests;
mod note;
mod pack;
mod panels;
mod practice;
mod progress;
mod reopenings;
mod rulings;
mod scorecards;

use axum::Router;
use axum::middleware::from_extractor_with_state;

use crate::http::actor::Panellist;
use crate::state::App;

/// The pages of this area, for whoever sits on a panel of whatever season; those on which cases are read and scored ask
/// for a judge besides.
pub(crate) fn routes(app: &App) -> Router<App> {
    Router::new()
        .merge(biographies::routes())
        .merge(confidentiality::routes())
        .merge(deliberation::routes())
        .merge(desk::routes())
        .merge(diagnostics::routes())
        .merge(enquiries::routes())
        .merge(interests::routes())
        .merge(pack::routes())
        .merge(practice::routes())
        .merge(panels::routes())
        .merge(progress::routes())
        .merge(reopenings::routes())
        .merge(rulings::routes())
        .merge(scorecards::routes())
        .route_layer(from_extractor_with_state::<Panellist, App>(app.clone()))
}
