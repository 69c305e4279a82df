//! The ledger in plain sentences, as it is filtered: `/exports/history/history.csv`.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::http::Uri;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use futures_util::TryStreamExt;
use jiff::tz::TimeZone;
use plaudit_store::exports;
use plaudit_store::reports::history::{self as report, FactRow};

use super::columns;
use crate::http::actor::Signed;
use crate::http::error::PageError;
use crate::http::sheet::{self, Cells, Format, Line, Options};
use crate::paths::exports::{History, HistorySheet};
use crate::say;
use crate::shown::history_asked::HistoryAsked;
use crate::shown::{fact, named};
use crate::state::App;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(
            |_: History, signed: Signed, State(app): State<App>, uri: Uri, options| async move {
                download(&uri, signed, app, options, Format::Csv).await
            },
        )
        .typed_get(
            |_: HistorySheet, signed: Signed, State(app): State<App>, uri: Uri, options| async move {
                download(&uri, signed, app, options, Format::Xlsx).await
            },
        )
}

/// The file, read as fast as it is taken. Where what is asked for cannot be understood there is none, rather than one that
/// holds something else.
async fn download(
    uri: &Uri,
    signed: Signed,
    app: App,
    options: Query<Options>,
    format: Format,
) -> Result<Response, PageError> {
    let viewer = signed.viewer();
    let zone = app.zone().await?;
    let understood = (&zone, &signed.words);
    let asked = HistoryAsked::read(&app.store, &viewer, understood, uri.query()).await?;
    if !asked.errors.is_empty() {
        return Err(PageError::NotFound);
    }
    let file = report::file(&app.store, &viewer, &asked.filter).await?;
    let moment = app.moment(signed.actor());
    exports::note_history(&app.store, &moment, &viewer, asked.filter.season).await?;
    let zone = zone.time_zone();
    let shared = Arc::new(Shared {
        exported_at: super::instant(moment.now, &zone),
        words: signed.words.clone(),
        zone,
    });
    let rows = report::file_rows(&app.store, file, moment.now);
    let lines = rows.map_ok(move |row| FactLine {
        shared: Arc::clone(&shared),
        row,
    });
    sheet::download(format, "history", &options, columns::HISTORY, lines).await
}

/// What every row of one file shares.
struct Shared {
    words: Words,
    zone: TimeZone,
    exported_at: String,
}

/// A row.
struct FactLine {
    shared: Arc<Shared>,
    row: FactRow,
}

impl Line for FactLine {
    fn fill(&self, cells: &mut Cells) {
        let (shared, row) = (self.shared.as_ref(), &self.row);
        let words = &shared.words;
        let (number, seal) = row.sealed.as_ref().map(|(n, seal)| (n, seal)).unzip();
        let by = match &row.by {
            Some(by) => named::say(words, by),
            None => say!(words, "history-nobody"),
        };
        let season = row.season.as_ref().map(|season| named::say(words, season));
        let (spoken, other) = fact::details_said(words, row);
        cells.maybe_number(number);
        cells.text(&super::instant(row.at, &shared.zone));
        cells.text(&by);
        cells.text(row.kind.as_str());
        cells.text(&fact::sentence(words, row));
        cells.text(&[spoken, other].concat().join("; "));
        cells.maybe_text(season.as_deref());
        cells.maybe_text(seal.map(String::as_str));
        cells.text(&shared.exported_at);
    }
}
