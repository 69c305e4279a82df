//! Who on the panel accepted which confidentiality terms: `/exports/confidentiality/{season}/confidentiality.csv`.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum_extra::routing::RouterExt;
use futures_util::stream;
use jiff::Timestamp;
use plaudit_domain::export::Export;
use plaudit_domain::ids::SeasonId;
use plaudit_store::exports;
use plaudit_store::reports::confidentiality::{self as report, Register, Row};

use super::columns;
use crate::http::actor::Signed;
use crate::http::error::PageError;
use crate::http::sheet::{self, Cells, Format, Line, Options};
use crate::paths::exports::{Confidentiality, ConfidentialitySheet};
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(
            |path: Confidentiality, signed: Signed, State(app): State<App>, options| async move {
                download(path.season, signed, app, options, Format::Csv).await
            },
        )
        .typed_get(
            |path: ConfidentialitySheet, signed: Signed, State(app): State<App>, options| async move {
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
    let register = report::register(&app.store, &viewer, season).await?;
    let moment = app.moment(signed.actor());
    exports::note(
        &app.store,
        &moment,
        &viewer,
        Export::Confidentiality,
        season,
        season,
    )
    .await?;
    let register = Arc::new(register);
    let exported_at = moment.now;
    let lines: Vec<_> = register
        .rows
        .iter()
        .flat_map(|row| {
            let now = register
                .in_force()
                .filter(|_| register.accepted_at(row).is_none());
            let awaited = now.map(|version| (version.number, None));
            let accepted = row.accepted.iter().map(|(number, at)| (*number, Some(*at)));
            awaited.into_iter().chain(accepted).map(|accepted| {
                Ok(AcceptanceLine {
                    register: Arc::clone(&register),
                    row: row.clone(),
                    accepted,
                    exported_at,
                })
            })
        })
        .collect();
    let lines = stream::iter(lines);
    sheet::download(
        format,
        "confidentiality",
        &options,
        columns::CONFIDENTIALITY,
        lines,
    )
    .await
}

/// Somebody and a version, with when they accepted it; none for the version that waits for them.
struct AcceptanceLine {
    register: Arc<Register>,
    row: Row,
    accepted: (i64, Option<Timestamp>),
    exported_at: Timestamp,
}

impl Line for AcceptanceLine {
    fn fill(&self, cells: &mut Cells) {
        let (number, at) = self.accepted;
        let zone = self.register.about.programme.words.zone.time_zone();
        let version = self
            .register
            .versions
            .iter()
            .find(|version| version.number == number);
        let is_in_force = self
            .register
            .in_force()
            .is_some_and(|now| now.number == number);
        cells.text(&self.row.name);
        cells.text(&self.row.email);
        cells.text(self.row.role.as_str());
        cells.text(self.row.status.as_str());
        cells.number(number);
        cells.text(if is_in_force { "yes" } else { "no" });
        match at {
            Some(at) => cells.text(&super::instant(at, &zone)),
            None => cells.empty(),
        }
        cells.text(version.map_or("", |version| version.digest.as_str()));
        cells.text(&super::instant(self.exported_at, &zone));
    }
}
