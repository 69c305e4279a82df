//! What administrators see: setting an award up and running it, behind one gate, at `/admin`.

mod assignment;
mod biographies;
mod cases;
mod categories;
mod chosen;
mod confidentiality;
mod conflicts;
mod criteria;
mod dashboard;
mod deciding;
mod deliberation;
mod desk;
mod domains;
mod eligibility;
mod enquiries;
mod files;
mod filled;
mod history;
mod interests;
mod invited;
mod judges;
mod key;
mod mail;
mod mark;
mod more;
mod nominations;
mod organisation;
mod outbox;
mod package;
mod part;
mod people;
mod place;
mod practice;
mod programmes;
mod progress;
mod questions;
mod ranking;
mod rules;
mod run;
mod seasons;
mod shortlist;
mod stages;
mod stewards;
mod terms;
mod view;

use axum::Router;
use axum::middleware::{from_extractor_with_state, from_fn};

use crate::http::actor::Admin;
use crate::http::query::tidied;
use crate::state::App;

/// The pages of this area; whoever is no administrator finds none of them.
pub(crate) fn routes(app: &App) -> Router<App> {
    Router::new()
        .merge(dashboard::routes())
        .merge(nominations::routes())
        .merge(cases::routes())
        .merge(package::routes())
        .merge(ranking::routes())
        .merge(shortlist::routes())
        .merge(deliberation::routes())
        .merge(files::routes())
        .merge(outbox::routes())
        .merge(mail::routes())
        .merge(history::routes())
        .merge(programmes::routes())
        .merge(mark::routes())
        .merge(stewards::routes())
        .merge(terms::routes())
        .merge(seasons::routes())
        .merge(categories::routes())
        .merge(eligibility::routes())
        .merge(questions::routes())
        .merge(criteria::routes())
        .merge(rules::routes())
        .merge(conflicts::routes())
        .merge(domains::routes())
        .merge(people::routes())
        .merge(organisation::routes())
        .merge(interests::routes())
        .merge(judges::routes())
        .merge(progress::routes())
        .merge(more::routes())
        .merge(stages::routes())
        .merge(biographies::routes())
        .merge(confidentiality::routes())
        .merge(assignment::routes())
        .merge(enquiries::routes())
        .merge(practice::routes())
        .route_layer(from_fn(tidied))
        .route_layer(from_extractor_with_state::<Admin, App>(app.clone()))
}
