//! Files that people take away, at `/exports`: each is gated by who may have it, and noted as a fact.

mod cases;
mod columns;
mod confidentiality;
mod conflicts;
mod history;
mod judges;
mod meeting;
mod nominations;
mod package;
mod packs;
mod ranking;
mod scores;
mod shortlist;

use axum::Router;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::state::App;

/// The files and the page that explains their columns.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .merge(cases::routes())
        .merge(columns::routes())
        .merge(confidentiality::routes())
        .merge(conflicts::routes())
        .merge(history::routes())
        .merge(judges::routes())
        .merge(meeting::routes())
        .merge(nominations::routes())
        .merge(package::routes())
        .merge(packs::routes())
        .merge(ranking::routes())
        .merge(scores::routes())
        .merge(shortlist::routes())
}

/// An instant as the files give it: ISO 8601 with the offset of the programme's zone, to the second.
fn instant(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned_datetime(zone.clone())
        .strftime("%Y-%m-%dT%H:%M:%S%:z")
        .to_string()
}

/// A number with as many decimals as its file promises, halves rounded to even as floating point does.
fn decimals(number: f64) -> String {
    format!("{number:.2}")
}
