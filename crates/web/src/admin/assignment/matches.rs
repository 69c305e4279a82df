//! How well judges suit cases, from a CSV file, at `/admin/assignment/{season}/matches`.

mod view;

use std::collections::HashMap;

use axum::Router;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{DefaultBodyLimit, Multipart, State};
use axum::response::Response;
use axum_extra::routing::RouterExt;
use csv::{ReaderBuilder, StringRecord};
use plaudit_domain::ids::{AccountId, CaseId};
use plaudit_domain::plan::HIGHEST_MATCH;
use plaudit_domain::text::fold;
use plaudit_store::plans::{self, Matches};
use plaudit_store::reports::plan::{Made, PlanPage};

use super::load_made;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::http::upload::{self, LARGEST_UPLOAD, Upload};
use crate::paths::admin::{Assignment, AssignmentMatches};
use crate::say;
use crate::state::App;

/// The field with the file.
const FILE: &str = "matches";
/// The most bytes of the file: 400,000 pairs fit.
const LARGEST: usize = LARGEST_UPLOAD;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_post(import)
        .route_layer(DefaultBodyLimit::max(LARGEST_UPLOAD))
}

/// What is wrong with the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    /// No file was chosen, or nothing is in it.
    Empty,
    /// It is too heavy.
    TooLarge,
    /// It is not text, or not CSV.
    NotCsv,
    /// A column is not there: its place among [`COLUMNS`].
    NoColumn(usize),
    /// Nobody on the panel has this address.
    NoJudge,
    /// No case has this number, in this category.
    NoCase,
    /// The match is no whole number in the range.
    NoScore,
    /// Expert is neither yes nor no.
    NoExpert,
    /// The pair is given twice.
    Twice,
}

/// Something wrong, and on which line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Wrong {
    line: u64,
    what: What,
}

/// The columns: those that must be there, and those that may.
const COLUMNS: [&str; 5] = ["judge", "case", "score", "category", "expert"];
const NEEDED: usize = 3;

/// What is there, and how another file is taken.
async fn show(
    path: AssignmentMatches,
    admin: Admin,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let (page, made) = load_made(&app, &admin, path.season).await?;
    Ok(view::page(&admin, &page, &made, &[]))
}

/// Replaces every match by those of the file, or says all that is wrong with it.
async fn import(
    path: AssignmentMatches,
    admin: Admin,
    State(app): State<App>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, PageError> {
    let season = path.season;
    let (page, made) = load_made(&app, &admin, season).await?;
    let read = match upload::file(form, FILE, LARGEST).await? {
        Upload::File(bytes) => read(&bytes, &page, &made),
        Upload::TooLarge => Err(vec![Wrong {
            line: 0,
            what: What::TooLarge,
        }]),
    };
    match read {
        Ok(matches) => {
            let count: usize = matches.values().map(HashMap::len).sum();
            plans::set_matches(&app.store, season, made.plan.version, matches).await?;
            let said = say!(admin.words, "assignment-matches-saved", count = count);
            Ok(Notice::good(said).then(Assignment { season }))
        }
        Err(wrong) => Ok(view::page(&admin, &page, &made, &wrong).unprocessable()),
    }
}

/// The matches of a file with commas, semicolons or tabs.
fn read(bytes: &[u8], page: &PlanPage, made: &Made) -> Result<Matches, Vec<Wrong>> {
    let alone = |what| vec![Wrong { line: 0, what }];
    let text = std::str::from_utf8(bytes).map_err(|_| alone(What::NotCsv))?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(alone(What::Empty));
    }
    let first = text.lines().next().unwrap_or_default();
    let separator = [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|separator| first.bytes().filter(|byte| byte == separator).count())
        .unwrap_or(b',');
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let heads = reader.headers().map_err(|_| alone(What::NotCsv))?;
    let places = COLUMNS.map(|column| heads.iter().position(|head| fold(head) == column));
    let missing: Vec<Wrong> = (0..NEEDED)
        .filter(|place| places[*place].is_none())
        .map(|place| Wrong {
            line: 1,
            what: What::NoColumn(place),
        })
        .collect();
    if !missing.is_empty() {
        return Err(missing);
    }
    let names = Names::of(page, made);
    let mut matches = Matches::new();
    let mut wrong = Vec::new();
    for record in reader.records() {
        let Ok(record) = record else {
            wrong.extend(alone(What::NotCsv));
            break;
        };
        let line = record.position().map_or(0, csv::Position::line);
        match one(&record, places, &names) {
            Ok((judge, case, known)) => {
                let of = matches.entry(judge).or_default();
                if of.insert(case, known).is_some() {
                    let what = What::Twice;
                    wrong.push(Wrong { line, what });
                }
            }
            Err(what) => wrong.push(Wrong { line, what }),
        }
    }
    if wrong.is_empty() {
        Ok(matches)
    } else {
        Err(wrong)
    }
}

/// Whom and what the file names.
struct Names {
    judges: HashMap<String, AccountId>,
    cases: HashMap<(String, i64), CaseId>,
    only_category: Option<String>,
}

impl Names {
    fn of(page: &PlanPage, made: &Made) -> Self {
        let titles: Vec<String> = page
            .about
            .categories
            .iter()
            .map(|category| fold(category.title.first()))
            .collect();
        let title = |place: usize| titles.get(place).cloned().unwrap_or_default();
        Self {
            judges: made
                .judges
                .iter()
                .map(|judge| (fold(&judge.email), judge.id))
                .collect(),
            cases: made
                .cases
                .iter()
                .map(|case| ((title(case.category), case.number), case.id))
                .collect(),
            only_category: (titles.len() == 1).then(|| title(0)),
        }
    }
}

type Known = (AccountId, CaseId, (u32, bool));

fn one(record: &StringRecord, places: [Option<usize>; 5], names: &Names) -> Result<Known, What> {
    let field = |column: usize| {
        let place = places[column];
        place
            .and_then(|place| record.get(place))
            .unwrap_or_default()
    };
    let judge = names.judges.get(&fold(field(0))).ok_or(What::NoJudge)?;
    let category = match field(3) {
        "" => names.only_category.clone().ok_or(What::NoCase)?,
        title => fold(title),
    };
    let number: i64 = field(1).parse().map_err(|_| What::NoCase)?;
    let case = names.cases.get(&(category, number)).ok_or(What::NoCase)?;
    let score: u32 = field(2).parse().map_err(|_| What::NoScore)?;
    if score > HIGHEST_MATCH {
        return Err(What::NoScore);
    }
    let is_expert = match fold(field(4)).as_str() {
        "yes" => true,
        "" | "no" => false,
        _ => return Err(What::NoExpert),
    };
    Ok((*judge, *case, (score, is_expert)))
}
