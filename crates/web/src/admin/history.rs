//! The ledger in plain sentences, filtered by season and kind: `/admin/history`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum_extra::routing::RouterExt;
use plaudit_domain::fact::FactKind;
use plaudit_domain::ids::{FactId, SeasonId};
use plaudit_store::reports::history::{self, HistoryFilter};
use plaudit_store::{programmes, seasons};
use uuid::Uuid;

use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::admin::History;
use crate::state::App;

/// The query's names.
const SEASON: &str = "season";
const KIND: &str = "kind";
const BEFORE: &str = "before";

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show)
}

/// A page of the ledger, the latest first.
async fn show(
    _: History,
    admin: Admin,
    uri: Uri,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let filter = read(&RawForm::from_bytes(
        uri.query().unwrap_or_default().as_bytes(),
    ));
    let history = history::history(&app.store, &admin.viewer(), &filter).await?;
    let programmes = programmes::list(&app.store).await?;
    let seasons = seasons::list_all(&app.store).await?;
    let zone = app.zone().await?;
    let page = view::History {
        read: &history,
        filter: &filter,
        zone: &zone,
    };
    Ok(page.show(&admin, &programmes, &seasons))
}

/// What the address asks for; what it asks for wrongly is not asked for.
fn read(query: &RawForm) -> HistoryFilter {
    let id = |name| Uuid::parse_str(query.trimmed(name)).ok();
    HistoryFilter {
        season: id(SEASON).map(SeasonId::from),
        kind: FactKind::parse(query.trimmed(KIND)).ok(),
        before: id(BEFORE).map(FactId::from),
    }
}
