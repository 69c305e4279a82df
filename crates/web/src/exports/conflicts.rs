//! Every answer about an interest, with what became of it: `/exports/conflicts/{season}/conflicts.csv`. What is kept from
//! whoever asks, because of an interest of their own, is not in it.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum_extra::routing::RouterExt;
use futures_util::stream;
use jiff::tz::TimeZone;
use plaudit_domain::export::Export;
use plaudit_domain::ids::SeasonId;
use plaudit_domain::interest::{Kind, conflicts::Effect};
use plaudit_store::exports;
use plaudit_store::reports::interests::{self as report, InterestRow};

use super::columns;
use crate::http::actor::Signed;
use crate::http::error::PageError;
use crate::http::sheet::{self, Cells, Format, Line, Options};
use crate::paths::exports::{Conflicts, ConflictsSheet};
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(
            |path: Conflicts, signed: Signed, State(app): State<App>, options| async move {
                download(path.season, signed, app, options, Format::Csv).await
            },
        )
        .typed_get(
            |path: ConflictsSheet, signed: Signed, State(app): State<App>, options| async move {
                download(path.season, signed, app, options, Format::Xlsx).await
            },
        )
}

/// The file, by the very report behind the page.
async fn download(
    season: SeasonId,
    signed: Signed,
    app: App,
    options: Query<Options>,
    format: Format,
) -> Result<Response, PageError> {
    let viewer = signed.viewer();
    let listed = report::get(&app.store, &viewer, season).await?;
    let moment = app.moment(signed.actor());
    exports::note(
        &app.store,
        &moment,
        &viewer,
        Export::Conflicts,
        season,
        season,
    )
    .await?;
    let zone = listed.about.programme.words.zone.time_zone();
    let shared = Arc::new(Shared {
        exported_at: super::instant(moment.now, &zone),
        zone,
    });
    let lines = stream::iter(listed.rows.into_iter().map(move |row| {
        Ok(ConflictLine {
            shared: Arc::clone(&shared),
            row,
        })
    }));
    sheet::download(format, "conflicts", &options, columns::CONFLICTS, lines).await
}

/// What every row of one file shares.
struct Shared {
    zone: TimeZone,
    exported_at: String,
}

/// A row.
struct ConflictLine {
    shared: Arc<Shared>,
    row: InterestRow,
}

impl Line for ConflictLine {
    fn fill(&self, cells: &mut Cells) {
        let (shared, row) = (self.shared.as_ref(), &self.row);
        let at = |at| super::instant(at, &shared.zone);
        cells.number(row.number);
        cells.text(&row.nominee);
        cells.maybe_text(row.employer.as_deref());
        cells.text(&row.judge);
        cells.text(row.status.as_str());
        cells.maybe_text(row.kind.map(Kind::as_str));
        cells.maybe_text(row.effect.map(Effect::as_str));
        cells.text(&row.words);
        cells.maybe_text(row.declared_at.map(at).as_deref());
        cells.text(&row.ruling_reason);
        cells.maybe_text(row.ruled_at.map(at).as_deref());
        cells.text(if row.is_scored { "yes" } else { "no" });
        cells.number(row.left);
        cells.text(&shared.exported_at);
    }
}
