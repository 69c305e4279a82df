//! What whoever keeps a meeting prints for it: `/exports/meeting/{category}/meeting.csv`.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum_extra::routing::RouterExt;
use futures_util::stream;
use plaudit_domain::export::Export;
use plaudit_domain::ids::CategoryId;
use plaudit_store::exports;
use plaudit_store::reports::Viewer;
use plaudit_store::reports::deliberation::meeting_sheet::{self as report, MeetingRow};

use super::columns;
use crate::http::actor::Signed;
use crate::http::error::PageError;
use crate::http::sheet::{self, Cells, Format, Line, Options};
use crate::paths::exports::{Meeting, MeetingSheet};
use crate::shown::named;
use crate::state::App;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(
            |path: Meeting, signed: Signed, State(app): State<App>, options| async move {
                download(path.category, signed, app, options, Format::Csv).await
            },
        )
        .typed_get(
            |path: MeetingSheet, signed: Signed, State(app): State<App>, options| async move {
                download(path.category, signed, app, options, Format::Xlsx).await
            },
        )
}

/// The file: for administrators, and for the chair and the deputy of the very panel.
async fn download(
    category: CategoryId,
    signed: Signed,
    app: App,
    options: Query<Options>,
    format: Format,
) -> Result<Response, PageError> {
    let viewer = match signed.viewer() {
        Viewer::Administrator(account) => Viewer::Administrator(account),
        _ => Viewer::Chair(signed.account()),
    };
    let found = report::meeting_sheet(&app.store, &viewer, category).await?;
    let moment = app.moment(signed.actor());
    let season = found.about.season.id;
    exports::note(
        &app.store,
        &moment,
        &viewer,
        Export::Meeting,
        season,
        category,
    )
    .await?;
    let zone = found.about.programme.words.zone.time_zone();
    let shared = Arc::new(Shared {
        exported_at: super::instant(moment.now, &zone),
        words: signed.words.clone(),
    });
    let lines = stream::iter(found.rows.into_iter().map(move |row| {
        Ok(MeetingLine {
            shared: Arc::clone(&shared),
            row,
        })
    }));
    sheet::download(format, "meeting", &options, columns::MEETING, lines).await
}

/// What every row of one file shares.
struct Shared {
    words: Words,
    exported_at: String,
}

/// A row.
struct MeetingLine {
    shared: Arc<Shared>,
    row: MeetingRow,
}

impl Line for MeetingLine {
    fn fill(&self, cells: &mut Cells) {
        let (shared, row) = (self.shared.as_ref(), &self.row);
        let words = &shared.words;
        let place = row.place.as_ref();
        let total = place.and_then(|place| place.figures.as_ref());
        let out: Vec<String> = row.out.iter().map(|name| named::say(words, name)).collect();
        cells.maybe_number(row.place_on_agenda);
        cells.number(row.number);
        cells.text(&named::nominee_or_erased(words, row.nominee.as_deref()));
        cells.maybe_text(row.organisation.as_deref());
        cells.text(row.status.as_str());
        cells.text(&out.join("; "));
        cells.maybe_number(place.and_then(|place| place.rank));
        cells.maybe_number(total.map(|figures| figures.total));
        cells.maybe_number(place.map(|place| place.received));
        cells.maybe_number(place.map(|place| place.required));
        cells.empty();
        cells.empty();
        cells.text(&shared.exported_at);
    }
}
