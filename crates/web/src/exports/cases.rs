//! Every case of a season with where it stands: `/exports/cases/{season}/cases.csv`.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum_extra::routing::RouterExt;
use futures_util::stream;
use plaudit_domain::export::Export;
use plaudit_domain::ids::SeasonId;
use plaudit_store::exports;
use plaudit_store::reports::cases::{self as report, CaseRow};

use super::columns;
use crate::http::actor::Signed;
use crate::http::error::PageError;
use crate::http::sheet::{self, Cells, Format, Line, Options};
use crate::paths::exports::{Cases, CasesSheet};
use crate::shown::named;
use crate::state::App;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(
            |path: Cases, signed: Signed, State(app): State<App>, options| async move {
                download(path.season, signed, app, options, Format::Csv).await
            },
        )
        .typed_get(
            |path: CasesSheet, signed: Signed, State(app): State<App>, options| async move {
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
    let found = report::every(&app.store, &viewer, season).await?;
    let moment = app.moment(signed.actor());
    exports::note(&app.store, &moment, &viewer, Export::Cases, season, season).await?;
    let zone = found.about.programme.words.zone.time_zone();
    let language = signed.words.language();
    let titles = found.about.categories.iter();
    let shared = Arc::new(Shared {
        categories: titles
            .map(|category| category.title.in_language(&language).to_owned())
            .collect(),
        required: found.required,
        exported_at: super::instant(moment.now, &zone),
        words: signed.words.clone(),
    });
    let lines = stream::iter(found.rows.into_iter().map(move |row| {
        Ok(CaseLine {
            shared: Arc::clone(&shared),
            row,
        })
    }));
    sheet::download(format, "cases", &options, columns::CASES, lines).await
}

/// What every row of one file shares.
struct Shared {
    words: Words,
    /// The categories' titles, in their order.
    categories: Vec<String>,
    required: u32,
    exported_at: String,
}

/// A row.
struct CaseLine {
    shared: Arc<Shared>,
    row: CaseRow,
}

impl Line for CaseLine {
    fn fill(&self, cells: &mut Cells) {
        let (shared, row) = (self.shared.as_ref(), &self.row);
        cells.number(row.number);
        cells.text(&named::nominee_or_erased(
            &shared.words,
            row.nominee.as_deref(),
        ));
        cells.maybe_text(row.employer.as_deref());
        cells.maybe_text(shared.categories.get(row.category).map(String::as_str));
        cells.text(row.status.as_str());
        cells.text(row.acceptance.as_str());
        cells.text(row.fact_check.as_str());
        cells.number(row.nominations);
        cells.number(row.received);
        cells.number(shared.required);
        cells.number(row.recusals);
        cells.text(&shared.exported_at);
    }
}
