//! Every score of a category, a row per judge, case and criterion: `/exports/scores/{category}/scores.csv`.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum_extra::routing::RouterExt;
use futures_util::TryStreamExt;
use plaudit_domain::export::Export;
use plaudit_domain::ids::CategoryId;
use plaudit_domain::stage::Vote;
use plaudit_store::exports;
use plaudit_store::reports::scores::{self, ScoreRow, ScoresHead};

use crate::http::actor::Signed;

use crate::http::error::PageError;
use crate::http::sheet::{self, Cells, Format, Line, Options};
use crate::paths::exports::{Scores, ScoresSheet};
use crate::shown::named;
use crate::state::App;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(
            |path: Scores, signed: Signed, State(app): State<App>, options| async move {
                download(path.category, signed, app, options, Format::Csv).await
            },
        )
        .typed_get(
            |path: ScoresSheet, signed: Signed, State(app): State<App>, options| async move {
                download(path.category, signed, app, options, Format::Xlsx).await
            },
        )
}

/// What every row of one file shares.
struct Shared {
    words: Words,
    head: ScoresHead,
    exported_at: String,
}

/// A row.
struct ScoreLine {
    shared: Arc<Shared>,
    row: ScoreRow,
}

/// The file, read as fast as it is taken.
async fn download(
    category: CategoryId,
    signed: Signed,
    app: App,
    options: Query<Options>,
    format: Format,
) -> Result<Response, PageError> {
    let viewer = signed.viewer();
    let head = scores::head(&app.store, &viewer, category).await?;
    let moment = app.moment(signed.actor());
    let season = head.about.season.id;
    exports::note(
        &app.store,
        &moment,
        &viewer,
        Export::Scores,
        season,
        category,
    )
    .await?;
    let rows = scores::rows(&app.store, &head);
    let zone = head.about.programme.words.zone.time_zone();
    let shared = Arc::new(Shared {
        words: signed.words.clone(),
        exported_at: super::instant(moment.now, &zone),
        head,
    });
    let lines = rows.map_ok(move |row| ScoreLine {
        shared: Arc::clone(&shared),
        row,
    });
    sheet::download(format, "scores", &options, super::columns::SCORES, lines).await
}

impl Line for ScoreLine {
    fn fill(&self, cells: &mut Cells) {
        let Shared {
            words,
            head,
            exported_at,
        } = self.shared.as_ref();
        let ScoreRow {
            scorecard: row,
            criterion,
            score,
        } = &self.row;
        let language = words.language();
        let criteria = head.rules.criteria_in(row.stage);
        let criterion = criterion.and_then(|place| criteria.get(place));
        let zone = head.about.programme.words.zone.time_zone();
        cells.number(row.case);
        cells.text(&named::nominee_or_erased(words, row.nominee.as_deref()));
        cells.maybe_text(row.organisation.as_deref());
        cells.text(head.category.title.in_language(&language));
        cells.text(&named::say(words, &row.judge));
        cells.text(row.status.as_str());
        cells.maybe_text(criterion.map(|criterion| criterion.key.as_str()));
        cells.maybe_text(criterion.map(|criterion| criterion.title.in_language(&language)));
        cells.maybe_number(criterion.map(|criterion| criterion.weight));
        cells.maybe_number(*score);
        cells.maybe_number(criterion.map(|criterion| criterion.scale.lowest()));
        cells.maybe_number(criterion.map(|criterion| criterion.scale.highest()));
        cells.maybe_number(row.total);
        cells.text(&row.comment);
        cells.text(&row.strongest);
        cells.text(&row.would_have_helped);
        cells.maybe_text(
            row.submitted_at
                .map(|at| super::instant(at, &zone))
                .as_deref(),
        );
        cells.number(head.rules.number);
        cells.text(exported_at);
        cells.text(row.stage.as_str());
        cells.maybe_text(row.vote.map(Vote::as_str));
    }
}
