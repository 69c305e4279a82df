//! The ranking with how sure it is: `/exports/ranking/{category}/ranking.csv`.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum_extra::routing::RouterExt;
use futures_util::stream;
use plaudit_domain::export::Export;
use plaudit_domain::ids::CategoryId;
use plaudit_domain::standing::Used;
use plaudit_domain::standing::certainty::{CaseCertainty, Certainty, Verdict};
use plaudit_store::exports;
use plaudit_store::reports::certainty::{self, Known};
use plaudit_store::reports::ranking::{Ranking, RankingRow};

use crate::http::actor::Signed;
use crate::http::error::PageError;
use crate::http::sheet::{self, Cells, Format, Line, Options};
use crate::paths::exports::{Ranking as Path, RankingSheet};
use crate::shown::named;
use crate::state::App;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(
            |path: Path, signed: Signed, State(app): State<App>, options| async move {
                download(path.category, signed, app, options, Format::Csv).await
            },
        )
        .typed_get(
            |path: RankingSheet, signed: Signed, State(app): State<App>, options| async move {
                download(path.category, signed, app, options, Format::Xlsx).await
            },
        )
}

/// The file, by the very reports behind the page and behind how sure it is.
async fn download(
    category: CategoryId,
    signed: Signed,
    app: App,
    options: Query<Options>,
    format: Format,
) -> Result<Response, PageError> {
    let viewer = signed.viewer();
    let (ranking, known) = certainty::ranking(&app.store, &viewer, category).await?;
    let moment = app.moment(signed.actor());
    let season = ranking.about.season.id;
    exports::note(
        &app.store,
        &moment,
        &viewer,
        Export::Ranking,
        season,
        category,
    )
    .await?;
    let zone = ranking.about.programme.words.zone.time_zone();
    let keys = ranking.rules.criteria.iter();
    let columns = super::columns::ranking(keys.map(|criterion| criterion.key.as_str()));
    let rows = ranking.rows.clone();
    let shared = Arc::new(Shared {
        words: signed.words.clone(),
        exported_at: super::instant(moment.now, &zone),
        known,
        ranking,
    });
    let lines = stream::iter(rows.into_iter().map(move |row| {
        Ok(RankingLine {
            shared: Arc::clone(&shared),
            row,
        })
    }));
    sheet::download(format, "ranking", &options, &columns, lines).await
}

/// What every row of one file shares.
struct Shared {
    words: Words,
    ranking: Ranking,
    known: Option<Known>,
    exported_at: String,
}

impl Shared {
    /// How sure it is, as far as that is known.
    fn certainty(&self) -> Option<&Certainty> {
        self.known.as_ref().and_then(Known::latest).map(Arc::as_ref)
    }

    /// Of which scores that is: those of the ranking, earlier ones, or none yet.
    fn of_which_scores(&self) -> &'static str {
        match self.known {
            Some(Known::Now(_)) => "current",
            Some(Known::Before(_)) => "earlier",
            Some(Known::NotYet) | None => "none",
        }
    }
}

/// A row.
struct RankingLine {
    shared: Arc<Shared>,
    row: RankingRow,
}

impl Line for RankingLine {
    fn fill(&self, cells: &mut Cells) {
        let shared = self.shared.as_ref();
        let (ranking, row) = (&shared.ranking, &self.row);
        let place = &row.place;
        let figures = place.figures.as_ref();
        let sure = shared
            .certainty()
            .and_then(|certainty| certainty.cases.get(&row.case));
        cells.maybe_number(place.rank);
        cells.text(yes_or_no(place.is_tied));
        cells.number(row.number);
        let nominee = named::nominee_or_erased(&shared.words, row.nominee.as_deref());
        cells.text(&nominee);
        cells.maybe_text(row.organisation.as_deref());
        cells.text(row.status.as_str());
        cells.maybe_number(figures.map(|figures| figures.total));
        let error = figures.and_then(|figures| figures.standard_error);
        cells.maybe_number(error.map(super::decimals));
        cells.maybe_number(figures.map(|figures| figures.mean));
        cells.text(yes_or_no(place.is_below_merit_floor));
        cells.text(yes_or_no(place.is_within_cut));
        cells.number(place.received);
        cells.number(place.required);
        cells.number(place.recusals);
        let chance = sure.and_then(|sure| sure.chance.as_ref());
        cells.maybe_number(chance.map(|chance| format!("{:.4}", chance.probability())));
        cells.maybe_number(chance.map(|chance| chance.rank_low));
        cells.maybe_number(chance.map(|chance| chance.rank_high));
        cells.maybe_text(sure.and_then(verdict));
        cells.text(shared.of_which_scores());
        for (index, _) in ranking.rules.criteria.iter().enumerate() {
            cells.maybe_number(figures.map(|figures| figures.criteria[index].1));
        }
        cells.text(ranking.basis.asked.as_str());
        cells.text(match ranking.basis.used {
            Used::Method(method) => method.as_str(),
            Used::LeastSquares => "least-squares",
        });
        cells.number(super::decimals(
            f64::from(ranking.rules.merit_floor) / 100.0,
        ));
        cells.number(ranking.rules.shortlist_size);
        cells.number(ranking.rules.number);
        cells.text(&shared.exported_at);
    }
}

/// Whether a case's place is safe, in a word that stays the same.
fn verdict(sure: &CaseCertainty) -> Option<&'static str> {
    match sure.verdict {
        Verdict::SafeIn => Some("safe"),
        Verdict::Contested => Some("contested"),
        Verdict::SafeOut => Some("out"),
        Verdict::Unknown | Verdict::TooFew => None,
    }
}

fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}
