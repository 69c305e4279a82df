//! Every nomination of a season that was sent: `/exports/nominations/{season}/nominations.csv`.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum_extra::routing::RouterExt;
use futures_util::TryStreamExt;
use plaudit_domain::export::Export;
use plaudit_domain::ids::SeasonId;
use plaudit_domain::person::{Email, Person, Telephone};
use plaudit_domain::progress_claim::ProgressClaim;
use plaudit_domain::question::{Answer, Asks, Question};
use plaudit_store::exports;
use plaudit_store::reports::nominations_file::{self, NominationFileRow, NominationsHead};

use crate::http::actor::Signed;

use crate::http::error::PageError;
use crate::http::sheet::{self, Cells, Format, Line, Options};
use crate::paths::exports::{Nominations, NominationsSheet};
use crate::state::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(
            |path: Nominations, signed: Signed, State(app): State<App>, options| async move {
                download(path.season, signed, app, options, Format::Csv).await
            },
        )
        .typed_get(
            |path: NominationsSheet, signed: Signed, State(app): State<App>, options| async move {
                download(path.season, signed, app, options, Format::Xlsx).await
            },
        )
}

/// The file, read as fast as it is taken.
async fn download(
    season: SeasonId,
    signed: Signed,
    app: App,
    options: Query<Options>,
    format: Format,
) -> Result<Response, PageError> {
    let viewer = signed.viewer();
    let head = nominations_file::head(&app.store, &viewer, season).await?;
    let moment = app.moment(signed.actor());
    exports::note(
        &app.store,
        &moment,
        &viewer,
        Export::Nominations,
        season,
        season,
    )
    .await?;
    let rows = nominations_file::rows(&app.store, &head);
    let keys = head.questions.iter().map(|question| question.key.as_str());
    let columns = super::columns::nominations(keys);
    let zone = head.about.programme.words.zone.time_zone();
    let shared = Arc::new(Shared {
        language: signed.words.language(),
        exported_at: super::instant(moment.now, &zone),
        head,
    });
    let lines = rows.map_ok(move |row| NominationLine {
        shared: Arc::clone(&shared),
        row,
    });
    sheet::download(format, "nominations", &options, &columns, lines).await
}

/// What every row of one file shares.
struct Shared {
    language: String,
    head: NominationsHead,
    exported_at: String,
}

/// A row.
struct NominationLine {
    shared: Arc<Shared>,
    row: NominationFileRow,
}

impl Line for NominationLine {
    fn fill(&self, cells: &mut Cells) {
        let Shared {
            language,
            head,
            exported_at,
        } = self.shared.as_ref();
        let row = &self.row;
        let said = &row.submission;
        let zone = head.about.programme.words.zone.time_zone();
        let category = head
            .about
            .categories
            .iter()
            .find(|category| category.id == said.category);
        let instant = |at: Option<jiff::Timestamp>| at.map(|at| super::instant(at, &zone));
        cells.text(&row.number);
        cells.text(row.status.as_str());
        cells.maybe_text(category.map(|category| category.title.in_language(language)));
        cells.maybe_number(row.case);
        person(cells, &said.nominee);
        person(cells, &said.nominator);
        cells.maybe_text(said.nominator.telephone.as_ref().map(Telephone::as_str));
        cells.text(said.relationship.as_str());
        cells.maybe_text(said.relationship_words.as_deref());
        cells.text(yes_or_no(said.is_self_nomination()));
        cells.text(row.outlook.as_str());
        cells.maybe_text(instant(row.submitted_at).as_deref());
        cells.maybe_text(instant(row.confirmed_at).as_deref());
        cells.text(yes_or_no(row.late));
        for question in &head.questions {
            let asked = row.asked.iter().find(|asked| asked.id == question.id);
            let answer = asked.and_then(|asked| {
                let marked = said.answers.get(&asked.revision)?;
                Some(answer(asked, &marked.answer, language))
            });
            cells.maybe_text(answer.as_deref());
        }
        let claims: Vec<String> = said.claims.iter().map(claim).collect();
        cells.text(&claims.join("\n\n"));
        cells.text(exported_at);
    }
}

fn person(cells: &mut Cells, person: &Person) {
    cells.text(&person.name);
    cells.maybe_text(person.role.as_deref());
    cells.maybe_text(person.employer.as_deref());
    cells.maybe_text(person.email.as_ref().map(Email::as_str));
}

fn yes_or_no(so: bool) -> &'static str {
    if so { "yes" } else { "no" }
}

fn answer(asked: &Question, answer: &Answer, language: &str) -> String {
    match answer {
        Answer::Empty => String::new(),
        Answer::Text(text) => text.clone(),
        Answer::Number(number) => number.to_string(),
        Answer::Date(date) => date.to_string(),
        Answer::Chosen(keys) => {
            let (Asks::OneOf(choices) | Asks::SeveralOf(choices)) = &asked.asks else {
                return keys.join("; ");
            };
            let titles: Vec<&str> = choices
                .iter()
                .filter(|choice| keys.contains(&choice.key))
                .map(|choice| choice.title.in_language(language))
                .collect();
            titles.join("; ")
        }
    }
}

/// A claim in a cell: its months, then before, after and what shows it, each on a line of its own.
fn claim(claim: &ProgressClaim) -> String {
    let to = claim.to.map(|to| to.to_string()).unwrap_or_default();
    format!(
        "{}/{to}\n{}\n{}\n{}",
        claim.from, claim.before, claim.after, claim.shown_by
    )
}
