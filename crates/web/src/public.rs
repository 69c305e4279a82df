//! What anybody may read and do, without an account: the programmes, their forms, and one's own nominations.

mod home;
mod how_we_judge;
mod nominate;
mod nominations;
mod programme;
mod results;

use axum::Router;
use plaudit_domain::programme::Slug;

use crate::http::error::PageError;
use crate::state::App;

/// The pages of this area; there is no gate.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .merge(home::routes())
        .merge(how_we_judge::routes())
        .merge(nominate::routes())
        .merge(nominations::routes())
        .merge(programme::routes())
        .merge(results::routes())
}

/// A programme's address in small letters, where it was typed as a poster prints it.
fn in_small_letters(segment: &str) -> Option<String> {
    let small = segment.to_ascii_lowercase();
    (small != segment && Slug::parse(&small).is_ok()).then_some(small)
}

/// A programme's address, or no such page.
fn slug(segment: &str) -> Result<Slug, PageError> {
    Slug::parse(segment).map_err(|_| PageError::NotFound)
}
