//! Everybody who was asked onto a season's panel, with how far they are: `/exports/judges/{season}/judges.csv`.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum_extra::routing::RouterExt;
use futures_util::stream;
use jiff::tz::TimeZone;
use plaudit_domain::export::Export;
use plaudit_domain::ids::SeasonId;
use plaudit_store::exports;
use plaudit_store::reports::judges::{self as report, JudgeRow};

use super::columns;
use crate::http::actor::Signed;
use crate::http::error::PageError;
use crate::http::sheet::{self, Cells, Format, Line, Options};
use crate::paths::exports::{Judges, JudgesSheet};
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(
            |path: Judges, signed: Signed, State(app): State<App>, options| async move {
                download(path.season, signed, app, options, Format::Csv).await
            },
        )
        .typed_get(
            |path: JudgesSheet, signed: Signed, State(app): State<App>, options| async move {
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
    let panel = report::get(&app.store, &viewer, season).await?;
    let moment = app.moment(signed.actor());
    exports::note(&app.store, &moment, &viewer, Export::Judges, season, season).await?;
    let zone = panel.about.programme.words.zone.time_zone();
    let shared = Arc::new(Shared {
        exported_at: super::instant(moment.now, &zone),
        zone,
    });
    let lines = stream::iter(panel.rows.into_iter().map(move |row| {
        Ok(JudgeLine {
            shared: Arc::clone(&shared),
            row,
        })
    }));
    sheet::download(format, "judges", &options, columns::JUDGES, lines).await
}

/// What every row of one file shares.
struct Shared {
    zone: TimeZone,
    exported_at: String,
}

/// A row.
struct JudgeLine {
    shared: Arc<Shared>,
    row: JudgeRow,
}

impl Line for JudgeLine {
    fn fill(&self, cells: &mut Cells) {
        let (shared, row) = (self.shared.as_ref(), &self.row);
        let at = |at| super::instant(at, &shared.zone);
        let progress = row.progress;
        cells.text(&row.name);
        cells.text(&row.email);
        cells.text(row.role.as_str());
        cells.text(row.status.as_str());
        cells.text(&at(row.invited_at));
        cells.maybe_text(row.answer_by.map(at).as_deref());
        cells.maybe_text(row.decline_reason.as_deref());
        cells.number(progress.cases());
        cells.number(progress.done);
        cells.number(progress.begun);
        cells.number(progress.not_begun);
        cells.number(progress.waiting);
        cells.number(progress.out);
        cells.number(progress.without);
        cells.text(&shared.exported_at);
    }
}
