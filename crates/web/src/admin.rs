//! What administrators see: setting an award up and running it, behind one gate, at `/admin`.

mod categories;
mod criteria;
mod desk;
mod eligibility;
mod filled;
mod interests;
mod judges;
mod key;
mod organisation;
mod part;
mod people;
mod place;
mod programmes;
mod questions;
mod rules;
mod run;
mod seasons;
mod stewards;
mod terms;
mod view;

use axum::Router;
use axum::middleware::from_extractor_with_state;

use crate::http::actor::Admin;
use crate::state::App;

/// The pages of this area; whoever is no administrator finds none of them.
pub(crate) fn routes(app: &App) -> Router<App> {
    Router::new()
        .merge(programmes::routes())
        .merge(stewards::routes())
        .merge(terms::routes())
        .merge(seasons::routes())
        .merge(categories::routes())
        .merge(eligibility::routes())
        .merge(questions::routes())
        .merge(criteria::routes())
        .merge(rules::routes())
        .merge(people::routes())
        .merge(organisation::routes())
        .merge(interests::routes())
        .merge(judges::routes())
        .route_layer(from_extractor_with_state::<Admin, App>(app.clone()))
}
