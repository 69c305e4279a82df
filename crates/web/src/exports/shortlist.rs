//! The ranking with what the meeting needs: `/exports/shortlist/{category}/shortlist.csv`.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum_extra::routing::RouterExt;
use futures_util::stream;
use plaudit_domain::export::Export;
use plaudit_domain::ids::CategoryId;
use plaudit_domain::stage::Kind;
use plaudit_store::exports;
use plaudit_store::reports::ranking::{self, Ranking, RankingRow};

use crate::http::actor::Signed;

use crate::http::error::PageError;
use crate::http::sheet::{self, Cells, Format, Line, Options};
use crate::paths::exports::{Shortlist, ShortlistSheet};
use crate::shown::named;
use crate::state::App;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(
            |path: Shortlist, signed: Signed, State(app): State<App>, options| async move {
                download(path.category, signed, app, options, Format::Csv).await
            },
        )
        .typed_get(
            |path: ShortlistSheet, signed: Signed, State(app): State<App>, options| async move {
                download(path.category, signed, app, options, Format::Xlsx).await
            },
        )
}

/// The file, by the very report behind the page.
async fn download(
    category: CategoryId,
    signed: Signed,
    app: App,
    options: Query<Options>,
    format: Format,
) -> Result<Response, PageError> {
    let viewer = signed.viewer();
    let ranking = ranking::of_stage(&app.store, &viewer, category, Kind::Scoring).await?;
    let moment = app.moment(signed.actor());
    let season = ranking.about.season.id;
    exports::note(
        &app.store,
        &moment,
        &viewer,
        Export::Shortlist,
        season,
        category,
    )
    .await?;
    let zone = ranking.about.programme.words.zone.time_zone();
    let exported_at = super::instant(moment.now, &zone);
    let keys = ranking
        .rules
        .criteria
        .iter()
        .map(|criterion| criterion.key.as_str());
    let columns = super::columns::shortlist(keys);
    let rows = ranking.rows.clone();
    let shared = Arc::new(Shared {
        words: signed.words.clone(),
        ranking,
        exported_at,
    });
    let lines = stream::iter(rows.into_iter().map(move |row| {
        Ok(ShortlistLine {
            shared: Arc::clone(&shared),
            row,
        })
    }));
    sheet::download(format, "shortlist", &options, &columns, lines).await
}

/// What every row of one file shares.
struct Shared {
    words: Words,
    ranking: Ranking,
    exported_at: String,
}

/// A row.
struct ShortlistLine {
    shared: Arc<Shared>,
    row: RankingRow,
}

impl Line for ShortlistLine {
    fn fill(&self, cells: &mut Cells) {
        let Shared {
            words,
            ranking,
            exported_at,
        } = self.shared.as_ref();
        let row = &self.row;
        let place = &row.place;
        let figures = place.figures.as_ref();
        cells.number(row.number);
        cells.text(&named::nominee_or_erased(words, row.nominee.as_deref()));
        cells.maybe_text(row.organisation.as_deref());
        cells.text(ranking.category.title.in_language(&words.language()));
        cells.text(row.status.as_str());
        cells.number(row.nominations);
        cells.number(place.received);
        cells.number(place.required);
        cells.number(place.recusals);
        cells.maybe_number(figures.map(|figures| figures.mean));
        cells.maybe_number(figures.map(|figures| figures.median));
        cells.maybe_number(figures.map(|figures| figures.lowest));
        cells.maybe_number(figures.map(|figures| figures.highest));
        cells.maybe_number(
            figures
                .and_then(|figures| figures.spread)
                .map(super::decimals),
        );
        cells.maybe_number(figures.map(|figures| figures.total));
        cells.maybe_number(place.rank);
        for (index, _) in ranking.rules.criteria.iter().enumerate() {
            cells.maybe_number(figures.map(|figures| figures.criteria[index].1));
        }
        cells.empty();
        cells.empty();
        cells.number(ranking.rules.number);
        cells.text(exported_at);
    }
}
